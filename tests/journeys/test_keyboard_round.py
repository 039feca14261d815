"""Tab goes round every place: all that can be used is reached, one comes out, and one sees where one is."""

from collections import Counter
from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from labdesk.domain.palette import contrast
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.style import ThemeName
from tests.journeys.hands import Hands
from tests.journeys.test_access import spoken
from tests.journeys.test_places_visited import VISITED, go

MOST = 900
"""Steps of Tab after which someone would give up; the example's journey takes about 180."""
WITHIN = 200
"""Stops there may be inside one canvas or one table."""
VIEWS = ("Ctrl+L", "Ctrl+Shift+I", "Ctrl+Shift+R", "Ctrl+Shift+F", "Ctrl+F")
"""What opens inside Parcours: list, irritants, tray, sheet, search."""


def told(widget: QWidget | None) -> str:
    """Which widget, for whoever reads the failure."""
    return f"{type(widget).__name__} « {spoken(widget)} »" if widget is not None else "nobody"


def _in_a_list(widget: QWidget) -> bool:
    """An editor inside a table or a list."""
    above = widget.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QAbstractItemView)


def wanted(top: QWidget) -> list[QWidget]:
    """What Tab must reach: seen, usable, taking Tab; of buttons that exclude each other the chosen one."""
    found = []
    for widget in top.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not (takes and widget.isVisible() and widget.isEnabled()) or widget.focusProxy() is not None:
            continue
        if _in_a_list(widget):
            continue
        if isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.isChecked():
            group = widget.group()
            if widget.autoExclusive() or (group is not None and group.exclusive()):
                continue
        found.append(widget)
    return found


def rounded(hands: Hands, key: str = "Tab") -> list[QWidget]:
    """Who has the keyboard, one press after the other, until all that comes was met twice."""
    times: Counter[int] = Counter()
    seen: dict[int, QWidget] = {}
    for _step in range(MOST):
        here = hands.focus
        seen[id(here)] = here
        times[id(here)] += 1
        within = WITHIN if isinstance(here, CanvasView | QAbstractItemView) else 2
        if times[id(here)] > within:
            return list(seen.values())
        hands.press(key)
        hands.rest()
        assert QApplication.focusWidget() is not None, f"after {told(here)} nobody has the keyboard"
    raise AssertionError(f"{key} goes on for ever: {[told(one) for one in seen.values()]}")


def check_round(hands: Hands, where: str) -> list[QWidget]:
    """Tab and Maj+Tab go round, and nothing is left out."""
    expected = wanted(hands.window)
    seen = rounded(hands)
    reached = {id(one) for one in seen}
    left_out = [told(one) for one in expected if id(one) not in reached and one.isVisible()]
    assert left_out == [], where
    return seen


def test_maj_tab_goes_the_other_way_round(visiting: Hands) -> None:
    go(visiting, "dossier/tables")
    expected, back = wanted(visiting.window), {id(one) for one in rounded(visiting, "Shift+Tab")}
    assert [told(one) for one in expected if id(one) not in back and one.isVisible()] == []


@pytest.mark.parametrize("where", VISITED)
def test_tab_reaches_everything_of_a_place_and_comes_out_again(visiting: Hands, where: str) -> None:
    visiting.press("F4")
    go(visiting, where)
    check_round(visiting, where)


@pytest.mark.parametrize("view", VIEWS)
def test_tab_comes_out_of_every_view_of_a_journey(visiting: Hands, view: str) -> None:
    visiting.press(view)
    visiting.rest()
    check_round(visiting, view)


def test_f6_goes_through_regions_that_have_names_and_comes_back(visiting: Hands) -> None:
    visiting.press("F4")
    for where in VISITED:
        go(visiting, where)
        began, seen = visiting.focus, []
        for _step in range(12):
            visiting.press("F6")
            visiting.rest()
            seen.append(visiting.focus)
            if visiting.focus is began:
                break
        assert seen[-1] is began, (where, [told(one) for one in seen])
        assert len(seen) >= 3, where


def picture(window: QWidget, area: QRect) -> QImage:
    """A part of the window as it is seen now."""
    QApplication.processEvents()
    return window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


def marked(before: QImage, after: QImage) -> int:
    """How many pixels changed by at least 3 to 1."""
    width, height = before.width(), before.height()
    one, two = (memoryview(image.constBits()).cast("I") for image in (before, after))
    pairs: Counter[tuple[int, int]] = Counter()
    for at in range(0, width * height, width):
        line, other = one[at : at + width], two[at : at + width]
        if line != other:
            pairs.update(zip(line, other, strict=True))
    return sum(n for (a, b), n in pairs.items() if a != b and _contrast(a & 0xFFFFFF, b & 0xFFFFFF) >= 3)


@cache
def _contrast(one: int, other: int) -> float:
    return contrast(f"#{one:06X}", f"#{other:06X}")


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("where", VISITED)
def test_one_sees_where_the_keyboard_is(visiting: Hands, where: str, theme: ThemeName) -> None:
    QApplication.setCursorFlashTime(0)
    window = visiting.window
    window.look.become(theme=theme)
    go(visiting, where)
    stops = wanted(window)
    faint = []
    for rank, stop in enumerate(stops):
        if not stop.isVisible():
            continue
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is not stop:
            continue
        area = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()).adjusted(-4, -4, 4, 4)
        area = area.intersected(window.rect())
        if area.isEmpty():
            continue
        with_it = picture(window, area)
        stops[rank - 1].setFocus(Qt.FocusReason.TabFocusReason)
        without = picture(window, area)
        if marked(without, with_it) < 40:
            faint.append(f"{told(stop)} {stop.width()}×{stop.height()}: {marked(without, with_it)} px")
    assert not faint, "\n".join([where, *faint])


@pytest.mark.parametrize("opening", ["Ctrl+,", "F1", "Shift+F1"])
def test_tab_goes_round_a_panel_and_echap_leaves_it(visiting: Hands, opening: str) -> None:
    began = visiting.focus
    visiting.press(opening)
    visiting.rest()
    panel = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not visiting.window)
    panel.activateWindow()
    visiting.until(panel.isActiveWindow)
    expected, seen = wanted(panel), rounded(visiting)
    assert [told(one) for one in expected if one not in seen] == []
    visiting.press("Esc")
    visiting.come_back()
    visiting.until(lambda: QApplication.focusWidget() is began)
