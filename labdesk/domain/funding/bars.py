"""The plan as bars on one scale: what is spent, what pays for it; AE and CP by year for State credits."""

from msgspec import Struct

from labdesk.domain.canvas_type import common_vocabularies, option_label
from labdesk.domain.funding.credits import credits
from labdesk.domain.funding.plan import plan
from labdesk.domain.funding.profile import Form
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project
from labdesk.words import _


class Bar(Struct, frozen=True):
    """One bar: its name, and its parts as (name, cents), in the order they are drawn."""

    name: str
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Cents of all parts; a negative part counts for nothing."""
        return sum(max(cents, 0) for _name, cents in self.parts)


def bars(project: Project, form: Form) -> tuple[Bar, ...]:
    """The bars of a plan; empty parts are left out, and bars without any part."""
    found = _credits(project) if form == "credits" else (_kinds(project),)
    drawn = (
        Bar(bar.name, tuple(part for part in bar.parts if part[1] > 0)) for bar in (*found, _found(project))
    )
    return tuple(bar for bar in drawn if bar.parts)


def _credits(project: Project) -> tuple[Bar, ...]:
    by_year = credits(project).by_year
    committed = tuple((str(year), sums.ae) for year, sums in by_year.items())
    paid = tuple((str(year), sums.cp) for year, sums in by_year.items())
    return Bar(_("AE"), committed), Bar(_("CP"), paid)


def _kinds(project: Project) -> Bar:
    kinds = common_vocabularies()["expense_kind"]
    spent = plan(project).by_kind
    return Bar(
        _("Dépenses"),
        tuple((option_label(kinds, kind) or _("Sans nature"), cents) for kind, cents in spent.items()),
    )


def _found(project: Project) -> Bar:
    rows = sorted(project.resource.values(), key=by_place)
    return Bar(_("Ressources"), tuple((row.label or _("Sans nom"), row.amount or 0) for row in rows))
