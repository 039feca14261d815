"""The pages of a PDF as pictures for the screen, drawn by PDFium on a thread that is not the window’s."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from labdesk.ui.press.spots import find

POINTS_PER_PIXEL = 72 / 96


class Leaf(Struct, frozen=True):
    """A page: its size in pixels at 100 % (96 to the inch)."""

    width: float
    height: float


class Leaves(QObject):
    """One document at a time. What is asked of a document that was replaced meanwhile is never answered."""

    opened = Signal(int, object)
    """(edition, tuple of Leaf)"""
    drawn = Signal(int, int, int, QImage)
    """(edition, page from 0, width asked in pixels, picture)"""
    found = Signal(int, object)
    """(number of the question, Spot | None)"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # PDFium is not made for two threads at once
        self._open_now = _Open()
        self.edition = self._sought = 0
        # The thread must not outlive the object it speaks through, nor the document the program.
        finish = _finisher(self._pool, self._open_now)
        self.destroyed.connect(finish)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(finish)

    def show(self, data: bytes) -> None:
        """Open another document; `opened` tells its pages."""
        self.edition += 1
        edition = self.edition
        self._pool.clear()
        self._pool.start(lambda: self._open(edition, data))

    def draw(self, page: int, width: int) -> None:
        """Ask for a page at this width in pixels; `drawn` brings it."""
        edition = self.edition
        self._pool.start(lambda: self._draw(edition, page, width))

    def find(self, words: Sequence[str], first: int, last: int) -> int:
        """Ask where some words stand on pages `first` to `last`; `found` answers the number given."""
        self._sought += 1
        edition, number = self.edition, self._sought
        self._pool.start(lambda: self._find(edition, number, words, first, last))
        return number

    # -- on the thread --------------------------------------------------------------------------------------
    def _open(self, edition: int, data: bytes) -> None:
        import pypdfium2

        with self._open_now.lock:
            self._open_now.close()
            document = self._open_now.document = pypdfium2.PdfDocument(data)
            sizes = [document.get_page_size(at) for at in range(len(document))]
        leaves = tuple(Leaf(w / POINTS_PER_PIXEL, h / POINTS_PER_PIXEL) for w, h in sizes)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.opened.emit(edition, leaves)

    def _draw(self, edition: int, page: int, width: int) -> None:
        with self._open_now.lock:
            document = self._open_now.document
            if edition != self.edition or document is None or page >= len(document):
                return
            leaf = document[page]
            bitmap = leaf.render(scale=width / leaf.get_width(), rev_byteorder=False)
            image = _as_image(bitmap)
            bitmap.close()
            leaf.close()
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.drawn.emit(edition, page, width, image)

    def _find(self, edition: int, number: int, words: Sequence[str], first: int, last: int) -> None:
        with self._open_now.lock:
            document = self._open_now.document
            if edition != self.edition or number != self._sought or document is None:
                return  # something else is looked for already
            spot = find(document, words, first, last)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.found.emit(number, spot)


def _as_image(bitmap: Any) -> QImage:
    """A bitmap of PDFium as a picture that owns its pixels."""
    form = {3: QImage.Format.Format_BGR888, 4: QImage.Format.Format_RGB32, 1: QImage.Format.Format_Grayscale8}
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form[bitmap.n_channels])
    return image.copy()


class _Open:
    """The document of now, shared by the thread and by the end."""

    def __init__(self) -> None:
        self.document: Any = None
        self.lock = Lock()

    def close(self) -> None:
        """Let the document go; the lock is held by who calls."""
        if self.document is not None:
            self.document.close()
            self.document = None


def _finisher(pool: QThreadPool, open_now: _Open) -> Callable[[], None]:
    def finish() -> None:
        with suppress(RuntimeError):  # Qt deleted the pool already
            pool.clear()
            pool.waitForDone(3000)
        with open_now.lock:
            open_now.close()

    return finish
