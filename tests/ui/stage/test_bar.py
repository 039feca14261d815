"""The bar of the mouse and of the clicker: where it lies, what it says, and that it hides nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.ui.stage.bar import Bar
from labdesk.ui.stage.theatre import Theatre


def test_with_one_screen_the_picture_fills_it_and_the_bar_comes_with_the_mouse(theatre: Theatre) -> None:
    assert theatre.projector is not None
    assert theatre.presenter is None
    assert theatre.projector.isFullScreen()
    assert theatre._bar.isHidden()
    theatre.projector.stirred.emit()
    assert theatre._bar.isVisible()


def test_two_buttons_reach_the_bar_on_the_picture(theatre: Theatre) -> None:
    projector, stage = theatre.projector, theatre.stage
    assert projector is not None
    assert stage is not None
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(projector, key)
    assert theatre._bar.isVisible()
    QTest.keyClick(projector, Qt.Key.Key_PageUp)
    assert stage.cover.black
    assert not theatre._bar.isVisible()


def test_with_two_screens_the_bar_of_the_clicker_is_not_on_the_picture(theatre: Theatre) -> None:
    theatre.run("windowed")  # a presenter's window, as with two screens
    projector, presenter = theatre.projector, theatre.presenter
    assert projector is not None
    assert presenter is not None
    assert theatre.stage is not None
    before = theatre.stage.showing
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(presenter, key)
    assert theatre._bar.isVisible()
    assert theatre._bar.parentWidget() is presenter
    assert theatre.stage.showing == before
    assert projector.findChildren(Bar) == []
    theatre.run("windowed")
    assert theatre._bar.parentWidget() is projector


def test_what_could_not_be_done_is_said_where_the_presenter_looks(theatre: Theatre, qtbot: QtBot) -> None:
    theatre.run("beside")
    assert "case, une phase ou une boîte" in theatre._bar.caption.text()
    theatre.run("windowed")
    assert theatre.presenter is not None
    theatre.run("beside")
    assert "case, une phase ou une boîte" in theatre.presenter.toast.sentence
    for _each in range(200):
        theatre.run("next")
    assert theatre.presenter.toast.sentence == "C’est la fin."


def test_f5_in_atelier_without_a_running_order_says_so_once_a_window_stands(theatre: Theatre) -> None:
    theatre.leave()
    theatre.project("", order=True)
    assert "déroulé est vide" in theatre._bar.caption.text()
    assert theatre.live
