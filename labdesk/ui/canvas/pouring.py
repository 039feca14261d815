"""Many lines that become notes: a few at a time, the window never stands still; one gesture to undo."""

from collections.abc import Callable, Sequence
from time import thread_time

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer

from labdesk.domain.commands import notes
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.desk import Desk
from labdesk.words import _, several

LEAST, MOST, AIM, ALONE = 12, 60, 0.05, 60
"""Notes made in a turn; seconds of this thread it should take, the rest of a frame is for painting.

So many notes are made at once, without turns. A canvas takes its time to be arranged, however few come.
"""


Over = Callable[[tuple[str, ...]], object]
"""All stand, or someone stopped: the notes that were made."""


class Cell(Struct, frozen=True):
    """Where the notes go."""

    canvas: str
    zone: str
    step: str | None = None
    line: str | None = None


class Pouring(QObject):
    """One at a time. Whoever undoes, saves or closes meanwhile has it finished first."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cell, self._texts, self._rows = Cell("", ""), list[str](), list[str]()
        self._label, self._pace, self._began, self._own_lane = "", LEAST, False, False
        self._begin: Gesture | None = None
        self.told: Callable[[int, int], object] = lambda _done, _of: None
        """How many notes stand, of how many."""
        self._over: Over = lambda _rows: None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._more)
        desk.settling.connect(self.finish)

    @property
    def going(self) -> bool:
        """There are notes left to make."""
        return bool(self._texts)

    def pour(self, texts: Sequence[str], cell: Cell, over: Over, begin: Gesture | None = None) -> None:
        """Make a note of each text, at the end of a cell; few are made at once. `begin` makes the cell."""
        if len(texts) > ALONE:  # another view may be pouring: in turns they would part each other’s gesture
            self._desk.settling.emit()
        self.finish()
        self._cell, self._texts, self._rows, self._over = cell, list(texts), [], over
        self._own_lane = cell.zone in self._desk.project.lane
        self._label = several(len(texts), "Ajouter {n} note", "Ajouter {n} notes")
        self._pace, self._began, self._begin = LEAST, False, begin
        if len(texts) <= ALONE:
            self._pace = ALONE
            self._more()
        else:
            self._turn.start()

    def finish(self) -> None:
        """Make all that is left now."""
        while self._texts:
            self._pace = max(self._pace, len(self._texts))
            self._more()

    def stop(self) -> None:
        """No more: the notes that stand stay, one undo takes them back."""
        self._texts.clear()
        self._done()

    def _more(self) -> None:
        project, cell = self._desk.project, self._cell
        if not self._begin and not self._stands(project):
            self._desk.refused.emit(_("La case a été supprimée entre-temps : le reste n’est pas collé."))
            self.stop()
            return
        began, some = thread_time(), self._texts[: self._pace]
        del self._texts[: self._pace]
        said = {"author_table": self._desk.table} if self._desk.table else {}
        made, gesture = notes.add_notes(
            project, cell.canvas, cell.zone, some, step=cell.step, line=cell.line, **said
        )
        edits = (*self._begin.edits, *gesture.edits) if self._begin else gesture.edits
        if not self._desk.do(Gesture(self._label, edits), going_on=self._began):
            self.stop()  # refused: it was said why
            return
        self._began, self._begin = True, None
        self._rows += made
        took = max(thread_time() - began, 0.001)
        self._pace = max(LEAST, min(round(self._pace * AIM / took), MOST))
        if self._texts:
            self.told(len(self._rows), len(self._rows) + len(self._texts))
        else:
            self._done()

    def _stands(self, project: Project) -> bool:
        """The cell is still there: in one that went away, notes would be seen nowhere."""
        cell = self._cell
        return (
            cell.canvas in project.canvas
            and (not cell.step or cell.step in project.step)
            and (not cell.line or cell.line in project.line)
            and (not self._own_lane or cell.zone in project.lane)
        )

    def _done(self) -> None:
        self._turn.stop()
        rows, self._rows = self._rows, []
        self._over(tuple(rows))
