"""The evening after the workshop: from 7 sections of 17 to a final dossier, accepted, in the window."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from labdesk.domain.commands import notes
from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Edit, Gesture, Removal
from labdesk.store.session import Session
from labdesk.ui.dossier.control import ControlPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.exports import ExportsPage
from labdesk.ui.dossier.quote_panel import QuotePanel
from labdesk.ui.dossier.texts import TextsPage
from tests.journeys.hands import Hands, missing, plain

GONE = ("expense", "expense_year", "resource", "in_kind", "indicator", "risk")
EXPENSES = """Poste\tNature\t2027\t2028\tTotal
Design de service\tPrestations\t6 000,00 €\t22 000,00 €\t28 000,00 €
Annonces\tPrestations\t4 000,00 €\t14 500,00 €\t18 500,00 €
Immersions\tDéplacements\t1 200,00 €\t3 000,00 €\t4 200,00 €
TOTAL\t\t11 200,00 €\t39 500,00 €\t50 700,00 €"""
RESOURCES = """Financeur\tStatut\tJustificatif\tFonds visé\tAutofinancement\tMontant
Fonds d’innovation\tSollicité\t\toui\tnon\t38 100,00 €
Préfecture de région\tAcquis\tnotification\tnon\toui\t12 600,00 €"""
INDICATORS = """Indicateur\tPour\tDépart\tCible\tUnité\tÉchéance\tSource\tResponsable
Délai de réponse\tUsagers\t63\t15\tjours\t30/09/2028\tRegistre\tSGC
Charge ressentie\tAgents\t7\t4\t/10\t30/09/2028\tEnquête\tSGC
Heures par dossier\tEfficience\t9\t6\th\t30/09/2028\tRegistre\tSGC"""
RISKS = """Risque\tProbabilité\tGravité\tParade\tResponsable
Visas rétablis\tMoyen\tFort\tNote signée\tSGAR
Départ de la cheffe de projet\tMoyen\tMoyen\tBinôme\tLaboratoire
Services non volontaires\tFaible\tMoyen\tDeux pilotes\tSGC"""


def untidy(path: Path) -> None:
    """What a workshop leaves: canvases, half a cover, no money, notes still in the tray."""
    session = Session.open(path)
    project = session.project
    edits: list[Edit | Removal] = [Removal(table, row) for table in GONE for row in project.table(table)]
    edits += [Removal("section", name) for name in ("summary", "decision_requested", "sustainability")]
    edits += [Edit("project", PROJECT_ID, field, None) for field in ("fund", "requested", "vat")]
    points = [row.id for row in project.milestone.values() if "écision" in (row.label or "")]
    edits += [Removal("milestone", row) for row in points]
    session.do(Gesture("Préparer", tuple(edits)))
    journey = session.project.canvases("journey")[0].id
    session.do(notes.add_notes(session.project, journey, "tray", ["À voir avec Lyon", "Relire la charte"])[1])
    session.close()


def far(place: DossierPlace) -> str:
    place.reading.ask()
    assert place.reading.review is not None
    return plain(place.reading.review.sentence())


def choose(place: DossierPlace, rule: str) -> ControlPage:
    """The remark of a rule is chosen on the page Contrôle."""
    place.go_to_page("control")
    page = place.pages["control"]
    assert isinstance(page, ControlPage)
    model = page.list.model()
    for at in range(model.rowCount()):
        page.list.setCurrentIndex(model.index(at, 0))
        if getattr(page.list.current(), "rule", "") == rule:
            return page
    raise AssertionError(f"nobody remarks {rule}")


def write(hands: Hands, place: DossierPlace, section: str, words: str) -> TextsPage:
    """A section of the list, then its words."""
    place.go_to_page("texts")
    page = place.pages["texts"]
    assert isinstance(page, TextsPage)
    page.sections.go_to(section)
    hands.press("Return")
    hands.type(words)
    return page


def quote(hands: Hands, page: TextsPage, words: str) -> None:
    """Ctrl+Maj+G, some words, Entrée."""
    hands.press("Ctrl+Shift+G")
    (panel,) = (one for one in page.section.findChildren(QuotePanel) if one.isVisible())
    hands.until(panel.field.hasFocus)
    hands.type(words)
    hands.press("Return")
    hands.come_back()
    hands.until(page.section.editor.hasFocus)


@pytest.mark.skipif(date.today() >= date(2027, 10, 1), reason="the project of the example has begun")
def test_from_an_untidy_workshop_to_a_final_dossier(hands: Hands, example: Path, tmp_path: Path) -> None:
    untidy(example)
    assert hands.window.opening.open(example)
    hands.press("Alt+6")
    place = hands.window.place
    assert isinstance(place, DossierPlace)
    assert far(place).startswith("7 sections prêtes sur 17 · ")

    # The budget, as it came from Calc: heads in another order of words, a line of totals.
    hands.press("Ctrl+2")
    hands.paste(EXPENSES)
    budget = place.pages["budget"]
    hands.click(budget.panels["resource"]._buttons[0])  # type: ignore[attr-defined]
    hands.press("Ctrl+Del")
    hands.paste(RESOURCES)
    desk = hands.window.desk
    assert [row.label for row in desk.project.in_order("expense")] == [  # type: ignore[attr-defined]
        "Design de service",
        "Annonces",
        "Immersions",
    ]
    assert desk.project.head.requested == 3_810_000, "the cover follows the line of the fund"

    # The tables.
    for table, pasted in (("indicator", INDICATORS), ("risk", RISKS)):
        hands.press("Ctrl+3")
        place.pages["tables"].tables.go_to(table)  # type: ignore[attr-defined]
        place.pages["tables"].panels[table].setFocus()  # type: ignore[attr-defined]
        hands.paste(pasted)
        assert len(desk.project.table(table)) == 3

    # The cover lacks the fund alone: its amount is drawn.
    page = write(hands, place, "cover", "")
    assert plain(page.cover.lines["requested"].text()) == "38 100 €"
    page.cover.lines["fund"].setFocus()
    hands.type("Fonds d’innovation")

    # The texts, with what they quote.
    page = write(hands, place, "summary", "Répondre en 15 jours à chaque candidat. Nous demandons ")
    quote(hands, page, "montant demandé")
    hands.type("sur ")
    quote(hands, page, "total des dépenses")
    write(hands, place, "decision_requested", "Accorder ")
    quote(hands, page, "montant demandé")
    hands.type("avant le 15 septembre 2027.")
    write(hands, place, "sustainability", "Le SGC porte le dispositif : 3 500 € par an.")

    # What the reviewer proposes: the VAT, a point where one may stop.
    hands.press("Ctrl+4")
    far(place)
    for rule in ("FIN-12", "CAL-09"):
        hands.click(choose(place, rule).answering.follow)
        hands.rest()
    # Two notes wait in the tray: « Aller », then they are put away for good.
    for _note in range(2):
        hands.click(choose(place, "JOU-08").answering.go)
        hands.rest()
        assert hands.window.current != "dossier"
        hands.press("Del")
        hands.press("Alt+6")
        far(place)

    assert far(place) == "17 sections prêtes sur 17 · aucun point bloquant"
    exported(hands, place, tmp_path / "definitif.pdf")
    words = read(tmp_path / "definitif.pdf")
    assert missing(["Nous demandons 38 100 € sur 50 700 €", "Accorder 38 100 € avant le 15"], words) == []
    assert "⟦" not in words

    # The fund gives less: one cell changes, every text and the cover follow.
    row = next(row for row in desk.project.resource.values() if row.target)
    place.go_to_page("budget")
    assert budget.panels["resource"].view.reveal(row.id, "amount")  # type: ignore[attr-defined]
    hands.type("30000")
    hands.press("Return")
    assert plain(desk.project.text("decision_requested")).startswith("Accorder 30 000 € avant")
    assert desk.project.head.requested == 3_000_000
    assert "points bloquants" in far(place) or "point bloquant" in far(place)


def exported(hands: Hands, place: DossierPlace, out: Path) -> None:
    """Exporter › Dossier › définitif, through the dialog."""
    hands.press("Ctrl+8")
    page = place.pages["export"]
    assert isinstance(page, ExportsPage)
    hands.click(page.buttons[("dossier", "pdf", True)])
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog), page.errand.words
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    hands.press("Ctrl+A")
    hands.type(str(out))
    with hands.qtbot.waitSignal(page.errand.finished, timeout=60_000) as told:
        hands.press("Return")
    assert told.args == [True], page.errand.words
    hands.come_back()


def read(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)
