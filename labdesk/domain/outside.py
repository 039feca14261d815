"""What of a project may leave the lab inside a document: what that document itself may print, and no more.

Zones marked `export: never` stay, those marked `ask` follow the answer given for the document; so do the
facilitator’s notes, photos of people who did not agree, what an import could not understand, former versions
and what followed a deposit.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.consent import may_leave
from labdesk.domain.entities import Row
from labdesk.domain.model import Project, Types
from labdesk.domain.quotables import veiled
from labdesk.errors import Refusal
from labdesk.words import _, several

FOLLOWED = ("version", "version_part", "follow_up", "kept")
"""What the lab alone reads: no document prints it (`kept`: passages of texts as they once stood)."""


class Outside(Struct, frozen=True):
    """The project as it may leave, and what stays by its name (« À qui profite la situation ? » → 3)."""

    project: Project
    left: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many things stay."""
        return sum(self.left.values())


def outside(
    project: Project,
    types: Types,
    agreed: frozenset[str] = frozenset(),
    sections: Collection[str] | None = None,
) -> Outside:
    """The project without what stays in the lab. `sections`: those the document has; the texts of others,
    left from another profile, are no more for its readers than for its pages (None: all of them leave)."""
    left: Counter[str] = Counter()
    zones, strange = _kept_zones(project, types, agreed)
    gone = _Gone(project)
    for canvas in strange:
        left[_("Canevas d’un type inconnu")] += 1
        gone.canvas(canvas)
    for table, row in _standing(project, zones):
        where = zones[getattr(row, "canvas", "") or "", getattr(row, "zone", "") or ""]
        if table != "answer" or not getattr(row, "line", None):  # a row of a table counts once, not its cells
            left[where] += 1
        gone.take(table, row.id)
    _take_unseen(project, types, gone, left)
    for photo in project.photo.values():
        if not may_leave(photo) and not gone.holds("photo", photo.id):
            left[_("Photos sans accord")] += 1
            gone.take("photo", photo.id)
    # Former versions stay too, uncounted: each export would add one, and the same content give other bytes.
    if project.aside:
        left[_("Champs propres à un fichier importé")] += len(project.aside)
    if project.follow_up:
        left[_("Suivi du dossier")] += len(project.follow_up)
    for table in ("aside", *FOLLOWED):
        for name in project.table(table):
            gone.take(table, name)
    _take_texts(project, gone, left, sections)
    silent = _without_asides(project, gone, left)
    veils = _veiled_texts(project, types, gone, agreed)
    return Outside(project.replaced({**gone.rows(), **silent, **veils}), dict(left))


def told(left: Mapping[str, int]) -> str:
    """« Le projet joint ne contient pas 5 éléments réservés : À ranger (3), Notes d’animation (2). »"""
    if not left:
        return _("Le projet joint contient tout : rien n’y est réservé.")
    head = several(
        sum(left.values()),
        "Le projet joint ne contient pas {n} élément réservé au laboratoire",
        "Le projet joint ne contient pas {n} éléments réservés au laboratoire",
    )
    names = ", ".join(f"{name} ({count})" for name, count in left.items())
    return _("{head} : {names}.").format(head=head, names=names)


def _take_texts(
    project: Project, gone: "_Gone", left: Counter[str], sections: Collection[str] | None
) -> None:
    """Texts of sections that the document has not."""
    for row in project.section.values():
        if sections is not None and row.id not in sections:
            if (row.text or "").strip():
                left[_("Textes hors du profil de ce dossier")] += 1
            gone.take("section", row.id)


def _veiled_texts(
    project: Project, types: Types, gone: "_Gone", agreed: frozenset[str]
) -> dict[str, dict[str, Row | None]]:
    """The texts that leave, without the words of quotes whose source stays: as their pages print them."""
    rows = dict(gone.rows().get("section", {}))
    for row in project.section.values():
        raw = row.text or ""
        if not gone.holds("section", row.id) and (said := veiled(project, types, raw, agreed)) != raw:
            rows[row.id] = replace(row, text=said)
    return {"section": rows} if rows else {}


def _without_asides(project: Project, gone: "_Gone", left: Counter[str]) -> dict[str, dict[str, Row | None]]:
    """The facilitator’s own notes are taken out of the notes that leave."""
    bare: dict[str, Row | None] = {}
    for note in project.note.values():
        if note.facilitator_note and not gone.holds("note", note.id):
            left[_("Notes d’animation")] += 1
            bare[note.id] = replace(note, facilitator_note=None)
    return {"note": {**gone.rows().get("note", {}), **bare}} if bare else {}


def _take_unseen(project: Project, types: Types, gone: "_Gone", left: Counter[str]) -> None:
    """What no document can print: things of a canvas that is gone (a table wrote on while it was deleted), of
    a zone that the type has not or a lane of the lab’s own that was taken off; dots that are still hidden.
    """
    own = {(lane.canvas, lane.zone) for lane in project.lane.values() if not lane.hidden}
    for table in ("note", "photo", "line", "answer", "link", "lane", "step", "phase"):
        for row in project.table(table).values():
            canvas, zone = getattr(row, "canvas", None), getattr(row, "zone", None)
            if gone.holds(table, row.id) or canvas is None:
                continue
            unseen = canvas not in project.canvas
            if not unseen and table in ("note", "photo") and not gone.holds("canvas", canvas):
                unseen = zone not in types.of(project, canvas).by_id and (canvas, zone) not in own
            if unseen:
                left[_("Éléments qu’aucun canevas ne montre")] += 1
                gone.take(table, row.id)
    for vote in project.vote.values():
        note = project.note.get(vote.note or "")
        if note is not None and project.votes_veiled(note.canvas or "") and not gone.holds("vote", vote.id):
            left[_("Gommettes encore cachées")] += 1
            gone.take("vote", vote.id)


def _kept_zones(
    project: Project, types: Types, agreed: frozenset[str]
) -> tuple[dict[tuple[str, str], str], list[str]]:
    """(canvas, zone) → the label of a zone that stays; and the canvases nobody here knows the zones of."""
    zones: dict[tuple[str, str], str] = {}
    strange: list[str] = []
    for canvas in project.canvas:
        try:
            kind = types.of(project, canvas)
        except Refusal:
            strange.append(canvas)
            continue
        for zone in kind.zones:
            if zone.export == "never" or (zone.export == "ask" and zone.id not in agreed):
                zones[canvas, zone.id] = str(zone.label)
    return zones, strange


def _standing(project: Project, zones: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, Row]]:
    """What stands in these zones, notes first: what hangs from them follows."""
    for table in ("note", "line", "answer", "photo", "link", "lane"):
        for row in project.table(table).values():
            if (getattr(row, "canvas", None) or "", getattr(row, "zone", None) or "") in zones:
                yield table, row


class _Gone:
    """Rows that stay in the lab, and all that only makes sense with them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._rows: dict[str, dict[str, Row | None]] = {}
        self._votes: dict[str, list[str]] = {}
        for vote in project.vote.values():
            self._votes.setdefault(vote.note or "", []).append(vote.id)

    def take(self, table: str, row: str) -> None:
        """This row, with the dots on it and the links from and to it."""
        if self.holds(table, row):
            return
        self._rows.setdefault(table, {})[row] = None
        if table == "note":
            for vote in self._votes.get(row, ()):
                self.take("vote", vote)
        if table in ("note", "canvas", "step"):
            for link in (*self._project.links_from(row), *self._project.links_to(row)):
                self.take("link", link.id)
        if table == "line":
            for answer in self._project.answer.values():
                if answer.line == row:
                    self.take("answer", answer.id)
            for note in self._project.note.values():
                if note.line == row:
                    self.take("note", note.id)

    def canvas(self, canvas: str) -> None:
        """A whole canvas."""
        for table in ("note", "line", "answer", "photo", "link", "lane", "step", "phase"):
            for row in self._project.table(table).values():
                if getattr(row, "canvas", None) == canvas:
                    self.take(table, row.id)
        self.take("canvas", canvas)

    def holds(self, table: str, row: str) -> bool:
        """It is already among them."""
        return row in self._rows.get(table, {})

    def rows(self) -> dict[str, dict[str, Row | None]]:
        """As `Project.replaced` takes them."""
        return self._rows
