"""The same afternoon in front of the presenter’s window: what is typed there, what the room sees of it."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from labdesk.domain.commands.notes import add_note, veil_votes, vote, write_note
from labdesk.domain.lens import Lens
from labdesk.domain.running_order import stops
from labdesk.ui.stage.keymap_panel import KeysPanel
from labdesk.ui.stage.memory import Memory
from labdesk.ui.workshop.workshop_place import WorkshopPlace
from tests.journeys.afternoon import Room, shown_panel, the_room
from tests.journeys.hands import Hands

KEY = Qt.Key
ORDER = ["Accueil", "L’annonce d’une page", "Tous les irritants"]


def test_the_afternoon_in_front_of_the_presenters_window(hands: Hands) -> None:
    room = the_room(hands)
    two_tables_wrote_in_the_morning(room)
    at_25_past_one_the_projector_is_there(room)
    the_running_order_is_made_of_what_is_shown(room)
    it_is_put_in_order_with_keys(room)
    at_half_past_one_the_room_comes_in(room)
    tables_stand_side_by_side_and_votes_stay_hidden_until_all_is_counted(room)
    escape_goes_back_into_the_running_order(room)
    the_timer_lives_through_keys_a_question_and_other_screens(room)
    at_half_past_two_it_is_black_while_the_tables_build(room)
    a_photo_comes_from_the_menu_and_goes(room)
    at_quarter_past_three_what_is_seen_is_typed_under_the_eyes_of_the_room(room)
    at_quarter_to_four_the_verdict_is_put_right_behind_a_frozen_picture(room)
    at_four_one_is_six_minutes_late(room)
    the_laptop_dies_and_comes_back_where_it_was(room)
    at_quarter_to_five_escape_leads_out_step_by_step(room)
    assert not room.theatre.live
    assert room.window.isVisible(), "everything is where it was"


def names(room: Room) -> list[str]:
    """The running order."""
    return [stop.name for stop in stops(room.desk.project, room.desk.types)]


def lines(room: Room) -> list[str]:
    """Its lines in Atelier."""
    return [stop.line for stop in stops(room.desk.project, room.desk.types)]


def two_tables_wrote_in_the_morning(room: Room) -> None:
    desk = room.desk
    step = desk.project.steps_of(room.lived)[3].id
    for table in ("Table 1", "Table 2"):
        said = f"Vu par la {table}"
        room.noted[table], made = add_note(
            desk.project, room.lived, "pain_points", said, step=step, author_table=table
        )
        desk.do(made)


def at_25_past_one_the_projector_is_there(room: Room) -> None:
    """The presenter's window beside the picture, as with two screens."""
    room.window.show_place("workshop")
    room.window.project_canvas()
    room.theatre.run("windowed")


def the_running_order_is_made_of_what_is_shown(room: Room) -> None:
    for lens in (Lens("sheet", room.card), Lens("welcome"), Lens("irritants", room.lived)):
        room.stage.show_lens(lens)
        room.presenter.order.add_here()
    assert sorted(names(room)) == sorted(ORDER)


def it_is_put_in_order_with_keys(room: Room) -> None:
    presenter, until = room.presenter, room.hands.until
    presenter.order.renew()
    presenter.tabs.setCurrentWidget(presenter.order)
    listed = presenter.order.list
    presenter.activateWindow()
    listed.setFocus()
    until(listed.hasFocus)
    second = listed.topLevelItem(1)
    assert second is not None
    listed.setCurrentItem(second)
    QTest.keyClick(listed, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(room) == ORDER
    until(lambda: listed.topLevelItem(0).text(0) == "Accueil")  # type: ignore[union-attr]
    for row, minutes in enumerate(("10", "45 min", "20")):
        item = listed.topLevelItem(row)
        assert item is not None
        item.setText(1, minutes)
    QTest.keyClicks(presenter.order.note, "Dire bonjour au secretaire general")


def at_half_past_one_the_room_comes_in(room: Room) -> None:
    """Title and names of the tables on the wall."""
    room.theatre.run("order")
    assert room.stage.halt.lens.kind == "welcome"
    assert {"Table 1", "Table 4"} <= {tile.text for tile in room.stage.page.tiles}
    room.presenter.notes.renew()
    assert "Dire bonjour" in room.presenter.notes.mine.toPlainText()
    assert room.stage.clock.told == "10:00"
    room.theatre.run("timer")


def tables_stand_side_by_side_and_votes_stay_hidden_until_all_is_counted(room: Room) -> None:
    """« Comparer les tables », then F5."""
    desk = room.desk
    desk.do(veil_votes(desk.project, room.lived, veiled=True))
    desk.do(vote(desk.project, room.noted["Table 2"], 4))
    place = room.window.place
    assert isinstance(place, WorkshopPlace)
    compared = place.compare_tables()
    for choice, wanted in ((compared.canvas, room.lived), (compared.zone, "pain_points")):
        choice.setCurrentIndex(choice.findData(wanted))  # it opened where most tables of the example wrote
        compared.refresh()
    room.window.project_canvas()
    heads = [tile.text for tile in room.stage.page.tiles if tile.kind == "head"]
    assert heads[:2] == ["Table 1", "Table 2"]
    hidden = room.wall()
    room.theatre.run("votes")
    assert room.wall() != hidden
    assert any(tile.votes == 4 for tile in room.stage.page.tiles)


def escape_goes_back_into_the_running_order(room: Room) -> None:
    QTest.keyClick(room.presenter, KEY.Key_Escape)
    assert room.stage.halt.lens.kind == "welcome"


def the_timer_lives_through_keys_a_question_and_other_screens(room: Room) -> None:
    room.theatre.run("keys")
    question = QDialog(room.presenter)
    question.setModal(True)
    question.open()
    assert room.stage.clock.countdown.running
    assert room.theatre.presenter is not None
    question.close()
    QTest.keyClick(shown_panel(KeysPanel), KEY.Key_F1)
    room.theatre.run("swap")
    room.theatre.run("swap")
    assert room.stage.showing.timer


def at_half_past_two_it_is_black_while_the_tables_build(room: Room) -> None:
    QTest.keyClick(room.presenter, KEY.Key_PageDown)
    assert room.stage.halt.name == "L’annonce d’une page"
    room.theatre.run("black")
    assert room.wall().pixelColor(30, 30).lightness() == 0
    QTest.keyClick(room.presenter, KEY.Key_Space)


def a_photo_comes_from_the_menu_and_goes(room: Room) -> None:
    photos = room.desk.project.photo.values()
    photo = next(one for one in photos if one.canvas == room.card and one.picture)
    room.stage.show_lens(Lens("photo", room.card, row=photo.id))
    assert any(tile.kind == "photo" for tile in room.stage.page.tiles)
    QTest.keyClick(room.presenter, KEY.Key_Escape)


def at_quarter_past_three_what_is_seen_is_typed_under_the_eyes_of_the_room(room: Room) -> None:
    stage, presenter, until = room.stage, room.presenter, room.hands.until
    stage.show_lens(Lens("box", room.card, zone="observations"))
    until(presenter.entry.isEnabled)
    before = room.wall()
    presenter.begin_typing()
    QTest.keyClicks(presenter.entry, "Cherche le salaire, le trouve en 8 s")
    QTest.keyClick(presenter.entry, KEY.Key_Return)
    until(lambda: any("8 s" in tile.text for tile in stage.page.tiles), timeout=500)
    assert room.wall() != before


def at_quarter_to_four_the_verdict_is_put_right_behind_a_frozen_picture(room: Room) -> None:
    """No pixel of the room changes."""
    desk = room.desk
    room.stage.show_lens(Lens("box", room.card, zone="decision"))
    room.theatre.run("pause")
    room.theatre.run("freeze")
    before = room.wall()
    desk.do(write_note(desk.project, room.noted["Table 1"], "Ce que la table 1 a vraiment dit"))
    QTest.keyClick(room.presenter, KEY.Key_PageDown)
    assert room.wall() == before
    assert "FIGÉ" in room.presenter.signs.frozen.text()
    room.theatre.run("freeze")


def at_four_one_is_six_minutes_late(room: Room) -> None:
    """In front of all irritants."""
    first, _second, third = lines(room)
    room.theatre.run("order")
    room.stage.follow_order(third)
    room.comes_late(61, first=first, here=third)
    room.presenter.signs.tell_time()
    assert room.presenter.signs.late.text() == "+ 6 min"


def the_laptop_dies_and_comes_back_where_it_was(room: Room) -> None:
    room.theatre.run("timer")
    room.theatre.memory.save()
    again = Memory()
    assert again.countdown.running
    assert again.of(room.desk.path).line == lines(room)[2]
    assert again.of(room.desk.path).under_way(datetime.now())


def at_quarter_to_five_escape_leads_out_step_by_step(room: Room) -> None:
    """Out of the line one typed in, then out of the projection."""
    presenter = room.presenter
    QTest.keyClick(presenter, KEY.Key_Escape)
    still = room.theatre.live
    assert still
    QTest.keyClick(presenter, KEY.Key_Escape)
