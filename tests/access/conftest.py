"""A colleague in front of the example, on a screen of her own; skipped by name where a tool is missing."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.access.colleague import SYSTEM_PYTHON, Awaited, Colleague, a_colleague

TOOLS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "xkbcomp", "dbus-daemon")
IMPORTS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """What was said instead, line by line."""
    if op != "in" or not isinstance(right, Awaited):
        return None
    return [f"« {left} » never came; {right.what}:", *(right.names()[-12:] or ["nothing"])]


@pytest.fixture(scope="session")
def reading(needs: Callable[..., None]) -> None:
    """Everything a screen reader stands on is installed here."""
    needs(*TOOLS, SYSTEM_PYTHON)
    known = subprocess.run([SYSTEM_PYTHON, "-c", IMPORTS], capture_output=True).returncode == 0
    needs(*(() if known else ("python3-pyatspi",)))


@pytest.fixture(scope="session")
def furnished(reading: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Colleague]:
    """A screen, a keyboard, a session bus and a reader: they stay where they are between tests."""
    with a_colleague(tmp_path_factory.mktemp("runtime")) as who:
        yield who


@pytest.fixture
def colleague(furnished: Colleague, tmp_path: Path) -> Iterator[Colleague]:
    """A colleague sits down there; the program is not open yet."""
    furnished.sit_down(tmp_path)
    yield furnished
    furnished.leave()


@pytest.fixture
def at_work(colleague: Colleague, example: Path) -> Colleague:
    """She has a copy of the example open, and stands in its journey."""
    colleague.open(example)
    assert "étape 1 sur 12, note 1" in colleague.stands()
    return colleague
