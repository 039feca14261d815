"""What is typed stays: keys that write nothing take nothing away, wherever someone is typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.hands import Hands
from tests.journeys.telling import tell_title

SILENT = [
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_F7,
    Qt.Key.Key_VolumeUp,
]


@pytest.fixture
def renaming(hands: Hands) -> Hands:
    """A persona whose name is being changed: all of it is selected."""
    tell_title(hands)
    hands.click(hands.window.place.new_buttons["persona"])  # type: ignore[attr-defined]
    hands.type("Léa")
    hands.press("Return", "F2")
    return hands


def names(hands: Hands) -> list[object]:
    return [answer.value for answer in hands.window.desk.project.answer.values()]


@pytest.mark.parametrize("key", SILENT, ids=lambda key: key.name)
def test_a_key_that_writes_nothing_erases_nothing(renaming: Hands, key: Qt.Key) -> None:
    QTest.keyClick(renaming.focus, key)
    renaming.press("Esc")
    assert names(renaming) == ["Léa"]


@pytest.mark.parametrize("place", ["Alt+2", "Alt+4", "Alt+6", "F8"])
def test_going_elsewhere_while_a_name_is_selected_keeps_it(renaming: Hands, place: str) -> None:
    renaming.press(place)
    assert renaming.window.current != "journeys"
    assert names(renaming) == ["Léa"]


def test_what_is_typed_when_a_place_is_left_is_kept(renaming: Hands) -> None:
    renaming.type("Inès")
    renaming.press("Alt+4")
    assert names(renaming) == ["Inès"]


def test_a_capital_replaces_what_was_selected(renaming: Hands) -> None:
    QTest.keyPress(renaming.focus, Qt.Key.Key_Shift)
    renaming.type("A")
    QTest.keyRelease(renaming.focus, Qt.Key.Key_Shift)
    renaming.type("wa")
    renaming.press("Esc")
    assert names(renaming) == ["Awa"]
