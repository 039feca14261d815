"""The place Atelier: the sheet of the day, the tables gathered, the report of the evening in one click."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import add_line, answer
from labdesk.domain.commands.notes import add_note
from labdesk.store.session import Session
from labdesk.ui.desk import Desk, Target
from labdesk.ui.press.press import press_of
from labdesk.ui.style import Look
from labdesk.ui.workshop.workshop_place import WorkshopPlace

ORDERED = 30_000
"""ms a document may take on a busy machine."""


@pytest.fixture
def place(desk: Desk, look: Look, qtbot: QtBot) -> Iterator[WorkshopPlace]:
    made = WorkshopPlace(desk, look)
    made.resize(1310, 640)
    made.show()
    yield made
    press_of(desk).close()


def test_the_report_of_the_evening_is_one_click_away_and_needs_no_funding_field(
    place: WorkshopPlace, qtbot: QtBot
) -> None:
    place.begin(place.kinds()[0])
    desk, sheet = place.desk, place.canvas
    desk.do(answer(desk.project, sheet, "title", "Atelier du 9 mars"))
    desk.do(answer(desk.project, sheet, "objective", "Choisir un défi par table"))
    desk.do(add_line(desk.project, sheet, "attendance", {"profile": "user", "count": 6})[1])
    desk.do(add_note(desk.project, sheet, "decisions", "Tester l’annonce d’une page avant mai")[1])
    with qtbot.waitSignal(place.errand.finished, timeout=ORDERED) as told:
        place.write_report()
    assert told.args == [True], place.errand.words
    assert desk.path is not None
    report = next(desk.path.parent.glob("*.pdf"))
    document = pypdfium2.PdfDocument(report)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Tester l’annonce d’une page" in words.replace("\u00ad", "")
    with qtbot.waitSignal(place.errand.finished, timeout=ORDERED):
        place.write_report()
    assert len(list(desk.path.parent.glob("*.pdf"))) == 2  # the first one is not overwritten


def test_the_tables_are_gathered_and_their_versions_chosen_side_by_side(
    place: WorkshopPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    place.begin(place.kinds()[0])
    desk, sheet = place.desk, place.canvas
    assert desk.session is not None
    copy = tmp_path / "table.labdesk"
    desk.session.copy_to(copy)
    other = Session.open(copy, "c" * 16)
    other.do(answer(other.project, sheet, "objective", "Sortir un prototype"))
    other.close()
    desk.do(answer(desk.project, sheet, "objective", "Choisir un défi"))
    assert desk.path is not None
    place.gather([copy, desk.path])
    qtbot.waitUntil(lambda: len(place.report.choices) == 2, timeout=20_000)
    keep = next(b for b in place.report.choices if "Sortir un prototype" in b.accessibleName())
    assert isinstance(keep, QPushButton)
    keep.click()
    assert desk.project.words(sheet, "objective") == "Sortir un prototype"
    assert place.report.choices == []
    desk.undo()
    assert len(place.report.choices) == 2


def test_an_empty_project_says_what_the_sheet_is_for(place: WorkshopPlace, desk: Desk) -> None:
    assert place.portrait() is None
    place.new_buttons["workshop"].click()
    assert len(place.instances(place.kinds()[0])) == 1
    assert place.portrait() is not None
    desk.undo()
    assert place.portrait() is None


def test_a_remark_about_an_empty_zone_leads_to_that_zone(place: WorkshopPlace) -> None:
    place.begin(place.kinds()[0])
    place.activateWindow()
    sheet = place.canvas
    place.reveal(Target("workshop", sheet, "canvas", sheet, "erasure_date"))
    board = place.page.board
    assert board.box is not None
    assert board.box.zone == "erasure_date"
    assert place.page.pane.view.hasFocus()
