"""The picture one can go through: arrows from step to step, the hand over a sign, Entrée to the map."""

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from labdesk.domain import curve_telling as telling
from labdesk.domain.curves import Overlay
from labdesk.ui.aloud import say_aloud
from labdesk.ui.curves.drawing import Drawing
from labdesk.ui.curves.places import Point
from labdesk.ui.style import Look
from labdesk.words import _

K = Qt.Key


class Chart(QWidget):
    """What is current keeps its step when the curves change. It says each step it comes to."""

    went = Signal(str, str)
    """(journey, step): it is wanted on the map."""
    stood = Signal(int, int)
    """Where the current step is seen."""
    copied = Signal()
    """The picture is wanted in the clipboard."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.overlay = Overlay((), (), {})
        self.current: Point | None = None
        self._under: Point | None = None
        self._drawing: Drawing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        look.changed.connect(self._renewed)

    # -- what is shown --------------------------------------------------------------------------------------
    def show_overlay(self, overlay: Overlay) -> None:
        """Other curves, or the same ones changed."""
        here = self._step(self.current)
        self.overlay, self._under = overlay, None
        found = [
            (rank, at)
            for rank, c in enumerate(overlay.courses)
            for at, m in enumerate(c.marks)
            if m.step == here
        ]
        self.current = found[0] if found else None
        names = _(" ; ").join(telling.names(overlay))
        self.setAccessibleName(_("Courbes des émotions : {names}").format(names=names))
        keys = _(
            "Les flèches vont d’étape en étape et d’une courbe à l’autre, Entrée montre l’étape sur la carte."
        )
        self.setAccessibleDescription(" ".join((*telling.sentences(overlay), keys)))
        self._renewed()

    def _renewed(self) -> None:
        self._drawing = None
        self.updateGeometry()
        self.update()

    def _step(self, point: Point | None) -> str:
        return self.overlay.courses[point[0]].marks[point[1]].step if point else ""

    @property
    def drawing(self) -> Drawing:
        """The picture at the size of now."""
        if self._drawing is None:
            room = QRectF(self.rect().marginsRemoved(self._margins()))
            self._drawing = Drawing(self.look, self.overlay, room)
        return self._drawing

    def _margins(self) -> QMargins:
        px = self.look.px
        return QMargins(px(14), px(8), px(10), px(6))

    def minimumSizeHint(self) -> QSize:
        """Five levels that one can tell apart."""
        return QSize(self.look.px(560), self.look.px(310))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    # -- events ---------------------------------------------------------------------------------------------
    def resizeEvent(self, _event: object) -> None:
        self._drawing = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("surface"))
        self.drawing.paint(painter)
        focused = self.hasFocus()
        shown = self._under or (self.current if focused else None)
        if focused and self.current and self._under and self._under != self.current:
            self.drawing.paint_ring(painter, self.current, focused=True)
        if shown is not None:
            self.drawing.paint_current(painter, shown, focused=focused and shown == self.current)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None:
            drawn = ((at, 0) for at, course in enumerate(self.overlay.courses) if course.marks)
            self.current = next(drawn, None)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._tell()
            self._seen()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Ctrl+C copies the picture here, not the notes of the map."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {K.Key_Left: (0, -1), K.Key_Right: (0, 1), K.Key_Up: (-1, 0), K.Key_Down: (1, 0)}
        key = K(event.key())
        if _copies(event):
            self.copied.emit()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.current is None:
            super().keyPressEvent(event)
        elif key in ways:
            self.go(*ways[key])
        elif key in (K.Key_Home, K.Key_End):
            marks = self.overlay.courses[self.current[0]].marks
            self.stand(self.current[0], 0 if key == K.Key_Home else len(marks) - 1)
        elif key in (K.Key_Return, K.Key_Enter):
            self.went.emit(self.overlay.courses[self.current[0]].canvas, self._step(self.current))
        else:
            super().keyPressEvent(event)

    def go(self, curve: int, step: int) -> None:
        """The next step of this curve, or the nearest one in time on the next curve; the edge stays."""
        if self.current is None:
            return
        rank, at = self.current
        if step:
            self.stand(rank, min(max(at + step, 0), len(self.overlay.courses[rank].marks) - 1))
            return
        others = [c for c in range(len(self.overlay.courses)) if self.overlay.courses[c].marks]
        there = others[min(max(others.index(rank) + curve, 0), len(others) - 1)]
        here = self.overlay.courses[rank].marks[at].x
        marks = self.overlay.courses[there].marks
        if there != rank:
            at = min(range(len(marks)), key=lambda one: abs(marks[one].x - here))
        self.stand(there, at)

    def stand(self, curve: int, step: int) -> None:
        """This step is current; it is said even at the edge, so that one knows."""
        self.current, self._under = (curve, step), None
        self._tell()
        self._seen()
        self.update()

    def _seen(self) -> None:
        if self.current is not None:
            place = self.drawing.at(self.overlay.courses[self.current[0]].marks[self.current[1]])
            self.stood.emit(round(place.x()), round(place.y()))

    @property
    def said(self) -> str:
        """What is said of the current step; empty without one."""
        if self.current is None:
            return ""
        return telling.spoken(
            self.overlay, self.current[0], self.overlay.courses[self.current[0]].marks[self.current[1]]
        )

    def _tell(self) -> None:
        if said := self.said:
            say_aloud(self, said)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self.drawing.nearest(event.position())
        if under != self._under:
            self._under = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (found := self.drawing.nearest(event.position())) is not None:
            self.stand(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (found := self.drawing.nearest(event.position())) is not None:
            self.went.emit(self.overlay.courses[found[0]].canvas, self._step(found))


def _copies(event: QKeyEvent) -> bool:
    return event.key() == K.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier


WIDE, HIGH, TITLE, DENSE = 1280, 620, 48, 2.0
"""The picture to give away, in design px, and how many pixels each has."""


def picture_of(overlay: Overlay) -> QImage:
    """The curves with what there is to say about them, on white: for a slide, a report, a printer."""
    look = Look()
    sentences = telling.sentences(overlay)
    font = look.font(14)
    line = 24
    high = TITLE + HIGH + line * len(sentences) + 24
    image = QImage(round(WIDE * DENSE), round(high * DENSE), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DENSE)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    Drawing(look, overlay, QRectF(20, TITLE + 8, WIDE - 40, HIGH - 24)).paint(painter)
    painter.setPen(look.colour("ink"))
    painter.setFont(look.font(20, 600))
    names = _(" ; ").join(telling.names(overlay))
    title = _("Courbes des émotions : {names}").format(names=names)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRectF(24, 8, WIDE - 48, TITLE - 8), flags, title)
    painter.setFont(font)
    for rank, sentence in enumerate(sentences):
        place = QRectF(24, TITLE + HIGH + 6 + rank * line, WIDE - 48, line)
        painter.drawText(place, flags, sentence)
    painter.end()
    return image
