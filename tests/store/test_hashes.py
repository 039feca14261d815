"""Golden values: what format 1 hashes must never change, or files of two versions would not unite."""

from datetime import UTC, datetime

from labdesk.store import hashes

SALT = "00112233445566778899aabbccddeeff"
TEXT = 'Été « n°1 »\n\t"cité" \\ 🙂\u202f€'
GOLDEN = [
    "df0c56f08e7708135ae0680e4673b765",
    "bd87e028eb5c21dab430ebbe1210b0dc",
    "3696a09ac27659ceda4315b16ab34409",
]


def test_the_canonical_form_is_frozen() -> None:
    assert hashes.canonical(TEXT) == (
        b'"\xc3\x89t\xc3\xa9 \xc2\xab n\xc2\xb01 \xc2\xbb\\n\\t\\"cit\xc3\xa9\\" \\\\ '
        b'\xf0\x9f\x99\x82\xe2\x80\xaf\xe2\x82\xac"'
    )
    assert hashes.canonical([1, None, "a", ["b"]]) == b'[1,null,"a",["b"]]'
    assert hashes.canonical(-7620000) == b"-7620000"


def test_the_ids_are_frozen() -> None:
    at = "2027-03-09T10:42:07.123456Z"
    gesture = hashes.gesture_id("a" * 16, at, "Écrire", None)
    hashed = hashes.value_hash(SALT, TEXT)
    change = hashes.change_id(gesture, "note", "n1", "text", hashed, ("f" * 32, "0" * 32))
    assert [gesture, hashed, change] == GOLDEN
    assert change == hashes.change_id(gesture, "note", "n1", "text", hashed, ("0" * 32, "f" * 32))


def test_a_moment_is_text_that_sorts_and_never_goes_back() -> None:
    assert hashes.stamp(datetime(2027, 3, 9, 10, 42, 7, tzinfo=UTC)) == "2027-03-09T10:42:07.000000Z"
    ahead = "2199-01-01T00:00:00.999999Z"
    assert hashes.now_after(ahead) == "2199-01-01T00:00:01.000000Z"
    assert hashes.now_after("") < hashes.now_after("2199-01-01T00:00:00.000000Z")


def test_after_the_last_moment_there_is_the_clock_counts_again() -> None:
    last = "8999-12-31T23:59:59.999999Z"
    assert "2020" < hashes.now_after(last) < hashes.LAST_STAMP
