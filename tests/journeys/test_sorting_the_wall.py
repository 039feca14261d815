"""The afternoon at the wall: dots counted in secret, notes tagged, a filter, steps merged, by keyboard."""

from PySide6.QtWidgets import QApplication

from labdesk.domain.sieve import tags_of
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.tally import Tally
from tests.journeys.hands import Hands


def page_of(hands: Hands) -> CanvasPage:
    return next(page for page in hands.window.place.findChildren(CanvasPage) if page.isVisible())


def shown(page: CanvasPage) -> list[str]:
    plan = page.board.plan
    return [box.text for box in plan.boxes() if box.kind == "note"] if plan else []


def stand(page: CanvasPage, text: str) -> None:
    plan = page.board.plan
    assert plan is not None
    page.board.go(next(box.key for box in plan.boxes() if box.kind == "note" and box.text == text))
    page.pane.view.setFocus()


def test_dots_are_counted_hidden_then_revealed_and_ranked_by_keys_alone(visiting: Hands) -> None:
    visiting.press("Alt+3")
    page, desk = page_of(visiting), visiting.window.desk
    stand(page, "L’affiche renvoie à un site national")
    visiting.press("Ctrl+Shift+Down")
    assert page.sieve.veil.isVisible()
    visiting.press("Ctrl+Shift+Up")
    visiting.rest()
    bar = page.findChild(Tally)
    assert bar is not None
    assert bar.line.hasFocus()
    for number in ("2", "9"):
        visiting.type(number)
        visiting.press("Return")
    visiting.press("Esc")
    assert not bar.isVisible()
    note = page.board.current[1] if page.board.current else ""
    assert page.board.box is not None
    assert page.board.box.votes == 0
    visiting.press("Ctrl+Shift+Down")
    assert not page.sieve.isVisible()
    found = sorted(
        desk.project.votes_on(n.id) for n in desk.project.notes_of(page.canvas) if n.zone == "pain_points"
    )
    assert found[-2:] == [2, 9]
    for _gesture in range(4):  # two counts, hidden, revealed
        visiting.press("Ctrl+Z")
    assert not any(desk.project.votes_on(n.id) for n in desk.project.notes_of(page.canvas))
    assert note in desk.project.note


def test_notes_are_tagged_then_only_those_are_shown_on_map_list_and_irritants(visiting: Hands) -> None:
    visiting.press("Alt+3")
    page, desk = page_of(visiting), visiting.window.desk
    stand(page, "Rien sur le salaire net")
    visiting.press("Ctrl+H")
    visiting.rest()
    chooser = QApplication.activePopupWidget()
    assert isinstance(chooser, Chooser)
    visiting.type("argent")
    chooser.list.itemActivated.emit(chooser.list.item(0))
    visiting.rest()
    row = page.board.current[1] if page.board.current else ""
    assert tags_of(desk.project.note[row]) == ("argent",)
    visiting.press("F3")
    visiting.rest()
    assert page.sieve.pills["lanes"].hasFocus()
    for _pill in range(4):
        visiting.press("Tab")
    visiting.press("Return")
    visiting.rest()
    chooser = QApplication.activePopupWidget()
    assert isinstance(chooser, Chooser)
    chooser.list.itemActivated.emit(chooser.list.item(0))
    chooser.close()
    visiting.rest()
    assert shown(page) == ["Rien sur le salaire net"]
    visiting.press("Esc")
    assert page.sieve.count.isVisible()
    visiting.press("Ctrl+L")
    visiting.rest()
    assert any(line.text == "Rien sur le salaire net" for line in page.list.lines.lines)
    assert not any(line.text == "CV à ressaisir" for line in page.list.lines.lines)
    visiting.press("Ctrl+L")
    visiting.press("Shift+F3")
    assert len(shown(page)) > 100
    assert not page.sieve.isVisible()


def test_what_the_search_finds_is_shown_even_where_the_filter_hides_it(visiting: Hands) -> None:
    from labdesk.domain.sieve import EVERYTHING, Sieve
    from labdesk.ui.desk import Target

    visiting.press("Alt+3")
    page, desk = page_of(visiting), visiting.window.desk
    page.sieve.take(Sieve(evidence=frozenset({"measured"})))
    hidden = next(n for n in desk.project.notes_of(page.canvas) if n.text == "CV à ressaisir")
    desk.go(Target("journeys", page.canvas, "note", hidden.id))
    assert page.board.view.sieve == EVERYTHING
    assert page.board.current is not None
    assert page.board.current[1] == hidden.id


def test_while_one_types_the_keys_of_steps_belong_to_the_text(visiting: Hands) -> None:
    visiting.press("Alt+3")
    page, desk = page_of(visiting), visiting.window.desk
    steps = len(desk.project.steps_of(page.canvas))
    stand(page, "CV à ressaisir")
    visiting.press("F2")
    visiting.rest()
    visiting.type(" trois fois")
    visiting.press("Ctrl+Backspace")
    visiting.press("Esc")
    assert len(desk.project.steps_of(page.canvas)) == steps
    row = page.board.current[1] if page.board.current else ""
    assert desk.project.note[row].text == "CV à ressaisir trois "
    visiting.press("Ctrl+Backspace")
    assert len(desk.project.steps_of(page.canvas)) == steps - 1
