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
    items = correcting.to_see(project)
    if not any(isinstance(one.what, Proposal) for one in correcting.items(project)):
        return _none(correcting, name)
    if not items:
        return _("« {file} » : toutes les corrections sont vues.").format(file=name)
    said = several(len(items), "{n} correction à voir", "{n} corrections à voir")
    return _("« {file} » : {said}").format(file=name, said=said)


def _none(correcting: Correcting, name: str) -> str:
    """No typed text changed; what was changed in words that come from elsewhere is not passed over."""
    sources = len(correcting.back.sources)
    if not sources:
        return _("« {file} » : aucun texte n’a changé.").format(file=name)
    said = several(sources, "{n} passage à corriger à la source", "{n} passages à corriger à la source")
    return _("« {file} » : {said}").format(file=name, said=said)


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


def remaining(correcting: Correcting | None, project: Project) -> str:
    """What is left, as it is said after each deed."""
    left = len(correcting.to_see(project)) if correcting else 0
    if not left:
        return _("Toutes les corrections sont vues.")
    return several(left, "Il reste {n} correction à voir.", "Il reste {n} corrections à voir.")
