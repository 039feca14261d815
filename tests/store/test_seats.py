"""The copy of a table: its mark stands in its file only, and the table has what it needs and no more."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.store import backups
from labdesk.store.parcel import Parcel
from labdesk.store.safety import recover
from labdesk.store.seats import Seat, for_table, seat_of, sit, stays_behind
from labdesk.store.session import Session
from labdesk.store.table_copies import prepare
from tests.store.samples import ANNE, BRUNO, note, write

PREPARED = "2027-03-09T08:10:00+01:00"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project with a note that has a private one behind it, and a text of the dossier."""
    made = Session.create(tmp_path / "projet.labdesk", ANNE, first=note("n1", "un"))
    made.do(Gesture("Écrire", (Edit("note", "n1", "facilitator_note", "Laisser parler Inès"),)))
    made.do(Gesture("Remplir", born("section", "summary", text="Enveloppe confidentielle")))
    made.do(Gesture("Remplir", born("project", "project", title="Carte", contact="Inès 06 11 22 33 44")))
    yield made
    made.close()


def copy_of(session: Session, name: str, begins: str = "") -> Path:
    out = session.path.with_name(f"{name or 'une table'}.labdesk")
    return prepare(session, out, Seat(name, PREPARED, begins))


def test_what_a_table_does_not_need_is_not_in_its_file_at_all(session: Session) -> None:
    content = copy_of(session, "Table 1").read_bytes().decode("latin-1")
    for words in ("Laisser parler", "confidentielle", "06 11 22"):
        assert words not in content
    with closing(Session.open(session.path.with_name("Table 1.labdesk"), BRUNO)) as copy:
        assert copy.project.note["n1"].text == "un"
        assert copy.project.note["n1"].facilitator_note is None
        assert copy.project.head.title == "Carte"
        assert not copy.project.section


def test_a_copy_knows_its_table_and_who_opened_it_first(session: Session) -> None:
    path = copy_of(session, "Table 1", "2027-03-09T09:00:00")
    assert seat_of(path) == Seat("Table 1", PREPARED, "2027-03-09T09:00:00")
    Session.open(path, BRUNO).close()
    Session.open(path, ANNE).close()
    seat = seat_of(path)
    assert seat is not None
    assert seat.by == BRUNO
    assert seat.opened
    start = seat.starts()
    assert start is not None
    assert (start.hour, start.minute) == (9, 0)


def test_the_hour_a_day_begins_is_compared_with_the_clock_of_the_table_however_it_was_written() -> None:
    for written in ("2027-03-09T09:00:00+01:00", "2027-03-09T09:00:00", "9999-12-31T23:59:59-23:00"):
        start = Seat("Table 1", begins=written).starts()
        assert start is None or start.tzinfo is None


def test_the_project_itself_is_nobodys_table(session: Session) -> None:
    copy_of(session, "Table 1")
    assert seat_of(session.path) is None
    assert session.seat is None


def test_a_table_says_its_name_once(session: Session) -> None:
    path = copy_of(session, "")
    sit(path, "Table 3")
    seat = seat_of(path)
    assert seat is not None
    assert seat.name == "Table 3"
    sit(session.path, "Table 3")  # an ordinary project is not marked
    assert seat_of(session.path) is None


def test_gathering_a_copy_brings_its_notes_and_takes_nothing_away(session: Session) -> None:
    path = copy_of(session, "Table 1")
    copy = Session.open(path, BRUNO)
    copy.do(write("n1", "un, précisé"))
    copy.do(note("n2", "dit à la table", author_table="Table 1"))
    copy.close()
    report = session.merge([path])
    assert (report.received, report.present, len(report.disagreements), report.refused) == (2, 2, 0, 0)
    project = session.project
    assert project.note["n1"].text == "un, précisé"
    assert project.note["n1"].facilitator_note == "Laisser parler Inès"
    assert project.text("summary") == "Enveloppe confidentielle"
    assert project.head.contact == "Inès 06 11 22 33 44"
    assert session.seat is None, "the mark of a table does not merge"


def test_a_copy_of_a_copy_away_from_its_key_is_still_that_of_its_table(
    session: Session, tmp_path: Path
) -> None:
    with closing(Session.open(copy_of(session, "Table 2"), BRUNO)) as copy:
        copy.copy_to(tmp_path / "sauvée.labdesk")
    seat = seat_of(tmp_path / "sauvée.labdesk")
    assert seat is not None
    assert seat.name == "Table 2"


def test_copies_opened_on_the_laptop_of_the_facilitator_push_no_backup_of_the_project_out(
    session: Session,
) -> None:
    session.flush()
    path = copy_of(session, "Table 1")
    before = backups.listed(session.origin)
    for word in "abc":
        with closing(Session.open(path, ANNE)) as copy:
            copy.do(note(f"n{word}", word))
            copy.flush()
            copy._back_up_now()
    assert backups.listed(session.origin) == before
    assert backups.listed(backups.of_a_table(session.origin))


def test_a_damaged_copy_is_saved_with_what_its_own_backups_hold_and_stays_that_of_its_table(
    session: Session, tmp_path: Path
) -> None:
    session._back_up_now()
    path = copy_of(session, "Table 1")
    with closing(Session.open(path, BRUNO)) as copy:
        for number in range(150):
            copy.do(note(f"t{number}", f"Dit à la table {number} " * 12))
        copy.flush()
        copy._back_up_now()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])  # the key was pulled
    recover(path, tmp_path / "Récupéré.labdesk", BRUNO)
    with closing(Session.open(tmp_path / "Récupéré.labdesk", BRUNO)) as saved:
        assert {f"t{number}" for number in range(150)} <= saved.project.note.keys()
        assert saved.project.note["n1"].facilitator_note is None
        assert saved.seat is not None
        assert saved.seat.name == "Table 1"


def test_words_that_are_no_seat_make_no_table(session: Session, tmp_path: Path) -> None:
    path = copy_of(session, "Table 1")
    for told in ("[]", "not json", '{"name": 3}', '{"begins": "hier"}'):
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("UPDATE meta SET value = ? WHERE name = 'table'", (told,))
        seat = seat_of(path)
        assert seat is None or (seat.name == "" and seat.starts() is None)
        Session.open(path, BRUNO).close()
    assert seat_of(tmp_path / "absent.labdesk") is None


def test_a_gesture_that_left_nothing_here_leaves_no_words_either(session: Session) -> None:
    everything = Parcel(session._everything().rows)
    told = for_table(everything)
    assert {change.gesture for change in told.rows.changes} == {g.id for g in told.rows.gestures}
    assert not [c for c in told.rows.changes if stays_behind(c.table, c.field)]
