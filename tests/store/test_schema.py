"""The SQL of format 1 is literal and says what the entities declare; any reader understands it."""

import re
import sqlite3
from pathlib import Path

from labdesk.domain.entities import FIELDS
from labdesk.domain.gesture import Gesture, born
from labdesk.store import schema
from labdesk.store.connection import in_memory
from labdesk.store.project_file import ProjectFile
from labdesk.store.state import LIVING
from tests.store.samples import ANNE, note


def test_the_literal_tables_are_those_the_entities_declare() -> None:
    connection = in_memory()
    schema.lay_history(connection)
    schema.lay_state(connection)
    declared = {
        table: [("id", "TEXT", 1, 1)] + [(f.name, f.sql, 0, 0) for f in fields.values()]
        for table, fields in FIELDS.items()
    }
    laid = {
        table: connection.execute(
            'SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?)', (table,)
        ).fetchall()
        for table in schema.state_tables()
    }
    assert laid == declared
    strict = dict(connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
    assert all(strict[table] for table in (*schema.state_tables(), *schema.history_tables()))
    connection.close()


def test_no_field_has_the_name_that_tells_birth_and_removal() -> None:
    assert all(LIVING not in fields for fields in FIELDS.values())


def test_every_name_is_one_that_a_change_may_carry() -> None:
    names = {*FIELDS, *(field for fields in FIELDS.values() for field in fields), LIVING}
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]{0,63}", name)] == []


def test_the_file_can_be_read_without_labdesk(tmp_path: Path) -> None:
    path = tmp_path / "x.labdesk"
    file = ProjectFile.create(path, ANNE)
    file.do(note("n1", "Trop long").and_then(note("n2", "Bien")))
    file.do(
        Gesture(
            "Persona",
            born("canvas", "p1", type="persona")
            + born("answer", "p1/name", canvas="p1", zone="name", value="Salima"),
        )
    )
    file.close()
    reader = sqlite3.connect(path)
    assert reader.execute("SELECT count(*) FROM note").fetchone() == (2,)
    assert reader.execute("SELECT id, name FROM persona").fetchall() == [("p1", "Salima")]
    assert reader.execute("PRAGMA application_id").fetchone() == (0x4C616244,)
    for view in ("journey", "workshop", "prototype", "problem", "journey_note"):
        assert reader.execute(f"SELECT * FROM {view}").fetchall() == []
    reader.close()
