"""Random projects for the tests of this room: as JSON values, and as what a person did in the window."""

import json
from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st

from labdesk.domain.canvas_type import CanvasType, Zone, load_catalogue

CATALOGUE = load_catalogue()
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp", "Mn")),
    max_size=20,
).map(lambda text: normalize("NFC", text.strip()))
LABELS = (
    st.sampled_from(["", "Attendre", "S’informer", "Étape 1 : accueil", "lane#1", "=1+1", "actions"]) | TEXTS
)
AMOUNTS = st.integers(-(10**9), 10**9) | st.integers(0, 10**6).map(lambda cents: cents / 100)
NUMBERS = st.integers(-1000, 1000) | st.sampled_from([5.4, 0.1, 1e21, -2.5]) | TEXTS
DAYS = st.dates().map(str)
UNKNOWN = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.just(1.5) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
EXTRA = st.dictionaries(st.sampled_from(["avis", "couleur", "x y", "é"]), UNKNOWN, max_size=1)


def note(draw: st.DrawFn) -> Any:
    """Most notes are words; some say more."""
    if draw(st.integers(0, 4)):
        return draw(TEXTS)
    said = {"text": draw(TEXTS), "votes": draw(st.integers(1, 3)), "source": draw(TEXTS)}
    kept = draw(st.lists(st.sampled_from(sorted(said)), unique=True, min_size=1))
    return {name: said[name] for name in kept} | {"evidence": "lived"} | draw(EXTRA)


def zone_value(draw: st.DrawFn, kind: CanvasType, zone: Zone, keys: dict[str, list[str]]) -> Any:
    """What a file may say in a zone."""
    name = zone.kind.removeprefix("grid_")
    options = [option.id for option in kind.options(zone.vocabulary)]
    if name in ("notes", "dates"):
        return [note(draw) for _ in range(draw(st.integers(0, 2)))]
    if name == "chain":
        return [[note(draw) for _ in range(draw(st.integers(0, 3)))] for _ in range(draw(st.integers(0, 2)))]
    if name == "choices":
        return draw(st.lists(st.sampled_from(options), unique=True))
    if name == "photos":
        return draw(st.integers(0, 3) | st.lists(photos(), max_size=2))
    if name == "table":
        if zone.id == "attendance":
            return draw(st.dictionaries(st.sampled_from(options_of(kind, zone)), st.integers(0, 30)))
        return draw(
            st.lists(st.lists(TEXTS, min_size=len(zone.columns), max_size=len(zone.columns)), max_size=2)
        )
    if name in ("ref", "refs"):
        known = [*keys.get((zone.refers or "").partition(".")[0], []), "nulle part"]
        return (
            draw(st.sampled_from(known))
            if name == "ref"
            else draw(st.lists(st.sampled_from(known), unique=True))
        )
    return one_value(draw, zone, name, options)


def one_value(draw: st.DrawFn, zone: Zone, name: str, options: list[Any]) -> Any:
    low, high = zone.range or (-5, 5)
    single = {
        "choice": st.sampled_from(options or [""]),
        "check": st.booleans(),
        "number": NUMBERS,
        "money": AMOUNTS,
        "score": st.integers(low, high),
        "date": DAYS,
    }.get(name, TEXTS)
    value = draw(single)
    return [value] if zone.is_lane and name != "check" else value


def options_of(kind: CanvasType, zone: Zone) -> list[str]:
    return [str(option.id) for option in kind.options(zone.columns[0].vocabulary)]


@st.composite
def photos(draw: st.DrawFn) -> Any:
    said = {"file": "a.jpg", "alt": draw(TEXTS), "caption": draw(TEXTS), "person": "none"}
    return {name: said[name] for name in draw(st.lists(st.sampled_from(sorted(said)), unique=True))} | draw(
        EXTRA
    )


@st.composite
def canvas(draw: st.DrawFn, kind: CanvasType, key: str, keys: dict[str, list[str]]) -> Any:
    said: dict[str, Any] = {"id": key}
    for zone in kind.sheet:
        if draw(st.booleans()):
            said[zone.id] = zone_value(draw, kind, zone, keys)
    if kind.layout == "grid":
        said["phases"] = draw(st.lists(LABELS, unique=True, max_size=3))
        said["steps"] = [
            step(draw, kind, phase) for phase in said["phases"] for _ in range(draw(st.integers(0, 2)))
        ]
    return said | draw(EXTRA)


def step(draw: st.DrawFn, kind: CanvasType, phase: str) -> Any:
    said: dict[str, Any] = {"phase": phase, "label": draw(LABELS)}
    if draw(st.booleans()):
        said |= {"emotion": draw(st.integers(-2, 2)), "word": draw(TEXTS)}
    lanes = [zone for zone in kind.lanes if zone.id != "emotions"]
    cells = draw(st.lists(st.sampled_from(lanes), unique_by=lambda zone: zone.id, max_size=4))
    return said | {"cells": {zone.id: zone_value(draw, kind, zone, {}) for zone in cells}} | draw(EXTRA)


def rows(**members: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A list of objects with some of these members."""
    one = st.fixed_dictionaries({}, optional=members)
    return st.lists(st.builds(lambda row, extra: row | extra, one, EXTRA), max_size=2)


YEARS = st.dictionaries(st.sampled_from(["2027", "2028"]), AMOUNTS)
DOSSIER = st.fixed_dictionaries(
    {},
    optional={
        "profile": st.just("small"),
        "cover": st.fixed_dictionaries({}, optional={"title": TEXTS, "requested": AMOUNTS, "autre": UNKNOWN}),
        "texts": st.dictionaries(st.sampled_from(["summary", "context", "à moi"]), TEXTS),
        "impacts": rows(label=TEXTS, baseline=NUMBERS, target=NUMBERS, date=DAYS),
        "expenses": rows(label=TEXTS, kind=TEXTS, y=YEARS, ae=YEARS, cp=YEARS, etpt=NUMBERS),
        "resources": rows(label=TEXTS, amount=AMOUNTS, target=st.booleans(), own=st.booleans()),
        "risks": rows(label=TEXTS, p=st.integers(1, 3), g=st.integers(1, 3)),
        "gains": rows(label=TEXTS, per_year=NUMBERS),
        "in_kind": st.fixed_dictionaries(
            {},
            optional={
                "expenses": st.lists(st.tuples(TEXTS, AMOUNTS).map(list), max_size=2),
                "autre": UNKNOWN,
            },
        ),
        "attachments": st.lists(TEXTS, max_size=2),
        "follow_up": rows(kind=TEXTS, date=DAYS, amount=AMOUNTS, said=TEXTS, answered=DAYS),
        "versions": rows(
            at=TEXTS,
            name=TEXTS,
            final=st.booleans(),
            pages=st.integers(0, 40),
            content=st.lists(st.dictionaries(TEXTS, UNKNOWN, max_size=2), max_size=3),
        ),
        "vat": TEXTS,
        "autre": UNKNOWN,
    },
)


@st.composite
def json_projects(draw: st.DrawFn) -> Any:
    """The value of a JSON project, with unknown members at every level."""
    keys = {"persona": ["ines", "awa"], "journey": ["j_un"], "problem": ["p_un"], "prototype": ["pr_un"]}
    lists = {"persona": "personas", "journey": "journeys", "problem": "problems", "prototype": "prototypes"}
    said: dict[str, Any] = {"title": draw(TEXTS)}
    for kind, name in lists.items():
        if draw(st.booleans()):
            made = [draw(canvas(CATALOGUE.types[kind], key, keys)) for key in keys[kind]]
            said[name] = made[: draw(st.integers(0, len(made)))]
    if draw(st.booleans()):
        said["workshop"] = draw(canvas(CATALOGUE.types["workshop"], "atelier", keys))
    if draw(st.booleans()):
        said["dossier"] = draw(DOSSIER)
    return json.loads(json.dumps(said | draw(EXTRA)))
