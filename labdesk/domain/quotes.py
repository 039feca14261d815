"""Words of the canvases and tables quoted inside a typed text: what they say now, what they said last.

A quote is a mark in the stored text, « ⟦note:4f…|the words it had⟧ »: the thing it quotes, then the words to
show when that thing is gone. `Project.text` gives the text as it is read, `Project.raw_text` with its marks.
"""

import re
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from labdesk.domain.entities import (
    Answer,
    Expense,
    ExpenseYear,
    Indicator,
    InKind,
    Note,
    ProjectRow,
    Resource,
    Section,
)
from labdesk.domain.gesture import Edit, Gesture
from labdesk.words import _, decimal, euros

MARK = re.compile(r"⟦(?P<ref>[a-z_]+:[^⟦⟧|]+)\|(?P<words>[^⟦⟧]*)⟧")
_NEVER_IN = re.compile(r"[⟦⟧]|\s*\n\s*")
LONGEST = 1_000
"""Characters of a note that a quote shows."""
OMITTED = "[…]"
"""What a quote says whose words were erased for good."""
_SAID = (("note", "text"), ("answer", "value"))


class Piece(Struct, frozen=True):
    """A part of a text: plain words (`ref` empty), or the words of a quote; `lost`: its source is gone."""

    text: str
    ref: str = ""
    lost: bool = False


class Tables(Protocol):
    """What quotes read of a project; it stands above them, so they do not know it by name."""

    @property
    def note(self) -> Mapping[str, Note]: ...
    @property
    def answer(self) -> Mapping[str, Answer]: ...
    @property
    def expense(self) -> Mapping[str, Expense]: ...
    @property
    def expense_year(self) -> Mapping[str, ExpenseYear]: ...
    @property
    def resource(self) -> Mapping[str, Resource]: ...
    @property
    def in_kind(self) -> Mapping[str, InKind]: ...
    @property
    def indicator(self) -> Mapping[str, Indicator]: ...
    @property
    def section(self) -> Mapping[str, Section]: ...
    @property
    def head(self) -> ProjectRow: ...


# -- reading ------------------------------------------------------------------------------------------------
def pieces(project: Tables, raw: str) -> tuple[Piece, ...]:
    """A stored text cut at its quotes, each with the words its source has now."""
    found: list[Piece] = []
    at = 0
    says = _Sayer(project)
    for mark in MARK.finditer(raw):
        if mark.start() > at:
            found.append(Piece(raw[at : mark.start()]))
        words = says(mark["ref"])
        found.append(Piece(mark["words"] if words is None else words, mark["ref"], words is None))
        at = mark.end()
    if at < len(raw):
        found.append(Piece(raw[at:]))
    return tuple(found)


def told(project: Tables, raw: str) -> str:
    """A stored text as people read it."""
    if "⟦" not in raw:
        return raw
    return "".join(piece.text for piece in pieces(project, raw))


def last_words(raw: str) -> str:
    """The same without a project: each quote says what it said last."""
    return MARK.sub(lambda mark: mark["words"], raw) if "⟦" in raw else raw


def words_of(project: Tables, ref: str) -> str | None:
    """What the thing quoted says now, on one line; None when it is gone or says nothing any more."""
    return _Sayer(project)(ref)


class _Sayer:
    """The words of things of one project; its money is added up once."""

    def __init__(self, project: Tables) -> None:
        self._project = project

    def __call__(self, ref: str) -> str | None:
        kind, _colon, row = ref.partition(":")
        words = self._said(kind, row)
        return _one_line(words) or None if words else None

    def _said(self, kind: str, row: str) -> str | None:
        project = self._project
        if kind == "note":
            note = project.note.get(row)
            return note.text if note else None
        if kind == "answer":
            answer = project.answer.get(row)
            return None if answer is None or answer.value is None else str(answer.value)
        if kind == "indicator":
            return _indicator(project.indicator.get(row))
        if kind == "resource":
            resource = project.resource.get(row)
            cents = resource.amount if resource else None
        else:
            cents = self._sums.get(f"{kind}:{row}")
        return euros(cents) if cents else None

    @cached_property
    def _sums(self) -> dict[str, int]:
        """Every sum of the plan: by line, by year, as a whole; AE and CP plans count their payments."""
        project = self._project
        years = [year for year in project.expense_year.values() if year.expense in project.expense]
        which = "amount" if any(year.amount for year in years) else "cp"
        sums: dict[str, int] = {}

        def count(name: str, cents: int | None) -> None:
            sums[name] = sums.get(name, 0) + (cents or 0)

        for year in years:
            for name in ("sum:expenses", f"expense:{year.expense}", f"year:{year.year}"):
                count(name, getattr(year, which))
        targeted = False
        for row in project.resource.values():
            targeted = targeted or bool(row.target)
            named = {"sum:resources": True, "sum:asked": row.target, "sum:own": row.own}
            named["sum:secured"] = row.status == "secured"
            for name, counted in named.items():
                count(name, row.amount if counted else 0)
        if not targeted:
            sums["sum:asked"] = project.head.requested or 0
        for in_kind in project.in_kind.values():
            count("sum:in_kind", in_kind.amount if in_kind.side == "expense" else 0)
        return sums


def _one_line(words: str) -> str:
    return _NEVER_IN.sub(" ", words).strip()[:LONGEST]


def _indicator(row: Indicator | None) -> str | None:
    if row is None or not (row.baseline and row.target):
        return None
    unit = f"\u00a0{row.unit}" if row.unit else ""
    both = {"baseline": decimal(row.baseline), "target": decimal(row.target)}
    return _("de {baseline} à {target}{unit}").format(**both, unit=unit)


# -- writing ------------------------------------------------------------------------------------------------
def reserved() -> str:
    """What a document says in the place of a quote that may not leave the lab."""
    return _("[citation réservée au laboratoire]")


def mark(ref: str, words: str) -> str:
    """A quote as it is stored."""
    clean = _NEVER_IN.sub(" ", words)
    return f"⟦{ref}|{clean}⟧"


def refreshed(project: Tables, raw: str, said: Mapping[str, str] | None = None) -> str:
    """The same text, each quote remembering the words its source has now, or those that are `said` of it."""
    if "⟦" not in raw:
        return raw
    given = said or {}
    return "".join(
        mark(piece.ref, given.get(piece.ref) or piece.text) if piece.ref else piece.text
        for piece in pieces(project, raw)
    )


def loosened(project: Tables, raw: str, ref: str) -> str:
    """The same text in which one thing is no longer quoted: its words stay."""
    return "".join(
        mark(piece.ref, piece.text) if piece.ref and piece.ref != ref else piece.text
        for piece in pieces(project, raw)
    )


def emptied(raw: str, refs: Collection[str]) -> str:
    """The same text, the words that these quotes had left out: what they quote is to be forgotten."""
    if "⟦" not in raw:
        return raw
    return MARK.sub(lambda found: mark(found["ref"], OMITTED) if found["ref"] in refs else found[0], raw)


def rebound(project: Tables, raw: str, text: str) -> str:
    """A text that was corrected elsewhere as plain words, quoting again what the stored one (`raw`) quotes,
    wherever the words are still there, or what a document says in the place of those that stay."""
    at, done = 0, ""
    for piece in pieces(project, raw):
        for words in (piece.text, reserved()) if piece.ref else ():
            if (place := text.find(words, at)) >= 0:
                done += text[at:place] + mark(piece.ref, piece.text)
                at = place + len(words)
                break
    return done + text[at:]


def kept(project: Tables, gesture: Gesture) -> Gesture:
    """The gesture, and the texts that quote what it writes or takes away.

    Each remembers the words the thing has from now on; those it had, when there are none any more.
    """
    if not any("⟦" in (row.text or "") for row in project.section.values()):
        return gesture
    gone = {f"{edit.table}:{edit.row}" for edit in gesture.edits if not isinstance(edit, Edit)}
    now = {
        f"{edit.table}:{edit.row}": _one_line("" if edit.value is None else str(edit.value))
        for edit in gesture.edits
        if isinstance(edit, Edit) and (edit.table, edit.field) in _SAID
    }
    written = {edit.row for edit in gesture.edits if isinstance(edit, Edit) and edit.table == "section"}
    more = []
    for row in project.section.values():
        raw = row.text or ""
        touched = {found["ref"] for found in MARK.finditer(raw)} & (gone | now.keys())
        if touched and row.id not in written:
            said = {ref: now[ref] for ref in touched - gone}
            if (kept_text := refreshed(project, raw, said)) != raw:
                more.append(Edit("section", row.id, "text", kept_text))
    return Gesture(gesture.label, (*gesture.edits, *more)) if more else gesture


def source_of(ref: str) -> tuple[str, str]:
    """(table, row) of what is quoted; a sum of the plan stands in the expenses or in the resources."""
    table, _colon, row = ref.partition(":")
    if table == "sum":
        return ("in_kind" if row == "in_kind" else "expense" if row == "expenses" else "resource"), ""
    return ("expense", "") if table == "year" else (table, row)
