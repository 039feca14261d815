"""What is said of a thing on a canvas: « Irritants, étape 7 sur 12, note 2 sur 3 : … ». It shows nothing."""

from collections import Counter

from labdesk.domain.canvas_type import CanvasType, option_label
from labdesk.domain.gesture import Gesture, Removal
from labdesk.domain.layout import HEAD, Box, Plan
from labdesk.ui.canvas.moves import part_of
from labdesk.words import _, several


def spoken(plan: Plan, box: Box) -> str:
    """The whole name of a thing, with its place; an empty one says that it is empty."""
    where = place(plan, box)
    said = _said(plan, box)
    return _("{label} : {text}").format(label=where, text=said) if said and where else where or said


def departed(box: Box, gesture: Gesture) -> str:
    """A phase or a step goes away: its name, and how much goes with it; empty for another thing."""
    name = box.text.strip()
    match box.kind:
        case "phase":
            said = _("Phase « {name} » supprimée") if name else _("Phase {n} supprimée")
        case "step":
            said = _("Étape « {name} » supprimée") if name else _("Étape {n} supprimée")
        case _:
            return ""
    what = said.format(name=name, n=box.index + 1)
    lost = Counter(edit.table for edit in gesture.edits if isinstance(edit, Removal) and edit.row != box.row)
    counted = (
        (lost["step"], several(lost["step"], "{n} étape", "{n} étapes")),
        (lost["note"], several(lost["note"], "{n} note", "{n} notes")),
        (lost["photo"], several(lost["photo"], "{n} photo", "{n} photos")),
    )
    if held := ", ".join(words for count, words in counted if count):
        return _("{what} : {held}. Ctrl+Z les rend.").format(what=what, held=held)
    return _("{what}. Ctrl+Z la rend.").format(what=what)


def label_of(plan: Plan, zone: str) -> str:
    """What a lane or a zone is called on this canvas."""
    part = plan.part.get(zone) or plan.part.get(f"{plan.canvas}/{zone}")
    head = next((b for b in part.boxes if b.kind in ("lane", "zone")), None) if part else None
    return head.text if head else zone


def place(plan: Plan, box: Box) -> str:
    """Where a thing stands."""
    rank = {"n": box.index + 1, "of": box.of}
    match box.kind:
        case "phase":
            return _("Phase {n} sur {of}").format(**rank)
        case "step":
            return _("Étape {n} sur {of}").format(**rank)
        case "add":
            return _("Ajouter une étape")
        case "lane":
            return _("Ligne {n} sur {of}").format(**rank)
    parts = [place_in(plan, box.zone, box.step)]
    if chain := _chain_of(plan, box):
        parts.append(chain)
    elif box.kind == "note":
        parts.append(_("note {n} sur {of}").format(**rank))
    if box.kind == "photo":
        parts.append(_("photo {n} sur {of}").format(**rank))
    if box.kind == "link":
        parts.append(_("lien {n} sur {of}").format(**rank))
    if box.kind == "field":
        parts.append(_("ligne {n} sur {of}").format(**rank))
        parts.append(next((str(c.label) for c in plan.kind.by_id[box.zone].columns if c.id == box.part), ""))
    return ", ".join(part for part in parts if part)


def place_in(plan: Plan, zone: str, step: str) -> str:
    """« Irritants, étape 7 sur 12 »: where a cell is, or a box of a sheet."""
    return ", ".join(part for part in (label_of(plan, zone), _step_place(plan, step)) if part)


def _chain_of(plan: Plan, box: Box) -> str:
    """« chaîne 1 sur 2, pourquoi 3 sur 5 »; empty outside of chains."""
    part = plan.part.get(box.zone)
    line = box.part if box.kind == "note" else box.row
    chain = next((b for b in part.boxes if b.kind == "chain" and b.row == line), None) if part else None
    if chain is None:
        return ""
    said = _("chaîne {n} sur {of}").format(n=chain.index + 1, of=chain.of)
    if box.kind != "note":
        return said
    return said + ", " + _("pourquoi {n} sur {of}").format(n=box.index + 1, of=box.of)


def _step_place(plan: Plan, step: str) -> str:
    steps = list(plan.columns)
    if step not in steps:
        return ""
    return _("étape {n} sur {of}").format(n=steps.index(step) + 1, of=len(steps))


def _said(plan: Plan, box: Box) -> str:
    if box.kind == "add":
        return ""
    match box.kind:
        case "note":
            return _card_said(plan, box)
        case "cell" | "zone":
            return _content(plan, box)
        case "lane":
            return ", ".join(
                part for part in (box.text, _("repliée") if box.folded else "", beside(plan, box)) if part
            )
        case "step":
            return ", ".join(part for part in (box.text or _("vide"), beside(plan, box)) if part)
        case "option":
            return ", ".join((box.text or box.part, _("coché") if box.value else _("non coché")))
        case "chain":
            return _("{n} pourquoi").format(n=box.value) if box.value else _("vide")
        case _:
            return box.text or (_("sans texte de remplacement") if box.kind == "photo" else _("vide"))


def _card_said(plan: Plan, box: Box) -> str:
    """The text of a note and what stands in its footer."""
    extras = [box.text or _("vide")]
    if box.votes:
        extras.append(several(box.votes, "{n} voix", "{n} voix"))
    if box.links:
        extras.append(several(box.links, "{n} lien", "{n} liens"))
    extras.append(option_in_short(plan.kind, "evidence", box.evidence))
    extras.append(option_in_short(plan.kind, "voice", box.voice))
    extras.append(box.author)
    if box.tags:
        named = ", ".join(box.tags)
        extras.append(_("{label} : {text}").format(label=_("étiquettes"), text=named))
    part = plan.part.get(box.zone)
    cards = [b for b in part.boxes if b.kind == "note"] if part else []
    if cards and box.row == chosen_of(plan.kind, cards):
        extras.append(_("retenu"))
    return " · ".join(extra for extra in extras if extra)


def beside(plan: Plan, box: Box) -> str:
    """What stands beside a head: that a step is a moment of truth; the sums of a lane, the line above it."""
    if box.kind == "step":
        return _("moment clé") if box.value == 1 else ""
    part = part_of(plan, box.key)
    if box.kind != "lane" or part is None:
        return ""
    said = [str(box.value) if box.value else "", *(b.text for b in part.boxes if b.kind == "sum")]
    said += [_("sous « {line} »").format(line=b.text) for b in part.boxes if b.kind == "rule"]
    return ", ".join(words for words in said if words)


def _content(plan: Plan, box: Box) -> str:
    """What a cell or a zone holds, in a few words."""
    part = part_of(plan, box.key)
    held = (
        [b for b in part.boxes if b.step == box.step and b.kind != "step"] if part and part.id != HEAD else []
    )
    if notes := sum(b.kind == "note" for b in held):
        return several(notes, "{n} note", "{n} notes")
    if photos := sum(b.kind == "photo" for b in held):
        return several(photos, "{n} photo", "{n} photos")
    if point := next((b for b in held if b.kind == "point"), None):
        zone = plan.kind.by_id.get(box.zone)
        level = option_label(plan.kind.options(zone.vocabulary if zone else None), point.value)
        return ", ".join(part for part in (level, point.text) if part)
    if value := next((b for b in held if b.kind == "value"), None):
        return value.text.replace("\n", ", ")
    return box.text or _("vide")


def chosen_of(kind: CanvasType, cards: list[Box]) -> str:
    """The note the dots chose to name its canvas: the first of several, with most dots; else nothing."""
    if len(cards) < 2 or cards[0].zone != kind.title_zone:
        return ""
    first, *others = (box.votes for box in cards)
    return cards[0].row if first > max(others) else ""


def option_in_short(kind: CanvasType, vocabulary: str, value: str) -> str:
    """An option without what stands in brackets: « Mesuré »; empty when nothing was said."""
    return option_label(kind.options(vocabulary), value).split(" (")[0] if value else ""
