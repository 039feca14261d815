"""Help with words at the problem canvas: forms of statement and challenge, elision, solutions in disguise.

These are habits of public design, offered and never imposed: everything here is advice. Texts are French.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from labdesk.words import _

Fault = Literal["form", "solution"]

NEED = re.compile(
    r"\b(?:ai|as|a|avons|avez|ont|aurait|auraient|aura|auront)\s+besoin\s+(?=(?:de|du|des|que)\b|d[’']|qu[’'])",
    re.IGNORECASE,
)
REASON = re.compile(r"\b(?:parce\s+que\b|parce\s+qu[’']|car\b|puisque\b|puisqu[’'])\s*", re.IGNORECASE)
OBSTACLE = re.compile(r"\s*[,;]\s*\b(?:or|mais)\b\s*", re.IGNORECASE)
CHALLENGE = re.compile(
    r"^\W*comment\s+(?:pourrions[-‑ ]nous|pourrait[-‑ ]on|faire\s+pour|faire\s+en\s+sorte)\b"
    r"\s*(?P<what>.*?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
BECAUSE_HEAD = re.compile(r"^\W*(?:c[’']est\s+)?(?:parce\s+que\b|parce\s+qu[’']|car\b)\s*", re.IGNORECASE)

SOLUTION = re.compile(
    r"\b(?:une?\s+|des\s+|nouve(?:l|lle|au|aux)\s+)*("
    r"appli(?:cation)?s?(?:\s+mobile)?|(?:site|portail)\s+(?:internet|web|unique|dédié)|portail|plateforme|"
    r"logiciel|chatbot|agent\s+conversationnel|intranet|extranet|base\s+de\s+données|tableau\s+de\s+bord|"
    r"formulaire|campagne|affiches?|dépliants?|flyers?|plaquettes?|livrets?|guides?|kits?|tutoriels?|vidéos?|"
    r"guichet\s+unique|numéro\s+vert|hotline|borne|sms|newsletter|intelligence\s+artificielle|qr\s*code"
    r")\b",
    re.IGNORECASE,
)
"""Things one builds. In the need they hide the question: a need is said without its answer."""

_VOWEL = re.compile(r"^[aeiouyhàâäéèêëîïôöùûüœæ]", re.IGNORECASE)
_NO_ELISION = re.compile(
    r"^(?:h(?:aut|andicap|uit|ont|ors|éros|asard|arcel|auss|ain|alte|all|iérarch|eurt)|onz|oui\b|y(?:aourt|éti))",
    re.IGNORECASE,
)
_ALREADY_LINKED = re.compile(r"^(?:de|du|des|que)\b|^d[’']|^qu[’']", re.IGNORECASE)
_SMALL_WORD = re.compile(
    r"(?:les?|la|une?|des|du|ils?|elles?|on|ce|cet|cette|ces|son|sa|ses|leurs?|nos|notre|aucune?|personne|chaque"
    r"|trop|plusieurs|beaucoup|rien|tout|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|l[’'].*)$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\w+(?:er|ir|re)$")


class Statement(Struct, frozen=True):
    """A problem in four parts: « [Usager] a besoin de [besoin] parce que [constat], or [obstacle]. »"""

    user: str
    need: str
    reason: str
    obstacle: str


class Advice(Struct, frozen=True):
    """What could be said better, and a way to say it."""

    fault: Fault
    sentence: str
    proposal: str


def statement_parts(text: str) -> Statement | None:
    """The parts of a statement in the usual form, or None when the need or the reason is not told as such."""
    need = NEED.search(text)
    reason = REASON.search(text, need.end()) if need else None
    if need is None or reason is None:
        return None
    told = text[reason.end() :].strip().rstrip(".")
    why, *rest = OBSTACLE.split(told, maxsplit=1)
    wanted = re.sub(r"^(?:de\s+|d[’'])", "", text[need.end() : reason.start()].strip().rstrip(","))
    return Statement(text[: need.start()].strip(), wanted, why.strip(), rest[0].strip() if rest else "")


def statement_text(parts: Statement) -> str:
    """A statement in the usual form, with the elisions French wants; parts left blank are left out."""
    text = f"{parts.user.strip()} a besoin {_linked('de', parts.need)}"
    if parts.reason.strip():
        text += f" parce {_linked('que', parts.reason)}"
    if parts.obstacle.strip():
        text += f", or {small(parts.obstacle.strip())}"
    return text.rstrip(" .") + "."


def challenge_text(what: str) -> str:
    """A challenge in the usual form, from what one wants to reach; one that has the form already stays."""
    if CHALLENGE.match(what):
        return what.strip()
    words = what.strip().rstrip("?!.… \u00a0\u202f")
    return f"Comment pourrions-nous {words[:1].lower()}{words[1:]}\u202f?" if words else ""


def elides(following: str) -> bool:
    """« de », « que » lose their e before this word: « d’une », but « de huit », « de onze »."""
    return bool(_VOWEL.match(following)) and not _NO_ELISION.match(following)


def small(text: str) -> str:
    """A sentence that goes on inside another: its little first word loses its capital, a name keeps it."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text[:1].lower() + text[1:] if _SMALL_WORD.match(first) else text


def root_cause(why: str) -> str:
    """The last why as a root cause: « Parce que la procédure… » → « La procédure… », no full stop."""
    words = BECAUSE_HEAD.sub("", why).strip().rstrip(".").strip()
    return words[:1].upper() + words[1:]


def solution_in(text: str) -> str:
    """The solution a need hides (« une application »), or nothing. What follows « parce que » is a fact."""
    parts = statement_parts(text)
    looked_at = parts.need if parts else text[: _because(text)]
    found = SOLUTION.search(looked_at)
    return found.group(0).strip() if found else ""


def on_statement(text: str) -> Iterator[Advice]:
    """What could be said better in a problem statement; nothing when it is blank."""
    if not text.strip():
        return
    if statement_parts(text) is None:
        yield Advice(
            "form",
            _("L’énoncé ne suit pas la forme « … a besoin de … parce que …, or … »."),
            _("Qui a besoin de quoi, parce que quel constat, or quel obstacle ?"),
        )
    if hidden := solution_in(text):
        yield Advice(
            "solution",
            _("L’énoncé contient déjà une solution : « {words} ».").format(words=hidden),
            _("Dites ce que la personne cherche à obtenir, sans dire avec quoi."),
        )


def on_challenge(text: str) -> Iterator[Advice]:
    """What could be said better in a challenge; nothing when it is blank."""
    if not text.strip():
        return
    found = CHALLENGE.match(text)
    if found is None or not found["what"].strip():
        yield Advice(
            "form",
            _("Le défi ne commence pas par « Comment pourrions-nous… »."),
            challenge_text("faire que…") if found else challenge_text(text),
        )
    if hidden := SOLUTION.search(found["what"] if found else text):
        yield Advice(
            "solution",
            _("Le défi contient déjà une solution : « {words} ».").format(words=hidden.group(0).strip()),
            _("Laissez la réponse ouverte : plusieurs solutions doivent pouvoir y répondre."),
        )


def _because(text: str) -> int:
    found = REASON.search(text)
    return found.start() if found else len(text)


def _linked(word: str, following: str) -> str:
    """« de » or « que » before what follows, elided where French wants it."""
    words = small(following.strip().rstrip("."))
    if word == "de" and _INFINITIVE.match(words.split(maxsplit=1)[0] if words else ""):
        words = words[:1].lower() + words[1:]
    if _ALREADY_LINKED.match(words):
        return words
    return f"{word[:-1]}’{words}" if elides(words) else f"{word} {words}"
