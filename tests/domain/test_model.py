"""The snapshot: what the views read, in the order people gave, shared where nothing was touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.commands import canvases, dossier, grid, notes
from labdesk.domain.entities import ENTITIES, Note, Phase, Step, TypeCopy
from labdesk.domain.indexes import by_place
from labdesk.domain.model import (
    Project,
    Types,
    answer_id,
    filled,
    lane_zone,
    state_of,
    title,
)
from labdesk.domain.trees import trees
from labdesk.errors import Refusal
from tests.domain.dossiers import example
from tests.memory import catalogue, done, kind, with_canvas, with_note, with_steps


def test_a_snapshot_has_every_table_of_the_project_file() -> None:
    tables = [part.name for part in fields(Project) if part.name != "mark"]
    assert tables == list(ENTITIES)
    empty = Project.empty("aB3")
    assert empty.mark == "aB3"
    assert all(empty.table(name) == {} for name in tables)
    assert empty.head.id == "project"
    assert empty.text("summary") == ""


def test_the_next_snapshot_shares_every_table_it_did_not_touch() -> None:
    before = example()
    after = before.replaced({"note": {"new": Note(id="new", text="Bonjour")}})
    assert after.answer is before.answer
    assert "new" in after.note
    assert "new" not in before.note
    gone = after.replaced({"note": {"new": None, "never": None}})
    assert gone.note == before.note
    assert gone == before


def test_steps_are_read_phase_by_phase_and_those_without_a_phase_last() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    project, steps = with_steps(project, canvas, ("Avant", ("a", "b")), ("Après", ("c",)))
    assert [step.label for step in project.steps_of(canvas)] == ["a", "b", "c"]
    lost = project.step[steps[0]]
    project = project.replaced({"step": {lost.id: Step(id=lost.id, canvas=canvas, phase="gone", place="1")}})
    assert [step.id for step in project.steps_of(canvas)] == [steps[1], steps[2], steps[0]]
    assert project.steps_in("gone") == ()
    assert project.steps_of("nowhere") == ()


def test_a_cell_gives_its_notes_in_order_and_only_its_own() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    project, (first, second) = with_steps(project, canvas, ("Phase", ("a", "b")))
    for text in ("un", "deux", "trois"):
        project, _note = with_note(project, canvas, "actions", text, first)
    project, _other = with_note(project, canvas, "actions", "ailleurs", second)
    assert [note.text for note in project.notes_at(canvas, "actions", first)] == ["un", "deux", "trois"]
    assert [note.text for note in project.notes_at(canvas, "actions", second)] == ["ailleurs"]
    assert project.notes_at(canvas, "actions") == ()
    assert len(project.notes_of(canvas)) == 4


@given(st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=12))
def test_equal_places_are_told_apart_by_their_id(pairs: list[tuple[str, str]]) -> None:
    rows = {row: Phase(id=row, canvas="c", place=place or None) for place, row in pairs}
    ordered = Project.empty().replaced({"phase": {**rows}}).phases_of("c")
    assert list(ordered) == sorted(rows.values(), key=by_place)
    assert [(row.place or "", row.id) for row in ordered] == sorted(
        (r.place or "", r.id) for r in rows.values()
    )


def test_values_words_choices_and_cells_are_read_where_they_stand() -> None:
    project = example()
    journey = project.by_key("j_candidate")
    assert journey is not None
    step = project.steps_of(journey.id)[0]
    assert project.value(journey.id, "emotions", step.id) == 1
    assert project.words(journey.id, "emotions", step.id, "word") == "curieuse"
    assert project.words(journey.id, "nothing") == ""
    sheet = project.canvases("workshop")[0]
    counts = {
        project.cell(line.id, "profile"): project.cell(line.id, "count")
        for line in project.lines_of(sheet.id, "attendance")
    }
    assert counts == {"agent": 14, "user": 6, "decider": 2, "partner": 2, "facilitator": 3}
    problem = project.canvases("problem")[0]
    (chain,) = project.lines_of(problem.id, "five_whys")
    assert project.chain(chain.id)[0].text == "Les candidats abandonnent."
    assert len(project.chain(chain.id)) == 5
    assert project.chain("gone") == ()
    assert answer_id("c", None, "zone", None) == "c/zone"
    assert answer_id("c", "s", "zone", "p") == "c/s/zone/p"


def test_ticked_options_links_photos_and_dots_are_read_where_they_stand() -> None:
    project, canvas = with_canvas(Project.empty("m"), "prototype")
    for option in ("law", "privacy"):
        project = done(project, canvases.tick(project, canvas, "checks", option, True))
    assert project.chosen(canvas, "checks") == ("law", "privacy")
    project = done(project, canvases.link(project, canvas, canvas, "personas", "p1"))
    project = done(project, canvases.link(project, canvas, canvas, "personas", "p0"))
    assert [link.target for link in project.links_from(canvas, "personas")] == ["p1", "p0"]
    assert [link.source for link in project.links_to("p0")] == [canvas]
    _photo, gesture = canvases.add_photo(project, canvas, "photos", "sha")
    project = done(project, gesture)
    assert [photo.picture for photo in project.photos_at(canvas, "photos")] == ["sha"]
    project, note = with_note(project, canvas, "observations", "Vu")
    project = done(project, notes.vote(project, note, 3))
    assert project.votes_on(note) == 3
    assert project.votes_on("none") == 0


def test_years_of_an_expense_come_in_order() -> None:
    expense, gesture = dossier.add_row(Project.empty(), "expense", label="Design")
    project = done(Project.empty(), gesture)
    for year in (2028, 2027):
        project = done(project, dossier.set_year(project, expense, year, "amount", year))
    assert {year: row.amount for year, row in project.years_of(expense).items()} == {2027: 2027, 2028: 2028}
    assert list(project.years_of(expense)) == [2027, 2028]


def test_the_copy_of_a_type_in_the_file_wins_over_this_laptop_s() -> None:
    project, canvas = with_canvas(Project.empty(), "persona")
    row = project.canvas[canvas].type_row or ""
    toml = (project.canvas_type[row].toml or "").replace('fr = "Verbatim"', 'fr = "Parole"')
    project = done(project, canvases.duplicate_canvas(project, canvas)[1])
    older = project.replaced({"canvas_type": {row: TypeCopy(id=row, name="persona", toml=toml)}})
    assert str(Types(catalogue()).of(older, canvas).by_id["quote"].label) == "Parole"
    assert str(Types(catalogue()).known(older)["persona"].by_id["quote"].label) == "Parole"
    assert str(Types(Catalogue({})).of(project, canvas).by_id["quote"].label) == "Verbatim"


def test_a_type_that_nobody_knows_is_refused_by_name_and_its_notes_are_kept() -> None:
    project, canvas = with_canvas(Project.empty(), "persona")
    bare = project.replaced({"canvas_type": dict.fromkeys(project.canvas_type)})
    with pytest.raises(Refusal, match="persona"):
        Types(Catalogue({})).of(bare, canvas)
    assert Types(catalogue()).of(bare, canvas) is kind("persona")
    with pytest.raises(Refusal, match="gone"):
        Types(catalogue()).of(bare, "gone")


def test_a_broken_copy_of_a_type_is_refused_with_its_name() -> None:
    project, canvas = with_canvas(Project.empty(), "persona")
    row = project.canvas[canvas].type_row or ""
    copy = TypeCopy(id=row, name="persona", toml="[[line]]\nid = 'x'")
    with pytest.raises(Refusal, match="persona"):
        Types(catalogue()).of(project.replaced({"canvas_type": {row: copy}}), canvas)


def test_a_canvas_is_called_by_its_title_its_table_or_its_rank() -> None:
    project, named = with_canvas(Project.empty(), "journey", "Devenir agent")
    project, first = with_canvas(project, "problem")
    project, second = with_canvas(project, "problem", "Comment pourrions-nous répondre ?")
    project = done(project, canvases.create_canvas(project, kind("problem"), author_table="Table 3")[1])
    third = project.canvases("problem")[2].id
    called = [title(project, kind("problem"), canvas) for canvas in (first, second, third)]
    assert called == ["Canevas problème 1", "Comment pourrions-nous répondre ?", "Canevas problème · Table 3"]
    assert title(project, kind("journey"), named) == "Devenir agent"


def test_a_zone_is_filled_as_soon_as_something_stands_in_it() -> None:
    project = example()
    expected = {
        ("journey", "title"): True,
        ("journey", "phases"): True,
        ("problem", "five_whys"): True,
        ("problem", "photos"): False,
        ("prototype", "personas"): True,
        ("prototype", "next_actions"): True,
        ("prototype", "checks"): False,
        ("prototype", "test_dates"): True,
        ("prototype", "means"): False,
    }
    for (name, zone), full in expected.items():
        canvas = project.canvases(name)[0].id
        assert filled(project, canvas, kind(name).by_id[zone]) is full, (name, zone)
        blank, sheet = with_canvas(Project.empty(), name)
        assert not filled(blank, sheet, kind(name).by_id[zone])


def test_the_deck_is_sorted_by_state() -> None:
    project = example()
    states = {c.key: state_of(project, kind("prototype"), c.id) for c in project.canvases("prototype")}
    assert states == {
        "pr_ad": "decided",
        "pr_15days": "decided",
        "pr_kit": "decided",
        "pr_vismavie": "to_test",
    }
    blank, card = with_canvas(Project.empty(), "prototype")
    assert state_of(blank, kind("prototype"), card) == "to_build"
    tested = done(blank, canvases.answer(blank, card, "verdict", "refuted"))
    assert state_of(tested, kind("prototype"), card) == "tested"
    assert state_of(project, kind("journey"), "x") == ""


def test_a_lane_of_the_lab_s_own_reads_like_any_other() -> None:
    project, canvas = with_canvas(Project.empty(), "journey")
    lane, gesture = grid.add_lane(project, canvas, "Bruit ambiant")
    project = done(project, gesture)
    zone = lane_zone(kind("journey"), project.lane[lane])
    assert (zone.id, str(zone.label), zone.kind) == (lane, "Bruit ambiant", "grid_notes")
    usual = project.lanes_of(canvas)[0]
    assert lane_zone(kind("journey"), usual).id == usual.zone == "actions"


def test_all_that_belongs_to_a_canvas_is_named_once_the_canvas_last() -> None:
    project = example()
    for canvas in project.canvases():
        rows = list(trees(project, canvas.id))
        assert rows[-1] == ("canvas", canvas.id)
        assert len(rows) == len(set(rows))
        assert {("note", n.id) for n in project.notes_of(canvas.id)} <= set(rows)
    everything = [row for canvas in project.canvases() for row in trees(project, canvas.id)]
    assert len(everything) == len(set(everything))
    assert {row for table, row in everything if table == "vote"} == set(project.vote)


INDEXES = ("_steps", "_cells", "_links", "_choices", "_dots")


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(("write", "move", "vote", "delete", "step")))))
def test_what_a_snapshot_takes_over_from_the_one_before_is_what_it_would_find_out(
    deeds: list[tuple[int, str]],
) -> None:
    project = example()
    for at, deed in deeds:
        for name in INDEXES:
            getattr(project, name)
        rows = sorted(project.note)
        note = project.note[rows[at % len(rows)]]
        match deed:
            case "write":
                gesture = notes.write_note(project, note.id, f"Autre {at}")
            case "move":
                other = project.note[rows[-at % len(rows)]]
                gesture = notes.move_notes(
                    project, [note.id], other.zone or "", step=other.step, canvas=other.canvas
                )
            case "vote":
                gesture = notes.vote(project, note.id, 1)
            case "delete":
                gesture = notes.delete_notes(project, [note.id])
            case _:
                step = sorted(project.step)[at % len(project.step)]
                gesture = grid.shift_step(project, step, 1)
        project = done(project, gesture)
        anew = replace(project)
        assert anew is not project
        for name in INDEXES:
            known, found = getattr(project, name), getattr(anew, name)
            assert {key: sorted(map(str, _listed(rows))) for key, rows in known.items() if rows} == {
                key: sorted(map(str, _listed(rows))) for key, rows in found.items()
            }
        for canvas in project.canvas:
            for cell in ("actions", "pain_points"):
                for step_row in project.steps_of(canvas):
                    told = project.notes_at(canvas, cell, step_row.id)
                    assert told == anew.notes_at(canvas, cell, step_row.id)
            assert set(project.notes_of(canvas)) == set(anew.notes_of(canvas))


def _listed(rows: object) -> list[object]:
    return list(rows) if isinstance(rows, list | tuple) else [rows]
