"""The walk through a canvas: overview, phase, cell. A tour is a list of stages, each with its depth."""

from collections.abc import Sequence

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.curve_telling import names
from labdesk.domain.curves import overlay, proposed
from labdesk.domain.lens import SIDE_BY_SIDE, Lens
from labdesk.domain.lens_journey import pain_lane
from labdesk.domain.lens_reading import Reading
from labdesk.domain.model import Project, Types, filled, title
from labdesk.domain.ties import stage_of, ties_of
from labdesk.errors import Refusal
from labdesk.words import _


class Halt(Struct, frozen=True):
    """A lens, what it is called, how deep it stands (0 whole, 1 phase or box, 2 cell), its agenda line."""

    lens: Lens
    name: str
    depth: int = 0
    line: str = ""


def walk(project: Project, types: Types, canvas: str) -> tuple[Halt, ...]:
    """The whole walk through a canvas, depth first."""
    try:
        kind = types.of(project, canvas)
    except Refusal:
        return ()
    reading = Reading(project, types, kind, canvas, votes=True)
    if kind.layout == "grid":
        return _through_grid(reading)
    return _through_sheet(project, kind, reading)


def _through_grid(reading: Reading) -> tuple[Halt, ...]:
    project, canvas = reading.project, reading.canvas
    halts = [Halt(Lens("overview", canvas), title(project, reading.kind, canvas))]
    lanes = reading.lanes(())
    labels = {zone.id: str(zone.label) for zone in lanes}
    every = [step.id for step in project.steps_of(canvas)]
    shown = tuple(zone.id for zone in lanes)
    for rank, phase in enumerate(project.phases_of(canvas)):
        steps = project.steps_in(phase.id)
        if not steps:
            continue
        lens = Lens("grid", canvas, tuple(step.id for step in steps), shown)
        halts.append(Halt(lens, f"{rank + 1}. {phase.label or '…'}", 1))
        for step in steps:
            for zone in lanes:
                if reading.holds(zone, step):
                    name = f"{every.index(step.id) + 1}. {step.label or '…'} · {labels[zone.id]}"
                    halts.append(Halt(Lens("grid", canvas, (step.id,), (zone.id,)), name, 2))
    if any(zone.kind == "grid_score" for zone in reading.kind.lanes):
        halts.append(Halt(Lens("curve", canvas), _("La courbe")))
        pair = proposed(project, reading.types, canvas)
        if len(pair) > 1:
            halts.append(Halt(Lens("curve", pair[0], others=pair[1:]), _("Les courbes, vécu et cible")))
    if pain_lane(reading.kind) is not None:
        halts.append(Halt(Lens("irritants", canvas), _("Tous les irritants")))
    return tuple(halts)


def _through_sheet(project: Project, kind: CanvasType, reading: Reading) -> tuple[Halt, ...]:
    canvas = reading.canvas
    halts = [Halt(Lens("sheet", canvas), title(project, kind, canvas))]
    if kind.place == "workshop":
        halts = [Halt(Lens("welcome"), _("Accueil")), Halt(Lens("agenda"), _("Déroulé")), *halts]
    if ties_of(project, canvas) and stage_of(project, canvas) == "prototype":
        halts.append(Halt(Lens("chain", canvas), _("De l’irritant à la décision"), 1))
    for zone in kind.sheet:
        if zone.export != "never" and zone.id != kind.title_zone and filled(project, canvas, zone):
            halts.append(Halt(Lens("box", canvas, zone=zone.id), str(zone.label), 1))
    return tuple(halts)


def named(project: Project, types: Types, lens: Lens) -> str:
    """What a lens is called on the band: never an author, never a table unless it is the title."""
    if lens.kind == "welcome":
        return _("Accueil")
    if lens.kind == "agenda":
        return _("Déroulé")
    for halt in walk(project, types, lens.canvas):
        if halt.lens == lens:
            return halt.name
    if lens.kind == "curve" and lens.others:
        together = overlay(project, types, (lens.canvas, *lens.others))
        return _("Courbes : {names}").format(names=_(" ; ").join(names(together)))
    return _named_part(project, types, lens)


def _named_part(project: Project, types: Types, lens: Lens) -> str:
    """A box, a lane or a step by its name, else the title of the canvas."""
    try:
        kind = types.of(project, lens.canvas)
    except Refusal:
        return ""
    if lens.kind in ("box", "beside", "tables") and lens.zone in kind.by_id:
        return str(kind.by_id[lens.zone].label)
    lanes = " · ".join(str(zone.label) for zone in kind.lanes if zone.id in lens.lanes)
    if lens.kind in ("grid", "beside", "tables") and lanes and len(lens.lanes) <= 2:
        every = [step.id for step in project.steps_of(lens.canvas)]
        if len(lens.steps) == 1 and lens.steps[0] in every:
            rank = every.index(lens.steps[0])
            return f"{rank + 1}. {project.step[lens.steps[0]].label or '…'} · {lanes}"
        return lanes
    return title(project, kind, lens.canvas)


def sibling(tour: tuple[Halt, ...], at: int, by: int) -> int:
    """The next halt (or the one before) that does not stand deeper than this one; itself at the edge."""
    if not tour:
        return 0
    here = tour[at].depth
    step = at + by
    while 0 <= step < len(tour) and tour[step].depth > here:
        step += by
    return step if 0 <= step < len(tour) else at


def parent(tour: tuple[Halt, ...], at: int) -> int:
    """The halt this one stands in; itself at the top."""
    return next((i for i in range(at - 1, -1, -1) if tour[i].depth < tour[at].depth), at)


def like(project: Project, types: Types, canvas: str) -> tuple[str, ...]:
    """The other canvases of the type of this one; grids without a step are left out."""
    row = project.canvas.get(canvas)
    if row is None:
        return ()
    try:
        grids = types.of(project, canvas).layout == "grid"
    except Refusal:
        return ()
    siblings = [one.id for one in project.canvases(row.type) if one.id != canvas]
    return tuple(one for one in siblings if not grids or project.steps_of(one))


def beside_of(project: Project, types: Types, lens: Lens, chosen: Sequence[str] = ()) -> Lens | None:
    """The first step of a lens, or its box, beside the same in other canvases of its type; None without any.

    `chosen`: which ones; without a choice the first of them.
    """
    known = like(project, types, lens.canvas)
    others = tuple(one for one in chosen if one in known) or known
    if not others or lens.kind not in ("grid", "box"):
        return None
    others = others[: SIDE_BY_SIDE - 1]
    return Lens("beside", lens.canvas, lens.steps[:1], lens.lanes[:3], lens.zone, others=others)


def cell_of(project: Project, types: Types, lens: Lens) -> tuple[str, str, str | None] | None:
    """(canvas, zone, step) that a note typed during the projection goes to; None when no cell is shown."""
    if lens.is_cell:
        return lens.canvas, lens.lanes[0], lens.steps[0]
    if lens.kind != "box" or lens.canvas not in project.canvas:
        return None
    zone = types.of(project, lens.canvas).by_id.get(lens.zone)
    return (lens.canvas, lens.zone, None) if zone and zone.kind == "notes" else None
