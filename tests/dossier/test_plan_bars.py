"""The financing plan in bars: every part can be read, however thin it is."""

import io

import pytest

from labdesk.dossier import pdf
from labdesk.dossier.drawn_blocks import PlanBars
from labdesk.dossier.plan_bars import in_words
from tests.paper.reading import text
from tests.paper.samples import document, photo
from tests.paper.ua_checker import check

THIN = PlanBars(
    (
        ("Dépenses", (("Prestations", 6_300_000), ("Déplacements", 30_000), ("Salle", 20_000), ("Repas", 1))),
        ("Ressources", (("Fonds", 3_810_000), ("Région", 2_540_001))),
    )
)


def plain(words: str) -> str:
    return " ".join(words.replace("\u202f", " ").replace("\u00a0", " ").split())


def test_a_part_too_thin_for_its_words_stands_in_the_key_with_amount_and_share() -> None:
    said = plain(text(pdf.write(document(THIN), photo).data))
    for words in (
        "Prestations 63 000 € (99,2 %)",
        "1 · Déplacements 300 € (0,5 %)",
        "2 · Salle 200 € (0,3 %)",
    ):
        assert words in said
    assert "3 · Repas 0,01 € (< 0,1 %)" in said
    assert "4 ·" not in said, "what stands in its bar needs no key"


def test_who_cannot_see_the_bars_hears_each_part_and_its_share() -> None:
    said = plain(in_words(THIN))
    assert "Ressources : Fonds 38 100 € (60 %), Région 25 400,01 € (40 %)" in said
    assert check(io.BytesIO(pdf.write(document(THIN), photo).data)) == []


@pytest.mark.parametrize("count", [1, 12, 40, 90])
def test_a_crowd_of_thin_parts_stays_one_figure(count: int) -> None:
    parts = (("Grande", 10_000_000), *((f"Ligne {n}", 1_000 + n) for n in range(count)))
    data = pdf.write(document(PlanBars((("Dépenses", parts),))), photo).data
    assert check(io.BytesIO(data)) == []
    assert f"{count} · Ligne {count - 1}" in plain(text(data))


def test_a_plan_without_a_euro_draws_nothing() -> None:
    assert "Dépenses" not in text(pdf.write(document(PlanBars((("Dépenses", ()),))), photo).data)
