"""« Légende »: what the signs on a note mean, with the very signs."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.ui.canvas.marks import EVIDENCE, TABLE, TAG, UNKNOWN, VOICE
from labdesk.ui.faces import draw_face
from labdesk.ui.icons import picture
from labdesk.ui.panel import Panel
from labdesk.ui.style import Look
from labdesk.words import _

Line = tuple[QPixmap | None, str]
"""A sign and what it means; without a sign: the title of what follows."""


class Legend(Panel):
    """A list one can go through with the arrows, and a reader can read."""

    def __init__(self, look: Look, kind: CanvasType, parent: QWidget) -> None:
        super().__init__(look, _("Légende des notes"), parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Légende des notes"))
        self.list.setIconSize(QSize(look.px(20), look.px(20)))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for sign, words in _lines(look, kind):
            item = QListWidgetItem(words)
            if sign is None:
                item.setFont(look.font(13, 600))
                item.setBackground(look.colour("surface2"))
            else:
                item.setIcon(sign)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.column.addWidget(self.list, 1)
        self.take(420, 600)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _lines(look: Look, kind: CanvasType) -> Iterator[Line]:
    yield None, _("Niveau de preuve")
    for option in kind.options("evidence"):
        yield _sign(EVIDENCE.get(str(option.id), UNKNOWN), look), str(option.label)
    yield None, _("Qui le dit")
    for option in kind.options("voice"):
        yield _sign(VOICE.get(str(option.id), UNKNOWN), look), str(option.label)
    yield None, _("Autres signes")
    yield _sign(TABLE, look), _("La table d’où vient la note, quand ce n’est pas la vôtre")
    yield _sign(TAG, look), _("Une étiquette")
    yield _dots(look), _("Les voix : autant de gommettes comptées")
    scores = [zone for zone in kind.lanes if zone.kind == "grid_score" and zone.range == (-2, 2)]
    for zone in scores[:1]:
        yield None, str(zone.label)
        for option in reversed(kind.options(zone.vocabulary)):
            yield _face(int(option.id), look), str(option.label)


def _sign(name: str, look: Look) -> QPixmap:
    return picture(name, look, "ink2", size=18)


def _blank(look: Look) -> QPixmap:
    pixels = QPixmap(look.px(18) * 2, look.px(18) * 2)
    pixels.setDevicePixelRatio(2.0)
    pixels.fill(Qt.GlobalColor.transparent)
    return pixels


def _dots(look: Look) -> QPixmap:
    pixels = _blank(look)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("primary"))
    for at in range(2):
        painter.drawEllipse(QPointF(look.px(5 + 8 * at), look.px(9)), look.px(3), look.px(3))
    painter.end()
    return pixels


def _face(level: int, look: Look) -> QPixmap:
    pixels = _blank(look)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_face(painter, QRectF(1, 1, look.px(16), look.px(16)), level, look)
    painter.end()
    return pixels
