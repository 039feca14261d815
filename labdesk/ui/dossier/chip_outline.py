"""The line around each chip, dashed when its source is gone: colour never speaks alone."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from labdesk.ui.dossier.chips import Chip
from labdesk.ui.style import Look


def draw_outlines(editor: QPlainTextEdit, chips: Iterable[Chip], look: Look) -> None:
    """Over what the editor has painted of itself."""
    painter = QPainter(editor.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for chip in chips:
        lost = chip.piece.lost
        style = Qt.PenStyle.DashLine if lost else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour("warn" if lost else "primary"), 1.2, style))
        for rect in _rects(editor, chip):
            painter.drawRoundedRect(rect, 3, 3)
    painter.end()


def _rects(editor: QPlainTextEdit, chip: Chip) -> Iterator[QRectF]:
    """One for each line of the screen the chip stands on."""
    block = editor.document().findBlock(chip.start)
    corner = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).topLeft()
    layout = block.layout()
    start, end = chip.start - block.position(), chip.end - block.position()
    for rank in range(layout.lineCount()):
        line = layout.lineAt(rank)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = (_x(line, at) for at in (first, last))
            at = corner + QPointF(left, line.y())
            yield QRectF(at.x(), at.y(), right - left, line.height()).adjusted(-1, 0, 1, -1)


def _x(line: QTextLine, at: int) -> float:
    found: object = line.cursorToX(at)  # a pair, or its first half, as the version of PySide has it
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
