"""The stage: every command of the projection that needs no window of its own, on the scene that is shown."""

from collections.abc import Callable

from labdesk.domain.commands.notes import veil_votes
from labdesk.domain.gesture import together
from labdesk.domain.walk import Halt, beside_of
from labdesk.ui.desk import Desk
from labdesk.ui.settings import Settings
from labdesk.ui.stage.clock import Clock
from labdesk.ui.stage.commands import Name
from labdesk.ui.stage.memory import Memory
from labdesk.ui.stage.scene import Scene
from labdesk.ui.stage.tour import Tour
from labdesk.ui.style import Look, ThemeName
from labdesk.words import _

THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")


class Stage(Scene):
    """One while something is projected. Projector and presenter read `showing`, and send it commands."""

    def __init__(self, desk: Desk, settings: Settings, memory: Memory, clock: Clock, look: Look) -> None:
        super().__init__(desk, settings, memory, clock, look)
        self._deeds = self._all_deeds()

    def run(self, name: Name) -> None:
        """Do what a key, a button or the clicker asks."""
        deed = self._deeds.get(name)
        if deed is None:
            self.asked.emit(name)
        else:
            deed()

    def _all_deeds(self) -> dict[str, Callable[[], object]]:
        return {
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "right": lambda: self._across(1, 0),
            "left": lambda: self._across(-1, 0),
            "into": lambda: self._across(0, 1),
            "out": lambda: self._across(0, -1),
            "first": lambda: self._jump(0),
            "last": lambda: self._jump(-1),
            "black": self._black,
            "freeze": lambda: self._covered(self.cover.freeze_or_thaw),
            "spotlight": lambda: self._covered(lambda: self.cover.light_or_not(self.page.cells)),
            "reveal_lanes": lambda: self._covered(lambda: self.cover.reveal_or_not("lane", self.page)),
            "reveal_notes": lambda: self._covered(lambda: self.cover.reveal_or_not("note", self.page)),
            "votes": self._votes,
            "pointer": self._point,
            "timer": lambda: self.clock.start_or_more(self.minutes),
            "pause": self.clock.pause_or_go,
            "stop_timer": self.clock.stop,
            "beside": self._beside,
            "order": self._order,
            "theme": self._theme,
            "back": self._back,
        }

    def _step(self, by: int) -> None:
        cover = self.cover
        if cover.black:  # the room sees again what it saw
            self._black()
        elif cover.reveal_more(by, self.page) or cover.light_next(self.page.cells, by):
            self.tell()
        elif self.tours.step(by, len(self.pages)):
            self.arrived()
        else:
            self.say(_("C’est la fin.") if by > 0 else _("C’est le début."))

    def _across(self, by: int, down: int) -> None:
        if self.cover.spotlight is not None:
            self._covered(lambda: self.cover.light_beside(self.page.cells, by, down))
            return
        tours = self.tours
        project, types = self.desk.project, self.desk.types
        if by:
            went = tours.skip(by, len(self.pages))
        else:
            went = tours.into(project, types) if down > 0 else tours.out()
        if went:
            self.arrived()

    def _jump(self, at: int) -> None:
        tour = self.tours.tour
        tour.at, tour.page = (at if at >= 0 else len(tour.halts) - 1), 0
        self.arrived()

    def _black(self) -> None:
        self.cover.black = not self.cover.black
        self.tell()

    def _votes(self) -> None:
        """The dots of these canvases are hidden everywhere, or revealed everywhere: one truth, one undo."""
        shown, project, canvases = self.votes, self.desk.project, self.canvases()
        if self.veiled or self.desk.read_only or not canvases:
            self.veiled = shown
            self.tell()
            return
        made = [veil_votes(project, canvas, shown) for canvas in canvases]
        self.desk.do(together(made[0].label or _("Révéler les voix"), made))
        self.tell()

    def _point(self) -> None:
        self.cover.pointing = not self.cover.pointing
        self.tell()

    def _beside(self) -> None:
        """The same cells in the other canvases of the type; once more: back to this one alone."""
        lens = self.halt.lens
        if lens.kind in ("beside", "tables"):
            if self.tours.leave():
                self.arrived()
            return
        if lens.kind not in ("grid", "box"):
            self.say(_("Entrez d’abord dans une case, une phase ou une boîte : ↓"))
            return
        beside = beside_of(self.desk.project, self.desk.types, lens, self.beside)
        if beside is None:
            self.say(_("Il n’y a pas d’autre fiche de ce type à mettre à côté."))
            return
        self.tours.enter(Tour((Halt(beside, self.title),)))
        self.arrived()

    def _order(self) -> None:
        order = self.tours.order
        if order is None:
            self.follow_order()
        elif len(self.tours.stack) > 1:
            self.tours.stack = [order]
            self.arrived()
        else:
            self.walk_through(order.halt.lens.canvas)

    def _theme(self) -> None:
        self.look.become(theme=THEMES[(THEMES.index(self.look.theme) + 1) % len(THEMES)])
        self.settings.projection_theme = self.look.theme
        self.settings.save()
        self.tell()

    def _back(self) -> None:
        """Échap: take off what lies on top, then go out a step at a time, then leave."""
        if self.cover.take_off():
            self.tell()
        elif self.tours.back():
            self.arrived()
        else:
            self.asked.emit("leave")

    def _covered(self, deed: Callable[[], object]) -> None:
        deed()
        self.tell()
