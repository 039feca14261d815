"""What people call the laptops that wrote: the table a copy was made for, or a name given here.

A project never says whose laptop is whose; this laptop keeps the names it was told, beside its own choices.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from labdesk import places
from labdesk.domain.entities import SHORT
from labdesk.words import _

FILE = "postes.json"
KEPT = 200
"""Names kept, the last ones told."""


def names() -> dict[str, str]:
    """Laptop → its name, as far as this one was told."""
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(one): name for one, name in found.items() if isinstance(name, str) and name}


def keep(told: Mapping[str, str]) -> None:
    """Names are known from now on; an empty one is forgotten. What cannot be written is asked again."""
    held = names()
    for one, name in told.items():
        held.pop(one, None)
        if short := " ".join(name.split())[:SHORT]:
            held[one] = short
    try:
        path = _path()
    except OSError:
        return
    beside = path.with_suffix(".new")
    try:
        beside.write_text(json.dumps(dict(list(held.items())[-KEPT:]), ensure_ascii=False, indent=1), "utf-8")
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)


def learn(files: Iterable[Path]) -> None:
    """Copies of tables say which laptop opened them first. Reads slow media: call it beside the window."""
    from labdesk.store.seats import seat_of  # SQLite is not asked for by a name

    told = {}
    for path in files:
        seat = seat_of(path)
        if seat is not None and seat.by and seat.name:
            told[seat.by] = seat.name
    if told:
        keep(told)


def unknown(author: str) -> str:
    """What a laptop is called as long as nobody named it."""
    return _("poste {name}").format(name=author[:4])


def _path() -> Path:
    return places.data() / FILE
