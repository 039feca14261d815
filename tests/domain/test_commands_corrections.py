"""A corrected document meets texts that quote: a quote that stays in step makes no difference of its own."""

from labdesk.domain.commands import notes
from labdesk.domain.commands.corrections import stored
from labdesk.domain.commands.dossier import write_section
from labdesk.domain.model import Project
from labdesk.domain.quotes import mark
from tests.memory import done, with_canvas, with_note, with_steps


def test_a_quote_whose_source_changed_says_what_the_document_said_when_it_left() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    project, (step,) = with_steps(project, canvas, ("Avant", ("Une étape",)))
    project, note = with_note(project, canvas, "pain_points", "Attendre deux heures", step=step)
    quoting = f"On dit « {mark(f'note:{note}', 'Attendre deux heures')} » partout."
    project = done(project, write_section(project, "summary", quoting, marked=True))
    project = done(project, notes.write_note(project, note, "Attendre trois heures"))
    assert project.text("summary") == "On dit « Attendre trois heures » partout."
    assert (
        stored(project, "summary") == f"On dit « {mark(f'note:{note}', 'Attendre trois heures')} » partout."
    )
    assert stored(project, "absent") == ""
