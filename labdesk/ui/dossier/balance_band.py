"""The band over the tables of the budget: whether the plan adds up, with its figures and a small picture."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from labdesk.ui.actions import draw
from labdesk.ui.dossier.balance import Balance
from labdesk.ui.dossier.plan_picture import PlanPicture
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.words import _

_SIGNS = {True: ("circle-check", "ok"), False: ("circle-x", "bad"), None: ("scale", "ink3")}


class BalanceBand(QFrame):
    """Whether the plan adds up, in words and with a sign; its figures; a small picture."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._sign = look, Sign(look, size=22)
        role(self, "band")
        self._sentence, self._facts = QLabel(), QLabel()
        role(self._sentence, "h3")
        role(self._facts, "muted")
        for label in (self._sentence, self._facts):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.picture = PlanPicture(look, _("Image du plan de financement"))
        words = QVBoxLayout()
        words.addWidget(self._sentence)
        words.addWidget(self._facts)
        self.remarks = QPushButton()
        draw(self.remarks, "list-checks", look)
        role(self.remarks, "quiet")
        self.remarks.hide()
        words.addWidget(self.remarks, 0, Qt.AlignmentFlag.AlignLeft)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words.addStretch(1)
        words.setSpacing(2)
        self._line.addLayout(words, 1)
        self._line.addWidget(self.picture, 1)

    def say(self, balance: Balance) -> None:
        """Show this balance."""
        self._sign.become(*_SIGNS[balance.good])
        self._sentence.setText(balance.sentence)
        role(self._sentence, "h3")
        self._facts.setText(" · ".join(balance.facts))
        self._facts.setVisible(bool(balance.facts))
        margin = self._look.space("l")
        self._line.setContentsMargins(margin, self._look.space("s"), margin, self._look.space("s"))
        self._line.setSpacing(self._look.space("m"))
