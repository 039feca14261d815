"""Whatever was done comes undone step by step to the same project, and is done again, across restarts."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.entities import ENTITIES
from labdesk.domain.gesture import Edit, Gesture, Removal, born
from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE

NOTES = ("n1", "n2", "n3")
VOTES = ("n1/a.1", "n2/a.1")
texts = st.text("abé🙂\n<= ", max_size=4)
notes = st.sampled_from(NOTES)

births = st.builds(
    lambda row, text, place: born("note", row, canvas="c", zone="tray", text=text, place=place),
    notes,
    texts,
    st.sampled_from("VWX"),
)
votes = st.builds(lambda row: born("vote", row, note=row[:2], voter=row[3:]), st.sampled_from(VOTES))
writings = st.builds(
    lambda row, field, text: (Edit("note", row, field, text),),
    notes,
    st.sampled_from(["text", "evidence", "voice"]),
    texts | st.none(),
)
moves = st.builds(
    lambda row, zone, place: (Edit("note", row, "zone", zone), Edit("note", row, "place", place)),
    notes,
    st.sampled_from(["needs", "tray"]),
    st.sampled_from("VWX"),
)
removals = st.builds(
    lambda rows: tuple(Removal("note" if "/" not in row else "vote", row) for row in rows),
    st.lists(st.sampled_from(NOTES + VOTES), min_size=1, max_size=3),
)
parts = st.lists(st.one_of(births, votes, writings, moves, removals), min_size=1, max_size=4)
gestures = parts.map(lambda made: Gesture("Geste", tuple(edit for edits in made for edit in edits)))
steps = st.lists(st.one_of(gestures, st.sampled_from(["undo", "redo", "restart"])), max_size=25)


def state(file: ProjectFile) -> dict[str, object]:
    return {table: dict(file.project.table(table)) for table in ENTITIES if file.project.table(table)}


def only_known(file: ProjectFile, gesture: Gesture) -> Gesture:
    """The window lets nobody write on a note that is not there."""
    born_now = {e.row for e in gesture.edits if isinstance(e, Edit) and e.seen == ()}
    there = born_now | set(file.project.note) | set(file.project.vote)
    return Gesture(gesture.label, tuple(edit for edit in gesture.edits if edit.row in there))


@given(steps=steps)
def test_undo_goes_back_and_redo_forth_through_the_same_states(steps: list[Gesture | str]) -> None:
    file = ProjectFile.blank(ANNE)
    past, future = [state(file)], list[dict[str, object]]()
    for step in steps:
        if step == "restart":
            file = file.working_copy()
        elif step == "undo":
            assert (file.undo() is not None) == (len(past) > 1)
            if len(past) > 1:
                future.append(past.pop())
        elif step == "redo":
            assert (file.redo() is not None) == bool(future)
            if future:
                past.append(future.pop())
        elif isinstance(step, Gesture) and file.do(only_known(file, step)):
            past.append(state(file))
            future.clear()
        assert state(file) == past[-1]
    while file.undo() is not None:
        future.append(past.pop())
        assert state(file) == past[-1]
    assert len(past) == 1
    while file.redo() is not None:
        past.append(future.pop())
        assert state(file) == past[-1]
    assert future == []
    assert state(file) == state(file.working_copy())
