"""A session keeps everything that is typed: at once in memory, then in the document, whatever happens."""

import time
from contextlib import closing
from pathlib import Path

import pytest

from labdesk.domain.gesture import Edit, Gesture, Removal, born
from labdesk.errors import Refusal
from labdesk.store.mirror import left_behind
from labdesk.store.project_file import ProjectFile
from labdesk.store.session import Session
from labdesk.store.writer import SaveState
from tests.store.samples import ANNE, note, photo_bytes, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Projet.labdesk"


def in_the_document(path: Path) -> dict[str, str | None]:
    file = ProjectFile.open(path, "c" * 16, read_only=True)
    found = {row.id: row.text for row in file.project.note.values()}
    file.close()
    return found


def test_what_is_done_is_told_as_saved_when_the_document_has_it(path: Path) -> None:
    told: list[SaveState] = []
    session = Session.create(path)
    session.on_saved = told.append
    session.do(note("n1", "Attente au guichet"))
    assert session.flush()
    assert in_the_document(path) == {"n1": "Attente au guichet"}
    assert told[-1].pending == 0
    assert told[-1].trouble is None
    assert told[-1].at is not None
    session.close()


def test_the_first_gesture_of_a_new_project_cannot_be_undone(path: Path) -> None:
    session = Session.create(path, first=note("n1", "importé"))
    assert session.undo_label is None
    session.do(write("n1", "changé"))
    session.undo()
    assert session.project.note["n1"].text == "importé"
    session.close()


def test_text_being_typed_when_the_laptop_dies_is_found_again(path: Path) -> None:
    session = Session.create(path, first=note("n1", "début"))
    session.draft("note", "n1", "text", "début de phr", session.heads("note", "n1", "text"))
    session.draft("note", "n1", "text", "début de phrase")
    assert session.flush()
    copy = path.with_name("copie.labdesk")
    copy.write_bytes(path.read_bytes())  # what a dead laptop leaves behind
    for _ in range(2):
        found = Session.open(copy)
        assert found.project.note["n1"].text == "début de phrase"
        assert found.disagreements() == ()
        assert found.undo_label == "Écrire"
        found.close()
    session.close()


def test_a_gesture_ends_the_draft_of_its_field(path: Path) -> None:
    session = Session.create(path, first=note("n1", "début"))
    session.draft("note", "n1", "text", "début et su", session.heads("note", "n1", "text"))
    session.do(write("n1", "début et suite"))
    session.draft("note", "n1", "voice", "usa")
    session.forget_draft("note", "n1", "voice")
    session.close()
    found = Session.open(path)
    assert (found.project.note["n1"].text, found.project.note["n1"].voice) == ("début et suite", None)
    found.close()


def test_promoting_the_same_draft_on_two_laptops_gives_the_same_change(path: Path) -> None:
    session = Session.create(path)
    session.draft("note", "n9", "text", "jamais validé")
    session.flush()
    files = [path.with_name(name) for name in ("a.labdesk", "b.labdesk")]
    for copy in files:
        copy.write_bytes(path.read_bytes())
        Session.open(copy).close()
    session.close()
    one, two = (ProjectFile.open(copy, "d" * 16) for copy in files)
    assert set(one.rows().changes) == set(two.rows().changes) != set()
    one.close()
    two.close()


def test_when_the_document_is_gone_a_mirror_takes_over_until_it_is_back(path: Path) -> None:
    session = Session.create(path, first=note("n1", "un"))
    session.flush()
    away = path.with_name("clé débranchée.labdesk")
    path.rename(away)
    session.do(note("n2", "deux"))
    assert not session.flush()
    assert "Projet.labdesk" in (session.saved.trouble or "")
    assert len(list(left_behind(session.origin))) == 1
    away.rename(path)
    session.do(note("n3", "trois"))
    assert session.flush()
    assert session.saved.trouble is None
    assert in_the_document(path) == {"n1": "un", "n2": "deux", "n3": "trois"}
    assert list(left_behind(session.origin)) == []
    session.close()


def test_the_document_follows_by_itself_without_another_gesture(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labdesk.store.writer.RETRY", 0.1)
    session = Session.create(path)
    away = path.with_name("loin.labdesk")
    session.flush()
    path.rename(away)
    session.do(note("n1", "un"))
    assert not session.flush()
    away.rename(path)
    until = time.monotonic() + 10
    while session.saved.trouble and time.monotonic() < until:
        time.sleep(0.05)
    assert in_the_document(path) == {"n1": "un"}
    session.close()


def test_what_only_the_mirror_holds_comes_back_at_the_next_opening(path: Path) -> None:
    session = Session.create(path, first=note("n1", "un"))
    session.flush()
    away = path.with_name("loin.labdesk")
    path.rename(away)
    session.do(note("n2", "deux"))
    picture = session.add_picture(photo_bytes(), "photo.jpg")
    session.flush()
    session.close()
    away.rename(path)
    session = Session.open(path)
    assert set(session.project.note) == {"n1", "n2"}
    assert session.flush()
    assert in_the_document(path) == {"n1": "un", "n2": "deux"}
    assert session.picture(picture.sha, "thumbnail") == picture.thumbnail
    assert list(left_behind(session.origin)) == []
    session.close()


def test_a_photo_can_be_read_at_once_and_from_the_file_later(path: Path) -> None:
    session = Session.create(path)
    picture = session.add_picture(photo_bytes(), "photo.jpg")
    assert session.picture(picture.sha) == picture.screen
    session.close()
    session = Session.open(path)
    assert session.picture(picture.sha, "print") == picture.print
    with pytest.raises(Refusal, match="Une photo manque"):
        session.picture("0" * 64)
    session.close()


def test_a_read_only_session_shows_and_changes_nothing(path: Path) -> None:
    Session.create(path, first=note("n1", "un")).close()
    before = path.read_bytes()
    session = Session.open(path, read_only=True)
    assert session.project.note["n1"].text == "un"
    assert session.notice
    with pytest.raises(Refusal, match="lecture seule"):
        session.do(write("n1", "deux"))
    session.close()
    assert path.read_bytes() == before


def test_a_whole_copy_holds_history_and_photos(path: Path) -> None:
    session = Session.create(path, first=note("n1", "un"))
    picture = session.add_picture(photo_bytes(), "photo.jpg")
    session.do(Gesture("Photo", born("photo", "p1", canvas="c", zone="photos", picture=picture.sha)))
    session.do(write("n1", "deux"))
    out = path.with_name("copie.labdesk")
    session.copy_to(out)
    session.close()
    copy = Session.open(out)
    assert copy.picture(picture.sha) == picture.screen
    copy.undo()
    assert copy.project.note["n1"].text == "un"
    copy.close()


def test_an_editor_that_opened_before_a_colleagues_change_settles_nothing(path: Path) -> None:
    session = Session.create(path, first=note("n1", "au départ"))
    session.flush()
    seen = session.heads("note", "n1", "text")
    other = ProjectFile.open(path, "d" * 16)
    theirs = other.do(write("n1", "la leur"))
    other.close()
    session.absorb(theirs.rows)
    session.do(Gesture("Écrire", (Edit("note", "n1", "text", "la mienne", seen),)))
    (found,) = session.disagreements()
    assert {version.value for version in found.versions} == {"la mienne", "la leur"}
    session.do(Gesture("Choisir", (Edit("note", "n1", "text", "la mienne"),)))
    assert session.disagreements() == ()
    session.undo()
    assert session.disagreements()[0].versions[0].author in {"d" * 16, session.author}
    assert {v.author for v in session.disagreements()[0].versions} == {"d" * 16, session.author}
    session.close()


def test_the_mirror_of_another_copy_is_read_and_left_to_its_window(path: Path) -> None:
    session = Session.create(path, first=note("n1", "un"))
    session.flush()
    other = path.with_name("Autre copie.labdesk")
    other.write_bytes(path.read_bytes())
    away = path.with_name("loin.labdesk")
    path.rename(away)
    session.do(note("n2", "deux"))
    assert not session.flush()
    copy = Session.open(other)
    assert set(copy.project.note) == {"n1", "n2"}
    assert copy.flush()
    copy.close()
    assert len(list(left_behind(session.origin))) == 1
    away.rename(path)
    session.close()
    assert list(left_behind(session.origin)) == []


def test_a_photo_is_shown_and_saving_is_told_after_the_medium_came_back(path: Path) -> None:
    session = Session.create(path)
    picture = session.add_picture(photo_bytes(), "photo.jpg")
    assert session.flush()
    assert session.picture(picture.sha) == picture.screen
    told: list[SaveState] = []
    session.on_saved = told.append
    away = path.with_name("loin.labdesk")
    away.write_bytes(path.read_bytes())
    path.write_bytes(b"")  # what is open no longer answers
    session.do(note("n1", "un"))
    assert not session.flush()
    second = session.add_picture(photo_bytes(300, 200), "autre.jpg")
    away.replace(path)
    session.do(note("n2", "deux"))
    assert session.flush(20)
    assert told[-1].trouble is None
    assert session.picture(picture.sha) == picture.screen
    session.close()
    with closing(ProjectFile.open(path, ANNE, read_only=True)) as file:
        assert file.picture_names() == {picture.sha, second.sha}


def test_a_whole_copy_also_holds_the_photos_that_undo_would_bring_back(path: Path) -> None:
    session = Session.create(path)
    picture = session.add_picture(photo_bytes(), "photo.jpg")
    session.do(Gesture("Photo", born("photo", "p1", canvas="c", zone="photos", picture=picture.sha)))
    session.do(Gesture("Supprimer", (Removal("photo", "p1"),)))
    out = path.with_name("copie.labdesk")
    session.copy_to(out)
    session.close()
    copy = Session.open(out)
    copy.undo()
    assert copy.picture(copy.project.photo["p1"].picture or "") == picture.screen
    copy.close()


def test_any_words_may_label_a_gesture(path: Path) -> None:
    session = Session.create(path, first=note("n1", "un"))
    session.do(Gesture("Importer « " + "très " * 200 + "long\udcff.json »", write("n1", "deux").edits))
    session.close()
    session = Session.open(path)
    assert (session.undo_label or "").startswith("Importer « très long"[:16])
    assert session.undo()
    assert session.project.note["n1"].text == "un"
    session.close()
