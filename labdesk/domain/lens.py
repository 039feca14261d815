"""What can be projected: a lens is a canvas and what of it the room is to read. It lays out nothing."""

from typing import Literal

from msgspec import Struct

LensKind = Literal[
    "welcome",  # title and names of the tables
    "agenda",  # the timed sequences
    "overview",  # a journey: its phases and their steps
    "grid",  # chosen steps × lanes; one of each: a cell
    "curve",  # the curve alone, or with those of others
    "irritants",  # all pain points, phase by phase
    "sheet",  # a whole sheet: persona, prototype card, problem canvas
    "box",  # one zone of a sheet
    "chain",  # a prototype and all it hangs on: irritants, opportunities, challenge, result, decision
    "photo",  # one picture
    "beside",  # the same cells of two to four grids, the same box of as many sheets
    "tables",  # the same cell or box as two to four tables filled it
]

HIGH, LEAST, FLOOR = 1080.0, 49.0, 28.0
"""A picture is laid out `HIGH` units high, whatever the projector. Text is `LEAST` high or more (4.5 %);
only a word longer than the picture is wide goes under it, never under `FLOOR`."""
SIZES = (148.0, 124.0, 104.0, 92.0, 82.0, 72.0, 64.0, 56.0, LEAST)
"""Text sizes tried from the greatest: what is short fills the picture."""
EMS_FAR = 157.0
"""A text is read from as far as 157 times its size: 49 px of 1080 on an image 2 m wide is read at 8 m.
Capitals of Source Sans (0.66 em) are then seen under 14.5 minutes of arc; a good eye needs 5."""
SIDE_BY_SIDE = 4


class Lens(Struct, frozen=True):
    """`steps` and `lanes` (zone ids) empty: all of them. `row`: a photo.

    `others`: canvases beside this one. `tables`: names of those that are compared.
    """

    kind: LensKind
    canvas: str = ""
    steps: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    zone: str = ""
    row: str = ""
    others: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()

    @property
    def is_cell(self) -> bool:
        """One step of one lane."""
        return self.kind == "grid" and len(self.steps) == len(self.lanes) == 1


def readable_to(text: float, wide: float, image: float) -> float:
    """Metres from which a text of this size is read, on a picture `wide` units wide shown `image` m wide."""
    return text / wide * image * EMS_FAR if wide > 0 else 0.0
