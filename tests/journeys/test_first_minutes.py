"""« Je n’ai jamais vu ce logiciel »: someone who only does what the screen says has ten notes right."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.ui.canvas.first_steps import GAP, FirstSteps
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.moves import part_of
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.settings import load_settings
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, plain
from tests.journeys.test_scribe import begun, page_of

SAID = [f"Ce que dit la table, {rank}" for rank in range(10)]


def guide_of(hands: Hands) -> FirstSteps:
    return page_of(hands).first_steps


def shown(hands: Hands) -> str:
    """What the guide says now; empty when it says nothing."""
    guide = guide_of(hands)
    return plain(guide.words.text()) if guide.isVisible() else ""


def test_a_newcomer_who_does_what_is_said_has_ten_notes_right_within_a_handful_of_keys(hands: Hands) -> None:
    scribe, page = begun(hands), page_of(hands)
    assert page.hint.isVisible()
    assert plain(page.hint.text()).startswith("Tapez la première action de l'usager, puis Entrée.")
    scribe.say(SAID[0])
    assert shown(hands) == "Entrée : la note suivante, au même endroit."
    scribe.press("Return")
    scribe.say(SAID[1])
    scribe.press("Return")
    assert shown(hands) == "Tab : l'étape suivante."
    scribe.say(SAID[2])
    scribe.press("Tab")
    assert shown(hands) == "Échap, puis les flèches : une autre ligne."
    scribe.say(SAID[3])
    scribe.press("Esc", "Down")
    scribe.say(SAID[4])
    scribe.press("Return")
    assert "Ctrl+Z" in shown(hands)
    scribe.say(SAID[5])
    scribe.press("Tab")
    assert shown(hands) == ""
    for said in SAID[6:]:
        scribe.say(said)
        scribe.press("Return")
    scribe.press("Esc")
    project, steps = hands.window.desk.project, hands.window.desk.project.steps_of(page.canvas)
    cells = {
        (zone, rank): [note.text for note in project.notes_at(page.canvas, zone, step.id)]
        for zone in ("actions", "touchpoints")
        for rank, step in enumerate(steps)
    }
    assert cells[("actions", 0)] == SAID[:3]
    assert cells[("actions", 1)] == SAID[3:4]
    assert sum(len(held) for held in cells.values()) == 10
    assert scribe.extra <= 2 * len(SAID)
    assert not hands.window.settings.hints
    assert not load_settings().hints


def test_the_guide_stands_beside_what_one_types_never_on_it_and_takes_no_key(hands: Hands) -> None:
    scribe, page = begun(hands), page_of(hands)
    for text in SAID[:2]:
        scribe.say(text)
        guide, editor = guide_of(hands), page.pane.typist.editor
        assert guide.isVisible()
        assert not guide.geometry().intersects(editor.geometry())
        assert page.pane.view.viewport().rect().contains(guide.geometry())
        scribe.press("Return")
    scribe.press("Esc")
    for _stop in range(30):
        hands.press("Tab")
        focus = QApplication.focusWidget()
        assert focus is not guide
        assert focus is not guide.cross


def test_on_a_sheet_it_does_not_hide_the_question_of_the_box_one_is_in(hands: Hands) -> None:
    begun(hands)
    hands.window.show_place("problem")
    hands.press("Return")  # the keyboard is on « Nouveau : Canevas problème »
    hands.rest()
    page, met = page_of(hands), set()
    for _stop in range(8):
        hands.rest()
        box, plan, guide = page.board.box, page.board.plan, guide_of(hands)
        assert box is not None
        assert plan is not None
        part = part_of(plan, box.key)
        assert part is not None
        asked = page.pane.view.on_screen(to_qt(part.rect)).toRect()
        asked.setBottom(guide._near().top())
        if guide.isVisible() and asked.top() > guide.height() + 2 * GAP:
            met.add(box.zone)
            assert not guide.geometry().intersects(asked), box.zone
        hands.press("Tab")
    assert len(met) >= 3


def test_its_cross_sends_it_away_for_good_and_the_help_brings_it_back(sit: Sit) -> None:
    hands = sit()
    scribe = begun(hands)
    scribe.say(SAID[0])
    cross = guide_of(hands).cross
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert shown(hands) == ""
    assert isinstance(QApplication.focusWidget(), CanvasView) or page_of(hands).pane.scribe.typing
    assert not load_settings().hints
    hands.press("Esc", "Ctrl+F12")
    assert shown(hands) != ""
    hands.press("Ctrl+F12")
    assert shown(hands) == ""


@pytest.mark.parametrize("key", ["Left", "Down"])
def test_an_empty_cell_asks_its_question_and_so_does_the_head_of_its_lane(hands: Hands, key: str) -> None:
    scribe, page = begun(hands), page_of(hands)
    scribe.say("Première")
    scribe.press("Esc")
    focus = page.pane.focus
    scribe.press("Down")
    assert plain(focus._words) == "+ Avec qui ou quoi est-il en contact ?"
    scribe.press("Insert")
    assert plain(page.pane.typist.editor.placeholderText()) == "Avec qui ou quoi est-il en contact ?"
    scribe.press("Esc", key)
    if key == "Left":
        assert focus._aside is not None
        assert plain(focus._aside[1]) == "Avec qui ou quoi est-il en contact ?"
    else:
        assert "pense" not in focus._words
        assert focus._words.startswith("+ Que se dit-il")


def test_the_question_is_no_thing_of_the_canvas_that_could_be_projected_or_printed(hands: Hands) -> None:
    scribe, page = begun(hands), page_of(hands)
    scribe.say("Première")
    scribe.press("Esc", "Down")
    plan = page.board.plan
    assert plan is not None
    assert "contact" in page.pane.focus._words
    assert not [box for box in plan.boxes() if "est-il en contact" in box.text]
