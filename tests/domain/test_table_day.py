"""Which canvas a table works on now: the clock, the running order, and what the sheet gives to each table."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.commands.canvases import add_line, create_canvas
from labdesk.domain.model import Project
from labdesk.domain.running_order import Stop, stops
from labdesk.domain.table_day import (
    canvas_for,
    current,
    first_canvas,
    of_table,
    planned,
    tables_named,
)
from tests.domain.projection import TYPES
from tests.memory import done, kind, with_canvas

NINE = datetime(2027, 3, 9, 9, 0)
DAY = (("Accueil", 30, "accueil"), ("Parcours", 75, "Vécu"), ("Pause", 15, ""), ("Défi", 60, "Problème"))


def day(*rows: tuple[str, int | None, str]) -> tuple[Project, str, str]:
    """A project with a running order, a journey and a problem canvas."""
    project, sheet = with_canvas(Project.empty("m"), "workshop", "Atelier")
    project, journey = with_canvas(project, "journey", "Vécu")
    project, problem = with_canvas(project, "problem")
    for name, minutes, canvas in rows or DAY:
        cells = {"sequence": name, "minutes": minutes, "canvas": canvas}
        project = done(project, add_line(project, sheet, "agenda", cells)[1])
    return project, journey, problem


def with_table(project: Project, name: str, canvas: str = "") -> Project:
    sheet = project.canvases("workshop")[0].id
    return done(project, add_line(project, sheet, "tables", {"label": name, "canvas": canvas})[1])


@pytest.mark.parametrize(
    ("minutes", "name"),
    [(-20, "Parcours"), (0, "Parcours"), (30, "Parcours"), (119, "Parcours"), (120, "Défi")],
)
def test_a_table_is_on_the_canvas_of_the_sequence_that_has_begun(minutes: int, name: str) -> None:
    project, journey, problem = day(*(row if row[0] != "Défi" else ("Défi", 60, "problem") for row in DAY))
    order = of_table(project, TYPES, "Table 1", NINE)
    now = current(order, NINE + timedelta(minutes=minutes))
    assert now is not None
    assert now.stop.name == name
    assert canvas_for(project, TYPES, now.stop, "Table 1") == (journey if name == "Parcours" else problem)


def test_a_pause_and_the_welcome_lead_a_table_nowhere() -> None:
    project, _journey, _problem = day()
    order = of_table(project, TYPES, "", NINE)
    assert [one.stop.name for one in order] == ["Parcours"]


def test_on_any_other_day_the_day_is_at_its_beginning() -> None:
    project, _journey, _problem = day()
    order = of_table(project, TYPES, "", NINE)
    for now in (NINE - timedelta(days=1), NINE + timedelta(days=3)):
        found = current(order, now)
        assert found is not None
        assert found.stop.name == "Parcours"


def test_nobody_said_when_the_day_begins_so_no_time_is_told() -> None:
    project, _journey, _problem = day()
    assert {one.at for one in planned(stops(project, TYPES), None)} == {None}


def test_an_hour_written_before_a_sequence_is_its_hour() -> None:
    order = [Stop("a", "Accueil", 30, None), Stop("b", "10 h 15 Parcours", None, None)]
    order += [
        Stop("c", "Votes", None, None),
        Stop("d", "13:30 Prototypes", 60, None),
        Stop("e", "Fin", 5, None),
    ]
    hours = [one.at.strftime("%H:%M") if one.at else None for one in planned(order, NINE)]
    assert hours == ["09:00", "10:15", None, "13:30", "14:30"]


def test_a_number_in_a_name_is_no_hour() -> None:
    order = [Stop("a", "Accueil", 30, None), Stop("b", "4 tables racontent", 10, None)]
    assert [one.at for one in planned(order, NINE)] == [NINE, NINE + timedelta(minutes=30)]


def test_the_canvas_the_sheet_gives_to_a_table_wins_in_its_place() -> None:
    project, journey, _problem = day()
    project, other = with_canvas(project, "journey", "Aidants")
    project = with_table(with_table(project, "Table 1"), "Table 2", "Aidants")
    (stop,) = [one.stop for one in of_table(project, TYPES, "Table 2", NINE)]
    assert canvas_for(project, TYPES, stop, "Table 1") == journey
    assert canvas_for(project, TYPES, stop, "Table 2") == other
    assert tables_named(project) == ("Table 1", "Table 2")


def test_the_canvas_a_table_made_for_itself_wins_over_all() -> None:
    project, _journey, _problem = day()
    canvas, made = create_canvas(project, kind("journey"), title="À nous", author_table="Table 3")
    project = with_table(done(project, made), "Table 3", "Vécu")
    (stop,) = [one.stop for one in of_table(project, TYPES, "Table 3", NINE)]
    assert canvas_for(project, TYPES, stop, "Table 3") == canvas


def test_without_a_running_order_the_sheet_alone_says_where_a_table_works() -> None:
    project, _journey, _problem = day(("Accueil", 30, ""))
    project = with_table(project, "Table 1", "Vécu")
    assert first_canvas(project, TYPES, "Table 1") == project.canvases("journey")[0].id
    assert first_canvas(project, TYPES, "Table 9") == ""
    assert current((), NINE) is None


@given(st.lists(st.one_of(st.none(), st.integers(1, 300)), min_size=1, max_size=8), st.integers(-600, 2000))
def test_the_sequence_of_now_is_always_one_that_has_begun(lengths: list[int | None], after: int) -> None:
    order = planned([Stop(str(n), f"S{n}", length, None) for n, length in enumerate(lengths)], NINE)
    now = NINE + timedelta(minutes=after)
    found = current(order, now)
    assert found is not None
    later = [one for one in order if one.at is not None and found.at is not None and one.at > found.at]
    assert found is order[0] or (found.at is not None and found.at <= now)
    assert all(one.at is None or one.at > now or one.at.date() != now.date() for one in later)
