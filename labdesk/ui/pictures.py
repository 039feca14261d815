"""What comes in by the clipboard or is dropped: pictures, read beside the window, never in it; words."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextDocumentFragment

from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.work import beside, bytes_of
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.pictures import Picture

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".mpo")
FOREIGN = (".heic", ".heif", ".bmp", ".gif", ".svg", ".ico", ".avif", ".raw", ".dng")
"""Pictures too, that LabDesk does not read: it says so, and how to get one it reads."""
ENCODED = ("image/jpeg", "image/png", "image/webp", 'application/x-qt-windows-mime;value="PNG"')
"""What other programs offer already encoded: taken as it is, nothing is decoded in the window."""
_INLINE = r"""(?i)<img[^>]+src\s*=\s*["']data:image/(?:jpeg|png|webp)(;base64)?,([^"']+)"""
_IMAGE = r"(?i)<img\b"
_TAGS = r"(?is)<!--.*?-->|<(?:style|script|head)\b.*?</(?:style|script|head)>|<[^>]*>"
"""Patterns compiled when a picture is pasted: no start waits for that."""


class Found(Struct, frozen=True):
    """A picture that was given; `read` gives its bytes, on a worker, and may raise a Refusal."""

    name: str
    read: Callable[[], bytes]


def pictures_in(data: QMimeData) -> list[Found]:
    """The pictures that were copied or dropped; none when it is a text that also has a look (Excel, Word)."""
    files = [path for path in files_in(data) if path.suffix.lower() in ENDINGS]
    if files or files_in(data):
        return [of_file(path) for path in files]
    if not _only_picture(data):
        return []
    for kind in ENCODED:
        if data.hasFormat(kind):
            return [Found(_pasted(), partial(bytes, bytes(data.data(kind).data())))]
    if data.hasImage():
        image = QImage(data.imageData())
        return [Found(_pasted(), partial(_as_png, image))] if not image.isNull() else []
    if inline := re.search(_INLINE, data.html()[:200_000_000] if data.hasHtml() else ""):
        return [Found(_pasted(), partial(_decoded, inline.group(2), bool(inline.group(1))))]
    return []


def text_in(data: QMimeData) -> str:
    """The words of what was copied; a page that came without its plain text is read for its words only."""
    text = data.text() if data.hasText() else ""
    if not text.strip() and data.hasHtml():
        text = QTextDocumentFragment.fromHtml(data.html()).toPlainText()
    return text if text.strip() else ""


def stranger_in(data: QMimeData) -> str:
    """Why what was given is no picture and no text; empty when it may be a text."""
    for path in files_in(data):
        if path.suffix.lower() in FOREIGN:
            sentence = _(
                "« {name} » : LabDesk lit les images JPEG, PNG, WebP et TIFF. "
                "Enregistrez-la d’abord dans l’un de ces formats. Rien n’a été ajouté."
            )
            return sentence.format(name=path.name)
        return _("« {name} » n’est pas une image : rien n’a été ajouté.").format(name=path.name)
    if _only_picture(data) and not data.hasImage():
        return _("Cette image est restée sur le web : enregistrez-la d’abord, puis déposez le fichier ici.")
    return ""


def offered_by(data: QMimeData) -> bool:
    """Something over the window looks like a picture; nothing of it is read yet."""
    files = files_in(data)
    suffixes = {path.suffix.lower() for path in files}
    return bool(suffixes & {*ENDINGS, *FOREIGN}) or (not files and data.hasImage())


def files_in(data: QMimeData) -> list[Path]:
    """The files and folders of this laptop that were copied or dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def of_file(path: Path) -> Found:
    """A picture that lies in a file; it is read later, on a worker."""
    return Found(path.name, partial(bytes_of, path))


def bring_in(desk: Desk, found: Sequence[Found], over: Callable[[list[tuple["Picture", str]]], None]) -> None:
    """Read, prepare and keep pictures beside the window; then `over` is called with all, in the order given.

    One that cannot be read is told and stops no other. A project that is closed meanwhile waits for them.
    """
    session = desk.session
    if session is None:
        return
    arrived: dict[int, Picture] = {}
    left = [len(found)]

    def one_less() -> None:
        left[0] -= 1
        if not left[0] and arrived:
            over([(arrived[rank], found[rank].name) for rank in sorted(arrived)])

    def refused(sentence: str) -> None:
        desk.refused.emit(sentence)
        one_less()

    def ready(rank: int, picture: "Picture") -> None:
        arrived[rank] = picture
        one_less()

    def job(one: Found) -> "Picture":
        return session.add_picture(one.read(), one.name)

    for rank, one in enumerate(found):
        beside(desk, partial(job, one), partial(ready, rank), refused)


def _only_picture(data: QMimeData) -> bool:
    """A picture that was copied or dragged as such: beside it there is no text, or only its address."""
    text = data.text().strip() if data.hasText() else ""
    addresses = {url.toString() for url in data.urls()}
    if text and not (text in addresses or text.startswith(("http://", "https://", "data:image/"))):
        return False
    if data.hasHtml():
        html = data.html()
        return bool(re.search(_IMAGE, html)) and not re.sub(_TAGS, "", html).replace("&nbsp;", "").strip()
    return data.hasImage() or any(data.hasFormat(kind) for kind in ENCODED)


def _pasted() -> str:
    return _("image collée") + ".png"


def _decoded(text: str, base64: bool) -> bytes:
    from base64 import b64decode
    from urllib.parse import unquote_to_bytes

    try:
        return b64decode(text) if base64 else unquote_to_bytes(text)
    except ValueError as trouble:
        raise Refusal(_("L’image collée est incomplète : rien n’a été ajouté.")) from trouble


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Quality 100 is no compression: it is thrown away at once, only the time it takes counts.
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]  # the stubs know only text for the format
    return bytes(buffer.data().data())
