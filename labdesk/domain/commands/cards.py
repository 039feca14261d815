"""What a person does with cards: move them between states, order them, make the next version, note a test."""

from collections.abc import Mapping

from labdesk.domain import order
from labdesk.domain.canvas_type import CanvasType, State, Zone
from labdesk.domain.commands.canvases import (
    add_line,
    answer,
    delete_line,
    duplicate_canvas,
    link,
)
from labdesk.domain.commands.notes import add_note, delete_notes
from labdesk.domain.deck import holds
from labdesk.domain.entities import Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id, together
from labdesk.domain.model import Project
from labdesk.domain.observation import Stamp
from labdesk.domain.traces import TRACE
from labdesk.words import _

ITERATION, FORMER = "iteration", "former"
"""The zones that say which version a card is, and of which card it is the next one."""
KNOWN: Mapping[str, Mapping[str, Value]] = {
    "observations": {"evidence": "observed"},
    "quotes": {"evidence": "lived", "voice": "user"},
}
"""What a note of a test says by where it stands."""


def fill_zone(project: Project, canvas: str, zone: Zone, value: Value) -> Gesture:
    """A zone of a card takes one value: an answer, one more date or note, the first column of a new line."""
    if value is None or value == "":
        return Gesture("", ())
    if zone.holds_notes:
        if any(note.text == value for note in project.notes_at(canvas, zone.id)):
            return Gesture("", ())
        return add_note(project, canvas, zone.id, str(value))[1]
    if zone.kind == "table":
        return add_line(project, canvas, zone.id, {zone.columns[0].id: value})[1]
    return answer(project, canvas, zone.id, value)


def empty_zone(project: Project, canvas: str, zone: Zone) -> Gesture:
    """A zone of a card is emptied."""
    if zone.holds_notes:
        return delete_notes(project, [note.id for note in project.notes_at(canvas, zone.id)])
    if zone.kind == "table":
        return together("", [delete_line(project, line.id) for line in project.lines_of(canvas, zone.id)])
    if zone.kind == "photos":
        photos = project.photos_at(canvas, zone.id)
        return Gesture("", tuple(Removal("photo", photo.id) for photo in photos))
    if zone.kind == "refs":
        links = project.links_from(canvas, zone.id)
        return Gesture("", tuple(Removal("link", link.id) for link in links))
    if zone.kind == "choices":
        parts = project.chosen(canvas, zone.id)
        return Gesture("", tuple(Removal("answer", f"{canvas}/{zone.id}/{part}") for part in parts))
    return answer(project, canvas, zone.id, None)


def move_forward(
    project: Project, kind: CanvasType, canvas: str, state: State, values: Mapping[str, Value]
) -> Gesture:
    """A card goes on to a state with what was asked for: zone → value."""
    made = [fill_zone(project, canvas, kind.by_id[zone], value) for zone, value in values.items()]
    return together(_("Passer à « {state} »").format(state=state.label), made)


def send_back(
    project: Project, kind: CanvasType, canvas: str, state: State
) -> tuple[tuple[Zone, ...], Gesture]:
    """A card goes back to a state: what makes the later ones is emptied, and nothing else.

    Gives the zones that are emptied and the gesture.
    """
    later = kind.states[: kind.states.index(state)]
    zones = tuple(
        kind.by_id[one.zone] for one in later if one.zone in kind.by_id and holds(project, kind, canvas, one)
    )
    label = _("Revenir à « {state} »").format(state=state.label)
    return zones, together(label, [empty_zone(project, canvas, zone) for zone in zones])


def place_card(project: Project, canvas: str, after: str | None, before: str | None) -> Gesture:
    """A card stands between two others of its pile (None: the edge of the pile)."""
    low = getattr(project.canvas.get(after or ""), "place", None)
    high = getattr(project.canvas.get(before or ""), "place", None)
    here = project.canvas[canvas].place or ""
    if (low is None or low < here) and (high is None or here < high):
        return Gesture("", ())
    place = order.between(low, high, project.mark)
    return Gesture(_("Changer l’ordre des cartes"), (Edit("canvas", canvas, "place", place),))


def renew_type(project: Project, kind: CanvasType, canvas: str, *, row: str = "") -> Gesture:
    """A canvas takes a newer version of its type, whose copy goes into the file; all it holds stays.

    `row`: the canvas that takes it, when it is a copy of `canvas` still to be born.
    """
    if project.canvas[canvas].type_row == kind.row:
        return Gesture("", ())
    copy: tuple[Edit, ...] = ()
    if kind.row not in project.canvas_type:
        copy = born("canvas_type", kind.row, name=kind.id, sha=kind.sha, toml=kind.toml)
    seen = () if row else None
    taken = Edit("canvas", row or canvas, "type_row", kind.row, seen)
    return Gesture(_("Mettre le canevas à jour"), (*copy, taken))


def version_of(project: Project, canvas: str) -> int:
    """The number of a version; a card that says none is the first."""
    try:
        return max(1, int(project.words(canvas, ITERATION) or 1))
    except ValueError:
        return 1


def former_of(project: Project, canvas: str) -> str:
    """The card this one is the next version of; empty when it is the first, or when that card is gone."""
    former = project.words(canvas, FORMER)
    return former if former in project.canvas and former != canvas else ""


def followers_of(project: Project, canvas: str) -> tuple[str, ...]:
    """The next versions of a card, in order."""
    return tuple(c.id for c in project.canvases() if former_of(project, c.id) == canvas)


def new_version(project: Project, kind: CanvasType, canvas: str) -> tuple[str, Gesture]:
    """The next iteration just after a card: its content is kept, its test and what was decided are not.

    `kind` is the type of the new card: the card's own, or a newer one. What led to the former leads to it.
    """
    copy, made = duplicate_canvas(project, canvas)
    emptied = {zone.id for zone in emptied_by_a_version(kind)} | {ITERATION, FORMER}
    gone = _rows_in(made, emptied)
    edits = [edit for edit in made.edits if edit.row not in gone and edit.row.split("/")[0] not in gone]
    if kind.row != project.canvas[canvas].type_row:
        edits += renew_type(project, kind, canvas, row=copy).edits
    for zone, value in ((ITERATION, version_of(project, canvas) + 1), (FORMER, canvas)):
        edits += born("answer", f"{copy}/{zone}", canvas=copy, zone=zone, value=value)
    for one in project.links_to(canvas):
        if one.zone == TRACE:
            edits += link(project, one.canvas or "", one.source or "", TRACE, copy).edits
    return copy, Gesture(_("Nouvelle version"), tuple(edits))


def emptied_by_a_version(kind: CanvasType) -> tuple[Zone, ...]:
    """What a test fills, and what was concluded from it."""
    ends = {zone for state in kind.states if state.values for zone in (state.zone, *state.needs)}
    return tuple(z for z in kind.zones if z.shown == "test_started" or z.id in ends)


def _rows_in(made: Gesture, zones: set[str]) -> set[str]:
    """The rows that a gesture makes in these zones; a card’s own traces to what it cost are among them."""
    wanted = {*zones, TRACE}
    return {e.row for e in made.edits if isinstance(e, Edit) and e.field == "zone" and e.value in wanted}


def observe(
    project: Project, canvas: str, zone: Zone, text: str, stamp: Stamp, **said: Value
) -> tuple[str, Gesture]:
    """Something seen or heard in a test, with its time and the number of the tester."""
    note = new_id()
    # After all that was noted in this card, whatever its zone: within a minute the places tell the order.
    last = max((one.place or "" for one in project.notes_of(canvas)), default=None)
    place = order.between(last, None, project.mark)
    known: dict[str, Value] = {"source": str(stamp) or None, **KNOWN.get(zone.id, {}), **said}
    edits = born("note", note, canvas=canvas, zone=zone.id, place=place, text=text, **known)
    return note, Gesture(_("Noter : {what}").format(what=zone.label), edits)
