"""« Je suis aveugle, j’utilise un lecteur d’écran » (scenario 16): the real program, heard through AT-SPI."""

import time
from functools import partial

import pytest

from tests.access.colleague import Awaited, Colleague, plain

pytestmark = pytest.mark.screen
PLACES = ("Accueil", "Atelier", "Parcours", "Problème", "Prototypes", "Dossier")
SAID_AS = {"ampersand": 1, "eacute": 2, "quotedbl": 3, "apostrophe": 4, "parenleft": 5, "minus": 6}
"""The keys 1 to 6 of a French keyboard, without Maj."""


def test_she_walks_from_the_start_to_the_irritants_of_the_third_phase(at_work: Colleague) -> None:
    frame = at_work.found(role="frame")
    assert "LabDesk" in frame
    canvas = at_work.found(role="list", top=frame)
    assert "Parcours usager" in canvas
    names = [plain(thing["name"]) for thing in at_work.tree(canvas, whole=False)]
    assert "Phase 3 sur 6 : Candidater" in names
    assert "Irritants, étape 6 sur 12 : 3 notes" in names
    at_work.press("ctrl+g")
    assert "Aller à l'étape" in at_work.stands(role="text")
    at_work.type("déposer")
    at_work.press("Return")
    assert "étape 6 sur 12" in at_work.stands()
    at_work.press("ctrl+parenleft")
    heard = at_work.stands(role="list item")
    assert "Irritants, étape 6 sur 12, note 1 sur 3 : CV à ressaisir" in heard
    around = at_work.ask("parents", thing=heard.id)
    assert plain(around[0]) == "list item Irritants, étape 6 sur 12 : 3 notes"
    assert plain(around[1]) == "list Irritants"
    at_work.press("Down")
    assert "Irritants, étape 6 sur 12, note 2 sur 3" in at_work.stands()
    at_work.press("Right")
    assert "Irritants, étape 7 sur 12, note 1 sur 1" in at_work.stands()


def test_she_writes_moves_and_takes_back_and_hears_it(at_work: Colleague) -> None:
    at_work.press("ctrl+parenleft")
    assert "Irritants, étape 1 sur 12" in at_work.stands()
    for _step in range(6):
        at_work.press("Right")
    assert "Irritants, étape 7 sur 12" in at_work.stands()
    at_work.press("Insert")
    editor = at_work.stands(role="text")
    assert "Nouvelle note, Irritants, étape 7 sur 12" in editor
    at_work.type("Trop long")
    at_work.press("Return")  # the next note of the same cell
    assert "Nouvelle note" in at_work.stands(role="text")
    at_work.type("Personne ne répond")
    at_work.press("Escape")
    assert "Irritants, étape 7 sur 12, note 3 sur 3 : Personne ne répond" in at_work.stands()
    at_work.press("Up")
    assert "Irritants, étape 7 sur 12, note 2 sur 3 : Trop long" in at_work.stands()
    at_work.press("F2")
    editor = at_work.stands(role="text")
    assert "note 2 sur 3" in editor
    assert at_work.text_of(editor) == "Trop long"
    at_work.type(" à l’accueil")
    at_work.press("Escape")
    assert "note 2 sur 3 : Trop long à l'accueil" in at_work.stands()
    at_work.press("alt+Right")
    assert "Déplacé : Irritants, étape 8 sur 12, note 3 sur 3 : Trop long à l'accueil" in at_work.hears()
    at_work.press("ctrl+Up")
    assert "1 voix" in at_work.hears()
    at_work.press("Delete")
    assert "1 note supprimée" in at_work.hears()
    at_work.press("ctrl+z")
    assert "Annulé : Supprimer 1 note" in at_work.hears()
    assert "Irritants, étape 8 sur 12, note 3 sur 3 : Trop long à l'accueil · 1 voix" in at_work.stands()
    at_work.press("ctrl+z", "ctrl+z")
    assert "Annulé : Déplacer 1 note" in at_work.hears()
    assert "Irritants, étape 7 sur 12, note 2 sur 3" in at_work.stands()
    at_work.press("ctrl+y")
    assert "Rétabli : Déplacer 1 note" in at_work.hears()


def test_the_list_is_as_good_as_the_map(at_work: Colleague) -> None:
    at_work.press("ctrl+parenleft", "Right", "Right")
    assert "Irritants, étape 3 sur 12, note 1 sur 3" in at_work.stands()
    at_work.press("ctrl+l")
    assert "Irritants, étape 3 sur 12, note 1 sur 3" in at_work.stands(role="table cell")
    at_work.press("Down")
    assert "Irritants, étape 3 sur 12, note 2 sur 3" in at_work.stands(role="table cell")
    at_work.press("Insert")
    assert "Nouvelle note, Irritants, étape 3 sur 12" in at_work.stands(role="text")
    at_work.type("Rien pour les aveugles")
    at_work.press("Escape")
    assert "Irritants, étape 3 sur 12, note 4 sur 4 : Rien pour les aveugles" in at_work.stands(
        role="table cell"
    )
    at_work.press("F2")
    assert "note 4 sur 4" in at_work.stands(role="text")
    at_work.type(" non plus")
    at_work.press("Escape")
    assert "Rien pour les aveugles non plus" in at_work.stands(role="table cell")
    at_work.press("alt+Right")
    assert "Déplacé : Irritants, étape 4 sur 12, note 3 sur 3" in at_work.hears()
    at_work.press("Delete")
    assert "1 note supprimée" in at_work.hears()
    at_work.press("ctrl+z")
    assert "Annulé : Supprimer 1 note" in at_work.hears()
    at_work.press("ctrl+l")
    assert "Irritants, étape 4 sur 12, note 3 sur 3" in at_work.stands(role="list item")


def test_a_reader_presses_and_carries_the_keyboard_by_itself(at_work: Colleague) -> None:
    curve = at_work.found()
    assert "Courbe des émotions, étape 3 sur 12" in curve
    assert curve.thing["role"] == "list item"
    assert at_work.ask("actions", thing=curve.id) == ["Press", "ShowMenu", "SetFocus"]
    at_work.press("Shift_L")
    assert at_work.ask("focus", thing=curve.id)
    assert "Courbe des émotions, étape 3 sur 12" in at_work.stands()
    note = at_work.found()
    assert "Points de contact, étape 2 sur 12, note 1 sur 2" in note
    at_work.press("Shift_L")
    assert at_work.ask("do", thing=note.id, name="Press")
    editor = at_work.stands(role="text")
    assert "Points de contact, étape 2 sur 12, note 1 sur 2" in editor
    assert at_work.text_of(editor) == "Vidéos en ligne"
    at_work.press("Escape")
    lane = at_work.found(role="row header")
    assert "Ligne 5 sur 13 : Irritants" in lane
    assert {"expandable", "expanded"} <= set(lane.thing["states"])


def test_what_comes_and_goes_is_told_to_who_reads(at_work: Colleague) -> None:
    cell = at_work.found()
    assert "Irritants, étape 7 sur 12 : 1 note" in cell
    assert len(at_work.tree(cell)) == 2
    at_work.press("ctrl+parenleft")
    for _step in range(6):
        at_work.press("Right")
    assert "Irritants, étape 7 sur 12, note 1 sur 1" in at_work.stands()
    at_work.press("ctrl+d")
    assert "object:children-changed:add" in at_work.notices()
    assert len(at_work.tree(cell)) == 3
    at_work.press("ctrl+z")
    assert "object:children-changed:remove" in at_work.notices()
    assert len(at_work.tree(cell)) == 2


def showing(who: Colleague, place: Awaited) -> bool:
    """It is on screen now."""
    return "showing" in who.ask("look", thing=place.id)["states"]


def test_every_place_names_all_that_can_be_reached(at_work: Colleague) -> None:
    began, read = time.monotonic(), 0
    for key, rank in SAID_AS.items():
        at_work.press(f"alt+{key}")
        place = at_work.found(role="filler")
        assert PLACES[rank - 1] in place
        assert at_work.until(partial(showing, at_work, place)), key
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
