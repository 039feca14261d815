"""Why a reviewer checks each rule, in words for who fills in the dossier, with the text it comes from."""

from collections.abc import Mapping

from labdesk.words import _


def reason(rule: str) -> str:
    """Why this is checked; empty for a rule nobody explained."""
    return _reasons().get(rule, "")


def _reasons() -> Mapping[str, str]:
    return {**_money(), **_credits(), **_time(), **_effects(), **_canvases(), **_people(), **_words()}


def _money() -> dict[str, str]:
    return {
        "FIN-01": _("Un plan de financement s’équilibre au centime : c’est la première chose vérifiée."),
        "FIN-02": _("Un seul montant est demandé : deux chiffres différents font douter de tous les autres."),
        "FIN-03": _("Le relecteur cherche la ligne de son propre fonds : elle dit ce qui lui est demandé."),
        "FIN-04": _("Au-delà du plafond de l’appel à projets, la demande n’est pas recevable."),
        "FIN-05": _("Un plafond inconnu reste vide : rien n’est inventé, l’appel à projets fait foi."),
        "FIN-06": _("Beaucoup de fonds demandent au porteur d’engager une part de ses propres moyens."),
        "FIN-07": _("Sous le seuil de l’appel à projets, le dossier n’est pas étudié."),
        "FIN-08": _("Au-delà du maximum de l’appel à projets, le dossier n’est pas étudié."),
        "FIN-09": _("Acquis ou sollicité : le relecteur mesure le risque que le plan ne tienne pas."),
        "FIN-10": _("Une ressource acquise se prouve par un écrit : notification, courrier, délibération."),
        "FIN-11": _(
            "Une valorisation est une dépense et une ressource du même montant : elle ne finance rien."
        ),
        "FIN-12": _("Hors taxes ou toutes taxes comprises, le même montant ne paie pas la même chose."),
        "FIN-13": _("Un montant négatif cache une recette ou une erreur ; il se retranche de sa ligne."),
        "FIN-14": _("Des aléas de plus de 10 % disent que le projet n’est pas assez chiffré."),
        "FIN-15": _("Une dépense hors de la période du projet n’est pas éligible."),
        "FIN-16": _("Une année du projet sans aucune dépense est souvent une année oubliée."),
        "FIN-17": _("Une dépense se lit avec son nom, sa nature et ses montants par année."),
    }


def _credits() -> dict[str, str]:
    return {
        "FIN-18": _("Sur la période, tout ce qui est engagé est payé : AE = CP (LOLF, article 8)."),
        "FIN-19": _("Les dépenses de personnel (titre 2) sont suivies à part (LOLF, article 5)."),
        "FIN-20": _(
            "Les crédits sont ouverts par programme (LOLF, article 7) : sans lui, rien ne s’exécute."
        ),
        "FIN-21": _("Les emplois sont plafonnés (LOLF, article 7) : une ligne de titre 2 dit ses ETPT."),
        "FIN-22": _("On ne paie que ce qui a été engagé : les CP ne devancent pas les AE (LOLF, article 8)."),
    }


def _time() -> dict[str, str]:
    return {
        "CAL-01": _("Sans début ni fin, ni les dépenses ni les jalons ne peuvent être vérifiés."),
        "CAL-02": _("Le projet finit après avoir commencé : l’une des deux dates est fausse."),
        "CAL-03": _("Un projet terminé n’est plus financé."),
        "CAL-04": _(
            "Un projet commencé avant le dossier a déjà engagé des dépenses : elles ne sont pas prises."
        ),
        "CAL-05": _("Ce qui commence avant la décision n’est pas financé par elle."),
        "CAL-06": _("Un début passé devance toute décision encore à prendre."),
        "CAL-07": _("Un jalon hors de la période ne pourra être ni suivi ni payé."),
        "CAL-08": _("Un jalon se tient avec une date, un responsable et ce qui est remis."),
        "CAL-09": _(
            "Un décideur veut savoir quand il pourra arrêter : c’est ce qui rend le risque acceptable."
        ),
    }


def _effects() -> dict[str, str]:
    return {
        "IND-01": _("Un projet pour les usagers se juge à ce qui change pour eux."),
        "IND-02": _("Ce qui pèse sur les agents ne dure pas : leur gain ou leur charge se mesure."),
        "IND-03": _("Temps, délai, coût : c’est ce que compare le financeur."),
        "IND-04": _("Sans départ, cible, date, source et responsable, un indicateur ne sera pas relevé."),
        "IND-05": _("Une cible égale au départ dit que rien ne changera."),
        "SUS-01": _("Qui paie après ? C’est la question qui arrête le plus de projets."),
        "RSK-01": _("Moins de trois risques, et le relecteur pense qu’on ne les a pas cherchés."),
        "RSK-02": _("Un risque sans parade ni responsable n’est qu’une inquiétude."),
        "RSK-03": _("Probabilité et gravité disent par où commencer."),
    }


def _canvases() -> dict[str, str]:
    return {
        "PRB-01": _("La forme « a besoin de… parce que… » sépare le besoin de la solution."),
        "PRB-02": _("Un énoncé qui contient sa solution ferme la porte aux autres."),
        "PRB-03": _("Un défi qui commence par « Comment… » ouvre à plusieurs réponses."),
        "PRB-04": _("Traiter la cause évite que le problème revienne."),
        "PRB-05": _("L’énoncé et le défi sont ce que le dossier reprend de ce canevas."),
        "JOU-01": _("Sans parcours vécu, rien ne prouve le problème."),
        "JOU-02": _("Le parcours cible montre d’un regard ce que l’argent change."),
        "JOU-03": _("Un parcours est celui de quelqu’un : sans persona, on ne sait pas de qui l’on parle."),
        "JOU-04": _("Une courbe trouée ne se lit pas : chaque étape dit comment elle est vécue."),
        "JOU-05": _("Un décideur lit trois phrases, pas douze étapes."),
        "JOU-06": _("Un parcours vécu sans irritant ne demande aucun projet."),
        "JOU-07": _(
            "Un irritant supposé ne prouve rien : plus de la moitié, et le problème n’est pas établi."
        ),
        "JOU-08": _("Ce qui attend dans « À ranger » n’est ni vu ni imprimé."),
        "JOU-09": _("Un persona sans fondement est une invention."),
        "JOU-10": _("Entretiens, observations, données : un parcours dit d’où il vient."),
        "PRO-01": _("Un fonds d’innovation paie ce qui a été essayé, même petit."),
        "PRO-02": _("« Ça marche » se dit avec une date, des testeurs et un résultat."),
        "PRO-03": _("Un critère chiffré avant le test empêche de se convaincre après."),
        "PRO-04": _("Un test sert à décider : poursuivre, modifier, arrêter."),
        "PRO-05": _("Déployer sur une preuve faible fait payer l’essai au prix du déploiement."),
        "PRO-06": _("Déployer ce que le test infirme se lit comme une erreur."),
        "PRO-07": _("Sans hypothèse, on ne sait pas ce que le test a montré."),
        "PRO-08": _("De l’irritant au résultat, le lecteur suit le fil : chaque prototype répond à un défi."),
    }


def _people() -> dict[str, str]:
    return {
        "GOV-01": _("Sans commanditaire, personne ne décide et personne ne défend le projet."),
        "GOV-02": _("Un projet a quelqu’un qui le conduit, nommé."),
        "GOV-03": _("L’instructeur appelle : il lui faut un contact."),
        "GOV-04": _("Un rôle que personne ne tient n’est pas tenu."),
        "GOV-05": _("Des usagers dans la gouvernance : c’est ce qui distingue un projet de design."),
        "GOV-06": _("C’est au commanditaire que la décision est notifiée : il lui faut un contact."),
        "COD-01": _("Un projet pour les usagers se conçoit avec eux : le dossier les compte."),
        "COD-02": _("Agents, décideurs, usagers : les trois sont attendus dans la salle."),
        "RGP-01": _("Les notes circulent, pas les personnes (RGPD, article 5)."),
        "RGP-02": _("Une adresse électronique est une donnée personnelle (RGPD, article 5)."),
        "RGP-03": _("Un numéro de téléphone est une donnée personnelle (RGPD, article 5)."),
        "RGP-04": _("Sans accord, une photo ne sort jamais : elle manquera au dossier."),
        "RGP-05": _("Photos et verbatims ne se gardent pas pour toujours (RGPD, article 5)."),
        "ACC-01": _("Qui ne voit pas l’image doit savoir ce qu’elle montre (RGAA, thème 1)."),
        "ACC-02": _("Un nom de fichier ne dit rien de ce que l’image montre (RGAA, thème 1)."),
    }


def _words() -> dict[str, str]:
    return {
        "TXT-01": _("L’appel à projets demande cette section : vide, le dossier est incomplet."),
        "TXT-02": _("Cette section est recommandée : vide, elle sera demandée en complément."),
        "TXT-03": _("Au-delà de la limite, le formulaire coupe ou refuse."),
        "TXT-04": _("Un « à compléter » oublié dit que personne n’a relu."),
        "TXT-05": _("La page de garde dit qui demande quoi, à qui, combien."),
        "TXT-06": _("Date, version, contact, SIRET : ce qui permet de retrouver le dossier et son porteur."),
        "TXT-07": _("Le lecteur comprend le problème avant la solution, les dépenses avant les ressources."),
        "COH-01": _("Un montant du texte absent des tableaux est une faute, ou une dépense oubliée."),
        "COH-02": _("Une citation dont la source a disparu ne prouve plus rien."),
        "COH-03": _("Ce qui est marqué « ne sort pas » ne sort pas non plus dans un texte."),
        "PJ-01": _("Une pièce manquante suspend l’instruction."),
    }
