"""A project is written by one window of this laptop; a window that died keeps nobody out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from labdesk.errors import Refusal
from labdesk.store.hold import held
from labdesk.store.session import Session
from tests.store.samples import note

ROOT = Path(__file__).parents[2]
WINDOW = (
    "import sys\n"
    "from pathlib import Path\n"
    "from labdesk.store.session import Session\n"
    "session = Session.open_alone(Path(sys.argv[1]))\n"
    "print(session.read_only, flush=True)\n"
    "sys.stdin.read()\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with a note."""
    path = tmp_path / "Projet.labdesk"
    Session.create(path, first=note("n1", "un")).close()
    return path


def another_window(path: Path) -> subprocess.Popen[str]:
    """A process that opened the project."""
    command = [sys.executable, "-c", WINDOW, str(path)]
    return subprocess.Popen(
        command, cwd=ROOT, env=dict(os.environ), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_a_second_window_only_reads_and_says_why(path: Path) -> None:
    with another_window(path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "False\n"
        second = Session.open_alone(path)
        assert second.read_only
        assert "autre fenêtre" in (second.notice or "")
        assert second.project.note["n1"].text == "un"
        with pytest.raises(Refusal, match="autre fenêtre"):
            second.do(note("n2", "deux"))
        second.close()
        first.communicate("")
    third = Session.open_alone(path)
    assert not third.read_only
    third.close()


def test_a_window_that_was_killed_keeps_nobody_out(path: Path) -> None:
    with another_window(path) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.kill()
        first.wait()
    session = Session.open_alone(path)
    assert not session.read_only
    session.close()


def test_the_same_file_by_another_way_is_the_same_project(path: Path, tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    first = Session.open_alone(path)
    second = Session.open_alone(tmp_path / "dossier" / ".." / path.name)
    assert second.read_only
    second.close()
    first.close()


def test_commands_and_gatherings_are_not_kept_out(path: Path) -> None:
    window = Session.open_alone(path)
    command = Session.open(path)
    assert not command.read_only
    command.do(note("n2", "deux"))
    command.close()
    window.close()


def test_nothing_is_written_beside_the_document_and_nothing_stays(path: Path, own_data_folder: Path) -> None:
    session = Session.open_alone(path)
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert len(list((own_data_folder / "ouverts").iterdir())) == 1
    session.close()
    assert list((own_data_folder / "ouverts").iterdir()) == []


def test_what_is_no_project_is_refused_and_holds_nothing(tmp_path: Path) -> None:
    false = tmp_path / "faux.labdesk"
    false.write_bytes(b"bonjour")
    with pytest.raises(Refusal):
        Session.open_alone(false)
    hold = held(false)
    assert hold is not None
    hold.let_go()


def test_a_laptop_that_cannot_lock_opens_all_the_same(path: Path, own_data_folder: Path) -> None:
    (own_data_folder / "ouverts").write_text("un fichier à la place du dossier")
    session = Session.open_alone(path)
    assert not session.read_only
    session.close()
