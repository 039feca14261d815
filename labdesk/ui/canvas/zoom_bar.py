"""The corner of a canvas: −, the zoom, +, Tout voir, and an overview of the whole where one can jump."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from labdesk.domain.layout import Box, Part, Plan
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.sheet import role
from labdesk.words import NBSP, _

REST = 250
"""ms without a change before the overview is drawn again."""


class Overview(QWidget):
    """The whole canvas very small, and the part on screen: one drags it, a click goes there.

    The keyboard needs it not.
    """

    def __init__(self, pane: Pane, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = pane
        self._picture: QPixmap | None = None
        self._held = QPointF()
        """From the middle of what is seen to the hand, in scene units, while the frame is dragged."""
        self.setAccessibleName(_("Vue d’ensemble"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._rested)
        pane.board.planned.connect(self.renew)
        pane.view.scrolled.connect(self.update)

    @property
    def useful(self) -> bool:
        """Something of the canvas is out of sight."""
        plan, seen = self._pane.board.plan, self._pane.view.seen()
        return plan is not None and (plan.width > seen.width() + 1 or plan.height > seen.height() + 1)

    def renew(self) -> None:
        """The canvas changed: it is drawn again when the hands rest."""
        self._rest.start()

    def _rested(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        plan, px = self._pane.board.plan, self._pane.look.px
        if plan is None:
            return QSize(0, 0)
        scale = min(px(200) / max(plan.width, 1), px(40) / max(plan.height, 1))
        return QSize(max(px(40), round(plan.width * scale)), max(px(24), round(plan.height * scale)))

    @property
    def _scale(self) -> float:
        plan = self._pane.board.plan
        return min(self.width() / plan.width, self.height() / plan.height) if plan and plan.width else 1.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        plan, look = self._pane.board.plan, self._pane.look
        if plan is None:
            return
        if self._picture is None or self._picture.size() != self.size() * self.devicePixelRatioF():
            self._picture = self._drawn(plan)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        seen = self._pane.view.seen()
        scale = self._scale
        frame = QRectF(seen.x() * scale, seen.y() * scale, seen.width() * scale, seen.height() * scale)
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.drawRect(frame.intersected(QRectF(1, 1, self.width() - 2, self.height() - 2)))

    def _drawn(self, plan: Plan) -> QPixmap:
        density = self.devicePixelRatioF()
        picture = QPixmap(self.size() * density)
        picture.setDevicePixelRatio(density)
        look = self._pane.look
        picture.fill(look.colour("surface"))
        painter = QPainter(picture)
        scale = self._scale
        painter.scale(scale, scale)
        for part in plan.parts:
            for rect, colour in self._marks(part):
                painter.fillRect(rect.translated(part.rect.x, part.rect.y), colour)
        painter.end()
        return picture

    def _marks(self, part: Part) -> Iterator[tuple[QRectF, QColor]]:
        """What is seen of a part from so far: the notes of a cell are one mark, faces, phases, answers."""
        look, ink = self._pane.look, self._pane.scene.ink
        stacks: dict[tuple[str, float], Box] = {}
        heights: dict[tuple[str, float], float] = {}
        for box in part.boxes:
            if box.kind == "note":
                stack = box.step, box.rect.x
                stacks.setdefault(stack, box)
                heights[stack] = box.rect.bottom
            elif box.kind == "phase":
                yield to_qt(box.rect).adjusted(4, 4, -4, 0), look.phase(box.index)
            elif box.kind == "point" and isinstance(box.value, int):
                yield to_qt(box.rect), look.emotion(box.value)
            elif box.kind in ("value", "field") and box.text:
                yield to_qt(box.rect), look.colour("line2")
        for stack, first in stacks.items():
            rect = to_qt(first.rect)
            rect.setBottom(heights[stack])
            yield rect, ink.note(first.colour)[1]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        seen, spot = self._pane.view.seen(), event.position() / self._scale
        self._held = spot - seen.center() if seen.contains(spot) else QPointF()
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, place: QPointF) -> None:
        self._pane.view.centerOn(place / self._scale - self._held)


class ZoomBar(QFrame):
    """Stands over the lower right corner of a pane."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        role(self, "bar")
        row = QHBoxLayout(self)
        margin = pane.look.px(4)
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(0)
        self.overview = Overview(pane, self)
        row.addWidget(self.overview)
        self._button("−", _("Réduire"), lambda: pane.zoom_by(-1))
        self.percent = self._button("100 %", _("Taille réelle"), lambda: pane.view.set_zoom(1.0))
        self._button("+", _("Agrandir"), lambda: pane.zoom_by(1))
        self._button(_("Tout voir"), _("Tout voir"), pane.view.show_all)
        pane.view.covered = self._covered
        pane.view.zoomed.connect(self._zoomed)
        pane.view.resized.connect(self.settle)
        pane.board.planned.connect(self.settle)

    def _button(self, words: str, name: str, run: object) -> QPushButton:
        button = QPushButton(words, self)
        role(button, "quiet")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStyleSheet(f"padding: 2px {self._pane.look.px(8)}px;")
        button.clicked.connect(run)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button

    def _zoomed(self, zoom: float) -> None:
        self.percent.setText(f"{round(zoom * 100)}{NBSP}%")
        self.settle()

    def settle(self) -> None:
        """Take the size of what is in it and go to the corner."""
        self.overview.setVisible(self.overview.useful)
        self.overview.updateGeometry()
        self.adjustSize()
        view, gap = self._pane.view, self._pane.look.px(12)
        bars = view.verticalScrollBar(), view.horizontalScrollBar()
        right = bars[0].width() if bars[0].isVisible() else 0
        low = bars[1].height() if bars[1].isVisible() else 0
        self.move(view.width() - self.width() - gap - right, view.height() - self.height() - gap - low)
        self.raise_()
        self._pane.scene.keep_below((self.height() + 2 * gap) / view.zoom)

    def _covered(self) -> QRectF:
        gap = self._pane.look.px(8)
        return QRectF(self.geometry().adjusted(-gap, -gap, 0, 0)) if self.isVisible() else QRectF()
