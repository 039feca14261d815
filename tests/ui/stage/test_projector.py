"""The picture itself, looked at in pixels: frozen, black, lit, and never anything private."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.notes import set_note, veil_votes, vote, write_note
from labdesk.domain.lens import Lens
from labdesk.domain.walk import walk
from labdesk.ui.stage.projector import Projector
from labdesk.ui.stage.stage import THEMES, Stage
from labdesk.ui.style import ThemeName


def picture(projector: Projector) -> QImage:
    """What the room sees now, once every pending repaint is done."""
    QApplication.processEvents()
    return projector.grab().toImage()


def shown_note(stage: Stage) -> str:
    """A note of the page."""
    return next(tile.row for tile in stage.showing.page.tiles if tile.row in stage.desk.project.note)


def test_the_frozen_picture_does_not_change_by_a_pixel_while_everything_else_does(
    projector: Projector, stage: Stage
) -> None:
    stage.run("into")
    before = picture(projector)
    stage.run("freeze")
    stage.desk.do(write_note(stage.desk.project, shown_note(stage), "Corrigé en douce"))
    assert picture(projector) == before
    for name in ("next", "spotlight", "votes", "reveal_lanes", "out", "theme"):
        stage.run(name)
        assert picture(projector) == before, name
    stage.run("freeze")
    assert picture(projector) != before


def test_a_running_timer_goes_on_over_a_frozen_picture_and_nothing_else_changes(
    projector: Projector, stage: Stage
) -> None:
    stage.run("into")
    stage.run("timer")
    stage.run("freeze")
    before = picture(projector)
    stage.clock.start_or_more()
    after = picture(projector)
    differing = [
        (x, y)
        for y in range(0, 1080, 4)
        for x in range(0, 1920, 4)
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert differing
    assert all(x > 1600 and y > 980 for x, y in differing)


@pytest.mark.parametrize("theme", THEMES)
def test_a_facilitators_note_and_a_hidden_author_change_no_pixel(
    projector: Projector, stage: Stage, theme: ThemeName, canvas: str
) -> None:
    stage.look.become(theme=theme)
    stage.run("into")
    note = shown_note(stage)
    for lens in [halt.lens for halt in walk(stage.desk.project, stage.desk.types, canvas)[1:4]]:
        stage.show_lens(lens)
        before = picture(projector)
        for field in ("facilitator_note", "author_table", "source"):
            stage.desk.do(set_note(stage.desk.project, note, field, f"Privé {lens.kind} {field}"))
        assert picture(projector) == before


@pytest.mark.parametrize("theme", THEMES)
def test_dots_that_are_hidden_change_no_pixel_not_even_by_their_order(
    projector: Projector, stage: Stage, theme: ThemeName, canvas: str
) -> None:
    desk = stage.desk
    stage.look.become(theme=theme)
    desk.do(veil_votes(desk.project, canvas, veiled=True))
    notes = [note.id for note in desk.project.notes_of(canvas) if note.zone == "pain_points"]
    lenses = [halt.lens for halt in walk(desk.project, desk.types, canvas) if halt.depth < 2]
    for _twice in range(2):  # great letters are drawn a hair otherwise the first time a font draws them
        before = [shown(projector, stage, lens) for lens in lenses]
    for at, note in enumerate(notes):
        desk.do(vote(desk.project, note, 1 + at % 4))
    assert [shown(projector, stage, lens) for lens in lenses] == before


def shown(projector: Projector, stage: Stage, lens: Lens) -> QImage:
    """What the room sees of a lens."""
    stage.show_lens(lens)
    return picture(projector)


def test_black_is_black_and_a_key_brings_the_picture_back(projector: Projector, stage: Stage) -> None:
    before = picture(projector)
    stage.run("black")
    dark = picture(projector)
    assert {dark.pixel(x, y) for x in range(0, 1920, 60) for y in range(0, 1080, 60)} == {0xFF000000}
    stage.run("black")
    assert picture(projector) == before


def test_the_timer_is_over_the_black_and_over_the_spotlight(projector: Projector, stage: Stage) -> None:
    stage.run("timer")
    for name in ("black", "black", "spotlight"):
        stage.run(name)
        corner = picture(projector).copy(1660, 1000, 220, 70)
        colours = {corner.pixelColor(x, y).name() for x in range(0, 220, 2) for y in range(0, 70, 2)}
        assert stage.look.colour("surface").name() in colours
        assert stage.look.colour("ink").name() in colours


def test_the_spotlight_darkens_everything_but_its_cell(projector: Projector, stage: Stage) -> None:
    stage.run("into")
    before = picture(projector)
    stage.run("spotlight")
    after = picture(projector)
    lit = stage.showing.page.cells[0]
    inside = QPoint(round(lit.x + lit.w / 2), round(lit.y + lit.h / 2))
    assert after.pixel(inside) == before.pixel(inside)
    assert after.pixelColor(4, 4).lightness() < before.pixelColor(4, 4).lightness() / 2


def test_a_lane_that_is_not_revealed_leaves_nothing_on_the_picture(
    projector: Projector, stage: Stage
) -> None:
    stage.run("into")
    stage.run("reveal_lanes")
    kept = picture(projector)
    hidden = [tile for tile in stage.showing.page.tiles if tile.turn[0] >= 1]
    ground = stage.look.colour("canvas")
    assert hidden
    for tile in hidden:
        spot = QPoint(round(tile.rect.x + 3), round(tile.rect.y + tile.rect.h / 2))
        assert kept.pixelColor(spot) == ground


def test_the_mouse_moves_a_pointer_only_when_asked(projector: Projector, stage: Stage) -> None:
    before = picture(projector)
    QTest.mouseMove(projector, QPoint(960, 500))
    assert picture(projector) == before
    stage.run("pointer")
    stage.point_at(960, 500)
    assert picture(projector).pixelColor(960, 500).red() > 200


def test_clicker_keys_reach_whoever_listens(projector: Projector, stage: Stage) -> None:
    heard = []
    projector.pressed.connect(lambda event: heard.append(event.key()))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_F5):
        QTest.keyClick(projector, key)
    assert heard == [Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_F5]


def test_another_theme_is_seen_by_the_room_at_once(projector: Projector, stage: Stage) -> None:
    stage.run("into")
    QApplication.processEvents()

    def corner() -> int:
        """Of the window as it stands on the screen: a grab would paint it anew."""
        QApplication.processEvents()
        return projector.screen().grabWindow(projector.winId()).toImage().pixelColor(5, 5).lightness()

    light = corner()
    stage.run("theme")
    assert corner() < light / 2
    dark = corner()
    stage.run("freeze")
    stage.run("theme")
    stage.run("theme")
    assert corner() == dark
    stage.run("freeze")
    assert corner() == light


def test_no_arrow_stays_on_the_picture_when_nobody_moves_it(projector: Projector) -> None:
    QTest.mouseMove(projector, QPoint(300, 300))
    QApplication.processEvents()
    assert projector.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert projector._still.isActive()
    projector._still.timeout.emit()
    assert projector.cursor().shape() == Qt.CursorShape.BlankCursor
    QTest.mouseMove(projector, QPoint(320, 310))
    QApplication.processEvents()
    assert projector.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("frozen", [False, True])
def test_the_bar_of_the_clicker_takes_its_room_and_hides_nothing(
    projector: Projector, stage: Stage, frozen: bool
) -> None:
    """The whole picture stands above it, a little smaller, and comes back to the pixel."""
    stage.run("into")
    if frozen:
        stage.run("freeze")
    before = picture(projector)
    projector.make_room(80)
    smaller = picture(projector)
    assert smaller != before
    foot = {smaller.pixel(x, projector.height() - 4) & 0xFFFFFF for x in range(0, projector.width(), 8)}
    assert foot == {0}
    wide = round(before.width() * (before.height() - 80) / before.height())
    left = (before.width() - wide) // 2
    again = smaller.copy(left, 0, wide, before.height() - 80).scaled(before.size())
    far = sum(
        abs(QColor(again.pixel(x, y)).lightness() - QColor(before.pixel(x, y)).lightness()) > 90
        for x in range(0, before.width(), 7)
        for y in range(0, before.height(), 7)
    )
    assert far < before.width() * before.height() / 49 * 0.04
    projector.make_room(0)
    assert picture(projector) == before
