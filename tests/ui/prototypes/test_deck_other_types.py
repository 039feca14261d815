"""Cards of an older type, of a lab's own type, and in a project that is only read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import add_photo, create_canvas
from labdesk.domain.model import state_of
from labdesk.store.session import Session
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.style import Look
from tests.domain.test_deck import former_type
from tests.outside_types import POSTER, drop_in
from tests.ui.prototypes.conftest import new_card, piles_of, press

ALT = Qt.KeyboardModifier.AltModifier


def test_a_card_of_an_older_type_moves_is_tested_and_has_versions(place: PrototypesPlace) -> None:
    old = former_type()
    card, gesture = create_canvas(place.desk.project, old, title="Ancienne")
    place.desk.do(gesture)
    new_card(place.desk, "Nouvelle")
    assert piles_of(place)[0] == ["Ancienne", "Nouvelle"], "one deck for both"
    place.deck.focus(card)
    press(Qt.Key.Key_Right, ALT)
    form = place.deck.moves.form
    assert form is not None
    assert [field.zone.id for field in form.fields] == ["criterion"]
    form.fields[0].line.setText("8 sur 10")
    form.finish()
    assert state_of(place.desk.project, old, card) == "to_test"
    place.open_card(card)
    place.card.start_test()
    said = [label.text() for label in place.card.bench.findChildren(QLabel)]
    assert "Critère de succès" in said, "the newer type says what is reread"
    assert place.desk.types.of(place.desk.project, card).sha == old.sha, "nothing changed its type"
    place.card.next_version()
    assert "before" in place.desk.types.of(place.desk.project, place.card.canvas).by_id


@pytest.fixture
def own(own_data_folder: Path) -> None:
    drop_in("affiche", POSTER)


@pytest.mark.usefixtures("own")
def test_a_lab_s_own_card_has_its_states_and_its_pair_and_no_test(place: PrototypesPlace) -> None:
    desk = place.desk
    kind = desk.catalogue.types["affiche"]
    card, gesture = create_canvas(desk.project, kind, title="Hall")
    desk.do(gesture)
    place.deck.focus(card)
    assert [column.pile.label for column in place.deck.columns][-2:] == ["Neuve", "Vue"]
    press(Qt.Key.Key_Right, ALT)
    form = place.deck.moves.form
    assert form is not None
    assert form.fields == []
    assert "photos" in " ".join(label.text().casefold() for label in form.findChildren(QLabel))
    form.go.click()
    assert place.card.isVisible()
    assert not place.card.bar.views["test"].isVisible()
    assert place.card.photos.pair is not None
    assert [slot.name for slot in place.card.photos.pair.places] == ["Aujourd’hui", "Demain"]
    desk.do(add_photo(desk.project, card, "photos", "a" * 64)[1])
    assert state_of(desk.project, kind, card) == "seen"
    place.card.next_version()
    assert len(desk.project.canvases("affiche")) == 2


def test_a_project_that_is_only_read_is_looked_at_and_nothing_moves(
    project: Path, empty_desk: Desk, look: Look, qtbot: QtBot
) -> None:
    desk = empty_desk
    desk.put(Session.open(project))
    card = new_card(desk, "Panneau", criterion="8", type="form")
    desk.put(None)
    desk.put(Session.open(project, read_only=True))
    place = PrototypesPlace(desk, look)
    qtbot.addWidget(place)
    place.resize(1310, 640)
    place.show()
    said: list[str] = []
    desk.idle.connect(said.append)
    before = desk.project
    place.deck.focus(card)
    place.deck.moves.let_go(card, "tested", None)
    assert place.deck.moves.form is None
    assert "lecture seule" in said[0]
    place.open_card(card)
    assert not place.card.bar.again.isEnabled()
    assert not place.card.bar.test.isEnabled()
    place.card.start_test()
    assert not place.card.bench.entry.line.isEnabled()
    place.card.bench.turn_clock()
    place.card.next_version()
    assert place.card.photos.pair is not None
    assert not place.card.photos.pair.places[0].isEnabled()
    assert desk.project is before
