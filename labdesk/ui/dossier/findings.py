"""The reviewer’s findings as rows of a list; severity has a sign and a word, never a colour alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from labdesk.domain.completeness import Finding, SectionState, Severity
from labdesk.domain.funding import Profile, Section
from labdesk.ui.dossier.answering import Answering
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

SIGNS: dict[Severity, tuple[str, str]] = {
    "blocking": ("circle-x", "bad"),
    "to_check": ("triangle-alert", "warn"),
    "advice": ("lightbulb", "primary"),
}
"""Severity → (icon, ink)."""


def severity_word(severity: Severity, count: int = 1) -> str:
    """« bloquant », « 2 points bloquants »…"""
    if severity == "blocking":
        return several(count, "{n} point bloquant", "{n} points bloquants")
    if severity == "to_check":
        return several(count, "{n} point à vérifier", "{n} points à vérifier")
    return several(count, "{n} conseil", "{n} conseils")


def finding_line(finding: Finding, profile: Profile, *, with_section: bool) -> SignLine:
    """A finding as a row: what is wrong, then what to do, then the rule it comes from."""
    sign, tone = SIGNS[finding.severity]
    section = profile.section(finding.section)
    where = f"{section.label} · {finding.rule}" if section and with_section else finding.rule
    detail = f"{finding.advice}\n{where}" if finding.advice else where
    return SignLine(finding.sentence, detail, sign, tone, leads=True)


def section_line(section: Section, state: SectionState | None) -> SignLine:
    """A section as a row: its title, and how far it is."""
    title = str(section.label)
    if state is None:
        return SignLine(title, sign="circle", tone="ink3")
    if state.state == "ready":
        return SignLine(title, sign="circle-check", tone="ok", word=_("prête"))
    if state.state == "empty":
        sign, tone = ("circle-alert", "bad") if state.blocking else ("circle", "ink3")
        return SignLine(title, sign=sign, tone=tone, word=_("vide"))
    severity: Severity = "blocking" if state.state == "blocking" else "to_check"
    sign, tone = SIGNS[severity]
    count = state.blocking if severity == "blocking" else state.to_check
    return SignLine(title, sign=sign, tone=tone, word=severity_word(severity, count))


class FindingsPanel(QFrame):
    """The findings of one section (or some tables), and the way to each."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading = reading
        role(self, "panel")
        self._heading, self._none = QLabel(_("Ce que dira le relecteur")), QLabel()
        role(self._heading, "h3")
        role(self._none, "muted")
        self._none.setWordWrap(True)
        self.list = SignList(look, _("Remarques du relecteur sur cette section"), twice=True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.chosen.connect(self._go)
        self.answering = Answering(reading, look, lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.entered_row.connect(self.answering.speak_of)
        self._box = QVBoxLayout(self)
        for widget in (self._heading, self._none, self.list, self.answering):
            self._box.addWidget(widget)
        self._box.setStretchFactor(self.list, 1)
        self._box.addStretch(0)
        self.count = 0
        self.relook(look)

    def relook(self, look: Look) -> None:
        """The theme or the text size changed."""
        space = look.space("m")
        self._box.setContentsMargins(space, space, space, space)
        self.list.relook()
        self.answering.relook()

    def show_sections(self, sections: Sequence[str]) -> None:
        """The findings of these sections, gravest first as the review gives them."""
        review, profile = self._reading.review, self._reading.profile
        found = [finding for name in sections for finding in (review.of(name) if review else ())]
        self.list.show_lines([(finding_line(f, profile, with_section=len(sections) > 1), f) for f in found])
        self.count = len(found)
        self._none.setText(_("Rien à redire ici.") if review else _("La relecture arrive dans un instant…"))
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        if found and self.list.current() is None:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.answering.speak_of(self.list.current() if found else None)

    def _go(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._reading.go(finding)
