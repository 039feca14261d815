"""A canvas one works in: scene, view, keys, hand and typing put together. Around it stands a page."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from labdesk.domain.canvas_type import Zone
from labdesk.domain.layout import Box, View
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.aside import Asides
from labdesk.ui.canvas.asked import asked
from labdesk.ui.canvas.blanks import Blank, typed_kind
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.clip import ROWS
from labdesk.ui.canvas.clipboard import Clipboard
from labdesk.ui.canvas.focus_item import HEADS, FocusItem, ghost_of, handle_of, hint_of, tight
from labdesk.ui.canvas.keyboard import Keyboard
from labdesk.ui.canvas.offer_bar import OfferBar
from labdesk.ui.canvas.openers import Openers
from labdesk.ui.canvas.pointer import Pointer
from labdesk.ui.canvas.scene import CanvasScene
from labdesk.ui.canvas.scribe import Scribe
from labdesk.ui.canvas.tie_hand import TieHand
from labdesk.ui.canvas.tying import Tying
from labdesk.ui.canvas.typist import Typist
from labdesk.ui.canvas.view import STEP, CanvasView
from labdesk.ui.desk import Desk
from labdesk.ui.style import Look

if TYPE_CHECKING:
    from labdesk.ui.canvas.almanac import Almanac
    from labdesk.ui.canvas.phrasing import Phrasing
    from labdesk.ui.canvas.tally import Tally


class Pane(QWidget):
    """One view of one canvas and all that acts on it."""

    asked_menu = Signal(QPoint)
    """A context menu is wanted at this point of the screen."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look
        self.scene = CanvasScene(look, lambda sha: desk.picture(sha, "thumbnail"), parent=self)
        self.board = Board(desk, self.scene, self)
        self.view = CanvasView(self.scene, self)
        self.typist = Typist(desk, self.view.viewport())
        self.scribe = Scribe(self.board, self.view, self.typist)
        self.openers = Openers(self.board, self.view)
        self.keyboard = Keyboard(self.board, self.view, self.scribe, self.openers)
        self.focus = FocusItem(self.scene.ink)
        self.scene.addItem(self.focus)
        self.pointer = Pointer(self.board, self.view, self.keyboard, self.focus)
        self.offers = OfferBar(look, self)
        self.ties = TieHand(self.board, self.view, Tying(desk, look))
        self.pointer.ties = self.ties
        self.host: QWidget = self
        """What bars over the canvas stand on: a page that shows a list in its place has them there too."""
        self._tally: Tally | None = None
        self.asides = Asides(self.typist, lambda: (self.board.zone(), self.board.box), self.view)
        self.asides.makers += [self._calendar, self._sentence]
        self._almanac: Almanac | None = None
        self._phrasings: dict[str, Phrasing] = {}
        self.clipboard = Clipboard(self.board, self.scribe, self.openers, self.offers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.destroyed.connect(self.scene.dispose)  # a widget says so before its children go
        self._connect()

    def _connect(self) -> None:
        """Everything the parts say to each other."""
        view, board = self.view, self.board
        view.on_key, view.on_words = self._key, self.keyboard.words
        view.claims, view.on_tab = self.keyboard.claims, self._tab
        view.on_mouse, view.on_menu, view.on_drop = self.pointer.hear, self._menu, self._drop
        view.on_tie = self.ties.hear
        self.scribe.offered = self.offers.come_in
        self.keyboard.other, self.keyboard.open_menu = self._other_key, self._menu_here
        view.resized.connect(self._fit)
        view.focused.connect(self._focused)
        view.scrolled.connect(self._follow_heads)
        board.planned.connect(self._planned)
        self.typist.opened.connect(self.mark)
        board.moved.connect(self._arrived)
        self.look.changed.connect(self._relook)

    # -- showing --------------------------------------------------------------------------------------------
    def show_canvas(self, canvas: str, view: View | None = None) -> None:
        """Show a canvas (empty: none); what was being typed is kept."""
        self.typist.close()
        self.offers.hide()
        if other := canvas != self.board.canvas:
            self.pointer.empty()
        self.board.width = self._room()
        self.board.show(canvas, view)
        if other:
            for bar in (self.view.horizontalScrollBar(), self.view.verticalScrollBar()):
                bar.setValue(bar.minimum())
        self.view.freeze_heads()
        if self.view.hasFocus():
            self._focused(True)

    def _room(self) -> float:
        """What a canvas may take, in scene units: the view as it is at 100 %, without its scroll bar."""
        return max(self.view.width() - self.view.verticalScrollBar().sizeHint().width() - 4, 320)

    def _fit(self) -> None:
        self.board.fit(self._room())
        self.offers.settle()
        if self.scribe.typing and (box := self.board.box) is not None:
            self.view.show_box(box)  # what one types stays in sight
            self.typist.replace()

    def _calendar(self, _blank: Blank, zone: Zone | None, box: Box | None) -> "Almanac | None":
        """Days to choose from beside a date."""
        if zone is None or box is None or typed_kind(self.board.kind, box) != "date":
            return None
        if self._almanac is None:
            from labdesk.ui.canvas.almanac import Almanac

            self._almanac = Almanac(self.typist, self.look, self)
        return self._almanac

    def _sentence(self, blank: Blank, zone: Zone | None, _box: Box | None) -> "Phrasing | None":
        """Help with the words of a statement, a challenge, a decision."""
        from labdesk.domain import sentences

        name = zone.id if zone is not None and blank.field in ("value", "text") else ""
        form = sentences.forms().get(name)
        if form is None or zone is None or zone.is_lane or zone.kind not in ("text", "notes"):
            return None
        if name not in self._phrasings:
            from labdesk.ui.canvas.phrasing import Phrasing

            self._phrasings[name] = Phrasing(form, self.typist, self.look, self)
        return self._phrasings[name]

    def mark(self) -> None:
        """The ring and « + Ajouter » stand where one is."""
        board, box = self.board, self.board.box
        ghost, hint, aside = None, "", None
        if box is not None and board.plan is not None and not self.scribe.typing and len(board.chosen) < 2:
            ghost = ghost_of(board.plan, box, board.zone())
            hint = hint_of(board.plan, box, board.zone())
            ghost, aside = asked(board.plan, box, board.zone(), ghost, self.scene.ink.letters)
            ghost = tight(board.plan, ghost)
        handle = None
        if box is not None and board.plan is not None and not self.scribe.typing and not self.desk.read_only:
            handle = handle_of(board.plan, box)
        if box is not None:
            shown = self.scene.shown(box)
            box = box.moved(shown.x() - box.rect.x, shown.y() - box.rect.y)
            if aside is not None:
                aside = aside[0].moved(shown.x(), shown.y()), aside[1]
        strong = self.view.hasFocus()
        self.focus.mark(None if self.scribe.typing else box, ghost, strong, hint, aside, handle)

    def _planned(self) -> None:
        """What one works on stays in sight when it grows."""
        box = self.board.box
        if box is not None and self.view.hasFocus() and not self.scribe.typing:
            self.view.show_box(box)
        self.mark()

    def _focused(self, on: bool) -> None:
        """Who comes in with the keyboard stands somewhere."""
        if on and self.board.current is None and self.board.plan is not None:
            self.board.go(moves.first(self.board.plan))
        elif on:
            self.board.tell_selected()
        self.mark()

    def _follow_heads(self) -> None:
        if self.board.current is not None and self.board.current[0] in HEADS:
            self.mark()

    def _arrived(self) -> None:
        self.show_current()
        self.mark()

    def show_current(self) -> None:
        """What one stands on is in sight, and nothing lies over it."""
        if (box := self.board.box) is not None:
            self.view.show_box(box)

    def _relook(self) -> None:
        """Theme or text size changed: every text is measured again."""
        self.typist.close()
        self.scene.renew_ink(self.look)
        self.focus.ink = self.pointer.mark.ink = self.scene.ink
        self.pointer.heads.mark.ink = self.ties.mark.ink = self.scene.ink
        self.board.arrange()
        self.view.freeze_heads()
        self.view.viewport().update()

    def _tab(self, by: int) -> bool:
        """What was just offered comes first, then the next zone."""
        return (by > 0 and self.offers.come_in()) or self.keyboard.tab(by)

    def count_dots(self) -> None:
        """The paper dots, note after note; the bar is made when it is first wanted."""
        self.typist.close()
        self.offers.hide()  # it would stand over the very notes that are counted
        if self._tally is None:
            from labdesk.ui.canvas.tally import Tally

            self._tally = Tally(self.board, self.look, self.host)
            self._tally.spot = self._spot
            self._tally.ended.connect(self.host.setFocus)
            self.view.resized.connect(self._tally.settle)
        self._tally.begin()

    def _spot(self) -> QRect:
        """Where the current thing is seen on the host; nowhere while a list stands in front of the map."""
        box = self.board.box
        if box is None or not self.isVisible():
            return QRect()
        placed = self.view.on_screen(self.scene.shown(box)).toRect()
        corner = self.view.viewport().mapTo(self.host, placed.topLeft())
        return QRect(corner, placed.size())

    # -- keys and drops that belong to the whole view --------------------------------------------------------
    def _key(self, event: QKeyEvent) -> bool:
        """Échap empties the hand before it means anything else."""
        return (event.key() == Qt.Key.Key_Escape and self.pointer.cancel()) or self.keyboard.press(event)

    def _other_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_C:
                self.clipboard.copy()
            case Qt.Key.Key_X:
                self.clipboard.cut()
            case Qt.Key.Key_V:
                self.clipboard.paste()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0 | Qt.Key.Key_Agrave:
                self.view.set_zoom(1.0)
            case _:
                return False
        return True

    def zoom_by(self, notches: int) -> None:
        """Nearer or farther."""
        self.view.set_zoom(self.view.zoom * STEP ** (2 * notches))

    def _menu(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._menu_here()
        else:
            self.asked_menu.emit(event.globalPos())

    def _menu_here(self) -> None:
        """The menu of the current thing, beside it."""
        if (place := self.openers.beside()) is not None:
            self.asked_menu.emit(place)
        elif (box := self.board.box) is not None:
            corner = self.view.on_screen(self.scene.shown(box)).bottomLeft().toPoint()
            self.asked_menu.emit(self.view.viewport().mapToGlobal(corner))

    def _drop(self, event: QDropEvent) -> bool:
        place, data = event.position().toPoint(), event.mimeData()
        if data.hasFormat(ROWS):
            return self.pointer.drop_rows(place, tuple(json.loads(bytes(data.data(ROWS).data()))))
        box = self.pointer.under.box_at(place)
        if box is None:
            return False
        self.board.go(box.key)
        return self.clipboard.take(data)
