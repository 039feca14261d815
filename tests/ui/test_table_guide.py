"""At a table: work begins on the canvas of now, what comes next is offered, one leaves on purpose only."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.canvases import add_line, create_canvas
from labdesk.domain.entities import Value
from labdesk.store.seats import Seat, seat_of
from labdesk.store.session import Session
from labdesk.store.table_copies import prepare
from labdesk.ui.desk import Desk
from labdesk.ui.home_questions import WhichTable
from labdesk.ui.opening import Opening
from labdesk.ui.settings import Settings, load_settings
from labdesk.ui.settings_panel import SettingsPanel
from labdesk.ui.style import Look
from labdesk.ui.table_guide import LeaveTable
from labdesk.ui.window import Window

BEGIN = datetime.now().replace(hour=9, minute=0, second=0, microsecond=0)


@dataclass
class Day:
    """A copy prepared for a table, and its canvases."""

    copy: Path
    journey: str
    problem: str
    main: Path


@pytest.fixture
def day(project: Path) -> Day:
    """9:00 the journey for an hour, then the problem canvas."""
    session = Session.open(project)
    made: dict[str, str] = {}
    for name in ("workshop", "problem", "journey"):
        kind = load_catalogue().types[name]
        made[name], gesture = create_canvas(session.project, kind, title="Vécu" if name == "journey" else "")
        session.do(gesture)
    for name, canvas in (("Parcours", "Vécu"), ("Défi", "problem")):
        cells: dict[str, Value] = {"sequence": name, "minutes": 60, "canvas": canvas}
        session.do(add_line(session.project, made["workshop"], "agenda", cells)[1])
    out = project.with_name("Table 2.labdesk")
    prepare(session, out, Seat("Table 2", datetime.now().astimezone().isoformat(), BEGIN.isoformat()))
    session.close()
    return Day(out, made["journey"], made["problem"], project)


def at(hours: int, minutes: int = 0) -> Callable[[], datetime]:
    return lambda: BEGIN.replace(hour=hours, minute=minutes)


def test_a_prepared_copy_opens_at_its_table_on_the_canvas_of_now(window: Window, day: Day) -> None:
    window.guide.now = at(10, 30)
    window.opening.open(day.copy)
    assert window.desk.table == "Table 2"
    assert window.current == "problem"
    assert window.place.canvas == day.problem  # type: ignore[attr-defined]
    assert window.windowTitle().startswith("Table 2 · ")
    assert not window.guide.bar.isVisible()


def test_the_next_sequence_is_offered_and_the_keyboard_stays_where_it_is(
    window: Window, day: Day, qtbot: QtBot
) -> None:
    window.guide.now = at(9, 5)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.opening.open(day.copy)
    assert window.current == "journeys"
    had = QApplication.focusWidget()
    assert had is not None
    window.guide.look()
    assert not window.guide.bar.isVisible()
    window.guide.now = at(10, 1)
    window.guide.look()
    assert window.guide.bar.isVisible()
    assert "10:00" in window.guide.bar.words.text()
    assert "Défi" in window.guide.bar.words.text()
    assert window.current == "journeys"
    assert QApplication.focusWidget() is had
    QTest.mouseClick(window.guide.bar.later, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is had
    window.guide.look()
    assert not window.guide.bar.isVisible(), "an offer that was declined does not come back"
    window.deeds.sequence.trigger()
    assert window.current == "problem"


def test_who_is_there_already_is_not_told(window: Window, day: Day) -> None:
    window.guide.now = at(9, 5)
    window.opening.open(day.copy)
    window.show_place("problem")
    window.guide.now = at(10, 1)
    window.guide.look()
    assert not window.guide.bar.isVisible()


def test_a_click_on_the_offer_goes_there(window: Window, day: Day) -> None:
    window.guide.now = at(9, 5)
    window.opening.open(day.copy)
    window.guide.now = at(10, 1)
    window.guide.look()
    QTest.mouseClick(window.guide.bar.take, Qt.MouseButton.LeftButton)
    assert window.current == "problem"
    assert not window.guide.bar.isVisible()


def test_a_canvas_deleted_meanwhile_is_no_trouble(window: Window, day: Day) -> None:
    window.guide.now = at(9, 5)
    window.opening.open(day.copy)
    window.show_place("problem")
    window.place.delete()  # type: ignore[attr-defined]
    window.guide.now = at(10, 1)
    window.guide.look()
    assert not window.guide.bar.isVisible()
    window.go_to_sequence()
    assert window.current == "journeys", "the sequence leads nowhere any more: the one before it still does"


def test_leaving_the_table_asks_once_and_the_answer_at_hand_is_to_stay(
    window: Window, day: Day, qtbot: QtBot
) -> None:
    window.opening.open(day.copy)
    window.deeds.leave_table.trigger()
    panel = window.findChild(LeaveTable)
    assert panel is not None
    assert panel.stay.isDefault() or panel.stay.hasFocus() or panel.focusWidget() is panel.stay
    panel.stay.click()
    assert window.desk.table == "Table 2"
    window.deeds.leave_table.trigger()
    panel = window.findChildren(LeaveTable)[-1]
    panel.leave.click()
    assert window.desk.table == ""
    doors = [b.accessibleName() for b in window.rail.findChildren(QPushButton) if not b.isHidden()]
    assert "Dossier" in doors
    assert not window.deeds.leave_table.isVisible()
    assert window.deeds.control.isVisible()
    window.close_project()
    window.opening.open(day.copy)
    assert window.desk.table == "Table 2", "the file stays that of its table"


def test_the_facilitator_who_said_a_table_for_the_project_itself_leaves_it_for_good(
    window: Window, day: Day
) -> None:
    window.opening.table("Table 9", day.main)
    assert window.desk.table == "Table 9"
    window.opening.leave_table()
    assert str(day.main) not in load_settings().tables
    window.close_project()
    window.opening.open(day.main)
    assert window.desk.table == ""


def test_a_laptop_at_no_table_is_told_of_no_sequence(window: Window, day: Day) -> None:
    window.opening.open(day.main)
    assert window.desk.table == ""
    window.guide.now = at(10, 1)
    window.guide.look()
    assert not window.guide.bar.isVisible()
    assert not window.deeds.sequence.isVisible()


def test_a_copy_on_a_key_that_cannot_be_written_is_a_table_all_the_same(window: Window, day: Day) -> None:
    day.copy.chmod(0o444)
    nameless = day.copy.with_name("sans nom.labdesk")
    session = Session.open(day.main)
    prepare(session, nameless, Seat("", BEGIN.isoformat()))
    session.close()
    nameless.chmod(0o444)
    window.opening.open(day.copy)
    assert window.desk.table == "Table 2"
    window.close_project()
    window.opening.table("Table 5", nameless)
    assert window.desk.table == "Table 5"
    window.close_project()
    window.opening.open(nameless)
    assert window.desk.table == "Table 5", "this laptop remembers what the key cannot"


def test_no_rule_of_the_dossier_is_asked_at_a_table(window: Window, day: Day) -> None:
    window.opening.open(day.copy)
    window.readiness.ask()
    assert window.readiness.review is None
    window.opening.leave_table()
    assert window.readiness.review is not None


def test_a_table_that_said_the_wrong_number_corrects_it_without_leaving(window: Window, day: Day) -> None:
    window.opening.open(day.copy)
    window.deeds.leave_table.trigger()
    panel = window.findChild(LeaveTable)
    assert panel is not None
    panel.name.setText("5")
    QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert window.desk.table == "Table 5"
    assert window.windowTitle().startswith("Table 5 · ")
    assert not window.deeds.control.isVisible()
    assert window.guide._clock.isActive()
    seat = seat_of(day.copy)
    assert seat is not None
    assert (seat.name, seat.begins) == ("Table 5", BEGIN.isoformat())


def test_what_is_the_labs_is_not_offered_at_a_table(window: Window, day: Day) -> None:
    window.opening.open(day.copy)
    assert not window.deeds.wall.isVisible()
    window.deeds.settings.trigger()
    panel = window.findChildren(SettingsPanel)[-1]
    assert panel.lab.isHidden()
    panel.close()
    window.close_project()
    assert window.deeds.wall.isVisible()


def test_a_copy_without_a_name_that_starts_the_program_asks_which_table_it_is(
    empty_desk: Desk, look: Look, day: Day, tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(Session.open(day.main)) as session:
        copy = prepare(session, tmp_path / "Une table.labdesk", Seat("", BEGIN.isoformat()))
    settings = Settings(folder=str(tmp_path))
    window = Window(empty_desk, look, settings, Opening(empty_desk, settings, lambda _path: None))
    window.opening.open(copy)  # a double click: the file is opened before the window is shown
    window.show()
    question = window.home().findChild(WhichTable)
    assert question is not None
    assert question.isVisible()
    qtbot.waitUntil(question.field.hasFocus)
    window.close()
