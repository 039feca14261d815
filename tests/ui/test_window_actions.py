"""Every action of the window and of its places: words, keys, menu, and F1 that lists them."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.dossier import write_section
from labdesk.ui.actions import AZERTY
from labdesk.ui.place import DOORS
from labdesk.ui.window import Window

PLACES = [door.name for door in DOORS]


def keys(actions: list[QAction]) -> list[str]:
    """All the keys of these actions, each way of typing them."""
    portable = QKeySequence.SequenceFormat.PortableText
    return [key.toString(portable) for action in actions for key in action.shortcuts()]


def test_no_two_actions_share_their_keys_in_any_place(filled: Window) -> None:
    assert {name: shared_keys(filled, name) for name in PLACES} == {name: [] for name in PLACES}


def shared_keys(filled: Window, name: str) -> list[str]:
    """The keys that two actions of a place, or of the window around it, would both answer to."""
    filled.show_place(name)
    at_work = [
        one for one in [*filled.actions(), *filled.place.actions()] if one.isEnabled() and one.isVisible()
    ]
    counted = Counter(keys(at_work))
    return [key for key, count in counted.items() if count > 1]


def test_every_action_has_words_an_icon_keys_and_stands_in_a_menu(filled: Window) -> None:
    for name in PLACES:
        filled.show_place(name)
        shown = filled.menus.actions()
        for action in [*filled.actions(), *filled.place.actions()]:
            words = action.text()
            assert words, name
            assert not action.icon().isNull(), words
            assert action.shortcuts(), words
            assert action in shown, words


def test_the_actions_of_a_place_leave_the_menus_with_it(filled: Window) -> None:
    filled.show_place("dossier")
    there = filled.place.actions()
    filled.show_place("home")
    assert not set(there) & set(filled.menus.actions())


def test_places_answer_to_alt_and_a_digit_on_french_keyboards_too(filled: Window) -> None:
    for at, name in enumerate(PLACES):
        assert keys([filled.deeds.doors[name]]) == [f"Alt+{at + 1}", f"Alt+{AZERTY[at]}"]


def test_the_menu_says_what_would_be_undone(filled: Window) -> None:
    filled.desk.do(write_section(filled.desk.project, "summary", "Texte"))
    assert filled.desk.undo_label is not None
    assert filled.desk.undo_label in filled.deeds.undo.text()
    assert filled.deeds.undo.isEnabled()
    assert not filled.deeds.redo.isEnabled()


def test_f1_lists_the_keys_of_the_place_and_of_the_window(active: Window) -> None:
    active.show_place("dossier")
    QTest.keySequence(active, QKeySequence("F1"))
    panel = next(one for one in QApplication.topLevelWidgets() if type(one).__name__ == "Keymap")
    table = panel.table  # type: ignore[attr-defined]
    said = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert "Ici : Dossier" in [one.replace("\u00a0", " ") for one in said]
    assert {"Ctrl+F", "F5", "F6", "Alt+3"} <= set(said)
    bar = table.verticalScrollBar()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    panel.close()


def test_at_200_percent_the_keys_fit_the_screen(active: Window) -> None:
    active.look.become(scale=2.0)
    QTest.keySequence(active, QKeySequence("F1"))
    panel = next(one for one in QApplication.topLevelWidgets() if type(one).__name__ == "Keymap")
    room = panel.screen().availableSize()
    assert panel.width() <= room.width()
    assert panel.height() < room.height()
    panel.close()
