"""The keys of a canvas, as the design gives them. A French keyboard types the digits' row without Maj."""

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from labdesk.domain.canvas_type import Zone
from labdesk.ui.canvas import deeds, moves
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.insertion import insert
from labdesk.ui.canvas.openers import Openers
from labdesk.ui.canvas.scribe import Scribe
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _

K = Qt.Key
WAYS: Mapping[int, moves.Way] = {K.Key_Left: "left", K.Key_Right: "right", K.Key_Up: "up", K.Key_Down: "down"}
_AZERTY = (
    K.Key_Ampersand,
    K.Key_Eacute,
    K.Key_QuoteDbl,
    K.Key_Apostrophe,
    K.Key_ParenLeft,
    K.Key_Minus,
    K.Key_Egrave,
    K.Key_Underscore,
    K.Key_Ccedilla,
)
_FIRST_DIGIT = {"win32": 2, "darwin": 18}.get(sys.platform, 10)
"""The scan code of the key « 1 &  » on this system (evdev + 8 under X11 and Wayland)."""


def digit_of(event: QKeyEvent) -> int | None:
    """Which key of the digits' row (1 to 9) or of the keypad was pressed, by its place on the keyboard."""
    rank = event.nativeScanCode() - _FIRST_DIGIT + 1
    keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    if event.nativeScanCode() and not keypad:
        return rank if 1 <= rank <= 9 else None
    if K.Key_1 <= event.key() <= K.Key_9:
        return event.key() - K.Key_1 + 1
    return None if keypad or event.key() not in _AZERTY else _AZERTY.index(K(event.key())) + 1


def zero_pressed(event: QKeyEvent) -> bool:
    """The key of the digits' row after 9 (« à 0 » in French), by its place, or the 0 of the keypad."""
    keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    if event.nativeScanCode() and not keypad:
        return event.nativeScanCode() == _FIRST_DIGIT + (11 if sys.platform == "darwin" else 9)
    return event.key() == K.Key_0 or (event.key() == K.Key_Agrave and not keypad)


def wanted(zone: Zone) -> str:
    """What is pressed in a zone where no text is typed; empty where it is."""
    match zone.kind:
        case "score" | "grid_score":
            low, high = zone.range or (-2, 2)
            return _("Ici, tapez un chiffre de 1 à {most}.").format(most=high - low + 1)
        case "photos" | "grid_photos":
            return _("Ici, Entrée ajoute une photo.")
        case "check" | "grid_check" | "choices":
            return _("Ici, Espace coche ou décoche.")
        case "choice" | "grid_choices" | "ref" | "refs":
            return _("Ici, Entrée ouvre la liste.")
    return ""


class Keyboard:
    """What each key does on the current thing. `other` hears keys that belong to the page (copy, zoom)."""

    def __init__(self, board: Board, view: CanvasView, scribe: Scribe, openers: Openers) -> None:
        self.board, self.view, self.scribe, self.openers = board, view, scribe, openers
        self.other: Callable[[QKeyEvent], bool] = lambda _event: False
        self.open_menu: Callable[[], object] = lambda: None

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False when it means nothing here."""
        if self.scribe.typing:  # the focus is on its way to the editor: no letter is lost
            editor = self.scribe.typist.editor
            if _printable(event.text()) and not editor.hasFocus():
                editor.insertPlainText(event.text())
            return True  # Maj, Ctrl, Alt alone come up from the editor too: they write and erase nothing
        if self.board.current is None and self.board.plan is not None:
            self.board.go(moves.first(self.board.plan))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if control and alt and _printable(event.text()):  # AltGr under Windows
            return self._words(event.text())
        if control:
            return self._with_control(event)
        if alt:
            return self._with_alt(event)
        return self._plain(event, bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def claims(self, event: QKeyEvent) -> bool:
        """Ctrl and a key of the digits' row means a lane here, whatever is printed on the key."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return control and bool(event.nativeScanCode()) and digit_of(event) is not None

    def tab(self, by: int) -> bool:
        """Tab and Maj+Tab: the next or the former zone, step or lane; False at the end: out of the canvas."""
        board = self.board
        if board.plan is None or board.current is None or self.scribe.typing:
            return False
        board.go(there := moves.beyond(board.plan, board.current, by))
        return there is not None

    def words(self, event: QInputMethodEvent) -> bool:
        """Accents and other letters made of several keys begin a note like any letter."""
        text = event.commitString()
        return bool(text) and (self._words(text) or self._wanted())

    # -- plain keys -----------------------------------------------------------------------------------------
    def _plain(self, event: QKeyEvent, shift: bool) -> bool:
        key = event.key()
        if way := WAYS.get(key):
            self.board.step_to(way, extend=shift)
            return True
        if self._level(event):
            return True
        match key:
            case K.Key_Return | K.Key_Enter | K.Key_F2:
                return self.enter(rename=key == K.Key_F2)
            case K.Key_Insert:
                return self.insert()
            case K.Key_Delete | K.Key_Backspace:
                deeds.remove(self.board)
            case K.Key_Home | K.Key_End:
                self._edge("left" if key == K.Key_Home else "right")
            case K.Key_PageUp | K.Key_PageDown:
                self._far("up" if key == K.Key_PageUp else "down")
            case K.Key_F10 if shift:
                self.open_menu()
            case K.Key_Escape:
                self.board.go(self.board.current)
            case K.Key_Space:
                return deeds.toggle(self.board)
            case _:
                return _printable(event.text()) and (self._words(event.text()) or self._wanted())
        return True

    def _wanted(self) -> bool:
        """Letters mean nothing here: say what does."""
        zone = self.board.zone()
        if zone is not None and (sentence := wanted(zone)):
            self.board.desk.announce(sentence)
        return zone is not None

    def _level(self, event: QKeyEvent) -> bool:
        """A digit on a score: the first keys of the row are its levels, from the lowest."""
        zone, digit = self.board.zone(), digit_of(event)
        if zone is None or digit is None or zone.kind not in ("grid_score", "score"):
            return False
        low, high = zone.range or (-2, 2)
        if low + digit - 1 > high:
            return False
        deeds.score(self.board, low + digit - 1)
        return True

    def enter(self, *, rename: bool = False) -> bool:
        """Entrée edits, ticks or opens, whichever the thing wants; F2 edits."""
        if not rename and deeds.toggle(self.board):
            return True
        box, zone = self.board.box, self.board.zone()
        if box is not None and (box.kind == "add" or (box.kind == "offer" and box.part == "chain")):
            return self.insert()
        empty = box is not None and box.kind in ("cell", "zone", "chain")
        if empty and zone is not None and zone.holds_notes:
            return self.scribe.add()
        if empty and zone is not None and zone.kind == "table":
            return self.insert()
        return self.scribe.edit() or self.openers.open()

    def insert(self) -> bool:
        """Inser: one more of what stands here."""
        return insert(self.board, self.scribe, self.openers)

    def _words(self, text: str) -> bool:
        return self.scribe.write(text)

    def _edge(self, way: moves.Way) -> None:
        if self.board.plan is not None and self.board.current is not None:
            self.board.go(moves.edge(self.board.plan, self.board.current, way))

    def _far(self, way: moves.Way) -> None:
        """To the next lane or box, however many notes stand between."""
        board = self.board
        start = board.current[2] if board.current else ""
        while board.current and board.current[2] == start and board.step_to(way):
            pass

    # -- with Ctrl, with Alt --------------------------------------------------------------------------------
    def _with_control(self, event: QKeyEvent) -> bool:
        key = event.key()
        digit = digit_of(event)
        if key in (K.Key_Up, K.Key_Down):
            deeds.vote(self.board, 1 if key == K.Key_Up else -1)
        elif key == K.Key_D:
            deeds.duplicate(self.board)
        elif key == K.Key_G:
            self.openers.go_to_step()
        elif key == K.Key_A:
            self._select_lane()
        elif digit is not None and (key != K.Key_Minus or event.nativeScanCode()):
            self.lane(digit)
        elif key in (K.Key_Home, K.Key_End) and self.board.plan is not None:
            self.board.go(moves.first(self.board.plan) if key == K.Key_Home else self._last())
        else:
            return self.other(event)
        return True

    def _with_alt(self, event: QKeyEvent) -> bool:
        way = WAYS.get(event.key())
        if way is None:
            return False
        from labdesk.ui.canvas import moving  # a start moves nothing

        moving.move(self.board, way)
        return True

    def lane(self, number: int) -> None:
        """Ctrl and a digit: the lane (or the box of a sheet) of that rank, in the current step."""
        plan, current = self.board.plan, self.board.current
        if plan is None:
            return
        parts = [part for part in plan.parts if part.boxes and part.boxes[0].kind not in ("phase", "step")]
        # A lane keeps its letter and its digit while a filter leaves others out.
        ranks = {b.index: part for part in parts for b in part.boxes if b.kind == "lane"}
        ranks = ranks or dict(enumerate(parts))
        part = ranks.get(number - 1)
        if part is None:
            return
        step = current[3] if current and current[3] in plan.columns else next(iter(plan.columns), "")
        there = moves.in_cell(part, step) if plan.columns else list(moves.stops(part))
        if there:
            self.board.go(there[0].key)

    def _last(self) -> moves.Key | None:
        plan = self.board.plan
        return list(moves.stops(plan.parts[-1]))[-1].key if plan and plan.parts else None

    def _select_lane(self) -> None:
        """Ctrl+A: every note of the lane or box one is in."""
        plan, current = self.board.plan, self.board.current
        part = moves.part_of(plan, current) if plan and current else None
        if part is not None:
            self.board.choose([box.row for box in part.boxes if box.kind == "note"])


def _printable(text: str) -> bool:
    return bool(text) and text.isprintable() and not text.isspace()
