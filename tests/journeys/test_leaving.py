"""Whatever way one leaves a note or the window, what was typed is kept and the keyboard is somewhere."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import delete_canvas
from labdesk.domain.model import Project
from labdesk.store.session import Session
from labdesk.ui.canvas.editor import Editor
from labdesk.ui.canvas.personas import PersonaStrip
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.home import Home
from labdesk.ui.photos import PhotosPanel
from labdesk.ui.target import Target
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands

TAB = Qt.FocusPolicy.TabFocus


class Falling(Home):
    """A place with a bug: it cannot be left."""

    def leave(self) -> None:
        raise ZeroDivisionError


@pytest.fixture
def typing(sit: Sit, example: Path) -> Hands:
    """The example open, one note written, a second one being typed in the same cell."""
    hands = sit()
    hands.window.opening.open(example)
    hands.until(lambda: isinstance(QApplication.focusWidget(), CanvasView))
    hands.type("Premier mot")
    hands.press("Return")
    hands.type("En cours")
    assert isinstance(hands.focus, Editor)
    return hands


def texts(project: Project) -> set[str | None]:
    return {note.text for note in project.note.values()}


def test_undo_in_the_top_bar_takes_back_the_words_being_typed(typing: Hands) -> None:
    desk = typing.window.desk
    typing.window.deeds.undo.trigger()
    assert "Premier mot" in texts(desk.project)
    assert "En cours" not in texts(desk.project)
    desk.redo()
    assert {"Premier mot", "En cours"} <= texts(desk.project)


def test_a_search_that_is_given_up_leaves_the_keyboard_on_the_canvas(typing: Hands) -> None:
    typing.press("Ctrl+F", "Esc")
    assert isinstance(typing.focus, CanvasView)
    assert "En cours" in texts(typing.window.desk.project)


def test_what_is_typed_reaches_the_file_even_when_a_place_cannot_be_left(
    typing: Hands, example: Path, qtbot: QtBot
) -> None:
    window = typing.window
    window.places["home"] = Falling(window.desk, window.look, window.opening)
    with qtbot.captureExceptions() as bugs:
        window.close()
    assert [kind for kind, _error, _trace in bugs] == [ZeroDivisionError]
    session = Session.open(example, read_only=True)
    assert "En cours" in texts(session.project)
    session.close()


def test_a_project_dropped_on_the_canvas_gets_its_own_window(
    typing: Hands, example: Path, launched: list[Path], tmp_path: Path
) -> None:
    other = Path(shutil.copy(example, tmp_path / "autre.labdesk"))
    before = texts(typing.window.desk.project)
    for surface in (typing.focus.viewport(), typing.window.place):  # type: ignore[attr-defined]
        launched.clear()
        typing.drop(surface, other)
        typing.until(lambda: launched == [other])
    assert texts(typing.window.desk.project) <= before | {"En cours"}


def test_a_drawer_closed_under_the_keyboard_gives_it_to_the_canvas(typing: Hands) -> None:
    window = typing.window
    window.choices.drawer(True)
    inside = next(one for one in window.side.findChildren(QWidget) if one.focusPolicy() & TAB)
    inside.setFocus()
    assert window.side.isAncestorOf(typing.focus)
    window.choices.drawer(False)
    assert isinstance(typing.focus, CanvasView)


def test_the_keyboard_is_never_lost_with_what_is_deleted(typing: Hands) -> None:
    desk, strip = typing.window.desk, typing.window.place.findChildren(PersonaStrip)[0]
    persona, chip = next(iter(strip.chips.items()))
    chip.setFocus()
    assert typing.focus is chip
    desk.do(delete_canvas(desk.project, persona, "Inès"))
    typing.until(lambda: isinstance(QApplication.focusWidget(), CanvasView))


def test_photos_dropped_just_before_the_window_closes_are_in_the_project(
    typing: Hands, example: Path, tmp_path: Path
) -> None:
    desk, window = typing.window.desk, typing.window
    before = len(desk.project.photo)
    card = next(name for name, canvas in desk.project.canvas.items() if canvas.type == "prototype")
    window.go(Target("prototypes", card))
    files = []
    for number in range(3):
        picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
        picture.fill(number * 1000)
        picture.save(str(tmp_path / f"photo {number}.png"))
        files.append(tmp_path / f"photo {number}.png")
    typing.drop(window.place.findChildren(PhotosPanel)[0], *files)
    window.close()
    session = Session.open(example, read_only=True)
    assert len(session.project.photo) == before + 3
    session.close()
