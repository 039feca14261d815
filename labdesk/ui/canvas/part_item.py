"""A lane of a grid or a box of a sheet on the scene: its ground, and what is neither note nor curve."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from labdesk.domain.layout import Box, Part, Plan
from labdesk.ui.canvas import lane_painting, zone_painting
from labdesk.ui.canvas.curve_item import CurveItem
from labdesk.ui.canvas.ink import Ink
from labdesk.ui.canvas.marks import Mark, marks_of
from labdesk.ui.canvas.names import chosen_of
from labdesk.ui.canvas.note_item import NoteItem
from labdesk.words import _

HOLDS = QGraphicsItem.GraphicsItemFlag.ItemContainsChildrenInShape
"""Children in sight only are asked for their bounds: each question goes from Qt to Python."""


class CellItem(QGraphicsRectItem):
    """The notes of one cell, drawn or passed over together; there is nothing of its own to see."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setPen(Qt.PenStyle.NoPen)
        self.setFlag(HOLDS)
        self.setZValue(1)

    def cover(self, box: Box) -> None:
        """The cell has this size now; the shadows of its notes stand out a little."""
        self.setRect(box.rect.x - 4, box.rect.y - 4, box.rect.w + 8, box.rect.h + 12)


class PartItem(QGraphicsItem):
    """It keeps one item for each note and moves them all with itself."""

    def __init__(self, ink: Ink, plan: Plan, part: Part) -> None:
        super().__init__()
        self.ink, self.part, self._kind = ink, part, plan.kind
        self.notes: dict[str, NoteItem] = {}
        self._cells: dict[str, CellItem] = {}
        self.curve: CurveItem | None = None
        self._filled = False
        self.setPos(part.rect.x, part.rect.y)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setFlag(HOLDS)

    def showing(self, plan: Plan, part: Part) -> Iterator[None]:
        """Show the lane or the box as it is now, little by little; what did not change is left alone.

        Whoever shows something else meanwhile begins again: nothing that was left undone is forgotten.
        """
        self.setPos(part.rect.x, part.rect.y)
        if self._filled and part.boxes is self.part.boxes:
            return
        if (part.rect.w, part.rect.h) != (self.part.rect.w, self.part.rect.h):
            self.prepareGeometryChange()
        self._filled = False
        self.part, self._kind = part, plan.kind
        yield from self._filling(plan)
        self._filled = True
        self.update()

    def _filling(self, plan: Plan) -> Iterator[None]:
        cards = {box.row: box for box in self.part.boxes if box.kind == "note"}
        self._fill_cells()
        self._fill_curve(plan)
        for row in self.notes.keys() - cards.keys():
            gone = self.notes.pop(row)
            gone.setParentItem(None)  # type: ignore[arg-type]
            if (scene := gone.scene()) is not None:
                scene.removeItem(gone)
        chosen = chosen_of(plan.kind, list(cards.values()))

        def marks(box: Box) -> tuple[Mark, ...]:
            return (*_retained(box.row == chosen), *marks_of(plan.kind, box))

        for row, box in cards.items():
            item = self.notes.get(row)
            if item is None:
                item = self.notes[row] = NoteItem(self.ink, box, marks(box), self._holder(box))
            elif item.box is not box:
                item.show_box(box, marks(box))
                if (holder := self._holder(box)) is not item.parentItem():
                    item.setParentItem(holder)
            else:
                continue
            yield

    def _fill_cells(self) -> None:
        """A cell that holds notes gathers them; elsewhere they stand in the part itself."""
        cells = {box.step: box for box in self.part.boxes if box.kind == "cell" and box.step}
        for step in self._cells.keys() - cells.keys():
            gone = self._cells.pop(step)
            for note in gone.childItems():
                note.setParentItem(self)
            gone.setParentItem(None)  # type: ignore[arg-type]
            if (scene := gone.scene()) is not None:
                scene.removeItem(gone)
        for step, box in cells.items():
            if step not in self._cells:
                self._cells[step] = CellItem(self)
            self._cells[step].cover(box)

    def _holder(self, box: Box) -> QGraphicsItem:
        return self._cells.get(box.step, self)

    def _fill_curve(self, plan: Plan) -> None:
        head = next((box for box in self.part.boxes if box.kind == "lane"), None)
        zone = plan.kind.by_id.get(head.zone) if head else None
        if zone is None or zone.kind != "grid_score":
            return
        if self.curve is None:
            self.curve = CurveItem(self.ink, zone, self.part, self)
            self.curve.options = plan.kind.options(zone.vocabulary)
        else:
            self.curve.show_part(self.part)

    def boundingRect(self) -> QRectF:
        return QRectF(-4, -4, self.part.rect.w + 8, self.part.rect.h + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect
        head = self.part.boxes[0]
        painting = zone_painting if head.kind == "zone" else lane_painting
        painting.ground(painter, self.ink, self.part, self._kind)
        for box in self.part.boxes[1:]:
            if box.kind != "note" and exposed.intersects(
                QRectF(box.rect.x, box.rect.y, box.rect.w, box.rect.h)
            ):
                painting.paint(painter, self.ink, box, self._kind)
        if head.kind == "zone" and any(box.kind == "chain" for box in self.part.boxes):
            zone_painting.arrows(painter, self.ink, self.part)


def _retained(chosen: bool) -> tuple[Mark, ...]:
    """The sign of the challenge that the dots chose."""
    return (Mark("star", _("retenu"), _("retenu")),) if chosen else ()
