"""Pictures let go or pasted on a card of the deck: photos of it, undone in one go."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import delete_canvas
from labdesk.store.session import Session
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.ui.prototypes.conftest import new_card, press

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def pixels() -> QImage:
    made = QImage(320, 200, QImage.Format.Format_RGB32)
    made.fill(0xFF336699)
    return made


def files(folder: Path, *names: str) -> QMimeData:
    held = QMimeData()
    for name in names:
        assert pixels().save(str(folder / name))
    held.setUrls([QUrl.fromLocalFile(str(folder / name)) for name in names])
    return held


def let_go(place: PrototypesPlace, held: QMimeData, spot: QPoint) -> tuple[bool, bool]:
    """Dragged over a point of the deck and let go: what is said while it is dragged, then at the end."""
    QApplication.sendEvent(place.deck, QDragEnterEvent(spot, COPY, held, LEFT, NONE))
    move = QDragMoveEvent(spot, COPY, held, LEFT, NONE)
    QApplication.sendEvent(place.deck, move)
    drop = QDropEvent(QPointF(spot), COPY, held, LEFT, NONE)
    if move.isAccepted():
        QApplication.sendEvent(place.deck, drop)
    return move.isAccepted(), drop.isAccepted()


def middle(place: PrototypesPlace, card: str) -> QPoint:
    tile = place.deck.tile(card)
    assert tile is not None
    return tile.mapTo(place.deck, tile.rect().center())


def test_pictures_let_go_on_a_tile_are_photos_of_that_card_and_one_undo_takes_them_back(
    place: PrototypesPlace, told: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    new_card(place.desk, "Affiche")
    card = new_card(place.desk, "Panneau")
    assert let_go(place, files(tmp_path, "b.png", "a.png"), middle(place, card)) == (True, True)
    qtbot.waitUntil(lambda: len(place.desk.project.photo) == 2, timeout=10_000)
    held = place.desk.project.photos_at(card, "photos")
    assert [photo.file for photo in held] == ["b.png", "a.png"]
    assert "Panneau" in told[-1]
    assert "2 photos ajoutées" in told[-1]
    assert place.deck.current == card
    tile = place.deck.tile(card)
    assert tile is not None
    assert tile.card.photo == held[0]
    place.desk.undo()
    assert not place.desk.project.photo
    assert not place.on_card
    place.desk.redo()
    assert len(place.desk.project.photo) == 2


def test_beside_the_cards_and_in_a_project_one_only_reads_nothing_is_taken(
    place: PrototypesPlace, tmp_path: Path
) -> None:
    card = new_card(place.desk, "Panneau")
    held = files(tmp_path, "a.png")
    assert let_go(place, held, QPoint(place.deck.width() - 4, place.deck.height() - 4)) == (False, False)
    path = place.desk.path
    assert path is not None
    place.desk.put(None)
    place.desk.put(Session.open(path, read_only=True))
    assert let_go(place, held, middle(place, card)) == (False, False)


def test_a_picture_is_pasted_on_the_card_under_the_focus(
    place: PrototypesPlace, told: list[str], qtbot: QtBot
) -> None:
    card = new_card(place.desk, "Panneau")
    QGuiApplication.clipboard().setImage(pixels())
    place.deck.focus(card)
    press(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: bool(place.desk.project.photo), timeout=10_000)
    assert len(place.desk.project.photos_at(card, "photos")) == 1
    assert "1 photo ajoutée" in told[-1]


def test_a_file_that_is_no_picture_and_a_card_that_is_gone_are_told(
    place: PrototypesPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    card = new_card(place.desk, "Panneau")
    said: list[str] = []
    place.desk.refused.connect(said.append)
    (tmp_path / "photo.heic").write_bytes(b"?")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.heic"))])
    assert let_go(place, held, middle(place, card)) == (True, False)
    assert "photo.heic" in said[-1]
    let_go(place, files(tmp_path, "a.png"), middle(place, card))
    place.desk.do(delete_canvas(place.desk.project, card, "Panneau"))
    qtbot.waitUntil(lambda: "supprimée entre-temps" in said[-1], timeout=10_000)
    assert not place.desk.project.photo


def test_an_open_card_its_test_and_its_versions_are_built_when_they_are_wanted(
    place: PrototypesPlace,
) -> None:
    card = new_card(place.desk, "Panneau")
    assert "card" not in vars(place)
    place.open_card(card)
    assert not {"bench", "versions"} & set(vars(place.card))
    place.card.start_test()
    assert "bench" in vars(place.card)
