"""A line drawn on the map: from the handle of a note or with Ctrl+Maj, onto a note, with marks, given up."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from labdesk.domain.ties import others_of
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.tie_hand import curve
from labdesk.ui.canvas.tying import mime
from tests.ui.canvas.hands import Hands, Key, Modifier

LINK, NONE, LEFT = Qt.DropAction.LinkAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def two_notes(hands: Hands) -> tuple[str, str]:
    for zone, text in (("pain_points", "Attente"), ("opportunities", "Même jour")):
        hands.stand(zone)
        hands.type(text)
        hands.press(Key.Key_Escape)
    pain, idea = hands.box("note", "Attente"), hands.box("note", "Même jour")
    hands.board.go(pain.key)
    return pain.row, idea.row


def over(hands: Hands, rows: list[str], at: QPoint) -> bool:
    """A line from these is over a point; True where it may be let go."""
    data, view = mime(rows), hands.view.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(at, LINK, data, LEFT, NONE))
    move = QDragMoveEvent(at, LINK, data, LEFT, NONE)
    QApplication.sendEvent(view, move)
    return move.isAccepted()


def let_go(hands: Hands, rows: list[str], at: QPoint) -> None:
    data = mime(rows)  # the event does not keep it
    QApplication.sendEvent(hands.view.viewport(), QDropEvent(QPointF(at), LINK, data, LEFT, NONE))


def test_a_line_let_go_on_a_note_ties_it_and_its_sign_counts(hands: Hands) -> None:
    pain, idea = two_notes(hands)
    place = hands.place(hands.box("note", "Même jour"))
    assert over(hands, [pain], place)
    mark = hands.pane.ties.mark
    assert mark.isVisible()
    assert not mark.target.isEmpty()
    hands.view.grab()
    let_go(hands, [pain], place)
    assert not mark.isVisible()
    assert others_of(hands.desk.project, pain) == (idea,)
    assert hands.box("note", "Attente").links == 1
    assert hands.box("note", "Même jour").links == 1
    assert "1 lien" in hands.board.said(hands.box("note", "Attente").key)
    hands.view.grab()
    hands.desk.undo()
    assert hands.box("note", "Attente").links == 0


def test_why_a_line_may_not_end_here_is_said_beside_the_hand(hands: Hands) -> None:
    pain, idea = two_notes(hands)
    place = hands.place(hands.box("note", "Même jour"))
    over(hands, [pain], place)
    let_go(hands, [pain], place)
    assert not over(hands, [idea], hands.place(hands.box("note", "Attente")))
    assert hands.pane.ties.mark.refused == "C’est déjà relié."
    hands.view.grab()
    assert not over(hands, [pain], hands.place(hands.box("note", "Attente")))
    QApplication.sendEvent(hands.view.viewport(), QDragLeaveEvent())
    assert not hands.pane.ties.mark.isVisible()


def test_the_handle_stands_on_the_current_note_only(hands: Hands) -> None:
    two_notes(hands)
    handle = hands.pane.focus.handle
    assert handle is not None
    assert handle.w >= 32
    hands.stand("actions")
    assert hands.pane.focus.handle is None


def taken(hands: Hands, start: QPoint, end: QPoint, held: Modifier = NONE) -> list[tuple[str, ...]]:
    """What a line was begun from when the hand goes from one point to another."""
    begun: list[tuple[str, ...]] = []
    hands.pane.ties.begin = begun.append  # type: ignore[method-assign,assignment]
    hands.mouse(QEvent.Type.MouseButtonPress, start, held)
    hands.mouse(QEvent.Type.MouseMove, start + (end - start) * 0.5, held)
    hands.mouse(QEvent.Type.MouseButtonRelease, end, held)
    return begun


def test_the_cursor_says_where_a_line_can_be_taken(hands: Hands) -> None:
    two_notes(hands)
    handle, view = hands.pane.focus.handle, hands.view.viewport()
    assert handle is not None
    spot = hands.view.on_screen(QRectF(handle.x, handle.y, handle.w, handle.h)).center()
    for place, shape in (
        (spot, Qt.CursorShape.CrossCursor),
        (spot + QPointF(0, 90), Qt.CursorShape.ArrowCursor),
    ):
        there = QPointF(view.mapToGlobal(place))
        none = Qt.MouseButton.NoButton
        QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, place, there, none, none, NONE))
        assert view.cursor().shape() == shape


def test_a_line_begins_at_the_handle_and_with_ctrl_shift_on_any_note(hands: Hands) -> None:
    pain, idea = two_notes(hands)
    handle = hands.pane.focus.handle
    assert handle is not None
    spot = hands.view.on_screen(QRectF(handle.x, handle.y, handle.w, handle.h)).center().toPoint()
    end = spot + QPoint(0, 120)
    assert taken(hands, spot, end) == [(pain,)]
    there = hands.place(hands.box("note", "Même jour"))
    both = Modifier.ControlModifier | Modifier.ShiftModifier
    assert taken(hands, there, there + QPoint(90, 0), both) == [(idea,)]
    assert hands.board.picked() == (idea,)
    assert taken(hands, there, there + QPoint(90, 0)) == []
    hands.desk.undo()


def test_on_a_card_a_line_ends_on_the_card_itself(page: CanvasPage, journey: str, card: str) -> None:
    page.show_canvas(journey)
    hands = Hands(page)
    pain, _idea = two_notes(hands)
    page.show_canvas(card)
    assert over(hands, [pain], QPoint(200, 80))
    let_go(hands, [pain], QPoint(200, 80))
    assert others_of(hands.desk.project, pain) == (card,)


def test_a_line_always_comes_from_the_note_to_the_hand() -> None:
    for end in (QPointF(300, 0), QPointF(-300, 10), QPointF(5, 400), QPointF(0, 0)):
        path = curve(QPointF(0, 0), end)
        assert path.currentPosition() == end
