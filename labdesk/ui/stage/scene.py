"""What is on the stage: which lens on which page, what lies over it, whence it came. It knows no window."""

from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from labdesk.domain.commands.notes import add_note
from labdesk.domain.lens import Lens, readable_to
from labdesk.domain.lens_page import Page
from labdesk.domain.running_order import late, stops, told_late
from labdesk.domain.sieve_words import told
from labdesk.domain.walk import Halt, cell_of, named, walk
from labdesk.ui.desk import Desk
from labdesk.ui.settings import Settings
from labdesk.ui.stage.clock import USUAL, Clock
from labdesk.ui.stage.cover import Cover
from labdesk.ui.stage.leaves import Leaves
from labdesk.ui.stage.memory import Left, Memory
from labdesk.ui.stage.showing import Showing
from labdesk.ui.stage.tour import Tour, Tours, order_halts
from labdesk.ui.stage.type import StageType
from labdesk.ui.style import Look
from labdesk.words import _

Mark = tuple[list[Tour], Cover]


class Scene(QObject):
    """Read by the projector and the presenter; the stage, which is one, gives it commands."""

    repainted = Signal()
    """The picture changed."""
    moved = Signal()
    """Another lens, page, or state: what the presenter reads changed too."""
    told = Signal(str)
    """A sentence for who presents."""
    asked = Signal(str)
    """A command that needs a window: lens, type, swap, windowed, keys, leave."""

    def __init__(self, desk: Desk, settings: Settings, memory: Memory, clock: Clock, look: Look) -> None:
        super().__init__()
        self.desk, self.settings, self.memory, self.clock, self.look = desk, settings, memory, clock, look
        self.type = StageType()
        self.tours = Tours()
        self.leaves = Leaves(desk, memory, self.type)
        self.cover = Cover()
        self.began = datetime.now()
        self.beside: tuple[str, ...] = ()
        """Canvases that were chosen to stand side by side; empty: the first ones there are."""
        self._length = 0
        self.veiled = False  # a file that is only read cannot keep that its dots are hidden
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._follow)
        desk.changed.connect(self._touched)
        desk.sieved.connect(self.tell)
        clock.ticked.connect(self.repainted)

    def end(self) -> None:
        """Nothing is projected any more: no edit is followed until the loop gets round to deleting this."""
        self._late.stop()
        self.desk.changed.disconnect(self._touched)
        self.desk.sieved.disconnect(self.tell)
        self.clock.ticked.disconnect(self.repainted)

    # -- what is shown --------------------------------------------------------------------------------------
    @property
    def left(self) -> Left:
        """What this laptop remembers of the project."""
        return self.memory.of(self.desk.path)

    @property
    def halt(self) -> Halt:
        """The lens of now and its name."""
        return self.tours.tour.halt

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the lens of now."""
        return self.leaves.now(self.halt.lens, self.line, not self.veiled, self.votes)

    @property
    def page(self) -> Page:
        """The page of now."""
        return self.pages[self.at_page]

    def pages_of(self, lens: Lens) -> tuple[Page, ...]:
        """The pages of any lens."""
        return self.leaves.of(lens, self.line, not self.veiled)

    @property
    def votes(self) -> bool:
        """The dots of the lens of now are shown: nobody hid them, on the canvas or here."""
        project = self.desk.project
        return not self.veiled and not any(project.votes_veiled(c) for c in self.canvases())

    def canvases(self) -> tuple[str, ...]:
        """Those whose notes are shown; of compared tables, their own canvases too."""
        lens, project = self.halt.lens, self.desk.project
        row = project.canvas.get(lens.canvas)
        like = project.canvases(row.type) if row and lens.tables else ()
        own = [one.id for one in like if one.author_table in lens.tables and one.id != lens.canvas]
        return tuple(c for c in (lens.canvas, *lens.others, *own) if c in project.canvas)

    @property
    def at_page(self) -> int:
        """Which page, from 0."""
        tour = self.tours.tour
        tour.page = max(0, min(tour.page, len(self.pages) - 1))
        return tour.page

    @property
    def line(self) -> str:
        """The sequence of the running order one is in; empty outside of it."""
        order = self.tours.order
        return order.halt.line if order else ""

    @property
    def showing(self) -> Showing:
        """The picture of now, whatever the room sees."""
        at, pages = self.at_page, self.pages
        return Showing(
            pages[at],
            "" if self.halt.lens.kind in ("welcome", "photo") else self.title,
            f"{at + 1}\u00a0/\u00a0{len(pages)}" if len(pages) > 1 else "",
            self.cover.spotlight,
            self.cover.reveal,
            self.cover.black,
            self.cover.pointer if self.cover.pointing else None,
            self.clock.told,
            self.clock.tone,
        )

    @property
    def title(self) -> str:
        """What the lens is called in the room."""
        lens, project = self.halt.lens, self.desk.project
        name = self.halt.name or named(project, self.desk.types, lens)
        sieve = self.desk.sieves.get(lens.canvas)
        if sieve is None or lens.canvas not in project.canvas:
            return name
        kind = self.desk.types.of(project, lens.canvas)
        said = told(project, kind, lens.canvas, sieve)
        return _("{name} · filtré : {what}").format(name=name, what=said)

    @property
    def readable(self) -> float | None:
        """Metres from which the smallest text is read; None until the width of the image is known."""
        image = self.settings.image_width
        return readable_to(self.page.size, self.leaves.wide, image) if image else None

    @property
    def lateness(self) -> str:
        """« + 6 min », inside the running order."""
        now = datetime.now()
        order = stops(self.desk.project, self.desk.types)
        return told_late(late(order, self.left.hours(now), self.line, now)) if self.line else ""

    @property
    def following(self) -> Lens | None:
        """What « Suite » would show, for the presenter; None at the end."""
        tour = self.tours.tour
        return tour.halts[tour.at + 1].lens if tour.at + 1 < len(tour.halts) else None

    @property
    def named_next(self) -> str:
        """Its name; empty where it has none of its own."""
        tour = self.tours.tour
        if tour.at + 1 >= len(tour.halts):
            return ""
        halt = tour.halts[tour.at + 1]
        return halt.name or named(self.desk.project, self.desk.types, halt.lens)

    # -- where to begin -------------------------------------------------------------------------------------
    def walk_through(self, canvas: str) -> None:
        """The walk through a canvas from its overview."""
        halts = walk(self.desk.project, self.desk.types, canvas) if canvas else ()
        self._go(Tour(halts or (Halt(Lens("welcome"), _("Accueil")),), canvas=canvas))

    def show_lens(self, lens: Lens) -> None:
        """One lens: inside the running order as a side step, else inside the walk of its canvas."""
        if lens.kind == "beside":
            self.beside = lens.others  # S goes back to them
        halts = walk(self.desk.project, self.desk.types, lens.canvas) if lens.canvas else ()
        at = next((i for i, halt in enumerate(halts) if halt.lens == lens), None)
        name = named(self.desk.project, self.desk.types, lens)
        tour = Tour((Halt(lens, name),)) if at is None else Tour(halts, at, canvas=lens.canvas, door=lens)
        if self.tours.order is not None:
            self.tours.stack = self.tours.stack[: self.tours.stack.index(self.tours.order) + 1]
            self.tours.enter(tour)
            self.arrived()
        else:
            self._go(tour)

    def follow_order(self, line: str = "") -> bool:
        """The running order, at a sequence or where it was left. False when there is none."""
        halts = order_halts(self.desk.project, self.desk.types)
        if not halts:
            self.say(_("Le déroulé est vide : préparez-le dans la fiche atelier ou ici."))
            return False
        wanted = line or self.left.line
        at = next((i for i, halt in enumerate(halts) if halt.line == wanted), 0)
        page = self.left.page if not line else 0
        self._go(Tour(halts, at, page, order=True))
        return True

    def _go(self, tour: Tour) -> None:
        self.tours.begin(tour)
        self.arrived()

    def arrived(self) -> None:
        """Another halt: what lay over the former one is taken off; a sequence offers its minutes."""
        self.cover.arrive()
        order = self.tours.order
        if order is not None and order.halt.line and len(self.tours.stack) == 1:
            new = self.left.line != order.halt.line
            self._length = 0 if new else self._length
            self.left.enter(order.halt.line, datetime.now())
            self.left.page = order.page if order.page < len(self.pages) else 0
            known = {stop.line: stop for stop in stops(self.desk.project, self.desk.types)}
            stop = known.get(order.halt.line)
            if stop and stop.minutes and new:
                self.clock.offer(stop.minutes)
            self.memory.save()
        self.tell()

    def mark(self) -> Mark:
        """Where one is and what lies over the picture, to come back to."""
        return [replace(tour) for tour in self.tours.stack], replace(self.cover)

    def come_back_to(self, mark: Mark) -> None:
        """As it was then; frozen stays what it is now."""
        self.tours.stack = mark[0]
        self.arrived()
        self.cover = replace(mark[1], frozen_at=self.cover.frozen_at)
        self.tell()

    def tell(self) -> None:
        """The picture changed, and what the presenter reads."""
        self.repainted.emit()
        self.moved.emit()

    def say(self, sentence: str) -> None:
        """For who presents, never for the room; said once, where one looks."""
        self.told.emit(sentence)

    def _touched(self, _rows: object) -> None:
        self._late.start()

    def _follow(self) -> None:
        """The project changed: the same halt with its new words."""
        before = self.line
        self.tours.follow(self.desk.project, self.desk.types)
        if self.line == before:
            self.tell()
        else:  # the sequence one was in is gone: the one after it begins
            self.arrived()

    def fit(self, wide: float) -> None:
        """The projector has other proportions."""
        if abs(wide - self.leaves.wide) > 0.5:
            self.leaves.wide = wide
            self.tell()

    @property
    def revealing(self) -> str:
        """« 2 / 5 » while something is kept back."""
        return self.cover.told(self.page)

    def point_at(self, x: float, y: float) -> None:
        """The mouse, in units of the picture."""
        self.cover.pointer = (x, y)
        if self.cover.pointing:
            self.repainted.emit()

    def light(self, x: float, y: float) -> None:
        """The cell under a click is lit."""
        self.cover.light_at(self.page.cells, x, y)
        self.tell()

    @property
    def minutes(self) -> int:
        """What a timer begins with: what was said, else the length of the sequence."""
        if self._length:
            return self._length
        order = stops(self.desk.project, self.desk.types)
        return next((stop.minutes for stop in order if stop.line == self.line and stop.minutes), USUAL)

    def last(self, minutes: int) -> None:
        """The next countdown of this halt is so long; one that waits to be started takes it at once."""
        self._length = minutes
        if self.clock.countdown.stands and not self.clock.countdown.begun:
            self.clock.offer(minutes)

    # -- typing ---------------------------------------------------------------------------------------------
    @property
    def cell(self) -> tuple[str, str, str | None] | None:
        """(canvas, zone, step) that a typed note goes to; None when the lens is no cell and no box."""
        return cell_of(self.desk.project, self.desk.types, self.halt.lens)

    def write(self, text: str) -> bool:
        """A note in the cell shown. False when there is none."""
        cell = self.cell
        if cell is None or not text.strip():
            return False
        canvas, zone, step = cell
        _note, gesture = add_note(self.desk.project, canvas, zone, text.strip(), step=step)
        self.desk.do(gesture)
        return True
