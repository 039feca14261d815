"""A cable that really comes off, on an X display: ten times, with screens swapped, with a frozen picture."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.stage.cables import CYCLES

ROOT = Path(__file__).parents[3]


@pytest.mark.screen
def test_the_cable_comes_off_ten_times_and_the_picture_comes_back(needs: Callable[..., None]) -> None:
    needs("Xvfb", "openbox")
    wide = ["-screen", "0", "3286x1080x24", "-nolisten", "tcp", "-displayfd", "1"]
    with subprocess.Popen(["Xvfb", *wide], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().decode().strip()}"
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL) as manager:
            try:
                program = [sys.executable, "-m", "tests.ui.stage.cables"]
                done = subprocess.run(program, cwd=ROOT, env=env, capture_output=True, text=True, timeout=90)
            finally:
                manager.terminate()
                server.terminate()
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    cycles = found.pop("cycles")
    assert cycles == [{"off": True, "on": True, "same windows and lens": True, "timer runs": True}] * CYCLES
    assert found == dict.fromkeys(found, True)
