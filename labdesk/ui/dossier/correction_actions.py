"""What is done with a corrected document, as actions: words, keys, a place in the menu « Dossier »."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from labdesk.ui.actions import act
from labdesk.ui.place import Place
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.dossier.corrections import CorrectionsPage

CORRECTED = (".docx", ".odt")
Deed = Callable[["CorrectionsPage"], None]


class CorrectionActions:
    """One way in from the whole place; the rest can be done while a correction is on screen.

    `page`: the page Corrections when it is the one shown, else None.
    """

    def __init__(
        self,
        place: Place,
        look: Look,
        page: "Callable[[], CorrectionsPage | None]",
        take_back: Callable[[], None],
    ) -> None:
        self._place, self._look, self._page = place, look, page
        self.take_back = act(
            place,
            look,
            _("Reprendre un document corrigé…"),
            take_back,
            icon_name="file-up",
            keys="Shift+F9",
            menu="dossier",
        )
        self.page_actions = (
            self._act(_("Accepter la correction"), "check", "Ctrl+Return", lambda page: page.review.accept()),
            self._act(_("Refuser la correction"), "x", "Ctrl+Backspace", lambda page: page.review.refuse()),
            self._act(_("Modifier la correction…"), "pencil", "F2", lambda page: page.review.rewrite()),
            self._act(
                _("Accepter toutes les corrections"),
                "check-check",
                "Ctrl+Shift+Return",
                lambda page: page.review.take_all(),
            ),
        )

    def _act(self, words: str, drawing: str, keys: str, deed: Deed) -> QAction:
        def run() -> None:
            page = self._page()
            if page is not None:
                deed(page)

        return act(self._place, self._look, words, run, icon_name=drawing, keys=keys, menu="dossier")

    def follow(self) -> None:
        """What can be done now."""
        page = self._page()
        reviewing = page is not None and page.correcting is not None
        for action in self.page_actions:
            action.setVisible(reviewing)
            action.setEnabled(reviewing and not self._place.desk.read_only)
