"""What names a gesture and a change: the canonical form, its hash, a moment as text: frozen with format 1."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from itertools import count

from labdesk.digest import sha256
from labdesk.domain.entities import Value

DIGITS = 32
"""An id is the first 32 hexadecimal digits of a SHA-256: any tool can compute it again in ten years."""

HEX = re.compile(r"[0-9a-f]{32}")
SHA = re.compile(r"[0-9a-f]{64}")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
LAST_STAMP = "9000"
"""A clock beyond this year is a forgery: nothing could be written after it."""
_fixed: ContextVar[tuple[Iterator[str], str] | None] = ContextVar("fixed", default=None)
"""The salts and the stamp of `repeatable`."""


def canonical(value: object) -> bytes:
    """JSON without spaces, in UTF-8, text as it is: the bytes that are hashed."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def digest(content: bytes) -> str:
    """The hash every id is made of."""
    return sha256(content).hexdigest()[:DIGITS]


def value_hash(salt: str, value: Value) -> str:
    """H(salt ‖ canonical value): once value and salt are erased, nobody can guess a short value back."""
    return digest(salt.encode() + canonical(value))


def change_id(gesture: str, table: str, row: str, field: str, hashed: str, seen: tuple[str, ...]) -> str:
    """H(gesture, table, row, field, value hash, sorted ids it replaces)."""
    return digest(canonical([gesture, table, row, field, hashed, sorted(seen)]))


def gesture_id(author: str, at: str, label: str, undoes: str | None) -> str:
    """H(author, at, label, undoes)."""
    return digest(canonical([author, at, label, undoes]))


def picture_sha(screen: bytes, print_: bytes, thumbnail: bytes) -> str:
    """SHA-256 of the stored bytes: the three renditions, one after the other."""
    return sha256(screen + print_ + thumbnail).hexdigest()


@contextmanager
def repeatable(seed: bytes, moment: datetime) -> Iterator[None]:
    """Inside, nothing is drawn by chance and the clock stands at `moment`: the same gestures give the same
    bytes. For a copy that is part of a document, never for a project somebody goes on with."""
    salts = (digest(seed + str(rank).encode()) for rank in count())
    token = _fixed.set((salts, stamp(moment)))
    try:
        yield
    finally:
        _fixed.reset(token)


def new_salt() -> str:
    """128 random bits."""
    fixed = _fixed.get()
    return os.urandom(16).hex() if fixed is None else next(fixed[0])


def stamp(moment: datetime) -> str:
    """A moment as text that sorts: UTC to the microsecond."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment_of(at: str) -> datetime:
    """The moment a stamp tells; ValueError when it tells none."""
    return datetime.fromisoformat(at)


def now_after(at: str) -> str:
    """Now, or a microsecond after `at` when the clock is behind what was already seen."""
    fixed = _fixed.get()
    now = stamp(datetime.now(UTC)) if fixed is None else fixed[1]
    if now > at:
        return now
    later = stamp(moment_of(at) + timedelta(microseconds=1))
    # After the last moment there is, written by a forger, no gesture would be sound: the clock counts again.
    return later if later < LAST_STAMP else now
