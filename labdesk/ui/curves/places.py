"""Where everything stands on a picture of curves: levels, phases, steps, gaps. It paints nothing."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from labdesk.domain import curve_telling as telling
from labdesk.domain.curves import Gap, Mark, Overlay
from labdesk.ui.curves.shapes import height_at, line_through
from labdesk.ui.curves.strokes import stroke_of
from labdesk.ui.style import Look

Point = tuple[int, int]
"""(rank of the curve, rank of its mark)."""
FACE = 18
"""px of the faces of the axis."""
WRAP = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class Places:
    """Where everything of one picture stands. Made again when anything changes."""

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

    def biggest(self) -> tuple[Gap, ...]:
        """The gaps that are shown by an arrow."""
        gaps = self.overlay.gaps
        return tuple(gap for gap in gaps if gap.by > 0 and gap.by == gaps[0].by)[: telling.NAMED]

    def spans(self) -> Iterator[tuple[Gap, QPointF, QPointF]]:
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
