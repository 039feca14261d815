"""A French keyboard without keypad, key by key on a real screen: what the help names can be typed."""

import json
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.access.colleague import Colleague, french_keyboard, plain
from tests.access.keymap import ALTGR, CONTROL, SHIFT, Keymap

pytestmark = pytest.mark.screen
PLACES = ("home", "workshop", "journeys", "problem", "prototypes", "dossier")
ROW = range(10, 19)
"""The keys « 1 & » to « 9 ç »."""
CURVE = ("Très difficile", "Difficile", "Neutre", "Agréable", "Très agréable")


def strike(who: Colleague, *codes: int) -> None:
    """Press keys by their codes, all but the last held, as fingers do."""
    who.heard += len(who.since())
    down = [word for code in codes for word in ("keydown", str(code))]
    up = [word for code in reversed(codes) for word in ("keyup", str(code))]
    subprocess.run(["xdotool", *down, *up], env=who.surroundings, check=True)


def test_every_key_of_the_help_is_typed_on_a_french_keyboard_and_does_what_it_says(
    colleague: Colleague, example: Path
) -> None:
    keymap = Keymap.of(colleague.display)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    probe = colleague.run(sys.executable, "-m", "tests.access.keys_probe", str(example), **pipes)
    wrong: list[str] = []
    tried = 0
    for place in PLACES:
        actions = _asked(probe, place)
        assert len(actions) > 25, place
        for words, sequences in actions:
            said = f"{place}: {words} {sequences}"
            if not any(keymap.plain(one) for one in sequences):
                wrong.append(f"{said}: not without the keypad or Maj")
            codes = keymap.typed(sequences[0])
            if codes is None:
                wrong.append(f"{said}: the first cannot be typed")
                continue
            strike(colleague, *codes)
            tried += 1
            if (heard := _line(probe)) != words:
                wrong.append(f"{said}: {heard}")
    assert not wrong, "\n".join(wrong)
    assert tried > 250


def _asked(probe: "subprocess.Popen[bytes]", place: str) -> list[tuple[str, list[str]]]:
    assert probe.stdin is not None
    probe.stdin.write(place.encode() + b"\n")
    probe.stdin.flush()
    found = _line(probe, patience=20)
    assert isinstance(found, list), found
    return [
        (words, keys) for words, keys in found if keys and keys != ["Esc"]
    ]  # Échap is the open card's own


def _line(probe: "subprocess.Popen[bytes]", patience: float = 8) -> object:
    assert probe.stdout is not None
    ready, _, _ = select.select([probe.stdout], [], [], patience)
    return json.loads(probe.stdout.readline()) if ready else "nothing was heard"


def test_the_row_of_digits_goes_by_place_with_maj_or_without(at_work: Colleague) -> None:
    strike(at_work, CONTROL, ROW[3])
    assert "Courbe des émotions, étape 1 sur 12" in at_work.stands()
    for rank, words in enumerate(CURVE):
        strike(at_work, ROW[rank])
        assert f"Courbe des émotions, étape 1 sur 12 : {words}" in at_work.hears()
        strike(at_work, 114)  # →
        strike(at_work, SHIFT, ROW[rank])
        assert f"Courbe des émotions, étape 2 sur 12 : {words}" in at_work.hears()
        strike(at_work, 113)  # ←
        assert "Courbe des émotions, étape 1 sur 12" in at_work.stands()
    for rank, lane in enumerate(("Actions de l'usager", "Points de contact", "Ce qu'il ou elle pense")):
        strike(at_work, CONTROL, ROW[rank])
        assert f"{lane} … étape 1 sur 12" in at_work.stands()
    strike(at_work, CONTROL, ROW[8])
    assert "Pièces et preuves demandées, étape 1 sur 12" in at_work.stands()


TYPED: dict[str, tuple[tuple[int, ...], ...]] = {
    "çéèàù": ((18,), (11,), (16,), (19,), (48,)),
    "ê": ((34,), (26,)),
    "ï": ((SHIFT, 34), (31,)),
    "Ê": ((34,), (SHIFT, 26)),
    "@#€\\|": ((ALTGR, 19), (ALTGR, 12), (ALTGR, 26), (ALTGR, 17), (ALTGR, 15)),
    "{[]}~": ((ALTGR, 13), (ALTGR, 14), (ALTGR, 20), (ALTGR, 21), (ALTGR, 11), (65,)),
    "12345": tuple((SHIFT, ROW[rank]) for rank in range(5)),
    "!?;:,": ((61,), (SHIFT, 58), (59,), (60,), (58,)),
}
"""What comes on screen, key by key."""


def test_accents_dead_keys_and_altgr_are_typed_right(at_work: Colleague) -> None:
    strike(at_work, CONTROL, ROW[1])
    assert "Points de contact, étape 1 sur 12" in at_work.stands()
    for text, keys in TYPED.items():
        at_work.press("Insert")
        editor = at_work.stands(role="text")
        assert "Nouvelle note" in editor
        for codes in keys:
            strike(at_work, *codes)
        assert at_work.text_of(editor, text) == text
        at_work.press("Escape")
        assert "Points de contact, étape 1 sur 12, note" in at_work.stands(role="list item")


def test_a_dead_key_or_altgr_begins_a_note_like_any_letter(at_work: Colleague) -> None:
    strike(at_work, CONTROL, ROW[1])
    assert "Points de contact, étape 1 sur 12" in at_work.stands()
    for keys, text in ((((34,), (26,)), "ê"), (((ALTGR, 26),), "€"), (((11,),), "é")):
        for codes in keys:
            strike(at_work, *codes)
        assert "Nouvelle note" in at_work.stands(role="text")
        at_work.press("Escape")
        assert f"Points de contact, étape 1 sur 12, note … : {text}" in at_work.stands(role="list item")


WORDS = {
    "l’accueil « fermé » à l’œuvre": "fr",
    "שלום לכולם": "il",
    "مرحبا بالجميع": "ara",
    "Très bien 😀": "fr",
}
"""What is typed, and on which keyboard; signs that are on none come as an input method sends them."""


def test_signs_of_no_key_and_writing_from_right_to_left_come_as_they_are(at_work: Colleague) -> None:
    strike(at_work, CONTROL, ROW[1])
    assert "Points de contact, étape 1 sur 12" in at_work.stands()
    for text, layout in WORDS.items():
        at_work.press("Insert")
        assert "Nouvelle note" in at_work.stands(role="text")
        french_keyboard(at_work.display, layout)
        at_work.type(text, slowly=True)
        french_keyboard(at_work.display)
        at_work.press("Escape")
        assert plain(text) in at_work.stands(role="list item")
