"""All that can be done on the map can be done in the list: the same keys, and the same project afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from labdesk.domain.model import Project
from labdesk.domain.sieve import tags_of
from labdesk.ui.canvas import entries, list_lines
from labdesk.ui.canvas.chooser import Chooser
from labdesk.ui.canvas.ink import to_qt
from tests.ui.canvas.hands import Hands, Key, Modifier

Deed = Callable[[Hands], None]


def keys(*names: str) -> Deed:
    """Press these keys, as a menu names them; those of an action start it."""

    def deed(hands: Hands) -> None:
        for name in names:
            entry = next((e for e in entries.entries(hands.pane) if name in e.keys), None)
            if entry is not None and not hands.pane.scribe.typing:
                entry.run()
            else:
                QTest.keySequence(hands.focus, QKeySequence(name))

    return deed


def typed(before: str, words: str, *after: str) -> Deed:
    """Press a key, type, press others."""

    def deed(hands: Hands) -> None:
        if before:
            keys(before)(hands)
        hands.type(words)
        keys(*after)(hands)

    return deed


def chosen(words: str, *pressed: str) -> Deed:
    """Press keys that open a list, then take the line that holds these words."""

    def deed(hands: Hands) -> None:
        keys(*pressed)(hands)
        chooser = QApplication.activePopupWidget()
        assert isinstance(chooser, Chooser)
        chooser.line.setText(words)
        QTest.keyClick(chooser.line, Key.Key_Return)
        chooser.close()

    return deed


def said(field: str, words: str) -> Deed:
    """The menu of a note (Maj+F10), then one of its answers."""

    def deed(hands: Hands) -> None:
        QTest.keyClick(hands.focus, Key.Key_F10, Modifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        inside = next(a.menu() for a in menu.actions() if a.menu() is not None and a.text() == field)
        assert isinstance(inside, QMenu)
        next(a for a in inside.actions() if a.text() == words).trigger()
        menu.close()

    return deed


def pasted(text: str) -> Deed:
    """Something copied elsewhere."""

    def deed(hands: Hands) -> None:
        QApplication.clipboard().setText(text)
        keys("Ctrl+V")(hands)

    return deed


def digit(rank: int) -> Deed:
    """A key of the digits' row, by its place."""
    return lambda hands: hands.scan(9 + rank, "&é\"'("[rank - 1])


def first_lane(hands: Hands) -> None:
    """Ctrl+&: the first lane."""
    hands.scan(10, "&", Modifier.ControlModifier)


def both(first: Deed, then: Deed) -> Deed:
    """One after the other."""

    def deed(hands: Hands) -> None:
        first(hands)
        then(hands)

    return deed


NOTE, EMPTY, CURVE, STEP = ("pain_points", 1), ("touchpoints", 2), ("emotions", 1), ("pain_points", 1)
DEEDS: dict[str, tuple[tuple[str, int], Deed]] = {
    "a letter begins a note": (EMPTY, typed("", "Guichet", "Esc")),
    "Entrée goes on with the next note": (EMPTY, typed("", "Guichet", "Return", "Esc")),
    "Tab goes on with the next step": (EMPTY, typed("", "Guichet", "Tab", "Esc")),
    "Inser adds in the same cell": (NOTE, typed("Ins", "Encore", "Esc")),
    "F2 edits": (NOTE, typed("F2", " vraiment", "Esc")),
    "Entrée edits": (NOTE, typed("Return", " vraiment", "Esc")),
    "an emptied note goes away": (NOTE, typed("F2", "", "Ctrl+A", "Backspace", "Esc")),
    "Suppr deletes": (NOTE, keys("Del")),
    "Ctrl+D duplicates": (NOTE, keys("Ctrl+D")),
    "Ctrl+↑ votes": (NOTE, keys("Ctrl+Up", "Ctrl+Up")),
    "Ctrl+↓ takes a vote back": (NOTE, keys("Ctrl+Up", "Ctrl+Up", "Ctrl+Down")),
    "Alt+→ moves to the next step": (NOTE, keys("Alt+Right")),
    "Alt+← moves to the step before": (NOTE, keys("Alt+Left")),
    "Alt+↑ moves up": (NOTE, keys("Alt+Up")),
    "Alt+↓ moves down": (NOTE, keys("Alt+Down")),
    "copy and paste": (NOTE, keys("Ctrl+C", "Ctrl+V")),
    "cut": (NOTE, keys("Ctrl+X")),
    "paste of several lines": (EMPTY, pasted("un\ndeux\ntrois")),
    "evidence": (NOTE, said("Preuve", "Observé")),
    "voice": (NOTE, said("Qui le dit", "Agent")),
    "all notes of a lane": (NOTE, keys("Ctrl+A", "Ctrl+Up")),
    "the level of the curve": (CURVE, digit(5)),
    "the word of the curve": (CURVE, typed("", "fière", "Esc")),
    "Alt+↑ on the curve": (CURVE, keys("Alt+Up")),
    "Suppr empties the curve": (CURVE, both(digit(4), keys("Del"))),
    "a step": (STEP, typed("Ctrl+Shift+S", "Encore", "Esc")),
    "a phase": (STEP, typed("Ctrl+Shift+H", "Après", "Esc")),
    "a phase cut": (STEP, typed("Ctrl+Shift+X", "Coupée", "Esc")),
    "a phase joined": (("pain_points", 3), keys("Ctrl+Shift+J")),
    "a step before": (STEP, typed("Ctrl+Shift+A", "Avant", "Esc")),
    "a step joined": (STEP, keys("Ctrl+Backspace")),
    "notes to a step of their own": (NOTE, typed("Ctrl+Shift+Return", "À part", "Esc")),
    "a moment that counts": (STEP, keys("Ctrl+M")),
    "a tag": (NOTE, chosen("accueil", "Ctrl+H")),
    "the heaviest first": (NOTE, both(keys("Ctrl+Up"), keys("F12"))),
    "every lane folded": (STEP, keys("Ctrl+Shift+Space")),
    "a lane folded": (STEP, keys("Ctrl+Space")),
    "a lane more": (STEP, chosen("coulisses", "Ctrl+Shift+L")),
    "a lane of one's own": (STEP, chosen("Voix du terrain", "Ctrl+Shift+L")),
    "Ctrl+G, then a note": (STEP, both(chosen("signer", "Ctrl+G"), typed("", "Là", "Esc"))),
    "Ctrl+1, then a note": (STEP, both(first_lane, typed("", "Haut", "Esc"))),
}


def shape(project: Project, canvas: str) -> object:
    """All that the canvas says, without the names of its rows."""
    steps = project.steps_of(canvas)
    rank = {step.id: at for at, step in enumerate(steps)}
    lanes = project.lanes_of(canvas)
    own = {lane.zone for lane in lanes if lane.label}
    held = [
        (
            lane.label or lane.zone,
            rank[step.id],
            note.text,
            note.evidence,
            note.voice,
            tags_of(note),
            project.votes_on(note.id),
        )
        for lane in lanes
        for step in steps
        for note in project.notes_at(canvas, lane.zone or lane.id, step.id)
    ]
    curve = [
        (project.value(canvas, "emotions", s.id), project.value(canvas, "emotions", s.id, "word"))
        for s in steps
    ]
    phases = [(p.label, [s.label for s in project.steps_in(p.id)]) for p in project.phases_of(canvas)]
    shown = [(x.label if x.zone in own else x.zone, x.folded, x.hidden) for x in lanes]
    moments = [project.value(canvas, "moment_key", step.id) for step in steps]
    return phases, shown, held, curve, moments


def filled(hands: Hands) -> None:
    """Three notes in a cell, a level of the curve."""
    hands.stand("pain_points", 1)
    for text in ("un", "deux", "trois"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.stand("emotions", 1)
    hands.scan(12, '"')


def stand(hands: Hands, zone: str, step: int) -> None:
    """On the second note of a cell that holds several."""
    hands.stand(zone, step)
    if zone == "pain_points" and step == 1:
        board = hands.board
        assert board.current is not None
        held = hands.desk.project.notes_at(board.canvas, zone, board.current[3])
        board.go(board.key_of("note", held[1].id))


@pytest.mark.parametrize("what", DEEDS)
def test_the_list_does_what_the_map_does(hands: Hands, what: str) -> None:
    place, deed = DEEDS[what]
    filled(hands)
    start = shape(hands.desk.project, hands.board.canvas)
    after = []
    for listed in (False, True):
        hands.page.show_list(listed)
        stand(hands, *place)
        deed(hands)
        hands.page.leave()
        if listed:
            assert hands.page.list.isVisible(), "the list was left"
            assert hands.page.list.hasFocus() or not hands.page.window().isActiveWindow()
        after.append((shape(hands.desk.project, hands.board.canvas), hands.board.said()))
        while shape(hands.desk.project, hands.board.canvas) != start:
            hands.desk.undo()
    assert after[0][0] != start, "nothing happened"
    assert after[1] == after[0]


def test_in_little_room_the_list_has_two_columns_and_says_all_the_same(hands: Hands) -> None:
    hands.stand("pain_points", 2)
    hands.type("Un mot")
    hands.press(Key.Key_Escape)
    hands.page.show_list(True)
    wide = hands.page.list
    assert not wide.isColumnHidden(list_lines.STEP)
    hands.page.resize(500, 500)
    QApplication.processEvents()
    assert wide.isColumnHidden(list_lines.STEP)
    assert wide.isColumnHidden(list_lines.MORE)
    row = wide.lines.row_of(hands.board.current)
    assert row is not None
    where = wide.lines.data(wide.lines.index(row, list_lines.PLACE))
    assert where == "Irritants, 3. Venir"
    assert wide.columnWidth(list_lines.TEXT) > wide.viewport().width() // 2
    hands.page.resize(1310, 640)
    QApplication.processEvents()
    assert not wide.isColumnHidden(list_lines.STEP)


def test_a_picture_dropped_on_a_line_joins_the_photos_of_its_step(
    hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    pixels = QImage(320, 200, QImage.Format.Format_RGB32)
    pixels.fill(0xFF336699)
    assert pixels.save(str(tmp_path / "a.png"))
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    hands.stand("pain_points", 1)
    hands.page.show_list(True)
    shown = hands.page.list
    QApplication.processEvents()
    shown.scrollTo(shown.currentIndex())
    spot = shown.visualRect(shown.currentIndex()).center()
    assert shown.indexAt(spot).isValid()
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(shown.viewport(), QDragEnterEvent(spot, copy, held, left, none))
    drop = QDropEvent(QPointF(spot), copy, held, left, none)
    QApplication.sendEvent(shown.viewport(), drop)
    qtbot.waitUntil(lambda: bool(hands.desk.project.photo), timeout=10_000)
    (photo,) = hands.desk.project.photo.values()
    assert photo.step == hands.desk.project.steps_of(hands.board.canvas)[1].id


def test_another_line_is_met_by_its_text_and_no_cell_is_mute(hands: Hands) -> None:
    hands.page.show_list(True)
    shown = hands.page.list
    QTest.keyClick(shown, Key.Key_Home, Modifier.ControlModifier)
    assert (shown.currentIndex().row(), shown.currentIndex().column()) == (0, list_lines.TEXT)
    QTest.keyClick(shown, Key.Key_Right)
    told = shown.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Voix et preuve\N{NO-BREAK SPACE}: vide"
    QTest.keyClick(shown, Key.Key_Down)
    assert (shown.currentIndex().row(), shown.currentIndex().column()) == (1, list_lines.TEXT)


def test_who_comes_back_to_the_map_sees_where_she_walked(hands: Hands) -> None:
    hands.page.resize(600, 320)
    hands.page.show_list(True)
    QTest.keyClick(hands.page.list, Key.Key_End, Modifier.ControlModifier)
    hands.page.show_list(False)
    QApplication.processEvents()
    box, view = hands.board.box, hands.pane.view
    assert box is not None
    assert view.seen().contains(view.mapToScene(view.on_screen(to_qt(box.rect)).center().toPoint()))
    assert not view.on_screen(to_qt(box.rect)).intersects(view.covered())
