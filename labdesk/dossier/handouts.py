"""The sheets handed out with the wall: image permissions, information notice. Their texts are data."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from labdesk import places
from labdesk.domain.lab import Lab
from labdesk.domain.zone import Label
from labdesk.dossier.blocks import Block, Keep
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.labelled_blocks import NoteHead, Signature
from labdesk.dossier.text_blocks import Bullets, Heading, Paragraph, runs
from labdesk.errors import Refusal
from labdesk.words import _, day, language

KINDS = ("heading", "text", "bullets", "ticks", "lines")
BLANK = "…" * 24
"""What is filled in by hand."""


class Part(Struct, frozen=True):
    """One part of a sheet: its kind, its words in both languages (a list for all but heading and text)."""

    kind: str
    fr: tuple[str, ...]
    en: tuple[str, ...]
    title: Label


class Handout(Struct, frozen=True):
    """A sheet as its file says it. `validated`: when the DPO approved it; empty as shipped."""

    id: str
    title: Label
    date: str
    source: str
    validated: str
    parts: tuple[Part, ...]


class Handouts(Struct, frozen=True):
    """The sheets of this laptop by id, and the sentences about files that were refused."""

    sheets: Mapping[str, Handout]
    refused: tuple[str, ...] = ()


def load_handouts(*folders: Path) -> Handouts:
    """The sheets of these folders (by default: what ships, then the lab's own); a later one of an id wins."""
    sheets: dict[str, Handout] = {}
    refused: list[str] = []
    for folder in folders or (places.resources() / "wall", places.own_wall()):
        for path in sorted(folder.glob("*.toml")):
            try:
                sheet = read_handout(path.read_text("utf-8"), path.name)
                sheets[sheet.id] = sheet
            except Refusal as refusal:
                refused.append(refusal.sentence)
            except (OSError, UnicodeDecodeError):
                refused.append(_("{file} : illisible. La feuille livrée reste.").format(file=path.name))
    return Handouts(sheets, tuple(refused))


def read_handout(toml: str, source: str) -> Handout:
    """The sheet of a TOML text. The Refusal of a wrong one names `source` and what is wrong."""
    try:
        table = tomllib.loads(toml)
        parts = tuple(_part(entry) for entry in table["part"])
        if not parts:
            raise ValueError("part")
        title = _label(table["title"])
        when, origin, validated = (str(table.get(name, "")) for name in ("date", "source", "validated"))
        return Handout(str(table["id"]), title, when, origin, validated, parts)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise Refusal(
            _("{file} : cette feuille du kit mural n’est pas lisible ({why}).").format(file=source, why=error)
        ) from error


def told(sheet: Handout, lab: Lab, mark: Picture | None = None) -> tuple[Block, ...]:
    """The sheet as blocks, the lab's words filled in, dots where there are none."""
    said = {
        name: getattr(lab, name).strip() or BLANK for name in ("name", "service", "address", "contact", "dpo")
    }
    said["lab"] = ", ".join(part for part in (lab.name, lab.service) if part) or BLANK
    head: Block = Heading(2, str(sheet.title))
    if mark:
        head = NoteHead(lab.name, lab.service, (), str(sheet.title), mark)
    *body, last = (block for part in sheet.parts for block in _blocks(part, said))
    return (head, *body, Keep((last, *_origin(sheet))))


def _blocks(part: Part, said: Mapping[str, str]) -> Iterator[Block]:
    words = tuple(_filled(text, said) for text in getattr(part, language()))
    title = _filled(str(part.title), said)
    if part.kind == "heading":
        yield Heading(3, words[0])
    elif part.kind == "text":
        yield Paragraph(runs(words[0]))
    elif part.kind == "bullets":
        yield Bullets(tuple(runs(text) for text in words))
    elif part.kind == "ticks":
        yield Signature(words, (), title)
    else:
        yield Signature((), words, title)


def _origin(sheet: Handout) -> Iterator[Block]:
    if sheet.validated:
        said = _("Texte validé par le délégué à la protection des données le {date}.")
        yield Paragraph(runs(said.format(date=day(sheet.validated))), "small")
    else:
        said = _(
            "Modèle du {date}, à valider par votre délégué à la protection des données (DPO) avant usage."
        )
        yield Paragraph(runs(said.format(date=day(sheet.date))), "small")


def _filled(text: str, said: Mapping[str, str]) -> str:
    for name, words in said.items():
        text = text.replace("{" + name + "}", words)
    return text


def _part(entry: Any) -> Part:
    kind = str(entry["kind"])
    if kind not in KINDS:
        raise ValueError(kind)
    fr, en = (_words(entry[name]) for name in ("fr", "en"))
    if not fr or len(fr) != len(en):
        raise ValueError(kind)
    return Part(kind, fr, en, _label(entry["title"]) if "title" in entry else Label("", ""))


def _words(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)


def _label(value: Any) -> Label:
    return Label(str(value["fr"]), str(value["en"]))
