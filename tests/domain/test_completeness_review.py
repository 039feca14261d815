"""A whole review: the sentence of the rail, the state of each section, every profile, any project."""

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from labdesk.domain.canvas_type import Catalogue, Label
from labdesk.domain.commands import notes
from labdesk.domain.completeness import review
from labdesk.domain.entities import ENTITIES, FIELDS, Row
from labdesk.domain.funding import Profile, Section, load_profiles
from labdesk.domain.model import Project
from labdesk.words import NBSP, speaking
from tests.domain.dossiers import TODAY, Dossier, example, grant
from tests.memory import catalogue, done, with_canvas

PROFILES = load_profiles()


def of_example(profile: str, today: date = TODAY) -> Dossier:
    return Dossier(example(), PROFILES[profile], today)


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 6, 30), date(2027, 7, 1)])
@pytest.mark.parametrize(
    "profile", ["state_innovation_fund", "generic", "feder", "small", "decision_note", "workshop_report"]
)
def test_the_example_can_be_exported_as_final(profile: str, today: date) -> None:
    assert of_example(profile, today).reviewed().blocking == 0


def test_the_example_is_ready_for_the_fund_it_names() -> None:
    read = Dossier(example(), PROFILES.named(example().head.profile)).reviewed()
    assert read.sentence() == "17 sections prêtes sur 17 · aucun point bloquant"
    assert {finding.severity for finding in read.findings} <= {"advice"}


def test_progress_is_told_in_sections_and_points_never_as_a_percentage() -> None:
    broken = grant().head(start="", end="").text("options", "").text("innovation", " ")
    read = broken.reviewed()
    assert (read.ready, read.total, read.blocking) == (24, 26, 2)
    assert read.sentence() == "24 sections prêtes sur 26 · 2 points bloquants"
    one = grant().text("summary", "").reviewed()
    assert one.sentence() == "25 sections prêtes sur 26 · 1 point bloquant"


def test_a_blank_project_has_nothing_ready_and_says_why() -> None:
    read = Dossier(Project.empty(), PROFILES["small"]).reviewed()
    assert read.sentence().startswith("0 section prête sur 12 · ")
    assert {state.state for state in read.states.values()} == {"empty"}
    assert all(state.blocking for state in read.states.values())
    assert {f.rule for f in read.findings if f.severity == "blocking"} == {"TXT-01", "TXT-05", "CAL-01"}


def test_a_section_drawn_from_the_canvases_is_filled_and_says_so() -> None:
    states = of_example("generic").reviewed().states
    drawn = {name for name, state in states.items() if state.source == "drawn"}
    assert drawn == {"problem", "approach", "personas", "journeys", "evidence", "annexes"}
    without = of_example("generic").drop("canvas", [c.id for c in example().canvases("prototype")])
    assert without.reviewed().states["evidence"].state == "empty"
    assert (
        without.text("evidence", "Trois tests sont prévus.").reviewed().states["evidence"].source == "typed"
    )


def test_a_blank_sheet_fills_no_section() -> None:
    project, _canvas = with_canvas(Project.empty(), "problem")
    assert Dossier(project, PROFILES["small"]).reviewed().states["problem"].state == "empty"


def test_states_count_their_findings_and_advice_holds_nothing_back() -> None:
    broken = grant().head(vat="").limited(max_rate=None)
    state = broken.reviewed().states["financing"]
    assert (state.state, state.advice) == ("ready", 1)
    budget = broken.reviewed().states["budget"]
    assert (budget.state, budget.to_check) == ("to_check", 1)
    broken = broken.put("resource", broken.nth("resource", 4), amount=0)
    assert broken.reviewed().states["financing"].state == "blocking"


def test_findings_come_in_the_order_of_the_dossier_gravest_first() -> None:
    broken = grant().head(vat="", holder="", version="").text("summary", "à compléter").each("risk", owner="")
    read = broken.reviewed()
    order = [section.id for section in broken.profile.sections]
    weights = {"blocking": 0, "to_check": 1, "advice": 2}
    ranks = [(order.index(f.section), weights[f.severity]) for f in read.findings]
    assert ranks == sorted(ranks)
    assert [finding.rule for finding in read.of("cover")] == ["TXT-05", "TXT-06"]


def test_rules_of_a_section_the_call_does_not_ask_for_stay_silent() -> None:
    short = replace(grant(), profile=PROFILES["small"])
    assert short.drop("risk").drop("role").text("sustainability", "").found() == short.found()
    assert {finding.rule for finding in short.found()} == {"FIN-05"}


def test_notes_in_the_tray_are_counted_even_for_a_workshop_report() -> None:
    report = of_example("workshop_report")
    canvas = report.canvas("j_target")
    texts = ["Une idée", "Une autre"]
    waiting = report.done(notes.add_notes(report.project, canvas, "tray", texts)[1])
    (finding,) = [f for f in waiting.found() if f.rule == "JOU-08"]
    assert finding.sentence.startswith("2 notes attendent encore dans «")
    assert finding.table == "note"


def test_a_workshop_report_asks_for_no_money_and_no_dossier() -> None:
    project, canvas = with_canvas(Project.empty(), "workshop", "Atelier 1")
    project = done(project, notes.add_note(project, canvas, "decisions", "Tester en mars")[1])
    read = review(project, catalogue(), PROFILES["workshop_report"], TODAY)
    assert read.blocking == 0
    assert {finding.rule for finding in read.findings} == {"RGP-05"}


def test_state_credits_of_a_grant_ask_for_their_own_columns() -> None:
    rules = {finding.rule for finding in of_example("state_credits").found()}
    assert {"FIN-17", "FIN-19", "FIN-20"} <= rules
    assert "FIN-12" not in rules


def test_a_note_for_decision_reads_the_money_that_was_filled_in() -> None:
    note = replace(grant(), profile=PROFILES["decision_note"])
    assert note.found() == ()
    for year in note.project.expense_year.values():
        note = note.put("expense_year", year.id, ae=year.amount, cp=year.amount, amount=None)
    assert note.found() == ()


def test_a_section_of_the_lab_s_own_is_reviewed_like_any_other() -> None:
    own = Section("egalite", Label("Égalité", "Equality"), Label("Comment ?", "How?"), max_chars=10, need="B")
    asked = replace(grant(), profile=_with(grant().profile, own))
    assert [(f.rule, f.section) for f in asked.found()] == [("TXT-01", "egalite")]
    assert [f.rule for f in asked.text("egalite", "Une charte signée").found()] == ["TXT-03"]
    assert asked.text("egalite", "Charte").found() == ()


def _with(profile: Profile, section: Section) -> Profile:
    return replace(profile, sections=(profile.sections[0], section, *profile.sections[1:]))


def test_a_canvas_of_a_type_unknown_here_stops_no_review() -> None:
    bare = grant().each("canvas", type_row=None)
    read = review(bare.project, Catalogue({}), bare.profile, TODAY)
    assert read.total == 26


def test_sentences_are_french_typography_and_follow_the_language() -> None:
    broken = grant().put("resource", grant().nth("resource", 4), amount=0)
    assert f"76{chr(0x202F)}200{NBSP}€" in broken.found()[0].sentence
    with speaking("en"):
        assert "76,200" in broken.found()[0].sentence


def test_the_review_of_the_example_takes_less_than_fifteen_milliseconds() -> None:
    asked = of_example("generic")
    asked.reviewed()
    times = []
    for _turn in range(5):
        fresh = replace(asked, project=asked.project.replaced({}))
        start = time.perf_counter()
        fresh.reviewed()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.015


# -- any project -----------------------------------------------------------------------------------------
IDS = ("a", "b", "c", "project", "summary")
TEXTS = (
    "",
    " ",
    "à compléter",
    "12 €",
    "2027-02-30",
    "2028-01-01",
    "Mme Durand",
    "as_is",
    "secured",
    "t2",
    "0,5",
)
ZONES = ("pain_points", "tray", "statement", "challenge", "verdict", "emotions", "testers", "trace", "cost")


def _value(table: str, field: str) -> st.SearchStrategy[Any]:
    declared = FIELDS[table][field]
    if declared.refers or field in ("owner", "source", "target"):
        return st.sampled_from([None, *IDS])
    if field == "zone":
        return st.sampled_from(ZONES)
    if field == "type":
        return st.sampled_from(["journey", "problem", "prototype", "persona", "workshop", "gone"])
    if declared.sql == "INTEGER":
        return st.sampled_from([None, 0, 1, -5, 2027, 2028, 10**12])
    if declared.sql == "ANY":
        return st.sampled_from([None, 0, 3, *TEXTS])
    return st.sampled_from([None, *TEXTS])


def _rows(table: str) -> st.SearchStrategy[dict[str, Row]]:
    fields = {field: _value(table, field) for field in FIELDS[table] if field != "toml"}
    made = st.fixed_dictionaries({"id": st.sampled_from(IDS), **fields})
    return st.lists(made, max_size=3).map(lambda rows: {row["id"]: ENTITIES[table](**row) for row in rows})


ANY_PROJECT = st.fixed_dictionaries({table: _rows(table) for table in ENTITIES})


@given(tables=ANY_PROJECT, profile=st.sampled_from(sorted(PROFILES)))
def test_any_project_can_be_reviewed(tables: dict[str, dict[str, Row]], profile: str) -> None:
    project = Project.empty().replaced(tables)
    read = review(project, catalogue(), PROFILES[profile], TODAY)
    assert list(read.states) == [section.id for section in PROFILES[profile].sections]
    assert 0 <= read.ready <= read.total
    assert sum(state.blocking for state in read.states.values()) == read.blocking
    for name, state in read.states.items():
        assert (state.state == "empty") == (not state.source)
        assert state.state != "ready" or not (state.blocking or state.to_check), name
    assert read == review(project, catalogue(), PROFILES[profile], TODAY)


def test_an_empty_cover_says_each_lack_once() -> None:
    read = review(Project.empty(), catalogue(), PROFILES["generic"], TODAY)
    cover = [finding for finding in read.findings if finding.section == "cover"]
    assert "TXT-01" not in {finding.rule for finding in cover}
    assert len({finding.field for finding in cover}) == len(cover) == 8
    assert read.states["cover"].state == "empty"
