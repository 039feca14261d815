"""What the tests of traces stand on: the place Prototypes on the example, its traces shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.store.session import Session
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.prototypes.traces.traces_page import TracesPage
from labdesk.ui.style import Look


@pytest.fixture
def filled(desk: Desk, example: Path) -> Desk:
    """The example on the desk."""
    desk.put(Session.open(example))
    return desk


@pytest.fixture
def place(desk: Desk, look: Look, qtbot: QtBot) -> Iterator[PrototypesPlace]:
    """The place, as large as on a small laptop."""
    made = PrototypesPlace(desk, look)
    made.resize(1310, 640)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()


@pytest.fixture
def page(filled: Desk, place: PrototypesPlace) -> TracesPage:
    """The traces of the example, with the keyboard in the drawing."""
    assert filled is place.desk
    place.traces.show()
    QApplication.processEvents()
    assert place.traces.page is not None
    return place.traces.page
