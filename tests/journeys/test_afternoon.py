"""The afternoon of a workshop: the running order on the wall, a frozen picture, a minute more, a late day."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.notes import write_note
from labdesk.domain.lens import LEAST, Lens
from labdesk.domain.running_order import add_stop
from labdesk.ui.stage.theatre import Theatre
from tests.journeys.hands import Hands

KEY = Qt.Key


def on_the_wall(theatre: Theatre) -> QImage:
    """What the room sees."""
    QApplication.processEvents()
    assert theatre.projector is not None
    return theatre.projector.grab().toImage()


def test_the_afternoon_from_half_past_one_to_the_verdict(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    window.home().example()
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=10_000)
    desk = window.desk
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
