"""The presenter's window: signs nobody can miss, notes that stay here, keys that never type by mistake."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.notes import set_note
from labdesk.ui.stage.brush import Brush
from labdesk.ui.stage.presenter import Presenter
from labdesk.ui.stage.stage import Stage
from labdesk.ui.style import Look


def presenter_of(stage: Stage, look: Look, qtbot: QtBot) -> Presenter:
    """The window, shown."""
    made = Presenter(stage, look, Brush(stage.look, stage.type, lambda _sha: None))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.wait(120)
    return made


def test_frozen_and_black_are_said_where_the_presenter_looks(stage: Stage, look: Look, qtbot: QtBot) -> None:
    presenter = presenter_of(stage, look, qtbot)
    stage.run("freeze")
    assert "FIGÉ" in presenter.signs.frozen.text()
    assert presenter.preview.edge == "warn"
    stage.run("black")
    assert "NOIR" in presenter.signs.black.text()
    assert presenter.preview.edge == "bad"


def test_notes_behind_what_is_projected_are_here_and_the_one_for_oneself_is_kept(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    presenter = presenter_of(stage, look, qtbot)
    stage.run("into")
    note = next(tile.row for tile in stage.showing.page.tiles if tile.row in stage.desk.project.note)
    stage.desk.do(set_note(stage.desk.project, note, "facilitator_note", "Relancer la table 2"))
    qtbot.waitUntil(lambda: "Relancer la table 2" in presenter.notes.theirs.text())
    presenter.notes.mine.setPlainText("Dire bonjour au préfet")
    assert "Dire bonjour au préfet" in stage.left.notes.values()


def test_space_on_a_button_walks_and_enter_presses_it(stage: Stage, look: Look, qtbot: QtBot) -> None:
    presenter = presenter_of(stage, look, qtbot)
    heard: list[int] = []
    chosen: list[str] = []
    presenter.pressed.connect(lambda event: heard.append(event.key()))
    presenter.clicked.connect(chosen.append)
    button = next(b for b in presenter.findChildren(QPushButton) if b.text().startswith("Noir"))
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (heard, chosen) == ([Qt.Key.Key_Space], [])
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen == ["black"]


def test_letters_typed_into_a_note_are_no_commands(stage: Stage, look: Look, qtbot: QtBot) -> None:
    presenter = presenter_of(stage, look, qtbot)
    stage.run("into")
    stage.run("into")
    qtbot.waitUntil(presenter.entry.isEnabled)
    QTest.keyClicks(presenter.entry, "bfx")
    assert not stage.cover.black
    QTest.keyClick(presenter.entry, Qt.Key.Key_Return)
    assert any(note.text == "bfx" for note in stage.desk.project.note.values())


def test_the_width_of_the_image_is_asked_once_and_kept(stage: Stage, look: Look, qtbot: QtBot) -> None:
    presenter = presenter_of(stage, look, qtbot)
    assert presenter.readable.isHidden()
    presenter.width_box.setValue(2.0)
    stage.run("into")
    qtbot.waitUntil(lambda: presenter.readable.text().startswith("Lisible jusqu’à 8"))
    assert stage.settings.image_width == 2.0


def test_everything_has_an_accessible_name(stage: Stage, look: Look, qtbot: QtBot) -> None:
    presenter = presenter_of(stage, look, qtbot)
    assert [b for b in presenter.findChildren(QPushButton) if b.isVisible() and not b.accessibleName()] == []


def test_on_a_laptop_at_200_percent_no_button_leaves_the_screen(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    presenter = presenter_of(stage, look, qtbot)
    presenter.resize(960, 470)
    qtbot.wait(120)
    assert presenter.height() == 470
    assert presenter.foot.geometry().bottom() < 470
    assert all(key.geometry().bottom() < presenter.foot.height() for key in presenter.foot.keys)
    stage.run("freeze")
    qtbot.wait(120)
    assert presenter.height() == 470


def test_the_line_says_whether_the_room_sees_what_is_typed(stage: Stage, look: Look, qtbot: QtBot) -> None:
    presenter = presenter_of(stage, look, qtbot)
    stage.run("into")
    stage.run("into")
    qtbot.waitUntil(lambda: "la salle la voit" in presenter.entry.placeholderText())
    stage.run("freeze")
    qtbot.waitUntil(lambda: "pas encore" in presenter.entry.placeholderText())


def test_at_200_percent_the_main_deeds_keep_their_words_and_the_rest_is_one_click_away(
    stage: Stage, look: Look, qtbot: QtBot
) -> None:
    scaled = QApplication.instance()
    assert isinstance(scaled, QApplication)
    large = Look("light", 2.0, True)
    scaled.setStyleSheet(large.sheet())
    presenter = presenter_of(stage, large, qtbot)
    presenter.resize(1366, 700)
    qtbot.wait(120)
    foot = presenter.foot
    shown = [key for key in foot.keys if key.isVisible()]
    assert {"next", "previous", "black", "freeze", "reveal_lanes"} <= {key.command.name for key in shown}
    assert [key for key in shown if key.text() != key.command.short] == []
    assert foot.more.isVisible()
    assert presenter.next.isVisible()
    assert presenter.next.height() >= 90
    heard: list[str] = []
    presenter.clicked.connect(heard.append)
    foot.more.click()
    menu = foot.findChildren(QMenu)[0]
    words = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert {"Thème", "Touches", "Votes"} <= set(words)
    words["Votes"].trigger()
    menu.close()
    assert heard == ["votes"]
    scaled.setStyleSheet(look.sheet())


def test_in_a_wide_window_every_command_has_its_button(stage: Stage, look: Look, qtbot: QtBot) -> None:
    presenter = presenter_of(stage, look, qtbot)
    presenter.resize(1366, 700)
    qtbot.wait(120)
    assert all(key.isVisible() and key.text() for key in presenter.foot.keys)
    assert not presenter.foot.more.isVisible()
