"""The evening before the deposit: a text made plainer, then every section put into the web form by keys."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from labdesk.domain.funding import load_profiles
from labdesk.dossier.compose import Wish
from labdesk.dossier.form import entries
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.form_page import FormPage
from labdesk.ui.dossier.page_names import PAGES
from labdesk.ui.dossier.texts import TextsPage
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, plain

WRITTEN = "Dans le cadre du projet, il est procédé à des entretiens. Le COPIL se réunit."


def dossier(hands: Hands) -> DossierPlace:
    hands.press("Alt+6")
    place = hands.window.place
    assert isinstance(place, DossierPlace)
    return place


def pages(place: DossierPlace) -> tuple[TextsPage, FormPage]:
    texts, form = place.pages["texts"], place.pages["form"]
    assert isinstance(texts, TextsPage)
    assert isinstance(form, FormPage)
    return texts, form


def test_a_text_is_made_plainer_then_copied_field_by_field_with_two_keys_each(
    sit: Sit, example: Path
) -> None:
    hands = sit()
    assert hands.window.opening.open(example)
    place, desk = dossier(hands), hands.window.desk
    hands.press("Down", "Return", "Ctrl+A")  # into the words of the synthesis
    hands.paste(WRITTEN)

    hands.press("Ctrl+Shift+L")
    texts = place.pages["texts"]
    assert isinstance(texts, TextsPage)
    panel = texts.beside.clarity
    assert panel is not None
    assert [one.words for one in panel.reader.passages] == ["Dans le cadre du", "il est procédé à", "COPIL"]
    assert hands.focus is panel.list
    hands.press("Tab", "Space")  # the first proposal
    assert plain(desk.project.text("summary")).startswith("Pour le projet")
    assert hands.focus is panel.list
    hands.press("Delete")  # « il est procédé à » stays as it is
    hands.press("Tab", "Return")  # what COPIL stands for is proposed; Enter confirms
    assert desk.project.acronym["COPIL"].meaning == "comité de pilotage"
    assert panel.reader.passages == ()

    hands.press(f"Ctrl+{PAGES.index('form') + 1}")
    _texts, form = pages(place)
    hands.until(lambda: form.ready)
    profile = load_profiles().named(desk.project.head.profile)
    wanted = list(entries(desk.project, desk.catalogue, profile, Wish(date.today())))
    assert form.sections.hasFocus()
    form.sections.go_to(wanted[0].section.id)
    for entry in wanted:
        hands.press("Return")
        assert QApplication.clipboard().text() == entry.text
        hands.press("Down")
    assert form.band.said.startswith(f"{len(wanted)} sections copiées sur {len(wanted)}")

    hands.saved()
    hands.window.close()
    again = sit()
    assert again.window.opening.open(example)
    place = dossier(again)
    again.press(f"Ctrl+{PAGES.index('form') + 1}")
    _texts, form = pages(place)
    again.until(lambda: form.ready)
    assert form.band.said.startswith(f"{len(wanted)} sections copiées")
    again.press("Alt+6", "Ctrl+Shift+L")
    texts = place.pages["texts"]
    assert isinstance(texts, TextsPage)
    texts.sections.go_to("summary")
    panel = texts.beside.clarity
    assert panel is not None
    panel.reader.look()
    assert panel.reader.passages == ()  # kept as it is, and explained
