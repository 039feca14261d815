"""A small list to choose from, with a line to search it: options, links, steps, lanes. Échap closes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

SHOWN = 10
"""Lines shown before one scrolls."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what is chosen, what is read, and whether it is ticked (None: it cannot be)."""

    id: str
    label: str
    ticked: bool | None = None


class Chooser(QFrame):
    """A popup. `pick` is called with the id of a line; the chooser closes, unless lines can be ticked."""

    def __init__(
        self,
        look: Look,
        title: str,
        choices: Sequence[Choice],
        pick: Callable[[str], object],
        parent: QWidget,
        *,
        other: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices, self._pick, self._other = list(choices), pick, other
        self._many = any(choice.ticked is not None for choice in choices)
        role(self, "card")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(10), look.px(10), look.px(10))
        heading = QLabel(title, self)
        role(heading, "h3")
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("Chercher"))
        self.line.setAccessibleName(title)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        for widget in (heading, self.line, self.list):
            column.addWidget(widget)
        self.setMinimumWidth(look.px(300))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._picked)
        self.list.itemActivated.connect(self._picked)
        self._search("")

    def open_at(self, point: QPoint) -> None:
        """Show it there, inside the screen, ready to be typed in."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(point.x(), room.right() - self.width())
        y = min(point.y(), room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self.line.setFocus()

    def _search(self, typed: str) -> None:
        self.list.clear()
        for choice in self._choices:
            if all(word in plain(choice.label) for word in plain(typed).split()):
                self.list.addItem(_line(choice))
        if self._other is not None and typed.strip():
            line = QListWidgetItem(_("Créer « {name} »").format(name=typed.strip()))
            line.setData(Qt.ItemDataRole.UserRole, None)
            self.list.addItem(line)
        self.list.setCurrentRow(0)
        rows = min(max(self.list.count(), 1), SHOWN)
        height = max(self.list.sizeHintForRow(0), 30)
        self.list.setFixedHeight(rows * height + 8)

    def _picked(self, line: QListWidgetItem) -> None:
        chosen = line.data(Qt.ItemDataRole.UserRole)
        if chosen is None and self._other is not None:
            self.close()
            self._other(self.line.text().strip())
            return
        if not self._many:
            self.close()
            self._pick(chosen)
            return
        rank = next(i for i, choice in enumerate(self._choices) if choice.id == chosen)
        known = self._choices[rank]
        self._choices[rank] = Choice(known.id, known.label, not known.ticked)
        line.setCheckState(Qt.CheckState.Checked if not known.ticked else Qt.CheckState.Unchecked)
        self._pick(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Entrée in the line act on the list."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (line := self.list.currentItem()) is not None:
                    self._picked(line)
                return True
        return super().eventFilter(watched, event)


def _line(choice: Choice) -> QListWidgetItem:
    line = QListWidgetItem(choice.label)
    line.setData(Qt.ItemDataRole.UserRole, choice.id)
    if choice.ticked is not None:
        line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked)
    return line


def plain(text: str) -> str:
    """Without accents and capitals, as one searches."""
    return "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))
