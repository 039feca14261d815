"""The view « Traces »: what it says, what it shows, tying and untying there, going where things stand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.ties import STAGES, others_of
from labdesk.domain.trace_web import Shown
from labdesk.domain.trace_words import stage_words
from labdesk.store.session import Session
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.desk import Desk, Target
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.prototypes.traces.traces_page import TracesPage


def knot(page: TracesPage, text: str) -> str:
    """The knot that reads so."""
    assert page.web is not None
    return next(k.id for k in page.web.knots.values() if k.text.startswith(text))


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def chooser() -> Chooser:
    found = QApplication.activePopupWidget()
    assert isinstance(found, Chooser)
    return found


def test_one_sentence_says_what_is_answered_and_another_what_is_broken(page: TracesPage) -> None:
    assert page.bar.sentence.text() == "8 irritants sur 39 ont une réponse testée"
    assert "Sans réponse" in page.bar.broken.text()
    assert "Décidé sans budget" in page.bar.broken.text()
    assert page.bar.modes["broken"].text() == "Rompu (68)"


def test_filters_show_what_is_tied_everything_or_what_is_broken(page: TracesPage) -> None:
    shown: dict[str, int] = {}
    modes: tuple[Shown, ...] = ("linked", "all", "broken")
    for mode in modes:
        page.bar.modes[mode].click()
        shown[mode] = len(page.drawing.cards())
    assert shown["linked"] < shown["broken"] < shown["all"]
    page.bar.journey.setCurrentIndex(2)
    page.refresh()
    assert len(page.drawing.cards()) < shown["broken"]


def test_a_word_and_enter_tie_the_current_irritant_and_undo_stays_here(
    page: TracesPage, place: PrototypesPlace, qtbot: QtBot
) -> None:
    desk = page.desk
    pain = knot(page, "Fiche type de 4 pages")
    page.view.go(pain)
    place.traces.tie()
    QTest.keyClicks(chooser().line, "vis ma agent")
    with qtbot.waitSignal(desk.announced) as said:
        press(Qt.Key.Key_Return)
    assert "Relié à" in said.args[0]
    assert "Vis ma vie d’agent" in said.args[0]
    card = next(c.id for c in desk.project.canvases("prototype") if c.id in others_of(desk.project, pain))
    assert card
    with qtbot.assertNotEmitted(desk.wanted):
        desk.undo()
    assert place.traces.shown
    assert page.current == pain


def test_escape_gives_up_the_highlight_then_goes_back_to_the_cards(
    page: TracesPage, place: PrototypesPlace
) -> None:
    page.drawing.go(knot(page, "Le kit"))
    assert page.drawing.shines
    press(Qt.Key.Key_Escape)
    assert page.drawing.mood.lit is None
    press(Qt.Key.Key_Escape)
    assert not place.traces.shown
    assert place.deck.isVisible()


def test_one_chain_alone_and_everything_again(page: TracesPage) -> None:
    everything = len(page.drawing.cards())
    pain = knot(page, "PDF illisible")
    page.drawing.go(pain)
    press(Qt.Key.Key_Space)
    assert page.web is not None
    assert {c.knot.id for c in page.drawing.cards()} == page.web.chain(pain)
    assert page.bar.alone.isChecked()
    press(Qt.Key.Key_Escape)
    assert page.current == pain
    assert len(page.drawing.cards()) == everything


def test_enter_goes_where_the_thing_stands(page: TracesPage, qtbot: QtBot) -> None:
    places = {}
    assert page.web is not None
    for stage in STAGES:
        row = page.web.columns[stage][0]
        with qtbot.waitSignal(page.desk.wanted) as wanted:
            page.open(row)
        places[stage] = wanted.args[0]
    assert [target.place for target in places.values()] == [
        "journeys",
        "journeys",
        "problem",
        "prototypes",
        "prototypes",
        "prototypes",
        "dossier",
    ]
    assert places["result"].field == "verdict"
    assert stage_words("result")[0] == "Résultat"


def test_the_chosen_line_is_untied_by_its_button_and_comes_back(page: TracesPage) -> None:
    drawing, desk = page.drawing, page.desk
    before = dict(desk.project.link)
    drawing.line = next(line for line in drawing.layout_.lines if line.step)  # type: ignore[union-attr]
    place = drawing.parting_at().center() - drawing.corner()
    QTest.mouseClick(drawing.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert desk.project.link.keys() != before.keys()
    desk.undo()
    assert desk.project.link == before


def test_an_empty_view_teaches_the_first_tie(place: PrototypesPlace, desk: Desk, qtbot: QtBot) -> None:
    place.traces.show()
    page = place.traces.page
    assert page is not None
    assert page.stack.currentWidget() is page.blank
    assert page.blank.first.hasFocus()
    with qtbot.waitSignal(desk.wanted) as wanted:
        page.blank.first.click()
    assert wanted.args[0].place == "journeys"


def test_a_target_stands_on_its_chain_even_when_it_hangs_on_nothing(
    page: TracesPage, place: PrototypesPlace
) -> None:
    place.traces.leave()
    loose = knot(page, "Vocabulaire")
    place.reveal(Target("prototypes", table="note", row=loose, section="traces"))
    assert place.traces.shown
    assert page.current == loose
    place.reveal(Target("prototypes", table="note", row="gone", section="traces"))
    assert place.traces.shown


def test_who_only_reads_can_tie_nothing(page: TracesPage, place: PrototypesPlace, qtbot: QtBot) -> None:
    desk, path = page.desk, page.desk.path
    assert path is not None
    assert desk.session is not None
    desk.session.flush()
    desk.put(Session.open(path, read_only=True))
    place.traces.show()
    with qtbot.waitSignal(desk.refused):
        page.tying.tie([knot(page, "Chef absent")], knot(page, "Le kit"))
    assert not [a for a in place.actions() if a.text() in ("Relier…", "Délier…") and a.isEnabled()]
    assert len(page.drawing.cards()) == 29


def test_larger_letters_keep_where_one_is(page: TracesPage) -> None:
    here = knot(page, "Le kit")
    page.drawing.go(here)
    page.look.become(scale=2.0)
    QApplication.processEvents()
    assert page.current == here
    assert page.drawing.horizontalScrollBar().maximum() > 0
