"""The file format: what is written reads back the same."""

import io
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.dossier.objects import File, Name, dump, number

_STRINGS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def read_back(values: list[Any]) -> list[Any]:
    """The values as another library reads them from a whole file."""
    sink = io.BytesIO()
    file = File(sink)
    refs = [file.put({"V": value}) for value in values]
    pages = file.put({"Type": Name("Pages"), "Kids": [], "Count": 0})
    file.close(file.put({"Type": Name("Catalog"), "Pages": pages, "All": list(refs)}), file.put({}))
    with pikepdf.open(sink) as pdf:
        every: Any = pdf.Root.All
        return [str(one.V) for one in every]


@given(st.lists(_STRINGS, max_size=6))
def test_texts_come_back(texts: list[str]) -> None:
    assert read_back(list(texts)) == texts


@given(st.lists(_STRINGS.filter(lambda text: text != ""), max_size=4))
def test_names_come_back(names: list[str]) -> None:
    assert read_back([Name(name) for name in names]) == [f"/{name}" for name in names]


def test_more_objects_than_a_pack_holds_come_back() -> None:
    assert read_back([f"n° {n}" for n in range(450)]) == [f"n° {n}" for n in range(450)]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (0.126, "0.13"), (-0.001, "0"), (1e-9, "0"), (120.0, "120"), (12345.678, "12345.68")],
)
def test_numbers_have_two_decimals_and_no_exponent(value: float, text: str) -> None:
    assert number(value) == text


def test_values_are_written_in_pdf_syntax() -> None:
    assert dump({"A": [1, 2.5, True, None], "B": Name("C D"), "E": "a(b)\\"}) == (
        b"<</A [1 2.5 true null]/B /C#20D/E (a\\(b\\)\\\\)>>"
    )
