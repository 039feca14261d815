"""The working copy holds each thing once, and does all that its file does."""

from pathlib import Path

import pytest

from labdesk.store import schema
from labdesk.store.connection import CACHE
from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE, note, remove, write


@pytest.fixture
def file(tmp_path: Path) -> ProjectFile:
    """Two notes, of which one was written again and one removed."""
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    for gesture in (note("n1", "un"), note("n2", "deux"), write("n1", "autre"), remove("n2")):
        file.do(gesture)
    return file


def test_the_snapshot_is_not_told_again_by_tables_in_memory(file: ProjectFile) -> None:
    copy = file.working_copy()
    there = {name for (name,) in copy._connection.execute("SELECT name FROM sqlite_schema")}
    assert there & {*schema.state_tables(), "change_gesture"} == set()
    assert copy.project == file.project


def test_undo_in_memory_goes_back_through_what_was_done_on_another_day(file: ProjectFile) -> None:
    copy = file.working_copy()
    copy.do(write("n1", "du jour"))
    for shown in ({"n1": "autre"}, {"n1": "autre", "n2": "deux"}, {"n1": "un", "n2": "deux"}):
        done = copy.undo()
        assert done is not None
        file.absorb(done.rows)
        assert {row: it.text for row, it in copy.project.note.items()} == shown
    assert file.project.note == copy.project.note
    while copy.redo():
        pass
    assert {row: it.text for row, it in copy.project.note.items()} == {"n1": "du jour"}


def test_a_merge_into_memory_finds_the_rows_that_waited_for_their_gesture(file: ProjectFile) -> None:
    rows = file.rows()
    empty = ProjectFile.create(file.path.with_name("y.labdesk"), ANNE, file.origin)  # type: ignore[union-attr]
    copy = empty.working_copy()
    copy.absorb(type(rows)(changes=rows.changes))
    copy.absorb(type(rows)(gestures=rows.gestures))
    assert copy.project == file.project


def test_what_many_notes_say_is_in_memory_once(file: ProjectFile) -> None:
    file.do(note("n3", "trois"))
    notes = list(file.working_copy().project.note.values())
    assert len(notes) == 2
    assert notes[0].canvas is notes[1].canvas


def test_a_connection_to_a_file_keeps_few_pages(file: ProjectFile) -> None:
    assert file._connection.execute("PRAGMA cache_size").fetchone() == (CACHE,)
    assert file.path is not None
    again = ProjectFile.open(file.path, ANNE, read_only=True)
    assert again._connection.execute("PRAGMA cache_size").fetchone() == (CACHE,)
    again.close()
