"""The drawn traces by keys and by hand: walking chains, tying from card to card, lines chosen."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.ties import others_of
from labdesk.ui.canvas.tying import mime
from labdesk.ui.prototypes.traces.drawing import Drawing
from labdesk.ui.prototypes.traces.traces_page import TracesPage
from tests.ui.prototypes.traces.test_traces_page import knot, press

LINK, NONE = Qt.DropAction.LinkAction, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def stage(drawing: Drawing) -> str:
    assert drawing.web is not None
    return drawing.web.knots[drawing.current].stage


def middle(drawing: Drawing, row: str) -> QPoint:
    drawing.show_card(drawing.layout_.cards[row])  # type: ignore[union-attr]
    return drawing.rect_of(row).center()


def pull(drawing: Drawing, rows: list[str], *places: QPoint, drop: bool = True) -> bool:
    """A line from these over some places, let go on the last one; True when it was taken."""
    data, view = mime(rows), drawing.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(places[0], LINK, data, LEFT, NONE))
    taken = False
    for at in places:
        move = QDragMoveEvent(at, LINK, data, LEFT, NONE)
        QApplication.sendEvent(view, move)
        taken = move.isAccepted()
    if drop:
        QApplication.sendEvent(view, QDropEvent(QPointF(places[-1]), LINK, data, LEFT, NONE))
    else:
        QApplication.sendEvent(view, QDragLeaveEvent())
    return taken


def test_arrows_follow_the_chain_from_the_irritant_to_the_decision(page: TracesPage) -> None:
    drawing = page.drawing
    drawing.go(knot(page, "PDF illisible"))
    walked = [stage(drawing)]
    for _step in range(6):
        press(Qt.Key.Key_Right)
        walked.append(stage(drawing))
    assert walked[:6] == ["pain", "opportunity", "challenge", "prototype", "result", "decision"]
    lit = drawing.mood.lit
    assert lit is not None
    assert knot(page, "PDF illisible") in lit
    for _step in range(5):
        press(Qt.Key.Key_Left)
    assert stage(drawing) == "pain"


def test_up_and_down_stay_in_the_column_home_and_end_go_to_its_ends(page: TracesPage) -> None:
    drawing = page.drawing
    press(Qt.Key.Key_Home)
    first = drawing.current
    press(Qt.Key.Key_Down)
    assert stage(drawing) == "pain"
    assert drawing.current != first
    press(Qt.Key.Key_Up)
    assert drawing.current == first
    press(Qt.Key.Key_PageDown)
    assert drawing.current != first
    press(Qt.Key.Key_End)
    assert stage(drawing) == "decision"


def test_a_card_let_go_on_another_is_tied_to_it(page: TracesPage) -> None:
    drawing, desk = page.drawing, page.desk
    pain, idea = knot(page, "L’affiche renvoie"), knot(page, "Accusé avec étapes")
    assert pull(drawing, [pain], middle(drawing, idea))
    assert idea in others_of(desk.project, pain)
    assert drawing.current == idea
    desk.undo()
    assert idea not in others_of(desk.project, pain)


def test_what_cannot_be_tied_is_said_under_the_hand_and_changes_nothing(page: TracesPage) -> None:
    drawing, before = page.drawing, dict(page.desk.project.link)
    card = knot(page, "L’annonce d’une page")
    problem = drawing.web.challenges[card]  # type: ignore[union-attr]
    assert not pull(drawing, [problem], middle(drawing, card), drop=False)
    place = middle(drawing, card)
    data = mime([problem])
    QApplication.sendEvent(drawing.viewport(), QDragEnterEvent(place, LINK, data, LEFT, NONE))
    QApplication.sendEvent(drawing.viewport(), QDragMoveEvent(place, LINK, data, LEFT, NONE))
    assert drawing.hand.refused == "C’est déjà relié."
    drawing.grab()
    QApplication.sendEvent(drawing.viewport(), QDropEvent(QPointF(place), LINK, data, LEFT, NONE))
    assert page.desk.project.link == before
    assert drawing.hand.place is None


def test_a_line_that_leaves_ties_nothing(page: TracesPage) -> None:
    drawing, before = page.drawing, dict(page.desk.project.link)
    pain, idea = knot(page, "L’affiche renvoie"), knot(page, "Accusé avec étapes")
    pull(drawing, [pain], middle(drawing, idea), drop=False)
    assert page.desk.project.link == before
    assert drawing.hand.target == ""


def test_a_click_on_a_line_chooses_it_and_del_unties_it(page: TracesPage) -> None:
    drawing = page.drawing
    line = next(line for line in drawing.layout_.lines if len(line.points) == 2)  # type: ignore[union-attr]
    path = drawing.brush.path(line)
    spot = (path.pointAtPercent(0.5) - drawing.corner()).toPoint()
    QTest.mouseClick(drawing.viewport(), LEFT, pos=spot)
    assert drawing.line == line
    assert drawing.mood.lit is None
    QTest.mouseClick(drawing.viewport(), LEFT, pos=QPoint(1290, 60))
    assert drawing.line is None


def test_a_double_click_goes_to_the_thing(page: TracesPage) -> None:
    drawing, gone = page.drawing, list[str]()
    drawing.opened.connect(gone.append)
    card = knot(page, "L’annonce d’une page")
    QTest.mouseDClick(drawing.viewport(), LEFT, pos=middle(drawing, card))
    assert gone == [card]


def test_near_an_edge_the_drawing_moves_along(page: TracesPage) -> None:
    page.show_mode("all")
    drawing = page.drawing
    bottom = QPoint(300, drawing.viewport().height() - 4)
    data = mime([knot(page, "L’affiche renvoie")])
    QApplication.sendEvent(drawing.viewport(), QDragEnterEvent(bottom, LINK, data, LEFT, NONE))
    QApplication.sendEvent(drawing.viewport(), QDragMoveEvent(bottom, LINK, data, LEFT, NONE))
    before = drawing.verticalScrollBar().value()
    drawing.hand._nudge()
    assert drawing.verticalScrollBar().value() > before
    drawing.hand.let_go()


def test_where_one_stands_stays_whole_when_the_drawing_loses_height(page: TracesPage) -> None:
    drawing = page.drawing
    drawing.setFocus()
    press(Qt.Key.Key_End)
    drawing.resize(drawing.width(), drawing.height() - 120)
    assert drawing.viewport().rect().contains(drawing.rect_of(drawing.current))
