"""The pages of a PDF as pictures for the screen, drawn by PDFium on a thread that is not the window’s."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

POINTS_PER_PIXEL = 72 / 96


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its size in pixels at 100 % (96 to the inch)."""

    width: float
    height: float


class Leaves(QObject):
    """One document at a time. What is asked of a document that was replaced meanwhile is never answered."""

    opened = Signal(int, object)
    """(edition, tuple of Leaf)"""
    drawn = Signal(int, int, int, QImage)
    """(edition, page from 0, width asked in pixels, picture)"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # PDFium is not made for two threads at once
        self._document: Any = None
        self._lock = Lock()
        self.edition = 0
        # The thread must not outlive the object it speaks through.
        self.destroyed.connect(_finisher(self._pool))

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

    def forget_asked(self) -> None:
        """What was asked and not begun is not needed any more."""
        self._pool.clear()

    # -- on the thread --------------------------------------------------------------------------------------
    def _open(self, edition: int, data: bytes) -> None:
        import pypdfium2

        with self._lock:
            if self._document is not None:
                self._document.close()
            self._document = pypdfium2.PdfDocument(data)
            sizes = [self._document.get_page_size(at) for at in range(len(self._document))]
        leaves = tuple(Leaf(w / POINTS_PER_PIXEL, h / POINTS_PER_PIXEL) for w, h in sizes)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.opened.emit(edition, leaves)

    def _draw(self, edition: int, page: int, width: int) -> None:
        with self._lock:
            if edition != self.edition or self._document is None or page >= len(self._document):
                return
            leaf = self._document[page]
            bitmap = leaf.render(scale=width / leaf.get_width(), rev_byteorder=False)
            image = _as_image(bitmap)
            bitmap.close()
            leaf.close()
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.drawn.emit(edition, page, width, image)


def _as_image(bitmap: Any) -> QImage:
    """A bitmap of PDFium as a picture that owns its pixels."""
    form = {3: QImage.Format.Format_BGR888, 4: QImage.Format.Format_RGB32, 1: QImage.Format.Format_Grayscale8}
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form[bitmap.n_channels])
    return image.copy()


def _finisher(pool: QThreadPool) -> Callable[[], None]:
    def finish() -> None:
        pool.clear()
        pool.waitForDone(3000)

    return finish
