"""Readable tables of another version are laid out again at the first write; the history is never touched."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from labdesk.domain.commands.follow_up import add_event
from labdesk.domain.commands.notes import veil_votes
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.store import backups, schema
from labdesk.store.project_file import ProjectFile
from labdesk.store.safety import check
from tests.store.samples import ANNE, note, write

ANOTHER_LAYOUT = """
DROP VIEW persona; DROP TABLE risk; DROP TABLE note;
CREATE TABLE note (id TEXT PRIMARY KEY NOT NULL, words TEXT) STRICT;
CREATE TABLE weather (id TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE VIEW sunny AS SELECT * FROM weather;
"""


@pytest.fixture(params=[0, 2, 9])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file whose readable tables an older or a newer version laid out."""
    path = tmp_path / "x.labdesk"
    file = ProjectFile.create(path, ANNE)
    file.do(note("n1", "un"))
    file.close()
    raw = sqlite3.connect(path)
    raw.executescript(ANOTHER_LAYOUT)
    raw.execute("UPDATE meta SET value = ? WHERE name = 'state_version'", (request.param,))
    raw.commit()
    raw.close()
    return path


def test_opening_shows_everything_and_changes_nothing(other: Path) -> None:
    before = other.read_bytes()
    file = ProjectFile.open(other, ANNE)
    assert not file.current
    assert file.project.note["n1"].text == "un"
    assert file.working_copy().project.note["n1"].text == "un"
    file.close()
    assert check(other).sound
    assert other.read_bytes() == before


def test_the_first_write_backs_up_and_lays_the_tables_out_again(other: Path) -> None:
    file = ProjectFile.open(other, ANNE)
    history = file.rows()
    file.do(write("n1", "deux"))
    assert file.current
    assert set(file.rows().changes) > set(history.changes)
    assert len(backups.listed(file.origin)) == 1
    file.close()
    assert check(other).sound
    raw = sqlite3.connect(other)
    assert raw.execute("SELECT text FROM note").fetchall() == [("deux",)]
    assert raw.execute("SELECT name FROM sqlite_schema WHERE name IN ('weather', 'sunny')").fetchall() == []
    assert raw.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall() == [
        ("labdesk-state", f"state_{schema.STATE_VERSION}")
    ]
    raw.close()


def test_a_file_that_went_through_another_version_since_is_laid_out_once_more(other: Path) -> None:
    for words in ("deux", "trois"):
        file = ProjectFile.open(other, ANNE)
        file.do(write("n1", words))
        file.close()
        raw = sqlite3.connect(other)
        raw.executescript("DROP TABLE gain; UPDATE meta SET value = 7 WHERE name = 'state_version'")
        raw.close()
    file = ProjectFile.open(other, ANNE)
    assert file.project.note["n1"].text == "trois"
    file.close()


def test_a_refused_write_leaves_the_other_layout_as_it_was(other: Path) -> None:
    from labdesk.errors import Refusal

    before = other.read_bytes()
    file = ProjectFile.open(other, ANNE)
    with pytest.raises(Refusal):
        file.do(write("n1", "x" * 2001))
    assert not file.current
    file.close()
    assert other.read_bytes() == before


def test_a_file_of_the_first_layout_opens_and_learns_that_dots_can_be_hidden(tmp_path: Path) -> None:
    path = tmp_path / "x.labdesk"
    file = ProjectFile.create(path, ANNE)
    file.do(Gesture("Créer", born("canvas", "c1", type="journey")))
    file.close()
    raw = sqlite3.connect(path)
    raw.execute("ALTER TABLE canvas DROP COLUMN votes_veiled")
    raw.execute("UPDATE meta SET value = 1 WHERE name = 'state_version'")
    raw.commit()
    raw.close()
    file = ProjectFile.open(path, ANNE)
    assert file.project.votes_veiled("c1") is False
    file.do(veil_votes(file.project, "c1", True))
    assert file.project.votes_veiled("c1") is True
    file.close()
    reopened = ProjectFile.open(path, ANNE)
    assert reopened.project.votes_veiled("c1") is True
    reopened.close()


def test_a_file_of_the_second_layout_opens_and_learns_what_follows_a_deposit(tmp_path: Path) -> None:
    path = tmp_path / "x.labdesk"
    file = ProjectFile.create(path, ANNE)
    file.do(Gesture("Créer", born("indicator", "i1", label="Délai", target="25")))
    file.close()
    raw = sqlite3.connect(path)
    for statement in (
        "ALTER TABLE indicator DROP COLUMN reached",
        "ALTER TABLE indicator DROP COLUMN reached_on",
        "DROP TABLE follow_up",
        "DROP TABLE version",
        "DROP TABLE version_part",
        "UPDATE meta SET value = 2 WHERE name = 'state_version'",
    ):
        raw.execute(statement)
    raw.commit()
    raw.close()
    before = path.read_bytes()
    file = ProjectFile.open(path, ANNE)
    assert (dict(file.project.follow_up), file.project.indicator["i1"].reached) == ({}, None)
    assert path.read_bytes() == before
    file.do(add_event(file.project, "deposited", date(2027, 3, 12))[1])
    file.do(Gesture("Mesurer", (Edit("indicator", "i1", "reached", "40"),)))
    file.close()
    reopened = ProjectFile.open(path, ANNE)
    assert [row.kind for row in reopened.project.follow_up.values()] == ["deposited"]
    assert reopened.project.indicator["i1"].reached == "40"
    reopened.close()
    assert check(path).sound
