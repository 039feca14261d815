"""The place Dossier as a whole: every page by its key, every focus with a name, every target reached."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import add_row, set_project
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk, Target
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.page_names import KEYS, PAGES
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.style import Look
from labdesk.ui.window import Window
from labdesk.ui.workshop.workshop_place import WorkshopPlace


def focusable(widget: QWidget) -> Iterator[QWidget]:
    """Everything Tab can reach inside, as it is shown now."""
    for child in widget.findChildren(QWidget):
        on_canvas = any(page.isAncestorOf(child) for page in widget.findChildren(CanvasPage))
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and not on_canvas:
            yield child


def nameless(widget: QWidget) -> list[str]:
    """Focusable things a screen reader would have no name for."""
    found = []
    for child in focusable(widget):
        interface = QAccessible.queryAccessibleInterface(child)
        name = interface.text(QAccessible.Text.Name) if interface else child.accessibleName()
        if not name:
            found.append(f"{type(child.parent()).__name__} › {type(child).__name__}")
    return found


def test_whatever_takes_the_focus_on_a_page_has_a_name(place: DossierPlace) -> None:
    place.desk.do(add_row(place.desk.project, "expense", label="Design")[1])
    for page in PAGES:
        place.show_page(page)
        QApplication.processEvents()
        assert nameless(place) == [], page


def test_a_page_never_shown_opens_by_a_click_on_its_tab_and_by_the_arrows(place: DossierPlace) -> None:
    for page in ("budget", "form", "versions"):
        at = place.bar.tabs.tabRect(PAGES.index(page)).center()
        QTest.mouseClick(place.bar.tabs, Qt.MouseButton.LeftButton, pos=at)
        assert place.current == page
        assert place.pages[page].isVisible()
    QTest.keyClick(place.bar.tabs, Qt.Key.Key_Right)
    assert place.pages["follow_up"].isVisible()


def test_whatever_takes_the_focus_in_prototypes_and_atelier_has_a_name(desk: Desk, look: Look) -> None:
    prototypes, workshop = PrototypesPlace(desk, look), WorkshopPlace(desk, look)
    for made in (prototypes, workshop):
        made.resize(1310, 640)
        made.show()
        QApplication.processEvents()
        assert nameless(made) == []
    prototypes.deck.add()
    QApplication.processEvents()
    assert nameless(prototypes) == []


def test_a_click_on_each_tab_shows_its_page_the_first_time_too(place: DossierPlace) -> None:
    for at, page in enumerate(PAGES):
        if place.bar.tabs.isTabVisible(at):
            middle = place.bar.tabs.tabRect(at).center()
            QTest.mouseClick(
                place.bar.tabs, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle
            )
            assert place.current == page
            assert place.pages[page].isVisibleTo(place)
            assert place.bar.tabs.currentIndex() == at


def test_each_page_is_one_key_away_also_on_a_french_keyboard(place: DossierPlace, qtbot: QtBot) -> None:
    own_keys = {*KEYS, "corrections"}
    for at, page in enumerate(page for page in PAGES if page not in own_keys):
        QTest.keyClick(place, Qt.Key(Qt.Key.Key_1 + at), Qt.KeyboardModifier.ControlModifier)
        assert place.current == page
    QTest.keyClick(place, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert place.current == "versions"
    QTest.keyClick(place, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert place.current == "follow_up"
    keys = {key.toString() for action in place.actions() for key in action.shortcuts()}
    assert {"Ctrl+&", "Ctrl+É", 'Ctrl+"'} <= keys


def test_no_key_of_a_place_is_taken_by_the_window(window: Window) -> None:
    everywhere = {key.toString() for action in window.actions() for key in action.shortcuts()}
    for made in (
        DossierPlace(window.desk, window.look, window),
        PrototypesPlace(window.desk, window.look, window),
        WorkshopPlace(window.desk, window.look, window),
    ):
        keys = [
            key.toString() for action in made.actions() for key in action.shortcuts() if action.isEnabled()
        ]
        assert set(keys) & everywhere == set()
        assert len(set(keys)) == len(keys)
        assert all(action.text() and not action.icon().isNull() for action in made.actions())


def test_undo_goes_back_to_where_it_was(place: DossierPlace) -> None:
    place.show_page("tables")
    place.desk.wanted.connect(place.reveal)
    row, gesture = add_row(place.desk.project, "resource", label="Région")
    place.desk.do(gesture)
    place.desk.do(set_project(place.desk.project, "fund", "Fonds"))
    place.desk.undo()
    assert place.current == "texts"
    place.reveal(Target("dossier", table="resource", row=row, field="amount"))
    assert place.current == "budget"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Ressources"


@pytest.mark.parametrize(("width", "scale"), [(1310, 1.5), (760, 1.0), (1310, 2.0)])
def test_pages_fit_a_small_screen_and_large_letters(
    funded: Desk, look: Look, width: int, scale: float, qtbot: QtBot
) -> None:
    look.become(scale=scale)
    made = DossierPlace(funded, look)
    made.resize(width, 640)
    made.show()
    for page in PAGES:
        made.show_page(page)
        QApplication.processEvents()
        assert made.width() == width, page
        for scroll in made.findChildren(QScrollArea):
            if scroll.isVisible():
                assert scroll.horizontalScrollBar().maximum() == 0, page


def test_pages_that_large_letters_push_out_of_the_bar_are_in_a_menu(place: DossierPlace, look: Look) -> None:
    place.resize(1260, 640)
    QApplication.processEvents()
    assert not place.bar.all_pages.isVisible()
    place.resize(500, 640)
    QApplication.processEvents()
    assert place.bar.all_pages.isVisible()
    menu = place.bar.all_pages.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        place.bar.tabs.tabText(at) for at in range(place.bar.tabs.count()) if place.bar.tabs.isTabVisible(at)
    ]
    next(action for action in menu.actions() if action.text() == "Suivi").trigger()
    assert place.current == "follow_up"
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Suivi"]
