"""What the budget says of itself in words: balanced or by how much not, the rate, the self-funding."""

from fractions import Fraction

from msgspec import Struct

from labdesk.domain.funding import CreditPlan, Plan
from labdesk.words import _, decimal, euros


class Balance(Struct, frozen=True):
    """`sentence` says whether it adds up (`good`; None while there is nothing to add up); `facts` are the
    figures a decision-maker asks for."""

    sentence: str
    good: bool | None
    facts: tuple[str, ...]


def of_grant(plan: Plan, elsewhere: int = 0) -> Balance:
    """Expenses against resources, to the cent. `elsewhere`: cents typed as State credits."""
    if not plan.expenses and not plan.resources:
        return _nothing(elsewhere)
    facts = [_("Montant demandé : {amount}").format(amount=euros(plan.asked))]
    if plan.rate is not None:
        facts.append(_("taux d’aide : {rate} %").format(rate=_percent(plan.rate)))
    if plan.own_rate is not None:
        facts.append(
            _("autofinancement : {amount} ({rate} %)").format(
                amount=euros(plan.own), rate=_percent(plan.own_rate)
            )
        )
    facts.append(_("déjà acquis : {amount}").format(amount=euros(plan.secured)))
    return Balance(_resources(plan), plan.balance == 0, (*facts, *_in_kind(plan)))


def of_credits(credits: CreditPlan, paid: Plan, elsewhere: int = 0) -> Balance:
    """Commitments against payments over the whole period; then what the resources cover.

    `elsewhere`: cents typed in the other money form, that this one does not show.
    """
    if not credits.total.ae and not credits.total.cp and not paid.resources:
        return _nothing(elsewhere)  # lines without an amount are no balance
    facts = [
        _("{titre} : AE {ae}, CP {cp}").format(titre=_titre(name), ae=euros(sums.ae), cp=euros(sums.cp))
        for name, sums in credits.by_titre.items()
    ]
    if credits.etpt:
        facts.append(_("{n} ETPT").format(n=decimal(str(credits.etpt))))
    if paid.resources:
        facts.append(_resources(paid))
    facts += [_("fin {year} : plus de CP que d’AE").format(year=year) for year in credits.paid_too_early]
    return Balance(_ae_cp(credits), credits.gap == 0, (*facts, *_in_kind(paid)))


def _nothing(elsewhere: int = 0) -> Balance:
    kept = _("{amount} saisis sous une autre forme de budget : ils reviennent avec un profil de cette forme.")
    facts = (kept.format(amount=euros(elsewhere)),) if elsewhere else ()
    return Balance(_("Rien n’est encore chiffré : l’équilibre se dira ici, au centime."), None, facts)


def _resources(plan: Plan) -> str:
    both = {"spent": euros(plan.expenses), "found": euros(plan.resources)}
    if plan.balance == 0:
        return _("Équilibre : dépenses {spent} = ressources {found}").format(**both)
    gap = euros(abs(plan.balance))
    if plan.balance < 0:
        sentence = _("Il manque {gap} de ressources : dépenses {spent}, ressources {found}")
    else:
        sentence = _("{gap} de ressources en trop : dépenses {spent}, ressources {found}")
    return sentence.format(gap=gap, **both)


def _ae_cp(credits: CreditPlan) -> str:
    both = {"ae": euros(credits.total.ae), "cp": euros(credits.total.cp)}
    if credits.gap == 0:
        return _("Équilibre : AE {ae} = CP {cp}").format(**both)
    gap = euros(abs(credits.gap))
    if credits.gap > 0:
        return _("{gap} engagés (AE) ne sont pas payés (CP) : AE {ae}, CP {cp}").format(gap=gap, **both)
    return _("{gap} payés (CP) ne sont pas engagés (AE) : AE {ae}, CP {cp}").format(gap=gap, **both)


def _in_kind(plan: Plan) -> tuple[str, ...]:
    if not plan.in_kind_expenses and not plan.in_kind_resources:
        return ()
    if plan.in_kind_balance == 0:
        return (_("valorisation : {amount} de chaque côté").format(amount=euros(plan.in_kind_expenses)),)
    return (
        _("valorisation inégale : {spent} en dépenses, {found} en ressources").format(
            spent=euros(plan.in_kind_expenses), found=euros(plan.in_kind_resources)
        ),
    )


def _titre(name: str) -> str:
    return {"t2": _("Titre 2"), "ht2": _("Hors titre 2")}.get(name, _("Sans titre"))


def _percent(share: Fraction) -> str:
    return decimal(f"{float(share * 100):.1f}")
