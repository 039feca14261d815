"""A burst of typing in one field: a draft each second, one gesture when it pauses or the focus leaves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk

DRAFT_MS, SILENCE_MS = 1000, 2000
Seen = tuple[str, ...] | None
Address = tuple[str, str, str]
"""(table, row, field)"""


class Burst(QObject):
    """`text` gives what stands in the field; `gesture` makes of it what is done, or refuses with a Refusal.

    `typed()` at each key; `settle()` when the focus leaves. Between two bursts nothing is kept.
    """

    settled = Signal(str)
    """The burst became a gesture (empty), or the sentence that says why it could not."""

    def __init__(
        self,
        desk: Desk,
        text: Callable[[], str],
        gesture: Callable[[Project, str, Seen], Gesture],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._text, self._gesture = desk, text, gesture
        self._address: Address | None = None
        self._seen: tuple[str, ...] = ()
        self._drafting, self._silence = QTimer(self), QTimer(self)
        desk.settling.connect(self.settle)
        for timer, pause, deed in (
            (self._drafting, DRAFT_MS, self._draft),
            (self._silence, SILENCE_MS, self.settle),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(deed)

    @property
    def going_on(self) -> bool:
        """Something was typed that is no gesture yet."""
        return self._address is not None

    def typed(self, address: Address, *, pauses: bool = True) -> None:
        """A key changed the field at this address; if it `pauses`, drafts are kept and a silence ends it."""
        if self._address is None:
            self._address, self._seen = address, self._desk.heads(*address)
        if pauses and not self._drafting.isActive():
            self._drafting.start()
        if pauses:
            self._silence.start()

    def _draft(self) -> None:
        if self._address is not None:
            self._desk.draft(*self._address, self._text(), self._seen)

    def settle(self) -> None:
        """What was typed becomes one gesture now."""
        if self._address is None:
            return
        address, self._address = self._address, None
        self._drafting.stop()
        self._silence.stop()
        try:
            gesture = self._gesture(self._desk.project, self._text(), self._seen)
        except Refusal as refusal:
            self.settled.emit(refusal.sentence)
            return
        self._desk.do(gesture)
        self._desk.forget_draft(*address)
        self.settled.emit("")
