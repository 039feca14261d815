"""The financing plan of a grant: totals, balance, rate, self-funding, in kind. In cents, never rounded."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, TypeVar, cast

from msgspec import Struct

from labdesk.domain.entities import Expense, ExpenseYear, InKind, Resource
from labdesk.domain.model import Project

K = TypeVar("K")
Money = Literal["amount", "cp"]
"""What a line costs: the amount of a grant, the payment credits (CP) of State credits."""


class ExpenseLine(Struct, frozen=True):
    """A line of expense with its years and its total, in cents."""

    row: Expense
    years: Mapping[int, int]
    total: int


class Plan(Struct, frozen=True):
    """Everything the tables of budget and financing say, in cents.

    `years`: every year with an expense, in order.
    `asked`: the lines of the targeted fund, or the amount on the cover while there is none.
    """

    lines: tuple[ExpenseLine, ...]
    years: tuple[int, ...]
    by_year: Mapping[int, int]
    by_kind: Mapping[str, int]
    expenses: int
    resources: int
    target: int | None
    requested: int | None
    own: int
    secured: int
    in_kind_expenses: int
    in_kind_resources: int

    @property
    def balance(self) -> int:
        """Resources less expenses: 0 when the plan is balanced."""
        return self.resources - self.expenses

    @property
    def asked(self) -> int:
        """What is asked of the targeted fund."""
        return (self.target if self.target is not None else self.requested) or 0

    @property
    def rate(self) -> Fraction | None:
        """The share of all expenses asked of the targeted fund, exact; None without expenses."""
        return Fraction(self.asked, self.expenses) if self.expenses > 0 else None

    @property
    def own_rate(self) -> Fraction | None:
        """The share of all expenses that is self-funded, exact; None without expenses."""
        return Fraction(self.own, self.expenses) if self.expenses > 0 else None

    @property
    def in_kind_balance(self) -> int:
        """Contributions in kind: resources less expenses."""
        return self.in_kind_resources - self.in_kind_expenses


def plan(project: Project, money: Money = "amount") -> Plan:
    """The plan of a project; `money` says which column of the years is what a line costs."""
    lines = _lines(project, money)
    resources = cast(tuple[Resource, ...], project.in_order("resource"))
    targeted = [row.amount or 0 for row in resources if row.target]
    by_year = _summed((year, cents) for line in lines for year, cents in line.years.items())
    return Plan(
        lines=lines,
        years=tuple(sorted(by_year)),
        by_year=dict(sorted(by_year.items())),
        by_kind=_summed((line.row.kind or "", line.total) for line in lines),
        expenses=sum(line.total for line in lines),
        resources=sum(row.amount or 0 for row in resources),
        target=sum(targeted) if targeted else None,
        requested=project.head.requested,
        own=sum(row.amount or 0 for row in resources if row.own),
        secured=sum(row.amount or 0 for row in resources if row.status == "secured"),
        in_kind_expenses=_in_kind(project, "expense"),
        in_kind_resources=_in_kind(project, "resource"),
    )


def spent_by_year(project: Project) -> Mapping[str, tuple[ExpenseYear, ...]]:
    """The years of every line of expense, in order; one pass, whatever the number of lines."""
    found: dict[str, list[ExpenseYear]] = {}
    for row in sorted(project.expense_year.values(), key=lambda row: row.year or 0):
        expense = row.expense or ""
        if row.year is not None and expense in project.expense:
            found.setdefault(expense, []).append(row)
    return {expense: tuple(rows) for expense, rows in found.items()}


def _lines(project: Project, money: Money) -> tuple[ExpenseLine, ...]:
    spent = spent_by_year(project)
    lines = []
    for row in cast(tuple[Expense, ...], project.in_order("expense")):
        years = {cast(int, y.year): cast(int, getattr(y, money) or 0) for y in spent.get(row.id, ())}
        lines.append(ExpenseLine(row, years, sum(years.values())))
    return tuple(lines)


def _summed(pairs: Iterable[tuple[K, int]]) -> dict[K, int]:
    sums: dict[K, int] = {}
    for key, cents in pairs:
        sums[key] = sums.get(key, 0) + cents
    return sums


def _in_kind(project: Project, side: str) -> int:
    rows = cast(Iterable[InKind], project.in_kind.values())
    return sum(row.amount or 0 for row in rows if row.side == side)
