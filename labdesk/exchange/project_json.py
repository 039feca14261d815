"""A whole project as JSON, in and out: what is read comes back, unknown members too.

docs/project.schema.json says the form.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from labdesk.domain.canvas_type import CanvasType, Catalogue, load_catalogue, read_type
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.exchange import files
from labdesk.exchange.imported import Imported
from labdesk.exchange.json_canvas_reading import Draft, enrol, fill
from labdesk.exchange.json_canvas_writing import canvas_object
from labdesk.exchange.json_codecs import TEXT, a_list, an_object
from labdesk.exchange.json_dossier import dossier_object, field_codec, read_dossier, set_project
from labdesk.exchange.json_intake import Intake
from labdesk.exchange.json_shelf import Shelf
from labdesk.exchange.json_text import Json, Member, Misfit, Missing, dump, inside, load
from labdesk.words import _, several

LISTS = {"personas": "persona", "journeys": "journey", "problems": "problem", "prototypes": "prototype"}
"""Root member → type of its canvases. `workshop` is one sheet or a list; `canvases` holds the lab's own."""
HEAD = {"id": "key", "title": "title", "disclaimer": "disclaimer"}
ROOT = (*HEAD, *LISTS, "workshop", "canvases", "canvas_types", "dossier", "links")


class Exported(Struct, frozen=True):
    """The text of a project and the pictures to lay in the folder beside: name of the file → sha-256."""

    text: str
    pictures: Mapping[str, str]


# -- in -----------------------------------------------------------------------------------------------
def read(text: str, source: str, catalogue: Catalogue | None = None, mark: str = "") -> Imported:
    """The project of a JSON text. `source` (the file's name) stands in the sentence of a Refusal, with the
    line and column of malformed JSON, or the path (journeys[2].steps[4].emotion) of what cannot be there."""
    intake = Intake(mark)
    try:
        value, taken_out = load(text, source)
        if taken_out:
            said = several(
                taken_out, "{n} caractère de contrôle retiré", "{n} caractères de contrôle retirés"
            )
            intake.reported.append(f"{said}.")
        _read_root(intake, value, catalogue or load_catalogue())
    except RecursionError as error:
        raise Refusal(
            _("{file} : des listes sont emboîtées sans fin. Rien n’a été importé.").format(file=source)
        ) from error
    except Misfit as misfit:
        raise Refusal(
            _("{file}, {place} : {why} Rien n’a été importé.").format(
                file=source, place=misfit.at[:120] or _("racine"), why=misfit.why
            )
        ) from misfit
    gesture = Gesture(_("Importer « {file} »").format(file=source), tuple(intake.edits))
    return Imported(gesture, tuple(intake.reported), tuple(intake.wanted))


def read_file(path: Path, catalogue: Catalogue | None = None, mark: str = "") -> Imported:
    """The project of a JSON file, its pictures found in the folder beside."""
    return read(files.read_text(path), path.name, catalogue, mark).looked_for(path)


def _read_root(intake: Intake, value: Json, catalogue: Catalogue) -> None:
    root = an_object(value, "")
    if root and not set(root) & set(ROOT):
        raise Misfit("", _("ce n’est pas un projet LabDesk (aucun champ connu)."))
    for name, field in HEAD.items():
        if name in root:
            set_project(intake, field, intake.read("", name, field_codec("project", field), root[name], name))
    types = _Types(intake, catalogue, root.get("canvas_types"))
    drafts: list[Draft] = []
    for name, items in _canvas_lists(intake, root):
        drafts += _enrol_list(intake, types, name, items)
    _place_canvases(intake, drafts)
    for draft in drafts:
        fill(intake, draft)
    if "dossier" in root:
        read_dossier(intake, root["dossier"], "dossier")
    for read_references in intake.later:
        read_references()
    if "links" in root:
        _read_links(intake, root["links"])
    types.keep_the_others()
    for name, given in root.items():
        if name not in ROOT:
            intake.keep("", name, given, name)


def _canvas_lists(intake: Intake, root: dict[str, Json]) -> list[tuple[str, list[Json]]]:
    """The lists of canvases with something in them; an empty one is kept as it was written."""
    lists: list[tuple[str, list[Json]]] = []
    for name in (*LISTS, "workshop", "canvases"):
        given = root.get(name)
        if name in root and not given and not isinstance(given, dict):
            intake.keep("", name, given)
        elif name == "workshop" and isinstance(given, dict):
            lists.append((name, [given]))
        elif given is not None:
            lists.append((name, a_list(given, name)))
            if name == "workshop" and len(lists[-1][1]) == 1:
                intake.keep("", name, [])  # a list of one: the form is remembered, the sheet is not
    return lists


class _Types:
    """The canvas types of this laptop and of the file, and the copies made of them."""

    def __init__(self, intake: Intake, catalogue: Catalogue, given: Json) -> None:
        self._intake = intake
        self._known = dict(catalogue.types)
        self._copied: set[str] = set()
        self._given = an_object(given, "canvas_types") if given is not None else {}
        self._given_empty = given == {}
        for name, toml in self._given.items():
            at = inside("canvas_types", name)
            if not isinstance(toml, str):
                raise Misfit(at, _("le texte d’un type de canevas est attendu."))
            try:
                self._known[name] = read_type(toml, at)
            except (Refusal, KeyError, TypeError, AttributeError) as error:
                raise Misfit(at, _("ce type de canevas ne se lit pas.")) from error

    def named(self, value: Json, usual: str | None, at: str) -> CanvasType | None:
        """The type that a canvas names, else the usual one of its list; copied into the file once."""
        given = value.get("canvas_type") if isinstance(value, dict) else None
        name = usual if given is None else given
        if not isinstance(name, str):
            raise Misfit(inside(at, "canvas_type"), _("le nom d’un type de canevas est attendu."))
        kind = self._known.get(name)
        if kind is not None and kind.row not in self._copied:
            self._copied.add(kind.row)
            self._intake.birth("canvas_type", kind.row, name=kind.id, sha=kind.sha, toml=kind.toml)
        return kind

    def keep_the_others(self) -> None:
        """Types of the file that no canvas of it uses come back at export."""
        others = {name: toml for name, toml in self._given.items() if name not in self._copied}
        if others or self._given_empty:
            self._intake.keep("", "canvas_types", dict(others))


def _enrol_list(intake: Intake, types: _Types, name: str, given: list[Json]) -> list[Draft]:
    drafts: list[Draft] = []
    ranks: dict[str, int] = {}
    for rank, item in enumerate(given):
        at = name if name == "workshop" and len(given) == 1 else inside(name, rank)
        an_object(item, at)
        kind = types.named(item, LISTS.get(name, name if name == "workshop" else None), at)
        if kind is None:
            intake.keep("", f"{name}[{rank}]", item)
            intake.tell(at, _("type de canevas inconnu, gardé tel quel."))
            continue
        ranks[kind.id] = ranks.get(kind.id, 0) + 1
        drafts.append(enrol(intake, kind, item, at, ranks[kind.id]))
    return drafts


def _place_canvases(intake: Intake, drafts: list[Draft]) -> None:
    for draft, place in zip(drafts, intake.places(len(drafts)), strict=True):
        intake.birth("canvas", draft.row, place=place)


def _read_links(intake: Intake, value: Json) -> None:
    """`links`: what points to what beside the zones of references: traces from irritant to prototype."""
    given = a_list(value, "links") if value else []
    if not given:
        intake.keep("", "links", value)
    for rank, (item, place) in enumerate(zip(given, intake.places(len(given)), strict=True)):
        at = inside("links", rank)
        link = an_object(item, at)
        names = {name: str(TEXT.parse(link.get(name, ""), inside(at, name))) for name in ("from", "to")}
        zone = str(TEXT.parse(link.get("zone", "trace"), inside(at, "zone")))
        source, target = intake.addresses.row(names["from"]), intake.addresses.row(names["to"])
        if source is None or target is None or set(link) - {"from", "to", "zone"}:
            intake.keep("", f"links[{rank}]", item)
            intake.tell(at, _("ce lien ne mène nulle part ici, gardé tel quel."))
        else:
            intake.link(intake.homes.get(source), source, zone, target, place)


# -- out ----------------------------------------------------------------------------------------------
def write(project: Project, catalogue: Catalogue | None = None) -> Exported:
    """The JSON of a snapshot, and the pictures to lay beside it."""
    shelf = Shelf(project, catalogue or load_catalogue())
    head = project.head
    known: list[tuple[str, Member]] = [
        (name, shelf.written("", name, field_codec("project", field), getattr(head, field)))
        for name, field in HEAD.items()
    ]
    known += [(name, _list(shelf, name, shelf.of_type(kind))) for name, kind in LISTS.items()]
    known.append(("workshop", _workshop(shelf)))
    usual = (*LISTS.values(), "workshop")
    known.append(
        ("canvases", _list(shelf, "canvases", [c.id for c in project.canvases() if c.type not in usual]))
    )
    known.append(("dossier", dossier_object(shelf) or shelf.as_it_was("", "dossier")))
    known.append(("links", _with_kept_items(shelf, "links", list(_links(shelf)))))
    known.append(("canvas_types", _types(shelf)))
    kept_items = [
        name for name in shelf.names_beside("") if name.partition("[")[0] in ("links", "canvases", *LISTS)
    ]
    pictures = {name: project.photo[row].picture or "" for row, name in shelf.files.items()}
    return Exported(dump(shelf.members("", known, kept_items)), pictures)


def _list(shelf: Shelf, name: str, canvases: list[str]) -> Member:
    return _with_kept_items(shelf, name, [canvas_object(shelf, row) for row in canvases])


def _with_kept_items(shelf: Shelf, name: str, items: list[Json]) -> Member:
    """A list of the root, with the items that the import could not read at the ranks where they stood."""
    for kept in sorted(_kept_ranks(shelf, name)):
        item = shelf.as_it_was("", f"{name}[{kept}]")
        if not isinstance(item, Missing):
            items.insert(kept, item)
    return items or shelf.as_it_was("", name)


def _kept_ranks(shelf: Shelf, name: str) -> Iterator[int]:
    for kept in shelf.names_beside(""):
        head, _bracket, rank = kept.removesuffix("]").partition("[")
        if head == name and rank.isdecimal():
            yield int(rank)


def _workshop(shelf: Shelf) -> Member:
    """One sheet is written alone, several as a list; so is one that came in a list."""
    sheets: list[Json] = [canvas_object(shelf, row) for row in shelf.of_type("workshop")]
    kept = shelf.as_it_was("", "workshop")
    if len(sheets) == 1 and kept != []:
        return sheets[0]
    return sheets or kept


def _links(shelf: Shelf) -> Iterator[Json]:
    project = shelf.project
    for source in sorted({link.source or "" for link in project.link.values()}, key=shelf.rank):
        for link in project.links_from(source):
            if _is_a_zone(shelf, source, link.zone or ""):
                continue
            ends = shelf.addresses.name(source), shelf.addresses.name(link.target or "")
            if ends[0] is not None and ends[1] is not None:
                said: dict[str, Json] = {"from": ends[0], "to": ends[1]}
                yield said if link.zone == "trace" else said | {"zone": link.zone}


def _is_a_zone(shelf: Shelf, source: str, zone: str) -> bool:
    kind = shelf.types.get(source)
    return kind is not None and zone in kind.by_id and kind.by_id[zone].kind == "refs"


def _types(shelf: Shelf) -> Member:
    """The types in use that the catalogue does not have as they are, and those the file had beside."""
    standard = {kind.row for kind in shelf.catalogue.types.values()}
    used: dict[str, Json] = {kind.row: kind.toml for kind in shelf.types.values() if kind.row not in standard}
    kept = shelf.as_it_was("", "canvas_types")
    return (kept | used) if isinstance(kept, dict) else (used or kept)
