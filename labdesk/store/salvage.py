"""What a damaged project file still holds: all that its own hash proves."""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

from labdesk.store.carve import Record, records
from labdesk.store.connection import connect
from labdesk.store.drafts import Draft, drafted
from labdesk.store.hashes import HEX, SHA
from labdesk.store.history import ChangeRow, GestureRow, Rows, is_id, sound_change, sound_gesture
from labdesk.store.parcel import Parcel
from labdesk.store.pictures import Picture
from labdesk.store.seats import NAME, Seat, seat_told


class Salvaged(Struct, frozen=True):
    """What was proved; `refused`: changes that could be read and did not fit their hash.

    `seat`: the table it was the copy of.
    """

    parcel: Parcel
    origin: str | None
    refused: int
    seat: Seat | None = None


def salvage(damaged: Path) -> Salvaged:
    """Read what can be read; the file is not touched. OSError when it cannot be read at all."""
    found = list(records(damaged.read_bytes()))
    if damaged.with_name(f"{damaged.name}-journal").exists():
        found += _rolled_back(damaged)
    return _proved(found)


def _rolled_back(damaged: Path) -> list[Record]:
    """The same after SQLite undid an unfinished write, on a copy."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(damaged, copy)
        shutil.copyfile(f"{damaged}-journal", f"{copy}-journal")
        with suppress(sqlite3.Error), closing(connect(copy, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return list(records(copy.read_bytes()))


def _proved(found: Iterable[Record]) -> Salvaged:
    shapes: dict[int, dict[Any, None]] = {}
    for record in found:
        shapes.setdefault(len(record), {})[record] = None
    erased = {name for (name,) in shapes.get(1, ()) if isinstance(name, str) and _names(name)}
    seen: dict[str, set[str]] = {}
    origin, seat = None, None
    for first, second in shapes.get(2, ()):
        if first == "origin" and isinstance(second, str) and HEX.fullmatch(second):
            origin = second
        elif first == NAME and (told := seat_told(second)) is not None:
            seat = told if seat is None or told.by else seat  # what it said before it was opened may linger
        elif isinstance(first, str) and isinstance(second, str):
            seen.setdefault(second, set()).add(first)
    gestures = tuple(row for row in map(_gesture, shapes.get(5, ())) if sound_gesture(row))
    read = [row for record in shapes.get(8, ()) if (row := _change(record, seen)) is not None]
    changes = tuple(row for row in read if sound_change(row, row.id in erased))
    pictures = tuple(p for record in shapes.get(7, ()) if (p := _picture(record)) is not None and p.sound)
    drafts = tuple(d for record in shapes.get(10, ()) if (d := drafted(record)) is not None)
    parcel = Parcel(Rows(gestures, changes, frozenset(erased)), pictures, _latest(drafts))
    return Salvaged(parcel, origin, len(read) - len(changes), seat)


def _names(text: str) -> bool:
    return HEX.fullmatch(text) is not None or SHA.fullmatch(text) is not None


def _gesture(record: Any) -> GestureRow:
    return GestureRow(*record)


def _change(record: Any, seen: dict[str, set[str]]) -> ChangeRow | None:
    name, gesture, table, row, field, value, salt, hashed = record
    if not is_id(name):
        return None
    return ChangeRow(name, gesture, table, row, field, value, salt, hashed, tuple(sorted(seen.get(name, ()))))


def _picture(record: Any) -> Picture | None:
    sha, source, width, height, *blobs = record
    texts = isinstance(sha, str) and isinstance(source, str)
    if not texts or not isinstance(width, int) or not isinstance(height, int):
        return None
    return Picture(*record) if all(isinstance(blob, bytes) for blob in blobs) else None


def _latest(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Of a draft read twice, the one that says most: the pages of the earlier may still be there."""
    best: dict[object, Draft] = {}
    for draft in drafts:
        known = best.get((draft.key, draft.author))
        if known is None or (draft.at, len(str(draft.value))) > (known.at, len(str(known.value))):
            best[draft.key, draft.author] = draft
    return tuple(best.values())
