"""A document written as an accessible PDF (PDF/UA-1, PDF/A-3a), checked before success is told."""

import io
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from labdesk import words
from labdesk.dossier.assembly import assembled
from labdesk.dossier.documents import Document
from labdesk.dossier.flow import Page
from labdesk.dossier.fonts import Family, set_in
from labdesk.dossier.limit import LeftOut, within_limit
from labdesk.dossier.look import accented
from labdesk.dossier.objects import File
from labdesk.dossier.pages import page_count
from labdesk.dossier.pictures import Store
from labdesk.dossier.printing import Printer
from labdesk.errors import Refusal
from labdesk.words import _

Progress = Callable[[int, int], None]


class Written(Struct, frozen=True):
    """What was written. `data` holds the bytes when no place was asked for; `anchors` gives for each anchor
    its page (from 1); `left_out` the sentences that did not fit the page limit; `missing` the pictures that
    could not be printed."""

    pages: int
    path: Path | None
    data: bytes
    anchors: dict[str, int]
    left_out: tuple[LeftOut, ...] = ()
    missing: tuple[str, ...] = ()


def write(
    document: Document,
    pictures: Callable[[str], bytes],
    out: Path | None = None,
    *,
    progress: Progress | None = None,
) -> Written:
    """Write a document into `out`, or into memory. Nothing is left at `out` unless all of it is: Refusal says
    why it could not be. `progress(pages painted, pages)` may raise to give up; KeyError of `pictures` means
    that the picture is missing."""
    pictures = _with_own(document, pictures)
    family: Family = "easy" if document.easy else "usual"
    with words.speaking(document.lang), set_in(family), accented(document.accent):
        if out is None:
            sink = io.BytesIO()
            return _checked(_print(document, pictures, sink, progress), sink.getvalue(), None)
        return _to_file(document, pictures, out, progress)


def _with_own(document: Document, pictures: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """The pictures that come with the document, then those of the project."""
    own = dict(document.own)
    return (lambda name: own[name] if name in own else pictures(name)) if own else pictures


def _print(
    document: Document, pictures: Callable[[str], bytes], sink: BinaryIO, progress: Progress | None
) -> Written:
    file = File(sink)
    store = Store(file, pictures)
    placed, left_out = within_limit(document, store)
    posters: Sequence[Page] = ()
    if document.tile:
        posters = placed.pages
        placed = assembled(document, posters, store)
    Printer(file, document, placed, store, posters).print(progress or (lambda _done, _all: None))
    anchors = {anchor: page + 1 for anchor, (page, _y) in placed.anchors.items()}
    return Written(len(placed.pages), None, b"", anchors, left_out, store.missing)


def _to_file(
    document: Document, pictures: Callable[[str], bytes], out: Path, progress: Progress | None
) -> Written:
    if out.is_dir():
        raise Refusal(_("« {name} » est un dossier : donnez un nom de fichier.").format(name=out.name))
    part = out.with_name(f".{out.stem[:40]}-{secrets.token_hex(4)}.pdf")
    try:
        with part.open("xb") as sink:
            written = _print(document, pictures, sink, progress)
            sink.flush()
            os.fsync(sink.fileno())
        written = _checked(written, part, out)
        part.replace(out)
    except OSError as trouble:
        raise refused(out, trouble) from trouble
    finally:
        with suppress(OSError):
            part.unlink()
    return written


def _checked(written: Written, source: Path | bytes, out: Path | None) -> Written:
    """Reopen what was written and count its pages."""
    found = page_count(source)
    if found != written.pages:
        raise RuntimeError(f"the PDF has {found} pages, {written.pages} were written")
    data = source if isinstance(source, bytes) else b""
    return Written(written.pages, out, data, written.anchors, written.left_out, written.missing)


def refused(out: Path, trouble: OSError) -> Refusal:
    """Why a file cannot be written, and what to do. Nothing was changed at its place."""
    if isinstance(trouble, FileNotFoundError | NotADirectoryError):
        reason = _("le dossier « {folder} » n’existe pas").format(folder=out.parent)
    elif isinstance(trouble, PermissionError):
        reason = _("le dossier est protégé, ou le fichier est ouvert dans un autre programme")
    elif trouble.errno == 28:  # ENOSPC
        reason = _("le disque est plein")
    else:
        reason = words.why(trouble)
    sentence = _("« {name} » n’a pas pu être écrit : {reason}. Choisissez un autre emplacement.")
    return Refusal(words.typeset(sentence.format(name=out.name, reason=reason)))
