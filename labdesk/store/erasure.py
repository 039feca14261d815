"""Erasing what a person asks to be forgotten: values and photos go everywhere, the history stays whole."""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from labdesk.domain.entities import Value
from labdesk.domain.quotes import emptied
from labdesk.errors import Refusal
from labdesk.store import backups, drafts
from labdesk.store.connection import connect, transaction
from labdesk.store.drafts import Draft
from labdesk.store.gate import admit, examine
from labdesk.store.history import Rows, unite
from labdesk.store.recording import Recording
from labdesk.store.state import LIVING, Place, heads_of, hidden, refresh

TOLD = 8
"""Letters from which a text can be told from any other: a shorter one stands everywhere."""

Ended: TypeAlias = tuple[tuple[drafts.Key, str], ...]
"""Drafts that go, and who typed them."""


def erasure(
    connection: sqlite3.Connection, places: Iterable[Place], pictures: Iterable[str], field: str | None = None
) -> Rows:
    """The ids to erase: every value these rows ever had (in one field), and these photos."""
    erased = set(pictures)
    for table, row in places:
        found = connection.execute(
            'SELECT id FROM change WHERE "table" = ? AND "row" = ?'
            " AND field <> ? AND field = coalesce(?, field)",
            (table, row, LIVING, field),
        )
        erased.update(name for (name,) in found)
    return Rows(erased=frozenset(erased))


def retelling(
    connection: sqlite3.Connection, places: Iterable[Place], field: str | None = None
) -> frozenset[Place]:
    """What tells again something these rows ever said: parts of former versions, passages kept."""
    said: set[str] = set()
    for table, row in places:
        found = connection.execute(
            'SELECT value FROM change WHERE "table" = ? AND "row" = ? AND field = coalesce(?, field)',
            (table, row, field),
        )
        lines = (line for (value,) in found if isinstance(value, str) for line in value.splitlines())
        said.update(bare for line in lines if len(bare := _bare(line)) >= TOLD)
    if not said:
        return frozenset()
    told = connection.execute(
        """SELECT DISTINCT "table", "row", value FROM change
        WHERE ("table" = 'version_part' AND field = 'json') OR ("table" = 'kept' AND field = 'words')"""
    )
    texts = ((table, row, _bare(value)) for table, row, value in told if isinstance(value, str))
    return frozenset((table, row) for table, row, text in texts if any(line in text for line in said))


def quoted(places: Iterable[Place], field: str | None = None) -> frozenset[str]:
    """How texts name these things when they quote them: a quote keeps the words it had."""
    said = {"note": "text", "answer": "value"}
    return frozenset(f"{table}:{row}" for table, row in places if field in (None, said.get(table, field)))


def empty_quotes(recording: Recording, refs: Collection[str]) -> None:
    """The texts that quote these things say so without their words; as many versions as there were stay."""
    connection = recording.connection
    for row in {row for _name, row, _value in _quoting(connection, refs)}:
        heads = heads_of(connection, "section", row)
        standing = [head for head in heads if head.field == "text"]
        texts = [(head.value, _emptied(head.value, refs)) for head in standing]
        if hidden(connection, heads) or all(before == after for before, after in texts):
            continue
        for text in dict.fromkeys(after for _before, after in texts):
            recording.write("section", row, "text", text, (head.id for head in standing))


def quotes(connection: sqlite3.Connection, refs: Collection[str]) -> Rows:
    """The ids of every wording of a text that kept their words."""
    return Rows(erased=frozenset(name for name, _row, _value in _quoting(connection, refs)))


def _quoting(connection: sqlite3.Connection, refs: Collection[str]) -> list[tuple[str, str, str]]:
    found = connection.execute(
        """SELECT id, "row", value FROM change WHERE "table" = 'section' AND field = 'text'"""
    )
    return [line for line in found if _emptied(line[2], refs) != line[2]]


def _emptied(value: Value, refs: Collection[str]) -> Value:
    return emptied(value, refs) if isinstance(value, str) else value


def _bare(text: str) -> str:
    """The letters and figures alone: a version was typeset, and its quotes are escaped."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def drafts_on(connection: sqlite3.Connection, places: Iterable[Place], refs: Collection[str]) -> Ended:
    """Text that was being typed on these rows, or that quotes them."""
    return tuple((draft.key, draft.author) for draft in concerned(drafts.kept(connection), places, refs))


def concerned(typed: Iterable[Draft], places: Iterable[Place], refs: Collection[str]) -> list[Draft]:
    """Of texts being typed, those on these rows, and those that quote them."""
    wanted = set(places)
    return [d for d in typed if (d.table, d.row) in wanted or emptied(d.value, refs) != d.value]


def rewrite(
    copies: Iterable[Path], rows: Rows, places: Collection[Place], refs: Collection[str]
) -> tuple[str, ...]:
    """The backups and mirrors forget too; the names of those that could not be rewritten."""
    backups.forget_pictures({name for name in rows.erased if len(name) == 64})
    failed = []
    for backup in copies:
        try:
            admit(backup)
            with closing(connect(backup, "rw")) as connection:
                examine(connection, backup)
                with transaction(connection):
                    refresh(connection, unite(connection, rows).touched)
                    for key, author in drafts_on(connection, places, refs):
                        drafts.forget(connection, key, author)
                connection.execute("VACUUM")
        except (sqlite3.Error, Refusal):
            failed.append(backup.name)
    return tuple(failed)
