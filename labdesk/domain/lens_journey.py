"""What a grid shows: its overview, chosen steps and lanes, the curve, all irritants."""

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.lens import Lens
from labdesk.domain.lens_content import Block, Content, Curve, Flow, Piece, Row, Table
from labdesk.domain.lens_reading import Reading


def grid(reading: Reading, lens: Lens) -> Content:
    """Steps × lanes; one cell is a flow of its pieces."""
    steps, lanes = reading.steps(lens.steps), reading.lanes(lens.lanes)
    if not lanes:  # a filter leaves out every lane of this lens
        return Flow(())
    if len(steps) == len(lanes) == 1:
        return Flow((Block("", reading.cell(lanes[0], steps[0])),))
    phases = [phase.id for phase in reading.project.phases_of(reading.canvas)]
    every = [step.id for step in reading.project.steps_of(reading.canvas)]
    heads = tuple(
        (
            f"{every.index(step.id) + 1}. {reading.step_name(step)}",
            phases.index(step.phase) if step.phase in phases else None,
        )
        for step in steps
    )
    rows = (
        Row(reading.label(zone), zone.colour, tuple(reading.cell(zone, step) for step in steps))
        for zone in lanes
    )
    return Table(heads, tuple(rows))


def overview(reading: Reading) -> Flow:
    """Phases and the steps in each, with the face of the curve."""
    score = next((zone for zone in reading.kind.lanes if zone.kind == "grid_score"), None)
    blocks, number = [], 0
    for rank, phase in enumerate(reading.project.phases_of(reading.canvas)):
        pieces = []
        for step in reading.project.steps_in(phase.id):
            number += 1
            level = reading.point(score, step, number).level if score else None
            pieces.append(Piece("text", reading.step_name(step), step.id, level=level, mark=f"{number}."))
        blocks.append(Block(f"{rank + 1}. {phase.label or '…'}", tuple(pieces), rank))
    return Flow(tuple(blocks))


def curve(reading: Reading) -> Content:
    """The levels of the first lane of scores; nothing without one."""
    zone = next((zone for zone in reading.kind.lanes if zone.kind == "grid_score"), None)
    if zone is None:
        return Flow(())
    steps = reading.project.steps_of(reading.canvas)
    points = tuple(reading.point(zone, step, at) for at, step in enumerate(steps, 1))
    low, high = zone.range or (-2, 2)
    return Curve(points, low, high)


def irritants(reading: Reading) -> Flow:
    """Pain points by phase, the heaviest first."""
    zone = pain_lane(reading.kind)
    zone = zone if zone is not None and reading.sieve.opens(zone.id) else None
    blocks = []
    for rank, phase in enumerate(reading.project.phases_of(reading.canvas)):
        steps = reading.project.steps_in(phase.id)
        found = reading.project.notes_at
        notes = [n for s in steps for n in found(reading.canvas, zone.id, s.id)] if zone else []
        notes.sort(key=lambda note: -reading.weight(note.id))  # no order by weight tells hidden votes
        pieces = reading.notes(notes, zone) if zone else ()
        if pieces:
            blocks.append(Block(f"{rank + 1}. {phase.label or '…'}", pieces, rank))
    return Flow(tuple(blocks))


def pain_lane(kind: CanvasType) -> Zone | None:
    """The lane of pain points: the one so named, else the first rose one."""
    lanes = [zone for zone in kind.lanes if zone.kind == "grid_notes"]
    named = [z for z in lanes if z.id == "pain_points"] or [z for z in lanes if z.colour == "rose"]
    return named[0] if named else None
