"""State credits: commitments (AE), payments (CP) by year, by titre and by programme; full-time posts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, cast

from msgspec import Struct

from labdesk.domain.entities import Expense
from labdesk.domain.funding.plan import spent_by_year
from labdesk.domain.model import Project


class AeCp(NamedTuple):
    """An amount committed and an amount paid, in cents."""

    ae: int
    cp: int

    def plus(self, other: "AeCp") -> "AeCp":
        """Both summed, column by column."""
        return AeCp(self.ae + other.ae, self.cp + other.cp)


NOTHING = AeCp(0, 0)


class CreditLine(Struct, frozen=True):
    """A line of expense: AE and CP of each year, their totals, its full-time equivalents (None: not said)."""

    row: Expense
    years: Mapping[int, AeCp]
    total: AeCp
    etpt: Decimal | None


class CreditPlan(Struct, frozen=True):
    """All lines and their sums, in cents; `etpt` in full-time equivalents. Titre "" : not said."""

    lines: tuple[CreditLine, ...]
    by_year: Mapping[int, AeCp]
    by_titre: Mapping[str, AeCp]
    by_programme: Mapping[str, AeCp]
    total: AeCp
    etpt: Decimal

    @property
    def gap(self) -> int:
        """AE less CP over the whole period: 0 when all that is committed is paid."""
        return self.total.ae - self.total.cp

    @property
    def paid_too_early(self) -> tuple[int, ...]:
        """The years at whose end more was paid than had been committed so far."""
        early: list[int] = []
        sofar = NOTHING
        for year, amounts in self.by_year.items():
            sofar = sofar.plus(amounts)
            if sofar.cp > sofar.ae:
                early.append(year)
        return tuple(early)


def credits(project: Project) -> CreditPlan:
    """The plan of a project that asks for State credits."""
    lines = _lines(project)
    by_year: dict[int, AeCp] = {}
    by_titre: dict[str, AeCp] = {}
    by_programme: dict[str, AeCp] = {}
    total = NOTHING
    for line in lines:
        total = total.plus(line.total)
        for year, amounts in line.years.items():
            by_year[year] = by_year.get(year, NOTHING).plus(amounts)
        for sums, key in ((by_titre, line.row.titre), (by_programme, line.row.programme)):
            name = (key or "").strip()
            sums[name] = sums.get(name, NOTHING).plus(line.total)
    etpt = sum((line.etpt for line in lines if line.etpt is not None), Decimal(0))
    return CreditPlan(lines, dict(sorted(by_year.items())), by_titre, by_programme, total, etpt)


def _lines(project: Project) -> tuple[CreditLine, ...]:
    spent = spent_by_year(project)
    lines = []
    for row in cast(tuple[Expense, ...], project.in_order("expense")):
        years = {cast(int, y.year): AeCp(y.ae or 0, y.cp or 0) for y in spent.get(row.id, ())}
        total = NOTHING
        for amounts in years.values():
            total = total.plus(amounts)
        lines.append(CreditLine(row, years, total, full_time(row.etpt)))
    return tuple(lines)


def full_time(typed: str | None) -> Decimal | None:
    """Full-time equivalents as people type them (« 0,3 », « 0.3 ETPT »); None when it is not a number."""
    clean = (typed or "").casefold().replace("etpt", "").replace("etp", "").replace(",", ".").strip()
    try:
        value = Decimal(clean)
    except ArithmeticError:
        return None
    return value if value.is_finite() else None
