"""The dossier as a whole: what it must say, what it must never say."""

from msgspec.structs import replace

from labdesk.domain.canvas_type import CanvasType, read_type
from labdesk.domain.commands import canvases, dossier, grid, notes
from labdesk.domain.commands.clarity import explain
from labdesk.domain.funding import load_profiles
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.domain.quotes import mark
from labdesk.dossier.compose import Wish, canvas
from labdesk.dossier.drawn_blocks import Gallery, JourneyMap, SheetMap
from labdesk.dossier.form import entries
from labdesk.dossier.labelled_blocks import Cover
from labdesk.dossier.note import decision_note
from labdesk.dossier.text_blocks import Heading, Table
from tests.domain.dossiers import example
from tests.dossier.telling import TODAY, of_kind, said, told
from tests.memory import catalogue, done

OWN = """
id = "visite"
label = { fr = "Carnet de visite", en = "Visit log" }
[[zone]]
id = "where"
kind = "text_short"
label = { fr = "Lieu", en = "Place" }
[[zone]]
id = "seen"
kind = "notes"
label = { fr = "Vu", en = "Seen" }
"""


def test_every_note_of_every_journey_is_in_the_dossier() -> None:
    project = example()
    text = said(told(project))
    in_grid = [note.text or "" for note in project.note.values() if note.step]
    assert len(in_grid) == 259
    assert [note for note in in_grid if note not in text] == []


def test_the_cover_says_fund_amount_decision_contact_and_version() -> None:
    (cover,) = of_kind(told(example()), Cover)
    facts = dict(cover.facts)
    assert cover.amount[1] == "38\u202f100\u00a0€"
    assert "avant le 15 septembre 2027" in cover.decision[1]
    assert facts["Fonds visé"] == "Fonds d’innovation (fictif)"
    assert facts["Version"] == "1.2"
    assert "cheffe.projet@exemple.invalid" in facts["Contact"]


def test_sections_come_in_the_order_of_the_profile_and_empty_ones_are_left_out() -> None:
    project = example()
    profile = load_profiles()["generic"]
    titles = [h.text for h in of_kind(told(project, "generic"), Heading) if h.level == 1]
    expected = [str(section.label) for section in profile.sections if section.id != "cover"]
    assert titles == [title for title in expected if title in titles]
    without = done(project, dossier.write_section(project, "innovation", ""))
    assert "Caractère innovant et état de l’art" in titles
    later = [h.text for h in of_kind(told(without, "generic"), Heading)]
    assert "Caractère innovant et état de l’art" not in later


def test_the_acronyms_that_were_explained_close_the_dossier() -> None:
    assert "Sigles" not in [heading.text for heading in of_kind(told(example()), Heading)]
    project = done(example(), explain(example(), "SGC", "secrétariat général commun"))
    document = told(done(project, explain(project, "DREETS", "direction régionale")))
    assert [heading.text for heading in of_kind(document, Heading)][-1] == "Sigles"
    table = of_kind(document, Table)[-1]
    assert [row.cells[0].runs[0].text for row in table.rows] == ["DREETS", "SGC"]


def test_expenses_and_resources_are_told_to_the_euro() -> None:
    text = said(told(example()))
    assert text.count("76\u202f200\u00a0€") >= 2
    assert "50\u00a0%" in text


def test_a_project_with_nothing_typed_gives_a_dossier_with_a_cover_and_nothing_false() -> None:
    document = told(Project.empty())
    assert of_kind(document, Cover)[0].title == "Dossier sans titre"
    assert "None" not in said(document)


def test_who_gains_from_the_problem_and_what_the_facilitator_noted_never_leave_the_room() -> None:
    project = example()
    note = next(n for n in project.note.values() if n.zone == "pain_points")
    project = done(project, notes.set_note(project, note.id, "facilitator_note", "Relancer la table 2"))
    text = said(told(project, ask=frozenset({"beneficiaries", "stakeholders"})))
    assert "Agences d’intérim" not in text
    assert "Relancer la table 2" not in text


def test_who_may_block_is_printed_only_when_the_person_agrees() -> None:
    assert "SGAR\u00a0: commanditaire" not in said(told(example()))
    assert "SGAR\u00a0: commanditaire" in said(told(example(), ask=frozenset({"stakeholders"})))


def test_a_photo_leaves_the_room_only_with_the_agreement_of_who_is_on_it() -> None:
    project = example()
    card = project.canvases("prototype")[0].id
    for person in ("agreed", "none", "refused", "unknown", None):
        sha = f"{person}".ljust(64, "0")
        _photo, gesture = canvases.add_photo(project, card, "photos", sha, alt="Une affiche", person=person)
        project = done(project, gesture)
    text = said(told(project))
    assert "agreed0" in text
    assert "none0" in text
    assert "refused0" not in text
    assert "unknown0" not in text
    assert "None0" not in text


def test_a_canvas_of_the_lab_is_printed_without_any_code() -> None:
    kind = read_type(OWN, "visite.toml")
    project, row = with_own(Project.empty(), kind)
    (sheet,) = of_kind(told(project), SheetMap)
    assert [(box.label, box.text, [i.text for i in box.items]) for box in sheet.boxes] == [
        ("Lieu", "Accueil de Vesoul", []),
        ("Vu", "", ["Une file de 40 minutes"]),
    ]
    alone = canvas(project, catalogue(), row, Wish(TODAY), paper="A3")
    assert alone.paper == "A3"
    assert of_kind(alone, SheetMap)[0].boxes == sheet.boxes


def with_own(project: Project, kind: CanvasType) -> tuple[Project, str]:
    row, gesture = canvases.create_canvas(project, kind, title="Accueil de Vesoul")
    project = done(project, gesture)
    return done(project, notes.add_note(project, row, "seen", "Une file de 40 minutes")[1]), row


def test_state_credits_print_ae_and_cp_by_year_with_their_sums() -> None:
    project = Project.empty()
    expense, gesture = dossier.add_row(
        project, "expense", label="Étude", titre="ht2", programme="354", etpt="0.5"
    )
    project = done(project, gesture)
    for year, ae, cp in ((2027, 3_000_000, 1_000_000), (2028, 0, 2_000_000)):
        project = done(project, dossier.set_year(project, expense, year, "ae", ae))
        project = done(project, dossier.set_year(project, expense, year, "cp", cp))
    (table,) = of_kind(told(project, "state_credits"), Table)
    assert table.head[2:] == ("AE 2027", "CP 2027", "AE 2028", "CP 2028")
    total = [cell.runs[0].text for cell in table.rows[-1].cells][2:]
    assert total == ["30\u202f000\u00a0€", "10\u202f000\u00a0€", "0\u00a0€", "20\u202f000\u00a0€"]


def test_a_draft_is_marked_across_every_page_and_a_final_is_not() -> None:
    assert told(example()).watermark == "projet"
    final = told(example(), final=True)
    assert final.watermark == ""
    assert of_kind(final, Cover)[0].status == ""


def test_the_lanes_of_a_map_are_those_of_the_screen_then_those_that_still_hold_notes() -> None:
    project = example()
    journey = project.by_key("j_candidate")
    assert journey is not None
    hidden = done(project, grid.hide_lane(project, f"{journey.id}/pain_points"))
    maps = of_kind(told(hidden), JourneyMap)
    labels = [lane.label for lane in maps[0].lanes]
    assert labels[0] == "Actions de l’usager"
    assert "Irritants" in labels


def test_nothing_of_a_photo_without_picture_is_printed() -> None:
    project = example()
    kept = {row: replace(photo, picture=None) for row, photo in project.photo.items()}
    assert "Picture" not in {type(b).__name__ for b in told(project.replaced({"photo": kept})).blocks}


def test_two_pictures_to_compare_stand_side_by_side_under_their_card_when_they_may_leave() -> None:
    project = example()
    card = project.canvases("prototype")[0].id
    kept = len(of_kind(told(project), Gallery))
    for zone, consent in (("before", "none"), ("after", "none")):
        _photo, made = canvases.add_photo(project, card, zone, zone[0] * 64, alt="Une page", consent=consent)
        project = done(project, made)
    galleries = of_kind(told(project), Gallery)
    assert len(galleries) == kept + 1
    (pair,) = [g for g in galleries if g.pictures[0].sha == "b" * 64]
    assert [picture.caption for picture in pair.pictures] == ["Avant", "Après"]
    assert pair.columns == 2
    after = project.photos_at(card, "after")[0]
    refused = done(project, canvases.set_photo(project, after.id, "consent", "refused"))
    (pair,) = [g for g in of_kind(told(refused), Gallery) if g.pictures[0].sha == "b" * 64]
    assert [picture.caption for picture in pair.pictures] == ["Avant"]


def test_questions_of_a_card_follow_each_other_without_a_semicolon() -> None:
    text = " ".join(said(told(example())).replace("\u202f", " ").replace("\u00a0", " ").split())
    assert "Comprend-on la mission ? Retient-on" in text
    assert "? ;" not in text


def test_a_table_is_named_after_whom_it_worked_for() -> None:
    project = example()
    problem = project.canvases("problem")[0].id
    assert "Table 1 — Jeunes diplômés de la région" in headings(project)
    alone = replace(project.canvas[problem], author_table=None)
    challenge = "Comment pourrions-nous"
    assert any(challenge in text for text in headings(project.replaced({"canvas": {problem: alone}})))
    users = next(note for note in project.notes_of(problem) if note.zone == "users")
    long = done(project, notes.write_note(project, users.id, "Des personnes " * 20))
    assert max(len(text) for text in headings(long) if text.startswith("Table 1")) < 80


def test_a_draft_never_prints_a_quote_whose_note_moved_to_a_reserved_zone() -> None:
    """The final is refused (COH-03); a draft is printed, and says where something was taken out."""
    project = example()
    problem = project.canvases("problem")[0].id
    project, note = done_with(project, notes.add_note(project, problem, "facts", "Zorglub bloque"))
    typed = f"On nous dit : {mark(f'note:{note}', 'Zorglub bloque')}. Fin."
    project = done(project, dossier.write_section(project, "summary", typed, marked=True))
    project = done(project, dossier.write_section(project, "decision_requested", typed, marked=True))
    assert "Zorglub bloque. Fin." in said(told(project))
    moved = done(project, notes.move_notes(project, (note,), "stakeholders"))
    assert "Zorglub" not in said(told(moved))
    assert "On nous dit : [citation réservée au laboratoire]. Fin." in said(told(moved))
    agreed = frozenset({"stakeholders"})
    assert "Zorglub bloque. Fin." in said(told(moved, ask=agreed)), (
        "who agreed to print the zone agreed to it"
    )
    hidden = done(project, notes.move_notes(project, (note,), "beneficiaries"))
    assert "Zorglub" not in said(told(hidden, ask=agreed))
    assert "Zorglub" not in said(decision_note(hidden, catalogue(), Wish(TODAY)))
    form = entries(hidden, catalogue(), load_profiles()["generic"], Wish(TODAY))
    assert "Zorglub" not in " ".join(entry.text for entry in form)


def headings(project: Project) -> list[str]:
    return [heading.text for heading in of_kind(told(project), Heading)]


def done_with(project: Project, made: tuple[str, Gesture]) -> tuple[Project, str]:
    return done(project, made[1]), made[0]
