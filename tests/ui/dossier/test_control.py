"""The page Contrôle: what a reviewer would say, gravest first, and the way to each point."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.ui.desk import Target
from labdesk.ui.dossier.control import ControlPage
from labdesk.ui.dossier.dossier_place import DossierPlace


@pytest.fixture
def page(place: DossierPlace) -> ControlPage:
    place.reveal(Target("dossier", section="control"))
    made = place.pages["control"]
    assert isinstance(made, ControlPage)
    return made


def rows(page: ControlPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_the_gravest_points_come_first_and_one_can_look_at_them_alone(
    place: DossierPlace, page: ControlPage
) -> None:
    review = place.reading.review
    assert review is not None
    assert rows(page)[0].endswith("points bloquants")
    assert rows(page)[1] == review.findings[0].sentence
    page.filters["advice"].click()
    assert len(rows(page)) == 1 + sum(f.severity == "advice" for f in review.findings)


def test_enter_on_a_point_goes_to_the_place_it_speaks_of(page: ControlPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    with qtbot.waitSignal(page.desk.wanted) as wanted:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert wanted.args is not None
    target = wanted.args[0]
    assert target.place == "dossier"
    assert target.section


def test_every_finding_leads_somewhere_the_window_can_go(place: DossierPlace, page: ControlPage) -> None:
    review = place.reading.review
    assert review is not None
    for finding in review.findings:
        target = place.reading.target(finding)
        assert target.place in ("dossier", "workshop", "journeys", "problem", "prototypes")
        if target.place == "dossier":
            place.reveal(target)


def test_an_empty_section_leads_to_what_fills_it(place: DossierPlace) -> None:
    review = place.reading.review
    assert review is not None
    empty = {f.section: place.reading.target(f) for f in review.findings if f.rule == "TXT-01"}
    assert (empty["budget"].place, empty["budget"].table) == ("dossier", "expense")
    assert (empty["risks"].place, empty["risks"].table) == ("dossier", "risk")
    assert empty["journeys"].place == "journeys"
    assert (empty["summary"].place, empty["summary"].table) == ("dossier", "section")
    place.reveal(empty["risks"])
    assert place.current == "tables"
    place.reveal(empty["budget"])
    assert place.current == "budget"
