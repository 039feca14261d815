"""Records read straight from the pages of a damaged SQLite file; each is proved later by its hash.

Source of the layout: the file format page of the SQLite documentation (b-tree pages, record format).
"""

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

Record: TypeAlias = tuple[object, ...]

LEAF = 0x0D
"""First byte of a leaf page of a table with rowid: all that holds the history is such."""

LONGEST = 64_000_000
WIDEST = 64

CHAINS = 8
"""How often one overflow page is followed: a few old records may lead to it, a loop would for hours."""


def records(data: bytes) -> Iterator[Record]:
    """Every record of every table page that can still be read, in the order of the file."""
    for size in _page_sizes(data):
        followed: Counter[int] = Counter()
        for start in range(0, len(data), size):
            page = data[start : start + size]
            yield from _page(data, page, 100 if start == 0 else 0, size, followed)


def _page_sizes(data: bytes) -> set[int]:
    """The size that the header tells, and the one LabDesk writes: the header may be what is damaged."""
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    return {4096, size} if 512 <= size <= 65536 and size & (size - 1) == 0 else {4096}


def _page(data: bytes, page: bytes, head: int, size: int, followed: Counter[int]) -> Iterator[Record]:
    if len(page) < head + 8 or page[head] != LEAF:
        return
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    for index in range(min(count, size // 4)):
        at = head + 8 + 2 * index
        cell = int.from_bytes(page[at : at + 2], "big")
        try:
            yield _decode(_payload(data, page, cell, size, followed))
        except (IndexError, ValueError, UnicodeDecodeError):
            continue  # a damaged cell: the next one may be whole


def _payload(data: bytes, page: bytes, cell: int, size: int, followed: Counter[int]) -> bytes:
    """The bytes of a record, gathered along its overflow pages."""
    length, at = _varint(page, cell)
    _rowid, at = _varint(page, at)
    if length > min(LONGEST, len(data)):
        raise ValueError("too long")
    local = _local(length, size)
    if local == length:
        return _whole(page[at : at + length], length)
    found = bytearray(_whole(page[at : at + local], local))
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while len(found) < length:
        start = (following - 1) * size
        if start < 0 or start + size > len(data):
            raise ValueError("the chain leaves the file")
        followed[following] += 1
        if followed[following] > CHAINS:
            raise ValueError("the chain turns round")
        following = int.from_bytes(data[start : start + 4], "big")
        found += data[start + 4 : start + 4 + min(size - 4, length - len(found))]
    return bytes(found)


def _whole(part: bytes, length: int) -> bytes:
    if len(part) != length:
        raise ValueError("cut")
    return part


def _local(length: int, size: int) -> int:
    """How many bytes of a record of this length stand on its own page."""
    most = size - 35
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (size - 4)
    return wanted if wanted <= most else least


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[at + step]
        if step == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + step + 1
    raise ValueError("no integer")


def _decode(payload: bytes) -> Record:
    width, at = _varint(payload, 0)
    body = width
    values: list[object] = []
    while at < width:
        if len(values) == WIDEST:
            raise ValueError("too wide")
        kind, at = _varint(payload, at)
        value, body = _value(payload, body, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], at
    if kind in (7, 10, 11):
        raise ValueError("nothing LabDesk writes")
    length = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}.get(kind, (kind - 12) // 2)
    part = _whole(payload[at : at + length], length)
    if kind <= 6:
        return int.from_bytes(part, "big", signed=True), at + length
    return (part.decode() if kind % 2 else part), at + length
