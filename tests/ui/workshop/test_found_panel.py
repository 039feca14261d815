"""« Réunir les tables » finds the copies by itself, says whose they are, and gathers what is ticked."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.notes import add_note
from labdesk.store.found_tables import FoundTable
from labdesk.store.seats import Seat
from labdesk.store.session import Session
from labdesk.store.table_copies import prepare
from labdesk.ui.desk import Desk
from labdesk.ui.style import Look
from labdesk.ui.workshop.found_panel import told_of
from labdesk.ui.workshop.workshop_place import WorkshopPlace


@pytest.fixture
def place(desk: Desk, look: Look, qtbot: QtBot) -> WorkshopPlace:
    """Atelier with a sheet; two copies lie beside the project, one of them was worked in."""
    made = WorkshopPlace(desk, look)
    qtbot.addWidget(made)
    made.resize(1310, 640)
    made.show()
    made.begin(made.kinds()[0])
    assert desk.session is not None
    for name in ("Table 1", "Table 2"):
        seat = Seat(name, datetime.now().astimezone().isoformat())
        prepare(desk.session, desk.session.path.with_name(f"{name}.labdesk"), seat)
    with closing(Session.open(desk.session.path.with_name("Table 1.labdesk"), "b" * 16)) as copy:
        sheet = copy.project.canvases("workshop")[0].id
        copy.do(add_note(copy.project, sheet, "decisions", "Tester en mai", author_table="Table 1")[1])
    return made


def test_copies_are_found_and_those_that_were_opened_are_ticked(place: WorkshopPlace, qtbot: QtBot) -> None:
    panel = place.find_tables()
    qtbot.waitUntil(lambda: len(panel.ticks) == 2, timeout=10_000)
    said = {tick.text(): (tick.isChecked(), tick.accessibleName()) for tick in panel.ticks.values()}
    assert said["Table 1"][0]
    assert "ouverte à" in said["Table 1"][1]
    assert "1 note de cette table" in said["Table 1"][1].replace("\u00a0", " ")
    assert said["Table 2"] == (False, "Table 2, jamais ouverte\u00a0: rien à réunir")
    panel.go.click()
    qtbot.waitUntil(lambda: len(place.desk.project.note) == 1, timeout=10_000)
    assert "1 table" in place.report._sentence.text().replace("\u00a0", " ")


def test_nothing_found_is_said_and_files_can_be_chosen_by_hand(
    place: WorkshopPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    for path in tmp_path.glob("Table*.labdesk"):
        path.unlink()
    panel = place.find_tables()
    qtbot.waitUntil(lambda: "Aucune copie" in panel.told.text(), timeout=10_000)
    assert not panel.go.isEnabled()
    assert panel.hand.isEnabled()


def test_a_copy_is_told_by_its_notes_its_laptop_and_its_hours() -> None:
    seat = Seat("Table 1", "", "", "2027-03-09T08:42", "3f2a" + "0" * 12)
    table = FoundTable(Path("x.labdesk"), seat, 38, datetime(2027, 3, 9, 11, 48))
    told = told_of(table).replace("\u00a0", " ")
    assert told == "38 notes de cette table · ouverte à 08:42 · écrite à 11:48"
