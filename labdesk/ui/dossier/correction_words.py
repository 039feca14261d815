"""Where one is in the review of a corrected document, in sentences."""

from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.model import Project
from labdesk.ui.dossier.correcting import Correcting
from labdesk.words import _, several


def where(correcting: Correcting | None, project: Project, being_read: str) -> str:
    """One sentence: what is being read, what is left to see."""
    if being_read:
        return _("Lecture de « {file} »…").format(file=being_read)
    if correcting is None:
        return _("Aucun document corrigé n’est ouvert.")
    name = correcting.back.file
    if said := _left(correcting, project):
        return _("« {file} » : {said}").format(file=name, said=said)
    back = correcting.back
    changed = any(isinstance(one.what, Proposal) for one in correcting.items(project))
    if not (changed or back.sources or back.strays):
        return _("« {file} » : aucun texte n’a changé.").format(file=name)
    return _("« {file} » : toutes les corrections sont vues.").format(file=name)


def remaining(correcting: Correcting | None, project: Project) -> str:
    """What is left, as it is said after each deed."""
    said = _left(correcting, project) if correcting else ""
    return _("Il reste {said}.").format(said=said) if said else _("Toutes les corrections sont vues.")


def _left(correcting: Correcting, project: Project) -> str:
    """« 2 corrections à voir, 1 passage à corriger à la source »: nothing that is left is passed over."""
    see, source, place = (len(correcting.waiting(project, wait)) for wait in ("see", "source", "place"))
    parts = (
        several(see, "{n} correction à voir", "{n} corrections à voir") if see else "",
        several(source, "{n} passage à corriger à la source", "{n} passages à corriger à la source")
        if source
        else "",
        several(place, "{n} passage à placer", "{n} passages à placer") if place else "",
    )
    return ", ".join(part for part in parts if part)


def hint(correcting: Correcting | None) -> str:
    """How to begin; once begun, what is worth knowing of this document."""
    if correcting is None:
        return _(
            "Un dossier ou une note partis en DOCX ou en ODT reviennent ici, texte par texte. Déposez le "
            "fichier sur la fenêtre, ou choisissez-le."
        )
    said = []
    if tracked := correcting.back.tracked:
        said.append(
            several(
                tracked,
                "{n} modification suivie est lue comme acceptée.",
                "{n} modifications suivies sont lues comme acceptées.",
            )
        )
    if correcting.unsure:
        said.append(
            _("Le texte parti n’a pas été retrouvé : la comparaison se fait avec celui d’aujourd’hui.")
        )
    return " ".join(said)
