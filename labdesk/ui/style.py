"""The look of the moment: the palette’s tokens as colours, fonts and lengths, for every painter."""

from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from labdesk import places
from labdesk.domain.palette import Palette, Theme, load_palette
from labdesk.ui.sheet import filled

FAMILY = "Source Sans Pro"
ThemeName = Literal["light", "dark", "contrast"]
"""The window is light or contrast; a picture projected in a dark room may be dark."""
SCALES = (1.0, 1.25, 1.5, 2.0)
PAPER_ONLY = "Atkinson"
"""The face of easy reading: no screen shows it."""
LENGTHS = range(1, 65)
"""px of the design that the style sheet may name: $p1 to $p64."""


@cache
def palette() -> Palette:
    """The palette that ships."""
    return load_palette((places.resources() / "palette.toml").read_text("utf-8"))


def load_fonts() -> None:
    """Make the shipped fonts of the screen known to Qt; once, after the application exists."""
    for path in sorted((places.resources() / "fonts").glob("*.ttf")):
        if not path.stem.startswith(PAPER_ONLY):
            QFontDatabase.addApplicationFont(str(path))


class Look(QObject):
    """Theme, text size and movement, as chosen now. Views redraw on `changed`; none keeps a colour."""

    changed = Signal()

    def __init__(
        self,
        theme: ThemeName = "light",
        scale: float = 1.0,
        reduced_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme: ThemeName = theme
        self.scale = scale
        self.reduced_motion = reduced_motion

    def become(
        self, theme: ThemeName | None = None, scale: float | None = None, reduced_motion: bool | None = None
    ) -> None:
        """Take another theme, text size or movement; what is None stays."""
        before = (self.theme, self.scale, self.reduced_motion)
        self.theme = self.theme if theme is None else theme
        self.scale = self.scale if scale is None else scale
        self.reduced_motion = self.reduced_motion if reduced_motion is None else reduced_motion
        if before != (self.theme, self.scale, self.reduced_motion):
            self.changed.emit()

    # -- colours --------------------------------------------------------------------------------------------
    @property
    def tokens(self) -> Theme:
        """The colours of the theme, as "#RRGGBB"."""
        return palette().themes[self.theme]

    def hex(self, token: str) -> str:
        """A colour for a style sheet."""
        return self.tokens.colour(token)

    def colour(self, token: str) -> QColor:
        """A colour for a painter."""
        return QColor(self.tokens.colour(token))

    def note(self, name: str) -> tuple[QColor, QColor, QColor]:
        """Fill, border and ink of a note colour ("sun", "sky"…)."""
        fill, border = self.tokens.notes[name]
        return QColor(fill), QColor(border), self.colour("note_ink")

    def phase(self, index: int) -> QColor:
        """The colour of the phase at this place, from 0."""
        return QColor(self.tokens.phase(index))

    def phase_tint(self, index: int) -> QColor:
        """The pale ground on which that phase's colour can be read."""
        return QColor(self.tokens.phase_tint(index))

    def emotion(self, level: int) -> QColor:
        """The colour of a level from −2 to +2; it never stands without its face and its word."""
        return QColor(self.tokens.emotion(level))

    # -- lengths and letters --------------------------------------------------------------------------------
    def px(self, length: float) -> int:
        """A length of the design at 100 % in pixels of the moment."""
        return round(length * self.scale)

    def text_px(self, name: str) -> int:
        """A text size of the palette ("caption", "small", "body", "large", "h3", "h2", "h1")."""
        return self.px(palette().text[name])

    def space(self, name: str) -> int:
        """A space of the palette ("xs", "s", "m", "l", "xl")."""
        return self.px(palette().space[name])

    def radius(self, name: str = "m") -> int:
        """A corner of the palette ("s", "m", "l")."""
        return self.px(palette().radius[name])

    def font(self, px: float, weight: int = 400) -> QFont:
        """Source Sans at a size of the design (at least 11 px), weight 400, 600 or 700."""
        font = QFont(FAMILY)
        font.setPixelSize(max(self.px(px), 11))
        font.setWeight(QFont.Weight(weight))
        return font

    # -- the toolkit ----------------------------------------------------------------------------------------
    def sheet(self) -> str:
        """The style sheet of the application."""
        scales = palette()
        lengths = {f"t_{name}": self.text_px(name) for name in scales.text}
        lengths |= {f"r_{name}": self.radius(name) for name in scales.radius}
        lengths |= {f"p{length}": self.px(length) for length in LENGTHS}
        # The ring of a primary button that has the keyboard takes the room of its border and its padding.
        ring = self.px(5) + 1
        lengths |= {"ring": ring, "ring_side": self.px(14) + 1 - ring, "ring_tool": self.px(8) + 1 - ring}
        return filled(FAMILY, self.tokens.colours, lengths, dark=self.theme == "contrast")

    def qt_palette(self) -> QPalette:
        """The colours of what the style sheet leaves to the style."""
        chosen = QPalette()
        for role, token in _ROLES.items():
            chosen.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            chosen.setColor(QPalette.ColorGroup.Disabled, role, self.colour("border"))
        return chosen


_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Accent: "primary",
}
