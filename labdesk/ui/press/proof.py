"""The proof of one document: printed again when the hands rest, its pages ready to be shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from labdesk.ui.desk import Desk
from labdesk.ui.press.leaves import Leaf, Leaves
from labdesk.ui.press.orders import Made
from labdesk.ui.press.press import Asked, press_of

REST = 600
"""ms without a gesture before the document is printed again."""


class Proof(QObject):
    """What `ask` wants printed, kept in step with the project while someone looks (`look(True)`)."""

    replaced = Signal()
    """Other pages: `pages` and `anchors` are the new ones."""
    working = Signal(bool)
    refused = Signal(str)

    def __init__(self, desk: Desk, ask: Callable[[], Asked], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, ask
        self._press = press_of(desk)
        self.leaves = Leaves(self)
        self.pages: tuple[Leaf, ...] = ()
        self.anchors: Mapping[str, int] = {}
        self.remarks: tuple[str, ...] = ()
        self._number = 0
        self._stale, self._seen = True, False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._print)
        desk.changed.connect(lambda _touched: self.renew())
        desk.opened.connect(self._begin_again)
        self._press.made.connect(self._made)
        self._press.refused.connect(self._refused)
        self.leaves.opened.connect(self._opened)

    def look(self, seen: bool) -> None:
        """Someone looks at the pages, or not any more: nothing is printed for nobody."""
        self._seen = seen
        if seen and self._stale:
            self._rest.start(0 if not self.pages else REST)

    def renew(self) -> None:
        """What it is printed from has changed."""
        self._stale = True
        if self._seen:
            self._rest.start(REST)

    def _begin_again(self) -> None:
        self.pages, self.anchors = (), {}
        self.replaced.emit()
        self.renew()

    def _print(self) -> None:
        if self._desk.session is None:
            return
        self._press.cancel(self._number)
        self._stale = False
        self.working.emit(True)
        self._number = self._press.order(self._ask())

    def _made(self, number: int, made: Made) -> None:
        if number == self._number:
            self.anchors, self.remarks = made.anchors, made.remarks
            self.leaves.show(made.data)

    def _opened(self, edition: int, pages: tuple[Leaf, ...]) -> None:
        if edition == self.leaves.edition:
            self.pages = pages
            self.replaced.emit()
            self.working.emit(False)

    def _refused(self, number: int, sentence: str) -> None:
        if number == self._number:
            self.working.emit(False)
            self.refused.emit(sentence)
