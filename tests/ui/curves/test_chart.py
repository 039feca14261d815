"""The picture with keyboard, mouse and screen reader."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.alignment import spread
from labdesk.domain.commands import canvases
from labdesk.domain.curves import Overlay
from labdesk.ui.curves.chart import Chart
from labdesk.ui.curves.curves_view import CurvesView
from labdesk.ui.curves.shapes import between, height_at, line_through
from labdesk.ui.curves.strokes import sign
from labdesk.ui.desk import Desk, Target
from labdesk.ui.style import Look

Key = Qt.Key


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def press(chart: Chart, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(chart, key)


def test_arrows_go_from_step_to_step_and_from_curve_to_curve_and_say_it(view: CurvesView) -> None:
    chart = view.chart
    chart.setFocus()
    assert plain(chart.said).startswith("Inès, vécu, étape 1 sur 12, Tomber sur l’idée")
    press(chart, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert (
        plain(chart.said)
        == "Inès, vécu, étape 4 sur 12, Trouver quelqu’un à qui parler : très difficile, « seule »"
    )
    press(chart, Key.Key_Down)
    assert (
        plain(chart.said) == "Inès, cible, étape 2 sur 6, Comprendre en cinq minutes : agréable, « rassurée »"
    )
    press(chart, Key.Key_End)
    assert "étape 6 sur 6" in plain(chart.said)
    press(chart, Key.Key_Right, Key.Key_Down)
    assert "étape 6 sur 6" in plain(chart.said)
    press(chart, Key.Key_Home, Key.Key_Up)
    assert plain(chart.said).startswith("Inès, vécu, étape")


def test_entree_shows_the_step_on_the_map(view: CurvesView, desk: Desk) -> None:
    wanted: list[Target] = []
    desk.wanted.connect(wanted.append)
    view.chart.setFocus()
    press(view.chart, Key.Key_Right, Key.Key_Return)
    lived = desk.project.canvases("journey")[0].id
    assert (wanted[0].canvas, wanted[0].row) == (lived, desk.project.steps_of(lived)[1].id)
    assert wanted[0].field == "emotions"


def test_ctrl_c_copies_the_picture_and_not_the_notes_of_the_map(view: CurvesView) -> None:
    view.chart.setFocus()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_C, Qt.KeyboardModifier.ControlModifier, "c")
    asked.ignore()
    QApplication.sendEvent(view.chart, asked)
    assert asked.isAccepted()
    QTest.keyClick(view.chart, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not QGuiApplication.clipboard().image().isNull()


def test_what_is_current_keeps_its_step_when_the_curves_change(view: CurvesView, desk: Desk) -> None:
    chart = view.chart
    chart.setFocus()
    press(chart, Key.Key_Right, Key.Key_Right)
    lived, awa = (canvas.id for canvas in desk.project.canvases("journey")[:2])
    desk.do(canvases.answer(desk.project, lived, "emotions", 2, step=desk.project.steps_of(lived)[2].id))
    assert "étape 3 sur 12" in plain(chart.said)
    assert "très agréable" in plain(chart.said)
    view.choose((awa,))
    assert chart.current is None


def test_the_hand_over_a_sign_shows_its_card_and_a_click_stands_on_it(view: CurvesView, desk: Desk) -> None:
    chart = view.chart
    before = chart.grab().toImage()
    spot = chart.drawing.at(chart.overlay.courses[0].marks[7])
    for kind, button in ((QEvent.Type.MouseMove, Qt.MouseButton.NoButton),):
        QApplication.sendEvent(
            chart,
            QMouseEvent(kind, spot, chart.mapToGlobal(spot), button, button, Qt.KeyboardModifier.NoModifier),
        )
    assert chart.grab().toImage() != before
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert "Attendre la suite" in chart.said
    wanted: list[Target] = []
    desk.wanted.connect(wanted.append)
    QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert wanted


def test_a_screen_reader_hears_what_the_picture_says(view: CurvesView) -> None:
    access = QAccessible.queryAccessibleInterface(view.chart)
    name, description = access.text(QAccessible.Text.Name), access.text(QAccessible.Text.Description)
    assert "Inès, vécu" in name
    assert "Inès, cible" in name
    assert "écarts" in description
    assert "flèches" in description


def test_no_curve_at_all_is_a_calm_picture(look: Look) -> None:
    chart = Chart(look)
    chart.show_overlay(Overlay((), (), {}))
    chart.resize(400, 300)
    press(chart, Key.Key_Right, Key.Key_Return, Key.Key_Home)
    assert chart.said == ""
    assert not chart.grab().isNull()


def test_every_sign_has_a_shape_of_its_own() -> None:
    shapes = [sign(rank, 12).toFillPolygon().toPolygon().toList() for rank in range(6)]
    assert all(shapes[a] != shapes[b] for a in range(6) for b in range(a))


def test_names_at_the_end_never_cover_each_other_and_stay_inside() -> None:
    tops = spread([(50, 20), (52, 20), (95, 20)], 0, 100)
    assert all(b - a >= 20 for a, b in pairwise(tops))
    assert tops[-1] + 20 <= 100


def test_the_room_between_two_curves_is_only_where_both_pass() -> None:
    one = line_through([QPointF(0, 0), QPointF(10, 0)])
    other = line_through([QPointF(5, 4), QPointF(15, 4)])
    assert between(one, other).boundingRect().left() == 5
    assert between(one, other).boundingRect().right() == 10
    assert between(one, line_through([QPointF(20, 0), QPointF(30, 0)])).isEmpty()
    assert between(one, one[:1]).isEmpty()
    assert height_at(one, 11) is None
    assert height_at(one, 10) == 0
