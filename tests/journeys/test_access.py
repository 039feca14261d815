"""Keyboard and screen reader, in every place of the example: what can be done, and what things are called."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.hands import Hands
from tests.journeys.test_places_visited import VISITED, go


def keys(action: QAction) -> list[str]:
    """All ways to type an action."""
    return [key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def test_every_action_has_words_an_icon_keys_of_its_own_and_a_place_in_a_menu(visiting: Hands) -> None:
    window = visiting.window
    for where in VISITED:
        go(visiting, where)
        shown, found = window.menus.actions(), [*window.actions(), *window.place.actions()]
        for action in found:
            assert action.text(), where
            assert not action.icon().isNull(), (where, action.text())
            assert keys(action), (where, action.text())
            assert action in shown, (where, action.text())
        assert set(shown) <= set(found), where
        counted = Counter(key for action in found if action.isEnabled() for key in keys(action))
        assert [key for key, count in counted.items() if count > 1] == [], where


def test_the_menu_of_the_title_holds_nothing_that_is_not_elsewhere_but_the_canvases(visiting: Hands) -> None:
    window = visiting.window
    for place in ("workshop", "journeys", "problem"):
        go(visiting, place)
        menu = QMenu(window)
        window.place.fill_title_menu(menu)
        for action in menu.actions():
            if not action.isSeparator():
                assert not action.icon().isNull(), action.text()
                assert keys(action) or action.isCheckable() or action.text().startswith("Nouveau")
        menu.deleteLater()


def stops(top: QWidget) -> Iterator[QWidget]:
    """What the keyboard or a click can put the focus on."""
    for widget in (top, *top.findChildren(QWidget)):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes and widget.isVisible() and widget.focusProxy() is None:  # a viewport: its view is named
            yield widget


def nameless(top: QWidget) -> list[str]:
    """Stops a screen reader would call « bouton » and nothing else."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in stops(top)
        if not spoken(widget)
    ]


def test_the_ear_of_this_test_is_good(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    assert nameless(button) == ["QPushButton in NoneType"]
    button.setAccessibleName("Fermer")
    assert nameless(button) == []


def test_everything_that_takes_the_focus_has_a_name(visiting: Hands) -> None:
    window = visiting.window
    visiting.press("F4")
    for where in VISITED:
        go(visiting, where)
        assert len(list(stops(window))) > 10
        assert nameless(window) == [], where
    go(visiting, "journeys")
    for view in (
        "Ctrl+Shift+F",
        "Ctrl+Shift+R",
        "Ctrl+L",
        "Ctrl+Shift+I",
        "Ctrl+Shift+C",
        "F3",
        "Ctrl+Shift+Down",
        "Ctrl+Shift+Up",
        "Ctrl+F",
        "Ctrl+N",
        "Ctrl+Shift+T",
    ):
        visiting.press(view)
        visiting.rest()
        assert nameless(window) == [], view


def test_everything_in_the_panels_has_a_name_too(visiting: Hands) -> None:
    for opening in ("Ctrl+,", "F1", "Shift+F1"):
        visiting.press(opening)
        visiting.rest()
        panels = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not visiting.window]
        assert panels, opening
        for panel in panels:
            assert nameless(panel) == [], opening
            panel.close()
        visiting.come_back()
