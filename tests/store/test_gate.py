"""The gate: a file that LabDesk wrote is known at a glance, another is looked at thing by thing."""

import sqlite3
from pathlib import Path

import pytest

from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Gesture, born
from labdesk.errors import Refusal
from labdesk.store.gate import CURRENT, examine
from labdesk.store.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "carte.labdesk"
    Session.create(written, first=Gesture("Nouveau", born("project", PROJECT_ID, title="Carte"))).close()
    return written


def asked_of(path: Path) -> list[str]:
    """The questions the gate puts to SQLite about a file that it admits as ours."""
    asked: list[str] = []
    connection = sqlite3.connect(path)
    connection.set_trace_callback(asked.append)
    assert examine(connection, path) == CURRENT
    connection.close()
    return asked


def test_a_file_that_labdesk_wrote_is_known_at_a_glance(path: Path) -> None:
    assert not [question for question in asked_of(path) if "xinfo" in question]


def test_the_same_tables_in_other_words_are_looked_at_and_admitted(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP INDEX change_gesture")
        connection.execute("CREATE INDEX change_gesture ON change ( gesture )")
    connection.close()
    assert [question for question in asked_of(path) if "xinfo" in question]


@pytest.mark.parametrize(
    "spoiling",
    [
        "CREATE TABLE extra (id TEXT)",
        "CREATE TRIGGER quiet AFTER INSERT ON change BEGIN DELETE FROM change; END",
        "DROP INDEX change_gesture",
        "DROP VIEW journey_note",
        "CREATE VIRTUAL TABLE extra USING fts5(words)",
    ],
)
def test_one_thing_more_or_less_is_refused(path: Path, spoiling: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(spoiling)
    connection.commit()
    with pytest.raises(Refusal, match="que LabDesk n’y met pas"):
        examine(connection, path)
    connection.close()


def test_a_thing_under_the_words_of_another_is_no_project_of_ours(path: Path) -> None:
    """The list of what is in the file was edited by hand: a table of ours stands nowhere."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'draft'")
    connection.commit()
    connection.close()
    connection = sqlite3.connect(path)
    with pytest.raises(Refusal):
        examine(connection, path)
    connection.close()
