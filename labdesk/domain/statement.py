"""« [Usager] a besoin de [besoin] parce que [constat], or [obstacle]. »: read, written, advised on."""

import re
from collections.abc import Iterator

from labdesk.domain import wording
from labdesk.domain.sentence_form import (
    BEGUN,
    HOLE,
    PURPOSE,
    Blank,
    Form,
    Proposal,
    elisions,
    ended,
    filled,
    flat,
    joined,
)
from labdesk.domain.wording import NEED, Statement, statement_parts
from labdesk.words import _

_PLURAL = re.compile(
    r"(?:les|des|ces|mes|tes|ses|nos|vos|leurs|plusieurs|certaine?s|quelques|beaucoup|ils|elles|tous|toutes|ceux"
    r"|celles|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b",
    re.IGNORECASE,
)
_PERSONS = (
    (re.compile(r"(?:je\b|j[’']|moi\b)", re.IGNORECASE), "ai"),
    (re.compile(r"tu\b", re.IGNORECASE), "as"),
    (re.compile(r"nous\b", re.IGNORECASE), "avons"),
    (re.compile(r"vous\b", re.IGNORECASE), "avez"),
    (_PLURAL, "ont"),
)
_TO_HAVE = re.compile(r"\s+(?:ai|as|a|avons|avez|ont)(?:\s+b\w*)?(?:\s+d\w?)?[’']?$", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:est|sont|était|étaient|ai|as|a|avons|avez|ont|fait|font|va|vont|peut|peuvent|doit|doivent|manquent?|pas"
    r"|plus|rien|jamais|sera|seront)\b|\bn[e’']",
    re.IGNORECASE,
)


def statement() -> Form:
    """Its blanks, in the language of the moment."""
    return Form(
        _("Aide à l’énoncé"),
        (
            Blank(_("Usager"), _("Qui ? Une personne dans une situation, pas « les usagers ».")),
            Blank(_("a besoin de"), _("De quoi ? Ce qu’elle cherche, sans l’outil.")),
            Blank(_("parce que"), _("Quel constat ? Ce qui a été vu, entendu ou mesuré.")),
            Blank(_("or"), _("Quel obstacle aujourd’hui ? (facultatif)")),
        ),
        read_statement,
        write_statement,
        advise_statement,
        needed=3,  # what stands in the way may be left out
    )


def read_statement(text: str) -> tuple[str, ...]:
    """The four blanks of a statement. A text in no form is taken as what was seen: nothing is lost."""
    plain = flat(text)
    if parts := statement_parts(plain):
        return tuple(filled(part) for part in (parts.user, parts.need, parts.reason, parts.obstacle))
    if need := NEED.search(plain):
        wanted, _or, obstacle = plain[need.end() :].partition(", or ")
        wanted = re.sub(r"^(?:de\s+|d[’'])", "", wanted.strip())
        return filled(plain[: need.start()]), filled(wanted), "", filled(obstacle)
    if _begins_with_someone(plain):
        return filled(_TO_HAVE.sub("", plain)), "", "", ""
    return "", "", filled(plain), ""


def _begins_with_someone(text: str) -> bool:
    """« Une jeune diplômée a b »: someone is being named; nothing is told of them yet."""
    said = _TO_HAVE.sub("", text)
    return not text.endswith(".") and len(said.split()) <= 7 and not _TELLS.search(said)


def write_statement(blanks: tuple[str, ...]) -> str:
    """The sentence of four blanks, with the verb and the elisions French wants."""
    user, need, reason, obstacle = (flat(blank).strip(" .,;") for blank in blanks)
    if not any((user, need, reason, obstacle)):
        return ""
    need = need or HOLE
    reason = reason or (HOLE if obstacle else "")
    said = wording.statement_text(Statement(user or HOLE, need, reason, obstacle))
    return ended(said.replace(" a besoin ", f" {has(user)} besoin ", 1))


def has(user: str) -> str:
    """« a », « ont », « avons »: the verb that goes with who has a need."""
    found = next((verb for subject, verb in _PERSONS if subject.match(user.strip())), "")
    first, joined, other = user.strip().partition(" et ")
    several = (
        joined and len(first.split()) <= 3 and re.match(r"(?:les?|la|l[’']|une?|des|ses|son|sa)\b", other)
    )
    return found or ("ont" if several else "a")


def advise_statement(text: str) -> Iterator[Proposal]:
    """What could be said better in a statement being typed, each time with a way to say it."""
    if not text.strip():
        return
    yield from elisions(text)
    for advice in wording.on_statement(text):
        if advice.fault == "form" and len(text.split()) < BEGUN:
            continue
        better = ""
        if advice.fault == "form":
            better = write_statement(read_statement(text))
        elif (blanks := read_statement(text))[1] and (purpose := PURPOSE.search(blanks[1])):
            better = write_statement((blanks[0], purpose["what"], *blanks[2:]))
        yield Proposal(joined(advice.sentence, advice.proposal), better if better != text else "")
