"""One recent project as a card: a picture of its canvas, title, when and where, what one does with it."""

from datetime import date, datetime
from os import sep
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from labdesk.ui.icons import icon, picture
from labdesk.ui.sketch import draw_sketch
from labdesk.ui.style import Look
from labdesk.ui.tile import Tile
from labdesk.ui.tile_menu import more_button, place_more, pop_up
from labdesk.words import _, hour, language

if TYPE_CHECKING:
    from labdesk.store.shelf_index import Recent

RATIO = 9 / 16


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
        self._width, self._apart = 0, ""
        self._picture = CardPicture(look, recent.thumbnail, self)
        self._title = self.words("", "strong")
        self._when = self.words("", "small")
        self._file = self.words("", "")
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
            (self._file, self._apart),
            (self._when, _when(recent)),
            (self._path, _folder(recent)),
        )

    def differ(self, said: str) -> None:
        """By what its file differs from those of the same title; empty: nothing has that title too."""
        if said != self._apart:
            self._apart, name = said, _("Ouvrir {title}").format(title=self.recent.title)
            self.setAccessibleName(f"{name}, {said}" if said else name)
            self.become(self.recent)
        self._file.setVisible(bool(said))

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
            middle = label in (self._path, self._file)  # what tells files apart stands at both ends
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            label.ensurePolished()
            label.setText(label.fontMetrics().elidedText(text, mode, width - 2 * pad - 4))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pop_up(self, event.globalPos())


class CardPicture(QWidget):
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
