"""Wording: French typography, both languages, amounts, decimals and dates as people write and read them."""

import errno
import os
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.words import (
    NBSP,
    NNBSP,
    _,
    cents,
    day,
    decimal,
    euros,
    hour,
    language,
    several,
    speak,
    speaking,
    typeset,
    why,
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui décide ?", "Qui décide\u202f?"),
        ("Non !", "Non\u202f!"),
        ("a ; b", "a\u202f; b"),
        ("Objet : note", "Objet\u00a0: note"),
        ("Objet :", "Objet\u00a0:"),
        ("« Bonjour »", "«\u00a0Bonjour\u00a0»"),
        ("«Bonjour»", "«\u00a0Bonjour\u00a0»"),
        ("L'État", "L’État"),
        ("76 200 €", "76\u202f200\u00a0€"),
        ("1 234 567,50 €", "1\u202f234\u202f567,50\u00a0€"),
        ("50 %", "50\u00a0%"),
        ("de 9 h 30 à 10:42", "de 9 h 30 à 10:42"),
        ("https://exemple.invalid/a?b=c", "https://exemple.invalid/a?b=c"),
        ("12 3456", "12 3456"),
        ("", ""),
    ],
)
def test_french_typography_puts_the_right_spaces_and_touches_no_word(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@given(st.text())
def test_typography_put_twice_is_typography_put_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@given(st.text(alphabet="abc 12'«»:;!?€%\u00a0\u202f\n", max_size=30))
def test_typography_changes_spaces_and_apostrophes_only(text: str) -> None:
    def bare(said: str) -> str:
        return "".join(said.replace("'", "’").split()).replace(NBSP, "").replace(NNBSP, "")

    assert bare(typeset(text)) == bare(text)


def test_english_is_left_as_it_is() -> None:
    with speaking("en"):
        assert typeset("Who decides ? 'x'") == "Who decides ? 'x'"


def test_the_language_is_that_of_the_moment() -> None:
    assert language() == "fr"
    with speaking("en"):
        assert language() == "en"
        with speaking("fr"):
            assert language() == "fr"
        assert language() == "en"
    assert language() == "fr"
    speak("en")
    assert language() == "en"
    speak("fr")


def test_a_sentence_without_english_is_said_in_french() -> None:
    with speaking("en"):
        assert _("Ceci n’est dit nulle part.") == "Ceci n’est dit nulle part."


def test_french_counts_nothing_as_one_and_english_as_many() -> None:
    assert [several(n, "{n} note", "{n} notes") for n in (0, 1, 2)] == ["0 note", "1 note", "2 notes"]
    with speaking("en"):
        assert several(0, "{n} chose inconnue", "{n} choses inconnues") == "0 choses inconnues"


@pytest.mark.parametrize(
    ("amount", "french", "english"),
    [
        (7_620_000, "76\u202f200\u00a0€", "76,200\u00a0€"),
        (7_620_050, "76\u202f200,50\u00a0€", "76,200.50\u00a0€"),
        (0, "0\u00a0€", "0\u00a0€"),
        (-5, "-0,05\u00a0€", "-0.05\u00a0€"),
        (None, "", ""),
    ],
)
def test_cents_are_read_as_euros(amount: int | None, french: str, english: str) -> None:
    assert euros(amount) == french
    with speaking("en"):
        assert euros(amount) == english


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1 234,50 €", 123_450),
        ("1\u202f234,50\u00a0€", 123_450),
        ("1234.5", 123_450),
        ("76200", 7_620_000),
        ("12k", 1_200_000),
        ("1,5 K€", 150_000),
        ("2 000 euros", 200_000),
        ("EUR 10", 1_000),
        ("-3", -300),
        ("1.234,50 €", 123_450),
        ("1,234,567.50", 123_456_750),
        ("1,2.3,4", None),
        ("1.234.567", None),
        ("douze", None),
        ("", None),
        ("k", None),
        ("€", None),
        ("NaN", None),
        ("Infinity", None),
        ("1e30", None),
    ],
)
def test_an_amount_is_read_as_people_type_it_and_anything_else_is_none(
    typed: str, amount: int | None
) -> None:
    assert cents(typed) == amount


@given(st.integers(-(10**13), 10**13))
def test_what_is_shown_as_an_amount_is_read_back(amount: int) -> None:
    assert cents(euros(amount)) == amount


@given(st.text(max_size=12))
def test_no_typing_troubles_the_amounts(typed: str) -> None:
    found = cents(typed)
    assert found is None or isinstance(found, int)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("5.4", "5,4"),
        ("12", "12"),
        ("1234.5", "1\u202f234,5"),
        ("beaucoup", "beaucoup"),
        (None, ""),
        (3, "3"),
        ("", ""),
    ],
)
def test_decimals_are_read_with_a_comma_and_words_as_they_are(stored: str | int | None, read: str) -> None:
    assert decimal(stored) == read


def test_dates_are_read_in_words_and_what_is_none_is_given_back() -> None:
    assert day("2027-03-09") == "9 mars 2027"
    assert day("2027-03-09", "MMMM y") == "mars 2027"
    assert day("2027-03-09", "short") == "09/03/2027"
    assert (day("bientôt"), day(None), day("2027-02-30")) == ("bientôt", "", "2027-02-30")
    with speaking("en"):
        assert day("2027-03-09") == "9 March 2027"
        assert day("2027-03-09", "short") == "09/03/2027"
    assert hour(datetime(2027, 3, 9, 8, 5)) == "08:05"


def test_the_first_of_a_month_is_said_as_french_says_it() -> None:
    assert day("2027-04-01") == "1er avril 2027"
    assert day("2027-04-11") == "11 avril 2027"
    assert day("2027-04-01", "MMMM y") == "avril 2027"
    assert day("2027-04-01", "short").startswith("01")
    with speaking("en"):
        assert day("2027-04-01") == "1 April 2027"


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.ENAMETOOLONG, 9999])
def test_what_the_system_refused_is_said_without_its_english(number: int) -> None:
    said = why(OSError(number, os.strerror(number)))
    assert said
    assert os.strerror(number) not in said
