"""What a version keeps of a dossier, and the page that tells what changed since: complete, accessible."""

import io

import pytest
from msgspec.structs import replace

from labdesk.domain.commands.dossier import set_row, write_section
from labdesk.domain.commands.notes import add_note, set_note, write_note
from labdesk.domain.commands.versions import keep_version
from labdesk.domain.contents import parts_of, read_parts
from labdesk.domain.funding import load_profiles
from labdesk.domain.model import Project, title
from labdesk.dossier import pdf
from labdesk.dossier.changes import changed_dossier, changes_since
from labdesk.dossier.compose import Wish
from labdesk.dossier.contents import content
from labdesk.dossier.keeping import kept
from labdesk.dossier.text_blocks import Heading, Table
from labdesk.errors import Refusal
from labdesk.words import speaking
from tests.domain.dossiers import example
from tests.dossier.telling import TODAY, of_kind, said, told
from tests.memory import catalogue, done
from tests.paper.archive import archive_faults
from tests.paper.ua_checker import check

PROFILE = load_profiles()["state_innovation_fund"]


def content_of(project: Project, ask: frozenset[str] = frozenset()) -> object:
    return content(project, catalogue(), PROFILE, TODAY, ask)


def plain(text: str) -> str:
    """With ordinary spaces, as the typography of French comes and goes."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def with_version(project: Project, name: str = "envoyée au SGAR") -> tuple[Project, str]:
    row, gesture = keep_version(
        *(project, kept(b"%PDF", 25, project, catalogue(), PROFILE, TODAY)),
        at="2027-03-03T10:42:00+01:00",
        what="dossier",
        form="pdf",
        final=True,
        file="d.pdf",
        profile=PROFILE.id,
        name=name,
    )
    return done(project, gesture), row


def test_every_word_of_every_section_is_kept_and_its_parts_are_light() -> None:
    project = example()
    found = content(project, catalogue(), PROFILE, TODAY, frozenset())
    whole = plain(" ".join(line for leaf in found.leaves for line in leaf.lines))
    headings = [heading.text for heading in of_kind(told(project), Heading) if heading.level > 2]
    assert [text for text in headings if plain(text) not in whole] == []
    notes = [note.text or "" for note in project.note.values() if note.step]
    assert [text for text in notes if plain(text) not in whole] == []
    assert {one.key for one in found.amounts} >= {"requested", "expenses", "resources", "year:2027"}
    parts = parts_of(found)
    assert sum(map(len, parts)) < 60_000
    assert read_parts(parts) == found


def test_what_may_not_leave_is_not_kept_either_unless_it_was_agreed_to() -> None:
    project = example()
    problem = project.canvases("problem")[0].id
    for zone, words in (("beneficiaries", "Zorglub gagne"), ("stakeholders", "Zorglub bloque")):
        project = done(project, add_note(project, problem, zone, words)[1])
    assert "Zorglub" not in repr(content_of(project))
    agreed = repr(content_of(project, frozenset({"stakeholders"})))
    assert "Zorglub bloque" in agreed
    assert "Zorglub gagne" not in agreed


def test_a_finding_is_kept_and_printed_without_the_names_it_quotes() -> None:
    project, row = with_version(example())
    problem, journey = project.canvases("problem")[0].id, project.canvases("journey")[0].id
    step = project.steps_of(journey)[0].id
    for canvas, zone, where in (
        (problem, "beneficiaries", None),
        (journey, "tray", None),
        (journey, "actions", step),
    ):
        words = "Madame Zorglub, zorglub@exemple.fr, 06 12 34 56 78"
        note, gesture = add_note(project, canvas, zone, words, step=where)
        project = done(project, gesture)
    project = done(project, set_note(project, note, "facilitator_note", "Rappeler Monsieur Cocatrix"))
    found = changes_since(project, catalogue(), PROFILE, TODAY, row).found
    assert {point.rule for point in found} >= {"RGP-01", "RGP-02", "RGP-03"}
    told_of = repr(found)
    for word in ("Zorglub", "zorglub@", "06 12", "Cocatrix"):
        assert word not in told_of
    page = said(changed_dossier(project, catalogue(), PROFILE, Wish(TODAY), row)).partition(
        "Contrôle du dossier"
    )[2]
    assert "Une personne est citée" in plain(page)
    assert "Zorglub" not in page


def test_a_content_is_told_in_french_whoever_reads_the_window_in_english() -> None:
    project = example()
    with speaking("en"):
        assert content_of(project) == content_of(project)
        english = content_of(project)
    assert english == content_of(project)


def test_the_page_tells_sections_amounts_and_findings_since_a_version() -> None:
    project, row = with_version(example())
    assert not changes_since(project, catalogue(), PROFILE, TODAY, row)
    project = done(project, write_section(project, "sustainability", ""))
    resource = project.in_order("resource")[0].id
    project = done(project, set_row(project, "resource", resource, "amount", 3_960_000))
    document = changed_dossier(project, catalogue(), PROFILE, Wish(TODAY), row)
    (title,) = [h for h in of_kind(document, Heading) if h.anchor == "changes"]
    assert plain(title.text) == "Ce qui a changé depuis la version du 3 mars 2027 (envoyée au SGAR)"
    text = plain(said(document))
    table = of_kind(document, Table)[-1]
    assert [plain(cell.runs[0].text) for cell in table.rows[0].cells] == [
        "Total des ressources",
        "76 200 €",
        "77 700 €",
        "+1 500 €",
    ]
    assert "[−Le SGC porte le dispositif" in text
    assert "Nouveau (bloquant) : " in text


def test_the_page_is_as_accessible_as_the_rest_and_gives_the_same_bytes_twice() -> None:
    project, row = with_version(example())
    project = done(project, write_section(project, "summary", "Tout est dit autrement.\nEn deux lignes."))
    document = changed_dossier(project, catalogue(), PROFILE, Wish(TODAY), row)
    document = replace(document, blocks=document.blocks[-30:])
    data = pdf.write(document, _none).data
    assert data == pdf.write(document, _none).data
    assert check(io.BytesIO(data)) == []
    assert archive_faults(data) == []


def test_the_page_never_quotes_a_zone_that_this_export_keeps() -> None:
    project = example()
    problem = project.canvases("problem")[0].id
    note, gesture = add_note(project, problem, "stakeholders", "Zorglub bloque")
    project = done(project, gesture)
    agreed = frozenset({"stakeholders"})
    row, gesture = keep_version(
        *(project, kept(b"%PDF", 25, project, catalogue(), PROFILE, TODAY, agreed)),
        at="2027-03-03T10:42:00+01:00",
        what="dossier",
        form="pdf",
        final=True,
        file="d.pdf",
        profile=PROFILE.id,
        asked=agreed,
    )
    project = done(project, gesture)
    project = done(project, write_note(project, note, "Zorglub ne bloque plus"))
    with pytest.raises(Refusal, match="Décideurs et parties prenantes"):
        changed_dossier(project, catalogue(), PROFILE, Wish(TODAY), row)
    told_of = said(changed_dossier(project, catalogue(), PROFILE, Wish(TODAY, ask=agreed), row))
    assert "Zorglub [+ne+] bloque [+plus+]" in told_of.replace("\n", "")


def test_a_page_with_nothing_to_tell_says_so_and_a_long_one_counts_the_rest() -> None:
    project, row = with_version(example(), name="")
    document = changed_dossier(project, catalogue(), PROFILE, Wish(TODAY), row)
    assert "le dossier dit la même chose" in said(document)
    long = done(
        project, write_section(project, "summary", "\n".join(f"phrase numéro {n} ici" for n in range(90)))
    )
    assert "autres lignes changées" in said(changed_dossier(long, catalogue(), PROFILE, Wish(TODAY), row))


def _none(sha: str) -> bytes:
    raise KeyError(sha)


def test_a_note_changed_on_a_map_is_told_once_under_its_own_journey() -> None:
    project, version = with_version(example())
    note = next(n for n in project.note.values() if n.text == "Vidéos en ligne" and n.step)
    changed = done(project, write_note(project, note.id, "Vidéos en ligne sur les métiers"))
    changes = changes_since(changed, catalogue(), PROFILE, TODAY, version)
    (section,) = changes.sections
    kind = catalogue().types["journey"]
    assert plain(title(project, kind, note.canvas or "")) in plain(section.title)
    assert "parcours cible" not in plain(section.title)


def test_a_table_keeps_its_name_in_versions_when_the_words_beside_it_change() -> None:
    project, version = with_version(example())
    problem = project.canvases("problem")[0].id
    users = next(note for note in project.notes_of(problem) if note.zone == "users")
    changed = done(project, write_note(project, users.id, "Jeunes diplômés sans permis"))
    changes = changes_since(changed, catalogue(), PROFILE, TODAY, version)
    assert [(one.section, one.title, one.state) for one in changes.sections] == [
        ("problem", "Table 1", "changed")
    ]


def test_sentences_in_the_annex_are_kept_under_the_section_of_their_journeys() -> None:
    leaves = content(example(), catalogue(), PROFILE, TODAY, frozenset()).leaves
    told_again = [leaf for leaf in leaves if leaf.title.startswith("En phrases")]
    assert len(told_again) == 4
    assert {leaf.section for leaf in told_again} == {"journeys"}
    assert not any(leaf.section == "told" for leaf in leaves)
