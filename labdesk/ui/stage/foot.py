"""The buttons at the foot of the presenter's window: as many in a row as its width holds, and always words.

Where not all of them hold with their words, the main ones keep theirs and « Autres » opens a menu with the
rest.
"""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.icons import icon
from labdesk.ui.sheet import role
from labdesk.ui.stage.commands import BY_NAME, Name
from labdesk.ui.style import Look
from labdesk.words import _

FOOT: tuple[Name, ...] = (
    "previous", "next", "into", "out", "black", "freeze", "spotlight", "reveal_lanes", "reveal_notes",
    "votes", "pointer", "beside", "lens", "order", "type", "work", "swap", "windowed", "theme", "keys",
    "leave",
)  # fmt: skip
MAIN: tuple[Name, ...] = (
    "next", "previous", "black", "freeze", "reveal_lanes", "spotlight", "lens", "into", "out", "order",
    "leave",
)  # fmt: skip
"""What keeps its place when not all of them hold, the most needed first."""
ARROWS = "→←↓↑"
LINES, FEW = 3, 2
"""Rows of buttons: of all of them, of the main ones."""


class FootButton(QPushButton):
    """Entrée presses it, every other key is the projection's."""

    pressed_elsewhere = Signal(object)

    def __init__(self, drawing: str, words: str, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        role(self, "quiet")
        self.setText(words)
        draw(self, drawing, look)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            self.pressed_elsewhere.emit(event)


class Key(FootButton):
    """A command as a button."""

    asked = Signal(str)

    def __init__(self, name: Name, look: Look, parent: QWidget, *, words: bool = False) -> None:
        command = self.command = BY_NAME[name]
        cap = command.printed.split(" ·")[0]
        self.whole = f"{command.short}  {cap}"
        super().__init__(command.icon, self.whole if words else "", command.words, look, parent)
        self.setToolTip(f"{command.words} ({command.printed})")
        self.clicked.connect(lambda _checked: self.asked.emit(name))


class Foot(QWidget):
    """All commands that have no place of their own above."""

    asked = Signal(str)
    pressed = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(look.px(12), 0, look.px(12), look.px(10))
        self._grid.setSpacing(look.px(4))
        self.keys = [Key(name, look, self, words=True) for name in FOOT]
        for key in self.keys:
            key.asked.connect(self.asked)
            key.pressed_elsewhere.connect(self.pressed)
        self.more = FootButton("ellipsis-vertical", _("Autres"), _("Autres commandes"), look, self)
        self.more.pressed_elsewhere.connect(self.pressed)
        self.more.clicked.connect(self._open)
        self._laid: tuple[int, tuple[FootButton, ...]] = (0, ())

    def minimumSizeHint(self) -> QSize:
        """It asks for no width: it takes more rows."""
        hint = super().minimumSizeHint()
        hint.setWidth(self._look.px(320))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(self.width() - self._look.px(24))

    def _flow(self, room: int) -> None:
        """Words and keys, else words, else the words of the main ones: what holds in a few rows."""
        shown: list[FootButton] = list(self.keys)
        for whole in (True, False):
            for key in self.keys:
                key.setText(key.whole if whole else key.command.short)
            across = self._across(shown, room)
            if -(-len(shown) // across) <= LINES:
                break
        else:
            named = {key.command.name: key for key in self.keys}
            across = self._across([self.more, *(named[name] for name in MAIN)], room)
            kept = {named[name] for name in MAIN[: FEW * across - 1]}
            shown = [*(key for key in self.keys if key in kept), self.more]
        rows = -(-len(shown) // across)
        self._lay(tuple(shown), -(-len(shown) // rows))  # even rows

    def _across(self, shown: list[FootButton], room: int) -> int:
        """How many hold side by side."""
        widest = max(button.sizeHint().width() for button in shown)
        return max(1, min(room // (widest + self._grid.spacing()), len(shown)))

    def _lay(self, shown: tuple[FootButton, ...], across: int) -> None:
        if (across, shown) == self._laid:
            return
        self._laid = across, shown
        for button in (*self.keys, self.more):
            self._grid.removeWidget(button)
            button.setVisible(button in shown)
        for at, button in enumerate(shown):
            self._grid.addWidget(button, at // across, at % across)

    def _open(self) -> None:
        """Those that have no button of their own here, with their keys."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self.keys:
            if key not in self._laid[1]:
                command = key.command
                menu.addAction(
                    icon(command.icon, self._look), f"{command.short}\t{command.printed}", key.click
                )
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
