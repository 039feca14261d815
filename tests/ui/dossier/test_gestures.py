"""Pastes from a spreadsheet, duplicates and emptied cells: one gesture each, in order, taken back whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labdesk.domain.commands.dossier import add_row, set_year
from labdesk.domain.entities import Expense
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.store.session import Session
from labdesk.ui.dossier.columns import MOST_YEARS, grant_expenses, in_kind, years_shown
from labdesk.ui.dossier.gestures import duplicate_row, empty_cells, insert_row, paste, spreadsheet

YEARS = (2027, 2028)


def labels(project: Project) -> list[str | None]:
    return [row.label for row in project.in_order("expense") if isinstance(row, Expense)]


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    opened = Session.open(project)
    yield opened
    opened.close()


def rows(session: Session) -> list[str]:
    return [row.id for row in session.project.in_order("expense")]


def test_a_row_is_inserted_under_another_and_a_copy_keeps_its_years(session: Session) -> None:
    for label in ("Un", "Trois"):
        session.do(add_row(session.project, "expense", label=label)[1])
    first = rows(session)[0]
    session.do(insert_row(session.project, "expense", first, label="Deux")[1])
    assert labels(session.project) == ["Un", "Deux", "Trois"]
    session.do(set_year(session.project, first, 2027, "amount", 1_000))
    copy, gesture = duplicate_row(session.project, "expense", first)
    session.do(gesture)
    assert labels(session.project) == ["Un", "Un", "Deux", "Trois"]
    assert session.project.years_of(copy)[2027].amount == 1_000


def test_a_paste_fills_standing_rows_then_makes_the_missing_ones_in_order(session: Session) -> None:
    session.do(add_row(session.project, "expense", label="Avant", kind="other")[1])
    text = "Dépense\tNature\t2027\t2028\tTotal\nDesign\tPrestations\t1\t2\t3\nTrain\t\t4\t\t4\n"
    columns = grant_expenses(YEARS)
    done = paste(session.project, "expense", columns, rows(session), (0, 0), spreadsheet(text), {})
    session.do(done.gesture)
    assert labels(session.project) == ["Design", "Train"]
    amounts = [session.project.years_of(row)[2027].amount for row in rows(session)]
    assert amounts == [100, 400]
    assert (done.rows, done.replaced) == (2, 1)
    session.undo()
    assert labels(session.project) == ["Avant"]


def test_new_rows_of_one_side_in_kind_are_born_on_that_side(session: Session) -> None:
    columns = in_kind("Apport")
    done = paste(session.project, "in_kind", columns, (), (0, 0), [["Salle", "2600"]], {"side": "resource"})
    session.do(done.gesture)
    assert [(r.side, r.amount) for r in session.project.in_kind.values()] == [("resource", 260_000)]


def test_ten_thousand_rows_are_refused_with_a_sentence(session: Session) -> None:
    cells = [["Ligne", "", "1"]] * 10_000
    with pytest.raises(Refusal) as told:
        paste(session.project, "expense", grant_expenses(YEARS), (), (0, 0), cells, {})
    assert "10\u202f000" in told.value.sentence
    assert "Rien n’a changé" in told.value.sentence
    assert "en plusieurs fois" in told.value.sentence


def test_emptied_cells_are_one_gesture_and_sums_are_left_alone(session: Session) -> None:
    session.do(add_row(session.project, "expense", label="Design")[1])
    row = rows(session)[0]
    session.do(set_year(session.project, row, 2027, "amount", 1_000))
    columns = grant_expenses(YEARS)
    session.do(empty_cells(session.project, [(row, column) for column in columns]))
    assert labels(session.project) == [None]
    assert session.project.years_of(row)[2027].amount is None
    session.undo()
    assert session.project.years_of(row)[2027].amount == 1_000


def test_a_wrong_date_on_the_cover_does_not_make_a_thousand_years() -> None:
    from labdesk.domain.entities import ProjectRow

    head = ProjectRow(id="project", start="0202-01-01", end="2028-01-01")
    project = Project.empty().replaced({"project": {"project": head}})
    assert len(years_shown(project)) <= MOST_YEARS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab1 ,\t\n\r€kx«\x07"), max_size=80))
def test_whatever_the_clipboard_holds_is_one_undo_away(session: Session, text: str) -> None:
    before = session.project
    columns = grant_expenses(YEARS)
    done = paste(before, "expense", columns, rows(session), (len(rows(session)), 0), spreadsheet(text), {})
    session.do(done.gesture)
    if done.gesture:
        session.undo()
    assert session.project.expense == before.expense
    assert session.project.expense_year == before.expense_year


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("1 234,56 €", 123_456),
        ("1\u202f234,56\u00a0€", 123_456),
        ("(1 234,50)", -123_450),
        ("−12", -1_200),
        ("1.234,50", 123_450),
        ("1'234.50", 123_450),
        ("12 k€", 1_200_000),
        ("1,2 M€", 120_000_000),
        ("- €", None),
        ("–", None),
    ],
)
def test_amounts_are_read_as_spreadsheets_write_them(session: Session, cell: str, cents: int | None) -> None:
    done = paste(session.project, "expense", grant_expenses(YEARS), (), (0, 0), [["Design", "", cell]], {})
    assert done.misread == ()
    session.do(done.gesture)
    held = session.project.years_of(rows(session)[0]).get(2027)
    assert (held.amount if held else None) == cents


def test_a_cell_that_is_not_understood_is_named_by_its_line_and_column(session: Session) -> None:
    cells = spreadsheet("Design\tPrestations\t6 000\nTrain\tAutres\tbeaucoup\nSalle\t\t1.234")
    done = paste(session.project, "expense", grant_expenses(YEARS), (), (0, 0), cells, {})
    assert [sentence.replace("\u00a0", " ").partition(" :")[0] for sentence in done.misread] == [
        "Ligne 2, « 2027 »",
        "Ligne 3, « 2027 »",
    ]
    assert "« beaucoup »" in done.misread[0].replace("\u00a0", " ")
    session.do(done.gesture)
    assert labels(session.project) == ["Design", "Train", "Salle"]


def test_heads_say_where_each_column_goes_and_totals_are_left_out(session: Session) -> None:
    text = "Poste\t2029\tNature\t2027\nDesign\t5\tPrestations\t1\nSous-total\t5\t\t1\n\t\t\t\nTOTAL\t5\t\t1\n"
    done = paste(session.project, "expense", grant_expenses(YEARS), (), (0, 0), spreadsheet(text), {})
    assert (done.rows, done.totals, done.misread) == (1, 2, ())
    session.do(done.gesture)
    (row,) = rows(session)
    assert {year: held.amount for year, held in session.project.years_of(row).items()} == {
        2027: 100,
        2029: 500,
    }
    assert session.project.expense[row].kind == "service"


def test_a_cell_in_quotes_keeps_its_line_ends_and_a_lone_quote_is_a_letter() -> None:
    assert spreadsheet('"Deux\nlignes"\t"dit ""oui"""\nb\tc') == [["Deux\nlignes", 'dit "oui"'], ["b", "c"]]
    assert spreadsheet('écran 12"\t5\nb') == [['écran 12"', "5"], ["b"]]
    assert spreadsheet('"ouvert\t5') == [['"ouvert', "5"]]
