"""Typing with the help: a dotted line under the unknown word, its menu, its key; off and absent: nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from labdesk.ui.spelling.speller import Speller
from labdesk.ui.spelling.spelling import Spelling
from labdesk.ui.spelling.underline import REST, Underline
from tests.ui.spelling.test_speller import Words


class Desk(QPlainTextEdit):
    """An editor that is helped."""

    def __init__(self, own: Path) -> None:
        super().__init__()
        self.spelling = Spelling(self)
        self.spelling.want(True)
        self.spelling.become(Speller(Words(), own))
        self.underline = Underline(self, self.spelling)

    def lined(self) -> list[str]:
        """The words with a line under them."""
        found = []
        block = self.document().begin()
        while block.isValid():
            layout: QTextLayout = block.layout()
            found += [block.text()[f.start : f.start + f.length] for f in layout.formats()]
            block = block.next()
        return found


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    editor = Desk(tmp_path / "mots.txt")
    qtbot.addWidget(editor)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.setFocus()
    yield editor
    editor.close()


def menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def test_the_word_being_typed_is_left_in_peace_until_the_hand_rests(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk, "guichte")
    assert desk.lined() == []
    qtbot.waitUntil(lambda: desk.lined() == ["guichte"], timeout=10 * REST)


def test_a_finished_word_is_underlined_at_once(desk: Desk) -> None:
    QTest.keyClicks(desk, "guichte trop ")
    assert desk.lined() == ["guichte"]
    QTest.keyClicks(desk, "long")
    assert desk.lined() == ["guichte"]


def test_the_menu_of_the_word_has_proposals_and_puts_one_in_its_place(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk, "trop guichte long ")
    cursor = desk.textCursor()
    cursor.setPosition(8)
    desk.setTextCursor(cursor)
    QApplication.sendEvent(desk, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    qtbot.waitUntil(lambda: menu().actions()[0].text() == "guichet", timeout=5_000)
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    assert desk.toPlainText() == "trop guichet long "


def test_f7_goes_to_the_next_unknown_word_and_a_word_of_ours_is_learnt(desk: Desk, qtbot: QtBot) -> None:
    desk.setPlainText("trop\nguichte long labodesk")
    QTest.keyClick(desk, Qt.Key.Key_F7)
    assert desk.textCursor().selectedText() == "guichte"
    qtbot.waitUntil(lambda: menu().actions()[0].text() == "guichet", timeout=5_000)
    menu().close()
    QTest.keyClick(desk, Qt.Key.Key_F7)
    assert desk.textCursor().selectedText() == "labodesk"
    (ours,) = [action for action in menu().actions() if "mot à nous" in action.text()]
    ours.trigger()
    menu().close()
    assert desk.lined() == ["guichte"]


def test_off_nothing_is_underlined_and_the_menu_is_the_usual_one(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk, "guichte ")
    desk.spelling.want(False)
    assert desk.lined() == []
    assert desk.underline.word_at(3) is None
    desk.spelling.want(True)
    qtbot.waitUntil(lambda: desk.lined() == ["guichte"])


def test_a_laptop_without_a_dictionary_underlines_nothing_and_says_nothing(desk: Desk) -> None:
    desk.spelling.become(None)
    QTest.keyClicks(desk, "guichte ")
    assert desk.lined() == []
    assert desk.spelling.missing
