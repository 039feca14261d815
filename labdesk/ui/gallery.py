"""The recent projects as cards with a picture of their canvas; a clear page when there are none."""

from collections.abc import Sequence
from datetime import date, datetime
from os import sep
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.actions import draw
from labdesk.ui.icons import icon, picture
from labdesk.ui.sheet import role
from labdesk.ui.sketch import draw_sketch
from labdesk.ui.style import Look
from labdesk.ui.tile import Tile
from labdesk.words import _, hour, language

if TYPE_CHECKING:
    from labdesk.store.shelf_index import Recent

CARD = 252
"""px at 100 %: the least width of a card."""
RATIO = 9 / 16


class Gallery(QWidget):
    """Says which project is wanted."""

    wanted = Signal(str)
    forgotten = Signal(str)
    again = Signal(str, str)
    """Path, title: the same structure once more, without content."""
    kept = Signal(str, str)
    """Path, title: its structure becomes a template of the lab."""
    followed = Signal(str)
    """What became of its dossier is wanted."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[Card] = []
        self._title = QLabel(_("Projets récents"), self)
        role(self._title, "h2")
        self._empty = Empty(look, self)
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._empty)
        column.addLayout(self._grid)
        self._room = 0

    @property
    def cards(self) -> tuple["Card", ...]:
        """The cards, the last used first."""
        return tuple(self._cards)

    def show_recent(self, recent: Sequence["Recent"]) -> None:
        """Show these, the last used first."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(one) for one in recent]
        self._title.setVisible(bool(self._cards))
        self._empty.setVisible(not self._cards)
        self.fit(self._room)

    def found(self, recent: "Recent") -> None:
        """What the disk said of one of them, later: its card says so."""
        for card in self._cards:
            if card.recent.path == recent.path:
                card.become(recent)

    def _card(self, recent: "Recent") -> "Card":
        card = Card(self._look, recent, self)
        told = str(recent.path), recent.title
        card.again.connect(lambda: self.again.emit(*told))
        card.kept.connect(lambda: self.kept.emit(*told))
        card.followed.connect(lambda: self.followed.emit(str(recent.path)))
        card.clicked.connect(lambda: self.wanted.emit(str(recent.path)))
        card.forgotten.connect(lambda: self.forgotten.emit(str(recent.path)))
        return card

    def fit(self, room: int) -> None:
        """As many cards side by side as the room allows."""
        self._room = room
        look = self._look
        gap = look.px(14)
        self._grid.setSpacing(gap)
        across = max((room + gap) // (look.px(CARD) + gap), 1)
        width = (room - gap * (across - 1)) // across if room else look.px(CARD)
        for at, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // across, at % across, Qt.AlignmentFlag.AlignTop)
            card.fit(width)
        for column in range(max(self._grid.columnCount(), across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._empty.fit()


class Card(Tile):
    """One recent project."""

    forgotten = Signal()
    again = Signal()
    kept = Signal()
    followed = Signal()

    def __init__(self, look: Look, recent: "Recent", parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.recent = recent
        self._width = 0
        self._picture = Picture(look, recent.thumbnail, self)
        self._title = self.words("", "strong")
        self._when = self.words("", "small")
        self._path = self.words("", "small")
        self._stands = self.words("", "", wrap=True)
        self._stage_sign = QLabel(self)
        self._stage_sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._texts = self._said()
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._picture)
        inner = self._inner = QVBoxLayout()
        for label, _text in self._texts:
            inner.addWidget(label)
        stands = self._stands_row = QHBoxLayout()
        stands.addWidget(self._stage_sign, 0, Qt.AlignmentFlag.AlignTop)
        stands.addWidget(self._stands, 1)
        inner.insertLayout(1, stands)
        column.addLayout(inner)
        self.setAccessibleName(_("Ouvrir {title}").format(title=recent.title))
        self._describe()
        self.setToolTip(str(recent.path))
        self._offer("milestone", _("Ouvrir sur le suivi du dossier"), self.followed)
        self._offer("copy", _("Refaire la même chose…"), self.again)
        self._offer("layers", _("En faire un modèle"), self.kept)
        self._offer("x", _("Retirer de la liste"), self.forgotten, "Del")
        self.more = more_button(self, look, _("Que faire de « {name} »").format(name=recent.title))

    def _offer(self, drawing: str, words: str, said: SignalInstance, keys: str = "") -> None:
        action = QAction(icon(drawing, self._look), words, self)
        if keys:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: said.emit())
        self.addAction(action)

    def _said(self) -> tuple[tuple[QLabel, str], ...]:
        recent = self.recent
        return (
            (self._title, recent.title),
            (self._when, _when(recent)),
            (self._path, _folder(recent)),
        )

    def become(self, recent: "Recent") -> None:
        """The file is there, or not."""
        self.recent, self._texts = recent, self._said()
        self._describe()
        if self._width:
            self.fit(self._width)

    def _describe(self) -> None:
        """What is heard after the title: where its dossier stands first."""
        said = (stands(self.recent), _when(self.recent), str(self.recent.path))
        self.setAccessibleDescription(", ".join(part for part in said if part))

    def _say_stage(self) -> None:
        """Where the dossier stands since it left, in whole words: nothing of a deadline is cut."""
        said = stands(self.recent)
        for label in (self._stands, self._stage_sign):
            label.setVisible(bool(said))
        if said:
            from labdesk.ui.dossier.follow_voice import sign

            drawing, tone = sign(self.recent.stage, date.today())
            self._stage_sign.setPixmap(picture(drawing, self._look, tone, size=16))
            self._stands.setText(said)
            self._stands_row.setSpacing(self._look.px(6))
            side = 2 * self._look.px(12) + 2
            room = self._width - side - self._look.px(6) - self._stage_sign.sizeHint().width()
            self._stands.setMinimumHeight(self._stands.heightForWidth(max(room, 1)))

    def fit(self, width: int) -> None:
        """Sizes of now; what is too long ends with « … », a path in its middle."""
        look = self._look
        self._width = width
        self.setFixedWidth(width)
        place_more(self.more, self, look)
        self._picture.setFixedSize(width - 2, round((width - 2) * RATIO))
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        pad = look.px(12)
        self._inner.setContentsMargins(pad, look.px(9), pad, look.px(10))
        self._inner.setSpacing(look.px(1))
        self._say_stage()
        for label, text in self._texts:
            mode = Qt.TextElideMode.ElideMiddle if label is self._path else Qt.TextElideMode.ElideRight
            label.ensurePolished()
            label.setText(label.fontMetrics().elidedText(text, mode, width - 2 * pad - 4))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pop_up(self, event.globalPos())


def more_button(tile: QWidget, look: Look, words: str) -> QToolButton:
    """The three dots in the corner of a tile: what a right click shows, for who does not know of it."""
    button = QToolButton(tile)
    draw(button, "ellipsis-vertical", look)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.clicked.connect(lambda: pop_up(tile, button.mapToGlobal(button.rect().bottomLeft())))
    return button


def place_more(button: QToolButton, tile: QWidget, look: Look) -> None:
    """In the upper right corner, as large as a finger."""
    side = look.px(32)
    button.setFixedSize(side, side)
    button.move(tile.width() - side - look.px(6), look.px(6))
    button.raise_()


def pop_up(tile: QWidget, place: QPoint) -> None:
    """The menu of a tile. It goes away with what is chosen, which may take the tile with it."""
    menu = QMenu(tile)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(tile.actions())
    menu.popup(place)


class Picture(QWidget):
    """The picture of a canvas, with the upper corners of its card; a sketch where there is none."""

    def __init__(self, look: Look, data: bytes | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pixels = self._small = QPixmap()
        if data:
            self._pixels.loadFromData(data)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        corner = self._look.radius("l") - 1
        shape = QPainterPath()
        shape.addRoundedRect(QRect(QPoint(), self.size() + QSize(0, corner * 2)), corner, corner)
        painter.setClipPath(shape)
        if self._pixels.isNull():
            draw_sketch(painter, self.rect(), self._look)
        else:
            painter.drawPixmap(self.rect(), self._scaled())
        painter.setClipping(False)
        painter.setPen(self._look.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _scaled(self) -> QPixmap:
        """The picture at the size shown: made small once and well, not at each paint."""
        wanted = self.size() * self.devicePixelRatio()
        if self._small.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = self._pixels.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._small


class Empty(QWidget):
    """No project yet: what will stand here."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        title = QLabel(_("Aucun projet pour l’instant"), self)
        role(title, "h2")
        sentence = QLabel(
            _("Ils apparaîtront ici avec une image de leur parcours. L’exemple montre ce qu’on obtient."),
            self,
        )
        role(sentence, "muted")
        self._column = QVBoxLayout(self)
        for label in (title, sentence):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addStretch(1)

    def fit(self) -> None:
        """Sizes of now."""
        self._column.setContentsMargins(0, self._look.px(208), 0, 0)
        self.setFixedHeight(self._look.px(300))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = look.px(300), look.px(168)
        room = QRect((self.width() - width) // 2, look.px(20), width, height)
        shape = QPainterPath()
        shape.addRoundedRect(room, look.radius("l"), look.radius("l"))
        painter.setClipPath(shape)
        draw_sketch(painter, room, look)
        painter.setClipping(False)
        painter.setPen(look.colour("line2"))
        painter.drawPath(shape)
        painter.end()


def _when(recent: "Recent") -> str:
    """« aujourd’hui à 10:42 », « hier à 18:03 », « 12 mars 2027 »."""
    if not recent.there:
        return _("Fichier introuvable")
    days = (datetime.now().date() - recent.opened.date()).days
    if days == 0:
        return _("Aujourd’hui à {time}").format(time=hour(recent.opened))
    if days == 1:
        return _("Hier à {time}").format(time=hour(recent.opened))
    # QLocale and not Babel, which costs 60 ms at start.
    locale = QLocale(QLocale.Language.French if language() == "fr" else QLocale.Language.English)
    return locale.toString(QDate(recent.opened.year, recent.opened.month, recent.opened.day), "d MMMM yyyy")


def stands(recent: "Recent") -> str:
    """« Déposé le 12 mars · complément attendu avant le 3 avril (J−6) »; empty before the deposit."""
    if not recent.stage:
        return ""
    from labdesk.ui.dossier.follow_voice import voice

    today = date.today()
    return recent.stage.sentence(today, voice(today))


def _folder(recent: "Recent") -> str:
    home = str(Path.home())
    folder = str(recent.path.parent)
    if recent.path.parent == Path.home():
        return _("Dossier personnel")
    return _("Dossier personnel") + folder[len(home) :] if folder.startswith(home + sep) else folder
