"""What a table does with a box that is full: dots say which notes stay, a new one takes another’s place."""

from collections.abc import Sequence

from labdesk.domain import order
from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands.notes import add_note, delete_notes
from labdesk.domain.entities import Note
from labdesk.domain.gesture import Edit, Gesture, together
from labdesk.domain.model import Project
from labdesk.words import _


def is_full(project: Project, canvas: str, zone: Zone) -> bool:
    """A box that says « trois au plus » holds as many notes (or chains) as that."""
    if zone.at_most is None or zone.at_most < 2 or zone.is_lane or not zone.holds_notes:
        return False
    held = project.lines_of(canvas, zone.id) if zone.kind == "chain" else project.notes_at(canvas, zone.id)
    return len(held) >= zone.at_most


def by_dots(project: Project, canvas: str, zone: str) -> list[Note]:
    """The notes of a box, those with most dots first; equal ones keep their order."""
    return sorted(project.notes_at(canvas, zone), key=lambda note: -project.votes_on(note.id))


def retained(project: Project, canvas: str, zone: str) -> str:
    """The note the dots chose: it stands first, others are beside it, none has as many dots; else nothing."""
    notes = project.notes_at(canvas, zone)
    if len(notes) < 2:
        return ""
    first, *others = (project.votes_on(note.id) for note in notes)
    return notes[0].id if first > max(others) else ""


def rank_by_dots(project: Project, canvas: str, zone: str) -> Gesture:
    """The notes in the order of their dots; in that order already: nothing to do."""
    ranked = by_dots(project, canvas, zone)
    if [note.id for note in ranked] == [note.id for note in project.notes_at(canvas, zone)]:
        return Gesture("", ())
    places = order.spread(len(ranked), project.mark)
    edits = tuple(Edit("note", note.id, "place", place) for note, place in zip(ranked, places, strict=True))
    return Gesture(_("Ranger par voix"), edits)


def keep_first(project: Project, canvas: str, zone: str, most: int) -> Gesture:
    """The `most` notes with most dots stay, in that order; the others go away with their dots."""
    lost = [note.id for note in by_dots(project, canvas, zone)[most:]]
    ranked = rank_by_dots(project, canvas, zone)
    if not lost:
        return ranked
    stay = tuple(edit for edit in ranked.edits if edit.row not in lost)
    return together(_("Garder les préférés"), (Gesture("", stay), delete_notes(project, lost)))


def replace_note(project: Project, note: str, text: str, table: str = "") -> tuple[str, Gesture]:
    """A new note takes the place of another, whose dots go too. Gives its id; "" when the other is gone."""
    row = project.note.get(note)
    if row is None or not text.strip():
        return "", Gesture("", ())
    cell: Sequence[Note] = project.notes_at(row.canvas or "", row.zone or "", row.step)
    made, added = add_note(
        project,
        row.canvas or "",
        row.zone or "",
        text.strip(),
        step=row.step,
        line=row.line,
        after=row.id if row in cell else None,
        author_table=table or None,
    )
    return made, together(_("Remplacer la note"), (added, delete_notes(project, [note])))
