"""A panel beside the box being typed in: the keyboard goes in with ↓ and comes back, typing is not over."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import Zone
from labdesk.domain.layout import Box
from labdesk.ui.canvas.blanks import Blank
from labdesk.ui.canvas.editor import Editor
from labdesk.ui.canvas.typist import Typist
from labdesk.ui.sheet import role
from labdesk.ui.style import Look

WIDE, GAP = 400, 12
"""The width of a panel and what stays free around it, in design pixels."""
BROAD = 1.4
"""How many times its width must be free before a panel that is too high is made broad."""
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Aside(QScrollArea):
    """What a panel has in common: its place, its keys. What it shows stands in `inside`, a column."""

    def __init__(self, typist: Typist, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.typist, self.look, self._around = typist, look, parent
        role(self, "aside")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QFrame(self)
        role(self.inside, "clear")
        self.column = QVBoxLayout(self.inside)
        self.setWidget(self.inside)
        self.hide()

    @property
    def editor(self) -> Editor:
        """Where one types."""
        return self.typist.editor

    # -- what a panel says of itself -------------------------------------------------------------------------
    def begin(self) -> None:
        """Typing begins, in a text that stands in the editor."""

    def follow(self) -> None:
        """The text in the editor changed."""

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        return []

    def pressed(self, _widget: QWidget, _event: QKeyEvent) -> bool:
        """A key the panel has a use for, in one of its stops or in the editor."""
        return False

    def spread(self, broad: bool) -> None:
        """Stand side by side what stood one above the other, or as before."""

    def entered(self, _widget: QWidget) -> None:
        """The keyboard came to one of the stops."""

    # -- keys ------------------------------------------------------------------------------------------------
    def hear(self, *widgets: QWidget) -> None:
        """Keys and focus of these are the panel's business."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and self.typist.blank is not None:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self.pressed(watched, event) or self._key(watched, event)
            if event.type() == QEvent.Type.FocusIn:
                self.entered(watched)
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                self._left(event)
        return bool(super().eventFilter(watched, event))

    def _key(self, widget: QWidget, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.editor.took_back.emit(event.matches(QKeySequence.StandardKey.Undo))
        elif event.key() == Qt.Key.Key_Escape:
            self.typist.leave("escape")
        elif event.key() == Qt.Key.Key_Tab and plain:
            self.go(widget, 1)
        elif event.key() == Qt.Key.Key_Backtab:
            self.go(widget, -1)
        else:
            return False
        return True

    def go(self, widget: QWidget, by: int) -> None:
        """The next stop or the former one; before the first the text, after the last the next box."""
        stops = [stop for stop in self.stops() if stop.isVisibleTo(self) and stop.isEnabled()]
        rank = next((i for i, stop in enumerate(stops) if stop is widget or stop.isAncestorOf(widget)), -1)
        rank += by
        if rank < 0:
            self.editor.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif rank < len(stops):
            stops[rank].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(stops[rank])
        else:
            self.typist.leave("tab")

    def come_in(self) -> bool:
        """The keyboard comes from the text to the first stop."""
        stops = [stop for stop in self.stops() if stop.isVisibleTo(self) and stop.isEnabled()]
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(stops)

    def keeps(self, widget: QWidget | None) -> bool:
        """Who goes there is still typing."""
        return widget is not None and (widget is self.editor or self.isAncestorOf(widget))

    def _left(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYING and not self.keeps(QApplication.focusWidget()):
            self.typist.leave("away")

    # -- its place -------------------------------------------------------------------------------------------
    def place(self) -> bool:
        """Beside the editor, else under it, else over it; never on it as long as there is room elsewhere.

        False when it does not stand there whole: the canvas could make room.
        """
        around, gap = self._around, self.look.px(GAP)
        free = around.rect().adjusted(gap, gap, -gap, -gap)
        corner = self.editor.mapTo(around, QPoint(0, 0))
        text = QRect(corner, self.editor.size())
        margin = self.look.px(14)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(self.look.space("s"))
        narrow = min(self.look.px(WIDE), free.width())
        if self._stands(text, free, narrow, broad=False):
            return True
        # Large letters: there is more width than height.
        return free.width() >= BROAD * narrow and self._stands(text, free, free.width(), broad=True)

    def _stands(self, text: QRect, free: QRect, wide: int, *, broad: bool) -> bool:
        """Placed with this width; False when it is not whole."""
        self.spread(broad)
        self.inside.setFixedWidth(wide - 2)
        self.column.activate()
        high = max(self.column.totalHeightForWidth(wide - 2), self.column.totalSizeHint().height()) + 2
        self.setGeometry(_beside(text, free, wide, high, self.look.px(GAP)))
        return self.height() >= min(high, free.height())


def _beside(text: QRect, free: QRect, wide: int, high: int, gap: int) -> QRect:
    """Where a panel of this size stands next to a text, inside what is free."""
    high = min(high, free.height())
    top = min(max(text.top() - gap // 2, free.top()), free.bottom() + 1 - high)
    if text.right() + gap + wide <= free.right():
        return QRect(text.right() + gap, top, wide, high)
    if text.left() - gap - wide >= free.left():
        return QRect(text.left() - gap - wide, top, wide, high)
    left = min(max(text.left(), free.left()), free.right() + 1 - wide)
    under, over = free.bottom() - text.bottom() - gap, text.top() - gap - free.top()
    if under >= min(high, over):
        return QRect(left, text.bottom() + gap, wide, max(min(high, under), min(high, 120)))
    tall = max(min(high, over), min(high, 120))
    return QRect(left, text.top() - gap - tall, wide, tall)


Maker = Callable[[Blank, Zone | None, Box | None], Aside | None]


class Asides(QObject):
    """The panels of a view: each time someone begins to type, the first that has a use for it is shown."""

    def __init__(
        self, typist: Typist, here: Callable[[], tuple[Zone | None, Box | None]], view: QAbstractScrollArea
    ) -> None:
        super().__init__(view)
        self.typist, self.view = typist, view
        self.makers: list[Maker] = []
        self.shown: Aside | None = None
        self._here = here
        typist.opened.connect(self._opened)
        typist.editor.textChanged.connect(self._typed)
        typist.editor.keeps = self._keeps
        typist.editor.installEventFilter(self)

    def _opened(self) -> None:
        self._close()
        if (blank := self.typist.blank) is None:
            return
        zone, box = self._here()
        aside = next((made for maker in self.makers if (made := maker(blank, zone, box))), None)
        if aside is not None:
            self.shown = aside
            aside.begin()
            if not aside.place():
                self._make_room(aside)
            aside.show()
            aside.raise_()

    def _make_room(self, aside: Aside) -> None:
        """The text goes to the top of the view, as near as the canvas lets it: the rest is for the panel."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + aside.editor.y() - aside.look.px(GAP))
        self.typist.replace()
        aside.place()

    def _close(self) -> None:
        aside, self.shown = self.shown, None
        if aside is not None:
            if aside.isAncestorOf(QApplication.focusWidget() or self.view):
                self.view.setFocus()
            aside.hide()

    def _typed(self) -> None:
        if self.shown is not None:
            self.shown.follow()

    def _keeps(self, widget: QWidget | None) -> bool:
        return self.shown is not None and self.shown.keeps(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor moved or grew; ↓ on its last line leads into the panel."""
        aside = self.shown
        if aside is None:
            return False
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            aside.place()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if aside.pressed(aside.editor, event):
                return True
            if event.key() == Qt.Key.Key_Down and not event.modifiers() and _on_last_line(aside.editor):
                return aside.come_in()
        return False


def _on_last_line(editor: Editor) -> bool:
    cursor = editor.textCursor()
    return not cursor.movePosition(cursor.MoveOperation.Down)
