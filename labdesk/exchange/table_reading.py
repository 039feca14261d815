"""A long table (CSV) read as the value of a JSON project: columns, types of canvases, lanes by label."""

import re
from collections.abc import Iterable

from labdesk.domain.canvas_type import CanvasType, Catalogue, Option, Zone
from labdesk.domain.zone import TRAY
from labdesk.errors import Refusal
from labdesk.exchange.json_text import Json, clean
from labdesk.exchange.table_lines import Line, lines_of
from labdesk.words import _, cents

_FEELING = re.compile(r"([−-]?\d)?\s*(.*)", re.DOTALL)


def project_of(text: str, source: str, catalogue: Catalogue) -> tuple[Json, list[str]]:
    """The value of the project, and what is to be told."""
    lines, reported = lines_of(clean(text.removeprefix("\ufeff")), source)
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.canvas, []).append(line)
    if not groups:
        raise Refusal(_("{file} : le tableau est vide. Rien n’a été importé.").format(file=source))
    canvases: list[Json] = []
    for name, held in groups.items():
        kind = _kind(held, catalogue)
        said: dict[str, Json] = {"canvas_type": kind.id}
        canvases.append(said | _Canvas(kind, source, reported).read(name, held))
    return {"canvases": canvases}, reported


# -- which canvas -------------------------------------------------------------------------------------
def _kind(lines: Iterable[Line], catalogue: Catalogue) -> CanvasType:
    """The type whose zones have most of the lanes; notes of steps, or of no lane, make a journey."""
    held = list(lines)
    lanes = {line.lane for line in held if line.lane}
    grid = any(line.phase for line in held)
    best, most = catalogue.types["journey"], 0
    for kind in catalogue.types.values():
        known = sum(zone_named(kind, lane) is not None for lane in lanes)
        if known > most and (kind.layout == "grid" or not grid):
            best, most = kind, known
    return best


def zone_named(kind: CanvasType, name: str) -> Zone | None:
    """A zone by its label in either language, or by its id."""
    wanted = _folded(name)
    for zone in kind.zones:
        if wanted in (_folded(zone.label.fr), _folded(zone.label.en), zone.id):
            return zone
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("'", "’").split())


def _option(options: Iterable[Option], said: str) -> str | int:
    wanted = _folded(said)
    for option in options:
        if wanted in (_folded(option.label.fr), _folded(option.label.en), _folded(str(option.id))):
            return option.id
    return said


class _Canvas:
    """The lines of one canvas as its JSON object."""

    def __init__(self, kind: CanvasType, source: str, reported: list[str]) -> None:
        self._kind, self._source, self._reported = kind, source, reported
        self._said: dict[str, Json] = {}
        self._zones: dict[str, Json] = {}
        self._own: list[str] = []
        self._table = ""
        self._phases: list[str] = []
        self._steps: dict[tuple[str, str], dict[str, Json]] = {}

    def read(self, name: str, lines: list[Line]) -> dict[str, Json]:
        self._table = self._table_of(lines)
        if self._table:
            self._said["table"] = self._table
        for line in lines:
            self._take(line)
        title = self._kind.by_id[self._kind.title_zone]
        if name and title.id not in self._said:
            self._said[title.id] = [name] if title.holds_notes else name
        if self._kind.layout == "grid":
            self._said |= {"phases": list(self._phases), "steps": list[Json](self._steps.values())}
            self._show_own_lanes()
        return self._said | ({"zones": self._zones} if self._zones else {})

    def _table_of(self, lines: list[Line]) -> str:
        """The table that filled the canvas: that of its answers, else the one every note bears."""
        zones = ((line, zone_named(self._kind, line.lane)) for line in lines)
        answers = {line.table for line, zone in zones if zone is not None and not zone.holds_notes}
        tables = answers or {line.table for line in lines}
        return tables.pop() if len(tables) == 1 else ""

    def _take(self, line: Line) -> None:
        zone = zone_named(self._kind, line.lane) if line.lane else self._kind.by_id.get(TRAY)
        if self._kind.layout == "grid" and (line.phase or line.step):
            step = self._step(line)
            if zone is not None and zone.is_lane:
                self._answer(zone, line, step)
            elif line.lane or line.text:
                self._own_lane(line, step)
        elif zone is not None and not zone.is_lane and zone.kind != "axis":
            self._answer(zone, line, None)
        else:
            notes = self._zones.setdefault(line.lane or TRAY, [])
            assert isinstance(notes, list)
            notes.append(self._note(line))

    def _step(self, line: Line) -> dict[str, Json]:
        if line.phase not in self._phases:
            self._phases.append(line.phase)
        step: dict[str, Json] = {"phase": line.phase, "label": line.step}
        return self._steps.setdefault((line.phase, line.step), step)

    def _own_lane(self, line: Line, step: dict[str, Json]) -> None:
        name = line.lane or _("Autres notes")
        if name not in self._own:
            self._own.append(name)
        _listed(_cells(step), name).append(self._note(line))

    def _show_own_lanes(self) -> None:
        """Lanes that the type does not have are named, after the usual ones and those in use."""
        if self._own:
            from labdesk.exchange.json_lanes import CURVE, usual_lanes

            used = {name for step in self._steps.values() for name in _cells(step)}
            used |= {CURVE for step in self._steps.values() if "emotion" in step or "word" in step}
            own: list[Json] = [{"label": name} for name in self._own]
            self._said["lanes"] = [*usual_lanes(self._kind, used), *own]

    # -- what a line says ---------------------------------------------------------------------------
    def _answer(self, zone: Zone, line: Line, step: dict[str, Json] | None) -> None:
        place = self._said if step is None else _cells(step)
        kind = zone.kind.removeprefix("grid_")
        if zone.kind == "chain":
            chains = _listed(place, zone.id)
            rank = int(line.step) if re.fullmatch(r"[1-9]\d?", line.step) else 1
            chains.extend([] for _chain in range(rank - len(chains)))
            chain = chains[rank - 1]
            assert isinstance(chain, list)
            chain.append(self._note(line))
        elif zone.holds_notes:
            _listed(place, zone.id).append(self._note(line))
        elif kind == "choices":
            _listed(place, zone.id).append(str(_option(self._kind.options(zone.vocabulary), line.text)))
        elif step is not None and kind == "score":
            self._feel(line, step)
        elif kind in ("refs", "ref", "table", "photos"):
            self._tell(line, _("« {lane} » ne se lit pas dans un tableau.").format(lane=line.lane))
        else:
            value = self._value(kind, zone, line)
            known = place.get(zone.id)
            if isinstance(value, str) and isinstance(known, str):
                value = f"{known}\n{value}"
            place[zone.id] = [value] if step is not None and kind != "check" else value

    def _value(self, kind: str, zone: Zone, line: Line) -> Json:
        text = line.text.strip()
        if kind == "choice":
            return _option(self._kind.options(zone.vocabulary), text)
        if kind == "check":
            return _folded(text) in ("oui", "yes", "true", "1", "x")
        if kind == "money":
            amount = cents(text)
            if amount is None:
                raise self._refused(line, _("« {text} » n’est pas un montant.").format(text=text))
            return amount / 100 if amount % 100 else amount // 100
        if kind in ("number", "score"):
            plain = text.replace("−", "-")
            return int(plain) if re.fullmatch(r"-?\d{1,15}", plain) else line.text
        return line.text

    def _feel(self, line: Line, step: dict[str, Json]) -> None:
        found = _FEELING.fullmatch(line.text.strip())
        score = found.group(1) if found else None
        if score is not None:
            value = int(score.replace("−", "-"))
            if not -2 <= value <= 2:
                raise self._refused(line, _("une émotion va de −2 à 2."))
            step["emotion"] = value
        if found and found.group(2):
            step["word"] = found.group(2)

    def _note(self, line: Line) -> Json:
        said: dict[str, Json] = {"text": line.text}
        if line.evidence:
            said["evidence"] = str(_option(self._kind.options("evidence"), line.evidence))
        if line.votes.strip():
            if line.votes.strip().isdecimal():
                said["votes"] = int(line.votes)
            else:
                self._tell(line, _("« {votes} » n’est pas un nombre de gommettes.").format(votes=line.votes))
        if line.table and line.table != self._table:
            said["author_table"] = line.table
        return said if len(said) > 1 else line.text

    def _tell(self, line: Line, why: str) -> None:
        place = _("{file}, ligne {line}").format(file=self._source, line=line.number)
        self._reported.append(_("{place} : {what}").format(place=place, what=why))

    def _refused(self, line: Line, why: str) -> Refusal:
        place = _("{file}, ligne {line}").format(file=self._source, line=line.number)
        return Refusal(_("{place} : {what} Rien n’a été importé.").format(place=place, what=why))


def _cells(step: dict[str, Json]) -> dict[str, Json]:
    cells = step.setdefault("cells", {})
    assert isinstance(cells, dict)
    return cells


def _listed(place: dict[str, Json], name: str) -> list[Json]:
    """The list of that name, made the first time."""
    found = place.setdefault(name, [])
    assert isinstance(found, list)
    return found
