"""The picture of curves laid over each other, for the window, the clipboard and a file. It hears nothing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from labdesk.domain import curve_telling as telling
from labdesk.domain.alignment import Stretch, spread
from labdesk.domain.curves import Course, Mark
from labdesk.ui.curves.callout import paint_card
from labdesk.ui.curves.places import CENTRED, FACE, WRAP, Places, Point
from labdesk.ui.curves.shapes import between, path_of
from labdesk.ui.curves.strokes import Stroke, sign
from labdesk.ui.faces import draw_face

SIGN, WORDY = 12, 3
"""px of a sign; up to how many curves the words of steps are written."""


class Drawing(Places):
    """One picture and its painting."""

    # -- painting -------------------------------------------------------------------------------------------
    def paint(self, painter: QPainter) -> None:
        """Ground, phases, gap, curves, signs, words, names."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._phases(painter)
        self._levels(painter)
        self._shade(painter)
        for stroke, lines in zip(self.strokes, self.lines, strict=True):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(stroke.pen(self.look.px(2.6)))
            for line in lines:
                if len(line) > 1:
                    painter.drawPath(path_of(line))
        self._arrows(painter)
        self._signs(painter)
        self._words(painter)
        self._ends(painter)

    def _write(
        self, painter: QPainter, text: str, place: QRectF, token: str, font: QFont, flags: int
    ) -> None:
        painter.setPen(self.look.colour(token))
        painter.setFont(font)
        painter.drawText(place, flags, text)

    def _phases(self, painter: QPainter) -> None:
        """A band for each stretch; one that all journeys have is ruled, another is only dashed."""
        px, look = self.look.px, self.look
        for rank, stretch in enumerate(self.overlay.stretches):
            left, right = self.x(stretch.start), self.x(stretch.end)
            band = QRectF(left, self.room.top(), right - left, self.room.bottom() - self.room.top())
            painter.fillRect(band, look.colour("surface2" if rank % 2 else "surface"))
            shared = len(stretch.members) == len(self.overlay.courses)
            pen = QPen(look.colour("ink3" if shared else "border"), 2 if shared else 1.4)
            pen.setStyle(Qt.PenStyle.SolidLine if shared else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            y = self.room.top() + self._heads
            painter.drawLine(QPointF(left + px(3), y), QPointF(right - px(3), y))
            self._phase_name(
                painter, stretch, QRectF(left + px(4), self.room.top(), right - left - px(8), self._heads)
            )

    def _phase_name(self, painter: QPainter, stretch: Stretch, place: QRectF) -> None:
        text, letters = stretch.label or "…", QFontMetricsF(self.head)
        if self._high(text, place.width(), letters) > self._heads or any(
            letters.horizontalAdvance(word) > place.width() for word in text.split()
        ):
            text = letters.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self._write(painter, text, place, "ink2", self.head, flags)

    def _levels(self, painter: QPainter) -> None:
        """The five levels: a line, a face, a word."""
        px, look = self.look.px, self.look
        middle = (self.overlay.low + self.overlay.high) // 2
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for level, word in self.overlay.levels.items():
            y = self.y(level)
            pen = QPen(look.colour("border" if level == middle else "line2"), 1)
            pen.setStyle(Qt.PenStyle.SolidLine if level == middle else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(self.plot.left(), y), QPointF(self.plot.right(), y))
            side = px(FACE)
            draw_face(painter, QRectF(self.plot.left() - side - px(6), y - side / 2, side, side), level, look)
            place = QRectF(
                self.room.left(), y - px(12), self.plot.left() - side - px(12) - self.room.left(), px(24)
            )
            self._write(painter, word, place, "ink2", self.small, flags)

    def _shade(self, painter: QPainter) -> None:
        """The room between what is lived and its target, hatched."""
        if self.overlay.pair is None:
            return
        lived, target = (self.lines[at] for at in self.overlay.pair)
        tint = self.look.colour("primary")
        painter.setPen(Qt.PenStyle.NoPen)
        for one in lived:
            for other in target:
                shape = between(one, other)
                for alpha, pattern in ((22, Qt.BrushStyle.SolidPattern), (64, Qt.BrushStyle.BDiagPattern)):
                    shade = QColor(tint)
                    shade.setAlpha(alpha)
                    painter.setBrush(QBrush(shade, pattern))
                    painter.drawPolygon(shape)

    def _arrows(self, painter: QPainter) -> None:
        """From what is lived up to the target, where the gap is the greatest, with its size."""
        px, look = self.look.px, self.look
        for gap, start, top in self.spans():
            painter.setPen(QPen(look.colour("ink"), px(1.6)))
            painter.drawLine(start - QPointF(0, px(9)), top + QPointF(0, px(4)))
            painter.setBrush(look.colour("ink"))
            painter.setPen(Qt.PenStyle.NoPen)
            tip = top + QPointF(0, px(2))
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-px(5), px(9)), tip + QPointF(px(5), px(9))]))
            middle = QPointF(start.x(), (start.y() + top.y()) / 2)
            pill = QRectF(middle.x() - px(15), middle.y() - px(11), px(30), px(22))
            painter.setBrush(look.colour("ink"))
            painter.drawRoundedRect(pill, px(11), px(11))
            self._write(painter, f"+{gap.by}", pill, "surface", self.strong, Qt.AlignmentFlag.AlignCenter)

    def _signs(self, painter: QPainter) -> None:
        """A sign at each step; the hardest ones are ringed; a step without a level is a question."""
        px, look = self.look.px, self.look
        ground = look.colour("surface")
        for course, stroke in zip(self.overlay.courses, self.strokes, strict=True):
            lows = course.lows
            for mark in course.marks:
                place = self.at(mark)
                if mark.level is None:
                    self._question(painter, place, stroke)
                    continue
                if mark in lows:
                    painter.setBrush(ground)
                    painter.setPen(QPen(stroke.colour, px(1.6)))
                    painter.drawEllipse(place, px(11.5), px(11.5))
                stroke.mark(painter, place, px(SIGN), ground)
                if mark.key:
                    star = sign(4, px(10))
                    star.translate(place + QPointF(px(12), -px(12)))
                    painter.setPen(QPen(look.colour("warn"), px(1.4)))
                    painter.setBrush(look.colour("warn_soft"))
                    painter.drawPath(star)

    def _question(self, painter: QPainter, place: QPointF, stroke: Stroke) -> None:
        px = self.look.px
        pen = QPen(stroke.colour, px(1.4), Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(self.look.colour("surface"))
        painter.drawEllipse(place, px(8), px(8))
        box = QRectF(place.x() - px(8), place.y() - px(8), px(16), px(16))
        self._write(painter, "?", box, "ink2", self.strong, Qt.AlignmentFlag.AlignCenter)

    def _words(self, painter: QPainter) -> None:
        """The names of the hardest steps, then the words people said, where there is room for them."""
        taken = [QRectF(p.x() - 8, p.y() - 8, 16, 16) for _point, p in self.points()]
        taken += [QRectF(top.x() - 6, top.y(), 12, start.y() - top.y()) for _gap, start, top in self.spans()]
        for course in self.overlay.courses:
            for mark in course.lows[: telling.NAMED]:
                said = "\n".join(part for part in (mark.label, telling.quoted(mark.word)) if part)
                self._label(painter, said, self.at(mark), self.strong, "ink", taken, wide=174)
        if len(self.overlay.courses) > WORDY:
            return
        for course in self.overlay.courses:
            for mark in course.known:
                if mark.word and mark not in course.lows:
                    self._label(painter, telling.quoted(mark.word), self.at(mark), self.small, "ink2", taken)

    def _label(
        self,
        painter: QPainter,
        text: str,
        at: QPointF,
        font: QFont,
        token: str,
        taken: list[QRectF],
        wide: float = 110,
    ) -> None:
        """A text under its point, or above it, or beside; left out where it would cover another."""
        px, letters = self.look.px, QFontMetricsF(font)
        if not text:
            return
        size = letters.boundingRect(QRectF(0, 0, px(wide), 500), CENTRED, text).size()
        w, h, far = size.width() + 4, size.height(), px(13)
        limits = QRectF(self.plot.left(), self.plot.top() - px(24), self.plot.width(), 0)
        limits.setBottom(self.room.bottom())
        x = min(max(at.x() - w / 2, limits.left()), limits.right() - w)
        places = [
            QRectF(x, at.y() + far, w, h),
            QRectF(x, at.y() - far - h, w, h),
            QRectF(at.x() + far, at.y() - h / 2, w, h),
            QRectF(at.x() - far - w, at.y() - h / 2, w, h),
        ]
        free = [p for p in places if limits.contains(p) and not any(p.intersects(other) for other in taken)]
        free.sort(key=self._crossed)  # of places that are as good, the first one
        if free:
            self._write_label(painter, text, free[0], token, font)
            taken.append(free[0])

    def _crossed(self, place: QRectF) -> bool:
        """A curve passes there."""
        inside = place.adjusted(2, 2, -2, -2)
        return any(inside.contains(point) for lines in self.lines for line in lines for point in line)

    def _write_label(self, painter: QPainter, text: str, place: QRectF, token: str, font: QFont) -> None:
        ground = QColor(self.look.colour("surface"))
        ground.setAlpha(215)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place.adjusted(-2, 0, 2, 0), 3, 3)
        self._write(painter, text, place, token, font, CENTRED)

    def _ends(self, painter: QPainter) -> None:
        """The name of each curve at its end; names that would meet are moved apart."""
        px = self.look.px
        left = self.plot.right() + px(20)
        wide = self._margin
        found: list[tuple[float, float, int]] = []
        for rank, course in enumerate(self.overlay.courses):
            if not course.known:
                continue
            high = self._bold.boundingRect(QRectF(0, 0, wide, 500), WRAP, self.names[rank]).height()
            found.append((self._end(course).y(), high, rank))
        found.sort()
        tops = spread([(y - high / 2, high) for y, high, _rank in found], self.room.top(), self.room.bottom())
        for top, (_y, high, rank) in zip(tops, found, strict=True):
            stroke, place = self.strokes[rank], QRectF(left, top, wide, high + 2)
            end = self._end(self.overlay.courses[rank])
            lead = QPen(stroke.colour, 1)
            painter.setPen(lead)
            painter.drawLine(end + QPointF(px(9), 0), QPointF(left - px(4), place.center().y()))
            painter.setPen(stroke.colour)
            painter.setFont(self.strong)
            painter.drawText(place, WRAP, self.names[rank])

    def _end(self, course: Course) -> QPointF:
        return self.at(course.known[-1])

    # -- what is under the hand or the keyboard -------------------------------------------------------------
    def paint_current(self, painter: QPainter, point: Point, *, focused: bool) -> None:
        """A ring around a step, and its card: who, which step, its face and its words."""
        mark = self.overlay.courses[point[0]].marks[point[1]]
        aim = self._against(mark) if self.overlay.pair and point[0] == self.overlay.pair[0] else ""
        self.paint_ring(painter, point, focused=focused)
        lines = [
            (self.names[point[0]], self.strong, "ink"),
            (telling.numbered(mark), self.small, "ink"),
            (telling.felt(self.overlay, mark), self.strong, "ink"),
            (aim, self.small, "ink2"),
        ]
        paint_card(
            painter, self.look, self.room, self.at(mark), [line for line in lines if line[0]], mark.level
        )

    def paint_ring(self, painter: QPainter, point: Point, *, focused: bool) -> None:
        """Where one is."""
        px, look = self.look.px, self.look
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus" if focused else "ink2"), px(2.4)))
        painter.drawEllipse(self.at(self.overlay.courses[point[0]].marks[point[1]]), px(14), px(14))

    def _against(self, mark: Mark) -> str:
        gap = next((gap for gap in self.overlay.gaps if gap.lived.step == mark.step), None)
        return telling.aimed(self.overlay, gap) if gap else ""
