"""Where waiting notes go, as one types it: « C7 », « C7-9 », « C7 E2 », « cè » on a French keyboard."""

import re

Spot = tuple[str, int]
"""The letter of a lane, in capitals, and the number of a step, from 1."""
_ROW = str.maketrans("&é\"'(-è_çà", "1234567890")
"""The digits' row of a French keyboard without Maj."""
_TOKEN = re.compile(r"([a-z])[-.]?(\d{1,3})(?:(?:-|–|:|\.\.|/)([a-z])?(\d{1,3}))?", re.IGNORECASE)
_BARE = re.compile(r"([a-z])([&é\"'(\-è_çà]{1,3})", re.IGNORECASE)
MOST = 200


def spots_of(text: str) -> tuple[Spot, ...]:
    """The cells that are named, in order, one for each note; empty when one of them makes no sense."""
    joined = re.sub(r"(?<![^\W\d_])([a-zA-Z])\s*[-.]?\s+(?=\d)", r"\1", text.strip())
    spots: list[Spot] = []
    for token in re.split(r"[\s,;+]+", joined):
        found = _spots(token) if token else ()
        if (token and not found) or len(spots) > MOST:
            return ()
        spots += found
    return tuple(spots)


def _spots(token: str) -> tuple[Spot, ...]:
    if bare := _BARE.fullmatch(token):
        return ((bare[1].upper(), int(bare[2].lower().translate(_ROW))),)
    found = _TOKEN.fullmatch(token)
    if found is None:
        return ()
    letter, first = found[1].upper(), int(found[2])
    if found[4] is None:
        return ((letter, first),)
    last = int(found[4])
    if (found[3] or letter).upper() != letter or last < first:
        return ()
    return tuple((letter, number) for number in range(first, last + 1))
