"""A discreet bar over the picture: when there is one screen, and for the two-button clicker."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.sheet import role
from labdesk.ui.stage.commands import BY_NAME, CLICKED, Name
from labdesk.ui.style import Look

SEEN = 2_500
"""ms the bar stays after the mouse moved."""
BUTTONS: tuple[Name, ...] = ("previous", "next", *CLICKED)


class Bar(QFrame):
    """Icons at the foot of the picture; it takes no keyboard focus."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        role(self, "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(4)
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
            button.clicked.connect(lambda _checked, name=name: self._choose(name))
            self.buttons[name] = button
            row.addWidget(button)
        self._away = QTimer(self, singleShot=True, interval=SEEN)
        self._away.timeout.connect(self.hide)
        self.hide()

    def _choose(self, name: Name) -> None:
        self.buttons[name].setChecked(False)
        self.chosen.emit(name)

    def stir(self) -> None:
        """The mouse moved: the bar is there for a while."""
        self._show()
        self._away.start()

    def light(self, at: int | None) -> None:
        """The command the clicker would choose; None: the bar goes away."""
        for rank, name in enumerate(CLICKED):
            self.buttons[name].setChecked(rank == at)
            self.buttons[name].setText(BY_NAME[name].short if rank == at else "")
        if at is None:
            self.hide()
        else:
            self._away.stop()
            self._show()

    def _show(self) -> None:
        self.adjustSize()
        around = self.parentWidget()
        if around is not None:
            left = (around.width() - self.width()) // 2
            self.move(QPoint(max(0, left), around.height() - self.height() - round(around.height() * 0.1)))
        self.show()
        self.raise_()
