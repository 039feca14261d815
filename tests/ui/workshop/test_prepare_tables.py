"""« Préparer les tables »: names asked once, one copy each, a full or missing key said in a sentence."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import add_line, answer
from labdesk.store.seats import seat_of
from labdesk.ui.desk import Desk
from labdesk.ui.style import Look
from labdesk.ui.workshop.prepare_tables import PrepareTables
from labdesk.ui.workshop.workshop_place import WorkshopPlace


@pytest.fixture
def place(desk: Desk, look: Look, qtbot: QtBot) -> WorkshopPlace:
    """Atelier with an empty sheet."""
    made = WorkshopPlace(desk, look)
    qtbot.addWidget(made)
    made.resize(1310, 640)
    made.show()
    made.begin(made.kinds()[0])
    return made


def asked(place: WorkshopPlace, folder: Path) -> PrepareTables:
    """The panel, on this folder whatever is plugged in."""
    panel = place.prepare_tables()
    panel._chosen = True
    panel._put(folder)
    return panel


def ready(panel: PrepareTables, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel.show_folder.isHidden(), timeout=20_000)


def test_four_tables_are_proposed_and_each_gets_its_copy(
    place: WorkshopPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = asked(place, tmp_path)
    assert [field.text() for field in panel.tables.names] == ["Table 1", "Table 2", "Table 3", "Table 4"]
    panel.tables.names[3].setText("Les aidants")
    panel.prepare()
    ready(panel, qtbot)
    names = {seat.name for path in tmp_path.glob("*.labdesk") if (seat := seat_of(path))}
    assert names == {"Table 1", "Table 2", "Table 3", "Les aidants"}
    assert "4 copies sont prêtes" in panel.told.text().replace("\u00a0", " ")
    assert not list(tmp_path.glob("*.part*"))


def test_the_tables_of_the_sheet_are_the_ones_prepared_and_they_know_when_the_day_begins(
    place: WorkshopPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    desk, sheet = place.desk, place.canvas
    tomorrow = (datetime.now() + timedelta(days=1)).date()
    desk.do(answer(desk.project, sheet, "date", tomorrow.isoformat()))
    for name in ("Agents", "Usagers"):
        desk.do(add_line(desk.project, sheet, "tables", {"label": name})[1])
    desk.do(add_line(desk.project, sheet, "agenda", {"sequence": "Accueil", "minutes": 20})[1])
    panel = asked(place, tmp_path)
    assert [field.text() for field in panel.tables.names] == ["Agents", "Usagers"]
    panel.prepare()
    ready(panel, qtbot)
    seats = [seat for path in tmp_path.glob("*.labdesk") if (seat := seat_of(path))]
    assert {seat.begins for seat in seats} == {f"{tomorrow.isoformat()}T09:00:00"}


def test_the_hour_of_the_beginning_is_one_stop_of_tab(
    place: WorkshopPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    desk, sheet = place.desk, place.canvas
    desk.do(add_line(desk.project, sheet, "agenda", {"sequence": "Accueil", "minutes": 20})[1])
    panel = asked(place, tmp_path)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    panel.beginning.setFocus()
    QTest.keyClick(panel.beginning, Qt.Key.Key_Tab)
    assert not panel.beginning.hasFocus()


def test_one_copy_for_all_says_no_name(place: WorkshopPlace, tmp_path: Path, qtbot: QtBot) -> None:
    panel = asked(place, tmp_path)
    panel.tables.single.setChecked(True)
    assert panel.go.text().startswith("Préparer 1")
    panel.prepare()
    ready(panel, qtbot)
    seats = [seat for path in tmp_path.glob("*.labdesk") if (seat := seat_of(path))]
    assert [seat.name for seat in seats] == [""]


def test_two_tables_of_one_name_and_a_table_without_are_told(place: WorkshopPlace, tmp_path: Path) -> None:
    panel = asked(place, tmp_path)
    panel.tables.names[1].setText("table 1")
    panel.prepare()
    assert "même nom" in panel.wrong.text()
    panel.tables.names[1].setText("  ")
    panel.prepare()
    assert "besoin d’un nom" in panel.wrong.text()
    assert [path for path in tmp_path.glob("*.labdesk") if seat_of(path)] == []


def test_a_key_that_is_gone_is_told_and_one_can_try_again(
    place: WorkshopPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = asked(place, tmp_path / "clé partie")
    panel.prepare()
    qtbot.waitUntil(lambda: not panel.wrong.isHidden(), timeout=10_000)
    assert "rebranchez la clé" in panel.wrong.text()
    assert panel.go.isEnabled()
    (tmp_path / "clé partie").mkdir()
    panel.prepare()
    ready(panel, qtbot)
    assert len(list((tmp_path / "clé partie").glob("*.labdesk"))) == 4


def test_what_is_typed_when_the_copies_are_made_is_in_them(
    place: WorkshopPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    from labdesk.store.session import Session

    desk, sheet = place.desk, place.canvas
    panel = asked(place, tmp_path)
    panel.tables.count.setValue(1)
    desk.do(answer(desk.project, sheet, "objective", "Choisir un défi"))
    panel.prepare()
    ready(panel, qtbot)
    (path,) = [path for path in tmp_path.glob("*.labdesk") if seat_of(path)]
    copy = Session.open(path, "b" * 16)
    assert copy.project.value(sheet, "objective") == "Choisir un défi"
    copy.close()


def test_the_number_is_typed_over_and_many_names_keep_their_height(
    place: WorkshopPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = asked(place, tmp_path)
    panel.show()
    QTest.keyClicks(panel.tables.count.lineEdit(), "24")
    assert panel.tables.count.value() == 24
    qtbot.wait(20)
    heights = {field.height() for field in panel.tables.names}
    assert min(heights) >= panel.tables.names[0].sizeHint().height() - 1
    assert panel.tables.names[-1].geometry().bottom() < panel.tables.single.geometry().top()
