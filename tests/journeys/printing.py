"""A document leaves by the page Exporter: a click on its format, the name of the file in the dialog."""

from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QFileDialog, QLineEdit

from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.exports import ExportsPage
from tests.journeys.hands import Hands

MADE = 60_000
"""ms a document may take on a busy machine."""


def exports_of(hands: Hands) -> ExportsPage:
    """The page Exporter, gone to by its keys."""
    hands.press("Alt+6", "Ctrl+8")
    place = hands.window.place
    assert isinstance(place, DossierPlace)
    page = place.pages["export"]
    assert isinstance(page, ExportsPage)
    return page


def export_dossier(hands: Hands, out: Path, *, final: bool = False) -> None:
    """Exporter › Dossier › brouillon, or définitif, as PDF."""
    page = exports_of(hands)
    hands.click(page.buttons[("dossier", "pdf", final)])
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog), page.errand.words
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    hands.press("Ctrl+A")
    hands.type(str(out))
    with hands.qtbot.waitSignal(page.errand.finished, timeout=MADE) as told:
        hands.press("Return")
    assert told.args == [True], page.errand.words
    hands.come_back()


def words_of(pdf: Path) -> str:
    """All that a reader of PDF reads."""
    document = pypdfium2.PdfDocument(pdf)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words
