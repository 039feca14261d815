"""What a canvas says in the words people read: values, notes with their badges, only what may be exported."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.canvas_type import CanvasType, Column, Zone, common_vocabularies, option_label
from labdesk.domain.consent import may_leave
from labdesk.domain.entities import Canvas, Note, Value
from labdesk.domain.model import Project, Types, title
from labdesk.domain.quotables import veiled
from labdesk.domain.quotes import told
from labdesk.dossier.drawn_blocks import Item, Picture
from labdesk.words import _, day, decimal, euros, several


class Reader(Struct, frozen=True):
    """A project, the types of its canvases, and what the person agreed to print.

    `ask`: ids of the zones marked `export: ask` that may be printed. A zone marked `never` is never read,
    nor a facilitator's note, nor a photo whose person did not agree.
    """

    project: Project
    types: Types
    today: date
    ask: frozenset[str] = frozenset()

    def kind(self, canvas: str) -> CanvasType:
        """The type of a canvas."""
        return self.types.of(self.project, canvas)

    def title(self, canvas: str) -> str:
        """What a canvas is called."""
        return title(self.project, self.kind(canvas), canvas)

    def canvases(self, type_id: str) -> tuple[Canvas, ...]:
        """The canvases of a type, in order."""
        return self.project.canvases(type_id)

    def printed(self, zone: Zone) -> bool:
        """This zone may leave the room."""
        return zone.export == "yes" or (zone.export == "ask" and zone.id in self.ask)

    def zones(self, canvas: str) -> tuple[Zone, ...]:
        """The boxes of a canvas that may be printed."""
        return tuple(zone for zone in self.kind(canvas).sheet if self.printed(zone))

    def text(self, canvas: str, zone: str) -> str:
        """A single value of a canvas in words; empty when nothing was answered or it may not be printed."""
        kind = self.kind(canvas)
        found = kind.by_id.get(zone)
        if found is None or not self.printed(found):
            return ""
        return self._said(kind, found, self.project.value(canvas, zone))

    def typed(self, section: str) -> str:
        """What was typed in a section; of a quote whose source stays in the lab, only that it stays."""
        raw = veiled(self.project, self.types, self.project.raw_text(section), self.ask)
        return told(self.project, raw).strip()

    def _said(self, kind: CanvasType, asked: Zone | Column, value: Value) -> str:
        if value is None or value == "":
            return ""
        if asked.vocabulary:
            return option_label(kind.options(asked.vocabulary), value)
        say = self._sayings.get(asked.kind, str)
        bounds = getattr(asked, "range", None)
        said = say(value)
        return (
            _("{value} sur {most}").format(value=said, most=bounds[1]) if bounds and bounds[0] > 0 else said
        )

    @property
    def _sayings(self) -> Mapping[str, Callable[[Value], str]]:
        """How each kind of value is said."""
        return {
            "check": lambda value: _("Oui") if value == 1 else _("Non"),
            "money": lambda value: euros(int(value or 0)),
            "date": lambda value: day(str(value)),
            "number": decimal,
            "ref": lambda value: self.name_of(str(value)),
        }

    def name_of(self, row: str) -> str:
        """What people call a thing that a reference points to: a canvas, or a step and its journey."""
        if row in self.project.canvas:
            return self.title(row)
        if step := self.project.step.get(row):
            return _("{step} ({journey})").format(
                step=step.label or "", journey=self.title(step.canvas or "")
            )
        if note := self.project.note.get(row):
            return note.text or ""
        return ""

    def notes(self, canvas: str, zone: str, step: str | None = None) -> tuple[Note, ...]:
        """The notes of a zone or cell that hold words and may be printed."""
        found = self.kind(canvas).by_id.get(zone)
        if found is not None and not self.printed(found):
            return ()
        return tuple(n for n in self.project.notes_at(canvas, zone, step) if (n.text or "").strip())

    def item(self, note: Note) -> Item:
        """A note with its dots and its level of evidence."""
        badges = []
        if votes := self.project.votes_seen(note.id):
            badges.append(several(votes, "{n} voix", "{n} voix"))
        if note.evidence:
            badges.append(option_label(common_vocabularies()["evidence"], note.evidence).partition(" (")[0])
        if note.source:
            badges.append(note.source)
        return Item(note.text or "", " · ".join(badges))

    def items(self, canvas: str, zone: Zone) -> tuple[Item, ...]:
        """All that a zone of several things holds, one item each."""
        kind, project = self.kind(canvas), self.project
        if not self.printed(zone):
            return ()
        if zone.kind == "dates":
            return tuple(Item(day(n.text)) for n in self.notes(canvas, zone.id))
        if zone.kind == "chain":
            chains = project.lines_of(canvas, zone.id)
            return tuple(Item(" → ".join(n.text or "" for n in project.chain(line.id))) for line in chains)
        if zone.holds_notes:
            return tuple(self.item(n) for n in self.notes(canvas, zone.id))
        if zone.kind == "choices":
            chosen = project.chosen(canvas, zone.id)
            return tuple(Item(str(o.label)) for o in kind.options(zone.vocabulary) if str(o.id) in chosen)
        if zone.kind == "refs":
            names = (self.name_of(link.target or "") for link in project.links_from(canvas, zone.id))
            return tuple(Item(name) for name in names if name)
        if zone.kind == "table":
            return tuple(Item(" · ".join(filter(None, cells))) for cells in self.lines(canvas, zone))
        return ()

    def lines(self, canvas: str, zone: Zone) -> tuple[tuple[str, ...], ...]:
        """The rows of a table zone, each cell in words."""
        kind = self.kind(canvas)
        if not self.printed(zone):
            return ()
        return tuple(
            tuple(self._said(kind, column, self.project.cell(line.id, column.id)) for column in zone.columns)
            for line in self.project.lines_of(canvas, zone.id)
        )

    def pictures(
        self, canvas: str, zone: str, step: str | None = None, *, width: float = 80
    ) -> tuple[Picture, ...]:
        """The photos of a zone that may be printed: nobody is recognisable, or all agreed in writing."""
        found = self.project.photos_at(canvas, zone, step)
        return tuple(
            Picture(p.picture or "", p.alt or "", p.caption or "", width=width, height=width * 0.75)
            for p in found
            if p.picture and may_leave(p)
        )

    def pair(self, canvas: str) -> tuple[Picture, ...]:
        """The pictures of two zones that stand side by side, each called like its zone."""
        found: list[Picture] = []
        kind = self.kind(canvas)
        for zone in kind.zones:
            for one in (zone, kind.by_id[zone.pair]) if zone.pair else ():
                for picture in self.pictures(canvas, one.id, width=82)[:1]:
                    caption = " : ".join(part for part in (str(one.label), picture.caption) if part)
                    found.append(replace(picture, caption=caption, height=80))
        return tuple(found)
