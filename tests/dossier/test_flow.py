"""Pieces on pages: inside the frame, in order, and no title alone at the foot of a page."""

import io
import os
import re

from hypothesis import given, settings

from labdesk.dossier.blocks import Block, Keep
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.objects import File
from labdesk.dossier.pictures import Store
from labdesk.dossier.pieces import Piece
from labdesk.dossier.placing import Placed, arrange
from labdesk.dossier.text_blocks import Heading, Paragraph, runs
from tests.paper.reading import page_texts, written
from tests.paper.samples import document, documents, photo, table

MANY = 200 if "LABDESK_TORTURE" in os.environ else 20


def placed(one: Document) -> Placed:
    """The pages of a document, before they are painted."""
    return arrange(one, Store(File(io.BytesIO()), photo))


@settings(max_examples=MANY)
@given(documents)
def test_nothing_overlaps_and_nothing_leaves_the_frame(one: Document) -> None:
    for page in placed(one).pages:
        low = page.frame.top
        for piece, y in page.placed:
            assert y >= low - 0.1
            low = y + piece.height
            assert low <= page.frame.bottom + 1


def test_a_title_is_never_alone_at_the_foot_of_a_page() -> None:
    for lines in range(20, 60):
        blocks: list[Block] = [
            Paragraph(runs("mot\n" * lines)),
            Heading(1, "Titre"),
            Heading(2, "Sous-titre"),
            table(4),
        ]
        for page in placed(document(*blocks)).pages:
            last: Piece = page.placed[-1][0]
            assert not last.keep


def test_blocks_kept_together_stay_on_one_page() -> None:
    for lines in range(30, 50):
        kept = Keep(
            (Paragraph(runs("début")), Picture("photo", "Alt", width=60, height=60), Paragraph(runs("fin")))
        )
        pages = page_texts(written(Paragraph(runs("mot\n" * lines)), kept))
        assert sum("début" in page for page in pages) == 1
        assert ["début" in page for page in pages] == ["fin" in page for page in pages]


def test_a_table_that_goes_on_shows_its_head_again_and_its_total_is_never_alone() -> None:
    for rows in range(20, 60):
        pages = page_texts(written(table(rows)))
        assert all("Poste Quantité Montant" in page for page in pages)
        assert re.search(r"Poste \d+ .*Total .*TTC", pages[-1])
