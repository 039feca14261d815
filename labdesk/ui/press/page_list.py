"""The pages of a proof one under the other, as on a desk: zoom, keys, and the page one is on."""

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from labdesk.ui.press.proof import Proof
from labdesk.ui.press.spots import Spot
from labdesk.ui.style import Look
from labdesk.words import _

GAP = 16
"""px between two pages."""
ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
COMFORT = 1.15
"""A page that follows the width grows no larger than this by itself."""
KEPT = 12
"""Pictures of pages kept around the one shown."""


class PageList(QAbstractScrollArea):
    """Only the pages in sight and their neighbours are drawn; former pictures stay until new ones come."""

    turned = Signal(int, int)
    """(page from 1, all pages)"""
    zoomed = Signal(float)

    def __init__(self, proof: Proof, look: Look) -> None:
        super().__init__()
        self.proof, self.look = proof, look
        self.zoom = 0.0
        """1.0: 96 pixels to the inch; 0: the width of the list, within what is comfortable to read."""
        self._tops: list[float] = []
        self._pictures: dict[int, tuple[int, int, QImage]] = {}
        """page → (edition, width in pixels, picture)"""
        self._asked: set[tuple[int, int]] = set()
        self.page = 0
        self.spot: Spot | None = None
        self.narrow = False
        """There is little room: most pages fit the width, the wide ones are scrolled."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())
        proof.replaced.connect(self._replaced)
        proof.leaves.drawn.connect(self._drawn)

    # -- where pages stand ----------------------------------------------------------------------------------
    @property
    def factor(self) -> float:
        """The zoom of the moment, also when it follows the width."""
        if self.zoom:
            return self.zoom
        widths = sorted(leaf.width for leaf in self.proof.pages) or [794]
        widest = widths[len(widths) // 2] if self.narrow else widths[-1]
        fitting = (self.viewport().width() - 2 * GAP) / widest
        return max(min(fitting, COMFORT * self.look.scale), 0.1)

    def _lay(self) -> None:
        """Compute where each page begins, keeping the same place of the same page under the eye."""
        page, inside = self._place()
        factor, top = self.factor, float(GAP)
        self._tops = []
        for leaf in self.proof.pages:
            self._tops.append(top)
            top += leaf.height * factor + GAP
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, max(0, int(top) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        widest = max((leaf.width * factor for leaf in self.proof.pages), default=0) + 2 * GAP
        across.setRange(0, max(0, int(widest) - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        if page < len(self._tops):
            bar.setValue(int(self._tops[page] + inside * self.proof.pages[page].height * factor))
        self._moved()

    def _place(self) -> tuple[int, float]:
        """The page at the top of the view, and how far inside it the view begins (0 to 1)."""
        if not self._tops:
            return 0, -1.0
        top = self.verticalScrollBar().value()
        page = max(0, bisect_right(self._tops, top) - 1)
        pages = self.proof.pages
        if page >= len(pages):
            return max(len(pages) - 1, 0), 0.0
        height = (self._tops[page + 1] if page + 1 < len(self._tops) else top + 1) - self._tops[page]
        return page, (top - self._tops[page]) / max(height, 1.0)

    def _rect(self, page: int) -> QRectF:
        leaf, factor = self.proof.pages[page], self.factor
        width, height = leaf.width * factor, leaf.height * factor
        bar = self.horizontalScrollBar()
        left = (self.viewport().width() - width) / 2 if not bar.maximum() else GAP - bar.value()
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(width), round(height))  # whole pixels: sharp letters

    def _in_sight(self) -> range:
        if not self._tops:
            return range(0)
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + height)
        return range(first, max(first + 1, last))

    # -- going about ----------------------------------------------------------------------------------------
    def go_to(self, page: int) -> None:
        """The page (from 1) comes to the top."""
        if 1 <= page <= len(self._tops):
            self.verticalScrollBar().setValue(int(self._tops[page - 1]) - GAP)

    def show_anchor(self, anchor: str) -> None:
        """The page of a section comes into sight, unless it already is."""
        page = self.proof.anchors.get(anchor)
        if page and page - 1 not in self._in_sight():
            self.go_to(page)

    def show_spot(self, spot: Spot | None) -> None:
        """A place of a page is marked in its margin and comes into sight; the keyboard stays where it is."""
        self.spot = spot
        if spot is not None and spot.page < len(self._tops):
            height = self.proof.pages[spot.page].height * self.factor
            top, bottom = (int(self._tops[spot.page] + share * height) for share in (spot.top, spot.bottom))
            bar, room = self.verticalScrollBar(), self.viewport().height()
            if top < bar.value() + GAP or bottom > bar.value() + room - GAP:
                bar.setValue(top - room // 3)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """0 follows the width."""
        self.zoom = zoom
        self._lay()
        self.zoomed.emit(self.factor)
        self.viewport().update()

    def fit_width(self) -> None:
        """The widest page takes the width of the list."""
        widest = max((leaf.width for leaf in self.proof.pages), default=794)
        self.set_zoom((self.viewport().width() - 2 * GAP) / widest)

    def step_zoom(self, by: int) -> None:
        """The next larger or smaller of the usual zooms."""
        now = self.factor
        others = [z for z in ZOOMS if (z > now + 0.01 if by > 0 else z < now - 0.01)]
        if others:
            self.set_zoom(min(others) if by > 0 else max(others))

    def _moved(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        self.page = max(0, bisect_right(self._tops, middle) - 1) if self._tops else 0
        whole = len(self._tops)
        self.turned.emit(self.page + 1 if whole else 0, whole)
        where = _("Aperçu, page {page} sur {whole}").format(page=self.page + 1, whole=whole)
        self.setAccessibleName(where if whole else _("Aperçu"))
        self._ask()
        self.viewport().update()

    # -- pictures -------------------------------------------------------------------------------------------
    def _replaced(self) -> None:
        self._asked.clear()
        self._lay()
        self.viewport().update()

    def _ask(self) -> None:
        """Ask for what is in sight and its neighbours, at the width they are shown."""
        if not self._tops or not self.isVisible():
            return
        sight = self._in_sight()
        ratio, edition = self.devicePixelRatioF(), self.proof.leaves.edition
        around = [*sight, *(at for at in (sight.stop, sight.start - 1) if 0 <= at < len(self._tops))]
        for page in around:
            width = round(self._rect(page).width() * ratio)
            held = self._pictures.get(page)
            if (page, width) not in self._asked and (held is None or held[:2] != (edition, width)):
                self._asked.add((page, width))
                self.proof.leaves.draw(page, width)
        for far in [page for page in self._pictures if abs(page - self.page) > KEPT]:
            del self._pictures[far]

    def sharp(self, page: int) -> bool:
        """This page is drawn from the document of now, at the size it is shown."""
        held = self._pictures.get(page)
        width = round(self._rect(page).width() * self.devicePixelRatioF())
        return held is not None and held[:2] == (self.proof.leaves.edition, width)

    def _drawn(self, edition: int, page: int, width: int, image: QImage) -> None:
        self._asked.discard((page, width))
        self._pictures[page] = (edition, width, image)
        self.viewport().update()

    # -- Qt -------------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """White sheets on a desk; a page whose picture is not there yet is blank."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.look.colour("canvas"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shade = QColor(self.look.colour("shadow"))
        shade.setAlpha(28)
        for page in self._in_sight():
            if page >= len(self.proof.pages):
                break
            rect = self._rect(page)
            painter.fillRect(rect.translated(QPointF(0, 2)).adjusted(-1, 0, 1, 1), shade)
            painter.fillRect(rect, Qt.GlobalColor.white)
            held = self._pictures.get(page)
            if held is not None:
                painter.drawImage(rect, held[2])
            painter.setPen(self.look.colour("line2"))
            painter.drawRect(rect)
            if self.spot is not None and self.spot.page == page:
                self._mark(painter, rect, self.spot)
        if self.hasFocus():
            painter.setPen(QPen(self.look.colour("focus"), 4))
            painter.drawRect(self.viewport().rect())

    def _mark(self, painter: QPainter, rect: QRectF, spot: Spot) -> None:
        """A bar beside the line one is writing, dark edged: it is seen on white paper in every theme."""
        top, bottom = rect.top() + spot.top * rect.height(), rect.top() + spot.bottom * rect.height()
        bar = QRectF(rect.left() + self.look.px(6), top - 3, self.look.px(6), max(bottom - top, 8) + 6)
        painter.setPen(QPen(Qt.GlobalColor.black, 1))
        painter.setBrush(self.look.colour("primary"))
        painter.drawRect(bar)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes and goes with the keyboard."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages follow the width."""
        super().resizeEvent(event)
        self._lay()
        self.zoomed.emit(self.factor)

    def showEvent(self, event: QShowEvent) -> None:
        """What could not be asked while hidden is asked now."""
        super().showEvent(event)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages scroll; Home and End go to the edges."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep() - 40,
            Qt.Key.Key_PageUp: 40 - bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep() - 40,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = {key.value: by for key, by in steps.items()}.get(event.key())
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
