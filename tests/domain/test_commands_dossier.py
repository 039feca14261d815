"""What a person does with the dossier: cover, texts, and the rows of its tables."""

import pytest

from labdesk.domain.commands.dossier import (
    TABLES,
    add_row,
    delete_row,
    set_project,
    set_row,
    set_year,
    shift_row,
    write_section,
)
from labdesk.domain.entities import ENTITIES
from labdesk.domain.gesture import Edit
from labdesk.domain.model import Project
from tests.memory import done


def test_a_text_changes_once_and_a_blank_one_makes_no_row() -> None:
    project = Project.empty()
    assert not write_section(project, "summary", "")
    gesture = write_section(project, "summary", "Pour qui ?", ("c1",))
    assert gesture.edits == (Edit("section", "summary", "text", "Pour qui ?", ("c1",)),)
    project = done(project, gesture)
    assert project.text("summary") == "Pour qui ?"
    assert not write_section(project, "summary", "Pour qui ?")
    assert done(project, write_section(project, "summary", "")).text("summary") == ""


def test_the_cover_is_filled_field_by_field() -> None:
    project = done(Project.empty(), set_project(Project.empty(), "requested", 3_810_000))
    assert project.head.requested == 3_810_000
    assert not set_project(project, "requested", 3_810_000)
    assert not set_project(Project.empty(), "holder", None)
    with pytest.raises(KeyError):
        set_project(project, "colour", "red")


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_added_last_ordered_and_deleted(table: str) -> None:
    field = "role" if table == "role" else "label"
    project, ids = Project.empty("m"), []
    for name in "abc":
        row, gesture = add_row(project, table, **{field: name})
        project = done(project, gesture)
        ids.append(row)
    assert [getattr(row, field) for row in project.in_order(table)] == ["a", "b", "c"]
    project = done(project, shift_row(project, table, ids[2], -2))
    assert [row.id for row in project.in_order(table)] == [ids[2], ids[0], ids[1]]
    assert not shift_row(project, table, ids[2], -1)
    project = done(project, set_row(project, table, ids[0], field, "z"))
    assert not set_row(project, table, ids[0], field, "z")
    assert not set_row(project, table, "gone", field, "z")
    with pytest.raises(KeyError):
        set_row(project, table, ids[0], "colour", "z")
    project = done(project, delete_row(project, table, ids[0]))
    assert [getattr(row, field) for row in project.in_order(table)] == ["c", "b"]
    assert not delete_row(project, table, ids[0])


def test_every_table_of_the_dossier_is_one_of_the_project_file() -> None:
    assert set(TABLES) <= set(ENTITIES)


def test_a_year_of_an_expense_holds_an_amount_or_ae_and_cp() -> None:
    expense, gesture = add_row(Project.empty("m"), "expense", label="Design")
    project = done(Project.empty("m"), gesture)
    project = done(project, set_year(project, expense, 2027, "amount", 600_000))
    project = done(project, set_year(project, expense, 2027, "ae", 1))
    row = project.expense_year[f"{expense}/2027"]
    assert (row.expense, row.year, row.amount, row.ae, row.cp) == (expense, 2027, 600_000, 1, None)
    assert not set_year(project, expense, 2027, "ae", 1)
    assert not set_year(project, expense, 2028, "cp", None)
    project = done(project, set_year(project, expense, 2027, "amount", None))
    assert project.expense_year[f"{expense}/2027"].amount is None


def test_a_deleted_expense_takes_its_years() -> None:
    project = Project.empty("m")
    ids = []
    for name in "ab":
        row, gesture = add_row(project, "expense", label=name)
        project = done(project, gesture)
        project = done(project, set_year(project, row, 2027, "amount", 1))
        ids.append(row)
    project = done(project, delete_row(project, "expense", ids[0]))
    assert set(project.expense_year) == {f"{ids[1]}/2027"}
