"""The dossier of a JSON project, both ways: cover, texts, tables, money by year, contributions in kind."""

from collections.abc import Mapping
from typing import TypeAlias

from labdesk.domain.entities import FIELDS, PROJECT_ID, SHORT, Row, Value
from labdesk.domain.funding import load_sections
from labdesk.domain.gesture import Edit, new_id
from labdesk.exchange.json_clarity import MEMBERS, acronyms_object, kept_list, read_clarity
from labdesk.exchange.json_codecs import DECIMAL, MONEY, WHOLE, YES, Codec, Scalar, a_list, an_object, text
from labdesk.exchange.json_intake import Intake
from labdesk.exchange.json_quotes import quotes_list, read_quotes
from labdesk.exchange.json_shelf import Shelf
from labdesk.exchange.json_text import ABSENT, Json, Member, Misfit, Missing, inside
from labdesk.exchange.json_versions import read_versions, versions_list
from labdesk.words import _

COVER = {"title": "cover_title"} | {
    name: name
    for name in ("holder", "fund", "requested", "date", "version", "contact", "start", "end", "siret")
}
"""Member of the cover → field of the project."""
TABLES = {
    "impacts": "indicator",
    "governance": "role",
    "milestones": "milestone",
    "expenses": "expense",
    "resources": "resource",
    "gains": "gain",
    "risks": "risk",
    "follow_up": "follow_up",
}
"""Member of the dossier → table of objects; the members of an object are the fields of the table."""
_SPECIAL: Mapping[tuple[str, str], Scalar] = {
    ("project", "requested"): MONEY,
    ("indicator", "baseline"): DECIMAL,
    ("indicator", "target"): DECIMAL,
    ("indicator", "reached"): DECIMAL,
    ("follow_up", "amount"): MONEY,
    ("expense", "etpt"): DECIMAL,
    ("gain", "per_year"): DECIMAL,
    ("resource", "amount"): MONEY,
    ("resource", "target"): YES,
    ("resource", "own"): YES,
    ("risk", "p"): WHOLE,
    ("risk", "g"): WHOLE,
}
YEARS = {"y": "amount", "ae": "ae", "cp": "cp"}
"""Member of an expense → what it costs by year: a grant, or the two forms of State credits."""
SIDES = {"expenses": "expense", "resources": "resource"}


def field_codec(table: str, field: str) -> Scalar:
    """How one field of a table of the dossier is written."""
    return _SPECIAL.get((table, field)) or text(FIELDS[table][field].limit)


def fields_of(table: str) -> tuple[str, ...]:
    """The fields of a table that travel: all but its order."""
    return tuple(name for name in FIELDS[table] if name != "place")


# -- codecs of what is not an object ------------------------------------------------------------------
ByYear: TypeAlias = tuple[tuple[int, int], ...]
Pairs: TypeAlias = tuple[tuple[Value, Value], ...]


def _parse_years(value: Json, at: str) -> ByYear:
    years: dict[int, int] = {}
    for name, amount in an_object(value, at).items():
        if not (name.isascii() and name.isdigit() and len(name) <= 6):
            raise Misfit(inside(at, name), _("une année est attendue."))
        if amount is not None:
            cents = MONEY.parse(amount, inside(at, name))
            years[int(name)] = int(cents or 0)
    return tuple(sorted(years.items()))


def _render_years(years: ByYear) -> Member:
    written = {str(year): MONEY.render(cents) for year, cents in years}
    return {year: amount for year, amount in written.items() if not isinstance(amount, Missing)} or ABSENT


BY_YEAR: Codec[ByYear] = Codec(_parse_years, _render_years, ())


def _parse_pairs(value: Json, at: str) -> Pairs:
    pairs: list[tuple[Value, Value]] = []
    for rank, item in enumerate(a_list(value, at)):
        here = inside(at, rank)
        pair = a_list(item, here)
        if len(pair) != 2:
            raise Misfit(here, _("un libellé et un montant sont attendus."))
        label, amount = pair
        pairs.append(
            (
                None if label is None else field_codec("in_kind", "label").parse(label, inside(here, 0)),
                None if amount is None else MONEY.parse(amount, inside(here, 1)),
            )
        )
    return tuple(pairs)


def _render_pairs(pairs: Pairs) -> Member:
    rows: list[Json] = []
    for label, cents in pairs:
        amount = MONEY.render(cents)
        rows.append([label, None if isinstance(amount, Missing) else amount])
    return rows or ABSENT


PAIRS: Codec[Pairs] = Codec(_parse_pairs, _render_pairs, ())


def _parse_labels(value: Json, at: str) -> tuple[Value, ...]:
    plain = field_codec("attachment", "label")
    return tuple(
        None if label is None else plain.parse(label, inside(at, rank))
        for rank, label in enumerate(a_list(value, at))
    )


LABELS: Codec[tuple[Value, ...]] = Codec(_parse_labels, lambda labels: list[Json](labels) or ABSENT, ())


# -- in -----------------------------------------------------------------------------------------------
def read_dossier(intake: Intake, value: Json, at: str) -> None:
    """The edits of a dossier."""
    if not value:
        intake.keep("", "dossier", value)
        return
    readers = {
        "cover": _read_cover,
        "texts": _read_texts,
        "quotes": read_quotes,
        "in_kind": _read_in_kind,
        "versions": read_versions,
    }
    for name, item in an_object(value, at).items():
        here = inside(at, name)
        if name in ("profile", "profile_toml", "vat"):
            set_project(intake, name, intake.read("dossier", name, field_codec("project", name), item, here))
        elif name in (*readers, *MEMBERS, *TABLES) and not item:
            intake.keep("dossier", name, item)
        elif name in readers:
            readers[name](intake, item, here)
        elif name == "attachments":
            labels = intake.read("dossier", name, LABELS, item, here)
            for label, place in zip(labels, intake.places(len(labels)), strict=True):
                intake.birth("attachment", new_id(), place=place, label=label)
        elif name in MEMBERS:
            read_clarity(intake, name, item, here)
        elif name in TABLES:
            _read_rows(intake, TABLES[name], item, here)
        else:
            intake.keep("dossier", name, item, here)


def set_project(intake: Intake, field: str, value: Value) -> None:
    """A field of the project's own row, which stands already in a new file."""
    if value is not None:
        intake.edits.append(Edit("project", PROJECT_ID, field, value))


def _read_cover(intake: Intake, value: Json, at: str) -> None:
    for name, item in an_object(value, at).items():
        if name in COVER:
            codec = field_codec("project", COVER[name])
            set_project(intake, COVER[name], intake.read("cover", name, codec, item, inside(at, name)))
        else:
            intake.keep("cover", name, item, inside(at, name))


def _read_texts(intake: Intake, value: Json, at: str) -> None:
    for name, item in an_object(value, at).items():
        if not 0 < len(name) <= SHORT:  # no section can bear this name
            intake.keep("texts", name, item, inside(at, name))
            continue
        words = intake.read("texts", name, field_codec("section", "text"), item, inside(at, name))
        if words is not None:
            intake.edits.append(Edit("section", name, "text", words))


def _read_rows(intake: Intake, table: str, value: Json, at: str) -> None:
    given = a_list(value, at)
    for rank, (item, place) in enumerate(zip(given, intake.places(len(given)), strict=True)):
        row, here = new_id(), inside(at, rank)
        intake.birth(table, row, place=place)
        intake.addresses.plain(row, f"{table}#{rank + 1}")
        for name, member in an_object(item, here).items():
            if table == "expense" and name in YEARS:
                years = intake.read(row, name, BY_YEAR, member, inside(here, name))
                _births_of_years(intake, row, YEARS[name], years)
            elif name in fields_of(table):
                said = intake.read(row, name, field_codec(table, name), member, inside(here, name))
                intake.birth(table, row, **{name: said})
            else:
                intake.keep(row, name, member, inside(here, name))


def _births_of_years(intake: Intake, expense: str, which: str, years: ByYear) -> None:
    for year, cents in years:
        intake.birth("expense_year", f"{expense}/{year}", expense=expense, year=year)
        intake.birth("expense_year", f"{expense}/{year}", **{which: cents})


def _read_in_kind(intake: Intake, value: Json, at: str) -> None:
    for name, item in an_object(value, at).items():
        if name not in SIDES:
            intake.keep("in_kind", name, item, inside(at, name))
            continue
        pairs = intake.read("in_kind", name, PAIRS, item, inside(at, name))
        for (label, cents), place in zip(pairs, intake.places(len(pairs)), strict=True):
            intake.birth("in_kind", new_id(), side=SIDES[name], label=label, amount=cents, place=place)


# -- out ----------------------------------------------------------------------------------------------
def dossier_object(shelf: Shelf) -> dict[str, Json]:
    """The dossier of a snapshot, members in the order people read them."""
    head = shelf.project.head
    labels = tuple(getattr(row, "label", None) for row in shelf.project.in_order("attachment"))
    known: list[tuple[str, Member]] = [
        ("profile", shelf.written("dossier", "profile", field_codec("project", "profile"), head.profile)),
        (
            "profile_toml",
            shelf.written(
                "dossier", "profile_toml", field_codec("project", "profile_toml"), head.profile_toml
            ),
        ),
        ("cover", _cover(shelf)),
        ("texts", _texts(shelf)),
        ("quotes", quotes_list(shelf, _sections(shelf))),
    ]
    for name, table in TABLES.items():
        known.append((name, _rows(shelf, name, table)))
        if name == "resources":
            known.append(("in_kind", _in_kind(shelf)))
            known.append(("vat", shelf.written("dossier", "vat", field_codec("project", "vat"), head.vat)))
    known.append(("attachments", shelf.written("dossier", "attachments", LABELS, labels)))
    known += [("acronyms", acronyms_object(shelf)), ("kept_as_is", kept_list(shelf))]
    known.append(("versions", versions_list(shelf)))
    return shelf.members("dossier", known)


def _cover(shelf: Shelf) -> Member:
    head = shelf.project.head
    known = [
        (name, shelf.written("cover", name, field_codec("project", field), getattr(head, field)))
        for name, field in COVER.items()
    ]
    return shelf.members("cover", known) or shelf.as_it_was("dossier", "cover")


def _texts(shelf: Shelf) -> Member:
    codec = field_codec("section", "text")
    texts = {
        name: shelf.project.text(name) if (words := shelf.project.section[name].text) else words
        for name in _sections(shelf)
    }
    known = [(name, shelf.written("texts", name, codec, words)) for name, words in texts.items()]
    return shelf.members("texts", known) or shelf.as_it_was("dossier", "texts")


def _sections(shelf: Shelf) -> list[str]:
    """The texts in the order of the dossier."""
    rank = {name: place for place, name in enumerate(load_sections())}
    return sorted(shelf.project.section, key=lambda name: (rank.get(name, len(rank)), name))


def _rows(shelf: Shelf, member: str, table: str) -> Member:
    rows = [_row(shelf, table, row) for row in shelf.project.in_order(table)]
    return list[Json](rows) if rows else shelf.as_it_was("dossier", member)


def _row(shelf: Shelf, table: str, row: Row) -> dict[str, Json]:
    known: list[tuple[str, Member]] = [
        (name, shelf.written(row.id, name, field_codec(table, name), getattr(row, name)))
        for name in fields_of(table)
    ]
    if table == "expense":
        years = shelf.project.years_of(row.id)
        for name, which in YEARS.items():
            amounts = tuple(
                (year, cents) for year, held in years.items() if (cents := getattr(held, which)) is not None
            )
            known.append((name, shelf.written(row.id, name, BY_YEAR, amounts)))
    return shelf.members(row.id, known)


def _in_kind(shelf: Shelf) -> Member:
    known = []
    for name, side in SIDES.items():
        rows = [row for row in shelf.project.in_order("in_kind") if getattr(row, "side", None) == side]
        pairs = tuple((getattr(row, "label", None), getattr(row, "amount", None)) for row in rows)
        known.append((name, shelf.written("in_kind", name, PAIRS, pairs)))
    return shelf.members("in_kind", known) or shelf.as_it_was("dossier", "in_kind")
