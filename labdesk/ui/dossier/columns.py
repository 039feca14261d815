"""The columns of the dossier’s tables, as data: what each shows, how it is typed, what a change does."""

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct

from labdesk.domain.canvas_type import Option, common_vocabularies
from labdesk.domain.commands.dossier import Amount, set_row, set_year
from labdesk.domain.entities import Value
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.filling.entry import Kind
from labdesk.words import _

MOST_YEARS = 12
"""More years than this are not shown side by side: a wrong date must not make a hundred columns."""


class Column(Protocol):
    """One column: `width` in px at 100 % (0: what is left), `summed` when the last row holds its total."""

    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def width(self) -> int: ...
    @property
    def options(self) -> tuple[Option, ...]: ...
    @property
    def summed(self) -> bool: ...
    @property
    def editable(self) -> bool: ...
    def value(self, project: Project, row: str) -> Value: ...
    def write(self, project: Project, row: str, value: Value, seen: tuple[str, ...] | None) -> Gesture: ...
    def address(self, row: str) -> tuple[str, str, str]: ...


class FieldColumn(Struct, frozen=True):
    """A field of the row itself."""

    table: str
    field: str
    title: str
    kind: Kind = "text"
    width: int = 0
    vocabulary: str = ""
    summed: bool = False
    editable: bool = True

    @property
    def options(self) -> tuple[Option, ...]:
        """What a choice offers."""
        return common_vocabularies()[self.vocabulary] if self.vocabulary else ()

    def value(self, project: Project, row: str) -> Value:
        """What stands in this cell."""
        value: Value = getattr(project.table(self.table).get(row), self.field, None)
        return value

    def write(self, project: Project, row: str, value: Value, seen: tuple[str, ...] | None) -> Gesture:
        """The gesture that puts a value in this cell."""
        return set_row(project, self.table, row, self.field, value, seen)

    def address(self, row: str) -> tuple[str, str, str]:
        """(table, row, field) as the store names them."""
        return self.table, row, self.field


class YearColumn(Struct, frozen=True):
    """What a line of expense costs in one year."""

    year: int
    which: Amount
    title: str
    kind: Kind = "money"
    width: int = 112
    options: tuple[Option, ...] = ()
    summed: bool = True
    editable: bool = True

    def value(self, project: Project, row: str) -> Value:
        """The cents of that year, or None."""
        held = project.expense_year.get(f"{row}/{self.year}")
        value: int | None = getattr(held, self.which, None)
        return value

    def write(self, project: Project, row: str, value: Value, seen: tuple[str, ...] | None) -> Gesture:
        """The gesture that sets the cents of that year."""
        return set_year(project, row, self.year, self.which, None if value is None else int(value), seen)

    def address(self, row: str) -> tuple[str, str, str]:
        """(table, row, field) as the store names them."""
        return "expense_year", f"{row}/{self.year}", self.which


class SumColumn(Struct, frozen=True):
    """What a line of expense costs over all its years: it is computed, nobody types it."""

    which: Amount
    title: str
    kind: Kind = "money"
    width: int = 116
    options: tuple[Option, ...] = ()
    summed: bool = True
    editable: bool = False

    def value(self, project: Project, row: str) -> Value:
        """The cents of all years together, or None when no year is filled."""
        held = [getattr(year, self.which) for year in project.years_of(row).values()]
        amounts = [amount for amount in held if amount is not None]
        return sum(amounts) if amounts else None

    def write(self, project: Project, row: str, value: Value, seen: tuple[str, ...] | None) -> Gesture:
        """Nothing: a sum follows its years."""
        return Gesture("", ())

    def address(self, row: str) -> tuple[str, str, str]:
        """(table, row, field) as the store names them."""
        return "expense_year", row, self.which


Columns = tuple[Column, ...]


def years_shown(project: Project, added: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """The years of the budget: those of the cover's start and end, those already filled, those just added."""
    filled = {y.year for y in project.expense_year.values() if y.year is not None}
    years = filled | added | _period(project.head.start, project.head.end)
    if not years:
        from datetime import date

        years = {date.today().year}
    return tuple(sorted(years)[:MOST_YEARS])


def _period(start: str | None, end: str | None) -> set[int]:
    edges = [int(edge[:4]) for edge in (start, end) if edge and edge[:4].isdecimal()]
    if not edges or max(edges) - min(edges) >= MOST_YEARS:
        return set(edges)
    return set(range(min(edges), max(edges) + 1))


def grant_expenses(years: tuple[int, ...]) -> Columns:
    """The expenses of a grant: label, kind, an amount for each year, the total."""
    return (
        FieldColumn("expense", "label", _("Dépense"), "long"),
        FieldColumn("expense", "kind", _("Nature"), "choice", 168, "expense_kind"),
        *(YearColumn(year, "amount", str(year)) for year in years),
        SumColumn("amount", _("Total")),
    )


def credit_expenses(years: tuple[int, ...]) -> Columns:
    """The expenses of State credits: title, programme, staff, and AE and CP for each year."""
    pairs: list[Column] = []
    for year in years:
        pairs += [YearColumn(year, "ae", f"AE {year}"), YearColumn(year, "cp", f"CP {year}")]
    return (
        FieldColumn("expense", "label", _("Dépense"), "long"),
        FieldColumn("expense", "titre", _("Titre"), "choice", 150, "titre"),
        FieldColumn("expense", "programme", _("Programme-BOP-UO"), "text", 150),
        FieldColumn("expense", "etpt", _("ETPT"), "decimal", 64, summed=True),
        *pairs,
        SumColumn("ae", _("Total AE")),
        SumColumn("cp", _("Total CP")),
    )


def resources() -> Columns:
    """The financing plan."""
    return (
        FieldColumn("resource", "label", _("Ressource"), "long"),
        FieldColumn("resource", "status", _("Statut"), "choice", 112, "resource_status"),
        FieldColumn("resource", "evidence", _("Justificatif"), "long", 220),
        FieldColumn("resource", "target", _("Fonds visé"), "check", 92),
        FieldColumn("resource", "own", _("Autofinancement"), "check", 130),
        FieldColumn("resource", "amount", _("Montant"), "money", 116, summed=True),
    )


def in_kind(title: str) -> Columns:
    """One side of the contributions in kind."""
    return (
        FieldColumn("in_kind", "label", title, "long"),
        FieldColumn("in_kind", "amount", _("Valeur"), "money", 116, summed=True),
    )


def indicators() -> Columns:
    """The expected impacts, from a baseline to a target."""
    return (
        FieldColumn("indicator", "label", _("Indicateur"), "long"),
        FieldColumn("indicator", "kind", _("Pour"), "choice", 100, "indicator_kind"),
        FieldColumn("indicator", "baseline", _("Départ"), "decimal", 72),
        FieldColumn("indicator", "target", _("Cible"), "decimal", 72),
        FieldColumn("indicator", "unit", _("Unité"), "text", 72),
        FieldColumn("indicator", "date", _("Échéance"), "date", 100),
        FieldColumn("indicator", "source", _("Source"), "text", 150),
        FieldColumn("indicator", "owner", _("Responsable"), "text", 130),
    )


def milestones() -> Columns:
    """The dated points of the schedule."""
    return (
        FieldColumn("milestone", "label", _("Jalon"), "long"),
        FieldColumn("milestone", "date", _("Date"), "date", 100),
        FieldColumn("milestone", "owner", _("Responsable"), "text", 180),
        FieldColumn("milestone", "deliverable", _("Livrable"), "long", 240),
    )


def roles() -> Columns:
    """Who does what."""
    return (
        FieldColumn("role", "role", _("Rôle"), "text", 220),
        FieldColumn("role", "who", _("Qui"), "long"),
        FieldColumn("role", "contact", _("Contact"), "text", 260),
    )


def risks() -> Columns:
    """What may go wrong and what is done about it."""
    return (
        FieldColumn("risk", "label", _("Risque"), "long"),
        FieldColumn("risk", "p", _("Probabilité"), "choice", 100, "level"),
        FieldColumn("risk", "g", _("Gravité"), "choice", 100, "level"),
        FieldColumn("risk", "answer", _("Parade"), "long", 300),
        FieldColumn("risk", "owner", _("Responsable"), "text", 150),
    )


def gains() -> Columns:
    """What is saved each year."""
    return (
        FieldColumn("gain", "label", _("Gain"), "long"),
        FieldColumn("gain", "per_year", _("Par an"), "decimal", 110),
        FieldColumn("gain", "unit", _("Unité"), "text", 140),
    )


def attachments() -> Columns:
    """The papers joined to the dossier."""
    return (FieldColumn("attachment", "label", _("Pièce jointe"), "long"),)


SMALL_TABLES: Mapping[str, Callable[[], Columns]] = {
    "indicator": indicators,
    "milestone": milestones,
    "role": roles,
    "risk": risks,
    "gain": gains,
    "attachment": attachments,
}
"""Table → its columns, in the order of the page’s list."""
