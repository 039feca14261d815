"""What a person does with the dossier: texts, cover, and the rows of its tables (expenses, risks…)."""

from typing import TYPE_CHECKING, Literal

from labdesk.domain import order
from labdesk.domain.commands.canvases import shifted
from labdesk.domain.entities import FIELDS, PROJECT_ID, Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id
from labdesk.domain.model import Project
from labdesk.domain.quotes import rebound
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.domain.funding import Profile

TABLES = ("expense", "resource", "in_kind", "indicator", "milestone", "role", "risk", "gain", "attachment")
"""The tables of the dossier whose rows people add, fill, order and delete."""

Amount = Literal["amount", "ae", "cp"]


def write_section(
    project: Project, section: str, text: str, seen: tuple[str, ...] | None = None, *, marked: bool = False
) -> Gesture:
    """The typed text of a section changes. `marked`: its quotes are written as their marks.

    Else it was written elsewhere as plain words (a corrected document): it quotes again what it quoted,
    wherever the words are still there.
    """
    if not marked and "⟦" not in text:
        text = rebound(project, project.raw_text(section), text)
    if project.raw_text(section) == text:
        return Gesture("", ())
    return Gesture(_("Écrire"), (Edit("section", section, "text", text, seen),))


def set_project(project: Project, field: str, value: Value, seen: tuple[str, ...] | None = None) -> Gesture:
    """A field of the project or of the cover changes. Amounts in cents."""
    if field not in FIELDS["project"]:
        raise KeyError(field)
    if getattr(project.head, field) == value:
        return Gesture("", ())
    return Gesture(_("Remplir"), (Edit("project", PROJECT_ID, field, value, seen),))


def add_row(project: Project, table: str, **values: Value) -> tuple[str, Gesture]:
    """A new row at the end of a table of the dossier."""
    row = new_id()
    standing = project.in_order(table)
    last = getattr(standing[-1], "place", None) if standing else None
    place = order.between(last, None, project.mark)
    return row, Gesture(_("Ajouter une ligne"), born(table, row, place=place, **values))


def set_row(
    project: Project, table: str, row: str, field: str, value: Value, seen: tuple[str, ...] | None = None
) -> Gesture:
    """A field of a row of the dossier changes."""
    standing = project.table(table).get(row)
    if field not in FIELDS[table]:
        raise KeyError(field)
    if standing is None or getattr(standing, field) == value:
        return Gesture("", ())
    return Gesture(_("Remplir"), (Edit(table, row, field, value, seen),))


def set_year(
    project: Project,
    expense: str,
    year: int,
    which: Amount,
    cents: int | None,
    seen: tuple[str, ...] | None = None,
) -> Gesture:
    """What a line of expense costs in a year: amount of a grant, AE or CP of credits; None empties it."""
    row = f"{expense}/{year}"
    standing = project.expense_year.get(row)
    if (getattr(standing, which) if standing else None) == cents:
        return Gesture("", ())
    edits = (
        []
        if standing
        else [Edit("expense_year", row, "expense", expense), Edit("expense_year", row, "year", year)]
    )
    return Gesture(_("Remplir"), (*edits, Edit("expense_year", row, which, cents, seen)))


def shift_row(project: Project, table: str, row: str, by: int) -> Gesture:
    """A row of the dossier goes `by` ranks down (or up)."""
    return shifted(project, table, row, project.in_order(table), by)


def delete_row(project: Project, table: str, row: str) -> Gesture:
    """A row of the dossier goes away; an expense with its years."""
    years = [
        Removal("expense_year", y.id)
        for y in project.expense_year.values()
        if table == "expense" and y.expense == row
    ]
    return Gesture(
        _("Supprimer la ligne"), (*years, Removal(table, row)) if row in project.table(table) else ()
    )


def choose_profile(project: Project, profile: "Profile") -> Gesture:
    """The project answers this profile, and carries a copy of it: it opens elsewhere with its own rules."""
    from labdesk.domain.funding import profile_toml  # not at start

    wanted: dict[str, Value] = {"profile": profile.id, "profile_toml": profile_toml(profile, whole=True)}
    changed = {field: value for field, value in wanted.items() if getattr(project.head, field) != value}
    edits = tuple(Edit("project", PROJECT_ID, field, value) for field, value in changed.items())
    return Gesture(_("Choisir le profil de financement"), edits)


def with_cover(project: Project, gesture: Gesture) -> Gesture:
    """The gesture, and the amount on the cover when it changes the line of the targeted fund.

    The cover is drawn from the plan: while a line is the targeted fund, both always say the same.
    """
    if not any(edit.table == "resource" for edit in gesture.edits):
        return gesture
    rows = {row.id: (row.amount or 0, bool(row.target)) for row in project.resource.values()}
    for edit in gesture.edits:
        if isinstance(edit, Removal):
            if edit.table == "resource":
                rows.pop(edit.row, None)
        elif edit.table == "resource":
            amount, target = rows.get(edit.row, (0, False))
            if edit.field == "amount":
                amount = int(edit.value or 0)
            elif edit.field == "target":
                target = bool(edit.value)
            rows[edit.row] = (amount, target)
        elif (edit.table, edit.field) == ("project", "requested"):
            return gesture
    targeted = [amount for amount, target in rows.values() if target]
    if not targeted or sum(targeted) == (project.head.requested or 0):
        return gesture
    return Gesture(gesture.label, (*gesture.edits, Edit("project", PROJECT_ID, "requested", sum(targeted))))
