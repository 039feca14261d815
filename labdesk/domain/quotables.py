"""What a text of the dossier may quote: amounts, results, notes; nothing that may not leave the lab."""

from collections.abc import Iterator
from re import Match

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.model import Project, Types, title
from labdesk.domain.quotes import MARK, reserved, words_of
from labdesk.errors import Refusal
from labdesk.words import _


class Quotable(Struct, frozen=True):
    """Something a text may quote: its words now, where they stand (« Irritants · Parcours de Léa »)."""

    ref: str
    words: str
    where: str
    kind: str
    """amount, result, note"""


def quotables(project: Project, types: Types) -> tuple[Quotable, ...]:
    """All that a text may quote: amounts, then results, then notes. What may not leave is not offered."""
    return (*_amounts(project), *_results(project, types), *_notes(project, types))


def _amounts(project: Project) -> Iterator[Quotable]:
    named = {
        "sum:asked": _("Montant demandé"),
        "sum:expenses": _("Total des dépenses"),
        "sum:resources": _("Total des ressources"),
        "sum:own": _("Autofinancement"),
        "sum:secured": _("Déjà acquis"),
        "sum:in_kind": _("Valorisation"),
    }
    years = sorted({y.year for y in project.expense_year.values() if y.year is not None})
    for year in years:
        named[f"year:{year}"] = _("Dépenses de {year}").format(year=year)
    for row in project.in_order("expense"):
        named[f"expense:{row.id}"] = _("Dépense · {label}").format(label=getattr(row, "label", "") or "…")
    for row in project.in_order("resource"):
        named[f"resource:{row.id}"] = _("Ressource · {label}").format(label=getattr(row, "label", "") or "…")
    for ref, where in named.items():
        if words := words_of(project, ref):
            yield Quotable(ref, words, where, "amount")


def _results(project: Project, types: Types) -> Iterator[Quotable]:
    for canvas, kind in _canvases(project, types):
        if kind.id == "workshop":
            continue
        for zone in kind.zones:
            if zone.kind not in ("text", "text_short", "number") or zone.export != "yes":
                continue
            ref = f"answer:{canvas}/{zone.id}"
            if zone.id != kind.title_zone and (words := words_of(project, ref)):
                where = f"{zone.label} · {title(project, kind, canvas)}"
                yield Quotable(ref, words, where, "result")
    for row in project.in_order("indicator"):
        if words := words_of(project, f"indicator:{row.id}"):
            label = getattr(row, "label", "") or "…"
            yield Quotable(
                f"indicator:{row.id}", words, _("Indicateur · {label}").format(label=label), "result"
            )


def _notes(project: Project, types: Types) -> Iterator[Quotable]:
    for canvas, kind in _canvases(project, types):
        name = title(project, kind, canvas)
        steps = {step.id: step.label or "" for step in project.steps_of(canvas)}
        for note in project.notes_of(canvas):
            zone = kind.by_id.get(note.zone or "")
            if note.zone == "tray" or (zone is not None and zone.export != "yes"):
                continue
            if words := words_of(project, f"note:{note.id}"):
                where = (str(zone.label) if zone else "", steps.get(note.step or "", ""), name)
                yield Quotable(f"note:{note.id}", words, " · ".join(filter(None, where)), "note")


def veiled(project: Project, types: Types, raw: str, agreed: frozenset[str] = frozenset()) -> str:
    """A stored text as it may leave: of what it quotes from a place that stays, it says that it stays."""
    if "⟦" not in raw:
        return raw

    def seen(quote: Match[str]) -> str:
        return reserved() if held_back(project, types, quote["ref"], agreed) else quote[0]

    return MARK.sub(seen, raw)


def held_back(project: Project, types: Types, ref: str, agreed: frozenset[str] = frozenset()) -> bool:
    """What is quoted stands where it may not leave the lab: a zone « never », or « ask » and not `agreed`."""
    table, _colon, row = ref.partition(":")
    held = project.table(table).get(row) if table in ("note", "answer") else None
    if held is None:
        return False
    try:
        kind = types.of(project, getattr(held, "canvas", None) or "")
    except Refusal:
        return False
    zone = kind.by_id.get(getattr(held, "zone", None) or "")
    return zone is not None and not (zone.export == "yes" or (zone.export == "ask" and zone.id in agreed))


def _canvases(project: Project, types: Types) -> Iterator[tuple[str, CanvasType]]:
    for canvas in project.canvases():
        try:
            yield canvas.id, types.of(project, canvas.id)
        except Refusal:
            continue
