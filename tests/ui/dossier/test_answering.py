"""A remark says why, leads to its place, and what it proposes is one gesture that Ctrl+Z takes back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import add_row
from labdesk.domain.completeness import reason
from labdesk.ui.dossier.control import ControlPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.signs import in_one_breath


def on_rule(place: DossierPlace, rule: str) -> ControlPage:
    place.show_page("control")
    page = place.pages["control"]
    assert isinstance(page, ControlPage)
    place.reading.ask()
    model = page.list.model()
    for at in range(model.rowCount()):
        page.list.setCurrentIndex(model.index(at, 0))
        if getattr(page.list.current(), "rule", "") == rule:
            return page
    raise AssertionError(rule)


def test_the_remark_chosen_says_why_and_a_click_does_not_leave_the_page(place: DossierPlace) -> None:
    page = on_rule(place, "TXT-01")
    assert reason("TXT-01") in page.answering.why.text()
    assert page.answering.follow.isHidden()
    QTest.mouseClick(
        page.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.list.visualRect(page.list.currentIndex()).center(),
    )
    assert place.current == "control"
    place.desk.wanted.connect(place.reveal)
    page.answering.go.click()
    assert place.current == "texts"


def test_a_proposal_is_shown_then_followed_then_taken_back(place: DossierPlace, qtbot: QtBot) -> None:
    desk = place.desk
    for label in ("Lancement", "Évaluation finale"):
        desk.do(add_row(desk.project, "milestone", label=label, date="2027-11-15", owner="SGAR")[1])
    page = on_rule(place, "CAL-09")
    assert "Point de décision" in page.answering.offer.text()
    page.answering.follow.click()
    assert [row.label for row in desk.project.milestone.values()].count(
        "Point de décision (poursuivre ou arrêter)"
    )
    assert place.reading.review is not None
    assert "CAL-09" not in {finding.rule for finding in place.reading.review.findings}
    assert page.list.hasFocus()
    desk.undo()
    place.reading.ask()
    assert "CAL-09" in {finding.rule for finding in place.reading.review.findings}


def test_a_row_is_said_in_one_breath_without_empty_parts() -> None:
    assert in_one_breath("Dossier.", "", "Parcours") == "Dossier. Parcours"
    assert in_one_breath("Synthèse", "vide", "") == "Synthèse. vide"
    assert in_one_breath("", " ", "Seul") == "Seul"
    assert in_one_breath() == ""
    assert in_one_breath("Pourquoi ?", "Un\nmot") == "Pourquoi ? Un mot"
