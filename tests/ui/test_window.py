"""The window as a whole: places, menus, keys, room, files dropped, and the calm of what goes wrong."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import write_section
from labdesk.store.session import Session
from labdesk.ui.place import DOORS
from labdesk.ui.style import SCALES
from labdesk.ui.window import Window

PLACES = [door.name for door in DOORS]


# -- places -------------------------------------------------------------------------------------------------
def test_everything_that_takes_the_focus_has_an_accessible_name(filled: Window) -> None:
    assert {name: nameless(filled, name) for name in PLACES} == {name: [] for name in PLACES}


def nameless(filled: Window, name: str) -> list[str]:
    """What a screen reader could not name in this place."""
    filled.show_place(name)
    QApplication.processEvents()
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in filled.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None  # a viewport: its view is named
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]


@pytest.mark.parametrize("scale", SCALES)
def test_no_place_makes_the_window_wider_than_a_small_screen(filled: Window, scale: float) -> None:
    filled.look.become(scale=scale)
    for name in PLACES:
        filled.show_place(name)
        filled.resize(1366, 696)
        QApplication.processEvents()
        assert (filled.width(), filled.height()) == (1366, 696), name


def test_another_project_shows_its_title_and_parcours(opened: Window) -> None:
    assert opened.current == "journeys"
    assert opened.windowTitle() == "Renouveler sa carte d’identité · LabDesk"


def test_closing_the_project_goes_back_to_accueil_where_it_is_listed(filled: Window, project: Path) -> None:
    filled.deeds.close.trigger()
    assert filled.current == "home"
    assert filled.windowTitle() == "LabDesk"
    home = filled.home()
    assert [card.toolTip() for card in home.gallery.cards] == [str(project)]
    assert filled.opening.recent()[0].thumbnail is not None


def test_an_undo_goes_to_the_place_of_what_it_took_back(filled: Window) -> None:
    filled.desk.do(write_section(filled.desk.project, "summary", "Texte"))
    filled.show_place("home")
    QTest.keySequence(filled, QKeySequence("Ctrl+Z"))
    assert filled.current == "dossier"
    assert filled.desk.project.text("summary") == ""
    assert filled.toast.sentence.startswith("Annulé")


def test_a_table_has_no_dossier_and_no_projection(window: Window, project: Path) -> None:
    window.opening.table("Table 2", project)
    assert "Table 2" in window.top.project.accessibleName()
    assert not window.deeds.doors["dossier"].isVisible()
    assert not window.deeds.project.isVisible()
    assert window.deeds.doors["journeys"].isVisible()


# -- saving, refusing ---------------------------------------------------------------------------------------
def test_the_pill_says_when_the_file_holds_everything(opened: Window, qtbot: QtBot) -> None:
    opened.desk.do(write_section(opened.desk.project, "summary", "Texte"))
    qtbot.waitUntil(lambda: opened.top.pill.text().startswith("Enregistré · "))


def test_the_rail_tells_how_far_the_dossier_is_once_the_hands_rest(opened: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "à remplir" in opened.rail.progress.accessibleName(), timeout=3000)
    opened.desk.do(write_section(opened.desk.project, "context", "Une démarche"))
    qtbot.waitUntil(lambda: "bloquant" in opened.rail.progress.accessibleName(), timeout=3000)
    before = opened.rail.progress.accessibleName()
    opened.desk.do(
        write_section(opened.desk.project, "summary", "Une synthèse assez longue pour être prête.")
    )
    assert opened.rail.progress.accessibleName() == before
    qtbot.waitUntil(lambda: opened.rail.progress.accessibleName() != before, timeout=3000)
    opened.rail.progress.click()
    assert opened.current == "dossier"


def test_what_is_no_project_is_told_and_the_window_stays_as_it_was(opened: Window, tmp_path: Path) -> None:
    (tmp_path / "lettre.labdesk").write_text("bonjour", "utf-8")
    opened.opening.open(tmp_path / "lettre.labdesk")
    assert "lettre.labdesk" in opened.toast.sentence
    assert opened.desk.project.head.title == "Renouveler sa carte d’identité"


def test_a_file_dropped_on_the_window_is_opened(window: Window, project: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: window.desk.path == project)


def test_closing_writes_everything_without_a_question(opened: Window, project: Path) -> None:
    opened.desk.do(write_section(opened.desk.project, "summary", "Gardé"))
    opened.close()
    session = Session.open(project)
    assert session.project.text("summary") == "Gardé"
    session.close()


# -- room and keyboard --------------------------------------------------------------------------------------
def test_whoever_comes_to_a_place_has_the_keyboard_there(active: Window) -> None:
    for name in PLACES:
        active.rail.findChildren(QPushButton)[0].setFocus()
        active.show_place(name)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert active.place.isAncestorOf(focus), name


def test_f6_goes_round_the_regions_and_comes_back(active: Window) -> None:
    active.show_place("dossier")
    active.rail.findChildren(QPushButton)[0].setFocus()
    seen = []
    for _each in range(12):
        QTest.keySequence(active, QKeySequence("F6"))
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(
            "rail"
            if active.rail.isAncestorOf(focus)
            else "top"
            if active.top.isAncestorOf(focus)
            else "place"
        )
    assert {"rail", "top", "place"} <= set(seen)
    assert all(before != after or before == "place" for before, after in pairwise(seen))


def test_ctrl_f_opens_the_search_and_a_result_is_reached(active: Window) -> None:
    QTest.keySequence(active, QKeySequence("Ctrl+F"))
    assert active.searching is not None
    assert active.searching.isVisible()
    QTest.keyClicks(active.searching.field, "Essai problem")
    QTest.keyPress(active.searching.field, Qt.Key.Key_Return)
    assert active.current == "problem"


def test_f5_projects_the_canvas_and_escape_comes_back(active: Window) -> None:
    active.show_place("journeys")
    QTest.keySequence(active, QKeySequence("F5"))
    assert active.theatre is not None
    assert active.theatre.live
    QTest.keyClick(active.theatre.front, Qt.Key.Key_Escape)
    assert not active.theatre.live


def test_rail_and_drawer_follow_the_screen_until_they_are_chosen(filled: Window) -> None:
    seen = []
    for width in (1900, 1366):
        filled.resize(width, 696)
        seen.append(filled.rail.wide)
    filled.deeds.rail.trigger()
    for width in (1366, 1200):
        filled.resize(width, 696)
        seen.append(filled.rail.wide)
    assert seen == [True, False, True, True]


def test_a_refusal_wears_a_warning_and_only_what_was_done_a_tick(opened: Window) -> None:
    seen = []
    for signal in (opened.desk.refused, opened.desk.announced, opened.desk.idle):
        signal.emit("Une phrase.")
        seen.append((opened.toast.sign, opened.toast.property("tone")))
    assert seen == [("triangle-alert", "bad"), ("check", "plain"), ("info", "plain")]


def test_enter_presses_the_button_one_is_on_and_nothing_else(window: Window, qtbot: QtBot) -> None:
    button = QPushButton("Là", window)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not pressed  # the same key led there
    QApplication.processEvents()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_A)
    assert len(pressed) == 1
    button.setEnabled(False)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 1


def test_the_drawer_can_be_opened_as_soon_as_the_project_is(opened: Window) -> None:
    """Nothing needs to change first."""
    assert opened.side.offered
    assert opened.deeds.drawer.isEnabled()
    opened.show_place("dossier")
    assert not opened.deeds.drawer.isEnabled()


def test_what_was_said_of_a_project_goes_with_it(opened: Window) -> None:
    opened.toast.say("Supprimé : une note")
    opened.opening.close()
    assert opened.toast.sentence == ""
