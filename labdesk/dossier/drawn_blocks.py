"""Blocks that are seen: pictures, curves, maps, bars; each can be told in words. Lengths are millimetres."""

from msgspec import Struct


class Picture(Struct, frozen=True):
    """A photo or a drawing of the project, never larger than `width` × `height` mm. A picture without
    alternative text borrows its caption."""

    sha: str
    alt: str
    caption: str = ""
    width: float = 170
    height: float = 110


class Gallery(Struct, frozen=True):
    """Several pictures side by side, as many a row as `columns`."""

    pictures: tuple[Picture, ...]
    columns: int = 2


class Feeling(Struct, frozen=True):
    """How a step is lived: −2 to +2, or None when nobody said; and the word for it."""

    value: int | None
    word: str = ""


class Curve(Struct, frozen=True):
    """An emotion curve alone, with drawn faces. `alt` is written from the steps when it is empty."""

    steps: tuple[str, ...]
    feelings: tuple[Feeling, ...]
    alt: str = ""
    height: float = 42


class Item(Struct, frozen=True):
    """One note on a map or a sheet: its words, and a short badge after them (votes, « Constaté »…)."""

    text: str
    badge: str = ""


class Lane(Struct, frozen=True):
    """One lane of a journey: a cell of items a step. `colour` is a note colour of the palette (sun, sky…);
    `line` is the blueprint line drawn above the lane, with its label."""

    label: str
    cells: tuple[tuple[Item, ...], ...]
    colour: str = "stone"
    line: str = ""
    total: str = ""


class CurveLane(Struct, frozen=True):
    """The lane of a journey that holds its emotion curve, a feeling a step."""

    label: str
    feelings: tuple[Feeling, ...]
    line: str = ""


class Phase(Struct, frozen=True):
    """A phase of a journey and how many steps it spans."""

    label: str
    steps: int


class JourneyMap(Struct, frozen=True):
    """A journey, at once a drawn map and a real table. Best on landscape pages (`PageBreak(landscape=True)`
    before, `PageBreak()` after). It is split by phase, then by lane, over as many pages as it needs.
    `key` holds the 0-based steps that are key moments, `extra` a few words for each step (its duration)."""

    title: str
    phases: tuple[Phase, ...]
    steps: tuple[str, ...]
    lanes: tuple[Lane | CurveLane, ...]
    key: frozenset[int] = frozenset()
    extra: tuple[str, ...] = ()
    anchor: str = ""


class SheetBox(Struct, frozen=True):
    """One zone of a sheet: where it starts (0-based column), how many columns it spans, and what it says.
    `text` comes first, then the items as a list (numbered when `ordered`)."""

    label: str
    column: int = 0
    span: int = 1
    text: str = ""
    items: tuple[Item, ...] = ()
    colour: str = "stone"
    ordered: bool = False
    picture: Picture | None = None


class SheetMap(Struct, frozen=True):
    """A canvas made of boxes in columns, drawn on one page when it fits. Boxes are in reading order: each is
    placed under the lowest box of the columns it spans."""

    title: str
    columns: int
    boxes: tuple[SheetBox, ...]
    anchor: str = ""


class PlanBars(Struct, frozen=True):
    """A financing plan as bars on one scale: (name, parts), each part (name, cents above 0)."""

    bars: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
