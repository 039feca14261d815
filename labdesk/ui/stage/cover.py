"""What lies over the picture: black, frozen, a lit cell, what waits, the pointer. It paints nothing."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from labdesk.domain.box import Rect
from labdesk.domain.lens_page import Page
from labdesk.ui.stage.showing import Revealed
from labdesk.ui.stage.spots import nearest, next_cell


class Cover(Struct):
    """`spotlight`: rank of the lit cell. `reveal`: by what, how many. `pointer`: in units of the picture."""

    black: bool = False
    frozen_at: datetime | None = None
    spotlight: int | None = None
    reveal: tuple[Revealed, int] | None = None
    pointing: bool = False
    pointer: tuple[float, float] | None = None

    @property
    def frozen(self) -> bool:
        """The room keeps an old picture."""
        return self.frozen_at is not None

    def take_off(self) -> bool:
        """What hides something is gone; False when nothing did."""
        hid = self.black or self.spotlight is not None or self.reveal is not None
        self.black, self.spotlight, self.reveal = False, None, None
        return hid

    def arrive(self) -> None:
        """Another picture: what belonged to the former one is taken off."""
        self.spotlight = self.reveal = self.pointer = None

    def freeze_or_thaw(self) -> None:
        """From now on the room sees what it sees, or again what there is."""
        self.frozen_at = None if self.frozen else datetime.now()

    # -- one cell is lit ------------------------------------------------------------------------------------
    def light_or_not(self, cells: Sequence[Rect]) -> None:
        """The cell under the pointer, else the first one."""
        if self.spotlight is not None or not cells:
            self.spotlight = None
        else:
            self.spotlight = nearest(cells, self.pointer) if self.pointer else 0

    def light_at(self, cells: Sequence[Rect], x: float, y: float) -> None:
        """The cell at a point of the picture."""
        if cells:
            self.spotlight = nearest(cells, (x, y))

    def light_beside(self, cells: Sequence[Rect], right: int, down: int) -> None:
        """The next cell in a direction."""
        if self.spotlight is not None and self.spotlight < len(cells):
            self.spotlight = next_cell(cells, self.spotlight, right, down)

    def light_next(self, cells: Sequence[Rect], by: int) -> bool:
        """The next cell in reading order; False past the last one, or when none is lit."""
        if self.spotlight is None or not 0 <= self.spotlight + by < len(cells):
            return False
        self.spotlight += by
        return True

    # -- shown bit by bit -----------------------------------------------------------------------------------
    def reveal_or_not(self, by: Revealed, page: Page) -> None:
        """Begin with the first lane or note, or show everything; one lane alone is shown note by note."""
        if self.reveal is not None:
            self.reveal = None
        else:
            self.reveal = ("note" if by == "lane" and page.turns[0] < 2 else by, 1)

    def reveal_more(self, by: int, page: Page) -> bool:
        """One more, or one less; False when it is over."""
        if self.reveal is None:
            return False
        kind, count = self.reveal
        if not 0 < count + by <= _most(kind, page):
            self.reveal = None
            return False
        self.reveal = (kind, count + by)
        return True

    def told(self, page: Page) -> str:
        """« 2 / 5 » while something is kept back."""
        return f"{self.reveal[1]} / {_most(self.reveal[0], page)}" if self.reveal else ""


def _most(kind: Revealed, page: Page) -> int:
    return page.turns[0] if kind == "lane" else page.turns[1]
