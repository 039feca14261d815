"""No project on this laptop yet: what will stand there. Whoever has one never loads this."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.sketch import draw_sketch
from labdesk.ui.style import Look
from labdesk.words import _


class NoProject(QWidget):
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
