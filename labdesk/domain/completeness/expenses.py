"""FIN, the lines of expense: no negative, a contingency in measure, years of the period, complete lines."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import cast

from labdesk.domain.completeness.rule import Case, Remark, called, empty, on_row, percent, rule
from labdesk.domain.entities import ExpenseYear, InKind, Resource
from labdesk.domain.funding import ExpenseLine
from labdesk.words import _, euros

BUDGET = ("budget", "financing")
CONTINGENCY = re.compile(r"\baléas?\b|imprévu|contingen", re.IGNORECASE)
MOST_CONTINGENCY = 10
"""In % of all expenses (reviewers’ table, FIN)."""
SHORT_YEAR = 90
"""A year of which the project takes fewer days may well have no expense."""


@rule("FIN-13", "blocking", *BUDGET)
def no_amount_is_negative(case: Case) -> Iterator[Remark]:
    """No negative amount anywhere in the tables (reviewers’ table, FIN)."""
    advice = _("Une réduction se retranche de la ligne concernée.")
    for year in cast(dict[str, ExpenseYear], case.project.expense_year).values():
        for field in ("amount", "ae", "cp"):
            if (getattr(year, field) or 0) < 0:
                line = case.project.expense.get(year.expense or "")
                sentence = _("Dépense « {label} », {year} : le montant {amount} est négatif.")
                amount = euros(getattr(year, field))
                label = called(line.label if line else None)
                said = sentence.format(label=label, year=year.year, amount=amount)
                yield on_row("expense_year", year.id, field, said, advice)
    for table in ("resource", "in_kind"):
        for row in cast(tuple[Resource | InKind, ...], case.project.in_order(table)):
            if (row.amount or 0) < 0:
                sentence = _("« {label} » : le montant {amount} est négatif.")
                said = sentence.format(label=called(row.label), amount=euros(row.amount))
                yield on_row(table, row.id, "amount", said, advice)


@rule("FIN-14", "to_check", *BUDGET)
def contingency_stays_in_measure(case: Case) -> Iterator[Remark]:
    """Contingency ≤ 10 % of all expenses (reviewers’ table, FIN)."""
    plan = case.plan
    lines = [line for line in plan.lines if CONTINGENCY.search(line.row.label or "")]
    aside = sum(line.total for line in lines)
    if plan.expenses > 0 and aside * 100 > plan.expenses * MOST_CONTINGENCY:
        share = Fraction(aside, plan.expenses)
        sentence = _(
            "Les aléas font {share}\u00a0% des dépenses ; au-delà de {most}\u00a0%, ils sont discutés."
        )
        said = sentence.format(share=percent(share), most=MOST_CONTINGENCY)
        yield on_row("expense", lines[0].row.id, "label", said, _("Chiffrez ce qui peut l’être."))


@rule("FIN-15", "blocking", *BUDGET)
def spending_stays_inside_the_period(case: Case) -> Iterator[Remark]:
    """Nothing is spent in a year outside the project (reviewers’ table, FIN)."""
    if (period := case.period) is None:
        return
    start, end = period
    for line in case.plan.lines:
        for year, cents in line.years.items():
            if cents and not start.year <= year <= end.year:
                sentence = _("Dépense « {label} » : {amount} en {year}, hors de la période du projet.")
                said = sentence.format(label=called(line.row.label), amount=euros(cents), year=year)
                advice = _("Une dépense hors période n’est pas éligible : déplacez-la ou changez les dates.")
                yield on_row("expense_year", f"{line.row.id}/{year}", case.money, said, advice)


@rule("FIN-16", "to_check", *BUDGET)
def each_year_has_its_total(case: Case) -> Iterator[Remark]:
    """Totals by year: a year of the project without any expense is a year forgotten."""
    if (period := case.period) is None or not case.plan.expenses:
        return
    start, end = period
    for year in range(start.year, end.year + 1):
        days = (min(end, date(year, 12, 31)) - max(start, date(year, 1, 1))).days
        if days >= SHORT_YEAR and not case.plan.by_year.get(year):
            sentence = _("Aucune dépense en {year}, alors que le projet y dure.")
            first = case.plan.lines[0].row.id
            yield on_row("expense_year", f"{first}/{year}", case.money, sentence.format(year=year))


@rule("FIN-17", "to_check", *BUDGET)
def each_expense_is_complete(case: Case) -> Iterator[Remark]:
    """An expense has a label, a kind and an amount: « par nature et par année » (section « Budget »)."""
    for line in case.plan.lines:
        yield from _gaps(case, line)


def _gaps(case: Case, line: ExpenseLine) -> Iterator[Remark]:
    row = line.row
    label = called(row.label)
    if empty(row.label):
        yield on_row("expense", row.id, "label", _("Une dépense n’a pas de nom."))
    if empty(row.kind) and case.profile.form != "credits":
        sentence = _("Dépense « {label} » : la nature manque (prestations, déplacements…).")
        yield on_row("expense", row.id, "kind", sentence.format(label=label))
    if not line.total:
        sentence = _("Dépense « {label} » : aucun montant.")
        year = next(iter(case.plan.years), (case.start or case.today).year)
        yield on_row("expense_year", f"{row.id}/{year}", case.money, sentence.format(label=label))


RULES = (
    no_amount_is_negative,
    contingency_stays_in_measure,
    spending_stays_inside_the_period,
    each_year_has_its_total,
    each_expense_is_complete,
)
