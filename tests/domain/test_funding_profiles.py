"""Funding profiles are data: those that ship, the lab's own, the wrong ones, those the screen writes."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from labdesk import places
from labdesk.domain.canvas_type import Label
from labdesk.domain.funding import Limits, Section, load_profiles, load_sections, profile_toml, read_profile
from labdesk.errors import Refusal

MINIMAL = 'id = "ours"\nlabel = "Notre appel"\nsections = ["cover", "budget", "financing"]\n'


def test_the_seven_profiles_ship_and_none_is_refused() -> None:
    profiles = load_profiles()
    assert list(profiles) == [
        "generic",
        "state_innovation_fund",
        "feder",
        "state_credits",
        "small",
        "decision_note",
        "workshop_report",
    ]
    assert profiles.refused == ()
    assert {name: len(profile.sections) for name, profile in profiles.items()} == {
        "generic": 26,
        "state_innovation_fund": 17,
        "feder": 26,
        "state_credits": 20,
        "small": 12,
        "decision_note": 7,
        "workshop_report": 6,
    }
    forms = {name: profile.form for name, profile in profiles.items()}
    assert (forms["state_credits"], forms["decision_note"], forms["workshop_report"]) == (
        "credits",
        "note",
        "report",
    )


def test_no_ceiling_is_invented_and_every_profile_says_when_and_where_it_was_read() -> None:
    for profile in load_profiles().values():
        assert profile.limits.max_rate is None
        assert profile.limits.min_self is None
        assert profile.date
        assert profile.source
        assert profile.to_confirm == profile.money


def test_the_27_sections_of_a_dossier_have_a_label_and_a_guiding_question_in_both_languages() -> None:
    sections = load_sections()
    assert len(sections) == 27 + 3
    assert set(sections) - {section.id for section in load_profiles()["generic"].sections} == {
        "options",
        "workshop",
        "photos",
        "decisions",
    }
    for section in sections.values():
        assert section.label.fr
        assert section.label.en
        assert section.guide.fr
        assert section.guide.en != section.guide.fr
    assert (sections["summary"].max_chars, sections["summary"].need) == (1800, "B")
    assert sections["solution"].source == ("typed", "prototype")


def test_a_profile_that_nobody_knows_reads_as_the_generic_dossier() -> None:
    assert load_profiles().named("gone").id == "generic"
    assert load_profiles().named(None).id == "generic"
    assert load_profiles().named("feder").id == "feder"


def test_the_lab_s_own_profile_stands_beside_those_that_ship_and_may_replace_one() -> None:
    places.own_funding().mkdir()
    (places.own_funding() / "ours.toml").write_text(MINIMAL, "utf-8")
    (places.own_funding() / "feder.toml").write_text(MINIMAL.replace("ours", "feder"), "utf-8")
    profiles = load_profiles()
    assert len(profiles["ours"].sections) == 3
    assert str(profiles["feder"].label) == "Notre appel"
    assert len(profiles) == 8


def test_a_wrong_file_is_refused_by_name_and_the_others_load(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("id = ", "utf-8")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "c.toml").write_text(MINIMAL.replace("budget", "buget"), "utf-8")
    (tmp_path / "d.toml").write_text(MINIMAL, "utf-8")
    profiles = load_profiles(tmp_path)
    assert list(profiles) == ["ours"]
    assert [sentence.split()[0].strip(",") for sentence in profiles.refused] == ["a.toml", "b.toml", "c.toml"]
    assert "« buget »".replace(" ", "\u00a0") in profiles.refused[2]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (MINIMAL.replace('"ours"', '"à nous"'), "id"),
        (MINIMAL.replace('label = "Notre appel"\n', ""), "label"),
        (MINIMAL + 'form = "loan"\n', "form"),
        (MINIMAL.replace('["cover", "budget", "financing"]', "[]"), "sections"),
        (MINIMAL.replace('"budget"', '"cover"'), "cover"),
        (MINIMAL.replace('"budget"', "3"), "sections"),
        (MINIMAL + 'date = "hier"\n', "date"),
        (MINIMAL + "attachments = [1]\n", "attachments"),
        (MINIMAL + "[limits]\nmax_rate = 120\n", "max_rate"),
        (MINIMAL + "[limits]\nmax_rate = nan\n", "max_rate"),
        (MINIMAL + "[limits]\nmin_request = -1\n", "min_request"),
        (MINIMAL + 'limits = "80"\n', "limits"),
        (MINIMAL + "[limits]\nceiling = 80\n", "ceiling"),
        (MINIMAL + '[section.budget]\nneed = "X"\n', "budget"),
        (MINIMAL + "[section.budget]\nmax_chars = -1\n", "budget"),
        (MINIMAL + "[section.unlisted]\nlabel = 'x'\n", "unlisted"),
        (MINIMAL + "section = 3\n", "section"),
        (MINIMAL + "section.budget = 3\n", "section"),
        (MINIMAL + "limits = 80\n", "limits"),
        (MINIMAL.replace('"budget"', '"own"') + "[section.own]\nmax_chars = 100\n", "own"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(wrong: str, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_profile(wrong, "appel.toml")
    assert refused.value.sentence.startswith("appel.toml")
    assert said in refused.value.sentence


def test_a_profile_may_reword_a_section_and_ask_for_one_of_its_own() -> None:
    toml = MINIMAL.replace('"budget"', '"budget", "egalite"') + (
        '[section.budget]\nmax_chars = 500\nneed = "W"\n'
        '[section.egalite]\nlabel = { fr = "Égalité", en = "Equality" }\nguide = "Quelle part de femmes ?"\n'
    )
    profile = read_profile(toml, "appel.toml")
    budget, own = profile.section("budget"), profile.section("egalite")
    assert budget is not None
    assert own is not None
    assert (budget.max_chars, budget.need, str(budget.label)) == (500, "W", "Budget prévisionnel")
    assert (own.label.en, own.need, own.source) == ("Equality", "W", ("typed",))
    assert profile.has("egalite", "gone")
    assert not profile.has("gone")
    assert profile.section("gone") is None


def test_what_the_screen_writes_is_what_is_read() -> None:
    for profile in load_profiles().values():
        assert read_profile(profile_toml(profile), "x.toml") == profile


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n\t\x7f"\\'), max_size=30)
PERCENT = st.none() | st.decimals(0, 100, places=2)
CENTS = st.none() | st.integers(0, 10**12)


@given(
    label=WORDS,
    source=WORDS,
    papers=st.lists(WORDS, max_size=3),
    rates=st.tuples(PERCENT, PERCENT),
    asked=st.tuples(CENTS, CENTS),
)
def test_any_edited_profile_comes_back_as_it_was(
    label: str,
    source: str,
    papers: list[str],
    rates: tuple[Decimal | None, Decimal | None],
    asked: tuple[int | None, int | None],
) -> None:
    own = Section("own", Label(label or "x", source), Label(source, label or ""), max_chars=7, need="W")
    generic = load_profiles()["generic"]
    edited = replace(
        generic,
        label=Label(label, source),
        source=source,
        attachments=tuple(papers),
        limits=Limits(*rates, *asked),
        sections=(*generic.sections[:3], replace(generic.sections[3], max_chars=12), own),
    )
    read = read_profile(profile_toml(edited), "x.toml")
    assert read == edited
