"""Gathering the tables from the window: files in, one report out; between versions a gesture chooses."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.notes import add_note
from labdesk.domain.entities import ENTITIES, Value
from labdesk.domain.funding import load_sections
from labdesk.domain.gesture import Edit, Gesture
from labdesk.domain.model import Project, Types, title
from labdesk.domain.shown import as_read, name_of
from labdesk.domain.table_words import table_words
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.work import beside
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.disagreements import Disagreement
    from labdesk.store.merge import MergeReport


def gather(
    desk: Desk,
    files: Sequence[Path],
    then: Callable[["MergeReport"], None],
    refused: Callable[[str], None],
) -> None:
    """Unite other copies with the project of the desk, beside the window; `then` is told the report."""
    session = desk.session
    if session is None:
        return

    def job() -> "MergeReport":
        from labdesk.ui.laptops import learn  # only who gathers needs names

        report = session.merge(files)
        learn(files)
        return report

    beside(desk, job, partial(_gathered, desk, then), refused)


def _gathered(desk: Desk, then: Callable[["MergeReport"], None], report: "MergeReport") -> None:
    """Anything may have changed: every view reads again."""
    project = desk.project
    desk.changed.emit(frozenset((table, row) for table in ENTITIES for row in project.table(table)))
    then(report)


def disagreements(desk: Desk) -> tuple["Disagreement", ...]:
    """Fields with several values nobody chose between yet."""
    return desk.session.disagreements() if desk.session is not None else ()


def choose(disagreement: "Disagreement", value: Value) -> Gesture:
    """One of the versions stands; Ctrl+Z brings the disagreement back."""
    seen = tuple(version.change for version in disagreement.versions)
    edit = Edit(disagreement.table, disagreement.row, disagreement.field, value, seen)
    return Gesture(_("Choisir une version"), (edit,))


def keep_all(project: Project, disagreement: "Disagreement") -> Gesture:
    """The words of a note stay in every version: the first one here, the others as notes after it."""
    first, *others = [version.value for version in disagreement.versions]
    gesture = choose(disagreement, first)
    note = project.note[disagreement.row]
    for value in others:
        _made, added = add_note(
            project,
            note.canvas or "",
            note.zone or "",
            str(value or ""),
            step=note.step,
            line=note.line,
            after=note.id,
        )
        gesture = gesture.and_then(added)
    return Gesture(_("Garder toutes les versions"), gesture.edits)


def can_keep_all(project: Project, disagreement: "Disagreement") -> bool:
    """Only the words of a note can stand twice."""
    return (disagreement.table, disagreement.field) == ("note", "text") and disagreement.row in project.note


def where(project: Project, types: Types, disagreement: "Disagreement") -> str:
    """The place of a field as people call it: « Devenir agent · Irritants », « Synthèse »."""
    table, row, field = disagreement.table, disagreement.row, disagreement.field
    held = project.table(table).get(row)
    if table == "section":
        section = load_sections().get(row)
        return str(section.label) if section else row
    canvas = row if table == "canvas" else getattr(held, "canvas", None)
    kind = _kind(project, types, canvas)
    if kind is None or canvas is None:
        named = getattr(held, "label", None) or getattr(held, "role", None)
        return " · ".join(part for part in (table_words().get(table, ""), named, field_word(field)) if part)
    zone = kind.by_id.get(getattr(held, "zone", None) or "")
    last = str(zone.label) if zone else field_word(field)
    step = project.step.get(getattr(held, "step", None) or "")
    parts = (title(project, kind, canvas), step.label if step else None, last)
    return " · ".join(part for part in parts if part)


def version_words(project: Project, types: Types, disagreement: "Disagreement", value: Value) -> str:
    """A version as people read it."""
    held = project.table(disagreement.table).get(disagreement.row)
    kind = _kind(project, types, getattr(held, "canvas", None))
    zone = kind.by_id.get(getattr(held, "zone", None) or "") if kind else None
    if kind is not None and zone is not None and disagreement.table == "answer":
        return as_read(project, kind, zone, value) or _("(vide)")
    if isinstance(value, str) and value in project.canvas:
        return name_of(project, value)
    return _("(vide)") if value in (None, "") else str(value)


def _kind(project: Project, types: Types, canvas: str | None) -> CanvasType | None:
    if canvas is None or canvas not in project.canvas:
        return None
    try:
        return types.of(project, canvas)
    except Refusal:
        return None


def field_word(field: str) -> str:
    """A field as people call it; most of them say enough by where they stand."""
    return {
        "text": _("texte"),
        "label": _("libellé"),
        "amount": _("montant"),
        "title": _("titre"),
        "date": _("date"),
        "owner": _("responsable"),
        "evidence": _("niveau de preuve"),
        "voice": _("voix"),
        "requested": _("montant demandé"),
        "meaning": _("explication"),
    }.get(field, "")
