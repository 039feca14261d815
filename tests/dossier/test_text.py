"""Lines of text: nothing is lost, nothing is too wide, and a word of any length costs no more than a text."""

import time

from hypothesis import given
from hypothesis import strategies as st

from labdesk import words
from labdesk.dossier.hyphenation import SOFT_HYPHEN, hyphens
from labdesk.dossier.look import BODY
from labdesk.dossier.text import Line, natural_width, printed, typeset, wrap
from labdesk.dossier.text_blocks import Run, runs
from tests.paper.samples import texts


def said(lines: tuple[Line, ...]) -> str:
    """What the lines say, inserted hyphens taken away."""
    return "".join(span.text for line in lines for span in line.spans).replace(SOFT_HYPHEN, "")


@given(st.lists(texts, max_size=4), st.floats(30, 500))
def test_no_word_is_lost_and_no_line_is_wider_than_its_room(parts: list[str], width: float) -> None:
    text = tuple(Run(part, strong=place % 2 == 1) for place, part in enumerate(parts))
    lines = wrap(text, BODY, width)
    assert all(line.width <= width + 0.01 for line in lines)
    known = "".join(printed(text).split())
    if all(character in printable() or character.isspace() for character in known):
        assert "".join(said(lines).split()) == known


def printable() -> set[str]:
    """What the text face has."""
    from labdesk.dossier.fonts import face

    return set(face("regular", False).widths)


def test_an_inserted_hyphen_is_a_soft_one_so_that_words_come_back_whole() -> None:
    lines = wrap(runs("La procédure anticonstitutionnellement appliquée"), BODY, 130)
    assert any(line.spans[-1].text.endswith(SOFT_HYPHEN) for line in lines)
    assert said(lines) == "La procédure anticonstitutionnellement appliquée"


def test_a_line_is_cut_after_the_hyphen_of_a_word_and_after_a_slash_of_an_address() -> None:
    lines = wrap(runs("https://exemple.fr/une/adresse/longue rendez-vous"), BODY, 100)
    assert [line.spans[-1].text[-1] for line in lines] == ["/", " ", "s"]
    assert said(wrap(runs("des rendez-vous"), BODY, 60)) == "des rendez-vous"


def test_amounts_and_punctuation_never_stand_apart() -> None:
    for width in range(40, 300, 7):
        lines = wrap(runs("Le montant : 76 200 € ; est-ce « trop » ?"), BODY, float(width))
        starts = [line.spans[0].text[0] for line in lines]
        assert not {":", ";", "?", "€", "»"}.intersection(starts)


def test_line_ends_are_kept() -> None:
    assert len(wrap(runs("un\ndeux\r\ntrois"), BODY, 400)) == 3


def test_a_title_is_only_hyphenated_where_a_word_is_wider_than_the_line() -> None:
    style = BODY.__class__(10, 12, hyphenate=False)
    assert SOFT_HYPHEN not in "".join(
        s.text for line in wrap(runs("Une démarche simplifiée"), style, 70) for s in line.spans
    )
    assert SOFT_HYPHEN in "".join(
        s.text for line in wrap(runs("simplification"), style, 40) for s in line.spans
    )


def test_one_word_of_200_000_letters_takes_less_than_a_second() -> None:
    start = time.process_time()
    lines = wrap(runs("x" * 200_000), BODY, 300)
    assert time.process_time() - start < 1
    assert sum(len(span.text) for line in lines for span in line.spans) == 200_000


def test_words_are_hyphenated_in_the_language_of_the_moment() -> None:
    assert hyphens("transformation", "fr") != ()
    with words.speaking("en"):
        assert typeset("one: two; 'three'") == "one: two; 'three'"
    assert typeset("un: deux ; l'été") == "un: deux\u202f; l’été"


def test_the_natural_width_is_that_of_the_widest_word_and_of_the_whole() -> None:
    widest, whole = natural_width(runs("un usager attend"), BODY)
    (line,) = wrap(runs("un usager attend"), BODY, whole + 0.1)
    assert abs(line.width - whole) < 0.01
    assert widest < whole
