"""The budget, typed with the keyboard or pasted, adds up to the cent and says so in words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from labdesk.domain.commands.dossier import add_row, set_project
from labdesk.ui.dossier.budget import BudgetPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.rows_view import RowsView
from tests.ui.dossier.conftest import Type, cell


def budget(place: DossierPlace) -> BudgetPage:
    place.show_page("budget")
    page = place.pages["budget"]
    assert isinstance(page, BudgetPage)
    return page


def table(page: BudgetPage, name: str) -> RowsView:
    view = page.panels[name].view
    view.setFocus()
    return view


def said(page: BudgetPage) -> str:
    words = " ".join(label.text() for label in page.band.findChildren(QLabel))
    return words.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_budget_typed_without_the_mouse_is_balanced_to_the_cent(place: DossierPlace, keys: Type) -> None:
    page = budget(place)
    page.panels["expense"].view.deeds.add()
    expenses = table(page, "expense")
    keys(expenses, "Design de service{Tab}{Tab}6000{Tab}22k{Tab}Déplacements{Tab}{Tab}1 200,50{Return}")
    assert cell(expenses, 0, 2) == "6 000 €"
    assert cell(expenses, 0, 4) == "28 000 €"
    assert cell(expenses, 2, 4) == "29 200,50 €"
    assert "Il manque 29 200,50 € de ressources" in said(page)
    page.panels["resource"].view.deeds.add()
    resources = table(page, "resource")
    resources.put(0, 5)
    keys(resources, "29200,50{Return}")
    assert "Équilibre : dépenses 29 200,50 € = ressources 29 200,50 €" in said(page)
    resources.put(0, 5)
    keys(resources, "29199,50{Return}")
    assert "Il manque 1 € de ressources : dépenses 29 200,50 €, ressources 29 199,50 €" in said(page)


def test_a_table_copied_from_a_spreadsheet_is_pasted_in_one_gesture(place: DossierPlace, keys: Type) -> None:
    page = budget(place)
    QApplication.clipboard().setText(
        "Dépense\tNature\t2027\t2028\n"
        "Design\tPrestations\t6 000,00 €\t22 000\n"
        "Train\tdeplacements\t1200\tdix\n"
    )
    page.panels["expense"].view.deeds.paste()
    view = page.panels["expense"].view
    assert [cell(view, row, 4) for row in range(3)] == ["28 000 €", "1 200 €", "29 200 €"]
    assert cell(view, 1, 1) == "Déplacements"
    assert "1 case n’a pas été comprise" in page.panels["expense"].findChildren(QLabel)[3].text()
    place.desk.undo()
    assert not place.desk.project.expense
    assert not place.desk.project.expense_year


def test_a_paste_over_rows_says_what_it_replaced_and_how_to_have_it_back(
    place: DossierPlace,
) -> None:
    heard: list[str] = []
    place.desk.announced.connect(heard.append)
    page = budget(place)
    view = page.panels["expense"].view
    for text in ("Design\t\t6000\nTrain\t\t1200", "Salle\t\t500\nRepas\t\t300\nSoutien\t\t100"):
        QApplication.clipboard().setText(text)
        view.put(0, 0)
        view.deeds.paste()
    assert heard[-1].replace("\u202f", " ") == "3 lignes collées à la place de 2 ; Ctrl+Z rend celles d’avant"
    place.desk.undo()
    rows = place.desk.project.in_order("expense")
    assert [getattr(row, "label", "") for row in rows] == ["Design", "Train"]


def test_what_is_not_an_amount_changes_nothing_and_says_what_was_expected(
    place: DossierPlace, keys: Type
) -> None:
    page = budget(place)
    page.panels["expense"].view.deeds.add()
    view = table(page, "expense")
    sentences: list[str] = []
    view.said.connect(sentences.append)
    view.put(0, 2)
    keys(view, "6000{Return}")
    view.put(0, 2)
    keys(view, "beaucoup{Return}")
    assert cell(view, 0, 2) == "6 000 €"
    assert "n’est pas un montant" in "".join(sentences)


def test_rows_are_moved_emptied_deleted_and_brought_back_from_the_keyboard(
    place: DossierPlace, keys: Type
) -> None:
    page = budget(place)
    view = table(page, "expense")
    keys(view, "{Insert}Premier{Return}")
    keys(view, "{Insert}Second{Return}")
    view.put(1, 0)
    keys(view, "{Alt+Up}")
    assert [cell(view, row, 0) for row in range(2)] == ["Second", "Premier"]
    keys(view, "{Delete}")
    assert cell(view, 0, 0) == ""
    keys(view, "{Ctrl+Delete}")
    assert [cell(view, row, 0) for row in range(len(view.rows.rows))] == ["Premier"]
    place.desk.undo()
    place.desk.undo()
    assert [cell(view, row, 0) for row in range(2)] == ["Second", "Premier"]


def test_years_follow_the_cover_and_one_more_can_be_added(place: DossierPlace) -> None:
    page = budget(place)
    titles = [column.title for column in page.panels["expense"].model.columns]
    assert titles == ["Dépense", "Nature", "2027", "2028", "Total"]
    page.add_year()
    assert [c.title for c in page.panels["expense"].model.columns][4] == "2029"
    place.desk.do(set_project(place.desk.project, "start", "2026-01-01"))
    assert page.panels["expense"].model.columns[2].title == "2026"


def test_state_credits_say_when_commitments_and_payments_differ(place: DossierPlace, keys: Type) -> None:
    place.desk.do(set_project(place.desk.project, "profile", "state_credits"))
    page = budget(place)
    page.panels["expense"].view.deeds.add()
    view = table(page, "expense")
    assert [c.title for c in view.rows.columns][4:8] == ["AE 2027", "CP 2027", "AE 2028", "CP 2028"]
    view.put(0, 4)
    keys(view, "10000{Tab}4000{Tab}{Tab}5000{Return}")
    assert "1 000 € engagés (AE) ne sont pas payés (CP)" in said(page)
    view.put(0, 7)
    keys(view, "6000{Return}")
    assert "Équilibre : AE 10 000 € = CP 10 000 €" in said(page)


def test_amounts_typed_for_a_grant_are_not_lost_when_the_profile_asks_for_state_credits(
    place: DossierPlace, keys: Type
) -> None:
    page = budget(place)
    page.panels["expense"].view.deeds.add()
    view = table(page, "expense")
    view.put(0, 2)
    keys(view, "12000{Return}")
    place.desk.do(set_project(place.desk.project, "profile", "state_credits"))
    page.refresh()
    assert "Rien n’est encore chiffré" in said(page)
    assert "Équilibre" not in said(page)
    assert "12 000 € saisis sous une autre forme" in said(page)


def test_a_spreadsheet_is_pasted_in_an_empty_table_after_a_click_on_it(
    place: DossierPlace, keys: Type
) -> None:
    page = budget(place)
    panel = page.panels["expense"]
    QApplication.clipboard().setText("Dépense\t2027\t2028\nDesign\t1 200,50\t800\n")
    place.bar.tabs.setFocus()
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.rect().center())
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cell(panel.view, 0, 0) == "Design"


def test_the_first_line_of_an_empty_budget_is_begun_from_the_keyboard(
    place: DossierPlace, keys: Type
) -> None:
    place.go_to_page("budget")
    page = budget(place)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.panels["expense"].isAncestorOf(focus)
    keys(page.panels["expense"], "{Insert}Train{Return}")
    assert cell(page.panels["expense"].view, 0, 0) == "Train"


def test_what_the_reviewer_says_of_the_money_is_counted_above_and_stands_below(
    place: DossierPlace,
) -> None:
    desk = place.desk
    desk.do(add_row(desk.project, "resource", label="Fonds", amount=100)[1])
    place.show_page("budget")
    page = place.pages["budget"]
    assert isinstance(page, BudgetPage)
    place.reading.ask()
    assert page.findings.count > 0
    assert page.band.remarks.text().replace("\u00a0", " ") == f"Remarques ({page.findings.count})"
    page.band.remarks.click()
    assert page.findings.list.hasFocus()
    place.desk.wanted.connect(place.reveal)
    page.findings.answering.go.click()
    assert place.current == "budget"
