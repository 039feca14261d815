"""The child process: it waits for orders on its input, makes documents, and answers on its output. No Qt."""

import contextlib
import os
import sys
import threading
import traceback
from queue import SimpleQueue
from typing import BinaryIO

from labdesk import words
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.ui.press.making import GaveUp, make, warm
from labdesk.ui.press.orders import (
    Cancel,
    GivenUp,
    Message,
    Order,
    PictureSent,
    PictureWanted,
    Progress,
    Refused,
    Rendition,
    framed,
    frames,
    known_after,
)
from labdesk.words import _

KEPT_BYTES = 64 * 1024 * 1024
"""Pictures kept between two orders; more than this and all are asked again."""


class Child:
    """One order at a time. A thread listens, so that an order can be given up while it is being made."""

    def __init__(self, inbox: BinaryIO, outbox: BinaryIO) -> None:
        self._inbox, self._outbox = inbox, outbox
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._sent: SimpleQueue[PictureSent | None] = SimpleQueue()
        self._cancelled: set[int] = set()
        self._number = 0
        self._pictures: dict[tuple[str, Rendition], bytes] = {}
        self._known: Project | None = None
        self._closed = False
        self._busy = False

    def run(self) -> None:
        """Until the window closes the pipe."""
        threading.Thread(target=self._listen, daemon=True).start()
        warm()
        while (order := self._orders.get()) is not None:
            self._busy = True
            self._answer(order)
            self._busy = False

    def _listen(self) -> None:
        buffer = bytearray()
        while data := self._inbox.read1(1 << 16):  # type: ignore[attr-defined]  # a BufferedReader
            buffer += data
            for message in frames(buffer):
                if isinstance(message, Order):
                    self._orders.put(message)
                elif isinstance(message, Cancel):
                    self._cancelled.add(message.number)
                elif isinstance(message, PictureSent):
                    self._sent.put(message)
        # The window is gone: what is being made is given up, a wait for a picture ends. Where nothing is made
        # the process leaves at once: the window waits for it, and it may be amid the imports of its start.
        self._closed = True
        if not self._busy:
            os._exit(0)
        self._orders.put(None)
        self._sent.put(None)

    def _answer(self, order: Order) -> None:
        # The snapshot counts even for a cancelled order: the next one only says what changed since.
        self._known = known_after(self._known, order.snapshot)
        self._number = order.number
        with words.speaking(order.language):
            self._say(self._made(order, self._known))

    def _made(self, order: Order, project: Project) -> Message:
        try:
            self._progress(order.number, 0, 0)
            return make(order, project, self._picture, lambda a, b: self._progress(order.number, a, b))
        except GaveUp:
            return GivenUp(order.number)
        except Refusal as refusal:
            return Refused(order.number, refusal.sentence)
        except Exception:  # a bug: the window reports it, the child lives on
            sentence = _("Le document n’a pas pu être fait à cause d’une erreur de LabDesk.")
            return Refused(order.number, sentence, traceback.format_exc())

    def _progress(self, number: int, done: int, whole: int) -> None:
        self._stop_if_given_up()
        self._say(Progress(number, done, whole))

    def _stop_if_given_up(self) -> None:
        if self._closed or self._number in self._cancelled:
            raise GaveUp

    def _picture(self, sha: str, rendition: Rendition = "print") -> bytes:
        """A rendition of a picture; KeyError when the project does not hold it."""
        wanted = (sha, rendition)
        if wanted not in self._pictures:
            self._say(PictureWanted(sha, rendition))
            sent = self._sent.get()
            self._stop_if_given_up()  # of a project that was closed meanwhile nothing is sent any more
            if sent is None:
                raise GaveUp
            if sent.data is None:
                raise KeyError(sha)
            if sum(map(len, self._pictures.values())) + len(sent.data) > KEPT_BYTES:
                self._pictures.clear()
            self._pictures[wanted] = sent.data
        return self._pictures[wanted]

    def _say(self, message: Message) -> None:
        self._outbox.write(framed(message))
        self._outbox.flush()


def main() -> int:
    """Answer on what was the output; whatever prints by accident goes to the errors."""
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(BrokenPipeError):  # the window is gone
        Child(os.fdopen(0, "rb"), outbox).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
