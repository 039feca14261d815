"""`make pictures`: the example in the real window, each screen, both themes, two sizes: docs/pictures/."""

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
PLACES = {"atelier": "workshop", "parcours": "journeys", "probleme": "problem", "prototypes": "prototypes"}
DOSSIER = ("textes", "budget", "tableaux", "controle", "apercu", "note", "compte-rendu", "exporter")
PREVIEWS = ("textes", "apercu", "note", "compte-rendu")
REST, PREVIEW = 0.7, 6.0
"""Seconds for what is prepared behind: the review; the pages that a child process makes."""


def main(names: list[str]) -> None:
    """All pictures, or those whose name holds one of `names`."""
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
    window = root.build(app, Settings(folder=str(folder)))

    def rest(seconds: float = REST) -> None:
        until = time.time() + seconds
        while time.time() < until:
            QApplication.processEvents()

    def shoot(name: str) -> None:
        if names and not any(one in name for one in names):
            return
        for theme in ("light", "contrast"):
            window.look.become(theme="contrast" if theme == "contrast" else "light")
            for size, (width, height) in SIZES.items():
                window.resize(width, height)
                rest()
                mark = ("" if theme == "light" else "-contraste") + size
                path = FOLDER / f"{name}{mark}.png"
                _keep(window.grab().toImage(), path)
                print(path.relative_to(FOLDER.parents[1]), flush=True)
        window.look.become(theme="light")

    window.show()
    shoot("accueil-vide")
    window.home().ask_title()
    shoot("accueil-nouveau")
    window.home().example()
    rest(3)
    _places(window, shoot, rest)
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


def _places(window: "object", shoot: Callable[[str], None], rest: Callable[..., None]) -> None:
    """Each place of the rail, then the parts of the dossier, search and keys."""
    from PySide6.QtWidgets import QTabBar

    from labdesk.ui.journeys import CURVES, MAP, JourneysPlace
    from labdesk.ui.window import Window

    assert isinstance(window, Window)
    for name, place in PLACES.items():
        window.show_place(place)
        rest()
        shoot(name)
    window.show_place("journeys")
    if isinstance(window.place, JourneysPlace):
        window.place.show_view(CURVES)
        rest()
        shoot("parcours-courbes")
        window.place.show_view(MAP)
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


if __name__ == "__main__":
    main(sys.argv[1:])
