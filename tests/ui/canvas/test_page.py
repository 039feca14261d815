"""A page for any canvas: also one that a lab wrote itself; the list, the simple view, the way to a thing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QMenu

from labdesk.domain.canvas_type import read_type
from labdesk.domain.commands import canvases, notes
from labdesk.domain.commands.cards import renew_type
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk, Target
from labdesk.ui.style import Look
from tests.domain.test_deck import former_type
from tests.ui.canvas.hands import Hands, Key, Modifier

SHEET = """
id = "souhaits"
version = 1
label = { fr = "Arbre à souhaits", en = "Wish tree" }
[[zone]]
id = "wishes"
kind = "notes"
label = { fr = "Souhaits", en = "Wishes" }
question = { fr = "Que voudriez-vous trouver ici dans un an ?", en = "What would you like?" }
colour = "mint"
span = 4
[[zone]]
id = "season"
kind = "choice"
label = "Saison"
vocabulary = "season"
[[zone]]
id = "cost"
kind = "money"
label = "Coût"
[[zone]]
id = "who"
kind = "table"
label = "Qui"
[[zone.column]]
id = "name"
kind = "text_short"
label = "Nom"
[[zone.column]]
id = "when"
kind = "date"
label = "Quand"
[[vocabulary.season]]
id = "summer"
fr = "Été"
"""
GRID = """
id = "semaine"
version = 1
layout = "grid"
place = "journeys"
label = { fr = "Semaine type", en = "Typical week" }
title_zone = "name"
[[zone]]
id = "name"
kind = "text_short"
label = "Nom"
[[zone]]
id = "tasks"
kind = "grid_notes"
label = "Tâches"
colour = "sky"
[[zone]]
id = "mood"
kind = "grid_score"
label = "Humeur"
range = [1, 3]
"""


def own(desk: Desk, toml: str) -> str:
    """A canvas of a type that the lab wrote itself."""
    canvas, gesture = canvases.create_canvas(desk.project, read_type(toml, "own.toml"))
    desk.do(gesture)
    return canvas


def test_a_labs_own_sheet_is_filled_by_keys_with_no_code(page: CanvasPage, desk: Desk) -> None:
    page.show_canvas(own(desk, SHEET))
    hands = Hands(page)
    hands.stand("wishes")
    hands.type("Un banc")
    hands.press(Key.Key_Return)
    hands.type("De l’ombre")
    hands.press(Key.Key_Tab, Key.Key_Right)
    hands.stand("cost")
    hands.type("1 200,50")
    hands.press(Key.Key_Return)
    hands.stand("who")
    hands.press(Key.Key_Insert)
    hands.type("Awa")
    hands.press(Key.Key_Tab)
    hands.type("9/3/2027")
    hands.press(Key.Key_Escape)
    assert hands.texts("wishes") == ["Un banc", "De l’ombre"]
    assert hands.value("cost") == 120050
    line = desk.project.lines_of(page.canvas, "who")[0].id
    assert (desk.project.cell(line, "name"), desk.project.cell(line, "when")) == ("Awa", "2027-03-09")
    desk.undo()
    assert desk.project.cell(line, "when") is None


def test_a_labs_own_grid_has_columns_curve_and_keys(page: CanvasPage, desk: Desk) -> None:
    page.show_canvas(own(desk, GRID))
    hands = Hands(page)
    hands.stand("tasks")
    hands.type("Ouvre le guichet")
    hands.press(Key.Key_Tab)
    hands.type("Trie le courrier")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Down)
    hands.scan(12, '"')
    assert hands.value("mood", 1) == 3
    assert hands.board.said().startswith("Humeur, étape 2 sur 2")


def test_a_menu_that_was_closed_is_gone(hands: Hands) -> None:
    before = len(hands.page.findChildren(QMenu))
    for _time in range(3):
        hands.pane.asked_menu.emit(QPoint(40, 40))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(hands.page.findChildren(QMenu)) == before


def test_the_list_shows_everything_and_is_filled_in_the_same_way(hands: Hands) -> None:
    hands.stand("actions")
    hands.type("Ouvre le site")
    hands.press(Key.Key_Escape)
    hands.page.show_list(True)
    table = hands.page.list
    assert table.isVisible()
    lines = [(line.place, line.step, line.text) for line in table.lines.lines]
    assert ("Actions de l’usager", "1. Voir", "Ouvre le site") in lines
    row = lines.index(("Actions de l’usager", "1. Voir", "Ouvre le site"))
    assert table.currentIndex().row() == row
    hands.press(Key.Key_F2)
    assert hands.pane.typist.editor.isVisible()
    hands.type(" et une lettre")
    hands.press(Key.Key_Escape)
    assert hands.texts("actions", 0) == ["Ouvre le site et une lettre"]
    empty = lines.index(("Points de contact", "2. Lire", "vide"))
    table.setCurrentIndex(table.lines.index(empty, 2))
    hands.type("Guichet")
    hands.press(Key.Key_Return)
    hands.type("Courrier")
    hands.press(Key.Key_Escape)
    assert hands.texts("touchpoints", 1) == ["Guichet", "Courrier"]
    assert table.isVisible()
    assert table.hasFocus()
    hands.page.show_list(False)
    assert hands.view.hasFocus()


def test_the_way_to_a_note_an_answer_or_a_step(hands: Hands) -> None:
    desk, canvas = hands.desk, hands.board.canvas
    steps = [step.id for step in desk.project.steps_of(canvas)]
    note, gesture = notes.add_note(desk.project, canvas, "pain_points", "Trop long", step=steps[3])
    desk.do(gesture)
    hands.page.reveal(Target("journeys", canvas, "note", note))
    assert hands.here == ("pain_points", 3, "Trop long")
    hands.page.reveal(Target("journeys", canvas, "step", steps[1]))
    assert hands.board.said() == "Étape 2 sur 5\u00a0: Lire"
    hands.page.reveal(Target("journeys", canvas, "answer", f"{canvas}/{steps[2]}/emotions"))
    assert hands.here[:2] == ("emotions", 2)
    hands.page.reveal(Target("journeys", canvas, "answer", f"{canvas}/goal"))
    around = hands.page.around.pane
    assert around is not None
    assert around.isVisible()
    assert around.board.current is not None
    assert around.board.current[2] == "goal"


def test_what_stands_around_a_grid_is_filled_in_its_strip(hands: Hands) -> None:
    hands.page.around.unfold(True)
    pane = hands.page.around.pane
    assert pane is not None
    pane.board.go(("value", f"{hands.board.canvas}/summary", "summary", "", ""))
    pane.view.setFocus()
    pane.scribe.edit("L’envie se perd dans le silence.")
    pane.typist.leave("escape")
    assert hands.value("summary") == "L’envie se perd dans le silence."


def test_the_simple_view_and_the_complete_one_show_the_same_data(hands: Hands, problem: str) -> None:
    hands.page.show_canvas(problem)
    hands.page.simple(True)
    plan = hands.board.plan
    assert plan is not None
    assert len(plan.parts) == 8
    hands.stand("facts")
    hands.type("Neuf semaines")
    hands.press(Key.Key_Escape)
    hands.page.simple(False)
    assert hands.texts("facts") == ["Neuf semaines"]
    assert hands.here[2] == "Neuf semaines"


def test_chains_of_whys_grow_link_by_link(hands: Hands, problem: str) -> None:
    hands.page.show_canvas(problem)
    hands.stand("five_whys")
    for why in ("Ils abandonnent", "Pas de réponse", "Sept visas"):
        hands.type(why)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.pane.scribe.add_line()
    hands.type("Ils ne viennent pas")
    hands.press(Key.Key_Escape)
    project = hands.desk.project
    lines = project.lines_of(problem, "five_whys")
    chains = [[note.text for note in project.chain(line.id)] for line in lines]
    assert chains == [["Ils abandonnent", "Pas de réponse", "Sept visas"], ["Ils ne viennent pas"]]


def test_an_empty_journey_says_how_one_begins(page: CanvasPage, desk: Desk) -> None:
    from tests.memory import kind

    canvas, gesture = canvases.create_canvas(desk.project, kind("journey"))
    desk.do(gesture)
    page.show_canvas(canvas)
    assert page.hint.isVisible()
    assert "première action" in page.hint.text()
    hands = Hands(page)
    hands.stand("actions")
    hands.type("Vient")
    hands.press(Key.Key_Escape)
    assert not page.hint.isVisible()


def test_only_what_a_gesture_touched_is_drawn_again(hands: Hands) -> None:
    hands.stand("pain_points")
    hands.type("Trop long")
    hands.press(Key.Key_Escape)
    hands.stand("actions")
    items = {part: hands.pane.scene.part_item(part) for part in hands.board.plan.part}  # type: ignore[union-attr]
    note = hands.pane.scene.notes()[0]
    hands.type("Vient")
    hands.press(Key.Key_Escape)
    assert {part: hands.pane.scene.part_item(part) for part in hands.board.plan.part} == items  # type: ignore[union-attr]
    assert note in hands.pane.scene.notes()


@pytest.mark.parametrize(("theme", "scale"), [("contrast", 1.0), ("light", 1.5), ("contrast", 2.0)])
def test_another_theme_or_text_size_measures_everything_again(
    hands: Hands, look: Look, theme: str, scale: float
) -> None:
    hands.stand("actions")
    hands.type("Vient à la mairie avec son dossier")
    hands.press(Key.Key_Escape)
    before = hands.box("note", "Vient à la mairie avec son dossier").rect
    look.become(theme=theme, scale=scale)  # type: ignore[arg-type]
    after = hands.box("note", "Vient à la mairie avec son dossier").rect
    assert hands.board.scene.ink.letters.font("note").pixelSize() >= 11
    assert (after.h > before.h) == (scale > 1)
    assert hands.page.grab().toImage().isNull() is False


def test_a_canvas_deleted_elsewhere_leaves_an_empty_page(hands: Hands) -> None:
    hands.desk.do(canvases.delete_canvas(hands.desk.project, hands.board.canvas))
    assert hands.board.plan is None
    hands.press(Key.Key_Right, Key.Key_Delete, Key.Key_Return)
    hands.press(Key.Key_V, held=Modifier.ControlModifier)
    hands.desk.undo()


def test_a_canvas_of_an_unknown_kind_of_file_does_not_stop_the_others(
    page: CanvasPage, tmp_path: Path
) -> None:
    page.show_canvas("")
    assert page.board.plan is None
    assert page.canvas == ""


def test_a_card_that_takes_a_newer_type_shows_what_it_adds_at_once_and_loses_it_on_undo(
    page: CanvasPage, desk: Desk
) -> None:
    old = former_type()
    card, gesture = canvases.create_canvas(desk.project, old, title="Ancienne")
    desk.do(gesture)
    desk.do(canvases.answer(desk.project, card, "type", "form"))
    page.show_canvas(card)
    desk.do(renew_type(desk.project, desk.catalogue.types["prototype"], card))
    assert {"before", "after"} <= shown_zones(page)
    desk.undo()
    assert not {"before", "after"} & shown_zones(page)


def shown_zones(page: CanvasPage) -> set[str]:
    """The boxes that stand on the sheet."""
    plan = page.board.plan
    return {box.zone for box in plan.boxes()} if plan else set()
