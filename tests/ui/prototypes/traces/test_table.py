"""The table of traces: the same chains as a tree, with names a screen reader says, the same deeds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from labdesk.ui.prototypes.traces.traces_page import TracesPage
from tests.ui.prototypes.traces.test_traces_page import knot, press


def said(item: QTreeWidgetItem) -> str:
    return str(item.data(0, Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")


def test_the_table_says_each_chain_on_one_line(page: TracesPage) -> None:
    page.show_view(True)
    table = page.table
    assert table.hasFocus()
    assert table.go(knot(page, "PDF illisible"))
    item = table.currentItem()
    assert item is not None
    assert said(item).startswith("Irritant : PDF illisible")
    assert "relié à 1 piste, 1 défi, 1 prototype, résultat : confirmée" in said(item)
    deep: list[str] = []
    below: QTreeWidgetItem | None = item
    while below is not None:
        deep.append(below.text(0))
        below = below.child(0)
    assert deep[2:] == ["L’annonce d’une page", "Confirmée", "Expérimenter en conditions réelles"]


def test_one_stays_on_the_same_thing_from_the_drawing_to_the_table(page: TracesPage) -> None:
    here = knot(page, "Le kit")
    page.drawing.go(here)
    page.switch_view()
    assert page.table.current == here
    page.table.go(knot(page, "Chef absent"))
    page.switch_view()
    assert page.drawing.current == knot(page, "Chef absent")


def test_untying_in_the_table_takes_the_line_above(page: TracesPage) -> None:
    page.show_view(True)
    table, desk = page.table, page.desk
    table.go(knot(page, "PDF illisible"))
    press(Qt.Key.Key_Down)
    before = len(desk.project.link)
    page.part()
    assert len(desk.project.link) == before - 1
    desk.undo()
    assert len(desk.project.link) == before


def test_what_only_the_card_can_change_is_said(page: TracesPage) -> None:
    page.show_view(True)
    idle = list[str]()
    page.desk.idle.connect(idle.append)
    result = next(k.id for k in page.web.knots.values() if k.stage == "result")  # type: ignore[union-attr]
    page.table.go(result)
    page.part()
    assert idle == ["Cela se change sur la carte : Entrée y va.".replace(" :", "\u00a0:")]


def test_everything_can_be_listed_and_walked(page: TracesPage) -> None:
    page.show_view(True)
    page.show_mode("all")
    top = [page.table.topLevelItem(at) for at in range(page.table.topLevelItemCount())]
    assert sum(said(item).startswith("Irritant") for item in top if item) == 39
    opened = list[str]()
    page.table.opened.connect(opened.append)
    press(Qt.Key.Key_Return)
    assert opened == [page.table.current]
    press(Qt.Key.Key_Space)
    assert page.only == page.table.current
