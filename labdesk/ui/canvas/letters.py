"""The letters of a canvas: the font of each style, texts laid out once and kept, to measure and to paint."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStaticText, QTextOption, QTransform

from labdesk.domain.layout import Style
from labdesk.ui.style import Look

FONTS: dict[Style, tuple[int, int]] = {
    "phase": (14, 600),
    "step": (13, 600),
    "lane": (13, 600),
    "note": (13, 400),
    "value": (13, 400),
    "zone": (14, 600),
    "question": (12, 400),
    "caption": (11, 600),
    "column": (12, 600),
}
"""Size in design pixels and weight."""
KEPT = 8_000
"""Texts kept laid out: more than a big project shows."""


class Letters:
    """Measures as the arrangement asks, and gives the painter the very text that was measured."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._fonts = {style: look.font(px, weight) for style, (px, weight) in FONTS.items()}
        self._texts: dict[tuple[str, Style, int], QStaticText] = {}

    def font(self, style: Style) -> QFont:
        """The font of a style at the text size of now."""
        return self._fonts[style]

    def text(self, text: str, style: Style, width: float) -> QStaticText:
        """The text broken into lines of `width`."""
        key = (text, style, round(width))
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) >= KEPT:
                self._texts.clear()
            found = self._texts[key] = self._laid_out(text, style, round(width))
        return found

    def __call__(self, text: str, style: Style, width: float) -> float:
        return self.text(text or "X", style, width).size().height()

    def _laid_out(self, text: str, style: Style, width: int) -> QStaticText:
        laid = QStaticText(text.replace("\n", "\u2028"))
        laid.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        laid.setTextOption(option)
        laid.setTextWidth(width)
        laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid.prepare(QTransform(), self._fonts[style])
        return laid
