"""« Je suis aveugle, j’utilise un lecteur d’écran » (scenario 16): the real program, heard through AT-SPI."""

import time
from functools import partial

import pytest

from tests.access.colleague import Colleague, Thing, plain

pytestmark = pytest.mark.screen
PLACES = ("Accueil", "Atelier", "Parcours", "Problème", "Prototypes", "Dossier")
SAID_AS = {"ampersand": 1, "eacute": 2, "quotedbl": 3, "apostrophe": 4, "parenleft": 5, "minus": 6}
"""The keys 1 to 6 of a French keyboard, without Maj."""


def test_she_walks_from_the_start_to_the_irritants_of_the_third_phase(at_work: Colleague) -> None:
    frame = at_work.found("LabDesk", role="frame")
    canvas = at_work.found("Parcours usager", role="list", top=frame)
    names = [plain(thing["name"]) for thing in at_work.tree(canvas, whole=False)]
    assert "Phase 3 sur 6 : Candidater" in names
    assert "Irritants, étape 6 sur 12 : 3 notes" in names
    at_work.press("ctrl+g")
    at_work.stands("Aller à l'étape", role="text")
    at_work.type("déposer")
    at_work.press("Return")
    at_work.stands("étape 6 sur 12")
    at_work.press("ctrl+parenleft")
    heard = at_work.stands("Irritants, étape 6 sur 12, note 1 sur 3 : CV à ressaisir", role="list item")
    around = at_work.ask("parents", thing=heard["id"])
    assert plain(around[0]) == "list item Irritants, étape 6 sur 12 : 3 notes"
    assert plain(around[1]) == "list Irritants"
    at_work.press("Down")
    at_work.stands("Irritants, étape 6 sur 12, note 2 sur 3")
    at_work.press("Right")
    at_work.stands("Irritants, étape 7 sur 12, note 1 sur 1")


def test_she_writes_moves_and_takes_back_and_hears_it(at_work: Colleague) -> None:
    at_work.press("ctrl+parenleft")
    at_work.stands("Irritants, étape 1 sur 12")
    for _step in range(6):
        at_work.press("Right")
    at_work.stands("Irritants, étape 7 sur 12")
    at_work.press("Insert")
    editor = at_work.stands("Nouvelle note, Irritants, étape 7 sur 12", role="text")
    at_work.type("Trop long")
    at_work.press("Return")  # the next note of the same cell
    at_work.stands("Nouvelle note", role="text")
    at_work.type("Personne ne répond")
    at_work.press("Escape")
    at_work.stands("Irritants, étape 7 sur 12, note 3 sur 3 : Personne ne répond")
    at_work.press("Up")
    at_work.stands("Irritants, étape 7 sur 12, note 2 sur 3 : Trop long")
    at_work.press("F2")
    editor = at_work.stands("note 2 sur 3", role="text")
    assert at_work.ask("text", thing=editor["id"])["text"] == "Trop long"
    at_work.type(" à l’accueil")
    at_work.press("Escape")
    at_work.stands("note 2 sur 3 : Trop long à l'accueil")
    at_work.press("alt+Right")
    at_work.hears("Déplacé : Irritants, étape 8 sur 12, note 3 sur 3 : Trop long à l'accueil")
    at_work.press("ctrl+Up")
    at_work.hears("1 voix")
    at_work.press("Delete")
    at_work.hears("1 note supprimée")
    at_work.press("ctrl+z")
    at_work.hears("Annulé : Supprimer 1 note")
    at_work.stands("Irritants, étape 8 sur 12, note 3 sur 3 : Trop long à l'accueil · 1 voix")
    at_work.press("ctrl+z", "ctrl+z")
    at_work.hears("Annulé : Déplacer 1 note")
    at_work.stands("Irritants, étape 7 sur 12, note 2 sur 3")
    at_work.press("ctrl+y")
    at_work.hears("Rétabli : Déplacer 1 note")


def test_the_list_is_as_good_as_the_map(at_work: Colleague) -> None:
    at_work.press("ctrl+parenleft", "Right", "Right")
    at_work.stands("Irritants, étape 3 sur 12, note 1 sur 3")
    at_work.press("ctrl+l")
    at_work.stands("Irritants, étape 3 sur 12, note 1 sur 3", role="table cell")
    at_work.press("Down")
    at_work.stands("Irritants, étape 3 sur 12, note 2 sur 3", role="table cell")
    at_work.press("Insert")
    at_work.stands("Nouvelle note, Irritants, étape 3 sur 12", role="text")
    at_work.type("Rien pour les aveugles")
    at_work.press("Escape")
    at_work.stands("Irritants, étape 3 sur 12, note 4 sur 4 : Rien pour les aveugles", role="table cell")
    at_work.press("F2")
    at_work.stands("note 4 sur 4", role="text")
    at_work.type(" non plus")
    at_work.press("Escape")
    at_work.stands("Rien pour les aveugles non plus", role="table cell")
    at_work.press("alt+Right")
    at_work.hears("Déplacé : Irritants, étape 4 sur 12, note 3 sur 3")
    at_work.press("Delete")
    at_work.hears("1 note supprimée")
    at_work.press("ctrl+z")
    at_work.hears("Annulé : Supprimer 1 note")
    at_work.press("ctrl+l")
    at_work.stands("Irritants, étape 4 sur 12, note 3 sur 3", role="list item")


def test_a_reader_presses_and_carries_the_keyboard_by_itself(at_work: Colleague) -> None:
    curve = at_work.found("Courbe des émotions, étape 3 sur 12")
    assert curve["role"] == "list item"
    assert at_work.ask("actions", thing=curve["id"]) == ["Press", "ShowMenu", "SetFocus"]
    at_work.press("Shift_L")
    assert at_work.ask("focus", thing=curve["id"])
    at_work.stands("Courbe des émotions, étape 3 sur 12")
    note = at_work.found("Points de contact, étape 2 sur 12, note 1 sur 2")
    at_work.press("Shift_L")
    assert at_work.ask("do", thing=note["id"], name="Press")
    editor = at_work.stands("Points de contact, étape 2 sur 12, note 1 sur 2", role="text")
    assert at_work.ask("text", thing=editor["id"])["text"] == "Vidéos en ligne"
    at_work.press("Escape")
    lane = at_work.found("Ligne 5 sur 13 : Irritants", role="row header")
    assert {"expandable", "expanded"} <= set(lane["states"])


def test_what_comes_and_goes_is_told_to_who_reads(at_work: Colleague) -> None:
    cell = at_work.found("Irritants, étape 7 sur 12 : 1 note")
    assert len(at_work.tree(cell)) == 2
    at_work.press("ctrl+parenleft")
    for _step in range(6):
        at_work.press("Right")
    at_work.stands("Irritants, étape 7 sur 12, note 1 sur 1")
    at_work.press("ctrl+d")
    at_work.until(lambda: "object:children-changed:add" in kinds(at_work), "the new note")
    assert len(at_work.tree(cell)) == 3
    at_work.press("ctrl+z")
    at_work.until(lambda: "object:children-changed:remove" in kinds(at_work), "the note that goes")
    assert len(at_work.tree(cell)) == 2


def showing(who: Colleague, thing: Thing) -> bool:
    """It is on screen now."""
    return "showing" in who.ask("look", thing=thing["id"])["states"]


def kinds(who: Colleague) -> set[str]:
    """What was told since the last key."""
    return {event["kind"] for event in who.ask("since", rank=who.heard)}


def test_every_place_names_all_that_can_be_reached(at_work: Colleague) -> None:
    began, read = time.monotonic(), 0
    for key, rank in SAID_AS.items():
        at_work.press(f"alt+{key}")
        place = at_work.found(PLACES[rank - 1], role="filler")
        at_work.until(partial(showing, at_work, place), key)
        things = [t for t in at_work.tree(whole=False) if "showing" in t["states"]]
        assert not [t for t in things if t["role"] == "missing"], key
        reached = [t for t in things if "focusable" in t["states"]]
        assert len(reached) > 12, key
        nameless = [t for t in reached if not t["name"].strip() or t["role"] in ("", "unknown", "invalid")]
        where = [(t["role"], at_work.ask("parents", thing=t["id"])) for t in nameless]
        assert where == [], PLACES[rank - 1]
        read += len(things)
    took = time.monotonic() - began
    print(f"{read} things of six places read in {took:.1f} s")
    assert took / read < 0.05, "a reader waits"
