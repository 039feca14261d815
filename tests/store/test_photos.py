"""A photo from a phone comes in upright, small, in plain colours, and says nothing about who took it."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from labdesk.errors import Refusal
from labdesk.store.photos import prepare
from labdesk.store.pictures import Picture
from tests.store.samples import photo_bytes

RED = (220, 20, 20)


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def close(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def exif(orientation: int) -> Image.Exif:
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F] = "Téléphone de Jean Dupont"
    found.get_ifd(0x8825)[2] = (48.0, 51.0, 30.0)
    return found


@pytest.mark.parametrize(("orientation", "corner"), [(1, (0, 0)), (3, (1, 1)), (6, (1, 0)), (8, (0, 1))])
def test_a_photo_taken_sideways_stands_upright(orientation: int, corner: tuple[int, int]) -> None:
    picture = prepare(photo_bytes(400, 300, exif=exif(orientation)), "p.jpg")
    shown = opened(picture.screen)
    assert shown.size == (picture.width, picture.height) == ((300, 400) if orientation > 4 else (400, 300))
    x, y = (10 if not side else length - 10 for side, length in zip(corner, shown.size, strict=True))
    assert close(shown.getpixel((x, y)), RED)


def test_nothing_of_the_person_stays_in_any_rendition() -> None:
    data = photo_bytes(exif=exif(6), comment=b"chez Jean Dupont", dpi=(72, 72))
    assert b"Jean Dupont" in data
    picture = prepare(data, "p.jpg")
    for rendition in (picture.screen, picture.print, picture.thumbnail):
        assert b"Jean" not in rendition
        assert b"Exif" not in rendition
        assert set(opened(rendition).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def _sizes(picture: Picture) -> list[tuple[int, int]]:
    found = [opened(data) for data in (picture.screen, picture.print, picture.thumbnail)]
    assert all(one.mode == "RGB" and "progressive" not in one.info for one in found)
    return [(max(one.size), len(data)) for one, data in zip(found, _renditions(picture), strict=True)]


def _renditions(picture: Picture) -> tuple[bytes, bytes, bytes]:
    return picture.screen, picture.print, picture.thumbnail


def test_each_rendition_keeps_within_its_size_even_for_noise() -> None:
    out = BytesIO()
    Image.effect_noise((2600, 2000), 100).convert("RGB").save(out, "JPEG", quality=95)
    for (side, weight), (most, heaviest) in zip(
        _sizes(prepare(out.getvalue(), "bruit.jpg")),
        [(2048, 600_000), (1000, 100_000), (320, 30_000)],
        strict=True,
    ):
        assert side <= most
        assert weight <= heaviest


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_usual_formats_are_taken(format_: str) -> None:
    assert close(opened(prepare(photo_bytes(200, 100, format_), "p").print).getpixel((10, 10)), RED)


def test_colours_for_printers_and_transparent_drawings_come_out_right() -> None:
    for mode, want in (
        ("CMYK", (255, 255, 255)),
        ("RGBA", (255, 255, 255)),
        ("P", (250, 50, 50)),
        ("L", (78, 78, 78)),
    ):
        out = BytesIO()
        picture = Image.new("RGB", (60, 40), RED).convert(mode)
        if mode == "RGBA":
            picture.putalpha(0)
        elif mode == "CMYK":
            picture = Image.new("CMYK", (60, 40), (0, 0, 0, 0))
        picture.save(out, "TIFF" if mode == "CMYK" else "PNG")
        assert close(opened(prepare(out.getvalue(), "p").screen).getpixel((20, 20)), want), mode


def test_the_same_photo_twice_is_the_same_picture() -> None:
    data = photo_bytes()
    assert prepare(data, "a.jpg") == prepare(data, "b.jpg")
    assert prepare(data, "a.jpg").sound


def bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that unpacks to side × side points."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(side // 8 + 1) * 64, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [7_200, 12_000, 60_000])
def test_a_bomb_is_refused_before_it_unpacks(side: int) -> None:
    with pytest.raises(Refusal, match=r"bombe\.png.*trop grande"):
        prepare(bomb(side), "bombe.png")


def test_what_is_not_a_whole_picture_is_refused_by_name() -> None:
    whole = photo_bytes()
    gif = BytesIO()
    Image.new("RGB", (9, 9)).save(gif, "GIF")
    wrong = [
        b"",
        b"pas une photo",
        whole[: len(whole) // 2],
        photo_bytes(format_="PNG")[:200],
        gif.getvalue(),
    ]
    for data in wrong:
        with pytest.raises(Refusal, match=r"guichet\.jpg.*pas une photo lisible"):
            prepare(data, "guichet.jpg")
