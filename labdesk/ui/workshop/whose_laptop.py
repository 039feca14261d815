"""A laptop that wrote and has no name: its sign, and a field to name it in the card itself, asked once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from labdesk.domain.entities import SHORT
from labdesk.ui.laptops import unknown
from labdesk.ui.sheet import role
from labdesk.words import _


class WhoseLaptop(QWidget):
    """Says which laptop was given which name; Échap gives it up."""

    named = Signal(str, str)
    """The laptop, its name."""

    def __init__(self, author: str, when: str) -> None:
        super().__init__()
        self._author, called = author, unknown(author)
        self._who = QLabel(f"{called} · {when}" if when else called, self)
        role(self._who, "small")
        self.ask = QPushButton(_("Nommer ce poste…"), self)
        role(self.ask, "link")
        self.ask.setAccessibleName(_("Nommer {laptop}").format(laptop=called))
        self.ask.setToolTip(_("Par exemple : Table 2, ou le portable du laboratoire. Ce nom reste ici."))
        self.ask.clicked.connect(self._open)
        self.field = QLineEdit(self)
        self.field.setMaxLength(SHORT)
        self.field.setPlaceholderText(_("Table 2, portable du labo…"))
        self.field.setAccessibleName(self.ask.accessibleName())
        self.field.returnPressed.connect(self._say)
        self.field.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._who)
        row.addWidget(self.ask)
        row.addWidget(self.field, 1)
        row.addStretch(0)

    def _open(self) -> None:
        self.ask.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        if name := " ".join(self.field.text().split()):
            self.named.emit(self._author, name)
        else:
            self._give_up()

    def _give_up(self) -> None:
        self.field.clear()
        self.field.hide()
        self.ask.show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap: the laptop keeps its sign."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._give_up()
        else:
            super().keyPressEvent(event)
