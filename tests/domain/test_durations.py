"""Durations as people write them: what is read, what is left alone, and sums that are told as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.durations import DAY, HOUR, WEEK, Length, Span, length_of, number_of, total_of

READ = {
    "3 j": Span(3 * DAY),
    "2 h": Span(2 * HOUR),
    "45 min": Span(45),
    "45mn": Span(45),
    "2 semaines": Span(2 * WEEK),
    "2 sem.": Span(2 * WEEK),
    "1 h 30": Span(90),
    "1h30": Span(90),
    "1 h 30 min": Span(90),
    "1h30 puis 3 jours": Span(90 + 3 * DAY),
    "1,5 jour": Span(36 * HOUR),
    "½ journée": Span(12 * HOUR),
    "une demi-heure": Span(30),
    "trois jours": Span(3 * DAY),
    "quarante-cinq minutes": Span(45),
    "un mois": Span(months=1),
    "2 ans": Span(months=24),
    "1 mois et 2 semaines": Span(2 * WEEK, 1),
    "10 min + 3 semaines d’attente": Span(10 + 3 * WEEK),
    "15 jours ouvrés": Span(workdays=15),
    "5 J. ouvrables": Span(workdays=5),
    "1\u202f200 min": Span(1200),
    "10 jours calendaires": Span(10 * DAY),
    "une heure et demie": Span(90),
    "2 h et demie": Span(150),
    "2 jours et demi": Span(60 * HOUR),
    "1½ h": Span(90),
    "1 ½ h": Span(90),
    "1h½": Span(90),
    "1 an et demi": Span(months=18),
    "1 h 30 puis 1 h": Span(150),
}
UNREAD = (
    "",
    "long",
    "quelques minutes",
    "15 j max",
    "10 min par jour",
    "2 fois 3 h",
    "24/48 h",
    "J+3",
    "-3 j",
    "12:30",
    "3 à 2 j",
    "2 h à 3 h 30",
    "1 h 5 à 10 h",
    "11/2 h",
    "1 mois et demi",
    "1,5 mois",
    "9" * 400 + " j",
    "3 parsecs",
    "٣ j",
)


@pytest.mark.parametrize(("text", "span"), READ.items())
def test_what_people_write_is_read(text: str, span: Span) -> None:
    assert length_of(text) == Length(span, span)


@pytest.mark.parametrize("text", UNREAD)
def test_what_cannot_be_read_whole_is_not_guessed(text: str) -> None:
    assert length_of(text) is None


@pytest.mark.parametrize("text", ["2 à 3 semaines", "2-3 sem.", "2 sem. à 3 semaines", "2 ou 3 semaines"])
def test_a_range_keeps_both_ends(text: str) -> None:
    assert length_of(text) == Length(Span(2 * WEEK), Span(3 * WEEK))


def test_about_stays_about() -> None:
    assert length_of("environ 3 j") == Length(Span(3 * DAY), Span(3 * DAY), about=True)
    assert total_of(["~ 3 j", "4 j"]).in_words == "Total\u00a0: environ 1\u00a0sem."


def test_the_sum_is_told_in_words() -> None:
    assert total_of(["2 semaines", "9 j"]).in_words == "Total\u00a0: 3\u00a0sem. 2\u00a0j"
    assert total_of(["45 min", "63 j"]).in_words == "Total\u00a0: 9\u00a0sem. 45\u00a0min"
    assert total_of(["2 à 3 j", "1 h"]).in_words == "Total\u00a0: de 2\u00a0j 1\u00a0h à 3\u00a0j 1\u00a0h"
    assert total_of(["14 mois", "10 jours ouvrés"]).in_words == (
        "Total\u00a0: 1\u00a0an 2\u00a0mois 10\u00a0j\u00a0ouvrés"
    )


def test_what_was_not_counted_is_said_with_what_to_write() -> None:
    total = total_of(["3 j", "45", "un peu long", None, " "])
    assert total.in_words == "Total\u00a0: 3\u00a0j (2 valeurs non comptées)"
    assert "45\u00a0min" in total.advice.replace(" min", "\u00a0min")
    assert total_of(["un peu long"]).in_words == "1 valeur non comptée"
    assert total_of([]).in_words == total_of([]).advice == ""


def test_a_lane_of_bare_numbers_is_summed_as_numbers() -> None:
    assert total_of([45, 63, "30", "1 200", "0,5"]).in_words == "Total\u00a0: 1\u202f338,5"


def test_nothing_is_nothing_whatever_its_unit() -> None:
    total = total_of(["0", "2 j"])
    assert (total.counted, total.left_out) == (2, 0)


spans = st.builds(Span, *(st.integers(0, 500_000), st.integers(0, 500), st.integers(0, 500)))


@given(spans)
def test_what_is_told_reads_as_what_it_says(span: Span) -> None:
    read = length_of(str(span))
    assert read is not None
    assert (read.low, read.high) == (span, span)


@given(st.lists(st.text() | st.sampled_from(list(READ)) | st.integers() | st.none(), max_size=12))
def test_any_lane_has_a_sum_and_every_value_is_accounted_for(values: list[str | int | None]) -> None:
    total = total_of(values)
    written = [value for value in values if value is not None and str(value).strip()]
    assert total.counted + total.left_out == len(written)
    assert total == total_of(reversed(values))
    assert bool(total.in_words) == bool(written)


@given(st.lists(st.sampled_from(list(READ)), max_size=6), st.lists(st.sampled_from(list(READ)), max_size=6))
def test_the_sum_of_two_phases_is_the_sum_of_their_steps(first: list[str], second: list[str]) -> None:
    assert total_of(first).low + total_of(second).low == total_of([*first, *second]).low


@given(st.integers(0, 10**15))
def test_a_bare_number_is_read_as_it_is_typed(number: int) -> None:
    if number < 10**15:
        assert number_of(str(number)) == number
        assert number_of(f"{number:,}".replace(",", "\u202f")) == number


def test_numbers_with_the_same_unit_are_summed_with_it() -> None:
    assert total_of(["45 €", "12,50 €"]).in_words == "Total\u00a0: 57,5\u00a0€"
    assert total_of(["12 km", "1 200 km"]).in_words == "Total\u00a0: 1\u202f212\u00a0km"
    mixed = total_of(["45 €", "30 €", "12 km", "8"])
    assert mixed.in_words == "Total\u00a0: 75\u00a0€ (2 valeurs non comptées)"
    assert "€" in mixed.advice
    assert total_of(["45 € environ, selon la mairie"]).counted == 0
    assert total_of(["3", "4"]).in_words == "Total\u00a0: 7"
    assert total_of(["45 €", "2 h"]).in_words == "Total\u00a0: 2\u00a0h (1 valeur non comptée)"


def test_about_is_said_after_a_range() -> None:
    assert total_of(["~ 2 à 3 j", "1 j"]).in_words == "Total\u00a0: de 3\u00a0j à 4\u00a0j environ"
