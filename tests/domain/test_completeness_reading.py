"""What the rules read in free words: people, amounts, days, dates, counts."""

from datetime import date

import pytest

from labdesk.domain.completeness.privacy import addresses_in, names_in, phone_numbers_in
from labdesk.domain.completeness.rule import called, iso_day, whole
from labdesk.domain.completeness.schedule import decision_day
from labdesk.domain.completeness.texts import UNFINISHED, amounts_in


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (None, "…"),
        (" \n", "…"),
        ("Visas «\u00a0en série\u00a0»\n relus", "Visas «\u00a0en série\u00a0» relus"),
        ("x" * 70, "x" * 70),
        ("x" * 300, "x" * 70 + "…"),
        ("mot " * 50, ("mot " * 17).strip() + "…"),
    ],
)
def test_a_long_title_is_cut_after_a_word_in_a_sentence(name: str | None, said: str) -> None:
    assert called(name) == said


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mme Durand et M. Le Goff", ["Mme Durand"]),
        ("Camille Durand, cheffe", ["Camille Durand"]),
        ("Jean-Pierre Martin", ["Jean-Pierre Martin"]),
        ("Awa et Sylvie", []),
        ("Lycée Jean Moulin", []),
        ("Monsieur le préfet", []),
        ("La Poste Mobile", []),
        ("Inès croise une agente. Elle parle", []),
    ],
)
def test_people_cited_by_name_are_seen(text: str, people: list[str]) -> None:
    assert list(names_in(text)) == people


def test_addresses_and_phone_numbers_are_seen_and_other_numbers_are_not() -> None:
    assert addresses_in("Écrire à awa.d@exemple.invalid, pas à contact@") == ("awa.d@exemple.invalid",)
    assert phone_numbers_in("06 12 34 56 78, 03.80.11.22.33, +33 6 12 34 56 78") == (
        "06 12 34 56 78",
        "03.80.11.22.33",
        "+33 6 12 34 56 78",
    )
    assert phone_numbers_in("SIRET 130 012 345 67890, le 01/02/2027, 0612345678901") == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("avant le 15 septembre 2027", date(2027, 9, 15)),
        ("le 1er août 2027 au plus tard, sinon le 2 juillet 2028", date(2027, 8, 1)),
        ("pour le 15/09/2027", date(2027, 9, 15)),
        ("le 31 février 2027", None),
        ("avant l’été", None),
    ],
)
def test_the_day_a_decision_is_asked_for_is_read_in_its_text(text: str, first: date | None) -> None:
    assert decision_day(text) == first


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("un total de 76 200 €", [("76 200 €", 7_620_000, 7_620_000)]),
        ("76\u202f200\u00a0€", [("76\u202f200\u00a0€", 7_620_000, 7_620_000)]),
        ("38100 euros", [("38100 euros", 3_810_000, 3_810_000)]),
        ("12,50 €", [("12,50 €", 1_250, 1_250)]),
        ("38 k€", [("38 k€", 3_750_000, 3_850_000)]),
        ("1,2 M€", [("1,2 M€", 115_000_000, 125_000_000)]),
        ("1.234,50 €", [("1.234,50 €", 123_450, 123_450)]),
        ("environ 30 000 €", []),
        ("en 2027, 15 jours", []),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, amounts: list[tuple[str, int, int]]) -> None:
    assert list(amounts_in(text)) == amounts


@pytest.mark.parametrize(
    "text", ["à compléter", "Coût : XXXX €", "????", "[montant]", "[…]", "À PRÉCISER", "<nom>", "______"]
)
def test_what_is_left_to_write_is_seen(text: str) -> None:
    assert UNFINISHED.search(text)


@pytest.mark.parametrize("text", ["Vraiment ?", "[1]", "[2027]", "x = 2", "un xénon"])
def test_an_ordinary_text_is_not_unfinished(text: str) -> None:
    assert not UNFINISHED.search(text)


def test_dates_and_counts_that_are_none_are_read_as_none() -> None:
    assert (iso_day("2027-10-01"), iso_day("2027-02-30"), iso_day(None)) == (date(2027, 10, 1), None, None)
    assert (whole(" 12 "), whole(12), whole("douze"), whole(None)) == (12, 12, 0, 0)
