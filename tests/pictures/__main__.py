"""`make pictures`: the example in the real window, each screen, both themes, two sizes: docs/pictures/.

`python -m tests.pictures [--4k] [--into FOLDER] [NAME…]`: only those whose name holds one of the words; with
`--4k` a third size, 3840 × 2160, which belongs in a folder of its own and not in the repository.
"""

import argparse
import os
import tempfile
from pathlib import Path

from tests.pictures.camera import HUGE, SIZES, Camera

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


def main() -> None:
    """All pictures, or those that were asked for."""
    reader = argparse.ArgumentParser(prog="python -m tests.pictures")
    reader.add_argument("names", nargs="*")
    reader.add_argument("--4k", dest="huge", action="store_true")
    reader.add_argument("--into", type=Path, default=FOLDER)
    asked = reader.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked.into.mkdir(parents=True, exist_ok=True)
    sizes = {**SIZES, **(HUGE if asked.huge else {})}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LABDESK_DATA"] = folder
        _take(Path(folder), Camera(asked.into, sizes, tuple(asked.names)))


def _take(folder: Path, camera: Camera) -> None:
    from labdesk import app as root
    from labdesk.ui.settings import Settings
    from tests.pictures import rounds, stage

    app = root.application([])
    window = root.build(app, Settings(folder=str(folder), hints=False))
    camera.window = window
    window.show()
    camera.in_both_themes(lambda: rounds.first_screens(window, camera))
    lived = rounds.prepare(window, camera, folder)
    camera.in_both_themes(lambda: rounds.places(window, camera))
    camera.in_both_themes(lambda: rounds.dossier(window, camera, lived))
    camera.in_both_themes(lambda: rounds.panels(window, camera))
    if camera.wants("projection", "presentateur"):
        stage.take(window, camera.rest, camera.keep)
    camera.in_both_themes(lambda: rounds.at_a_table(window, camera))
    window.opening.close()
    camera.in_both_themes(lambda: camera.shoot("accueil"))
    window.close()


if __name__ == "__main__":
    main()
