"""What the pages of the dossier read together: the profile, the last review, where a finding leads."""

from PySide6.QtCore import QObject, Signal

from labdesk.domain.completeness import Finding, Review
from labdesk.domain.completeness.content import TABLE_OF
from labdesk.domain.funding import Profile, Profiles, profile_of
from labdesk.ui.desk import Desk, Target
from labdesk.ui.readiness import Readiness
from labdesk.ui.target import target_of

EMPTY = ("TXT-01", "TXT-02")
"""The rules that say that a section is empty."""


class Reading(QObject):
    """One for the whole place; the pages hear `reviewed` and read again what they show."""

    reviewed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._readiness = Readiness(desk, self)
        self._readiness.reviewed.connect(lambda _review: self.reviewed.emit())

    @property
    def profiles(self) -> Profiles:
        """The profiles of this laptop."""
        return self._readiness.profiles

    @property
    def profile(self) -> Profile:
        """The profile of the project, the copy it carries first; the generic one when it has none."""
        return profile_of(self.desk.project.head, self.profiles)

    @property
    def review(self) -> Review | None:
        """The last review, or None before the first."""
        return self._readiness.review

    def ask(self) -> None:
        """Review now: a page is shown that has not seen one yet."""
        self._readiness.ask()

    def go(self, finding: Finding) -> None:
        """Show the place a finding speaks of."""
        self.desk.go(self.target(finding))

    def _filled_from(self, name: str) -> Target | None:
        """Where an empty section gets its content, when that is not its text: its table, or its canvases."""
        section = self.profile.section(name)
        if section is None or "typed" in section.source:
            return None
        if "table" in section.source and name in TABLE_OF:
            return Target("dossier", table=TABLE_OF[name], section=name)
        types = self.desk.types.known(self.desk.project)
        return next((Target(types[kind].place) for kind in section.source if kind in types), None)

    def target(self, finding: Finding) -> Target:
        """The place a finding speaks of; its section when the thing itself is not there yet."""
        project, types = self.desk.project, self.desk.types
        if finding.rule in EMPTY and (filled := self._filled_from(finding.section)) is not None:
            return filled
        found = target_of(project, types, finding.table, finding.row, finding.field or None)
        if finding.canvas and (found is None or found.canvas is None):
            found = target_of(project, types, "canvas", finding.canvas)
        if found is None:
            return Target("dossier", section=finding.section)
        section = finding.section if found.place == "dossier" else None
        return Target(found.place, found.canvas, found.table, found.row, found.field, section)
