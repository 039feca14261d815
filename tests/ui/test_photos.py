"""Photos beside a card: added, described, kept inside the project until somebody said who is on them."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.completeness import may_leave
from labdesk.ui.desk import Desk
from labdesk.ui.photos import PhotosPanel
from labdesk.ui.pictures import of_file
from labdesk.ui.style import Look


@pytest.fixture
def panel(desk: Desk, look: Look, around: QWidget, qtbot: QtBot) -> PhotosPanel:
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["prototype"], title="Annonce")
    desk.do(gesture)
    made = PhotosPanel(desk, look, around)
    made.resize(280, 600)
    made.show_zone(canvas, "photos")
    around.show()
    around.activateWindow()
    qtbot.waitActive(around)
    return made


def picture(path: Path) -> Path:
    Image.new("RGB", (640, 480), "#88aacc").save(path)
    return path


def said(panel: PhotosPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_an_added_photo_asks_at_once_who_can_be_recognised(
    panel: PhotosPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    panel.add([of_file(picture(tmp_path / "annonce.jpg"))])
    qtbot.waitUntil(lambda: len(panel.forms) == 1, timeout=10_000)
    form = next(iter(panel.forms.values()))
    assert form.consent.hasFocus()
    assert "ne sort pas du projet" in said(panel)
    photo = panel.photos()[0]
    assert not may_leave(photo)
    form.consent.setCurrentIndex(form.consent.findData("none"))
    form.consent.activated.emit(form.consent.currentIndex())
    assert may_leave(panel.photos()[0])
    assert form.alt.hasFocus()
    assert "texte de remplacement" in said(panel)
    form.alt.setText("")
    QApplication.clipboard().setText("Une annonce d’une page")
    form.alt.paste()
    form.caption.setFocus()
    assert panel.photos()[0].alt == "Une annonce d’une page"
    form.delete()
    assert not panel.forms
    desk.undo()
    assert [photo.alt for photo in panel.photos()] == ["Une annonce d’une page"]


def test_a_pasted_picture_and_dropped_files_are_added(
    panel: PhotosPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QApplication.clipboard().setImage(image)
    assert panel.paste()
    qtbot.waitUntil(lambda: len(panel.forms) == 1, timeout=10_000)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / f"{n}.png"))) for n in range(2)])
    assert panel.take(held)
    qtbot.waitUntil(lambda: len(panel.forms) == 3, timeout=10_000)
    QApplication.clipboard().setText("des mots")
    assert not panel.paste()


def test_a_file_that_is_no_picture_is_refused_and_nothing_is_added(
    panel: PhotosPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    wrong = tmp_path / "annonce.jpg"
    wrong.write_bytes(io.BytesIO(b"ceci n'est pas une image").getvalue())
    with qtbot.waitSignal(desk.refused, timeout=10_000) as told:
        panel.add([of_file(wrong)])
    assert "annonce.jpg" in str(told.args)
    with qtbot.waitSignal(desk.refused, timeout=10_000) as told:
        panel.add([of_file(tmp_path / "absent.jpg")])
    assert "absent.jpg" in str(told.args)
    assert not panel.forms
