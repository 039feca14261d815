"""Where one is: a list of halts, one inside the other when one went deeper. It lays out nothing."""

from msgspec import Struct, field

from labdesk.domain.lens import Lens
from labdesk.domain.lens_source import stop_lens
from labdesk.domain.model import Project, Types
from labdesk.domain.running_order import stops
from labdesk.domain.walk import Halt, parent, sibling, walk


class Tour(Struct):
    """Halts and the one shown. `order`: they are the sequences of the agenda. `canvas`: the one walked.

    `door`: what was chosen to come in; from there one goes straight out.
    """

    halts: tuple[Halt, ...]
    at: int = 0
    page: int = 0
    order: bool = False
    canvas: str = ""
    door: Lens | None = None

    @property
    def halt(self) -> Halt:
        """The halt shown."""
        return self.halts[self.at] if self.halts else Halt(Lens("welcome"), "")

    def follow(self, halts: tuple[Halt, ...]) -> None:
        """The project changed: the same halt, wherever it stands now."""
        here = self.halt
        if halts == self.halts:
            return
        same = [i for i, h in enumerate(halts) if (h.line, h.lens) == (here.line, here.lens)]
        same = same or [i for i, h in enumerate(halts) if h.line and h.line == here.line]
        self.halts = halts
        self.at = same[0] if same else min(self.at, max(0, len(halts) - 1))


class Tours(Struct):
    """The tours one is in, the innermost last; there is always one."""

    stack: list[Tour] = field(default_factory=lambda: [Tour(())])

    @property
    def tour(self) -> Tour:
        """The innermost."""
        return self.stack[-1]

    @property
    def order(self) -> Tour | None:
        """The running order, when one is in it."""
        return next((tour for tour in self.stack if tour.order), None)

    def begin(self, tour: Tour) -> None:
        """This tour and no other."""
        self.stack = [tour]

    def enter(self, tour: Tour) -> None:
        """A tour inside the halt shown."""
        self.stack.append(tour)

    def leave(self) -> bool:
        """Back to the tour around this one."""
        if len(self.stack) < 2:
            return False
        self.stack.pop()
        return True

    def step(self, by: int, pages: int) -> bool:
        """The next page, else the next halt, else out of an inner tour."""
        tour = self.tour
        if 0 <= tour.page + by < pages:
            tour.page += by
            return True
        if 0 <= tour.at + by < len(tour.halts):
            tour.at += by
            tour.page = 0 if by > 0 else LAST
            return True
        return len(self.stack) > 1 and self.leave() and (by < 0 or self.step(by, 1))

    def skip(self, by: int, pages: int) -> bool:
        """The next page, else the next halt that is no deeper."""
        tour = self.tour
        if 0 <= tour.page + by < pages:
            tour.page += by
            return True
        at = sibling(tour.halts, tour.at, by)
        moved, tour.at = at != tour.at, at
        tour.page = 0 if moved else tour.page
        return moved

    def into(self, project: Project, types: Types) -> bool:
        """Deeper: the phase of the overview, the cell of the phase, the canvas of a sequence."""
        tour = self.tour
        if tour.at + 1 < len(tour.halts) and tour.halts[tour.at + 1].depth > tour.halt.depth:
            tour.at, tour.page = tour.at + 1, 0
            return True
        lens = tour.halt.lens
        inner = walk(project, types, lens.canvas) if lens.canvas else ()
        known = next((i for i, halt in enumerate(inner) if halt.lens == lens), None)
        if not tour.order or not inner:
            return False
        here = Tour(inner, known or 0, canvas=lens.canvas)
        if known is not None and known + 1 < len(inner) and inner[known + 1].depth > inner[known].depth:
            here.at = known + 1
        here.door = here.halt.lens
        self.enter(here)
        return True

    def out(self) -> bool:
        """From the cell to the phase, from the phase to the overview, back into the running order."""
        tour = self.tour
        at = parent(tour.halts, tour.at) if tour.halts else 0
        if at != tour.at:
            tour.at, tour.page = at, 0
            return True
        return self.leave()

    def back(self) -> bool:
        """Where one comes from: out a step, or out of the tour from where one came in."""
        return self.leave() if self.tour.halt.lens == self.tour.door else self.out()

    def follow(self, project: Project, types: Types) -> None:
        """The project changed: every tour is read again, one stays where one is."""
        for tour in self.stack:
            if tour.order:
                tour.follow(order_halts(project, types))
            elif tour.canvas:
                tour.follow(walk(project, types, tour.canvas) or tour.halts)


LAST = 1_000_000
"""The last page of a lens, before it is known how many there are."""


def order_halts(project: Project, types: Types) -> tuple[Halt, ...]:
    """The running order as halts."""
    return tuple(Halt(stop_lens(stop), stop.name, 0, stop.line) for stop in stops(project, types))
