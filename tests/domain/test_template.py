"""« Refais-moi la même chose pour lundi »: what is kept is structure; nothing that anybody said is."""

from labdesk.domain.commands.canvases import add_line, add_photo, answer, link
from labdesk.domain.commands.dossier import add_row, set_project, write_section
from labdesk.domain.commands.notes import add_note, veil_votes, vote
from labdesk.domain.entities import ENTITIES, Value
from labdesk.domain.model import Project, title
from labdesk.domain.running_order import stops
from labdesk.domain.template import described, from_mould, mould
from tests.domain.projection import TYPES
from tests.memory import done, kind, with_canvas, with_steps

SECRETS = ("Léa", "Inès", "Car de 6 h 40", "Enveloppe", "Retard", "2027-03-09", "Salle des fêtes")


def full() -> Project:
    """A project in which a whole workshop took place."""
    project, persona = with_canvas(Project.empty("m"), "persona", "Léa")
    project, journey = with_canvas(project, "journey", "Parcours de Léa")
    project, steps = with_steps(
        project, journey, ("Chercher", ("S’informer", "Demander")), ("Recevoir", ("Retirer",))
    )
    project = done(project, answer(project, journey, "kind", "as_is"))
    project = done(project, answer(project, journey, "persona", persona))
    project = done(project, answer(project, journey, "trigger", "Car de 6 h 40"))
    note, made = add_note(
        project, journey, "pain_points", "Car de 6 h 40", step=steps[0], author_table="Table 1"
    )
    project = done(project, made)
    project = done(project, vote(project, note, 3))
    project = done(project, answer(project, journey, "emotions", -2, step=steps[0]))
    project = done(project, add_photo(project, journey, "photos", "a" * 64, step=steps[0], alt="Inès")[1])
    project, prototype = with_canvas(project, "prototype", "Le car d’Inès")
    project = done(project, link(project, journey, note, "trace", prototype))
    project, _problem = with_canvas(project, "problem")
    project, sheet = with_canvas(project, "workshop", "Journée en quatre temps")
    project = done(project, answer(project, sheet, "date", "2027-03-09"))
    project = done(project, answer(project, sheet, "place", "Salle des fêtes"))
    for name, minutes, canvas in (
        ("Parcours", 75, "Parcours de Léa › Chercher › Irritants"),
        ("Essai", 30, "Le car d’Inès"),
        ("Défi", 60, "Canevas problème"),
    ):
        cells: dict[str, Value] = {"sequence": name, "minutes": minutes, "canvas": canvas}
        project = done(project, add_line(project, sheet, "agenda", cells)[1])
    table = {"label": "Table 1", "rapporteur": "Inès", "canvas": "Parcours de Léa"}
    project = done(project, add_line(project, sheet, "tables", table)[1])
    project = done(project, add_line(project, sheet, "attendance", {"profile": "user", "count": 6})[1])
    project = done(project, write_section(project, "summary", "Enveloppe"))
    project = done(project, add_row(project, "risk", label="Retard")[1])
    project = done(project, set_project(project, "profile", "ftap"))
    return done(project, set_project(project, "holder", "Inès"))


def everything(project: Project) -> str:
    """All that stands in a project, as one text."""
    return "\n".join(repr(row) for table in ENTITIES for row in project.table(table).values())


def test_the_structure_is_there_and_nothing_that_was_said() -> None:
    bare = mould(full(), TYPES)
    said = everything(bare)
    for secret in SECRETS:
        assert secret not in said, secret
    assert [step.label for step in bare.step.values()] == ["S’informer", "Demander", "Retirer"]
    assert sorted(phase.label or "" for phase in bare.phase.values()) == ["Chercher", "Recevoir"]
    assert {canvas.type for canvas in bare.canvas.values()} == {"persona", "journey", "problem", "workshop"}
    assert len(bare.lane) == len(full().lane)
    assert bare.head.profile == "ftap"
    for table in ("note", "photo", "vote", "link", "section", "risk"):
        assert not bare.table(table), table


def test_a_journey_still_belongs_to_its_persona_and_is_still_lived() -> None:
    bare = mould(full(), TYPES)
    (journey,), (persona,) = bare.canvases("journey"), bare.canvases("persona")
    assert bare.value(journey.id, "persona") == persona.id
    assert bare.value(journey.id, "kind") == "as_is"


def test_the_running_order_keeps_its_hours_and_finds_its_canvases_under_their_new_names() -> None:
    project = full()
    bare = mould(project, TYPES)
    order = stops(bare, TYPES)
    assert [(stop.name, stop.minutes) for stop in order] == [("Parcours", 75), ("Essai", 30), ("Défi", 60)]
    was = stops(project, TYPES)[0].lens
    assert order[0].lens == was
    assert order[0].written.startswith("Parcours usager 1 › Chercher")
    assert order[1].lens is None, "a card that is not in the mould is projected no more"
    assert order[2].lens is not None
    sheet = bare.canvases("workshop")[0].id
    (table,) = bare.lines_of(sheet, "tables")
    assert (bare.cell(table.id, "label"), bare.cell(table.id, "rapporteur")) == ("Table 1", None)
    assert title(bare, kind("workshop"), sheet) == "Journée en quatre temps"


def test_a_name_that_no_canvas_bears_any_more_is_not_kept_and_no_dots_stay_hidden() -> None:
    project = full()
    (journey,) = project.canvases("journey")
    project = done(project, answer(project, journey.id, "title", "Parcours d’un usager"))
    project = done(project, veil_votes(project, journey.id, veiled=True))
    bare = mould(project, TYPES)
    assert "Parcours de Léa" not in everything(bare)
    assert not bare.votes_veiled(journey.id)


def test_a_mould_of_a_mould_is_the_same() -> None:
    once = mould(full(), TYPES)
    assert mould(once, TYPES) == once


def test_the_new_project_has_its_title_and_is_the_mould() -> None:
    project = full()
    made = done(Project.empty("m"), from_mould(project, TYPES, "Lundi"))
    assert made.head.title == "Lundi"
    assert made.step == mould(project, TYPES).step
    assert made.answer == mould(project, TYPES).answer


def test_what_is_in_it_is_said_in_a_line() -> None:
    told = described(full())
    assert told == "1 parcours, 3 étapes, 1 persona, 1 canevas problème, déroulé de 3 séquences"
    assert described(Project.empty("m")) == "Un projet vide"
