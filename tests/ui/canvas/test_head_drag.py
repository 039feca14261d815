"""Heads in the hand: one sees where they would land, Échap takes nothing, a border moves, a plus adds."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from labdesk.domain.layout import Box
from labdesk.ui.canvas.ink import to_qt
from tests.ui.canvas.hands import Hands, Key

Type = QEvent.Type


def at(hands: Hands, box: Box, share: float) -> QPoint:
    """A place on a head, from its left (0) to its right (1)."""
    hands.view.show_box(box)
    seen = hands.view.on_screen(hands.pane.scene.shown(box))
    return QPoint(round(seen.left() + seen.width() * share), round(seen.center().y()))


def steps(hands: Hands) -> list[str]:
    return [step.label or "" for step in hands.desk.project.steps_of(hands.board.canvas)]


def phases(hands: Hands) -> list[list[str]]:
    project = hands.desk.project
    return [[s.label or "" for s in project.steps_in(p.id)] for p in project.phases_of(hands.board.canvas)]


def hold(hands: Hands, start: QPoint, end: QPoint) -> None:
    hands.mouse(Type.MouseButtonPress, start)
    for share in (0.3, 0.6, 1.0):
        hands.mouse(Type.MouseMove, start + (end - start) * share)


def test_a_line_says_where_a_step_would_be_put_and_it_is_put_there(hands: Hands) -> None:
    start, end = at(hands, hands.box("step", "Voir"), 0.5), at(hands, hands.box("step", "Attendre"), 0.9)
    hold(hands, start, end)
    mark = hands.pane.pointer.heads.mark
    assert mark.isVisible()
    assert mark._words == "Placer après «\u00a04. Attendre\u00a0»"
    hands.mouse(Type.MouseButtonRelease, end)
    assert steps(hands) == ["Lire", "Venir", "Attendre", "Voir", "Signer"]
    assert not mark.isVisible()
    hands.desk.undo()
    assert steps(hands)[0] == "Voir"


def test_the_middle_of_another_step_means_become_one_with_it_in_one_undo(hands: Hands) -> None:
    hands.stand("actions", 1)
    hands.type("note de Lire")
    hands.press(Key.Key_Escape)
    start, end = at(hands, hands.box("step", "Lire"), 0.5), at(hands, hands.box("step", "Voir"), 0.5)
    hold(hands, start, end)
    assert hands.pane.pointer.heads.mark._words == "Réunir avec «\u00a01. Voir\u00a0»"
    hands.mouse(Type.MouseButtonRelease, end)
    assert steps(hands) == ["Voir, Lire", "Venir", "Attendre", "Signer"]
    assert hands.texts("actions", 0) == ["note de Lire"]
    hands.desk.undo()
    assert steps(hands) == ["Voir", "Lire", "Venir", "Attendre", "Signer"]
    assert hands.texts("actions", 1) == ["note de Lire"]


def test_echap_puts_everything_back_and_the_button_let_go_does_nothing(hands: Hands) -> None:
    start, end = at(hands, hands.box("step", "Voir"), 0.5), at(hands, hands.box("step", "Signer"), 0.9)
    undo = hands.desk.undo_label
    hold(hands, start, end)
    hands.press(Key.Key_Escape)
    assert not hands.pane.pointer.heads.mark.isVisible()
    hands.mouse(Type.MouseButtonRelease, end)
    assert steps(hands) == ["Voir", "Lire", "Venir", "Attendre", "Signer"]
    assert hands.desk.undo_label == undo


def test_echap_empties_the_hand_of_notes_too(hands: Hands) -> None:
    hands.stand("actions", 0)
    hands.type("à moi")
    hands.press(Key.Key_Escape)
    place = hands.place(hands.box("note", "à moi"))
    hold(hands, place, place + QPoint(200, 60))
    hands.press(Key.Key_Escape)
    hands.mouse(Type.MouseButtonRelease, place + QPoint(200, 60))
    assert hands.texts("actions", 0) == ["à moi"]


def test_a_drop_on_its_own_place_does_nothing(hands: Hands) -> None:
    undo = hands.desk.undo_label
    for share in (0.1, 0.9):
        hands.drag(at(hands, hands.box("step", "Lire"), 0.5), at(hands, hands.box("step", "Lire"), share))
    hands.drag(at(hands, hands.box("step", "Lire"), 0.5), at(hands, hands.box("step", "Voir"), 0.9))
    assert hands.desk.undo_label == undo


def test_a_step_goes_to_the_edge_of_another_phase(hands: Hands) -> None:
    hands.drag(at(hands, hands.box("step", "Voir"), 0.5), at(hands, hands.box("step", "Venir"), 0.1))
    assert phases(hands) == [["Lire"], ["Voir", "Venir", "Attendre", "Signer"]]


def test_the_border_of_two_phases_is_dragged_over_a_step(hands: Hands) -> None:
    border = at(hands, hands.box("phase", "Demander"), 0.0) + QPoint(2, 0)
    end = at(hands, hands.box("step", "Attendre"), 0.05)
    hands.mouse(Type.MouseMove, border, button=Qt.MouseButton.NoButton)
    assert hands.view.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    hold(hands, border, end)
    assert hands.pane.pointer.heads.mark._words == "Découvrir\u00a0: 3 étapes, Demander\u00a0: 2 étapes"
    hands.mouse(Type.MouseButtonRelease, end)
    assert phases(hands) == [["Voir", "Lire", "Venir"], ["Attendre", "Signer"]]
    hands.desk.undo()
    assert phases(hands) == [["Voir", "Lire"], ["Venir", "Attendre", "Signer"]]


def test_a_plus_between_two_steps_adds_one_there_and_its_name_is_typed(hands: Hands) -> None:
    spot = at(hands, hands.box("step", "Voir"), 1.0) - QPoint(3, 0)
    hands.mouse(Type.MouseMove, spot, button=Qt.MouseButton.NoButton)
    plus = hands.pane.pointer.heads.mark.plus
    assert plus is not None
    QApplication.sendEvent(hands.view, QEvent(QEvent.Type.Leave))
    assert hands.pane.pointer.heads.mark.plus is None
    hands.mouse(Type.MouseMove, spot, button=Qt.MouseButton.NoButton)
    hands.click(hands.view.on_screen(plus).center().toPoint() - QPoint(3, 0))
    hands.type("Entrer")
    hands.press(Key.Key_Escape)
    assert phases(hands)[0] == ["Voir", "Entrer", "Lire"]


def test_the_two_sides_of_a_border_belong_to_their_phases(hands: Hands) -> None:
    heads = hands.pane.pointer.heads
    first = heads.gap_at(at(hands, hands.box("step", "Venir"), 0.0) + QPoint(4, 0))
    last = heads.gap_at(at(hands, hands.box("step", "Lire"), 1.0) - QPoint(4, 0))
    assert first is not None
    assert last is not None
    assert first[2]
    assert not last[2]


def test_lanes_land_above_or_below_and_phases_join(hands: Hands) -> None:
    lane, onto = hands.box("lane", "Points de contact"), hands.box("lane", "Actions de l’usager")
    top = to_qt(onto.rect).top()
    start = hands.place(lane)
    end = hands.view.mapFromScene(20, top + 4)
    hands.drag(start, end)
    lanes = [lane.zone for lane in hands.desk.project.lanes_of(hands.board.canvas)]
    assert lanes[:2] == ["touchpoints", "actions"]
    hands.drag(
        at(hands, hands.box("phase", "Demander"), 0.5), at(hands, hands.box("phase", "Découvrir"), 0.5)
    )
    assert phases(hands) == [["Voir", "Lire", "Venir", "Attendre", "Signer"]]


def test_heads_near_an_edge_make_the_table_slide(hands: Hands) -> None:
    hands.view.set_zoom(2.0)
    hands.view.horizontalScrollBar().setValue(0)
    start = at(hands, hands.box("step", "Voir"), 0.5)
    edge = QPoint(hands.view.viewport().width() - 5, start.y())
    hold(hands, start, edge)
    before = hands.view.horizontalScrollBar().value()
    for _tick in range(3):
        hands.pane.pointer._slid()
    assert hands.view.horizontalScrollBar().value() > before
    hands.press(Key.Key_Escape)
    assert not hands.pane.pointer._slide.isActive()


def test_notes_let_go_over_the_heads_make_a_step_there_that_is_named_at_once(hands: Hands) -> None:
    hands.stand("actions", 0)
    for text in ("a", "b"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    start, end = hands.place(hands.box("note", "b")), at(hands, hands.box("step", "Lire"), 0.8)
    hold(hands, start, end)
    assert hands.pane.pointer.heads.mark._words == "Nouvelle étape avec 1 note"
    hands.mouse(Type.MouseButtonRelease, end)
    hands.type("Relire")
    hands.press(Key.Key_Escape)
    assert phases(hands)[0] == ["Voir", "Lire", "Relire"]
    assert (hands.texts("actions", 0), hands.texts("actions", 2)) == (["a"], ["b"])
    for _gesture in range(2):
        hands.desk.undo()
    assert hands.texts("actions", 0) == ["a", "b"]
    assert phases(hands)[0] == ["Voir", "Lire"]
