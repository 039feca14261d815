"""Every character is printed by a face that has it, or named."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.dossier.fonts import clean, face, fit


def printed(text: str) -> str:
    """What is printed of a word."""
    return "".join(bit.text for bit in fit(text, face("regular", False)))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_character_is_ever_an_empty_box(text: str) -> None:
    for bit in fit(clean(text).replace("\n", " "), face("strong", True)):
        assert all(character in bit.face.widths for character in bit.text)


@pytest.mark.parametrize(
    "text", ["été", "Œuvre", "76\u202f200\u00a0€", "→ ✓ ☐ ☑ … − ★", "🙂✅📱", "שלום", "العربية"]
)
def test_common_signs_are_printed_as_they_are(text: str) -> None:
    assert printed(text) == text


def test_a_character_that_no_face_has_is_named() -> None:
    assert printed("a中") == "a[CJK UNIFIED IDEOGRAPH-4E2D]"
    assert printed("\ue000") == "[U+E000]"
    assert printed("𝐀") == "A"


def test_what_cannot_be_seen_is_taken_away() -> None:
    assert clean("a\x00b\u200b\u202ec\ufefftt\ud800") == "abctt"
    assert clean("un\r\ndeux\u2028trois\tquatre") == "un\ndeux\ntrois quatre"
    assert clean("e\u0301") == unicodedata.normalize("NFC", "é")


def test_bold_and_italic_have_faces_of_their_own() -> None:
    names = {
        face(weight, emphasis).name for weight in ("regular", "strong", "title") for emphasis in (False, True)
    }
    assert len(names) == 5
