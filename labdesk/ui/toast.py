"""A short sentence over the bottom of the window, with at most one thing to do. It goes away by itself.

It never lies on what has the keyboard: it stands at the top as long as the bottom is where one works.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from labdesk.ui.aloud import say_aloud
from labdesk.ui.icons import picture
from labdesk.ui.sheet import role
from labdesk.ui.style import Look

SHORT, LONG = 4_000, 12_000
"""ms on screen: something that happened, something to read."""
LOOK = 120
"""ms between two looks at where one works, while a sentence stands."""


class Toast(QFrame):
    """The one toast of a window. What it says is said to screen readers too."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._around = look, parent
        self._drawing, self._words = QLabel(self), QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._do = QPushButton(self)
        for part in (self._words, self._do):
            role(part, "toast")
        row = QHBoxLayout(self)
        row.addWidget(self._drawing)
        row.addWidget(self._words, 1)
        row.addWidget(self._do)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.hide)
        self._watch = QTimer(self, interval=LOOK)
        self._watch.timeout.connect(self._stand_clear)
        self._deed: Callable[[], object] | None = None
        self.sign = ""
        """The icon beside the sentence."""
        self._do.clicked.connect(self._done)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        sentence: str,
        *,
        trouble: bool = False,
        done: bool = True,
        deed: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a sentence. Trouble stays longer; a tick is for what was done.

        `deed` is the words of a button and what it does.
        """
        self._words.setText(sentence)
        sign = self.sign = "triangle-alert" if trouble else "check" if done else "info"
        self._drawing.setPixmap(picture(sign, self._look, "surface"))
        role(self, "toast", "bad" if trouble else "plain")
        self._do.setVisible(deed is not None)
        if deed:
            self._do.setText(deed[0])
            self._deed = deed[1]
        self._lay_out()
        self.show()
        self.raise_()
        self._watch.start()
        self._clock.start(LONG if trouble or deed else SHORT)
        say_aloud(self, sentence, urgent=trouble)

    @property
    def sentence(self) -> str:
        """What is said now; empty when nothing is."""
        return self._words.text() if self.isVisible() else ""

    def _done(self) -> None:
        self.hide()
        if self._deed is not None:
            self._deed()

    def _lay_out(self) -> None:
        look, around = self._look, self._around
        pad = look.px(12)
        row = self.layout()
        assert row is not None
        row.setContentsMargins(pad, look.px(8), look.px(8), look.px(8))
        row.setSpacing(look.px(10))
        room = max(around.width() - look.px(48), look.px(120))
        text = self._words.fontMetrics().horizontalAdvance(self._words.text()) + look.px(8)
        rest = look.px(56) + (self._do.sizeHint().width() if not self._do.isHidden() else 0)
        width = min(room, look.px(640), text + rest)
        self.setFixedWidth(width)
        height = max(self._words.heightForWidth(max(width - rest, look.px(80))) + look.px(20), look.px(44))
        self.setFixedHeight(height)
        self._stand_clear()

    def _stand_clear(self) -> None:
        """At the bottom; at the top when the bottom is where one works."""
        if self.isHidden():
            self._watch.stop()
        elif self.isAncestorOf(self._around.window().focusWidget() or self):
            return  # its own button has the keyboard: it would flee from itself, up and down
        look, around = self._look, self._around
        left = (around.width() - self.width()) // 2
        low, high = around.height() - self.height() - look.px(24), look.px(64)
        places = [QRect(QPoint(left, top), self.size()) for top in (low, high)]
        clear = next((place for place in places if not covers(place, around)), places[0])
        self.move(clear.topLeft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lay_out()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: object) -> None:
        """Someone who reads it is given the time."""
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._clock.start(SHORT)


def covers(room: QRect, around: QWidget) -> bool:
    """Something laid there, in the coordinates of `around`, would hide what has the keyboard."""
    focus = around.window().focusWidget()
    if focus is None or not around.isAncestorOf(focus):
        return False
    part = focus
    if isinstance(focus, QAbstractItemView):
        part, held = focus.viewport(), focus.visualRect(focus.currentIndex())
    elif isinstance(focus, QPlainTextEdit | QTextEdit) and focus.height() > around.height() // 2:
        part, held = focus.viewport(), focus.cursorRect()  # a whole page of text: the line one is on
    elif isinstance(focus, QGraphicsView):
        return _on_current(focus, QRect(focus.viewport().mapFrom(around, room.topLeft()), room.size()))
    else:
        held = focus.rect()
    return room.intersects(QRect(part.mapTo(around, held.topLeft()), held.size()))


def _on_current(view: QGraphicsView, room: QRect) -> bool:
    """The current thing of a canvas, with what one adds to it, lies there."""
    # Whoever shows a canvas has loaded it; the first window has not.
    from labdesk.ui.canvas.focus_item import FocusItem

    return any(isinstance(item, FocusItem) and item.isVisible() for item in view.items(room))
