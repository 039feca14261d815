"""Pictures in the file: JPEG as it is, anything else decoded, what is not a picture told."""

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image

from labdesk.dossier import pdf
from labdesk.dossier.drawn_blocks import Gallery, Picture
from labdesk.dossier.pictures import jpeg_size
from labdesk.errors import Refusal
from tests.paper.archive import archive_faults
from tests.paper.samples import document


def picture(mode: str, kind: str, **more: object) -> bytes:
    """A picture of 60 × 40 pixels."""
    kept = io.BytesIO()
    Image.new(mode, (60, 40)).save(kept, kind, **more)
    return kept.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_goes_into_the_file_byte_for_byte(mode: str) -> None:
    data = picture(mode, "JPEG", progressive=mode == "L")
    found = pdf.write(document(Picture("a", "Alt")), {"a": data}.__getitem__).data
    assert data in found
    assert archive_faults(found) == []


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("P", "GIF"), ("CMYK", "JPEG"), ("1", "TIFF"), ("LA", "PNG")]
)
def test_any_other_picture_is_decoded(mode: str, kind: str) -> None:
    found = pdf.write(document(Picture("a", "Alt")), {"a": picture(mode, kind)}.__getitem__)
    assert found.missing == ()
    assert archive_faults(found.data) == []


def test_a_picture_used_often_is_in_the_file_once() -> None:
    block = Gallery((Picture("a", "un"), Picture("a", "deux"), Picture("a", "trois")), 3)
    found = pdf.write(document(block, block), {"a": picture("RGB", "JPEG")}.__getitem__).data
    with pikepdf.open(io.BytesIO(found)) as opened:
        images: list[Any] = [
            one
            for one in opened.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        assert len(images) == 1


def test_what_is_not_a_picture_is_told_and_does_not_stop_the_dossier() -> None:
    def read(sha: str) -> bytes:
        if sha == "refusée":
            raise Refusal("Cette photo ne peut pas être lue.")
        return {"cassée": b"\xff\xd8\xff\xe0rien", "vide": b"", "texte": b"bonjour"}[sha]

    wrong = ("cassée", "vide", "texte", "absente", "refusée")
    found = pdf.write(document(*[Picture(sha, "Alt") for sha in wrong]), read)
    assert found.missing == wrong


def test_the_size_of_a_jpeg_is_read_without_decoding_it() -> None:
    assert jpeg_size(picture("RGB", "JPEG")) == (60, 40, 3)
    assert jpeg_size(picture("L", "JPEG", progressive=True)) == (60, 40, 1)
    assert jpeg_size(picture("CMYK", "JPEG")) is None
    assert jpeg_size(picture("RGB", "PNG")) is None


def test_a_picture_without_words_borrows_its_caption() -> None:
    found = pdf.write(document(Picture("a", " ", "Le guichet")), {"a": picture("RGB", "JPEG")}.__getitem__)
    with pikepdf.open(io.BytesIO(found.data)) as opened:
        alts = [
            str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert alts == ["Le guichet"]
