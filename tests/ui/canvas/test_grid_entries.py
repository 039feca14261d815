"""By key and by menu: insert before, merge, split, tag several, presets, rank, the legend."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands import notes
from labdesk.domain.sieve import tags_of
from labdesk.ui.canvas import grid_entries, lanes
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.legend import Legend
from labdesk.ui.canvas.note_form import NoteForm
from labdesk.ui.canvas.tagging import choose_tags
from tests.ui.canvas.hands import NONE, Hands, Key, Modifier


def steps(hands: Hands) -> list[str]:
    return [step.label or "" for step in hands.desk.project.steps_of(hands.board.canvas)]


def type_notes(hands: Hands, *texts: str, zone: str = "actions", step: int = 0) -> None:
    hands.stand(zone, step)
    for text in texts:
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)


def heard(hands: Hands) -> list[str]:
    said: list[str] = []
    hands.desk.announced.connect(said.append)
    return said


def test_a_step_is_inserted_before_the_one_one_is_in(hands: Hands) -> None:
    hands.stand("actions", 2)
    grid_entries.add_step_before(hands.pane)
    hands.type("Arriver")
    hands.press(Key.Key_Escape)
    assert steps(hands) == ["Voir", "Lire", "Arriver", "Venir", "Attendre", "Signer"]
    project = hands.desk.project
    second = project.phases_of(hands.board.canvas)[1]
    assert project.steps_in(second.id)[0].label == "Arriver"


def test_a_step_joins_the_one_before_and_it_is_told(hands: Hands) -> None:
    type_notes(hands, "a", "b", step=1)
    said = heard(hands)
    hands.stand("actions", 1)
    grid_entries.merge_step(hands.pane)
    assert steps(hands)[0] == "Voir, Lire"
    assert said[-1] == "Réunie avec «\u00a01. Voir\u00a0»\u00a0: 2 notes déplacées. Ctrl+Z les sépare."
    assert hands.board.current is not None
    assert hands.board.current[0] == "step"
    hands.desk.undo()
    assert steps(hands)[:2] == ["Voir", "Lire"]
    hands.stand("actions", 0)
    grid_entries.merge_step(hands.pane)
    assert "première étape" in said[-1]


def test_chosen_notes_go_to_a_new_step_whose_name_is_typed(hands: Hands) -> None:
    type_notes(hands, "a", "b", "c")
    hands.board.choose([hands.box("note", "b").row, hands.box("note", "c").row])
    grid_entries.split_step(hands.pane)
    hands.type("Ensuite")
    hands.press(Key.Key_Escape)
    assert steps(hands)[:2] == ["Voir", "Ensuite"]
    assert (hands.texts("actions", 0), hands.texts("actions", 1)) == (["a"], ["b", "c"])
    said = heard(hands)
    hands.stand("thoughts", 3)
    grid_entries.split_step(hands.pane)
    assert said == ["Sélectionnez d’abord les notes qui vont dans la nouvelle étape."]


def test_several_notes_are_tagged_at_once_with_tags_already_used_or_new(hands: Hands) -> None:
    type_notes(hands, "a", "b", "c")
    rows = [hands.box("note", text).row for text in "ab"]
    hands.board.choose(rows)
    choose_tags(hands.board, hands.view)
    chooser = hands.view.findChild(Chooser)
    assert chooser is not None
    chooser.line.setText("délai")
    chooser.list.itemActivated.emit(chooser.list.item(0))
    project = hands.desk.project
    assert [tags_of(project.note[row]) for row in rows] == [("délai",), ("délai",)]
    assert hands.board.chosen == tuple(rows)
    QApplication.processEvents()
    hands.board.go(hands.box("note", "c").key)
    choose_tags(hands.board, hands.view)
    again = next(c for c in hands.view.findChildren(Chooser) if c.isVisible())
    again.line.setText("del")
    again.list.itemActivated.emit(again.list.item(0))  # the tag that is known, accent or not
    assert tags_of(hands.desk.project.note[hands.box("note", "c").row]) == ("délai",)
    again.close()


def test_tags_are_typed_in_the_form_with_completion(hands: Hands) -> None:
    type_notes(hands, "a", "b")
    first, second = hands.box("note", "a").row, hands.box("note", "b").row
    hands.desk.do(notes.tag_notes(hands.desk.project, [first], "numérique", True))
    form = NoteForm(hands.desk, hands.page.look, hands.page)
    form.show()
    form.bind(second)
    for letter in "délai, NUM":
        QApplication.sendEvent(form.tags, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))
    assert form.tags.text() == "délai, numérique"
    assert form.tags.selectedText() == "érique"
    QTest.keyClicks(form.tags, ",")
    QTest.keyClicks(form.tags, "num")  # it is there already: nothing is offered
    assert form.tags.text() == "délai, numérique,num"
    for _letter in range(4):
        QTest.keyClick(form.tags, Key.Key_Backspace)
    form.settle()
    assert tags_of(hands.desk.project.note[second]) == ("délai", "numérique")
    assert hands.desk.project.note[second].tag == "délai, numérique"


def test_the_form_does_not_tell_dots_that_are_hidden(hands: Hands) -> None:
    type_notes(hands, "a")
    row = hands.box("note", "a").row
    hands.desk.do(notes.vote(hands.desk.project, row, 4))
    form = NoteForm(hands.desk, hands.page.look, hands.page)
    form.bind(row)
    assert form._said.text() == "4 voix"
    hands.desk.do(notes.veil_votes(hands.desk.project, hands.board.canvas, True))
    form.refresh()
    assert form._said.text() == "Cachées"


def test_a_preset_shows_its_lanes_and_says_how_many_notes_it_puts_out_of_sight(hands: Hands) -> None:
    type_notes(hands, "a", "b", zone="opportunities")
    said = heard(hands)
    lanes.take_preset(hands.board, "empathie")
    assert lanes.shown(hands.board) == ["actions", "thoughts", "emotions"]
    assert said == ["3 lignes montrées\u202f; 2 notes gardées hors de vue"]
    choice = next(c for c in lanes.catalogue(hands.board) if c.id == "opportunities")
    assert choice.label.endswith("2 notes")
    lanes.choose_preset(hands.board, hands.view)
    chooser = hands.view.findChild(Chooser)
    assert chooser is not None
    assert chooser.list.count() == 5
    chooser.close()


def test_a_lane_taken_off_says_how_many_notes_it_keeps(hands: Hands) -> None:
    type_notes(hands, "a", "b", zone="thoughts")
    said = heard(hands)
    hands.board.go(hands.box("lane", "Ce qu’il ou elle pense et dit").key)
    hands.press(Key.Key_Delete)
    assert "2 notes gardées" in said[-1]
    hands.desk.undo()
    assert hands.texts("thoughts", 0) == ["a", "b"]


def test_a_lane_is_ranked_by_votes_unless_they_are_hidden(hands: Hands) -> None:
    type_notes(hands, "a", "b")
    hands.board.go(hands.box("note", "b").key)
    hands.press(Key.Key_Up, held=Modifier.ControlModifier)
    said = heard(hands)
    grid_entries.veil_votes(hands.pane)
    grid_entries.rank_by_votes(hands.pane)
    assert said[-1] == "Les gommettes sont cachées\u00a0: révélez-les d’abord."
    grid_entries.veil_votes(hands.pane)
    grid_entries.rank_by_votes(hands.pane)
    assert hands.texts("actions", 0) == ["b", "a"]
    hands.desk.undo()
    assert hands.texts("actions", 0) == ["a", "b"]


def test_the_legend_shows_every_sign_with_its_words(hands: Hands) -> None:
    grid_entries.show_legend(hands.pane)
    legend = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Legend))
    lines = [legend.list.item(row).text() for row in range(legend.list.count())]
    assert {"Supposé", "Usager", "Une étiquette", "Très agréable"} <= set(lines)
    legend.close()


def test_the_signs_of_a_card_are_spoken(hands: Hands) -> None:
    type_notes(hands, "a")
    row = hands.box("note", "a").row
    for field, value in (("author_table", "Table 3"), ("tag", "délai"), ("evidence", "measured")):
        hands.desk.do(notes.set_note(hands.desk.project, row, field, value))
    hands.board.go(hands.box("note", "a").key)
    assert hands.board.said().endswith("a · Mesuré · Table 3 · étiquettes\u00a0: délai")
    item = hands.pane.scene.note(row)
    assert item is not None
    assert item.toolTip() == "Mesuré · Table 3 · délai"
    assert [mark.short for mark in item.marks] == ["", "T3", "délai"]
