"""How what stands in a zone is written in JSON: notes, chains of whys, ticked choices, photos, tables."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from labdesk.domain.canvas_type import Column, Option
from labdesk.domain.commands.notes import MOST_DOTS
from labdesk.domain.entities import NOTE, SHORT, Value
from labdesk.exchange.json_codecs import (
    SCALARS,
    Codec,
    a_list,
    an_object,
    is_number,
    short_enough,
    text,
    whole,
)
from labdesk.exchange.json_text import ABSENT, Json, Member, Misfit, Missing, inside, packed
from labdesk.words import _

NOTE_PARTS = ("evidence", "voice", "source", "author_table", "facilitator_note", "tag")
"""What a note says beside its words and its dots."""
Kept: TypeAlias = tuple[tuple[str, str], ...]
"""Unknown members: name and packed JSON."""


class NoteContent(Struct, frozen=True):
    """A note as it travels: its words, what it says beside, its dots, the members nobody knows here."""

    text: str | None
    parts: tuple[tuple[str, str], ...] = ()
    votes: int = 0
    kept: Kept = ()


Notes: TypeAlias = tuple[NoteContent, ...]


def parse_note(value: Json, at: str) -> NoteContent:
    """A text, or an object with the words and what goes with them."""
    if not isinstance(value, dict):
        return NoteContent(_words(value, NOTE, at))
    parts = tuple(
        (name, _words(value[name], NOTE if name == "facilitator_note" else SHORT, inside(at, name)))
        for name in NOTE_PARTS
        if value.get(name) is not None
    )
    votes = value.get("votes")
    if votes is not None and not 0 <= whole(votes, inside(at, "votes")) <= MOST_DOTS:
        raise Misfit(inside(at, "votes"), _("de 0 à {n} gommettes.").format(n=MOST_DOTS))
    known = ("text", "votes", *NOTE_PARTS)
    return NoteContent(
        None if value.get("text") is None else _words(value["text"], NOTE, inside(at, "text")),
        parts,
        votes if isinstance(votes, int) else 0,
        tuple((name, packed(item)) for name, item in value.items() if name not in known or item is None),
    )


def _words(value: Json, limit: int, at: str) -> str:
    return str(text(limit).parse(value, at))


def render_note(note: NoteContent) -> Json:
    """The shortest way to write it: only its words when there is nothing else."""
    if note.text is not None and not (note.parts or note.votes or note.kept):
        return note.text
    written: dict[str, Json] = {} if note.text is None else {"text": note.text}
    written |= dict(note.parts)
    if note.votes:
        written["votes"] = note.votes
    return written | {name: json.loads(value) for name, value in note.kept}


def _listed(items: Iterable[Json]) -> Member:
    return list(items) or ABSENT


NOTES: Codec[Notes] = Codec(
    lambda value, at: tuple(parse_note(v, inside(at, i)) for i, v in enumerate(a_list(value, at))),
    lambda notes: _listed(render_note(note) for note in notes),
    (),
)

Chains: TypeAlias = tuple[NoteContent | Notes, ...]
"""Chains of whys, each a tuple of notes; a note alone belongs to no chain."""


def _parse_chains(value: Json, at: str) -> Chains:
    return tuple(
        NOTES.parse(item, inside(at, rank)) if isinstance(item, list) else parse_note(item, inside(at, rank))
        for rank, item in enumerate(a_list(value, at))
    )


CHAINS: Codec[Chains] = Codec(
    _parse_chains,
    lambda chains: _listed(
        [render_note(note) for note in chain] if isinstance(chain, tuple) else render_note(chain)
        for chain in chains
    ),
    (),
)


# -- choices, photos ----------------------------------------------------------------------------------
def choices(options: Iterable[Option]) -> Codec[frozenset[str]]:
    """Ticked options, written in the order of their vocabulary."""
    rank = {str(option.id): i for i, option in enumerate(options)}

    def parse(value: Json, at: str) -> frozenset[str]:
        return frozenset(_words(v, SHORT, inside(at, i)) for i, v in enumerate(a_list(value, at)))

    def render(chosen: frozenset[str]) -> Member:
        ordered: list[str] = sorted(chosen, key=lambda option: (rank.get(option, len(rank)), option))
        return _listed(ordered)

    return Codec(parse, render, frozenset())


PHOTO_PARTS = ("file", "alt", "caption", "person", "consent")


class PhotoContent(Struct, frozen=True):
    """A photo as it travels: the name of its file in the folder beside, and what is said about it."""

    parts: tuple[tuple[str, str], ...]
    kept: Kept = ()

    @property
    def file(self) -> str:
        """The name of its file; empty when it has none."""
        return dict(self.parts).get("file", "")


Photos: TypeAlias = tuple[PhotoContent, ...]


def _parse_photos(value: Json, at: str) -> Photos:
    if is_number(value):
        whole(value, at)  # a count: pictures that stayed on the wall
        return ()
    return tuple(_parse_photo(item, inside(at, rank)) for rank, item in enumerate(a_list(value, at)))


def _parse_photo(value: Json, at: str) -> PhotoContent:
    if isinstance(value, str):
        return PhotoContent((("file", short_enough(value, SHORT, at)),))
    members = an_object(value, at)
    return PhotoContent(
        tuple(
            (name, _words(members[name], NOTE if name == "alt" else SHORT, inside(at, name)))
            for name in PHOTO_PARTS
            if members.get(name) is not None
        ),
        tuple((n, packed(item)) for n, item in members.items() if n not in PHOTO_PARTS or item is None),
    )


PHOTOS: Codec[Photos] = Codec(
    _parse_photos,
    lambda photos: _listed(
        dict(photo.parts) | {name: json.loads(value) for name, value in photo.kept} for photo in photos
    ),
    (),
)


# -- tables -------------------------------------------------------------------------------------------
Cells: TypeAlias = tuple[tuple[str, Value], ...]
Lines: TypeAlias = tuple[Cells, ...]


def table(columns: tuple[Column, ...]) -> Codec[Lines]:
    """A table zone. A tally of choices is an object ({"agent": 14}); another line is a list of its cells, or
    one text when only the first is filled."""
    codecs = {column.id: SCALARS[column.kind] for column in columns}
    names = tuple(codecs)
    tally = len(columns) == 2 and (columns[0].kind, columns[1].kind) == ("choice", "number")

    def cells(given: Iterable[tuple[str, Json]], at: str) -> Cells:
        read = ((name, value) for name, value in given if value is not None)
        return tuple((name, codecs[name].parse(value, inside(at, name))) for name, value in read)

    def parse_line(value: Json, at: str) -> Cells:
        given = value if isinstance(value, list) else [value]
        if isinstance(value, dict) or len(given) > len(names):
            raise Misfit(at, _("au plus {n} cellules sont attendues.").format(n=len(names)))
        return cells(zip(names, given, strict=False), at)

    def parse(value: Json, at: str) -> Lines:
        if tally and isinstance(value, dict):
            return tuple(cells(zip(names, pair, strict=True), at) for pair in value.items())
        return tuple(parse_line(item, inside(at, rank)) for rank, item in enumerate(a_list(value, at)))

    def render_line(line: Cells) -> Json:
        filled = dict(line)
        written = [_null(codecs[name].render(filled.get(name))) for name in names]
        while written and written[-1] is None:
            written.pop()
        return written[0] if len(written) == 1 and isinstance(written[0], str) else written

    def render(lines: Lines) -> Member:
        rows = [render_line(line) for line in lines]
        pairs = {row[0]: row[1] for row in rows if isinstance(row, list) and len(row) == 2}
        if tally and rows and len(pairs) == len(rows) and all(isinstance(name, str) for name in pairs):
            return {str(name): value for name, value in pairs.items()}
        return rows or ABSENT

    return Codec(parse, render, ())


def _null(value: Member) -> Json:
    return None if isinstance(value, Missing) else value
