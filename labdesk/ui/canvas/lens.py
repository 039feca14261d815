"""A canvas as others see it, without the marks of who edits: for the projector and the thumbnail."""

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.layout import Plan, Room, View, planned
from labdesk.domain.model import Project
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.ink import Pictures
from labdesk.ui.canvas.scene import CanvasScene
from labdesk.ui.style import Look

WIDTH = 1310
"""The room of a thumbnail, in scene units: what a small laptop shows of a canvas."""
SHOWN = View(editing=False)


class Lens(QObject):
    """A scene that follows a board and holds nothing but what is to be read."""

    def __init__(self, board: Board, look: Look) -> None:
        super().__init__(board)
        self._board, self._look = board, look
        self.view = SHOWN
        self.scene = CanvasScene(look, board.scene.ink.pictures, editing=False, parent=self)
        board.planned.connect(self._follow)
        around = board.parent()
        if around is not None:
            around.destroyed.connect(self.scene.dispose)

    def show(self, view: View = SHOWN) -> CanvasScene:
        """The scene, with what `view` says of the canvas: some steps, some lanes."""
        self.view = view
        self.renew()
        return self.scene

    def _follow(self) -> None:
        if self.scene.views():
            self.renew()

    def renew(self) -> None:
        """Read the canvas again."""
        board = self._board
        if not board.stands:
            self.scene.clear_canvas()
            return
        if self.scene.ink.look_changed():
            self.scene.renew_ink(self._look)
        room = Room(WIDTH * self._look.scale, self._look.scale)
        self.scene.show_plan(
            planned(board.project, board.kind, board.canvas, room, self.scene.ink.letters, self.view)
        )


def render_thumbnail(
    project: Project, kind: CanvasType, canvas: str, size: QSize, look: Look, pictures: Pictures | None = None
) -> QImage:
    """The beginning of a canvas in a picture of this size: its whole width, from the top."""
    scene = CanvasScene(look, pictures or (lambda _sha: None), editing=False)
    plan = planned(project, kind, canvas, Room(WIDTH, look.scale), scene.ink.letters, SHOWN)
    scene.show_plan(plan)
    image = painted(scene, plan, size, look)
    scene.clear_canvas()
    return image


def painted(scene: CanvasScene, plan: Plan, size: QSize, look: Look) -> QImage:
    """The upper left of a scene, as much as makes a readable picture."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(look.colour("canvas"))
    wide = min(plan.width + 28, WIDTH)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    seen = QRectF(-14, -14, wide, wide * size.height() / max(1, size.width()))
    scene.render(painter, QRectF(0, 0, size.width(), size.height()), seen)
    painter.end()
    return image
