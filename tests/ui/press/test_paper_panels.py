"""Paper from the window: one canvas on any paper, the wall without a project, the lab's own identity."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from labdesk.domain.lab import load_lab, logo_bytes
from labdesk.dossier.tiles import tiled
from labdesk.ui.desk import Desk
from labdesk.ui.lab_panel import LabPanel
from labdesk.ui.press.paper_choice import PaperChoice
from labdesk.ui.press.paper_panel import PaperPanel
from labdesk.ui.press.press import Press
from labdesk.ui.press.wall_panel import WallPanel
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

    canvas, gesture = create_canvas(desk.project, kind("journey"), title="Renouveler sa carte")
    desk.do(gesture)
    return canvas


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))


def test_the_preview_says_how_many_sheets_a_cut_poster_needs(look: Look, around: QWidget) -> None:
    choice = PaperChoice(look, ("A4", "A3", "A0"), "A3", around)
    assert [choice.cut.itemData(at) for at in range(choice.cut.count())] == ["", "A4"]
    choose(choice.papers, "A0")
    choose(choice.cut, "A4")
    assert choice.paper == "A0/A4"
    assert choice.told.text().startswith("25 feuilles A4")
    assert "C3" in choice.picture.accessibleName()
    choose(choice.papers, "A4")
    assert choice.paper == "A4"
    assert choice.picture.accessibleName() == "Une seule feuille"


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
    assert panel.canvases.count() == 0
    assert not panel.go.isEnabled()
    panel.canvases.addItem("Parti", kept)
    with qtbot.waitSignal(panel.errand.finished, timeout=ORDERED) as told:
        panel.export(tmp_path / "parti.pdf")
    assert told.args == [False]
    assert "n’est plus dans le projet" in panel.errand.words
    assert list(tmp_path.glob("*.pdf")) == []


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


def test_the_identity_is_kept_field_by_field_and_a_wrong_colour_is_refused(
    look: Look, around: QWidget
) -> None:
    panel = LabPanel(look, around)
    panel.fields["name"].setText("Labo du Confluent")
    panel.fields["name"].editingFinished.emit()
    panel.fields["colour"].setText("rouge")
    panel.fields["colour"].editingFinished.emit()
    assert "#2B3A8C" in panel.told.text()
    assert load_lab().name == "Labo du Confluent"
    assert load_lab().colour == ""
    panel.fields["colour"].setText("#A03010")
    panel.fields["colour"].editingFinished.emit()
    assert load_lab().colour == "#A03010"


def test_logos_are_copied_ordered_and_taken_away(look: Look, around: QWidget, tmp_path: Path) -> None:
    panel = LabPanel(look, around)
    for name in ("Préfecture", "Région", "Département"):
        image = QImage(3000, 100, QImage.Format.Format_RGB32)
        image.fill(0x884422)
        image.save(str(tmp_path / f"{name}.png"))
        panel._bring_in(tmp_path / f"{name}.png", panel._take_partner)
    panel._move(2)
    assert [logo.alt for logo in load_lab().partners] == ["Préfecture", "Département", "Région"]
    (tmp_path / "Région.png").unlink()
    assert all(logo_bytes(logo) for logo in load_lab().partners)
    panel._remove(0)
    assert [logo.alt for logo in load_lab().partners] == ["Département", "Région"]
    (tmp_path / "faux.png").write_text("pas une image")
    panel._bring_in(tmp_path / "faux.png", panel._take_mark)
    assert "faux.png" in panel.told.text()
    assert load_lab().mark is None
