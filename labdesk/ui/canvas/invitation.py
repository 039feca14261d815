"""A place without a canvas yet: what will stand there as a small drawing, what one does, how one begins."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.sketch import draw_sketch
from labdesk.ui.style import Look
from labdesk.words import _

WIDE, HIGH, TEXT = 300, 150, 520
"""The drawing and the widest line of text, in design pixels."""
Cell = tuple[int, int, int, str, int]
"""A box of the drawing: column, row, columns it takes, its colour, the notes in it."""
SHEETS: Mapping[str, tuple[Cell, ...]] = {
    "problem": (
        (0, 0, 1, "sun", 3), (1, 0, 1, "sky", 2), (2, 0, 1, "sky", 1), (3, 0, 1, "lilac", 3),
        (0, 1, 4, "rose", 5), (0, 2, 2, "stone", 1), (2, 2, 2, "mint", 2),
    ),
    "workshop": (
        (0, 0, 2, "stone", 1), (2, 0, 2, "stone", 1), (0, 1, 2, "sky", 3), (2, 1, 2, "sun", 3),
        (0, 2, 4, "mint", 3),
    ),
    "prototypes": (
        (0, 0, 1, "sky", 2), (1, 0, 1, "sun", 1), (2, 0, 1, "mint", 3), (3, 0, 1, "lilac", 1),
        (0, 1, 1, "sky", 1), (1, 1, 1, "sun", 2), (2, 1, 1, "mint", 1), (3, 1, 1, "lilac", 2),
        (0, 2, 4, "stone", 4),
    ),
}  # fmt: skip


class Drawing(QWidget):
    """The canvas in small, without words."""

    def __init__(self, look: Look, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._place = look, place
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(WIDE), self._look.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = SHEETS.get(self._place)
        if cells is None:
            draw_sketch(painter, self.rect(), look)
        else:
            self._sheet(painter, cells)
        painter.setPen(QPen(look.colour("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(around, look.radius("l"), look.radius("l"))
        painter.end()

    def _sheet(self, painter: QPainter, cells: tuple[Cell, ...]) -> None:
        look, px = self._look, self._look.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("canvas"))
        painter.drawRoundedRect(QRectF(self.rect()), look.radius("l"), look.radius("l"))
        gap = px(7)
        wide, high = (self.width() - 5 * gap) / 4, (self.height() - 4 * gap) / 3
        for column, row, span, colour, held in cells:
            box = QRectF(
                gap + column * (wide + gap), gap + row * (high + gap), span * wide + (span - 1) * gap, high
            )
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(box, 4, 4)
            fill, border, _ink = look.note(colour)
            painter.setPen(QPen(border, 1))
            painter.setBrush(fill)
            across = span + 1 if span > 1 else 1
            for note in range(held):
                side = (box.width() - px(6)) / across - px(4)
                x = box.x() + px(5) + note % across * (side + px(4))
                y = box.y() + px(6) + note // across * px(11)
                if y + px(8) < box.bottom():
                    painter.drawRoundedRect(QRectF(x, y, side, px(8)), 2, 2)


class Invitation(QFrame):
    """`title` is the question of the place, `buttons` the ways to begin."""

    def __init__(self, look: Look, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        role(self, "page")
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(Drawing(look, place, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look.space("m"))
        self.title, self.lesson = QLabel(self), QLabel(self._lesson(place), self)
        for label, name in ((self.title, "h2"), (self.lesson, "muted")):
            role(label, name)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look.space("m"))
        self.buttons = QVBoxLayout()
        self.buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons.setSpacing(look.space("s"))
        column.addLayout(self.buttons)
        column.addStretch(3)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for label in (self.title, self.lesson):
            label.setFixedWidth(self._look.px(TEXT))

    def _lesson(self, place: str) -> str:
        return {
            "workshop": _(
                "Déroulé, participants par profil, tables, décisions : le compte rendu du soir en est tiré."
            ),
            "journeys": _(
                "Une colonne par étape, une ligne par regard. Tapez une action ; Tab : étape suivante."
            ),
            "problem": _(
                "Des constats, cinq pourquoi, puis un énoncé et un défi. Huit cases suffisent à une table."
            ),
            "prototypes": _(
                "Une carte par idée à tester : ce qu’on construit, ce qu’on observe, ce qu’on décide."
            ),
        }.get(place, "")
