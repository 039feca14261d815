"""The filter bar: opened by a key, always in sight while it hides something, and honest about how much."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands import notes
from labdesk.domain.sieve import EVERYTHING, Sieve
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.irritants import Irritants
from labdesk.ui.canvas.sieve_bar import SieveBar
from tests.ui.canvas.hands import Hands, Key, Modifier
from tests.ui.canvas.test_irritants import shown as irritants_shown

OBSERVED = Sieve(evidence=frozenset({"observed"}))


@pytest.fixture
def filled(hands: Hands) -> Hands:
    """Three notes, one of them observed."""
    hands.stand("pain_points")
    for text in ("a", "b", "c"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    row = hands.box("note", "b").row
    hands.desk.do(notes.set_note(hands.desk.project, row, "evidence", "observed"))
    return hands


def on_map(hands: Hands) -> list[str]:
    plan = hands.board.plan
    return [box.text for box in plan.boxes() if box.kind == "note"] if plan else []


def bar_of(hands: Hands) -> SieveBar:
    return hands.page.sieve


def test_nothing_is_there_until_it_is_asked_for_and_echap_puts_it_away(filled: Hands) -> None:
    bar = bar_of(filled)
    assert not bar.isVisible()
    assert not bar.pills  # it is built when it is first opened
    bar.open()
    QApplication.processEvents()
    assert bar.isVisible()
    assert bar.pills["lanes"].hasFocus()
    QTest.keyClick(bar.pills["lanes"], Key.Key_Escape)
    assert not bar.isVisible()
    assert filled.view.hasFocus()


def test_what_is_filtered_is_said_with_how_many_notes_are_shown(filled: Hands) -> None:
    bar = bar_of(filled)
    heard: list[str] = []
    filled.desk.announced.connect(heard.append)
    bar.take(OBSERVED)
    assert on_map(filled) == ["b"]
    assert bar.isVisible()
    assert bar.count.text() == "1 note sur 3"
    assert bar.pills["evidence"].text() == "Preuve\u00a0: Observé"
    assert not bar.pills["tags"].isVisible()  # closed, it only says what it leaves out
    assert heard[-1] == "1 note sur 3"
    bar.clear()
    assert on_map(filled) == ["a", "b", "c"]
    assert not bar.isVisible()


def test_a_facet_is_chosen_in_a_list_with_counts_and_emptied_by_suppr(filled: Hands) -> None:
    bar = bar_of(filled)
    bar.open()
    bar.choose("evidence")
    chooser = bar.findChild(Chooser)
    assert chooser is not None
    lines = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert "Observé (1)" in lines
    assert lines[-1] == "Non précisé (2)"
    chooser.list.itemActivated.emit(chooser.list.item(lines.index("Non précisé (2)")))
    assert on_map(filled) == ["a", "c"]
    chooser.close()
    QTest.keyClick(bar.pills["evidence"], Key.Key_Delete)
    assert bar.sieve == EVERYTHING


def test_a_note_just_typed_stays_until_one_leaves_it_and_it_is_said(filled: Hands) -> None:
    bar_of(filled).take(OBSERVED)
    heard: list[str] = []
    filled.desk.announced.connect(heard.append)
    filled.stand("pain_points", 1)
    filled.type("toute neuve")
    filled.press(Key.Key_Escape)
    assert on_map(filled) == ["b", "toute neuve"]
    assert any("Hors du filtre" in said for said in heard)
    assert bar_of(filled).count.text() == "1 note sur 4 · 1 hors filtre"
    filled.stand("pain_points", 2)
    assert on_map(filled) == ["b"]
    assert filled.texts("pain_points", 1) == ["toute neuve"]


def test_notes_typed_one_after_the_other_are_all_kept(filled: Hands) -> None:
    bar_of(filled).take(OBSERVED)
    filled.stand("actions", 0)
    for text in ("un", "deux", "trois"):
        filled.type(text)
        filled.press(Key.Key_Return)
    filled.press(Key.Key_Escape)
    assert filled.texts("actions", 0) == ["un", "deux", "trois"]


def test_each_canvas_keeps_its_own_filter_while_the_project_is_open(filled: Hands, problem: str) -> None:
    journey = filled.board.canvas
    bar_of(filled).take(OBSERVED)
    filled.page.show_canvas(problem)
    assert filled.board.view.sieve == EVERYTHING
    assert not bar_of(filled).isVisible()
    filled.page.show_canvas(journey)
    assert on_map(filled) == ["b"]
    assert bar_of(filled).isVisible()


def test_the_list_and_the_irritants_show_the_same_notes(filled: Hands) -> None:
    tree = Irritants(filled.board, filled.page.look, filled.page)
    tree.show()
    filled.page.show_list(True)
    bar_of(filled).take(OBSERVED)
    texts = [line.text for line in filled.page.list.lines.lines]
    assert "b" in texts
    assert "a" not in texts
    assert irritants_shown(tree) == [["b"], []]


def test_the_room_sees_the_filter_only_when_it_was_asked(filled: Hands) -> None:
    bar = bar_of(filled)
    bar.take(OBSERVED)
    assert filled.desk.sieves == {}
    bar.projected.click()
    assert filled.desk.sieves == {filled.board.canvas: OBSERVED}
    bar.take(Sieve(evidence=frozenset({"measured"})))
    assert filled.desk.sieves[filled.board.canvas].evidence == {"measured"}
    bar.clear()
    assert filled.desk.sieves == {}


def test_undo_and_a_canvas_that_goes_away_under_the_filter_are_calm(filled: Hands) -> None:
    bar = bar_of(filled)
    bar.take(OBSERVED)
    for _gesture in range(4):
        filled.desk.undo()
    assert bar.count.text().startswith("0 note sur")
    from labdesk.domain.commands import canvases

    filled.desk.do(canvases.delete_canvas(filled.desk.project, filled.board.canvas))
    assert not bar.isVisible()


def test_hidden_dots_are_seen_to_be_hidden_and_revealed_by_a_click_or_an_undo(filled: Hands) -> None:
    from labdesk.ui.canvas import grid_entries

    bar, desk = bar_of(filled), filled.desk
    filled.board.go(filled.box("note", "a").key)
    filled.press(Key.Key_Up, held=Modifier.ControlModifier)
    assert filled.box("note", "a").votes == 1
    grid_entries.veil_votes(filled.pane)
    assert bar.veil.isVisible()
    assert filled.box("note", "a").votes == 0
    assert "voix" not in filled.board.said()
    heard: list[str] = []
    desk.announced.connect(heard.append)
    filled.press(Key.Key_Up, held=Modifier.ControlModifier)
    assert heard[-1] == "Voix ajoutée, cachée."
    bar.reveal.click()
    assert filled.box("note", "a").votes == 2
    assert not bar.isVisible()
    desk.undo()
    assert filled.box("note", "a").votes == 0
