"""The walk of `tests.pictures` through the window: each place and its pages, as one sees them at work."""

import shutil
from datetime import date
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.dossier import set_year
from labdesk.domain.commands.follow_up import add_event
from labdesk.domain.commands.notes import add_note, add_notes
from labdesk.ui.canvas import moves
from labdesk.ui.dossier.corrections import CorrectionsPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.exports import ExportsPage
from labdesk.ui.dossier.page_names import PAGES
from labdesk.ui.journeys import CURVES, IRRITANTS, LIST, MAP, JourneysPlace
from labdesk.ui.panel import Panel
from labdesk.ui.press.outputs import outputs
from labdesk.ui.problem.problem_place import COMPLETE, SIMPLE, ProblemPlace
from labdesk.ui.prototypes.card_bar import TEST
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from labdesk.ui.window import Window
from labdesk.ui.workshop.workshop_place import WorkshopPlace
from tests.exchange.hierarchy import corrected, instead, sent
from tests.pictures.camera import SETTLE, Camera

NAMES = {
    "texts": "textes",
    "budget": "budget",
    "tables": "tableaux",
    "control": "controle",
    "preview": "apercu",
    "note": "note",
    "report": "compte-rendu",
    "export": "exporter",
    "form": "demarche",
    "versions": "versions",
    "follow_up": "suivi",
    "corrections": "corrections",
}
"""Page of the dossier → name of its picture; a page that is not named here stops the walk."""
TO_SORT = ["Relire la charte", "Personne ne sait qui répond", "Demander à Lyon comment ils font"]
"""Notes that wait in « À ranger »."""
PANELS = {"reglages": "Ctrl+,", "touches": "F1", "a-propos": "Shift+F1"}


def first_screens(window: Window, camera: Camera) -> None:
    """Nobody has worked here yet."""
    camera.shoot("accueil-vide")
    window.home().ask_title()
    camera.shoot("accueil-nouveau")
    window.home().ask_table()
    camera.shoot("accueil-table")
    window.home()._give_up()


def prepare(window: Window, camera: Camera, folder: Path) -> Path:
    """The example is open; its dossier left, was changed, was deposited. Gives a copy corrected in Word."""
    window.home().example()
    while not window.desk.project.canvas:
        camera.rest(SETTLE)
    camera.rest()
    back = corrected(sent(window.desk.project, "docx", folder), instead("muet", "silencieux"))
    if not camera.wants("dossier-versions", "dossier-suivi", "dossier-corrections"):
        return back
    window.show_place("dossier")
    place = window.place
    assert isinstance(place, DossierPlace)
    place.show_page("export")
    page = place.pages["export"]
    assert isinstance(page, ExportsPage)
    page.export(outputs()[0].formats[0], folder / "mars.pdf")
    camera.rest()
    desk = window.desk
    expense = desk.project.in_order("expense")[0].id
    desk.do(set_year(desk.project, expense, 2028, "amount", 2_350_000))
    desk.do(add_event(desk.project, "deposited", date(2027, 3, 16), office="SGAR")[1])
    desk.do(add_event(desk.project, "asked", date(2027, 4, 2), said="Préciser le coût des annonces")[1])
    return back


def places(window: Window, camera: Camera) -> None:
    """All but the dossier."""
    _workshop(window, camera)
    _journeys(window, camera)
    _problem(window, camera)
    _prototypes(window, camera)


def _stand(window: Window, zone: str) -> None:
    """In a box, typing."""
    page = window.place.page  # type: ignore[attr-defined]
    page.board.go(next(moves.stops(page.board.plan.part[zone])).key)
    page.pane.scribe.edit()


def _workshop(window: Window, camera: Camera) -> None:
    window.show_place("workshop")
    place = window.place
    assert isinstance(place, WorkshopPlace)
    camera.shoot("atelier")
    camera.shoot("atelier-date", lambda: _stand(window, "date"))
    place.leave()
    journey = window.desk.project.canvases("journey")[0].id
    step = window.desk.project.steps_of(journey)[2].id
    for table in ("Table 1", "Table 2"):
        said = ("pain_points", f"Vu par la {table} : trois pages pour une date")
        window.desk.do(add_note(window.desk.project, journey, *said, step=step, author_table=table)[1])
    compared = place.compare_tables()
    compared.zone.setCurrentIndex(compared.zone.findData("pain_points"))
    camera.shoot("atelier-tables-comparees", compared.refresh)
    place.leave_comparison()
    window.desk.undo()
    window.desk.undo()
    window.show_place("workshop")
    camera.shoot_panel("atelier-preparer-les-tables", place.prepare_tables())
    camera.shoot_panel("atelier-reunir-les-tables", place.find_tables())


def _journeys(window: Window, camera: Camera) -> None:
    window.show_place("journeys")
    place = window.place
    assert isinstance(place, JourneysPlace)
    for view, name in ((LIST, "-liste"), (IRRITANTS, "-irritants"), (CURVES, "-courbes"), (MAP, "")):
        place.show_view(view)
        if view == MAP:  # from its beginning, not where the list of pain points led
            board = place.page.board
            assert board.plan is not None
            boxes = (box for part in board.plan.parts for box in moves.stops(part))
            board.go(next(box.key for box in boxes if box.kind == "note"))
        camera.shoot(f"parcours{name}")
    window.desk.do(add_notes(window.desk.project, place.canvas, "tray", TO_SORT)[1])
    place.show_tray(True)
    camera.shoot("parcours-a-ranger")
    place.show_tray(False)
    window.desk.undo()
    place.show_sheet(True)
    camera.shoot("parcours-fiche")
    place.show_sheet(False)
    camera.shoot("parcours-tiroir", lambda: window.choices.drawer(True))
    window.choices.drawer(False)
    window.find_words()
    assert window.searching is not None
    window.searching.field.setText("délai")
    camera.shoot("recherche")
    window.searching.hide()
    if camera.wants("parcours-texte-200"):
        window.choices.scale(2.0)
        camera.shoot("parcours-texte-200")
        window.choices.scale(1.0)


def _problem(window: Window, camera: Camera) -> None:
    window.show_place("problem")
    place = window.place
    assert isinstance(place, ProblemPlace)
    for view, name in ((SIMPLE, "-simple"), (COMPLETE, "")):
        place.show_view(view)
        camera.shoot(f"probleme{name}")
    camera.shoot("probleme-enonce", lambda: _stand(window, "statement"))
    place.leave()
    camera.shoot("probleme-gommettes", place.vote)
    if place.ballot is not None:
        place.ballot.shut()
    place.begin(place.kinds()[0])
    camera.shoot("probleme-commence")
    window.desk.undo()


def _prototypes(window: Window, camera: Camera) -> None:
    window.show_place("prototypes")
    place = window.place
    assert isinstance(place, PrototypesPlace)
    camera.shoot("prototypes")
    for card in window.desk.project.canvases("prototype")[:1]:
        place.open_card(card.id)
        place.card.bar.views[SIMPLE].click()
        camera.shoot("prototypes-carte-simple")
        place.card.bar.views[COMPLETE].click()
        camera.shoot("prototypes-carte")
        place.card.bar.views[TEST].click()
        camera.shoot("prototypes-test")
    place.show_deck()
    place.traces.show()
    camera.shoot("traces")
    assert place.traces.page is not None
    place.traces.page.switch_view()
    camera.shoot("traces-tableau")
    place.traces.page.switch_view()
    place.traces.leave()


def dossier(window: Window, camera: Camera, back: Path) -> None:
    """Each page; the last one shows what came back from Word."""
    window.show_place("dossier")
    place = window.place
    assert isinstance(place, DossierPlace)
    for page in PAGES:
        name = f"dossier-{NAMES[page]}"
        if not camera.wants(name):
            continue
        if page == "corrections":
            _read(place, camera, back)
        else:
            place.show_page(page)
        if page == "texts":  # as one first comes, in each theme
            place.pages[page].sections.go_to("cover")  # type: ignore[attr-defined]
            place.pages[page].beside.show_leaf("findings")  # type: ignore[attr-defined]
        camera.shoot(name)
    if camera.wants("dossier-clarte"):
        place.show_page("texts")
        place.pages["texts"].sections.go_to("summary")  # type: ignore[attr-defined]
        place.pages["texts"].show_clarity()  # type: ignore[attr-defined]
        camera.shoot("dossier-clarte")


def _read(place: DossierPlace, camera: Camera, back: Path) -> None:
    """The document that came back, in each theme anew."""
    assert place.receive(back)
    page = place.pages["corrections"]
    assert isinstance(page, CorrectionsPage)
    camera.rest()


def panels(window: Window, camera: Camera) -> None:
    """What opens in a window of its own."""
    window.show_place("journeys")
    for name, keys in PANELS.items():
        next(one for one in window.menus.actions() if QKeySequence(keys) in one.shortcuts()).trigger()
        camera.rest(SETTLE)
        (panel,) = (
            one for one in QApplication.topLevelWidgets() if isinstance(one, Panel) and one.isVisible()
        )
        camera.shoot_panel(name, panel)


def at_a_table(window: Window, camera: Camera) -> None:
    """The same window at a table: three places, the notes of this table."""
    if not camera.wants("table-parcours", "table-probleme", "table-prototypes"):
        return
    source = window.desk.path
    assert source is not None
    window.opening.close()
    copy = source.with_name("Table 3.labdesk")
    shutil.copy(source, copy)
    assert window.opening.table("Table 3", copy)
    for place, name in (("journeys", "parcours"), ("problem", "probleme"), ("prototypes", "prototypes")):
        window.show_place(place)
        camera.shoot(f"table-{name}")
    window.opening.leave_table()
    window.opening.close()
    window.opening.forget(copy)
    copy.unlink()
    assert window.opening.open(source)
    camera.rest()
