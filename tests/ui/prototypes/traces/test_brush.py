"""What is not of the chain one looks at is pale, and can still be read."""

from collections import Counter

import pytest
from PySide6.QtGui import QImage, QPainter

from labdesk.domain.palette import contrast
from labdesk.ui.prototypes.traces.brush import Brush, Mood
from labdesk.ui.prototypes.traces.traces_page import TracesPage
from labdesk.ui.style import Look, ThemeName


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_what_is_pale_keeps_its_words_readable(page: TracesPage, theme: ThemeName) -> None:
    look = Look(theme=theme)
    brush, laid = Brush(look), page.drawing.layout_
    assert laid is not None
    pale = Mood(lit=frozenset())
    for card in laid.cards.values():
        image = QImage(round(card.rect.right) + 9, round(card.rect.bottom) + 9, QImage.Format.Format_RGB32)
        image.fill(look.colour("canvas"))
        painter = QPainter(image)
        brush.card(painter, card, pale)
        painter.end()
        left, top = round(card.rect.x) + 6, round(card.rect.y) + 6
        inside = image.copy(left, top, round(card.rect.w) - 12, round(card.high) + 6)
        seen = Counter(
            inside.pixelColor(x, y).name() for x in range(inside.width()) for y in range(inside.height())
        )
        paper = seen.most_common(1)[0][0]
        best = max(contrast(colour, paper) for colour in seen)
        assert best >= 4.5, (card.text, paper, best)
