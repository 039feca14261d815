"""Icons: in the ink of the theme, paler when disabled, and every drawing that is named ships."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap

import labdesk
from labdesk import places
from labdesk.ui.drawings import tinted
from labdesk.ui.icons import icon, picture
from labdesk.ui.style import Look

CODE = Path(labdesk.__file__).parent


def inks(pixels: QPixmap) -> set[str]:
    """The opaque colours of a drawing."""
    image = pixels.toImage()
    spots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(spot).name() for spot in spots if spot.alpha() == 255}


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_an_icon_is_drawn_in_the_ink_of_the_theme(look: Look, theme: str) -> None:
    look.become(theme="contrast" if theme == "contrast" else "light")
    drawn = icon("house", look, "primary")
    assert look.hex("primary").lower() in inks(drawn.pixmap(18))
    assert look.hex("primary").lower() not in inks(drawn.pixmap(18, mode=QIcon.Mode.Disabled))


def test_icons_grow_with_the_text(dressed: object) -> None:
    large, plain = (picture("house", Look(scale=scale), density=1) for scale in (2.0, 1.0))
    assert large.width() == 2 * plain.width()


def test_every_icon_that_the_window_names_ships() -> None:
    shipped = {path.stem for path in (places.resources() / "icons").glob("*.svg")}
    code = "".join(path.read_text("utf-8") for path in CODE.rglob("*.py"))
    named = set(re.findall(r'icon_name="([\w-]+)"', code))
    assert named <= shipped


def test_an_icon_that_does_not_ship_is_a_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        tinted("licorne", "#000000")


def test_an_icon_that_qt_takes_apart_from_its_copies_is_still_there(look: Look) -> None:
    pixels = QPixmap(18, 18)
    for _time in range(200):
        drawn = icon("house", look, "primary")
        apart = QIcon(drawn)
        apart.addPixmap(pixels)  # what makes Qt ask the engine for a copy of itself
        again = QIcon(apart)
        again.addPixmap(pixels)
        assert look.hex("primary").lower() in inks(again.pixmap(18))
        assert look.hex("primary").lower() in inks(apart.pixmap(18))
