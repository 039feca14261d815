"""What is said of the knots of a web: their stage, what they lack, their chain in one sentence."""

from labdesk.domain.ties import STAGES, Stage
from labdesk.domain.trace_web import Knot, Lack, Web
from labdesk.words import _, several


def lack_words(lack: Lack) -> str:
    """What is missing, as one reads it on the thing itself."""
    return {
        "answer": _("Sans réponse"),
        "prototype": _("Sans prototype"),
        "pain": _("Ne répond à aucun irritant"),
        "challenge": _("Sans défi"),
        "proof": _("Sans preuve"),
        "date": _("Preuve incomplète"),
        "decision": _("Rien de décidé"),
        "euro": _("Décidé sans budget"),
    }[lack]


def stage_words(stage: Stage) -> tuple[str, str]:
    """What one thing of a stage is called, and several."""
    return {
        "pain": (_("Irritant"), _("Irritants")),
        "opportunity": (_("Piste"), _("Pistes")),
        "challenge": (_("Défi"), _("Défis")),
        "prototype": (_("Prototype"), _("Prototypes")),
        "result": (_("Résultat"), _("Résultats")),
        "decision": (_("Décision"), _("Décisions")),
        "euro": (_("Dépense"), _("Dépenses")),
    }[stage]


def spoken(web: Web, knot: Knot) -> str:
    """« Irritant : Attend trois semaines, relié à 2 pistes et 1 prototype, confirmé »."""
    chain = [web.knots[row] for row in web.chain(knot.id) if row != knot.id]
    said = [knot.text or _("vide")]
    if knot.votes:
        said.append(several(knot.votes, "{n} voix", "{n} voix"))
    if knot.where:
        said.append(knot.where)
    counted = {stage: sum(other.stage == stage for other in chain) for stage in STAGES}
    parts = [
        several(counted["pain"], "{n} irritant", "{n} irritants"),
        several(counted["opportunity"], "{n} piste", "{n} pistes"),
        several(counted["challenge"], "{n} défi", "{n} défis"),
        several(counted["prototype"], "{n} prototype", "{n} prototypes"),
        several(counted["euro"], "{n} dépense", "{n} dépenses"),
    ]
    stages: tuple[Stage, ...] = ("pain", "opportunity", "challenge", "prototype", "euro")
    if tied := ", ".join(part for stage, part in zip(stages, parts, strict=True) if counted[stage]):
        said.append(_("relié à {what}").format(what=tied))
    results = [other.text.lower() for other in chain if other.stage == "result" and knot.stage != "result"]
    if results:
        said.append(_("résultat : {text}").format(text=", ".join(results)))
    said += [lack_words(lack).lower() for lack in knot.lacks]
    return _("{label} : {text}").format(label=stage_words(knot.stage)[0], text=", ".join(said))
