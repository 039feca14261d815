"""The place Parcours: personas, lived and target, map, list, irritants, tray, the menu of the title."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import canvases, notes
from labdesk.domain.zone import TRAY
from labdesk.ui.desk import Desk, Target
from labdesk.ui.journeys import IRRITANTS, LIST, MAP, JourneysPlace, make
from labdesk.ui.style import Look
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key


@pytest.fixture
def place(desk: Desk, look: Look, around: QWidget) -> Iterator[JourneysPlace]:
    made = make(desk, look)
    made.setParent(around)
    made.resize(1310, 600)
    around.show()
    made.show()
    yield made
    made.leave()


def begun(place: JourneysPlace) -> Hands:
    """A journey, begun with its first action."""
    place.begin(kind("journey"), "Refaire sa carte")
    hands = Hands(place.page)
    hands.stand("actions")
    hands.type("Reçoit un courrier")
    hands.press(Key.Key_Escape)
    return hands


def test_an_empty_project_says_how_one_begins(place: JourneysPlace) -> None:
    assert place.stack.currentIndex() == 1
    assert {"journey", "persona"} <= set(place.new_buttons)
    place.new_buttons["journey"].click()
    assert place.stack.currentIndex() == 0
    assert place.canvas in place.desk.project.canvas


def pressed(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_keys_pressed_beside_the_map_change_no_note_of_it(place: JourneysPlace) -> None:
    hands = begun(place)
    desk, page = place.desk, place.page
    page.sieve.open()
    before = desk.project
    pressed(Key.Key_Delete)
    pressed(Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    place.views[MAP].setFocus()
    for key in (Key.Key_Delete, Key.Key_Insert, Key.Key_F2):
        pressed(key)
    assert desk.project is before
    assert not page.pane.scribe.typing
    page.sieve.close_up()
    place.show_sheet(True)
    around = page.around.pane
    assert around is not None
    pressed(Key.Key_Delete)  # the title of the journey, where one is
    assert desk.project.note == before.note
    assert not desk.project.value(place.canvas, "title")
    hands.view.setFocus()
    pressed(Key.Key_Delete)
    assert not desk.project.note


def test_f2_in_the_tray_rewrites_what_waits_there(place: JourneysPlace) -> None:
    begun(place)
    place.show_tray(True)
    place.tray.add("Guichet fermé")
    place.tray.list.setFocus()
    place.tray.list.setCurrentRow(0)
    pressed(Key.Key_F2)
    assert not place.page.pane.scribe.typing
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    focus.setText("Guichet ouvert")
    place.desk.settling.emit()
    assert "Guichet ouvert" in {note.text for note in place.desk.project.note.values()}


def test_what_was_typed_for_the_tray_stays_with_its_journey(place: JourneysPlace) -> None:
    begun(place)
    first, desk = place.canvas, place.desk
    place.show_tray(True)
    place.tray.entry.setPlainText("Guichet fermé")
    place.begin(kind("journey"), "Vendre sa voiture")
    assert [note.text for note in desk.project.notes_at(first, TRAY)] == ["Guichet fermé"]
    assert not place.tray.entry.toPlainText()
    place.show_tray(True)
    place.tray.entry.setPlainText("Carte grise perdue")
    desk.do(canvases.delete_canvas(desk.project, place.canvas))
    assert place.canvas == first
    assert place.tray.entry.toPlainText() == "Carte grise perdue"


def test_the_title_menu_shows_what_there_is_and_what_can_be_made(place: JourneysPlace) -> None:
    begun(place)
    place.begin(kind("persona"), "Inès")
    menu = QMenu()
    place.fill_title_menu(menu)
    words = [action.text() for action in menu.actions()]
    for expected in (
        "Refaire sa carte",
        "Inès",
        "Nouveau\u00a0: Parcours usager",
        "Dupliquer le canevas",
        "Supprimer ce canevas",
    ):
        assert expected in words
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["Inès"]


def test_the_structure_of_a_journey_is_taken_without_its_content_in_one_gesture(place: JourneysPlace) -> None:
    begun(place)
    first = place.canvas
    place.duplicate(content=False)
    assert place.canvas != first
    assert place.desk.project.notes_of(place.canvas) == ()
    assert len(place.desk.project.steps_of(place.canvas)) == 1
    place.delete()
    assert place.canvas == first
    place.desk.undo()
    assert len(place.desk.project.canvases("journey")) == 2


def test_a_persona_is_made_chosen_and_its_sheet_is_opened(place: JourneysPlace) -> None:
    begun(place)
    journey = place.canvas
    place.personas.adding.click()
    persona = place.canvas
    assert place.desk.project.canvas[persona].type == "persona"
    assert place.back.isVisible()
    place.back.click()
    assert place.canvas == journey
    place.personas.choose(persona)
    assert place.desk.project.value(journey, "persona") == persona
    assert place.personas.chips[persona].isChecked()
    assert "vit ce parcours" in place.personas.chips[persona].accessibleName()
    place.personas.opened.emit(persona)
    assert place.canvas == persona


def test_lived_or_target_is_said_in_the_strip(place: JourneysPlace) -> None:
    begun(place)
    assert "Vécu ou cible" in place.personas.marker.text()
    place.personas.choose_kind("to_be")
    assert place.desk.project.value(place.canvas, "kind") == "to_be"
    assert place.personas.marker.text() == "Parcours cible"


def test_map_list_and_irritants_show_the_same_canvas(place: JourneysPlace) -> None:
    hands = begun(place)
    place.show_view(LIST)
    assert place.page.list.isVisible()
    place.show_view(IRRITANTS)
    assert place.irritants.isVisible()
    place.show_view(MAP)
    assert hands.view.isVisible()
    place.switch_list()
    assert place.listing.isChecked()
    place.reveal(Target("journeys", place.canvas, "note", next(iter(place.desk.project.note))))
    assert place.canvas


def test_the_tray_opens_ready_to_be_typed_in_and_says_how_many_wait(place: JourneysPlace) -> None:
    hands = begun(place)
    place.show_tray(True)
    assert place.tray.entry.hasFocus()
    place.tray.add("une\ndeux")
    assert place.sorting.text() == "À ranger (2)"
    hands.stand("actions")
    place.put_back()
    assert place.sorting.text() == "À ranger (3)"
    assert hands.texts("actions", 0) == []
    place.show_tray(False)
    assert hands.view.hasFocus()


def test_the_way_to_something_on_another_canvas(place: JourneysPlace) -> None:
    begun(place)
    first = place.canvas
    note = next(iter(place.desk.project.note))
    place.begin(kind("journey"), "Autre parcours")
    place.reveal(Target("journeys", first, "note", note))
    assert place.canvas == first
    assert place.page.board.current is not None
    assert place.page.board.current[1] == note


def test_what_others_see_has_no_editing_mark(place: JourneysPlace) -> None:
    assert place.portrait() is None
    begun(place)
    place.page.board.go(place.page.board.key_of("step", place.desk.project.steps_of(place.canvas)[0].id))
    marked, bare = place.page.scene, place.portrait()
    place.page.pane.focus.hide()
    assert bare is not None
    assert bare == place.portrait()
    assert marked.ink.editing


def test_every_action_of_the_place_has_words_keys_and_a_menu(place: JourneysPlace) -> None:
    keys = [one.toString() for action in place.actions() for one in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert all(action.text() and action.property("menu") for action in place.actions())
    assert all(keys and words for keys, words in place.shortcuts())


def test_a_journey_deleted_from_elsewhere_gives_place_to_another(place: JourneysPlace) -> None:
    begun(place)
    first = place.canvas
    place.begin(kind("journey"), "Autre parcours")
    place.desk.do(canvases.delete_canvas(place.desk.project, place.canvas))
    assert place.canvas == first


def test_notes_of_a_lab_table_carry_its_name(place: JourneysPlace) -> None:
    place.desk.table = "Table 3"
    begun(place)
    note = next(iter(place.desk.project.note.values()))
    assert note.author_table == "Table 3"
    assert notes.ATTRIBUTES


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_persona_is_cut_whatever_the_size_of_the_text(
    place: JourneysPlace, look: Look, dressed: QApplication, qtbot: QtBot, scale: float
) -> None:
    place.begin(kind("persona"), "Mathieu, en reconversion")
    begun(place)
    look.become(scale=scale)
    dressed.setStyleSheet(look.sheet())
    strip = place.personas
    buttons = [strip.marker, *strip.chips.values()]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))
    highest = max(one.sizeHint().height() for one in buttons)
    qtbot.waitUntil(lambda: strip.visibleRegion().boundingRect().height() >= highest)
    assert (place.sheet.text() == "") == (scale == 2.0)
    assert place.sheet.accessibleName() == "Fiche"


def test_what_is_typed_for_the_tray_stays_with_its_journey(place: JourneysPlace, qtbot: QtBot) -> None:
    begun(place)
    first = place.canvas
    place.show_tray(True)
    QTest.keyClicks(place.tray.entry, "plus tard")
    place.begin(kind("journey"), "Un autre")
    tray = place.desk.project.notes_at(first, TRAY)
    assert [note.text for note in tray] == ["plus tard"]
    assert place.tray.entry.toPlainText() == ""


def test_escape_leaves_the_tray_for_the_canvas(place: JourneysPlace, around: QWidget, qtbot: QtBot) -> None:
    begun(place)
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    place.show_tray(True)
    QTest.keyClicks(place.tray.entry, "plus tard")
    QTest.keyClick(place.tray.entry, Qt.Key.Key_Escape)
    assert place.tray.count() == 1
    assert place.page.pane.view.hasFocus()


def test_entree_on_an_irritant_shows_it_on_the_map(place: JourneysPlace) -> None:
    begun(place)
    step = place.desk.project.steps_of(place.canvas)[0].id
    note, gesture = notes.add_note(place.desk.project, place.canvas, "pain_points", "Trop long", step=step)
    place.desk.do(gesture)
    place.desk.wanted.connect(place.reveal)
    place.show_view(IRRITANTS)
    QTest.keyClick(place.irritants, Key.Key_Return)
    assert place.page.stack.currentWidget() is place.page.pane
    assert place.page.board.box is not None
    assert place.page.board.box.row == note
