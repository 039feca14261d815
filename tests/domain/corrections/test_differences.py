"""What differs between two wordings, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.corrections.differences import difference, merged, told_aloud
from labdesk.domain.corrections.lines import loose
from labdesk.words import typeset

WORDS = st.lists(
    st.sampled_from(["l'eau", "76 200 €", "« oui »", "non ;", "fin.", "à", "b"]), max_size=9
).map(" ".join)


@given(WORDS, WORDS)
def test_both_wordings_are_read_in_the_difference(old: str, new: str) -> None:
    told = difference(old, new)
    assert loose("".join(p.words for p in told if p.change != "added")) == loose(old)
    assert loose("".join(p.words for p in told if p.change != "removed")) == loose(new)


@given(WORDS)
def test_typography_is_no_difference(text: str) -> None:
    assert {piece.change for piece in difference(text, typeset(text))} <= {"same"}
    assert merged(text, typeset(text)).text == text.strip()


@given(WORDS, WORDS)
def test_the_new_words_come_exactly(old: str, new: str) -> None:
    assert loose(merged(old, typeset(new)).text) == loose(new)


def test_a_phrase_that_was_replaced_is_one_change() -> None:
    told = [(p.change, p.words.strip()) for p in difference("Il a dit oui hier.", "Il a répondu non hier.")]
    assert told == [("same", "Il a"), ("removed", "dit oui"), ("added", "répondu non"), ("same", "hier.")]


def test_a_difference_is_heard_word_by_word() -> None:
    assert told_aloud(difference("Sept services attendent.", "Huit services attendent.")) == (
        "supprimé\u00a0: Sept ; ajouté\u00a0: Huit ; services attendent."
    )
