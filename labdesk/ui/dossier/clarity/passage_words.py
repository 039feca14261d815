"""A passage as a row of a list, and as what is said below it."""

import textwrap

from labdesk.domain.clarity import Kind, Passage
from labdesk.ui.dossier.signs import SignLine
from labdesk.words import _

LONGEST = 90
"""Characters of a passage in its row."""
SIGNS: dict[Kind, str] = {
    "long": "scissors",
    "passive": "user",
    "words": "message-square",
    "noun": "type",
    "negative": "unlink",
    "acronym": "tag",
}


def kind_word(kind: Kind) -> str:
    """What a passage is."""
    return {
        "long": _("phrase longue"),
        "passive": _("passif"),
        "words": _("plus simple"),
        "noun": _("verbe caché"),
        "negative": _("deux négations"),
        "acronym": _("sigle"),
    }[kind]


def passage_line(passage: Passage) -> SignLine:
    """A passage as a row: its words, what it is, what could be done."""
    return SignLine(
        quoted(passage.words), advice(passage), SIGNS[passage.kind], "primary", kind_word(passage.kind)
    )


def quoted(words: str) -> str:
    """Words in quotes, cut when they are a whole sentence."""
    short = textwrap.shorten(words, LONGEST, placeholder=" …")
    return _("« {words} »").format(words=short.strip())


def advice(passage: Passage) -> str:
    """What could be done about it, in one line."""
    if passage.kind == "acronym":
        return passage.hint or _("Ce sigle n’est expliqué nulle part dans le dossier.")
    if passage.proposals and passage.kind == "words":
        return ", ".join(quoted(one) for one in passage.proposals)
    return passage.hint or _("Cela peut se dire plus simplement.")


def why(kind: Kind) -> str:
    """Why plain language says so."""
    return {
        "long": _("Une phrase longue se relit. Une idée, une phrase."),
        "passive": _("Le passif cache qui agit ; le lecteur veut savoir qui fait quoi."),
        "words": _("Un mot courant est compris de tous, du premier coup."),
        "noun": _("Un verbe dit l’action plus vite qu’un nom."),
        "negative": _("Deux négations se défont de tête : l’affirmation se lit d’un trait."),
        "acronym": _("Un sigle expliqué une fois l’est pour tout le dossier."),
    }[kind]
