"""The check beside the window: a damage is told, a sound file is never called damaged."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from labdesk.store import checkup
from labdesk.store.session import Session
from tests.store.samples import note, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of thirty notes; tries follow at once."""
    monkeypatch.setattr(checkup, "PAUSE", 0.05)
    path = tmp_path / "Projet.labdesk"
    session = Session.create(path)
    for number in range(30):
        session.do(note(f"n{number}", f"Note {number}"))
    session.close()
    return path


def test_a_sound_file_is_sound_and_stays_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    assert checkup.sound(path)
    assert path.read_bytes() == before


def test_a_damage_gives_the_exit_code_that_the_window_waits_for(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE gesture SET label = 'autre' WHERE rowid = 3")
    raw.close()
    program = "import sys; sys.modules['PySide6'] = None\nfrom labdesk.__main__ import main\nsys.exit(main())"
    done = subprocess.run([sys.executable, "-c", program, "--checkup", str(path)], cwd=ROOT)
    assert done.returncode == checkup.DAMAGED


def test_a_text_that_cannot_be_read_is_a_damage(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE change SET value = CAST(x'ff41' AS TEXT) WHERE field = 'text'")
    raw.close()
    assert not checkup.sound(path)


def test_a_file_that_is_written_without_rest_is_never_called_damaged(path: Path) -> None:
    session = Session.open(path)
    over = threading.Event()

    def type_on() -> None:
        turn = 0
        while not over.is_set():
            session.do(write(f"n{turn % 30}", f"Autre {turn}"))
            turn += 1
            over.wait(0.005)

    hands = threading.Thread(target=type_on)
    hands.start()
    try:
        assert all(checkup.sound(path) for _turn in range(6))
    finally:
        over.set()
        hands.join()
        session.close()


def test_a_write_under_way_or_a_file_that_left_is_no_damage(path: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"")
    assert checkup.sound(path)
    journal.unlink()
    path.unlink()
    assert checkup.sound(path)
