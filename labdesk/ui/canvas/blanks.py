"""What can be typed on a canvas: a note, an answer, a cell, a name. Each knows the gesture it becomes."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec
from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Column, Zone
from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.entities import LONG, NOTE, SHORT, Value
from labdesk.domain.gesture import Gesture, new_id, together
from labdesk.domain.layout import Box
from labdesk.domain.model import Project, answer_id
from labdesk.errors import Refusal
from labdesk.words import _, cents

Seen = tuple[str, ...] | None


class Blank(Struct, frozen=True):
    """One field someone types in.

    `write(project, text, seen)` is the gesture for what was typed; it raises a Refusal for a text that is no
    date, no amount. `birth`: the fields of a note that is not there yet, so that its draft has a place.
    `breaks`: it may hold several lines. `wants_more`: Entrée goes on with a new one of its kind.
    """

    table: str
    row: str
    field: str
    name: str
    text: str
    write: Callable[[Project, str, Seen], Gesture]
    limit: int = SHORT
    breaks: bool = False
    wants_more: bool = False
    birth: Mapping[str, Value] = msgspec.field(default_factory=dict)


def note_blank(project: Project, note: str, name: str) -> Blank:
    """The text of a note that stands; emptied, the note goes away."""

    def write(now: Project, text: str, seen: Seen) -> Gesture:
        return notes.write_note(now, note, text, seen) if text.strip() else notes.delete_notes(now, [note])

    text = project.note[note].text or ""
    return Blank("note", note, "text", name, text, write, NOTE, breaks=True, wants_more=True)


def new_note_blank(
    project: Project,
    canvas: str,
    zone: str,
    name: str,
    *,
    step: str | None = None,
    line: str | None = None,
    table: str = "",
) -> Blank:
    """A note that is born with its first words; without words nothing is born."""
    row = new_id()

    def write(now: Project, text: str, seen: Seen) -> Gesture:
        if row in now.note:
            return note_blank(now, row, name).write(now, text, seen)
        if not text.strip():
            return Gesture("", ())
        table_said = {"author_table": table} if table else {}
        return notes.add_note(now, canvas, zone, text, step=step, line=line, note=row, **table_said)[1]

    birth = {"canvas": canvas, "zone": zone, "step": step, "line": line}
    said = {k: v for k, v in birth.items() if v}
    return Blank("note", row, "text", name, "", write, NOTE, breaks=True, wants_more=True, birth=said)


def first_note_blank(project: Project, canvas: str, zone: str, name: str, table: str = "") -> Blank:
    """The first words on an empty grid: they make its first phase and its first step too."""
    phase, step, begin = grid.add_phase(project, canvas, "")
    inner = new_note_blank(project, canvas, zone, name, step=step, table=table)

    def write(now: Project, text: str, seen: Seen) -> Gesture:
        made = inner.write(now, text, seen)
        return together(made.label, (begin, made)) if made and phase not in now.phase else made

    return Blank("note", inner.row, "text", name, "", write, NOTE, breaks=True, wants_more=True)


def chain_blank(project: Project, canvas: str, zone: str, name: str, table: str = "") -> Blank:
    """The first why of a new chain: it makes the chain too."""
    line, begin = canvases.add_line(project, canvas, zone)
    inner = new_note_blank(project, canvas, zone, name, line=line, table=table)

    def write(now: Project, text: str, seen: Seen) -> Gesture:
        made = inner.write(now, text, seen)
        return together(made.label, (begin, made)) if made and line not in now.line else made

    return Blank("note", inner.row, "text", name, "", write, NOTE, breaks=True, wants_more=True)


def answer_blank(
    project: Project, canvas: str, zone: Zone, name: str, *, step: str | None = None, part: str | None = None
) -> Blank:
    """A single value of a zone, or the word of a score."""
    typed = "text_short" if part else zone.kind

    def write(now: Project, text: str, seen: Seen) -> Gesture:
        return canvases.answer(now, canvas, zone.id, parsed(typed, text), step=step, part=part, seen=seen)

    row = answer_id(canvas, step or None, zone.id, part)
    text = as_typed(typed, project.value(canvas, zone.id, step or None, part))
    long = zone.kind == "text" and not part
    return Blank("answer", row, "value", name, text, write, LONG, breaks=long)


def cell_blank(project: Project, line: str, column: Column, name: str) -> Blank:
    """A cell of a table."""

    def write(now: Project, text: str, seen: Seen) -> Gesture:
        return canvases.set_cell(now, line, column.id, parsed(column.kind, text), seen)

    text = as_typed(column.kind, project.cell(line, column.id))
    return Blank("answer", f"{line}/{column.id}", "value", name, text, write, LONG)


def label_blank(project: Project, box: Box, name: str) -> Blank:
    """The name of a phase, a step or a lane."""
    standing = getattr(project.table(box.table).get(box.row), "label", None) or ""

    def write(now: Project, text: str, seen: Seen) -> Gesture:
        return grid.rename(now, box.table, box.row, text.strip(), seen)

    return Blank(box.table, box.row, "label", name, standing or box.text, write)


# -- what is typed and what is stored
def as_typed(kind: str, value: Value) -> str:
    """A stored value as one types it."""
    if value is None:
        return ""
    if kind == "money" and isinstance(value, int):
        whole, rest = divmod(abs(value), 100)
        sign = "-" if value < 0 else ""
        return f"{sign}{whole},{rest:02}" if rest else f"{sign}{whole}"
    if kind in ("date", "dates"):
        try:
            return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
        except ValueError:
            return str(value)
    return str(value)


def parsed(kind: str, text: str) -> Value:
    """What is stored for what was typed; a Refusal says what was expected."""
    clean = text.strip()
    if not clean:
        return None
    if kind == "money":
        if (amount := cents(clean)) is None:
            raise Refusal(_("« {text} » n’est pas un montant ; exemple : 1 250,50.").format(text=clean))
        return amount
    if kind in ("date", "dates"):
        return _day(clean)
    if kind in ("number", "score"):
        try:
            return int(clean.replace(" ", "").replace("\u202f", "").replace("\u00a0", ""))
        except ValueError:
            raise Refusal(_("« {text} » n’est pas un nombre entier.").format(text=clean)) from None
    return text.strip("\n") if kind in ("text", "text_short") else clean


def _day(clean: str) -> str:
    """« 9/3/2027 », « 09.03.27 », « 2027-03-09 » or « 9 mars 2027 » as an ISO date."""
    pieces = _numbered(clean).replace(".", "/").replace("-", "/").replace(" ", "/").split("/")
    try:
        numbers = [int(piece) for piece in pieces if piece]
        if len(numbers) == 2:
            numbers.append(date.today().year)
        one, month, other = numbers
        day, year = (other, one) if one > 31 else (one, other)
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        raise Refusal(_("« {text} » n’est pas une date ; exemple : 9/3/2027.").format(text=clean)) from None


def _numbered(clean: str) -> str:
    """« 1er avril 2027 » → « 1 4 2027 »."""
    words = [_MONTHS.get(word[:4].casefold(), word) for word in clean.split()]
    return " ".join("1" if word.casefold() == "1er" else word for word in words)


_NAMES = "janv févr mars avri mai juin juil août sept octo nove déce"
_MONTHS = {name: str(rank) for rank, name in enumerate(_NAMES.split(), 1)} | {
    "fevr": "2",
    "aout": "8",
    "dece": "12",
}


def typed_kind(kind: CanvasType, box: Box) -> str:
    """The kind of value a box of a sheet stands for: its zone's, or its column's in a table."""
    zone = kind.by_id.get(box.zone)
    if zone is None:
        return "notes"
    if box.kind == "field":
        return next((column.kind for column in zone.columns if column.id == box.part), "text_short")
    return zone.kind
