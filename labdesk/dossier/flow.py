"""Pieces placed on pages, from top to bottom: all of them before the first is painted."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from labdesk.dossier.pieces import Piece

_NEGLIGIBLE = 0.01


class Frame(Struct, frozen=True):
    """A page and the part of it that holds text, y down. A bare page has no head and no foot.

    Lengths are points before they are enlarged by `scale`: a poster is a page seen through a glass.
    """

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    bare: bool = False
    scale: float = 1.0

    @property
    def across(self) -> float:
        """The width of the text."""
        return self.right - self.left

    @property
    def down(self) -> float:
        """The height of the text."""
        return self.bottom - self.top


class Page(Struct):
    """A page and what stands on it: each piece with its y."""

    frame: Frame
    placed: list[tuple[Piece, float]] = field(default_factory=list)


def place(stretches: Iterable[tuple[Frame, Sequence[Piece]]]) -> list[Page]:
    """The pages of some stretches of pieces; each stretch starts on a new page of its frame."""
    pages: list[Page] = []
    for frame, pieces in stretches:
        if pieces:
            pages += _Flow(frame).run(pieces)
    return pages


class _Flow:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._pages = [Page(frame)]
        self._y = frame.top
        self._after = 0.0

    def run(self, pieces: Sequence[Piece]) -> list[Page]:
        for at, piece in enumerate(pieces):
            held = at > 0 and pieces[at - 1].keep
            if not held and not self._empty and self._needs(pieces, at) > self._room(piece):
                self._turn()
            self._place(piece)
        return self._pages

    @property
    def _empty(self) -> bool:
        return not self._pages[-1].placed

    def _gap(self, piece: Piece) -> float:
        return 0.0 if self._empty else max(self._after, piece.before)

    def _room(self, piece: Piece) -> float:
        return self._frame.bottom - self._y - self._gap(piece) + _NEGLIGIBLE

    def _needs(self, pieces: Sequence[Piece], at: int) -> float:
        """The height this piece and those it is held with need at least, if a page can hold them."""
        total = 0.0
        for place, piece in enumerate(pieces[at:], at):
            above = max(pieces[place - 1].after, piece.before) if place > at else 0.0
            if not piece.keep:
                needed = total + above + piece.least
                return needed if needed <= self._frame.down else total + above + min(piece.height, 60)
            total += above + piece.height
        return total

    def _place(self, piece: Piece) -> None:
        rest: Piece | None = piece
        while rest is not None:
            piece, rest = rest, None
            if piece.height > self._room(piece):
                halves = piece.cut(self._room(piece))
                if halves:
                    piece, rest = halves
                elif not self._empty:
                    self._turn()
                    rest = piece
                    continue
            self._y += self._gap(piece)
            self._pages[-1].placed.append((piece, self._y))
            self._y += piece.height
            self._after = piece.after
            if rest is not None:
                self._turn()

    def _turn(self) -> None:
        self._pages.append(Page(self._frame))
        self._y, self._after = self._frame.top, 0.0
