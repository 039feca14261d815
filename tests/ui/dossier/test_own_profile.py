"""The lab completes its own copy of a funding profile: read back as written, refused with a sentence."""

from decimal import Decimal

import pytest

from labdesk import places
from labdesk.domain.funding import Limits, load_profiles
from labdesk.errors import Refusal
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.own_profile import completed, copied
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
