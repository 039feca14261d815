"""A filter leaves notes out of the arrangement, counts what it leaves out, and says itself in words."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.commands import notes
from labdesk.domain.gesture import Gesture
from labdesk.domain.layout import Plan, Room, View, planned, replanned
from labdesk.domain.lens import Lens
from labdesk.domain.lens_source import content_of
from labdesk.domain.model import Project, Types
from labdesk.domain.sieve import EVERYTHING, Sieve, counted, found, tagged, tags_of, tags_used
from labdesk.domain.sieve_words import told
from tests.domain.plans import fixed, journey
from tests.memory import catalogue, done, kind, with_canvas, with_note

TYPES = Types(catalogue())


def workshop() -> tuple[Project, str, dict[str, str]]:
    """A journey with four notes, of several tables and levels."""
    project, canvas, steps = journey()
    made: dict[str, str] = {}
    for text, zone, step in (
        ("vu", "actions", 0),
        ("dit", "actions", 0),
        ("long", "pain_points", 1),
        ("cher", "pain_points", 2),
    ):
        project, made[text] = with_note(project, canvas, zone, text, steps[step])
    for text, field, value in (
        ("vu", "evidence", "observed"),
        ("long", "evidence", "measured"),
        ("vu", "author_table", "Table 1"),
        ("long", "author_table", "Table 2"),
        ("long", "tag", "délai, #numérique"),
        ("cher", "tag", "délai"),
        ("dit", "voice", "agent"),
    ):
        project = done(project, notes.set_note(project, made[text], field, value))
    return done(project, notes.vote(project, made["cher"], 3)), canvas, made


def plan_of(project: Project, canvas: str, sieve: Sieve, spared: frozenset[str] = frozenset()) -> Plan:
    view = View(sieve=sieve, spared=spared)
    return planned(project, kind("journey"), canvas, Room(1310), fixed, view)


def shown(plan: Plan) -> list[str]:
    return [box.text for box in plan.boxes() if box.kind == "note"]


def test_each_facet_leaves_out_what_it_does_not_ask_for() -> None:
    project, canvas, _made = workshop()
    for sieve, wanted in (
        (EVERYTHING, ["vu", "dit", "long", "cher"]),
        (Sieve(evidence=frozenset({"observed", "measured"})), ["vu", "long"]),
        (Sieve(evidence=frozenset({""})), ["dit", "cher"]),
        (Sieve(voices=frozenset({"agent"})), ["dit"]),
        (Sieve(tables=frozenset({"Table 2", ""})), ["dit", "long", "cher"]),
        (Sieve(tags=frozenset({"délai"})), ["long", "cher"]),
        (Sieve(tags=frozenset({"numérique", ""})), ["vu", "dit", "long"]),
        (Sieve(least=2), ["cher"]),
        (Sieve(lanes=frozenset({"pain_points"}), evidence=frozenset({"measured"})), ["long"]),
    ):
        assert shown(plan_of(project, canvas, sieve)) == wanted, sieve
        assert counted(project, kind("journey"), canvas, sieve) == (len(wanted), 4)


def test_a_filter_on_lanes_takes_the_others_away_and_keeps_their_letters() -> None:
    project, canvas, _made = workshop()
    plan = plan_of(project, canvas, Sieve(lanes=frozenset({"pain_points"})))
    heads = [box for box in plan.boxes() if box.kind == "lane"]
    whole = [box for box in plan_of(project, canvas, EVERYTHING).boxes() if box.kind == "lane"]
    assert [(head.zone, head.index) for head in heads] == [
        (head.zone, head.index) for head in whole if head.zone == "pain_points"
    ]


def test_a_note_that_is_spared_stays_in_sight() -> None:
    project, canvas, made = workshop()
    sieve = Sieve(evidence=frozenset({"measured"}))
    assert shown(plan_of(project, canvas, sieve, frozenset({made["vu"]}))) == ["vu", "long"]


def test_a_dot_brings_a_note_that_was_left_out_into_sight() -> None:
    project, canvas, made = workshop()
    plan = plan_of(project, canvas, Sieve(least=1))
    after = done(project, notes.vote(project, made["vu"], 1))
    (vote,) = after.vote.keys() - project.vote.keys()
    assert shown(replanned(plan, after, {("vote", vote)})) == ["vu", "cher"]
    assert shown(replanned(plan, after, {("vote", vote)})) == shown(plan_of(after, canvas, Sieve(least=1)))


def test_a_filter_by_weight_tells_nothing_of_dots_that_are_hidden() -> None:
    project, canvas, _made = workshop()
    veiled = done(project, notes.veil_votes(project, canvas, True))
    assert len(shown(plan_of(veiled, canvas, Sieve(least=2)))) == 4


def test_boxes_of_a_sheet_are_filtered_too() -> None:
    project, canvas = with_canvas(Project.empty(), "problem")
    zone = next(z.id for z in kind("problem").sheet if z.kind == "notes")
    for text in ("une", "deux"):
        project, note = with_note(project, canvas, zone, text)
    project = done(project, notes.tag_notes(project, [note], "coût", True))
    view = View(sieve=Sieve(tags=frozenset({"coût"})))
    plan = planned(project, kind("problem"), canvas, Room(1310), fixed, view)
    assert shown(plan) == ["deux"]


def test_the_sieve_says_itself_in_words() -> None:
    project, canvas, _made = workshop()
    sieve = Sieve(
        lanes=frozenset({"pain_points"}), evidence=frozenset({"measured", "lived"}), tags=frozenset({"délai"})
    )
    said = told(project, kind("journey"), canvas, sieve)
    assert said == ("Ligne\u00a0: Irritants · Preuve\u00a0: Mesuré ou Vécu · Étiquette\u00a0: #délai")
    assert told(project, kind("journey"), canvas, EVERYTHING) == ""
    assert "au moins 2 voix" in told(project, kind("journey"), canvas, Sieve(least=2))


def test_values_are_counted_by_facet() -> None:
    project, canvas, _made = workshop()
    seen = found(project.notes_of(canvas))
    assert seen["evidence"] == {"observed": 1, "measured": 1, "": 2}
    assert seen["tags"] == {"délai": 2, "numérique": 1, "": 2}


def test_tags_are_one_field_whatever_way_they_are_typed() -> None:
    project, _canvas, made = workshop()
    assert tags_of(project.note[made["long"]]) == ("délai", "numérique")
    assert tagged(["#coût ", "coût", "à  revoir", ""]) == "coût, à revoir"
    assert tagged(["", "#"]) is None
    assert len(tagged(f"mot{n}" for n in range(200)) or "") <= 300
    assert tags_used(project) == ["délai", "numérique"]


def test_a_tag_is_put_on_several_notes_and_taken_off_in_one_gesture() -> None:
    project, _canvas, made = workshop()
    rows = [made["vu"], made["long"], "gone"]
    put = notes.tag_notes(project, rows, "délai", True)
    assert len(put.edits) == 1  # « long » has it already
    after = done(project, put)
    assert tags_of(after.note[made["vu"]]) == ("délai",)
    off = done(after, notes.tag_notes(after, rows, "délai", False))
    assert (tags_of(off.note[made["vu"]]), tags_of(off.note[made["long"]])) == ((), ("numérique",))


def test_the_projection_is_filtered_only_where_it_was_asked() -> None:
    project, canvas, _made = workshop()
    lens = Lens("irritants", canvas)
    every = content_of(project, TYPES, lens)
    some = content_of(project, TYPES, lens, sieves={canvas: Sieve(evidence=frozenset({"measured"}))})
    other = content_of(project, TYPES, lens, sieves={"other": Sieve(least=9)})
    words = [[p.text for block in made.blocks for p in block.pieces] for made in (every, some, other)]  # type: ignore[union-attr]
    assert words == [["long", "cher"], ["long"], ["long", "cher"]]
    grid = Lens("grid", canvas, (), ("actions",))
    closed = content_of(project, TYPES, grid, sieves={canvas: Sieve(lanes=frozenset({"pain_points"}))})
    assert closed == content_of(project, TYPES, Lens("grid", "gone"))


def test_hidden_dots_are_told_neither_by_number_nor_by_order() -> None:
    project, canvas, made = workshop()
    step = project.note[made["long"]].step
    project, heavy = with_note(project, canvas, "pain_points", "lourd", step)
    project = done(project, notes.vote(project, heavy, 5))
    veiled = done(project, notes.veil_votes(project, canvas, True))
    lens = Lens("irritants", canvas)

    def first(project: Project) -> tuple[str, int]:
        flow = content_of(project, TYPES, lens)
        piece = flow.blocks[0].pieces[0]  # type: ignore[union-attr]
        return piece.text, piece.votes

    assert first(project) == ("lourd", 5)
    assert first(veiled) == ("long", 0)
    boxes = plan_of(veiled, canvas, EVERYTHING).boxes()
    assert not any(box.votes for box in boxes)
    assert not notes.veil_votes(veiled, canvas, True)
    assert first(done(veiled, notes.veil_votes(veiled, canvas, False))) == ("lourd", 5)


def test_dots_are_counted_to_the_number_that_was_typed() -> None:
    project, _canvas, made = workshop()
    row = made["cher"]
    for dots in (5, 0, 2):
        project = done(project, notes.count_dots(project, row, dots))
        assert project.votes_on(row) == dots
    assert not notes.count_dots(project, row, 2)
    assert not notes.count_dots(project, row, 501)
    assert not notes.count_dots(project, "gone", 2)


def test_the_heaviest_come_first_in_each_cell_and_equals_keep_their_order() -> None:
    project, canvas, made = workshop()
    step = project.note[made["vu"]].step
    for text, dots in (("a", 2), ("b", 2), ("c", 4)):
        project, note = with_note(project, canvas, "actions", text, step)
        project = done(project, notes.vote(project, note, dots))
    ranked = done(project, notes.rank_by_votes(project, canvas, "actions"))
    texts = [note.text for note in ranked.notes_at(canvas, "actions", step)]
    assert texts == ["c", "a", "b", "vu", "dit"]
    assert not notes.rank_by_votes(ranked, canvas, "actions")


def test_the_table_of_a_note_is_on_its_card_only_where_it_says_something() -> None:
    project, canvas, made = workshop()

    def author(view: View) -> str:
        plan = planned(project, kind("journey"), canvas, Room(1310), fixed, view)
        return next(box.author for box in plan.boxes() if box.row == made["vu"])

    assert author(View()) == "Table 1"
    assert author(View(home="Table 1")) == ""
    assert author(View(editing=False)) == ""


FACETS = st.sampled_from(
    [
        Sieve(evidence=frozenset({"observed"})),
        Sieve(tags=frozenset({"délai", ""})),
        Sieve(least=2),
        Sieve(lanes=frozenset({"actions", "pain_points"}), tables=frozenset({"Table 1", ""})),
    ]
)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["tag", "evidence", "vote", "move", "write", "delete", "veil"]), st.integers(0, 3)
    ),
    max_size=10,
)


def deed_of(project: Project, canvas: str, name: str, row: str, at: int) -> Gesture:
    """Something one does to a note of a canvas that is filtered."""
    step = project.steps_of(canvas)[at].id
    match name:
        case "tag":
            return notes.tag_notes(project, [row], "délai", True)
        case "evidence":
            return notes.set_note(project, row, "evidence", "observed")
        case "vote":
            return notes.vote(project, row, 2)
        case "move":
            return notes.move_notes(project, [row], "actions", step=step)
        case "write":
            return notes.write_note(project, row, "autre chose " * 9)
        case "delete":
            return notes.delete_notes(project, [row])
        case _:
            return notes.veil_votes(project, canvas, at % 2 == 0)


@given(FACETS, DEEDS)
def test_a_filtered_plan_that_is_renewed_is_the_one_that_is_arranged_anew(
    sieve: Sieve, deeds: list[tuple[str, int]]
) -> None:
    project, canvas, made = workshop()
    rows = list(made.values())
    plan = plan_of(project, canvas, sieve)
    for deed, at in deeds:
        row = rows[at]
        if row not in project.note:
            continue
        gesture = deed_of(project, canvas, deed, row, at)
        project = done(project, gesture)
        plan = replanned(plan, project, {(edit.table, edit.row) for edit in gesture.edits})
        assert list(plan.boxes()) == list(plan_of(project, canvas, sieve).boxes()), deed
