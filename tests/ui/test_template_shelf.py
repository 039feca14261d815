"""The lab’s templates on Accueil: from a tile to a project, and what one does with a template."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from labdesk import places
from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.notes import add_note
from labdesk.store.session import Session
from labdesk.ui.home_questions import AgainQuestion, NameQuestion, TitleQuestion
from labdesk.ui.template_shelf import TemplateShelf
from labdesk.ui.window import Window


@pytest.fixture
def full(project: Path) -> Path:
    """The project with a journey and a note."""
    session = Session.open(project)
    canvas, made = create_canvas(session.project, load_catalogue().types["journey"])
    session.do(made)
    session.do(add_note(session.project, canvas, "tray", "Dit par quelqu’un")[1])
    session.close()
    return project


@pytest.fixture
def shelf(window: Window, qtbot: QtBot) -> TemplateShelf:
    """The section of the page, read."""
    return window.home().templates


def drop(widget: TemplateShelf, path: Path) -> bool:
    """A file let go over the section."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy, none = widget.rect().center(), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, Qt.MouseButton.LeftButton, none))
    return enter.isAccepted()


def filled(shelf: TemplateShelf, qtbot: QtBot, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(shelf.tiles) == count, timeout=10_000)


def test_a_project_dropped_there_becomes_a_template_and_a_new_project_is_two_keys_away(
    window: Window, shelf: TemplateShelf, full: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert drop(shelf, full)
    filled(shelf, qtbot)
    assert window.desk.session is None, "it was not opened"
    QTest.keyClick(shelf.tiles[0], Qt.Key.Key_Return)
    question = window.home().findChild(AgainQuestion)
    assert question is not None
    qtbot.waitUntil(lambda: "1 parcours" in question.kept.text())
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=10_000)
    assert window.desk.path == tmp_path / "carte 2.labdesk"
    assert len(window.desk.project.canvases("journey")) == 1
    assert not window.desk.project.note
    assert window.desk.undo_label is None


def test_a_new_project_can_begin_with_a_template(
    window: Window, shelf: TemplateShelf, full: Path, qtbot: QtBot
) -> None:
    window.home().ask_title()
    (plainly,) = window.home().findChildren(TitleQuestion)
    assert not plainly.findChildren(QComboBox), "without templates there is nothing to choose"
    shelf.take(full)
    filled(shelf, qtbot)
    window.home().ask_title()
    question = window.home().findChildren(TitleQuestion)[-1]
    (combo,) = question.findChildren(QComboBox)
    assert [combo.itemText(at) for at in range(combo.count())] == ["Un projet vide", "carte"]
    QTest.keyClicks(question.field, "Lundi")
    combo.setCurrentIndex(1)
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=10_000)
    assert window.desk.project.head.title == "Lundi"
    assert len(window.desk.project.canvases("journey")) == 1


def test_a_template_is_renamed_taken_off_and_brought_back(
    window: Window, shelf: TemplateShelf, full: Path, qtbot: QtBot
) -> None:
    shelf.take(full)
    filled(shelf, qtbot)
    shelf.naming.emit(shelf.tiles[0].template)
    question = window.home().findChild(NameQuestion)
    assert question is not None
    assert question.field.selectedText() == "carte"
    QTest.keyClicks(question.field, "Atelier type")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [tile.template.name for tile in shelf.tiles] == ["Atelier type"])
    shelf.put_aside(shelf.tiles[0].template)
    filled(shelf, qtbot, 0)
    assert not list(places.own_templates().glob("*.labdesk"))
    QTest.mouseClick(shelf._back, Qt.MouseButton.LeftButton)
    filled(shelf, qtbot)
    assert shelf.tiles[0].template.name == "Atelier type"


def test_a_template_is_copied_to_a_key_and_what_goes_wrong_is_said(
    window: Window, shelf: TemplateShelf, full: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shelf.take(full)
    filled(shelf, qtbot)
    key = tmp_path / "clé"
    key.mkdir()
    shelf.copy_to(shelf.tiles[0].template, key)
    qtbot.waitUntil((key / "carte.labdesk").exists)
    with qtbot.waitSignal(window.desk.refused) as told:
        shelf.copy_to(shelf.tiles[0].template, tmp_path / "clé partie")
    assert "rien d’incomplet" in told.args[0]
    with qtbot.waitSignal(window.desk.refused) as told:
        (tmp_path / "faux.labdesk").write_bytes(b"rien")
        shelf.take(tmp_path / "faux.labdesk")
    assert "pas un projet" in told.args[0]


def test_an_empty_shelf_teaches_what_it_is_for(shelf: TemplateShelf, qtbot: QtBot) -> None:
    assert shelf._teaching.isVisible()
    assert "sans rien de ce qui y a été dit" in shelf._teaching.text()
