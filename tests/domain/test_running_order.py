"""The running order comes from the agenda, is changed by drag, and says how late the day is."""

from datetime import datetime, timedelta

import pytest

from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.lens import Lens
from labdesk.domain.running_order import (
    Stop,
    add_stop,
    drop_stop,
    late,
    move_stop,
    set_stop,
    stops,
    told_late,
    whole_minutes,
    workshop_of,
)
from tests.domain.projection import TYPES, journey
from tests.memory import done

NINE = datetime(2027, 3, 9, 9, 0)


def test_a_sequence_is_added_and_the_workshop_sheet_is_made_when_there_is_none() -> None:
    project, canvas = journey(1)
    assert workshop_of(project) is None
    project = done(project, add_stop(project, TYPES, load_catalogue(), "Votes", Lens("curve", canvas), 10))
    project = done(project, add_stop(project, TYPES, load_catalogue(), "Accueil", Lens("welcome")))
    order = stops(project, TYPES)
    assert [(stop.name, stop.minutes, stop.lens) for stop in order] == [
        ("Votes", 10, Lens("curve", canvas)),
        ("Accueil", None, Lens("welcome")),
    ]


def test_the_order_is_changed_while_it_runs() -> None:
    project, canvas = journey(1)
    for name in ("Un", "Deux", "Trois"):
        project = done(project, add_stop(project, TYPES, load_catalogue(), name, Lens("overview", canvas), 5))
    lines = [stop.line for stop in stops(project, TYPES)]
    project = done(project, move_stop(project, lines[2], -2))
    project = done(project, set_stop(project, lines[0], "minutes", 25))
    project = done(project, drop_stop(project, lines[1]))
    assert [(stop.name, stop.minutes) for stop in stops(project, TYPES)] == [("Trois", 5), ("Un", 25)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("20", 20),
        ("20 min", 20),
        ("1 h 30", 90),
        ("1h", 60),
        ("2 h 05 min", 125),
        ("0 h", None),
        (15, 15),
        ("12,5", 12),
        ("", None),
        ("x", None),
        ("2²", None),
    ],
)
def test_minutes_are_read_as_they_are_typed(typed: object, read: int | None) -> None:
    assert whole_minutes(typed) == read


def test_six_minutes_late_are_told() -> None:
    order = [Stop("a", "A", 20, None), Stop("b", "B", 10, None), Stop("c", "C", 10, None)]
    entered = {"a": NINE, "b": NINE + timedelta(minutes=26)}
    assert late(order, entered, "b", NINE + timedelta(minutes=27)) == 6
    assert told_late(6) == "+ 6 min"
    assert late(order, entered, "b", NINE + timedelta(minutes=40)) == 10
    assert (
        late(order, {"a": NINE, "b": NINE + timedelta(minutes=15)}, "b", NINE + timedelta(minutes=16)) == -5
    )
    assert late(order, entered, "c", NINE) is None
    assert told_late(0) == "à l’heure"
