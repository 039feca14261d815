"""Pictures of the project: JPEG goes into the file as it is, anything else is decoded once."""

import io
import struct
from collections.abc import Callable

from msgspec.structs import replace

from labdesk.dossier import look
from labdesk.dossier.drawn_blocks import Gallery, Picture
from labdesk.dossier.job import Setting
from labdesk.dossier.look import MM, colour
from labdesk.dossier.objects import File, Name, Ref, Value
from labdesk.dossier.pieces import Boxed, Columns, Piece, Shape, Stack
from labdesk.dossier.shapes import Image
from labdesk.dossier.sheet import Sheet
from labdesk.dossier.text import typeset
from labdesk.errors import Refusal
from labdesk.words import _

_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}
_ROW = 75  # the highest picture of a gallery, in mm


class Store:
    """The pictures of one file, each put there at its first use."""

    def __init__(self, file: File, read: Callable[[str], bytes]) -> None:
        self._file, self._read = file, read
        self._known: dict[str, Image | None] = {}
        self.refs: dict[str, Ref] = {}

    def __call__(self, sha: str) -> Image | None:
        """The picture in the file; None when it is missing or is not a picture."""
        if sha not in self._known:
            self._known[sha] = self._put(sha)
        return self._known[sha]

    @property
    def missing(self) -> tuple[str, ...]:
        """The pictures that were asked for in vain."""
        return tuple(sha for sha, image in self._known.items() if image is None)

    def _put(self, sha: str) -> Image | None:
        try:
            data = self._read(sha)
        except (KeyError, OSError, Refusal):
            return None
        found = jpeg_size(data)
        if found is None:
            decoded = _decoded(data)
            if decoded is None:
                return None
            width, height, data = decoded
            ref = self._stream(data, width, height, 3, None)
        else:
            width, height, parts = found
            ref = self._stream(data, width, height, parts, "DCTDecode")
        name = f"I{len(self.refs) + 1}"
        self.refs[name] = ref
        return Image(name, width, height)

    def _stream(self, data: bytes, width: int, height: int, parts: int, coded: str | None) -> Ref:
        entries: dict[str, Value] = {"Type": Name("XObject"), "Subtype": Name("Image")}
        entries |= {"Width": width, "Height": height, "BitsPerComponent": 8}
        entries["ColorSpace"] = Name(_SPACES[parts])
        if coded:
            entries["Filter"] = Name(coded)
        return self._file.stream(data, entries, deflate=coded is None)


def jpeg_size(data: bytes) -> tuple[int, int, int] | None:
    """Width, height and number of components of a JPEG that PDF can hold as it is, else None."""
    at = 2
    if data[:2] != b"\xff\xd8":
        return None
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        if kind in range(0xC0, 0xD0) and kind not in {0xC4, 0xC8, 0xCC}:
            bits, height, width, parts = struct.unpack(">BHHB", data[at + 4 : at + 10])
            whole = kind in {0xC0, 0xC1, 0xC2} and bits == 8 and parts in _SPACES and width and height
            return (width, height, parts) if whole else None
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _decoded(data: bytes) -> tuple[int, int, bytes] | None:
    """Width, height and RGB pixels of any other picture, on white where it is transparent."""
    from PIL import Image as Pixels

    try:
        with Pixels.open(io.BytesIO(data)) as opened:
            see_through = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Pixels.DecompressionBombError):
        return None
    white = Pixels.new("RGBA", see_through.size, "white")
    white.alpha_composite(see_through)
    return *see_through.size, white.convert("RGB").tobytes()


def picture(block: Picture, at: Setting) -> list[Piece]:
    """A picture and its caption, at the left."""
    return [figure(block, at, block.width * MM, block.height * MM)]


def gallery(block: Gallery, at: Setting) -> list[Piece]:
    """Pictures side by side, one piece a row."""
    columns, gutter = max(block.columns, 1), 12.0
    width = (at.width - gutter * (columns - 1)) / columns
    pieces: list[Piece] = []
    for start in range(0, len(block.pictures), columns):
        row = block.pictures[start : start + columns]
        figures = [figure(one, at.within(width), width, min(one.height, _ROW) * MM) for one in row]
        parts = tuple((place * (width + gutter), piece) for place, piece in enumerate(figures))
        pieces.append(Columns(parts, before=2, after=6))
    return pieces


def figure(block: Picture, at: Setting, widest: float, highest: float) -> Piece:
    """A picture fitted into a box, then its caption; a picture that is missing says so."""
    holder = at.under("Div")
    image = at.job.picture(block.sha)
    caption_room = 50.0 if block.caption else 0.0
    parts: list[Piece] = []
    if image is None:
        parts.append(_missing(holder))
    else:
        highest = min(highest, at.down - caption_room)
        scale = min(min(widest, at.width) / image.width, highest / image.height)
        parts.append(_drawn(block, image, scale, holder))
    if block.caption:
        caption = holder.text(block.caption, look.CAPTION)
        parts += [caption] if caption.lines else []
    return Stack(tuple(parts), before=3, after=6)


def _drawn(block: Picture, image: Image, scale: float, at: Setting) -> Shape:
    node = at.node.add("Figure", _alternative(block))
    width, height = image.width * scale, image.height * scale

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(node, (x, y, width, height)):
            sheet.picture(image, x, y, width, height)

    return Shape(height, draw, keep=True)


def _alternative(block: Picture) -> str:
    return typeset(block.alt).strip() or typeset(block.caption).strip() or _("Image sans description")


def _missing(at: Setting) -> Piece:
    words = at.within(at.width - 20).text(_("Image absente du projet"), replace(look.SMALL, after=0))
    return Boxed(words, at.width, (8, 10, 8), fill=colour("bg"), stroke=colour("line2"), radius=3)
