"""A photo seen in full: gone through, turned, described, ordered, deleted and brought back by key."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import add_photo, create_canvas
from labdesk.domain.completeness import may_leave
from labdesk.ui.desk import Desk
from labdesk.ui.photo_turning import quarter
from labdesk.ui.photo_viewer import PhotoViewer, photos_of
from labdesk.ui.photos import PhotosPanel
from labdesk.ui.style import Look

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def jpeg(wide: int, high: int, colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (wide, high), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def panel(desk: Desk, look: Look, around: QWidget, qtbot: QtBot) -> PhotosPanel:
    kind = desk.catalogue.types["prototype"]
    canvas, gesture = create_canvas(desk.project, kind, title="Annonce")
    desk.do(gesture)
    made = PhotosPanel(desk, look, around)
    made.setGeometry(0, 0, 320, 600)
    made.show_card(canvas, kind)
    around.show()
    around.activateWindow()
    qtbot.waitActive(around)
    session = desk.session
    assert session is not None
    for n, colour in enumerate(("#884422", "#228844", "#224488")):
        sha = session.add_picture(jpeg(400, 300, colour), f"{n}.jpg").sha
        desk.do(add_photo(desk.project, canvas, "photos", sha, file=f"{n}.jpg")[1])
    return made


@pytest.fixture
def viewer(panel: PhotosPanel, around: QWidget) -> PhotoViewer:
    form = panel.forms[panel.photos()[0].id]
    QApplication.processEvents()  # what was just added is shown
    form.picture.setFocus()
    QTest.keyClick(form.picture, KEY.Key_Return)
    found = around.findChild(PhotoViewer)
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_entree_on_a_photo_shows_it_as_large_as_the_window_and_arrows_go_round(
    viewer: PhotoViewer, panel: PhotosPanel, around: QWidget
) -> None:
    ids = [photo.id for photo in panel.photos()]
    assert viewer.geometry() == around.rect()
    assert viewer.hasFocus()
    press(KEY.Key_Right)
    assert viewer.photo == ids[1]
    press(KEY.Key_Left)
    press(KEY.Key_Left)
    assert viewer.photo == ids[2]
    assert "3 sur 3" in viewer.accessibleName()
    around.resize(900, 500)
    assert viewer.geometry() == around.rect()
    press(KEY.Key_Escape)
    assert not viewer.isVisible()
    focus = QApplication.focusWidget()
    assert focus is panel.forms[ids[0]].picture


def test_it_says_whether_the_photo_may_leave_and_takes_what_is_said_of_it(
    viewer: PhotoViewer, panel: PhotosPanel, desk: Desk
) -> None:
    photo = viewer.photo
    assert not may_leave(desk.project.photo[photo])
    viewer.consent.setCurrentIndex(viewer.consent.findData("none"))
    viewer.consent.activated.emit(viewer.consent.currentIndex())
    assert may_leave(desk.project.photo[photo])
    press(KEY.Key_Tab)
    press(KEY.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Une annonce")
    viewer.walk(1)
    assert desk.project.photo[photo].alt == "Une annonce"
    assert viewer.hasFocus()


def test_r_turns_it_a_quarter_and_undo_turns_it_back(viewer: PhotoViewer, desk: Desk, qtbot: QtBot) -> None:
    before = desk.project.photo[viewer.photo].picture
    press(KEY.Key_R)
    qtbot.waitUntil(lambda: desk.project.photo[viewer.photo].picture != before, timeout=10_000)
    turned = desk.picture(desk.project.photo[viewer.photo].picture or "")
    assert turned is not None
    with Image.open(io.BytesIO(turned)) as image:
        assert image.size == (300, 400)
    desk.undo()
    assert desk.project.photo[viewer.photo].picture == before


def test_suppr_deletes_it_and_shows_the_next_until_none_is_left(
    viewer: PhotoViewer, panel: PhotosPanel, desk: Desk
) -> None:
    ids = [photo.id for photo in panel.photos()]
    press(KEY.Key_Delete)
    assert viewer.photo == ids[1]
    desk.undo()
    assert len(panel.photos()) == 3
    for _photo in ids:
        viewer.delete()
    assert not viewer.isVisible()
    assert not panel.photos()
    for _photo in ids:
        desk.undo()
    assert {photo.id for photo in panel.photos()} == set(ids)


def test_who_deleted_the_photo_one_came_from_comes_back_to_the_other_photos(
    viewer: PhotoViewer, panel: PhotosPanel
) -> None:
    press(KEY.Key_Delete)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press(KEY.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.isAncestorOf(focus)


def test_a_project_that_is_closed_takes_its_photo_along(viewer: PhotoViewer, desk: Desk) -> None:
    desk.put(None)
    assert not viewer.isVisible()


def test_alt_arrows_on_a_photo_change_its_order(panel: PhotosPanel, desk: Desk) -> None:
    ids = [photo.id for photo in panel.photos()]
    picture = panel.forms[ids[0]].picture
    picture.setFocus()
    QTest.keyClick(picture, KEY.Key_Down, ALT)
    assert [photo.id for photo in panel.photos()] == [ids[1], ids[0], ids[2]]
    assert not panel.forms[ids[1]].buttons["up"].isEnabled()
    panel.forms[ids[0]].buttons["down"].click()
    assert [photo.id for photo in panel.photos()] == [ids[1], ids[2], ids[0]]
    desk.undo()
    desk.undo()
    assert [photo.id for photo in panel.photos()] == ids
    assert [photo.id for photo in photos_of(desk.project, panel.photos()[0].canvas or "")] == ids


def test_what_is_no_picture_is_not_turned() -> None:
    with pytest.raises(Exception, match="lisible"):
        quarter(b"ceci n'est pas une image")
