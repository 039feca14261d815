"""With large letters a wide table is scrolled sideways from where one is, not from the foot of the page."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import add_row
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.rows_view import RowsView
from labdesk.ui.dossier.tables import TablesPage
from labdesk.ui.style import Look


@pytest.fixture
def view(place: DossierPlace, look: Look, qtbot: QtBot) -> RowsView:
    """Twenty indicators in letters of 200 %, on a small window."""
    for rank in range(20):
        words = {"label": f"Candidats du groupe {rank}", "source": "Anticonstitutionnellement"}
        _row, gesture = add_row(place.desk.project, "indicator", **words, owner="Interministérialité")
        place.desk.do(gesture)
    look.become(scale=2.0)
    place.resize(1300, 560)
    place.show_page("tables")
    page = place.pages["tables"]
    assert isinstance(page, TablesPage)
    made = page.panels["indicator"].view
    qtbot.waitUntil(made.bar.isVisible)
    return made


def in_port(view: RowsView) -> tuple[QRect, QRect]:
    """The bar, and what is shown of the page, on the screen."""
    above: QWidget | None = view.parentWidget()
    while not isinstance(above, QScrollArea):
        assert above is not None
        above = above.parentWidget()
    port = above.viewport()
    return (
        QRect(view.bar.mapToGlobal(QPoint(0, 0)), view.bar.size()),
        QRect(port.mapToGlobal(QPoint(0, 0)), port.size()),
    )


def test_the_bar_stands_in_sight_wherever_the_page_is_scrolled(view: RowsView, qtbot: QtBot) -> None:
    panel = view.parentWidget()
    assert panel is not None
    scroll = panel.window().findChildren(QScrollArea)
    page = next(area for area in scroll if area.isAncestorOf(view)).verticalScrollBar()
    assert page.maximum() > 0, "the table is taller than what is shown"
    for at in (0, page.maximum() // 2, page.maximum()):
        page.setValue(at)
        bar, port = in_port(view)
        assert port.contains(bar.center()), at
        assert bar.bottom() <= port.bottom()
    assert view.bar.geometry().bottom() <= view.height()


def test_the_bar_moves_the_columns_and_follows_the_current_cell(view: RowsView) -> None:
    view.bar.setValue(view.bar.maximum())
    assert view.horizontalScrollBar().value() == view.horizontalScrollBar().maximum() > 0
    view.put(0, 0)
    assert view.bar.value() == 0
    view.put(0, len(view.rows.columns) - 1)
    assert view.bar.value() == view.bar.maximum()


def test_a_table_that_fits_has_no_bar(view: RowsView, place: DossierPlace, look: Look, qtbot: QtBot) -> None:
    look.become(scale=1.0)
    place.resize(1310, 640)
    qtbot.waitUntil(lambda: not view.bar.isVisible())


def test_columns_give_way_before_anything_is_scrolled(view: RowsView, look: Look) -> None:
    wanted = [look.px(column.width) for column in view.rows.columns]
    assert all(view.columnWidth(at) <= width for at, width in enumerate(wanted) if width)
    assert view.horizontalHeader().length() < sum(wanted) + look.px(170)
    for at in range(len(wanted)):
        assert view.columnWidth(at) >= min(view.horizontalHeader().sectionSizeHint(at), wanted[at] or 10**6)
