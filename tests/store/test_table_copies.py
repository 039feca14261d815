"""Copies for the tables: whole or not there; united in any order they give what full copies would give."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labdesk.domain.gesture import Edit, Gesture, Removal, born
from labdesk.errors import Refusal
from labdesk.store.seats import Seat
from labdesk.store.session import Session
from labdesk.store.table_copies import prepare
from tests.store.samples import ANNE, note, photo_bytes, plain, remove, write

SEAT = Seat("Table 1", "2027-03-09T08:10:00+01:00")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project with notes, one of them gone, and what stays behind."""
    made = Session.create(tmp_path / "projet.labdesk", ANNE, first=note("n1", "un"))
    made.do(note("n2", "deux", facilitator_note="à moi"))
    made.do(note("n3", "trois"))
    made.do(remove("n3"))
    made.do(Gesture("Remplir", born("risk", "r1", label="Retard")))
    yield made
    made.close()


def tables(path: Path) -> dict[str, list[str]]:
    """Everything in a file, but its own facts."""
    with closing(sqlite3.connect(path)) as file:
        names = [n for (n,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: sorted(map(repr, file.execute(f'SELECT * FROM "{name}"')))
            for name in names
            if name != "meta"
        }


def test_the_copy_made_inside_sqlite_is_the_one_made_row_by_row(session: Session, tmp_path: Path) -> None:
    session.add_picture(photo_bytes(), "p.jpg")
    prepare(session, tmp_path / "vite.labdesk", SEAT)
    session.copy_to(tmp_path / "lentement.labdesk", SEAT)
    assert tables(tmp_path / "vite.labdesk") == tables(tmp_path / "lentement.labdesk")


def test_a_copy_never_takes_the_place_of_a_file(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "Table 1.labdesk"
    out.write_bytes(b"autre chose")
    with pytest.raises(Refusal, match="existe"):
        prepare(session, out, SEAT)
    assert out.read_bytes() == b"autre chose"
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX can fill a medium for one process")
def test_a_medium_that_takes_no_more_leaves_no_half_file_and_a_sentence(
    session: Session, tmp_path: Path
) -> None:
    import resource

    session.add_picture(photo_bytes(2000, 1500), "p.jpg")
    session.flush()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    try:
        with pytest.raises(Refusal) as told:
            prepare(session, tmp_path / "Table 1.labdesk", SEAT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "rien d’incomplet" in told.value.sentence
    assert ".part" not in told.value.sentence
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("Table")] == []


def test_a_key_that_was_pulled_is_a_sentence(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as told:
        prepare(session, tmp_path / "clé partie" / "Table 1.labdesk", SEAT)
    assert "rebranchez la clé" in plain(told.value.sentence)
    assert ".part" not in told.value.sentence


def test_what_a_former_try_left_does_not_stand_in_the_way(session: Session, tmp_path: Path) -> None:
    (tmp_path / "Table 1.labdesk.part").write_bytes(b"moitie")
    prepare(session, tmp_path / "Table 1.labdesk", SEAT)
    assert not list(tmp_path.glob("*.part*"))


def test_a_note_deleted_at_a_table_that_bears_a_private_note_comes_back_marked(
    session: Session, tmp_path: Path
) -> None:
    """The table did not know of it: as everywhere, nothing that somebody wrote goes unseen."""
    path = prepare(session, tmp_path / "Table 1.labdesk", SEAT)
    with closing(Session.open(path, "b" * 16)) as copy:
        copy.do(remove("n1"))
        copy.do(remove("n2"))
        assert not copy.project.note
    report = session.merge([path])
    assert set(session.project.note) == {"n2"}
    assert report.kept == 1


ROWS = st.sampled_from(["n1", "n4", "n5", "n6"])
DEEDS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["write", "remove", "move"]), ROWS, st.text("ab"))
)


def done(session: Session, deed: str, row: str, text: str) -> None:
    """One thing a person does to a note, if it is there."""
    if row not in session.project.note:
        session.do(note(row, text or "vide"))
    elif deed == "write":
        session.do(write(row, text))
    elif deed == "move":
        session.do(Gesture("Déplacer", (Edit("note", row, "place", "V" + text),)))
    else:
        session.do(Gesture("Supprimer", (Removal("note", row),)))


@given(deeds=DEEDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_tables_that_know_less_unite_to_the_same_project(
    deeds: list[tuple[int, str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each table works on a full copy and, deed by deed the same rows, the lean one gives the same result."""
    folder = tmp_path_factory.mktemp("tables")
    first = Session.create(folder / "projet.labdesk", ANNE, first=note("n1", "un"))
    first.do(Gesture("Remplir", born("section", "summary", text="Dossier")))
    first.do(note("n2", "gardée", facilitator_note="à moi"))
    first.flush()
    lean = [prepare(first, folder / f"t{n}.labdesk", Seat(f"Table {n}", SEAT.prepared)) for n in (1, 2)]
    first.close()
    full_main = Path(shutil.copy(folder / "projet.labdesk", folder / "autre.labdesk"))
    people = [Session.open(folder / "projet.labdesk", ANNE)]
    people += [Session.open(path, author * 16) for path, author in zip(lean, "bc", strict=True)]
    for who, deed, row, text in deeds:
        done(people[who], deed, row, text)
    for one in people:
        one.close()
    with closing(Session.open(folder / "projet.labdesk", ANNE)) as main:
        assert main.merge(lean).refused == 0
        there = main.project
    with closing(Session.open(full_main, ANNE)) as other:
        other.merge([lean[1], folder / "projet.labdesk", lean[0]])
        back = other.project
    assert {t: dict(there.table(t)) for t in ("note", "section")} == {
        t: dict(back.table(t)) for t in ("note", "section")
    }
    assert there.text("summary") == "Dossier"
    assert there.note["n2"].facilitator_note == "à moi"
