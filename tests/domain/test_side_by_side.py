"""The same box as each table filled it: on one shared canvas, or on a canvas of its own."""

from labdesk.domain.commands.canvases import add_line, create_canvas
from labdesk.domain.commands.notes import add_note, veil_votes, vote
from labdesk.domain.model import Project
from labdesk.domain.side_by_side import canvases_to_compare, columns, fullest, tables_of, zones_to_compare
from tests.domain.projection import TYPES
from tests.memory import done, kind, with_canvas, with_steps

PAIN = kind("journey").by_id["pain_points"]


def shared() -> tuple[Project, str, tuple[str, ...]]:
    """One journey on which two tables wrote."""
    project, journey = with_canvas(Project.empty("m"), "journey", "Vécu")
    project, steps = with_steps(project, journey, ("Chercher", ("S’informer", "Demander")))
    for table, text, step in (
        ("Table 1", "Numéro surtaxé", steps[1]),
        ("Table 2", "Trois sites", steps[0]),
        ("Table 1", "Car du mardi", steps[0]),
        ("", "À personne", steps[0]),
    ):
        note, made = add_note(project, journey, "pain_points", text, step=step, author_table=table or None)
        project = done(project, made)
        project = done(project, vote(project, note, 1))
    return project, journey, steps


def test_the_notes_of_each_table_stand_in_its_column_in_the_order_of_the_steps() -> None:
    project, journey, _steps = shared()
    one, two = columns(project, TYPES, journey, PAIN, "", ("Table 1", "Table 2"))
    assert [said.text for said in one.said] == ["Car du mardi", "Numéro surtaxé"]
    assert [(said.text, said.votes) for said in two.said] == [("Trois sites", 1)]


def test_dots_that_are_hidden_are_not_told_beside_the_other_tables_either() -> None:
    project, journey, _steps = shared()
    project = done(project, veil_votes(project, journey, veiled=True))
    assert [said.votes for said in columns(project, TYPES, journey, PAIN, "", ("Table 2",))[0].said] == [0]


def test_one_step_alone_is_compared() -> None:
    project, journey, steps = shared()
    one, two = columns(project, TYPES, journey, PAIN, steps[1], ("Table 1", "Table 2"))
    assert [said.text for said in one.said] == ["Numéro surtaxé"]
    assert two.said == ()


def test_a_table_that_has_its_own_journey_is_read_there_in_the_step_of_the_same_name() -> None:
    project, journey, steps = shared()
    own, made = create_canvas(project, kind("journey"), title="Table 3", author_table="Table 3")
    project = done(project, made)
    project, (first, _second) = with_steps(project, own, ("Début", ("demander ", "Attendre")))
    project = done(project, add_note(project, own, "pain_points", "Chez eux", step=first)[1])
    (three,) = columns(project, TYPES, journey, PAIN, steps[1], ("Table 3",))
    assert [said.text for said in three.said] == ["Chez eux"]
    assert canvases_to_compare(project, TYPES) == (journey,)


def test_single_values_are_compared_where_each_table_has_its_own_canvas() -> None:
    project, first = with_canvas(Project.empty("m"), "problem")
    zone = next(z for z in zones_to_compare(project, kind("problem"), first) if not z.holds_notes)
    from labdesk.domain.commands.canvases import answer

    own, made = create_canvas(project, kind("problem"), author_table="Table 2")
    project = done(project, made)
    project = done(project, answer(project, own, zone.id, "Léa a besoin d’un car"))
    one, two = columns(project, TYPES, first, zone, "", ("Table 1", "Table 2"))
    assert one.said == ()
    assert [said.text for said in two.said] == ["Léa a besoin d’un car"]


def test_tables_are_those_of_the_sheet_then_those_that_only_notes_know() -> None:
    project, _journey, _steps = shared()
    project, sheet = with_canvas(project, "workshop", "Atelier")
    project = done(project, add_line(project, sheet, "tables", {"label": "Table 2"})[1])
    assert tables_of(project) == ("Table 2", "Table 1")


def test_a_box_that_never_leaves_the_lab_is_not_shown_to_the_room() -> None:
    project, journey, _steps = shared()
    shown = zones_to_compare(project, kind("journey"), journey)
    assert "tray" not in {zone.id for zone in shown}
    problem = zones_to_compare(project, kind("problem"), journey)
    assert not [zone for zone in problem if zone.export == "never"]


def test_a_table_may_be_called_by_any_sign() -> None:
    project, journey, steps = shared()
    made = add_note(project, journey, "pain_points", "Oui", step=steps[0], author_table="Table 2²")[1]
    assert "Table 2²" in tables_of(done(project, made))


def test_one_compares_first_where_most_tables_wrote() -> None:
    project, journey, steps = shared()
    assert fullest(project, TYPES) == (journey, "pain_points")
    for text in ("un", "deux", "trois"):
        added = add_note(project, journey, "actions", text, step=steps[0], author_table="Table 1")[1]
        project = done(project, added)
    assert fullest(project, TYPES) == (journey, "pain_points")  # two tables, rather than many notes of one
    assert fullest(Project.empty("m"), TYPES) == ("", "")


def test_what_a_table_wrote_on_its_own_canvas_counts_for_the_shared_one() -> None:
    project, journey, _steps = shared()
    own, made = create_canvas(project, kind("journey"), title="Table 3", author_table="Table 3")
    project = done(project, made)
    project, (first, *_more) = with_steps(project, own, ("Début", ("Un",)))
    for zone, table in (("touchpoints", ""), ("touchpoints", ""), ("pain_points", "")):
        project = done(project, add_note(project, own, zone, "x", step=first, author_table=table or None)[1])
    assert fullest(project, TYPES) == (journey, "pain_points")
