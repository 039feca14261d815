"""The design tokens read from resources/palette.toml, and contrast as WCAG computes it. It paints nothing."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from labdesk.domain.toml_table import toml_table

THEMES = ("light", "dark", "contrast")
EMOTION_LEVELS = range(-2, 3)
_COLOUR = re.compile(r"#[0-9A-F]{6}")


class Theme(Struct, frozen=True):
    """The colours of one theme, as "#RRGGBB"; a note colour is (fill, border)."""

    name: str
    colours: Mapping[str, str]
    notes: Mapping[str, tuple[str, str]]
    phases: tuple[str, ...]
    phase_tints: tuple[str, ...]
    emotions: tuple[str, ...]

    def colour(self, token: str) -> str:
        """The colour of a token; KeyError when there is no such token."""
        return self.colours[token]

    def phase(self, index: int) -> str:
        """The colour of the phase at this place, from 0; they come round again after the last."""
        return self.phases[index % len(self.phases)]

    def phase_tint(self, index: int) -> str:
        """The pale ground on which that phase's colour can be read."""
        return self.phase_tints[index % len(self.phase_tints)]

    def emotion(self, level: int) -> str:
        """The colour of a level from −2 to +2; it never stands without its face and its word."""
        return self.emotions[min(max(level, EMOTION_LEVELS.start), EMOTION_LEVELS.stop - 1) + 2]


class Palette(Struct, frozen=True):
    """The themes, and the scales they share, in px at 100 %."""

    themes: Mapping[str, Theme]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    text: Mapping[str, int]


def load_palette(text: str) -> Palette:
    """Read the text of palette.toml; ValueError names what is missing or is not a colour."""
    data = toml_table(text)
    try:
        themes = {name: _theme(name, data[name]) for name in THEMES}
        scales = [MappingProxyType(dict(data[scale])) for scale in ("space", "radius", "text")]
    except KeyError as missing:
        raise ValueError(f"palette.toml: {missing} is missing") from missing
    _check_same_tokens(themes)
    return Palette(MappingProxyType(themes), *scales)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _theme(name: str, data: Mapping[str, Any]) -> Theme:
    series = {key: tuple(data["series"][key]) for key in ("phases", "phase_tints", "emotions")}
    notes = {key: (pair[0], pair[1]) for key, pair in data["notes"].items()}
    every = [*data["colours"].values(), *sum(notes.values(), ()), *sum(series.values(), ())]
    if wrong := [colour for colour in every if not _COLOUR.fullmatch(colour)]:
        raise ValueError(f"palette.toml, {name}: not a colour: {', '.join(wrong)}")
    if len(series["emotions"]) != len(EMOTION_LEVELS):
        raise ValueError(f"palette.toml, {name}: five emotions are needed")
    return Theme(name, MappingProxyType(dict(data["colours"])), MappingProxyType(notes), **series)


def _check_same_tokens(themes: Mapping[str, Theme]) -> None:
    light = themes[THEMES[0]]
    for other in themes.values():
        odd = (light.colours.keys() ^ other.colours.keys()) | (light.notes.keys() ^ other.notes.keys())
        if odd:
            raise ValueError(f"palette.toml: only one theme has {', '.join(sorted(odd))}")


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
