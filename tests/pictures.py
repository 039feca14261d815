"""`make pictures`: the example in the real window, each screen, both themes, two sizes: docs/pictures/.

`python -m tests.pictures [--4k] [--into FOLDER] [NAME…]`: only those whose name holds one of the words; with
`--4k` a size of 3840 × 2160 more, which belongs in a folder of its own and not in the repository.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZES = {"": (1366, 696), "-1920": (1920, 1008)}
"""What is left of a screen of 768 or 1080 lines once its bars are taken off."""
HUGE = {"-3840": (3840, 2088)}
PLACES = {"atelier": "workshop", "parcours": "journeys", "probleme": "problem", "prototypes": "prototypes"}
DOSSIER = (
    "textes",
    "budget",
    "tableaux",
    "controle",
    "apercu",
    "note",
    "compte-rendu",
    "exporter",
    "demarche",
)
PREVIEWS = ("textes", "apercu", "note", "compte-rendu")
REST, PREVIEW = 0.7, 6.0
"""Seconds for what is prepared behind: the review; the pages that a child process makes."""


def main(said: list[str]) -> None:
    """All pictures, or those that were asked for."""
    global FOLDER
    reader = argparse.ArgumentParser(prog="python -m tests.pictures")
    reader.add_argument("names", nargs="*")
    reader.add_argument("--4k", dest="huge", action="store_true")
    reader.add_argument("--into", type=Path, default=FOLDER)
    asked = reader.parse_args(said)
    names, FOLDER = asked.names, asked.into
    if asked.huge:
        SIZES.update(HUGE)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LABDESK_DATA"] = folder
        FOLDER.mkdir(parents=True, exist_ok=True)
        _take(Path(folder), names)


def _take(folder: Path, names: list[str]) -> None:
    from PySide6.QtWidgets import QApplication

    from labdesk import app as root
    from labdesk.ui.settings import Settings

    app = root.application([])
    window = root.build(app, Settings(folder=str(folder), hints=False))

    def rest(seconds: float = REST) -> None:
        until = time.time() + seconds
        while time.time() < until:
            QApplication.processEvents()

    def shoot(name: str, first: Callable[[], object] = lambda: None) -> None:
        if names and not any(one in name for one in names):
            return
        for theme in ("light", "contrast"):
            window.look.become(theme="contrast" if theme == "contrast" else "light")
            for size, (width, height) in SIZES.items():
                window.resize(width, height)
                rest()
                first()
                rest(0.2)
                mark = ("" if theme == "light" else "-contraste") + size
                path = FOLDER / f"{name}{mark}.png"
                _keep(window.grab().toImage(), path)
                print(path.name, flush=True)
        window.look.become(theme="light")

    window.show()
    shoot("accueil-vide")
    window.home().ask_title()
    shoot("accueil-nouveau")
    window.home().example()
    while not window.desk.project.canvas:
        rest(0.2)
    rest()
    _places(window, shoot, rest)
    if not names or any("projection" in one or "presentateur" in one for one in names):
        from tests.stage_pictures import take

        take(window, rest, _keep, FOLDER)
    window.opening.close()
    rest()
    shoot("accueil")
    window.close()


def _keep(image: "QImage", path: Path) -> None:
    """A PNG of at most 256 colours: a third of the size, and nobody sees it."""
    from io import BytesIO

    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")  # type: ignore[call-overload]
    with Image.open(BytesIO(bytes(buffer.data().data()))) as shot:
        few = shot.convert("RGB").quantize(256, kmeans=2, dither=Image.Dither.NONE)
        few.save(path, optimize=True)


def _places(window: "object", shoot: Callable[..., None], rest: Callable[..., None]) -> None:
    """Each place of the rail, then the parts of the dossier, search and keys."""
    from PySide6.QtWidgets import QTabBar

    from labdesk.ui.journeys import CURVES, MAP, JourneysPlace
    from labdesk.ui.prototypes.card_bar import TEST
    from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
    from labdesk.ui.window import Window

    assert isinstance(window, Window)
    for name, place in PLACES.items():
        window.show_place(place)
        rest()
        shoot(name)
    if isinstance(window.place, PrototypesPlace):
        window.place.traces.show()
        rest()
        shoot("traces")
        window.place.traces.leave()
    window.show_place("journeys")
    if isinstance(window.place, JourneysPlace):
        window.place.show_view(CURVES)
        rest()
        shoot("parcours-courbes")
        window.place.show_view(MAP)
    _problem(window, shoot, rest)
    window.show_place("prototypes")
    if isinstance(window.place, PrototypesPlace):
        window.place.open_card(window.desk.project.canvases("prototype")[0].id)
        window.place.card.bar.views[TEST].click()
        rest()
        shoot("prototypes-test")
        window.place.show_deck()
    window.show_place("dossier")
    tabs = window.place.findChildren(QTabBar)[0]
    for at, name in enumerate(DOSSIER[: tabs.count()]):
        tabs.setCurrentIndex(at)
        rest(PREVIEW if name in PREVIEWS else REST)
        shoot(f"dossier-{name}")
    window.show_place("journeys")
    window.find_words()
    assert window.searching is not None
    window.searching.field.setText("délai")
    rest()
    shoot("recherche")
    window.searching.hide()
    window.choices.scale(2.0)
    rest()
    shoot("parcours-texte-200")
    window.choices.scale(1.0)


def _problem(window: "object", shoot: Callable[..., None], rest: Callable[..., None]) -> None:
    """The help beside a statement, dots on challenges, days beside a date, a canvas just begun."""
    from labdesk.ui.canvas import moves
    from labdesk.ui.problem.problem_place import ProblemPlace
    from labdesk.ui.window import Window

    assert isinstance(window, Window)

    def stand(zone: str) -> None:
        plan = window.place.page.board.plan  # type: ignore[attr-defined]
        window.place.page.board.go(next(moves.stops(plan.part[zone])).key)  # type: ignore[attr-defined]
        window.place.page.pane.scribe.edit()  # type: ignore[attr-defined]

    window.show_place("problem")
    place = window.place
    assert isinstance(place, ProblemPlace)
    shoot("probleme-enonce", lambda: stand("statement"))
    place.leave()
    shoot("probleme-gommettes", place.vote)
    if place.ballot is not None:
        place.ballot.shut()
    window.show_place("workshop")
    shoot("atelier-date", lambda: stand("date"))
    window.place.leave()
    window.show_place("problem")
    place.begin(place.kinds()[0])
    rest()
    shoot("probleme-commence")
    window.desk.undo()


if __name__ == "__main__":
    main(sys.argv[1:])
