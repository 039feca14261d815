"""What the tests of canvases stand on: a journey, a problem canvas and a card on a real desk, in a page."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from labdesk.domain.commands import canvases, grid
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk
from labdesk.ui.style import Look
from tests.memory import kind
from tests.ui.canvas.hands import Hands


@pytest.fixture
def journey(desk: Desk) -> str:
    """A journey of two phases and five steps."""
    canvas, gesture = canvases.create_canvas(desk.project, kind("journey"), title="Refaire sa carte")
    desk.do(gesture)
    for label, names in (("Découvrir", ("Voir", "Lire")), ("Demander", ("Venir", "Attendre", "Signer"))):
        phase, _step, gesture = grid.add_phase(desk.project, canvas, label, step=None)
        desk.do(gesture)
        for name in names:
            desk.do(grid.add_step(desk.project, phase, name)[1])
    return canvas


@pytest.fixture
def problem(desk: Desk) -> str:
    """A blank problem canvas."""
    canvas, gesture = canvases.create_canvas(desk.project, kind("problem"))
    desk.do(gesture)
    return canvas


@pytest.fixture
def card(desk: Desk) -> str:
    """A blank prototype card."""
    canvas, gesture = canvases.create_canvas(desk.project, kind("prototype"), title="File unique")
    desk.do(gesture)
    return canvas


@pytest.fixture
def page(desk: Desk, look: Look, around: QWidget) -> Iterator[CanvasPage]:
    """A page, shown, as large as on a small laptop."""
    made = CanvasPage(desk, look, around)
    made.resize(1310, 640)
    around.show()
    yield made
    made.leave()


@pytest.fixture
def hands(page: CanvasPage, journey: str) -> Hands:
    """Someone at the keyboard and the mouse, in front of the journey."""
    page.show_canvas(journey)
    page.setFocus()
    return Hands(page)
