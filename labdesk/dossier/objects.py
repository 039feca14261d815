"""A PDF file written as it goes: objects, compressed streams, cross-references. It knows no page and no text.

Small objects are packed into object streams, large ones are written at once and forgotten, so that a document
of three hundred photos needs the memory of one.
"""

import hashlib
import zlib
from collections.abc import Mapping
from typing import BinaryIO, TypeAlias

Value: TypeAlias = "bool | int | float | str | bytes | Name | Ref | Mapping[str, Value] | list[Value] | None"
_PACK = 200
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


class Ref(int):
    """The number of an object of the file."""

    __slots__ = ()


def number(value: float) -> str:
    """A length as PDF writes it: two decimals at most, never an exponent."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if text != "-0.00" else "0"


def dump(value: Value) -> bytes:  # noqa: PLR0911 - one line a type
    """A value in PDF syntax; bytes are PDF syntax already."""
    match value:
        case bytes():
            return value
        case Name():
            return _name(value)
        case str():
            return _string(value)
        case bool():
            return b"true" if value else b"false"
        case Ref():
            return b"%d 0 R" % value
        case int():
            return b"%d" % value
        case float():
            return number(value).encode()
        case None:
            return b"null"
        case list():
            return b"[" + b" ".join(map(dump, value)) + b"]"
    return b"<<" + b"".join(_name(key) + b" " + dump(value[key]) for key in value) + b">>"


def _name(text: str) -> bytes:
    return b"/" + b"".join(
        bytes([byte]) if 0x21 <= byte <= 0x7E and byte not in b"%()<>{}[]#/" else b"#%02X" % byte
        for byte in text.encode()
    )


def _string(text: str) -> bytes:
    if text.isascii() and text.isprintable():
        return b"(" + text.translate(_ESCAPES).encode() + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"


class File:
    """The file being written. Every object has a number from `reserve`, `put` or `stream`."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._at = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._where: list[tuple[int, int, int]] = [(0, 0, 65535)]
        self._pack: list[tuple[Ref, bytes]] = []
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> Ref:
        """A number for an object to come."""
        self._where.append((0, 0, 0))
        return Ref(len(self._where) - 1)

    def put(self, value: Value, ref: Ref | None = None) -> Ref:
        """A small object, packed with others."""
        ref = ref or self.reserve()
        self._pack.append((ref, dump(value)))
        if len(self._pack) == _PACK:
            self._flush()
        return ref

    def stream(
        self, data: bytes, entries: Mapping[str, Value], ref: Ref | None = None, *, deflate: bool = True
    ) -> Ref:
        """A stream, written at once; compressed unless `deflate` is off."""
        ref = ref or self.reserve()
        if deflate:
            data = zlib.compress(data, 6)
            entries = {**entries, "Filter": Name("FlateDecode")}
        self._where[ref] = (1, self._at, 0)
        head = dump({**entries, "Length": len(data)})
        self._write(b"%d 0 obj\n" % ref + head + b"\nstream\n")
        self._write(data)
        self._write(b"\nendstream\nendobj\n")
        return ref

    def close(self, root: Ref, info: Ref) -> None:
        """The cross-references and the end of the file; the sink stays open."""
        self._flush()
        ref = self.reserve()
        start = self._at
        self._where[ref] = (1, start, 0)
        rows = b"".join(
            kind.to_bytes(1, "big") + first.to_bytes(5, "big") + second.to_bytes(2, "big")
            for kind, first, second in self._where
        )
        identity = b"<" + self._digest.hexdigest().encode() + b">"
        entries: dict[str, Value] = {"Type": Name("XRef"), "Size": len(self._where), "W": [1, 5, 2]}
        entries |= {"Root": root, "Info": info, "ID": [identity, identity]}
        self.stream(rows, entries, ref)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _flush(self) -> None:
        if not self._pack:
            return
        pack, self._pack = self._pack, []
        holder = self.reserve()
        index, body, at = [], [], 0
        for place, (ref, data) in enumerate(pack):
            self._where[ref] = (2, holder, place)
            index.append(b"%d %d" % (ref, at))
            body.append(data)
            at += len(data) + 1
        first = b" ".join(index) + b"\n"
        entries: dict[str, Value] = {"Type": Name("ObjStm"), "N": len(pack), "First": len(first)}
        self.stream(first + b"\n".join(body), entries, holder)

    def _write(self, data: bytes) -> None:
        self._sink.write(data)
        self._digest.update(data)
        self._at += len(data)
