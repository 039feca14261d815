"""What Word and LibreOffice are given alike: pictures, columns, passages with their marks."""

from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.office import columns, image, passages
from labdesk.dossier.text_blocks import Cell, Heading, Paragraph, Row, Table, runs
from tests.dossier.test_word import document, photo


def test_a_picture_is_never_wider_than_the_page_nor_higher_than_its_room() -> None:
    found = image(Picture("a" * 64, "Un téléphone", width=500, height=60), photo)
    assert (round(found.width), round(found.height)) == (80, 60)
    assert found.alt == "Un téléphone"


def test_a_picture_that_is_lost_leaves_its_words() -> None:
    found = image(Picture("b" * 64, "", "L’annonce"), photo)
    assert (found.alt, found.data) == ("L’annonce", b"")


def test_columns_share_the_width_and_those_without_a_share_take_one() -> None:
    table = Table(("A", "B", "C"), (Row((Cell(runs("x"), span=3),)),), widths=(2, 1))
    assert columns(table) == (0.5, 0.25, 0.25)
    assert columns(Table((), ())) == ()


def test_a_typed_text_is_one_passage_and_each_named_heading_another() -> None:
    told = document(
        Heading(1, "Contexte", "context"),
        Paragraph(runs("Un.", typed="context")),
        Paragraph(runs("Deux.", typed="context")),
        Paragraph(runs("Tiré.")),
    )
    found = list(passages(told))
    assert [(one.section, len(one.blocks), bool(one.mark)) for one in found] == [
        ("", 1, True),
        ("context", 2, True),
        ("", 1, False),
    ]
