"""What a person does with canvases: create, copy, delete, answer, tick, fill tables, link, place photos."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.entities import FIELDS
from labdesk.domain.gesture import Edit, Removal
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project, title
from labdesk.domain.trees import trees
from tests.domain.dossiers import example
from tests.memory import catalogue, done, kind, with_canvas, with_note, with_steps


def test_a_new_canvas_has_its_title_its_usual_lanes_and_a_copy_of_its_type() -> None:
    project, canvas = with_canvas(Project.empty("m"), "journey", "Devenir agent")
    assert title(project, kind("journey"), canvas) == "Devenir agent"
    assert tuple(lane.zone for lane in project.lanes_of(canvas)) == kind("journey").presets["default"]
    assert {lane.id for lane in project.lanes_of(canvas)} == {
        f"{canvas}/{zone}" for zone in kind("journey").presets["default"]
    }
    (copy,) = project.canvas_type.values()
    assert (copy.id, copy.toml) == (kind("journey").row, kind("journey").toml)


def test_a_second_canvas_of_a_type_copies_nothing_and_comes_last() -> None:
    project, first = with_canvas(Project.empty("m"), "problem")
    second, gesture = canvases.create_canvas(
        project, kind("problem"), title="Comment ?", author_table="Table 2"
    )
    assert not [edit for edit in gesture.edits if edit.table == "canvas_type"]
    project = done(project, gesture)
    assert [canvas.id for canvas in project.canvases("problem")] == [first, second]
    assert project.canvas[second].author_table == "Table 2"
    assert [note.text for note in project.notes_at(second, "challenge")] == ["Comment ?"]


def test_lanes_may_be_chosen_at_birth() -> None:
    _canvas, gesture = canvases.create_canvas(Project.empty(), kind("journey"), lanes=["actions", "emotions"])
    project = done(Project.empty(), gesture)
    assert sorted(lane.zone or "" for lane in project.lane.values()) == ["actions", "emotions"]


def test_a_deleted_canvas_leaves_nothing_behind_and_no_link_to_it() -> None:
    project = example()
    persona = project.by_key("ines")
    assert persona is not None
    assert any(link.target == persona.id for link in project.link.values())
    for canvas in project.canvases():
        project = done(project, canvases.delete_canvas(project, canvas.id, "x"))
        assert not any(canvas.id in (link.target, link.source) for link in project.link.values())
    for table in ("canvas", "phase", "step", "lane", "note", "answer", "line", "link", "vote", "photo"):
        assert project.table(table) == {}, table


@pytest.mark.parametrize("name", list(catalogue().types))
def test_a_copy_says_the_same_and_points_inside_itself(name: str) -> None:
    project = example()
    source = project.canvases(name)[0]
    copy, gesture = canvases.duplicate_canvas(project, source.id)
    after = done(project, gesture)
    assert after.canvas[copy].key is None
    siblings = [canvas.id for canvas in after.canvases(name)]
    assert siblings.index(copy) == siblings.index(source.id) + 1
    old, new = dict.fromkeys(trees(after, source.id)), dict.fromkeys(trees(after, copy))
    assert sorted(table for table, _row in old) == sorted(table for table, _row in new)
    assert not set(old) & set(new)
    assert said(after, source.id) == said(after, copy)
    inside = {row for _table, row in old}
    for table, row in new:
        held = after.table(table)[row]
        pointing = {getattr(held, field) for field, spec in FIELDS[table].items() if spec.refers}
        assert not pointing & inside, (table, row)


def said(project: Project, canvas: str) -> list[tuple[str | None, ...]]:
    """Every word of a canvas, with its zone, in order."""
    words = [(note.zone, note.place, note.text) for note in project.notes_of(canvas)]
    values = [(a.zone, a.part, str(a.value)) for a in project.answer.values() if a.canvas == canvas]
    return sorted((*words, *values), key=str)


def test_a_custom_lane_is_copied_with_its_notes() -> None:
    project, canvas = with_canvas(Project.empty("m"), "journey")
    project, (step,) = with_steps(project, canvas, ("Phase", ("a",)))
    lane, gesture = grid.add_lane(project, canvas, "Bruit")
    project = done(project, gesture)
    project, _note = with_note(project, canvas, lane, "fort", step)
    copy, gesture = canvases.duplicate_canvas(project, canvas)
    after = done(project, gesture)
    own = next(one for one in after.lanes_of(copy) if one.label == "Bruit")
    assert own.id == own.zone != lane
    assert [n.text for n in after.notes_at(copy, own.zone or "", after.steps_of(copy)[0].id)] == ["fort"]


def test_the_structure_alone_is_copied_for_next_monday() -> None:
    """Scenario 14: « Refais-moi la même chose pour lundi. »"""
    project = example()
    source = project.by_key("j_candidate")
    assert source is not None
    copy, gesture = canvases.duplicate_canvas(project, source.id, content=False)
    after = done(project, gesture)
    assert [s.label for s in after.steps_of(copy)] == [s.label for s in after.steps_of(source.id)]
    assert [lane.zone for lane in after.lanes_of(copy)] == [lane.zone for lane in after.lanes_of(source.id)]
    assert after.notes_of(copy) == ()
    assert {row.id for row in after.answer.values() if row.canvas == copy} == set()


@pytest.mark.parametrize(
    ("rank", "by", "order"), [(0, 1, "bac"), (0, 2, "bca"), (2, -2, "cab"), (0, -1, "abc"), (2, 1, "abc")]
)
def test_a_canvas_changes_rank_among_those_of_its_type(rank: int, by: int, order: str) -> None:
    project = Project.empty("m")
    for name in "abc":
        project, _canvas = with_canvas(project, "persona", name)
        project, _other = with_canvas(project, "prototype")
    canvas = project.canvases("persona")[rank].id
    project = done(project, canvases.move_canvas(project, canvas, by))
    assert "".join(title(project, kind("persona"), one.id) for one in project.canvases("persona")) == order


def test_the_same_answer_makes_no_gesture_and_an_emptied_one_keeps_its_blank() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    assert not canvases.answer(project, canvas, "statement", None)
    project = done(project, canvases.answer(project, canvas, "statement", "Inès a besoin…"))
    assert not canvases.answer(project, canvas, "statement", "Inès a besoin…")
    gesture = canvases.answer(project, canvas, "statement", None, seen=("c1",))
    assert gesture.edits == (Edit("answer", f"{canvas}/statement", "value", None, ("c1",)),)
    assert done(project, gesture).words(canvas, "statement") == ""


def test_two_laptops_that_fill_the_same_blank_write_the_same_row() -> None:
    project, canvas = with_canvas(Project.empty("a"), "journey")
    here = done(project, canvases.answer(project, canvas, "emotions", -2, step="s"))
    there = done(project, canvases.answer(project, canvas, "emotions", 1, step="s"))
    assert set(here.answer) == set(there.answer) == {f"{canvas}/s/emotions"}


def test_options_are_ticked_one_by_one() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    project = done(project, canvases.tick(project, canvas, "channels", "phone", True, step="s"))
    assert not canvases.tick(project, canvas, "channels", "phone", True, step="s")
    assert not canvases.tick(project, canvas, "channels", "desk", False, step="s")
    assert project.chosen(canvas, "channels", "s") == ("phone",)
    gone = canvases.tick(project, canvas, "channels", "phone", False, step="s")
    assert gone.edits == (Removal("answer", f"{canvas}/s/channels/phone"),)


def test_a_table_is_filled_line_by_line() -> None:
    project, canvas = with_canvas(Project.empty("m"), "prototype")
    line, gesture = canvases.add_line(project, canvas, "next_actions", {"what": "Publier", "who": None})
    project = done(project, gesture)
    second, gesture = canvases.add_line(project, canvas, "next_actions")
    project = done(project, gesture)
    project = done(project, canvases.set_cell(project, line, "who", "SGC"))
    project = done(project, canvases.set_cell(project, line, "who", "SGAR"))
    assert (project.cell(line, "what"), project.cell(line, "who"), project.cell(line, "when")) == (
        "Publier",
        "SGAR",
        None,
    )
    assert not canvases.set_cell(project, line, "who", "SGAR")
    assert not canvases.set_cell(project, "gone", "who", "x")
    project = done(project, canvases.shift_line(project, second, -1))
    assert [one.id for one in project.lines_of(canvas, "next_actions")] == [second, line]
    project = done(project, canvases.delete_line(project, line))
    assert [one.id for one in project.lines_of(canvas, "next_actions")] == [second]
    assert project.answer == {}
    assert not canvases.delete_line(project, line)


def test_a_deleted_chain_takes_its_whys_their_dots_and_their_links() -> None:
    project, canvas = with_canvas(Project.empty("m"), "problem")
    line, gesture = canvases.add_line(project, canvas, "five_whys")
    project = done(project, gesture)
    why, gesture = notes.add_note(project, canvas, "five_whys", "Parce que", line=line)
    project = done(project, gesture)
    project = done(project, notes.vote(project, why, 2))
    project = done(project, canvases.link(project, canvas, why, "trace", "elsewhere"))
    project = done(project, canvases.delete_line(project, line))
    assert (project.note, project.vote, project.link, project.line) == ({}, {}, {}, {})


def test_a_link_is_drawn_once_and_taken_away() -> None:
    project, canvas = with_canvas(Project.empty("m"), "prototype")
    project = done(project, canvases.link(project, canvas, canvas, "personas", "ines"))
    assert not canvases.link(project, canvas, canvas, "personas", "ines")
    (link,) = project.link.values()
    assert (link.id, link.source, link.target) == (f"{canvas}/personas/ines", canvas, "ines")
    assert done(project, canvases.unlink(project, link.id)).link == {}
    assert not canvases.unlink(project, "gone")


def test_photos_are_placed_described_and_taken_away() -> None:
    project, canvas = with_canvas(Project.empty("m"), "prototype")
    first, gesture = canvases.add_photo(project, canvas, "photos", "sha1", file="a.jpg", consent="unknown")
    project = done(project, gesture)
    second, gesture = canvases.add_photo(project, canvas, "photos", "sha2")
    project = done(project, gesture)
    assert [photo.id for photo in project.photos_at(canvas, "photos")] == [first, second]
    assert (project.photo[first].file, project.photo[second].file) == ("a.jpg", None)
    project = done(project, canvases.set_photo(project, first, "alt", "Une affiche"))
    assert not canvases.set_photo(project, first, "alt", "Une affiche")
    project = done(project, canvases.delete_photo(project, second))
    assert set(project.photo) == {first}
    assert not canvases.delete_photo(project, second)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-6, 6)), max_size=15))
def test_shifting_any_row_any_number_of_times_keeps_all_rows_in_a_strict_order(
    moves: list[tuple[int, int]],
) -> None:
    project, canvas = with_canvas(Project.empty("m"), "prototype")
    for _line in range(4):
        project = done(project, canvases.add_line(project, canvas, "next_actions")[1])
    for rank, by in moves:
        lines = [line.id for line in project.lines_of(canvas, "next_actions")]
        line = lines[rank % 4]
        project = done(project, canvases.shift_line(project, line, by))
        target = lines.index(line) + by
        if 0 <= target < 4:
            assert [one.id for one in project.lines_of(canvas, "next_actions")].index(line) == target
    places = sorted(by_place(line) for line in project.line.values())
    assert len({place for place, _id in places}) == 4


def test_photos_come_in_order_and_one_of_them_goes_elsewhere_or_among_its_own() -> None:
    project, canvas = with_canvas(Project.empty("m"), "journey")
    project, (first, second) = with_steps(project, canvas, ("Avant", ("a", "b")))
    held, gesture = canvases.add_photos(
        project, canvas, "photos", [("s1", "1.jpg"), ("s2", "2.jpg")], step=first
    )
    project = done(project, gesture)

    def files(step: str) -> list[str | None]:
        return [photo.file for photo in project.photos_at(canvas, "photos", step)]

    assert files(first) == ["1.jpg", "2.jpg"]
    project = done(project, canvases.move_photo(project, held[0], first, 1))
    assert files(first) == ["2.jpg", "1.jpg"]
    assert not canvases.move_photo(project, held[0], first, 1)
    assert not canvases.move_photo(project, held[1], first, -1)
    assert not canvases.move_photo(project, "nobody", first, 1)
    project = done(project, canvases.move_photo(project, held[1], second))
    assert (files(first), files(second)) == (["1.jpg"], ["2.jpg"])
