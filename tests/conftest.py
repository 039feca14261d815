"""What every test stands on: its own data folder, windows that die in order, a real screen on request."""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What is made once for all tests is made before a test has its own folder.
_FIRST_DATA = tempfile.TemporaryDirectory(prefix="labdesk-tests-")
os.environ["LABDESK_DATA"] = _FIRST_DATA.name
if sys.dont_write_bytecode:
    # Where nothing compiled may lie in the tree, each program that a test starts would compile LabDesk again.
    _COMPILED = tempfile.TemporaryDirectory(prefix="labdesk-compiled-")
    os.environ["PYTHONPYCACHEPREFIX"] = _COMPILED.name
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
TORTURE = "LABDESK_TORTURE" in os.environ
IN_CI = os.environ.get("CI") == "true"

settings.register_profile("quick", max_examples=25, deadline=None, derandomize=IN_CI)
settings.register_profile("torture", max_examples=1000, deadline=None)
settings.load_profile("torture" if TORTURE else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long runs are left to `make torture`."""
    if TORTURE:
        return
    long = [item for item in items if "torture" in item.keywords]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if "torture" not in item.keywords]


def pytest_collection_finish() -> None:
    """What was imported stays: the collector, called after each test of a window, need not walk over it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the data of the person who runs it."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("LABDESK_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def windows_die_in_order() -> Iterator[None]:
    """Qt deletes the windows: Python’s cyclic collector crashes when it does so amid Qt’s events."""
    if sys.modules.get("PySide6.QtWidgets") is None:
        yield
        return
    gc.disable()
    yield
    close_windows()
    gc.enable()


def close_windows() -> None:
    """All windows are closed and gone."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None or not (windows := QApplication.topLevelWidgets()):
        return
    for window in windows:
        window.close()
        window.deleteLater()
    del windows, window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    gc.collect()
    gc.freeze()  # what is left by now stays to the end: it is not walked over once a test


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example that ships, as a project file made once; nobody writes it: `example` is a copy."""
    from labdesk.cli import main

    folder = tmp_path_factory.mktemp("shipped")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LABDESK_DATA", str(folder / "data"))
        assert main(["example", str(folder / "exemple.labdesk")]) == 0
    return folder / "exemple.labdesk"


@pytest.fixture
def example(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the example that the test may change."""
    return Path(shutil.copy(shipped, tmp_path / "exemple.labdesk"))


@pytest.fixture(scope="session")
def needs() -> Callable[..., None]:
    """Call it with the programs a test runs: where one is missing the test is skipped, and fails in CI."""

    def check(*programs: str) -> None:
        if missing := [program for program in programs if shutil.which(program) is None]:
            (pytest.fail if IN_CI else pytest.skip)(f"not installed here: {', '.join(missing)}")

    return check


@pytest.fixture(scope="session")
def display(needs: Callable[..., None]) -> Iterator[str]:
    """A real X display with a window manager (":5"), for programs that a test marked `screen` starts."""
    needs("Xvfb", "openbox")
    screen = ["-screen", "0", "1366x768x24", "-nolisten", "tcp", "-displayfd", "1"]
    with subprocess.Popen(["Xvfb", *screen], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        name = f":{server.stdout.readline().decode().strip()}"
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL
        )
        try:
            yield name
        finally:
            for program in (manager, server):
                program.terminate()
                program.wait()
