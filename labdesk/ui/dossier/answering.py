"""Under a list of findings: why the reviewer says so, the way to the place, what the program proposes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from labdesk.domain.completeness import Finding, reason
from labdesk.domain.completeness.proposals import Proposal, proposal
from labdesk.ui.actions import draw
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class Answering(QFrame):
    """It speaks of the finding chosen in the list above; `then` is called once a proposal was followed."""

    def __init__(self, reading: Reading, look: Look, then: Callable[[], object]) -> None:
        super().__init__()
        self._reading, self._look, self._then = reading, look, then
        self._finding: Finding | None = None
        self._proposal: Proposal | None = None
        self._low = False
        role(self, "band")
        self.setAccessibleName(_("La remarque choisie"))
        self.why, self.offer = QLabel(), QLabel()
        role(self.why, "small")
        role(self.offer, "strong")
        for label in (self.why, self.offer):
            label.setWordWrap(True)
        self.go, self.follow = QPushButton(_("Aller")), QPushButton(_("Suivre la proposition"))
        self.go.setToolTip(_("Montre l’endroit dont parle la remarque choisie"))
        draw(self.go, "arrow-right", look)
        draw(self.follow, "check", look)
        self.go.clicked.connect(self._go)
        self.follow.clicked.connect(self._follow)
        self._row = QHBoxLayout()
        self._row.addWidget(self.go)
        self._row.addWidget(self.follow)
        self._row.addStretch(1)
        self._box = QVBoxLayout(self)
        for widget in (self.why, self.offer):
            self._box.addWidget(widget)
        self._box.addLayout(self._row)
        self.relook()

    def relook(self) -> None:
        """The theme or the text size changed."""
        space = self._look.space("s")
        self._box.setContentsMargins(self._look.space("l"), space, self._look.space("l"), space)
        self._box.setSpacing(space)

    def fit(self, *, low: bool) -> None:
        """On a low window why and what are one short line; the list above keeps its room."""
        self._low = low
        self.speak_of(self._finding)

    def speak_of(self, finding: object) -> None:
        """This finding is chosen now; nothing is when it is none."""
        self._finding = finding if isinstance(finding, Finding) else None
        self.setVisible(self._finding is not None)
        if self._finding is None:
            return
        why = _("Pourquoi : {reason}").format(reason=reason(self._finding.rule))
        self.why.setText(why)
        self.setToolTip(why)
        self.go.setAccessibleDescription(why)
        desk = self._reading.desk
        self._proposal = proposal(
            desk.project, desk.catalogue, self._reading.profile, self._finding, date.today()
        )
        shown = self._proposal is not None and not desk.read_only
        self.offer.setVisible(shown and not self._low)
        self.follow.setVisible(shown)
        if self._proposal is not None:
            words = _("Proposition : {words}").format(words=self._proposal.words)
            self.offer.setText(words)
            self.follow.setToolTip(words)
            if self._low and shown:
                self.why.setText(words)  # why is in the tooltip then
            self.follow.setAccessibleDescription(words)

    def _go(self) -> None:
        if self._finding is not None:
            self._reading.go(self._finding)

    def _follow(self) -> None:
        """It is asked again of the project of now: the finding may have been answered meanwhile."""
        desk, finding = self._reading.desk, self._finding
        if finding is None or desk.read_only:
            return
        desk.settling.emit()
        found = proposal(desk.project, desk.catalogue, self._reading.profile, finding, date.today())
        if found is None:
            desk.announce(_("Il n’y a plus rien à proposer ici."))
        elif desk.do(found.gesture):
            self._reading.ask()
            desk.announce(_("Fait : {words}. Ctrl+Z l’annule.").format(words=found.words))
        self._then()
