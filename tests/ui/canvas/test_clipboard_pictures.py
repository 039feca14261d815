"""Pictures pasted and dropped on a canvas, and photos that go from step to step."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import grid
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL = Modifier.ControlModifier


def pictures(folder: Path, *names: str) -> QMimeData:
    """Files of pictures that differ."""
    for rank, name in enumerate(names):
        picture = QImage(320, 200, QImage.Format.Format_RGB32)
        picture.fill(0xFF000000 + 40 * (rank + 1))
        assert picture.save(str(folder / name))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / name)) for name in names])
    return data


def kind_here(hands: Hands) -> str:
    """What kind of thing one stands on."""
    return hands.board.box.kind if hands.board.box is not None else ""


def photos(hands: Hands) -> list[tuple[str | None, str | None]]:
    """File and step of each photo, in order."""
    project = hands.desk.project
    steps = [step.id for step in project.steps_of(hands.board.canvas)]
    held = [photo for step in steps for photo in project.photos_at(hands.board.canvas, "photos", step)]
    return [(photo.file, photo.step) for photo in held]


def test_a_picture_pasted_on_a_cell_goes_to_the_photos_of_its_step(hands: Hands, qtbot: QtBot) -> None:
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(picture)
    hands.stand("actions", 2)
    hands.press(Key.Key_V, held=CONTROL)
    qtbot.waitUntil(lambda: bool(hands.desk.project.photo), timeout=5_000)
    photo = next(iter(hands.desk.project.photo.values()))
    steps = [step.id for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert (photo.zone, photo.step) == ("photos", steps[2])


def test_a_photo_on_its_way_lands_where_it_was_dropped_whatever_is_shown_by_then(
    hands: Hands, problem: str, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    picture.save(str(tmp_path / "p.png"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "p.png"))])
    journey = hands.board.canvas
    hands.stand("actions", 2)
    hands.pane.clipboard.take(data)
    hands.page.show_canvas(problem)
    qtbot.waitUntil(lambda: bool(hands.desk.project.photo), timeout=10_000)
    (photo,) = hands.desk.project.photo.values()
    assert photo.canvas == journey
    assert hands.board.canvas == problem


def test_a_file_that_is_no_picture_is_refused_calmly(hands: Hands, qtbot: QtBot, tmp_path: object) -> None:
    wrong = Path(str(tmp_path)) / "photo.jpg"
    wrong.write_bytes(b"ceci n'est pas une image")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(wrong))])
    hands.stand("actions", 1)
    with qtbot.waitSignal(hands.desk.refused, timeout=5_000):
        hands.pane.clipboard.take(data)
    assert not hands.desk.project.photo


def test_pictures_dropped_on_a_note_join_the_photos_of_its_step_as_one_gesture(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.stand("pain_points", 1)
    hands.type("Trop long")
    hands.press(Key.Key_Escape)
    assert kind_here(hands) == "note"
    hands.pane.clipboard.take(pictures(tmp_path, "b.png", "a.png", "c.png"))
    qtbot.waitUntil(lambda: len(hands.desk.project.photo) == 3, timeout=10_000)
    step = hands.desk.project.steps_of(hands.board.canvas)[1].id
    assert photos(hands) == [("b.png", step), ("a.png", step), ("c.png", step)]
    assert kind_here(hands) == "photo"
    assert "que voit-on" in hands.pane.offers.sentence
    hands.desk.undo()
    assert not hands.desk.project.photo


def test_photos_show_their_lane_when_the_journey_did_not_have_it(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not any(lane.zone == "photos" for lane in hands.desk.project.lanes_of(hands.board.canvas))
    hands.stand("pain_points", 1)
    hands.pane.clipboard.take(pictures(tmp_path, "a.png"))
    qtbot.waitUntil(lambda: bool(hands.desk.project.photo), timeout=10_000)
    assert kind_here(hands) == "photo"
    hands.desk.undo()
    assert not any(lane.zone == "photos" for lane in hands.desk.project.lanes_of(hands.board.canvas))


def test_a_photo_that_arrives_while_one_types_takes_no_keyboard(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.stand("pain_points", 1)
    hands.pane.clipboard.take(pictures(tmp_path, "a.png"))
    hands.type("je tape ")
    qtbot.waitUntil(lambda: bool(hands.desk.project.photo), timeout=10_000)
    hands.type("toujours")
    assert hands.pane.typist.text == "je tape toujours"
    hands.press(Key.Key_Escape)
    assert hands.texts("pain_points", 1) == ["je tape toujours"]


def test_a_step_deleted_while_its_photo_is_read_is_told_calmly(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    hands.stand("pain_points", 1)
    hands.pane.clipboard.take(pictures(tmp_path, "a.png"))
    step = hands.desk.project.steps_of(hands.board.canvas)[1].id
    hands.desk.do(grid.delete_step(hands.desk.project, step))
    with qtbot.waitSignal(hands.desk.refused, timeout=10_000):
        pass
    assert not hands.desk.project.photo


def test_a_photo_goes_from_step_to_step_and_among_its_own(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    hands.stand("pain_points", 1)
    hands.pane.clipboard.take(pictures(tmp_path, "a.png", "b.png"))
    qtbot.waitUntil(lambda: len(hands.desk.project.photo) == 2, timeout=10_000)
    assert [file for file, _step in photos(hands)] == ["a.png", "b.png"]
    hands.press(Key.Key_Down, held=Modifier.AltModifier)
    assert [file for file, _step in photos(hands)] == ["b.png", "a.png"]
    hands.press(Key.Key_Right, held=Modifier.AltModifier)
    steps = [step.id for step in hands.desk.project.steps_of(hands.board.canvas)]
    assert photos(hands) == [("b.png", steps[1]), ("a.png", steps[2])]
    assert kind_here(hands) == "photo"
    hands.press(Key.Key_Left, Key.Key_Left, held=Modifier.AltModifier)
    assert photos(hands) == [("a.png", steps[0]), ("b.png", steps[1])]
    hands.press(Key.Key_Left, held=Modifier.AltModifier)
    assert photos(hands)[0] == ("a.png", steps[0])
