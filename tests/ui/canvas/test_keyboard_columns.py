"""Steps and phases by keys: made while one types, renamed, moved, cut, joined, deleted, marked."""

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import canvases
from labdesk.ui.canvas import deeds
from labdesk.ui.canvas.grid_entries import merge_phase, split_phase
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL, ALT, SHIFT = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier


def test_tab_on_the_last_step_makes_the_journey_longer(hands: Hands) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    hands.press(Key.Key_Tab)
    hands.type("Repart")
    hands.press(Key.Key_Escape)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 6
    assert hands.texts("actions", 5) == ["Repart"]


def test_the_heads_are_reached_renamed_and_moved_by_keys(hands: Hands) -> None:
    hands.stand("actions", 2)
    hands.press(Key.Key_Up)
    assert hands.board.said() == "Étape 3 sur 5\u00a0: Venir"
    hands.press(Key.Key_F2)
    hands.type("Se déplacer")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Right, held=ALT)
    labels = [step.label for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert labels == ["Voir", "Lire", "Attendre", "Se déplacer", "Signer"]
    hands.press(Key.Key_Up)
    assert hands.board.said() == "Phase 2 sur 2\u00a0: Demander"
    hands.press(Key.Key_Delete)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 2
    hands.desk.undo()
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 5


def test_an_empty_journey_begins_with_its_first_action(hands: Hands) -> None:
    canvas, gesture = canvases.create_canvas(hands.desk.project, kind("journey"))
    hands.desk.do(gesture)
    hands.page.show_canvas(canvas)
    hands.stand("actions")
    hands.type("Reçoit un courrier")
    hands.press(Key.Key_Return)
    hands.type("Le lit")
    hands.press(Key.Key_Tab)
    hands.type("Appelle")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Reçoit un courrier", "Le lit"]
    assert hands.texts("actions", 1) == ["Appelle"]
    for _burst in range(4):
        hands.desk.undo()
    assert hands.desk.project.steps_of(canvas) == ()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return, Key.Key_Tab])
def test_a_step_that_tab_made_and_nobody_filled_goes_away(hands: Hands, key: Key) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    before = hands.desk.undo_label
    hands.press(Key.Key_Tab)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 6
    hands.press(key)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 5
    assert hands.here == ("actions", 4, "Signe")
    assert before != hands.desk.undo_label
    hands.desk.undo()
    assert hands.texts("actions", 4) == []


def test_maj_tab_from_a_step_nobody_filled_goes_on_in_the_one_before(hands: Hands) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    hands.press(Key.Key_Tab, Key.Key_Backtab)
    hands.type("Paie")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 4) == ["Signe", "Paie"]


def test_undo_in_a_step_nobody_filled_takes_one_thing_back(hands: Hands) -> None:
    hands.stand("actions", 4)
    hands.type("Signe")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Z, held=CONTROL)
    assert len(hands.desk.project.steps_of(hands.board.canvas)) == 5
    assert hands.texts("actions", 4) == ["Signe"]


def test_a_phase_is_cut_and_joined_from_any_cell_or_says_why_not(hands: Hands, qtbot: QtBot) -> None:
    def phases() -> int:
        return len(hands.desk.project.phases_of(hands.board.canvas))

    hands.stand("actions", 3)
    split_phase(hands.pane)
    assert phases() == 3
    hands.type("Attente")
    hands.press(Key.Key_Escape)
    assert hands.board.said() == "Phase 3 sur 3\u00a0: Attente"
    hands.stand("actions", 3)
    with qtbot.waitSignal(hands.desk.announced):
        split_phase(hands.pane)
    merge_phase(hands.pane)
    assert phases() == 2
    hands.stand("actions", 0)
    with qtbot.waitSignal(hands.desk.announced):
        merge_phase(hands.pane)
    assert phases() == 2


def test_who_deletes_a_step_or_a_phase_stands_on_its_neighbour(hands: Hands) -> None:
    for step, then in ((2, "Étape 3 sur 4\u00a0: Attendre"), (4, "Étape 4 sur 4\u00a0: Attendre")):
        hands.stand("actions", step)
        hands.press(Key.Key_Up, Key.Key_Delete)
        assert hands.board.said() == then
        hands.desk.undo()
    hands.stand("actions", 3)
    hands.press(Key.Key_Up, Key.Key_Up, Key.Key_Delete)
    assert hands.board.said() == "Phase 1 sur 1\u00a0: Découvrir"


def test_ctrl_m_marks_a_moment_of_truth_from_anywhere_in_its_column(hands: Hands) -> None:
    heard: list[str] = []
    hands.desk.announced.connect(heard.append)
    for zone in ("pain_points", "emotions"):
        hands.stand(zone, 3)
        deeds.key_moment(hands.board)
    assert hands.value("moment_key", 3) is None
    hands.stand("pain_points", 3)
    deeds.key_moment(hands.board)
    assert hands.value("moment_key", 3) == 1
    assert [one.replace("\u00a0", " ") for one in heard] == [
        "Étape 4, Attendre : moment clé",
        "Étape 4, Attendre : n’est plus un moment clé",
        "Étape 4, Attendre : moment clé",
    ]
    step = next(box for box in hands.board.plan.boxes() if box.kind == "step" and box.value == 1)  # type: ignore[union-attr]
    assert hands.board.said(step.key).replace("\u00a0", " ") == "Étape 4 sur 5 : Attendre, moment clé"
    assert hands.desk.undo_label == "Marquer un moment clé"
    hands.desk.undo()
    assert hands.value("moment_key", 3) is None
    hands.board.current = None
    deeds.key_moment(hands.board)
    assert "Placez-vous" in heard[-1]
