"""A lens as people write it in the agenda: « Parcours de Léa › Candidater › Irritants ». And read again.

The words are French whatever the language of the window: they are stored in the project.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.curves import MOST
from labdesk.domain.lens import SIDE_BY_SIDE, Lens
from labdesk.domain.model import Project, Types, lane_zone, title
from labdesk.errors import Refusal

INTO, WITH = " › ", " + "
WELCOME, AGENDA = "accueil", "déroulé"
CURVE, IRRITANTS, STEPS, PHOTO, CHAIN = "courbe", "tous les irritants", "étapes", "photo", "chaîne"
TABLES = "tables\u00a0: "
_NUMBERS = re.compile(r"(\d+)(?:\s*[-–à]\s*(\d+))?")


def written(project: Project, types: Types, lens: Lens) -> str:
    """What names this lens in the agenda."""
    if lens.kind == "welcome":
        return WELCOME
    if lens.kind == "agenda":
        return AGENDA
    try:
        kind = types.of(project, lens.canvas)
    except Refusal:
        return ""
    names = [_title(project, types, canvas) for canvas in (lens.canvas, *lens.others)]
    return INTO.join([WITH.join(names), *_details(project, kind, lens)])


def _details(project: Project, kind: CanvasType, lens: Lens) -> list[str]:
    match lens.kind:
        case "curve":
            return [CURVE]
        case "irritants":
            return [IRRITANTS]
        case "chain":
            return [CHAIN]
        case "box" | "beside" if lens.zone:
            return [str(kind.by_id[lens.zone].label.fr)] if lens.zone in kind.by_id else []
        case "photo":
            photos = _photos(project, lens.canvas)
            return [f"{PHOTO} {photos.index(lens.row) + 1}"] if lens.row in photos else []
        case "tables":
            return _compared(project, kind, lens)
        case "grid" | "beside":
            lanes = ", ".join(
                label for zone, label in _lanes(project, kind, lens.canvas) if zone in lens.lanes
            )
            return [piece for piece in (_steps(project, lens), lanes) if piece]
        case _:
            return []


def _compared(project: Project, kind: CanvasType, lens: Lens) -> list[str]:
    zone = lens.zone or (lens.lanes[0] if lens.lanes else "")
    names = dict(_lanes(project, kind, lens.canvas)) | {z.id: str(z.label.fr) for z in kind.sheet}
    step = _steps(project, lens) if lens.steps else ""
    said = [step, names.get(zone, ""), TABLES + ", ".join(lens.tables)]
    return [piece for piece in said if piece]


def _steps(project: Project, lens: Lens) -> str:
    """A whole phase by its name, other steps by their numbers; « étapes » alone: all of them."""
    every = [step.id for step in project.steps_of(lens.canvas)]
    if not lens.steps:
        return STEPS
    for phase in project.phases_of(lens.canvas):
        if tuple(step.id for step in project.steps_in(phase.id)) == lens.steps and phase.label:
            return phase.label
    return f"{STEPS} " + ", ".join(str(every.index(step) + 1) for step in lens.steps if step in every)


def lens_named(project: Project, types: Types, text: str) -> Lens | None:
    """The lens a text names, by hand or by `written`; None when no canvas is called so."""
    pieces = [piece.strip() for piece in re.split(r"[›>]", text) if piece.strip()]
    if not pieces:
        return None
    if _plain(pieces[0]) in (_plain(WELCOME), "bienvenue"):
        return Lens("welcome")
    if _plain(pieces[0]) in (_plain(AGENDA), "deroule minute"):
        return Lens("agenda")
    whole = _canvas(project, types, pieces[0])
    names = [pieces[0]] if whole else pieces[0].split(WITH)
    found = [canvas for name in names if (canvas := _canvas(project, types, name))]
    if not found:
        return None
    kind = types.of(project, found[0])
    if kind.layout == "grid":
        return _of_grid(project, kind, found[:MOST], pieces[1:])
    return _of_sheet(project, kind, found, pieces[1:])


def _of_grid(project: Project, kind: CanvasType, canvases: Sequence[str], details: Iterable[str]) -> Lens:
    canvas, steps, lanes, chosen = canvases[0], tuple[str, ...](), tuple[str, ...](), False
    details, tables = _without_tables(details)
    for detail in details:
        plain = _plain(detail)
        if plain == _plain(CURVE):
            return Lens("curve", canvas, others=tuple(canvases[1:]))
        if plain == _plain(IRRITANTS):
            return Lens("irritants", canvas)
        if plain.startswith(PHOTO) and (photo := _numbered_photo(project, canvas, plain)):
            return Lens("photo", canvas, row=photo)
        named = tuple(zone for zone, label in _lanes(project, kind, canvas) if _listed(label, detail))
        if named:
            lanes, chosen = named, True
        else:
            steps, chosen = _steps_named(project, canvas, detail), True
    if tables and lanes:
        return Lens("tables", canvas, steps[:1], lanes[:1], tables=tables)
    if len(canvases) > 1:
        return Lens("beside", canvas, steps, lanes, others=tuple(canvases[1:SIDE_BY_SIDE]))
    return Lens("grid", canvas, steps, lanes) if chosen else Lens("overview", canvas)


def _of_sheet(project: Project, kind: CanvasType, canvases: Sequence[str], details: Sequence[str]) -> Lens:
    canvas, others = canvases[0], tuple(canvases[1:SIDE_BY_SIDE])
    details, tables = _without_tables(details)
    for detail in details:
        plain = _plain(detail)
        if plain.startswith(PHOTO) and (photo := _numbered_photo(project, canvas, plain)):
            return Lens("photo", canvas, row=photo)
        if plain == _plain(CHAIN) and kind.place == "prototypes":
            return Lens("chain", canvas)
        for zone in kind.sheet:
            if plain in (_plain(zone.label.fr), _plain(zone.label.en), zone.id):
                if tables:
                    return Lens("tables", canvas, zone=zone.id, tables=tables)
                return Lens("beside" if others else "box", canvas, zone=zone.id, others=others)
    return Lens("sheet", canvas)


def _without_tables(details: Iterable[str]) -> tuple[list[str], tuple[str, ...]]:
    """The other details, and the tables that are to be compared."""
    rest, tables = list[str](), tuple[str, ...]()
    for detail in details:
        if _plain(detail).replace(" ", "").startswith("tables:"):
            tables = tuple(name.strip() for name in detail.split(":", 1)[1].split(",") if name.strip())
        else:
            rest.append(detail)
    return rest, tables[:SIDE_BY_SIDE]


def _steps_named(project: Project, canvas: str, detail: str) -> tuple[str, ...]:
    steps = project.steps_of(canvas)
    plain = _plain(detail)
    for phase in project.phases_of(canvas):
        if _plain(phase.label or "") == plain:
            return tuple(step.id for step in project.steps_in(phase.id))
    if named := tuple(step.id for step in steps if _plain(step.label or "") == plain):
        return named
    wanted: set[int] = set()
    for first, last in _NUMBERS.findall(detail):
        wanted |= set(range(int(first), min(int(last or first), len(steps)) + 1))
    return tuple(step.id for at, step in enumerate(steps, 1) if at in wanted)


def _canvas(project: Project, types: Types, name: str) -> str:
    """The canvas of that title or key, else the first one of the type so called."""
    plain = _plain(name)
    for canvas in project.canvases():
        if plain in (_plain(_title(project, types, canvas.id)), _plain(canvas.key or "")):
            return canvas.id
    for canvas in project.canvases():
        try:
            kind = types.of(project, canvas.id)
        except Refusal:
            continue
        if plain in (kind.id, *(_plain(label) for label in (kind.label.fr, kind.label.en, kind.plural.fr))):
            return canvas.id
    return ""


def _title(project: Project, types: Types, canvas: str) -> str:
    try:
        named = title(project, types.of(project, canvas), canvas)
    except Refusal:
        return ""
    return re.sub(r"\s*[›>+]\s*|\s+", " ", named)


def _lanes(project: Project, kind: CanvasType, canvas: str) -> list[tuple[str, str]]:
    """(zone, name) of every lane one may show."""
    shown = [(lane_zone(kind, lane), lane.label) for lane in project.lanes_of(canvas)]
    known = [(zone.id, label or zone.label.fr) for zone, label in shown]
    ids = {zone for zone, _label in known}
    return known + [(zone.id, zone.label.fr) for zone in kind.lanes if zone.id not in ids]


def _listed(label: str, detail: str) -> bool:
    names = [_plain(name) for name in detail.split(",")]
    return _plain(label) in names or _plain(label) == _plain(detail)


def _photos(project: Project, canvas: str) -> list[str]:
    photos = [photo for photo in project.photo.values() if photo.canvas == canvas]
    return [photo.id for photo in sorted(photos, key=lambda p: (p.place or "", p.id))]


def _numbered_photo(project: Project, canvas: str, plain: str) -> str:
    photos, found = _photos(project, canvas), _NUMBERS.search(plain)
    rank = int(found.group(1)) if found else 1
    return photos[rank - 1] if 0 < rank <= len(photos) else ""


def _plain(text: str) -> str:
    """Without accents, capitals or doubled spaces."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).casefold().split())
