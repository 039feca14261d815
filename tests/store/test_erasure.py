"""What a person asks to be forgotten is gone from the file, its backups, the photos; the rest stays whole."""

from pathlib import Path

from labdesk.domain.gesture import Edit, Gesture, Removal, born
from labdesk.domain.quotes import OMITTED, mark
from labdesk.store import backups
from labdesk.store.mirror import left_behind
from labdesk.store.project_file import ProjectFile
from labdesk.store.safety import check
from labdesk.store.session import Session
from tests.store.samples import ANNE, BRUNO, note, photo_bytes, remove, write

SECRET = "Jean Dupont a pleuré au guichet"


def test_no_byte_of_it_stays_and_every_id_still_fits(tmp_path: Path) -> None:
    path = tmp_path / "x.labdesk"
    session = Session.create(path, ANNE)
    session.do(note("n1", SECRET).and_then(note("n2", "à garder")))
    session.do(write("n1", f"{SECRET} deux fois"))
    picture = session.add_picture(photo_bytes(), "jean.jpg")
    session.do(Gesture("Photo", born("photo", "f1", canvas="c", zone="photos", picture=picture.sha)))
    session.flush()
    session.merge([])  # makes a backup
    session.draft("note", "n1", "text", SECRET + " encore")
    assert backups.listed(session.origin)
    session.do(remove("f1", "photo"))
    session.erase([("note", "n1")], [picture.sha])
    assert session.project.note["n1"].text is None
    assert session.undo() is not None  # the removal of the photo’s row comes back, its bytes do not
    session.close()
    traces = [path, *backups.listed(session.origin), *(path.parent.glob("x.labdesk-*"))]
    assert all(b"Jean Dupont" not in trace.read_bytes() for trace in traces)
    assert picture.thumbnail not in path.read_bytes()
    assert backups.stored_picture(picture.sha) is None
    assert check(path).sound
    file = ProjectFile.open(path, ANNE)
    assert file.project.note["n2"].text == "à garder"
    while file.undo() is not None:
        assert file.project.note.get("n1") is None or file.project.note["n1"].text is None
    file.close()


def test_a_text_that_quotes_it_keeps_the_quote_and_not_the_words(tmp_path: Path) -> None:
    path = tmp_path / "x.labdesk"
    session = Session.create(path, ANNE, first=note("n1", SECRET).and_then(note("n2", "à garder")))
    quoting = f"On dit « {mark('note:n1', SECRET)} » et « {mark('note:n2', 'à garder')} »."
    session.do(Gesture("Écrire", born("section", "summary", text=quoting)))
    session.do(Gesture("Écrire", (Edit("section", "summary", "text", f"{quoting} Voilà."),)))
    session.do(Gesture("Écrire", born("section", "context", text=mark("note:n1", SECRET))))
    session.do(Gesture("", (Removal("section", "context"),)))
    session.do(Gesture("Garder", born("kept", "k1", section="summary", words=f"On dit « {SECRET} » et")))
    session.draft("section", "needs", "text", f"Encore {mark('note:n1', SECRET)}")
    session.flush()
    session.merge([])  # makes a backup
    session.erase([("note", "n1")])
    assert session.project.text("summary") == "On dit « […] » et « à garder ». Voilà."
    assert session.disagreements() == ()
    while session.undo() is not None:
        assert SECRET not in session.project.raw_text("summary")
        assert SECRET not in session.project.raw_text("context")
    session.close()
    for trace in (path, *backups.listed(session.origin)):
        assert b"Jean Dupont" not in trace.read_bytes()
    assert check(path).sound
    assert "[…]" in ProjectFile.open(path, BRUNO).project.text("summary")


def test_two_versions_of_a_text_that_quote_it_both_forget_and_stay_two(tmp_path: Path) -> None:
    here, there = ProjectFile.blank(ANNE), ProjectFile.blank(BRUNO)
    here.do(note("n1", SECRET))
    here.do(Gesture("", born("section", "summary", text=mark("note:n1", SECRET))))
    there.absorb(here.rows())
    for file, word in ((here, "ici"), (there, "là")):
        file.do(Gesture("", (Edit("section", "summary", "text", f"{mark('note:n1', SECRET)} {word}"),)))
    here.absorb(there.rows())
    here.erase([("note", "n1")], field="text")
    (split,) = here.disagreements()
    assert {str(version.value) for version in split.versions} == {
        f"{mark('note:n1', OMITTED)} ici",
        f"{mark('note:n1', OMITTED)} là",
    }
    there.absorb(here.rows())
    assert there.project.section == here.project.section
    assert all(SECRET not in str(change.value) for change in there.rows().changes)
    assert not here.erase([("note", "n1")], field="text").rows.gestures  # said once


def test_a_table_that_still_holds_it_forgets_when_they_meet_and_never_brings_it_back() -> None:
    here, there = ProjectFile.blank(ANNE), ProjectFile.blank(BRUNO)
    here.do(note("n1", SECRET))
    there.absorb(here.rows())
    here.erase([("note", "n1")], field="text")
    assert here.absorb(there.rows()).added == 0
    assert here.project.note["n1"].text is None
    assert here.project.note["n1"].zone == "tray"
    there.absorb(here.rows())
    assert there.project == here.working_copy().project or there.project.note["n1"].text is None
    third = ProjectFile.blank("d" * 16)
    third.absorb(there.rows())
    assert SECRET not in {change.value for change in third.rows().changes}


def test_the_mirror_of_another_copy_forgets_too(tmp_path: Path) -> None:
    path, away = tmp_path / "x.labdesk", tmp_path / "loin.labdesk"
    session = Session.create(path, ANNE, first=note("n1", "un"))
    session.flush()
    copy = tmp_path / "copie.labdesk"
    copy.write_bytes(path.read_bytes())
    path.rename(away)
    session.do(write("n1", SECRET))
    assert not session.flush()
    session.close()
    other = Session.open(copy, ANNE)
    assert other.project.note["n1"].text == SECRET
    other.erase([("note", "n1")])
    other.close()
    (mirror,) = left_behind(other.origin)
    assert SECRET.encode() not in mirror.read_bytes()
    assert SECRET.encode() not in copy.read_bytes()
