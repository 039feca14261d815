"""Projects of known sizes for the benches, built with the product's own commands."""

from pathlib import Path

from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.canvases import answer, create_canvas
from labdesk.domain.commands.grid import add_phase, add_step
from labdesk.domain.commands.notes import add_notes
from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Gesture, born, together
from labdesk.domain.model import Project
from labdesk.exchange.imported import built
from labdesk.store.birth import bear

LANES = ("actions", "touchpoints", "thoughts", "pain_points", "bright_spots", "opportunities")
WORDS = "Attend la réponse du service puis rappelle le standard de la mairie"


def journey(notes: int, *, phases: int = 5, steps: int = 20) -> Gesture:
    """A project with one journey of `steps` steps and `notes` notes, spread over six lanes, and its curve."""
    done = [Gesture("Nouveau", born("project", PROJECT_ID, title=f"Parcours de {notes} notes"))]
    canvas, made = create_canvas(_so_far(done), load_catalogue().types["journey"], title="Recruter un agent")
    done.append(made)
    for phase in range(phases):
        row, _first, made = add_phase(_so_far(done), canvas, f"Phase {phase + 1}", step=None)
        done.append(made)
        for number in range(phase * steps // phases, (phase + 1) * steps // phases):
            done.append(add_step(_so_far(done), row, f"Étape {number + 1}")[1])
    project = _so_far(done)
    cells = [(lane, step.id) for lane in LANES for step in project.steps_of(canvas)]
    for at, (lane, step_id) in enumerate(cells):
        share = notes * (at + 1) // len(cells) - notes * at // len(cells)
        done.append(
            add_notes(project, canvas, lane, [WORDS[: 20 + 7 * (n % 6)] for n in range(share)], step=step_id)[
                1
            ]
        )
    for at, step in enumerate(project.steps_of(canvas)):
        done.append(answer(project, canvas, "emotions", (at * 3) % 5 - 2, step=step.id))
    return together("Projet de mesure", done)


def write(path: Path, notes: int) -> Path:
    """The file of such a project."""
    bear(path, lambda _pictures: journey(notes))
    return path


def _so_far(done: list[Gesture]) -> Project:
    return built(together("", done), "aa")
