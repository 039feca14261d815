"""Rows under a head that is repeated on each page: read once, an artifact afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from labdesk.dossier.pieces import Piece, Stack
from labdesk.dossier.sheet import Sheet

_SMALL = 190.0  # a table lower than this is not cut if a page can hold it
_TALL = 200.0  # a row higher than this may be cut even if a fresh page could hold it


@dataclass(slots=True, eq=False)
class Quiet(Piece):
    """A piece that was read before: painted, never tagged again."""

    inner: Piece

    def __post_init__(self) -> None:
        self.height = self.inner.height

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        halves = self.inner.cut(room)
        return (Quiet(halves[0]), Quiet(halves[1])) if halves else None

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifact():
            self.inner.paint(sheet, x, y)


def grid(
    head: Sequence[Piece],
    rows: Sequence[Piece],
    down: float,
    white: tuple[float, float] = (3, 9),
    foot: Piece | None = None,
) -> "Grid":
    """Rows under a head; one that takes a third of a page is not repeated, its rows are like the others."""
    before, after = white
    if sum(part.height for part in head) > down / 3:
        return Grid(None, (*head, *rows), foot, before=before, after=after)
    repeated = Stack(tuple(head), solid=True) if head else None
    return Grid(repeated, tuple(rows), foot, before=before, after=after)


@dataclass(slots=True, eq=False)
class Grid(Piece):
    """A head, then rows, then a foot. Neither the last row nor the foot goes on to a page alone."""

    head: Piece | None
    rows: tuple[Piece, ...]
    foot: Piece | None = None
    before: float = field(default=3, kw_only=True)
    after: float = field(default=9, kw_only=True)

    def __post_init__(self) -> None:
        self.height = self._top + sum(row.height for row in self.rows) + self._low

    @property
    def _top(self) -> float:
        return self.head.height if self.head else 0.0

    @property
    def _low(self) -> float:
        return self.foot.height + self.foot.before if self.foot else 0.0

    @property
    def least(self) -> float:
        if self.height < _SMALL:
            return self.height
        return self._top + sum(row.height for row in self.rows[:2]) + (self._low if len(self.rows) < 3 else 0)

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        used = self._top
        for place, row in enumerate(self.rows):
            last = place + 1 == len(self.rows)
            if used + row.height + (self._low if last else 0) > room + 0.01:
                return self._parted(place, room - used)
            used += row.height
        return None

    def _parted(self, place: int, room: float) -> tuple[Piece, Piece] | None:
        row, first, rest = self.rows[place], self.rows[:place], self.rows[place:]
        if (not place or row.height > _TALL) and (halves := row.cut(room)):
            first, rest = (*first, halves[0]), (halves[1], *self.rows[place + 1 :])
        elif place > 1 and len(rest) == 1:
            first, rest = self.rows[: place - 1], self.rows[place - 1 :]
        if not first:
            return None
        again = self.head if self.head is None or isinstance(self.head, Quiet) else Quiet(self.head)
        head = Grid(self.head, first, None, before=self.before, after=0, anchor=self.anchor)
        return head, Grid(again, rest, self.foot, before=0, after=self.after)

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        for piece in ([self.head] if self.head else []) + list(self.rows):
            piece.paint(sheet, x, y)
            y += piece.height
        if self.foot:
            self.foot.paint(sheet, x, y + self.foot.before)
