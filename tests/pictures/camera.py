"""The camera of `tests.pictures`: it waits until the window is at rest, and keeps small files."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from labdesk.ui.window import Window

SIZES = {"": (1366, 696), "-1920": (1920, 1008)}
"""What is left of a screen of 768 or 1080 lines once its bars are taken off."""
HUGE = {"-3840": (3840, 2088)}
REST, SETTLE, PATIENCE = 0.7, 0.15, 30.0
"""s: what is prepared behind when one comes to a screen; what a new size takes; what pages take at most."""


class Camera:
    """`shoot` takes one screen at each size, in the theme of the moment."""

    window: "Window"

    def __init__(self, folder: Path, sizes: dict[str, tuple[int, int]], names: tuple[str, ...]) -> None:
        self.folder, self.sizes, self.names = folder, sizes, names
        self._mark = ""

    def wants(self, *names: str) -> bool:
        """One of these pictures was asked for."""
        return not self.names or any(one in name for one in self.names for name in names)

    def in_both_themes(self, taken: Callable[[], None]) -> None:
        """A round of pictures in each theme: dressing the window anew costs more than a walk through it."""
        for theme, self._mark in (("light", ""), ("contrast", "-contraste")):
            self.window.look.become(theme="contrast" if theme == "contrast" else "light")
            taken()
        self.window.look.become(theme="light")

    def shoot(self, name: str, first: Callable[[], object] = lambda: None) -> None:
        """The window at each size; `first` is done again at each, and may close what it opened before."""
        if not self.wants(name):
            return
        self.rest()
        self.window.toast.hide()  # what was put back for the picture before is not told here
        for size, (width, height) in self.sizes.items():
            self.window.resize(width, height)
            self.rest(SETTLE)
            first()
            self.rest(SETTLE)
            self.keep(self.window.grab().toImage(), f"{name}{self._mark}{size}.png")

    def shoot_panel(self, name: str, panel: "QWidget") -> None:
        """A window of its own, at the size it takes; it is closed."""
        if self.wants(name):
            self.rest()
            self.keep(panel.grab().toImage(), f"{name}{self._mark}.png")
        panel.close()
        self.window.activateWindow()  # it is this one that has the keyboard again, and shows it
        self.rest(SETTLE)

    def rest(self, seconds: float = REST) -> None:
        """Let the window do what it put off, then whatever the press and its pages still make."""
        from PySide6.QtWidgets import QApplication

        began = time.monotonic()
        while time.monotonic() < began + seconds or (self._busy() and time.monotonic() < began + PATIENCE):
            QApplication.processEvents()
            time.sleep(0.005)

    def _busy(self) -> bool:
        from PySide6.QtCore import QThreadPool

        from labdesk.ui.press.press import Press

        making = any(press._open for press in self.window.desk.findChildren(Press))
        return making or QThreadPool.globalInstance().activeThreadCount() > 0

    def keep(self, image: "QImage", name: str) -> None:
        """A PNG of at most 256 colours: a third of the size, and nobody sees it."""
        from io import BytesIO

        from PIL import Image
        from PySide6.QtCore import QBuffer, QIODevice

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "BMP")  # type: ignore[call-overload]
        with Image.open(BytesIO(bytes(buffer.data().data()))) as shot:
            few = shot.convert("RGB").quantize(256, kmeans=2, dither=Image.Dither.NONE)
            few.save(self.folder / name, optimize=True)
        print(name, flush=True)
