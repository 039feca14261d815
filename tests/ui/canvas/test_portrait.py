"""The picture of a canvas on Accueil: the canvas itself, without the marks of who edits."""

from PySide6.QtGui import QImage

from labdesk.domain.commands import notes
from labdesk.ui.canvas.portrait import HEIGHT, WIDTH, portrait
from tests.ui.canvas.hands import Hands, Key


def test_the_picture_of_a_canvas_is_the_canvas(hands: Hands) -> None:
    empty = portrait(hands.board)
    hands.stand("actions")
    hands.type("Vient à la mairie")
    hands.press(Key.Key_Escape)
    filled = portrait(hands.board)
    assert filled is not None
    image = QImage.fromData(filled)
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    assert filled != empty
    assert len(filled) < 100_000


def test_a_picture_of_a_big_canvas_draws_only_what_is_in_it(hands: Hands) -> None:
    project, canvas = hands.desk.project, hands.board.canvas
    step = project.steps_of(canvas)[0].id
    hands.desk.do(notes.add_notes(project, canvas, "actions", ["Note"] * 300, step=step)[1])
    assert hands.board.plan is not None
    first = portrait(hands.board)
    last = hands.desk.project.notes_at(canvas, "actions", step)[-1]
    hands.desk.do(notes.write_note(hands.desk.project, last.id, "Tout en bas"))
    assert portrait(hands.board) == first


def test_a_canvas_that_is_gone_has_no_picture(hands: Hands) -> None:
    hands.page.show_canvas("")
    assert portrait(hands.board) is None
