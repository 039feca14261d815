"""Steps, lanes and what stands side by side with them are ticked; two to four columns, never more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas, duplicate_canvas
from labdesk.domain.commands.notes import add_note
from labdesk.domain.lens import Lens
from labdesk.ui.desk import Desk
from labdesk.ui.stage.chooser import LETTERS, _short, lens_menu
from labdesk.ui.stage.parts_panel import PartsPanel, ticked
from labdesk.ui.style import Look


def tick(listed: QListWidget, *rows: int) -> None:
    """These lines."""
    for row in rows:
        listed.item(row).setCheckState(Qt.CheckState.Checked)


@pytest.fixture
def panel(desk: Desk, canvas: str, look: Look, around: QWidget) -> PartsPanel:
    """On a journey with four others of its kind, and three tables."""
    for _each in range(4):
        desk.do(duplicate_canvas(desk.project, canvas)[1])
    step = desk.project.steps_of(canvas)[0].id
    for table in ("Table 1", "Table 2", "Table 3"):
        desk.do(add_note(desk.project, canvas, "pain_points", table, step=step, author_table=table)[1])
    return PartsPanel(desk, look, canvas, Lens("overview", canvas), around)


def test_steps_and_lanes_are_projected_and_nothing_ticked_is_everything(
    panel: PartsPanel, canvas: str, desk: Desk
) -> None:
    assert panel.lens() == Lens("grid", canvas)
    tick(panel.steps, 0, 2)
    steps = desk.project.steps_of(canvas)
    assert panel.lens() == Lens("grid", canvas, (steps[0].id, steps[2].id))


def test_one_chooses_which_journeys_stand_side_by_side_and_the_fourth_takes_the_place_of_the_first(
    panel: PartsPanel, qtbot: QtBot
) -> None:
    tick(panel.others, 0, 2)
    lens = panel.lens()
    assert lens is not None
    assert (lens.kind, len(lens.others)) == ("beside", 2)
    tick(panel.others, 1, 3)
    assert len(ticked(panel.others)) == 3
    assert panel.others.item(3).checkState() == Qt.CheckState.Checked


def test_tables_are_compared_in_one_lane_and_take_the_place_of_other_journeys(panel: PartsPanel) -> None:
    tick(panel.others, 0)
    tick(panel.tables, 0, 1)
    assert ticked(panel.others) == ()
    assert panel.lens() is None
    panel._go()
    assert "Cochez aussi une ligne" in panel.why.text()
    tick(panel.lanes, 0)
    lens = panel.lens()
    assert lens is not None
    assert (lens.kind, lens.tables) == ("tables", ("Table 1", "Table 2"))


def test_a_box_stands_beside_the_same_box_of_another_sheet(desk: Desk, look: Look, around: QWidget) -> None:
    made = []
    for _each in range(2):
        one, gesture = create_canvas(desk.project, desk.catalogue.types["problem"])
        desk.do(gesture)
        desk.do(add_note(desk.project, one, "facts", "Neuf semaines")[1])
        made.append(one)
    panel = PartsPanel(desk, look, made[0], Lens("box", made[0], zone="facts"), around)
    tick(panel.others, 0)
    assert panel.lens() == Lens("beside", made[0], zone="facts", others=(made[1],))
    assert panel.steps.isHidden()


def test_the_menu_leads_to_every_kind_of_lens(desk: Desk, canvas: str, around: QWidget) -> None:
    desk.do(duplicate_canvas(desk.project, canvas)[1])
    chosen: list[object] = []
    menu = lens_menu(desk, chosen.append, chosen.append, around)
    inner = [found for action in menu.actions() if isinstance(found := action.menu(), QMenu)]
    words = [action.text() for sub in inner for action in sub.actions()]
    assert "Étapes, lignes, côte à côte…" in words
    assert "La courbe" in words
    assert "Tous les irritants" in words
    menu.actions()[0].trigger()
    assert chosen == [Lens("welcome")]


def test_titles_that_differ_by_their_end_alone_can_be_told_in_the_menu() -> None:
    long = "Parcours usager : Devenir agent de l’État en Bourgogne-Franche-Comté, du premier clic au poste"
    assert _short(f"{long} (parcours cible)").endswith("… poste (parcours cible)")
    assert _short(long) != _short(f"{long} (parcours cible)")
    assert len(_short("mot " * 40)) <= LETTERS + 3
