"""The evening after the workshop: from 7 sections of 17 to a final dossier, accepted, in the window."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from labdesk.domain.commands import notes
from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Edit, Gesture, Removal
from labdesk.domain.model import Project
from labdesk.store.session import Session
from labdesk.ui.dossier.control import ControlPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.quote_panel import QuotePanel
from labdesk.ui.dossier.texts import TextsPage
from tests.journeys.hands import Hands, missing, plain
from tests.journeys.printing import export_dossier, words_of

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


@dataclass
class Evening:
    """One person in front of the dossier."""

    hands: Hands
    out: Path

    @property
    def place(self) -> DossierPlace:
        place = self.hands.window.place
        assert isinstance(place, DossierPlace)
        return place

    @property
    def project(self) -> Project:
        return self.hands.window.desk.project


@pytest.mark.skipif(date.today() >= date(2027, 10, 1), reason="the project of the example has begun")
def test_from_an_untidy_workshop_to_a_final_dossier(hands: Hands, example: Path, tmp_path: Path) -> None:
    untidy(example)
    assert hands.window.opening.open(example)
    evening = Evening(hands, tmp_path / "definitif.pdf")
    seven_sections_of_seventeen_are_ready(evening)
    the_budget_is_pasted_as_it_came_from_calc(evening)
    the_tables_are_pasted_too(evening)
    the_cover_lacks_the_fund_alone(evening)
    the_texts_are_written_with_the_amounts_they_quote(evening)
    what_the_reviewer_proposes_is_taken(evening)
    the_notes_that_wait_in_the_tray_are_put_away(evening)
    the_final_dossier_is_made(evening)
    the_fund_gives_less_and_every_text_follows(evening)


def seven_sections_of_seventeen_are_ready(evening: Evening) -> None:
    evening.hands.press("Alt+6")
    assert far(evening.place).startswith("7 sections prêtes sur 17 · ")


def the_budget_is_pasted_as_it_came_from_calc(evening: Evening) -> None:
    """Heads in another order of words, a line of totals."""
    hands = evening.hands
    hands.press("Ctrl+2")
    hands.paste(EXPENSES)
    budget = evening.place.pages["budget"]
    hands.click(budget.panels["resource"]._buttons[0])  # type: ignore[attr-defined]
    hands.press("Ctrl+Del")
    hands.paste(RESOURCES)
    labels = [row.label for row in evening.project.in_order("expense")]  # type: ignore[attr-defined]
    assert labels == ["Design de service", "Annonces", "Immersions"]
    assert evening.project.head.requested == 3_810_000, "the cover follows the line of the fund"


def the_tables_are_pasted_too(evening: Evening) -> None:
    for table, pasted in (("indicator", INDICATORS), ("risk", RISKS)):
        evening.hands.press("Ctrl+3")
        page = evening.place.pages["tables"]
        page.tables.go_to(table)  # type: ignore[attr-defined]
        page.panels[table].setFocus()  # type: ignore[attr-defined]
        evening.hands.paste(pasted)
        assert len(evening.project.table(table)) == 3


def the_cover_lacks_the_fund_alone(evening: Evening) -> None:
    """Its amount is drawn."""
    page = write(evening.hands, evening.place, "cover", "")
    assert plain(page.cover.lines["requested"].text()) == "38 100 €"
    page.cover.lines["fund"].setFocus()
    evening.hands.type("Fonds d’innovation")


def the_texts_are_written_with_the_amounts_they_quote(evening: Evening) -> None:
    hands, place = evening.hands, evening.place
    page = write(hands, place, "summary", "Répondre en 15 jours à chaque candidat. Nous demandons ")
    quote(hands, page, "montant demandé")
    hands.type("sur ")
    quote(hands, page, "total des dépenses")
    write(hands, place, "decision_requested", "Accorder ")
    quote(hands, page, "montant demandé")
    hands.type("avant le 15 septembre 2027.")
    write(hands, place, "sustainability", "Le SGC porte le dispositif : 3 500 € par an.")


def what_the_reviewer_proposes_is_taken(evening: Evening) -> None:
    """The VAT, a point where one may stop."""
    evening.hands.press("Ctrl+4")
    far(evening.place)
    for rule in ("FIN-12", "CAL-09"):
        evening.hands.click(choose(evening.place, rule).answering.follow)
        evening.hands.rest()


def the_notes_that_wait_in_the_tray_are_put_away(evening: Evening) -> None:
    """Two: « Aller », then for good. Nothing is missing any more."""
    hands = evening.hands
    for _note in range(2):
        hands.click(choose(evening.place, "JOU-08").answering.go)
        hands.rest()
        assert hands.window.current != "dossier"
        hands.press("Del")
        hands.press("Alt+6")
        far(evening.place)
    assert far(evening.place) == "17 sections prêtes sur 17 · aucun point bloquant"


def the_final_dossier_is_made(evening: Evening) -> None:
    export_dossier(evening.hands, evening.out, final=True)
    words = words_of(evening.out)
    assert missing(["Nous demandons 38 100 € sur 50 700 €", "Accorder 38 100 € avant le 15"], words) == []
    assert "⟦" not in words


def the_fund_gives_less_and_every_text_follows(evening: Evening) -> None:
    """One cell changes; the cover follows too, and the reviewer says what no longer adds up."""
    row = next(row for row in evening.project.resource.values() if row.target)
    evening.place.go_to_page("budget")
    budget = evening.place.pages["budget"]
    assert budget.panels["resource"].view.reveal(row.id, "amount")  # type: ignore[attr-defined]
    evening.hands.type("30000")
    evening.hands.press("Return")
    assert plain(evening.project.text("decision_requested")).startswith("Accorder 30 000 € avant")
    assert evening.project.head.requested == 3_000_000
    assert "points bloquants" in far(evening.place) or "point bloquant" in far(evening.place)
