"""F5 in front of the room: the journey on the big screen, walked with a clicker, then back to work."""

from PySide6.QtWidgets import QApplication

from tests.journeys.hands import Hands

DEPTHS = 4


def test_a_journey_is_projected_walked_and_left(visiting: Hands) -> None:
    window = visiting.window
    before = window.desk.project
    visiting.press("F5")
    visiting.rest()
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert shown, "nothing is projected"
    first = shown[0].grab().toImage()
    visiting.press("PgDown", "PgDown")
    visiting.rest()
    assert shown[0].grab().toImage() != first
    for _step in range(DEPTHS):  # out of the phase, of the walk, of the projection
        if any(w.isVisible() for w in shown):
            visiting.press("Esc")
            visiting.rest()
    visiting.until(lambda: not [w for w in shown if w.isVisible()])
    visiting.come_back()
    assert window.place.isAncestorOf(visiting.focus)
    assert window.desk.project == before
