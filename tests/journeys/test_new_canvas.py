"""A lab drops a TOML file in its folder and has a new canvas, with no code: a grid, a sheet, any place."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from labdesk.cli import main
from labdesk.ui.canvas.page import CanvasPage
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, missing, plain
from tests.journeys.printing import export_dossier, words_of
from tests.journeys.telling import tell_title
from tests.outside_types import SEASONS, WRONG, drop_in, wishes


def page_of(hands: Hands) -> CanvasPage:
    """The canvas of the place one is in."""
    return hands.window.place.findChild(CanvasPage)  # type: ignore[return-value]


def read(file: Path, sql: str) -> list[tuple[str, ...]]:
    """What any program reads in the project."""
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as raw:
        found: list[tuple[str, ...]] = raw.execute(sql).fetchall()
    raw.close()
    return found


def test_a_grid_of_the_lab_s_own_is_typed_undone_kept_found_printed_and_pictured(
    sit: Sit, tmp_path: Path
) -> None:
    drop_in("saisons", SEASONS)
    hands = sit()
    desk = hands.window.desk
    tell_title(hands)
    hands.click(hands.window.place.new_buttons["saisons"])  # type: ignore[attr-defined]
    for note in ("Cartes grises de janvier", "Passeports de juin"):
        hands.type(note)
        hands.press("Tab")
    hands.press("Esc", "Left", "Down", "5")
    hands.type("Calme")
    hands.press("Esc")
    assert sorted(note.text or "" for note in desk.project.note.values()) == [
        "Cartes grises de janvier",
        "Passeports de juin",
    ]
    assert {answer.value for answer in desk.project.answer.values()} == {2, "Calme"}
    everything = desk.project.note, desk.project.answer, desk.project.step
    hands.press(*["Ctrl+Z"] * 4)
    assert len(desk.project.note) < 2
    assert not desk.project.answer
    hands.press(*["Ctrl+Y"] * 4)
    assert (desk.project.note, desk.project.answer, desk.project.step) == everything
    hands.saved()
    file = desk.path
    assert file is not None
    assert ("Passeports de juin",) in read(file, "select text from note where zone = 'peaks'")
    assert read(file, "select type from canvas") == [("saisons",)]
    hands.press("Alt+4", "Ctrl+F")
    hands.type("passeports")
    hands.press("Return")
    assert hands.window.current == "journeys"
    assert page_of(hands).board.box is not None
    assert page_of(hands).board.box.text == "Passeports de juin"  # type: ignore[union-attr]
    printed_everywhere(
        hands, tmp_path, ["Passeports de juin", "Roue des saisons", "Pics d’activité", "Calme"]
    )
    pictured(hands)


def test_a_sheet_of_the_lab_s_own_has_the_same(sit: Sit, tmp_path: Path) -> None:
    drop_in("souhaits", wishes("problem"))
    hands = sit()
    desk = hands.window.desk
    tell_title(hands)
    hands.press("Alt+4")
    hands.click(hands.window.place.new_buttons["souhaits"])  # type: ignore[attr-defined]
    hands.type("Le tilleul")
    hands.press("Tab")
    for note in ("Un banc dehors", "Des écrans lisibles"):
        hands.type(note)
        hands.press("Return")
    hands.press("Esc", "Ctrl+3", "Return")
    hands.type("Peinture")
    hands.press("Tab")
    hands.type("1250,50")
    hands.press("Esc")
    assert {answer.value for answer in desk.project.answer.values()} == {"Le tilleul", "Peinture", 125050}
    hands.press("Ctrl+Z")
    assert 125050 not in {answer.value for answer in desk.project.answer.values()}
    hands.press("Ctrl+Y")
    hands.saved()
    assert desk.path is not None
    assert read(desk.path, "select text from note where zone = 'wishes' order by place")[0] == (
        "Un banc dehors",
    )
    hands.press("Alt+3", "Ctrl+F")
    hands.type("ecrans")
    hands.press("Return")
    assert hands.window.current == "problem"
    assert page_of(hands).board.box.text == "Des écrans lisibles"  # type: ignore[union-attr]
    printed_everywhere(
        hands, tmp_path, ["Le tilleul", "Un banc dehors", "Souhaits", "Peinture", "1 250,50 €"]
    )
    pictured(hands)


def printed_everywhere(hands: Hands, folder: Path, texts: list[str]) -> None:
    """In the dossier, and alone from the command line."""
    file = hands.window.desk.path
    assert file is not None
    export_dossier(hands, folder / "dossier.pdf")
    assert missing(texts, words_of(folder / "dossier.pdf")) == []
    (canvas,) = hands.window.desk.project.canvas
    alone = folder / "seul.pdf"
    assert main(["export", str(file), str(alone), "--canvas", canvas]) == 0
    assert missing(texts, words_of(alone)) == []


def pictured(hands: Hands) -> None:
    """Accueil shows the canvas."""
    hands.press("Ctrl+W")
    assert hands.window.current == "home"
    (recent,) = hands.window.opening.recent()
    assert recent.thumbnail is not None
    image = QImage.fromData(recent.thumbnail)
    assert len({image.pixel(x, y) for x in range(0, 640, 8) for y in range(0, 360, 8)}) > 5


@pytest.mark.parametrize("place", ["workshop", "journeys", "problem", "prototypes"])
def test_it_can_be_begun_in_its_place_beside_what_stands_there(sit: Sit, place: str) -> None:
    drop_in("souhaits", wishes(place))
    hands = sit()
    tell_title(hands)
    hands.window.show_place(place)
    hands.rest()
    shown = hands.window.place
    begins: Any = getattr(shown, "front", shown)  # the deck of prototypes stands in front of its canvases
    hands.click(begins.new_buttons["souhaits"])
    hands.type("Le tilleul")
    hands.press("Esc")
    project = hands.window.desk.project
    assert [canvas.type for canvas in project.canvas.values()] == ["souhaits"]
    assert [answer.value for answer in project.answer.values()] == ["Le tilleul"]


def test_a_wrong_file_is_told_with_its_zone_and_the_others_load(
    sit: Sit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drop_in("casse", WRONG)
    drop_in("souhaits", wishes("problem"))
    hands = sit()
    tell_title(hands)
    hands.until(lambda: "casse.toml" in hands.window.toast.sentence)
    assert "humeur" in hands.window.toast.sentence
    assert "souhaits" in hands.window.desk.catalogue.types
    assert "journey" in hands.window.desk.catalogue.types
    assert main(["export", str(hands.window.desk.path), str(tmp_path / "projet.json")]) == 0
    assert "casse.toml, zone « humeur »" in plain(capsys.readouterr().err)
