"""The corrections of a document as rows of a list: what was done with each has a sign and a word."""

from collections.abc import Callable, Sequence

from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.corrections.returned import Remark, SourceBack, Stray
from labdesk.domain.quotes import last_words
from labdesk.ui.dossier.correcting import Item, Status
from labdesk.ui.dossier.signs import SignLine
from labdesk.words import NBSP, _, day

SIGNS: dict[Status, tuple[str, str]] = {
    "open": ("circle-dot", "primary"),
    "conflict": ("triangle-alert", "warn"),
    "taken": ("circle-check", "ok"),
    "rewritten": ("pencil", "ok"),
    "refused": ("circle-x", "ink3"),
    "quoted": ("link", "warn"),
    "done": ("circle-check", "ok"),
}
"""Status → (icon, ink)."""
LONGEST = 90
"""Characters of a wording that a row shows."""
Rows = list[tuple[SignLine, object]]


def status_word(status: Status) -> str:
    """What was done with a proposal."""
    words = {
        "open": _("à voir"),
        "conflict": _("modifié des deux côtés"),
        "taken": _("accepté"),
        "rewritten": _("réécrit par vous"),
        "refused": _("refusé"),
        "quoted": _("à corriger à la source"),
        "done": _("fait"),
    }
    return words[status].replace(" ", NBSP)  # it stands on one line


def sort_word(proposal: Proposal) -> str:
    """What the corrector did with the paragraph."""
    return {
        "changed": _("Paragraphe modifié"),
        "added": _("Paragraphe ajouté"),
        "removed": _("Paragraphe supprimé"),
    }[proposal.sort]


def rows(items: Sequence[Item], missing: Sequence[str], title_of: Callable[[str], str]) -> Rows:
    """Every item under the title of what it belongs to; what is only told comes last."""
    found: Rows = []
    heading = ""
    for item in items:
        title = _group(item, title_of)
        if title != heading:
            heading = title
            found.append((SignLine(title, heading=True), None))
        found.append((line(item), item.key))
    if missing:
        found.append(
            (SignLine(_("Sections absentes du document : rien ne change pour elles"), heading=True), None)
        )
        found += [(SignLine(title, sign="info", tone="ink3"), f"missing/{title}") for title in missing]
    return found


def _group(item: Item, title_of: Callable[[str], str]) -> str:
    if isinstance(item.what, SourceBack):
        return _("À corriger à la source")
    if isinstance(item.what, Stray):
        return _("Hors des textes du dossier")
    if isinstance(item.what, Remark) and "/drawn/" in item.key:
        return _("Remarques ailleurs dans le document")
    return title_of(item.section)


def line(item: Item) -> SignLine:
    """One item as a row."""
    what = item.what
    if isinstance(what, Proposal):
        sign, tone = SIGNS[item.status]
        words = what.back or what.now or what.left
        return SignLine(_short(last_words(words)), sort_word(what), sign, tone, status_word(item.status))
    if isinstance(what, Remark):
        return SignLine(_short(what.words), signed(what), "message-square", "primary", _("remarque"))
    words, under = (
        (what.after or what.before, what.title)
        if isinstance(what, SourceBack)
        else (what.words, _under(what))
    )
    if item.status == "done":
        return SignLine(_short(words), under, *SIGNS["done"], status_word("done"))
    if isinstance(what, SourceBack):
        return SignLine(_short(words), under, "link", "warn", _("à la source").replace(" ", NBSP))
    return SignLine(_short(words), under, "inbox", "ink2", _("à placer").replace(" ", NBSP))


def signed(remark: Remark) -> str:
    """Who made a remark, and when."""
    when = day(remark.when[:10], "medium") if remark.when else ""
    return " · ".join(part for part in (remark.author or _("Sans nom"), when) if part)


def _under(stray: Stray) -> str:
    return _("sous « {title} »").format(title=stray.under) if stray.under else ""


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"
