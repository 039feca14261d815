"""The running order as a list: dragged with a mark where the line goes, or moved with Alt+↑ and Alt+↓."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from labdesk.ui.named_editors import NamedEditors
from labdesk.ui.style import Look
from labdesk.words import _

LINE = Qt.ItemDataRole.UserRole
NAME, MINUTES, VIEW = range(3)
EDGE, CREEP = 24, 60
"""px from the edge in which a drag scrolls, ms between two lines."""


class OrderList(QTreeWidget):
    """F2 rewrites the cell ← and → lead to; Entrée goes there; Suppr takes off; Échap gives a drag up."""

    shifted = Signal(str, int)
    dropped_off = Signal(str)
    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(_("Déroulé projeté"))
        self.setAccessibleDescription(
            _("Glissez une séquence, ou Alt+↑ et Alt+↓ ; F2 modifie la case, ← et → en changent")
        )
        self.setHeaderLabels([_("Séquence"), _("Min"), _("Vue projetée")])
        self.setItemDelegate(NamedEditors(lambda column: self.headerItem().text(column), self))
        self.setRootIsDecorated(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        for column in (NAME, VIEW):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.itemDoubleClicked.connect(self._twice)
        self._from: QPoint | None = None
        self._at = QPoint()
        self.dragged = ""
        """The line that is dragged."""
        self.gap: int | None = None
        """Before which line it would go: as many lines as there are, at the end."""
        self._creep = QTimer(self, interval=CREEP)
        self._creep.timeout.connect(self._scroll)

    @property
    def editing(self) -> bool:
        """A line is being rewritten."""
        return self.state() == QAbstractItemView.State.EditingState

    def _twice(self, item: QTreeWidgetItem, column: int) -> None:
        """A double click on the name goes there; on the minutes or the view it rewrites them."""
        if column == NAME:
            self.wanted.emit(line_of(item))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt opens the field itself, once: not on the name, which is gone to."""
        named = self.indexAt(event.position().toPoint()).column() == NAME
        triggers = self.editTriggers()
        if not named:
            self.setEditTriggers(triggers | QAbstractItemView.EditTrigger.DoubleClicked)
        super().mouseDoubleClickEvent(event)
        self.setEditTriggers(triggers)

    # -- the drag -------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.itemAt(event.position().toPoint()):
            self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            if self.dragged:  # the button was let go where nobody heard it: under a dialog, a lost screen
                self.give_up()
            super().mouseMoveEvent(event)
            return
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not self.dragged and far:
            self.dragged = line_of(self.itemAt(self._from))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._creep.start()
        if self.dragged:
            self._mark(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        line, gap, self._from = self.dragged, self.gap, None
        if not line:
            super().mouseReleaseEvent(event)
            return
        self.give_up()
        here = next((i for i in range(self.topLevelItemCount()) if line_of(self.topLevelItem(i)) == line), -1)
        if here >= 0 and gap is not None and (by := (gap if gap <= here else gap - 1) - here):
            self.shifted.emit(line, by)

    def give_up(self) -> None:
        """Nothing is dragged any more, nothing moved."""
        self.dragged, self.gap, self._from = "", None, None
        self._creep.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _mark(self, at: QPoint) -> None:
        self._at = at
        self.gap = sum(at.y() > rect.center().y() for rect in self._rects())
        self.viewport().update()

    def _scroll(self) -> None:
        """Near an edge the list goes on under what is dragged."""
        at = self._at
        bar = self.verticalScrollBar()
        if at.y() < EDGE:
            bar.setValue(bar.value() - 1)
        elif at.y() > self.viewport().height() - EDGE:
            bar.setValue(bar.value() + 1)
        else:
            return
        self._mark(at)

    def _mark_at(self) -> int | None:
        """px from the top of the list at which the mark is."""
        rects = self._rects()
        if self.gap is None or not rects:
            return None
        return rects[self.gap].top() if self.gap < len(rects) else rects[-1].bottom() + 1

    def _rects(self) -> list[QRect]:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [self.visualItemRect(item) for item in items if item is not None]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.topLevelItemCount():
            self._invite()
        y = self._mark_at()
        if y is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._look.colour("focus")
        painter.setPen(QPen(ink, 3))
        y = max(y, 2)
        painter.drawLine(10, y, self.viewport().width() - 10, y)
        painter.setBrush(ink)
        for x in (8, self.viewport().width() - 8):
            painter.drawEllipse(QRect(x - 4, y - 4, 8, 8))

    def _invite(self) -> None:
        """Nothing yet: what to do first."""
        painter = QPainter(self.viewport())
        painter.setPen(self._look.colour("ink2"))
        room = self.viewport().rect().adjusted(10, 10, -10, -10)
        said = _("Choisissez ce que la salle verra (L), puis « Ajouter la vue projetée ».")
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, said)

    # -- keys -----------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, alt = self.currentItem(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.dragged and event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif item and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(line_of(item), -1 if event.key() == Qt.Key.Key_Up else 1)
        elif item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(line_of(item))
        elif item and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):  # F2 rewrites the cell one is on
            by = 1 if event.key() == Qt.Key.Key_Right else -1
            self.setCurrentItem(item, min(max(self.currentColumn() + by, NAME), VIEW))
        elif item and event.key() == Qt.Key.Key_Delete:
            self.dropped_off.emit(line_of(item))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the window takes the keyboard back
        else:
            super().keyPressEvent(event)


def line_of(item: QTreeWidgetItem | None) -> str:
    """The line of the agenda an item shows."""
    return str(item.data(NAME, LINE) or "") if item else ""
