"""Lists whose rows carry a sign, a title and a quieter sentence: sections, findings, sources."""

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from labdesk.ui.icons import picture
from labdesk.ui.style import Look

Index = QModelIndex | QPersistentModelIndex
LINE, KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WRAP = Qt.TextFlag.TextWordWrap


class SignLine(Struct, frozen=True):
    """A row: `sign` is an icon in the ink of `tone` (a token), `word` says the same in words.

    `heading`: it only names the rows below and cannot be chosen; `leads`: choosing it goes elsewhere.
    """

    title: str
    detail: str = ""
    sign: str = ""
    tone: str = "ink2"
    word: str = ""
    heading: bool = False
    leads: bool = False

    @property
    def said(self) -> str:
        """The row as a screen reader says it."""
        return in_one_breath(self.title, self.word, self.detail)


def in_one_breath(*parts: str) -> str:
    """Sentences said one after the other: each ends once, what is empty is not said."""
    said = [" ".join(part.split()) for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…:;" else f"{part}." for part in said[:-1]) + (
        f" {said[-1]}" if len(said) > 1 else "".join(said)
    )


class SignDelegate(QStyledItemDelegate):
    """Draws a SignLine: the sign at the left, the title, its word, then the detail; as high as it needs."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self.look, self._view = look, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words at the width of the list."""
        line = index.data(LINE)
        rect = QRect(0, 0, self._room(), 10_000)
        parts = self._parts(line, rect)
        bottom = max(part.where.bottom() for part in parts) + 1
        least = self.look.px(28 if line.heading else 33)
        return QSize(rect.width(), max(bottom + self.look.px(7), least))

    def _room(self) -> int:
        """The width of a row, measured and painted alike: else it is made for more lines than it says."""
        return self._view.viewport().width() - 2

    def _parts(self, line: SignLine, rect: QRect) -> list["_Part"]:
        """Every piece of text, from the top; the word stands at the right of the title if there is room."""
        pad, left = self.look.space("s"), self.look.px(38 if line.sign else 12)
        right = self.look.px(30) if line.leads else pad
        room = QRect(rect.left() + left, rect.top() + self.look.px(7), rect.width() - left - right, 10_000)
        word = QFontMetrics(self.look.font(12, 600)).horizontalAdvance(line.word) if line.word else 0
        title = QFontMetrics(self.look.font(13, 600)).horizontalAdvance(line.title)
        beside = bool(word) and title + word + self.look.space("m") <= room.width()
        ink, px = ("ink3", 12) if line.heading else ("ink", 13)
        parts = [self._part(line.title, px, 600, ink, room)]
        if beside:
            parts.append(
                _Part(
                    QRect(room.right() - word, room.top(), word + 1, parts[0].where.height()),
                    line.word,
                    12,
                    600,
                    line.tone,
                )
            )
        below = [(line.word, 600, line.tone)] if line.word and not beside else []
        below += [(line.detail, 400, "ink3")] if line.detail else []
        for words, weight, tone in below:
            room.setTop(parts[0 if len(parts) == 2 and beside else -1].where.bottom() + 1)
            parts.append(self._part(words, 12, weight, tone, room))
        return parts

    def _part(self, words: str, px: int, weight: int, ink: str, room: QRect) -> "_Part":
        used = QFontMetrics(self.look.font(px, weight)).boundingRect(room, _WRAP, words)
        return _Part(QRect(room.left(), room.top(), room.width(), used.height()), words, px, weight, ink)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole row."""
        line, rect = index.data(LINE), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and not line.heading:
            painter.fillRect(rect, self.look.colour("primary_soft"))
            mark = QRect(rect.topLeft(), QSize(self.look.px(3), rect.height()))
            painter.fillRect(mark, self.look.colour("primary"))
        elif option.state & QStyle.StateFlag.State_MouseOver and not line.heading:
            painter.fillRect(rect, self.look.colour("surface2"))
        if line.sign:
            self._icon(painter, line.sign, line.tone, rect.left() + self.look.px(12), rect.top())
        if line.leads:
            self._icon(painter, "chevron-right", "ink3", rect.right() - self.look.px(26), rect.top())
        for part in self._parts(line, QRect(rect.left(), rect.top(), self._room(), rect.height())):
            painter.setFont(self.look.font(part.px, part.weight))
            painter.setPen(self.look.colour(part.ink))
            painter.drawText(part.where, _WRAP, part.words)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(self.look.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _icon(self, painter: QPainter, name: str, tone: str, x: int, top: int) -> None:
        side = self.look.px(18)
        painter.drawPixmap(
            QRect(x, top + self.look.px(7), side, side), picture(name, self.look, tone, size=18)
        )


class _Part(Struct, frozen=True):
    """Some words of a row, where they stand and how they look."""

    where: QRect
    words: str
    px: int
    weight: int
    ink: str


class SignList(QListView):
    """A list of SignLines, each with the thing it stands for. Enter, or a click, chooses one.

    `twice`: a click only walks there, two clicks choose: something under the list speaks of the row first.
    """

    chosen = Signal(object)
    """What the chosen row stands for."""
    entered_row = Signal(object)
    """What the current row stands for, as one walks."""

    def __init__(self, look: Look, name: str, *, twice: bool = False) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(name)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SignDelegate(look, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        (self.doubleClicked if twice else self.clicked).connect(self._choose)

    def show_lines(self, lines: list[tuple[SignLine, object]]) -> None:
        """These rows; the current one stays if it still stands, nothing is redone when nothing changed."""
        standing = [(self._line(at), self._key(at)) for at in range(self._model.rowCount())]
        if standing == lines:
            return
        kept = self.current()
        blocked = self.blockSignals(True)
        self._model.clear()
        for line, key in lines:
            item = QStandardItem(line.title)
            item.setData(line, LINE)
            item.setData(key, KEY)
            item.setAccessibleText(line.said)
            item.setToolTip(line.word)
            item.setFlags(Qt.ItemFlag.NoItemFlags if line.heading else _CHOOSABLE)
            self._model.appendRow(item)
        self.go_to(kept)
        self.blockSignals(blocked)

    def current(self) -> object:
        """What the current row stands for; None when there is none."""
        return self.currentIndex().data(KEY)

    def go_to(self, key: object) -> None:
        """The row of this thing becomes the current one, if it is here."""
        for at in range(self._model.rowCount()):
            if key is not None and self._key(at) == key:
                self.setCurrentIndex(self._model.index(at, 0))
                return

    def _line(self, at: int) -> object:
        return self._model.index(at, 0).data(LINE)

    def _key(self, at: int) -> object:
        return self._model.index(at, 0).data(KEY)

    def _choose(self, index: Index) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(index.data(KEY))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Someone walks through the rows."""
        super().currentChanged(current, previous)
        self.entered_row.emit(current.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap again at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def relook(self) -> None:
        """The theme or the text size changed."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def rows_height(self) -> int:
        """The height of all rows together: a list that stands in a page does not scroll by itself."""
        model: QAbstractItemModel = self._model
        heights = [self.sizeHintForRow(at) for at in range(model.rowCount())]
        return sum(heights) + 2 * self.frameWidth()


_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
