"""How far the dossier is: the reviewer’s rules, asked when the hands rest, never while someone types."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from labdesk import places
from labdesk.ui.desk import Desk

if TYPE_CHECKING:
    from labdesk.domain.completeness import Review
    from labdesk.domain.funding import Profiles

REST, ARRIVED = 400, 1_500
"""ms without a gesture before the rules are asked; and after a project has opened: its canvas comes first."""


class Readiness(QObject):
    """The last review of the project on the desk."""

    reviewed = Signal(object)
    """Review | None, after each rest."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.review: Review | None = None
        self._profiles: Profiles | None = None
        self._stamp: tuple[tuple[str, int], ...] = ()
        self.begun = False
        """Something was typed: before, nobody is told how much is missing."""
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.ask)
        desk.changed.connect(lambda _touched: self._rest.start(REST))
        desk.opened.connect(lambda: self._rest.start(ARRIVED))

    def ask(self) -> None:
        """Ask the rules now."""
        self._rest.stop()
        here = self._desk.session is not None and not self._desk.table  # a table has no dossier
        self.review = self._asked() if here else None
        self.reviewed.emit(self.review)

    def _asked(self) -> "Review":
        from labdesk.domain.completeness import begun, review
        from labdesk.domain.funding import profile_of

        desk = self._desk
        self.begun = begun(desk.project)
        profile = profile_of(desk.project.head, self.profiles)
        return review(desk.project, desk.catalogue, profile, date.today())

    @property
    def profiles(self) -> "Profiles":
        """The profiles of this laptop, read again when one of the lab’s own was written."""
        from labdesk.domain.funding import load_profiles

        own = places.own_funding()
        stamp = tuple((path.name, path.stat().st_mtime_ns) for path in sorted(own.glob("*.toml")))
        if self._profiles is None or stamp != self._stamp:
            self._profiles, self._stamp = load_profiles(), stamp
        return self._profiles
