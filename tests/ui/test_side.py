"""The right side of the window: the drawer that opens for the first time."""

from PySide6.QtWidgets import QWidget

from labdesk.domain.commands import canvases, notes
from labdesk.ui.desk import Desk, Selection
from labdesk.ui.side import Side
from labdesk.ui.style import Look
from tests.memory import kind


def test_the_drawer_that_opens_for_the_first_time_shows_what_was_already_selected(
    desk: Desk, look: Look, around: QWidget
) -> None:
    side = Side(desk, look, around)
    canvas, gesture = canvases.create_canvas(desk.project, kind("journey"))
    desk.do(gesture)
    note, gesture = notes.add_note(desk.project, canvas, "pain_points", "Trop long")
    desk.do(gesture)
    desk.select(Selection(canvas, "pain_points", None, "note", note))
    side.offer(True)
    side.want(True)
    assert side._drawer.selection.row == note
