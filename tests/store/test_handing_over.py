"""A copy that is handed over shows the project as it is now, and nothing of how it came about."""

from pathlib import Path

from labdesk.domain.gesture import Gesture, born
from labdesk.store.handing_over import hand_over
from labdesk.store.photos import prepare
from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE, note, photo_bytes, remove, write


def test_only_what_stands_now_travels(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "x.labdesk", ANNE)
    picture = prepare(photo_bytes(), "p.jpg")
    file.put_picture(picture)
    file.do(note("n1", "une parole retirée").and_then(note("n2", "supprimée")))
    file.do(Gesture("Photo", born("photo", "f1", canvas="c", zone="photos", picture=picture.sha)))
    file.do(write("n1", "ce qui reste"))
    file.do(remove("n2"))
    out = tmp_path / "copie.labdesk"
    assert hand_over(file, out) == 0
    copy = ProjectFile.open(out, ANNE)
    assert copy.project == file.project
    assert copy.origin != file.origin
    assert copy.undo_label is None
    assert copy.picture(picture.sha) == picture.screen
    assert "retirée".encode() not in out.read_bytes()
    assert "supprimée".encode() not in out.read_bytes()
    copy.close()
    file.close()
