"""A journey told in plain sentences, step after step: what the map shows, for who listens or skims."""

import re
from collections.abc import Iterator

from labdesk.dossier.blocks import Block
from labdesk.dossier.curves import bounded, levels
from labdesk.dossier.drawn_blocks import CurveLane, JourneyMap, Lane
from labdesk.dossier.text_blocks import Bullets, Paragraph, Run, Runs, runs
from labdesk.words import _, several

_ENDS = " .;,…"
_ENDED = re.compile(r"(?:[?!]|[.?!…]\s?[»”])\.$")
"""« « Enfin ! ». » and « Combien ?. »: a sentence that has ended takes no second full stop."""


def in_sentences(block: JourneyMap) -> tuple[Block, ...]:
    """How long it is, how it is lived, then one item a step; nothing for a journey without steps."""
    if not block.steps:
        return ()
    return (Paragraph(runs(" ".join(_opening(block)))), Bullets(tuple(_steps(block)), ordered=True))


def _opening(block: JourneyMap) -> Iterator[str]:
    count = several(len(block.steps), "{n} étape", "{n} étapes")
    named = [phase.label for phase in block.phases if phase.label]
    if named:
        phases = several(len(named), "{n} phase", "{n} phases")
        yield _("Ce parcours compte {steps} en {phases} : {names}.").format(
            steps=count, phases=phases, names=", ".join(named)
        )
    else:
        yield _("Ce parcours compte {steps}.").format(steps=count)
    felt = [
        (feeling.value, block.steps[place])
        for lane in block.lanes
        if isinstance(lane, CurveLane)
        for place, feeling in enumerate(lane.feelings[: len(block.steps)])
        if feeling.value is not None
    ]
    if len({value for value, _step in felt}) > 1:
        best, worst = max(felt, key=lambda one: one[0]), min(felt, key=lambda one: one[0])
        yield _("Le moment le mieux vécu est « {best} » ; le plus difficile, « {worst} ».").format(
            best=best[1], worst=worst[1]
        )


def _steps(block: JourneyMap) -> Iterator[Runs]:
    phases = [phase.label for phase in block.phases for _step in range(phase.steps)]
    for place, step in enumerate(block.steps):
        new = place < len(phases) and (place == 0 or phases[place] != phases[place - 1])
        name = step.strip() or _("étape sans nom")
        where = _("{step} (phase « {phase} »)").format(step=name, phase=phases[place]) if new else name
        key = [_("C’est un moment clé.")] if place in block.key else []
        said = [*key, *(sentence for lane in block.lanes if (sentence := _said(lane, place)))]
        yield Run(f"{where}. ", strong=True), Run(" ".join(said) or _("Rien n’est noté."))


def _said(lane: Lane | CurveLane, place: int) -> str:
    """What one lane says of a step, as a sentence; empty when it says nothing."""
    if isinstance(lane, CurveLane):
        feeling = lane.feelings[place] if place < len(lane.feelings) else None
        if feeling is None or (feeling.value is None and not feeling.word.strip()):
            return ""
        level = levels()[bounded(feeling.value)] if feeling.value is not None else ""
        word = _("« {words} »").format(words=feeling.word) if feeling.word.strip() else ""
        return _("Vécu : {feeling}.").format(feeling=", ".join(part for part in (level, word) if part))
    cell = lane.cells[place] if place < len(lane.cells) else ()
    items = [
        f"{item.text.strip(_ENDS)} ({item.badge})" if item.badge else item.text.strip(_ENDS)
        for item in cell
        if item.text.strip(_ENDS)
    ]
    if not items:
        return ""
    said = _("{label} : {said}.").format(label=lane.label, said=_(" ; ").join(items))
    return said[:-1] if _ENDED.search(said) else said
