"""What the canvases and tables already say for a section: a line each, and where to change it."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, option_label
from labdesk.domain.completeness.content import TABLE_OF
from labdesk.domain.entities import Canvas
from labdesk.domain.funding import Section, plan
from labdesk.domain.model import Project, Types, state_of, title
from labdesk.domain.quotes import Piece, pieces, source_of
from labdesk.errors import Refusal
from labdesk.ui.target import Target, target_of
from labdesk.ui.whereabouts import whereabouts
from labdesk.words import _, euros, several


class Drawn(Struct, frozen=True):
    """One thing that is printed in the section: what it is called, what it says in short, where it stands."""

    title: str
    detail: str
    icon: str
    target: Target


def drawn(project: Project, types: Types, section: Section) -> tuple[Drawn, ...]:
    """Everything the section takes from elsewhere, in the order it is printed."""
    found: list[Drawn] = []
    for kind in section.source:
        found += [line for canvas in project.canvases(kind) if (line := _canvas(project, types, canvas))]
    if section.id in TABLE_OF:
        found.append(_table(project, section, TABLE_OF[section.id]))
    if section.id == "annexes":
        found += [_attachments(project), *_own_canvases(project, types)]
    return tuple(found)


def quoted(project: Project, types: Types, section: str) -> tuple[tuple[Piece, str, Target | None], ...]:
    """What the text of a section quotes, once each: its words, their place, the way there (None: gone)."""
    found: dict[str, tuple[Piece, str, Target | None]] = {}
    for piece in pieces(project, project.raw_text(section)):
        if piece.ref and piece.ref not in found:
            found[piece.ref] = (
                piece,
                where_of(project, types, piece),
                quote_target(project, types, piece.ref),
            )
    return tuple(found.values())


def where_of(project: Project, types: Types, piece: Piece) -> str:
    """Where the words of a quote stand, in words."""
    if piece.lost:
        return _("La source n’est plus dans le projet : les mots sont restés.")
    table, row = source_of(piece.ref)
    return whereabouts(project, types, table, row)


def quote_target(project: Project, types: Types, ref: str) -> Target | None:
    """The place where what is quoted is written."""
    table, row = source_of(ref)
    if table == "answer" and (answer := project.answer.get(row)) is not None:
        return target_of(project, types, "answer", row) or Target("dossier", canvas=answer.canvas)
    if not row:
        rows = project.in_order(table)
        row = rows[0].id if rows else ""
    return target_of(project, types, table, row, "amount" if table == "resource" else None)


def _canvas(project: Project, types: Types, canvas: Canvas) -> Drawn | None:
    try:
        kind = types.of(project, canvas.id)
    except Refusal:
        return None
    name, detail = title(project, kind, canvas.id), _TOLD.get(kind.id, _notes)(project, kind, canvas.id)
    if detail == name:  # a challenge that is the title would be read twice
        detail = _notes(project, kind, canvas.id)
    return Drawn(name, detail, kind.icon, Target(kind.place, canvas.id))


def _own_canvases(project: Project, types: Types) -> list[Drawn]:
    """The lab's own types: the annexes print them whole."""
    known = {"workshop", "persona", "journey", "problem", "prototype"}
    own = [canvas for canvas in project.canvases() if canvas.type not in known]
    return [line for canvas in own if (line := _canvas(project, types, canvas))]


def _notes(project: Project, kind: CanvasType, canvas: str) -> str:
    count = len(project.notes_of(canvas))
    return several(count, "{n} note", "{n} notes") if count else _("encore vide")


def _journey(project: Project, kind: CanvasType, canvas: str) -> str:
    steps = len(project.steps_of(canvas))
    lived = option_label(
        kind.options(kind.by_id["kind"].vocabulary) if "kind" in kind.by_id else (),
        project.words(canvas, "kind"),
    )
    counted = several(steps, "{n} étape", "{n} étapes")
    return " · ".join(part for part in (lived, counted, _notes(project, kind, canvas)) if part)


def _problem(project: Project, kind: CanvasType, canvas: str) -> str:
    challenge = next((note.text for note in project.notes_at(canvas, "challenge")), "")
    return challenge or project.words(canvas, "statement") or _notes(project, kind, canvas)


def _prototype(project: Project, kind: CanvasType, canvas: str) -> str:
    state = next((str(s.label) for s in kind.states if s.id == state_of(project, kind, canvas)), "")
    verdict = option_label(kind.options("verdict"), project.value(canvas, "verdict"))
    return " · ".join(part for part in (state, verdict, project.words(canvas, "result")) if part)


def _workshop(project: Project, kind: CanvasType, canvas: str) -> str:
    from labdesk.words import day

    said = (day(project.words(canvas, "date")), project.words(canvas, "place"))
    return ", ".join(part for part in said if part) or _notes(project, kind, canvas)


_TOLD: Mapping[str, Callable[[Project, CanvasType, str], str]] = {
    "journey": _journey,
    "problem": _problem,
    "prototype": _prototype,
    "workshop": _workshop,
}


def _table(project: Project, section: Section, table: str) -> Drawn:
    rows = project.in_order(table)
    said = several(len(rows), "{n} ligne", "{n} lignes") if rows else _("encore vide")
    if table == "expense" and rows:
        said = _("{rows}, {total}").format(rows=said, total=euros(plan(project).expenses))
    elif table == "resource" and rows:
        said = _("{rows}, {total}").format(rows=said, total=euros(plan(project).resources))
    return Drawn(
        str(section.label), said, "table", Target("dossier", table=table, row=_first(project, table))
    )


def _attachments(project: Project) -> Drawn:
    rows = project.in_order("attachment")
    said = ", ".join(str(getattr(row, "label", "") or "") for row in rows) or _("aucune pièce")
    return Drawn(
        _("Pièces jointes"),
        said,
        "paperclip",
        Target("dossier", table="attachment", row=_first(project, "attachment")),
    )


def _first(project: Project, table: str) -> str | None:
    rows = project.in_order(table)
    return rows[0].id if rows else None
