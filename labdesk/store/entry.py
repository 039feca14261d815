"""What a person typed, cleaned before it enters the history: text, numbers, limits."""

import re
import unicodedata

from labdesk.domain.entities import FIELDS, SHORT, Field, Value
from labdesk.errors import Refusal
from labdesk.store.history import LONGEST_ID, LONGEST_VALUE
from labdesk.words import _, several

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
# Control characters but newline and tab, lone surrogates, and the two code points that are no character.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """NFC, one kind of line end, nothing that cannot be seen, hashed or printed."""
    if text.isascii() and text.isprintable():
        return text
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def clean_label(label: str) -> str:
    """The words of a gesture, which may quote a file name: a history takes no others."""
    return clean_text(label)[:SHORT]


def clean_value(table: str, field: str, value: Value, *, typed: bool = True) -> Value:
    """The value as it enters the history; a Refusal says the limit or the kind that was wanted.

    `typed` by a person here: what comes from another file keeps its length.
    """
    declared = FIELDS[table][field]
    if value is None or isinstance(value, int):
        return _whole(declared, value)
    if declared.sql == "INTEGER":
        raise Refusal(
            _("« {text} » n’est pas un nombre entier. Rien n’a été changé.").format(text=value[:40])
        )
    text = clean_text(value)
    limit = declared.limit if typed else LONGEST_VALUE
    if len(text) > limit:
        raise Refusal(_too_long(len(text), limit))
    return text


def _whole(declared: Field, value: int | None) -> Value:
    if value is None:
        return None
    if abs(value) >= 2**53:  # beyond, JSON readers round it
        raise Refusal(_("Ce nombre est trop grand. Rien n’a été changé."))
    return str(int(value)) if declared.sql == "TEXT" else int(value)


def _too_long(length: int, limit: int) -> str:
    counted = several(length, "Ce texte compte {n} caractère", "Ce texte compte {n} caractères")
    advice = _(
        "la limite est de {limit}. Rien n’a été changé : gardez le texte et coupez-le en plusieurs parties."
    )
    return f"{counted} ; {advice.format(limit=limit)}"


def clean_id(row: str) -> str:
    """The id of a row. ValueError for one that no file may hold: people do not type ids."""
    if not 0 < len(row) <= LONGEST_ID or clean_text(row) != row:
        raise ValueError(f"not a row id: {row[:60]!r}")
    return row
