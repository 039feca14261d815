"""The copies of the tables are found on a key, with whose they are, what they bring, and who opened them."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from labdesk.store.found_tables import tables_in
from labdesk.store.seats import Seat
from labdesk.store.session import Session
from labdesk.store.table_copies import prepare
from tests.store.samples import ANNE, BRUNO, note

PREPARED = "2020-03-09T08:10:00+01:00"


def test_a_key_with_the_tables_of_two_projects_gives_those_of_this_one(tmp_path: Path) -> None:
    key, inside = tmp_path / "clé", tmp_path / "clé" / "atelier"
    inside.mkdir(parents=True)
    main = Session.create(tmp_path / "projet.labdesk", ANNE, first=note("n1", "un"))
    other = Session.create(tmp_path / "autre.labdesk", ANNE, first=note("n1", "un"))
    for name in ("Table 10", "Table 2"):
        prepare(main, key / f"{name}.labdesk", Seat(name, PREPARED))
    prepare(main, inside / "Table 3.labdesk", Seat("Table 3", "2999-01-01T00:00:00+00:00"))
    prepare(other, key / "ailleurs.labdesk", Seat("Table 1", PREPARED))
    main.copy_to(key / "copie entière.labdesk")
    (key / "photo.labdesk").write_bytes(b"rien")
    (key / "vide.labdesk").touch()
    with closing(Session.open(key / "Table 2.labdesk", BRUNO)) as copy:
        copy.do(note("n2", "dit", author_table="Table 2"))
    found = tables_in([key, key, tmp_path / "absent"], main.origin, main.path)
    assert [table.name for table in found] == ["Table 2", "Table 3", "Table 10"]
    assert [(table.notes, table.opened) for table in found] == [(1, True), (0, False), (0, True)]
    assert found[0].seat.by == BRUNO
    assert found[0].last is not None
    main.close()
    other.close()


def test_the_copy_of_a_laptop_that_died_while_it_saved_is_seen_too(tmp_path: Path) -> None:
    with closing(Session.create(tmp_path / "projet.labdesk", ANNE, first=note("n1", "un"))) as main:
        path = prepare(main, tmp_path / "Table 1.labdesk", Seat("Table 1", PREPARED))
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("PRAGMA cache_size = 1")
            file.execute("BEGIN IMMEDIATE")
            file.execute("UPDATE change SET salt = hex(zeroblob(9000))")
            dead = tmp_path / "clé" / "Table 1.labdesk"
            dead.parent.mkdir()
            shutil.copyfile(path, dead)
            shutil.copyfile(f"{path}-journal", f"{dead}-journal")
            file.execute("ROLLBACK")
        assert [table.name for table in tables_in([dead.parent], main.origin, main.path)] == ["Table 1"]


def test_a_file_that_would_be_counted_for_ever_is_no_copy(tmp_path: Path) -> None:
    with closing(Session.create(tmp_path / "projet.labdesk", ANNE, first=note("n1", "un"))) as main:
        path = prepare(main, tmp_path / "clé.labdesk", Seat("Table 1", PREPARED))
        with closing(sqlite3.connect(path)) as file:
            file.execute("ALTER TABLE note RENAME TO notes")
            file.execute(
                "CREATE VIEW note AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"
                " SELECT 'Table 1' AS author_table FROM r"
            )
        assert tables_in([tmp_path], main.origin, main.path) == ()
