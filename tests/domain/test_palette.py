"""The palette: what is written in it can be read by everyone, in both themes."""

from pathlib import Path

import pytest

from labdesk.domain.palette import THEMES, Palette, contrast, load_palette

PALETTE_FILE = Path(__file__).parents[2] / "resources" / "palette.toml"

GROUNDS = ("bg", "surface", "surface2", "canvas")
INKS = ("ink", "ink2", "ink3", "primary", "ok", "warn", "bad")
SOFT = (("primary", "primary_soft"), ("ok", "ok_soft"), ("warn", "warn_soft"), ("bad", "bad_soft"))


@pytest.fixture(scope="module")
def palette() -> Palette:
    return load_palette(PALETTE_FILE.read_text("utf-8"))


def test_contrast_agrees_with_the_two_ends_of_the_scale() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#2B3A8C", "#2B3A8C") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_every_ground(palette: Palette, name: str) -> None:
    theme = palette.themes[name]
    pairs = [(theme.colour(ink), theme.colour(ground)) for ink in INKS for ground in GROUNDS]
    pairs += [(theme.colour(token), theme.colour(soft)) for token, soft in SOFT]
    pairs += [(theme.colour("ink"), theme.colour(soft)) for _, soft in SOFT]
    pairs += [(theme.colour("on_primary"), theme.colour(fill)) for fill in ("primary", "primary_hover")]
    pairs += [(theme.colour("note_ink"), fill) for fill, _ in theme.notes.values()]
    pairs += [(theme.colour("on_phase"), phase) for phase in theme.phases]
    pairs += list(zip(theme.phases, theme.phase_tints, strict=True))
    pairs += [(theme.colour("ink"), tint) for tint in theme.phase_tints]
    pairs += [(emotion, theme.colour("surface2")) for emotion in theme.emotions]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("name", THEMES)
def test_every_mark_stands_out_from_its_ground(palette: Palette, name: str) -> None:
    theme = palette.themes[name]
    marks = [theme.colour(token) for token in ("focus", "border")]
    pairs = [(mark, theme.colour(ground)) for mark in marks for ground in ("surface", "surface2")]
    pairs += [(theme.colour("focus"), theme.colour(ground)) for ground in GROUNDS]
    pairs += [(theme.colour("on_emotion"), emotion) for emotion in theme.emotions]
    assert [pair for pair in pairs if contrast(*pair) < 3] == []


def test_phases_come_round_again_and_emotions_stay_in_their_five_levels(palette: Palette) -> None:
    theme = palette.themes["light"]
    assert theme.phase(len(theme.phases)) == theme.phase(0)
    assert theme.emotion(-7) == theme.emotion(-2) == theme.emotions[0]
    assert theme.emotion(2) == theme.emotions[-1]


def test_a_palette_that_lacks_something_says_what() -> None:
    text = PALETTE_FILE.read_text("utf-8")
    with pytest.raises(ValueError, match="only one theme has focus"):
        load_palette(text.replace('focus = "#0A76F6"', ""))
    with pytest.raises(ValueError, match="not a colour: blue"):
        load_palette(text.replace("#0A76F6", "blue"))
    with pytest.raises(ValueError, match="'notes' is missing"):
        load_palette(text.replace("[light.notes]", "[light.cards]"))
