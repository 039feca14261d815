"""Two wordings as one text: what came is underlined after a « + », what went is struck after a « − »."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QLabel

from labdesk.domain.corrections.differences import Piece, difference, told_aloud
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, typeset


class DifferenceLabel(QLabel):
    """It takes the focus, so that a screen reader says it: « supprimé : sept ; ajouté : huit ».

    The words are in a document of its own, laid out once for a width: a QLabel does it a dozen times, which
    held the window for more than a second where a long paragraph had a thousand changes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        role(self, "viewer")
        self.words = QTextDocument(self)
        self.words.setDocumentMargin(0)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_words(self, old: str, new: str) -> None:
        """From these words to those."""
        pieces = difference(old, new)
        self.words.setDefaultFont(self._look.font(15))
        pad = self._look.px(10)
        self.setContentsMargins(pad, pad, pad, pad)
        self.words.setHtml(f'<p style="margin:0; line-height:125%">{self._html(pieces)}</p>')
        self.setAccessibleName(typeset(told_aloud(pieces)) or _("Aucun mot ne change."))
        self.updateGeometry()

    def _html(self, pieces: Iterable[Piece]) -> str:
        ink, came, went = (self._look.colour(name).name() for name in ("ink", "ok", "bad"))
        said = []
        for piece in pieces:
            words = escape(piece.words.strip())
            space = " " if piece.words != piece.words.rstrip() else ""
            if piece.change == "same":
                said.append(escape(piece.words))
            elif piece.change == "added":
                said.append(f'<span style="color:{came}">[+&nbsp;<u>{words}</u>]</span>{space}')
            else:
                said.append(f'<span style="color:{went}">[−&nbsp;<s>{words}</s>]</span>{space}')
        return f'<span style="color:{ink}">{"".join(said)}</span>'

    # -- room -------------------------------------------------------------------------------------------
    def hasHeightForWidth(self) -> bool:
        """Words are wrapped."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the words take when they are wrapped in this width."""
        margins = self.contentsMargins()
        room = max(width - margins.left() - margins.right(), 1)
        if self.words.textWidth() != room:
            self.words.setTextWidth(room)
        return int(self.words.size().height()) + 1 + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """As wide as it is, high enough for its words."""
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words give way: no width is too narrow."""
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right() + self._look.px(80), self._look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the lines of it that are in sight."""
        super().paintEvent(event)
        around = self.contentsRect()
        self.heightForWidth(self.width())
        painter = QPainter(self)
        painter.translate(QPointF(around.topLeft()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(event.rect()).translated(-QPointF(around.topLeft()))
        self.words.documentLayout().draw(painter, context)
        painter.end()
