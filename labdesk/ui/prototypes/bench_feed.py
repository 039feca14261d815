"""All that was noted in a test, in the order of the clock: read again, corrected, deleted."""

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.commands.notes import delete_notes
from labdesk.domain.entities import Note
from labdesk.domain.observation import heard, stamp_of
from labdesk.ui.desk import Desk
from labdesk.ui.icons import icon
from labdesk.ui.prototypes.bench_entry import ICONS, one_of
from labdesk.ui.style import Look
from labdesk.words import _


def _teaching() -> str:
    return _(
        "Tapez ce que vous voyez, puis Entrée : l’heure s’inscrit seule. "
        "Un testeur est un numéro, jamais un nom."
    )


NOTE = Qt.ItemDataRole.UserRole


class Line(Struct, frozen=True):
    """What one line says: its time and kind, then the words."""

    note: str
    icon: str
    said: str
    words: str


def _line(zone: Zone, note: Note) -> Line:
    words = note.text or ""
    if zone.id == "quotes" and not words.startswith(("«", '"', "“")):
        words = f"«\u00a0{words}\u00a0»"
    said = " · ".join(part for part in (str(stamp_of(note)), one_of(zone)) if part)
    return Line(note.id, ICONS.get(zone.id, "sticky-note"), said, words)


class BenchFeed(QListWidget):
    """Entrée or F2 corrects, Suppr deletes."""

    corrected = Signal(str, str)
    """note id, its words, to be typed again."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self._lines: list[Line] = []
        look.changed.connect(self.relook)
        self.setWordWrap(True)
        self.setAccessibleName(_("Ce qui a été noté, dans l’ordre de l’heure"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._correct)

    def show_card(self, kind: CanvasType, canvas: str) -> None:
        """Read the project again; only the lines that differ are touched, the end stays in sight."""
        bar = self.verticalScrollBar()
        ending = bar.value() >= bar.maximum()
        wanted = [_line(zone, note) for zone, note in heard(self._desk.project, kind, canvas)]
        rank = 0  # lines that stand as they did
        while rank < min(len(wanted), len(self._lines)) and wanted[rank] == self._lines[rank]:
            rank += 1
        if rank == len(wanted) == len(self._lines):
            return
        at = self.currentItem().data(NOTE) if self.currentItem() else ""
        while self.count() > rank:
            self.takeItem(self.count() - 1)
        for line in wanted[rank:]:
            self.addItem(self._item(line))
        self._lines = wanted
        if at:
            self.go_to(at, scroll=False)
        if ending:
            self.scrollToBottom()

    def _item(self, line: Line) -> QListWidgetItem:
        item = QListWidgetItem(icon(line.icon, self._look), f"{line.said}\n{line.words}")
        item.setData(NOTE, line.note)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.said} : {line.words}")
        return item

    def relook(self) -> None:
        """The theme or the text size changed: the signs are drawn again."""
        for row, line in enumerate(self._lines):
            self.item(row).setIcon(icon(line.icon, self._look))

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty list says what will stand in it."""
        super().paintEvent(event)
        if self.count():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._look.colour("ink3"))
        room = self.viewport().rect().adjusted(*(self._look.space("l") * by for by in (1, 1, -1, -1)))
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, centred, _teaching())

    def go_to(self, note: str, *, scroll: bool = True) -> bool:
        """The line of a note, shown."""
        for row in range(self.count()):
            if self.item(row).data(NOTE) == note:
                self.setCurrentRow(row)
                if scroll:
                    self.scrollToItem(self.item(row))
                return True
        return False

    def _correct(self, item: QListWidgetItem) -> None:
        note = self._desk.project.note.get(item.data(NOTE))
        if note is not None and not self._desk.read_only:
            self.corrected.emit(note.id, note.text or "")

    def _delete(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        self._desk.do(delete_notes(self._desk.project, [item.data(NOTE)]))
        self._desk.announce(_("Note supprimée. Ctrl+Z la rétablit."))
        if self.count():
            self.setCurrentRow(min(row, self.count() - 1))

    def event(self, event: QEvent) -> bool:
        """These keys are this list’s before they are the canvas’s, which stands behind."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée or F2, Suppr; the arrows walk."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._correct(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete and not self._desk.read_only:
            self._delete(item)
        else:
            super().keyPressEvent(event)
