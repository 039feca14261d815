"""Wording: the language of the moment, French message ids, their English, typography, dates, money."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Literal

from labdesk import places

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
NBSP, NNBSP = "\u00a0", "\u202f"

_language: ContextVar[Language] = ContextVar("language", default="fr")


def language() -> Language:
    """The language of this moment: French unless `speaking` said otherwise."""
    return _language.get()


def speak(chosen: Language) -> None:
    """From now on this context speaks `chosen`."""
    _language.set(chosen)


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Inside the block everything is said in `chosen`."""
    token = _language.set(chosen)
    try:
        yield
    finally:
        _language.reset(token)


def _(message: str) -> str:
    """The message in the language of the moment. French is the message id, so French can never be missing;
    its unbreakable spaces are put in here, so code is typed with plain ones."""
    return _french(message) if language() == "fr" else _english().get(message, message)


@cache
def _french(message: str) -> str:
    return typeset(message)


def several(count: int, one: str, many: str) -> str:
    """The right number of a message, `{n}` filled in: French counts 0 and 1 as singular, English only 1."""
    single = count < 2 if language() == "fr" else count == 1
    return _(one if single else many).format(n=count)


@cache
def _english() -> dict[str, str]:
    from babel.messages.pofile import read_po

    path = places.resources() / "locale" / "en.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id and m.string}


_BEFORE_THIN = re.compile(r"[ \u00a0\u202f]+([;!?])")
_BEFORE_COLON = re.compile(r"[ \u00a0\u202f]+:(?=\s|$)")
_OPENING = re.compile(r"«[ \u00a0\u202f]*")
_CLOSING = re.compile(r"[ \u00a0\u202f]*»")
_DIGITS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_UNIT = re.compile(r"(?<=\d)[ \u00a0\u202f]+(?=[€%°])")


def typeset(text: str) -> str:
    """French typography: unbreakable spaces around « : ; ! ? » and in amounts, and ’. Words stay."""
    if language() != "fr" or not text:
        return text
    text = text.replace("'", "’")
    text = _OPENING.sub(f"«{NBSP}", text)
    text = _CLOSING.sub(f"{NBSP}»", text)
    text = _BEFORE_COLON.sub(f"{NBSP}:", text)
    text = _BEFORE_THIN.sub(rf"{NNBSP}\1", text)
    text = _DIGITS.sub(NNBSP, text)
    return _UNIT.sub(NBSP, text)


def euros(cents: int | None) -> str:
    """An amount of cents as people read it: 7620000 → « 76 200 € »; cents are shown only if there are any."""
    from babel.numbers import format_decimal

    if cents is None:
        return ""
    pattern = "#,##0.00" if cents % 100 else "#,##0"
    return f"{format_decimal(Decimal(cents) / 100, pattern, locale=language())}{NBSP}€"


def decimal(text: str | int | None) -> str:
    """A stored decimal (« 5.4 ») as people read it (« 5,4 »); anything else is given back as it is."""
    from babel.numbers import format_decimal

    try:
        return str(format_decimal(Decimal(str(text)), "#,##0.######", locale=language()))
    except ArithmeticError:
        return "" if text is None else str(text)


_AMOUNT_NOISE = re.compile(r"[\s\u00a0\u202f€]|euros?|EUR|(?<=\d)['’](?=\d)", re.IGNORECASE)
_CURRENCY = re.compile(r"€|euros?|EUR", re.IGNORECASE)
_TWO_READINGS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_MINUS = str.maketrans("−–", "--")
_SCALES = {"k": 1_000, "K": 1_000, "M": 1_000_000}


def cents(typed: str) -> int | None:
    """What a person typed, or a spreadsheet gave, as an amount in cents; None when it is no amount.

    « 1 234,50 € », « 12k », « 1,2 M€ », « (1 234,50) » (a negative one), « 1'234.50 ». « 1.234 » may be two
    amounts: it is none.
    """
    clean = _AMOUNT_NOISE.sub("", typed).translate(_MINUS)
    if clean.startswith("(") and clean.endswith(")"):
        clean = f"-{clean[1:-1]}"
    if _TWO_READINGS.fullmatch(_CURRENCY.sub("", typed).strip().lstrip("(-−").rstrip(")")):
        return None
    if "," in clean and "." in clean:  # « 1.234,50 », « 1,234.50 »: the last one is the decimal mark
        clean = clean.replace("." if clean.rfind(".") < clean.rfind(",") else ",", "")
    clean = clean.replace(",", ".")
    scale = 1
    if clean[-1:] in _SCALES and len(clean) > 1:
        clean, scale = clean[:-1], _SCALES[clean[-1]]
    if clean.count(".") > 1:
        return None
    try:
        amount = Decimal(clean) * scale * 100
    except ArithmeticError:
        return None
    if not amount.is_finite() or abs(amount) > 10**15:
        return None
    return int(amount.to_integral_value())


_DATES: dict[Language, str] = {"fr": "fr", "en": "en_GB"}
"""Dates are typed day first, so they are read day first in English too."""


def day(iso: str | None, style: Literal["long", "medium", "short", "MMMM y"] = "long") -> str:
    """An ISO date as people read it: « 9 mars 2027 », « 1er avril ». What is no ISO date is given back."""
    from babel.dates import format_date

    try:
        told = str(format_date(date.fromisoformat(iso or ""), style, locale=_DATES[language()]))
    except ValueError:
        return iso or ""
    # Babel leaves the ordinal out: « le 1 avril » is not French.
    return f"1er{told[1:]}" if language() == "fr" and told.startswith(("1 ", "1\u00a0")) else told


def hour(moment: datetime) -> str:
    """The time of day: « 10:42 »."""
    return f"{moment:%H:%M}"


def why(trouble: OSError) -> str:
    """Why the system refused a file or a folder; its own words are English, whatever the laptop speaks."""
    if isinstance(trouble, FileNotFoundError | NotADirectoryError):
        return _("le dossier n’existe pas")
    if isinstance(trouble, PermissionError):
        return _("vous n’en avez pas le droit, ou le fichier est ouvert ailleurs")
    known = {
        errno.ENOSPC: _("le disque est plein"),
        errno.EDQUOT: _("le disque est plein"),
        errno.EROFS: _("le disque se lit seulement"),
        errno.ENAMETOOLONG: _("ce nom est trop long"),
        errno.EISDIR: _("c’est un dossier"),
        errno.EIO: _("le disque répond mal"),
    }
    number = trouble.errno or 0
    return known.get(number, _("le système répond « erreur {number} »").format(number=number))
