"""Durations as people write them (« 1 h 30 », « 2 à 3 semaines »), read and summed. It stores nothing.

A day is 24 hours and a week 7 days; months are never turned into days, nor working days into days: what has
no fixed length is summed on its own. A text that cannot be read whole is left as it is, and counted as such.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct, field

from labdesk.domain.entities import Value
from labdesk.words import NBSP, _, decimal, several

HOUR, DAY, WEEK, YEAR = 60, 1440, 10080, 12
"""Minutes of an hour, a day, a week; months of a year."""


class Span(Struct, frozen=True):
    """A duration in what adds up: whole minutes, whole months, whole working days."""

    minutes: int = 0
    months: int = 0
    workdays: int = 0

    def __add__(self, other: "Span") -> "Span":
        return Span(self.minutes + other.minutes, self.months + other.months, self.workdays + other.workdays)

    def __str__(self) -> str:
        """« 3 sem. 2 j », « 1 an 2 mois », « 1 h 30 min »; nothing is « 0 min »."""
        years, months = divmod(self.months, YEAR)
        weeks, rest = divmod(self.minutes, WEEK)
        days, rest = divmod(rest, DAY)
        hours, minutes = divmod(rest, HOUR)
        said = [several(years, "{n} an", "{n} ans")] if years else []
        told = (
            (months, _("{n} mois")),
            (weeks, _("{n} sem.")),
            (days, _("{n} j")),
            (self.workdays, _("{n} j ouvrés")),
            (hours, _("{n} h")),
            (minutes, _("{n} min")),
        )
        said += [words.format(n=count) for count, words in told if count]
        return " ".join(part.replace(" ", NBSP) for part in said) or _("{n} min").format(n=0)


class Length(Struct, frozen=True):
    """What one text says: at least `low`, at most `high`; « environ » is kept."""

    low: Span
    high: Span
    about: bool = False


class Total(Struct, frozen=True):
    """The sum of a lane. `plain`: the sum of numbers, where no value is a duration; `unit`: theirs.

    `counted` values were summed; `bare` have no unit among others that have one; `unread` cannot be read.
    """

    low: Span = field(default_factory=Span)
    high: Span = field(default_factory=Span)
    about: bool = False
    plain: Decimal | None = None
    unit: str = ""
    counted: int = 0
    bare: int = 0
    unread: int = 0

    @property
    def left_out(self) -> int:
        """How many values are not in the sum."""
        return self.bare + self.unread

    @property
    def sum_in_words(self) -> str:
        """« 3 sem. 2 j », « de 2 sem. à 3 sem. environ », « 138 »; empty when nothing could be summed."""
        if not self.counted:
            return ""
        if self.plain is not None:
            said = decimal(str(self.plain))
            return f"{said}{NBSP}{self.unit}" if self.unit else said
        said = str(self.high)
        if self.low != self.high:
            said = _("de {low} à {high}").format(low=self.low, high=self.high)
            return _("{range} environ").format(range=said) if self.about else said
        return _("environ {duration}").format(duration=said) if self.about else said

    @property
    def in_words(self) -> str:
        """« Total : 3 sem. 2 j (2 valeurs non comptées) »; empty when there is nothing to tell."""
        total = _("Total : {sum}").format(sum=self.sum_in_words) if self.counted else ""
        if not self.left_out:
            return total
        missed = several(self.left_out, "{n} valeur non comptée", "{n} valeurs non comptées")
        return f"{total} ({missed})" if total else missed

    @property
    def advice(self) -> str:
        """What to write so that every value counts; empty when all do."""
        if self.unit and self.left_out:
            return _("Pour le total, gardez l’unité des autres cases : {unit}.").format(unit=self.unit)
        if self.bare:
            return _(
                "Sans unité, un nombre ne compte pas dans le total : écrivez « 45 min », « 2 h », « 3 j »."
            )
        if self.unread:
            return _("Pour le total, écrivez par exemple « 45 min », « 1 h 30 », « 3 j », « 2 semaines ».")
        return ""


def total_of(values: Iterable[Value]) -> Total:
    """The sum of the values of a lane: durations, else bare numbers; empty values are no values."""
    texts = [str(value) for value in values if value is not None and str(value).strip()]
    lengths = [found for text in texts if (found := length_of(text))]
    numbers = [number for text in texts if (number := number_of(text)) is not None]
    unread = len(texts) - len(lengths) - len(numbers)
    if not lengths and (measured := measures(texts)) is not None:
        unit, amounts = measured
        rest = len(texts) - len(amounts) - len(numbers)
        whole = sum(amounts, Decimal(0))
        return Total(plain=whole, unit=unit, counted=len(amounts), bare=len(numbers), unread=rest)
    if not lengths:
        plain = sum(numbers, Decimal(0)) if numbers else None
        return Total(plain=plain, counted=len(numbers), unread=unread)
    zeros = sum(number == 0 for number in numbers)  # nothing is nothing, whatever the unit
    return Total(
        sum((one.low for one in lengths), Span()),
        sum((one.high for one in lengths), Span()),
        any(one.about for one in lengths),
        counted=len(lengths) + zeros,
        bare=len(numbers) - zeros,
        unread=unread,
    )


# -- reading ------------------------------------------------------------------------------------------------
_NUMBERS = {
    word: Decimal(number)
    for number, words in (
        ("0.5", "demi demie"),
        ("1", "un une"),
        ("2", "deux"),
        ("3", "trois"),
        ("4", "quatre"),
        ("5", "cinq"),
        ("6", "six"),
        ("7", "sept"),
        ("8", "huit"),
        ("9", "neuf"),
        ("10", "dix"),
        ("12", "douze"),
        ("15", "quinze"),
        ("20", "vingt"),
        ("30", "trente"),
        ("45", "quarante-cinq"),
    )
    for word in words.split()
}
_UNITS = {
    word: (scale, one)
    for scale, one, words in (
        ("minutes", 1, "min mn minute minutes mins"),
        ("minutes", HOUR, "h hr heure heures hour hours"),
        ("minutes", DAY, "j jr jour jours journee journees d day days"),
        ("minutes", WEEK, "sem semaine semaines wk wks week weeks"),
        ("months", 1, "mois month months"),
        ("months", YEAR, "an ans annee annees year years"),
        ("workdays", 1, "jo"),
    )
    for word in words.split()
}
_ABOUT = {"environ", "env", "approximativement", "presque", "~", "≈", "about"}
_JOIN = {"et", "puis", "and", "+"}
_NOISE = {
    *("de", "d'", "du", "pour", "l'", "la", "le", "les"),
    *("attente", "delai", "delais", "trajet", "en", "moyenne", "calendaires"),
}
_WORKING = r"\b(?:j|jours?)\s*\.?\s*(?:ouvr(?:es?|ables?)|travailles?)\b|\bworking days?\b"
_RANGE = ("a", "-", "–", "ou", "to")


def number_of(text: str) -> Decimal | None:
    """A bare number (« 45 », « 1 200 », « 2,5 »); None for anything else."""
    bare = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))", "", text.strip()).replace(",", ".")
    return Decimal(bare) if re.fullmatch(r"\d{1,15}(\.\d{1,6})?", bare, re.ASCII) else None


_MEASURE = r"([\d\s\u00a0\u202f.,]+?)\s*([^\W\d_]{1,12}|[^\w\s.,;:!?]{1,3})"


def measures(texts: Sequence[str]) -> tuple[str, list[Decimal]] | None:
    """Numbers with one unit behind them, whatever it is (« 45 € », « 12 km »): the commonest one.

    None where no number has a unit. A sentence that begins with a number has none.
    """
    found: dict[str, list[Decimal]] = {}
    for text in texts:
        said = re.fullmatch(_MEASURE, text.strip())
        amount = number_of(said.group(1)) if said else None
        if said is not None and amount is not None:
            found.setdefault(said.group(2), []).append(amount)
    return max(found.items(), key=lambda one: len(one[1])) if found else None


def length_of(text: str) -> Length | None:
    """What a text says of a duration; None when any part of it cannot be read."""
    pieces = _pieces(text)
    about = any(piece in _ABOUT for piece in pieces)
    pieces = [piece for piece in pieces if piece not in _ABOUT and piece not in _NOISE]
    found: list[tuple[str, Decimal, Decimal]] = []
    at, joined = 0, True
    while at < len(pieces):
        if pieces[at] in _JOIN:
            at, joined = at + 1, True
            continue
        read = _quantity(pieces, at, found[-1][0] if found else "")
        if read is None:
            return None
        unit, low, high, at = read
        if not joined and (low != high or found[-1][1] != found[-1][2]):
            return None  # « 2 à 3 h 30 »: to which end the minutes belong cannot be told
        found.append((unit, low, high))
        joined = False
    if not found:
        return None
    spans = [_span((unit, low) for unit, low, _high in found), _span((u, high) for u, _low, high in found)]
    return None if spans[0] is None or spans[1] is None else Length(spans[0], spans[1], about)


def _pieces(text: str) -> list[str]:
    """Numbers, words and signs, without accents, capitals or dots after a unit."""
    text = re.sub(r"(\d)\s?½", r"\1,5", text).replace("½", "0,5").replace("’", "'")
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))", "", plain)
    plain = re.sub(r"(?<![\d.,/])1/2(?![\d/])", "0,5", re.sub(_WORKING, "jo", plain))
    plain = plain.replace("demi-", "demi ").replace("l'", "l' ")
    pieces = re.findall(r"\d+(?:[.,]\d+)?|[a-z]+(?:-cinq)?'?|[^\sa-z\d]", plain)
    return [piece for at, piece in enumerate(pieces) if piece not in (".", ",") or at == 0]


def _quantity(pieces: Sequence[str], at: int, before: str) -> tuple[str, Decimal, Decimal, int] | None:
    """(unit, least, most, where the next one begins) of a number, or a range, and its unit."""
    low = _number(pieces, at)
    if low is None:
        return None
    after = at + 1
    if pieces[at] in ("un", "une") and _number(pieces, after) == Decimal("0.5"):  # « une demi-heure »
        low, after = Decimal("0.5"), after + 1
    high = low
    if after + 1 < len(pieces) and pieces[after] in _RANGE and _number(pieces, after + 1) is not None:
        high, after = _number(pieces, after + 1) or low, after + 2
    elif after + 2 < len(pieces) and pieces[after] in _UNITS and pieces[after + 1] in _RANGE:
        second = _number(pieces, after + 2)  # « 2 h à 3 h »
        unit = _UNITS.get(pieces[after + 3]) if after + 3 < len(pieces) else None
        if second is not None and unit == _UNITS[pieces[after]]:
            high, after = second, after + 3
    if high < low:
        return None
    if after < len(pieces) and pieces[after] in _UNITS:
        return pieces[after], low, high, after + 1
    over = after == len(pieces) or pieces[after] in _JOIN or _number(pieces, after) is not None
    if not over or low != high:
        return None
    if low == Decimal("0.5"):  # « une heure et demie », « deux jours et demi »
        return (before, low, high, after) if before in _UNITS else None
    minutes = before in ("h", "heure", "heures") and low < HOUR and low == int(low)
    return ("min", low, high, after) if minutes else None  # « 1 h 30 »


def _number(pieces: Sequence[str], at: int) -> Decimal | None:
    if at >= len(pieces):
        return None
    piece = pieces[at]
    if piece[0].isdigit():
        return Decimal(piece.replace(",", ".")) if piece.isascii() and len(piece) < 12 else None
    return _NUMBERS.get(piece)


def _span(quantities: Iterable[tuple[str, Decimal]]) -> Span | None:
    """What these make together; None for a part of a month that is no whole number of months."""
    sums = {"minutes": Decimal(0), "months": Decimal(0), "workdays": Decimal(0)}
    for unit, number in quantities:
        scale, one = _UNITS[unit]
        if scale != "minutes" and number * one != int(number * one):
            return None
        sums[scale] += number * one
    whole = {scale: int(number.to_integral_value(ROUND_HALF_UP)) for scale, number in sums.items()}
    return Span(**whole)
