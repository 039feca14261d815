"""« Relier… » and « Délier… »: found by words, never twice, several notes at once, said and undone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import link
from labdesk.domain.commands.notes import add_note
from labdesk.domain.ties import others_of, ties_of
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.tying import Tying, carried, mime, short
from labdesk.ui.desk import Desk
from labdesk.ui.style import Look


def noted(desk: Desk, canvas: str, zone: str, text: str, step: int = 0) -> str:
    """A note of a journey."""
    where = desk.project.steps_of(canvas)[step].id
    note, gesture = add_note(desk.project, canvas, zone, text, step=where)
    desk.do(gesture)
    return note


@pytest.fixture
def tying(desk: Desk, look: Look, around: QWidget) -> Iterator[Tying]:
    around.show()
    yield Tying(desk, look)
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def lines(chooser: Chooser) -> list[str]:
    return [chooser.list.item(at).text() for at in range(chooser.list.count())]


def test_the_nearest_is_offered_first_and_words_without_accents_find_the_rest(
    tying: Tying, journey: str, card: str, around: QWidget
) -> None:
    desk = tying.desk
    pain = noted(desk, journey, "pain_points", "Trois semaines d’attente")
    far = noted(desk, journey, "opportunities", "Un SMS à l’arrivée", 3)
    near = noted(desk, journey, "opportunities", "Réponse le jour même")
    chooser = tying.choose([pain], around, QPoint(10, 10))
    assert chooser is not None
    assert lines(chooser)[:5] == [
        "Pistes de la même étape",
        "Réponse le jour même",
        "Autres pistes",
        "Un SMS à l’arrivée",
        "Prototypes",
    ]
    chooser.open_at(QPoint(10, 10))
    stood = chooser.line.y()
    QTest.keyClicks(chooser.line, "arrivee sms")
    QApplication.processEvents()
    assert chooser.line.y() == stood, "the line one types in does not jump when fewer lines are found"
    assert lines(chooser) == ["Autres pistes", "Un SMS à l’arrivée"]
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert others_of(desk.project, pain) == (far,)
    assert near not in others_of(desk.project, pain)
    assert card not in others_of(desk.project, pain)


def test_headings_are_stepped_over_by_the_arrows(tying: Tying, journey: str, around: QWidget) -> None:
    desk = tying.desk
    pain = noted(desk, journey, "pain_points", "Attente")
    near = noted(desk, journey, "opportunities", "Même jour")
    noted(desk, journey, "opportunities", "SMS", 2)
    chooser = tying.choose([pain], around, QPoint(10, 10))
    assert chooser is not None
    QTest.keyClick(chooser.line, Qt.Key.Key_Down)
    assert chooser.list.currentItem().text() == "SMS"
    QTest.keyClick(chooser.line, Qt.Key.Key_Up)
    QTest.keyClick(chooser.line, Qt.Key.Key_Up)
    assert chooser.list.currentItem().text() == "Même jour"
    said = chooser.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Pistes de la même étape, Même jour")
    chooser.grab()
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert near in others_of(desk.project, pain)


def test_several_notes_are_tied_at_once_and_undone_at_once(
    tying: Tying, journey: str, card: str, qtbot: QtBot
) -> None:
    desk = tying.desk
    pains = [noted(desk, journey, "pain_points", text) for text in ("Un", "Deux", "Trois")]
    with qtbot.waitSignal(desk.announced) as said:
        assert tying.tie(pains, card)
    assert "3 notes reliées" in said.args[0]
    assert set(pains) <= set(others_of(desk.project, card))
    desk.undo()
    assert others_of(desk.project, card) == ()


def test_what_is_tied_already_or_the_same_is_said_and_changes_nothing(
    tying: Tying, journey: str, card: str, qtbot: QtBot
) -> None:
    desk = tying.desk
    pain = noted(desk, journey, "pain_points", "Attente")
    empty = noted(desk, journey, "pain_points", "")
    tying.tie([pain], card)
    before = dict(desk.project.link)
    for rows, other in (([pain], card), ([pain], pain), ([empty], card), ([pain], "gone")):
        with qtbot.waitSignal(desk.idle):
            assert not tying.tie(rows, other)
    assert desk.project.link == before


def test_one_tie_goes_at_once_several_are_chosen_from(
    tying: Tying, journey: str, card: str, around: QWidget, qtbot: QtBot
) -> None:
    desk = tying.desk
    pain = noted(desk, journey, "pain_points", "Attente")
    idea = noted(desk, journey, "opportunities", "Même jour")
    with qtbot.waitSignal(desk.idle):
        assert tying.choose_parting([pain], around, QPoint(5, 5)) is None
    tying.tie([pain], card)
    tying.tie([pain], idea)
    chooser = tying.choose_parting([pain], around, QPoint(5, 5))
    assert chooser is not None
    assert lines(chooser) == ["Délier de", "File unique", "Même jour"]
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert others_of(desk.project, pain) == (idea,)
    assert tying.choose_parting([pain], around, QPoint(5, 5)) is None
    assert others_of(desk.project, pain) == ()
    desk.undo()
    assert others_of(desk.project, pain) == (idea,)


def test_a_step_a_card_takes_up_is_untied_whole_from_the_card_and_note_by_note_from_the_notes(
    tying: Tying, around: QWidget, journey: str, card: str, qtbot: QtBot
) -> None:
    desk = tying.desk
    pain = noted(desk, journey, "pain_points", "Attente")
    idea = noted(desk, journey, "opportunities", "Même jour")
    step = desk.project.steps_of(journey)[0].id
    desk.do(link(desk.project, card, card, "opportunities", step))
    assert card in others_of(desk.project, pain)
    with qtbot.waitSignal(desk.announced) as said:
        assert tying.choose_parting([card], around, QPoint(5, 5)) is None
    assert "étape 1 (2 notes)" in said.args[0]
    assert others_of(desk.project, pain) == ()
    desk.undo()
    with qtbot.waitSignal(desk.announced) as said:
        assert tying.choose_parting([pain], around, QPoint(5, 5)) is None
    assert "l’autre note de l’étape le reste" in said.args[0].replace("\u00a0", " ")
    assert (others_of(desk.project, pain), others_of(desk.project, idea)) == ((), (card,))
    desk.undo()
    with qtbot.waitSignal(desk.announced):
        tying.part_all(ties_of(desk.project, pain))
    assert (others_of(desk.project, pain), others_of(desk.project, idea)) == ((), (card,))
    desk.undo()
    assert [tie.step for tie in ties_of(desk.project, card)] == [step, step]


def test_a_card_tied_to_another_challenge_says_which_one_it_leaves(
    tying: Tying, card: str, problem: str, qtbot: QtBot
) -> None:
    desk = tying.desk
    tying.tie([card], problem)
    from labdesk.domain.commands.canvases import create_canvas
    from tests.memory import kind

    other, gesture = create_canvas(desk.project, kind("problem"), title="Répondre vite")
    desk.do(gesture)
    with qtbot.waitSignal(desk.announced) as said:
        tying.tie([card], other)
    assert "à la place de" in said.args[0]
    assert desk.project.words(card, "challenge") == other


def test_only_a_drag_that_ties_carries_rows() -> None:
    assert carried(mime(["a", "b"])) == ("a", "b")
    assert carried(QMimeData()) == ()
    broken = QMimeData()
    broken.setData("application/x-labdesk-tie", b"{")
    assert carried(broken) == ()
    assert short("« Vis ma vie »").strip("“”") == "Vis ma vie"
    assert short("mot " * 30).endswith("…")
