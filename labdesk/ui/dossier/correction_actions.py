"""What is done with a corrected document, as actions: words, keys, a place in the menu « Dossier »."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAction

from labdesk.ui.actions import act
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.dossier.corrections import CorrectionsPage
    from labdesk.ui.dossier.dossier_place import DossierPlace

CORRECTIONS = "corrections"
"""The page of a document that comes back; its tab is there once one did."""
CORRECTED = (".docx", ".odt")


class CorrectionActions:
    """One way in from the whole place; the rest can be done while a correction is on screen."""

    def __init__(self, place: "DossierPlace", look: Look) -> None:
        self._place = place
        self.take_back = act(
            place,
            look,
            _("Reprendre un document corrigé…"),
            place.take_back,
            icon_name="file-up",
            keys="Shift+F9",
            menu="dossier",
        )
        self.page_actions = (
            self._act(look, _("Accepter la correction"), "check", "Ctrl+Return", lambda page: page.accept),
            self._act(look, _("Refuser la correction"), "x", "Ctrl+Backspace", lambda page: page.refuse),
            self._act(look, _("Modifier la correction…"), "pencil", "F2", lambda page: page.rewrite),
            self._act(
                look,
                _("Accepter toutes les corrections"),
                "check-check",
                "Ctrl+Shift+Return",
                lambda page: page.take_all,
            ),
        )

    def _act(
        self,
        look: Look,
        words: str,
        drawing: str,
        keys: str,
        deed: "Callable[[CorrectionsPage], Callable[[], None]]",
    ) -> QAction:
        def run() -> None:
            deed(cast("CorrectionsPage", self._place.pages[CORRECTIONS]))()

        return act(self._place, look, words, run, icon_name=drawing, keys=keys, menu="dossier")

    def follow(self) -> None:
        """What can be done now."""
        page = self._place.pages.get(CORRECTIONS)
        here = page is not None and self._place.current == CORRECTIONS
        reviewing = here and cast("CorrectionsPage", page).correcting is not None
        for action in self.page_actions:
            action.setVisible(reviewing)
            action.setEnabled(reviewing and not self._place.desk.read_only)
