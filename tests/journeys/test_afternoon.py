"""The afternoon of a workshop: the running order on the wall, tables compared, a minute more, a late day."""

from PySide6.QtCore import Qt

from labdesk.domain.commands.notes import write_note
from labdesk.domain.lens import LEAST, Lens
from labdesk.domain.running_order import add_stop
from tests.journeys.afternoon import Room, the_room
from tests.journeys.hands import Hands

KEY = Qt.Key


def test_the_afternoon_from_half_past_one_to_the_verdict(hands: Hands) -> None:
    room = the_room(hands)
    the_facilitator_prepares_before_the_doors_open(room)
    at_half_past_one_the_wall_welcomes_people(room)
    the_clicker_goes_on_into_a_cell_beside_the_other_journeys(room)
    a_mistake_is_put_right_behind_a_frozen_picture(room)
    left = five_minutes_are_given_then_taken(room)
    at_half_past_two_it_is_black_while_the_tables_build(room)
    the_next_sequence_comes_six_minutes_late(room)
    the_projection_is_left_and_taken_up_where_it_was(room)
    assert room.stage.halt.name == "Prototypes"
    assert room.theatre.clock.countdown.running
    assert room.theatre.clock.told <= left
    room.theatre.leave()


def the_facilitator_prepares_before_the_doors_open(room: Room) -> None:
    desk = room.desk
    assert len(desk.project.canvases("journey")) > 1, "there is something to compare"
    for name, minutes, lens in (
        ("Accueil", 10, Lens("welcome")),
        ("Tables côte à côte", 30, Lens("overview", room.lived)),
        ("Prototypes", 45, Lens("sheet", room.card)),
        ("Verdict", 20, Lens("agenda")),
    ):
        desk.do(add_stop(desk.project, desk.types, desk.catalogue, name, lens, minutes))


def at_half_past_one_the_wall_welcomes_people(room: Room) -> None:
    """F5 from Atelier; the timer is ready."""
    room.window.show_place("workshop")
    room.window.project_canvas()
    assert room.stage.halt.name == "Accueil"
    assert room.stage.clock.told == "10:00"


def the_clicker_goes_on_into_a_cell_beside_the_other_journeys(room: Room) -> None:
    room.clicks(KEY.Key_PageDown)
    assert room.stage.halt.name == "Tables côte à côte"
    room.clicks(KEY.Key_Down, KEY.Key_Down, KEY.Key_S)
    assert room.stage.halt.lens.kind == "beside"
    assert room.stage.showing.page.size >= LEAST


def a_mistake_is_put_right_behind_a_frozen_picture(room: Room) -> None:
    desk, before = room.desk, room.wall()
    room.clicks(KEY.Key_F)
    note = next(tile.row for tile in room.stage.showing.page.tiles if tile.row in desk.project.note)
    desk.do(write_note(desk.project, note, "Ce que la table a vraiment dit"))
    assert room.wall() == before
    room.clicks(KEY.Key_F)
    assert room.wall() != before


def five_minutes_are_given_then_taken(room: Room) -> str:
    """Then it is over and goes on: what is left by then."""
    room.clicks(KEY.Key_T, KEY.Key_T)
    return room.stage.clock.told


def at_half_past_two_it_is_black_while_the_tables_build(room: Room) -> None:
    """Whatever key comes next brings the light back."""
    room.clicks(KEY.Key_B, KEY.Key_PageDown)
    assert not room.stage.cover.black


def the_next_sequence_comes_six_minutes_late(room: Room) -> None:
    room.clicks(KEY.Key_O)
    room.clicks(*[KEY.Key_PageDown] * len(room.stage.pages))
    assert room.stage.halt.name == "Prototypes"
    lines = [halt.line for halt in room.stage.tours.tour.halts]
    room.comes_late(46, first=lines[0], here=lines[2])
    assert room.stage.lateness == "+ 6 min"


def the_projection_is_left_and_taken_up_where_it_was(room: Room) -> None:
    """By Échap; the timer goes on meanwhile."""
    room.clicks(KEY.Key_Escape)
    assert not room.theatre.live
    room.window.show_place("journeys")
    room.window.project_canvas()
