"""Opening and creating projects: what is wrong is told in a sentence, and nothing has changed."""

import json
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from labdesk.domain.gesture import Gesture, born
from labdesk.store.handing_over import hand_over
from labdesk.store.project_file import ProjectFile
from labdesk.ui.desk import Desk
from labdesk.ui.opening import Opening, dropped_project, free_path
from labdesk.ui.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """New projects go to a folder of the test."""
    return Settings(folder=str(tmp_path / "projets"))


@pytest.fixture
def opening(empty_desk: Desk, settings: Settings, launched: list[Path], tmp_path: Path) -> Opening:
    """The opening of a window with nothing on its desk."""
    (tmp_path / "projets").mkdir()
    return Opening(empty_desk, settings, launched.append)


def test_a_new_project_has_its_title_and_a_file_of_that_name(
    opening: Opening, empty_desk: Desk, tmp_path: Path
) -> None:
    assert opening.create("Carte d’identité : renouveler ?", tmp_path)
    assert empty_desk.project.head.title == "Carte d’identité : renouveler ?"
    assert empty_desk.path == tmp_path / "Carte d’identité renouveler.labdesk"
    assert empty_desk.undo_label is None


def test_two_projects_of_the_same_title_do_not_meet(
    opening: Opening, launched: list[Path], tmp_path: Path
) -> None:
    opening.create("Carte", tmp_path)
    opening.create("Carte", tmp_path)
    assert launched == [tmp_path / "Carte 2.labdesk"]


def test_a_second_project_is_opened_in_a_window_of_its_own(
    opening: Opening, empty_desk: Desk, project: Path, launched: list[Path], tmp_path: Path
) -> None:
    opening.create("Premier", tmp_path)
    assert opening.open(project)
    assert launched == [project]
    assert empty_desk.project.head.title == "Premier"


def test_the_project_that_is_open_is_not_opened_twice(
    opening: Opening, project: Path, launched: list[Path]
) -> None:
    opening.open(project)
    assert opening.open(project)
    assert launched == []


@pytest.mark.parametrize("content", [b"", b"bonjour", b"SQLite format 3\x00" + b"\x00" * 200, b"\xff" * 5000])
def test_what_is_no_project_is_refused_and_left_as_it_was(
    opening: Opening, empty_desk: Desk, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "faux.labdesk"
    path.write_bytes(content)
    with qtbot.waitSignal(empty_desk.refused) as said:
        assert not opening.open(path)
    assert said.args is not None
    assert "faux.labdesk" in said.args[0]
    assert path.read_bytes() == content
    assert empty_desk.session is None


def test_a_missing_file_and_a_folder_are_refused(
    opening: Opening, empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    for path in (tmp_path / "absent.labdesk", tmp_path):
        with qtbot.waitSignal(empty_desk.refused):
            assert not opening.open(path)


def test_what_is_no_project_is_refused_while_another_is_open(
    opening: Opening, empty_desk: Desk, launched: list[Path], qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    opening.open(project)
    (tmp_path / "faux.labdesk").write_bytes(b"rien")
    with qtbot.waitSignal(empty_desk.refused):
        assert not opening.open(tmp_path / "faux.labdesk")
    assert launched == []
    assert empty_desk.path == project


def test_a_json_project_becomes_a_file_of_its_own(
    opening: Opening, empty_desk: Desk, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "échange.json"
    source.write_text(json.dumps({"title": "Attractivité", "journeys": []}), "utf-8")
    assert opening.open(source)
    qtbot.waitUntil(lambda: empty_desk.session is not None)
    assert empty_desk.path == tmp_path / "projets" / "échange.labdesk"
    assert empty_desk.project.head.title == "Attractivité"


def test_the_example_is_complete_and_asked_twice_it_is_made_once(
    opening: Opening, empty_desk: Desk, launched: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    assert opening.example(tmp_path)
    assert opening.example(tmp_path)
    qtbot.waitUntil(lambda: empty_desk.session is not None, timeout=10_000)
    assert len(empty_desk.project.note) > 250
    assert all(photo.picture for photo in empty_desk.project.photo.values())
    assert [path.name for path in tmp_path.glob("*.labdesk")] == ["Exemple.labdesk"]
    assert launched == []


def test_malformed_json_is_refused_with_its_line_and_leaves_nothing_behind(
    opening: Opening, empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "cassé.json"
    source.write_text('{"title": "x",\n "journeys": [}', "utf-8")
    with qtbot.waitSignal(empty_desk.refused) as said:
        assert not opening.open(source)
    assert said.args is not None
    assert "2" in said.args[0]
    assert list((tmp_path / "projets").iterdir()) == []


def test_a_table_is_remembered_for_its_file(opening: Opening, empty_desk: Desk, project: Path) -> None:
    opening.table("Table 3", project)
    assert empty_desk.table == "Table 3"
    opening.close()
    assert empty_desk.table == ""
    opening.open(project)
    assert empty_desk.table == "Table 3"


def test_projects_used_last_are_listed_until_they_are_taken_off(opening: Opening, project: Path) -> None:
    opening.open(project)
    opening.remember(b"")
    opening.close()
    assert [recent.path for recent in opening.recent()] == [project]
    opening.forget(project)
    assert opening.recent() == ()
    assert project.is_file()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Guichet / accueil", "Guichet accueil.labdesk"),
        ("  ..  ", "Projet.labdesk"),
        ("con", "con 1.labdesk"),
        ("../../secret", "secret.labdesk"),
        ("a" * 300, "a" * 80 + ".labdesk"),
    ],
)
def test_a_title_gives_a_name_that_every_system_takes(tmp_path: Path, title: str, name: str) -> None:
    assert free_path(tmp_path, title) == tmp_path / name


def test_only_projects_can_be_dropped_on_the_window(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("photo.jpg", "carte.labdesk")])
    assert dropped_project(data) == tmp_path / "carte.labdesk"
    data.setUrls([QUrl("https://exemple.invalid/x.labdesk")])
    assert dropped_project(data) is None


def test_accueil_shows_what_it_knows_at_once_and_the_disk_answers_later(
    opening: Opening, empty_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    opening.create("Là", tmp_path)
    opening.create("Partie", tmp_path / "clé")
    path = empty_desk.path
    opening.remember(None)
    opening.close()
    opening.create("Partie", tmp_path / "clé")
    opening.remember(None)
    opening.close()
    assert path is not None
    path.unlink()
    known = opening.recent()
    assert [one.there for one in known] == [True, True], "no disk was asked"
    seen: dict[str, bool] = {}
    opening.look_for(known, empty_desk, lambda one: seen.update({one.title: one.there}))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == {"Là": False, "Partie": True}


def test_a_file_whose_share_is_down_is_told_and_not_waited_for(
    opening: Opening, empty_desk: Desk, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hang = Event()
    monkeypatch.setattr(Path, "stat", lambda _path, **_more: hang.wait(10))
    with qtbot.waitSignal(empty_desk.refused) as told:
        assert not opening.open(project)
    hang.set()
    assert "ne répond pas" in told.args[0]
    assert empty_desk.session is None


def test_the_same_again_in_a_folder_that_cannot_be_is_told_and_can_be_asked_again(
    opening: Opening, empty_desk: Desk, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "fichier").write_bytes(b"")
    with qtbot.waitSignal(empty_desk.refused) as told:
        opening.again("Lundi", project, tmp_path / "fichier" / "dedans")
    assert "Rien n’a changé" in told.args[0]
    opening.again("Lundi", project, tmp_path)
    qtbot.waitUntil(lambda: empty_desk.session is not None, timeout=10_000)
    assert empty_desk.project.head.title == "Lundi"


def test_a_bug_in_the_making_of_a_project_keeps_nobody_from_the_next_one(
    opening: Opening,
    empty_desk: Desk,
    project: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_given: object) -> Path:
        raise KeyError("un défaut")

    with monkeypatch.context() as patched, qtbot.captureExceptions() as bugs:
        patched.setattr("labdesk.store.templates.make", broken)
        opening.again("Lundi", project, tmp_path)
        qtbot.waitUntil(lambda: bool(bugs), timeout=10_000)
    opening.again("Mardi", project, tmp_path)
    qtbot.waitUntil(lambda: empty_desk.session is not None, timeout=10_000)
    assert empty_desk.project.head.title == "Mardi"


def test_a_pdf_that_carries_a_project_becomes_a_file_of_its_own_and_says_what_it_lacks(
    opening: Opening, empty_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    source = ProjectFile.create(tmp_path / "source.labdesk", "a" * 16)
    source.do(Gesture("", born("project", "project", title="Attractivité")))
    source.do(Gesture("", born("canvas", "c", type="journey")))
    source.do(Gesture("", born("note", "n", canvas="c", zone="tray", text="Zorglub")))
    hand_over(source, tmp_path / "copie.labdesk", private=False)
    source.close()
    paper = pypdfium2.PdfDocument.new()
    paper.new_page(200, 200)
    paper.new_attachment("dossier.labdesk").set_data((tmp_path / "copie.labdesk").read_bytes())
    paper.save(tmp_path / "dossier.pdf")
    paper.close()
    with qtbot.waitSignal(empty_desk.refused, timeout=10_000) as told:
        assert opening.open(tmp_path / "dossier.pdf")
    assert "ne contient pas 1 élément réservé" in told.args[0].replace("\u00a0", " ").replace("\u202f", " ")
    assert empty_desk.project.head.title == "Attractivité"
    assert empty_desk.path == tmp_path / "projets" / "dossier.labdesk"
    assert not empty_desk.project.note


def test_a_pdf_without_a_project_is_refused_and_leaves_nothing_behind(
    opening: Opening, empty_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "autre.pdf").write_bytes(b"pas un PDF")
    with qtbot.waitSignal(empty_desk.refused, timeout=10_000) as told:
        opening.open(tmp_path / "autre.pdf")
    assert "autre.pdf" in told.args[0]
    assert empty_desk.session is None
    assert list((tmp_path / "projets").iterdir()) == []
