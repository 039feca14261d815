"""Letters of the projected picture: texts laid out once, measured and painted with the same lines."""

import re
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from labdesk.domain.lens_page import LEADING
from labdesk.ui.style import FAMILY

KEPT, MEASURED = 300, 6_000
"""Texts kept laid out (a picture shows a hundred, each weighs some kB); heights and widths."""
WORD = re.compile(r"[ \n\t]+|(?<=\w\w-)(?=\w)")
"""Where a line may end: at a space, after the hyphen of a compound."""
ROUGH = 100
"""px at which widths are measured once: without hinting they grow in proportion."""


class StageType:
    """A `Type` for `pages_of`; `draw` puts the same lines on a painter at any scale."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._laid: dict[tuple[str, int, bool, int], QTextLayout] = {}
        self._heights: dict[tuple[str, int, bool, int], float] = {}
        self._longest: dict[tuple[str, bool], float] = {}

    def font(self, size: float, bold: bool) -> QFont:
        """Source Sans at this size, in units of the picture."""
        key = (max(1, int(size)), bold)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = QFont(FAMILY)
            found.setPixelSize(key[0])
            found.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return found

    def height(self, text: str, size: float, bold: bool, width: float) -> float:
        """How high the lines are."""
        key = (text, int(size), bold, round(width))
        found = self._heights.get(key)
        if found is None:
            thin_out(self._heights, MEASURED)
            found = self._heights[key] = self._lay_out(*self._set(text, size, bold, width))[1]
        return found

    def longest(self, text: str, size: float, bold: bool) -> float:
        """How wide the longest word is."""
        key = (text, bold)
        found = self._longest.get(key)
        if found is None:
            thin_out(self._longest, MEASURED)
            metrics = QFontMetricsF(self.font(ROUGH, bold))
            words = WORD.split(text)
            found = self._longest[key] = max(metrics.horizontalAdvance(word) for word in words) + 2
        return found * int(size) / ROUGH

    def draw(
        self,
        painter: QPainter,
        text: str,
        size: float,
        bold: bool,
        corner: QPointF,
        width: float,
        *,
        centred: bool = False,
    ) -> None:
        """The text in the pen of the painter, broken as it was measured."""
        layout = self._of(text, size, bold, width)
        if not centred:
            layout.draw(painter, corner)
            return
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            line.draw(painter, corner + QPointF((width - line.naturalTextWidth()) / 2, 0))

    def _of(self, text: str, size: float, bold: bool, width: float) -> QTextLayout:
        """The lines to paint; those of the last pictures are kept."""
        key = (text, int(size), bold, round(width))
        found = self._laid.pop(key, None)
        if found is None:
            thin_out(self._laid, KEPT)
            found = self._lay_out(*self._set(text, size, bold, width))[0]
        self._laid[key] = found  # the last used is the last to go
        return found

    def _set(self, text: str, size: float, bold: bool, width: float) -> tuple[str, QFont, int]:
        return text, self.font(size, bold), max(8, round(width))

    def _lay_out(self, text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        high, lead = 0.0, font.pixelSize() * LEADING  # the font's own line is a seventh higher: room is dear
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, high + (lead - line.height()) / 2))
            high += lead
        layout.endLayout()
        return layout, high


def thin_out(kept: dict[Any, Any], most: int) -> None:
    """Make room for one more: what was put there first goes, half of it at once."""
    if len(kept) >= most:
        for key in list(kept)[: most // 2]:
            del kept[key]
