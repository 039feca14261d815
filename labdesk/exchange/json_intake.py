"""What an import gathers on its way: the edits that build the project, what is kept aside, what is told."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from labdesk.domain import order
from labdesk.domain.canvas_type import Zone
from labdesk.domain.entities import LONG, SHORT, Value
from labdesk.domain.gesture import Edit, Removal, born, new_id
from labdesk.domain.model import answer_id
from labdesk.exchange.addresses import Addresses
from labdesk.exchange.imported import Wanted
from labdesk.exchange.json_codecs import Codec
from labdesk.exchange.json_content import Chains, Kept, Lines, NoteContent, Notes, Photos
from labdesk.exchange.json_text import Json, Misfit, packed, same
from labdesk.exchange.json_zones import Felt, Spot, shape_of
from labdesk.words import _

C = TypeVar("C")


class Intake:
    """The edits of a new project, in order. `mark` stands in order keys and in the name of dots' voter."""

    def __init__(self, mark: str = "") -> None:
        self.mark = mark
        self.edits: list[Edit | Removal] = []
        self.reported: list[str] = []
        self.wanted: list[Wanted] = []
        self.addresses = Addresses()
        self.later: list[Callable[[], None]] = []
        self.homes: dict[str, str] = {}
        """Note, phase, step or canvas → the canvas it stands in."""

    def birth(self, table: str, row: str, **values: Value) -> None:
        """A new row."""
        self.edits += born(table, row, **values)

    def tell(self, at: str, why: str) -> None:
        """A line of the report: the place, and what was done."""
        self.reported.append(_("{place} : {what}").format(place=at, what=why))

    def keep(self, owner: str, name: str, value: Json, at: str = "") -> None:
        """A member kept as it was written and handed back at export; `at`: its path, if nobody knows it."""
        content = packed(value)
        if len(content) > LONG or len(name) > SHORT:
            raise Misfit(at or name, _("ce champ inconnu est trop long pour être gardé."))
        self.birth("aside", f"{owner or 'root'}/{name}", owner=owner, name=name, json=content)
        if at:
            self.tell(at, _("champ inconnu, gardé tel quel."))

    def read(self, owner: str, name: str, codec: Codec[C], value: Json, at: str) -> C:
        """The content of a known member; said in another way than we write it, it is also kept as it was."""
        content = codec.empty if value is None else codec.parse(value, at)
        said_otherwise = value is None or not same(codec.render(content), value)
        if said_otherwise and len(packed(value)) <= LONG:
            self.keep(owner, name, value)
        return content

    # -- what stands in a zone -------------------------------------------------------------------------
    def plant(self, spot: Spot, zone: Zone, content: Any, at: str) -> None:
        """The content of a zone becomes rows."""
        shape = shape_of(zone)
        if shape == "notes":
            self.notes(spot, content)
        elif shape == "chain":
            self._chains(spot, content)
        elif shape == "table":
            self._lines(spot, content)
        elif shape == "choices":
            for option in sorted(content):
                self.answer(spot, 1, option)
        elif shape == "photos":
            self._photos(spot, content, at)
        elif shape == "refs":
            self._links(spot, content)
        elif shape == "felt":
            self._felt(spot, content)
        else:
            self.answer(spot, content)

    def answer(self, spot: Spot, value: Value, part: str | None = None) -> None:
        """A single value of a zone; None is no answer."""
        if value is not None:
            row = answer_id(spot.canvas, spot.step, spot.zone, part)
            place = {"canvas": spot.canvas, "step": spot.step, "zone": spot.zone, "part": part}
            self.birth("answer", row, **place, value=value)

    def _felt(self, spot: Spot, felt: Felt) -> None:
        self.answer(spot, felt[0])
        self.answer(spot, felt[1], "word")

    def notes(self, spot: Spot, notes: Notes, line: str | None = None, tail: str = "") -> None:
        """Notes in order, at one spot or along one chain (`tail` is then its rank and a dot)."""
        for rank, (note, place) in enumerate(zip(notes, self.places(len(notes)), strict=True), 1):
            self._note(spot, note, place, line, f"/{spot.name}:{tail}{rank}")

    def _note(self, spot: Spot, note: NoteContent, place: str, line: str | None, tail: str) -> None:
        row = new_id()
        where = {"canvas": spot.canvas, "zone": spot.zone, "step": spot.step, "line": line}
        self.birth("note", row, **where, place=place, text=note.text, **dict(note.parts))
        self.homes[row] = spot.canvas
        self.addresses.part(row, spot.step or spot.canvas, tail)
        self._beside(row, note.kept)
        for dot in range(note.votes):
            voter = f"{self.mark or 'imp'}.{dot}"
            self.birth("vote", f"{row}/{voter}", note=row, voter=voter)

    def _beside(self, row: str, kept: Kept) -> None:
        for name, content in kept:
            self.birth("aside", f"{row}/{name}", owner=row, name=name, json=content)

    def _chains(self, spot: Spot, chains: Chains) -> None:
        for rank, (chain, place) in enumerate(zip(chains, self.places(len(chains)), strict=True), 1):
            if isinstance(chain, NoteContent):
                self._note(spot, chain, place, None, f"/{spot.name}:{rank}")
                continue
            line = new_id()
            self.birth("line", line, canvas=spot.canvas, zone=spot.zone, place=place)
            self.notes(spot, chain, line, f"{rank}.")

    def _lines(self, spot: Spot, lines: Lines) -> None:
        for cells, place in zip(lines, self.places(len(lines)), strict=True):
            line = new_id()
            self.birth("line", line, canvas=spot.canvas, zone=spot.zone, place=place)
            for column, value in cells:
                where = {"canvas": spot.canvas, "line": line, "zone": spot.zone, "part": column}
                self.birth("answer", f"{line}/{column}", **where, value=value)

    def _photos(self, spot: Spot, photos: Photos, at: str) -> None:
        for rank, (photo, place) in enumerate(zip(photos, self.places(len(photos)), strict=True)):
            row = new_id()
            where = {"canvas": spot.canvas, "zone": spot.zone, "step": spot.step, "place": place}
            self.birth("photo", row, **where, **dict(photo.parts))
            self._beside(row, photo.kept)
            if photo.file:
                self.wanted.append(Wanted(row, photo.file, f"{at}[{rank}].file"))

    def _links(self, spot: Spot, targets: Sequence[str]) -> None:
        for target, place in zip(targets, self.places(len(targets)), strict=True):
            self.link(spot.canvas, spot.canvas, spot.zone, target, place)

    def link(self, canvas: str | None, source: str, zone: str, target: str, place: str) -> None:
        """From one thing to another."""
        row = f"{source}/{zone}/{target}"
        self.birth("link", row, canvas=canvas, source=source, zone=zone, target=target, place=place)

    def places(self, count: int) -> list[str]:
        """Order keys for things born together."""
        return order.spread(count, self.mark)
