"""Text from elsewhere becomes notes: one a line, never too long, and no word is lost."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.entities import NOTE
from labdesk.ui.canvas.clip import clean, line_count, lines_of, offers_lines, pieces_of

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


WORD = (
    "Compte\u00adrendu de l’atelier\r\n"
    "\r\n"
    "•\tAttente trop longue\u00a0: 40\u202fminutes\r\n"
    "o\tPersonne au téléphone\r\n"
    "§\tFormulaire en double\r\n"
    "\uf0b7\tSite illisible\r\n"
    "1.\tPrendre rendez-vous\r\n"
    "1.1.\tPar téléphone\r\n"
    "a)\tAppeler le matin\r\n"
    "iv.\tRappeler\r\n"
    "(2) Venir\r\n"
    "M. Durand refuse d’être cité\r\n"
    "-5 °C dans la salle\r\n"
    "2027 sera l’année du test\r\n"
    "« Encore\u2003un papier\u00a0? »\v— dit-elle\r\n"
    "\u200fمرحبا بكم\r\n"
    "\u00a0\r\n"
    "Famille 👨\u200d👩\u200d👧\r\n"
)


def test_a_page_of_word_becomes_clean_notes() -> None:
    assert lines_of(clean(WORD, tabs=True)) == (
        "Compterendu de l’atelier",
        "Attente trop longue\u00a0: 40\u202fminutes",
        "Personne au téléphone",
        "Formulaire en double",
        "Site illisible",
        "Prendre rendez-vous",
        "Par téléphone",
        "Appeler le matin",
        "Rappeler",
        "Venir",
        "M. Durand refuse d’être cité",
        "-5 °C dans la salle",
        "2027 sera l’année du test",
        "« Encore un papier\u00a0? »",
        "dit-elle",
        "مرحبا بكم",
        "Famille 👨\u200d👩\u200d👧",
    )


def test_the_rows_of_a_table_are_notes_and_their_cells_are_told_apart() -> None:
    table = "Étape\tIrritant\tQui\nGuichet\t\tTrop long\nTéléphone\tPersonne\t\n"
    assert lines_of(clean(table, tabs=True)) == (
        "Étape · Irritant · Qui",
        "Guichet · Trop long",
        "Téléphone · Personne",
    )


def test_ten_thousand_lines_are_counted_at_a_glance() -> None:
    assert line_count("une ligne\r\n\r\n  \n" * 10_000) == 10_000


@given(st.text(max_size=300))
def test_what_is_left_of_a_text_is_written_on_a_screen(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert all(
        char == "\n" or char.isprintable() or char in "\u00a0\u202f\u200c\u200d\ufe0f" for char in kept
    )
