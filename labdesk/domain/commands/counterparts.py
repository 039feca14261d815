"""The other journey of a pair: the target of a lived one, or the lived one of a target, in one gesture."""

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands import canvases
from labdesk.domain.gesture import Gesture, together
from labdesk.domain.model import Project, title
from labdesk.words import _


def begin_counterpart(project: Project, kind: CanvasType, canvas: str) -> tuple[str, Gesture]:
    """The same person, phases, steps and lanes, without content; its nature is the other of the first two.

    Gives the id of the new journey and the gesture. A type without a nature gives a copy of the structure.
    """
    made, copied = canvases.duplicate_canvas(project, canvas, content=False)
    nature = next((zone for zone in kind.sheet if zone.kind == "choice"), None)
    person = next((zone for zone in kind.sheet if zone.kind == "ref"), None)
    options = kind.options(nature.vocabulary)[:2] if nature else ()
    value = project.value(canvas, nature.id) if nature else None
    wanted = next((option for option in reversed(options) if str(option.id) != str(value)), None)
    told = [copied]
    if nature and wanted:
        told.append(canvases.answer(project, made, nature.id, wanted.id))
    if person and (who := project.value(canvas, person.id)):
        told.append(canvases.answer(project, made, person.id, who))
    if not kind.by_id[kind.title_zone].holds_notes:
        name = title(project, kind, canvas)
        said = _("{title} (cible)") if wanted is options[-1] else _("{title} (vécu)")
        told.append(canvases.answer(project, made, kind.title_zone, said.format(title=name)))
    return made, together(_("Commencer l’autre parcours"), told)
