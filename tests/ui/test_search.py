"""Ctrl+F: found whatever the accents, told with its place, reached with Entrée."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import write_section
from labdesk.domain.commands.grid import add_phase
from labdesk.domain.commands.notes import add_note
from labdesk.ui.desk import Desk
from labdesk.ui.search import Search
from labdesk.ui.search_line import WHERE
from labdesk.ui.style import Look


@pytest.fixture
def search(desk: Desk, look: Look, around: QWidget) -> Search:
    """The search over a project with a journey of one note, and a text."""
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["journey"], title="Recruter un agent")
    desk.do(gesture)
    _phase, step, gesture = add_phase(desk.project, canvas, "Postuler", step="Chercher une offre")
    desk.do(gesture)
    desk.do(add_note(desk.project, canvas, "pain_points", "Délai de réponse inconnu", step=step)[1])
    desk.do(write_section(desk.project, "summary", "Réduire le délai de réponse à quinze jours."))
    made = Search(desk, look, around)
    around.show()
    made.begin()
    return made


def test_accents_do_not_count_and_each_result_says_where_it_stands(search: Search) -> None:
    search.field.setText("delai REPONSE")
    search.look_up()
    places = [search.results.item(at).data(WHERE) for at in range(search.results.count())]
    assert places == ["Parcours usager · Recruter un agent · Irritants, étape 1", "Dossier · Synthèse"]
    assert search.count.text() == "2 résultats"


def test_return_goes_to_the_first_and_arrows_choose_another(search: Search, desk: Desk, qtbot: QtBot) -> None:
    search.field.setText("délai")
    with qtbot.waitSignal(desk.wanted) as wanted:
        QTest.keyPress(search.field, Qt.Key.Key_Return)
    assert wanted.args is not None
    assert (wanted.args[0].place, wanted.args[0].table) == ("journeys", "note")
    assert not search.isVisible()
    search.begin()
    QTest.keyPress(search.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.wanted) as wanted:
        QTest.keyPress(search.field, Qt.Key.Key_Return)
    assert wanted.args is not None
    assert wanted.args[0].section == "summary"


def test_nothing_found_is_said(search: Search) -> None:
    search.field.setText("licorne")
    search.look_up()
    assert "licorne" in search.count.text()
    assert search.results.count() == 0


def test_escape_closes_it(search: Search) -> None:
    QTest.keyPress(search, Qt.Key.Key_Escape)
    assert not search.isVisible()


def test_escape_gives_the_keyboard_back_to_where_it_was(
    search: Search, around: QWidget, qtbot: QtBot
) -> None:
    search.hide()
    first, second = QPushButton("Accueil", around), QPushButton("Canevas", around)
    first.show()
    second.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    second.setFocus()
    search.begin()
    QTest.keyPress(search.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is second
