"""Where a thing stands, in words: « Parcours · Recruter un agent · Irritants, étape 3 »."""

from collections.abc import Iterable
from itertools import islice

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.model import Project, Types, lane_zone, title
from labdesk.errors import Refusal
from labdesk.ui.target import DOSSIER_TABLES, canvas_of
from labdesk.words import _

LOOKED_AT = 60
"""Things whose place is looked up to tell whether a gesture was in one place only."""


def whereabouts(project: Project, types: Types, table: str, row: str) -> str:
    """The sentence for a row; only what is known is said."""
    if table in DOSSIER_TABLES:
        return " · ".join((_("Dossier"), _in_dossier(table, row)))
    canvas = canvas_of(project, table, row)
    if canvas is None or canvas not in project.canvas:
        return ""
    try:
        kind = types.of(project, canvas)
    except Refusal:
        return ""
    parts = [str(kind.label), title(project, kind, canvas), _inside(project, kind, table, row)]
    return " · ".join(part for part in parts if part)


def spot(project: Project, types: Types, table: str, row: str) -> str:
    """The place alone, without the canvas: « Irritants, étape 3 », « Dépenses »; empty if there is none."""
    if table in DOSSIER_TABLES:
        return _in_dossier(table, row)
    canvas = canvas_of(project, table, row)
    if canvas is None or canvas not in project.canvas or row not in project.table(table):
        return ""
    try:
        return _inside(project, types.of(project, canvas), table, row)
    except Refusal:
        return ""


def spot_among(
    project: Project, types: Types, table: str, row: str, touched: Iterable[tuple[str, str]]
) -> str:
    """The place of a row; when things of its kind that were touched stand elsewhere too, that is said."""
    where = spot(project, types, table, row)
    others = islice((other for kind, other in touched if kind == table and other != row), LOOKED_AT)
    away = any(spot(project, types, table, other) not in (where, "") for other in others)
    return _("{place} et ailleurs").format(place=where) if where and away else where


def _inside(project: Project, kind: CanvasType, table: str, row: str) -> str:
    """The zone, and the step of a grid."""
    held = project.table(table).get(row)
    if table == "step":
        return _("étape {n}").format(n=_rank(project, row))
    zone_id = getattr(held, "zone", None) or ""
    zone = kind.by_id.get(zone_id)
    if zone is None and zone_id in project.lane:
        zone = lane_zone(kind, project.lane[zone_id])
    label = str(zone.label) if zone else ""
    step = getattr(held, "step", None)
    if step and step in project.step:
        return _("{zone}, étape {n}").format(zone=label, n=_rank(project, step))
    return label


def _rank(project: Project, step: str) -> int:
    canvas = project.step[step].canvas or ""
    return next((at for at, one in enumerate(project.steps_of(canvas), 1) if one.id == step), 0)


def _in_dossier(table: str, row: str) -> str:
    if table == "section":
        from labdesk.domain.funding import load_sections

        section = load_sections().get(row)
        return str(section.label) if section else row
    from labdesk.domain.table_words import table_words  # once somebody asks where something stands

    return table_words()[table]
