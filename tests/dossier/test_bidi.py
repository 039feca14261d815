"""Right to left on paper: joined as it is written, in the order it is read, copied as it was typed."""

import io
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from labdesk.dossier import bidi, pdf
from labdesk.dossier.text_blocks import Paragraph, runs
from tests.paper.archive import archive_faults
from tests.paper.reading import text
from tests.paper.samples import document, photo
from tests.paper.ua_checker import check

MIXED = st.text("abé 12,3/().«» سلامعليكمورحةاله שלוםעולם\u064b\u0651", max_size=40)


def seen(words: str, right: bool = False) -> str:
    """A line as it stands from left to right."""
    return "".join(sign for sign, _more in bidi.in_sight([(sign, None) for sign in words], right))


def test_a_hebrew_word_in_a_french_sentence_is_turned_and_the_sentence_is_not() -> None:
    assert seen("Elle dit שלום puis") == "Elle dit םולש puis"


def test_numbers_keep_their_order_and_brackets_are_turned() -> None:
    assert seen("שלום (42) עולם", right=True) == "םלוע (42) םולש"
    assert seen("מחיר 123,50", right=True) == "123,50 ריחמ"


def test_arabic_letters_are_joined_and_lam_takes_its_alef() -> None:
    joined = bidi.joined("سلام")
    assert len(joined) == 3
    assert all(0xFE70 <= ord(sign) <= 0xFEFF for sign in joined)
    assert bidi.joined("Bonjour, 12 €") == "Bonjour, 12 €"


@given(st.text(max_size=60))
def test_what_is_not_right_to_left_stays_as_it_is(words: str) -> None:
    if not bidi.has_right(words):
        assert bidi.joined(words) == words
        assert not bidi.is_right(runs(words))


@given(MIXED, st.booleans())
def test_no_letter_is_lost_or_invented(words: str, right: bool) -> None:
    turned = {"(": "b", ")": "b", "«": "q", "»": "q"}
    plain = Counter(turned.get(sign, sign) for sign in words)
    assert Counter(turned.get(sign, sign) for sign in seen(words, right)) == plain
    letters = "".join(bidi.copied().get(sign, sign)[::-1] for sign in bidi.joined(words))
    assert letters == words


@given(MIXED)
def test_any_mixture_is_printed_accessible_and_archivable(words: str) -> None:
    data = pdf.write(document(Paragraph(runs(words + " fin"))), photo).data
    assert check(io.BytesIO(data)) == []
    assert archive_faults(data) == []


def test_a_quote_in_arabic_is_copied_as_it_was_typed_and_set_at_the_right() -> None:
    said = "السلام عليكم ورحمة الله"
    assert said in text(pdf.write(document(Paragraph(runs(said))), photo).data)
    assert bidi.is_right(runs(said))
    assert not bidi.is_right(runs(f"Elle dit {said}"))
