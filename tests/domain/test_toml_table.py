"""A TOML text is parsed once per laptop; what is kept of it is never trusted more than the text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk import places
from labdesk.domain.toml_table import MOST, toml_table

SHIPPED = sorted(places.resources().rglob("*.toml"))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A laptop that has read nothing yet."""
    monkeypatch.setenv("LABDESK_DATA", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_what_ships_reads_the_same_the_first_time_and_after(file: Path) -> None:
    text = file.read_text("utf-8")
    assert toml_table(text) == toml_table(text) == tomllib.loads(text)
    assert list(places.already_read().iterdir())


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[1]", b"\xff\xfe", b"null"])
def test_what_was_kept_and_is_spoilt_is_read_again(spoilt: bytes) -> None:
    assert toml_table("a = 1") == {"a": 1}
    (kept,) = places.already_read().iterdir()
    kept.write_bytes(spoilt)
    assert toml_table("a = 1") == {"a": 1}


def test_a_laptop_that_keeps_nothing_reads_all_the_same(data: Path) -> None:
    (data / "lus").write_text("not a folder")
    assert toml_table("a = 1") == {"a": 1}


def test_a_date_is_read_though_it_is_not_kept() -> None:
    text = "day = 2026-11-27"
    assert toml_table(text) == toml_table(text) == tomllib.loads(text)


def test_what_is_no_toml_is_refused_each_time() -> None:
    for _each in range(2):
        with pytest.raises(ValueError, match="Invalid value"):
            toml_table("a = ")


@given(st.dictionaries(st.from_regex("[a-z]{1,5}", fullmatch=True), st.integers(0, 99), min_size=1))
def test_two_texts_never_take_one_another_s_table(table: dict[str, int]) -> None:
    text = "\n".join(f"{name} = {value}" for name, value in table.items())
    assert toml_table(text) == table == toml_table(text)


def test_an_afternoon_of_edits_of_a_profile_does_not_fill_the_disk() -> None:
    for number in range(MOST + 20):
        toml_table(f"a = {number}")
    assert len(list(places.already_read().iterdir())) <= MOST
    assert toml_table("a = 1") == {"a": 1}
