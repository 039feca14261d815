"""A corrected document comes back to the place: its page, its actions, when the place stays on it."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from labdesk.ui.dossier.correction_actions import CORRECTED, CorrectionActions
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.page_names import CORRECTIONS
from labdesk.ui.dossier.place_of_pages import PlaceOfPages

if TYPE_CHECKING:
    from labdesk.ui.dossier.corrections import CorrectionsPage


class ComingBack:
    """The page is there from the first document on; its tab, while one is reviewed."""

    def __init__(self, place: PlaceOfPages) -> None:
        self._place = place
        self.actions = CorrectionActions(place, place.look, self._shown, self.take_back)
        place.refreshed.connect(self.actions.follow)

    def hear(self, page: Page) -> None:
        """The page was built."""
        review = cast("CorrectionsPage", page)
        review.finished.connect(self._put_away)
        review.reviewed.connect(self._reviewed)

    def take_back(self) -> None:
        """The page Corrections; the first time, the file is asked for."""
        page = self._opened()
        if page.correcting is None:
            page.file.choose()

    def receive(self, path: Path) -> bool:
        """Read a document that was let go over the window; False when it is none."""
        if path.suffix.lower() not in CORRECTED:
            return False
        self._opened().file.order(path)
        return True

    def shows(self, touched: frozenset[tuple[str, str]]) -> bool:
        """What is undone while a document is under review is seen in its list: the window stays."""
        page = self._place.pages.get(CORRECTIONS)
        return page is not None and self._place.isVisible() and cast("CorrectionsPage", page).shows(touched)

    def _opened(self) -> "CorrectionsPage":
        self._place.go_to_page(CORRECTIONS)
        return cast("CorrectionsPage", self._place.pages[CORRECTIONS])

    def _shown(self) -> "CorrectionsPage | None":
        page = self._place.pages.get(CORRECTIONS)
        shown = page is not None and self._place.current == CORRECTIONS
        return cast("CorrectionsPage", page) if shown else None

    def _reviewed(self) -> None:
        """A document was read, or put away: other things can be done, the keyboard goes elsewhere."""
        self.actions.follow()
        if (page := self._shown()) is not None:
            self._place.setFocusProxy(page.first())

    def _put_away(self) -> None:
        """The review of a document is over: its page goes, the texts come."""
        self._place.go_to_page("texts")
        self._place.bar.show_tab(CORRECTIONS, shown=False)
