"""« Avant » and « Après »: dropped, pasted and changed in their own places, on older cards too."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.ui.desk import Desk
from labdesk.ui.photo_pair import PhotoSlot
from labdesk.ui.photos import PhotosPanel
from labdesk.ui.prototypes.piles import card
from labdesk.ui.style import Look
from tests.domain.test_deck import former_type


def shown(desk: Desk, look: Look, around: QWidget, qtbot: QtBot, *, old: bool) -> PhotosPanel:
    newest = desk.catalogue.types["prototype"]
    canvas, gesture = create_canvas(desk.project, former_type() if old else newest, title="Courrier")
    desk.do(gesture)
    made = PhotosPanel(desk, look, around)
    made.setGeometry(0, 0, 320, 600)
    made.show_card(canvas, newest)
    around.show()
    around.activateWindow()
    qtbot.waitActive(around)
    return made


@pytest.fixture
def panel(desk: Desk, look: Look, around: QWidget, qtbot: QtBot) -> PhotosPanel:
    return shown(desk, look, around, qtbot, old=False)


def file(path: Path, colour: str) -> Path:
    Image.new("RGB", (300, 420), colour).save(path)
    return path


def drop(slot: PhotoSlot, path: Path) -> bool:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    none, copy, left = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), copy, held, left, none)
    enter.setAccepted(False)
    QApplication.sendEvent(slot, enter)
    if enter.isAccepted():
        QApplication.sendEvent(slot, QDropEvent(QPointF(5, 5), copy, held, left, none))
    return enter.isAccepted()


def slots(panel: PhotosPanel) -> tuple[PhotoSlot, PhotoSlot]:
    assert panel.pair is not None
    before, after = panel.pair.places
    return before, after


def test_a_picture_dropped_on_each_place_makes_the_pair_of_the_card(
    panel: PhotosPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    before, after = slots(panel)
    assert "Avant" in before.accessibleName()
    assert drop(before, file(tmp_path / "a.png", "#884422"))
    assert drop(after, file(tmp_path / "b.png", "#228844"))
    qtbot.waitUntil(lambda: before.full and after.full, timeout=10_000)
    canvas = desk.project.canvases("prototype")[0].id
    tile = card(desk.project, desk.catalogue.types["prototype"], canvas)
    assert [name for name, _photo in tile.pair] == ["Avant", "Après"]
    assert tile.photo is None, "the two stand in the place of the first photo"
    assert {form.called.text() for form in panel.forms.values()} == {"Avant", "Après"}
    assert not drop(before, tmp_path / "texte.txt")


def test_another_picture_takes_the_place_of_the_former_in_one_gesture(
    panel: PhotosPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    before, _after = slots(panel)
    drop(before, file(tmp_path / "a.png", "#884422"))
    qtbot.waitUntil(lambda: before.full, timeout=10_000)
    first = panel.photos()[0].picture
    drop(before, file(tmp_path / "b.png", "#228844"))
    qtbot.waitUntil(lambda: panel.photos()[0].picture != first, timeout=10_000)
    assert len(panel.photos()) == 1
    desk.undo()
    assert [photo.picture for photo in panel.photos()] == [first]


def test_ctrl_v_pastes_into_the_place_that_has_the_focus_and_suppr_empties_it(
    panel: PhotosPanel, desk: Desk, qtbot: QtBot
) -> None:
    _before, after = slots(panel)
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QApplication.clipboard().setImage(image)
    after.setFocus()
    QTest.keyClick(after, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: after.full, timeout=10_000)
    assert [photo.zone for photo in panel.photos()] == ["after"]
    after.setFocus()
    QTest.keyClick(after, Qt.Key.Key_Delete)
    assert not after.full
    desk.undo()
    assert after.full


def test_a_card_of_an_older_type_learns_the_places_with_its_first_picture(
    desk: Desk, look: Look, around: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = shown(desk, look, around, qtbot, old=True)
    canvas = desk.project.canvases("prototype")[0].id
    newest = desk.catalogue.types["prototype"]
    assert "before" not in desk.types.of(desk.project, canvas).by_id
    before, _after = slots(panel)
    drop(before, file(tmp_path / "a.png", "#884422"))
    qtbot.waitUntil(lambda: before.full, timeout=10_000)
    assert desk.types.of(desk.project, canvas).sha == newest.sha
    desk.undo()
    assert "before" not in desk.types.of(desk.project, canvas).by_id
    assert not before.full
