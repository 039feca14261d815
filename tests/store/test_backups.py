"""Backups are whole, rotate, and share one store of photos."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from labdesk.errors import Refusal
from labdesk.store import backups
from labdesk.store.photos import prepare
from labdesk.store.project_file import ProjectFile
from labdesk.store.session import Session
from tests.store.samples import ANNE, note, photo_bytes


@pytest.fixture
def file(tmp_path: Path) -> ProjectFile:
    return ProjectFile.create(tmp_path / "x.labdesk", ANNE)


def test_a_backup_holds_the_whole_history_and_its_photos_lie_in_the_store(file: ProjectFile) -> None:
    picture = prepare(photo_bytes(), "p.jpg")
    file.do(note("n1", "un"))
    file.put_picture(picture)
    made = file.back_up()
    assert made is not None
    kept = ProjectFile.open(made, ANNE, read_only=True)
    assert set(kept.rows().changes) == set(file.rows().changes)
    assert kept.picture_names() == set()
    assert backups.stored_picture(picture.sha) == picture
    assert abs(backups.moment_of(made) - datetime.now(UTC)) < timedelta(minutes=1)
    kept.close()
    file.close()


def test_nothing_new_makes_no_new_backup(file: ProjectFile) -> None:
    file.do(note("n1", "un"))
    assert file.back_up() is not None
    assert file.back_up() is None
    file.do(note("n2", "deux"))
    assert file.back_up() is not None
    assert list(backups.folder_of(file.origin).glob("*.part*")) == []
    file.close()


def test_ten_stay_and_the_last_of_each_of_thirty_days(file: ProjectFile) -> None:
    folder = backups.folder_of(file.origin)
    folder.mkdir(parents=True)
    now = datetime.now(UTC)
    for day in range(1, 60):
        for hour in (1, 2):
            moment = now - timedelta(days=day) + timedelta(hours=hour)
            (folder / f"{moment:%Y%m%dT%H%M%S%f}.labdesk").write_bytes(b"")
    file.do(note("n1", "un"))
    file.back_up()
    left = backups.listed(file.origin)
    assert len({name.name[:8] for name in left}) == 30
    assert len(left) <= 10 + 30
    assert left == sorted(left, reverse=True)
    file.close()


def test_a_session_backs_up_as_it_opens(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "s.labdesk", first=note("n1", "un"))
    session.do(note("n2", "deux"))
    session.flush()
    session.close()
    assert backups.listed(session.origin)
    assert session.backup_trouble is None


def test_a_backup_that_fails_is_told_and_stops_no_saving(tmp_path: Path) -> None:
    (Path(os.environ["LABDESK_DATA"]) / backups.FOLDER).write_text("un fichier à la place du dossier")
    session = Session.create(tmp_path / "s.labdesk", first=note("n1", "un"))
    session.do(note("n2", "deux"))
    assert session.flush()
    assert session.backup_trouble is not None
    with pytest.raises(Refusal, match="rien n’a été réuni"):
        session.merge([])
    session.close()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("SQLITE_FULL", "le disque est plein"),
        ("SQLITE_READONLY_DBMOVED", "se lit seulement"),
        ("", "répond mal"),
    ],
)
def test_why_no_backup_could_be_made_is_said_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, said: str
) -> None:
    def full(*_given: object) -> None:
        trouble = sqlite3.OperationalError("database or disk is full")
        if kind:
            trouble.sqlite_errorname = kind
        raise trouble

    session = Session.create(tmp_path / "s.labdesk", first=note("n1", "un"))
    session.flush()
    monkeypatch.setattr(backups, "keep", full)
    with pytest.raises(Refusal, match=said) as told:
        session.merge([])
    assert "database" not in told.value.sentence
    session.close()


def test_a_backup_that_fails_leaves_nothing_half_written(file: ProjectFile, tmp_path: Path) -> None:
    file.do(note("n1", "x" * 2000))
    out = tmp_path / "sauvegarde.labdesk"
    out.mkdir()  # the last step, the renaming, cannot succeed
    with pytest.raises(OSError, match="sauvegarde"):
        backups.at_once(out, lambda part: _copied(tmp_path / "x.labdesk", part))
    assert sorted(found.name for found in tmp_path.iterdir()) == ["sauvegarde.labdesk", "x.labdesk"]
    file.close()


def _copied(source: Path, out: Path) -> None:
    out.write_bytes(source.read_bytes())
