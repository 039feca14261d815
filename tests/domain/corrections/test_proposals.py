"""What a corrector proposes, line by line, and what becomes of it in the text."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from labdesk.domain.corrections.lines import Line, digest, lines_of, loose
from labdesk.domain.corrections.proposals import Proposal, proposals, take, take_open
from labdesk.words import typeset

WORDS = st.sampled_from(
    [
        "l'usager",
        "attend",
        "63 jours",
        "76 200 €",
        "« oui »",
        "pourquoi ?",
        "fin.",
        "œuvre",
        "aujourd'hui",
        "à",
    ]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
MARKED = st.tuples(st.sampled_from(["", "", "- ", "1. "]), SENTENCE).map("".join)
TEXT = st.lists(st.one_of(MARKED, st.just("")), max_size=8).map("\n".join)


def back(text: str) -> tuple[Line, ...]:
    """What a word processor gives back of a text: its lines, typographic."""
    return tuple(Line(line.kind, typeset(line.words)) for line in lines_of(text))


def said(text: str) -> list[tuple[str, str]]:
    return [(line.kind, loose(line.words)) for line in lines_of(text)]


@given(TEXT)
def test_a_text_that_comes_back_as_it_left_proposes_nothing(text: str) -> None:
    assert proposals("s", text, text, back(text)) == ()
    assert digest(back(text)) == digest(lines_of(text))


@settings(max_examples=300)
@given(TEXT, TEXT)
def test_all_that_is_taken_gives_the_text_that_came_back(left: str, right: str) -> None:
    assert said(take_open("s", left, left, back(right))) == said(right)


@settings(max_examples=200)
@given(TEXT, TEXT, st.data())
def test_what_was_taken_is_seen_from_the_text_and_an_undo_opens_it_again(
    left: str, right: str, data: st.DataObject
) -> None:
    assume(len(set(said(left))) == len(said(left)) and len(set(said(right))) == len(said(right)))
    found = [one for one in proposals("s", left, left, back(right)) if one.state == "open"]
    assume(found)
    one = data.draw(st.sampled_from(found))
    after = proposals("s", left, take(left, one).text, back(right))
    states = {p.key: p.state for p in after}
    assert states[one.key] == "taken"
    assert all(states[p.key] == "open" for p in found if p.key != one.key)


def only(found: tuple[Proposal, ...]) -> Proposal:
    assert len(found) == 1
    return found[0]


def test_a_line_written_again_since_is_a_conflict_with_its_three_versions() -> None:
    one = only(proposals("s", "Un.\nDeux.", "Un.\nDeux, ici.", back("Un.\nDeux, là.")))
    assert (one.state, one.left, one.now, one.back) == ("conflict", "Deux.", "Deux, ici.", "Deux, là.")
    assert take("Un.\nDeux, ici.", one).text == "Un.\nDeux, là."


def test_a_line_that_was_deleted_meanwhile_is_a_conflict_too() -> None:
    one = only(proposals("s", "Un.\nDeux.", "Un.", back("Un.\nDeux, là.")))
    assert (one.state, one.now) == ("conflict", "")
    assert take("Un.", one).text == "Un.\nDeux, là."


def test_the_rest_of_the_text_keeps_what_was_typed_since_and_its_blank_lines() -> None:
    now = "Un.\n\nDeux.\n\nTrois, écrit ce matin.\n"
    one = only(proposals("s", "Un.\n\nDeux.\n\nTrois.\n", now, back("Un.\nDeux bis.\nTrois.")))
    assert take(now, one).text == "Un.\n\nDeux bis.\n\nTrois, écrit ce matin.\n"


def test_a_paragraph_that_was_added_stands_where_it_was_added() -> None:
    one = only(proposals("s", "Un.\n\nTrois.", "Un.\n\nTrois.", back("Un.\nDeux.\nTrois.")))
    assert one.sort == "added"
    assert take("Un.\n\nTrois.", one).text == "Un.\n\nDeux.\n\nTrois."


def test_a_paragraph_that_was_taken_away_leaves_no_hole() -> None:
    one = only(proposals("s", "Un.\n\nDeux.\n\nTrois.", "Un.\n\nDeux.\n\nTrois.", back("Un.\nTrois.")))
    assert one.sort == "removed"
    assert take("Un.\n\nDeux.\n\nTrois.", one).text == "Un.\n\nTrois."


def test_one_can_write_something_else_instead() -> None:
    one = only(proposals("s", "- un", "- un", back("- deux")))
    assert take("- un", one, "trois\nquatre").text == "- trois\n- quatre"


def test_what_was_quoted_stays_quoted_when_the_rest_of_the_line_changes() -> None:
    text = "Il faut ⟦sum:asked|76 200 €⟧ pour huit services."
    one = only(proposals("s", text, text, back("Il faut 76 200 € pour neuf services.")))
    assert (one.state, one.quotes) == ("open", ())
    assert take(text, one).text == "Il faut ⟦sum:asked|76 200 €⟧ pour neuf services."


@pytest.mark.parametrize("amount", ["80 000 €", "76 300 €", "76 200 € TTC"])
def test_words_of_a_quote_are_corrected_at_the_source_never_here(amount: str) -> None:
    text = "Il faut ⟦sum:asked|76 200 €⟧ pour huit services."
    one = only(proposals("s", text, text, back(f"Il faut {amount} pour neuf services.")))
    if amount != "76 200 € TTC":
        assert one.quotes == ("sum:asked",)
    made = take(text, one).text
    assert "⟦sum:asked|76 200 €⟧" in made
    assert "neuf services" in made
    assert only(proposals("s", text, made, back(f"Il faut {amount} pour neuf services."))).state == "taken"


def test_a_correction_that_touches_only_a_quote_is_told_and_proposes_nothing() -> None:
    text = "Il faut ⟦sum:asked|76 200 €⟧."
    one = only(proposals("s", text, text, back("Il faut 80 000 €.")))
    assert (one.state, one.quotes) == ("quoted", ("sum:asked",))
