"""What follows a deposit, and versions, in the project file: history, undo, merge between copies, erasure."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labdesk.domain.commands.dossier import set_row
from labdesk.domain.commands.follow_up import add_event, answer, delete_event
from labdesk.domain.commands.versions import Kept, delete_version, keep_version, name_version
from labdesk.domain.contents import Content, Leaf, content_of, parts_of
from labdesk.domain.follow_up import KINDS, events, stage
from labdesk.domain.gesture import Gesture
from labdesk.store.merge import merge
from labdesk.store.project_file import ProjectFile
from labdesk.store.session import Session
from tests.store.samples import ANNE, BRUNO, note, write

TODAY = date(2027, 3, 12)


def keeping(file: ProjectFile | Session, *words: str) -> tuple[str, Gesture]:
    """The gesture that keeps a version which said these words."""
    said = Content(tuple(Leaf(word, "", (f"texte {word}",)) for word in words))
    return keep_version(
        *(file.project, Kept("ab" * 32, parts_of(said))),
        at="2027-03-03T10:42:00+01:00",
        what="dossier",
        form="pdf",
        final=False,
        file="d.pdf",
        profile="small",
    )


def test_two_copies_that_noted_and_exported_apart_unite_whole_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "x.labdesk"
    file = ProjectFile.create(path, ANNE)
    row, gesture = add_event(file.project, "deposited", TODAY)
    file.do(gesture)
    file.close()
    copies = []
    for number, author in enumerate((ANNE, BRUNO)):
        copy = shutil.copyfile(path, tmp_path / f"{number}.labdesk")
        with closing(ProjectFile.open(copy, author)) as open_copy:
            open_copy.do(add_event(open_copy.project, "asked", TODAY, said=f"pièce {number}")[1])
            open_copy.do(keeping(open_copy, "commun", f"propre{number}")[1], forever=True)
            open_copy.do(set_row(open_copy.project, "follow_up", row, "reference", f"n° {number}"))
        copies.append(copy)
    found = []
    for first, second in (copies, reversed(copies)):
        target = shutil.copyfile(first, tmp_path / "ensemble.labdesk")
        report = merge(target, [second], "c" * 16)
        assert {d.field for d in report.disagreements} == {"reference"}, "a human says which number is right"
        with closing(ProjectFile.open(target, ANNE)) as whole:
            found.append(whole.project)
        target.unlink()
    one, other = found
    assert one.follow_up == other.follow_up
    assert (one.version, one.version_part) == (other.version, other.version_part)
    assert (len(one.version), len(one.version_part)) == (2, 3)
    assert stage(one).waiting == 2
    for version in one.version.values():
        assert content_of(one, version) is not None


def test_a_version_kept_by_the_program_is_no_step_of_undo_and_keeps_redo(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "x.labdesk", ANNE)
    session.do(note("n1", "un"))
    session.do(write("n1", "deux"))
    session.undo()
    row, gesture = keeping(session, "résumé")
    session.do(gesture, forever=True)
    assert session.redo_label == "Écrire"
    session.do(name_version(session.project, row, "envoyée"))
    session.undo()
    assert session.project.version[row].name is None
    session.undo()
    assert session.project.note == {}
    assert row in session.project.version
    session.close()
    with closing(ProjectFile.open(tmp_path / "x.labdesk", ANNE)) as file:
        assert content_of(file.project, file.project.version[row]) is not None


def test_a_version_forgotten_comes_back_whole_on_undo_and_its_parts_serve_again(tmp_path: Path) -> None:
    with closing(ProjectFile.create(tmp_path / "x.labdesk", ANNE)) as file:
        row, gesture = keeping(file, "a", "b")
        file.do(gesture, forever=True)
        said = content_of(file.project, file.project.version[row])
        file.do(delete_version(file.project, row))
        file.undo()
        assert content_of(file.project, file.project.version[row]) == said
        file.redo()
        again, gesture = keeping(file, "a", "b")
        file.do(gesture, forever=True)
        assert content_of(file.project, file.project.version[again]) == said


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 20)), min_size=1, max_size=12))
def test_undo_goes_back_through_everything_noted_and_redo_forward_again(deeds: list[tuple[int, int]]) -> None:
    file = ProjectFile.blank(ANNE)
    seen = [dict(file.project.follow_up)]
    for deed, which in deeds:
        rows = [row.id for row in events(file.project)]
        row = rows[which % len(rows)] if rows else ""
        if deed == 0 or not rows:
            gesture = add_event(file.project, KINDS[which % len(KINDS)], TODAY)[1]
        elif deed == 1:
            gesture = answer(file.project, row, TODAY)
        elif deed == 2:
            gesture = set_row(file.project, "follow_up", row, "said", f"dit {which}")
        else:
            gesture = delete_event(file.project, row)
        if file.do(gesture):
            seen.append(dict(file.project.follow_up))
    for before in reversed(seen[:-1]):
        assert file.undo()
        assert dict(file.project.follow_up) == before
    for after in seen[1:]:
        assert file.redo()
        assert dict(file.project.follow_up) == after
    file.close()


def test_a_person_who_asks_to_be_forgotten_leaves_former_versions_too(tmp_path: Path) -> None:
    session = Session.create(
        tmp_path / "x.labdesk", ANNE, first=note("n1", "Madame Untel attend depuis mars")
    )
    said = Content(
        (Leaf("problem", "", ("avant", "Madame Untel attend depuis mars")), Leaf("risks", "", ("rien",)))
    )
    row, gesture = keep_version(
        *(session.project, Kept("ab" * 32, parts_of(said))),
        at="2027-03-03T10:42:00+01:00",
        what="dossier",
        form="pdf",
        final=False,
        file="d.pdf",
        profile="small",
    )
    session.do(gesture, forever=True)
    session.erase([("note", "n1")])
    left = content_of(session.project, session.project.version[row])
    assert left is not None
    assert [leaf.section for leaf in left.leaves] == ["risks"]
    session.close()
    assert "Untel" not in (tmp_path / "x.labdesk").read_bytes().decode("latin-1")


def test_forgetting_a_version_again_takes_nothing_from_the_version_kept_since(tmp_path: Path) -> None:
    with closing(ProjectFile.create(tmp_path / "x.labdesk", ANNE)) as file:
        row, gesture = keeping(file, "a", "b")
        file.do(gesture, forever=True)
        file.do(delete_version(file.project, row))
        file.undo()
        later, gesture = keeping(file, "a", "b")
        file.do(gesture, forever=True)
        said = content_of(file.project, file.project.version[later])
        assert file.redo()
        assert row not in file.project.version
        assert content_of(file.project, file.project.version[later]) == said


def test_a_version_forgotten_here_leaves_whole_the_one_that_was_exported_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "x.labdesk"
    with closing(ProjectFile.create(path, ANNE)) as file:
        row, gesture = keeping(file, "commun")
        file.do(gesture, forever=True)
    away = shutil.copyfile(path, tmp_path / "away.labdesk")
    with closing(ProjectFile.open(path, ANNE)) as file:
        file.do(delete_version(file.project, row))
    with closing(ProjectFile.open(away, BRUNO)) as file:
        later, gesture = keeping(file, "commun", "propre")
        file.do(gesture, forever=True)
        said = content_of(file.project, file.project.version[later])
    merge(path, [away], "c" * 16)
    with closing(ProjectFile.open(path, ANNE)) as file:
        assert row not in file.project.version
        assert content_of(file.project, file.project.version[later]) == said
