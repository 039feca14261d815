"""Copy, cut, paste: several lines, three pages of Word, notes with all they say, a picture."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from labdesk.domain.commands import grid, notes
from labdesk.domain.gesture import Gesture, Removal
from labdesk.ui.canvas.tray import Tray
from tests.ui.canvas.hands import Hands, Key, Modifier

CONTROL = Modifier.ControlModifier


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_several_lines_are_one_note_each_and_the_other_way_is_offered(hands: Hands) -> None:
    hands.stand("pain_points")
    copied("- Trop long\n- Trop loin\r\n- Fermé")
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 0) == ["Trop long", "Trop loin", "Fermé"]
    assert "3 notes collées" in hands.pane.offers.sentence
    hands.pane.offers.take(0)
    assert hands.texts("pain_points", 0) == ["- Trop long\n- Trop loin\n- Fermé"]
    hands.desk.undo()
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == []


def test_three_pages_of_word_become_notes_and_no_word_is_lost(hands: Hands) -> None:
    page = "Les usagers attendent. Les agents aussi ; personne ne répond au téléphone avant midi. " * 80
    text = "\r\n".join((page, page, page))
    assert len(text) > 20_000
    hands.stand("pain_points")
    copied(text)
    hands.press(Key.Key_V, held=CONTROL)
    made = hands.texts("pain_points", 0)
    assert all(len(note) <= 2_000 for note in made)
    assert " ".join(" ".join(made).split()) == " ".join(text.split())


def test_a_long_paste_while_typing_goes_on_in_the_next_notes(hands: Hands) -> None:
    hands.stand("actions")
    copied("Une phrase entière. " * 1_000)
    hands.press(Key.Key_Insert)
    hands.pane.typist.editor.paste()
    assert len(hands.pane.typist.text) == 20_000
    hands.press(Key.Key_Escape)
    made = hands.texts("actions", 0)
    assert len(made) == 10
    assert " ".join(" ".join(made).split()) == ("Une phrase entière. " * 1_000).strip()


def test_lines_pasted_while_typing_may_become_notes(hands: Hands) -> None:
    hands.stand("actions")
    copied("une\ndeux\ntrois")
    hands.press(Key.Key_Insert)
    hands.pane.typist.editor.paste()
    assert "3 lignes" in hands.pane.offers.sentence
    hands.pane.offers.take(0)
    assert hands.texts("actions", 0) == ["une", "deux", "trois"]


def test_control_characters_of_a_web_page_are_left_behind(hands: Hands) -> None:
    hands.stand("actions")
    copied("un\x00 mot\x07\u2028et\tun autre")
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("actions", 0) == ["un mot", "et un autre"]


def test_notes_keep_what_they_say_from_cell_to_cell(hands: Hands) -> None:
    hands.stand("pain_points")
    hands.type("Trop long")
    hands.press(Key.Key_Escape)
    note = hands.board.current[1] if hands.board.current else ""
    hands.desk.do(notes.set_note(hands.desk.project, note, "evidence", "measured"))
    hands.press(Key.Key_X, held=CONTROL)
    assert hands.texts("pain_points", 0) == []
    hands.stand("pain_points", 3)
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 3) == ["Trop long"]
    there = hands.desk.project.note[hands.board.picked()[0]]
    assert there.evidence == "measured"


def test_text_pasted_on_an_answer_is_typed_into_it(hands: Hands, problem: str) -> None:
    hands.page.show_canvas(problem)
    hands.stand("initial_request")
    copied("Faire une affiche")
    hands.press(Key.Key_V, held=CONTROL)
    hands.press(Key.Key_Escape)
    assert hands.value("initial_request") == "Faire une affiche"


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


def test_tab_comes_to_what_is_offered_after_pasting_lines_into_a_note(hands: Hands) -> None:
    copied("un\ndeux\ntrois")
    hands.stand("actions")
    hands.type("d’abord ")
    hands.press(Key.Key_V, held=CONTROL)
    bar = hands.pane.offers
    assert bar.sentence
    assert bar.geometry().bottom() < hands.pane.height() - hands.pane.look.px(68)
    hands.press(Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert bar.isAncestorOf(button)
    QTest.keyClick(button, Key.Key_Space)
    assert hands.texts("actions", 0) == ["d’abord un", "deux", "trois"]
    assert hands.view.hasFocus()


def test_ten_thousand_lines_are_offered_and_never_pasted_silently(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(10_000)))
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 0) == []
    assert "10000 lignes" in hands.pane.offers.sentence
    hands.pane.offers.take(2)
    assert hands.texts("pain_points", 0) == []
    hands.type("une note ")
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.pane.typist.text == "une note "
    hands.pane.offers.take(1)
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    made = hands.texts("pain_points", 0)
    assert made[0] == "une note "
    assert 20 < len(made) < 100
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == ["une note "]


def test_a_few_hundred_lines_may_be_one_note_each_when_wanted(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(300)))
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.texts("pain_points", 0) == []
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 300, timeout=20_000)
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == []


def test_of_too_many_lines_the_first_are_pasted_and_the_next_paste_brings_the_rest(
    hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labdesk.ui.canvas.clipboard.MOST", 250)
    monkeypatch.setattr("labdesk.ui.canvas.clipboard.MANY", 50)
    said: list[str] = []
    hands.desk.announced.connect(said.append)
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(300)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 250, timeout=20_000)
    assert "50 lignes attendent" in said[-1]
    hands.press(Key.Key_V, held=CONTROL)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 300, timeout=20_000)
    assert hands.texts("pain_points", 0) == [f"Ligne {rank}" for rank in range(300)]


def test_a_paste_under_way_can_be_stopped_and_one_undo_takes_it_back(hands: Hands, qtbot: QtBot) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(600)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: " sur 600" in hands.pane.offers.sentence, timeout=20_000)
    hands.pane.offers.take(0)
    made = hands.texts("pain_points", 0)
    assert 0 < len(made) < 600
    hands.desk.undo()
    assert hands.texts("pain_points", 0) == []
    hands.desk.redo()
    assert hands.texts("pain_points", 0) == made


def test_a_paste_that_was_stopped_leaves_all_its_lines_in_the_clipboard(
    hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labdesk.ui.canvas.clipboard.MOST", 500)
    lines = "\n".join(f"Ligne {rank}" for rank in range(600))
    said: list[str] = []
    hands.desk.announced.connect(said.append)
    hands.stand("pain_points")
    copied(lines)
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: " sur 500" in hands.pane.offers.sentence, timeout=20_000)
    hands.pane.offers.take(0)
    assert 0 < len(hands.texts("pain_points", 0)) < 500
    assert QGuiApplication.clipboard().text() == lines
    assert "attendent" not in said[-1]


def test_a_paste_that_ends_while_another_canvas_is_shown_selects_nothing_there(
    hands: Hands, problem: str, qtbot: QtBot
) -> None:
    hands.stand("pain_points")
    journey = hands.board.canvas
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_V, held=CONTROL)
    assert hands.pane.clipboard.pouring.going
    hands.page.show_canvas(problem)
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert hands.board.chosen == ()
    assert sum(note.canvas == journey for note in hands.desk.project.note.values()) == 150
    hands.press(Key.Key_Delete)
    assert sum(note.canvas == journey for note in hands.desk.project.note.values()) == 150


def test_a_paste_that_ends_while_one_types_elsewhere_leaves_the_hand_there(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.stand("actions", 3)
    here = hands.board.current
    hands.press(Key.Key_Insert)
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert hands.board.current == here
    assert hands.board.chosen == ()


def test_two_long_pastes_one_after_the_other_are_two_gestures(hands: Hands, qtbot: QtBot) -> None:
    tray = Tray(hands.board, hands.page.look, hands.page)
    tray._add([f"À ranger {rank}" for rank in range(150)])
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(180)))
    hands.press(Key.Key_V, held=CONTROL)
    qtbot.waitUntil(lambda: len(hands.texts("pain_points", 0)) == 180, timeout=20_000)
    assert tray.count() == 150
    hands.desk.undo()
    assert (tray.count(), hands.texts("pain_points", 0)) == (150, [])
    hands.desk.undo()
    assert tray.count() == 0


def test_a_lane_of_the_lab_that_goes_away_under_a_paste_takes_no_more_notes(
    hands: Hands, qtbot: QtBot
) -> None:
    said: list[str] = []
    hands.desk.refused.connect(said.append)
    lane, gesture = grid.add_lane(hands.desk.project, hands.board.canvas, "À nous")
    hands.desk.do(gesture)
    hands.stand(lane)
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_V, held=CONTROL)
    qtbot.waitUntil(lambda: bool(hands.texts(lane, 0)), timeout=20_000)
    hands.desk.do(Gesture("Supprimer", (Removal("lane", lane),)))
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert "supprimée entre-temps" in said[-1]
    assert len([n for n in hands.desk.project.note.values() if n.zone == lane]) < 150


def test_a_cell_that_goes_away_under_a_paste_is_told_and_nothing_else_happens(
    hands: Hands, qtbot: QtBot
) -> None:
    said: list[str] = []
    hands.desk.refused.connect(said.append)
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(600)))
    hands.press(Key.Key_V, held=CONTROL)
    hands.pane.offers.take(0)
    qtbot.waitUntil(lambda: bool(hands.texts("pain_points", 0)), timeout=20_000)
    steps = hands.desk.project.steps_of(hands.board.canvas)
    hands.desk.do(grid.delete_step(hands.desk.project, steps[0].id))
    qtbot.waitUntil(lambda: not hands.pane.clipboard.pouring.going, timeout=20_000)
    assert "supprimée entre-temps" in said[-1]


def test_a_long_text_in_the_editor_scrolls_inside_it_and_never_leaves_the_screen(hands: Hands) -> None:
    hands.stand("pain_points")
    copied("\n".join(f"Ligne {rank}" for rank in range(150)))
    hands.press(Key.Key_Insert)
    hands.press(Key.Key_V, held=CONTROL)
    editor, room = hands.pane.typist.editor, hands.view.viewport().rect()
    assert room.contains(editor.geometry())
    assert editor.rect().contains(editor.cursorRect().center())


def test_a_page_that_came_without_its_plain_text_is_read_for_its_words(hands: Hands) -> None:
    data = QMimeData()
    data.setHtml("<style>p { color: red }</style><ul><li>Trop long</li><li>Trop loin</li></ul>")
    hands.stand("pain_points")
    assert hands.pane.clipboard.take(data)
    assert hands.texts("pain_points", 0) == ["Trop long", "Trop loin"]


def test_a_clipboard_that_is_gone_pastes_nothing(hands: Hands) -> None:
    hands.stand("pain_points")
    assert not hands.pane.clipboard.take(None)


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


def test_a_bar_of_offers_is_as_wide_as_what_it_offers_now(hands: Hands) -> None:
    bar = hands.pane.offers
    for offers in (("Décrire",), ("Une seule note, plutôt", "Ailleurs"), ("Décrire",)):
        bar.offer("1 photo ajoutée", [(words, lambda: None) for words in offers])
        wide = bar.width()
        QApplication.processEvents()
        assert wide == bar.sizeHint().width()
