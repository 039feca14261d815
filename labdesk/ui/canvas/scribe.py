"""Typing where one is: which blank the current thing is. `stand` places the editor, `onward` leads on."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QWidget

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands.ballot import is_full
from labdesk.domain.layout import Box
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.blanks import (
    Blank,
    answer_blank,
    cell_blank,
    chain_blank,
    first_note_blank,
    label_blank,
    new_note_blank,
    note_blank,
)
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.names import place_in
from labdesk.ui.canvas.typist import Typist
from labdesk.ui.canvas.view import CanvasView
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.canvas.onward import Onward
    from labdesk.ui.canvas.stand import Stand

TYPED = ("text", "text_short", "number", "money", "date", "grid_number")
"""Kinds of values that are typed; the others are chosen, ticked or placed."""


class Listed(Protocol):
    """The list of a canvas, as the scribe sees it: lines one types in."""

    def viewport(self) -> QWidget: ...
    def isVisible(self) -> bool: ...
    def setFocus(self) -> None: ...
    def make_room(self, box: Box, new: bool) -> None: ...
    def place_of(self, blank: Blank, box: Box, new: bool) -> QRectF: ...


class Scribe(QObject):
    """It opens the editor on the current thing and leads from a note to the next."""

    def __init__(self, board: Board, view: CanvasView, typist: Typist) -> None:
        super().__init__(view)
        self.board, self.view, self.typist = board, view, typist
        self.listed: Listed | None = None
        """The list, while it is shown instead of the map: one types in its lines."""
        self.offered: Callable[[], bool] = lambda: False
        """The keyboard goes to what was just offered; False when nothing is."""
        self.on_full: Callable[[Zone, str], bool] = lambda _zone, _typed: False
        """A box holds no more notes, and this was typed: someone offers another way (True), or not."""
        typist.left.connect(self._left)
        view.scrolled.connect(typist.replace)
        board.planned.connect(typist.replace)

    @cached_property
    def stand(self) -> "Stand":
        """Where the editor stands on the map."""
        from labdesk.ui.canvas.stand import Stand  # a start types nothing

        return Stand(self.board, self.view, self.typist.editor)

    @cached_property
    def onward(self) -> "Onward":
        """What comes after a text."""
        from labdesk.ui.canvas.onward import Onward  # a start leaves nothing

        return Onward(self)

    def _left(self, how: str, blank: Blank) -> None:
        self.onward.left(how, blank)

    @property
    def typing(self) -> bool:
        """The editor is open."""
        return self.typist.blank is not None

    def stand_on(self, listed: Listed | None) -> None:
        """The list is shown instead of the map (None: the map again)."""
        self.listed = listed
        self.typist.move_to(listed.viewport() if listed is not None else self.view.viewport())

    def come_back(self) -> None:
        """The keyboard comes back to the map or the list; another place may stand before it."""
        shown = self.listed or self.view
        if shown.isVisible():
            shown.setFocus()

    # -- opening --------------------------------------------------------------------------------------------
    def edit(self, typed: str | None = None) -> bool:
        """Type in the current thing, after what was `typed` on it; False when it is not typed in."""
        box, zone = self.board.box, self.board.zone()
        if box is None:
            return False
        project, name = self.board.project, self.board.said()
        blank: Blank | None = None
        if box.kind in ("phase", "step", "lane"):
            blank = label_blank(project, box, name)
        elif box.kind == "note":
            blank = note_blank(project, box.row, name)
        elif box.kind == "field" and zone is not None:
            column = next((c for c in zone.columns if c.id == box.part), None)
            if column is not None and column.kind in TYPED:
                blank = cell_blank(project, box.row, column, name)
        elif zone is not None and zone.kind == "grid_score" and box.step:
            blank = answer_blank(project, self.board.canvas, zone, name, step=box.step, part="word")
        elif zone is not None and zone.kind in TYPED and (box.step or box.kind == "value"):
            blank = answer_blank(project, self.board.canvas, zone, name, step=box.step or None)
        if blank is None:
            return False
        self._open(blank, box, typed)
        return True

    def add(self, typed: str | None = None) -> bool:
        """A new note at the end of the current cell (or chain); False where no note can be."""
        board, box, zone = self.board, self.board.box, self.board.zone()
        if box is None or zone is None or not zone.holds_notes or board.plan is None:
            return False
        if box.kind == "offer" and box.part == "chain":
            return self.add_line(typed)
        project, canvas, table = board.project, board.canvas, board.desk.table
        if zone.kind != "chain" and is_full(project, canvas, zone) and self.on_full(zone, typed or ""):
            return True
        name = _("Nouvelle note, {where}").format(where=place_in(board.plan, zone.id, box.step))
        if board.plan.columns and not box.step:
            blank = first_note_blank(project, canvas, zone.id, name, table)
        elif zone.kind == "chain" and box.kind not in ("note", "chain", "offer"):
            return self.add_line(typed)
        else:
            chained = box.kind in ("chain", "offer")
            line = (box.row if chained else project.note[box.row].line) if box.row else None
            blank = new_note_blank(
                project, canvas, zone.id, name, step=box.step or None, line=line, table=table
            )
        self._open(blank, box, typed, new=True)
        return True

    def write(self, typed: str) -> bool:
        """Words typed on a thing: a new note where notes are, else the text of the thing itself."""
        zone = self.board.zone()
        box = self.board.box
        if box is not None and zone is not None and zone.holds_notes and box.kind != "lane":
            return self.add(typed)
        return self.edit(typed)

    def add_line(self, typed: str | None = None) -> bool:
        """A new chain of whys: the editor opens on its first one; False where there are no chains."""
        board, zone, box = self.board, self.board.zone(), self.board.box
        if zone is None or zone.kind != "chain" or box is None:
            return False
        if is_full(board.project, board.canvas, zone):
            sentence = _("{n} chaînes au plus dans cette case : gardez les plus utiles.")
            board.desk.idle.emit(sentence.format(n=zone.at_most))
            return True
        name = _("Nouvelle chaîne, {where}").format(where=board.label(zone.id))
        blank = chain_blank(board.project, board.canvas, zone.id, name, board.desk.table)
        offer = moves.find(board.plan, ("offer", "", zone.id, "", "chain")) if board.plan else None
        self._open(blank, offer or box, typed, new=True)
        return True

    def _open(self, blank: Blank, box: Box, typed: str | None, *, new: bool = False) -> None:
        self.stand.dress(box, blank)
        if (listed := self.listed) is not None:
            listed.make_room(box, new)
            self.typist.open(blank, lambda: listed.place_of(blank, box, new), typed)
            return
        self.view.show_box(box)
        plan = self.board.plan
        if new and plan is not None:
            wide, high = self.board.scene.heads_size()
            free = to_qt(self.stand.free_place(plan, box))
            self.view.show_rect(free.adjusted(-10 - wide, -10 - high, 10, 60))
        self.typist.open(blank, lambda: self.stand.place_of(blank, box, new), typed)
