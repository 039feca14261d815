"""The lab completes its own copy of a funding profile: read back as written, refused with a sentence."""

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from labdesk import places
from labdesk.domain.commands.dossier import choose_profile
from labdesk.domain.funding import Limits, load_profiles, profile_of
from labdesk.errors import Refusal
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.own_profile import completed, copied, keep, new_section, reworded
from labdesk.ui.dossier.profile_panel import ProfilePanel
from labdesk.ui.dossier.texts import TextsPage

SAID = {
    "label": "Appel 2027",
    "max_rate": "50",
    "min_self": "20,5",
    "min_request": "2 500",
    "max_request": "40k",
    "source": "Règlement de l’appel, page 4",
    "date": "03/02/2027",
}


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("max_rate", "140", "de 0 à 100"),
        ("min_self", "-1", "de 0 à 100"),
        ("max_rate", "moitié", "n’est pas un nombre"),
        ("max_request", "1 000", "dépasse"),
        ("min_request", "-5", "négative"),
        ("date", "demain", "n’est pas une date"),
        ("source", " ", "est vide"),
    ],
)
def test_what_no_call_can_say_is_refused_with_the_name_of_the_field(
    field: str, typed: str, told: str
) -> None:
    profile = load_profiles()["generic"]
    with pytest.raises(Refusal) as refused:
        completed(profile, SAID | {field: typed}, confirmed=True)
    assert told in refused.value.sentence


def test_a_copy_never_takes_the_id_of_another_profile() -> None:
    profiles = load_profiles()
    first = copied(profiles["generic"], profiles)
    second = copied(profiles["generic"], {**profiles, first.id: first})
    assert len({first.id, second.id, *profiles}) == len(profiles) + 2


def test_the_remark_on_an_unknown_ceiling_leads_to_the_copy_that_answers_it(
    place: DossierPlace,
) -> None:
    place.desk.wanted.connect(place.reveal)
    review = place.reading.review
    assert review is not None
    finding = next(finding for finding in review.findings if finding.rule == "FIN-05")
    place.reading.go(finding)
    page = place.pages["texts"]
    assert isinstance(page, TextsPage)
    assert page.cover.own.hasFocus()
    page.cover.own.click()
    panel = page.cover.findChild(ProfilePanel)
    assert isinstance(panel, ProfilePanel)
    panel.lines["max_rate"].setText("150")
    panel.save.click()
    assert "de 0 à 100" in panel.told
    assert list(places.own_funding().glob("*")) == []
    for field, words in SAID.items():
        panel.lines[field].setText(words)
    panel.confirmed.setChecked(True)
    panel.save.click()
    profile = place.reading.profile
    assert place.desk.project.head.profile == profile.id == "state_innovation_fund_labo"
    assert profile.limits == Limits(Decimal(50), Decimal("20.5"), 250_000, 4_000_000)
    assert (str(profile.label), profile.date, profile.to_confirm) == ("Appel 2027", "2027-02-03", False)
    place.reading.ask()
    assert place.reading.review is not None
    assert "FIN-05" not in {finding.rule for finding in place.reading.review.findings}
    assert page.cover.own.text() == "Compléter ce profil"


def opened(place: DossierPlace) -> tuple[TextsPage, ProfilePanel]:
    """The copy of the profile of the project, on its sections."""
    page = place.pages["texts"]
    assert isinstance(page, TextsPage)
    page.cover.complete_profile()
    panel = page.cover.findChildren(ProfilePanel)[-1]
    for field, words in SAID.items():
        panel.lines[field].setText(words)
    panel.turn("sections")
    return page, panel


def test_sections_are_ordered_left_out_worded_and_added(place: DossierPlace) -> None:
    _page, panel = opened(place)
    rules = panel.sections
    rules.list.go_to("problem")
    rules.list.setFocus()
    QTest.keyClick(rules.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    rules.guide.setPlainText("Quel problème, pour qui ?")
    rules.list.go_to("approach")
    QTest.keyClick(rules.list, Qt.Key.Key_Delete)
    rules.list.go_to("risks")
    rules.put(new_section({"labo_1"}))
    rules.label.setText("Égalité femmes-hommes")
    rules.most.setText("beaucoup")
    rules.field.setText("2.4 Égalité")
    panel.papers.setPlainText("- devis\nlettre d’engagement\n\ndevis\n")
    panel.form.setCurrentIndex(panel.form.findData("credits"))
    panel.save.click()
    assert "« Égalité femmes-hommes »" in panel.told.replace("\u00a0", " ")
    rules.most.setText("1 500")
    panel.save.click()
    profile = place.reading.profile
    names = [section.id for section in profile.sections]
    assert names.index("problem") < names.index("holder")
    assert "approach" not in names
    own = profile.section("labo_2")
    problem = profile.section("problem")
    assert own is not None
    assert problem is not None
    assert (str(own.label), own.max_chars, own.need, own.source) == (
        "Égalité femmes-hommes",
        1500,
        "W",
        ("typed",),
    )
    assert str(own.field) == "2.4 Égalité"
    assert names.index("labo_2") == names.index("risks") + 1
    assert str(problem.guide) == "Quel problème, pour qui ?"
    assert (profile.form, profile.attachments) == ("credits", ("devis", "lettre d’engagement"))
    place.show_page("budget")
    budget = place.pages["budget"]
    assert [c.title for c in budget.panels["expense"].model.columns][1] == "Titre"  # type: ignore[attr-defined]
    place.desk.undo()
    assert place.reading.profile.id == "state_innovation_fund"


def test_a_profile_without_sections_is_refused(place: DossierPlace) -> None:
    _page, panel = opened(place)
    for _section in range(17):
        panel.sections.take_out()
    panel.save.click()
    assert "au moins une rubrique" in panel.told


def test_the_project_carries_its_profile_to_another_laptop(place: DossierPlace) -> None:
    _page, panel = opened(place)
    panel.save.click()
    mine = place.reading.profile
    for path in places.own_funding().glob("*.toml"):
        path.unlink()
    assert mine.id not in place.reading.profiles
    assert place.reading.profile == mine
    assert profile_of(place.desk.project.head, load_profiles()) == mine
    strange = replace(place.desk.project.head, profile_toml="[[")
    assert profile_of(strange, load_profiles()).id == "generic"


def test_a_profile_goes_to_a_colleague_as_a_file_and_never_replaces_another(
    place: DossierPlace, tmp_path: Path
) -> None:
    page, panel = opened(place)
    panel.save.click()
    mine = place.reading.profile
    out = tmp_path / "appel.toml"
    page.cover.files.hand_over(out)
    (places.own_funding() / f"{mine.id}.toml").unlink()
    place.desk.do(choose_profile(place.desk.project, load_profiles()["small"]))
    page.cover.files.take_in(out)
    assert place.reading.profile == mine
    assert place.reading.profiles[mine.id] == mine
    out.write_text(out.read_text("utf-8").replace("max_rate = 50", "max_rate = 60"), "utf-8")
    page.cover.files.take_in(out)
    assert place.reading.profile.id == f"{mine.id}_2"
    assert place.reading.profiles[mine.id].limits.max_rate == 50
    said: list[str] = []
    place.desk.refused.connect(said.append)
    out.write_text("id = ", "utf-8")
    page.cover.files.take_in(out)
    page.cover.files.take_in(tmp_path / "absent.toml")
    page.cover.files.hand_over(tmp_path)
    assert len(said) == 3
    assert "appel.toml" in said[0]


def test_a_newer_version_on_this_laptop_is_offered_never_taken(place: DossierPlace) -> None:
    page, panel = opened(place)
    panel.save.click()
    mine = place.reading.profile
    assert page.cover.files.newer() is None
    keep(replace(mine, attachments=("RIB",)))
    assert place.reading.profile.attachments != ("RIB",)
    found = page.cover.files.newer()
    assert found is not None
    assert found.attachments == ("RIB",)


def test_an_unknown_ceiling_is_told_and_stays_empty(place: DossierPlace) -> None:
    _page, panel = opened(place)
    panel.lines["max_rate"].clear()
    panel.save.click()
    assert place.reading.profile.limits.max_rate is None
    place.reading.ask()
    assert place.reading.review is not None
    (told,) = [f.sentence for f in place.reading.review.findings if f.rule == "FIN-05"]
    assert told.startswith("Taux plafond non renseigné")


def test_a_length_of_five_thousand_digits_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refusal, match="la longueur est un nombre de signes"):
        reworded(new_section(()), "Rubrique", "", "9" * 5000, "W")
