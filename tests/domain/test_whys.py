"""Chains of whys: their root cause, where it is kept, their layout; boxes that hold three at most."""

from labdesk.domain import whys
from labdesk.domain.commands import ballot, canvases, notes
from labdesk.domain.layout import Box, Room, Style, View, planned, replanned
from labdesk.domain.model import Project
from tests.memory import done, kind, with_canvas, with_note


def measure(text: str, style: Style, width: float) -> float:
    """Letters of 6 by 16 px."""
    return 16.0 * max(1, -(-len(text) * 6 // max(int(width), 1)))


def chained(*texts: str, canvas: str = "") -> tuple[Project, str, str]:
    """A problem canvas with one chain."""
    project, canvas = with_canvas(Project.empty(), "problem")
    return (project, canvas, "") if not texts else one_more(project, canvas, *texts)


def one_more(project: Project, canvas: str, *texts: str) -> tuple[Project, str, str]:
    """One more chain."""
    line, gesture = canvases.add_line(project, canvas, "five_whys")
    project = done(project, gesture)
    project = done(project, notes.add_notes(project, canvas, "five_whys", texts, line=line)[1])
    return project, canvas, line


def boxes(project: Project, canvas: str, width: float = 1280, editing: bool = True) -> list[Box]:
    """The boxes of the five whys."""
    plan = planned(project, kind("problem"), canvas, Room(width), measure, View(editing=editing))
    return [box for box in plan.boxes() if box.zone == "five_whys"]


def test_the_last_why_is_offered_as_root_cause_from_the_second_one_on() -> None:
    project, canvas, line = chained("On attend")
    assert whys.proposed(project, line) == ""
    project = done(
        project, notes.add_note(project, canvas, "five_whys", "Parce que rien n’est dit.", line=line)[1]
    )
    assert whys.proposed(project, line) == "Rien n’est dit"


def test_a_root_cause_is_kept_once_and_says_its_table() -> None:
    project, canvas, line = chained("On attend", "Parce que rien n’est dit.")
    project = done(project, whys.keep(project, line, "Table 3"))
    (cause,) = project.notes_at(canvas, "root_causes")
    assert (cause.text, cause.author_table) == ("Rien n’est dit", "Table 3")
    assert not whys.keep(project, line)
    assert not whys.keep(project, "nowhere")


def test_whys_stand_side_by_side_numbered_and_the_end_is_offered() -> None:
    project, canvas, line = chained("a", "b", "c", "d", "e")
    found = boxes(project, canvas)
    cards = [box for box in found if box.kind == "note"]
    assert [box.text for box in found if box.kind == "why"] == [f"Pourquoi\u00a0{n}" for n in range(1, 6)]
    assert len({box.rect.y for box in cards}) == 1
    (root, more) = (box for box in found if box.kind == "offer")
    assert (root.part, root.row, more.part) == ("root", line, "chain")
    chain = next(box for box in found if box.kind == "chain")
    assert all(chain.rect.x < b.rect.x and b.rect.bottom < chain.rect.bottom for b in [*cards, root])


def test_in_a_narrow_room_a_chain_goes_on_in_a_new_line_and_leaves_room_for_the_next_card() -> None:
    project, canvas, _line = chained("a", "b", "c")
    found = boxes(project, canvas, 660)
    cards = [box for box in found if box.kind == "note"]
    root = next(box for box in found if box.kind == "offer")
    assert len({box.rect.y for box in cards}) == 1
    assert root.rect.x > cards[0].rect.right


def test_what_is_offered_is_shown_to_who_edits_only() -> None:
    project, canvas, _line = chained("a", "b")
    assert not any(box.kind == "offer" for box in boxes(project, canvas, editing=False))
    assert sum(box.kind == "why" for box in boxes(project, canvas, editing=False)) == 2


def test_three_chains_at_most_are_offered() -> None:
    project, canvas, _line = chained("a", "b")
    for _more in range(2):
        project = one_more(project, canvas, "c")[0]
    assert [box.part for box in boxes(project, canvas) if box.kind == "offer"] == ["root"]
    assert ballot.is_full(project, canvas, kind("problem").by_id["five_whys"])


def test_a_chain_knows_at_once_that_its_cause_was_kept_even_where_causes_are_not_shown() -> None:
    project, canvas, line = chained("a", "parce que b")
    plan = planned(project, kind("problem"), canvas, Room(1280), measure, View(simple=True))
    gesture = whys.keep(project, line)
    later = done(project, gesture)
    plan = replanned(plan, later, [(edit.table, edit.row) for edit in gesture.edits])
    assert next(b for b in plan.boxes() if b.kind == "offer").value == 1
    plan = replanned(plan, project, [(edit.table, edit.row) for edit in gesture.edits])
    assert next(b for b in plan.boxes() if b.kind == "offer").value == 0


# -- three at most
def challenges(*votes: int) -> tuple[Project, str, list[str]]:
    """A problem canvas with a challenge for each number of dots."""
    project, canvas = with_canvas(Project.empty(), "problem")
    made = []
    for rank, dots in enumerate(votes):
        project, note = with_note(project, canvas, "challenge", f"Défi {rank}")
        project = done(project, notes.vote(project, note, dots)) if dots else project
        made.append(note)
    return project, canvas, made


def texts(project: Project, canvas: str) -> list[str]:
    return [note.text or "" for note in project.notes_at(canvas, "challenge")]


def test_a_box_of_three_is_full_at_three() -> None:
    zone = kind("problem").by_id["challenge"]
    project, canvas, _made = challenges(0, 0)
    assert not ballot.is_full(project, canvas, zone)
    project, canvas, _made = challenges(0, 0, 0)
    assert ballot.is_full(project, canvas, zone)
    assert not ballot.is_full(project, canvas, kind("problem").by_id["facts"])


def test_the_challenge_retained_is_the_first_and_has_most_dots() -> None:
    project, canvas, made = challenges(1, 3, 0)
    assert ballot.retained(project, canvas, "challenge") == ""
    project = done(project, ballot.rank_by_dots(project, canvas, "challenge"))
    assert texts(project, canvas) == ["Défi 1", "Défi 0", "Défi 2"]
    assert ballot.retained(project, canvas, "challenge") == made[1]
    assert not ballot.rank_by_dots(project, canvas, "challenge")


def test_a_tie_retains_nobody() -> None:
    project, canvas, _made = challenges(2, 2)
    assert ballot.retained(project, canvas, "challenge") == ""


def test_the_three_preferred_stay_and_one_undo_would_bring_the_others_back() -> None:
    project, canvas, made = challenges(0, 1, 4, 2)
    gesture = ballot.keep_first(project, canvas, "challenge", 3)
    project = done(project, gesture)
    assert texts(project, canvas) == ["Défi 2", "Défi 3", "Défi 1"]
    assert made[0] not in project.note


def test_a_new_challenge_takes_the_place_of_another_and_its_dots_go() -> None:
    project, canvas, made = challenges(0, 2, 0)
    note, gesture = ballot.replace_note(project, made[1], " Le nouveau ", "Table 2")
    project = done(project, gesture)
    assert texts(project, canvas) == ["Défi 0", "Le nouveau", "Défi 2"]
    assert project.votes_on(note) == 0
    assert project.note[note].author_table == "Table 2"
    assert ballot.replace_note(project, "gone", "x")[0] == ""
    assert not ballot.replace_note(project, made[0], "  ")[1]
