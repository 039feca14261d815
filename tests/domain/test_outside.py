"""What leaves inside a document is what that document may print: reserved zones and private notes stay."""

from labdesk.domain.canvas_type import read_type
from labdesk.domain.commands import canvases, notes
from labdesk.domain.commands.dossier import write_section
from labdesk.domain.commands.follow_up import add_event
from labdesk.domain.commands.grid import add_lane, hide_lane
from labdesk.domain.gesture import Gesture, Removal, born
from labdesk.domain.model import Project, Types
from labdesk.domain.outside import outside, told
from labdesk.domain.quotes import mark
from tests.domain.dossiers import TODAY, example
from tests.memory import catalogue, done, kind, with_canvas, with_note, with_steps
from tests.outside_types import RESERVED

TYPES = Types(catalogue())


def texts(project: Project) -> str:
    """Every word that a project holds."""
    rows = (
        row
        for table in ("note", "answer", "aside", "version_part", "follow_up")
        for row in project.table(table).values()
    )
    return " ".join(map(repr, rows))


def test_notes_to_sort_and_zones_that_never_leave_stay_with_their_dots_and_links() -> None:
    project, problem = with_canvas(Project.empty("ab"), "problem")
    project, journey = with_canvas(project, "journey", "Parcours")
    project, (step,) = with_steps(project, journey, ("Avant", ("Voir",)))
    project, gains = with_note(project, problem, "beneficiaries", "Le directeur y gagne")
    project, tray = with_note(project, journey, "tray", "brouillon de séance")
    project, open_note = with_note(project, journey, "actions", "Voir l’annonce", step)
    project = done(project, notes.vote(project, gains, 3))
    project = done(project, canvases.link(project, journey, open_note, "trace", gains))
    bare = outside(project, TYPES)
    assert set(bare.project.note) == {open_note}
    assert not bare.project.vote
    assert not bare.project.link
    assert bare.left == {"À ranger": 1, str(kind("problem").by_id["beneficiaries"].label): 1}
    assert set(project.note) == {gains, tray, open_note}, "the project itself is not touched"


def test_zones_that_ask_follow_the_answer_given_for_the_document() -> None:
    project, problem = with_canvas(Project.empty("ab"), "problem")
    project, note = with_note(project, problem, "stakeholders", "La DRH peut bloquer")
    assert note not in outside(project, TYPES).project.note
    assert note not in outside(project, TYPES, frozenset({"left_out"})).project.note
    assert note in outside(project, TYPES, frozenset({"stakeholders"})).project.note


def test_rows_of_a_reserved_table_and_chain_stay_with_their_cells_and_links_of_the_chain() -> None:
    own = read_type(RESERVED, "essai")
    project = done(
        Project.empty("ab"),
        Gesture("", born("canvas_type", own.row, name=own.id, sha=own.sha, toml=RESERVED)),
    )
    canvas, gesture = canvases.create_canvas(project, own, title="Ouvert")
    project = done(project, gesture)
    _line, gesture = canvases.add_line(project, canvas, "rivals", {"who": "Madame Untel"})
    project = done(project, gesture)
    chain, gesture = canvases.add_line(project, canvas, "why", {})
    project = done(project, gesture)
    project = done(project, notes.add_notes(project, canvas, "why", ["parce que secret"], line=chain)[1])
    project = done(project, canvases.answer(project, canvas, "mood", "tendu"))
    project = done(project, Gesture("", born("aside", f"{canvas}/x", owner=canvas, name="x", json='"tu"')))
    bare = outside(project, TYPES)
    for word in ("Untel", "secret", "tendu", '"tu"'):
        assert word not in texts(bare.project)
    assert "Ouvert" in texts(bare.project)
    assert not bare.project.line
    assert bare.left["Rivaux"] == 1


def test_a_canvas_of_a_type_nobody_knows_here_stays_whole() -> None:
    project, canvas = with_canvas(Project.empty("ab"), "problem")
    project, _note = with_note(project, canvas, "verbatim", "chose dite")
    strange = done(project, Gesture("", born("canvas", canvas, type="inconnu", type_row="inconnu@1")))
    bare = outside(strange, TYPES)
    assert not bare.project.canvas
    assert not bare.project.note
    assert bare.left == {"Canevas d’un type inconnu": 1}


def test_former_versions_and_the_follow_up_stay_and_private_notes_are_taken_out() -> None:
    project, journey = with_canvas(Project.empty("ab"), "journey", "Parcours")
    project, (step,) = with_steps(project, journey, ("Avant", ("Voir",)))
    project, note = with_note(project, journey, "actions", "Voir", step)
    project = done(project, notes.set_note(project, note, "facilitator_note", "Laisser parler Inès"))
    project = done(project, add_event(project, "refused", TODAY, said="dossier jugé faible")[1])
    project = done(project, Gesture("", born("version_part", "p", json='{"lines":["ancien texte"]}')))
    project = done(project, Gesture("", born("version", "v", at="2027-03-03", parts="p")))
    bare = outside(project, TYPES)
    assert bare.project.note[note].text == "Voir"
    for word in ("Inès", "faible", "ancien"):
        assert word not in texts(bare.project)
    assert bare.count == 2  # former versions are no content: they are not counted
    assert told(bare.left).startswith("Le projet joint ne contient pas 2 éléments réservés")


def test_a_project_with_nothing_reserved_leaves_whole() -> None:
    project, _journey = with_canvas(Project.empty("ab"), "journey", "Parcours")
    bare = outside(project, TYPES)
    assert bare.project == project
    assert bare.count == 0
    assert "contient tout" in told(bare.left)


def test_nothing_that_leaves_points_to_something_that_stays() -> None:
    bare = outside(example(), TYPES).project
    held = {row for table in ("note", "canvas", "step", "line", "expense") for row in bare.table(table)}
    for link in bare.link.values():
        assert {link.source, link.target} <= held
    assert all(vote.note in bare.note for vote in bare.vote.values())
    assert all(answer.line is None or answer.line in bare.line for answer in bare.answer.values())


def test_what_no_canvas_shows_any_more_does_not_leave_either() -> None:
    project, gone = with_canvas(Project.empty("ab"), "journey", "Ancien")
    project, late = with_note(project, gone, "tray", "écrit à une table pendant qu’on supprimait")
    project, journey = with_canvas(project, "journey", "Parcours")
    project, (step,) = with_steps(project, journey, ("Avant", ("Voir",)))
    lane, gesture = add_lane(project, journey, "Ragots")
    project = done(project, gesture)
    project, said = with_note(project, journey, lane, "on dit que", step)
    project, open_note = with_note(project, journey, "actions", "Voir l’annonce", step)
    project = done(project, Gesture("", (Removal("canvas", gone),)))
    assert said in outside(project, TYPES).project.note, "a lane that is shown is printed"
    bare = outside(done(project, hide_lane(project, lane)), TYPES)
    assert late in project.note
    assert set(bare.project.note) == {open_note}
    assert all(row.canvas == journey for row in bare.project.lane.values())


def test_dots_that_nobody_was_shown_stay_in_the_lab() -> None:
    project, journey = with_canvas(Project.empty("ab"), "journey", "Parcours")
    project, (step,) = with_steps(project, journey, ("Avant", ("Voir",)))
    project, note = with_note(project, journey, "actions", "Voir", step)
    project = done(project, notes.vote(project, note, 3))
    assert len(outside(project, TYPES).project.vote) == 3
    bare = outside(done(project, notes.veil_votes(project, journey, True)), TYPES)
    assert not bare.project.vote
    assert bare.left == {"Gommettes encore cachées": 3}


def test_texts_left_from_another_profile_stay_and_are_counted() -> None:
    project = example()
    bare = outside(project, TYPES, sections=["summary"])
    assert set(bare.project.section) == {"summary"}
    assert bare.left["Textes hors du profil de ce dossier"] > 5
    assert bare.project.text("summary") == project.text("summary")
    assert outside(project, TYPES).project.section == project.section


def test_a_text_that_quotes_a_reserved_note_leaves_without_its_words() -> None:
    project, problem = with_canvas(Project.empty("ab"), "problem")
    project, note = with_note(project, problem, "beneficiaries", "Zorglub y gagne")
    raw = f"On dit : {mark(f'note:{note}', 'Zorglub y gagne')}."
    project = done(project, write_section(project, "summary", raw, marked=True))
    bare = outside(project, TYPES).project
    assert bare.raw_text("summary") == "On dit : [citation réservée au laboratoire]."
