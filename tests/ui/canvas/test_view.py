"""Scrolling and zooming: heads stay, what is current stays in sight, the wheel zooms under the hand."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QInputMethodQueryEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands import grid
from tests.ui.canvas.hands import Hands, Key, Modifier


def longer(hands: Hands) -> None:
    """Twelve steps, thirteen lanes."""
    desk, canvas = hands.desk, hands.board.canvas
    phase = desk.project.phases_of(canvas)[-1].id
    for rank in range(7):
        desk.do(grid.add_step(desk.project, phase, f"Étape {rank}")[1])
    lanes = [zone.id for zone in hands.board.kind.lanes][:13]
    desk.do(grid.show_lanes(desk.project, hands.board.kind, canvas, lanes))


def test_heads_stay_in_sight_when_one_scrolls(hands: Hands) -> None:
    longer(hands)
    hands.view.horizontalScrollBar().setValue(400)
    hands.view.verticalScrollBar().setValue(200)
    seen, plan = hands.view.seen(), hands.board.plan
    assert plan is not None
    step = next(box for box in plan.boxes() if box.kind == "step")
    lane = next(box for box in plan.boxes() if box.kind == "lane")
    assert abs(hands.pane.scene.shown(step).top() - seen.top()) < 60
    assert abs(hands.pane.scene.shown(lane).left() - seen.left()) < 1


def test_what_is_current_is_always_in_sight_beside_the_heads(hands: Hands) -> None:
    longer(hands)
    hands.stand("actions")
    hands.press(*[Key.Key_Right] * 11)
    hands.press(*[Key.Key_PageDown] * 9)
    box = hands.board.box
    assert box is not None
    wide, high = hands.pane.scene.heads_size()
    place = hands.view.on_screen(hands.pane.scene.shown(box))
    room = hands.view.viewport().rect()
    assert wide <= place.left()
    assert place.right() <= room.right()
    assert high <= place.top()
    assert place.bottom() <= room.bottom()
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Home, held=Modifier.ControlModifier)
    assert hands.view.horizontalScrollBar().value() <= 0


def arrive(hands: Hands) -> None:
    """Wait until a glide is over."""
    until = time.monotonic() + 5
    while hands.view.glide.under_way and time.monotonic() < until:
        QApplication.processEvents()


def turn(hands: Hands, notches: int, held: Modifier = Modifier.NoModifier) -> None:
    """Turn the wheel over the middle of the view."""
    spot = QPointF(600, 300)
    there = QPointF(hands.view.viewport().mapToGlobal(spot.toPoint()))
    none = Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    QApplication.sendEvent(
        hands.view.viewport(), QWheelEvent(spot, there, QPoint(), QPoint(0, 120 * notches), *none)
    )


def test_the_wheel_glides_and_a_second_notch_goes_on(hands: Hands) -> None:
    longer(hands)
    hands.page.resize(1310, 300)
    QApplication.processEvents()
    bar = hands.view.verticalScrollBar()
    start = bar.value()
    turn(hands, -1)
    turn(hands, -1)
    assert hands.view.glide.under_way
    arrive(hands)
    assert bar.value() == min(start + 192, bar.maximum())
    turn(hands, -1, Modifier.ShiftModifier)
    arrive(hands)
    assert hands.view.horizontalScrollBar().value() > hands.view.horizontalScrollBar().minimum()


def test_with_reduced_motion_the_wheel_jumps(hands: Hands) -> None:
    longer(hands)
    hands.page.look.become(reduced_motion=True)
    turn(hands, 1, Modifier.ControlModifier)
    assert not hands.view.glide.under_way
    assert hands.view.zoom > 1.1
    turn(hands, -1)
    assert not hands.view.glide.under_way


def test_the_wheel_with_control_zooms_under_the_hand(hands: Hands) -> None:
    longer(hands)
    spot = QPointF(600, 300)
    before = hands.view.mapToScene(spot.toPoint())
    event = QWheelEvent(
        spot,
        QPointF(hands.view.viewport().mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Modifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hands.view.viewport(), event)
    assert hands.view.zoom < 1.2  # it glides there
    arrive(hands)
    after = hands.view.mapToScene(spot.toPoint())
    assert hands.view.zoom > 1.2
    assert (before - after).manhattanLength() < 3


def test_everything_can_be_seen_at_once_and_the_zoom_says_how_much(hands: Hands) -> None:
    longer(hands)
    hands.view.show_all()
    seen = hands.view.seen()
    assert seen.contains(0, 0)
    assert hands.page.zoom.percent.text().endswith("%")
    hands.press(Key.Key_0, held=Modifier.ControlModifier)
    assert hands.view.zoom == 1.0
    hands.press(Key.Key_Plus, held=Modifier.ControlModifier)
    assert hands.view.zoom > 1.0


def test_the_overview_shows_where_one_is_and_goes_where_one_clicks(hands: Hands) -> None:
    longer(hands)
    overview = hands.page.zoom.overview
    assert overview.useful
    assert not overview.grab().toImage().isNull()
    overview._go(QPointF(overview.width() - 1, overview.height() - 1))
    assert hands.view.horizontalScrollBar().value() == hands.view.horizontalScrollBar().maximum()


def test_typing_stays_readable_when_everything_is_seen(hands: Hands) -> None:
    longer(hands)
    hands.view.set_zoom(0.2)
    hands.stand("actions")
    hands.type("Un mot")
    editor = hands.pane.typist.editor
    assert editor.font().pixelSize() >= 13
    assert editor.width() >= 150
    hands.press(Key.Key_Escape)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [0.7, 1.0, 1.6])
def test_everything_can_be_scrolled_clear_of_the_zoom_bar(hands: Hands, scale: float, zoom: float) -> None:
    hands.page.look.become(scale=scale)
    hands.view.set_zoom(zoom)
    bar, plan = hands.page.zoom, hands.board.plan
    assert plan is not None
    hands.view.verticalScrollBar().setValue(hands.view.verticalScrollBar().maximum())
    lowest = hands.view.on_screen(QRectF(0, 0, plan.width, plan.height)).bottom()
    assert lowest <= bar.y()


def test_who_walks_with_the_arrows_is_never_under_the_zoom_bar(hands: Hands) -> None:
    for step in range(5):
        hands.stand("actions", step)
        for _lane in range(9):
            hands.press(Key.Key_Down)
            box = hands.board.box
            assert box is not None
            seen = hands.view.on_screen(hands.pane.scene.shown(box)).toRect()
            assert not seen.intersects(hands.page.zoom.geometry())


def test_the_frame_of_the_overview_is_dragged_without_a_jump(hands: Hands) -> None:
    hands.view.set_zoom(2.5)
    overview, view = hands.page.zoom.overview, hands.view
    view.horizontalScrollBar().setValue(400)
    view.verticalScrollBar().setValue(300)
    seen = view.seen()
    corner = (seen.topLeft() + QPointF(30, 20)) * overview._scale
    for kind, at in (
        (QEvent.Type.MouseButtonPress, corner),
        (QEvent.Type.MouseMove, corner),
        (QEvent.Type.MouseMove, corner + QPointF(6, 0)),
    ):
        there = overview.mapToGlobal(corner)
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, there, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(overview, event)
        if at == corner:
            assert abs(view.seen().left() - seen.left()) < 3
    assert view.seen().left() > seen.left() + 3 / overview._scale


def test_the_name_of_a_phase_stays_in_sight_while_its_steps_go_by(hands: Hands) -> None:
    hands.view.set_zoom(1.6)
    heads = hands.pane.scene._steps
    assert heads is not None
    second = hands.box("phase", "Demander")
    hands.view.horizontalScrollBar().setValue(hands.view.horizontalScrollBar().maximum())
    slid = heads._slid(second)
    assert 0 < slid < second.rect.w
    hands.view.horizontalScrollBar().setValue(0)
    assert heads._slid(second) == 0


def test_a_step_that_went_under_the_heads_of_the_lanes_is_not_hit_there(hands: Hands) -> None:
    hands.view.set_zoom(1.6)
    hands.view.horizontalScrollBar().setValue(300)
    y = hands.view.on_screen(hands.pane.scene.shown(hands.box("step", "Lire"))).center().toPoint().y()
    assert hands.pane.pointer.under.box_at(QPoint(40, y)) is None


def test_an_accent_of_two_keys_is_heard_whatever_happened_since_one_came(hands: Hands) -> None:
    for widget in (hands.view, hands.page.list):
        widget.setAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled, False
        )  # as Qt does when a scene changes
        asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QApplication.sendEvent(widget, asked)
        assert asked.value(Qt.InputMethodQuery.ImEnabled) is True
