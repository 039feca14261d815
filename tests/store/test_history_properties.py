"""Merging is a union: in any order, any number of times, nothing is lost and nothing hidden."""

import random
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from labdesk.domain.entities import ENTITIES, FIELDS
from labdesk.store.hashes import stamp
from labdesk.store.history import Rows
from labdesk.store.project_file import ProjectFile
from labdesk.store.recording import Recording
from labdesk.store.state import LIVING, from_history, heads_of, hidden, removals, replaced_by
from tests.store.samples import note, remove, write
from tests.store.test_undo_properties import gestures, only_known

Dump = dict[str, list[tuple[object, ...]]]
TABLES = (*ENTITIES, "gesture", "change", "replaces", "erased")

steps = st.lists(
    st.tuples(st.integers(0, 5), st.one_of(gestures, st.sampled_from(["undo", "redo", "merge", "future"]))),
    min_size=3,
    max_size=30,
)


def dump(file: ProjectFile) -> Dump:
    return {
        table: sorted(file._connection.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
        for table in TABLES
    }


def write_what_a_newer_version_knows(file: ProjectFile, chance: random.Random) -> None:
    """Sound changes of a table and of a field that this version does not know."""
    scratch = ProjectFile.blank(file.author)
    recording = Recording(scratch._connection, file.author, file._now(), "Plus tard")
    recording.write("note", "n1", "weight", chance.randrange(9), file.heads("note", "n1", "weight"))
    recording.write("proof", "p1", "text", "preuve", ())
    file.absorb(recording.rows)


def told(file: ProjectFile) -> None:
    """Nothing that nobody replaced is hidden: it is shown, or listed for a human."""
    split = {(d.table, d.row, d.field): {v.value for v in d.versions} for d in file.disagreements()}
    places = file._connection.execute('SELECT DISTINCT "table", "row" FROM change').fetchall()
    for table, row in places:
        heads = heads_of(file._connection, table, row)
        if table not in ENTITIES:
            continue
        if hidden(file._connection, heads):
            seen = replaced_by(file._connection, removals(heads))
            assert all(head.id in seen for head in heads if head.id not in removals(heads))
            assert row not in file.project.table(table)
            continue
        for head in heads:
            if head.field in FIELDS[table] and FIELDS[table][head.field].merge == "ask":
                shown = getattr(file.project.table(table)[row], head.field)
                assert shown == head.value or head.value in split[table, row, head.field]
        if removals(heads):
            assert (table, row) in file.kept_though_removed()


@given(count=st.integers(2, 5), steps=steps, seed=st.integers(0, 10**6))
def test_all_laptops_come_to_the_same_project_and_nothing_is_lost(
    count: int, steps: list[tuple[int, object]], seed: int
) -> None:
    chance = random.Random(seed)
    first = ProjectFile.blank("f" * 16)
    first.do(note("n1", "au départ").and_then(note("n2", "aussi")))
    tables = [ProjectFile.blank(f"{n}" * 16, first.origin) for n in range(count)]
    for table in tables:
        table.absorb(first.rows())
    for who, step in steps:
        table = tables[who % count]
        if step == "undo":
            table.undo()
        elif step == "redo":
            table.redo()
        elif step == "merge":
            table.absorb(tables[(who + 1) % count].rows())
        elif step == "future":
            write_what_a_newer_version_knows(table, chance)
        else:
            table.do(only_known(table, step))  # type: ignore[arg-type]
        assert table.project == table.working_copy().project
    written = {change for table in tables for change in table.rows().changes}
    _gather_in_any_order(tables, chance)
    dumps = [dump(table) for table in tables]
    assert all(other == dumps[0] for other in dumps)
    assert set(tables[0].rows().changes) == written
    for table in tables:
        told(table)
        rebuilt = {(s.table, s.row): s.content for s in from_history(table._connection) if s.content}
        shown = {(name, row): it for name in ENTITIES for row, it in table.project.table(name).items()}
        assert shown == rebuilt
        listed = {
            (d.table, d.row, d.field, frozenset(v.value for v in d.versions)) for d in table.disagreements()
        }
        fresh = table.working_copy().disagreements()
        assert listed == {(d.table, d.row, d.field, frozenset(v.value for v in d.versions)) for d in fresh}


def _gather_in_any_order(tables: list[ProjectFile], chance: random.Random) -> None:
    for _ in range(2):
        pairs = [(a, b) for a in tables for b in tables if a is not b]
        chance.shuffle(pairs)
        for one, other in pairs:
            rows = other.rows()
            changes, gestures_ = list(rows.changes), list(rows.gestures)
            chance.shuffle(changes)
            chance.shuffle(gestures_)
            half = len(changes) // 2  # a merge may be cut in two, and a change may come before its gesture
            assert one.absorb(Rows((), tuple(changes[:half]))).refused == 0
            assert one.absorb(Rows(tuple(gestures_), tuple(changes[half:]))).refused == 0


def test_a_change_that_was_tampered_with_is_refused_and_counted() -> None:
    file, other = ProjectFile.blank("0" * 16), ProjectFile.blank("1" * 16)
    rows = file.do(note("n1", "vrai")).rows
    text = next(change for change in rows.changes if change.field == "text")
    forged = [
        replace(text, value="faux"),
        replace(text, field="voice"),
        replace(text, row="n2"),
        replace(text, seen=("0" * 32,)),
        replace(text, salt=None, value=None),
        replace(text, table="note; DROP TABLE note"),
        replace(text, value=1.5),
        replace(text, value=b"octets"),
        replace(text, id="\ud800"),
    ]
    union = other.absorb(Rows(rows.gestures, tuple(forged)))
    assert (union.refused, union.added) == (len(forged), 0)
    early = replace(rows.gestures[0], at=stamp(datetime(2000, 1, 1)))
    far = replace(rows.gestures[0], at="9999-12-31T23:59:59.999999Z")
    assert other.absorb(Rows((early, far))).refused == 2
    assert other.do(write("n1", "suite")).gesture


def test_an_older_laptop_keeps_passes_on_and_counts_what_it_does_not_know() -> None:
    newer, older, third = (ProjectFile.blank(f"{n}" * 16) for n in range(3))
    newer.do(note("n1", "connu"))
    write_what_a_newer_version_knows(newer, random.Random(1))
    union = older.absorb(newer.rows())
    assert union.unknown == 2
    older.do(remove("n1"))
    third.absorb(older.rows())
    assert set(third.rows().changes) >= set(newer.rows().changes)
    assert dict(third.project.note) == {}
    third.undo()
    assert LIVING not in FIELDS["note"]
