"""One line of buttons that is never crushed: what has no room slides, with the wheel or under the focus."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolButton, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

AGAIN = (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.Show)
"""What may leave the line with another height: the text size changes behind another place, too."""


class SlidingRow(QScrollArea):
    """As high as its line, at the text size of now; as wide as the room."""

    def __init__(self, line: QWidget, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._ends: dict[int, QToolButton] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kind = type(line).__name__
        self.setStyleSheet(f"SlidingRow, {kind} {{ background: transparent; border: 0; }}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewport(QWidget())  # one PySide6 knows; it would build every class of widget to wrap Qt's
        self.setWidget(line)
        self.viewport().setAutoFillBackground(False)
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._say_more())
        bar.valueChanged.connect(lambda _value: self._say_more())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line is laid out again: its height may be another."""
        taken = super().eventFilter(watched, event)
        line = self.widget()
        if line is not None and watched is line and event.type() in AGAIN:
            self.updateGeometry()
        return taken

    def sizeHint(self) -> QSize:
        """The height is right before the first paint: what stands below is not arranged twice."""
        return self._as_high(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes."""
        return self._as_high(super().minimumSizeHint())

    def _as_high(self, hint: QSize) -> QSize:
        line = self.widget()
        return hint if line is None else QSize(hint.width(), line.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_more()

    def _say_more(self) -> None:
        """An arrow at each end beyond which there is more; the keyboard needs none, it slides by itself."""
        bar = self.horizontalScrollBar()
        beyond = {-1: bar.value() > bar.minimum(), 1: bar.value() < bar.maximum()}
        for way, more in beyond.items():
            if more and way not in self._ends:
                self._ends[way] = self._end(way)
            if way in self._ends:
                end = self._ends[way]
                end.setFixedSize(self._look.px(28), self.height())
                end.move(0 if way < 0 else self.width() - end.width(), 0)
                end.setVisible(more)

    def _end(self, way: int) -> QToolButton:
        end = QToolButton(self)
        role(end, "slide")
        draw(end, "chevron-right" if way > 0 else "chevron-left", self._look)
        end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        end.setAccessibleName(_("Voir la suite") if way > 0 else _("Voir ce qui précède"))
        end.setToolTip(end.accessibleName())
        end.clicked.connect(partial(self._slide, way))
        return end

    def _slide(self, way: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + way * round(self.width() * 0.6))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """There is one way to slide."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()) // 2)
        event.accept()
