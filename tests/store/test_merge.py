"""The tables are gathered: all notes, all versions, a report that says what a human should look at."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from labdesk.domain.gesture import Gesture, born
from labdesk.domain.order import spread
from labdesk.errors import Refusal
from labdesk.store import backups
from labdesk.store.merge import merge
from labdesk.store.photos import prepare
from labdesk.store.project_file import ProjectFile
from labdesk.store.session import Session
from tests.store.samples import ANNE, note, photo_bytes, plain, remove, write

Table = tuple[Path, ProjectFile]


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """The file the tables were given in the morning."""
    path = tmp_path / "Origine.labdesk"
    file = ProjectFile.create(path, ANNE)
    file.do(note("n1", "au départ").and_then(note("n2", "aussi")).and_then(note("n3", "encore")))
    file.close()
    return path


def table(origin: Path, number: int, *gestures: Gesture) -> Path:
    path = origin.with_name(f"Table {number}.labdesk")
    shutil.copy(origin, path)
    file = ProjectFile.open(path, f"{number}" * 16)
    for gesture in gestures:
        file.do(gesture)
    file.close()
    return path


def test_the_report_counts_what_came_and_what_a_human_decides(origin: Path) -> None:
    tables = [
        table(origin, 1, note("a1", "un"), write("n1", "version 1"), remove("n2"), remove("n3")),
        table(
            origin,
            2,
            note("b1", "deux"),
            note("b2", "trois"),
            write("n1", "version 2"),
            write("n2", "gardée"),
        ),
    ]
    report = merge(origin, tables, ANNE)
    assert report.sentence() == (
        "2 tables, 3 notes nouvelles, 1 désaccord, 6 notes lues, 5 présentes, "
        "1 supprimée par une autre table, 1 note conservée bien que supprimée"
    )
    file = ProjectFile.open(origin, ANNE)
    assert set(file.project.note) == {"n1", "n2", "a1", "b1", "b2"}
    assert file.kept_though_removed() == (("note", "n2"),)
    (split,) = file.disagreements()
    assert [(v.value, v.author) for v in split.versions] == [("version 1", "1" * 16), ("version 2", "2" * 16)]
    assert file.project.note["n1"].text == split.versions[-1].value
    file.close()
    again = merge(origin, reversed(tables), ANNE)
    assert (again.added, again.present) == (0, 5)


def test_there_is_a_backup_from_before(origin: Path) -> None:
    file = ProjectFile.open(origin, ANNE)
    file.close()
    merge(origin, [table(origin, 1, note("a1", "un"))], ANNE)
    (backup,) = backups.listed(file.origin)
    kept = ProjectFile.open(backup, ANNE, read_only=True)
    assert set(kept.project.note) == {"n1", "n2", "n3"}
    kept.close()


def test_one_unreadable_file_does_not_stop_the_others(origin: Path) -> None:
    bad = origin.with_name("Table 9.labdesk")
    bad.write_bytes(b"rien")
    report = merge(origin, [bad, table(origin, 1, note("a1", "un"))], ANNE)
    assert (report.files, report.present) == (1, 4)
    assert "Table 9.labdesk" in report.problems[0]
    assert bad.read_bytes() == b"rien"


def test_photos_and_unfinished_text_come_along(origin: Path) -> None:
    path = table(origin, 1)
    session = Session.open(path, "1" * 16)
    picture = session.add_picture(photo_bytes(), "p.jpg")
    session.draft("note", "n1", "text", "pas fini", session.heads("note", "n1", "text"))
    session.flush()
    copy = path.with_name("Table 1 copiée.labdesk")
    shutil.copy(path, copy)
    session.close()
    report = merge(origin, [copy], ANNE)
    assert report.pictures == 1
    file = ProjectFile.open(origin, ANNE)
    assert file.picture(picture.sha, "print") == picture.print
    assert file.project.note["n1"].text == "pas fini"
    file.close()


def foreign(folder: Path) -> Path:
    path = folder / "Autre.labdesk"
    file = ProjectFile.create(path, "e" * 16)
    picture = prepare(photo_bytes(), "p.jpg")
    file.put_picture(picture)
    first, second = spread(2)
    file.do(
        Gesture(
            "Canevas",
            born("canvas", "j1", type="journey", type_row="journey@1", key="j_a", place=first)
            + born("canvas", "x1", type="persona", type_row="persona@1", place=second)
            + born("canvas_type", "journey@1", name="journey", sha="1", toml="id = 'journey'")
            + born("phase", "ph1", canvas="j1", label="Avant")
            + born("step", "s1", canvas="j1", phase="ph1", label="Chercher")
            + born("note", "m1", canvas="j1", zone="needs", step="s1", text="savoir")
            + born("vote", "m1/t.1", note="m1", voter="t.1")
            + born("answer", "j1/persona", canvas="j1", zone="persona", value="x1")
            + born("answer", "j1/s1/emotions", canvas="j1", step="s1", zone="emotions", value=-1)
            + born("link", "j1/trace/x1", canvas="j1", source="j1", zone="trace", target="x1")
            + born("photo", "f1", canvas="j1", zone="photos", step="s1", picture=picture.sha)
            + born("section", "summary", text="Le résumé de l’autre"),
        )
    )
    file.close()
    return path


def test_canvases_of_another_project_come_as_new_ones_and_only_once(origin: Path, tmp_path: Path) -> None:
    report = merge(origin, [foreign(tmp_path)], ANNE)
    assert (report.adopted, report.pictures, report.disagreements) == (2, 1, ())
    file = ProjectFile.open(origin, ANNE)
    project = file.project
    journey, persona = project.canvases("journey")[0], project.canvases("persona")[0]
    assert journey.id != "j1"
    (step,) = project.steps_of(journey.id)
    (found,) = project.notes_at(journey.id, "needs", step.id)
    assert (found.text, project.votes_on(found.id)) == ("savoir", 1)
    assert project.value(journey.id, "persona") == persona.id
    assert project.value(journey.id, "emotions", step.id) == -1
    assert [link.target for link in project.links_from(journey.id)] == [persona.id]
    assert len(project.photos_at(journey.id, "photos", step.id)) == 1
    assert "journey@1" in project.canvas_type
    assert dict(project.section) == {}
    assert plain(file.undo_label or "") == "Reprendre les canevas de « Autre »"
    file.close()
    assert merge(origin, [tmp_path / "Autre.labdesk"], ANNE).added == 0


def test_the_open_project_gathers_too_and_can_take_nothing_back_of_others(origin: Path) -> None:
    path = table(origin, 1, note("a1", "un"))
    session = Session.open(origin, ANNE)
    report = session.merge([path])
    assert report.present == 4
    assert "a1" in session.project.note
    assert session.flush()
    session.undo()
    assert set(session.project.note) == {"a1"}
    session.close()


def test_a_target_that_may_not_be_written_is_refused(origin: Path) -> None:
    with pytest.raises(Refusal, match="introuvable"):
        merge(origin.with_name("Absent.labdesk"), [origin], ANNE)


def test_the_window_goes_on_between_two_files_of_a_gathering(origin: Path) -> None:
    session = Session.open(origin)
    went_on: list[bool] = []

    def tables() -> Iterator[Path]:
        yield table(origin, 1, note("n4", "table 1"))
        window = threading.Thread(target=lambda: session.do(note("n5", "pendant ce temps")))
        window.start()
        window.join(2)
        went_on.append(not window.is_alive())
        yield table(origin, 2, note("n6", "table 2"))

    assert session.merge(tables()).problems == ()
    assert went_on == [True]
    session.close()
    found = ProjectFile.open(origin, ANNE)
    assert set(found.project.note) == {"n1", "n2", "n3", "n4", "n5", "n6"}
    found.close()
