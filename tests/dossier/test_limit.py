"""A document of two pages at most: whole sentences are left out, and told."""

from labdesk.dossier import pdf
from labdesk.dossier.labelled_blocks import Signature
from labdesk.dossier.limit import sentences
from labdesk.dossier.text_blocks import Bullets, Heading, Paragraph, Run, runs
from tests.paper.reading import text
from tests.paper.samples import document, photo


def many(section: str, count: int) -> Paragraph:
    """A paragraph of numbered sentences that may be left out."""
    return Paragraph(
        runs(" ".join(f"{section}, phrase {n} de cette partie." for n in range(count))), spare=section
    )


def test_the_limit_is_kept_with_whole_sentences_and_the_foot_stays() -> None:
    foot = Signature(("Accord", "Désaccord"), ("Date", "Visa"))
    note = document(
        Heading(1, "Problème"),
        many("Problème", 150),
        Heading(1, "Suites"),
        many("Suites", 150),
        foot,
        page_limit=2,
    )
    found = pdf.write(note, photo)
    said = text(found.data)
    assert found.pages == 2
    assert "Accord" in said
    assert "Problème, phrase 0 de cette partie." in said
    assert "Suites, phrase 0 de cette partie." in said
    left = {(one.section, one.sentence) for one in found.left_out}
    for section in ("Problème", "Suites"):
        kept = [f"{section}, phrase {n} de cette partie." in said for n in range(150)]
        assert kept == sorted(kept, reverse=True)
        assert [(section, f"{section}, phrase {n} de cette partie.") in left for n in range(150)] == [
            not one for one in kept
        ]


def test_nothing_is_left_out_when_it_fits_and_as_little_as_can_be_when_not() -> None:
    assert pdf.write(document(many("A", 20), page_limit=1), photo).left_out == ()
    found = pdf.write(document(many("A", 400), page_limit=1), photo)
    fuller = pdf.write(document(many("A", 400 - len(found.left_out) + 10)), photo)
    assert (found.pages, fuller.pages) == (1, 2)


def test_items_of_a_list_may_be_left_out_too() -> None:
    block = Bullets(tuple(runs(f"point {n}") for n in range(100)), spare="Vigilance")
    found = pdf.write(document(block, page_limit=1), photo)
    assert found.pages == 1
    assert found.left_out[-1].sentence == "point 99"


def test_a_document_that_cannot_be_shortened_keeps_its_pages() -> None:
    found = pdf.write(document(Paragraph(runs("mot " * 2000)), page_limit=1), photo)
    assert found.pages > 1


def test_a_text_is_parted_after_its_sentences_and_every_run_keeps_its_look() -> None:
    text_runs = (Run("Un. Deux "), Run("gras. Tr", strong=True), Run("ois ! « Quatre ? » Cinq à 3.5 km. "))
    parted = sentences(text_runs)
    assert ["".join(run.text for run in one) for one in parted] == [
        "Un. ",
        "Deux gras. ",
        "Trois ! ",
        "« Quatre ? » ",
        "Cinq à 3.5 km. ",
    ]
    assert [run.strong for run in parted[1]] == [False, True]
