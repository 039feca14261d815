"""The tables of a project file, format 1, as literal SQL: history, pictures, readable state, views.

Released SQL is never edited: a new state gets a new STATE_VERSION and a step in `migrations`; a new
history would get a new FORMAT. A test holds that the state says what `domain/entities.py` declares.
"""

import os
import re
import sqlite3
from functools import cache

APPLICATION_ID = 0x4C616244
"""« LabD » in the header of the file."""

FORMAT = 1
"""`user_version`: the format of the history. A file of a newer one is only read."""

STATE_VERSION = 4
"""The version of the readable tables: a cache that whichever program opens the file may rebuild."""

HISTORY = """
CREATE TABLE gesture (
    id TEXT PRIMARY KEY NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, label TEXT NOT NULL, undoes TEXT
) STRICT;
CREATE INDEX gesture_author ON gesture(author, at);
CREATE TABLE change (
    id TEXT PRIMARY KEY NOT NULL, gesture TEXT NOT NULL, "table" TEXT NOT NULL, "row" TEXT NOT NULL,
    field TEXT NOT NULL, value ANY, salt TEXT, value_hash TEXT NOT NULL
) STRICT;
CREATE INDEX change_place ON change("table", "row", field);
CREATE INDEX change_gesture ON change(gesture);
CREATE TABLE replaces (
    old TEXT NOT NULL, "change" TEXT NOT NULL, PRIMARY KEY (old, "change")
) STRICT;
CREATE INDEX replaces_change ON replaces("change");
CREATE TABLE erased (id TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE TABLE draft (
    "table" TEXT NOT NULL, "row" TEXT NOT NULL, field TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    label TEXT NOT NULL, value ANY, salt TEXT NOT NULL, gesture TEXT NOT NULL, seen TEXT NOT NULL,
    PRIMARY KEY ("table", "row", field, author)
) STRICT;
CREATE TABLE picture (
    sha TEXT PRIMARY KEY NOT NULL, source_sha TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    screen BLOB NOT NULL, print BLOB NOT NULL, thumbnail BLOB NOT NULL
) STRICT;
CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value ANY) STRICT;
"""
"""What merges, and the file's own facts (`meta`: origin, state_version). Times are UTC to the microsecond."""

STATE = """
CREATE TABLE project (
    id TEXT PRIMARY KEY NOT NULL, "key" TEXT, title TEXT, disclaimer TEXT, profile TEXT,
    cover_title TEXT, holder TEXT, fund TEXT, requested INTEGER, date TEXT, version TEXT, contact TEXT,
    start TEXT, "end" TEXT, siret TEXT, vat TEXT, profile_toml TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE canvas_type (
    id TEXT PRIMARY KEY NOT NULL, name TEXT, sha TEXT, toml TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE canvas (
    id TEXT PRIMARY KEY NOT NULL, type TEXT, type_row TEXT, "key" TEXT, place TEXT, author_table TEXT,
    "view" TEXT, votes_veiled INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE phase (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, label TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE step (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, phase TEXT, label TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE lane (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, zone TEXT, label TEXT, place TEXT, folded INTEGER,
    hidden INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, zone TEXT, step TEXT, line TEXT, place TEXT, text TEXT,
    evidence TEXT, source TEXT, voice TEXT, author_table TEXT, facilitator_note TEXT, tag TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE answer (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, step TEXT, line TEXT, zone TEXT, part TEXT, value ANY
) STRICT, WITHOUT ROWID;
CREATE TABLE line (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, zone TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE link (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, source TEXT, zone TEXT, target TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE vote (
    id TEXT PRIMARY KEY NOT NULL, note TEXT, voter TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE photo (
    id TEXT PRIMARY KEY NOT NULL, canvas TEXT, zone TEXT, step TEXT, place TEXT, picture TEXT,
    file TEXT, alt TEXT, caption TEXT, person TEXT, consent TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE expense (
    id TEXT PRIMARY KEY NOT NULL, label TEXT, kind TEXT, titre TEXT, programme TEXT, etpt TEXT,
    comment TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE expense_year (
    id TEXT PRIMARY KEY NOT NULL, expense TEXT, year INTEGER, amount INTEGER, ae INTEGER, cp INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE resource (
    id TEXT PRIMARY KEY NOT NULL, label TEXT, amount INTEGER, status TEXT, evidence TEXT,
    target INTEGER, own INTEGER, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE in_kind (
    id TEXT PRIMARY KEY NOT NULL, side TEXT, label TEXT, amount INTEGER, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE indicator (
    id TEXT PRIMARY KEY NOT NULL, label TEXT, kind TEXT, baseline TEXT, target TEXT, unit TEXT,
    date TEXT, source TEXT, owner TEXT, place TEXT, reached TEXT, reached_on TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE milestone (
    id TEXT PRIMARY KEY NOT NULL, label TEXT, date TEXT, owner TEXT, deliverable TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE role (
    id TEXT PRIMARY KEY NOT NULL, role TEXT, who TEXT, contact TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE risk (
    id TEXT PRIMARY KEY NOT NULL, label TEXT, p INTEGER, g INTEGER, answer TEXT, owner TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE gain (
    id TEXT PRIMARY KEY NOT NULL, label TEXT, per_year TEXT, unit TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL, label TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE section (
    id TEXT PRIMARY KEY NOT NULL, text TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE acronym (
    id TEXT PRIMARY KEY NOT NULL, meaning TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE kept (
    id TEXT PRIMARY KEY NOT NULL, section TEXT, kind TEXT, words TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE follow_up (
    id TEXT PRIMARY KEY NOT NULL, kind TEXT, date TEXT, office TEXT, reference TEXT, said TEXT,
    deadline TEXT, answered TEXT, amount INTEGER, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
    id TEXT PRIMARY KEY NOT NULL, at TEXT, what TEXT, form TEXT, final INTEGER, file TEXT, sha TEXT,
    pages INTEGER, profile TEXT, asked TEXT, parts TEXT, name TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE version_part (
    id TEXT PRIMARY KEY NOT NULL, json TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE aside (
    id TEXT PRIMARY KEY NOT NULL, owner TEXT, name TEXT, json TEXT
) STRICT, WITHOUT ROWID;
"""
"""Living rows only, so that count(*) tells the truth. Amounts in cents, decimals as text, dates ISO."""

VIEWS = """
CREATE VIEW persona AS
    SELECT c.id, c."key", c.place, a.value AS name, c.author_table
    FROM canvas c LEFT JOIN answer a ON a.id = c.id || '/name' WHERE c.type = 'persona';
CREATE VIEW journey AS
    SELECT c.id, c."key", c.place, a.value AS title, c.author_table
    FROM canvas c LEFT JOIN answer a ON a.id = c.id || '/title' WHERE c.type = 'journey';
CREATE VIEW workshop AS
    SELECT c.id, c."key", c.place, a.value AS title, c.author_table
    FROM canvas c LEFT JOIN answer a ON a.id = c.id || '/title' WHERE c.type = 'workshop';
CREATE VIEW prototype AS
    SELECT c.id, c."key", c.place, a.value AS name, c.author_table
    FROM canvas c LEFT JOIN answer a ON a.id = c.id || '/name' WHERE c.type = 'prototype';
CREATE VIEW problem AS
    SELECT c.id, c."key", c.place, c.author_table FROM canvas c WHERE c.type = 'problem';
CREATE VIEW journey_note AS
    SELECT j.title AS journey, p.label AS phase, s.label AS step, n.zone AS lane, n.text, n.evidence, n.voice,
        (SELECT count(*) FROM vote v WHERE v.note = n.id) AS votes
    FROM note n JOIN journey j ON j.id = n.canvas
        LEFT JOIN step s ON s.id = n.step LEFT JOIN phase p ON p.id = s.phase
    ORDER BY j.place, j.id, p.place, s.place, n.zone, n.place;
"""
"""For people who read the file without LabDesk; LabDesk itself never reads them."""


def lay_history(connection: sqlite3.Connection, origin: str | None = None) -> None:
    """The tables that merge, in an empty file; `origin` is the file's identity, random when none is given."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    _run(connection, HISTORY)
    connection.execute("INSERT INTO meta VALUES ('origin', ?)", (origin or os.urandom(16).hex(),))


def lay_lean_history(connection: sqlite3.Connection, origin: str) -> None:
    """The same for a working copy, without the index that only undo asks: it reads what is recent."""
    lay_history(connection, origin)
    connection.execute("DROP INDEX change_gesture")


def lay_state(connection: sqlite3.Connection) -> None:
    """The readable tables and views of this version, empty."""
    _run(connection, STATE)
    _run(connection, VIEWS)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('state_version', ?)", (STATE_VERSION,))


def _run(connection: sqlite3.Connection, script: str) -> None:
    # Not executescript: it would commit the transaction that is under way.
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> list[str]:
    return [statement.strip() for statement in script.split(";\n") if statement.strip()]


@cache
def as_written() -> frozenset[tuple[str, str, str]]:
    """Kind, name and words of all that this version lays in a file: the rows of `sqlite_schema`, in which
    SQLite keeps a statement to the letter."""
    laid = set()
    for words in _statements(HISTORY + STATE + VIEWS):
        if found := re.match(r'CREATE (\w+) "?(\w+)', words):
            laid.add((found[1].lower(), found[2], words))
    return frozenset(laid)


@cache
def history_tables() -> tuple[str, ...]:
    """The names of the tables that merge, in the order of the SQL."""
    return tuple(re.findall(r"^CREATE TABLE (\w+)", HISTORY, re.MULTILINE))


@cache
def state_tables() -> tuple[str, ...]:
    """The names of the readable tables, in the order of the SQL."""
    return tuple(re.findall(r"^CREATE TABLE (\w+)", STATE, re.MULTILINE))
