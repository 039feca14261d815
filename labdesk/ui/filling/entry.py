"""What a person types in a cell or a field, read as a value; and a value as people read it or edit it."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from labdesk import words
from labdesk.domain.canvas_type import Option, option_label
from labdesk.domain.entities import Value
from labdesk.errors import Refusal
from labdesk.words import _

Kind = Literal["text", "long", "raw", "money", "decimal", "date", "choice", "check"]
"""`text`: one line; `long`: several, trimmed; `raw`: kept as it is typed."""
NUMBERS = ("money", "decimal")
"""Kinds whose values stand at the right of their cell."""

_NUMERIC_DATE = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})")
_WORDED_DATE = re.compile(r"(?:(\d{1,2})(?:er)?\s+)?([^\W\d]+)\.?\s+(\d{4})")
_YES = {"oui", "yes", "vrai", "true", "x", "1", "✓", "o", "y"}
_NO = {"non", "no", "faux", "false", "0", "n", "☐"}
_NOTHING = re.compile(r"[-–—−]\s*€?|€\s*[-–—−]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def shown(kind: Kind, value: Value, options: Sequence[Option] = ()) -> str:
    """A value as people read it; empty when nothing was said."""
    if value is None or value == "":
        return ""
    if kind == "money":
        return words.euros(int(value))
    if kind == "decimal":
        return words.decimal(value)
    if kind == "date":
        return _short_date(str(value))
    if kind == "choice":
        return option_label(options, value)
    if kind == "check":
        return _("oui") if value else _("non")
    return str(value)


def typed(kind: Kind, value: Value, options: Sequence[Option] = ()) -> str:
    """A value as a person would type it: what an editor starts with."""
    if kind == "money" and value is not None:
        amount = Decimal(int(value)) / 100
        return f"{amount:.2f}".replace(".", ",") if int(value) % 100 else f"{amount:.0f}"
    if kind == "decimal" and value is not None:
        return str(value).replace(".", ",") if words.language() == "fr" else str(value)
    return shown(kind, value, options)


def read(kind: Kind, text: str, options: Sequence[Option] = ()) -> Value:
    """What was typed, as a value; None when it is empty. A Refusal says what was expected."""
    if kind == "raw":
        return text
    clean = cleaned(text) if kind == "long" else " ".join(cleaned(text).split())
    if not clean:
        return None
    if kind == "money":
        return _money(clean)
    if kind == "decimal":
        return _decimal(clean)
    if kind == "date":
        return _date(clean)
    if kind == "choice":
        return _choice(clean, options)
    if kind == "check":
        return _check(clean)
    return clean


def cleaned(text: str) -> str:
    """A typed or pasted text without control characters, its line ends alike; nothing else is touched."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")).strip()


def plain(text: str) -> str:
    """Lower case and without accents, to compare what people type with what is offered."""
    split = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(c for c in split if not unicodedata.combining(c)).strip()


def _misread(text: str, why: str) -> Refusal:
    return Refusal(_("« {text} » {why} La case n’a pas changé.").format(text=text[:60], why=why))


def _short_date(iso: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day:%d/%m/%Y}" if words.language() == "fr" else iso


def _money(text: str) -> int | None:
    """Cents; nothing for the dash that accounting formats write for 0."""
    if _NOTHING.fullmatch(text):
        return None
    amount = words.cents(text)
    if amount is None:
        raise _misread(text, _("n’est pas un montant. Tapez par exemple 1 234,50 ou 12k."))
    return amount


def _decimal(text: str) -> str:
    clean = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".").replace("−", "-")
    try:
        number = Decimal(clean)
    except ArithmeticError:
        number = Decimal("NaN")
    if not number.is_finite():
        raise _misread(text, _("n’est pas un nombre. Tapez par exemple 5,4."))
    return clean


def _date(text: str) -> str:
    found = _date_of(text)
    if found is None:
        raise _misread(text, _("n’est pas une date. Tapez par exemple 15/10/2027."))
    return found.isoformat()


def _date_of(text: str) -> date | None:
    if numeric := _NUMERIC_DATE.fullmatch(text):
        day, month, year = (int(part) for part in numeric.groups())
        year += 2000 if year < 100 else 0
    elif worded := _WORDED_DATE.fullmatch(text):
        month = _month(worded[2])
        day, year = int(worded[1] or 1), int(worded[3])
    else:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The rank of a month from its first letters, in French or English; 0 when it is no month."""
    from babel.dates import get_month_names

    for language in words.LANGUAGES:
        for rank, month in get_month_names("wide", locale=language).items():
            if len(name) >= 3 and plain(month).startswith(plain(name)):
                return int(rank)
    return 0


def _choice(text: str, options: Sequence[Option]) -> Value:
    wanted = plain(text)
    for option in options:
        if wanted in (plain(str(option.id)), plain(option.label.fr), plain(option.label.en)):
            return option.id
    begun = [option for option in options if plain(str(option.label)).startswith(wanted)]
    if len(begun) == 1:
        return begun[0].id
    offered = ", ".join(str(option.label) for option in options)
    raise _misread(text, _("n’est pas proposé. Choix possibles : {offered}.").format(offered=offered))


def _check(text: str) -> int:
    wanted = plain(text)
    if wanted in _YES:
        return 1
    if wanted in _NO:
        return 0
    raise _misread(text, _("n’est ni oui ni non."))
