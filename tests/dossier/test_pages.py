"""Pages of a PDF as pictures."""

import io
from pathlib import Path

import pytest
from PIL import Image

from labdesk.dossier.blocks import PageBreak
from labdesk.dossier.pages import page_count, page_picture
from labdesk.dossier.text_blocks import Heading
from labdesk.errors import Refusal
from tests.paper.reading import written


def test_a_page_is_a_picture_of_the_width_asked_for() -> None:
    data = written(Heading(1, "Un"), PageBreak(landscape=True), Heading(1, "Deux"))
    assert page_count(data) == 2
    sizes = [Image.open(io.BytesIO(page_picture(data, page, 600))).size for page in (0, 1)]
    assert [width for width, _height in sizes] == [600, 600]
    assert sizes[0][1] > 600 > sizes[1][1]


def test_the_words_are_on_the_picture() -> None:
    page = Image.open(io.BytesIO(page_picture(written(Heading(1, "Titre")), 0, 400))).convert("L")
    darkest, _lightest = page.getextrema()
    assert isinstance(darkest, int | float)
    assert darkest < 80


def test_what_is_not_a_pdf_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "faux.pdf").write_bytes(b"rien")
    for wrong in (b"", b"rien", tmp_path / "faux.pdf", tmp_path / "absent.pdf"):
        with pytest.raises(Refusal):
            page_count(wrong)
    with pytest.raises(Refusal):
        page_picture(written(), 3, 100)
