"""A photo as it comes from a phone, made fit to keep: upright, sRGB, small, without metadata."""

from functools import cache
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

from labdesk.errors import Refusal
from labdesk.store.hashes import picture_sha
from labdesk.store.pictures import Picture
from labdesk.words import _

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
"""MPO, the phones’ pair of JPEGs, comes through Pillow’s reader of JPEG: it has none of its own."""

PIXELS = 50_000_000
BYTES = 100_000_000

SCREEN = (2048, 600_000)
PRINT = (1000, 100_000)
THUMBNAIL = (320, 30_000)
"""Longest side in pixels, bytes at most."""


def prepare(data: bytes, name: str) -> Picture:
    """The renditions of a photo; a Refusal that names the file for what is not a picture, or too large."""
    if len(data) > BYTES:
        raise Refusal(_too_large(name))
    try:
        upright = _upright(data, name)
        screen, size = _jpeg(upright, *SCREEN)
        printed, _size = _jpeg(upright, *PRINT)
        thumbnail, _size = _jpeg(upright, *THUMBNAIL)
    except Refusal:
        raise
    except Exception as trouble:
        # Pillow's readers let through whatever a broken picture makes Python raise.
        raise Refusal(
            _("« {name} » n’est pas une photo lisible, ou elle est incomplète. Rien n’a été ajouté.").format(
                name=name
            ),
        ) from trouble
    sha = picture_sha(screen, printed, thumbnail)
    return Picture(sha, sha256(data).hexdigest(), *size, screen, printed, thumbnail)


def _too_large(name: str) -> str:
    return _("« {name} » est trop grande : 50 millions de points au plus. Rien n’a été ajouté.").format(
        name=name
    )


def _upright(data: bytes, name: str) -> "Image":
    """The decoded picture in RGB, turned as it was taken; a fresh image that carries no metadata."""
    from PIL import Image, ImageOps

    _load_readers()
    try:
        opened = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refusal(_too_large(name)) from None
    with opened:
        if opened.width * opened.height > PIXELS:
            raise Refusal(_too_large(name))
        opened.draft(opened.mode, (SCREEN[0], SCREEN[0]))  # JPEG: decode no more points than are kept
        opened.load()
        colours = _in_srgb(opened)
        colours.thumbnail((SCREEN[0], SCREEN[0]), Image.Resampling.LANCZOS, reducing_gap=2.0)
        try:
            turned = ImageOps.exif_transpose(colours)
        except (SyntaxError, ValueError, TypeError, KeyError, OverflowError, ZeroDivisionError, OSError):
            turned = colours  # EXIF beyond repair: the photo is good all the same
        fresh = Image.new("RGB", turned.size, "white")
        # Pasting keeps the points only: a plain copy would keep the JPEG comment, EXIF and GPS.
        fresh.paste(turned, mask=turned.getchannel("A") if turned.mode == "RGBA" else None)
        return fresh


@cache
def _load_readers() -> None:
    """Of Pillow’s readers only these few; the limit makes Pillow itself refuse a bomb while opening it."""
    from PIL import Image

    for plugin in ("Jpeg", "Mpo", "Png", "Tiff", "WebP"):
        import_module(f"PIL.{plugin}ImagePlugin")
    Image.MAX_IMAGE_PIXELS = PIXELS


def _in_srgb(opened: "Image") -> "Image":
    """RGB or RGBA in the colour space every screen and printer expects."""
    if opened.mode in ("I;16", "I;16L", "I;16B", "I"):
        opened = opened.point(lambda value: value / 256).convert("L")
    if opened.mode in ("RGB", "CMYK", "L") and opened.info.get("icc_profile"):
        converted = _by_profile(opened)
        if converted is not None:
            return converted
    transparent = opened.mode in ("RGBA", "LA", "PA", "La") or "transparency" in opened.info
    return opened.convert("RGBA" if transparent else "RGB")


def _by_profile(opened: "Image") -> "Image | None":
    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(opened.info["icc_profile"]))
        converted = ImageCms.profileToProfile(
            opened, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a broken profile: the numbers are taken as sRGB
    if converted is not None and "exif" in opened.info:
        converted.info["exif"] = opened.info["exif"]  # the orientation is still to be read
    return converted


def _jpeg(picture: "Image", side: int, limit: int) -> tuple[bytes, tuple[int, int]]:
    """A baseline JPEG within a square of `side` pixels and `limit` bytes, and its size."""
    from PIL import Image

    copy = picture.copy()
    copy.thumbnail((side, side), Image.Resampling.LANCZOS)
    while True:
        for quality in (86, 80, 74, 66, 58, 50):
            out = BytesIO()
            copy.save(out, "JPEG", quality=quality, optimize=True, progressive=False, subsampling="4:2:0")
            if out.tell() <= limit:
                return out.getvalue(), copy.size
        copy = copy.resize(
            (max(1, copy.width * 4 // 5), max(1, copy.height * 4 // 5)), Image.Resampling.LANCZOS
        )
