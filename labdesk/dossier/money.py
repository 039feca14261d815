"""The sections that are money: budget and financing plan, for a grant and for State credits."""

from fractions import Fraction
from typing import cast

from labdesk.domain.entities import InKind, Resource
from labdesk.domain.funding import CreditPlan, Form, Plan, bars, credits, plan
from labdesk.domain.model import Project
from labdesk.dossier.blocks import Block
from labdesk.dossier.drawn_blocks import PlanBars
from labdesk.dossier.reading import Reader
from labdesk.dossier.registers import cells, choice
from labdesk.dossier.text_blocks import Align, Paragraph, Row, Table, runs
from labdesk.words import _, decimal, euros


def budget(reader: Reader, form: Form) -> tuple[Block, ...]:
    """Expenses by year: amounts for a grant, AE and CP for State credits; then VAT and what is in kind."""
    project = reader.project
    blocks: list[Block] = []
    if project.expense:
        blocks.append(_credits(credits(project)) if form == "credits" else _grant(plan(project)))
    if project.head.vat:
        blocks.append(Paragraph(runs(_("TVA : {vat}").format(vat=project.head.vat)), "small"))
    elif form == "credits" and project.expense:
        blocks.append(Paragraph(runs(_("Montants toutes taxes comprises (TTC).")), "small"))
    return (*blocks, *_in_kind(project, "expense", _("Contributions en nature : dépenses valorisées")))


def _grant(money: Plan) -> Table:
    lines = []
    for line in money.lines:
        said = (euros(line.years[year]) if year in line.years else "–" for year in money.years)
        lines.append(
            Row(cells(line.row.label, choice("expense_kind", line.row.kind), *said, euros(line.total)))
        )
    total = (euros(money.by_year.get(year, 0)) for year in money.years)
    lines.append(Row(cells(_("Total des dépenses"), " ", *total, euros(money.expenses)), total=True))
    head = (_("Dépense"), _("Nature"), *(str(year) for year in money.years), _("Total"))
    widths = (3.4, 1.6, *(1.25 for _year in money.years), 1.35)
    return Table(head, tuple(lines), widths, _amounts(len(money.years) + 1))


def _credits(money: CreditPlan) -> Table:
    years = tuple(money.by_year)
    lines = []
    for line in money.lines:
        etpt = _("{n} ETPT").format(n=decimal(str(line.etpt))) if line.etpt is not None else ""
        where = " · ".join(filter(None, (choice("titre", line.row.titre), line.row.programme, etpt)))
        said = [euros(amount) for year in years for amount in line.years.get(year, (0, 0))]
        lines.append(Row(cells(line.row.label, where, *said)))
    total = [euros(amount) for year in years for amount in money.by_year[year]]
    lines.append(Row(cells(_("Total"), _("{n} ETPT").format(n=decimal(str(money.etpt))), *total), total=True))
    head = (
        _("Dépense"),
        _("Titre, programme, ETPT"),
        *(f"{which} {year}" for year in years for which in ("AE", "CP")),
    )
    widths = (2.6, 2, *(1.3 for _one in total))
    return Table(head, tuple(lines), widths, _amounts(len(total)))


def _amounts(count: int) -> tuple[Align, ...]:
    """Two columns of words, then `count` of amounts."""
    words: list[Align] = ["left", "left"]
    right: list[Align] = ["right"] * count
    return (*words, *right)


def financing(reader: Reader, form: Form = "grant") -> tuple[Block, ...]:
    """A small picture of the plan, resources with their status, proof and share, the rate asked, in kind."""
    project = reader.project
    resources = cast(tuple[Resource, ...], project.in_order("resource"))
    blocks: list[Block] = []
    drawn = bars(project, form)
    if len(drawn) > 1:
        blocks.append(PlanBars(tuple((bar.name, bar.parts) for bar in drawn)))
    if resources:
        blocks += _resources(plan(project, "cp" if form == "credits" else "amount"), resources)
    return (*blocks, *_in_kind(project, "resource", _("Contributions en nature : ressources valorisées")))


def _resources(money: Plan, resources: tuple[Resource, ...]) -> list[Block]:
    lines = []
    for row in resources:
        status = choice("resource_status", row.status)
        share = percent(Fraction(row.amount or 0, money.resources)) if money.resources else ""
        lines.append(Row(cells(row.label, status, row.evidence, euros(row.amount), share)))
    whole = percent(Fraction(1)) if money.resources else ""
    lines.append(Row(cells(_("Total des ressources"), " ", " ", euros(money.resources), whole), total=True))
    head = (_("Ressource"), _("Statut"), _("Preuve"), _("Montant"), _("Part"))
    align: tuple[Align, ...] = ("left", "left", "left", "right", "right")
    table = Table(head, tuple(lines), (3.4, 1.2, 2.2, 1.5, 1), align)
    if money.rate is None:
        return [table]
    said = _("Le fonds visé est sollicité pour {amount}, soit {rate} des dépenses ; autofinancement : {own}.")
    asked = said.format(amount=euros(money.asked), rate=percent(money.rate), own=euros(money.own))
    return [table, Paragraph(runs(asked))]


def percent(share: Fraction) -> str:
    """An exact share as a reviewer reads it: one decimal, only where it is needed."""
    return f"{decimal(f'{float(share) * 100:.1f}')}\u00a0%"


def _in_kind(project: Project, side: str, caption: str) -> tuple[Block, ...]:
    rows = [r for r in cast(tuple[InKind, ...], project.in_order("in_kind")) if r.side == side]
    if not rows:
        return ()
    lines = [Row(cells(r.label, euros(r.amount))) for r in rows]
    lines.append(Row(cells(_("Total"), euros(sum(r.amount or 0 for r in rows))), total=True))
    return (Table((_("Contribution"), _("Montant")), tuple(lines), (4, 1.4), ("left", "right"), caption),)
