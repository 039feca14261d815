"""The shelf knows the projects of this laptop, and can be thrown away at any time."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from labdesk.domain.commands.follow_up import add_event
from labdesk.domain.gesture import Gesture, born
from labdesk.store.project_file import ProjectFile
from labdesk.store.shelf_index import FILE, Shelf
from tests.store.samples import ANNE, note


def filled(text: str, title: str) -> ProjectFile:
    file = ProjectFile.blank(ANNE)
    file.do(note("n1", text).and_then(Gesture("Titre", born("project", "project", title=title))))
    return file


def test_recent_projects_come_back_latest_first_with_their_picture(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.remember(tmp_path / "a.labdesk", filled("un", "Accueil").project, b"jpeg")
    shelf.remember(tmp_path / "b.labdesk", filled("deux", "Guichet").project)
    shelf.remember(tmp_path / "a.labdesk", filled("trois", "Accueil 2").project)
    found = Shelf(tmp_path).recent()
    assert [(r.title, r.thumbnail) for r in found] == [("Accueil 2", b"jpeg"), ("Guichet", None)]
    assert all(r.there for r in found), "nobody asked the disk: a share that is down would keep us waiting"
    shelf.forget(tmp_path / "a.labdesk")
    assert [r.title for r in shelf.recent()] == ["Guichet"]


def test_words_are_found_across_projects_without_their_accents(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    (tmp_path / "lab").mkdir()
    shelf.remember(tmp_path / "lab" / "a.labdesk", filled("Les délais d’attente à l’été", "A").project)
    shelf.remember(tmp_path / "b.labdesk", filled("DELAI d'instruction", "B").project)
    assert {hit.title for hit in shelf.search("delai")} == {"A", "B"}
    assert [hit.title for hit in shelf.search("délais ete")] == ["A"]
    assert [hit.row for hit in shelf.search("delai", tmp_path / "lab")] == ["n1"]
    assert shelf.search('" OR * NEAR(') == ()
    assert shelf.search("  ") == ()


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.remember(tmp_path / "a.labdesk", filled("un", "A").project)
    (tmp_path / FILE).write_bytes(b"ruine" * 1000)
    (tmp_path / f"{FILE}-wal").unlink(missing_ok=True)
    assert shelf.recent() == ()
    shelf.remember(tmp_path / "a.labdesk", filled("un", "A").project)
    assert [r.title for r in shelf.recent()] == ["A"]


def test_an_index_that_another_window_holds_is_not_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labdesk.store.shelf_index.BUSY", 0.05)
    shelf = Shelf(tmp_path)
    shelf.remember(tmp_path / "a.labdesk", filled("un", "Accueil").project)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    shelf.remember(tmp_path / "b.labdesk", filled("deux", "Guichet").project)
    assert (shelf.recent(), shelf.search("un")) == ((), ())
    other.execute("ROLLBACK")
    other.close()
    assert [recent.title for recent in shelf.recent()] == ["Accueil"]


def test_the_shelf_remembers_where_a_dossier_stands_until_it_is_forgotten(tmp_path: Path) -> None:
    shelf, file = Shelf(tmp_path), filled("un", "Accueil")
    path = tmp_path / "a.labdesk"
    shelf.remember(path, file.project)
    assert not shelf.recent()[0].stage
    file.do(add_event(file.project, "deposited", date(2027, 3, 12))[1])
    file.do(add_event(file.project, "asked", date(2027, 3, 20), deadline="2027-04-03")[1])
    shelf.remember(path, file.project)
    (found,) = Shelf(tmp_path).recent()
    assert (found.stage.state, found.stage.on, found.stage.deadline) == (
        "deposited",
        "2027-03-12",
        "2027-04-03",
    )
    file.undo()
    file.undo()
    shelf.remember(path, file.project)
    assert not shelf.recent()[0].stage
    shelf.forget(path)
    assert shelf.recent() == ()


def test_a_shelf_of_an_older_labdesk_keeps_its_projects_and_pictures(tmp_path: Path) -> None:
    Shelf(tmp_path).remember(tmp_path / "a.labdesk", filled("un", "Accueil").project, b"jpeg")
    raw = sqlite3.connect(tmp_path / FILE)
    raw.execute("DROP TABLE stage")
    raw.commit()
    raw.close()
    (found,) = Shelf(tmp_path).recent()
    assert (found.title, found.thumbnail) == ("Accueil", b"jpeg")
    assert not found.stage


def test_a_stage_written_otherwise_is_not_told(tmp_path: Path) -> None:
    Shelf(tmp_path).remember(tmp_path / "a.labdesk", filled("un", "Accueil").project)
    raw = sqlite3.connect(tmp_path / FILE)
    raw.execute("INSERT INTO stage SELECT path, '{\"colour\": 1}' FROM project")
    raw.commit()
    raw.close()
    assert not Shelf(tmp_path).recent()[0].stage
