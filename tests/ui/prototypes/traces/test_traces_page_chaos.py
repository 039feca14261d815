"""Hands that tie, untie, delete and move at random before the traces: all of it is undone to the start."""

import os
import random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.canvases import delete_canvas, move_canvas
from labdesk.domain.commands.notes import delete_notes, write_note
from labdesk.domain.ties import all_ties
from labdesk.ui.prototypes.traces.traces_page import TracesPage

TURNS = 700 if "LABDESK_TORTURE" in os.environ else 30
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_End)


def rows(page: TracesPage) -> dict[str, object]:
    project = page.desk.project
    return {t: dict(project.table(t)) for t in ("note", "link", "canvas", "answer", "vote", "step")}


def gesture(page: TracesPage, dice: random.Random) -> int:
    """One random deed of the page; how many gestures it did."""
    desk = page.desk
    project = desk.project
    before = desk.project
    notes = [n.id for n in project.note.values() if n.zone in ("pain_points", "opportunities")]
    things = [*notes, *project.canvas, *project.expense, "gone"]
    match dice.randrange(9):
        case 0 | 1 | 2:
            page.tying.tie([dice.choice(things) for _ in range(dice.randint(1, 3))], dice.choice(things))
        case 3:
            ties = list(all_ties(project))
            if ties:
                tie = dice.choice(ties)
                page.tying.part(tie.a, tie.b)
        case 4:
            page.drawing.line = dice.choice(page.drawing.layout_.lines or (None,))  # type: ignore[union-attr]
            page.drawing.part()
        case 5:
            desk.do(delete_notes(project, [dice.choice(notes)]))
        case 6:
            desk.do(write_note(project, dice.choice(notes), dice.choice(("", "mot " * 80, "court"))))
        case 7:
            cards = [c.id for c in project.canvases("prototype")]
            if len(cards) > 1:
                desk.do(delete_canvas(project, dice.choice(cards)))
        case _:
            desk.do(move_canvas(project, dice.choice([c.id for c in project.canvases("prototype")]), 1))
    return int(desk.project is not before)


def test_chaos_in_front_of_the_traces_is_undone_to_the_start(page: TracesPage) -> None:
    dice, start, done = random.Random(7), rows(page), 0
    for turn in range(TURNS):
        done += gesture(page, dice)
        if turn % 7 == 0:
            page.show_mode(dice.choice(("linked", "all", "broken")))
        if turn % 11 == 0:
            page.switch_view()
        focus = QApplication.focusWidget()
        if focus is not None and page.isAncestorOf(focus):
            QTest.keyClick(focus, dice.choice(KEYS))
        page.grab()
    assert done > TURNS // 3
    for _turn in range(done):
        page.desk.undo()
    assert rows(page) == start
    page.show_mode("linked")
    page.only = ""
    page.refresh()
    assert len(page.drawing.cards()) == 29
