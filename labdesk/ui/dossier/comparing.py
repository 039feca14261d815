"""What changed between two versions is asked of the press when the hands rest, and shown when it comes."""

from PySide6.QtCore import QObject, QTimer

from labdesk.domain.changes import Changes
from labdesk.domain.entities import Version
from labdesk.domain.model import Project
from labdesk.ui.dossier.changes_view import ChangesView
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.press.orders import Made
from labdesk.ui.press.press import Asked, press_of
from labdesk.words import _

REST = 600
"""ms without a gesture before what changed is compared again."""


class Comparing(QObject):
    """One comparison at a time; what is already shown is not asked for again."""

    def __init__(self, reading: Reading, view: ChangesView) -> None:
        super().__init__(view)
        self._reading, self._desk, self._view = reading, reading.desk, view
        self._version: Version | None = None
        self._other = ""
        self._asked: tuple[Project, str, str] | None = None
        """What was compared last: the project, the version, the other one."""
        self._number = 0
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.compare)
        self._press = press_of(self._desk)
        self._press.made.connect(self._made)
        self._press.refused.connect(self._refused)

    def wish(self, version: Version | None, other: str = "") -> None:
        """From this version to that one, or to now (empty): at once for another version, else at rest."""
        self._version, self._other = version, other
        same = version is not None and self._asked is not None and self._asked[1] == version.id
        self._rest.start(REST if same else 0)

    def compare(self) -> None:
        """Ask now, unless it is what is shown."""
        self._rest.stop()
        version = self._version
        if version is None or self._desk.session is None:
            return
        if not version.parts:
            self._view.say(_("Cette version n’a rien gardé du dossier : elle ne peut pas être comparée."))
            return
        wanted = (self._desk.project, version.id, self._other)
        if self._asked is not None:
            if self._asked[0] is wanted[0] and self._asked[1:] == wanted[1:]:
                return
            if self._asked[1:] != wanted[1:]:  # else what is shown is true but for the last gestures
                self._view.say(_("Comparaison en cours…"))
        self._asked = wanted
        detail = f"{version.id} {self._other}".strip()
        self._number = self._press.order(Asked("changes", self._reading.profile, detail=detail))

    def _made(self, number: int, made: Made) -> None:
        if number == self._number and isinstance(made.changes, Changes):
            self._number = 0
            self._view.show_changes(made.changes)

    def _refused(self, number: int, sentence: str) -> None:
        if number == self._number:
            self._number = 0
            self._asked = None
            self._view.say(sentence)
