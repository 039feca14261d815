"""From a lens to what it shows, read from the project. A canvas that is gone is empty."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from labdesk.domain import lens_journey, lens_sheet
from labdesk.domain.consent import consent_of
from labdesk.domain.curves import overlay
from labdesk.domain.lens import Lens
from labdesk.domain.lens_beside import canvases_beside, tables_beside
from labdesk.domain.lens_content import Block, Content, Flow, Picture, Piece, Welcome
from labdesk.domain.lens_reading import REFUSED, Reading
from labdesk.domain.model import Project, Types
from labdesk.domain.running_order import Stop, stops, workshop_of
from labdesk.domain.sieve import EVERYTHING, Sieve
from labdesk.errors import Refusal
from labdesk.words import _, day, hour, several


class Moment(Struct, frozen=True):
    """Where the workshop is, for the agenda: when it began, and the sequence of now."""

    began: datetime | None = None
    line: str = ""


Sieves = Mapping[str, Sieve]
"""By canvas: the filters that someone asked to project too."""


def content_of(
    project: Project,
    types: Types,
    lens: Lens,
    moment: Moment | None = None,
    votes: bool = True,
    sieves: Sieves | None = None,
) -> Content:
    """What this lens shows now. A canvas that is gone or unknown is an empty flow."""
    if lens.kind in ("welcome", "agenda"):
        return _welcome(project) if lens.kind == "welcome" else _agenda(project, types, moment or Moment())
    try:
        sieve = (sieves or {}).get(lens.canvas, EVERYTHING)
        reading = Reading(project, types, types.of(project, lens.canvas), lens.canvas, votes, sieve)
    except Refusal:
        return Flow(())
    if lens.kind == "curve" and lens.others:
        return overlay(project, types, (lens.canvas, *lens.others))
    readers: dict[str, Callable[[], Content]] = {
        "overview": lambda: lens_journey.overview(reading),
        "grid": lambda: lens_journey.grid(reading, lens),
        "curve": lambda: lens_journey.curve(reading),
        "irritants": lambda: lens_journey.irritants(reading),
        "beside": lambda: canvases_beside(project, types, lens, votes, sieves or {}),
        "tables": lambda: tables_beside(reading, lens),
        "photo": lambda: _photo(project, lens),
        "box": lambda: lens_sheet.box(reading, lens.zone),
        "sheet": lambda: lens_sheet.sheet(reading),
        "chain": lambda: lens_sheet.chain(reading),
    }
    return readers[lens.kind]()


def _welcome(project: Project) -> Welcome:
    workshop = workshop_of(project)
    heading = (project.head.title or "").strip()
    if workshop is None:
        return Welcome(heading or _("Bienvenue"), (), ())
    named = project.words(workshop, "title").strip()
    lines = [project.words(workshop, "objective").strip(), day(project.words(workshop, "date"))]
    tables = [str(project.cell(line.id, "label") or "") for line in project.lines_of(workshop, "tables")]
    lines = [heading if named else "", *lines]
    return Welcome(
        named or heading or _("Bienvenue"), tuple(x for x in lines if x), tuple(x for x in tables if x)
    )


def _agenda(project: Project, types: Types, moment: Moment) -> Flow:
    """Each sequence with its hour once the day began, else with its length; the one of now is marked."""
    order = stops(project, types)
    if not order:
        return Flow((Block("", (Piece("text", _("Le déroulé n’a pas encore de séquence.")),)),))
    at = moment.began
    pieces = []
    for stop in order:
        mark = hour(at) if at else (several(stop.minutes, "{n} min", "{n} min") if stop.minutes else "")
        pieces.append(Piece("text", stop.name, stop.line, mark=mark, now=stop.line == moment.line))
        at = at + timedelta(minutes=stop.minutes or 0) if at else None
    return Flow((Block("", tuple(pieces)),), across=1)


def _photo(project: Project, lens: Lens) -> Content:
    photo = project.photo.get(lens.row)
    if photo is None or not photo.picture:
        return Flow(())
    if consent_of(photo) == REFUSED:
        return Flow((Block("", (Piece("text", _("Cette photo n’est pas projetée.")),)),))
    return Picture(photo.picture, photo.alt or "", photo.caption or "")


def stop_lens(stop: Stop) -> Lens:
    """What a sequence shows: its own lens, else the agenda."""
    return stop.lens or Lens("agenda")
