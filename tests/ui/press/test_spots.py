"""The place of the words one writes, found on the pages as they are printed."""

from datetime import datetime

import pypdfium2
import pytest

from labdesk.dossier import pdf
from labdesk.dossier.blocks import PageBreak
from labdesk.dossier.documents import Document
from labdesk.dossier.text_blocks import Heading, Paragraph, runs
from labdesk.ui.press.spots import around, find


@pytest.mark.parametrize(
    ("text", "at", "first"),
    [
        ("", 0, None),
        ("   ", 2, None),
        ("Une réponse en 15 jours", 4, "Une réponse en 15 jours"),
        ("un deux trois quatre cinq six sept huit", 39, "trois quatre cinq six sept huit"),
        ("un deux trois quatre cinq six sept huit", 0, "un deux trois quatre cinq six"),
    ],
)
def test_the_words_around_the_cursor_then_fewer(text: str, at: int, first: str | None) -> None:
    found = around(text, at)
    assert (found[0] if found else None) == first
    assert [len(words.split()) for words in found] == sorted((len(w.split()) for w in found), reverse=True)


def nothing(_sha: str, _rendition: str = "print") -> bytes:
    raise KeyError


def test_words_are_found_whatever_the_printer_made_of_them() -> None:
    long = "L’administration anticonstitutionnellement réorganisée : 38 100 € demandés ; « oui » ! " * 6
    blocks = (
        Heading(1, "Synthèse", "summary"),
        Paragraph(runs(long)),
        PageBreak(),
        Heading(1, "Risques", "risks"),
        Paragraph(runs("Départ de la cheffe de projet")),
    )
    made = pdf.write(Document("Essai", blocks, datetime(2027, 1, 1)), nothing)
    document = pypdfium2.PdfDocument(made.data)
    spot = find(document, around(long, len(long)), 0, 1)
    assert spot is not None
    assert spot.page == 0
    assert 0 < spot.top < spot.bottom < 1
    there = find(document, ("cheffe de projet",), 0, len(document) - 1)
    assert there is not None
    assert there.page == len(document) - 1
    assert find(document, ("cheffe de projet",), 0, 0) is None
    assert find(document, ("nulle part", "?!"), 0, 1) is None
