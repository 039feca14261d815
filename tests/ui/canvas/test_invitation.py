"""A place without a canvas: a drawing of what will stand there, a lesson, at every size of text."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.ui.canvas.invitation import Drawing, Invitation
from labdesk.ui.style import Look


@pytest.mark.parametrize("place", ["workshop", "journeys", "problem", "prototypes"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_empty_place_shows_what_will_stand_there_and_how_one_begins(
    look: Look, around: QWidget, place: str, scale: float
) -> None:
    look.become(scale=scale)
    invitation = Invitation(look, place, around)
    invitation.title.setText("Quel problème ?")
    invitation.resize(around.size())
    around.show()
    QApplication.processEvents()
    assert invitation.lesson.text()
    drawing = invitation.findChild(Drawing)
    assert drawing is not None
    colours = {
        drawing.grab().toImage().pixelColor(x, y).rgb() for x in range(0, 290, 7) for y in range(0, 140, 7)
    }
    assert len(colours) > 3
    room = invitation.rect()
    for part in (drawing, invitation.title, invitation.lesson):
        assert room.contains(part.geometry())
