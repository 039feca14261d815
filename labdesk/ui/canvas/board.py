"""The canvas being worked on: its arrangement, what is current, what is selected. It draws nothing."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from labdesk.domain.canvas_type import CanvasType, Zone
from labdesk.domain.layout import Box, Plan, Room, View, planned, replanned, roomed
from labdesk.domain.model import Project, lane_zone
from labdesk.domain.sieve import Sieve
from labdesk.errors import Refusal
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.moves import Key, Way
from labdesk.ui.canvas.names import label_of, spoken
from labdesk.ui.canvas.scene import MARGIN, CanvasScene
from labdesk.ui.desk import Desk
from labdesk.ui.target import Selection
from labdesk.words import _

Touched = frozenset[tuple[str, str]]
BURST = 60
"""Notes touched in one go by a person; more come from elsewhere, and a filter is not held up for them."""


class Board(QObject):
    """One for each view of a canvas that people work in. The project itself stays on the desk."""

    planned = Signal()
    """Something stands elsewhere, or looks otherwise."""
    moved = Signal()
    """Another thing is current, or other notes are selected."""

    def __init__(self, desk: Desk, scene: CanvasScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.scene = desk, scene
        self.canvas = ""
        self.view = View()
        self.plan: Plan | None = None
        self.current: Key | None = None
        self.chosen: tuple[str, ...] = ()
        self.width = 1000.0
        self._marked: set[str] = set()
        self._placed: tuple[Plan | None, Key | None, Box | None] = (None, None, None)
        desk.changed.connect(self.refresh)

    # -- what is shown --------------------------------------------------------------------------------------
    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.desk.project

    @property
    def kind(self) -> CanvasType:
        """The type of the canvas shown."""
        return self.desk.types.of(self.project, self.canvas)

    @property
    def stands(self) -> bool:
        """A canvas is shown, is still in the project, and its type is known here."""
        if self.canvas not in self.project.canvas:
            return False
        try:
            return bool(self.kind)
        except Refusal:
            return False

    def show(self, canvas: str, view: View | None = None) -> None:
        """Show a canvas (empty: none); the current thing is kept when it is the same canvas."""
        if canvas != self.canvas:
            self.current, self.chosen = None, ()
        self.canvas, self.view = canvas, replace(view or self.view, home=self.desk.table)
        self.arrange()

    def become(self, **view: object) -> None:
        """Another view of the same canvas: simple, other lanes…"""
        self.view = replace(self.view, **view)
        self.arrange()

    def fit(self, width: float) -> None:
        """The canvas has this much room, in scene units."""
        if abs(width - self.width) >= 4:
            self.width = width
            plan = self.plan if self.stands else None
            of_now = plan is not None and (plan.canvas, plan.view) == (self.canvas, self.view)
            same = roomed(plan, self.project, self._room()) if plan is not None and of_now else None
            if same is not None:
                self._take(same)
            else:
                self.arrange()

    def _room(self) -> Room:
        return Room(self.width - 2 * MARGIN, self.scene.ink.look.scale)

    def arrange(self) -> None:
        """Place everything again."""
        if not self.stands:
            self.plan = None
            self.scene.clear_canvas()
            self.planned.emit()
            return
        letters = self.scene.ink.letters
        self._take(planned(self.project, self.kind, self.canvas, self._room(), letters, self.view))

    def refresh(self, touched: Touched) -> None:
        """A gesture was done: only what it touched is placed and drawn again."""
        if self.plan is None or not self.stands or not _concerned(self.project, touched):
            if self.plan is not None and not self.stands:
                self.arrange()
            return
        if self.plan.kind is not self.kind:  # a card took a newer version of its type, or gave it back
            self.arrange()
            return
        self._spare(touched)
        plan = self.plan if self.plan.view == self.view else replace(self.plan, view=self.view)
        self._take(replanned(plan, self.project, touched))

    # -- what is left out -----------------------------------------------------------------------------------
    def sift(self, sieve: Sieve) -> None:
        """Show only the notes this lets through; the others are taken out of the arrangement."""
        self.chosen = ()
        self.become(sieve=sieve, spared=frozenset())

    def _spare(self, touched: Touched) -> None:
        """A note one works on stays in sight until one leaves it, even where the filter leaves it out."""
        sieve, project = self.view.sieve, self.project
        rows = {row.split("/")[0] for table, row in touched if table in ("note", "vote")} if sieve else set()
        mine = [project.note[row] for row in rows if row in project.note]
        out = {n.id for n in mine if n.canvas == self.canvas and not self.view.shows(project, n)}
        if not out or len(mine) > BURST:
            return
        self.view = replace(self.view, spared=self.view.spared | out)
        self.desk.announce(_("Hors du filtre : reste visible tant que vous y êtes."))

    def _let_go(self) -> None:
        """One has gone elsewhere: what was only spared goes out of sight."""
        here = {self.current[1] if self.current else "", *self.chosen}
        if gone := self.view.spared - here:
            self.view = replace(self.view, spared=self.view.spared - gone)
            self.arrange()

    def _take(self, plan: Plan) -> None:
        before, self.plan = self.plan, plan
        self.scene.show_plan(plan)
        current = self._still(before)
        self.chosen = tuple(row for row in self.chosen if row in self.project.note)
        self._mark_chosen()
        self.planned.emit()
        if current != self.current:
            self.current = current
            self._tell()

    def _still(self, before: Plan | None) -> Key | None:
        """What is current after a change: the same thing, where it went, or what stands where it stood."""
        plan, key = self.plan, self.current
        if plan is None or key is None or moves.find(plan, key):
            return key
        if key[1] and (part := plan.home(key[1])):
            return next((box.key for box in part.boxes if box.row == key[1] and box.kind == key[0]), None)
        return _neighbour(before, plan, key) or moves.first(plan)

    # -- what is current ------------------------------------------------------------------------------------
    @property
    def box(self) -> Box | None:
        """The current thing, placed in the canvas."""
        if self.plan is None:
            return None
        plan, key, placed = self._placed
        if plan is not self.plan or key != self.current:  # asked many times for each key that is pressed
            placed = moves.find(self.plan, self.current)
            self._placed = self.plan, self.current, placed
        return placed

    def zone(self, zone: str | None = None) -> Zone | None:
        """The zone of the current thing (or this one): the type's, or one of the lab's own lanes."""
        name = zone if zone is not None else (self.current[2] if self.current else "")
        if not self.stands:
            return None
        if found := self.kind.by_id.get(name):
            return found
        lane = self.project.lane.get(name)
        return lane_zone(self.kind, lane) if lane else None

    def go(self, key: Key | None, *, extend: bool = False) -> None:
        """Make something current. `extend` adds a note to the selection instead of leaving it."""
        if key is None or self.plan is None:
            return
        note = key[1] if key[0] == "note" else ""
        if extend:
            standing = self.chosen or (
                (self.current[1],) if self.current and self.current[0] == "note" else ()
            )
            self.chosen = tuple(dict.fromkeys((*standing, note))) if note else standing
        else:
            self.chosen = ()
        self.current = key
        self._let_go()
        self._mark_chosen()
        self._tell()

    def step_to(self, way: Way, *, extend: bool = False) -> bool:
        """The arrow keys; False at the edge."""
        if self.plan is None:
            return False
        if self.current is None:
            self.go(moves.first(self.plan))
            return True
        key = moves.next_to(self.plan, self.current, way)
        self.go(key, extend=extend)
        return key is not None

    def choose(self, rows: Iterable[str]) -> None:
        """These notes are selected, and the last of them is current."""
        self.chosen = tuple(dict.fromkeys(row for row in rows if row in self.project.note))
        if self.chosen and self.plan is not None:
            self.current = self.key_of("note", self.chosen[-1]) or self.current
        self._let_go()
        self._mark_chosen()
        self._tell()

    def toggle(self, row: str) -> None:
        """A note joins the selection or leaves it (Ctrl + click)."""
        standing = self.chosen or ((self.current[1],) if self.current and self.current[0] == "note" else ())
        self.choose([r for r in standing if r != row] if row in standing else [*standing, row])

    def picked(self) -> tuple[str, ...]:
        """The notes an action is about: those selected, else the current one, in reading order."""
        if self.chosen and self.plan is not None:
            order = [box.row for part in self.plan.parts for box in part.boxes if box.kind == "note"]
            placed = tuple(row for row in order if row in self.chosen)
            # Irritants are listed though their lane is folded: nothing on the map shows them.
            return placed + tuple(row for row in self.chosen if row not in placed)
        return (self.current[1],) if self.current and self.current[0] == "note" else ()

    def key_of(self, kind: str, row: str) -> Key | None:
        """The key of what shows a row."""
        if self.plan is None:
            return None
        part = self.plan.home(row)
        return next((b.key for b in part.boxes if b.row == row and b.kind == kind), None) if part else None

    def said(self, key: Key | None = None) -> str:
        """What a screen reader says of the current thing (or this one)."""
        box = moves.find(self.plan, key or self.current) if self.plan else None
        return spoken(self.plan, box) if self.plan and box else ""

    def label(self, zone: str) -> str:
        """What a lane or a zone is called."""
        return label_of(self.plan, zone) if self.plan else zone

    def _mark_chosen(self) -> None:
        several = set(self.chosen) if len(self.chosen) > 1 else set()
        for row in self._marked | several:
            if (item := self.scene.note(row)) is not None:
                item.choose(row in several)
        self._marked = several

    def _tell(self) -> None:
        self.moved.emit()
        self.tell_selected()

    def tell_selected(self) -> None:
        """The drawer and the menus hear what is current: it may have been another canvas's."""
        box = self.box
        if box is not None:
            self.desk.select(Selection(self.canvas, box.zone, box.step, box.table, box.row))


def _concerned(project: Project, touched: Touched) -> bool:
    """Something of a canvas was touched; the texts and tables of the dossier are not."""
    of_canvas = {
        "canvas",
        "canvas_type",
        "phase",
        "step",
        "lane",
        "note",
        "answer",
        "line",
        "link",
        "vote",
        "photo",
    }
    return any(table in of_canvas for table, _row in touched)


def _neighbour(before: Plan | None, plan: Plan, key: Key) -> Key | None:
    """What stands nearest to a thing that went away: beside it in its cell, else the cell, else its lane."""
    part = moves.part_of(before, key) if before else None
    if part is not None:
        head = key[0] in ("phase", "step", "lane")
        held = [box.key for box in part.boxes if box.kind == key[0] and (head or box.step == key[3])]
        rank = held.index(key) if key in held else 0
        for other in [*held[rank + 1 :], *reversed(held[:rank])]:
            if moves.find(plan, other):
                return other
    for other in (moves.cell_key(key[2], key[3]), moves.zone_key(key[2])):
        if moves.find(plan, other):
            return other
    return None
