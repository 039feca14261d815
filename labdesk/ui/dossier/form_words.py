"""What is said of a section that goes into a web form: its sign in the list, its counter, how far one is."""

from collections.abc import Sequence

from labdesk.dossier.form import Entry, form_length, longest_length
from labdesk.ui.dossier.copied import Mark
from labdesk.ui.dossier.counter import counter, grouped
from labdesk.ui.dossier.signs import SignLine
from labdesk.words import _, several


def entry_line(entry: Entry, mark: Mark, text: str) -> SignLine:
    """A section as a row: whether it is copied, and whether it is too long for its field."""
    title, field = str(entry.section.label), str(entry.section.field)
    over = entry.over(text)
    detail = _("{n} de trop pour le champ").format(n=grouped(over)) if over else ""
    detail = "\n".join(part for part in (field, detail) if part and part != title)
    if not text:
        return SignLine(title, detail, "minus", "ink3", _("rien à copier"))
    if mark == "copied":
        return SignLine(title, detail, "circle-check", "ok", _("copiée"))
    if mark == "changed":
        return SignLine(title, detail, "refresh-cw", "warn", _("changée depuis la copie"))
    return SignLine(
        title, detail, "triangle-alert" if over else "circle", "warn" if over else "ink3", _("à copier")
    )


def counted(entry: Entry, text: str) -> tuple[str, str]:
    """« 1 240 / 1 800 signes » as the form counts them, and its role; what a stricter form would say too."""
    most = entry.section.max_chars
    sentence, tone = counter(form_length(text), most)
    longest = longest_length(text)
    if most and form_length(text) <= most < longest:
        more = _("{n} si le formulaire compte double les retours à la ligne").format(n=grouped(longest))
        return f"{sentence} ({more})", "warn"
    if tone == "warn":
        return sentence, tone
    return sentence if most else _("{sentence}, sans limite connue").format(sentence=sentence), tone


def sentence(told: Sequence[tuple[Entry, Mark, str]]) -> str:
    """« 5 sections copiées sur 17 · 1 changée depuis · 2 trop longues »."""
    wanted = [(entry, mark, text) for entry, mark, text in told if text]
    done = sum(mark == "copied" for _entry, mark, _text in wanted)
    changed = sum(mark == "changed" for _entry, mark, _text in wanted)
    long = sum(entry.over(text) > 0 for entry, _mark, text in wanted)
    copied = several(done, "{n} section copiée", "{n} sections copiées")
    parts = [_("{copied} sur {total}").format(copied=copied, total=len(wanted))]
    if changed:
        parts.append(several(changed, "{n} changée depuis", "{n} changées depuis"))
    if long:
        parts.append(several(long, "{n} trop longue", "{n} trop longues"))
    return " · ".join(parts)
