"""A morning of projection: clicker, edits, the running order and timers, and memory that stays flat."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FLAT = 1.05


def session(minutes: int) -> dict[str, Any]:
    """So many simulated minutes in a process of their own: MB kept after ten of them, and at the end."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LABDESK"))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.stage.session", str(minutes)],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_half_an_hour_of_projection_keeps_no_more_memory_than_ten_minutes_did() -> None:
    told = session(26)
    assert told["live"]
    assert told["end"] <= told["ten_minutes"] * FLAT


@pytest.mark.torture
def test_three_hours_of_projection_keep_no_more_memory_than_ten_minutes_did() -> None:
    told = session(180)
    assert told["live"]
    assert told["end"] <= told["ten_minutes"] * FLAT
