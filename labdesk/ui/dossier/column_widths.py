"""How wide the columns of a table are where there is too little room for all they would like."""

from collections.abc import Sequence


def shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """px of each column: what it wants, less what is missing, down to what its words need.

    What is missing is taken from each in the share of what it can give. Where even the least does not fit,
    that is what they get, and one scrolls as little as can be.
    """
    given = [max(want - need, 0) for want, need in zip(wanted, least, strict=True)]
    missing, spare = sum(wanted) - room, sum(given)
    if missing <= 0:
        return list(wanted)
    if missing >= spare:
        return [want - give for want, give in zip(wanted, given, strict=True)]
    done, widths = 0, []
    for at, want in enumerate(wanted):
        taken = missing * sum(given[: at + 1]) // spare  # so that the parts add up to the pixel
        widths.append(want - (taken - done))
        done = taken
    return widths
