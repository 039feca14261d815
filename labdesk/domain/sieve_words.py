"""A sieve in words: what each facet is called, what its values are called, what is filtered now."""

from labdesk.domain.canvas_type import CanvasType, option_label
from labdesk.domain.model import Project
from labdesk.domain.sieve import UNSAID, Sieve, zones_shown
from labdesk.words import _, several

FACETS = ("lanes", "evidence", "voices", "tables", "tags", "least")
"""In the order they are offered."""


def facet_label(kind: CanvasType, facet: str) -> str:
    """What a facet is called: « Ligne » on a grid, « Case » on a sheet."""
    return {
        "lanes": _("Ligne") if kind.layout == "grid" else _("Case"),
        "evidence": _("Preuve"),
        "voices": _("Qui le dit"),
        "tables": _("Table"),
        "tags": _("Étiquette"),
        "least": _("Voix"),
    }[facet]


def value_label(project: Project, kind: CanvasType, canvas: str, facet: str, value: str) -> str:
    """What a value of a facet is called."""
    if value == UNSAID:
        return {"tables": _("Sans table"), "tags": _("Sans étiquette")}.get(facet, _("Non précisé"))
    if facet == "lanes":
        own = (
            lane.label for lane in project.lanes_of(canvas) if value in (lane.id, lane.zone) and lane.label
        )
        zones = {zone.id: str(zone.label) for zone in zones_shown(project, kind, canvas)}
        return next(own, None) or zones.get(value, value)
    if facet in ("evidence", "voices"):
        vocabulary = "evidence" if facet == "evidence" else "voice"
        return option_label(kind.options(vocabulary), value).split(" (")[0]
    return f"#{value}" if facet == "tags" else value


def facet_told(project: Project, kind: CanvasType, canvas: str, sieve: Sieve, facet: str) -> str:
    """« Preuve : Observé ou Mesuré »; empty when the facet asks nothing."""
    if facet == "least":
        return several(sieve.least, "au moins {n} voix", "au moins {n} voix") if sieve.least else ""
    wanted: frozenset[str] = getattr(sieve, facet)
    if not wanted:
        return ""
    names = sorted(value_label(project, kind, canvas, facet, value) for value in wanted)
    many = several(len(names), "{n} choisie", "{n} choisies")
    said = many if len(names) > 3 else _(" ou ").join(names)
    return _("{label} : {text}").format(label=facet_label(kind, facet), text=said)


def told(project: Project, kind: CanvasType, canvas: str, sieve: Sieve) -> str:
    """The whole sieve in one line; empty when nothing is filtered."""
    said = (facet_told(project, kind, canvas, sieve, facet) for facet in FACETS)
    return " · ".join(words for words in said if words)
