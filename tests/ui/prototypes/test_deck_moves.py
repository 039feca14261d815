"""Cards moved between states and in their pile, by drag and by key: asked for what is missing, and undone."""

import random

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from labdesk.domain.commands.canvases import answer, delete_canvas
from labdesk.domain.model import Project
from labdesk.ui.prototypes.card_tile import CARD_MIME
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.ui.prototypes.conftest import new_card, piles_of, press

ALT, KEY = Qt.KeyboardModifier.AltModifier, Qt.Key
LEFT = Qt.MouseButton.LeftButton


def drag(place: PrototypesPlace, card: str, pile: int, y: int = 40) -> None:
    """A card is let go over a pile."""
    held = QMimeData()
    held.setData(CARD_MIME, f"prototype/{card}".encode())
    column, at = place.deck.columns[pile], QPoint(60, y)
    none, move = Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    enter = QDragEnterEvent(at, move, held, LEFT, none)
    QApplication.sendEvent(column, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(column, QDragMoveEvent(at, move, held, LEFT, none))
    QApplication.sendEvent(column, QDropEvent(QPointF(at), move, held, LEFT, none))


def type_in(place: PrototypesPlace, words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def form_of(place: PrototypesPlace) -> list[str]:
    form = place.deck.moves.form
    return [] if form is None else [field.zone.id for field in form.fields]


def content(project: Project) -> tuple[object, ...]:
    return project.answer, project.note, project.line, project.canvas


def test_alt_right_asks_for_the_criterion_and_the_card_goes_on(
    place: PrototypesPlace, told: list[str]
) -> None:
    new_card(place.desk, "Panneau")
    place.deck.focus(None)
    press(KEY.Key_Right, ALT)
    assert form_of(place) == ["criterion"]
    assert piles_of(place) == [["Panneau"], [], [], []]
    type_in(place, "8 sur 10")
    press(KEY.Key_Return)
    assert piles_of(place) == [[], ["Panneau"], [], []]
    assert place.deck.moves.form is None
    assert place.deck.current is not None
    assert "À tester" in told[-1]
    place.desk.undo()
    assert piles_of(place) == [["Panneau"], [], [], []]


def test_a_drag_to_tested_asks_date_testers_result_and_verdict_and_only_the_verdict_is_needed(
    place: PrototypesPlace,
) -> None:
    card = new_card(place.desk, "Panneau", criterion="8 sur 10")
    before = content(place.desk.project)
    drag(place, card, 2)
    form = place.deck.moves.form
    assert form is not None
    assert form_of(place) == ["test_dates", "testers", "result", "verdict"]
    testers = form.fields[1]
    assert testers.editor.hasFocus(), "the date is today’s already"
    type_in(place, "dix")
    form.finish()
    assert any("nombre" in label.text() for label in testers.findChildren(QLabel))
    testers.line.setText("10")
    form.finish()
    assert place.deck.moves.form is form, "no verdict yet"
    assert content(place.desk.project) == before, "nothing is written before the end"
    form.fields[3].combo.setCurrentIndex(form.fields[3].combo.findData("confirmed"))
    form.go.click()
    assert piles_of(place) == [[], [], ["Panneau"], []]
    project = place.desk.project
    assert project.value(card, "testers") == 10
    assert project.value(card, "result") is None
    assert len(project.notes_at(card, "test_dates")) == 1
    assert "résultat mesuré" in place.deck.tiles[2][0].card.lacks
    place.desk.undo()
    assert content(place.desk.project) == before


def test_only_what_is_missing_is_asked(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Panneau", criterion="8", verdict="confirmed", testers=3, result="3")
    drag(place, card, 3)
    assert form_of(place) == ["decision", "next_actions"]
    form = place.deck.moves.form
    assert form is not None
    decision = form.fields[0]
    decision.combo.setCurrentIndex(decision.combo.findData("deploy"))
    decision.combo.activated.emit(decision.combo.currentIndex())
    assert not form.warning.isVisible()
    place.desk.do(answer(place.desk.project, card, "confidence", "low"))
    form = place.deck.moves.form
    assert form is not None, "the deck was laid out again: what was chosen is still there"
    assert form.fields[0].raw == "deploy"


def test_deploying_on_a_refuted_proof_is_advised_against_and_not_blocked(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Panneau", verdict="refuted")
    drag(place, card, 3)
    form = place.deck.moves.form
    assert form is not None
    decision = form.fields[0]
    decision.combo.setCurrentIndex(decision.combo.findData("deploy"))
    decision.combo.activated.emit(decision.combo.currentIndex())
    assert form.warning.isVisible()
    form.go.click()
    assert piles_of(place)[3] == ["Panneau"]


def test_escape_leaves_the_card_where_it_is(place: PrototypesPlace) -> None:
    new_card(place.desk, "Panneau")
    before = content(place.desk.project)
    place.deck.focus(None)
    press(KEY.Key_Right, ALT)
    type_in(place, "8 sur")
    press(KEY.Key_Escape)
    assert place.deck.moves.form is None
    assert content(place.desk.project) == before
    assert place.deck.current is not None


def test_going_back_says_what_is_emptied_and_undo_brings_it_back(
    place: PrototypesPlace, told: list[str]
) -> None:
    card = new_card(place.desk, "Panneau", criterion="8", verdict="confirmed", result="9", decision="pilot")
    before = content(place.desk.project)
    drag(place, card, 1)
    assert piles_of(place) == [[], ["Panneau"], [], []]
    assert "Confirmée" in told[-1]
    assert "Expérimenter" in told[-1]
    assert "Ctrl+Z" in told[-1]
    assert place.desk.project.value(card, "result") == "9"
    place.desk.wanted.connect(place.reveal)
    place.desk.undo()
    assert content(place.desk.project) == before
    assert place.deck.isVisible(), "undone where it was done"
    assert place.deck.current == card
    place.deck.focus(card)
    press(KEY.Key_Left, ALT)
    assert piles_of(place) == [[], [], ["Panneau"], []]


def test_at_both_ends_the_card_stays_and_it_is_said(place: PrototypesPlace, told: list[str]) -> None:
    new_card(place.desk, "Panneau")
    place.deck.focus(None)
    press(KEY.Key_Left, ALT)
    assert "reste" in told[-1]
    assert piles_of(place)[0] == ["Panneau"]


def test_cards_are_ordered_in_their_pile_by_key_and_by_drag(place: PrototypesPlace, told: list[str]) -> None:
    cards = [new_card(place.desk, name) for name in ("Un", "Deux", "Trois")]
    place.deck.focus(cards[2])
    press(KEY.Key_Up, ALT)
    assert piles_of(place)[0] == ["Un", "Trois", "Deux"]
    assert "2 sur 3" in told[-1]
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Up, ALT)
    assert piles_of(place)[0] == ["Trois", "Un", "Deux"]
    place.desk.undo()
    assert piles_of(place)[0] == ["Un", "Trois", "Deux"]
    drag(place, cards[0], 0, 5_000)
    assert piles_of(place)[0] == ["Trois", "Deux", "Un"]
    focus = QApplication.focusWidget()
    assert focus is place.deck.tiles[0][2]


def test_a_card_dropped_between_two_others_of_another_state_lies_there(place: PrototypesPlace) -> None:
    first, _second = (new_card(place.desk, name, criterion="8") for name in ("Un", "Deux"))
    card = new_card(place.desk, "Trois")
    top = place.deck.tiles[1][0].geometry().center().y() + 1
    drag(place, card, 1, top)
    type_in(place, "8 sur 10")
    press(KEY.Key_Return)
    assert piles_of(place)[1] == ["Un", "Trois", "Deux"]
    assert first in place.desk.project.canvas


def test_a_card_deleted_elsewhere_takes_its_form_away(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Panneau")
    drag(place, card, 1)
    place.desk.do(delete_canvas(place.desk.project, card))
    assert place.deck.moves.form is None
    assert piles_of(place) == [[], [], [], []]


def test_a_card_of_another_kind_or_something_else_is_not_taken(place: PrototypesPlace) -> None:
    new_card(place.desk, "Panneau")
    for held in (QMimeData(), QMimeData()):
        held.setText("des mots")
        held.setData(CARD_MIME, b"persona/x")
        event = QDragEnterEvent(
            QPoint(10, 10), Qt.DropAction.MoveAction, held, LEFT, Qt.KeyboardModifier.NoModifier
        )
        event.setAccepted(False)
        QApplication.sendEvent(place.deck.columns[1], event)
        assert not event.isAccepted()


def test_the_mouse_begins_a_drag_only_beyond_a_few_pixels(place: PrototypesPlace) -> None:
    new_card(place.desk, "Panneau")
    tile = place.deck.tiles[0][0]
    QTest.mouseClick(tile, LEFT)
    assert place.on_card, "a click still opens"


def test_an_empty_deck_teaches_and_its_first_place_can_be_pressed(place: PrototypesPlace) -> None:
    said = " ".join(label.text() for label in place.deck.findChildren(QLabel) if label.isVisible())
    assert "critère de succès" in said
    assert "verdict" in said
    first = next(b for b in place.deck.columns[0].findChildren(type(place.card.bar.back)) if b.isVisible())
    assert first.height() >= 32
    first.click()
    assert place.on_card


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_chaotic_table_moves_cards_in_all_ways_and_undoes_it_all(place: PrototypesPlace, seed: int) -> None:
    dice = random.Random(seed)
    cards = [new_card(place.desk, name, criterion="8") for name in ("Un", "Deux")]
    cards.append(new_card(place.desk, "Trois", verdict="confirmed"))
    before, label = content(place.desk.project), place.desk.undo_label
    held = Qt.KeyboardModifier
    keys = [
        *((key, ALT) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down)),
        *((key, held.NoModifier) for key in (KEY.Key_Return, KEY.Key_Escape, KEY.Key_Left, KEY.Key_Right)),
        (KEY.Key_N, held.ControlModifier | held.ShiftModifier),
        (KEY.Key_T, held.ControlModifier),
        (KEY.Key_Delete, held.NoModifier),
        (KEY.Key_Tab, held.NoModifier),
        (KEY.Key_3, held.NoModifier),
        (KEY.Key_D, held.ControlModifier),
    ]
    for turn in range(70):
        if QApplication.focusWidget() is None or turn % 9 == 0:
            place.show_deck()
            place.deck.focus(None)
        if turn % 7 == 0 and (standing := [c.id for c in place.desk.project.canvases("prototype")]):
            place.show_deck()
            drag(place, dice.choice(standing), dice.randrange(4), dice.randrange(600))
        press(*dice.choice(keys))
        QApplication.processEvents()
    place.show_deck()
    for _step in range(400):
        if content(place.desk.project) == before and place.desk.undo_label == label:
            break
        place.desk.undo()
    assert content(place.desk.project) == before
    assert sum(map(len, piles_of(place))) == 3
