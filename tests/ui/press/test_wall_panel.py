"""The wall kit from the window, without a project."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.desk import Desk
from labdesk.ui.press.press import Press
from labdesk.ui.press.wall_panel import WallPanel
from labdesk.ui.style import Look

ORDERED = 40_000


@pytest.fixture(autouse=True)
def no_press_is_left(empty_desk: Desk) -> object:
    """The child process of a test goes with it."""
    yield
    for press in empty_desk.findChildren(Press):
        press.close()


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))


def test_the_wall_is_printed_without_a_project(
    empty_desk: Desk, look: Look, around: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = WallPanel(empty_desk, look, around)
    for name in ("workshop", "persona", "prototype"):
        panel.ticks[name].setChecked(False)
    choose(panel.choice.papers, "A1")
    with qtbot.waitSignal(panel.errand.finished, timeout=ORDERED) as told:
        panel.export(tmp_path)
    assert told.args == [True], panel.errand.words
    found = {path.name for path in (tmp_path / "Kit mural").iterdir()}
    assert "Parcours usager A1.pdf" in found
    assert "Persona A1.pdf" not in found
    assert "Autorisation d’utiliser l’image d’une personne mineure.pdf" in found
    assert pages(tmp_path / "Kit mural" / "Chevalets de table.pdf") == 6


def test_nothing_ticked_is_nothing_to_print(empty_desk: Desk, look: Look, around: QWidget) -> None:
    panel = WallPanel(empty_desk, look, around)
    for box in panel.ticks.values():
        box.setChecked(False)
    assert not panel.go.isEnabled()
    panel.ticks["dots"].setChecked(True)
    assert panel.go.isEnabled()


def test_a_folder_that_cannot_be_written_is_told(
    empty_desk: Desk, look: Look, around: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Kit mural").write_text("déjà un fichier")
    panel = WallPanel(empty_desk, look, around)
    with qtbot.waitSignal(panel.errand.finished, timeout=ORDERED) as told:
        panel.export(tmp_path)
    assert told.args == [False]
    assert "est un fichier" in panel.errand.words
    assert (tmp_path / "Kit mural").read_text() == "déjà un fichier"
