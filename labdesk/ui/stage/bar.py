"""A discreet bar of commands: with the mouse when there is one screen, and for the two-button clicker.

With two screens the presenter has it. On one screen the mouse brings it over the band at the foot of the
picture, where nothing is read but the title; for the clicker, which takes its time, the picture makes room.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.sheet import role
from labdesk.ui.stage.commands import BY_NAME, CLICKED, Name
from labdesk.ui.style import Look
from labdesk.words import _

SEEN = 2_500
"""ms the bar stays after the mouse moved, a sentence after it was told."""
BUTTONS: tuple[Name, ...] = ("previous", "next", *CLICKED)
UNDER = 4
"""px that stay free under it."""


class Bar(QFrame):
    """Icons, and over them what the lit one does; it takes no keyboard focus."""

    chosen = Signal(str)
    needed = Signal(int)
    """px at the foot of the window that are its own as long as the clicker is used; 0: none."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        role(self, "bar")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        self.caption = QLabel(self)
        role(self.caption, "strong")
        self.caption.setTextFormat(self.caption.textFormat().PlainText)
        column.addWidget(self.caption)
        row = QHBoxLayout()
        row.setSpacing(2)
        column.addLayout(row)
        self.buttons: dict[Name, QPushButton] = {}
        for name in BUTTONS:
            command = BY_NAME[name]
            button = QPushButton(self)
            role(button, "quiet")
            draw(button, command.icon, look)
            button.setToolTip(f"{command.words} ({command.printed})")
            button.setAccessibleName(command.words)
            button.setFocusPolicy(button.focusPolicy().NoFocus)
            button.setCheckable(True)
            button.setFixedSize(look.px(36), look.px(34))
            button.clicked.connect(lambda _checked, name=name: self._choose(name))
            self.buttons[name] = button
            row.addWidget(button)
        self.setCursor(Qt.CursorShape.ArrowCursor)  # the picture under it has none while nothing moves
        self._away = QTimer(self, singleShot=True, interval=SEEN)
        self._away.timeout.connect(self.hide)
        self.hide()

    def lie_on(self, widget: QWidget) -> None:
        """The picture, or the presenter's window."""
        if widget is not self.parentWidget():
            self.setParent(widget)
            self.hide()

    def _choose(self, name: Name) -> None:
        self.buttons[name].setChecked(False)
        self.chosen.emit(name)

    def stir(self) -> None:
        """The mouse moved: the bar is there for a while."""
        if not self._away.isActive():
            self.caption.hide()
        self._show()
        self._away.start()

    def tell(self, sentence: str) -> None:
        """A sentence for who presents, for a while."""
        self.caption.setText(sentence)
        self.caption.show()
        self._show()
        self._away.start()

    def light(self, at: int | None) -> None:
        """The command the clicker would choose; None: the bar goes away."""
        for rank, name in enumerate(CLICKED):
            self.buttons[name].setChecked(rank == at)
        if at is None:
            self.hide()
            self.needed.emit(0)
            return
        words = BY_NAME[CLICKED[at]].words
        self.caption.setText(_("{command}   (retour : choisir ; suite : une autre)").format(command=words))
        self.caption.show()
        self._away.stop()
        self._show()
        self.needed.emit(self.height() + 2 * UNDER)

    def _show(self) -> None:
        self.adjustSize()
        around = self.parentWidget()
        if around is not None:
            left = (around.width() - self.width()) // 2
            self.move(max(0, left), max(0, around.height() - self.height() - UNDER))
        self.show()
        self.raise_()
