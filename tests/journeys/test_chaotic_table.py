"""A chaotic table: random gestures on the whole window, then undone to the start and done again."""

import os
from pathlib import Path

import pytest

from labdesk.ui.desk import Desk
from labdesk.ui.work import finish_work
from tests.journeys.chaos import Chaos, content, in_the_file
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands

SEEDS = [int(seed) for seed in os.environ.get("LABDESK_SEEDS", "1 2").split()]
LONG = [int(seed) for seed in os.environ.get("LABDESK_SEEDS", "11 12 13").split()]
MOST = 20_000


def different(one: dict[str, dict[str, object]], other: dict[str, dict[str, object]]) -> dict[str, object]:
    """Where two contents differ, to be read by who looks for the fault."""
    return {
        name: [(row, one[name].get(row), other[name].get(row)) for row in {*one[name], *other[name]}
               if one[name].get(row) != other[name].get(row)]
        for name in one
        if one[name] != other[name]
    }  # fmt: skip


def redone(desk: Desk) -> bool:
    """One gesture done again, if there is one."""
    waits = desk.redo_label is not None
    desk.redo()
    return waits


def played(hands: Hands, path: Path, seed: int, seconds: float) -> int:
    """The storm, then the three questions: the file, the way back, the way forth. Gives how many steps back
    led to the start."""
    print(f"seed {seed}")
    desk = hands.window.desk
    assert hands.window.opening.open(path)
    hands.rest()
    beginning, first = content(desk.project), desk.undo_label
    chaos = Chaos(hands, seed)
    try:
        chaos.play(seconds)
        hands.window.place.leave()
        finish_work()
        desk.settling.emit()
        while redone(desk):
            pass
        end = content(desk.project)
        assert desk.session is not None
        assert desk.session.flush()
        assert not different(end, in_the_file(path)), "the file does not say what the screen says"
        back = 0
        while back < MOST and (
            desk.undo_label != first or (desk.undo_label is not None and content(desk.project) != beginning)
        ):
            desk.undo()
            back += 1
        hands.rest()
        assert not different(beginning, content(desk.project)), "undone to the start, something stays"
        for _step in range(MOST):
            if not redone(desk):
                break
        hands.rest()
        assert not different(end, content(desk.project)), "done again to the end, something is missing"
        return back
    finally:
        print(f"{len(chaos.done)} gestures, the last: {chaos.done[-12:]}")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_few_seconds_of_anything_at_all_are_undone_to_the_start(sit: Sit, example: Path, seed: int) -> None:
    assert played(sit(), example, seed, 3) > 0, "a storm that changed nothing shows nothing"


@pytest.mark.torture
@pytest.mark.parametrize("seed", LONG)
def test_a_minute_of_anything_at_all_is_undone_to_the_start(sit: Sit, example: Path, seed: int) -> None:
    assert played(sit(), example, seed, 60) > 0, "a storm that changed nothing shows nothing"
