"""The deck of prototypes: walked, filled, tested and decided without the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from labdesk.domain.commands.canvases import answer
from labdesk.domain.model import state_of
from labdesk.ui.desk import Target
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.ui.prototypes.conftest import new_card, piles_of, press


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
    place.card.bar.test.click()
    assert place.card.testing
    assert not place.card.bar.test.isVisible()
    place.card.show_view("complete")
    shown = {box.zone for part in place.card.page.board.plan.parts for box in part.boxes}  # type: ignore[union-attr]
    assert "observations" in shown
    assert state_of(place.desk.project, kind, card) == "to_test"
    place.desk.undo()
    assert place.card.bar.test.isVisible()


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


def type_letter(letter: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, letter)


def click_and_type(place: PrototypesPlace, zone: str, words: str) -> None:
    """With the mouse: a double click on a box of the card, then words."""
    pane = place.card.page.pane
    plan = pane.board.plan
    assert plan is not None
    boxes = {box.zone: box for box in plan.boxes() if box.kind in ("value", "zone")}
    pane.view.show_box(boxes[zone])
    spot = pane.view.on_screen(pane.scene.shown(boxes[zone])).center().toPoint()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    for letter in words:
        type_letter(letter)
    press(Qt.Key.Key_Escape)


def test_the_simple_and_the_complete_card_are_filled_with_the_mouse(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Un")
    place.open_card(card)
    click_and_type(place, "pitch", "Une page")
    click_and_type(place, "how_it_works", "On lit")
    click_and_type(place, "criterion", "8 sur 10")
    QTest.mouseClick(place.card.bar.views["complete"], Qt.MouseButton.LeftButton)
    click_and_type(place, "metric", "temps")
    click_and_type(place, "learning_questions", "Qui lit ?")
    project = place.desk.project
    assert [project.words(card, zone) for zone in ("pitch", "criterion", "metric")] == [
        "Une page",
        "8 sur 10",
        "temps",
    ]
    assert [
        n.text for zone in ("how_it_works", "learning_questions") for n in project.notes_at(card, zone)
    ] == [
        "On lit",
        "Qui lit ?",
    ]


def test_the_simple_and_the_complete_card_are_filled_from_the_keyboard(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Un")
    place.open_card(card)
    view = place.card.page.pane.view
    press(Qt.Key.Key_Tab)
    for letter in "Une page":
        type_letter(letter)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    place.card.switch_view()
    assert place.card.bar.views["complete"].isChecked()
    assert view.hasFocus()
    assert place.desk.project.words(card, "pitch") == "Une page"


def test_a_test_begins_from_the_deck_on_the_card_one_is_on(place: PrototypesPlace) -> None:
    new_card(place.desk, "Un")
    new_card(place.desk, "Deux", criterion="8 sur 10")
    place.deck.focus(None)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert place.on_card
    assert place.card.heading == "Deux"
    assert place.card.testing
