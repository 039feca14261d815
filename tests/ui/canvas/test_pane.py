"""A chaotic table: anything pressed at random for a while, then undone to the start; nothing breaks."""

import os
import random

import pytest
from PySide6.QtWidgets import QDialog

from labdesk.domain.model import Project
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.page import CanvasPage
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL, ALT, SHIFT, NONE = (
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.ShiftModifier,
    Modifier.NoModifier,
)
ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
PRESSES = (
    *((key, NONE) for key in ARROWS * 4),
    *((key, held) for key in ARROWS for held in (ALT, SHIFT)),
    *((key, NONE) for key in (Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab) * 3),
    *((key, NONE) for key in (Key.Key_Delete, Key.Key_Insert, Key.Key_F2, Key.Key_Home, Key.Key_End)),
    *((key, NONE) for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Space, Key.Key_1, Key.Key_5)),
    *((key, CONTROL) for key in (Key.Key_D, Key.Key_Up, Key.Key_Down, Key.Key_A, Key.Key_X, Key.Key_V)),
    *((key, CONTROL) for key in (Key.Key_Home, Key.Key_End, Key.Key_3, Key.Key_Z, Key.Key_Return)),
)
ROUNDS = 1_500 if "LABDESK_TORTURE" in os.environ else 250


def storm(hands: Hands, seed: int) -> None:
    chance = random.Random(seed)
    for _press in range(ROUNDS):
        if chance.random() < 0.3:
            hands.type(chance.choice(("a", "été ", "Ça", "note longue " * 9)))
            continue
        key, held = chance.choice(PRESSES)
        if held == CONTROL and key in (Key.Key_D, Key.Key_V) and len(hands.desk.project.note) > 60:
            continue  # all of them, twice, and twice again
        hands.press(key, held=held)
        for one in (*hands.view.findChildren(Chooser), *hands.view.findChildren(QDialog)):
            one.close()


def content(project: Project) -> tuple[object, ...]:
    """Everything people see of a project."""
    tables = ("phase", "step", "lane", "note", "answer", "line", "link", "vote", "photo")
    return tuple(dict(project.table(table)) for table in tables)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["journey", "problem", "card"])
def test_whatever_is_pressed_can_be_undone_to_the_start(
    request: pytest.FixtureRequest, page: CanvasPage, name: str, seed: int
) -> None:
    canvas: str = request.getfixturevalue(name)
    page.show_canvas(canvas)
    page.setFocus()
    hands = Hands(page)
    desk = page.desk
    before, label = content(desk.project), desk.undo_label
    marks = len(hands.desk.project.canvas)
    storm(hands, seed)
    page.leave()
    hands.pane.typist.close()
    steps = 0
    while content(desk.project) != before and steps < 5 * ROUNDS:
        desk.undo()
        steps += 1
    assert content(desk.project) == before
    assert len(desk.project.canvas) == marks
    assert label is not None
    assert hands.board.plan is not None
    assert {item.box.row for item in hands.pane.scene.notes()} == set(desk.project.note) - tray(desk.project)


def tray(project: Project) -> set[str]:
    return {note.id for note in project.note.values() if note.zone == "tray"}


def test_an_empty_cell_of_the_curve_says_how_it_is_filled(hands: Hands) -> None:
    hands.stand("emotions", 1)
    assert hands.pane.focus._hint == "1 à 5, ou glisser"
    hands.press(Key.Key_3)
    assert hands.pane.focus._hint == ""
