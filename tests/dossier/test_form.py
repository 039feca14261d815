"""What is pasted into a web form: plain lines, French amounts, lengths counted as forms count them."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from labdesk.domain.canvas_type import Label
from labdesk.domain.commands.dossier import add_row, write_section
from labdesk.domain.funding import Profile, load_profiles, profile_toml, read_profile
from labdesk.domain.gesture import Gesture, born
from labdesk.domain.model import Project
from labdesk.dossier.compose import Wish
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.form import Entry, entries, form_length, longest_length, plain, whole
from labdesk.dossier.labelled_blocks import Signature
from labdesk.dossier.text_blocks import Bullets, Cell, Paragraph, Row, Run, Table, runs
from tests.domain.dossiers import example
from tests.dossier.telling import TODAY
from tests.memory import catalogue, done


def told(project: Project, profile: Profile | None = None) -> dict[str, Entry]:
    asked = profile or load_profiles()["state_innovation_fund"]
    return {entry.section.id: entry for entry in entries(project, catalogue(), asked, Wish(TODAY))}


def test_each_section_of_the_profile_is_told_once_in_its_order() -> None:
    profile = load_profiles()["state_innovation_fund"]
    assert list(told(example(), profile)) == [section.id for section in profile.sections]


def test_what_was_typed_keeps_its_blank_lines_and_gets_french_typography() -> None:
    typed = "Pourquoi ici ?\n\n\n\nL'État recrute 1 200 agents : 76 200 € par an  \n- un\x07 point\n"
    project = done(example(), write_section(example(), "summary", typed))
    assert told(project)["summary"].text == (
        "Pourquoi ici\u202f?\n\nL’État recrute 1\u202f200 agents\u00a0: 76\u202f200\u00a0€ par an\n"
        "- un  point"
    )


def test_a_table_is_one_line_a_row_each_value_under_its_name() -> None:
    lines = told(example())["budget"].text.split("\n")
    first = lines[0].replace("\u00a0", " ").replace("\u202f", " ")
    assert first == (
        "- Design de service (prestation) – Nature : Prestations ; "
        "2027 : 6 000 € ; 2028 : 22 000 € ; Total : 28 000 €"
    )
    assert any("76\u202f200\u00a0€" in line and line.startswith("- Total des dépenses") for line in lines)


def test_a_table_of_two_columns_says_its_head_once_for_all() -> None:
    table = Table(("Gain", "Par an"), (Row((Cell(runs("Relances")), Cell(runs("120 h")))),))
    assert plain((table,)) == "- Relances\u00a0: 120 h"


def test_empty_cells_are_passed_over_and_lines_of_a_cell_follow_one_another() -> None:
    row = Row((Cell(runs("Chef")), Cell(runs("–")), Cell(runs("Awa\nInès"))))
    assert (
        plain((Table(("Rôle", "Contact", "Qui"), (row, Row(()))),)) == "- Chef – Qui\u00a0: Awa\u202f; Inès"
    )


def test_pictures_lines_to_sign_and_links_that_lead_nowhere_stay_out() -> None:
    blocks = (
        Paragraph(runs("Avant")),
        Paragraph((Run("Voir la carte", link="#map"),)),
        Picture("sha", "Un guichet"),
        Signature(("Accord",), ("Date",)),
        Bullets((runs("un"), runs("deux")), ordered=True),
    )
    assert plain(blocks) == "Avant\n1. un\n2. deux"


def test_a_journey_is_told_step_by_step_and_can_be_left_to_its_essentials() -> None:
    entry = told(example())["journeys"]
    assert "\n1. " in entry.text
    assert len(entry.short) < entry.section.max_chars < len(entry.text)
    assert entry.over(entry.text) == form_length(entry.text) - entry.section.max_chars
    assert entry.over(entry.short) == 0
    assert "Ce qu’il faut retenir" in entry.short


def test_what_must_not_leave_the_room_is_never_pasted() -> None:
    text = "\n".join(entry.text for entry in told(example()).values())
    for note in example().note.values():
        if note.facilitator_note:
            assert note.facilitator_note not in text


def test_the_cover_is_its_facts_one_a_line() -> None:
    lines = told(example())["cover"].text.split("\n")
    assert lines[0].startswith("Intitulé\u00a0: ")
    assert "Montant demandé\u00a0: 38\u202f100\u00a0€" in lines


def test_an_empty_project_has_nothing_to_paste_but_its_title() -> None:
    empty = told(Project.empty())
    assert {name for name, entry in empty.items() if entry.text} == {"cover"}


def test_a_form_counts_an_emoji_twice_and_a_line_end_once_or_twice() -> None:
    assert form_length("a b\nc") == 5
    assert longest_length("a b\nc") == 6
    assert form_length("🙂") == 2


@given(st.text())
def test_every_text_is_counted_as_a_browser_counts_it(text: str) -> None:
    assert form_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(max_size=400))
def test_no_typed_text_is_lost_or_refused(text: str) -> None:
    project = done(Project.empty(), write_section(Project.empty(), "summary", text))
    said = told(project)["summary"].text
    assert [sign for sign in said if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert "\n\n\n" not in said
    assert said == said.strip()


def test_one_file_holds_every_section_under_its_title_and_the_name_of_its_field() -> None:
    profile = load_profiles()["state_innovation_fund"]
    sections = tuple(
        replace(section, field=Label("2.1 Résumé", "2.1 Summary")) if section.id == "summary" else section
        for section in profile.sections
    )
    text = whole(tuple(told(example(), replace(profile, sections=sections)).values()))
    assert "Synthèse (2.1 Résumé)\n=====" in text
    assert text.count("=====") >= len(sections)


def test_a_profile_may_name_the_field_of_the_form_and_keeps_it_when_it_is_copied() -> None:
    toml = """
id = "appel"
label = "Appel"
sections = ["summary"]
[section.summary]
field = "2.1 Résumé du projet"
"""
    profile = read_profile(toml, "appel.toml")
    assert str(profile.sections[0].field) == "2.1 Résumé du projet"
    assert read_profile(profile_toml(profile), "copie.toml") == profile


def test_a_row_added_to_a_table_is_pasted_too() -> None:
    project = example()
    _row, gesture = add_row(project, "risk", label="Panne de la borne", p=2, g=3)
    assert "- Panne de la borne – " in told(done(project, gesture))["risks"].text


def test_a_canvas_this_laptop_does_not_know_leaves_the_typed_words_to_paste() -> None:
    project = done(example(), Gesture("Importer", born("canvas", "c", type="machin", place="z")))
    project = done(project, write_section(project, "annexes", "Voir le classeur."))
    entry = told(project, load_profiles()["generic"])["annexes"]
    assert entry.text.startswith("Voir le classeur.")
