"""The small tables: one widget for all, each column with its own way of being typed."""

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import add_row
from labdesk.domain.entities import FIELDS, Indicator
from labdesk.ui.desk import Target
from labdesk.ui.dossier.columns import SMALL_TABLES, FieldColumn
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.signs import LINE
from labdesk.ui.dossier.tables import TablesPage
from tests.ui.dossier.conftest import Type, cell


@pytest.fixture
def page(place: DossierPlace) -> TablesPage:
    place.show_page("tables")
    made = place.pages["tables"]
    assert isinstance(made, TablesPage)
    return made


@pytest.mark.parametrize("table", SMALL_TABLES)
def test_every_field_of_a_table_has_a_column(table: str) -> None:
    shown = {column.field for column in SMALL_TABLES[table]() if isinstance(column, FieldColumn)}
    elsewhere = {"place", "reached", "reached_on"}  # what was reached is typed on the page Suivi
    assert shown == set(FIELDS[table]) - elsewhere


def test_an_indicator_is_typed_from_the_keyboard_with_a_date_and_a_decimal(
    place: DossierPlace, page: TablesPage, keys: Type
) -> None:
    view = page.panels["indicator"].view
    page.panels["indicator"].view.deeds.add()
    keys(view, "Satisfaction{Tab}{Tab}5,4{Tab}7,5{Tab}/10{Tab}30 sept. 2028{Return}")
    row = next(iter(place.desk.project.indicator.values()))
    assert isinstance(row, Indicator)
    assert (row.baseline, row.target, row.unit, row.date) == ("5.4", "7.5", "/10", "2028-09-30")
    assert cell(view, 0, 2) == "5,4"
    assert cell(view, 0, 5) == "30/09/2028"


def test_the_findings_of_a_table_stand_under_it(place: DossierPlace, page: TablesPage, qtbot: QtBot) -> None:
    page.tables.go_to("risk")
    qtbot.waitUntil(lambda: page.findings.list.model().rowCount() > 0)
    place.desk.do(add_row(place.desk.project, "risk", label="Retard", p=2, g=3, answer="Suppléant")[1])
    assert set(page.panels) == {"indicator", "risk"}, "a table that nobody looked at was built"
    line = page.tables.model().index(3, 0).data(LINE)
    assert (line.title, line.detail) == ("Risques", "1 ligne")


def test_a_finding_about_a_row_leads_to_its_cell(place: DossierPlace, page: TablesPage) -> None:
    row, gesture = add_row(place.desk.project, "milestone", label="Lancement")
    place.desk.do(gesture)
    place.reveal(Target("dossier", table="milestone", row=row, field="owner"))
    view = page.panels["milestone"].view
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 2)
    assert view.hasFocus()


def test_a_date_that_is_none_is_told_until_the_next_good_one_or_another_page(
    place: DossierPlace, page: TablesPage, keys: Type
) -> None:
    row, gesture = add_row(place.desk.project, "milestone", label="Lancement")
    place.desk.do(gesture)
    panel = page.panels["milestone"]
    date = [column.field for column in SMALL_TABLES["milestone"]()].index("date")  # type: ignore[attr-defined]
    index = panel.model.index(0, date)
    place.reveal(Target("dossier", table="milestone", row=row, field="date"))
    panel.model.setData(index, "demain")
    assert "n’est pas une date" in panel.told
    panel.model.setData(panel.model.index(0, date), "15/10/2027")
    assert panel.told == ""
    panel.model.setData(panel.model.index(0, date), "demain")
    place.show_page("texts")
    assert panel.told == ""
