"""Sentences made of blanks: a statement, a challenge, a decision. Read into blanks and written from them.

What is read and written back says the same; a blank nobody filled is a hole « … », or left out at the end.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from labdesk.domain import wording
from labdesk.domain.wording import CHALLENGE, NEED, SOLUTION, Statement, elides, statement_parts
from labdesk.words import NNBSP, _

HOLE = "…"
BEGUN = 3
"""Words before which a sentence is only being begun: nobody is told that it has no form yet."""

_PUBLIC = re.compile(
    r"\s(?=(?:aux\s|pour\s+(?:les?|la|l[’']|des|une?|chaque|tous|toutes|ceux|celles|ces|nos|leurs?)\b|auprès\s+d|chez\s))"
    r"(?!.*\s(?:aux|pour|auprès|chez)\s)",
    re.IGNORECASE,
)
"""Where the public of a challenge begins: the last « aux… », « pour les… » of the sentence."""
_REACH = re.compile(
    r"^(?:nous\s+)?(?:faire\s+en\s+sorte\s+(?:que|qu[’'])|faire\s+(?:que|qu[’']))\s*", re.IGNORECASE
)
_PURPOSE = re.compile(
    r"\b(?:pour|afin)\s+(?:de\s+|d[’']|que\s+|qu[’'])?(?P<what>.+)$", re.IGNORECASE | re.DOTALL
)
_DEED = re.compile(r"^(?P<what>.*?)\s*\((?P<rest>[^()]*)\)\s*\.?$", re.DOTALL)
_DAY = re.compile(r"\d")
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
_LINKED = re.compile(
    r"\b(?P<word>lorsqu|puisqu|jusqu|qu|d|j|n|s|m|t)(?P<e>e)\s+(?P<next>[\w’'-]{2,})", re.IGNORECASE
)
_CUT = re.compile(r"\b(?P<word>qu|d)[’'](?P<next>[\w’'-]{2,})", re.IGNORECASE)


class Blank(Struct, frozen=True):
    """A blank of a sentence: what it is called and the question that fills it. `day`: a date fits in it."""

    label: str
    question: str
    day: bool = False


class Proposal(Struct, frozen=True):
    """What could be said better; `text` is the whole sentence said so, empty when only people can say it."""

    sentence: str
    text: str = ""


class Form(Struct, frozen=True):
    """A kind of sentence. `read` gives as many words as there are blanks; `write` takes them back."""

    name: str
    blanks: tuple[Blank, ...]
    read: Callable[[str], tuple[str, ...]]
    write: Callable[[tuple[str, ...]], str]
    advise: Callable[[str], Iterator[Proposal]]


def forms() -> Mapping[str, Form]:
    """The form of each box that has one, by the name of its zone; in the language of the moment."""
    return {"statement": _statement(), "challenge": _challenge(), "decisions": _decision()}


# -- « [Usager] a besoin de [besoin] parce que [constat], or [obstacle]. »
def _statement() -> Form:
    return Form(
        _("Aide à l’énoncé"),
        (
            Blank(_("Usager"), _("Qui ? Une personne dans une situation, pas « les usagers ».")),
            Blank(_("a besoin de"), _("De quoi ? Ce qu’elle cherche, sans dire avec quel outil.")),
            Blank(_("parce que"), _("Quel constat ? Ce qui a été vu, entendu ou mesuré.")),
            Blank(_("or"), _("Quel obstacle ? Ce qui l’empêche aujourd’hui (facultatif).")),
        ),
        read_statement,
        write_statement,
        advise_statement,
    )


def read_statement(text: str) -> tuple[str, ...]:
    """The four blanks of a statement. A text in no form is taken as what was seen: nothing is lost."""
    flat = _flat(text)
    if parts := statement_parts(flat):
        return tuple(_filled(part) for part in (parts.user, parts.need, parts.reason, parts.obstacle))
    if need := NEED.search(flat):
        wanted, _or, obstacle = flat[need.end() :].partition(", or ")
        wanted = re.sub(r"^(?:de\s+|d[’'])", "", wanted.strip())
        return _filled(flat[: need.start()]), _filled(wanted), "", _filled(obstacle)
    if _begins_with_someone(flat):
        return _filled(_TO_HAVE.sub("", flat)), "", "", ""
    return "", "", _filled(flat), ""


def _begins_with_someone(text: str) -> bool:
    """« Une jeune diplômée a b »: someone is being named; nothing is told of them yet."""
    said = _TO_HAVE.sub("", text)
    return not text.endswith(".") and len(said.split()) <= 7 and not _TELLS.search(said)


def write_statement(blanks: tuple[str, ...]) -> str:
    """The sentence of four blanks, with the verb and the elisions French wants."""
    user, need, reason, obstacle = (_flat(blank).strip(" .,;") for blank in blanks)
    if not any((user, need, reason, obstacle)):
        return ""
    need = need or HOLE
    reason = reason or (HOLE if obstacle else "")
    said = wording.statement_text(Statement(user or HOLE, need, reason, obstacle))
    return _ended(said.replace(" a besoin ", f" {has(user)} besoin ", 1))


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
        elif (blanks := read_statement(text))[1] and (purpose := _PURPOSE.search(blanks[1])):
            better = write_statement((blanks[0], purpose["what"], *blanks[2:]))
        yield Proposal(_joined(advice.sentence, advice.proposal), better if better != text else "")


# -- « Comment pourrions-nous [verbe] [complément] [public] ? »
def _challenge() -> Form:
    return Form(
        _("Aide au défi"),
        (
            Blank(_("verbe"), _("Quoi faire ? Un verbe : donner, réduire, accompagner…")),
            Blank(_("complément"), _("Quoi donc ? Le changement visé, sans la solution.")),
            Blank(_("public"), _("Pour qui ? « aux candidats », « pour les agents du guichet ».")),
        ),
        read_challenge,
        write_challenge,
        advise_challenge,
    )


def read_challenge(text: str) -> tuple[str, ...]:
    """Verb, complement and public of a challenge; what has no form begins with its verb all the same."""
    flat = _flat(text)
    found = CHALLENGE.match(flat)
    what = (found["what"] if found else flat.strip(" ?!.…\u00a0\u202f")).strip()
    if what.startswith(HOLE):
        what = what[1:].strip()
        verb = ""
    elif reach := _REACH.match(what):
        verb = reach.group(0).strip()
        what = what[reach.end() :]
    else:
        verb, _space, what = what.partition(" ")
        if verb.lower() in ("nous", "mieux", "ne", "en"):
            more, _space, what = what.partition(" ")
            verb = f"{verb} {more}".strip()
    cut = _PUBLIC.search(" " + what)
    if cut is None:
        return verb, what.strip(), ""
    return verb, what[: max(cut.start() - 1, 0)].strip(), what[cut.start() :].strip()


def write_challenge(blanks: tuple[str, ...]) -> str:
    """The question of three blanks."""
    verb, what, public = (_flat(blank).strip(" ?!.\u00a0\u202f") for blank in blanks)
    if not any((verb, what, public)):
        return ""
    verb = verb or HOLE
    joined = "" if verb.endswith(("’", "'")) else " "
    said = f"{verb}{joined}{what}".rstrip() + (f" {public}" if public else "")
    return f"Comment pourrions-nous {said[:1].lower()}{said[1:]}{NNBSP}?"


def advise_challenge(text: str) -> Iterator[Proposal]:
    """What could be said better in a challenge being typed, each time with a way to say it."""
    if not text.strip():
        return
    yield from elisions(text)
    found = CHALLENGE.match(text)
    for advice in wording.on_challenge(text):
        if advice.fault == "form" and len(text.split()) < BEGUN:
            continue
        better = ""
        if advice.fault == "form" and found is None:
            better = advice.proposal
        elif advice.fault == "solution":
            better = _without_solution(found["what"] if found else text)
        told = advice.sentence if better else _joined(advice.sentence, advice.proposal)
        yield Proposal(told, better if better != text else "")


def _without_solution(what: str) -> str:
    """« créer une application pour suivre son dossier » → « permettre de suivre son dossier »."""
    tool = SOLUTION.search(what)
    purpose = _PURPOSE.search(what, tool.end()) if tool else None
    if purpose is None:
        return ""
    aim = purpose["what"].strip(" ?!.…\u00a0\u202f")
    if re.match(r"\w+(?:er|ir|re)\b", aim):
        aim = f"permettre d’{aim}" if elides(aim) else f"permettre de {aim}"
    elif " qu" in purpose.group(0)[:9]:
        aim = f"faire qu’{aim}" if elides(aim) else f"faire que {aim}"
    else:
        return ""
    return wording.challenge_text(aim)


# -- « [quoi] ([qui], [pour quand]) »
def _decision() -> Form:
    return Form(
        _("Aide à la décision"),
        (
            Blank(_("quoi"), _("Qu’avons-nous décidé ?")),
            Blank(_("qui"), _("Quel service, quelle fonction s’en charge ?")),
            Blank(_("pour quand"), _("Pour quel jour ?"), day=True),
        ),
        read_decision,
        write_decision,
        lambda text: iter(()),
    )


def read_decision(text: str) -> tuple[str, ...]:
    """What, who, when of a decision written « quoi (qui, quand) »."""
    found = _DEED.match(_flat(text))
    if found is None:
        return _flat(text), "", ""
    who, comma, when = found["rest"].rpartition(",")
    if not comma:
        alone = found["rest"].strip()
        who, when = ("", alone) if _DAY.search(alone) else (alone, "")
    return _filled(found["what"]), _filled(who), _filled(when)


def write_decision(blanks: tuple[str, ...]) -> str:
    """A decision with who does it and for when, in brackets at its end."""
    what, who, when = (_flat(blank) for blank in blanks)
    who, when = (part.translate({40: None, 41: None}).strip(" ,") for part in (who, when))
    if not what and not who and not when:
        return ""
    if not who and not when:
        return what
    if who and not when and _DAY.search(who):
        return f"{what or HOLE} ({who}, {HOLE})"
    if when and not who and not _DAY.search(when):
        return f"{what or HOLE} ({HOLE}, {when})"
    return f"{what or HOLE} ({', '.join(part for part in (who, when) if part)})"


# -- elisions
def elisions(text: str) -> Iterator[Proposal]:
    """« de une », « que elle », « d’huit », and the text without them; nothing when there are none."""
    better = _LINKED.sub(_cut, text)
    better = _CUT.sub(_uncut, better)
    if better != text:
        yield Proposal(_("Le français élide ici : « d’une », « qu’elle », mais « de huit »."), better)


def _cut(found: re.Match[str]) -> str:
    following = found["next"]
    return f"{found['word']}’{following}" if elides(following) else found.group(0)


def _uncut(found: re.Match[str]) -> str:
    following = found["next"]
    aspirated = re.match(r"[aeiouyhàâäéèêëîïôöùûüœæ]", following, re.IGNORECASE) and not elides(following)
    return f"{found['word']}e {following}" if aspirated else found.group(0)


# -- words
def _flat(text: str) -> str:
    return " ".join(text.split())


def _filled(words: str) -> str:
    said = words.strip(" ,")
    return "" if said in (HOLE, "...") else said


def _ended(text: str) -> str:
    """No full stop after a hole."""
    return text[:-1] if text.endswith(f"{HOLE}.") else text


def _joined(*sentences: str) -> str:
    return " ".join(one for one in sentences if one)
