"""No network card: the whole story again, window and press, with every socket refused."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
STORIES = ("tests/journeys/test_whole_project.py", "tests/journeys/test_projected.py")


def test_the_whole_story_is_told_where_no_socket_can_be_made(tmp_path: Path) -> None:
    guard = {
        "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "journeys" / "refusing"), str(ROOT)]),
        "GUARDED": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    plugins = ["-p", "no:xdist", "-p", "no:cacheprovider", "-p", "tests.journeys.no_network_module"]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plugins, *STORIES],
        cwd=ROOT,
        env={**os.environ, **guard},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout
    assert "network modules: []" in told.stdout
    assert list(tmp_path.glob("asked-*")) == []
    started = [path.read_text("utf-8") for path in tmp_path.glob("guarded-*")]
    assert any("labdesk.ui.press.child" in command for command in started)  # the press was guarded too


def test_the_guard_of_this_test_refuses(tmp_path: Path) -> None:
    guard = {"PYTHONPATH": str(ROOT / "tests" / "journeys" / "refusing"), "GUARDED": str(tmp_path)}
    tried = "import socket, ssl; socket.socket()"
    told = subprocess.run(
        [sys.executable, "-c", tried],
        env={**os.environ, **guard},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "no network here" in told.stderr
    assert len(list(tmp_path.glob("asked-*"))) == 1
