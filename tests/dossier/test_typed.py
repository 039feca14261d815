"""Typed text as blocks."""

from labdesk.dossier.text_blocks import Bullets, Paragraph, runs
from labdesk.dossier.typed import prose


def test_lines_are_paragraphs_and_dashes_are_lists() -> None:
    assert prose("Un\n\nDeux\n- a\n• b\n1. c\n2) d\nTrois") == (
        Paragraph(runs("Un")),
        Paragraph(runs("Deux")),
        Bullets((runs("a"), runs("b"))),
        Bullets((runs("c"), runs("d")), ordered=True),
        Paragraph(runs("Trois")),
    )


def test_a_number_or_a_dash_in_a_sentence_makes_no_list() -> None:
    assert prose("2027 sera long\n-5 degrés\n10.5 km") == tuple(
        Paragraph(runs(line)) for line in ("2027 sera long", "-5 degrés", "10.5 km")
    )


def test_nothing_typed_is_no_block() -> None:
    assert prose(" \n\n ") == ()
