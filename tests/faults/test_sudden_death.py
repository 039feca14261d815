"""A laptop that dies at any moment loses nothing it had said was saved, and never the file."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from labdesk.store.project_file import ProjectFile
from labdesk.store.safety import check
from tests.store.samples import ANNE

TORTURE = "LABDESK_TORTURE" in os.environ
ROOT = Path(__file__).parents[2]


def killed_while_typing(path: Path, seconds: float) -> int:
    """Let the laptop type, kill it, and tell the last note it had said was saved."""
    command = [sys.executable, "-m", "tests.faults.typist", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as laptop:
        assert laptop.stdout is not None
        laptop.stdout.readline()  # the first note is saved: it is at work
        time.sleep(seconds)
        laptop.send_signal(signal.SIGKILL)
        said = laptop.stdout.read().split()
    return int(said[-1]) if said else 0


@pytest.mark.parametrize("seed", range(200 if TORTURE else 3))
def test_every_note_that_was_said_to_be_saved_is_there(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "x.labdesk"
    ProjectFile.create(path, ANNE).close()
    chance = random.Random(seed)
    for _ in range(2):
        said = killed_while_typing(path, chance.uniform(0.02, 0.3))
        file = ProjectFile.open(path, ANNE)
        shown = file.project.note
        drafts = {draft.row: draft.value for draft in file.drafts()}
        for number in range(said + 1):
            row = f"n{number}"
            assert shown[row].text == f"texte {number} {'suite ' * 40}"
            assert f"en cours {number}" in (drafts.get(row), shown[row].voice)
        file.close()
        assert check(path).sound
