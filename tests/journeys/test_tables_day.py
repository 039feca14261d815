"""A day at four tables: 08:10 copies on a key, each opened at its table, 12:00 gathered, 13:30 compared."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from labdesk.domain.entities import Note
from labdesk.store.seats import Seat, seat_of
from labdesk.store.session import Session
from labdesk.store.table_copies import prepare
from labdesk.ui.home_questions import WhichTable
from labdesk.ui.window import Window
from labdesk.ui.workshop.found_panel import FoundTables
from labdesk.ui.workshop.prepare_tables import PrepareTables
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, plain
from tests.journeys.kept_from_tables import ASIDE, SECRET, forbidden, with_secrets

TABLES = ("Table 1", "Table 2", "Table 3", "Table 4")


def test_four_tables_from_eight_in_the_morning_to_noon(
    sit: Sit, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facilitator = sit()
    assert facilitator.window.opening.open(with_secrets(example))
    copies = at_ten_past_eight_copies_are_put_on_a_key(facilitator, tmp_path / "clé")
    for table, path in zip(TABLES, copies, strict=True):  # each on a laptop of its own
        monkeypatch.setenv("LABDESK_DATA", str(tmp_path / table))
        each_table_opens_its_own_and_writes(sit(), table, path)
    monkeypatch.setenv("LABDESK_DATA", str(tmp_path / "facilitator"))
    at_noon_they_are_gathered_from_the_key(facilitator)
    nothing_of_the_facilitators_was_lost(facilitator.window)
    at_half_past_one_they_are_compared(facilitator)


def at_ten_past_eight_copies_are_put_on_a_key(facilitator: Hands, key: Path) -> list[Path]:
    key.mkdir()
    facilitator.press("Alt+2", "Ctrl+P")
    panel = facilitator.window.findChild(PrepareTables)
    assert panel is not None
    panel._chosen = True
    panel._put(key)  # what the dialog of the system answers
    facilitator.click(panel.go)
    facilitator.until(lambda: not panel.show_folder.isHidden(), 40_000)
    panel.close()
    facilitator.come_back()
    copies = sorted(key.glob("*.labdesk"))
    assert tuple(path.name.split(" - ")[0] for path in copies) == TABLES
    return copies


def each_table_opens_its_own_and_writes(hands: Hands, table: str, path: Path) -> None:
    """A double click, three notes; nothing of what is not for them."""
    window = hands.window
    assert window.opening.open(path)
    assert window.desk.table == table
    assert window.current == "journeys"
    assert forbidden(window) == []
    assert all(note.facilitator_note is None for note in window.desk.project.note.values())
    hands.note(*(f"Dit à la {table}, note {number}" for number in range(3)))
    hands.saved()
    window.close()


def at_noon_they_are_gathered_from_the_key(facilitator: Hands) -> None:
    window = facilitator.window
    window.activateWindow()
    facilitator.until(window.isActiveWindow)
    facilitator.press("Alt+2", "Ctrl+R")
    found = window.findChild(FoundTables)
    assert found is not None
    facilitator.until(lambda: len(found.ticks) == 4)
    assert all(tick.isChecked() for tick in found.ticks.values())
    assert all("3 notes de cette table" in plain(tick.accessibleName()) for tick in found.ticks.values())
    facilitator.click(found.go)
    facilitator.until(lambda: len(typed(window)) == 12)
    assert {note.author_table for note in typed(window)} == set(TABLES)


def nothing_of_the_facilitators_was_lost(window: Window) -> None:
    project = window.desk.project
    assert project.text("summary") == SECRET
    assert sum(note.facilitator_note == ASIDE for note in project.note.values()) == len(project.note) - 12


def at_half_past_one_they_are_compared(facilitator: Hands) -> None:
    view = facilitator.window.place.compare_tables()  # type: ignore[attr-defined]
    facilitator.rest()
    heads = [plain(label.text()) for label in view.findChildren(QLabel) if label.text().startswith("Table")]
    assert all(any(head.startswith(table) for head in heads) for table in TABLES)


def typed(window: Window) -> list[Note]:
    """What the tables wrote."""
    return [note for note in window.desk.project.note.values() if (note.text or "").startswith("Dit à la")]


def test_a_copy_without_a_name_asks_only_which_table_it_is(sit: Sit, example: Path, tmp_path: Path) -> None:
    with closing(Session.open(example)) as session:
        copy = prepare(session, tmp_path / "une table.labdesk", Seat("", "2027-03-09T08:10:00+01:00"))
    hands = sit()
    window = hands.window
    window.opening.open(copy)
    assert window.desk.session is None
    question = window.home().findChild(WhichTable)
    assert question is not None
    hands.until(question.field.hasFocus)
    home = window.home()
    assert not [tile for tile in home._tiles if tile.isVisible()]
    assert not home.gallery.isVisible()
    assert not home.templates.isVisible()
    hands.type("3")
    hands.press("Return")
    assert window.desk.table == "Table 3"
    assert window.current == "journeys"
    seat = seat_of(copy)
    assert seat is not None
    assert seat.name == "Table 3"
    window.close()
    again = sit()
    again.window.opening.open(copy)
    assert again.window.desk.table == "Table 3", "asked once"
