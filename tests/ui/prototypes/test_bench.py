"""A test as it is lived: what is seen is typed with its time, a tester is a number, nothing typed is lost."""

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from labdesk.domain.commands.canvases import answer
from labdesk.domain.observation import stamp_of
from labdesk.ui.prototypes.bench import Bench
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.ui.prototypes.conftest import new_card, press

ALT, KEY = Qt.KeyboardModifier.AltModifier, Qt.Key


class Wall:
    """The clock on the wall."""

    def __init__(self) -> None:
        self.time = datetime(2027, 3, 16, 15, 15)

    def __call__(self) -> datetime:
        return self.time

    def turn(self, minute: int, second: int = 0) -> None:
        self.time = self.time.replace(minute=minute, second=second)


@pytest.fixture
def wall(place: PrototypesPlace) -> Wall:
    clock = Wall()
    place.card.bench.clock.now = clock
    return clock


@pytest.fixture
def bench(place: PrototypesPlace, wall: Wall) -> Bench:
    card = new_card(
        place.desk, "Convocation", hypothesis="Une page fait venir 8 convoqués sur 10", criterion="8 sur 10"
    )
    place.open_card(card)
    place.card.bar.test.click()
    return place.card.bench


def type_words(words: str) -> None:
    """Each letter; QTest knows no « é »."""
    focus = QApplication.focusWidget()
    assert focus is not None
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(focus, letter)
        else:
            QApplication.sendEvent(
                focus, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            )


def say(words: str) -> None:
    """A line and Entrée."""
    type_words(words)
    press(KEY.Key_Return)


def noted(place: PrototypesPlace) -> list[tuple[str, str, str]]:
    notes = sorted(place.desk.project.note.values(), key=lambda n: n.place or "")
    return [(n.zone or "", n.source or "", n.text or "") for n in notes if n.zone != "test_dates"]


def test_a_test_is_begun_today_and_one_types_at_once(
    place: PrototypesPlace, bench: Bench, wall: Wall
) -> None:
    assert [n.text for n in place.desk.project.note.values()] == ["2027-03-16"]
    assert bench.entry.line.hasFocus()
    assert bench.clock.running
    wall.turn(17, 5)
    bench.clock.refresh()
    assert bench.clock.text() == "15:17 · test depuis 02:05"
    shown = " ".join(label.text() for label in bench.findChildren(QLabel) if label.isVisible())
    assert "8 convoqués sur 10" in shown
    assert "Critère de succès" in shown


def test_each_line_carries_its_time_its_tester_and_entree_goes_on(
    place: PrototypesPlace, bench: Bench, wall: Wall
) -> None:
    say("Hesite")
    wall.turn(17)
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Down, ALT)
    say("Relit la date")
    wall.turn(18)
    press(KEY.Key_Down)
    say("je suis perdu")
    press(KEY.Key_Down)
    say("Le bureau manque")
    press(KEY.Key_Down)
    assert bench.entry.line.hasFocus()
    assert noted(place) == [
        ("observations", "15:15", "Hesite"),
        ("observations", "15:17 · testeur 1", "Relit la date"),
        ("quotes", "15:18 · testeur 1", "je suis perdu"),
        ("learnings", "15:18 · testeur 1", "Le bureau manque"),
    ]
    assert bench.feed.count() == 4
    assert bench.entry.zone is not None
    assert bench.entry.zone.id == "observations", "↓ goes round"
    for _line in range(4):
        place.desk.undo()
    assert noted(place) == []
    assert place.card.testing, "undo stays beside what is undone"


def test_the_time_is_that_of_the_first_letter(place: PrototypesPlace, bench: Bench, wall: Wall) -> None:
    type_words("Sou")
    wall.turn(20)
    say("rit")
    assert noted(place) == [("observations", "15:15", "Sourit")]


def test_a_line_that_begins_with_a_sign_says_what_it_is_then_one_goes_on_as_before(
    place: PrototypesPlace, bench: Bench
) -> None:
    say("« où aller »")
    say('"c’est clair"')
    say("!Le plan manque")
    say("Repart")
    assert [(zone, text) for zone, _source, text in noted(place)] == [
        ("quotes", "où aller"),
        ("quotes", "c’est clair"),
        ("learnings", "Le plan manque"),
        ("observations", "Repart"),
    ]


def test_a_line_noted_is_corrected_with_its_time_and_deleted_with_undo(
    place: PrototypesPlace, bench: Bench, wall: Wall
) -> None:
    say("Hesite")
    say("Repart")
    wall.turn(40)
    bench.feed.setCurrentRow(0)
    bench.feed.setFocus()
    press(KEY.Key_Return)
    assert bench.entry.line.text() == "Hesite"
    say("Lit")
    assert noted(place)[0] == ("observations", "15:15", "Lit")
    bench.feed.setCurrentRow(1)
    bench.feed.setFocus()
    press(KEY.Key_Delete)
    assert [text for *_rest, text in noted(place)] == ["Lit"]
    place.desk.undo()
    assert [text for *_rest, text in noted(place)] == ["Lit", "Repart"]
    bench.feed.setCurrentRow(1)
    bench.feed.setFocus()
    press(KEY.Key_F2)
    press(KEY.Key_Escape)
    assert place.on_card, "the first Échap leaves the correction"
    assert bench.entry.line.text() == ""
    bench.entry.line.setFocus()
    press(KEY.Key_Escape)
    assert not place.on_card


def test_what_is_being_typed_is_kept_when_one_leaves(place: PrototypesPlace, bench: Bench) -> None:
    type_words("A moitie")
    press(KEY.Key_Escape)
    assert not place.on_card
    assert [text for *_rest, text in noted(place)] == ["A moitie"]


def test_ctrl_z_in_an_empty_line_takes_back_the_last_note(place: PrototypesPlace, bench: Bench) -> None:
    say("Hesite")
    press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert noted(place) == []
    press(KEY.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert [text for *_rest, text in noted(place)] == ["Hesite"]
    assert bench.entry.line.hasFocus()


def test_the_conclusion_asks_what_the_verdict_needs_and_writes_as_it_is_said(
    place: PrototypesPlace, bench: Bench
) -> None:
    card, fields = place.card.canvas, {f.zone.id: f for f in bench.conclusion.fields}
    assert list(fields) == ["testers", "result", "verdict", "confidence", "decision"]
    fields["testers"].line.setFocus()
    type_words("deux")
    press(KEY.Key_Return)
    assert place.desk.project.value(card, "testers") is None
    assert any("nombre" in label.text() for label in fields["testers"].findChildren(QLabel))
    fields["testers"].line.setFocus()
    fields["testers"].line.setText("")
    say("2")
    assert fields["result"].line.hasFocus()
    say("2 sur 2")
    project = place.desk.project
    assert (project.value(card, "testers"), project.value(card, "result")) == (2, "2 sur 2")
    for zone, said in (("verdict", "refuted"), ("decision", "deploy")):
        combo = fields[zone].combo
        combo.setCurrentIndex(combo.findData(said))
        combo.activated.emit(combo.currentIndex())
    assert place.desk.project.words(card, "decision") == "deploy"
    assert bench.conclusion.warning.isVisible()
    assert [f.zone.id for f in bench.conclusion.fields][-1] == "next_actions"
    line = bench.conclusion.fields[-1].line
    line.setFocus()
    say("Revoir la page")
    (action,) = place.desk.project.lines_of(card, "next_actions")
    assert place.desk.project.cell(action.id, "what") == "Revoir la page"
    assert "next_actions" not in [f.zone.id for f in bench.conclusion.fields]
    for _deed in range(5):
        place.desk.undo()
    assert place.desk.project.value(card, "testers") is None


def test_above_the_card_stands_only_what_its_state_lacks(place: PrototypesPlace) -> None:
    card = new_card(place.desk, "Panneau")
    place.open_card(card)
    assert not place.card.strip.isVisible()
    place.desk.do(answer(place.desk.project, card, "verdict", "confirmed"))
    strip = place.card.strip
    assert strip.isVisible()
    assert [f.zone.id for f in strip.fields] == ["test_dates", "testers", "result"]
    strip.fields[1].line.setFocus()
    type_words("3")
    press(KEY.Key_Return)
    assert [f.zone.id for f in strip.fields] == ["test_dates", "result"]
    strip.fields[1].line.setFocus()
    say("3 sur 3")
    strip.fields[0].line.setFocus()
    press(KEY.Key_Return)
    assert len(place.desk.project.notes_at(card, "test_dates")) == 1
    assert not strip.isVisible()
    place.desk.undo()
    assert strip.isVisible()
    strip.later.click()
    assert not strip.isVisible()
    assert place.card.page.pane.view.hasFocus()


def test_keys_of_the_canvas_do_nothing_while_it_stands_behind_the_test(
    place: PrototypesPlace, bench: Bench
) -> None:
    before = place.desk.project.answer
    bench.stop.setFocus()
    press(KEY.Key_Delete)
    press(KEY.Key_F2)
    assert place.desk.project.answer == before


def test_a_second_day_is_one_date_more_and_the_clock_stops(
    place: PrototypesPlace, bench: Bench, wall: Wall
) -> None:
    bench.stop.click()
    assert not bench.clock.running
    wall.time = datetime(2027, 3, 17, 9, 0)
    bench.stop.click()
    dates = [n.text for n in place.desk.project.notes_at(place.card.canvas, "test_dates")]
    assert dates == ["2027-03-16", "2027-03-17"]
    bench.stop.click()
    bench.stop.click()
    assert len(place.desk.project.notes_at(place.card.canvas, "test_dates")) == 2


def test_a_card_deleted_elsewhere_closes_its_test(place: PrototypesPlace, bench: Bench) -> None:
    type_words("A moitie")
    while place.desk.undo_label:
        place.desk.undo()
    assert not place.on_card


def test_a_note_of_the_test_found_by_search_is_shown(place: PrototypesPlace, bench: Bench) -> None:
    say("Hesite")
    note = next(n for n in place.desk.project.note.values() if n.text == "Hesite")
    assert stamp_of(note).time == "15:15"
    assert bench.reveal(note.id)
    assert not bench.reveal("absente")
