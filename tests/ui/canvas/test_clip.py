"""Text from elsewhere becomes notes: one a line, never too long, and no word is lost."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.entities import NOTE
from labdesk.ui.canvas.clip import lines_of, offers_lines, pieces_of

WORDS = st.text(alphabet="abcé «»’.!? \n-•12)", max_size=400)


def test_each_line_is_a_note_without_its_bullet() -> None:
    text = "- Trop long\n• Trop loin\n\n  3) Fermé à midi\n12. Pas de réponse\nEt puis - encore"
    assert lines_of(text) == (
        "Trop long",
        "Trop loin",
        "Fermé à midi",
        "Pas de réponse",
        "Et puis - encore",
    )


def test_one_line_offers_no_choice() -> None:
    assert not offers_lines("une seule\n\n")
    assert offers_lines("une\ndeux")


def test_a_year_at_the_head_of_a_line_is_no_bullet() -> None:
    assert lines_of("2027 sera l’année du test") == ("2027 sera l’année du test",)


def test_a_long_text_is_cut_after_sentences() -> None:
    text = "Une phrase entière. " * 200
    pieces = pieces_of(text)
    assert len(pieces) == 2
    assert all(piece.endswith("entière.") for piece in pieces)


@given(WORDS, st.integers(5, 60))
def test_no_letter_is_lost_and_no_piece_is_too_long(text: str, limit: int) -> None:
    pieces = pieces_of(text, limit)
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(WORDS)
def test_no_line_is_longer_than_a_note(text: str) -> None:
    assert all(0 < len(line) <= NOTE for line in lines_of(text * 20))


def test_a_word_longer_than_a_note_is_cut_where_it_must_be() -> None:
    assert [len(piece) for piece in pieces_of("x" * 4_500)] == [2_000, 2_000, 500]
