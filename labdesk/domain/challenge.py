"""« Comment pourrions-nous [verbe] [complément] [public] ? »: read, written, advised on."""

import re
from collections.abc import Iterator

from labdesk.domain import wording
from labdesk.domain.sentence_form import BEGUN, HOLE, PURPOSE, Blank, Form, Proposal, elisions, flat, joined
from labdesk.domain.wording import CHALLENGE, SOLUTION, elides
from labdesk.words import NNBSP, _

_PUBLIC = re.compile(
    r"\s(?=(?:aux\s|pour\s+(?:les?|la|l[’']|des|une?|chaque|tous|toutes|ceux|celles|ces|nos|leurs?)\b|auprès\s+d|chez\s))"
    r"(?!.*\s(?:aux|pour|auprès|chez)\s)",
    re.IGNORECASE,
)
"""Where the public of a challenge begins: the last « aux… », « pour les… » of the sentence."""
_REACH = re.compile(
    r"^(?:nous\s+)?(?:faire\s+en\s+sorte\s+(?:que|qu[’'])|faire\s+(?:que|qu[’']))\s*", re.IGNORECASE
)


def challenge() -> Form:
    """Its blanks, in the language of the moment."""
    return Form(
        _("Aide au défi"),
        (
            Blank(_("verbe"), _("Quoi faire ? Un verbe : donner, réduire, accompagner…")),
            Blank(_("complément"), _("Quoi donc ? Le changement visé, sans la solution.")),
            Blank(_("public"), _("Qui ? « aux candidats », « pour les agents »")),
        ),
        read_challenge,
        write_challenge,
        advise_challenge,
        needed=2,  # its public may be all of us
    )


def read_challenge(text: str) -> tuple[str, ...]:
    """Verb, complement and public of a challenge; what has no form begins with its verb all the same."""
    plain = flat(text)
    found = CHALLENGE.match(plain)
    what = (found["what"] if found else plain.strip(" ?!.…\u00a0\u202f")).strip()
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
    verb, what, public = (flat(blank).strip(" ?!.\u00a0\u202f") for blank in blanks)
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
        told = advice.sentence if better else joined(advice.sentence, advice.proposal)
        yield Proposal(told, better if better != text else "")


def _without_solution(what: str) -> str:
    """« créer une application pour suivre son dossier » → « permettre de suivre son dossier »."""
    tool = SOLUTION.search(what)
    purpose = PURPOSE.search(what, tool.end()) if tool else None
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
