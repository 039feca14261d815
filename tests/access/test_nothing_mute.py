"""What a blind colleague met in an hour of work: no key is mute, no wrong place is named, nothing breaks."""

import pytest

from tests.access.colleague import Colleague, plain

pytestmark = pytest.mark.screen


def go(who: Colleague, place: str) -> None:
    """Entrée on a place of the rail."""
    door = who.found(role="radio button")
    assert place in door
    assert who.ask("focus", thing=door.id)
    who.press("Return")


def test_what_a_search_found_is_said_while_one_types(at_work: Colleague) -> None:
    at_work.press("ctrl+g")
    assert "Aller à l'étape" in at_work.stands(role="text")
    assert "1. Tomber sur l'idée" in at_work.hears()
    at_work.type("phase 3")
    assert "Phase 3 · Candidater" in at_work.hears()
    at_work.press("Escape")
    at_work.press("ctrl+f")
    assert "Mots recherchés" in at_work.stands(role="text")
    at_work.type("télétravail")
    assert "résultat … Télétravail" in at_work.hears()


def test_going_to_another_place_names_that_place_only(at_work: Colleague) -> None:
    go(at_work, "Problème")
    assert "Commande de départ" in at_work.stands(role="list item")
    assert "Accueil" not in at_work.visited()
    go(at_work, "Prototypes")
    assert "Vis ma vie d'agent" in at_work.stands(role="button")
    assert "Accueil" not in at_work.visited()
    at_work.press("Return")
    assert "Nom du prototype" in at_work.stands(role="list item")
    assert "Accueil" not in at_work.visited()


def test_the_rail_is_entered_where_one_is_and_alt_comes_back(at_work: Colleague) -> None:
    at_work.press("F6")
    assert "Parcours" in at_work.stands(role="radio button")
    at_work.press("alt+quotedbl")
    assert "Actions de l'usager, étape 1 sur 12, note 1" in at_work.stands(role="list item")
    at_work.press("F4")
    assert "Tiroir ouvert" in at_work.hears()


def test_a_filter_leaves_a_tree_that_was_read_whole(at_work: Colleague) -> None:
    at_work.tree()  # every lane is known to the reader
    at_work.press("F3")
    assert "Ligne" in at_work.stands(role="check box")
    at_work.press("Return")
    assert "Actions de l'usager … pas coché" in at_work.hears()
    at_work.press("Return")
    assert "Actions de l'usager … , coché" in at_work.hears()
    at_work.tree()
    at_work.press("Escape", "shift+F3")
    assert "Toutes les notes sont montrées." in at_work.hears()
    at_work.tree()
    assert "Traceback" not in at_work.log


def test_alt_down_opens_the_list_of_the_drawer_and_moves_no_note(at_work: Colleague) -> None:
    at_work.press("F4")
    assert "Tiroir ouvert" in at_work.hears()
    at_work.press("F6")
    assert "" in at_work.stands()
    for _stop in range(12):
        at_work.press("Tab")
        stop = at_work.stands()
        assert "" in stop
        if stop.thing["role"] == "combo box":
            break
    at_work.press("alt+Down")
    assert "Non précisé" in at_work.stands(role="list item")
    at_work.press("Down", "Return")
    assert "Actions de l'usager, étape 1 sur 12, note 1 sur 2 … Supposé" in at_work.found()


def test_a_test_is_written_by_ear(at_work: Colleague) -> None:
    go(at_work, "Prototypes")
    assert "Vis ma vie d'agent" in at_work.stands(role="button")
    at_work.press("Return")
    assert "Nom du prototype" in at_work.stands(role="list item")
    at_work.press("ctrl+t")
    assert "Observation" in at_work.stands(role="text")
    at_work.type("sourit")
    at_work.press("Return")
    assert "Noté : Observation, sourit" in at_work.hears()
    at_work.press("Down")
    assert "Verbatim" in at_work.hears()
    at_work.press("alt+Up")
    assert "Testeur 1" in at_work.hears()


def test_what_the_room_sees_is_told_to_who_presents_without_seeing_it(at_work: Colleague) -> None:
    at_work.press("F5")
    assert "Image projetée" in at_work.stands()
    assert "Devenir agent de l'État" in at_work.hears()
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
        assert said in at_work.hears()
    picture = at_work.found()
    assert "Image projetée" in picture
    assert "Aucun témoignage d'agent de la région" in plain(
        at_work.ask("look", thing=picture.id)["description"]
    )


def test_the_leaves_beside_a_section_are_one_of_several_and_not_boxes_to_tick(at_work: Colleague) -> None:
    go(at_work, "Dossier")
    assert "Page de garde" in at_work.stands(role="list item")
    assert "Remarques" in at_work.found(role="radio button")
    assert "Clarté" in at_work.found(role="radio button")


def test_a_line_of_the_list_is_met_by_its_text_and_moving_names_one_place(at_work: Colleague) -> None:
    at_work.press("ctrl+l")
    assert "Actions de l'usager, étape 1 sur 12, note 1" in at_work.stands(role="table cell")
    at_work.press("ctrl+Home")
    assert "Phase 1 sur 6 : Découvrir" in at_work.stands()
    at_work.press("Right")
    assert "Voix et preuve : vide" in at_work.stands()
    at_work.press("Down")
    assert "Étape 1 sur 12 : Tomber sur l'idée" in at_work.stands()
    at_work.press("ctrl+g")
    at_work.type("étape 6")
    assert "6. Déposer le dossier" in at_work.hears()
    at_work.press("Return")
    assert "Actions de l'usager, étape 6 sur 12, note 1" in at_work.stands()
    at_work.press("alt+Right")
    assert "Déplacé : Actions de l'usager, étape 7 sur 12" in at_work.hears()
    met = {name.partition(" : ")[0] for name in at_work.visited()}
    where = "Actions de l'usager, étape 6 sur 12, note 1 sur 2"  # told once more when the list of steps goes
    assert met - {where} == {"Actions de l'usager, étape 7 sur 12, note 2 sur 2"}


def test_an_irritant_moves_and_is_rewritten_by_ear(at_work: Colleague) -> None:
    at_work.press("ctrl+shift+i")
    assert "L'affiche renvoie à un site national, irritant 1 sur 3" in at_work.stands()
    at_work.press("alt+Right")
    assert "Déplacé : Irritants, étape 2 sur 12" in at_work.hears()
    at_work.press("F2")
    assert "Irritant" in at_work.stands(role="text")
    at_work.press("Escape")
    assert "L'affiche renvoie à un site national" in at_work.stands()


def test_the_size_of_the_letters_and_the_theme_are_told(at_work: Colleague) -> None:
    at_work.press("ctrl+shift+p")
    assert "Taille du texte : 125 %" in at_work.hears()
    at_work.press("ctrl+shift+k")
    assert "Contraste élevé" in at_work.hears()


def test_what_is_filed_says_which_note_it_was(at_work: Colleague) -> None:
    at_work.press("ctrl+shift+r")
    assert "Nouvelle note à ranger" in at_work.stands()
    at_work.type("Guichet fermé")
    at_work.press("Return")
    assert "À ranger (1)" in at_work.hears()
    at_work.type("Standard muet")
    at_work.press("Return")
    assert "À ranger (2)" in at_work.hears()
    at_work.press("Tab")
    assert "Lettre de la ligne" in at_work.stands()
    at_work.press("Down")
    assert "Standard muet" in at_work.hears()
    at_work.type("C7")
    at_work.press("Return")
    assert "1 note rangée, « Standard muet » … étape 7" in at_work.hears()
