"""Pages of a PDF as pictures, and how many there are (pypdfium2). It writes no PDF."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from labdesk.errors import Refusal
from labdesk.words import _

_LOCK = threading.Lock()  # PDFium is not made for two threads at once


@contextmanager
def _opened(source: Path | bytes) -> Iterator[Any]:
    import pypdfium2

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(source)
        except (pypdfium2.PdfiumError, FileNotFoundError) as trouble:
            raise Refusal(_("Ce PDF ne peut pas être lu.")) from trouble
        try:
            yield document
        finally:
            document.close()


def page_count(source: Path | bytes) -> int:
    """How many pages a PDF has."""
    with _opened(source) as document:
        return len(document)


def page_picture(source: Path | bytes, page: int, width: int) -> bytes:
    """A page (from 0) as a PNG, `width` pixels wide."""
    with _opened(source) as document:
        if not 0 <= page < len(document):
            raise Refusal(_("Ce PDF n’a pas de page {page}.").format(page=page + 1))
        leaf = document[page]
        bitmap = leaf.render(scale=width / leaf.get_width())
        picture = bitmap.to_pil()
        kept = io.BytesIO()
        picture.save(kept, "PNG", compress_level=1)
        bitmap.close()
        leaf.close()
        return kept.getvalue()
