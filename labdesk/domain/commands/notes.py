"""What a person does with notes: write, add, move, reorder, duplicate, delete, vote."""

from collections.abc import Iterable, Sequence

from labdesk.domain import order
from labdesk.domain.entities import FIELDS, Note, Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id, together
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project
from labdesk.domain.sieve import tagged, tags_of
from labdesk.words import _, several

ATTRIBUTES = ("evidence", "source", "voice", "author_table", "facilitator_note", "tag")
"""What a note says beside its text."""
MOST_DOTS = 500
"""On one note: more was mistyped."""


def add_note(
    project: Project,
    canvas: str,
    zone: str,
    text: str,
    *,
    step: str | None = None,
    line: str | None = None,
    after: str | None = None,
    note: str | None = None,
    **attributes: Value,
) -> tuple[str, Gesture]:
    """A new note at the end of its cell, or just after the note `after`. Gives its id and the gesture."""
    made = note or new_id()
    place = _place_after(project, canvas, zone, step, after)
    edits = born(
        "note", made, canvas=canvas, zone=zone, step=step, line=line, place=place, text=text, **attributes
    )
    return made, Gesture(_("Ajouter une note"), edits)


def add_notes(
    project: Project,
    canvas: str,
    zone: str,
    texts: Iterable[str],
    *,
    step: str | None = None,
    line: str | None = None,
    **attributes: Value,
) -> tuple[tuple[str, ...], Gesture]:
    """Several notes at the end of a cell, in one gesture: a paste of many lines."""
    ids: list[str] = []
    edits: list[Edit] = []
    standing = project.notes_at(canvas, zone, step)
    place = standing[-1].place if standing else None
    for text in texts:
        place = order.between(place, None, project.mark)
        ids.append(new_id())
        place_of = {"canvas": canvas, "zone": zone, "step": step, "line": line, "place": place}
        edits += born("note", ids[-1], **place_of, text=text, **attributes)
    return tuple(ids), Gesture(several(len(ids), "Ajouter {n} note", "Ajouter {n} notes"), tuple(edits))


def write_note(project: Project, note: str, text: str, seen: tuple[str, ...] | None = None) -> Gesture:
    """The words of a note change; a burst of typing is one gesture to undo. The same words: nothing to do."""
    return set_note(project, note, "text", text, seen, _("Écrire"))


def set_note(
    project: Project,
    note: str,
    field: str,
    value: Value,
    seen: tuple[str, ...] | None = None,
    label: str | None = None,
) -> Gesture:
    """One attribute of a note changes: evidence, voice, source, facilitator's note, table."""
    if field not in FIELDS["note"]:
        raise KeyError(field)
    row = project.note.get(note)
    if row is not None and getattr(row, field) == value:
        return Gesture("", ())
    return Gesture(label or _("Préciser une note"), (Edit("note", note, field, value, seen),))


def move_notes(
    project: Project,
    notes: Sequence[str],
    zone: str,
    *,
    step: str | None = None,
    line: str | None = None,
    after: str | None = None,
    first: bool = False,
    canvas: str | None = None,
) -> Gesture:
    """Notes go to a cell, in the order given: after the note `after`, first, or at the end."""
    moved = [project.note[note] for note in notes if note in project.note]
    if not moved:
        return Gesture("", ())
    home = canvas or moved[0].canvas or ""
    others = [n for n in project.notes_at(home, zone, step) if n.id not in notes]
    low, high = _gap(others, after, first)
    edits: list[Edit] = []
    for note in moved:
        low = order.between(low, high, project.mark)
        wanted: dict[str, Value] = {"canvas": home, "zone": zone, "step": step, "line": line, "place": low}
        # The whole place travels together, so that a move wins or loses as one.
        edits += [Edit("note", note.id, field, value) for field, value in wanted.items()]
    return Gesture(several(len(moved), "Déplacer {n} note", "Déplacer {n} notes"), tuple(edits))


def shift_note(project: Project, note: str, by: int) -> Gesture:
    """A note goes `by` ranks down (or up, negative) in its cell or its chain; at the edge nothing happens."""
    row = project.note.get(note)
    if row is None:
        return Gesture("", ())
    cell = list(project.chain(row.line) if row.line else ()) or list(_cell(project, row))
    rank = next(i for i, n in enumerate(cell) if n.id == note)
    target = rank + by
    if not 0 <= target < len(cell) or by == 0:
        return Gesture("", ())
    cell.pop(rank)
    low = cell[target - 1].place if target else None
    high = cell[target].place if target < len(cell) else None
    return Gesture(
        _("Changer l’ordre"), (Edit("note", note, "place", order.between(low, high, project.mark)),)
    )


def delete_notes(project: Project, notes: Iterable[str]) -> Gesture:
    """Notes go away, with their dots and the links that hold to them."""
    ids = {note for note in notes if note in project.note}
    edits: list[Edit | Removal] = [Removal("vote", v.id) for v in project.vote.values() if v.note in ids]
    edits += [Removal("link", x.id) for x in project.link.values() if x.source in ids or x.target in ids]
    edits += [Removal("note", note) for note in ids]
    return Gesture(several(len(ids), "Supprimer {n} note", "Supprimer {n} notes"), tuple(edits))


def duplicate_notes(project: Project, notes: Sequence[str]) -> tuple[tuple[str, ...], Gesture]:
    """Each note once more, just after itself; dots stay with the first."""
    ids: list[str] = []
    edits: list[Edit] = []
    for note in notes:
        row = project.note.get(note)
        if row is None:
            continue
        copy = {field: getattr(row, field) for field in FIELDS["note"] if field != "place"}
        copy["place"] = _place_after(project, row.canvas or "", row.zone or "", row.step, note)
        ids.append(new_id())
        edits += born("note", ids[-1], **copy)
    return tuple(ids), Gesture(several(len(ids), "Dupliquer {n} note", "Dupliquer {n} notes"), tuple(edits))


def vote(project: Project, note: str, by: int) -> Gesture:
    """`by` dots more (or fewer) on a note: one row for each paper dot, never a counter."""
    standing = sorted(v.id for v in project.vote.values() if v.note == note)
    if by < 0:
        gone = tuple(Removal("vote", v) for v in standing[by:])
        return Gesture(_("Retirer une voix"), gone)
    edits: list[Edit] = []
    rank = 0
    for _dot in range(by):
        while f"{note}/{project.mark}.{rank}" in standing:
            rank += 1
        voter = f"{project.mark}.{rank}"
        standing.append(f"{note}/{voter}")
        edits += [
            Edit("vote", f"{note}/{voter}", "note", note),
            Edit("vote", f"{note}/{voter}", "voter", voter),
        ]
    return Gesture(_("Donner une voix"), tuple(edits))


def count_dots(project: Project, note: str, dots: int) -> Gesture:
    """The paper dots of a note were counted: it has so many. As many as before: nothing to do."""
    if note not in project.note or not 0 <= dots <= MOST_DOTS:
        return Gesture("", ())
    by = dots - project.votes_on(note)
    edits = vote(project, note, by).edits if by else ()
    return Gesture(_("Compter les gommettes"), edits)


def veil_votes(project: Project, canvas: str, veiled: bool) -> Gesture:
    """The dots of a canvas are hidden from everyone, or revealed together."""
    if canvas not in project.canvas or project.votes_veiled(canvas) == veiled:
        return Gesture("", ())
    label = _("Cacher les gommettes") if veiled else _("Révéler les voix")
    return Gesture(label, (Edit("canvas", canvas, "votes_veiled", int(veiled)),))


def rank_by_votes(project: Project, canvas: str, zone: str) -> Gesture:
    """In each cell of a zone the heaviest notes come first; as heavy, they keep their order."""
    cells: dict[tuple[str | None, str | None], list[Note]] = {}
    for note in sorted(project.notes_of(canvas), key=by_place):
        if note.zone == zone:
            cells.setdefault((note.step, note.line), []).append(note)
    edits: list[Edit] = []
    for held in cells.values():
        ranked = sorted(held, key=lambda note: -project.votes_on(note.id))
        if ranked != held:
            low: str | None = None
            for note in ranked:
                low = order.between(low, None, project.mark)
                edits.append(Edit("note", note.id, "place", low))
    return Gesture(_("Ranger par voix"), tuple(edits))


def tag_notes(project: Project, notes: Sequence[str], tag: str, on: bool) -> Gesture:
    """A tag is put on notes or taken off; those that have it, or have it not, are left alone."""
    made = []
    for note in notes:
        row = project.note.get(note)
        if row is not None and (tag in tags_of(row)) != on:
            kept = [one for one in tags_of(row) if one != tag]
            made.append(set_note(project, note, "tag", tagged([*kept, tag] if on else kept)))
    return together(_("Étiqueter") if on else _("Retirer une étiquette"), made)


def _cell(project: Project, note: Note) -> tuple[Note, ...]:
    """The notes that stand where this one stands, itself among them."""
    return project.notes_at(note.canvas or "", note.zone or "", note.step)


def _place_after(project: Project, canvas: str, zone: str, step: str | None, after: str | None) -> str:
    low, high = _gap(project.notes_at(canvas, zone, step), after, first=False)
    return order.between(low, high, project.mark)


def _gap(cell: Sequence[Note], after: str | None, first: bool) -> tuple[str | None, str | None]:
    """The places around the gap where something is inserted in a cell."""
    if first:
        return None, cell[0].place if cell else None
    rank = next((i for i, n in enumerate(cell) if n.id == after), len(cell) - 1)
    low = cell[rank].place if cell else None
    high = cell[rank + 1].place if rank + 1 < len(cell) else None
    return low, high
