"""A project begins when something was typed into a canvas or into the dossier."""

from labdesk.domain.completeness import begun
from labdesk.domain.model import Project
from tests.memory import with_canvas, with_note


def test_an_empty_canvas_begins_nothing_and_a_note_does() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    assert not begun(project)
    project, _note = with_note(project, canvas, "tray", "Trop loin")
    assert begun(project)
