"""« Courbes »: which curves, what they say, the table, the lessons, the picture that is given away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.domain.commands import canvases
from labdesk.domain.commands.canvases import delete_canvas
from labdesk.exchange.example import example
from labdesk.store.session import Session
from labdesk.ui.curves.curves_view import CurvesView
from labdesk.ui.desk import Desk, Target
from labdesk.ui.journeys import CURVES, LIST, MAP, JourneysPlace, make
from labdesk.ui.style import Look
from tests.memory import kind


def journeys(desk: Desk) -> list[str]:
    return [canvas.id for canvas in desk.project.canvases("journey")]


def test_curves_are_built_when_first_wanted(place: JourneysPlace) -> None:
    assert place.findChildren(CurvesView) == []
    place.show_view(CURVES)
    assert len(place.findChildren(CurvesView)) == 1
    assert place.views[CURVES].isChecked()


def test_the_lived_and_the_target_journey_of_the_persona_come_first(view: CurvesView, desk: Desk) -> None:
    lived, _awa, _sylvie, target = journeys(desk)
    assert view.chosen == (lived, target)
    assert view.headline.text().startswith("Les plus grands écarts")
    assert "Au plus bas" in view.saying.text()
    assert view.lesson.isHidden()
    assert [view.chips.chips[c].isChecked() for c in journeys(desk)] == [True, False, False, True]
    assert view.chips.chips[target].accessibleName() == "Inès, cible"


def test_a_button_adds_a_curve_and_takes_it_off(view: CurvesView, desk: Desk) -> None:
    lived, awa, _sylvie, target = journeys(desk)
    view.chips.chips[awa].click()
    assert list(view.chosen) == [lived, awa, target]
    view.chips.chips[lived].click()
    view.chips.chips[target].click()
    assert list(view.chosen) == [awa]
    view.chips.chips[awa].click()
    assert view.lesson.sentence.text() == "Cochez un parcours au moins pour voir sa courbe."
    assert not view.copying.isEnabled()


def test_what_was_chosen_is_kept_for_each_journey(place: JourneysPlace, view: CurvesView, desk: Desk) -> None:
    lived, awa, *_rest = journeys(desk)
    view.chips.chips[awa].click()
    kept = view.chosen
    place.show_canvas(awa)
    place.show_view(CURVES)
    assert view.chosen == (awa,)
    place.show_canvas(lived)
    place.show_view(CURVES)
    assert view.chosen == kept


def test_six_curves_at_most_stand_on_one_picture(view: CurvesView, desk: Desk) -> None:
    heard: list[str] = []
    desk.announced.connect(heard.append)
    for _copy in range(3):
        desk.do(canvases.duplicate_canvas(desk.project, journeys(desk)[0])[1])
    assert len(view.chips.chips) == 7
    for canvas in journeys(desk):
        if not view.chips.chips[canvas].isChecked():
            view.chips.chips[canvas].click()
    assert len(view.chosen) == 6
    assert "Six courbes au plus" in heard[-1]
    assert sum(chip.isChecked() for chip in view.chips.chips.values()) == 6


def test_a_level_given_elsewhere_is_on_the_picture_at_once(view: CurvesView, desk: Desk) -> None:
    lived = journeys(desk)[0]
    step = desk.project.steps_of(lived)[0].id
    desk.do(canvases.answer(desk.project, lived, "emotions", -2, step=step))
    assert view.overlay.courses[0].marks[0].level == -2
    desk.undo()
    assert view.overlay.courses[0].marks[0].level == 1


def test_a_journey_deleted_elsewhere_leaves_the_picture(view: CurvesView, desk: Desk) -> None:
    lived, _awa, _sylvie, target = journeys(desk)
    desk.do(delete_canvas(desk.project, target, "cible"))
    assert view.chosen == (lived,)
    assert target not in view.chips.chips
    assert view.lesson.other.isVisible()


def test_the_target_is_begun_from_a_curve_that_stands_alone(
    place: JourneysPlace, view: CurvesView, desk: Desk
) -> None:
    awa = journeys(desk)[1]
    place.show_canvas(awa)
    place.show_view(CURVES)
    assert "posez dessus la cible" in view.lesson.sentence.text()
    assert view.lesson.other.text() == "Commencer le parcours cible"
    view.lesson.other.click()
    assert place.canvas not in (awa, *journeys(desk)[:1])
    assert desk.project.value(place.canvas, "kind") == "to_be"
    assert place.page.stack.currentWidget() is place.page.pane
    place.show_view(CURVES)
    assert view.chosen == (awa, place.canvas)
    desk.undo()
    assert len(journeys(desk)) == 4


def test_a_journey_without_levels_says_how_they_are_given(place: JourneysPlace) -> None:
    place.begin(kind("journey"), "Vide")
    place.show_view(CURVES)
    view = place.curves
    assert view is not None
    assert "tapez de 1" in view.lesson.sentence.text()
    view.lesson.levels.click()
    assert place.canvas == journeys(place.desk)[-1]


def test_the_first_step_is_gone_to_to_be_given_its_level(place: JourneysPlace, desk: Desk) -> None:
    copy, gesture = canvases.duplicate_canvas(desk.project, journeys(desk)[0], content=False)
    desk.do(gesture)
    place.show_canvas(copy)
    place.show_view(CURVES)
    view = place.curves
    assert view is not None
    wanted: list[Target] = []
    desk.wanted.connect(wanted.append)
    view.lesson.levels.click()
    assert (wanted[0].canvas, wanted[0].field) == (copy, "emotions")
    place.reveal(wanted[0])
    assert place.page.stack.currentWidget() is place.page.pane
    assert place.page.board.current is not None
    assert place.page.board.current[2] == "emotions"


def test_the_table_says_the_same_and_leads_to_the_map(view: CurvesView, desk: Desk) -> None:
    view.as_table.click()
    table = view.table
    assert table.isVisible()
    assert table.rowCount() == 12
    heads = [table.horizontalHeaderItem(column) for column in range(4)]
    assert [head.text() for head in heads if head] == [
        "Phase",
        "Inès, vécu",
        "Inès, cible",
        "Écart",
    ]
    item = table.item(7, 1)
    assert item is not None
    assert item.text().replace("\u00a0", " ") == "8. Attendre la suite : très difficile, « découragée »"
    gap = table.item(7, 3)
    assert gap is not None
    assert gap.text() == "+3"
    wanted: list[Target] = []
    desk.wanted.connect(wanted.append)
    table.itemDoubleClicked.emit(item)
    assert wanted[0].row == desk.project.steps_of(journeys(desk)[0])[7].id
    view.as_table.click()
    assert not table.isVisible()


def test_the_picture_is_copied_and_written_with_what_it_says(view: CurvesView, tmp_path: Path) -> None:
    view.copy()
    assert QGuiApplication.clipboard().image().width() == 2560
    path = tmp_path / "Courbes.png"
    view.save(path)
    assert QImage(str(path)).width() == 2560


def test_a_picture_that_cannot_be_written_is_told_calmly(view: CurvesView, tmp_path: Path) -> None:
    told: list[str] = []
    view.board.desk.refused.connect(told.append)
    view.save(tmp_path / "absent" / "Courbes.png")
    assert "n’a pas pu être écrit" in told[0]


@pytest.mark.parametrize("name", [MAP, LIST])
def test_one_comes_back_to_the_map_and_to_the_list(place: JourneysPlace, view: CurvesView, name: str) -> None:
    place.show_view(name)
    assert place.page.stack.currentWidget() is (place.page.list if name == LIST else place.page.pane)
    assert view.isHidden() or not view.isVisible()


def test_ctrl_l_leaves_the_curves_for_the_list(place: JourneysPlace, view: CurvesView) -> None:
    place.switch_list()
    assert place.page.stack.currentWidget() is place.page.list
    assert view is not None


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_the_picture_follows_theme_and_text_size(view: CurvesView, scale: float, theme: str) -> None:
    view.look.become(theme=theme, scale=scale)  # type: ignore[arg-type]
    QApplication.processEvents()
    image = view.chart.grab().toImage()
    assert not image.isNull()
    ground = view.look.colour("surface").rgb()
    assert image.pixel(2, 2) == ground
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 10


def test_tab_goes_from_the_buttons_to_the_picture_and_f6_finds_both(
    place: JourneysPlace, view: CurvesView
) -> None:
    first, *_others, last = view.chips.chips.values()
    first.setFocus()
    seen: list[QWidget] = []
    for _stop in range(9):
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert seen[3] is last
    assert seen[4:7] == [view.as_table, view.copying, view.saving]
    assert seen[7] is view.chart
    assert place.regions()[-2:] == (view.chips, view.stack)
    assert place.focusProxy() is view
    place.show_view(MAP)
    assert place.focusProxy() is place.page
    assert place.regions()[-1] is place.page.stack


def test_no_key_changes_the_map_behind_the_curves(place: JourneysPlace, desk: Desk) -> None:
    place.show_view(MAP)
    board, before = place.page.board, desk.project
    note = next(box for part in board.plan.parts for box in part.boxes if box.kind == "note")  # type: ignore[union-attr]
    board.go(note.key)
    place.show_view(CURVES)
    held = Qt.KeyboardModifier
    for key, modifiers in (
        (Qt.Key.Key_Delete, held.NoModifier),
        (Qt.Key.Key_D, held.ControlModifier),
        (Qt.Key.Key_X, held.ControlModifier),
        (Qt.Key.Key_Up, held.ControlModifier),
        (Qt.Key.Key_B, held.ControlModifier | held.ShiftModifier),
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
    assert desk.project is before
    place.show_view(MAP)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Delete)
    assert note.row not in desk.project.note


def test_a_project_that_is_only_read_shows_its_curves_and_begins_no_target(
    empty_desk: Desk, look: Look, around: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "lecture.labdesk"
    Session.create(path, first=example().gesture).close()
    empty_desk.put(Session.open(path, read_only=True))
    place = make(empty_desk, look)
    place.setParent(around)
    around.show()
    place.show()
    place.show_canvas(journeys(empty_desk)[1])
    place.show_view(CURVES)
    assert place.curves is not None
    assert place.curves.lesson.other.isVisible()
    assert not place.curves.lesson.other.isEnabled()
    place.curves.copy()
    place.leave()
