"""A copy that is handed over shows the project as it is now, and nothing of how it came about."""

import shutil
from contextlib import closing
from pathlib import Path

from labdesk.domain.commands.canvases import add_photo
from labdesk.domain.commands.versions import Kept, delete_version, keep_version
from labdesk.domain.contents import Content, Leaf, parts_of
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.domain.quotes import mark
from labdesk.store.handing_over import Handed, hand_over
from labdesk.store.left_out import left_out_of
from labdesk.store.merge import merge
from labdesk.store.photos import prepare
from labdesk.store.project_file import ProjectFile
from labdesk.store.session import Session
from tests.store.samples import ANNE, BRUNO, note, photo_bytes, remove, write


def test_only_what_stands_now_travels(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    picture = prepare(photo_bytes(), "p.jpg")
    file.put_picture(picture)
    file.do(note("n1", "une parole retirée").and_then(note("n2", "supprimée")))
    file.do(Gesture("Photo", born("photo", "f1", canvas="c", zone="photos", picture=picture.sha)))
    file.do(write("n1", "ce qui reste"))
    file.do(remove("n2"))
    out = tmp_path / "copie.labdesk"
    assert hand_over(file, out) == Handed()
    copy = ProjectFile.open(out, ANNE)
    assert copy.project == file.project
    assert copy.origin != file.origin
    assert copy.undo_label is None
    assert copy.picture(picture.sha) == picture.screen
    assert "retirée".encode() not in out.read_bytes()
    assert "supprimée".encode() not in out.read_bytes()
    copy.close()
    file.close()


def test_a_text_too_long_that_a_power_cut_brought_in_travels_too(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "x.labdesk", ANNE, first=note("n1", "un"))
    session.do(Gesture("", born("canvas", "c", type="journey")))
    session.draft("note", "n1", "text", "long " * 1000, session.heads("note", "n1", "text"))
    session.flush()
    dead = shutil.copyfile(tmp_path / "x.labdesk", tmp_path / "mort.labdesk")
    session.close()
    file = Session.open(dead, ANNE)
    file.close()
    source = ProjectFile.open(dead, ANNE)
    assert hand_over(source, tmp_path / "copie.labdesk") == Handed()
    source.close()
    target = tmp_path / "autre.labdesk"
    ProjectFile.create(target, BRUNO).close()
    assert merge(target, [dead], BRUNO).problems == ()
    for path in (tmp_path / "copie.labdesk", target):
        found = ProjectFile.open(path, ANNE)
        assert [len(row.text or "") for row in found.project.note.values()] == [5000]
        found.close()


def test_a_copy_that_leaves_the_lab_holds_no_note_of_the_facilitator(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    file.do(Gesture("", born("canvas", "c", type="journey")))
    file.do(note("n1", "dit par un agent", zone="actions", facilitator_note="Laisser parler Inès"))
    hand_over(file, tmp_path / "dehors.labdesk", private=False)
    hand_over(file, tmp_path / "dedans.labdesk")
    file.close()
    assert "Laisser parler" not in (tmp_path / "dehors.labdesk").read_bytes().decode("latin-1")
    with closing(ProjectFile.open(tmp_path / "dehors.labdesk", ANNE)) as outside:
        assert outside.project.note["n1"].text == "dit par un agent"
    with closing(ProjectFile.open(tmp_path / "dedans.labdesk", ANNE)) as inside:
        assert inside.project.note["n1"].facilitator_note == "Laisser parler Inès"


def test_a_copy_that_leaves_the_lab_says_itself_what_it_lacks(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    file.do(Gesture("", born("canvas", "c", type="journey")))
    file.do(
        note("n1", "noté en vrac").and_then(note("n2", "encore", zone="actions", facilitator_note="à part"))
    )
    handed = hand_over(file, tmp_path / "dehors.labdesk", private=False)
    file.close()
    assert handed == Handed(0, {"À ranger": 1, "Notes d’animation": 1})
    assert left_out_of(tmp_path / "dehors.labdesk") == handed.left
    assert left_out_of(tmp_path / "x.labdesk") == {}
    assert left_out_of(tmp_path / "absent.labdesk") == {}
    assert "noté en vrac".encode() not in (tmp_path / "dehors.labdesk").read_bytes()
    with closing(ProjectFile.open(tmp_path / "dehors.labdesk", ANNE)) as outside:
        assert set(outside.project.note) == {"n2"}


def test_a_copy_that_leaves_the_lab_holds_no_photo_that_may_not_leave(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    file.do(Gesture("", born("canvas", "c", type="journey")))
    pictures = [prepare(photo_bytes(wide, 300), "p.jpg") for wide in (400, 500)]
    for picture, person in zip(pictures, ("none", "refused"), strict=True):
        file.put_picture(picture)
        file.do(add_photo(file.project, "c", "photos", picture.sha, consent=person)[1])
    hand_over(file, tmp_path / "dehors.labdesk", private=False)
    hand_over(file, tmp_path / "dedans.labdesk")
    with closing(ProjectFile.open(tmp_path / "dehors.labdesk", ANNE)) as outside:
        assert outside.picture_names() == {pictures[0].sha}
        assert [row.picture for row in outside.project.photo.values()] == [pictures[0].sha]
    with closing(ProjectFile.open(tmp_path / "dedans.labdesk", ANNE)) as inside:
        assert inside.project == file.project
    file.close()


def test_the_same_content_leaves_as_the_same_bytes(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    file.do(Gesture("", born("canvas", "c", type="journey")))
    file.do(note("n1", "dit par un agent", zone="actions", facilitator_note="Pour nous"))
    first, again, later = (tmp_path / f"{name}.labdesk" for name in ("a", "b", "c"))
    hand_over(file, first, private=False)
    file.do(write("n1", "autre chose"))
    hand_over(file, later, private=False)
    file.do(write("n1", "dit par un agent"))  # another history, the same content
    hand_over(file, again, private=False)
    file.close()
    assert first.read_bytes() == again.read_bytes() != later.read_bytes()


def test_a_copy_somebody_goes_on_with_is_never_the_same_twice(tmp_path: Path) -> None:
    with closing(ProjectFile.create(tmp_path / "x.labdesk", ANNE)) as file:
        file.do(note("n1", "dit par un agent"))
        hand_over(file, tmp_path / "a.labdesk")
        hand_over(file, tmp_path / "b.labdesk")
    origins = set()
    for name in ("a", "b"):
        with closing(ProjectFile.open(tmp_path / f"{name}.labdesk", ANNE)) as copy:
            origins.add(copy.origin)
    assert len(origins) == 2


def test_a_copy_holds_no_word_that_a_quote_had_once_and_no_part_of_a_forgotten_version(
    tmp_path: Path,
) -> None:
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    file.do(note("n1", "un agent bloque tout"))
    quoted = mark("note:n1", "Monsieur Dupont bloque tout")
    file.do(Gesture("Texte", (Edit("section", "problem", "text", f"On dit que {quoted}."),)))
    said = Content((Leaf("problem", "", ("ce que disait Madame Untel",)),))
    row, gesture = keep_version(
        *(file.project, Kept("ab" * 32, parts_of(said))),
        at="2027-03-03T10:42:00+01:00",
        what="dossier",
        form="pdf",
        file="d.pdf",
        final=False,
        profile="small",
    )
    file.do(gesture, forever=True)
    file.do(delete_version(file.project, row))
    for private in (True, False):
        out = tmp_path / f"{private}.labdesk"
        hand_over(file, out, private=private)
        data = out.read_bytes().decode("latin-1")
        assert "Dupont" not in data
        assert "Untel" not in data
        with closing(ProjectFile.open(out, ANNE)) as copy:
            assert "bloque tout" in copy.project.text("problem")
    file.close()
