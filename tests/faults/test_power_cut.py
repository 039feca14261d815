"""The power may go at any moment: what was told to be saved is in the file, and the file is whole."""

import os
import random
from pathlib import Path

import apsw
import pytest

from labdesk.store.connection import connect
from labdesk.store.project_file import ProjectFile
from labdesk.store.safety import check
from tests.faults.power import After, Disk, Tape
from tests.store.samples import ANNE, note, remove, write

NAME = "x.labdesk"
CUTS = 2000 if "LABDESK_TORTURE" in os.environ else 60


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tape, int]:
    """A morning of work as the disk saw it, and where the first gesture begins.

    The statements are those LabDesk itself ran; they are run again on a disk that keeps a tape.
    """
    folder = tmp_path_factory.mktemp("work")
    statements: list[str] = []
    file = ProjectFile.create(folder / NAME, ANNE)
    file.do(note("n0", "au départ"))
    (folder / "before").write_bytes((folder / NAME).read_bytes())
    file._connection.set_trace_callback(statements.append)
    chance = random.Random(7)
    for number in range(1, 25):
        file.do(note(f"n{number}", "y" * chance.randrange(10, 1900)))
        file.do(write(f"n{chance.randrange(number)}", "z" * chance.randrange(10, 900)))
        if number % 6 == 0:
            file.do(remove(f"n{number}"))
            file.undo()
    file.close()
    (folder / "before").replace(folder / NAME)
    return _replayed(folder / NAME, statements)


def _replayed(path: Path, statements: list[str]) -> tuple[Tape, int]:
    tape = Tape()
    disk = Disk("taped", tape)
    connection = apsw.Connection(str(path), vfs="taped", flags=apsw.SQLITE_OPEN_READWRITE)
    with connect(path, "rw") as ours:
        for pragma in ("journal_mode", "synchronous", "secure_delete", "cell_size_check", "mmap_size"):
            (value,) = ours.execute(f"PRAGMA {pragma}").fetchone()
            connection.execute(f"PRAGMA {pragma} = {value}").fetchall()
    ours.close()
    start, saved = len(tape.operations), 1
    for offset in range(0, path.stat().st_size, 4096):
        tape.operations.insert(start, ("write", NAME, offset, path.read_bytes()[offset : offset + 4096]))
        start += 1
    tape.note("sync", NAME)
    start += 1
    for statement in statements:
        connection.execute(statement).fetchall()
        if statement == "COMMIT":
            saved += 1
            tape.note("saved", NAME, saved)
    connection.close()
    assert disk is not None
    return tape, start


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_was_saved_is_lost_and_the_file_opens(
    work: tuple[Tape, int], tmp_path: Path, seed: int
) -> None:
    tape, start = work
    chance = random.Random(seed)
    for _ in range(CUTS // 4):
        after = After(tape, NAME, chance.randrange(start, len(tape.operations) + 1), chance)
        for name in (NAME, f"{NAME}-journal"):
            (tmp_path / name).unlink(missing_ok=True)
        for name, content in after.files.items():
            (tmp_path / name).write_bytes(content)
        file = ProjectFile.open(tmp_path / NAME, ANNE)
        gestures = len(file.rows().gestures)
        file.close()
        assert after.saved <= gestures <= after.saved + 1 or after.saved == 0
        assert check(tmp_path / NAME).sound
