"""« J’arrache la batterie »: the window dies at any moment; what was saved is there, and all but a second."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Gesture, born
from labdesk.store.safety import check
from labdesk.store.session import Session
from tests.journeys.laptop import words

TORTURE = "LABDESK_TORTURE" in os.environ
ROOT = Path(__file__).parents[2]
SECOND = 1.4
"""s of typing that may be lost: the promised one, and some patience with a busy machine."""


@dataclass
class Heard:
    """What the laptop had said when it died."""

    kept: int
    typed: dict[int, list[tuple[int, float]]]
    """Note → (letters on screen, when)."""

    def owed(self) -> dict[int, int]:
        """Note → letters that must be in the file."""
        last = max(when for said in self.typed.values() for _letters, when in said)
        return {
            note: max((letters for letters, when in said if when < last - SECOND), default=0)
            for note, said in self.typed.items()
        }


def dead_after(path: Path, seconds: float) -> Heard:
    """Let somebody type, kill the laptop, tell what it had said."""
    command = [sys.executable, "-m", "tests.journeys.laptop", str(path)]
    heard = Heard(0, {})
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as laptop:
        assert laptop.stdout is not None
        laptop.stdout.readline()  # it types
        time.sleep(seconds)
        laptop.send_signal(signal.SIGKILL)
        for line in laptop.stdout.read().splitlines():
            match line.split():
                case ["kept", number]:
                    heard.kept = int(number)
                case ["typing", number, letters, when]:
                    heard.typed.setdefault(int(number), []).append((int(letters), float(when)))
    return heard


@pytest.mark.parametrize("seed", range(60 if TORTURE else 1))
def test_a_window_that_dies_loses_at_most_the_last_second(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "atelier.labdesk"
    Session.create(path, first=Gesture("Nouveau", born("project", PROJECT_ID, title="Atelier"))).close()
    chance, owed = random.Random(seed), 0
    for _death in range(2):
        heard = dead_after(path, chance.uniform(1.4, 2.8))
        session = Session.open(path)  # what was only a draft becomes a note now
        texts = [note.text or "" for note in session.project.note.values()]
        session.close()
        assert len(texts) >= heard.kept
        for number, letters in heard.owed().items():
            owed += letters
            begun = words(number)[:letters].rstrip()
            assert any(text.startswith(begun) for text in texts), begun
        assert check(path).sound
    assert owed > 50
