"""What is typed in a field before its first letter: the guiding question, or an example with its unit."""

from labdesk.domain.canvas_type import Zone
from labdesk.domain.durations import Total, length_of, total_of
from labdesk.domain.entities import Value
from labdesk.domain.layout import Box
from labdesk.domain.model import Project
from labdesk.ui.canvas.blanks import Blank, typed_kind
from labdesk.ui.canvas.board import Board
from labdesk.words import _

DURATION = "duration"
"""The lane of durations of our journeys; another one is known by what stands in it."""


def asked_in(board: Board, box: Box, zone: Zone | None, blank: Blank) -> str:
    """What stands in the editor before the first letter."""
    if box.kind == "phase":
        return _("Nom de la phase")
    if box.kind == "step":
        return _("Nom de l’étape")
    if zone is None or box.kind == "lane":
        return ""
    if blank.table == "note" and zone.kind != "dates":
        return str(zone.question) if zone.is_lane else ""
    if zone.kind == "grid_number":
        return unit_asked(board.project, board.canvas, zone) or str(zone.question)
    return _examples().get(typed_kind(board.kind, box), "")


def _examples() -> dict[str, str]:
    return {
        "money": _("Un montant en euros : 1 250,50"),
        "number": _("Un nombre entier : 12"),
        "date": _("Une date : 9/3/2027"),
        "dates": _("Une date : 9/3/2027"),
    }


def unit_asked(project: Project, canvas: str, zone: Zone) -> str:
    """An example of what counts in the sum of a lane of numbers; empty when nothing tells its unit."""
    total = total_of(_held(project, canvas, zone))
    if total.unit:
        return _("12 {unit}").format(unit=total.unit)
    if total.plain is not None:
        return _examples()["number"]
    return _("45 min, 1 h 30, 3 j…") if zone.id == DURATION or total.counted else ""


def advice_on(board: Board, blank: Blank) -> str:
    """Of a value just typed in a lane of numbers: the sum it joined, or what to write so that it does."""
    zone, row = board.zone(), board.project.answer.get(blank.row)
    if blank.table != "answer" or zone is None or zone.kind != "grid_number" or row is None or not row.value:
        return ""
    every = total_of(_held(board.project, board.canvas, zone))
    if not _counts(row.value, every):
        return every.advice
    changed = str(row.value) != blank.text
    return every.in_words if changed and every.counted > 1 else ""


def _counts(value: Value, every: Total) -> bool:
    """This value is in that sum."""
    alone = total_of([value])
    if every.plain is None:
        return length_of(str(value)) is not None
    return alone.plain is not None and alone.unit == every.unit


def _held(project: Project, canvas: str, zone: Zone) -> list[Value]:
    answers = project.answer.values()
    return [a.value for a in answers if a.canvas == canvas and a.zone == zone.id and not a.part]
