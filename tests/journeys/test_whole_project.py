"""From an empty file to the dossier in one sitting; kept across a restart; taken back and done again."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from labdesk.domain.entities import ENTITIES, Row
from labdesk.domain.model import Project
from tests.journeys import telling
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, missing
from tests.journeys.printing import export_dossier, words_of

MOST = 400
"""Gestures a sitting may take."""


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture as a camera gives it."""
    path = tmp_path / "valise.jpg"
    Image.linear_gradient("L").resize((1600, 1200)).convert("RGB").save(path, quality=80)
    return path


def tell_everything(hands: Hands, photo: Path) -> None:
    telling.tell_title(hands)
    telling.tell_persona(hands)
    telling.tell_journey(hands)
    telling.tell_problem(hands)
    telling.tell_prototype(hands, photo)
    telling.tell_dossier(hands)


EXPORTED = ("version", "version_part")
"""What an export leaves in the project."""


def state(project: Project) -> Mapping[str, Mapping[str, Row]]:
    """Every row of every table a person fills; what is kept of an export is no step of undo."""
    return {table: dict(project.table(table)) for table in ENTITIES if table not in EXPORTED}


def went_back_and_forth(hands: Hands, key: str) -> int:
    """Press it until there is nothing more; tell how often."""
    desk = hands.window.desk
    for count in range(MOST):
        if (desk.undo_label if key == "Ctrl+Z" else desk.redo_label) is None:
            return count
        hands.press(key)
    raise AssertionError("it never ends")


def test_a_project_told_in_one_sitting(sit: Sit, photo: Path, tmp_path: Path) -> None:
    hands = sit()
    tell_everything(hands, photo)
    told = state(hands.window.desk.project)
    it_is_what_was_meant(hands.window.desk.project)
    hands.saved()
    file = hands.window.desk.path
    assert file is not None
    export_dossier(hands, tmp_path / "dossier.pdf")
    assert missing(telling.typed_texts(), words_of(tmp_path / "dossier.pdf")) == []
    hands.window.close()

    later = sit()
    assert later.window.current == "home"
    (card,) = later.window.home().gallery.cards
    later.click(card)
    project = later.window.desk.project
    assert state(project) == told
    assert [version.what for version in project.version.values()] == ["dossier"]
    assert read_by_others(file) == 30 + len(telling.HOPES) + len(telling.BRAKES) + 8 + len(telling.HOW)
    (photo_row,) = project.photo.values()
    kept = later.window.desk.picture(photo_row.picture or "", "screen")
    assert kept is not None
    assert kept.startswith(b"\xff\xd8")

    back = went_back_and_forth(later, "Ctrl+Z")
    assert {table for table, rows in state(later.window.desk.project).items() if rows} == {"project"}
    assert went_back_and_forth(later, "Ctrl+Y") == back
    assert state(later.window.desk.project) == told
    assert len(later.window.desk.project.version) == 1


def it_is_what_was_meant(project: Project) -> None:
    """Three phases, seven steps, thirty notes where they were spoken, the curve, a budget to the cent."""
    (journey,) = project.canvases("journey")
    assert [phase.label for phase in project.phases_of(journey.id)] == list(telling.PHASES)
    steps = project.steps_of(journey.id)
    assert [step.label for step in steps] == [step for phase in telling.STEPS for step in phase]
    notes = [note.text for note in project.note.values() if note.canvas == journey.id]
    assert sorted(str(text) for text in notes) == sorted(telling.typed_notes())
    assert len(notes) == 30
    assert project.value(journey.id, "kind") == "as_is"
    (persona,) = project.canvases("persona")
    assert project.value(journey.id, "persona") == persona.id
    for zone, cells in zip(("touchpoints", "thoughts", "pain_points"), telling.LANES.values(), strict=False):
        found = [tuple(n.text for n in project.notes_at(journey.id, zone, step.id)) for step in steps]
        assert found == list(cells)
    levels = [project.value(journey.id, "emotions", step.id) for step in steps]
    assert levels == list(telling.LEVELS)
    assert project.value(journey.id, "emotions", steps[1].id, "word") == telling.WORD
    assert sum(year.amount or 0 for year in project.expense_year.values()) == 500050
    assert sum(resource.amount or 0 for resource in project.resource.values()) == 500050


def read_by_others(file: Path) -> int:
    """Notes that any program counts in the project, without ours."""
    raw = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    (count,) = raw.execute("select count(*) from note").fetchone()
    raw.close()
    return int(count)


def test_a_whole_phase_comes_back_with_one_undo_after_a_restart_too(sit: Sit) -> None:
    hands = sit()
    telling.tell_title(hands)
    telling.tell_persona(hands)
    telling.tell_journey(hands)
    desk = hands.window.desk
    board = hands.window.place.page.board  # type: ignore[attr-defined]
    before, file = state(desk.project), desk.path
    assert file is not None
    hands.press("Ctrl+1", "Home")
    while board.current[0] != "phase":
        hands.press("Up")
    hands.press("Del")
    assert len(desk.project.phase) == 2
    assert len(desk.project.step) == 5
    assert len(desk.project.note) < len(before["note"]) - 5
    hands.window.close()
    later = sit()
    later.click(later.window.home().gallery.cards[0])
    later.press("Ctrl+Z")
    assert state(later.window.desk.project) == before
    assert "Annulé" in later.window.toast.sentence
