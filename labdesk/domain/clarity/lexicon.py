"""The words of plain language, from TOML: expressions, verbs behind nouns, acronyms. The lab's own win."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from labdesk import places
from labdesk.domain.clarity.splitting import WORD
from labdesk.domain.toml_table import read_each
from labdesk.errors import Refusal
from labdesk.words import _

STEM = 4
"""Letters by which an expression that ends with « * » is looked up."""
ENDINGS = {"de": r"(?:de\b|du\b|des\b|d['’])", "à": r"(?:à\b|au\b|aux\b)", "que": r"(?:que\b|qu['’])"}
"""A last word of an expression that takes other forms before what follows."""


class Expression(Struct, frozen=True):
    """Something one says, small, and what is simpler. `ending`: its last word when that takes other forms."""

    words: str
    plainer: tuple[str, ...]
    ending: str = ""

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """This expression, where it begins at that place of a text."""
        return _pattern(self.words, self.ending).match(text, start)


class Lexicon(Struct, frozen=True):
    """Everything the reading needs. `expressions`: by first word or its first letters, longest first."""

    long: int
    very_long: int
    expressions: Mapping[str, tuple[Expression, ...]]
    verbs: Mapping[str, str]
    acronyms: Mapping[str, str]
    known: frozenset[str]
    states: frozenset[str]
    refused: tuple[str, ...] = ()

    def beginning_with(self, word: str) -> tuple[Expression, ...]:
        """The expressions that may begin with this word."""
        folded = word.casefold().replace("'", "’")
        return (*self.expressions.get(folded, ()), *self.expressions.get(f"{folded[:STEM]}*", ()))


def load_lexicon(*folders: Path) -> Lexicon:
    """What ships, completed by the lab's own; a wrong file is refused with its name, the others load."""
    tables, refused = read_each(
        folders or (places.resources() / "clair", places.own_clarity()),
        lambda text, file: _checked(tomllib.loads(text), file),
        _("{file} : illisible ({why}). Les autres listes sont chargées."),
    )
    return _made(tables, refused)


def _checked(table: dict[str, Any], file: str) -> dict[str, Any]:
    """The table, or a Refusal that names what is wrong in it."""

    def refuse(where: str, why: str) -> Refusal:
        sentence = _("{file}, {where} : {why} Cette liste n’est pas chargée ; les autres le sont.")
        return Refusal(sentence.format(file=file, where=where, why=why))

    for name in ("phrases", "expressions", "verbes", "sigles", "connus", "etats"):
        if not isinstance(table.get(name, {}), dict):
            raise refuse(name, _("des lignes « mot = proposition » sont attendues."))
    for said, plainer in table.get("expressions", {}).items():
        if not _texts(plainer) or not WORD.match(said):
            raise refuse(said, _("une liste de textes est attendue."))
    for name in ("verbes", "sigles"):
        for said, other in table.get(name, {}).items():
            if not isinstance(other, str):
                raise refuse(said, _("un texte est attendu."))
    for name, member in (("connus", "sigles"), ("etats", "mots")):
        if not _texts(table.get(name, {}).get(member, [])):
            raise refuse(name, _("une liste de textes est attendue."))
    for member in ("longue", "tres_longue"):
        limit = table.get("phrases", {}).get(member, 1)
        if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
            raise refuse(member, _("un nombre de mots est attendu."))
    return table


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _made(tables: list[dict[str, Any]], refused: tuple[str, ...]) -> Lexicon:
    def merged(name: str) -> dict[str, Any]:
        return {key: value for table in tables for key, value in table.get(name, {}).items()}

    limits = {"longue": 25, "tres_longue": 40} | merged("phrases")
    return Lexicon(
        long=limits["longue"],
        very_long=limits["tres_longue"],
        expressions=_by_first_word(merged("expressions")),
        verbs={key.casefold(): verb for key, verb in merged("verbes").items() if verb},
        acronyms={key: said for key, said in merged("sigles").items() if said},
        known=frozenset(_listed(tables, "connus", "sigles")),
        states=frozenset(word.casefold() for word in _listed(tables, "etats", "mots")),
        refused=refused,
    )


def _listed(tables: list[dict[str, Any]], name: str, member: str) -> Iterator[str]:
    for table in tables:
        yield from table.get(name, {}).get(member, [])


def _by_first_word(said: Mapping[str, list[str]]) -> Mapping[str, tuple[Expression, ...]]:
    found: dict[str, list[Expression]] = {}
    for words in sorted(said, key=len, reverse=True):
        if said[words]:
            found.setdefault(_first(words), []).append(_expression(words, said[words]))
    return {first: tuple(expressions) for first, expressions in found.items()}


def _first(words: str) -> str:
    first = WORD.match(words)
    word = (first.group(0) if first else words).casefold().replace("'", "’")
    return f"{word[:STEM]}*" if words == f"{word}*" else word


def _expression(words: str, plainer: list[str]) -> Expression:
    parts = words.casefold().split()
    ending = parts[-1] if len(parts) > 1 and parts[-1] in ENDINGS else ""
    return Expression(" ".join(parts), tuple(plainer), ending)


@cache
def _pattern(words: str, ending: str) -> re.Pattern[str]:
    """Made when a text holds the first word: three hundred of them take 0.1 s."""
    parts = words.split()
    pattern = r"[\s\u00a0]+".join(map(_part, parts[:-1] if ending else parts))
    pattern += rf"[\s\u00a0]+{ENDINGS[ending]}" if ending else r"(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


def _part(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word)).replace(r"\*", r"\w*")
