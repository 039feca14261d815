"""One canvas alone, from the window, on any paper."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from labdesk.dossier.tiles import tiled
from labdesk.ui.desk import Desk
from labdesk.ui.press.paper_panel import PaperPanel
from labdesk.ui.press.press import Press
from labdesk.ui.style import Look
from tests.memory import kind

ORDERED = 40_000


@pytest.fixture(autouse=True)
def no_press_is_left(empty_desk: Desk) -> object:
    """The child process of a test goes with it."""
    yield
    for press in empty_desk.findChildren(Press):
        press.close()


@pytest.fixture
def journey(desk: Desk) -> str:
    """A journey on the desk."""
    from labdesk.domain.commands.canvases import create_canvas
    from labdesk.domain.commands.grid import add_phase

    canvas, gesture = create_canvas(desk.project, kind("journey"), title="Renouveler sa carte")
    desk.do(gesture)
    _phase, _step, phased = add_phase(desk.project, canvas, "Avant", step="S’informer")
    desk.do(phased)
    return canvas


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))


def test_one_canvas_is_printed_on_the_paper_that_was_chosen(
    desk: Desk, journey: str, look: Look, around: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = PaperPanel(desk, look, around)
    assert panel.canvases.currentData() == journey
    choose(panel.choice.papers, "A2")
    choose(panel.choice.cut, "A4")
    with qtbot.waitSignal(panel.errand.finished, timeout=ORDERED) as told:
        panel.export(tmp_path / "affiche.pdf")
    assert told.args == [True], panel.errand.words
    assert pages(tmp_path / "affiche.pdf") == 1 + len(list(tiled(594, 420, "A4").pieces()))


def test_a_canvas_that_went_meanwhile_is_not_printed_and_a_sentence_says_so(
    desk: Desk, journey: str, look: Look, around: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = PaperPanel(desk, look, around)
    kept = panel.canvases.currentData()
    desk.undo()
    desk.undo()
    assert panel.canvases.count() == 0
    assert not panel.go.isEnabled()
    panel.canvases.addItem("Parti", kept)
    with qtbot.waitSignal(panel.errand.finished, timeout=ORDERED) as told:
        panel.export(tmp_path / "parti.pdf")
    assert told.args == [False]
    assert "n’est plus dans le projet" in panel.errand.words
    assert list(tmp_path.glob("*.pdf")) == []


def test_an_empty_canvas_is_refused_with_the_way_to_blank_ones(
    desk: Desk, look: Look, around: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    from labdesk.domain.commands.canvases import create_canvas

    desk.do(create_canvas(desk.project, kind("problem"))[1])
    panel = PaperPanel(desk, look, around)
    with qtbot.waitSignal(panel.errand.finished, timeout=ORDERED) as told:
        panel.export(tmp_path / "vide.pdf")
    assert told.args == [False]
    assert "Imprimer le mur" in panel.errand.words
