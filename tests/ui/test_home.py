"""Accueil: four ways to begin, one question at a time, never a dialog in the way."""

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from labdesk.store.shelf_index import Recent
from labdesk.ui.desk import Desk
from labdesk.ui.home import Home
from labdesk.ui.home_questions import Question
from labdesk.ui.opening import Opening
from labdesk.ui.settings import Settings
from labdesk.ui.style import SCALES, Look
from labdesk.ui.window import Window


@pytest.fixture
def home(empty_desk: Desk, look: Look, launched: list[Path], tmp_path: Path, qtbot: QtBot) -> Home:
    """Accueil, shown, with no recent project."""
    made = Home(empty_desk, look, Opening(empty_desk, Settings(folder=str(tmp_path)), launched.append))
    qtbot.addWidget(made)
    made.resize(1310, 640)
    made.show()
    return made


def field(home: Home) -> QLineEdit:
    """The field of the question being asked."""
    return home.findChildren(Question)[-1].findChildren(QLineEdit)[0]


def test_a_title_and_return_make_a_project(home: Home, empty_desk: Desk, tmp_path: Path) -> None:
    home.ask_title()
    QTest.keyClicks(field(home), "Carte d'identite")
    QTest.keyPress(field(home), Qt.Key.Key_Return)
    assert empty_desk.project.head.title == "Carte d'identite"
    assert empty_desk.path == tmp_path / "Carte d'identite.labdesk"


def test_without_a_title_nothing_is_made_and_the_field_is_asked_again(home: Home, empty_desk: Desk) -> None:
    home.ask_title()
    QTest.keyPress(field(home), Qt.Key.Key_Return)
    assert empty_desk.session is None
    labels = home.findChildren(Question)[-1].findChildren(QLabel)
    assert any("titre" in label.text() for label in labels if not label.isHidden())


def test_escape_gives_a_question_up(home: Home, qtbot: QtBot) -> None:
    home.ask_title()
    QTest.keyPress(field(home), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not home.findChildren(Question))


def test_only_one_question_is_asked_at_a_time(home: Home, qtbot: QtBot) -> None:
    home.ask_title()
    home.ask_table()
    qtbot.waitUntil(lambda: len(home.findChildren(Question)) == 1)
    assert home.findChildren(Question)[0].accessibleName() == "Quelle table\u202f?"


def test_a_table_needs_a_name_and_its_file(home: Home, empty_desk: Desk, project: Path) -> None:
    home.ask_table()
    question = home.findChildren(Question)[0]
    QTest.keyClicks(field(home), "3")
    QTest.keyPress(field(home), Qt.Key.Key_Return)
    assert empty_desk.session is None
    question.path = project
    QTest.keyPress(field(home), Qt.Key.Key_Return)
    assert empty_desk.table == "Table 3"


@pytest.mark.parametrize("scale", SCALES)
def test_everything_is_reachable_at_every_text_size(
    home: Home, look: Look, scale: float, qtbot: QtBot
) -> None:
    look.become(scale=scale)
    home.resize(1310, 640)
    for tile in home.regions()[0].parentWidget().findChildren(type(home.regions()[0])):  # type: ignore[union-attr]
        assert tile.width() >= 32
        assert tile.geometry().right() <= home.width()
        assert tile.accessibleName()


def test_a_new_project_has_the_keyboard_and_not_the_page_it_was_made_on(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.home().ask_title()
    asked = field(window.home())
    QTest.keyClicks(asked, "Carte grise")
    QTest.keyPress(asked, Qt.Key.Key_Return)
    assert window.current == "journeys"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.place.isAncestorOf(focus)


def test_enter_opens_what_has_the_keyboard(home: Home, qtbot: QtBot) -> None:
    QTest.keyPress(home.regions()[0], Qt.Key.Key_Return)
    assert home.findChildren(Question)
    QTest.keyPress(field(home), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not home.findChildren(Question))
    QTest.keyPress(home.regions()[0], Qt.Key.Key_Enter)
    assert home.findChildren(Question)


def test_many_recent_projects_never_make_the_page_wider_than_the_window(
    home: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / ("un dossier au nom vraiment très long " * 4).strip()
    folder.mkdir()
    paths = [folder / f"{n}.labdesk" for n in range(9)]
    one = Recent(paths[0], "Renouveler sa carte d’identité " * 4, datetime.now(), None, True)
    home.gallery.show_recent([replace(one, path=path) for path in paths])
    scroll = home.findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().isVisible())
    for width in (1310, 900, 640):
        home.resize(width, 640)
        qtbot.waitUntil(lambda: scroll.viewport().width() < home.width())
        QTest.qWait(20)  # laid out
        assert scroll.horizontalScrollBar().maximum() == 0
        ends = [card.mapTo(home, card.rect().topRight()).x() for card in home.gallery.cards]
        assert max(ends) < scroll.viewport().width()


def test_a_new_project_can_be_begun_with_enter_at_once(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.home().ask_title()
    QTest.keyClicks(field(window.home()), "Carte grise")
    QTest.keyPress(field(window.home()), Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Nouveau\u00a0: Parcours usager"
    QTest.keyPress(focus, Qt.Key.Key_Return)
    assert len(window.desk.project.canvas) == 1
