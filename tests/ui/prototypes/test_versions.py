"""The next version of a card: made from the deck or the card, told on its tile, compared with the former."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from labdesk.domain.commands.canvases import answer
from labdesk.domain.commands.cards import former_of
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.journeys.hands import plain
from tests.ui.prototypes.conftest import new_card, piles_of, press

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_the_next_version_opens_and_one_goes_back_to_the_former_and_sees_what_changed(
    place: PrototypesPlace, told: list[str]
) -> None:
    card = new_card(place.desk, "Convocation", criterion="8", verdict="refuted", pitch="Deux pages")
    place.open_card(card)
    assert not place.card.bar.version.isVisible()
    place.card.bar.again.click()
    second = place.card.canvas
    assert second != card
    assert former_of(place.desk.project, second) == card
    assert "test" in told[-1]
    assert place.card.bar.version.isVisible()
    assert place.card.bar.version.text() == "v2"
    place.desk.do(answer(place.desk.project, second, "pitch", "Une page"))
    press(Qt.Key.Key_B, CTRL_SHIFT)
    panel = place.card.versions
    assert panel.isVisible()
    said = plain(" ".join(label.text() for label in panel.findChildren(QLabel)))
    assert "Avant : Deux pages" in said
    assert "Maintenant : Une page" in said
    assert "1 case a changé" in said
    assert "vide ici : verdict" in said, "what is still to be tested again is told in one line"
    place.desk.do(answer(place.desk.project, second, "verdict", "confirmed"))
    said = plain(" ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible()))
    assert "2 cases ont changé" in said
    assert "Avant : Infirmée" in said
    assert "Maintenant : Confirmée" in said
    place.desk.undo()
    panel.buttons[0].click()
    assert place.card.canvas == card
    place.card.compare_versions()
    assert "Elle est suivie de :" in [plain(label.text()) for label in panel.findChildren(QLabel)]
    place.show_deck()
    assert piles_of(place) == [[], ["Convocation"], ["Convocation"], []]
    tile = place.deck.tiles[1][0]
    assert tile.card.version == 2
    assert "version 2" in tile.accessibleName()
    assert "v2" in [label.text() for label in tile.findChildren(QLabel)]


def test_the_next_version_is_made_from_the_deck_and_undone(place: PrototypesPlace) -> None:
    new_card(place.desk, "Convocation")
    place.deck.focus(None)
    press(Qt.Key.Key_N, CTRL_SHIFT)
    assert place.card.isVisible()
    place.desk.undo()
    assert place.deck.isVisible()
    assert piles_of(place)[0] == ["Convocation"]


def test_a_former_that_was_deleted_is_not_offered(place: PrototypesPlace, told: list[str]) -> None:
    card = new_card(place.desk, "Convocation")
    place.open_card(card)
    place.card.next_version()
    second = place.card.canvas
    place.show_deck()
    place.deck.focus(card)
    place.deck.delete()
    place.open_card(second)
    assert not place.card.bar.version.isVisible()
    place.card.compare_versions()
    assert "seule version" in told[-1]
