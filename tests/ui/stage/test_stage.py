"""The stage: walking, revealing, lighting, live edits, the running order, and Échap out of everything."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.notes import veil_votes, vote, write_note
from labdesk.domain.lens import LEAST, Lens
from labdesk.domain.running_order import move_stop
from labdesk.domain.sieve import Sieve
from labdesk.domain.walk import walk
from labdesk.ui.stage.stage import Stage


def texts(stage: Stage) -> list[str]:
    """Everything to be read on the page."""
    return [tile.text for tile in stage.showing.page.tiles if tile.text]


def test_page_down_walks_from_the_overview_to_the_phase_to_the_cell_and_back(stage: Stage) -> None:
    assert stage.halt.lens.kind == "overview"
    stage.run("next")
    assert stage.halt.name == "1. Phase 1"
    while stage.halt.depth < 2:
        stage.run("next")
    assert stage.halt.lens.is_cell
    stage.run("previous")
    assert stage.halt.depth == 1
    assert stage.at_page == len(stage.pages) - 1


def test_arrows_go_into_a_phase_out_of_it_and_past_its_cells(stage: Stage) -> None:
    stage.run("into")
    stage.run("into")
    assert stage.halt.depth == 2
    stage.run("out")
    assert stage.halt.name == "1. Phase 1"
    for _page in range(len(stage.pages)):
        stage.run("right")
    assert stage.halt.name == "2. Phase 2"
    stage.run("left")
    assert stage.halt.name == "1. Phase 1"


def test_every_page_of_the_walk_is_big_enough_for_the_back_row(stage: Stage, canvas: str) -> None:
    for halt in walk(stage.desk.project, stage.desk.types, canvas):
        for page in stage.pages_of(halt.lens):
            assert page.size >= LEAST, halt.name


def test_no_word_is_cut_and_no_line_is_longer_than_its_box(stage: Stage, canvas: str) -> None:
    for halt in walk(stage.desk.project, stage.desk.types, canvas):
        for tile in (tile for page in stage.pages_of(halt.lens) for tile in page.tiles):
            if tile.text and tile.inner is not None:
                assert stage.type.longest(tile.text, tile.size, tile.bold) <= tile.inner.w + 1, tile.text
                high = stage.type.height(tile.text, tile.size, tile.bold, tile.inner.w)
                assert high <= tile.inner.h + 2, tile.text


def test_an_edit_is_on_the_picture_with_the_next_turn_of_the_loop(stage: Stage, qtbot: QtBot) -> None:
    stage.run("into")
    note = next(tile.row for tile in stage.showing.page.tiles if tile.row in stage.desk.project.note)
    stage.desk.do(write_note(stage.desk.project, note, "Un mot tout neuf"))
    qtbot.waitUntil(lambda: "Un mot tout neuf" in texts(stage), timeout=200)
    assert stage.halt.name == "1. Phase 1"


def test_lanes_are_revealed_one_after_the_other_then_the_walk_goes_on(stage: Stage) -> None:
    stage.run("into")
    lanes = stage.showing.page.turns[0]
    assert lanes >= 2
    stage.run("reveal_lanes")
    shown = [stage.showing.shown]
    for _count in range(lanes):
        stage.run("next")
        shown.append(stage.showing.shown)
    assert shown == [*(("lane", count) for count in range(1, lanes + 1)), None]
    assert stage.at_page == 1


def test_notes_are_revealed_one_by_one_and_taken_back(stage: Stage) -> None:
    stage.run("into")
    stage.run("reveal_notes")
    stage.run("next")
    stage.run("next")
    assert stage.showing.shown == ("note", 3)
    stage.run("previous")
    assert stage.showing.shown == ("note", 2)


def test_votes_are_hidden_and_come_back_together(stage: Stage) -> None:
    stage.run("into")
    note = next(tile.row for tile in stage.showing.page.tiles if tile.row in stage.desk.project.note)
    stage.run("votes")
    stage.desk.do(vote(stage.desk.project, note, 3))
    assert not any(tile.votes for tile in stage.showing.page.tiles)
    stage.run("votes")
    assert [tile.votes for tile in stage.showing.page.tiles if tile.votes]


def test_hiding_votes_here_hides_them_on_the_canvas_and_one_undo_shows_them_again(stage: Stage) -> None:
    desk, canvas = stage.desk, stage.halt.lens.canvas
    stage.run("votes")
    assert desk.project.votes_veiled(canvas)
    assert desk.undo_label == "Cacher les gommettes"
    seen = [stage.votes]
    desk.undo()
    seen.append(stage.votes)
    desk.do(veil_votes(desk.project, canvas, True))
    seen.append(stage.votes)
    assert seen == [False, True, False]
    stage.run("votes")
    assert not desk.project.votes_veiled(canvas)


def test_in_a_file_that_is_only_read_votes_can_be_hidden_from_the_room(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(stage.desk), "read_only", True)
    stage.run("votes")
    hidden = stage.votes
    assert not stage.desk.project.votes_veiled(stage.halt.lens.canvas)
    stage.run("votes")
    assert (hidden, stage.votes) == (False, True)


def test_the_room_is_told_that_it_sees_a_filter(stage: Stage) -> None:
    desk, canvas = stage.desk, stage.halt.lens.canvas
    stage.run("into")
    before = len(texts(stage))
    name = stage.title
    desk.project_sieve(canvas, Sieve(lanes=frozenset({"actions"})))
    assert stage.title == f"{name} · filtré\u00a0: Ligne\u00a0: Actions de l’usager"
    assert len(texts(stage)) < before
    desk.project_sieve(canvas, None)
    assert (stage.title, len(texts(stage))) == (name, before)


def test_the_spotlight_goes_from_cell_to_cell_with_arrows_and_with_the_clicker(stage: Stage) -> None:
    stage.run("into")
    stage.run("spotlight")
    assert stage.showing.spotlight == 0
    stage.run("right")
    assert stage.showing.spotlight == 1
    stage.run("into")
    assert stage.showing.spotlight not in (None, 0, 1)
    here = stage.showing.spotlight
    stage.run("next")
    assert here is not None
    assert stage.showing.spotlight in (here + 1, None)


def test_escape_takes_off_what_lies_on_top_then_goes_out_then_leaves(stage: Stage, qtbot: QtBot) -> None:
    stage.run("into")
    stage.run("spotlight")
    stage.run("black")
    stage.run("back")
    assert not stage.cover.black
    assert stage.cover.spotlight is None
    stage.run("into")
    for kind, depth in (("grid", 1), ("overview", 0)):  # from the cell to its phase, then to the whole
        stage.run("back")
        assert (stage.halt.lens.kind, stage.halt.depth) == (kind, depth)
    with qtbot.waitSignal(stage.asked) as asked:
        stage.run("back")
    assert asked.args == ["leave"]


def test_escape_from_what_one_chose_leads_straight_back(
    stage: Stage, canvas: str, agenda: list[str], qtbot: QtBot
) -> None:
    stage.run("into")
    stage.run("into")
    cell = stage.halt.lens
    stage.show_lens(cell)  # Maj+F5: the cell alone
    with qtbot.waitSignal(stage.asked) as asked:
        stage.run("back")
    assert asked.args == ["leave"]
    stage.follow_order(agenda[1])
    stage.show_lens(cell)
    stage.run("back")
    assert stage.halt.line == agenda[1]
    stage.run("into")
    assert stage.halt.depth == 1
    stage.run("back")
    assert stage.halt.line == agenda[1]


def test_any_step_of_the_clicker_ends_the_black_without_moving(stage: Stage) -> None:
    stage.run("black")
    stage.run("next")
    assert not stage.cover.black
    assert stage.halt.lens.kind == "overview"


def test_the_running_order_offers_its_timers_is_left_and_resumed(stage: Stage, agenda: list[str]) -> None:
    assert stage.follow_order()
    assert stage.clock.told == "15:00"
    assert not stage.clock.countdown.running
    stage.run("next")
    assert stage.halt.name == "Parcours vécu"
    assert stage.clock.told == "25:00"
    stage.run("into")
    assert stage.halt.name == "1. Phase 1"
    stage.run("order")
    assert stage.halt.name == "Parcours vécu"
    stage.run("order")
    assert stage.line == ""
    stage.run("order")
    assert stage.line == agenda[1]


def test_the_order_changes_live_and_one_stays_where_one_is(
    stage: Stage, agenda: list[str], qtbot: QtBot
) -> None:
    stage.follow_order()
    stage.run("next")
    stage.desk.do(move_stop(stage.desk.project, agenda[2], -2))
    qtbot.wait(5)
    assert stage.line == agenda[1]
    assert [halt.line for halt in stage.tours.tour.halts] == [agenda[2], agenda[0], agenda[1]]


def test_the_day_is_told_late(stage: Stage, agenda: list[str]) -> None:
    stage.follow_order()
    stage.run("next")
    now = datetime.now()
    stage.left.entered[agenda[0]] = (now - timedelta(minutes=21, seconds=10)).isoformat()
    stage.left.entered[agenda[1]] = now.isoformat()
    assert stage.lateness == "+ 6 min"


def test_a_running_timer_is_not_replaced_by_the_next_sequence(stage: Stage, agenda: list[str]) -> None:
    stage.follow_order()
    stage.run("timer")
    stage.run("next")
    assert stage.clock.told.startswith(("14:", "15:"))


def test_the_same_cell_of_another_journey_stands_beside(stage: Stage, canvas: str) -> None:
    from labdesk.domain.commands.canvases import duplicate_canvas

    _copy, gesture = duplicate_canvas(stage.desk.project, canvas)
    stage.desk.do(gesture)
    stage.show_lens(walk(stage.desk.project, stage.desk.types, canvas)[2].lens)
    stage.run("beside")
    assert stage.halt.lens.kind == "beside"
    assert len([tile for tile in stage.showing.page.tiles if tile.kind == "head"]) == 2
    stage.run("beside")
    assert stage.halt.lens.is_cell


def test_the_scribe_writes_into_the_cell_that_is_projected(stage: Stage, qtbot: QtBot) -> None:
    assert not stage.write("nulle part")
    stage.run("into")
    stage.run("into")
    assert stage.write("  Écrit pendant la projection ")
    qtbot.waitUntil(lambda: "Écrit pendant la projection" in texts(stage), timeout=200)


def test_the_presenter_knows_how_far_it_is_read(stage: Stage) -> None:
    assert stage.readable is None
    stage.settings.image_width = 2.0
    stage.run("into")
    assert stage.readable == pytest.approx(8.0, abs=0.1)


def test_a_lens_on_a_canvas_that_goes_away_does_not_break_the_projection(stage: Stage, canvas: str) -> None:
    from labdesk.domain.commands.canvases import delete_canvas

    stage.show_lens(Lens("curve", canvas))
    stage.desk.do(delete_canvas(stage.desk.project, canvas))
    assert "Rien à projeter" in texts(stage)[0]
    stage.run("next")
