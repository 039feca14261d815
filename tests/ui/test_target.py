"""Where the things of a project stand in the window."""

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import add_row
from labdesk.domain.commands.notes import add_note, vote
from labdesk.ui.desk import Desk
from labdesk.ui.target import Target, target_of


def test_a_note_stands_on_its_canvas_and_a_vote_on_its_note(desk: Desk) -> None:
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["problem"], title="Délais")
    desk.do(gesture)
    note, gesture = add_note(desk.project, canvas, "who", "Les usagers")
    desk.do(gesture)
    desk.do(vote(desk.project, note, 1))
    found = target_of(desk.project, desk.types, "note", note, "text")
    assert found == Target("problem", canvas=canvas, table="note", row=note, field="text")
    dot = next(iter(desk.project.vote))
    voted = target_of(desk.project, desk.types, "vote", dot)
    assert voted is not None
    assert (voted.place, voted.canvas) == ("problem", canvas)


def test_a_line_of_expense_stands_in_the_dossier(desk: Desk) -> None:
    row, gesture = add_row(desk.project, "expense", label="Développement")
    desk.do(gesture)
    assert target_of(desk.project, desk.types, "expense", row) == Target("dossier", table="expense", row=row)


def test_what_is_gone_stands_nowhere(desk: Desk) -> None:
    assert target_of(desk.project, desk.types, "note", "parti") is None
