"""The drawing for a screen reader: every card is there, named with its chain, where it is."""

from PySide6.QtGui import QAccessible

from labdesk.ui.prototypes.traces.traces_page import TracesPage
from tests.ui.prototypes.traces.test_traces_page import knot

Text = QAccessible.Text


def test_every_card_is_read_with_its_chain(page: TracesPage) -> None:
    access = QAccessible.queryAccessibleInterface(page.drawing)
    assert access is not None
    assert access.role() == QAccessible.Role.List
    assert access.text(Text.Name) == "Traces"
    names = [access.child(at).text(Text.Name) for at in range(access.childCount())]
    assert len(names) == len(page.drawing.cards())
    assert names[0].startswith("Irritant")
    assert any("relié à" in name for name in names)
    child = access.child(3)
    assert access.indexOfChild(child) == 3
    assert child.parent().text(Text.Name) == "Traces"
    assert child.role() == QAccessible.Role.ListItem
    assert child.rect().width() > 100


def test_the_current_card_has_the_focus(page: TracesPage) -> None:
    page.drawing.go(knot(page, "Le kit"))
    access = QAccessible.queryAccessibleInterface(page.drawing)
    assert access is not None
    focus = access.focusChild()
    assert "Le kit" in focus.text(Text.Name)
    assert focus.state().focused
    page.show_mode("broken")
    assert access.childCount() == len(page.drawing.cards())
