"""The names by which a passage is found again in a document that was corrected outside.

They are bookmarks, content controls and sections of Word and LibreOffice: letters, digits and « _ », 40 at
most. A mark says which passage it is and what the passage said when it left.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Literal, cast

from msgspec import Struct

from labdesk.domain.corrections.lines import Line, digest

What = Literal["t", "h", "k"]
"""`t`: the typed text of a section; `h`: the heading of a part; `k`: of one that held a typed text."""
_MARK = re.compile(r"^ld_([thk])_(\w+)_([0-9a-f]{8})(?:_\d+)?$", re.ASCII)
_ODD = re.compile(r"[^A-Za-z0-9]")
_LONGEST = 22


class Mark(Struct, frozen=True):
    """What a name says: the key of the passage, as `key_of` gives it, and what it said."""

    what: What
    key: str
    digest: str


def key_of(name: str) -> str:
    """A section, or the anchor of a part, as a mark can name it."""
    key = _ODD.sub("_", name)
    return key if len(key) <= _LONGEST else "x" + hashlib.sha256(name.encode()).hexdigest()[:18]


def named(what: What, name: str, lines: Iterable[Line]) -> str:
    """The name of the mark of a passage that says these lines."""
    return f"ld_{what}_{key_of(name)}_{digest(lines)}"


def paragraph(name: str, rank: int) -> str:
    """The mark of one paragraph of a passage: LibreOffice loses the end of a bookmark over several."""
    return f"{name}_{rank}"


def read(name: str) -> Mark | None:
    """What a name says; None when it is somebody else’s."""
    found = _MARK.match(name)
    return Mark(cast(What, found[1]), found[2], found[3]) if found else None
