"""What is no note, by keys: levels, options, numbers, and what a letter says where nothing is typed."""

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import canvases
from labdesk.ui.canvas import lanes
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


def test_the_five_first_keys_of_the_row_are_the_five_levels_by_their_place(hands: Hands) -> None:
    hands.stand("emotions")
    for step, (code, text) in enumerate(((10, "&"), (11, "é"), (12, '"'), (13, "'"), (14, "("))):
        hands.stand("emotions", step)
        hands.scan(code, text)
        assert hands.value("emotions", step) == step - 2
    hands.stand("emotions", 0)
    hands.scan(14, "5", SHIFT)
    assert hands.value("emotions", 0) == 2


def test_the_keypad_gives_levels_too_and_a_letter_the_word(hands: Hands) -> None:
    hands.stand("emotions", 1)
    hands.scan(87, "1", Modifier.KeypadModifier, Key.Key_1)
    hands.type("perdue")
    hands.press(Key.Key_Return)
    assert (hands.value("emotions", 1), hands.value("emotions", 1, "word")) == (-2, "perdue")
    assert hands.here[1] == 2
    hands.press(Key.Key_Left, Key.Key_Delete)
    assert (hands.value("emotions", 1), hands.value("emotions", 1, "word")) == (None, None)


def test_alt_up_and_down_raise_and_lower_a_level(hands: Hands) -> None:
    hands.stand("emotions", 0)
    hands.press(Key.Key_3)
    hands.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, held=ALT)
    assert hands.value("emotions", 0) == 2
    hands.press(Key.Key_Down, held=ALT)
    assert hands.value("emotions", 0) == 1


@pytest.mark.parametrize(("zone", "said"), [("digital_ease", "chiffre de 1 à 5"), ("portrait", "photo")])
def test_a_letter_where_nothing_is_typed_says_what_is(
    page: CanvasPage, desk: Desk, qtbot: QtBot, zone: str, said: str
) -> None:
    canvas, gesture = canvases.create_canvas(desk.project, kind("persona"))
    desk.do(gesture)
    page.show_canvas(canvas)
    hands = Hands(page)
    hands.stand(zone)
    with qtbot.waitSignal(desk.announced) as told:
        hands.type("k")
    assert said in told.args[0]
    assert not hands.pane.scribe.typing


def test_a_cleared_level_is_said_to_be_empty_and_not_the_curve_to_be_deleted(hands: Hands) -> None:
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    hands.stand("emotions", 1)
    hands.press(Key.Key_3, Key.Key_Delete)
    assert heard[-1].replace("\u00a0", " ") == "Courbe des émotions, étape 2 sur 5 : vide"


def test_a_number_without_unit_among_durations_says_what_to_write(hands: Hands) -> None:
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    lanes.switch(hands.board, "duration")
    hands.stand("duration", 0)
    hands.type("12")
    hands.press(Key.Key_Return)
    assert heard == []
    hands.type("3 j")
    hands.press(Key.Key_Return)
    hands.type("45")
    hands.press(Key.Key_Return)
    assert "écrivez" in heard[-1]
    assert hands.value("duration", 2) == "45"
