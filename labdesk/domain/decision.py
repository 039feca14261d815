"""« [quoi] ([qui], [pour quand]) »: a decision, read and written."""

import re

from labdesk.domain.sentence_form import HOLE, Blank, Form, filled, flat
from labdesk.words import _

_DEED = re.compile(r"^(?P<what>.*?)\s*\((?P<rest>[^()]*)\)\s*\.?$", re.DOTALL)
_DAY = re.compile(r"\d")


def decision() -> Form:
    """Its blanks, in the language of the moment."""
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
    found = _DEED.match(flat(text))
    if found is None:
        return flat(text), "", ""
    who, comma, when = found["rest"].rpartition(",")
    if not comma:
        alone = found["rest"].strip()
        who, when = ("", alone) if _DAY.search(alone) else (alone, "")
    return filled(found["what"]), filled(who), filled(when)


def write_decision(blanks: tuple[str, ...]) -> str:
    """A decision with who does it and for when, in brackets at its end."""
    what, who, when = (flat(blank) for blank in blanks)
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
