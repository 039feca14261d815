"""Ctrl+F: words typed, what holds them listed as one types, Entrée goes there. Nothing is changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk, Target
from labdesk.ui.place import opens
from labdesk.ui.search_line import SNIPPET, WHERE, SearchLine
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import target_of
from labdesk.ui.whereabouts import whereabouts
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.store.search import Hit

WIDTH, MOST, REST, SAID = 560, 60, 60, 250
"""px at 100 %, results shown, ms after a key before it is looked up, and before what is found is said."""
TARGET = Qt.ItemDataRole.UserRole


class Search(QFrame):
    """A panel over the window, under the top bar. Échap or a click elsewhere closes it."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._look, self._around = desk, look, parent
        self._came_from: QWidget | None = None
        role(self, "bar")
        self.setAccessibleName(_("Recherche dans le projet"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Rechercher dans tout le projet"))
        self.field.setAccessibleName(_("Mots recherchés"))
        self.field.setClearButtonEnabled(True)
        self.count = QLabel(self)
        role(self.count, "small")
        self.results = QListWidget(self)
        self.results.setAccessibleName(_("Résultats"))
        self.results.setItemDelegate(SearchLine(look, self.results))
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        for widget in (self.field, self.count, self.results):
            column.addWidget(widget)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look_up)
        self._say = QTimer(self, singleShot=True, interval=SAID)
        self._say.timeout.connect(self._tell)
        self.field.textChanged.connect(self._rest.start)
        self.field.returnPressed.connect(self._first)
        self.results.itemActivated.connect(self._go)
        self.results.itemClicked.connect(self._go)
        self.field.installEventFilter(self)
        desk.opened.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Open, with what was searched last selected."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.look_up()

    def look_up(self) -> None:
        """List what holds the words typed."""
        self._rest.stop()
        self.results.clear()
        words = self.field.text().strip()
        hits = self._reached(words) if words else []
        for hit, target in hits[:MOST]:
            self._add(hit, target)
        if not words:
            everything = _("Notes, canevas, textes et tableaux du dossier. Les accents ne comptent pas.")
            self.count.setText(
                _("Notes et canevas. Les accents ne comptent pas.") if self._desk.table else everything
            )
        elif not hits:
            self.count.setText(_("Rien ne contient « {words} ».").format(words=words))
        else:
            self.count.setText(several(len(hits), "{n} résultat", "{n} résultats"))
            self.results.setCurrentRow(0)
        self.results.setVisible(bool(hits))
        self._place()
        self._say.start()

    def _tell(self) -> None:
        """The keyboard stays in the field: how many there are, and the one Entrée goes to, are said."""
        item = self.results.currentItem()
        if self.isVisible() and self.field.text().strip():
            count = self.count.text() if not item or self.results.currentRow() == 0 else ""
            say_aloud(self.field, ". ".join(part for part in (count, item.text() if item else "") if part))

    def _reached(self, words: str) -> "list[tuple[Hit, Target]]":
        """What holds these words and can be gone to: a table reads no dossier and no facilitator's note."""
        project, types, table = self._desk.project, self._desk.types, self._desk.table
        found = [
            (hit, target_of(project, types, hit.table, hit.row, hit.field))
            for hit in self._desk.search(words)
            if not (table and hit.field == "facilitator_note")
        ]
        return [(hit, target) for hit, target in found if target and opens(target.place, table)]

    def _add(self, hit: "Hit", target: Target) -> None:
        project, types = self._desk.project, self._desk.types
        where = whereabouts(project, types, hit.table, hit.row)
        item = QListWidgetItem(f"{hit.snippet}, {where}")
        item.setData(TARGET, target)
        item.setData(SNIPPET, (hit.snippet, hit.start, hit.end))
        item.setData(WHERE, where)
        self.results.addItem(item)

    def _first(self) -> None:
        if self._rest.isActive():  # Entrée came before the list followed the last key
            self.look_up()
        if item := self.results.currentItem():
            self._go(item)

    def _go(self, item: QListWidgetItem) -> None:
        target = item.data(TARGET)
        assert isinstance(target, Target)
        self._came_from = None
        self.hide()
        self._desk.go(target)

    # -- keys and room --------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        """The keyboard goes where it came from: to the canvas, when the note that was typed is closed now."""
        back, self._came_from = self._came_from, None
        if back is not None and not isValid(back):  # what was there went while one searched: a tile, a line
            back = None
        while back is not None and not (back.isVisible() and back.focusPolicy() != Qt.FocusPolicy.NoFocus):
            back = back.parentWidget()
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                row = self.results.currentRow() + by
                self.results.setCurrentRow(min(max(row, 0), self.results.count() - 1))
                self._say.start()
                return True
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        look, around = self._look, self._around
        pad = look.px(10)
        column = self.layout()
        assert column is not None
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.px(6))
        width = min(look.px(WIDTH), around.width() - look.px(24))
        rows = min(self.results.count(), 8)
        height = look.px(76) + rows * look.px(50) + (look.px(12) if rows else 0)
        height = min(height, around.height() - look.px(72))
        self.setGeometry(around.width() - width - look.px(12), look.px(56), width, height)
