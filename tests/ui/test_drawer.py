"""The drawer: what is selected, its question, and all that can be said of a note."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import canvases, notes
from labdesk.domain.tie_choices import candidates
from labdesk.ui.desk import Desk, Selection
from labdesk.ui.drawer import Drawer
from labdesk.ui.style import Look
from tests.memory import kind


@pytest.fixture
def drawer(desk: Desk, look: Look, around: QWidget) -> Iterator[Drawer]:
    made = Drawer(desk, look, around)
    made.resize(284, 640)
    around.show()
    yield made
    made.settle()


@pytest.fixture
def note(desk: Desk) -> str:
    """A pain point of a journey."""
    canvas, gesture = canvases.create_canvas(desk.project, kind("journey"), title="Refaire sa carte")
    desk.do(gesture)
    made, gesture = notes.add_note(desk.project, canvas, "pain_points", "Trop long")
    desk.do(gesture)
    return made


def select(drawer: Drawer, note: str) -> None:
    row = drawer.desk.project.note[note]
    drawer.desk.select(Selection(row.canvas or "", row.zone, row.step, "note", note))


def test_nothing_selected_is_said_so(drawer: Drawer) -> None:
    assert drawer._what.text() == "Rien n’est sélectionné"
    assert drawer.note.isHidden()


def test_a_note_shows_its_lane_its_question_and_its_text(drawer: Drawer, note: str) -> None:
    select(drawer, note)
    assert drawer._what.text() == "Irritants"
    assert drawer._question.text().startswith("Qu’est-ce qui bloque")
    assert drawer.note.text.toPlainText() == "Trop long"


def test_votes_evidence_voice_and_source_are_said_there(drawer: Drawer, note: str) -> None:
    select(drawer, note)
    form = drawer.note
    form.more.click()
    form.more.click()
    form.fewer.click()
    form.evidence.setCurrentIndex(form.evidence.findData("measured"))
    form.evidence.activated.emit(form.evidence.currentIndex())
    form.voice.setCurrentIndex(form.voice.findData("agent"))
    form.voice.activated.emit(form.voice.currentIndex())
    QTest.keyClicks(form.source, "Enquete de mars")
    form.settle()
    row = drawer.desk.project.note[note]
    assert drawer.desk.project.votes_on(note) == 1
    assert (row.evidence, row.voice, row.source) == ("measured", "agent", "Enquete de mars")


def test_the_text_typed_in_the_drawer_is_the_note_s(drawer: Drawer, note: str) -> None:
    select(drawer, note)
    drawer.note.text.setFocus(Qt.FocusReason.OtherFocusReason)
    drawer.note.text.moveCursor(drawer.note.text.textCursor().MoveOperation.End)
    QTest.keyClicks(drawer.note.text, " ici")
    drawer.follow(None)
    assert drawer.desk.project.note[note].text == "Trop long ici"


def test_the_facilitator_s_note_is_not_on_the_screen_of_a_table(drawer: Drawer, note: str) -> None:
    select(drawer, note)
    assert not drawer.note._private.isHidden()
    drawer.desk.table = "Table 3"
    drawer.refresh()
    assert drawer.note._private.isHidden()


def test_a_note_is_tied_to_a_problem_found_by_its_words_and_untied(
    drawer: Drawer, note: str, qtbot: QtBot
) -> None:
    desk = drawer.desk
    problem, gesture = canvases.create_canvas(desk.project, kind("problem"), title="Répondre vite")
    desk.do(gesture)
    select(drawer, note)
    links = drawer.note.links
    assert "Répondre vite" in [choice.label for choice in candidates(desk.project, [links.note])]
    links.tie(problem)
    assert [link.target for link in desk.project.links_from(note)] == [problem]
    assert len(links.rows) == 1
    with qtbot.waitSignal(desk.wanted) as wanted:
        links._go(problem)
    assert wanted.args[0].canvas == problem
    desk.do(canvases.unlink(desk.project, links.ties()[0].row))
    assert links.rows == []


def test_a_cell_and_a_head_have_their_words_too(drawer: Drawer, note: str) -> None:
    canvas = drawer.desk.project.note[note].canvas or ""
    drawer.desk.select(Selection(canvas, "emotions", None, "", ""))
    assert drawer._what.text() == "Courbe des émotions"
    drawer.desk.select(Selection(canvas, "actions", None, "lane", f"{canvas}/actions"))
    assert drawer._where.text() == "Ligne"


def test_a_selected_note_that_goes_away_leaves_no_form(drawer: Drawer, note: str) -> None:
    select(drawer, note)
    drawer.desk.do(notes.delete_notes(drawer.desk.project, [note]))
    assert drawer.note.isHidden()


def test_a_photo_is_described_in_the_drawer(drawer: Drawer, note: str) -> None:
    desk, canvas = drawer.desk, drawer.desk.project.note[note].canvas or ""
    photo, gesture = canvases.add_photo(desk.project, canvas, "photos", "0" * 64)
    desk.do(gesture)
    desk.select(Selection(canvas, "photos", None, "photo", photo))
    assert drawer.photo is not None
    QTest.keyClicks(drawer.photo.alt, "Un guichet")
    select(drawer, note)
    assert desk.project.photo[photo].alt == "Un guichet"
    assert drawer.photo is None
