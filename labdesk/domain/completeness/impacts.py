"""IND: an indicator for users, for staff, for efficiency: where each starts, where it goes, who measures."""

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from labdesk.domain.completeness.rule import Case, Remark, called, empty, iso_day, on_row, rule
from labdesk.domain.entities import Indicator
from labdesk.words import _


@rule("IND-01", "blocking", "impacts")
def users_have_an_indicator(case: Case) -> Iterator[Remark]:
    """An indicator for users (reviewers’ table, IND: blocking)."""
    rows = _indicators(case)
    if rows and not _any(rows, "users"):
        yield on_row(
            "indicator", rows[0].id, "kind", _("Aucun indicateur ne mesure l’effet pour les usagers.")
        )


@rule("IND-02", "to_check", "impacts")
def staff_have_an_indicator(case: Case) -> Iterator[Remark]:
    """An indicator for staff (reviewers’ table, IND)."""
    rows = _indicators(case)
    if rows and not _any(rows, "agents"):
        yield on_row(
            "indicator", rows[0].id, "kind", _("Aucun indicateur ne mesure l’effet pour les agents.")
        )


@rule("IND-03", "to_check", "impacts")
def efficiency_has_an_indicator(case: Case) -> Iterator[Remark]:
    """An indicator of efficiency (reviewers’ table, IND)."""
    rows = _indicators(case)
    if rows and not _any(rows, "efficiency"):
        sentence = _("Aucun indicateur ne mesure l’efficience (temps, délai, coût).")
        yield on_row("indicator", rows[0].id, "kind", sentence)


@rule("IND-04", "to_check", "impacts")
def each_indicator_can_be_measured(case: Case) -> Iterator[Remark]:
    """Baseline, target, date, source, owner (reviewers’ table, IND)."""
    said = {
        "baseline": _("Indicateur « {label} » : la valeur de départ manque."),
        "target": _("Indicateur « {label} » : la cible manque."),
        "date": _("Indicateur « {label} » : la date manque."),
        "source": _("Indicateur « {label} » : la source manque."),
        "owner": _("Indicateur « {label} » : le responsable de la mesure manque."),
    }
    for row in _indicators(case):
        for field, sentence in said.items():
            value = getattr(row, field)
            if empty(value) or (field == "date" and iso_day(value) is None):
                yield on_row("indicator", row.id, field, sentence.format(label=called(row.label)))


@rule("IND-05", "to_check", "impacts")
def target_differs_from_baseline(case: Case) -> Iterator[Remark]:
    """Target ≠ baseline (reviewers’ table, IND)."""
    for row in _indicators(case):
        if not empty(row.baseline) and not empty(row.target) and _same(row.baseline, row.target):
            sentence = _("Indicateur « {label} » : la cible est la valeur de départ.")
            yield on_row("indicator", row.id, "target", sentence.format(label=called(row.label)))


def _same(one: str | None, other: str | None) -> bool:
    """The same value: « 12 » is « 12,0 »."""
    try:
        left, right = (Decimal((text or "").replace(",", ".").strip()) for text in (one, other))
    except ArithmeticError:
        return (one or "").strip() == (other or "").strip()
    return left == right


def _any(rows: tuple[Indicator, ...], kind: str) -> bool:
    return any(row.kind == kind for row in rows)


def _indicators(case: Case) -> tuple[Indicator, ...]:
    return cast(tuple[Indicator, ...], case.project.in_order("indicator"))


RULES = (
    users_have_an_indicator,
    staff_have_an_indicator,
    efficiency_has_an_indicator,
    each_indicator_can_be_measured,
    target_differs_from_baseline,
)
