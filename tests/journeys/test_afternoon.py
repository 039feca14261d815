"""The afternoon of a workshop: the running order on the wall, tables compared, a minute more, a late day."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.notes import add_note, veil_votes, vote, write_note
from labdesk.domain.lens import LEAST, Lens
from labdesk.domain.running_order import add_stop, drop_stop, stops
from labdesk.ui.desk import Desk
from labdesk.ui.stage.keymap_panel import KeysPanel
from labdesk.ui.stage.memory import Memory
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.workshop.workshop_place import WorkshopPlace
from tests.journeys.hands import Hands

KEY = Qt.Key


def on_the_wall(theatre: Theatre) -> QImage:
    """What the room sees."""
    QApplication.processEvents()
    assert theatre.projector is not None
    return theatre.projector.grab().toImage()


def clear_order(desk: Desk) -> None:
    """The afternoon is made here: the running order of the example leaves."""
    for stop in stops(desk.project, desk.types):
        desk.do(drop_stop(desk.project, stop.line))


def test_the_afternoon_from_half_past_one_to_the_verdict(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    window.home().example()
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=10_000)
    desk = window.desk
    clear_order(desk)
    lived, *others = [canvas.id for canvas in desk.project.canvases("journey")]
    card = desk.project.canvases("prototype")[0].id
    # Before the doors open the facilitator prepares the afternoon.
    for name, minutes, lens in (
        ("Accueil", 10, Lens("welcome")),
        ("Tables côte à côte", 30, Lens("overview", lived)),
        ("Prototypes", 45, Lens("sheet", card)),
        ("Verdict", 20, Lens("agenda")),
    ):
        desk.do(add_stop(desk.project, desk.types, desk.catalogue, name, lens, minutes))
    assert others
    # 13:30: F5 from Atelier; the wall welcomes people, the timer is ready.
    window.show_place("workshop")
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    stage, projector = theatre.stage, theatre.projector
    assert stage is not None
    assert projector is not None
    assert stage.halt.name == "Accueil"
    assert stage.clock.told == "10:00"
    # The clicker goes on; into a cell; the same cell of the other journeys beside it.
    QTest.keyClick(projector, KEY.Key_PageDown)
    assert stage.halt.name == "Tables côte à côte"
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_S):
        QTest.keyClick(projector, key)
    assert stage.halt.lens.kind == "beside"
    assert stage.showing.page.size >= LEAST
    # Someone finds a mistake: frozen, corrected, shown.
    before = on_the_wall(theatre)
    QTest.keyClick(projector, KEY.Key_F)
    note = next(tile.row for tile in stage.showing.page.tiles if tile.row in desk.project.note)
    desk.do(write_note(desk.project, note, "Ce que la table a vraiment dit"))
    assert on_the_wall(theatre) == before
    QTest.keyClick(projector, KEY.Key_F)
    assert on_the_wall(theatre) != before
    # Five minutes, and one more; then it is over and goes on.
    QTest.keyClick(projector, KEY.Key_T)
    QTest.keyClick(projector, KEY.Key_T)
    left = stage.clock.told
    # 14:30: black while the tables build, then the next sequence, late by six minutes.
    QTest.keyClick(projector, KEY.Key_B)
    QTest.keyClick(projector, KEY.Key_PageDown)
    assert not stage.cover.black
    QTest.keyClick(projector, KEY.Key_O)
    for _page in range(len(stage.pages)):
        QTest.keyClick(projector, KEY.Key_PageDown)
    assert stage.halt.name == "Prototypes"
    now = datetime.now()
    lines = [halt.line for halt in stage.tours.tour.halts]
    stage.left.entered[lines[0]] = (now - timedelta(minutes=46, seconds=5)).isoformat()
    stage.left.entered[lines[2]] = now.isoformat()
    assert stage.lateness == "+ 6 min"
    # The projection is left and taken up again where it was; the timer did not stop.
    QTest.keyClick(projector, KEY.Key_Escape)
    assert not theatre.live
    window.show_place("journeys")
    window.project_canvas()
    assert theatre.stage is not None
    assert theatre.stage.halt.name == "Prototypes"
    assert theatre.clock.countdown.running
    assert theatre.clock.told <= left
    theatre.leave()


def names(theatre: Theatre) -> list[str]:
    """The running order."""
    return [stop.name for stop in stops(theatre.desk.project, theatre.desk.types)]


def test_the_afternoon_in_front_of_the_presenters_window(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    window.home().example()
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=10_000)
    desk = window.desk
    clear_order(desk)
    lived = desk.project.canvases("journey")[0].id
    card = desk.project.canvases("prototype")[0].id
    step = desk.project.steps_of(lived)[3].id
    noted = {}
    for table in ("Table 1", "Table 2"):
        noted[table], made = add_note(
            desk.project, lived, "pain_points", f"Vu par la {table}", step=step, author_table=table
        )
        desk.do(made)

    # 13:25: the projector is there; the running order is made of what is shown, and put in order with keys.
    window.show_place("workshop")
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    theatre.run("windowed")  # the presenter's window beside the picture, as with two screens
    stage, presenter = theatre.stage, theatre.presenter
    assert stage is not None
    assert presenter is not None
    for lens in (Lens("sheet", card), Lens("welcome"), Lens("irritants", lived)):
        stage.show_lens(lens)
        presenter.order.add_here()
    presenter.order.renew()
    presenter.tabs.setCurrentWidget(presenter.order)
    listed = presenter.order.list
    presenter.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    second = listed.topLevelItem(1)
    assert second is not None
    listed.setCurrentItem(second)
    QTest.keyClick(listed, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(theatre) == ["Accueil", "L’annonce d’une page", "Tous les irritants"]
    qtbot.waitUntil(lambda: listed.topLevelItem(0).text(0) == "Accueil")  # type: ignore[union-attr]
    for row, minutes in enumerate(("10", "45 min", "20")):
        item = listed.topLevelItem(row)
        assert item is not None
        item.setText(1, minutes)
    QTest.keyClicks(presenter.order.note, "Dire bonjour au secretaire general")

    # 13:30: the room comes in; title and names of the tables on the wall.
    theatre.run("order")
    assert stage.halt.lens.kind == "welcome"
    assert {"Table 1", "Table 4"} <= {tile.text for tile in stage.page.tiles}
    presenter.notes.renew()
    assert "Dire bonjour" in presenter.notes.mine.toPlainText()
    assert stage.clock.told == "10:00"
    theatre.run("timer")

    # Tables side by side: « Comparer les tables », then F5. Votes stay hidden until all is counted.
    desk.do(veil_votes(desk.project, lived, veiled=True))
    desk.do(vote(desk.project, noted["Table 2"], 4))
    place = window.place
    assert isinstance(place, WorkshopPlace)
    compared = place.compare_tables()
    compared.zone.setCurrentIndex(compared.zone.findData("pain_points"))
    compared.refresh()
    window.project_canvas()
    assert [tile.text for tile in stage.page.tiles if tile.kind == "head"][:2] == ["Table 1", "Table 2"]
    hidden = on_the_wall(theatre)
    theatre.run("votes")
    assert on_the_wall(theatre) != hidden
    assert any(tile.votes == 4 for tile in stage.page.tiles)

    # Échap goes back into the running order; the timer lived through the keys, a question and other screens.
    QTest.keyClick(presenter, KEY.Key_Escape)
    assert stage.halt.lens.kind == "welcome"
    theatre.run("keys")
    question = QDialog(presenter)
    question.setModal(True)
    question.open()
    assert stage.clock.countdown.running
    assert theatre.presenter is not None
    question.close()
    panel = next(one for one in QApplication.topLevelWidgets() if isinstance(one, KeysPanel))
    QTest.keyClick(panel, KEY.Key_F1)
    theatre.run("swap")
    theatre.run("swap")
    assert stage.showing.timer

    # 14:30: the prototypes; black while the tables build; a photo from the menu and back.
    QTest.keyClick(presenter, KEY.Key_PageDown)
    assert stage.halt.name == "L’annonce d’une page"
    theatre.run("black")
    assert on_the_wall(theatre).pixelColor(30, 30).lightness() == 0
    QTest.keyClick(presenter, KEY.Key_Space)
    photo = next(one for one in desk.project.photo.values() if one.canvas == card and one.picture)
    stage.show_lens(Lens("photo", card, row=photo.id))
    assert any(tile.kind == "photo" for tile in stage.page.tiles)
    QTest.keyClick(presenter, KEY.Key_Escape)

    # 15:15: two users test; what is seen is typed live, under the eyes of the room.
    stage.show_lens(Lens("box", card, zone="observations"))
    qtbot.waitUntil(presenter.entry.isEnabled)
    before = on_the_wall(theatre)
    presenter.begin_typing()
    QTest.keyClicks(presenter.entry, "Cherche le salaire, le trouve en 8 s")
    QTest.keyClick(presenter.entry, KEY.Key_Return)
    qtbot.waitUntil(lambda: any("8 s" in tile.text for tile in stage.page.tiles), timeout=500)
    assert on_the_wall(theatre) != before

    # 15:45: the verdict is put right behind a frozen picture; no pixel of the room changes.
    stage.show_lens(Lens("box", card, zone="decision"))
    theatre.run("pause")
    theatre.run("freeze")
    before = on_the_wall(theatre)
    desk.do(write_note(desk.project, noted["Table 1"], "Ce que la table 1 a vraiment dit"))
    QTest.keyClick(presenter, KEY.Key_PageDown)
    assert on_the_wall(theatre) == before
    assert "FIGÉ" in presenter.signs.frozen.text()
    theatre.run("freeze")

    # 16:00: late by six minutes, in front of all irritants; the laptop dies and comes back where it was.
    theatre.run("order")
    stage.follow_order(stops(desk.project, desk.types)[2].line)
    now = datetime.now()
    lines = [stop.line for stop in stops(desk.project, desk.types)]
    stage.left.entered[lines[0]] = (now - timedelta(minutes=61, seconds=5)).isoformat()
    stage.left.entered[lines[2]] = now.isoformat()
    presenter.signs.tell_time()
    assert presenter.signs.late.text() == "+ 6 min"
    theatre.run("timer")
    theatre.memory.save()
    again = Memory()
    assert again.countdown.running
    assert again.of(desk.path).line == lines[2]
    assert again.of(desk.path).under_way(now)

    # 16:45: Échap out of the line one typed in, then out of the projection; everything is where it was.
    QTest.keyClick(presenter, KEY.Key_Escape)
    still = theatre.live
    assert still
    QTest.keyClick(presenter, KEY.Key_Escape)
    assert not theatre.live
    assert window.isVisible()
