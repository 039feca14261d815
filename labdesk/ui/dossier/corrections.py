"""The page Corrections: a document corrected in Word or LibreOffice comes back, one change at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from labdesk.domain.corrections.returned import Back
from labdesk.ui.aloud import say_aloud
from labdesk.ui.dossier.corrected_file import CorrectedFile
from labdesk.ui.dossier.correcting import Correcting
from labdesk.ui.dossier.correction_band import CorrectionBand
from labdesk.ui.dossier.correction_review import CorrectionReview
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.style import Look
from labdesk.ui.target import Target

WIDE = 860
"""px at 100 % from which the correction stands beside the list; under it, below."""
LOW = 480
"""px at 100 % under which what is said twice goes, and the correction stands beside the list after all."""


class CorrectionsPage(Page):
    """What is left in a band, the review under it; while there is none, the way to begin one."""

    finished = Signal()
    """Nobody reviews a document any more."""
    reviewed = Signal()
    """A document was read, or put away: other things can be done."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._look, self.desk = look, reading.desk
        self.file = CorrectedFile(reading, self)
        self.file.read.connect(self._begin)
        self.file.turned.connect(self._tell)
        self.review = CorrectionReview(reading, look)
        self.review.went_on.connect(self._tell)
        self.band = CorrectionBand(look)
        self.band.all.clicked.connect(self.review.take_all)
        self.band.over.clicked.connect(self.finish)
        self.band.choose.clicked.connect(self.file.choose)
        self._rest = QWidget()  # what is left of the page while there is nothing to review
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.band)
        box.addWidget(self.review, 1)
        box.addWidget(self._rest, 1)
        self.desk.opened.connect(self._forget)
        self.relook()
        self.refresh()

    @property
    def correcting(self) -> Correcting | None:
        """The document that is under review."""
        return self.review.correcting

    # -- the document -------------------------------------------------------------------------------
    def _begin(self, back: Back) -> None:
        """It was read; the one that was under review goes away."""
        correcting = Correcting(back, lambda section: self.desk.former("section", section, "text"))
        correcting.begin(self.desk.project)
        self._turn_to(correcting)
        say_aloud(self, self.band.sentence.text())
        self.review.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """Another project: this document is not of it."""
        self.file.forget()
        self._turn_to(None)

    def _turn_to(self, correcting: Correcting | None) -> None:
        self.review.begin(correcting)
        self._tell()
        self.reviewed.emit()

    def finish(self) -> None:
        """The document is put away; what was not taken is not in the project."""
        self._forget()
        self.finished.emit()

    # -- what is shown ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project changed: what was taken is seen in it."""
        self.review.refresh()
        self._tell()

    def _tell(self) -> None:
        correcting = self.correcting
        self.band.tell(correcting, self.desk.project, self.file.name, read_only=self.desk.read_only)
        self.review.setVisible(correcting is not None)
        self._rest.setVisible(correcting is None)
        self._fit()

    def relook(self) -> None:
        """The theme or the text size changed."""
        self.band.relook()
        self.review.relook()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the correction stands under the list, the buttons under the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        low = self.height() < px(LOW)
        beside = low or self.width() >= px(WIDE)
        self.review.stand(beside=beside, across=(px(300), px(800)), down=(px(220), px(400)))
        self.band.fit(beside=beside, bare=low and self.correcting is not None)

    # -- the place ----------------------------------------------------------------------------------
    def shows(self, touched: frozenset[tuple[str, str]]) -> bool:
        """What an undo touched is seen here: the window does not leave."""
        return self.isVisible() and self.review.shows(touched)

    def settle(self) -> None:
        """What is typed instead of a correction waits for a button: nothing to settle."""

    def first(self) -> QWidget:
        """The list once a document is there; until then the way to open one."""
        return self.review.list if self.correcting is not None else self.band.choose

    def stops(self) -> tuple[QWidget, ...]:
        """The corrections, the one in full; or the way to open a document."""
        return (*self.review.stops(), self.band.over) if self.correcting else (self.band.choose,)

    def show_target(self, target: Target) -> bool:
        """Nothing stands here by itself."""
        return False
