"""A damaged file is told, its content saved into a new one, a backup brings back what is gone."""

import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from labdesk.errors import Refusal
from labdesk.store import backups
from labdesk.store.project_file import ProjectFile
from labdesk.store.safety import check, recover, restore
from labdesk.store.session import Session
from tests.store.samples import ANNE, note, photo_bytes, plain, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of 150 notes, rewritten here and there, with a photo and a long text."""
    path = tmp_path / "Projet.labdesk"
    session = Session.create(path, ANNE)
    for number in range(150):
        session.do(note(f"n{number}", f"Note {number} " * 12))
    for number in range(0, 150, 3):
        session.do(write(f"n{number}", f"Autre {number}"))
    session.do(note("long", "x" * 2000))
    session.add_picture(photo_bytes(1200, 900), "photo.jpg")
    session.close()
    return path


def test_a_sound_file_has_no_problem(path: Path) -> None:
    found = check(path)
    assert found.sound
    assert (found.notes, found.pictures, found.unknown) == (151, 1, 0)


@pytest.mark.parametrize(
    ("lie", "told"),
    [
        ("UPDATE change SET value = 'autre' WHERE field = 'text' AND \"row\" = 'n4'", "empreinte"),
        ("UPDATE gesture SET label = 'autre' WHERE rowid = 3", "empreinte"),
        ("UPDATE note SET text = 'autre' WHERE id = 'n4'", "tables lisibles"),
        ("DELETE FROM note WHERE id = 'n4'", "tables lisibles"),
        ("UPDATE picture SET print = thumbnail", "photo est abîmée"),
    ],
)
def test_whatever_was_altered_behind_its_back_is_found(path: Path, lie: str, told: str) -> None:
    raw = sqlite3.connect(path)
    raw.execute(lie)
    raw.commit()
    raw.close()
    assert any(told in problem for problem in check(path).problems)


def test_all_is_saved_from_a_file_that_no_longer_opens(path: Path, own_data_folder: Path) -> None:
    origin = ProjectFile.open(path, ANNE, read_only=True).origin
    for backup in backups.listed(origin):
        backup.unlink()
    data = bytearray(path.read_bytes())
    data[:100] = random.Random(1).randbytes(100)
    path.write_bytes(data)
    with pytest.raises(Refusal, match="pas un projet"):
        ProjectFile.open(path, ANNE)
    report = recover(path, path.with_name("Récupéré.labdesk"), ANNE)
    assert (report.notes, report.pictures, report.from_backups) == (151, 1, 0)
    assert "151 notes, 1 photo" in plain(report.sentence())
    assert path.read_bytes() == bytes(data)
    assert check(report.out).sound
    file = ProjectFile.open(report.out, ANNE)
    assert file.origin == origin
    assert file.project.note["n3"].text == "Autre 3"
    file.undo()
    assert "long" not in file.project.note
    file.close()


def test_of_a_torn_file_the_rest_comes_from_its_backups(path: Path) -> None:
    whole = ProjectFile.open(path, ANNE, read_only=True)
    whole.back_up()
    whole.close()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 3])
    report = recover(path, path.with_name("Récupéré.labdesk"), ANNE)
    assert report.notes == 151
    assert report.from_backups > 0
    assert report.missing_pictures == 0


@pytest.mark.parametrize("seed", range(6))
def test_a_file_damaged_anywhere_is_never_read_as_if_it_were_sound(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 8, 64])):
        at = chance.randrange(len(data))
        data[at : at + 1] = chance.randbytes(1)
    path.write_bytes(data)
    with suppress(Refusal):
        found = check(path)
        assert not found.sound or found.notes == 151
    assert path.read_bytes() == bytes(data)


def test_a_lost_file_is_made_again_from_its_backup_and_later_work_is_kept(path: Path) -> None:
    file = ProjectFile.open(path, ANNE)
    backup = file.back_up()
    assert backup is not None
    file.do(note("après", "écrit après la sauvegarde"))
    file.close()
    assert restore(path, backup, ANNE) == 0
    file = ProjectFile.open(path, ANNE)
    assert len(file.project.note) == 152
    picture = next(iter(file.picture_names()))
    file.close()
    path.unlink()
    assert restore(path, backup, ANNE) > 800
    file = ProjectFile.open(path, ANNE)
    assert len(file.project.note) == 151
    assert picture  # no photo row asks for it: it stays in the store until one does
    file.close()


def test_a_backup_of_another_project_is_refused(path: Path, tmp_path: Path) -> None:
    other = ProjectFile.create(tmp_path / "autre.labdesk", ANNE)
    other.do(note("n1", "ailleurs"))
    backup = other.back_up()
    other.close()
    assert backup is not None
    before = path.read_bytes()
    with pytest.raises(Refusal, match="autre projet"):
        restore(path, backup, ANNE)
    assert path.read_bytes() == before


def test_nothing_can_be_saved_from_what_never_was_a_project(tmp_path: Path) -> None:
    (tmp_path / "liste.txt").write_text("des courses")
    with pytest.raises(Refusal, match=r"liste\.txt"):
        recover(tmp_path / "liste.txt", tmp_path / "out.labdesk", ANNE)
    assert not (tmp_path / "out.labdesk").exists()
    with pytest.raises(Refusal, match="absent"):
        recover(tmp_path / "absent.labdesk", tmp_path / "out.labdesk", ANNE)
