"""The financing plan as two bars on one scale: what is spent, by kind; what pays for it, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from labdesk.domain.funding import Bar
from labdesk.ui.style import Look
from labdesk.words import _, euros

BAR, GAP = 24, 6
"""px at 100 %."""


class PlanPicture(QWidget):
    """It says in a tooltip and to the screen reader what each part is; the tables say the same in figures."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw these."""
        self._bars = tuple(Bar(bar.name, tuple(part for part in bar.parts if part[1] > 0)) for bar in bars)
        said = [f"{bar.name} : " + ", ".join(f"{n} {euros(c)}" for n, c in bar.parts) for bar in bars]
        self.setAccessibleDescription(". ".join(said))
        self.setVisible(any(bar.total for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two bars."""
        height = len(self._bars) * (BAR + GAP)
        return QSize(self._look.px(320), self._look.px(height))

    def _parts(self) -> list[tuple[QRectF, int, str, int]]:
        """(where, rank, name, cents) of every part of every bar."""
        longest = max((bar.total for bar in self._bars), default=0)
        if not longest:
            return []
        left, height = self._left(), self._look.px(BAR)
        room = self.width() - left - 1
        parts: list[tuple[QRectF, int, str, int]] = []
        for at, bar in enumerate(self._bars):
            x = float(left)
            for rank, (name, cents) in enumerate(bar.parts):
                width = room * max(cents, 0) / longest
                parts.append(
                    (QRectF(x, at * (height + self._look.px(GAP)), width, height), rank, name, cents)
                )
                x += width
        return parts

    def _left(self) -> int:
        names = [self.fontMetrics().horizontalAdvance(bar.name) for bar in self._bars]
        return max(names, default=0) + self._look.space("m")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, each part named where there is room for its name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(12, 600))
        painter.setPen(self._look.colour("ink2"))
        height = self._look.px(BAR)
        for at, bar in enumerate(self._bars):
            line = QRectF(0, at * (height + self._look.px(GAP)), self._left(), height)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, bar.name)
        painter.setFont(self._look.font(11, 600))
        for rect, rank, name, cents in self._parts():
            self._paint_part(painter, rect, rank, name, cents)

    def _paint_part(self, painter: QPainter, rect: QRectF, rank: int, name: str, cents: int) -> None:
        painter.setPen(QPen(self._look.colour("surface"), 2))
        painter.setBrush(self._look.phase(rank))
        painter.drawRect(rect)
        inner = rect.adjusted(self._look.px(6), 0, -self._look.px(4), 0)
        words = painter.fontMetrics().elidedText(
            f"{name} {euros(cents)}", Qt.TextElideMode.ElideRight, int(inner.width())
        )
        if len(words) > 4:
            painter.setPen(self._look.colour("on_phase"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)

    def event(self, event: QEvent) -> bool:
        """The tooltip names the part under the pointer."""
        if isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, at: QPoint, globally: QPoint) -> None:
        for rect, _rank, name, cents in self._parts():
            if rect.contains(at.toPointF()):
                said = _("{label} : {text}").format(label=name, text=euros(cents))
                QToolTip.showText(globally, said, self)
                return
        QToolTip.hideText()
