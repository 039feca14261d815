"""The running order is prepared in a list: added to, moved, rewritten, taken off."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from labdesk.domain.running_order import stops
from labdesk.ui.stage.order_panel import MINUTES, NAME, OrderPanel
from labdesk.ui.stage.stage import Stage
from labdesk.ui.style import Look


def names(stage: Stage) -> list[str]:
    """The sequences in order."""
    return [stop.name for stop in stops(stage.desk.project, stage.desk.types)]


def test_what_is_projected_is_added_and_a_line_is_moved_with_keys(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = OrderPanel(stage, look, around)
    stage.run("into")
    panel.add_here()
    panel.renew()
    assert names(stage)[-1] == "1. Phase 1"
    first = panel.list.topLevelItem(0)
    assert first is not None
    panel.list.setCurrentItem(first)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(stage)[:2] == ["Parcours vécu", "Accueil"]


def test_a_line_is_rewritten_in_place_and_taken_off(
    stage: Stage, look: Look, around: QWidget, agenda: list[str]
) -> None:
    panel = OrderPanel(stage, look, around)
    item = panel.list.topLevelItem(0)
    assert item is not None
    item.setText(MINUTES, "20 min")
    item.setText(NAME, "Café")
    assert next((s.name, s.minutes) for s in stops(stage.desk.project, stage.desk.types)) == ("Café", 20)
    panel.list.setCurrentItem(item)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert names(stage) == ["Parcours vécu", "Votes"]
