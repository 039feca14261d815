"""The picture of curves laid over each other, for the window, the clipboard and a file. It hears nothing."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from labdesk.domain import curve_telling as telling
from labdesk.domain.alignment import Stretch
from labdesk.domain.curves import Course, Gap, Mark, Overlay
from labdesk.ui.curves.shapes import between, height_at, line_through, path_of
from labdesk.ui.curves.strokes import Stroke, stroke_of
from labdesk.ui.faces import draw_face
from labdesk.ui.style import Look

Point = tuple[int, int]
"""(rank of the curve, rank of its mark)."""
SIGN, FACE, WORDY = 12, 18, 3
"""px of a sign and of the faces of the axis; up to how many curves the words of steps are written."""
WRAP = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class Drawing:
    """One picture: where everything stands, then its painting. Made again when anything changes."""

    def __init__(self, look: Look, overlay: Overlay, room: QRectF) -> None:
        self.look, self.overlay, self.room = look, overlay, room
        self.strokes = [
            stroke_of(look, rank, hollow=course.nature == "target")
            for rank, course in enumerate(overlay.courses)
        ]
        self.names = telling.names(overlay)
        self.small, self.strong = look.font(12), look.font(12, 600)
        self.head = self.strong
        self._letters, self._bold = QFontMetricsF(self.small), QFontMetricsF(self.strong)
        self.plot = self._plot()
        self.lines = [[line_through([self.at(m) for m in run]) for run in c.runs] for c in overlay.courses]

    # -- where things stand ---------------------------------------------------------------------------------
    def _plot(self) -> QRectF:
        """The room of the curves: beside the levels and the names, under the phases."""
        px, room = self.look.px, self.room
        words = max((self._letters.horizontalAdvance(w) for w in self.overlay.levels.values()), default=0)
        left = words + px(FACE + 20)
        self._margin = min(
            max((self._bold.horizontalAdvance(n) for n in self.names), default=0) + px(14), px(168)
        )
        wide = max(room.width() - left - self._margin - px(20), px(80))
        self.head = self._head_font(wide)
        letters = QFontMetricsF(self.head)
        self._heads = max(
            (self._high(s.label, (s.end - s.start) * wide - px(8), letters) for s in self.overlay.stretches),
            default=0,
        )
        self._heads = min(self._heads, letters.lineSpacing() * 3) + px(12)
        top = room.top() + self._heads + px(26)
        below = (
            px(62)
            if any(m.level == self.overlay.low for c in self.overlay.courses for m in c.lows)
            else px(30)
        )
        return QRectF(room.left() + left, top, wide, max(room.bottom() - below - top, px(60)))

    def _head_font(self, wide: float) -> QFont:
        """The letters in which each word of the phases has room, if there are any."""
        for size in (12, 11, 10, 9):
            font = self.look.font(size, 600)
            letters = QFontMetricsF(font)
            if all(
                letters.horizontalAdvance(word) <= (s.end - s.start) * wide - self.look.px(8)
                for s in self.overlay.stretches
                for word in s.label.split()
            ):
                return font
        return font

    def _high(self, text: str, wide: float, letters: QFontMetricsF) -> float:
        return letters.boundingRect(QRectF(0, 0, max(wide, 10), 2000), CENTRED, text or "…").height()

    def y(self, level: int) -> float:
        """How high a level stands."""
        span = max(self.overlay.high - self.overlay.low, 1)
        return self.plot.top() + (self.overlay.high - level) / span * self.plot.height()

    def x(self, share: float) -> float:
        """Where a share of the axis stands."""
        return self.plot.left() + share * self.plot.width()

    def at(self, mark: Mark) -> QPointF:
        """Where a step stands; one without a level stands on the lower edge."""
        level = self.overlay.low if mark.level is None else mark.level
        return QPointF(self.x(mark.x), self.y(level) + (self.look.px(16) if mark.level is None else 0))

    def points(self) -> Iterator[tuple[Point, QPointF]]:
        """Every step of every curve and its place."""
        for rank, course in enumerate(self.overlay.courses):
            for at, mark in enumerate(course.marks):
                yield (rank, at), self.at(mark)

    def nearest(self, spot: QPointF) -> Point | None:
        """The step under the hand."""
        far = self.look.px(20)
        found = [(QLineF(spot, place).length(), point) for point, place in self.points()]
        best = min(found, default=None)
        return best[1] if best and best[0] <= far else None

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

    def biggest(self) -> tuple[Gap, ...]:
        """The gaps that are shown by an arrow."""
        gaps = self.overlay.gaps
        return tuple(gap for gap in gaps if gap.by > 0 and gap.by == gaps[0].by)[: telling.NAMED]

    def _spans(self) -> Iterator[tuple[Gap, QPointF, QPointF]]:
        """(gap, its lived step, the target above it) of each gap that is shown, where an arrow has room."""
        if self.overlay.pair is None:
            return
        target = self.lines[self.overlay.pair[1]]
        for gap in self.biggest():
            start = self.at(gap.lived)
            heights = [y for line in target if (y := height_at(line, start.x())) is not None]
            top = QPointF(start.x(), heights[0] if heights else self.y(gap.target.level or 0))
            if start.y() - top.y() >= self.look.px(30):
                yield gap, start, top

    def _arrows(self, painter: QPainter) -> None:
        """From what is lived up to the target, where the gap is the greatest, with its size."""
        px, look = self.look.px, self.look
        for gap, start, top in self._spans():
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
        taken += [QRectF(top.x() - 6, top.y(), 12, start.y() - top.y()) for _gap, start, top in self._spans()]
        for course in self.overlay.courses:
            for mark in course.lows:
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
        return self.at((course.known or course.marks)[-1]) if course.marks else self.plot.center()

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
        self._card(painter, self.at(mark), [line for line in lines if line[0]], mark)

    def paint_ring(self, painter: QPainter, point: Point, *, focused: bool) -> None:
        """Where one is."""
        px, look = self.look.px, self.look
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus" if focused else "ink2"), px(2.4)))
        painter.drawEllipse(self.at(self.overlay.courses[point[0]].marks[point[1]]), px(14), px(14))

    def _against(self, mark: Mark) -> str:
        gap = next((gap for gap in self.overlay.gaps if gap.lived.step == mark.step), None)
        return telling.aimed(self.overlay, gap) if gap else ""

    def _card(
        self, painter: QPainter, at: QPointF, lines: Sequence[tuple[str, QFont, str]], mark: Mark
    ) -> None:
        px, look = self.look.px, self.look
        face = px(26) if mark.level is not None else 0
        most = px(250)
        sizes = [
            QFontMetricsF(font).boundingRect(QRectF(0, 0, most, 500), WRAP, text).size()
            for text, font, _token in lines
        ]
        wide = max(s.width() for s in sizes) + 2 + px(22) + (face + px(10) if face else 0)
        high = sum(s.height() for s in sizes) + px(18)
        card = QRectF(at.x() + px(20), at.y() - high - px(6), wide, high)
        if card.right() > self.room.right():
            card.moveRight(at.x() - px(20))
        card.moveLeft(max(card.left(), self.room.left()))
        card.moveTop(min(max(card.top(), self.room.top()), self.room.bottom() - high))
        painter.setPen(QPen(look.colour("border"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(card, look.radius("m"), look.radius("m"))
        x, y = card.left() + px(11), card.top() + px(9)
        if mark.level is not None:
            draw_face(painter, QRectF(x, card.center().y() - face / 2, face, face), mark.level, look)
            x += face + px(10)
        for (text, font, token), size in zip(lines, sizes, strict=True):
            self._write(painter, text, QRectF(x, y, most, size.height() + 2), token, font, WRAP)
            y += size.height()


def spread(spans: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Tops of things (wanted top, height) in order, moved apart just enough, between two limits."""
    found: list[float] = []
    for wanted, _high in spans:
        low = found[-1] + spans[len(found) - 1][1] + 3 if found else top
        found.append(max(wanted, low))
    edge = bottom
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], edge - spans[at][1])
        edge = found[at] - 3
    return found
