"""The menu bar: what fits the canvas shown, in groups that fit a small screen."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from labdesk.ui.canvas.canvas_place import CanvasPlace
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


def test_a_sheet_offers_nothing_of_grids_and_a_journey_does(window: Window, project: object) -> None:
    assert window.opening.open(project)  # type: ignore[arg-type]
    stand(window, "problem", "problem")
    assert "Ajouter une étape" not in said(entries(window))
    stand(window, "journeys", "journey")
    assert "Ajouter une étape" in said(entries(window))


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
