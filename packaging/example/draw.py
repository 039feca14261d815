"""Draw the pictures of the example into resources/examples: `python packaging/example/draw.py`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import ads
import arrivals
import promises
from easel import ROOT, Easel, fonts
from PySide6.QtGui import QGuiApplication

DRAWINGS: dict[str, Callable[[], Easel]] = {
    "annonce-telephone.jpg": ads.ad_on_a_phone,
    "annonce-avant-apres.jpg": ads.before_and_after,
    "annonce-test.jpg": ads.one_minute_test,
    "promesse-calendrier.jpg": promises.fifteen_days,
    "promesse-message.jpg": promises.dated_message,
    "kit-boite.jpg": arrivals.welcome_kit,
    "kit-liste.jpg": arrivals.one_list,
    "vismavie-accueil.jpg": arrivals.welcome_board,
}
FOLDER = ROOT / "resources" / "examples" / "example_attractivite_photos"
LARGEST = 150_000
"""Bytes of one picture."""


def main() -> None:
    """Every picture, in the best quality that fits."""
    application = QGuiApplication(sys.argv)
    fonts()
    FOLDER.mkdir(exist_ok=True)
    for name, draw in DRAWINGS.items():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        path = FOLDER / name
        for quality in range(92, 40, -4):
            draw().save(path, quality)
            if path.stat().st_size <= LARGEST:
                break
        print(f"{name}: {path.stat().st_size // 1000} kB, quality {quality}")
    application.quit()


if __name__ == "__main__":
    main()
