"""Five whys at the keyboard and the mouse: chains grow by Entrée, are reordered, and leave a root cause."""

import pytest
from PySide6.QtCore import QPoint, Qt

from labdesk.ui.canvas import moves
from labdesk.ui.canvas.page import CanvasPage
from tests.ui.canvas.hands import Hands, Key, Modifier

ALT = Modifier.AltModifier


@pytest.fixture
def whys(page: CanvasPage, problem: str) -> Hands:
    """In front of a blank problem canvas, on the five whys."""
    page.show_canvas(problem)
    hands = Hands(page)
    hands.stand("five_whys")
    return hands


def type_chain(hands: Hands, *texts: str) -> None:
    for text in texts:
        hands.type(text)
        hands.press(Key.Key_Return)


def chains(hands: Hands) -> list[list[str]]:
    project, canvas = hands.desk.project, hands.board.canvas
    return [[n.text or "" for n in project.chain(x.id)] for x in project.lines_of(canvas, "five_whys")]


def test_each_entree_is_the_next_why_and_after_five_the_root_cause_is_offered(whys: Hands) -> None:
    type_chain(whys, "a", "b", "c", "d", "parce que la procédure est vieille.")
    assert chains(whys) == [["a", "b", "c", "d", "parce que la procédure est vieille."]]
    assert whys.board.current is not None
    assert (whys.board.current[0], whys.board.current[4]) == ("offer", "root")
    whys.press(Key.Key_Return)
    assert whys.texts("root_causes") == ["La procédure est vieille"]
    whys.press(Key.Key_Return)
    assert len(whys.texts("root_causes")) == 1
    whys.desk.undo()
    assert whys.texts("root_causes") == []
    for _burst in range(5):
        whys.desk.undo()
    assert chains(whys) == []


def test_another_chain_is_begun_from_its_offer_and_a_fourth_is_refused_calmly(whys: Hands) -> None:
    heard: list[str] = []
    whys.desk.idle.connect(heard.append)
    type_chain(whys, "a")
    whys.press(Key.Key_Escape)
    for text in ("b", "c"):
        whys.board.go(("offer", "", "five_whys", "", "chain"))
        whys.press(Key.Key_Return)
        whys.type(text)
        whys.press(Key.Key_Escape)
    assert chains(whys) == [["a"], ["b"], ["c"]]
    whys.pane.scribe.add_line()
    assert not whys.pane.scribe.typing
    assert heard
    assert heard[-1].startswith("3 chaînes au plus")


def test_arrows_with_alt_reorder_whys_and_carry_them_to_the_other_chain(whys: Hands) -> None:
    type_chain(whys, "a", "b")
    whys.press(Key.Key_Escape)
    whys.board.go(("offer", "", "five_whys", "", "chain"))
    whys.type("c")
    whys.press(Key.Key_Escape)
    whys.board.go(whys.box("note", "b").key)
    whys.press(Key.Key_Left, held=ALT)
    assert chains(whys) == [["b", "a"], ["c"]]
    whys.press(Key.Key_Down, held=ALT)
    assert chains(whys) == [["a"], ["c", "b"]]
    whys.board.go(whys.box("chain", "Chaîne 2").key)
    whys.press(Key.Key_Up, held=ALT)
    assert chains(whys) == [["c", "b"], ["a"]]
    whys.press(Key.Key_Delete)
    assert chains(whys) == [["a"]]
    for _step in range(4):
        whys.desk.undo()
    assert chains(whys) == [["a", "b"], ["c"]]


def test_a_why_and_a_chain_are_dragged(whys: Hands) -> None:
    type_chain(whys, "a", "b")
    whys.press(Key.Key_Escape)
    whys.board.go(("offer", "", "five_whys", "", "chain"))
    whys.type("c")
    whys.press(Key.Key_Escape)
    a, b, c = (whys.box("note", text) for text in "abc")
    whys.drag(whys.place(b), whys.place(a) - QPoint(60, 0))
    assert chains(whys) == [["b", "a"], ["c"]]
    c = whys.box("note", "c")
    whys.drag(whys.place(whys.box("note", "b")), whys.place(c) + QPoint(100, 0))
    assert chains(whys) == [["a"], ["c", "b"]]
    lower, upper = whys.box("chain", "Chaîne 2"), whys.box("chain", "Chaîne 1")
    whys.place(lower)
    corner = whys.view.on_screen(whys.pane.scene.shown(lower)).bottomRight().toPoint() - QPoint(9, 5)
    whys.drag(corner, whys.view.on_screen(whys.pane.scene.shown(upper)).center().toPoint())
    assert chains(whys) == [["c", "b"], ["a"]]


def test_a_click_on_what_is_offered_does_it(whys: Hands) -> None:
    type_chain(whys, "a", "parce que b")
    whys.press(Key.Key_Escape)
    plan = whys.board.plan
    assert plan is not None
    root = next(box for box in plan.boxes() if box.kind == "offer" and box.part == "root")
    whys.click(whys.place(root))
    assert whys.texts("root_causes") == ["B"]
    more = next(box for box in whys.board.plan.boxes() if box.kind == "offer" and box.part == "chain")  # type: ignore[union-attr]
    whys.click(whys.place(more))
    assert whys.pane.scribe.typing


def test_each_thing_says_its_chain_and_its_rank(whys: Hands) -> None:
    type_chain(whys, "a", "b")
    whys.press(Key.Key_Escape)
    key = whys.box("note", "b").key
    assert whys.board.said(key) == "Cinq pourquoi, chaîne 1 sur 1, pourquoi 2 sur 2\u00a0: b"
    assert "chaîne 1 sur 1" in whys.board.said(whys.box("chain", "Chaîne 1").key)
    part = whys.board.plan.part["five_whys"]  # type: ignore[union-attr]
    assert [box.kind for box in moves.stops(part)] == ["chain", "note", "note", "offer", "offer"]


def test_the_list_keeps_a_root_cause_too(page: CanvasPage, whys: Hands) -> None:
    type_chain(whys, "a", "parce que b")
    whys.press(Key.Key_Escape)
    page.show_list(True)
    rows = [line.key for line in page.list.lines.lines]
    at = next(i for i, key in enumerate(rows) if key[0] == "offer" and key[4] == "root")
    page.list.setCurrentIndex(page.list.lines.index(at, 2))
    page.list.setFocus()
    from PySide6.QtTest import QTest

    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert whys.texts("root_causes") == ["B"]


def test_a_sixth_why_is_typed_in_a_card_not_over_the_whole_chain(whys: Hands) -> None:
    type_chain(whys, "a", "b", "c", "d", "e")
    line = whys.desk.project.lines_of(whys.board.canvas, "five_whys")[0].id
    whys.board.go(("chain", line, "five_whys", "", ""))
    assert whys.board.box is not None
    whys.press(Key.Key_Return)
    assert whys.pane.scribe.typing
    assert whys.pane.typist.editor.height() < whys.board.box.rect.h / 2
    whys.type("f")
    whys.press(Key.Key_Escape)
    assert chains(whys) == [["a", "b", "c", "d", "e", "f"]]
