"""The bar that scrolls a wide table sideways, kept in sight where the table is taller than what is shown."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QTableView

from labdesk.ui.sheet import role
from labdesk.words import _


class BarInSight(QScrollBar):
    """It stands at the foot of the table, or of what one sees of it while the page is scrolled elsewhere.

    The table is as tall as its rows and the page scrolls: Qt's own bar would be below the edge of the window.
    """

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        role(self, "sight")
        self.setAccessibleName(_("Les autres colonnes du tableau"))
        self._view, self._own = view, view.horizontalScrollBar()
        self._areas: tuple[QAbstractScrollArea, ...] = ()
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own.rangeChanged.connect(self.follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        view.installEventFilter(self)
        self.hide()

    def follow(self) -> None:
        """The columns are wider than the table, or no longer."""
        own = self._own
        self.setRange(own.minimum(), own.maximum())
        self.setPageStep(own.pageStep())
        self.setSingleStep(own.singleStep())
        self.setValue(own.value())
        self.setVisible(own.maximum() > own.minimum())
        self._stand()

    def _stand(self) -> None:
        """At the lower edge of what is in sight; never over the titles of the columns."""
        view, height = self._view, self.sizeHint().height()
        foot = view.height()
        for area in self._areas:
            port = area.viewport()
            foot = min(foot, view.mapFromGlobal(port.mapToGlobal(QPoint(0, port.height()))).y())
        top = view.horizontalHeader().height()
        self.setGeometry(QRect(0, max(foot - height, top), view.width(), height))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table, or a sheet it stands on, takes another size or place."""
        if watched is self._view and event.type() == QEvent.Type.Show:
            self._find_areas()
        if event.type() in (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move):
            self._stand()
        return super().eventFilter(watched, event)

    def _find_areas(self) -> None:
        """What the table is scrolled by, as it stands now."""
        found, above = [], self._view.parentWidget()
        while above is not None:
            if isinstance(above, QAbstractScrollArea):
                found.append(above)
            above = above.parentWidget()
        for area in (one for one in found if one not in self._areas):
            area.verticalScrollBar().valueChanged.connect(self._stand)
            area.viewport().installEventFilter(self)
        self._areas = tuple(found)
