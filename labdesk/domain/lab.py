"""Who the laboratory is, on this laptop: name, whom to write to, colour, bloc-marque, partners."""

import json
import os
import re
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from labdesk import places
from labdesk.errors import Refusal
from labdesk.words import _

FILE = "identite.json"
TOWN = r"\b\d{2} ?\d{3}[ \u00a0]+([^\n,;(]+?)(?:\s+cedex\b[^\n,;(]*)?(?=$|[\n,;(])"
"""What follows a postcode; read when a letter is written, never at start."""
MOST_PARTNERS = 6
"""More logos in one row cannot be told apart."""


class Logo(Struct, frozen=True):
    """A picture of the folder of the lab, and what it says to who cannot see it."""

    file: str
    alt: str = ""


class Lab(Struct, frozen=True):
    """What documents say of the lab; an empty field is left blank. `colour`: "#RRGGBB" or empty. `mark`: the
    bloc-marque, the only Marianne; `partners` in the order of the protocol, the State first."""

    name: str = ""
    service: str = ""
    address: str = ""
    contact: str = ""
    dpo: str = ""
    colour: str = ""
    mark: Logo | None = None
    partners: tuple[Logo, ...] = ()

    @property
    def town(self) -> str:
        """Where its letters are written: what follows the postcode of its address, without « cedex »."""
        found = re.findall(TOWN, self.address, re.IGNORECASE)
        return found[-1].strip(" ,.") if found else ""

    @property
    def logos(self) -> tuple[Logo, ...]:
        """Every picture."""
        return (*((self.mark,) if self.mark else ()), *self.partners)


def folder() -> Path:
    """Where it is kept: a folder that can be copied from laptop to laptop."""
    return places.data() / "laboratoire"


def load_lab(kept: Path | None = None) -> Lab:
    """The lab as this laptop knows it; what is missing or makes no sense is empty."""
    kept = kept or folder()
    try:
        found = json.loads((kept / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Lab()
    if not isinstance(found, dict):
        return Lab()
    words = {
        name: str(found[name]).strip()
        for name in Lab.__struct_fields__
        if name not in ("mark", "partners") and isinstance(found.get(name), str)
    }
    if not is_colour(words.get("colour", "")):
        words["colour"] = ""
    listed = found.get("partners")
    partners = [
        logo for entry in (listed if isinstance(listed, list) else []) if (logo := _logo(entry, kept))
    ]
    return Lab(**words, mark=_logo(found.get("mark"), kept), partners=tuple(partners[:MOST_PARTNERS]))


def save_lab(lab: Lab, kept: Path | None = None) -> None:
    """Write it, whole or not at all; Refusal when the folder cannot be written."""
    kept = kept or folder()
    text = json.dumps(msgspec.to_builtins(lab), ensure_ascii=False, indent=1)
    beside = kept / f"{FILE}.new"
    try:
        kept.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8")
        os.replace(beside, kept / FILE)
    except OSError as trouble:
        raise Refusal(
            _("L’identité du laboratoire n’a pas pu être gardée dans « {folder} ». L’ancienne reste.").format(
                folder=kept
            )
        ) from trouble


def logo_bytes(logo: Logo, kept: Path | None = None) -> bytes:
    """The picture of a logo; empty when it is not there any more."""
    try:
        return ((kept or folder()) / logo.file).read_bytes()
    except OSError:
        return b""


def is_colour(text: str) -> bool:
    """« #2B3A8C »."""
    return len(text) == 7 and text[0] == "#" and all(sign in "0123456789abcdefABCDEF" for sign in text[1:])


def _logo(entry: Any, kept: Path) -> Logo | None:
    """A logo whose file lies in the folder of the lab, and nowhere else."""
    if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
        return None
    name = entry["file"]
    if not name or Path(name).name != name or not (kept / name).is_file():
        return None
    return Logo(name, str(entry.get("alt") or ""))
