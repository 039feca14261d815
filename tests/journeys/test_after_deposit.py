"""« Je compare avec la version de mars », then the dossier leaves: what is asked stands on Accueil."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QTextBrowser

from labdesk.ui.desk import Target
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.follow_up import FollowUpPage
from labdesk.ui.dossier.versions import VersionsPage
from tests.journeys.hands import Hands, plain
from tests.journeys.printing import MADE, export_dossier, exports_of, words_of


def place(hands: Hands) -> DossierPlace:
    found = hands.window.place
    assert isinstance(found, DossierPlace)
    return found


def told(page: VersionsPage) -> str:
    assert isinstance(page.sheet.changes, QTextBrowser)
    return plain(page.sheet.changes.toPlainText())


def test_the_version_of_march_is_named_compared_and_printed(visiting: Hands, tmp_path: Path) -> None:
    hands, desk = visiting, visiting.window.desk
    hands.press("Alt+6")
    export_dossier(hands, tmp_path / "mars.pdf")
    hands.click(exports_of(hands).errand.name)
    hands.type("envoyée au SGAR")
    hands.press("Return")
    hands.until(lambda: [v.name for v in desk.project.version.values()] == ["envoyée au SGAR"])
    expense = desk.project.in_order("expense")[0].id
    desk.go(Target("dossier", table="expense_year", row=f"{expense}/2028", field="amount"))
    hands.rest()
    hands.type("23500")
    hands.press("Return")
    assert desk.project.expense_year[f"{expense}/2028"].amount == 2_350_000
    hands.press("Shift+F8")
    versions = place(hands).pages["versions"]
    assert isinstance(versions, VersionsPage)
    hands.until(lambda: "+1 500" in told(versions), timeout=MADE)
    assert "Total des dépenses 76 200 € 77 700 € +1 500 €" in told(versions)
    assert "Nouveau (bloquant) : " in told(versions), "resources do not add up any more"
    hands.click(versions.sheet.print_page)
    export_dossier(hands, tmp_path / "avril.pdf")
    words = plain(words_of(tmp_path / "avril.pdf"))
    assert "Ce qui a changé depuis la version du" in words
    assert "(envoyée au SGAR)" in words
    hands.press("Ctrl+Z")
    assert desk.project.expense_year[f"{expense}/2028"].amount == 2_200_000, "an export is no step of undo"
    hands.saved()


def test_what_follows_the_deposit_is_noted_and_said_on_accueil(visiting: Hands) -> None:
    hands, desk = visiting, visiting.window.desk
    hands.press("Alt+6", "Ctrl+F8")
    page = place(hands).pages["follow_up"]
    assert isinstance(page, FollowUpPage)
    assert hands.focus is page.buttons["deposited"]
    hands.press("Space")
    hands.type("SGAR")
    hands.press("Return")
    hands.type("2027-114")
    hands.press("Return")
    hands.click(page.buttons["asked"])
    due = date.today() + timedelta(days=6)
    hands.type(f"{due:%d/%m/%Y}")
    hands.press("Return")
    hands.type("devis et RIB")
    hands.press("Return")
    events = {row.kind: row for row in desk.project.follow_up.values()}
    assert (events["deposited"].office, events["deposited"].reference) == ("SGAR", "2027-114")
    assert (events["asked"].deadline, events["asked"].said) == (due.isoformat(), "devis et RIB")
    assert plain(page.stands.text()).endswith("(J−6)")
    hands.press("Tab")  # « Envoyé aujourd’hui » is the next stop after « Envoyé le »
    hands.click(page.form.sent)
    assert "J−6" not in page.stands.text()
    hands.press("Ctrl+Z")
    assert plain(page.stands.text()).endswith("(J−6)")
    hands.saved()
    hands.press("Ctrl+W")
    gallery = hands.window.home().gallery
    hands.until(lambda: any(card.recent.stage and card.isVisible() for card in gallery.cards))
    card = next(card for card in gallery.cards if card.recent.stage)
    assert plain(card._stands.text()).endswith("(J−6)")
    assert "J−6" in card.accessibleDescription()
    hands.choose(card.more, "suivi du dossier")
    hands.until(lambda: desk.session is not None)
    assert len(desk.project.follow_up) == 2
    assert place(hands).current == "follow_up"
    assert hands.focus is place(hands).pages["follow_up"].first()
