"""FIN, the plan as a whole: balance, cover, rate, self-funding, limits, resources, in kind, VAT."""

from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from labdesk.domain.completeness.rule import (
    Case,
    Remark,
    Severity,
    called,
    empty,
    on_head,
    on_row,
    percent,
    rule,
)
from labdesk.domain.entities import Resource
from labdesk.domain.indexes import by_place
from labdesk.words import _, decimal, euros

FINANCING = ("financing", "budget")


@rule("FIN-01", "blocking", *FINANCING)
def expenses_equal_resources(case: Case) -> Iterator[Remark]:
    """Expenses = resources, to the cent (reviewers’ table, FIN)."""
    plan = case.plan
    if plan.balance == 0 or not (plan.expenses or plan.resources):
        return
    gap = (
        _("Il manque {gap} de ressources.") if plan.balance < 0 else _("Il y a {gap} de ressources en trop.")
    )
    sentence = _("Dépenses {expenses}, ressources {resources} : le plan n’est pas équilibré.")
    yield Remark(
        sentence.format(expenses=euros(plan.expenses), resources=euros(plan.resources)),
        gap.format(gap=euros(abs(plan.balance))),
        "resource",
        _line_to_open(case),
        "amount",
    )


@rule("FIN-02", "blocking", "cover", *FINANCING)
def cover_says_the_line_of_the_fund(case: Case) -> Iterator[Remark]:
    """The amount on the cover = the line of the targeted fund (reviewers’ table, FIN)."""
    plan = case.plan
    if plan.target is not None and plan.requested is not None and plan.target != plan.requested:
        sentence = _("La page de garde demande {requested}, la ligne du fonds visé dit {target}.")
        yield on_head(
            "requested",
            sentence.format(requested=euros(plan.requested), target=euros(plan.target)),
            _("Un seul montant est demandé : corrigez celui des deux qui est faux."),
        )


@rule("FIN-03", "blocking", *FINANCING)
def a_line_is_the_targeted_fund(case: Case) -> Iterator[Remark]:
    """One line of the financing plan is the fund asked (reviewers’ table, FIN)."""
    if case.plan.target is None and case.project.resource:
        yield Remark(
            _("Aucune ligne du plan de financement n’est marquée comme le fonds visé."),
            _("Cochez « fonds visé » sur la ligne à qui le dossier s’adresse."),
            "resource",
            _line_to_open(case),
            "target",
        )


@rule("FIN-04", "blocking", *FINANCING)
def rate_within_the_ceiling(case: Case) -> Iterator[Remark]:
    """The rate asked ≤ the ceiling of the call (reviewers’ table, FIN), which the profile gives, never we."""
    ceiling, rate = case.profile.limits.max_rate, case.plan.rate
    if ceiling is not None and rate is not None and rate * 100 > Fraction(ceiling):
        sentence = _(
            "Le taux demandé est de {rate}\u00a0%, le plafond de l’appel à projets est de {ceiling}\u00a0%."
        )
        yield Remark(
            sentence.format(rate=percent(rate), ceiling=decimal(str(ceiling))),
            _("Baissez la demande ou ajoutez des cofinancements."),
            "resource",
            _line_to_open(case),
            "amount",
            severity=_firm(case),
        )


@rule("FIN-05", "advice", *FINANCING, forms=("grant",))
def ceiling_is_known(case: Case) -> Iterator[Remark]:
    """A ceiling that is not known stays empty and is only recalled: nothing rests on a placeholder."""
    if case.profile.limits.max_rate is None:
        yield Remark(
            _("Taux plafond non renseigné : reportez celui de l’appel à projets."),
            _("Copiez le profil de financement et complétez ses limites, avec la date et la source."),
            "project",
            "project",
            "profile",
        )


@rule("FIN-06", "blocking", *FINANCING)
def self_funding_reaches_the_minimum(case: Case) -> Iterator[Remark]:
    """Self-funding ≥ the minimum of the call (reviewers’ table, FIN)."""
    least, own = case.profile.limits.min_self, case.plan.own_rate
    if least is not None and own is not None and own * 100 < Fraction(least):
        sentence = _(
            "L’autofinancement est de {own}\u00a0% des dépenses, l’appel à projets demande {least}\u00a0%."
        )
        yield Remark(
            sentence.format(own=percent(own), least=decimal(str(least))),
            _("Marquez les lignes d’autofinancement, ou augmentez-les."),
            "resource",
            _line_to_open(case),
            "own",
            severity=_firm(case),
        )


@rule("FIN-07", "blocking", "cover", *FINANCING)
def request_reaches_the_minimum(case: Case) -> Iterator[Remark]:
    """The request ≥ the minimum of the call (reviewers’ table, FIN)."""
    least = case.profile.limits.min_request
    if least is not None and 0 < case.plan.asked < least:
        sentence = _("La demande est de {asked}, l’appel à projets commence à {least}.")
        yield Remark(
            sentence.format(asked=euros(case.plan.asked), least=euros(least)),
            _("Vérifiez que ce fonds convient à un projet de cette taille."),
            "project",
            "project",
            "requested",
            severity=_firm(case),
        )


@rule("FIN-08", "blocking", "cover", *FINANCING)
def request_stays_under_the_maximum(case: Case) -> Iterator[Remark]:
    """The request ≤ the maximum of the call (profile)."""
    most = case.profile.limits.max_request
    if most is not None and case.plan.asked > most:
        sentence = _("La demande est de {asked}, l’appel à projets s’arrête à {most}.")
        yield Remark(
            sentence.format(asked=euros(case.plan.asked), most=euros(most)),
            _("Baissez la demande ou cherchez un autre fonds."),
            "project",
            "project",
            "requested",
            severity=_firm(case),
        )


@rule("FIN-09", "to_check", *FINANCING)
def each_resource_says_its_status(case: Case) -> Iterator[Remark]:
    """Each resource is secured or requested (reviewers’ table, FIN)."""
    for row in _resources(case):
        if empty(row.status):
            sentence = _("Ressource « {label} » : le statut manque (acquis ou sollicité).")
            yield on_row("resource", row.id, "status", sentence.format(label=called(row.label)))


@rule("FIN-10", "to_check", *FINANCING)
def each_secured_resource_has_its_proof(case: Case) -> Iterator[Remark]:
    """A secured resource shows its proof: notification, letter, deliberation (reviewers’ table, FIN)."""
    for row in _resources(case):
        if row.status == "secured" and empty(row.evidence):
            sentence = _("Ressource « {label} » : dite acquise, sans justificatif.")
            yield on_row(
                "resource",
                row.id,
                "evidence",
                sentence.format(label=called(row.label)),
                _("Citez la notification, le courrier ou la délibération, ou passez-la en « sollicité »."),
            )


@rule("FIN-11", "blocking", *FINANCING)
def in_kind_is_equal_on_both_sides(case: Case) -> Iterator[Remark]:
    """Contributions in kind weigh the same in expenses and in resources (reviewers’ table, FIN)."""
    plan = case.plan
    if plan.in_kind_balance:
        sentence = _("Valorisation : {expenses} en dépenses, {resources} en ressources.")
        rows = sorted(case.project.in_kind.values(), key=by_place)
        yield on_row(
            "in_kind",
            rows[0].id if rows else "",
            "amount",
            sentence.format(expenses=euros(plan.in_kind_expenses), resources=euros(plan.in_kind_resources)),
            _("Une contribution en nature s’inscrit pour le même montant des deux côtés."),
        )


@rule("FIN-12", "to_check", "budget", "financing", forms=("grant",))
def vat_is_stated(case: Case) -> Iterator[Remark]:
    """HT or TTC, VAT recovered or not (reviewers’ table, FIN). State credits are TTC by default."""
    if empty(case.project.head.vat) and case.plan.expenses:
        yield on_head(
            "vat",
            _("Les montants sont-ils hors taxes ou toutes taxes comprises ? La TVA n’est pas précisée."),
            _("Par exemple : « TTC, TVA non récupérée »."),
        )


def _resources(case: Case) -> tuple[Resource, ...]:
    return cast(tuple[Resource, ...], case.project.in_order("resource"))


def _line_to_open(case: Case) -> str:
    """The line of the targeted fund, else the last one: where the person will most likely correct."""
    rows = _resources(case)
    targeted = [row.id for row in rows if row.target]
    return targeted[0] if targeted else (rows[-1].id if rows else "")


def _firm(case: Case) -> Severity:
    """Limits that nobody has read against the call in force are to check: a placeholder never blocks."""
    return "to_check" if case.profile.to_confirm else "blocking"


RULES = (
    expenses_equal_resources,
    cover_says_the_line_of_the_fund,
    a_line_is_the_targeted_fund,
    rate_within_the_ceiling,
    ceiling_is_known,
    self_funding_reaches_the_minimum,
    request_reaches_the_minimum,
    request_stays_under_the_maximum,
    each_resource_says_its_status,
    each_secured_resource_has_its_proof,
    in_kind_is_equal_on_both_sides,
    vat_is_stated,
)
