"""A canvas as others see it: no editing mark, the whole text, a picture for the first screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGraphicsView

from labdesk.domain.layout import View
from labdesk.ui.canvas.lens import Lens, render_thumbnail
from tests.memory import kind
from tests.ui.canvas.hands import Hands, Key


def test_the_lens_follows_the_canvas_while_someone_looks(hands: Hands) -> None:
    lens = Lens(hands.board, hands.page.look)
    view = QGraphicsView(lens.show(), hands.page)
    hands.stand("actions")
    hands.type("Vient")
    hands.press(Key.Key_Escape)
    assert [item.box.text for item in lens.scene.notes()] == ["Vient"]
    assert not lens.scene.ink.editing
    assert lens.scene.plan is not None
    assert all(box.kind != "question" for box in lens.scene.plan.boxes())
    view.close()


def test_a_lens_shows_the_steps_and_lanes_chosen(hands: Hands) -> None:
    steps = [step.id for step in hands.desk.project.steps_of(hands.board.canvas)]
    lens = Lens(hands.board, hands.page.look)
    scene = lens.show(View(editing=False, steps=frozenset(steps[:2]), lanes=frozenset(("emotions",))))
    assert scene.plan is not None
    assert list(scene.plan.columns) == steps[:2]
    assert len(scene.plan.parts) == 2


def test_the_picture_of_a_canvas_is_the_canvas(hands: Hands) -> None:
    project, canvas, look = hands.desk.project, hands.board.canvas, hands.page.look
    empty = render_thumbnail(project, kind("journey"), canvas, QSize(640, 360), look)
    hands.stand("actions")
    hands.type("Vient à la mairie")
    hands.press(Key.Key_Escape)
    filled = render_thumbnail(hands.desk.project, kind("journey"), canvas, QSize(640, 360), look)
    assert filled.size() == QSize(640, 360)
    assert filled != empty


def test_a_canvas_that_is_gone_leaves_the_lens_empty(hands: Hands) -> None:
    lens = Lens(hands.board, hands.page.look)
    lens.show()
    hands.page.show_canvas("")
    lens.renew()
    assert lens.scene.plan is None
