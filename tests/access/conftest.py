"""A colleague in front of the example, on a screen of her own; skipped by name where a tool is missing."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from labdesk.cli import main
from tests.access.colleague import SYSTEM_PYTHON, Colleague, a_colleague

TOOLS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "xkbcomp", "dbus-daemon")
IMPORTS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


@pytest.fixture(scope="session")
def reading(needs: Callable[..., None]) -> None:
    """Everything a screen reader stands on is installed here."""
    needs(*TOOLS, SYSTEM_PYTHON)
    known = subprocess.run([SYSTEM_PYTHON, "-c", IMPORTS], capture_output=True).returncode == 0
    needs(*(() if known else ("python3-pyatspi",)))


@pytest.fixture
def colleague(reading: None, tmp_path: Path) -> Iterator[Colleague]:
    """A screen, a French keyboard, a reader; the program is not open yet."""
    with a_colleague(tmp_path) as who:
        yield who


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example that ships, as a project file."""
    folder = tmp_path_factory.mktemp("shipped")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LABDESK_DATA", str(folder / "data"))
        assert main(["example", str(folder / "exemple.labdesk")]) == 0
    return folder / "exemple.labdesk"


@pytest.fixture
def at_work(colleague: Colleague, shipped: Path) -> Colleague:
    """She has a copy of the example open, and stands in its journey."""
    copy = colleague.folder / "exemple.labdesk"
    copy.write_bytes(shipped.read_bytes())
    colleague.open(copy)
    colleague.stands("étape 1 sur 12, note 1")
    return colleague
