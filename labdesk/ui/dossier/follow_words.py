"""What the page Suivi tells: what comes next, what each button is for, how much was measured."""

from collections.abc import Iterable

from labdesk.domain.entities import Indicator
from labdesk.domain.follow_up import measured
from labdesk.words import _, several


def advice(state: str, waiting: int, begun: bool) -> str:
    """What comes next, in a line."""
    if not begun:
        return _(
            "Le jour où il part, notez-le ici d’un clic : la date d’aujourd’hui est déjà mise. "
            "Accueil rappellera ensuite ce qui est attendu et pour quand, sans ouvrir le projet."
        )
    if waiting:
        return _("Une fois parti : « Envoyé aujourd’hui », et le rappel quitte Accueil.")
    words = {
        "deposited": _(
            "On vous demande une pièce ? « Complément demandé » avec son échéance. Sinon, la décision."
        ),
        "granted": _("Reste la convention, puis les versements et ce que les indicateurs atteignent."),
        "refused": _("Le motif sert au prochain dépôt : « Déposé » recommence un tour, rien n’est effacé."),
        "agreement": _("Notez les versements à leur arrivée, et en bas ce que les indicateurs atteignent."),
        "payment": _("En bas, ce que les indicateurs atteignent : de quoi écrire le bilan."),
    }
    return words.get(state, "")


def lesson() -> str:
    """What each button is for, before the first one is used."""
    return "\n".join(
        (
            _("Déposé : le jour, auprès de qui, sous quel numéro. Un second dépôt recommence un tour."),
            _("Complément demandé : ce qui manque, et avant quand. Accueil rappelle les jours restants."),
            _("Accordé ou Refusé : le montant obtenu, ou le motif tel qu’il est écrit."),
            _("Convention, Versement : les numéros et les sommes, jusqu’à ce que tout soit versé."),
            _("Puis les indicateurs du dossier : la valeur atteinte, à côté du départ et de la cible."),
        )
    )


def measured_words(rows: Iterable[Indicator]) -> str:
    """« 2 mesurés sur 5, 1 cible atteinte »."""
    told, reached, whole = measured(rows)
    if not whole:
        return ""
    done = several(told, "{n} mesuré", "{n} mesurés")
    hit = several(reached, "{n} cible atteinte", "{n} cibles atteintes")
    return _("{done} sur {whole}, {hit}").format(done=done, whole=whole, hit=hit)
