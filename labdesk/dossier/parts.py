"""How the steps of a journey are parted so that each part fits a width. It measures and draws nothing."""

from collections.abc import Iterator, Sequence

from msgspec import Struct


class Slice(Struct, frozen=True):
    """Some steps of one phase, side by side: the place of the phase (from 0), and of its first step here."""

    phase: int
    first: int
    steps: int
    begun: bool = False  # the phase began in the part before


class Part(Struct, frozen=True):
    """Steps of a journey side by side, by phase."""

    slices: tuple[Slice, ...]

    @property
    def steps(self) -> range:
        """The places of its steps."""
        last = self.slices[-1]
        return range(self.slices[0].first, last.first + last.steps)


def parts(counts: Sequence[int], most: int) -> tuple[Part, ...]:
    """Phases of so many steps, packed whole into parts of `most` steps at most; long ones are cut evenly."""
    found: list[list[Slice]] = []
    room = 0
    for piece in _slices(counts, most):
        if piece.steps > room or piece.begun:
            found.append([])
            room = most
        found[-1].append(piece)
        room -= piece.steps
    return tuple(Part(tuple(slices)) for slices in found)


def _slices(counts: Sequence[int], most: int) -> Iterator[Slice]:
    first = 0
    for phase, count in enumerate(counts):
        pieces = -(-count // most)
        start = 0
        for place in range(pieces):
            end = count * (place + 1) // pieces
            yield Slice(phase, first + start, end - start, begun=place > 0)
            start = end
        first += count
