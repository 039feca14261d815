"""What is chosen rather than typed: options, links, the step one goes to; a link leads where it points."""

from pytestqt.qtbot import QtBot

from labdesk.domain.commands import canvases
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key, Modifier


def chooser(hands: Hands) -> Chooser:
    found = [one for one in hands.view.findChildren(Chooser) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def pick(hands: Hands, words: str) -> None:
    """Type some words, then Entrée."""
    from PySide6.QtTest import QTest

    one = chooser(hands)
    one.line.setText(words)
    QTest.keyClick(one.line, Key.Key_Return)


def test_a_choice_is_found_by_its_words_without_accents(page: CanvasPage, card: str) -> None:
    page.show_canvas(card)
    hands = Hands(page)
    hands.stand("type")
    hands.press(Key.Key_Return)
    pick(hands, "reecrit")
    assert hands.value("type") == "form"
    hands.press(Key.Key_Return)
    pick(hands, "sans rep")
    assert hands.value("type") is None


def test_several_options_of_a_cell_are_ticked_one_after_the_other(hands: Hands) -> None:
    from labdesk.ui.canvas import lanes

    lanes.switch(hands.board, "channels")
    hands.stand("channels", 1)
    hands.press(Key.Key_Return)
    pick(hands, "courriel")
    pick(hands, "guichet")
    steps = [step.id for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert hands.desk.project.chosen(hands.board.canvas, "channels", steps[1]) == ("desk", "email")
    assert "Guichet" in hands.board.said()


def test_a_card_points_to_personas_and_a_link_leads_there(
    page: CanvasPage, card: str, desk: Desk, qtbot: QtBot
) -> None:
    persona, gesture = canvases.create_canvas(desk.project, kind("persona"), title="Inès")
    desk.do(gesture)
    page.show_canvas(card)
    hands = Hands(page)
    hands.stand("personas")
    hands.press(Key.Key_Return)
    pick(hands, "ines")
    assert [link.target for link in desk.project.links_from(card, "personas")] == [persona]
    hands.stand("personas")
    with qtbot.waitSignal(desk.wanted) as wanted:
        hands.press(Key.Key_Return)
    assert wanted.args[0].canvas == persona
    hands.press(Key.Key_Delete)
    assert desk.project.links_from(card, "personas") == ()


def test_an_opportunity_is_found_by_its_journey_its_step_or_its_words(
    page: CanvasPage, card: str, journey: str, desk: Desk
) -> None:
    from labdesk.domain.commands import notes

    step = desk.project.steps_of(journey)[1].id
    note, gesture = notes.add_note(desk.project, journey, "opportunities", "Une file pour tous", step=step)
    desk.do(gesture)
    page.show_canvas(card)
    hands = Hands(page)
    hands.stand("opportunities")
    hands.press(Key.Key_Return)
    pick(hands, "refaire lire file")
    assert [link.target for link in desk.project.links_from(card, "opportunities")] == [note]


def test_control_g_goes_to_a_step_by_its_number(hands: Hands) -> None:
    hands.stand("pain_points")
    hands.press(Key.Key_G, held=Modifier.ControlModifier)
    pick(hands, "4.")
    assert hands.here == ("pain_points", 3, "")
    hands.press(Key.Key_G, held=Modifier.ControlModifier)
    pick(hands, "étape 2")  # as a reader says it
    assert hands.here == ("pain_points", 1, "")


def test_a_choice_in_a_table_is_a_list_too(page: CanvasPage, desk: Desk) -> None:
    canvas, gesture = canvases.create_canvas(desk.project, kind("workshop"))
    desk.do(gesture)
    page.show_canvas(canvas)
    hands = Hands(page)
    hands.stand("attendance")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Return)
    pick(hands, "usager")
    line = desk.project.lines_of(canvas, "attendance")[0].id
    assert desk.project.cell(line, "profile") == "user"
