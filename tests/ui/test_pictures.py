"""Pictures given by a file manager, a browser, Word, Excel: what is one, and what is told of the rest."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from labdesk.errors import Refusal
from labdesk.ui.pictures import offered_by, pictures_in, stranger_in


def image() -> QImage:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    return picture


def png() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image().save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only text for the format
    return bytes(buffer.data().data())


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_pictures_of_a_file_manager_come_in_their_order_without_the_other_files(tmp_path: Path) -> None:
    names = ("b.JPG", "notes.txt", "a.png", "c.webp")
    found = pictures_in(files(*(tmp_path / name for name in names)))
    assert [one.name for one in found] == ["b.JPG", "a.png", "c.webp"]


def test_a_file_is_not_read_before_someone_asks_for_its_bytes(tmp_path: Path) -> None:
    (found,) = pictures_in(files(tmp_path / "absente.jpg"))
    with pytest.raises(Refusal, match=r"absente\.jpg"):
        found.read()


@pytest.mark.parametrize("name", ["IMG_0042.HEIC", "plan.svg", "capture.bmp"])
def test_a_picture_that_cannot_be_read_here_says_which_can(tmp_path: Path, name: str) -> None:
    data = files(tmp_path / name)
    assert pictures_in(data) == []
    assert "JPEG" in stranger_in(data)
    assert offered_by(data)


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    data = files(tmp_path / "budget.xlsx")
    assert pictures_in(data) == []
    assert "budget.xlsx" in stranger_in(data)
    assert not offered_by(data)


def test_a_picture_dragged_from_a_browser_is_one_though_its_address_comes_with_it() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://exemple.fr/photo.png")])
    data.setText("https://exemple.fr/photo.png")
    data.setHtml('<meta charset="utf-8"><img src="https://exemple.fr/photo.png" alt="Guichet"/>')
    data.setImageData(image())
    (found,) = pictures_in(data)
    assert QImage.fromData(found.read()).size() == image().size()


def test_a_picture_that_stays_on_the_web_says_so() -> None:
    data = QMimeData()
    data.setHtml('<img src="https://exemple.fr/photo.png">')
    assert pictures_in(data) == []
    assert "web" in stranger_in(data)


def test_a_picture_written_inside_a_page_is_taken_from_it() -> None:
    from base64 import b64encode

    data = QMimeData()
    data.setHtml(f'<p><img src="data:image/png;base64,{b64encode(png()).decode()}"></p>')
    (found,) = pictures_in(data)
    assert found.read() == png()


def test_what_is_already_encoded_is_taken_as_it_is() -> None:
    data = QMimeData()
    data.setData("image/png", png())
    (found,) = pictures_in(data)
    assert found.read() == png()


def test_cells_of_excel_that_also_come_as_a_picture_are_a_text() -> None:
    data = QMimeData()
    data.setText("Attente\t40 min\r\nAppels\t3\r\n")
    data.setHtml("<table><tr><td>Attente</td><td>40 min</td></tr></table>")
    data.setImageData(image())
    assert pictures_in(data) == []
    assert stranger_in(data) == ""


def test_a_text_alone_is_no_picture_and_needs_no_word() -> None:
    data = QMimeData()
    data.setText("une note")
    assert pictures_in(data) == []
    assert stranger_in(data) == ""
