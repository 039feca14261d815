"""The writer's thread never stops saving, whatever goes wrong, and says what it does."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from labdesk.store.mirror import left_behind, named
from labdesk.store.parcel import Parcel
from labdesk.store.project_file import ProjectFile
from labdesk.store.writer import SaveState, Writer
from tests.store.samples import ANNE, note


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ProjectFile:
    """The writer tries again soon, so that the tests need not wait."""
    monkeypatch.setattr("labdesk.store.writer.RETRY", 0.1)
    return ProjectFile.create(tmp_path / "Projet.labdesk", ANNE)


@pytest.fixture
def memory(document: ProjectFile) -> Iterator[ProjectFile]:
    """The window's working copy."""
    copy = document.working_copy()
    yield copy
    copy.close()


def test_a_bug_in_a_chore_is_reported_and_the_saving_goes_on(
    document: ProjectFile, memory: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))

    def broken(_document: ProjectFile) -> None:
        raise ZeroDivisionError

    writer = Writer(document, Parcel, lambda state: None, broken)
    writer.send(Parcel(memory.do(note("n1", "un")).rows))
    assert writer.flush()
    writer.close()
    assert set(reported) == {ZeroDivisionError}
    found = ProjectFile.open(document.path or Path(), ANNE, read_only=True)
    assert "n1" in found.project.note
    found.close()


def test_a_listener_that_fails_loses_nothing_either(
    document: ProjectFile, memory: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))

    def deaf(_state: SaveState) -> None:
        raise RuntimeError

    writer = Writer(document, lambda: Parcel(memory.rows()), deaf, lambda document: None)
    writer.send(Parcel(memory.do(note("n1", "un")).rows))
    assert writer.flush()
    writer.send(Parcel(memory.do(note("n2", "deux")).rows))
    assert writer.flush()
    writer.close()
    assert set(reported) == {RuntimeError}
    found = ProjectFile.open(document.path or Path(), ANNE, read_only=True)
    assert set(found.project.note) == {"n1", "n2"}
    found.close()


def test_when_nothing_can_be_written_anywhere_it_says_to_stay_open(
    document: ProjectFile, memory: ProjectFile, own_data_folder: Path
) -> None:
    told: list[SaveState] = []
    (own_data_folder / "miroirs").write_text("un fichier à la place du dossier")
    path = document.path or Path()
    writer = Writer(document, lambda: Parcel(memory.rows()), told.append, lambda document: None)
    away = path.with_name("ailleurs.labdesk")
    path.rename(away)
    writer.send(Parcel(memory.do(note("n1", "un")).rows))
    assert not writer.flush()
    assert "gardez LabDesk ouvert" in (told[-1].trouble or "")
    assert told[-1].pending == 1
    (own_data_folder / "miroirs").unlink()
    writer.send(Parcel(memory.do(note("n2", "deux")).rows))
    assert not writer.flush()
    (mirror,) = left_behind(document.origin)
    with closing(ProjectFile.open(mirror, ANNE, read_only=True)) as held:
        assert set(held.project.note) == {"n1", "n2"}
    away.rename(path)
    until = time.monotonic() + 10
    while writer.state.trouble and time.monotonic() < until:
        time.sleep(0.05)
    assert writer.state == SaveState(writer.state.at, 0, None)
    writer.close()


def test_closing_tries_the_document_once_more(document: ProjectFile, memory: ProjectFile) -> None:
    path = document.path or Path()
    writer = Writer(document, lambda: Parcel(memory.rows()), lambda state: None, lambda document: None)
    away = path.with_name("ailleurs.labdesk")
    path.rename(away)
    writer.send(Parcel(memory.do(note("n1", "un")).rows))
    assert not writer.flush()
    away.rename(path)
    writer.close()
    assert list(left_behind(document.origin)) == []
    with closing(ProjectFile.open(path, ANNE, read_only=True)) as found:
        assert "n1" in found.project.note


def test_another_project_in_its_place_is_left_alone(document: ProjectFile, memory: ProjectFile) -> None:
    told: list[SaveState] = []
    path = document.path or Path()
    writer = Writer(document, lambda: Parcel(memory.rows()), told.append, lambda document: None)
    path.rename(path.with_name("ailleurs.labdesk"))
    ProjectFile.create(path, ANNE).close()
    before = path.read_bytes()
    writer.send(Parcel(memory.do(note("n1", "un")).rows))
    assert not writer.flush()
    time.sleep(0.4)
    assert "Un autre projet" in (writer.state.trouble or "")
    writer.close()
    assert path.read_bytes() == before


def test_a_document_that_opens_but_cannot_be_written_is_owed_no_more_at_each_try(
    document: ProjectFile, memory: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labdesk.store.connection.BUSY", 0.01)
    path = document.path or Path()
    asked: list[int] = []
    told: list[SaveState] = []

    def everything() -> Parcel:
        asked.append(1)
        return Parcel(memory.rows())

    writer = Writer(document, everything, told.append, lambda document: None)
    for number in range(20):
        writer.send(Parcel(memory.do(note(f"n{number}", "déjà là")).rows))
    assert writer.flush()
    away = path.with_name("ailleurs.labdesk")
    path.rename(away)
    writer.send(Parcel(memory.do(note("n20", "un")).rows))
    assert not writer.flush()
    reader = sqlite3.connect(away, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM note").fetchone()
    away.rename(path)
    until = time.monotonic() + 10
    while sum(state.trouble is not None for state in told) < 5 and time.monotonic() < until:
        time.sleep(0.05)
    assert len(asked) == 1  # by the mirror
    assert sum(state.trouble is not None for state in told) >= 5
    assert {state.pending for state in told if state.trouble} == {1}
    reader.close()
    writer.close()
    with closing(ProjectFile.open(path, ANNE, read_only=True)) as found:
        assert "n20" in found.project.note


def test_a_mirror_that_another_window_holds_is_left_to_it(document: ProjectFile, memory: ProjectFile) -> None:
    path = document.path or Path()
    taken = named(document.origin, path)
    taken.parent.mkdir(parents=True)
    ProjectFile.create(taken, ANNE, document.origin).close()
    other = sqlite3.connect(taken, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    writer = Writer(document, lambda: Parcel(memory.rows()), lambda state: None, lambda document: None)
    path.rename(path.with_name("ailleurs.labdesk"))
    writer.send(Parcel(memory.do(note("n1", "un")).rows))
    assert not writer.flush()
    writer.close()
    other.execute("COMMIT")
    other.close()
    held = set()
    for mirror in left_behind(document.origin):
        with closing(ProjectFile.open(mirror, ANNE, read_only=True)) as file:
            held |= set(file.project.note)
    assert taken.exists()
    assert held == {"n1"}


def test_gestures_that_a_mirror_holds_are_not_adrift_and_those_held_nowhere_are_counted(
    document: ProjectFile, memory: ProjectFile, own_data_folder: Path
) -> None:
    path = document.path or Path()
    writer = Writer(document, lambda: Parcel(memory.rows()), lambda state: None, lambda document: None)
    writer.send(Parcel(memory.do(note("n1", "un")).rows))
    assert writer.adrift() == 0
    away = path.with_name("ailleurs.labdesk")
    path.rename(away)
    writer.send(Parcel(memory.do(note("n2", "deux")).rows))
    assert writer.adrift() == 0
    assert not writer.flush()
    for mirror in left_behind(document.origin):
        mirror.unlink()
    (own_data_folder / "miroirs").rmdir()
    (own_data_folder / "miroirs").write_text("un fichier à la place du dossier")
    writer.send(Parcel(memory.do(note("n3", "trois")).rows))
    assert writer.adrift() == 2
    away.rename(path)
    assert writer.adrift() == 0
    writer.close()


def test_a_gesture_that_was_written_in_several_turns_is_one_that_waits(
    document: ProjectFile, memory: ProjectFile, own_data_folder: Path
) -> None:
    (own_data_folder / "miroirs").write_text("un fichier à la place du dossier")
    path = document.path or Path()
    writer = Writer(document, lambda: Parcel(memory.rows()), lambda state: None, lambda document: None)
    away = path.with_name("ailleurs.labdesk")
    path.rename(away)
    for row in ("n1", "n2", "n3"):
        writer.send(Parcel(memory.do(note(row, row), going_on=True).rows))
        assert writer.adrift() == 1
    away.rename(path)
    assert writer.adrift() == 0
    writer.close()
