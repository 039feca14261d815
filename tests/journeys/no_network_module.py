"""A plugin of pytest: at the end of a run the library of networks was not even loaded."""

import sys
from pathlib import Path

import pytest


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when it was."""
    loaded: list[str] = [
        name for name in ("PySide6.QtNetwork", "PySide6.QtWebSockets") if name in sys.modules
    ]
    maps = Path("/proc/self/maps")
    lines = maps.read_text("utf-8").splitlines() if maps.exists() else []
    loaded += sorted({line.rpartition("/")[2] for line in lines if "Qt6Network" in line})
    print(f"network modules: {loaded}")
    if loaded:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
