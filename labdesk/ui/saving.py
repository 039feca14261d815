"""Saving, said aloud: once when it begins to work, again after a trouble, and when Ctrl+S asks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.writer import SaveState


class Saving(QObject):
    """The pill shows the time of each save; who cannot see it hears what is worth hearing."""

    def __init__(self, desk: Desk, speaker: QWidget) -> None:
        super().__init__(speaker)
        self._desk, self._speaker = desk, speaker
        self._due = self._worked = False
        self._backup = ""
        """Why the last backup failed, once it was told."""
        desk.opened.connect(self._fresh)
        desk.changed.connect(self._worked_on)
        desk.saved.connect(self._saved)

    def _fresh(self) -> None:
        self._due, self._worked, self._backup = True, False, ""

    def _worked_on(self, _touched: object) -> None:
        self._worked = True

    def _saved(self, state: "SaveState") -> None:
        self._tell_backup()
        if state.trouble:
            self._due = True  # the trouble itself is told by the window; its end is told here
        elif self._due and self._worked and not state.pending:
            self._due = False
            say_aloud(self._speaker, _("Enregistré ; chaque changement l’est au fur et à mesure."))

    def _tell_backup(self) -> None:
        """Told once, and again when it fails otherwise or fails anew: the project itself is saved."""
        session = self._desk.session
        failed = (session.backup_trouble or "") if session is not None else ""
        if failed and failed != self._backup:
            self._desk.refused.emit(failed)
        self._backup = failed

    def ask(self) -> None:
        """Ctrl+S: all that was typed is in the file now, and the window says so."""
        desk = self._desk
        desk.settling.emit()
        session = desk.session
        if session is None:
            return
        if desk.read_only:
            desk.announce(_("Ce projet est en lecture seule : il n’y a rien à enregistrer."))
        elif session.flush(5.0):
            desk.announce(_("Tout est enregistré. LabDesk écrit chaque changement au fur et à mesure."))
        else:
            desk.refused.emit(
                _("Le fichier n’a pas encore tout reçu ; ce qui manque est gardé sur ce poste et suivra.")
            )
