"""Text at 150 and 200 % and high contrast on a small screen: nothing anyone must read is cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from labdesk.ui.canvas.sliding import SlidingRow
from labdesk.ui.dossier.all_pages import AllPages
from labdesk.ui.style import ThemeName
from tests.journeys.conftest import SIZE
from tests.journeys.hands import Hands
from tests.journeys.test_places_visited import VISITED, go

ELIDED = "…"
"""A text that ends so was shortened on purpose; the whole is in its tooltip or its accessible name."""


def cut(widget: QWidget) -> str:
    """What of a widget's own words cannot be read; empty when all can."""
    if isinstance(widget, QAbstractButton):
        return _button_cut(widget)
    if isinstance(widget, QLabel):
        return _label_cut(widget)
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        words = QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, words, widget)
        need = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return widget.currentText() if need > room.width() else ""
    if isinstance(widget, QTabBar):
        shown = [at for at in range(widget.count()) if widget.isTabVisible(at)]
        names, wide = [(at, widget.tabText(at)) for at in shown], widget.fontMetrics().horizontalAdvance
        if beyond := [name for at, name in names if not widget.rect().contains(widget.tabRect(at))]:
            return "" if _in_a_menu(widget, len(shown)) else ", ".join(beyond)
        return next((name for at, name in names if wide(name) > widget.tabRect(at).width()), "")
    if isinstance(widget, QScrollArea) and not isinstance(widget, SlidingRow):
        sheet, room_ = widget.widget(), widget.viewport().width() + 1
        stuck = widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        return "a page that is too wide" if stuck and sheet is not None and sheet.width() > room_ else ""
    return ""


def _in_a_menu(tabs: QTabBar, count: int) -> bool:
    """The tabs that had to leave the bar are in the menu of a button beside it."""
    around = tabs.parentWidget()
    beside = around.findChildren(AllPages) if around is not None else []
    for button in beside:
        button.menu().aboutToShow.emit()
    return any(button.isVisible() and len(button.menu().actions()) == count for button in beside)


def _button_cut(button: QAbstractButton) -> str:
    icon_only = isinstance(button, QToolButton) and (
        button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    if not button.text() or icon_only or button.text().endswith(ELIDED):
        return ""
    need, have = button.sizeHint(), button.size()
    return button.text() if need.width() > have.width() + 1 or need.height() > have.height() + 1 else ""


def _parts(words: str) -> list[str]:
    """What no line end can part: a long path may go on after each folder."""
    return words.replace("\u200b", " ").split()


def _label_cut(label: QLabel) -> str:
    words, room, wide = label.text(), label.contentsRect(), label.fontMetrics().horizontalAdvance
    if not words or words.endswith(ELIDED):
        return ""
    if label.wordWrap():
        too_high = label.heightForWidth(label.width()) > label.height() + 1
        return words if too_high or max(map(wide, _parts(words))) > room.width() + 1 else ""
    too_high = label.sizeHint().height() > label.height() + 1
    return words if too_high or max(map(wide, words.split("\n"))) > room.width() + 1 else ""


def outside(widget: QWidget, window: QWidget) -> str:
    """The words of a widget that reaches out of what it stands in, where nothing can be scrolled."""
    if not isinstance(widget, QAbstractButton | QLabel | QComboBox | QLineEdit):
        return ""
    around = widget.parentWidget()
    while around is not None and around is not window:
        if isinstance(around.parentWidget(), QAbstractScrollArea):  # it is a viewport
            return ""
        place = widget.rect().translated(widget.mapTo(around, widget.rect().topLeft()))
        if not around.rect().adjusted(-1, -1, 1, 1).contains(place):
            return f"{widget.accessibleName()} out of {type(around).__name__}"
        around = around.parentWidget()
    return ""


def unreadable(window: QWidget) -> list[str]:
    """Everything on screen that is cut."""
    seen = [w for w in window.findChildren(QWidget) if w.isVisible() and not w.visibleRegion().isEmpty()]
    found = [(w, cut(w) or outside(w, window)) for w in seen]
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}: {words}" for w, words in found if words
    ]


def settled(hands: Hands) -> list[str]:
    """What is still cut once the window has had the time to lay itself out."""
    for _try in range(10):
        hands.qtbot.wait(20)
        if not (found := unreadable(hands.window)):
            break
    return found


def test_the_eye_of_this_test_is_good(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(400, 200)
    button, label = QPushButton("Exporter le dossier", around), QLabel("Deux mots", around)
    button.setGeometry(0, 0, 60, 30)
    label.setGeometry(0, 50, 20, 30)
    inside = QPushButton("Ici", around)
    inside.move(390, 100)
    around.show()
    assert len(unreadable(around.window())) == 2
    button.resize(button.sizeHint())
    label.resize(label.sizeHint())
    assert unreadable(around) == []


@pytest.mark.parametrize(
    ("theme", "scale", "drawer"),
    [("light", 1.0, True), ("light", 1.5, False), ("contrast", 2.0, False), ("contrast", 1.0, False)],
)
def test_nothing_is_cut_off(visiting: Hands, theme: ThemeName, scale: float, drawer: bool) -> None:
    window = visiting.window
    window.look.become(theme=theme, scale=scale)
    window.choices.drawer(drawer)
    window.resize(*SIZE)
    for where in VISITED:
        go(visiting, where)
        assert settled(visiting) == [], where
        assert (window.width(), window.height()) == SIZE, where
    for view in ("Ctrl+Shift+F", "Ctrl+Shift+R", "Ctrl+L", "Ctrl+Shift+I", "Ctrl+F", "Ctrl+N"):
        go(visiting, "journeys")
        visiting.press(view)
        assert settled(visiting) == [], view
