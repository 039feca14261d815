"""Changing the settings: at once on the screen, and kept for the next start."""

from PySide6.QtCore import QObject, Signal

from labdesk.ui.settings import Settings
from labdesk.ui.style import SCALES, Look, ThemeName
from labdesk.words import Language


class Choices(QObject):
    """The settings that can be chosen, one method each."""

    chosen = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._settings = look, settings

    def theme(self, name: ThemeName) -> None:
        """Light, or high contrast."""
        self._settings.theme = name
        self._look.become(theme=name)
        self._keep()

    def toggle_theme(self) -> None:
        """From one theme to the other."""
        self.theme("light" if self._look.theme == "contrast" else "contrast")

    def scale(self, scale: float) -> None:
        """The size of all text and of what holds it."""
        self._settings.scale = scale
        self._look.become(scale=scale)
        self._keep()

    def step_scale(self, by: int) -> None:
        """The next larger (1) or smaller (−1) text size, if there is one."""
        at = min(range(len(SCALES)), key=lambda index: abs(SCALES[index] - self._look.scale)) + by
        if 0 <= at < len(SCALES):
            self.scale(SCALES[at])

    def reduced_motion(self, on: bool) -> None:
        """Nothing slides or fades."""
        self._settings.reduced_motion = on
        self._look.become(reduced_motion=on)
        self._keep()

    def spelling(self, on: bool) -> None:
        """Words that no dictionary knows are underlined."""
        self._settings.spelling = on
        self._keep()

    def hints(self, on: bool) -> None:
        """The first-use guide is shown on the canvases."""
        self._settings.hints = on
        self._keep()

    def language(self, language: Language) -> None:
        """From the next start on."""
        self._settings.language = language
        self._keep()

    def rail(self, wide: bool) -> None:
        """The rail with its words, or not, whatever the width of the screen."""
        self._settings.rail = wide
        self._keep()

    def drawer(self, wanted: bool) -> None:
        """The drawer open, or not, whatever the width of the screen."""
        self._settings.drawer = wanted
        self._keep()

    def _keep(self) -> None:
        self._settings.save()
        self.chosen.emit()
