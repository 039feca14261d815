"""The band over the corrections: what is left in a sentence, and what is done with the whole document."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from labdesk.domain.model import Project
from labdesk.ui.dossier.correcting import Correcting
from labdesk.ui.dossier.correction_words import hint, where
from labdesk.ui.dossier.deed_button import deed_button
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class CorrectionBand(QFrame):
    """It tells; the page connects its buttons."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        role(self, "band")
        self.sentence, self.hint = QLabel(), QLabel()
        role(self.sentence, "h2")
        role(self.hint, "muted")
        self.all = deed_button(look, _("Tout accepter"), "check-check", "on_primary")
        role(self.all, "primary")
        self.over = deed_button(look, _("Terminer"), "x")
        self.choose = deed_button(look, _("Reprendre un document corrigé…"), "file-up")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        words, buttons = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        for label in (self.sentence, self.hint):
            label.setWordWrap(True)
            words.addWidget(label)
        for button in (self.all, self.over, self.choose):
            buttons.addWidget(button)
        self._box.addLayout(words, 1)
        self._box.addLayout(buttons)

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin, space = self._look.space("l"), self._look.space("m")
        self._box.setContentsMargins(margin, space, margin, space)
        self._box.setSpacing(space)

    def fit(self, *, beside: bool, bare: bool) -> None:
        """`beside`: the buttons stand beside the words; `bare`: there is no height for what is said twice."""
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.hint.setVisible(bool(self.hint.text()) and not bare)
        self.choose.setVisible(not bare)

    def tell(
        self, correcting: Correcting | None, project: Project, being_read: str, *, read_only: bool
    ) -> None:
        """What is left of this document; nothing is when there is none."""
        self.sentence.setText(where(correcting, project, being_read))
        self.hint.setText(hint(correcting))
        waiting = sum(one.status == "open" for one in correcting.waiting(project, "see")) if correcting else 0
        self.all.setText(_("Tout accepter ({n})").format(n=waiting))
        self.all.setVisible(bool(waiting))
        self.all.setEnabled(not read_only)
        self.over.setVisible(correcting is not None)
