"""What a room compares: the same cell or box of several canvases, or as several tables filled it."""

from labdesk.domain.commands.notes import add_note, veil_votes, vote
from labdesk.domain.lens import Lens
from labdesk.domain.lens_content import Table
from labdesk.domain.lens_name import lens_named, written
from labdesk.domain.lens_source import content_of
from labdesk.domain.model import Project
from labdesk.domain.walk import beside_of, named
from tests.domain.projection import TYPES, journey
from tests.memory import done, with_canvas, with_note


def table_of(project: Project, lens: Lens) -> Table:
    """What the lens shows, in columns."""
    found = content_of(project, TYPES, lens)
    assert isinstance(found, Table)
    return found


def compared() -> tuple[Project, str, str]:
    """A journey on which two tables wrote into the same cell, one note with three dots."""
    project, canvas = journey(0)
    step = project.steps_of(canvas)[1].id
    for table, text in (("Table 1", "Numéro surtaxé"), ("Table 2", "Trois sites")):
        note, made = add_note(project, canvas, "pain_points", text, step=step, author_table=table)
        project = done(project, made)
    return done(project, vote(project, note, 3)), canvas, step


def test_tables_stand_side_by_side_in_the_same_cell_with_their_dots() -> None:
    project, canvas, step = compared()
    lens = Lens("tables", canvas, (step,), ("pain_points",), tables=("Table 1", "Table 2"))
    shown = table_of(project, lens)
    assert [name for name, _phase in shown.heads] == ["Table 1", "Table 2"]
    assert [[piece.text for piece in cell] for cell in shown.rows[0].cells] == [
        ["Numéro surtaxé"],
        ["Trois sites"],
    ]
    assert shown.rows[0].cells[1][0].votes == 3
    assert named(project, TYPES, lens) == "2. Appeler · Irritants"


def test_hidden_dots_stay_hidden_beside_other_tables() -> None:
    project, canvas, step = compared()
    project = done(project, veil_votes(project, canvas, veiled=True))
    shown = table_of(project, Lens("tables", canvas, (step,), ("pain_points",), tables=("Table 2",)))
    assert shown.rows[0].cells[0][0].votes == 0


def test_compared_tables_have_a_name_in_the_agenda() -> None:
    project, canvas, step = compared()
    lens = Lens("tables", canvas, (step,), ("pain_points",), tables=("Table 1", "Table 2"))
    text = written(project, TYPES, lens)
    assert text.endswith(" › étapes 2 › Irritants › tables\u00a0: Table 1, Table 2")
    assert lens_named(project, TYPES, text) == lens
    whole = Lens("tables", canvas, (), ("pain_points",), tables=("Table 2",))
    assert lens_named(project, TYPES, written(project, TYPES, whole)) == whole
    by_hand = text.replace("\u00a0", "").replace("›", ">")
    assert lens_named(project, TYPES, by_hand) == lens


def test_the_same_box_of_several_sheets_stands_side_by_side() -> None:
    project, one = with_canvas(journey(0)[0], "problem", "Le délai")
    project, other = with_canvas(project, "problem", "Le langage")
    project, _note = with_note(project, one, "facts", "Neuf semaines")
    project, _note = with_note(project, other, "facts", "Douze sigles")
    lens = beside_of(project, TYPES, Lens("box", one, zone="facts"))
    assert lens == Lens("beside", one, zone="facts", others=(other,))
    shown = table_of(project, lens)
    assert [cell[0].text for cell in shown.rows[0].cells] == ["Neuf semaines", "Douze sigles"]
    assert lens_named(project, TYPES, written(project, TYPES, lens)) == lens


def test_the_canvases_beside_are_those_one_chose() -> None:
    project, canvas = journey(1)
    others = []
    for name in ("Le guichet", "Le site", "Le courrier", "Le téléphone"):
        project, made = with_canvas(project, "problem", name)
        others.append(made)
    first, *rest = others
    box = Lens("box", first, zone="facts")
    assert beside_of(project, TYPES, box, rest[1:2]) == Lens("beside", first, zone="facts", others=(rest[1],))
    assert beside_of(project, TYPES, box, ("gone",)) == Lens(
        "beside", first, zone="facts", others=tuple(rest)
    )
    assert beside_of(project, TYPES, Lens("curve", canvas)) is None
