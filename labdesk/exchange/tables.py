"""One long table of notes and answers as CSV: `canvas;phase;step;lane;text;evidence;votes;table`.

UTF-8 with BOM. A lane is named by its label, on a sheet it is the zone; tables inside a zone, references
and photos stay out (JSON carries everything). Cells that a spreadsheet would run are protected by an
apostrophe, taken off again at import.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from labdesk.domain.canvas_type import CanvasType, Catalogue, Zone, load_catalogue, option_label
from labdesk.domain.entities import Note, Value
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project, Types, title
from labdesk.exchange import project_json, table_reading
from labdesk.exchange.files import read_bytes
from labdesk.exchange.imported import Imported
from labdesk.exchange.json_codecs import MONEY
from labdesk.exchange.json_lanes import own_lane
from labdesk.exchange.json_text import dump
from labdesk.exchange.table_lines import COLUMNS, yes_no

_RUN = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet runs, or what would read as protected."""


def protected(cell: str) -> str:
    """The cell as text for a spreadsheet: an apostrophe before = + - @ and tab."""
    return f"'{cell}" if _RUN.match(cell) else cell


# -- out ----------------------------------------------------------------------------------------------
def write(project: Project, catalogue: Catalogue | None = None, canvas: str | None = None) -> str:
    """The table of a project, or of one canvas, with its byte order mark."""
    catalogue = catalogue or load_catalogue()
    types = Types(catalogue)
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    order = list(catalogue.types)
    rows = sorted(project.canvases(), key=lambda c: order.index(c.type) if c.type in order else len(order))
    named: dict[str, int] = {}
    for row in rows:
        kind = types.of(project, row.id)
        name = title(project, kind, row.id)
        named[name] = named.get(name, 0) + 1
        if canvas in (None, row.id):
            shown = name if named[name] == 1 else f"{name} ({named[name]})"
            for line in _Sheet(project, kind, row.id).lines():
                writer.writerow([protected(cell) for cell in (shown, *line)])
    return out.getvalue()


Line: TypeAlias = tuple[str, str, str, str, str, str, str]
"""Phase, step, lane, text, evidence, votes, table."""


class _Sheet:
    """The lines of one canvas."""

    def __init__(self, project: Project, kind: CanvasType, canvas: str) -> None:
        self._project, self._kind, self._canvas = project, kind, canvas
        self._table = project.canvas[canvas].author_table or ""

    def lines(self) -> Iterator[Line]:
        """Zone by zone, then step by step; a step in which nothing stands has a line of its own."""
        for zone in self._kind.sheet:
            yield from self._zone(zone, None, "", "")
        for step in self._project.steps_of(self._canvas):
            row = self._project.phase.get(step.phase or "")
            phase, label = (row.label if row else None) or "", step.label or ""
            lanes = [line for zone in self._lanes() for line in self._zone(zone, step.id, phase, label)]
            yield from lanes or [(phase, label, "", "", "", "", "")]
        known = {zone.id for zone in self._kind.zones} | {lane.id for lane in self._own()}
        strays = [note for note in self._project.notes_of(self._canvas) if note.zone not in known]
        for note in strays:
            yield self._of_note(note, "", "", note.zone or "")

    def _own(self) -> list[Zone]:
        lanes = [lane for lane in self._project.lane.values() if lane.canvas == self._canvas]
        return [own_lane(lane.id) for lane in sorted(lanes, key=by_place) if lane.zone == lane.id]

    def _lanes(self) -> list[Zone]:
        return [*self._kind.lanes, *self._own()]

    def _label(self, zone: Zone) -> str:
        lane = self._project.lane.get(zone.id)
        return (lane.label or "") if lane is not None else str(zone.label)

    def _zone(self, zone: Zone, step: str | None, phase: str, label: str) -> Iterator[Line]:
        if zone.kind == "chain":
            for rank, line in enumerate(self._project.lines_of(self._canvas, zone.id), 1):
                for note in self._project.chain(line.id):
                    yield self._of_note(note, "", str(rank), self._label(zone))
        elif zone.holds_notes:
            for note in self._project.notes_at(self._canvas, zone.id, step):
                yield self._of_note(note, phase, label, self._label(zone))
        else:
            for text in self._answers(zone, step):
                yield (phase, label, self._label(zone), text, "", "", self._table)

    def _of_note(self, note: Note, phase: str, step: str, lane: str) -> Line:
        votes = self._project.votes_on(note.id)
        evidence = option_label(self._kind.options("evidence"), note.evidence) if note.evidence else ""
        table = note.author_table or self._table
        return (phase, step, lane, note.text or "", evidence, str(votes) if votes else "", table)

    def _answers(self, zone: Zone, step: str | None) -> Iterator[str]:
        """What was answered, one text for a value, one for each ticked option."""
        if zone.kind.endswith("choices"):
            for option in self._project.chosen(self._canvas, zone.id, step):
                yield option_label(self._kind.options(zone.vocabulary), option)
            return
        value = self._project.value(self._canvas, zone.id, step)
        word = self._project.words(self._canvas, zone.id, step, "word")
        if zone.kind in ("ref", "refs", "table", "photos", "grid_photos") or (value is None and not word):
            return
        yield " ".join(part for part in (self._said(zone, value), word) if part)

    def _said(self, zone: Zone, value: Value) -> str:
        kind = zone.kind.removeprefix("grid_")
        if value is None:
            return ""
        if kind == "choice":
            return option_label(self._kind.options(zone.vocabulary), value)
        if kind == "check":
            return yes_no(value == 1)
        if kind == "money":
            return str(MONEY.render(value)).replace(".", ",")
        return str(value).replace("-", "−") if isinstance(value, int) else value


# -- in -----------------------------------------------------------------------------------------------
def read_file(path: Path, catalogue: Catalogue | None = None) -> Imported:
    """The canvases of a CSV file: UTF-8, else Windows' Latin alphabet as older spreadsheets write it."""
    data = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return read(text, path.name, catalogue)


def read(text: str, source: str, catalogue: Catalogue | None = None) -> Imported:
    """The canvases of a table; separated by ; or , or tabs."""
    catalogue = catalogue or load_catalogue()
    project, reported = table_reading.project_of(text, source, catalogue)
    found = project_json.read(dump(project), source, catalogue)
    return Imported(found.gesture, (*reported, *found.reported))
