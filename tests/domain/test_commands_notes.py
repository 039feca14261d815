"""What a person does with notes: order in a cell, moves between cells, duplicates, dots; nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.commands import canvases
from labdesk.domain.commands.notes import (
    add_note,
    add_notes,
    delete_notes,
    duplicate_notes,
    move_notes,
    set_note,
    shift_note,
    vote,
    write_note,
)
from labdesk.domain.gesture import Edit
from labdesk.domain.model import Project
from tests.memory import done, with_canvas, with_note, with_steps


@pytest.fixture
def cell() -> tuple[Project, str, str, tuple[str, ...]]:
    """A journey of two steps with three notes in the first cell: project, canvas, step, notes."""
    project, canvas = with_canvas(Project.empty("m"), "journey")
    project, (step, _other) = with_steps(project, canvas, ("Phase", ("a", "b")))
    ids, gesture = add_notes(project, canvas, "actions", ["un", "deux", "trois"], step=step)
    return done(project, gesture), canvas, step, ids


def texts(project: Project, canvas: str, step: str | None, zone: str = "actions") -> list[str | None]:
    return [note.text for note in project.notes_at(canvas, zone, step)]


def test_a_paste_of_many_lines_is_one_gesture_in_their_order(
    cell: tuple[Project, str, str, tuple[str, ...]],
) -> None:
    project, canvas, step, ids = cell
    assert texts(project, canvas, step) == ["un", "deux", "trois"]
    more, gesture = add_notes(project, canvas, "actions", ["quatre"], step=step)
    assert texts(done(project, gesture), canvas, step) == ["un", "deux", "trois", "quatre"]
    assert len({*ids, *more}) == 4
    assert not add_notes(project, canvas, "actions", [])[1]


def test_a_note_is_added_last_or_just_after_another(cell: tuple[Project, str, str, tuple[str, ...]]) -> None:
    project, canvas, step, (first, _second, last) = cell
    made, gesture = add_note(
        project, canvas, "actions", "un et demi", step=step, after=first, evidence="lived"
    )
    after = done(project, gesture)
    assert texts(after, canvas, step) == ["un", "un et demi", "deux", "trois"]
    assert after.note[made].evidence == "lived"
    _made, gesture = add_note(project, canvas, "actions", "fin", step=step, after=last)
    assert texts(done(project, gesture), canvas, step)[-1] == "fin"
    _made, gesture = add_note(project, canvas, "actions", "fin", step=step, after="gone")
    assert texts(done(project, gesture), canvas, step)[-1] == "fin"
    assert add_note(project, canvas, "tray", "x", note="chosen")[0] == "chosen"


def test_the_same_words_or_a_note_that_is_gone_make_no_gesture(
    cell: tuple[Project, str, str, tuple[str, ...]],
) -> None:
    project, _canvas, _step, (first, *_others) = cell
    assert not write_note(project, first, "un")
    assert write_note(project, first, "autre", ("c1",)).edits == (
        Edit("note", first, "text", "autre", ("c1",)),
    )
    assert not shift_note(project, "gone", 1)
    assert not move_notes(project, ["gone"], "tray")
    assert not duplicate_notes(project, ["gone"])[1]
    assert not delete_notes(project, ["gone"])
    with pytest.raises(KeyError):
        set_note(project, first, "colour", "red")


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (1, ["deux", "un", "trois"]),
        (2, ["deux", "trois", "un"]),
        (3, ["un", "deux", "trois"]),
        (-1, ["un", "deux", "trois"]),
        (0, ["un", "deux", "trois"]),
    ],
)
def test_a_note_goes_down_its_cell_and_stops_at_the_edge(
    cell: tuple[Project, str, str, tuple[str, ...]], by: int, order: list[str]
) -> None:
    project, canvas, step, (first, *_others) = cell
    assert texts(done(project, shift_note(project, first, by)), canvas, step) == order


def test_a_why_is_shifted_inside_its_own_chain() -> None:
    project, canvas = with_canvas(Project.empty("m"), "problem")
    chains: list[str] = []
    for _chain in range(2):
        line, gesture = canvases.add_line(project, canvas, "five_whys")
        project = done(project, gesture)
        chains.append(line)
    for text in ("a", "b"):  # typed in turn, so that the chains are mixed in the zone
        for line in chains:
            project = done(project, add_note(project, canvas, "five_whys", text, line=line)[1])
    second = project.chain(chains[0])[1]
    moved = done(project, shift_note(project, second.id, -1))
    assert [note.text for note in moved.chain(chains[0])] == ["b", "a"]
    assert [note.text for note in moved.chain(chains[1])] == ["a", "b"]
    assert not shift_note(project, second.id, 1)


def test_notes_move_to_another_cell_in_the_order_given(
    cell: tuple[Project, str, str, tuple[str, ...]],
) -> None:
    project, canvas, step, (first, second, third) = cell
    other = project.steps_of(canvas)[1].id
    project, there = with_note(project, canvas, "pain_points", "déjà là", other)
    moved = done(project, move_notes(project, [third, first], "pain_points", step=other))
    assert texts(moved, canvas, other, "pain_points") == ["déjà là", "trois", "un"]
    assert texts(moved, canvas, step) == ["deux"]
    ahead = done(project, move_notes(project, [third, first], "pain_points", step=other, first=True))
    assert texts(ahead, canvas, other, "pain_points") == ["trois", "un", "déjà là"]
    after = done(moved, move_notes(moved, [second], "pain_points", step=other, after=there))
    assert texts(after, canvas, other, "pain_points") == ["déjà là", "deux", "trois", "un"]


def test_a_note_moves_to_the_tray_and_to_another_canvas(
    cell: tuple[Project, str, str, tuple[str, ...]],
) -> None:
    project, canvas, _step, (first, *_others) = cell
    tray = done(project, move_notes(project, [first], "tray"))
    assert (tray.note[first].zone, tray.note[first].step) == ("tray", None)
    project, other = with_canvas(project, "journey")
    away = done(project, move_notes(project, [first], "tray", canvas=other))
    assert texts(away, other, None, "tray") == ["un"]
    assert not away.notes_at(canvas, "tray")


def test_a_duplicate_stands_just_after_with_its_attributes_and_without_its_dots(
    cell: tuple[Project, str, str, tuple[str, ...]],
) -> None:
    project, canvas, step, (first, second, _third) = cell
    project = done(project, set_note(project, first, "evidence", "measured"))
    project = done(project, vote(project, first, 2))
    ids, gesture = duplicate_notes(project, [first, second])
    after = done(project, gesture)
    assert texts(after, canvas, step) == ["un", "un", "deux", "deux", "trois"]
    assert after.note[ids[0]].evidence == "measured"
    assert after.votes_on(ids[0]) == 0


def test_a_deleted_note_takes_its_dots_and_its_links_with_it(
    cell: tuple[Project, str, str, tuple[str, ...]],
) -> None:
    project, canvas, step, (first, second, third) = cell
    project = done(project, vote(project, first, 2))
    for source, target in ((first, second), (third, first), (second, third)):
        project = done(project, canvases.link(project, canvas, source, "trace", target))
    after = done(project, delete_notes(project, [first]))
    assert texts(after, canvas, step) == ["deux", "trois"]
    assert after.vote == {}
    assert [(x.source, x.target) for x in after.link.values()] == [(second, third)]


def test_dots_are_rows_so_that_two_tables_add_theirs(cell: tuple[Project, str, str, tuple[str, ...]]) -> None:
    project, _canvas, _step, (first, *_others) = cell
    mine = done(project, vote(project, first, 2))
    assert set(mine.vote) == {f"{first}/m.0", f"{first}/m.1"}
    assert mine.votes_on(first) == 2
    fewer = done(mine, vote(mine, first, -1))
    assert fewer.votes_on(first) == 1
    assert done(fewer, vote(fewer, first, 1)).votes_on(first) == 2
    assert done(mine, vote(mine, first, -9)).votes_on(first) == 0
    assert not vote(project, first, -1)
    assert not vote(project, first, 0)


DEEDS = st.lists(
    st.tuples(st.sampled_from(["add", "move", "shift", "duplicate"]), st.integers(0, 40), st.integers(-3, 3)),
    max_size=25,
)


@given(DEEDS)
def test_whatever_is_done_no_note_is_lost_and_each_stands_in_one_cell(
    deeds: list[tuple[str, int, int]],
) -> None:
    project, canvas = with_canvas(Project.empty("m"), "journey")
    project, steps = with_steps(project, canvas, ("Phase", ("a", "b")))
    count = 0
    for deed, rank, by in deeds:
        ids = sorted(project.note, key=lambda row: (project.note[row].text or "", row))
        step = steps[rank % 2]
        if deed == "add" or not ids:
            project, _note = with_note(project, canvas, "actions", f"note {count}", step)
            count += 1
        elif deed == "move":
            after = ids[by % len(ids)]
            project = done(
                project, move_notes(project, [ids[rank % len(ids)]], "actions", step=step, after=after)
            )
        elif deed == "shift":
            project = done(project, shift_note(project, ids[rank % len(ids)], by))
        else:
            project = done(project, duplicate_notes(project, [ids[rank % len(ids)]])[1])
            count += 1
    standing = [note.id for step in steps for note in project.notes_at(canvas, "actions", step)]
    assert sorted(standing) == sorted(project.note)
    assert len(standing) == count
    places = [(note.step, note.place) for note in project.note.values()]
    assert len(set(places)) == len(places)
