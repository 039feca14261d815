"""The faces of one document: a code for every character used, then subsets of the fonts in the file.

Codes are two bytes and belong to a character, not to a glyph: a space and a no-break space, a hyphen and a
soft hyphen look alike but come back as what they were when the text is copied or read aloud.
"""

from labdesk.dossier.bidi import copied
from labdesk.dossier.fonts import Face
from labdesk.dossier.objects import File, Name, Ref, Value

_SYMBOLIC, _NONSYMBOLIC = 4, 32
_BLOCK = 100  # entries of one block of a CMap, at most


class _Codes(dict[str, str]):
    """The code of each character of a face, given out at its first use."""

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class Encoder:
    """Gives out codes while pages are painted, writes the fonts once they all are."""

    def __init__(self) -> None:
        self._used: dict[Face, tuple[str, _Codes]] = {}

    def encode(self, face: Face, text: str) -> tuple[str, str]:
        """The name of the face in the file, and the codes of a text."""
        used = self._used.get(face)
        if used is None:
            used = self._used[face] = (f"F{len(self._used) + 1}", _Codes())
        name, codes = used
        return name, "".join(map(codes.__getitem__, text))

    def write(self, file: File) -> dict[str, Value]:
        """The fonts of the resources, by name."""
        return {name: _font(file, face, list(codes), name) for face, (name, codes) in self._used.items()}


def _font(file: File, face: Face, characters: list[str], name: str) -> Ref:
    base = Name(f"LAB{'ABCDEFGHIJ'[int(name[1:]) % 10]}DK+{face.name}")
    glyphs = _glyph_numbers(face, characters)
    to_glyph = b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
    widths = b"[1[" + b" ".join(b"%d" % round(face.widths[one] * 1000) for one in characters) + b"]]"
    descendant = file.put(
        {
            "Type": Name("Font"),
            "Subtype": Name("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
            "FontDescriptor": _descriptor(file, face, characters, base),
            "W": widths,
            "CIDToGIDMap": file.stream(to_glyph, {}),
        }
    )
    return file.put(
        {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": base,
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [descendant],
            "ToUnicode": file.stream(_to_unicode(characters), {}),
        }
    )


def _glyph_numbers(face: Face, characters: list[str]) -> list[int]:
    """The glyph of each character in the subset: ReportLab numbers glyphs as they first come."""
    numbers: dict[int, int] = {}
    return [
        numbers.setdefault(face.source.charToGlyph[ord(character)], len(numbers) + 1)
        for character in characters
    ]


def _descriptor(file: File, face: Face, characters: list[str], base: Name) -> Ref:
    source = face.source
    subset = source.makeSubset([ord(character) for character in characters])
    return file.put(
        {
            "Type": Name("FontDescriptor"),
            "FontName": base,
            "Flags": source.flags & ~_NONSYMBOLIC | _SYMBOLIC,
            "FontBBox": [round(edge) for edge in source.bbox],
            "ItalicAngle": round(source.italicAngle, 2),
            "Ascent": round(source.ascent),
            "Descent": round(source.descent),
            "CapHeight": round(source.capHeight),
            "StemV": round(source.stemV),
            "FontFile2": file.stream(subset, {"Length1": len(subset)}),
        }
    )


def _to_unicode(characters: list[str]) -> bytes:
    letters = copied()  # of a joined form, what is copied and read aloud is the letter itself
    lines = [
        f"<{code:04X}> <{letters.get(character, character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters, 1)
    ]
    blocks = [lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
