"""The top bar: the project, the canvas, whether it is saved; it gives way when there is little room."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.store.writer import SaveState
from labdesk.ui.actions import act
from labdesk.ui.style import SCALES, Look
from labdesk.ui.topbar import TopBar


@pytest.fixture
def bar(look: Look, around: QWidget) -> TopBar:
    """A bar with a project, a canvas and two actions."""
    made = TopBar(look, around)
    made.add(
        act(around, look, "Rechercher dans le projet", list, icon_name="search", keys="Ctrl+F"), "Rechercher"
    )
    made.add(act(around, look, "Projeter", list, icon_name="presentation", keys="F5"), "Projeter", "primary")
    made.show_project("Attractivité de la fonction publique en Bourgogne-Franche-Comté")
    made.show_canvas("Recruter un agent contractuel : parcours vécu")
    made.resize(1310, 52)
    around.show()
    return made


def test_saved_is_told_with_its_time(bar: TopBar) -> None:
    at = datetime(2027, 3, 9, 10, 42, tzinfo=UTC).astimezone()
    assert bar.pill.show_state(SaveState(at, 0, None), read_only=False) == ""
    assert bar.pill.text() == f"Enregistré · {at:%H:%M}"
    assert bar.pill.property("tone") == "ok"


def test_a_short_save_does_not_make_the_pill_blink(bar: TopBar) -> None:
    bar.pill.show_state(SaveState(datetime.now(UTC), 0, None), read_only=False)
    before = bar.pill.text()
    bar.pill.show_state(SaveState(datetime.now(UTC), 1, None), read_only=False)
    assert bar.pill.text() == before


def test_a_long_save_is_told(bar: TopBar, qtbot: QtBot) -> None:
    bar.pill.show_state(SaveState(None, 1, None), read_only=False)
    qtbot.waitUntil(lambda: bar.pill.text() == "Enregistrement…", timeout=2000)


def test_a_medium_that_fails_is_told_once(bar: TopBar) -> None:
    state = SaveState(None, 3, "La clé n’est plus là. Tout est gardé sur ce poste.")
    assert bar.pill.show_state(state, read_only=False) == state.trouble
    assert bar.pill.show_state(state, read_only=False) == ""
    assert bar.pill.property("tone") == "warn"
    assert bar.pill.toolTip() == state.trouble


def test_a_file_that_is_only_read_is_told(bar: TopBar) -> None:
    bar.pill.fresh(read_only=True)
    assert bar.pill.text() == "Lecture seule"


@pytest.mark.parametrize("width", [560, 720, 1000, 1310, 1864])
@pytest.mark.parametrize("scale", SCALES)
def test_nothing_leaves_the_bar_or_overlaps(
    bar: TopBar, look: Look, width: int, scale: float, qtbot: QtBot
) -> None:
    look.become(scale=scale)
    bar.resize(width, 52)
    bar.fit()
    bar.row.activate()
    shown = [one for one in bar.findChildren(QPushButton) if not one.isHidden()]
    spans = sorted((one.geometry().left(), one.geometry().right()) for one in shown)
    assert all(after[0] > before[1] for before, after in pairwise(spans))
    assert spans[-1][1] <= width or width / scale < 420
    assert all(one.height() >= 22 for one in shown)
    assert all(one.width() >= one.sizeHint().width() for one in shown if one.property("words") and one.text())
