"""The menu bar: what fits the canvas shown, in groups that fit a small screen."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from labdesk.ui.canvas.canvas_place import CanvasPlace
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.window import Window
from tests.memory import kind


def entries(window: Window) -> list[QAction]:
    """What the menu « Canevas » shows."""
    bar = window.menuBar().actions()
    menu = next(action.menu() for action in bar if "anevas" in action.text())
    assert isinstance(menu, QMenu)
    return [action for action in menu.actions() if action.isVisible()]


def said(actions: list[QAction]) -> list[str]:
    return [action.text().replace("&", "") for action in actions if not action.isSeparator()]


def stand(window: Window, name: str, what: str) -> None:
    window.show_place(name)
    assert isinstance(window.place, CanvasPlace)
    window.place.begin(kind(what))
    window.menus.welcome(window.place)


def in_sight(window: Window) -> list[str]:
    return [action.text().replace("&", "") for action in window.menus.actions() if action.isVisible()]


def test_a_sheet_offers_nothing_of_grids_and_a_journey_does(window: Window, project: object) -> None:
    assert window.opening.open(project)  # type: ignore[arg-type]
    stand(window, "problem", "problem")
    assert "Ajouter une étape" not in in_sight(window)
    stand(window, "journeys", "journey")
    assert "Ajouter une étape" in in_sight(window)


def test_moves_and_the_whole_canvas_share_an_entry_each(window: Window, project: object) -> None:
    assert window.opening.open(project)  # type: ignore[arg-type]
    stand(window, "problem", "problem")
    words = said(entries(window))
    assert "Déplacer" in words
    assert "Ce canevas" in words
    assert len(words) <= 16  # what a screen of 768 lines holds
    inside = {action.text() for action in window.menus.actions()}
    assert "Déplacer à gauche" in inside
    assert any("Supprimer ce canevas" in text for text in inside)
    window.show_place("home")
    assert "Déplacer" not in said(entries(window))


def test_a_sheet_has_no_empty_group_and_a_journey_groups_its_steps(window: Window, project: object) -> None:
    assert window.opening.open(project)  # type: ignore[arg-type]
    stand(window, "problem", "problem")
    assert not {"Étapes", "Phases", "Lignes"} & set(said(entries(window)))
    stand(window, "journeys", "journey")
    assert {"Étapes", "Phases", "Lignes"} <= set(said(entries(window)))
    assert len(said(entries(window))) <= 16


def test_a_screen_of_768_lines_holds_every_menu(window: Window, project: object) -> None:
    assert window.opening.open(project)  # type: ignore[arg-type]
    for place in ("workshop", "journeys", "problem", "prototypes", "dossier"):
        window.show_place(place)
        for title in window.menuBar().actions():
            menu = title.menu()
            assert isinstance(menu, QMenu)
            assert menu.sizeHint().height() <= 660, (place, title.text())


def test_a_group_keeps_the_keys_of_what_it_holds(window: Window, project: object) -> None:
    assert window.opening.open(project)  # type: ignore[arg-type]
    stand(window, "journeys", "journey")
    view = next(a.menu() for a in window.menuBar().actions() if "ffichage" in a.text())
    assert isinstance(view, QMenu)
    groups = {entry.text().replace("&", ""): entry.menu() for entry in view.actions() if entry.menu()}
    assert set(groups) == {
        "Aller à",
        "Projection et minuteur",
        "Texte et contraste",
        "Filtre",
        "Taille du canevas",
    }
    places = groups["Aller à"]
    assert isinstance(places, QMenu)
    assert "Alt+3" in [action.shortcut().toString() for action in places.actions()]
    assert {action.shortcut().toString() for action in window.menus.actions()} >= {
        "F5",
        "Ctrl+F5",
        "F6",
        "F3",
    }


def test_each_group_opens_by_a_letter_of_its_own(window: Window, project: object) -> None:
    assert window.opening.open(project)  # type: ignore[arg-type]
    stand(window, "journeys", "journey")
    for menu in window.menus._menus.values():
        letters = [one.text().partition("&")[2][:1].lower() for one in menu.actions() if "&" in one.text()]
        groups = [one for one in menu.actions() if isinstance(one.menu(), QMenu)]
        assert all("&" in group.text() for group in groups)
        assert len(letters) == len(set(letters)), (menu.title(), letters)


def test_every_group_has_a_drawing_that_follows_the_theme(opened: Window) -> None:
    """A list of words and drawings, without holes."""
    for name in ("journeys", "prototypes"):
        opened.show_place(name)
        groups = [
            action
            for menu in opened.menuBar().actions()
            if isinstance(held := menu.menu(), QMenu)
            for action in held.actions()
            if isinstance(action.menu(), QMenu)
        ]
        assert groups
        assert all(not action.icon().isNull() and action.property("drawing") for action in groups)


def test_a_card_has_no_steps_and_one_way_to_tie(opened: Window) -> None:
    opened.show_place("prototypes")
    place = opened.place
    assert isinstance(place, PrototypesPlace)
    assert in_sight(opened).count("Relier…") == 1
    assert "Ajouter une étape" not in in_sight(opened)
    place.deck.add()
    place.open_card(place.desk.project.canvases("prototype")[0].id)
    assert in_sight(opened).count("Relier…") == 1
    assert "Ajouter une étape" not in in_sight(opened)
    assert "Modifier" in in_sight(opened)
