"""A project as a mould for the next one: its structure, without what anybody said, wrote or voted."""

from collections.abc import Iterator

from msgspec.structs import replace

from labdesk.domain.entities import ENTITIES, FIELDS, PROJECT_ID, Answer, Canvas, ProjectRow, Row
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.domain.lens_name import lens_named, written
from labdesk.domain.model import Project, Types
from labdesk.domain.running_order import WORKSHOP, ZONE
from labdesk.errors import Refusal
from labdesk.words import _

MADE_IN_THE_ROOM = ("prototype",)
"""Types whose cards are results of a day, not places prepared for it: a mould has none."""

ANSWERS = {
    WORKSHOP: frozenset(("title", "objective")),
    "journey": frozenset(("kind",)),
}
"""Type → the single values that say how a canvas is set up, not what was found."""

CELLS = {
    (WORKSHOP, ZONE): frozenset(("sequence", "minutes", "canvas")),
    (WORKSHOP, "tables"): frozenset(("label", "canvas")),
}
"""Table zones whose rows are the set-up of the day, and their cells that are: never who was there."""


def mould(project: Project, types: Types) -> Project:
    """The same project empty, for another group: canvases, phases, steps, lanes, running order, profile.

    Ids stay: what was projected in the running order is found again, under the names the canvases have now.
    """
    canvases = {row.id: _canvas(row) for row in project.canvases() if row.type not in MADE_IN_THE_ROOM}
    kept: dict[str, dict[str, Row | None]] = {
        "project": {PROJECT_ID: ProjectRow(id=PROJECT_ID, profile=project.head.profile)},
        "canvas": dict(canvases),
        "canvas_type": {
            row.id: row
            for row in project.canvas_type.values()
            if any(canvas.type_row == row.id for canvas in canvases.values())
        },
        "link": {
            row.id: row
            for row in project.link.values()
            if row.source in canvases and row.target in canvases  # a journey and its persona, both blank
        },
        "line": {
            row.id: row
            for row in project.line.values()
            if (_type(project, row.canvas), row.zone) in CELLS and row.canvas in canvases
        },
    }
    for table in ("phase", "step", "lane"):
        kept[table] = {
            row.id: row for row in project.table(table).values() if getattr(row, "canvas", None) in canvases
        }
    kept["answer"] = {
        row.id: row
        for row in _answers(project)
        if row.canvas in canvases and (row.value not in project.canvas or row.value in canvases)
    }
    bare = Project.empty(project.mark).replaced(kept)
    return bare.replaced({"answer": dict(_renamed(project, bare, types))})


def _canvas(row: Canvas) -> Canvas:
    return replace(row, key=None, votes_veiled=None)  # there is nothing left to hide


def _type(project: Project, canvas: str | None) -> str:
    row = project.canvas.get(canvas or "")
    return (row.type or "") if row else ""


def _answers(project: Project) -> Iterator[Answer]:
    for row in project.answer.values():
        kind = _type(project, row.canvas)
        if row.line:
            if row.part in CELLS.get((kind, row.zone or ""), ()):
                yield row
        elif not row.step and (row.zone in ANSWERS.get(kind, ()) or row.value in project.canvas):
            yield row


def _renamed(project: Project, bare: Project, types: Types) -> Iterator[tuple[str, Row | None]]:
    """The cells that name a canvas: « Parcours de Léa › courbe » is « Parcours usager 1 › courbe » now."""
    for row in bare.answer.values():
        if row.part != "canvas" or not row.line or not isinstance(row.value, str):
            continue
        try:
            lens = lens_named(project, types, row.value)
        except Refusal:
            lens = None
        if lens is None or (lens.canvas and lens.canvas not in bare.canvas):
            # A card that is not in the mould; or a name that no canvas bears any more: it may be somebody’s.
            yield row.id, None
            continue
        others = tuple(one for one in lens.others if one in bare.canvas)
        lens = replace(lens, others=others, kind="overview" if lens.kind == "photo" else lens.kind)
        yield row.id, replace(row, value=written(bare, types, lens))


def from_mould(project: Project, types: Types, title: str) -> Gesture:
    """The births of a new project that is set up like this one and called `title`."""
    bare = mould(project, types)
    head = replace(bare.head, title=title)
    edits: list[Edit] = []
    for table in ENTITIES:
        for row in bare.table(table).values():
            content = head if table == "project" else row
            edits += born(table, row.id, **{field: getattr(content, field) for field in FIELDS[table]})
    return Gesture(_("Refaire la même chose"), tuple(edits))


def described(project: Project) -> str:
    """What is in a mould, in one line: « 2 parcours, 12 étapes, 3 problèmes, déroulé de 8 séquences »."""
    from labdesk.words import several

    count = {kind: len(project.canvases(kind)) for kind in ("journey", "problem", "persona")}
    own = len(project.canvas) - sum(count.values()) - len(project.canvases(WORKSHOP))
    own -= sum(len(project.canvases(kind)) for kind in MADE_IN_THE_ROOM)
    stops = sum(line.zone == ZONE for line in project.line.values())
    said = [
        (count["journey"], several(count["journey"], "{n} parcours", "{n} parcours")),
        (len(project.step), several(len(project.step), "{n} étape", "{n} étapes")),
        (count["persona"], several(count["persona"], "{n} persona", "{n} personas")),
        (count["problem"], several(count["problem"], "{n} canevas problème", "{n} canevas problème")),
        (own, several(own, "{n} autre canevas", "{n} autres canevas")),
        (stops, several(stops, "déroulé de {n} séquence", "déroulé de {n} séquences")),
    ]
    return ", ".join(words for number, words in said if number) or _("Un projet vide")
