"""What a person does with ties: this hangs on that, or no more. Twice or to itself is nothing to do."""

from collections.abc import Iterable

from msgspec.structs import replace

from labdesk.domain.commands.canvases import answer, link
from labdesk.domain.entities import Value
from labdesk.domain.gesture import Edit, Gesture, Removal, together
from labdesk.domain.model import Project
from labdesk.domain.order import between
from labdesk.domain.shown import type_in_file
from labdesk.domain.ties import (
    CHALLENGE,
    CHOSEN,
    TRACE,
    Tie,
    canonical,
    in_chain,
    stage_of,
    stands,
    through_steps,
    tied,
    ties_of,
)
from labdesk.words import _


def tie(project: Project, one: str, other: str) -> Gesture:
    """Two things are tied, the earlier of the chain pointing to the later."""
    one, other = canonical(project, one), canonical(project, other)
    if one == other or not (stands(project, one) and stands(project, other)) or tied(project, one, other):
        return Gesture("", ())
    a, b = in_chain(project, one, other)
    stages = stage_of(project, a), stage_of(project, b)
    if stages == ("challenge", "prototype") and _knows(project, b, CHALLENGE):
        return answer(project, b, CHALLENGE, a, label=_("Relier"))
    if stages == ("opportunity", "prototype") and _knows(project, b, CHOSEN):
        return link(project, b, b, CHOSEN, a)  # the card itself shows what it takes up
    return link(project, _home(project, a, b), a, TRACE, b)


def tie_all(project: Project, rows: Iterable[str], other: str) -> Gesture:
    """Several things are tied to one, in one gesture."""
    return _in_order(project, _("Relier"), [tie(project, row, other) for row in dict.fromkeys(rows)])


def untie(project: Project, one: str, other: str) -> Gesture:
    """Nothing ties these two directly any more."""
    return untie_these(project, tied(project, one, other))


def untie_all(project: Project, row: str) -> Gesture:
    """A thing hangs on nothing any more."""
    return untie_these(project, ties_of(project, row))


def untie_these(project: Project, ties: Iterable[Tie]) -> Gesture:
    """Ties go away, whatever stores them.

    A card that took up a step takes one by one, from now on, what else was noted there.
    """
    ties = tuple(ties)
    edits: dict[tuple[str, str], Edit | Removal] = {}
    for one in ties:
        gone = Removal("link", one.row) if one.table == "link" else Edit("answer", one.row, "value", None)
        edits[one.table, one.row] = gone
    pairs = {(one.a, one.b) for one in ties}
    carried = tuple(through_steps(project))
    steps = {one.row for one in carried if (one.a, one.b) in pairs}
    edits |= {("link", row): Removal("link", row) for row in steps}
    apart = project.replaced({"link": dict.fromkeys(steps)})
    rest = [one for one in carried if one.row in steps and (one.a, one.b) not in pairs]
    kept = [tie(apart, one.a, one.b) for one in rest]
    return _in_order(apart, _("Délier"), [Gesture("", tuple(edits.values())), *kept])


def _in_order(project: Project, label: str, gestures: Iterable[Gesture]) -> Gesture:
    """All as one; new links of one thing stand as they were made: each alone would take the same place."""
    whole, last, edits = together(label, gestures), dict[Value, str](), list[Edit | Removal]()
    sources = {e.row: e.value for e in whole.edits if isinstance(e, Edit) and e.field == "source"}
    for edit in whole.edits:
        if not isinstance(edit, Edit) or (edit.table, edit.field) != ("link", "place"):
            edits.append(edit)
            continue
        source = sources[edit.row]
        place = between(last[source], None, project.mark) if source in last else str(edit.value)
        last[source] = place
        edits.append(replace(edit, value=place))
    return Gesture(label, tuple(edits))


def _knows(project: Project, canvas: str, zone: str) -> bool:
    kind = type_in_file(project, canvas)
    return kind is not None and zone in kind.by_id


def _home(project: Project, a: str, b: str) -> str:
    """The canvas a tie goes away with: that of the earlier thing."""
    for row in (a, b):
        note = project.note.get(row)
        if note is not None and note.canvas:
            return note.canvas
        if row in project.canvas:
            return row
    return ""
