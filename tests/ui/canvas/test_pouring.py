"""Long pastes: offered, poured in turns, stopped, taken back, and what goes away under them."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import grid
from labdesk.domain.gesture import Gesture, Removal
from labdesk.ui.canvas.tray import Tray
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL = Modifier.ControlModifier


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_ten_thousand_lines_are_offered_and_never_pasted_silently(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(10_000)))
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 0) == []
    assert "10000 lignes" in hands.pane.offers.sentence
    hands.pane.offers.take(2)
    assert hands.texts("pain_points", 0) == []
    hands.type("une note ")
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.pane.typist.text == "une note "
    hands.pane.offers.take(1)
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    made = hands.texts("pain_points", 0)
    assert made[0] == "une note "
    assert 20 < len(made) < 100
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == ["une note "]


def test_a_few_hundred_lines_may_be_one_note_each_when_wanted(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(300)))
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 0) == []
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 300, timeout=20_000)
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == []


def test_of_too_many_lines_the_first_are_pasted_and_the_next_paste_brings_the_rest(
    hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labdesk.ui.canvas.clipboard.MOST", 250)
    monkeypatch.setattr("labdesk.ui.canvas.clipboard.MANY", 50)
    said: list[str] = []
    hands.desk.announced.connect(said.append)
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(300)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 250, timeout=20_000)
    assert "50 lignes attendent" in said[-1]
    hands.press(Key.Key_V, held=CONTROL)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 300, timeout=20_000)
    assert hands.texts("pain_points", 0) == [f"Ligne {rank}" for rank in range(300)]


def test_a_paste_under_way_can_be_stopped_and_one_undo_takes_it_back(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(600)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: " sur 600" in hands.pane.offers.sentence, timeout=20_000)
    hands.pane.offers.take(0)
    made = hands.texts("pain_points", 0)
    assert 0 < len(made) < 600
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == []
    hands.desk.redo()
    assert hands.texts("pain_points", 0) == made


def test_a_paste_that_was_stopped_leaves_all_its_lines_in_the_clipboard(
    hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labdesk.ui.canvas.clipboard.MOST", 500)
    lines = "\n".join(f"Ligne {rank}" for rank in range(600))
    said: list[str] = []
    hands.desk.announced.connect(said.append)
    hands.stand("pain_points")
    copied(lines)
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: " sur 500" in hands.pane.offers.sentence, timeout=20_000)
    hands.pane.offers.take(0)
    assert 0 < len(hands.texts("pain_points", 0)) < 500
    assert QGuiApplication.clipboard().text() == lines
    assert "attendent" not in said[-1]


def test_a_paste_that_ends_while_another_canvas_is_shown_selects_nothing_there(
    hands: Hands, problem: str, qtbot: QtBot
) -> None:
    hands.stand("pain_points")
    journey = hands.board.canvas
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.pane.clipboard.pouring.going
    hands.page.show_canvas(problem)
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert hands.board.chosen == ()
    assert sum(note.canvas == journey for note in hands.desk.project.note.values()) == 150
    hands.press(Key.Key_Delete)
    assert sum(note.canvas == journey for note in hands.desk.project.note.values()) == 150


def test_a_paste_that_ends_while_one_types_elsewhere_leaves_the_hand_there(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.stand("actions", 3)
    here = hands.board.current
    hands.press(Key.Key_Insert)
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert hands.board.current == here
    assert hands.board.chosen == ()


def test_two_long_pastes_one_after_the_other_are_two_gestures(hands: Hands, qtbot: QtBot) -> None:
    tray = Tray(hands.board, hands.page.look, hands.page)
    tray._add([f"À ranger {rank}" for rank in range(150)])
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(180)))
    hands.press(Key.Key_V, held=CONTROL)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 180, timeout=20_000)
    assert tray.count() == 150
    hands.desk.undo()
    assert (tray.count(), hands.texts("pain_points", 0)) == (150, [])
    hands.desk.undo()
    assert tray.count() == 0


def test_a_lane_of_the_lab_that_goes_away_under_a_paste_takes_no_more_notes(
    hands: Hands, qtbot: QtBot
) -> None:
    said: list[str] = []
    hands.desk.refused.connect(said.append)
    lane, gesture = grid.add_lane(hands.desk.project, hands.board.canvas, "À nous")
    hands.desk.do(gesture)
    hands.stand(lane)
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_V, held=CONTROL)
    qtbot.waitUntil(lambda: bool(hands.texts(lane, 0)), timeout=20_000)
    hands.desk.do(Gesture("Supprimer", (Removal("lane", lane),)))
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert "supprimée entre-temps" in said[-1]
    assert len([n for n in hands.desk.project.note.values() if n.zone == lane]) < 150


def test_a_cell_that_goes_away_under_a_paste_is_told_and_nothing_else_happens(
    hands: Hands, qtbot: QtBot
) -> None:
    said: list[str] = []
    hands.desk.refused.connect(said.append)
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(600)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: bool(hands.texts("pain_points", 0)), timeout=20_000)
    steps = hands.desk.project.steps_of(hands.board.canvas)
    hands.desk.do(grid.delete_step(hands.desk.project, steps[0].id))
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert "supprimée entre-temps" in said[-1]
