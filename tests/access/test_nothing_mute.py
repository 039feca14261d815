"""What a blind colleague met in an hour of work: no key is mute, no wrong place is named, nothing breaks."""

import pytest

from tests.access.colleague import Colleague, plain

pytestmark = pytest.mark.screen


def names_since(who: Colleague) -> list[str]:
    """All that had the keyboard since the last key, even for a moment."""
    events = who.ask("since", rank=who.heard)
    return [
        plain(e["name"])
        for e in events
        if e["kind"].startswith("object:state-changed:focused") and e["detail"]
    ]


def go(who: Colleague, place: str) -> None:
    """Entrée on a place of the rail."""
    door = who.found(place, role="radio button")
    assert who.ask("focus", thing=door["id"])
    who.press("Return")


def test_what_a_search_found_is_said_while_one_types(at_work: Colleague) -> None:
    at_work.press("ctrl+g")
    at_work.stands("Aller à l'étape", role="text")
    at_work.hears("1. Tomber sur l'idée")
    at_work.type("phase 3")
    at_work.hears("Phase 3 · Candidater")
    at_work.press("Escape")
    at_work.press("ctrl+f")
    at_work.stands("Mots recherchés", role="text")
    at_work.type("télétravail")
    at_work.hears("résultat", "Télétravail")


def test_going_to_another_place_names_that_place_only(at_work: Colleague) -> None:
    go(at_work, "Problème")
    at_work.stands("Commande de départ", role="list item")
    assert "Accueil" not in names_since(at_work)
    go(at_work, "Prototypes")
    at_work.stands("Vis ma vie d'agent", role="button")
    assert "Accueil" not in names_since(at_work)
    at_work.press("Return")
    at_work.stands("Nom du prototype", role="list item")
    assert "Accueil" not in names_since(at_work)


def test_the_rail_is_entered_where_one_is_and_alt_comes_back(at_work: Colleague) -> None:
    at_work.press("F6")
    at_work.stands("Parcours", role="radio button")
    at_work.press("alt+quotedbl")
    at_work.stands("Actions de l'usager, étape 1 sur 12, note 1", role="list item")
    at_work.press("F4")
    at_work.hears("Tiroir ouvert")


def test_a_filter_leaves_a_tree_that_was_read_whole(at_work: Colleague) -> None:
    at_work.tree()  # every lane is known to the reader
    at_work.press("F3")
    at_work.stands("Ligne", role="check box")
    at_work.press("Return")
    at_work.hears("Actions de l'usager", "pas coché")
    at_work.press("Return")
    at_work.hears("Actions de l'usager", ", coché")
    at_work.tree()
    at_work.press("Escape", "shift+F3")
    at_work.hears("Toutes les notes sont montrées.")
    at_work.tree()
    assert "Traceback" not in (at_work.folder / "program.log").read_text()


def test_alt_down_opens_the_list_of_the_drawer_and_moves_no_note(at_work: Colleague) -> None:
    at_work.press("F4")
    at_work.hears("Tiroir ouvert")
    at_work.press("F6")
    at_work.stands("")
    for _stop in range(12):
        at_work.press("Tab")
        if at_work.stands("")["role"] == "combo box":
            break
    at_work.press("alt+Down")
    at_work.stands("Non précisé", role="list item")
    at_work.press("Down", "Return")
    at_work.found("Actions de l'usager, étape 1 sur 12, note 1 sur 2", "Supposé")


def test_a_test_is_written_by_ear(at_work: Colleague) -> None:
    go(at_work, "Prototypes")
    at_work.stands("Vis ma vie d'agent", role="button")
    at_work.press("Return")
    at_work.stands("Nom du prototype", role="list item")
    at_work.press("ctrl+t")
    at_work.stands("Observation", role="text")
    at_work.type("sourit")
    at_work.press("Return")
    at_work.hears("Noté : Observation, sourit")
    at_work.press("Down")
    at_work.hears("Verbatim")
    at_work.press("alt+Up")
    at_work.hears("Testeur 1")


def test_what_the_room_sees_is_told_to_who_presents_without_seeing_it(at_work: Colleague) -> None:
    at_work.press("F5")
    at_work.stands("Image projetée")
    at_work.hears("Devenir agent de l'État")
    for key, said in (
        ("Down", "1. Découvrir"),
        ("Next", "page 2"),
        ("f", "image figée pour la salle"),
        ("f", "image de nouveau en direct"),
        ("n", "écran noir"),
        ("n", "écran noir levé"),
        ("r", "révélé 1"),
        ("Escape", "tout est montré"),
        ("e", "case éclairée : "),
        ("e", "plus de case éclairée"),
        ("t", "Minuteur : 05:00, en marche"),
        ("shift+t", "en pause"),
        ("ctrl+t", "Minuteur retiré"),
        ("v", "votes cachés"),
        ("v", "votes montrés"),
    ):
        at_work.press(key)
        at_work.hears(said)
    picture = at_work.found("Image projetée")
    assert "Aucun témoignage d'agent de la région" in plain(picture["description"])


def test_the_leaves_beside_a_section_are_one_of_several_and_not_boxes_to_tick(at_work: Colleague) -> None:
    go(at_work, "Dossier")
    at_work.stands("Page de garde", role="list item")
    at_work.found("Remarques", role="radio button")
    at_work.found("Clarté", role="radio button")
