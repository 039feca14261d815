"""A medium, or another program, that does not do what one asks: what was there stays, and people are told."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from labdesk.errors import Refusal
from labdesk.store.project_file import ProjectFile
from labdesk.store.safety import check
from labdesk.store.session import Session
from tests.faults.conftest import NAME
from tests.store.samples import ANNE, note, write


def test_a_file_on_a_protected_medium_is_read(path: Path) -> None:
    """Root may write anywhere: the test gives its rights up in a child process."""
    program = (
        "import os, sys, urllib.parse; from pathlib import Path; from labdesk.store.session import Session\n"
        "from labdesk.domain.gesture import Gesture, Removal; from labdesk.errors import Refusal\n"
        "if os.getuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "session = Session.open(Path(sys.argv[1]), 'a' * 16)\n"
        "print(session.project.note['n1'].text, session.notice)\n"
        "try: session.do(Gesture('', (Removal('note', 'n1'),)))\n"
        "except Refusal as refusal: print('refus', refusal.sentence)\n"
    )
    with TemporaryDirectory() as folder:
        medium = Path(folder) / NAME
        shutil.copyfile(path, medium)
        medium.chmod(0o444)
        Path(folder).chmod(0o555)
        run = [sys.executable, "-c", program, str(medium)]
        done = subprocess.run(run, capture_output=True, text=True, check=False)
        Path(folder).chmod(0o755)
        assert medium.read_bytes() == path.read_bytes()
    assert done.stderr == ""
    shown, refused = done.stdout.splitlines()
    assert shown.startswith("un ")
    assert "lecture seule" in shown
    assert refused.startswith("refus ")


def test_a_full_disk_keeps_what_was_there_and_says_so(path: Path) -> None:
    file = ProjectFile.open(path, ANNE)
    file._connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size: no page more
    before = path.read_bytes()
    sentence = ""
    for number in range(200):
        try:
            file.do(note(f"m{number}", "y" * 2000))
        except Refusal as refusal:
            sentence = refusal.sentence
            break
        before = path.read_bytes()
    assert "Plus de place" in sentence
    assert NAME in sentence
    assert path.read_bytes() == before
    assert "n1" in file.project.note
    file.close()
    file = ProjectFile.open(path, ANNE)
    assert file.do(note("encore", "de la place"))
    file.close()


def test_another_program_that_holds_the_file_only_delays_the_saving(path: Path) -> None:
    session = Session.open(path, ANNE)
    session.flush()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    session.do(write("n1", "deux"))
    assert not session.flush(0.2)
    other.execute("COMMIT")
    other.close()
    assert session.flush(20) or session.flush(20)
    session.close()
    file = ProjectFile.open(path, ANNE)
    assert file.project.note["n1"].text == "deux"
    file.close()


def test_a_file_that_another_tool_switched_to_wal_is_brought_back_to_one_file(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.close()
    file = ProjectFile.open(path, ANNE)
    file.do(write("n1", "deux"))
    file.close()
    assert [found.name for found in path.parent.iterdir()] == [NAME]
    assert path.read_bytes()[18:20] == b"\1\1"


def test_a_write_cut_short_by_a_dead_laptop_is_taken_back_before_reading(path: Path) -> None:
    file = ProjectFile.open(path, ANNE)
    for number in range(100):
        file.do(note(f"m{number}", "x" * 2000))
    file._connection.execute("PRAGMA cache_size = 5")
    file._connection.execute("BEGIN IMMEDIATE")
    file._connection.execute("UPDATE change SET salt = salt || 'f'")
    dead = path.with_name("mort.labdesk")
    shutil.copyfile(path, dead)
    shutil.copyfile(f"{path}-journal", f"{dead}-journal")
    file._connection.execute("ROLLBACK")
    file.close()
    with closing(ProjectFile.open(dead, ANNE, read_only=True)) as found:
        assert len(found.project.note) == 102
    assert check(dead).sound
