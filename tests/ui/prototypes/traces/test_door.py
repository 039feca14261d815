"""From the cards to the traces and back; a line let go on a card of the deck; the keys of the deck."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from labdesk.domain.ties import others_of
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.tying import mime
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace

LINK, NONE, LEFT = Qt.DropAction.LinkAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def test_one_key_goes_to_the_traces_of_the_card_and_back_to_it(filled: Desk, place: PrototypesPlace) -> None:
    card = filled.project.canvases("prototype")[0].id
    place.deck.focus(card)
    place.traces.switch()
    page = place.traces.page
    assert page is not None
    assert page.stored == card
    assert place.traces.going.isChecked()
    place.traces.switch()
    assert not place.traces.shown
    assert place.deck.current == card


def test_the_page_is_built_when_it_is_first_asked_for(filled: Desk, place: PrototypesPlace) -> None:
    assert filled
    assert place.traces.page is None


def test_a_line_let_go_on_a_card_of_the_deck_ties_it(filled: Desk, place: PrototypesPlace) -> None:
    pain = next(n for n in filled.project.note.values() if n.text == "CV à ressaisir")
    tile = place.deck.tiles[1][0]
    spot = tile.mapTo(place.deck, tile.rect().center())
    data = mime([pain.id])
    enter = QDragEnterEvent(spot, LINK, data, LEFT, NONE)
    QApplication.sendEvent(place.deck, enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(spot, LINK, data, LEFT, NONE)
    QApplication.sendEvent(place.deck, move)
    assert move.isAccepted()
    QApplication.sendEvent(place.deck, QDropEvent(QPointF(spot), LINK, data, LEFT, NONE))
    assert tile.card.canvas in others_of(filled.project, pain.id)
    empty = QDragMoveEvent(QPoint(4, 4), LINK, data, LEFT, NONE)
    QApplication.sendEvent(place.deck, empty)
    assert not empty.isAccepted()


def test_a_card_of_the_deck_is_tied_by_key(filled: Desk, place: PrototypesPlace) -> None:
    card = filled.project.canvases("prototype")[0].id
    place.deck.focus(card)
    place.traces.tie()
    found = QApplication.activePopupWidget()
    assert isinstance(found, Chooser)
    assert "Relier" in found.accessibleName()
    found.close()
    place.traces.part()
    parting = QApplication.activePopupWidget()
    assert isinstance(parting, Chooser)
    parting.close()


def test_in_the_traces_f5_projects_the_chain_one_is_on(filled: Desk, place: PrototypesPlace) -> None:
    assert place.projected() is None
    card = filled.project.canvases("prototype")[0].id
    place.traces.show(card)
    lens = place.projected()
    assert lens is not None
    assert (lens.kind, lens.canvas) == ("chain", card)
