"""The note for decision: what it says, and that it never has a third page."""

from labdesk.domain.commands import dossier
from labdesk.domain.lab import Lab
from labdesk.domain.model import Project
from labdesk.dossier import pdf
from labdesk.dossier.compose import Wish
from labdesk.dossier.labelled_blocks import NoteHead, Signature
from labdesk.dossier.note import _testers, decision_note
from labdesk.dossier.text_blocks import Heading, Paragraph
from tests.domain.dossiers import example
from tests.dossier.telling import TODAY, of_kind, said
from tests.memory import catalogue, done


def no_picture(sha: str) -> bytes:
    raise KeyError(sha)


def test_the_note_asks_first_proves_then_and_ends_with_the_boxes_to_tick() -> None:
    document = decision_note(example(), catalogue(), Wish(TODAY))
    titles = [h.text for h in of_kind(document, Heading)]
    assert titles[0] == "1. Décision demandée et échéance"
    assert len(titles) == 7
    (foot,) = of_kind(document, Signature)
    assert foot.choices == ("Accord", "Accord sous réserve", "Désaccord", "À discuter")


def test_the_note_says_what_the_tests_do_not_prove() -> None:
    text = said(decision_note(example(), catalogue(), Wish(TODAY)))
    proven, not_yet = text.split("Pas encore prouvé")
    assert "La promesse des 15 jours" in proven
    assert "Le kit J−5" in not_yet
    assert "Vis ma vie d’agent" in not_yet


def test_one_tester_is_one_and_none_is_not_said() -> None:
    text = said(decision_note(example(), catalogue(), Wish(TODAY)))
    assert "0 testeurs" not in text.replace("10 testeurs", "")
    assert "10 testeurs" in text.replace("\u00a0", " ")
    assert _testers("1").replace("\u00a0", " ") == "1 testeur"
    assert _testers("0") == ""
    assert _testers("5 usagers, 2 agents").endswith("5 usagers, 2 agents")


def test_the_note_says_the_amounts_of_the_money_form_of_its_profile() -> None:
    """A budget typed by year is no budget of State credits: the dossier and the note say the same."""
    grant, credit = (
        said(decision_note(example(), catalogue(), Wish(TODAY), form)).replace("\u202f", " ")
        for form in ("grant", "credits")
    )
    assert "Coût total" in grant
    assert "Coût total" not in credit


def test_a_note_without_a_euro_says_nothing_of_the_cost() -> None:
    text = said(decision_note(Project.empty(), catalogue(), Wish(TODAY)))
    assert "Demandé" not in text
    assert "acquises" not in text


def test_the_note_never_has_a_third_page_and_tells_what_it_left_out() -> None:
    project = example()
    long = " ".join(f"Phrase numéro {n} du contexte de ce projet." for n in range(400))
    gesture = dossier.write_section(project, "options", long)
    written = pdf.write(decision_note(done(project, gesture), catalogue(), Wish(TODAY)), no_picture)
    assert written.pages == 2
    assert written.left_out


def test_an_empty_project_gives_a_note_that_can_be_signed() -> None:
    written = pdf.write(decision_note(Project.empty(), catalogue(), Wish(TODAY)), no_picture)
    assert written.pages == 1


def test_the_place_before_the_date_is_the_town_of_the_lab() -> None:
    project = example()
    lab = Lab(address="53 rue de la Préfecture\n21041 Dijon cedex")
    (there,) = of_kind(decision_note(project, catalogue(), Wish(TODAY, lab=lab)), NoteHead)
    assert there.place_and_date == "Dijon, le 30 juin 2027"
    (nowhere,) = of_kind(decision_note(project, catalogue(), Wish(TODAY)), NoteHead)
    assert nowhere.place_and_date == "Le 30 juin 2027"


def test_each_option_has_its_paragraph_and_its_name_stands_out() -> None:
    blocks = of_kind(decision_note(example(), catalogue(), Wish(TODAY)), Paragraph)
    options = [block.runs for block in blocks if block.spare == "options"]
    assert [told[0].text.strip(" :\u00a0\u202f") for told in options] == [
        "Faire",
        "Plus petit",
        "Ne rien faire",
    ]
    assert all(told[0].strong and not told[1].strong for told in options)
    assert {run.typed for told in options for run in told} == {"options"}


def test_options_without_names_stay_as_they_were_typed() -> None:
    project = example()
    typed = "Nous proposons deux voies. La première : aller vite.\nLa seconde attend."
    changed = done(project, dossier.write_section(project, "options", typed))
    blocks = of_kind(decision_note(changed, catalogue(), Wish(TODAY)), Paragraph)
    assert [block.runs[0].text for block in blocks if block.spare == "options"] == typed.split("\n")
