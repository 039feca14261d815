"""A small list to choose from, with a line to search it: options, links, steps, lanes. Échap closes it.

Lines may stand in groups, each under its heading, and say where the thing stands.
"""

from collections.abc import Callable, Sequence
from unicodedata import combining, normalize

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas.choice import Choice
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

SHOWN, LISTED, REST = 10, 200, 250
"""Lines shown before one scrolls; lines listed before one must type; ms after a key before a line is said."""
WHERE = Qt.ItemDataRole.UserRole + 1
"""What a line says of where its thing stands."""


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
        self._plain = [
            plain(f"{choice.label} {choice.where} {choice.group} {choice.also}") for choice in choices
        ]
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
        placed = any(choice.where or choice.group for choice in choices)
        if placed:
            from labdesk.ui.canvas.placed_line import PlacedLine

            self.list.setItemDelegate(PlacedLine(look, WHERE, self.list))
            self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(look.px(460 if placed else 300))
        self._say = QTimer(self, singleShot=True, interval=REST)
        self._say.timeout.connect(self._tell)
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
        self._say.start()
        wanted, group = plain(typed).split(), ""
        found = [
            choice
            for choice, words in zip(self._choices, self._plain, strict=True)
            if all(word in words for word in wanted)
        ]
        for choice in found[:LISTED]:
            if choice.group != group:
                group = choice.group
                self.list.addItem(_heading(group))
            self.list.addItem(_line(choice))
        if len(found) > LISTED:
            more = _("{n} autres : tapez quelques mots").format(n=len(found) - LISTED)
            self.list.addItem(_heading(more))
        if not found and self._other is None:
            self.list.addItem(_heading(_("Rien ne porte ces mots.") if wanted else _("Rien à choisir.")))
        if self._other is not None and typed.strip():
            line = QListWidgetItem(_("Créer « {name} »").format(name=typed.strip()))
            line.setData(Qt.ItemDataRole.UserRole, None)
            self.list.addItem(line)
        self._step(0, 1)
        shown = min(max(self.list.count(), 1), SHOWN)
        high = shown * max(self.list.sizeHintForRow(0), 30) + 8
        # What was opened stays as high: the line one types in would jump.
        self.list.setFixedHeight(max(high, self.list.height()) if self.isVisible() else high)

    def _step(self, row: int, by: int) -> None:
        """The next line that can be chosen, from this row on; none: the one before stays."""
        while 0 <= row < self.list.count():
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentRow(row)
                if row == 1:
                    self.list.scrollToTop()  # with its heading
                self._say.start()
                return
            row += by

    def _tell(self) -> None:
        """The keyboard stays in the line: what Entrée would take is said."""
        line = self.list.currentItem()
        if self.isVisible():
            say_aloud(self.line, said_of(line) if line else _("Rien ne porte ces mots."))

    def _picked(self, line: QListWidgetItem) -> None:
        chosen = line.data(Qt.ItemDataRole.UserRole)
        if not line.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        if chosen is None and self._other is not None:
            self.close()
            self._other(self.line.text().strip())
            return
        if not self._many:
            self.close()
            self._pick(chosen)
            return
        rank = next((i for i, choice in enumerate(self._choices) if choice.id == chosen), None)
        if rank is None:
            return
        known = self._choices[rank]
        self._choices[rank] = replace(known, ticked=not known.ticked)
        line.setCheckState(Qt.CheckState.Checked if not known.ticked else Qt.CheckState.Unchecked)
        self._say.start()
        self._pick(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Entrée in the line act on the list; Espace too, while nothing is typed."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self._step(self.list.currentRow() + by, by)
                return True
            ticks = event.key() == Qt.Key.Key_Space and self._many and not self.line.text()
            if ticks or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (line := self.list.currentItem()) is not None:
                    self._picked(line)
                return True
        return super().eventFilter(watched, event)


def _line(choice: Choice) -> QListWidgetItem:
    line = QListWidgetItem(choice.label)
    line.setData(Qt.ItemDataRole.UserRole, choice.id)
    if choice.where or choice.group:
        line.setData(WHERE, choice.where)
        said = ", ".join(part for part in (choice.group, choice.label, choice.where) if part)
        line.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        line.setToolTip("\n".join(part for part in (choice.label, choice.where) if part))
    if choice.ticked is not None:
        line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked)
    return line


def said_of(line: QListWidgetItem) -> str:
    """A line as it is read aloud, ticked or not."""
    words = str(line.data(Qt.ItemDataRole.AccessibleTextRole) or line.text())
    ticked = line.data(Qt.ItemDataRole.CheckStateRole)
    if ticked is None:
        return words
    on = Qt.CheckState(ticked) == Qt.CheckState.Checked
    return (_("{what}, coché") if on else _("{what}, pas coché")).format(what=words)


def _heading(words: str) -> QListWidgetItem:
    line = QListWidgetItem(words)
    line.setFlags(Qt.ItemFlag.NoItemFlags)
    return line


def plain(text: str) -> str:
    """Without accents and capitals, as one searches."""
    return "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))
