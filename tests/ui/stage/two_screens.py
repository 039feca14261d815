"""A laptop and a projector without hardware: run in a process of its own, it prints what stands where."""

import json
import os
import sys
import tempfile
from pathlib import Path

SCREENS = [
    {"name": "Portable", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "Projecteur", "x": 1366, "y": 0, "width": 1920, "height": 1080},
]
DENSE = {"logicalDpi": 96, "logicalBaseDpi": 96}


def on_two_screens(folder: Path, density: float) -> None:
    """Before Qt is imported: the laptop of this density, the projector on its right, data in this folder."""
    screens = folder / "screens.json"
    told = [{**one, **DENSE, "dpr": density if at == 0 else 1} for at, one in enumerate(SCREENS)]
    screens.write_text(json.dumps({"screens": told}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["LABDESK_DATA"] = str(folder / "data")


def main(folder: Path, density: float) -> None:
    """F5 on two screens, X twice, W twice, an edit, Échap: one line of JSON."""
    on_two_screens(folder, density)
    from PySide6.QtWidgets import QApplication

    from labdesk import app as root
    from labdesk.store.session import Session
    from labdesk.ui.settings import Settings
    from tests.bench.projects import journey

    app = root.application([])
    window = root.build(app, Settings(folder=str(folder)))
    window.show()
    path = folder / "projet.labdesk"
    Session.create(path, first=journey(60, phases=2, steps=6)).close()
    window.opening.open(path)
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    found: list[dict[str, object]] = []

    def tell() -> None:
        for _round in range(10):
            QApplication.processEvents()
        projector, presenter = theatre.projector, theatre.presenter
        found.append(
            {
                "room": projector.screen().name() if projector else "",
                "full": bool(projector and projector.isFullScreen()),
                "size": [projector.width(), projector.height()] if projector else [],
                "presenter": presenter.screen().name() if presenter else "",
                "seen": bool(projector and projector.isVisible()),
            }
        )

    tell()
    for name in ("swap", "swap", "windowed", "windowed"):
        theatre.run(name)
        tell()
    theatre.run("back")
    tell()
    print(json.dumps({"steps": found, "live": theatre.live}))
    window.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place), float(sys.argv[1]))
