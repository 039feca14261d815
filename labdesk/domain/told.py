"""What stands in a zone of a sheet, in words; and what differs between two cards, zone by zone."""

from collections.abc import Iterator

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Zone, option_label
from labdesk.domain.model import Project
from labdesk.domain.shown import as_read, name_of
from labdesk.words import _


class Difference(Struct, frozen=True):
    """A zone that two cards fill in two ways; an empty text: nothing there."""

    zone: Zone
    before: str
    after: str


def told(project: Project, kind: CanvasType, canvas: str, zone: Zone) -> str:
    """Everything a zone holds as plain lines; empty when nothing stands there."""
    return "\n".join(line for line in _lines(project, kind, canvas, zone) if line)


def _lines(project: Project, kind: CanvasType, canvas: str, zone: Zone) -> Iterator[str]:
    if zone.holds_notes:
        for note in project.notes_at(canvas, zone.id):
            yield as_read(project, kind, zone, note.text or "")
    elif zone.kind == "photos":
        for photo in project.photos_at(canvas, zone.id):
            yield photo.alt or photo.caption or photo.file or _("Photo sans texte de remplacement")
    elif zone.kind == "refs":
        for link in project.links_from(canvas, zone.id):
            yield name_of(project, link.target or "")
    elif zone.kind == "choices":
        chosen = project.chosen(canvas, zone.id)
        for option in kind.options(zone.vocabulary):
            if str(option.id) in chosen:
                yield str(option.label)
    elif zone.kind == "table":
        for line in project.lines_of(canvas, zone.id):
            cells = (as_read(project, kind, c, project.cell(line.id, c.id)) for c in zone.columns)
            yield " · ".join(cell for cell in cells if cell)
    else:
        value = project.value(canvas, zone.id)
        yield (
            option_label(kind.options(zone.vocabulary), value)
            if zone.vocabulary
            else as_read(project, kind, zone, value)
        )


def differences(
    project: Project, former: tuple[CanvasType, str], now: tuple[CanvasType, str]
) -> tuple[Difference, ...]:
    """The zones whose content differs, in the order of the card of now. What fills itself is left out."""
    found = []
    for zone in now[0].sheet:
        if zone.auto:
            continue
        old = former[0].by_id.get(zone.id)
        before = told(project, *former, old) if old is not None else ""
        after = told(project, *now, zone)
        if before != after:
            found.append(Difference(zone, before, after))
    return tuple(found)
