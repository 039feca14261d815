"""The example on a real desk, in the place Parcours, with its curves open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.ui.curves.curves_view import CurvesView
from labdesk.ui.desk import Desk
from labdesk.ui.journeys import CURVES, JourneysPlace, make
from labdesk.ui.style import Look


@pytest.fixture
def project(example: Path) -> Path:
    """The example."""
    return example


@pytest.fixture
def place(desk: Desk, look: Look, around: QWidget) -> Iterator[JourneysPlace]:
    """Parcours, on the journey lived by Inès."""
    made = make(desk, look)
    made.setParent(around)
    made.resize(1310, 600)
    around.show()
    made.show()
    made.show_canvas(desk.project.canvases("journey")[0].id)
    QApplication.processEvents()
    yield made
    made.leave()


@pytest.fixture
def view(place: JourneysPlace) -> CurvesView:
    """Its curves."""
    place.show_view(CURVES)
    QApplication.processEvents()
    assert place.curves is not None
    return place.curves
