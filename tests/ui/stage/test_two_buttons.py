"""A clicker with two buttons leads a menu and a small window: suite goes along, retour chooses."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from labdesk.ui.stage.commands import CLICKED, Name
from labdesk.ui.stage.keymap_panel import KeysPanel
from labdesk.ui.stage.parts_panel import PartsPanel
from labdesk.ui.stage.theatre import Theatre

SUITE, RETOUR = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


def choose(theatre: Theatre, name: Name) -> None:
    """Open the bar with the clicker, go along it to this command, choose it."""
    front = theatre.front
    for key in (RETOUR, SUITE, RETOUR):
        QTest.keyClick(front, key)
    for _each in range(CLICKED.index(name)):
        QTest.keyClick(front, SUITE)
    QTest.keyClick(front, RETOUR)


def panels(kind: type) -> list[object]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def test_everything_that_is_not_a_key_of_the_mouse_or_the_keyboard_is_on_the_bar(theatre: Theatre) -> None:
    wanted = {
        "black", "freeze", "spotlight", "reveal_lanes", "reveal_notes", "votes", "timer", "pause",
        "stop_timer", "into", "out", "beside", "order", "lens", "theme", "swap", "windowed", "keys", "leave",
    }  # fmt: skip
    assert wanted == set(CLICKED)


def test_the_menu_of_lenses_is_led_and_something_is_chosen(theatre: Theatre, qtbot: QtBot) -> None:
    choose(theatre, "lens")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, SUITE)
    QTest.keyClick(menu, SUITE)
    QTest.keyClick(menu, RETOUR)
    assert theatre.stage is not None
    assert theatre.stage.halt.lens.kind == "agenda"
    assert theatre.live


def test_a_submenu_is_entered_and_the_last_line_closes_the_menu(theatre: Theatre, qtbot: QtBot) -> None:
    choose(theatre, "lens")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _each in range(3):
        QTest.keyClick(menu, SUITE)
    QTest.keyClick(menu, RETOUR)
    inner = QApplication.activePopupWidget()
    assert isinstance(inner, QMenu)
    assert inner is not menu
    inner.close()
    menu.setActiveAction(menu.actions()[-1])
    QTest.keyClick(menu, RETOUR)
    assert QApplication.activePopupWidget() is None
    assert theatre.live


def test_the_keys_are_shown_and_closed_by_the_clicker(theatre: Theatre) -> None:
    choose(theatre, "keys")
    panel = panels(KeysPanel)[0]
    assert isinstance(panel, KeysPanel)
    QTest.keyClick(panel, RETOUR)
    assert panels(KeysPanel) == []
    assert theatre.live


def test_steps_are_ticked_with_the_clicker(theatre: Theatre) -> None:
    stage = theatre.stage
    assert stage is not None
    with theatre.asides.led_by_clicker():
        theatre.asides.parts(stage, stage.halt.lens.canvas)
    panel = panels(PartsPanel)[0]
    assert isinstance(panel, PartsPanel)
    panel.steps.setFocus()
    QTest.keyClick(panel.steps, SUITE)
    QTest.keyClick(panel.steps, RETOUR)
    assert panel.steps.item(1).checkState() == Qt.CheckState.Checked
    panel.close()


def test_a_menu_opened_by_a_key_keeps_its_own_keys(theatre: Theatre) -> None:
    theatre.run("lens")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[-1].text() != "Fermer ce menu"
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert theatre.live
