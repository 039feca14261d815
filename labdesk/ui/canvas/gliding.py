"""The wheel turned into movement: a view glides where it is sent, and jumps there when motion is reduced."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QScrollBar

from labdesk.ui.style import Look

LONG = 140
"""ms of one glide; a new notch of the wheel goes on from where the view is."""
NOTCH = 96
"""px that a notch of the wheel scrolls, at 100 %."""


class Glide(QObject):
    """One for each view. `zoom` does one step: how near, where in the view, over what of the scene."""

    def __init__(self, view: QGraphicsView, zoom: Callable[[float, QPointF, QPointF], None]) -> None:
        super().__init__(view)
        self._view, self._zoom = view, zoom
        self._at = self._kept = QPointF()
        self._from = self._to = 1.0
        self._aims: dict[QScrollBar, tuple[int, int]] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(LONG)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)

    @property
    def under_way(self) -> bool:
        """The view is still moving."""
        return self._animation.state() == QVariantAnimation.State.Running

    def stop(self) -> None:
        """Something else moves the view: it stays where it is now."""
        self._animation.stop()
        self._aims = {}

    def zoom_by(self, factor: float, at: QPointF, least: float, most: float, look: Look) -> None:
        """Zoom by a factor, keeping what is under `at` (in the view) where it is."""
        now = self._view.transform().m11()
        aim = self._to if self.under_way and not self._aims else now
        self.stop()
        self._from, self._to = now, min(max(aim * factor, least), most)
        self._at, self._kept = at, self._view.mapToScene(at.toPoint())
        self._go(look)

    def scroll(self, event: QWheelEvent, look: Look) -> bool:
        """Scroll as a wheel with notches wants; False for a touch pad, which is smooth by itself."""
        if not event.pixelDelta().isNull() or event.phase() != Qt.ScrollPhase.NoScrollPhase:
            return False
        turned = event.angleDelta()
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by = (turned.y(), turned.x()) if sideways else (turned.x(), turned.y())
        if sideways and not turned.y():
            by = (turned.x(), 0)
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        aims = {bar: aim for bar, (_start, aim) in self._aims.items()} if self.under_way else {}
        self.stop()
        for bar, notches in zip(bars, by, strict=True):
            aim = aims.get(bar, bar.value()) - round(notches / 120 * look.px(NOTCH))
            aim = min(max(aim, bar.minimum()), bar.maximum())
            if aim != bar.value():
                self._aims[bar] = bar.value(), aim
        if self._aims:
            self._go(look)
        return True

    def _go(self, look: Look) -> None:
        if look.reduced_motion or not self._view.isVisible():
            self._step(1.0)
            self._aims = {}
        else:
            self._animation.start()

    def _step(self, share: float) -> None:
        if self._aims:
            for bar, (start, aim) in self._aims.items():
                bar.setValue(round(start + (aim - start) * share))
        else:
            zoom = self._from * (self._to / self._from) ** share
            self._zoom(zoom, self._at, self._kept)
