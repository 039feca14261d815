"""What a document says, part by part: the measure of one that comes back."""

from labdesk.domain.corrections.lines import Line
from labdesk.dossier.outline import outline
from labdesk.dossier.text_blocks import Bullets, Cell, Heading, Paragraph, Row, Run, Table, runs
from tests.dossier.test_word import document


def test_typed_lines_and_drawn_ones_are_told_apart_under_the_heading_that_has_a_name() -> None:
    told = outline(
        "dossier",
        document(
            Paragraph(runs("Couverture")),
            Heading(1, "Contexte", "context"),
            Paragraph(runs("Un : deux.", typed="context")),
            Heading(2, "Sans nom"),
            Bullets((runs("tiré"),)),
            Table(("A", "B"), (Row((Cell(runs("")), Cell(runs("1 000 €")))),), caption="Des chiffres"),
        ),
    )
    front, context = told.parts
    assert (front.name, front.drawn) == ("front", (Line("text", "Couverture"),))
    assert (context.name, context.title, context.typed) == ("context", "Contexte", "context")
    assert context.text == (Line("text", "Un\u00a0: deux."),)
    assert context.drawn == (
        Line("heading", "Sans nom"),
        Line("bullet", "tiré"),
        Line("text", "Des chiffres"),
        Line("row", "A | B"),
        Line("row", "1 000 €"),
    )


def test_what_was_typed_after_a_label_is_a_line_of_its_own() -> None:
    words = (Run("Ensuite : ", strong=True), Run("le SGC.", typed="sustainability"))
    (_front, part) = outline("note", document(Heading(2, "Coût", "financing"), Paragraph(words))).parts
    assert part.typed == "sustainability"
    assert part.text == (Line("text", "le SGC."),)
    assert part.drawn == (Line("text", "Ensuite\u00a0:"),)
