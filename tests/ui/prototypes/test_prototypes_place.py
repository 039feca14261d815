"""The deck of prototypes: walked, filled, tested and decided without the mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import answer, create_canvas
from labdesk.domain.gesture import together
from labdesk.domain.model import state_of
from labdesk.ui.desk import Desk, Target
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.style import Look


def new_card(desk: Desk, name: str, **answers: str) -> str:
    """A card with its name and some answers."""
    canvas, made = create_canvas(desk.project, desk.catalogue.types["prototype"], title=name)
    desk.do(made)
    desk.do(together("Remplir", [answer(desk.project, canvas, zone, said) for zone, said in answers.items()]))
    return canvas


@pytest.fixture
def place(desk: Desk, look: Look, qtbot: QtBot) -> Iterator[PrototypesPlace]:
    made = PrototypesPlace(desk, look)
    made.resize(1310, 640)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()


def piles_of(place: PrototypesPlace) -> list[list[str]]:
    return [[tile.card.title for tile in tiles] for tiles in place.deck.tiles]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_a_card_goes_from_pile_to_pile_as_it_is_filled(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Annonce d’une page")
    assert piles_of(place) == [["Annonce d’une page"], [], [], []]
    place.desk.do(answer(place.desk.project, card, "criterion", "8 sur 10"))
    assert piles_of(place) == [[], ["Annonce d’une page"], [], []]
    place.desk.do(answer(place.desk.project, card, "verdict", "confirmed"))
    assert piles_of(place) == [[], [], ["Annonce d’une page"], []]
    tile = place.deck.tiles[2][0]
    assert "Confirmée" in tile.accessibleName()
    place.desk.do(answer(place.desk.project, card, "decision", "pilot"))
    assert piles_of(place) == [[], [], [], ["Annonce d’une page"]]


def test_arrows_walk_enter_opens_and_escape_comes_back_to_the_same_tile(place: PrototypesPlace) -> None:
    new_card(place.desk, "Un")
    new_card(place.desk, "Deux")
    new_card(place.desk, "Trois", verdict="confirmed")
    place.deck.focus(None)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)  # « À tester » is empty: it is stepped over
    press(Qt.Key.Key_Return)
    assert place.on_card
    assert place.card.heading == "Trois"
    QTest.keyClicks(place.card.page.pane.view, "Nom")
    press(Qt.Key.Key_Escape)
    assert place.card.isVisible()
    press(Qt.Key.Key_Escape)
    assert place.deck.isVisible()
    focus = QApplication.focusWidget()
    assert focus is place.deck.tiles[2][0]


def test_a_card_is_made_duplicated_deleted_and_brought_back_from_the_keyboard(place: PrototypesPlace) -> None:
    new_card(place.desk, "Un", pitch="Une phrase")
    place.deck.focus(None)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [tile.card.pitch for tile in place.deck.tiles[0]] == ["Une phrase", "Une phrase"]
    press(Qt.Key.Key_Delete)
    assert len(place.deck.tiles[0]) == 1
    place.desk.undo()
    assert len(place.deck.tiles[0]) == 2
    place.deck.focus(None)
    press(Qt.Key.Key_Insert)
    assert place.on_card
    assert len(place.desk.project.canvas) == 3


def test_starting_the_test_writes_today_and_shows_its_zones(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Un", criterion="8 sur 10")
    place.open_card(card)
    kind = place.card.kind
    assert kind is not None
    shown = {box.zone for part in place.card.page.board.plan.parts for box in part.boxes}  # type: ignore[union-attr]
    assert "observations" not in shown
    place.card.test.click()
    shown = {box.zone for part in place.card.page.board.plan.parts for box in part.boxes}  # type: ignore[union-attr]
    assert "observations" in shown
    assert not place.card.test.isVisible()
    assert place.card.views["complete"].isChecked()
    assert state_of(place.desk.project, kind, card) == "to_test"
    place.desk.undo()
    assert place.card.test.isVisible()


def test_a_card_deleted_elsewhere_closes_itself(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Un")
    place.open_card(card)
    place.desk.undo()
    place.desk.undo()
    assert not place.on_card


def test_the_title_menu_goes_from_card_to_card(place: PrototypesPlace) -> None:
    new_card(place.desk, "Un")
    other = new_card(place.desk, "Deux")
    place.open_card(other)
    menu = QMenu(place)
    place.fill_title_menu(menu)
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names == ["Un", "Deux"]
    menu.actions()[1].trigger()
    assert place.card.heading == "Un"


def test_a_target_opens_its_card(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Un")
    place.reveal(Target("prototypes", card, "answer", f"{card}/verdict", "value"))
    assert place.on_card
    assert place.card.canvas == card
