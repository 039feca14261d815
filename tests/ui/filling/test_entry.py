"""What people type in a field, read as a value; a value, read again as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.canvas_type import common_vocabularies
from labdesk.domain.entities import Value
from labdesk.errors import Refusal
from labdesk.ui.filling.entry import Kind, read, shown, typed


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "1 234,50", 123_450),
        ("money", "12k", 1_200_000),
        ("money", "76\u202f200\u00a0€", 7_620_000),
        ("money", "", None),
        ("decimal", "5,4", "5.4"),
        ("decimal", "−3", "-3"),
        ("date", "15/10/2027", "2027-10-15"),
        ("date", "1er mars 2028", "2028-03-01"),
        ("date", "sept. 2028", "2028-09-01"),
        ("date", "2028-02-29", "2028-02-29"),
        ("text", " deux\tmots\x07 ", "deux mots"),
        ("long", "une\r\ndeux\x00", "une\ndeux"),
        ("check", "Oui", 1),
        ("check", "✓", 1),
        ("check", "non", 0),
    ],
)
def test_what_people_type_is_understood(kind: Kind, text: str, value: Value) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("money", "beaucoup"),
        ("decimal", "inf"),
        ("date", "31/02/2028"),
        ("date", "demain"),
        ("check", "peut-être"),
    ],
)
def test_what_is_not_understood_is_told_with_what_was_expected(kind: Kind, text: str) -> None:
    with pytest.raises(Refusal) as told:
        read(kind, text)
    assert text in told.value.sentence
    assert "n’a pas changé" in told.value.sentence


@pytest.mark.parametrize("text", ["Prestations", "prestation", "service", "PRESTATIONS"])
def test_a_choice_is_read_by_its_label_its_beginning_or_its_name(text: str) -> None:
    assert read("choice", text, common_vocabularies()["expense_kind"]) == "service"


def test_an_unknown_choice_names_what_is_offered() -> None:
    with pytest.raises(Refusal) as told:
        read("choice", "voyages", common_vocabularies()["expense_kind"])
    assert "Déplacements" in told.value.sentence


@given(st.integers(-(10**11), 10**11))
def test_an_amount_typed_again_is_the_same_to_the_cent(cents: int) -> None:
    assert read("money", typed("money", cents)) == cents
    assert read("money", shown("money", cents)) == cents


@given(st.dates())
def test_a_date_typed_again_is_the_same(day: object) -> None:
    iso = str(day)
    if int(iso[:4]) >= 1000:
        assert read("date", typed("date", iso)) == iso


@given(st.text(max_size=60), st.sampled_from(["money", "decimal", "date", "choice", "check", "text", "long"]))
def test_any_text_is_a_value_or_a_calm_sentence(text: str, kind: Kind) -> None:
    options = common_vocabularies()["level"] if kind == "choice" else ()
    said = text
    try:
        said = shown(kind, read(kind, text, options), options)
    except Refusal as refusal:
        said = refusal.sentence
    assert isinstance(said, str)
