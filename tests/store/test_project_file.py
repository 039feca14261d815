"""A project file is born, opened, written, read again; what is not one is refused in a sentence."""

from pathlib import Path

import pytest

from labdesk.errors import Refusal
from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE, note, remove, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A name with all that a URI would take for something else."""
    return tmp_path / "Mon projet n°1 #2? été %20.labdesk"


def test_what_was_written_is_there_when_the_file_is_opened_again(path: Path) -> None:
    file = ProjectFile.create(path, ANNE)
    file.do(note("n1", "Le formulaire est trop long"))
    file.close()
    file = ProjectFile.open(path, ANNE)
    assert file.project.note["n1"].text == "Le formulaire est trop long"
    assert file.working_copy().project.note == file.project.note
    file.close()


def test_undo_and_redo_go_on_after_a_restart(path: Path) -> None:
    file = ProjectFile.create(path, ANNE)
    file.do(note("n1", "un"))
    file.do(write("n1", "deux"))
    file.do(remove("n1"))
    for shown in ("deux", "un"):
        file.close()
        file = ProjectFile.open(path, ANNE)
        file.undo()
        assert file.project.note["n1"].text == shown
    file.undo()
    assert (dict(file.project.note), file.undo_label, file.redo_label) == ({}, None, "Ajouter")
    file.close()
    file = ProjectFile.open(path, ANNE)
    file.redo()
    file.redo()
    assert file.project.note["n1"].text == "deux"
    file.redo()
    assert dict(file.project.note) == {}
    assert file.redo() is None
    file.close()


def test_a_refused_gesture_leaves_nothing_of_itself(path: Path) -> None:
    file = ProjectFile.create(path, ANNE)
    both = note("n1", "court").and_then(note("n2", "x" * 2001))
    with pytest.raises(Refusal, match="la limite est de 2000"):
        file.do(both)
    assert dict(file.project.note) == {}
    assert file.undo_label is None
    file.close()


def test_every_wording_a_field_had_is_remembered_the_latest_first(path: Path) -> None:
    file = ProjectFile.create(path, ANNE)
    file.do(note("n1", "un"))
    file.do(write("n1", "deux"))
    file.do(write("n1", "trois"))
    file.undo()
    assert set(file.former("note", "n1", "text")) == {"un", "deux", "trois"}
    assert file.working_copy().former("note", "n1", "text") == file.former("note", "n1", "text")
    assert file.former("note", "n2", "text") == ()
    file.close()
