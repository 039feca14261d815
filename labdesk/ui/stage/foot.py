"""The buttons at the foot of the presenter's window: as many in a row as its width holds."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.sheet import role
from labdesk.ui.stage.commands import BY_NAME, Name
from labdesk.ui.style import Look

FOOT: tuple[Name, ...] = (
    "previous", "next", "into", "out", "black", "freeze", "spotlight", "reveal_lanes", "reveal_notes",
    "votes", "pointer", "beside", "lens", "order", "type", "work", "swap", "windowed", "theme", "keys",
    "leave",
)  # fmt: skip
ARROWS = "→←↓↑"
LINES = 3
"""Rows of buttons: where more would be needed they give their words away."""


class Key(QPushButton):
    """A command as a button: Entrée presses it, every other key is the projection's."""

    asked = Signal(str)
    pressed_elsewhere = Signal(object)

    def __init__(self, name: Name, look: Look, parent: QWidget, *, words: bool = False) -> None:
        super().__init__(parent)
        command = BY_NAME[name]
        self.cap = command.printed.split(" ·")[0]
        self.words = f"{command.short}  {self.cap}" if words else ""
        self.cap = "" if self.cap in ARROWS else self.cap  # their icons say it already
        role(self, "quiet")
        self.setText(self.words)
        draw(self, command.icon, look)
        self.setToolTip(f"{command.words} ({command.printed})")
        self.setAccessibleName(command.words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _checked: self.asked.emit(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            self.pressed_elsewhere.emit(event)


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
        self._across = 0

    def minimumSizeHint(self) -> QSize:
        """It asks for no width: it takes more rows."""
        hint = super().minimumSizeHint()
        hint.setWidth(self._look.px(320))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(self.width() - self._look.px(24))

    def _flow(self, room: int) -> None:
        """Words and keys, else keys, else icons: what fits in a few rows."""
        for told in ("words", "cap", ""):
            for key in self.keys:
                key.setText(getattr(key, told) if told else "")
            widest = max(key.sizeHint().width() for key in self.keys)
            across = max(1, min(room // (widest + self._grid.spacing()), len(self.keys)))
            rows = -(-len(self.keys) // across)
            if rows <= LINES:
                break
        across = -(-len(self.keys) // rows)  # even rows
        if across == self._across:
            return
        self._across = across
        for at, key in enumerate(self.keys):
            self._grid.addWidget(key, at // across, at % across)
