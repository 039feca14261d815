"""The Qt binding: a release that loses references aborts the process, and no code can catch it."""

import pytest

pytest.importorskip("PySide6.QtCore")

from PySide6.QtCore import QObject, Signal

CALLS = 100_000


class Bell(QObject):
    """Something that rings."""

    rung = Signal(bool)


def test_a_hundred_thousand_calls_and_emissions_leave_the_process_alive() -> None:
    """PySide6 6.12.0 on Python 3.11 dies after 5,300 calls or 580 emissions."""
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    for call in range(CALLS):
        bell.setObjectName("bell")
        bell.rung.emit(call % 2 == 0)
    assert len(heard) == CALLS
