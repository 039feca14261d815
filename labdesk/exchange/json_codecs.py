"""How each kind of value stands in JSON: a pair of functions, from JSON to plain content and back.

What a file says in another way than `render` (a count of photos, an empty list, "12" for 12) is kept
beside by the reader and handed back as long as it still parses to the same content.
"""

import json
import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from labdesk.domain.entities import LONG, SHORT, Value
from labdesk.exchange.json_text import ABSENT, Json, Member, Misfit, Missing, inside
from labdesk.words import _, decimal

C = TypeVar("C")
SMALLEST, LARGEST = 1 - 2**53, 2**53 - 1
"""What every reader of JSON keeps exactly."""


class Codec(Struct, Generic[C], frozen=True):
    """`parse` takes a JSON value (never null) and its path; `render` gives ABSENT for `empty`."""

    parse: Callable[[Json, str], C]
    render: Callable[[C], Member]
    empty: C


Scalar: TypeAlias = Codec[Value]


def scalar(parse: Callable[[Json, str], Value], render: Callable[[str | int], Json]) -> Scalar:
    """A codec of one stored value; None is no value."""
    return Codec(parse, lambda value: ABSENT if value is None else render(value), None)


def short_enough(text: str, limit: int, at: str) -> str:
    """The text, if the field can hold it."""
    if len(text) > limit:
        why = _("{n} caractères, {limit} au plus.").format(n=decimal(len(text)), limit=decimal(limit))
        raise Misfit(at, why)
    return text


def a_list(value: Json, at: str) -> list[Json]:
    """The value, if it is a list."""
    if not isinstance(value, list):
        raise Misfit(at, _("une liste est attendue."))
    return value


def an_object(value: Json, at: str) -> dict[str, Json]:
    """The value, if it is an object."""
    if not isinstance(value, dict):
        raise Misfit(at, _("un objet { … } est attendu."))
    return value


def text(limit: int = LONG) -> Scalar:
    """Words. A number is read as its digits."""

    def parse(value: Json, at: str) -> Value:
        if isinstance(value, str):
            return short_enough(value, limit, at)
        if is_number(value):
            return json.dumps(value)
        raise Misfit(at, _("un texte est attendu."))

    return scalar(parse, lambda stored: stored)


def is_number(value: Json) -> bool:
    """True and false are no numbers here."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def whole(value: Json, at: str) -> int:
    """A whole number that the file can hold."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not SMALLEST <= value <= LARGEST:
        raise Misfit(at, _("un nombre entier est attendu."))
    return value


def within(low: int, high: int) -> Scalar:
    """A whole number between two bounds: a score, an emotion."""

    def parse(value: Json, at: str) -> Value:
        try:
            number = whole(value, at)
        except Misfit:
            number = high + 1
        if low <= number <= high:
            return number
        why = _("un nombre entier de {low} à {high} est attendu.")
        raise Misfit(at, why.format(low=str(low).replace("-", "−"), high=high))

    return scalar(parse, lambda stored: stored)


def _as_number(words: str, *, decimals_only: bool) -> Json:
    """The number that is written exactly so (« 5.4 »), else the words themselves."""
    try:
        value: int | float = float(words) if decimals_only else int(words)
    except ValueError:
        return words if decimals_only else _as_number(words, decimals_only=True)
    return value if math.isfinite(value) and json.dumps(value) == words else words


def _number(value: Json, at: str) -> Value:
    return whole(value, at) if isinstance(value, int) else text(SHORT).parse(value, at)


def _choice(value: Json, at: str) -> Value:
    if isinstance(value, str):
        return short_enough(value, SHORT, at)
    return whole(value, at)


def _money(value: Json, at: str) -> Value:
    if not is_number(value):
        raise Misfit(at, _("un montant en euros est attendu (un nombre)."))
    amount = Decimal(json.dumps(value)) * 100
    if amount != amount.to_integral_value() or not SMALLEST <= amount <= LARGEST:
        raise Misfit(at, _("un montant a deux décimales au plus."))
    return int(amount)


def _euros(stored: str | int) -> Json:
    if isinstance(stored, str):
        return stored
    return stored / 100 if stored % 100 else stored // 100


def _yes(value: Json, at: str) -> Value:
    if value is True or value is False or value in (0, 1):
        return int(bool(value))
    raise Misfit(at, _("true ou false est attendu."))


TEXT = text()
WHOLE = scalar(whole, lambda stored: stored)
CHOICE = scalar(_choice, lambda stored: stored)
NUMBER = scalar(
    _number, lambda stored: _as_number(str(stored), decimals_only=True) if isinstance(stored, str) else stored
)
DECIMAL = scalar(
    lambda value, at: text(SHORT).parse(value, at),
    lambda stored: _as_number(stored, decimals_only=False) if isinstance(stored, str) else stored,
)
"""Kept as text: 5.4 stays 5.4, 12 stays 12."""
MONEY = scalar(_money, _euros)
YES = scalar(_yes, lambda stored: stored == 1)

SCALARS: Mapping[str, Scalar] = {
    "text_short": TEXT,
    "text": TEXT,
    "date": TEXT,
    "number": NUMBER,
    "money": MONEY,
    "score": WHOLE,
    "choice": CHOICE,
    "check": YES,
    "ref": TEXT,
}
"""By kind of zone or column; a reference has a codec of its own where what it points to is known."""


def one_in_a_list(item: Scalar) -> Scalar:
    """A single value of a cell of the grid, written as a list of one."""

    def parse(value: Json, at: str) -> Value:
        if isinstance(value, list):
            if len(value) != 1 or value[0] is None:
                if not value:
                    return None
                raise Misfit(at, _("une seule valeur est attendue."))
            return item.parse(value[0], inside(at, 0))
        return item.parse(value, at)

    def render(stored: Value) -> Member:
        value = item.render(stored)
        return value if isinstance(value, Missing) else [value]

    return Codec(parse, render, None)
