"""The states of a card: what each asks for, how a card goes on and back, and its next version."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.canvas_type import CanvasType, Zone, read_type
from labdesk.domain.commands import cards
from labdesk.domain.commands.canvases import add_line, add_photo, answer, create_canvas, link, tick
from labdesk.domain.commands.notes import vote
from labdesk.domain.deck import asked_now, lacking, next_step, path_of, warning
from labdesk.domain.entities import Value
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project, state_of
from labdesk.domain.newer_type import newer
from labdesk.domain.observation import Stamp, expected_zones, heard, heard_zones, stamp_of
from labdesk.domain.shown import is_shown
from labdesk.domain.told import Difference, differences, told
from labdesk.domain.traces import TRACE
from labdesk.errors import Refusal
from tests.memory import catalogue, done, kind, with_canvas, with_note, with_steps

PROTOTYPE = kind("prototype")


def said(project: Project, card: str, **answers: str | int) -> Project:
    for zone, value in answers.items():
        project = done(project, answer(project, card, zone, value))
    return project


def ids(zones: Iterable[Zone]) -> list[str]:
    return [zone.id for zone in zones]


def after_a_test() -> tuple[Project, str]:
    project, card = with_canvas(Project.empty("m"), "prototype", "Convocation")
    project = said(project, card, criterion="8 sur 10", verdict="confirmed", result="9", testers=10)
    project, _note = with_note(project, card, "test_dates", "2027-03-16")
    return project, card


def former_type(version: int = 1) -> CanvasType:
    """The type as it was before cards had « avant », « après » and versions."""
    toml = PROTOTYPE.toml.replace("version = 2", f"version = {version}", 1)
    for zone in ("before", "after", "former"):
        toml = re.sub(rf'\[\[zone\]\]\nid = "{zone}"\n(?:.+\n)+\n?', "", toml)
    toml = re.sub(r"^(needs|expected|pair) = .*\n", "", toml, flags=re.MULTILINE)
    return read_type(toml, "prototype.toml")


# -- what is asked ------------------------------------------------------------------------------------------
def test_a_card_goes_through_four_states_and_each_says_what_it_needs() -> None:
    assert [one.id for one in path_of(PROTOTYPE)] == ["to_build", "to_test", "tested", "decided"]
    project, card = with_canvas(Project.empty("m"), "prototype")
    coming, needs = next_step(project, PROTOTYPE, card)
    assert coming is not None
    assert (coming.id, ids(needs)) == ("to_test", ["criterion"])
    project = said(project, card, criterion="8 sur 10", verdict="pending")
    assert ids(next_step(project, PROTOTYPE, card)[1]) == ["test_dates", "testers", "result", "verdict"]
    project, card = after_a_test()
    assert ids(next_step(project, PROTOTYPE, card)[1]) == ["decision", "next_actions"]
    assert asked_now(project, PROTOTYPE, card)[1] == ()
    project = said(project, card, decision="pilot")
    assert ids(asked_now(project, PROTOTYPE, card)[1]) == ["next_actions"]
    assert next_step(project, PROTOTYPE, card) == (None, ())


def test_a_verdict_still_asks_for_its_test_once_something_is_decided() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    project = said(project, card, verdict="confirmed", decision="stop")
    assert ids(asked_now(project, PROTOTYPE, card)[1]) == ["test_dates", "testers", "result", "next_actions"]


@pytest.mark.parametrize(
    ("verdict", "confidence", "decision", "warned"),
    [
        ("confirmed", "", "deploy", False),
        ("confirmed", "low", "deploy", True),
        ("refuted", "", "pilot", True),
        ("refuted", "", "stop", False),
        ("", "", "deploy", True),
        ("inconclusive", "high", "pilot", True),
    ],
)
def test_going_on_without_proof_is_advised_against(
    verdict: str, confidence: str, decision: str, warned: bool
) -> None:
    sentence = warning(verdict, confidence, decision)
    assert bool(sentence) == warned
    assert not warned or "revient" in sentence


# -- on and back --------------------------------------------------------------------------------------------
def test_a_card_goes_on_with_what_was_asked_and_no_more() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    goal = path_of(PROTOTYPE)[2]
    values: dict[str, Value] = {
        "test_dates": "2027-03-16",
        "testers": 10,
        "result": "9 sur 10",
        "verdict": "confirmed",
    }
    project = done(project, cards.move_forward(project, PROTOTYPE, card, goal, values))
    assert state_of(project, PROTOTYPE, card) == "tested"
    assert lacking(project, PROTOTYPE, card, goal) == ()
    again = cards.move_forward(project, PROTOTYPE, card, goal, values)
    assert not again
    goal = path_of(PROTOTYPE)[3]
    project = done(
        project,
        cards.move_forward(
            project, PROTOTYPE, card, goal, {"decision": "iterate", "next_actions": "Réécrire"}
        ),
    )
    (line,) = project.lines_of(card, "next_actions")
    assert project.cell(line.id, "what") == "Réécrire"


def test_a_card_that_goes_back_loses_only_what_made_the_later_states() -> None:
    project, card = after_a_test()
    project = said(project, card, decision="pilot")
    zones, gesture = cards.send_back(project, PROTOTYPE, card, path_of(PROTOTYPE)[1])
    assert set(ids(zones)) == {"decision", "verdict"}
    project = done(project, gesture)
    assert state_of(project, PROTOTYPE, card) == "to_test"
    assert project.value(card, "testers") == 10
    assert project.notes_at(card, "test_dates")
    zones, gesture = cards.send_back(project, PROTOTYPE, card, path_of(PROTOTYPE)[0])
    assert ids(zones) == ["criterion"]
    assert state_of(done(project, gesture), PROTOTYPE, card) == "to_build"


def test_any_zone_that_makes_a_state_can_be_emptied() -> None:
    project, card = after_a_test()
    project = done(project, add_line(project, card, "next_actions", {"what": "Voir"})[1])
    project = done(project, add_photo(project, card, "photos", "a" * 64)[1])
    project = done(project, tick(project, card, "checks", "privacy", True))
    project = done(project, link(project, card, card, "personas", "x"))
    for zone in ("next_actions", "photos", "checks", "personas", "test_dates", "result"):
        emptied = done(project, cards.empty_zone(project, card, PROTOTYPE.by_id[zone]))
        assert told(emptied, PROTOTYPE, card, PROTOTYPE.by_id[zone]) == "", zone
        assert told(project, PROTOTYPE, card, PROTOTYPE.by_id[zone]) != "", zone


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_cards_keep_any_order_they_are_given(moves: list[tuple[int, int]]) -> None:
    project = Project.empty("m")
    for _rank in range(6):
        project, _card = with_canvas(project, "prototype")
    wanted = [canvas.id for canvas in project.canvases("prototype")]
    for start, end in moves:
        card = wanted.pop(start)
        after, before = wanted[end - 1] if end else None, wanted[end] if end < len(wanted) else None
        wanted.insert(end, card)
        project = done(project, cards.place_card(project, card, after, before))
        assert [canvas.id for canvas in project.canvases("prototype")] == wanted


# -- versions -----------------------------------------------------------------------------------------------
def test_the_next_version_keeps_the_content_and_begins_its_test_anew() -> None:
    project, card = after_a_test()
    project = said(project, card, decision="iterate", pitch="Une page")
    project, note = with_note(project, card, "observations", "Hésite")
    project = done(project, vote(project, note, 2))
    project, _note = with_note(project, card, "how_it_works", "On lit")
    project = done(project, add_line(project, card, "next_actions", {"what": "Réécrire"})[1])
    project, journey = with_canvas(project, "journey")
    project, (step,) = with_steps(project, journey, ("Avant", ("Lire",)))
    project, idea = with_note(project, journey, "opportunities", "Une page", step)
    project = done(project, link(project, journey, idea, TRACE, card))
    copy, gesture = cards.new_version(project, PROTOTYPE, card)
    project = done(project, gesture)
    assert project.words(copy, "pitch") == "Une page"
    assert [n.text for n in project.notes_at(copy, "how_it_works")] == ["On lit"]
    assert state_of(project, PROTOTYPE, copy) == "to_test"
    for zone in cards.emptied_by_a_version(PROTOTYPE):
        assert told(project, PROTOTYPE, copy, zone) == "", zone.id
    assert {v.note for v in project.vote.values()} == {note}
    assert (cards.version_of(project, card), cards.version_of(project, copy)) == (1, 2)
    assert cards.former_of(project, copy) == card
    assert cards.followers_of(project, card) == (copy,)
    assert {x.target for x in project.links_from(idea, TRACE)} == {card, copy}
    third, gesture = cards.new_version(project, PROTOTYPE, copy)
    project = done(project, gesture)
    assert cards.version_of(project, third) == 3
    assert cards.former_of(project, third) == copy
    found = {d.zone.id: (d.before, d.after) for d in _changes(project, card, copy)}
    assert found["verdict"] == ("Confirmée", "")
    assert found["next_actions"] == ("Réécrire", "")
    assert "pitch" not in found
    assert "iteration" not in found


def _changes(project: Project, former: str, now: str) -> tuple[Difference, ...]:
    return differences(project, (PROTOTYPE, former), (PROTOTYPE, now))


def test_a_version_number_that_is_no_number_is_read_as_one() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    assert cards.version_of(said(project, card, iteration="deux"), card) == 1
    assert cards.former_of(said(project, card, former="partie"), card) == ""
    assert cards.former_of(said(project, card, former=card), card) == ""


def test_an_older_copy_of_the_type_is_brought_up_to_date_only_when_nothing_is_lost() -> None:
    old = former_type()
    assert newer(old, catalogue()) is PROTOTYPE
    assert newer(PROTOTYPE, catalogue()) is PROTOTYPE
    assert newer(former_type(version=3), catalogue()).version == 3
    own = read_type(
        old.toml.replace('id = "pitch"\nkind = "text_short"', 'id = "pitch"\nkind = "notes"'), "x"
    )
    assert newer(own, catalogue()) is own
    more = read_type(old.toml + '\n[[zone]]\nid = "ours"\nkind = "text"\nlabel = "À nous"\n', "x")
    assert newer(more, catalogue()) is more


def test_the_next_version_of_an_older_card_takes_the_newer_type() -> None:
    old = former_type()
    card, gesture = create_canvas(Project.empty("m"), old)
    project = done(Project.empty("m"), gesture)
    copy, gesture = cards.new_version(project, newer(old, catalogue()), card)
    project = done(project, gesture)
    assert project.canvas[card].type_row == old.row
    assert project.canvas[copy].type_row == PROTOTYPE.row
    assert project.canvas_type[PROTOTYPE.row].toml == PROTOTYPE.toml
    renewed = done(project, cards.renew_type(project, PROTOTYPE, card))
    assert renewed.canvas[card].type_row == PROTOTYPE.row
    assert cards.renew_type(renewed, PROTOTYPE, card) == Gesture("", ())


# -- the test -----------------------------------------------------------------------------------------------
@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 99))
def test_the_time_and_the_tester_of_an_observation_can_be_read_again(h: int, m: int, tester: int) -> None:
    stamp = Stamp(f"{h:02}:{m:02}", tester)
    project, card = with_canvas(Project.empty("m"), "prototype")
    zone = PROTOTYPE.by_id["observations"]
    note, gesture = cards.observe(project, card, zone, "Hésite", stamp)
    assert stamp_of(done(project, gesture).note[note]) == stamp


def test_a_source_typed_by_hand_is_no_time() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    project, note = with_note(project, card, "observations", "Hésite")
    assert stamp_of(project.note[note]) == Stamp()
    assert str(Stamp()) == ""


def test_what_was_noted_is_read_in_the_order_of_the_clock_over_all_zones() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    for zone, text, time in (
        ("observations", "un", "15:15"),
        ("quotes", "deux", "15:15"),
        ("observations", "trois", "15:15"),
        ("learnings", "quatre", "15:16"),
    ):
        gesture = cards.observe(project, card, PROTOTYPE.by_id[zone], text, Stamp(time, 1))[1]
        project = done(project, gesture)
    assert [n.text for _zone, n in heard(project, PROTOTYPE, card)] == ["un", "deux", "trois", "quatre"]
    assert ids(heard_zones(PROTOTYPE)) == ["observations", "quotes", "learnings"]
    quote = project.notes_at(card, "quotes")[0]
    assert (quote.voice, quote.evidence) == ("user", "lived")
    assert ids(expected_zones(PROTOTYPE)) == [
        "hypothesis",
        "learning_questions",
        "protocol",
        "metric",
        "criterion",
    ]


# -- what a lab may write in its own file -------------------------------------------------------------------
def test_before_and_after_appear_for_a_rewritten_form_and_stay_once_filled() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    zone = PROTOTYPE.by_id["before"]
    assert not is_shown(project, PROTOTYPE, card, zone)
    assert is_shown(said(project, card, type="form"), PROTOTYPE, card, zone)
    project = done(project, add_photo(project, card, "before", "a" * 64)[1])
    assert is_shown(project, PROTOTYPE, card, zone)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('shown = "plus tard"', "test_started"),
        ('shown = "absent=oui"', "absent"),
        ('pair = "absent"', "absent"),
        ('pair = "a"', "photos"),
    ],
)
def test_a_zone_that_waits_for_nothing_known_is_refused_by_name(line: str, names: str) -> None:
    toml = (
        'id = "x"\nlabel = "X"\n[[zone]]\nid = "a"\nkind = "text"\nlabel = "A"\n'
        f'[[zone]]\nid = "b"\nkind = "photos"\nlabel = "B"\n{line}\n'
    )
    with pytest.raises(Refusal, match=names):
        read_type(toml, "x.toml")


def test_a_state_that_needs_an_unknown_zone_is_refused() -> None:
    toml = (
        'id = "x"\nlabel = "X"\n[[state]]\nid = "s"\nwhen = "a"\nneeds = ["absent"]\nlabel = "S"\n'
        '[[zone]]\nid = "a"\nkind = "text"\nlabel = "A"\n'
    )
    with pytest.raises(Refusal, match="absent"):
        read_type(toml, "x.toml")
