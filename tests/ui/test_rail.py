"""The rail: where one is, what can be reached, how far the dossier is."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import write_section
from labdesk.domain.completeness import begun, review
from labdesk.domain.funding import load_profiles
from labdesk.ui.desk import Desk
from labdesk.ui.rail import NARROW, WIDE, Rail
from labdesk.ui.style import SCALES, Look


@pytest.fixture
def rail(look: Look, qtbot: QtBot) -> Rail:
    """A rail beside an open project."""
    made = Rail(look)
    qtbot.addWidget(made)
    made.resize(NARROW, 640)
    made.offer(project=True, at_table=False)
    made.show()
    return made


def named(rail: Rail, name: str) -> QPushButton:
    """The button with this accessible name."""
    return next(one for one in rail.findChildren(QPushButton) if one.accessibleName() == name)


def test_narrow_it_shows_icons_and_wide_it_shows_words(rail: Rail) -> None:
    assert rail.width() == NARROW
    assert named(rail, "Parcours").text() == ""
    rail.show_words(True)
    assert rail.width() == WIDE
    assert named(rail, "Parcours").text().strip() == "Parcours"


def test_a_click_says_the_place(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.chosen) as said:
        named(rail, "Dossier").click()
    assert said.args == ["dossier"]


def test_without_a_project_only_accueil_can_be_reached(rail: Rail) -> None:
    rail.offer(project=False, at_table=False)
    reachable = {one.accessibleName() for one in rail.findChildren(QPushButton) if one.isEnabled()}
    assert "Accueil" in reachable
    assert not {"Parcours", "Dossier", "Projection"} & reachable


def test_a_table_sees_only_what_serves_it(rail: Rail) -> None:
    rail.offer(project=True, at_table=True)
    seen = {one.accessibleName() for one in rail.findChildren(QPushButton) if one.isVisible()}
    assert {"Parcours", "Problème", "Prototypes"} <= seen
    assert not {"Accueil", "Atelier", "Dossier", "Projection"} & seen
    assert not rail.progress.isVisible()


def test_the_progress_is_told_in_words_and_numbers(rail: Rail, desk: Desk) -> None:
    found = review(desk.project, desk.catalogue, load_profiles().named(None), date(2027, 1, 1))
    rail.progress.show_review(found)
    assert rail.progress.accessibleName() == found.sentence()
    assert "bloquant" in rail.progress.accessibleName()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("wide", [False, True])
def test_places_stay_apart_and_large_enough_at_every_text_size(
    rail: Rail, look: Look, scale: float, wide: bool, qtbot: QtBot
) -> None:
    look.become(scale=scale)
    rail.show_words(wide)
    rail.resize(rail.width(), 634)
    qtbot.wait(1)
    shown = [one for one in rail.findChildren(QPushButton) if one.isVisible()]
    spans = sorted((one.geometry().top(), one.geometry().bottom()) for one in shown)
    assert all(below[0] > above[1] for above, below in pairwise(spans))
    assert all(one.height() >= 30 and one.geometry().right() < rail.width() for one in shown)
    assert len(shown) >= 9


def test_a_project_in_which_nothing_was_typed_is_no_failing_dossier(rail: Rail, desk: Desk) -> None:
    profile = load_profiles().named(desk.project.head.profile)
    found = review(desk.project, desk.catalogue, profile, date(2027, 3, 1))
    rail.progress.show_review(found, begun=begun(desk.project))
    assert rail.progress.accessibleName() == "Dossier\u00a0: à remplir"
    assert not any(label.text().startswith("0/") for label in rail.progress.findChildren(QLabel))
    desk.do(write_section(desk.project, "summary", "Une démarche plus simple"))
    rail.progress.show_review(found, begun=begun(desk.project))
    assert rail.progress.accessibleName() == found.sentence()
