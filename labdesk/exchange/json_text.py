"""A JSON text as plain values and back: mistakes are told with line, column and reason, texts are cleaned."""

import json
import math
import re
import unicodedata
from enum import Enum
from typing import Literal, NoReturn, TypeAlias, Union

from labdesk.errors import Refusal
from labdesk.words import _

Json: TypeAlias = Union[bool, int, float, str, "list[Json]", "dict[str, Json]", None]


class Missing(Enum):
    """A member that is not written at all, which is not the same as null."""

    ABSENT = "absent"


ABSENT: Literal[Missing.ABSENT] = Missing.ABSENT
Member: TypeAlias = Json | Missing

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
# Control characters, lone surrogates and non-characters: no file format downstream accepts them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


class Misfit(Exception):
    """A value that cannot stand at its place: `at` names the place as journeys[2].steps[4].emotion."""

    def __init__(self, at: str, why: str) -> None:
        super().__init__(f"{at}: {why}")
        self.at = at
        self.why = why


def clean(text: str) -> str:
    """A text composed (NFC), its lines ended by \\n, without control characters."""
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)))


def load(text: str, source: str) -> tuple[Json, int]:
    """The value of a JSON text, its strings cleaned, and how many unwanted characters were taken out."""
    try:
        value = json.loads(
            text.removeprefix("\ufeff"), parse_constant=_no_constant, object_pairs_hook=_no_twins
        )
    except json.JSONDecodeError as error:
        why = _reason(error) if text.strip() else _("le fichier est vide")
        raise Refusal(
            _("{file}, ligne {line}, colonne {column} : {why}. Rien n’a été importé.").format(
                file=source, line=error.lineno, column=error.colno, why=why
            )
        ) from error
    except _Unreadable as error:
        raise _refused(source, str(error)) from error
    except ValueError as error:  # Python reads no number of more than 4,300 digits
        raise _refused(source, _("un nombre est trop long")) from error
    except RecursionError as error:
        raise _refused(source, _("des listes sont emboîtées sans fin")) from error
    washer = _Washer()
    return washer.wash(value, ""), washer.taken_out


def dump(value: Json) -> str:
    """The text of a value: UTF-8, one space of indent, as the files that ship."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def packed(value: Json) -> str:
    """The same on one line and in ASCII, for what is kept aside: no normalisation can touch it."""
    return json.dumps(value, separators=(",", ":"))


def same(one: Member, other: Member) -> bool:
    """The same JSON value: 1, 1.0 and true are three; the order of an object's members says nothing."""
    if isinstance(one, Missing) or isinstance(other, Missing):
        return one is other
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def inside(at: str, key: str | int) -> str:
    """The path of a member: `journeys`, 2 → journeys[2]; then `title` → journeys[2].title."""
    if isinstance(key, int):
        return f"{at}[{key}]"
    return f"{at}.{key}" if at else key


class _Unreadable(Exception):
    """What is read by Python but is not JSON, or would lose something."""


def _refused(source: str, why: str) -> Refusal:
    return Refusal(_("{file} : {why}. Rien n’a été importé.").format(file=source, why=why))


def _no_constant(name: str) -> NoReturn:
    raise _Unreadable(_("« {name} » n’est pas un nombre").format(name=name))


def _no_twins(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _value in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise _Unreadable(
            _("le champ « {name} » figure deux fois au même endroit").format(name=clean(twin)[:80])
        )
    return members


def _reason(error: json.JSONDecodeError) -> str:
    """What Python says in English, in words a person can act on."""
    said = {
        "Expecting value": _("une valeur est attendue ici"),
        "Expecting property name": _("un nom de champ entre guillemets droits est attendu"),
        "Expecting ':'": _("deux-points sont attendus"),
        "Expecting ','": _("une virgule ou une fermeture est attendue"),
        "Extra data": _("le texte continue après la fin"),
        "Unterminated string": _("un texte commence ici et n’est jamais fermé"),
        "Invalid control character": _("un caractère de contrôle se trouve dans un texte"),
        "Invalid \\u": _("« \\u » n’est pas suivi de quatre chiffres hexadécimaux"),
        "Invalid \\": _("« \\ » n’est pas suivi d’un caractère permis"),
        "Illegal trailing comma": _("une virgule est de trop avant la fermeture"),
    }
    return next((words for begins, words in said.items() if error.msg.startswith(begins)), error.msg)


class _Washer:
    """Goes through a value once, cleans its texts and counts what it takes out."""

    def __init__(self) -> None:
        self.taken_out = 0

    def wash(self, value: Json, at: str) -> Json:
        if isinstance(value, str):
            if value.isascii() and value.isprintable():
                return value
            self.taken_out += len(_UNWANTED.findall(_LINE_ENDS.sub("\n", value)))
            return clean(value)
        if isinstance(value, list):
            return [self.wash(item, inside(at, rank)) for rank, item in enumerate(value)]
        if isinstance(value, dict):
            return {clean(name): self.wash(item, inside(at, name)) for name, item in value.items()}
        if isinstance(value, float) and not math.isfinite(value):
            raise Misfit(at, _("ce nombre est trop grand."))
        return value
