"""The financing plan and State credits: sums by year and kind, balance, exact rates, AE and CP."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from labdesk.domain.entities import Expense, ExpenseYear, Resource
from labdesk.domain.funding import credits, plan
from labdesk.domain.funding.credits import AeCp, full_time
from labdesk.domain.model import Project
from tests.domain.dossiers import Dossier, example, grant, state_credits

CENTS = st.integers(min_value=-(10**9), max_value=10**12)


def test_the_plan_of_the_example_is_balanced_to_the_cent() -> None:
    asked = plan(example())
    assert (asked.expenses, asked.resources, asked.balance) == (7_620_000, 7_620_000, 0)
    assert asked.years == (2027, 2028)
    assert asked.by_year == {2027: 1_400_000, 2028: 6_220_000}
    assert asked.by_kind == {"service": 6_300_000, "travel": 420_000, "other": 540_000, "supplies": 360_000}
    assert (asked.target, asked.requested, asked.asked) == (3_810_000, 3_810_000, 3_810_000)
    assert asked.rate == Fraction(1, 2)
    assert asked.own_rate == Fraction(300_000, 7_620_000)
    assert asked.secured == 2_210_000 + 500_000 + 300_000
    assert (asked.in_kind_expenses, asked.in_kind_resources, asked.in_kind_balance) == (1_700_000,) * 2 + (0,)


def test_lines_keep_the_order_people_gave_them() -> None:
    labels = [line.row.label for line in plan(example()).lines]
    assert labels[0] == "Design de service (prestation)"
    assert labels[-1] == "Aléas"
    assert [line.total for line in plan(example()).lines][:2] == [2_800_000, 1_850_000]


def test_a_blank_plan_has_no_rate_and_divides_by_nothing() -> None:
    blank = plan(Project.empty())
    assert (blank.expenses, blank.balance, blank.rate, blank.own_rate, blank.target) == (
        0,
        0,
        None,
        None,
        None,
    )


def test_what_is_asked_is_the_cover_while_no_line_is_the_targeted_fund() -> None:
    asked = plan(grant().each("resource", target=0).project)
    assert (asked.target, asked.asked) == (None, 3_810_000)


def test_several_lines_may_be_the_targeted_fund() -> None:
    asked = plan(grant().put("resource", grant().nth("resource", 2), target=1).project)
    assert asked.target == 3_810_000 + 800_000


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(2020, 2030), CENTS), max_size=20),
    st.lists(CENTS, max_size=6),
)
def test_totals_by_year_by_kind_and_by_line_are_the_same_money(
    spent: list[tuple[int, int, int]], given_: list[int]
) -> None:
    years = {f"e{e}/{y}": ExpenseYear(id=f"e{e}/{y}", expense=f"e{e}", year=y, amount=c) for e, y, c in spent}
    expenses = {f"e{e}": Expense(id=f"e{e}", kind="service" if e % 2 else None) for e, _y, _c in spent}
    resources = {f"r{n}": Resource(id=f"r{n}", amount=c) for n, c in enumerate(given_)}
    asked = plan(replace(Project.empty(), expense=expenses, expense_year=years, resource=resources))
    total = sum(row.amount or 0 for row in years.values())
    assert asked.expenses == sum(asked.by_year.values()) == sum(asked.by_kind.values()) == total
    assert asked.balance == sum(given_) - total
    assert asked.rate is None or asked.rate * asked.expenses == asked.asked


def test_a_year_without_its_line_counts_for_nothing() -> None:
    lost = Dossier(example(), grant().profile).put(
        "expense_year", "gone/2028", expense="gone", year=2028, amount=9
    )
    assert plan(lost.project).expenses == 7_620_000


def test_credits_sum_ae_and_cp_by_year_titre_and_programme() -> None:
    line = state_credits().nth("expense", 0)
    asked = state_credits().put("expense", line, titre="t2", etpt="0,3", programme=" 148 ")
    asked = asked.put("expense_year", f"{line}/2027", ae=2_800_000).put("expense_year", f"{line}/2028", ae=0)
    found = credits(asked.project)
    assert found.total == AeCp(7_620_000, 7_620_000)
    assert found.gap == 0
    assert found.by_year == {2027: AeCp(3_600_000, 1_400_000), 2028: AeCp(4_020_000, 6_220_000)}
    assert found.by_titre == {"t2": AeCp(2_800_000, 2_800_000), "ht2": AeCp(4_820_000, 4_820_000)}
    assert found.by_programme["148"] == AeCp(2_800_000, 2_800_000)
    assert found.etpt == Decimal("0.3")
    assert found.paid_too_early == ()
    assert plan(asked.project, "cp").balance == 0


def test_what_is_paid_before_it_is_committed_is_seen_year_after_year() -> None:
    line = state_credits().nth("expense", 0)
    asked = (
        state_credits()
        .put("expense_year", f"{line}/2027", ae=0)
        .put("expense_year", f"{line}/2028", ae=2_800_000)
    )
    assert credits(asked.project).paid_too_early == (2027,)
    assert credits(asked.project).gap == 0


@pytest.mark.parametrize(
    ("typed", "posts"),
    [
        ("0,3", "0.3"),
        ("1.5 ETPT", "1.5"),
        ("2 etp", "2"),
        ("", None),
        (None, None),
        ("un", None),
        ("NaN", None),
    ],
)
def test_posts_are_read_as_people_type_them(typed: str | None, posts: str | None) -> None:
    assert full_time(typed) == (None if posts is None else Decimal(posts))
