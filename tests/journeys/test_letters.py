"""No letter under 11 px: every place is drawn as a drawing of texts, and each text says its size."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QTabBar, QWidget

from labdesk.ui.place import DOORS
from tests.journeys.hands import Hands

LEAST = 11
GROUP = re.compile(r'<g [^>]*?transform="matrix\(([^)]*)\)"[^>]*>(.*?)</g>', re.DOTALL)
TEXT = re.compile(r'<text [^>]*?font-size="([\d.]+)"[^>]*>(.*?)</text>', re.DOTALL)


def texts(widget: QWidget) -> Iterator[tuple[float, str]]:
    """The size in px, on screen, and the words of every text that a widget and all inside it draw."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(widget.size())
    widget.render(drawing)
    del drawing
    drawn = bytes(buffer.data().data()).decode()
    for matrix, inside in GROUP.findall(drawn):
        scale = float(matrix.split(",")[3])
        for size, words in TEXT.findall(inside):
            if words.strip():
                yield float(size) * scale, words.strip()


def small(widget: QWidget) -> list[tuple[float, str]]:
    """The texts that are too small; at least one text must be there at all."""
    found = list(texts(widget))
    assert found
    return [(size, words) for size, words in found if size < LEAST - 0.01]


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_no_letter_of_the_window_is_under_11_px(visiting: Hands, theme: str) -> None:
    window = visiting.window
    window.look.become(theme="contrast" if theme == "contrast" else "light")
    for door in DOORS:
        window.show_place(door.name)
        visiting.rest()
        assert small(window) == [], door.name
        for bar in window.place.findChildren(QTabBar):
            for tab in range(bar.count()):
                bar.setCurrentIndex(tab)
                visiting.rest()
                assert small(window) == [], f"{door.name}, {bar.tabText(tab)}"


def test_no_letter_of_what_opens_over_a_place_is_under_11_px(visiting: Hands) -> None:
    window = visiting.window
    window.show_place("problem")
    visiting.rest()
    for keys in ("Ctrl+F", "F1"):
        visiting.press(keys)
        visiting.rest()
        assert small(window) == [], keys
        visiting.press("Esc")
        visiting.come_back()
    window.show_place("journeys")
    visiting.press("Ctrl+L")
    visiting.rest()
    assert small(window) == []
