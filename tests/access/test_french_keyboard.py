"""A French keyboard without keypad, key by key on a real screen: what the help names can be typed."""

import json
import select
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.access.colleague import Colleague, Thing, a_colleague, french_keyboard, plain
from tests.access.keymap import ALTGR, CONTROL, SHIFT, Keymap

pytestmark = pytest.mark.screen
PLACES = ("home", "workshop", "journeys", "problem", "prototypes", "dossier")
ROW = range(10, 19)
"""The keys « 1 & » to « 9 ç »."""
CURVE = ("Très difficile", "Difficile", "Neutre", "Agréable", "Très agréable")


def strike(who: Colleague, *codes: int) -> None:
    """Press keys by their codes, all but the last held, as fingers do."""
    who.heard += len(who.ask("since", rank=who.heard)) if hasattr(who, "_ear") else 0
    down = [word for code in codes for word in ("keydown", str(code))]
    up = [word for code in reversed(codes) for word in ("keyup", str(code))]
    subprocess.run(["xdotool", *down, *up], env=who.surroundings, check=True)


def test_every_key_of_the_help_is_typed_on_a_french_keyboard_and_does_what_it_says(
    reading: None, shipped: Path, tmp_path: Path
) -> None:
    with a_colleague(tmp_path) as who:
        keymap = Keymap.of(who.display)
        copy = tmp_path / "exemple.labdesk"
        copy.write_bytes(shipped.read_bytes())
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        probe = who.run(sys.executable, "-m", "tests.access.keys_probe", str(copy), **pipes)
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
                strike(who, *codes)
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
    at_work.stands("Courbe des émotions, étape 1 sur 12")
    for rank, words in enumerate(CURVE):
        strike(at_work, ROW[rank])
        at_work.hears(f"Courbe des émotions, étape 1 sur 12 : {words}")
        strike(at_work, 114)  # →
        strike(at_work, SHIFT, ROW[rank])
        at_work.hears(f"Courbe des émotions, étape 2 sur 12 : {words}")
        strike(at_work, 113)  # ←
        at_work.stands("Courbe des émotions, étape 1 sur 12")
    for rank, lane in enumerate(("Actions de l'usager", "Points de contact", "Ce qu'il ou elle pense")):
        strike(at_work, CONTROL, ROW[rank])
        at_work.stands(f"{lane}", "étape 1 sur 12")
    strike(at_work, CONTROL, ROW[8])
    at_work.stands("Pièces et preuves demandées, étape 1 sur 12")


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
    at_work.stands("Points de contact, étape 1 sur 12")
    for text, keys in TYPED.items():
        at_work.press("Insert")
        editor = at_work.stands("Nouvelle note", role="text")
        for codes in keys:
            strike(at_work, *codes)
        at_work.until(partial(reads, at_work, editor, text), text)
        at_work.press("Escape")
        at_work.stands("Points de contact, étape 1 sur 12, note", role="list item")


def test_a_dead_key_or_altgr_begins_a_note_like_any_letter(at_work: Colleague) -> None:
    strike(at_work, CONTROL, ROW[1])
    at_work.stands("Points de contact, étape 1 sur 12")
    for keys, text in ((((34,), (26,)), "ê"), (((ALTGR, 26),), "€"), (((11,),), "é")):
        for codes in keys:
            strike(at_work, *codes)
        at_work.stands("Nouvelle note", role="text")
        at_work.press("Escape")
        at_work.stands("Points de contact, étape 1 sur 12, note", f": {text}", role="list item")


def reads(who: Colleague, editor: Thing, text: str) -> bool:
    """The editor holds this."""
    return bool(who.ask("text", thing=editor["id"])["text"].strip() == text)


WORDS = {
    "l’accueil « fermé » à l’œuvre": "fr",
    "שלום לכולם": "il",
    "مرحبا بالجميع": "ara",
    "Très bien 😀": "fr",
}
"""What is typed, and on which keyboard; signs that are on none come as an input method sends them."""


def test_signs_of_no_key_and_writing_from_right_to_left_come_as_they_are(at_work: Colleague) -> None:
    strike(at_work, CONTROL, ROW[1])
    at_work.stands("Points de contact, étape 1 sur 12")
    for text, layout in WORDS.items():
        at_work.press("Insert")
        at_work.stands("Nouvelle note", role="text")
        french_keyboard(at_work.display, layout)
        at_work.type(text, slowly=True)
        french_keyboard(at_work.display)
        at_work.press("Escape")
        at_work.stands(plain(text), role="list item")
