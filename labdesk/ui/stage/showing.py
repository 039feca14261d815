"""What stands on the picture now, as a value: two that are equal look the same. It paints nothing."""

from typing import Literal

from msgspec import Struct

from labdesk.domain.lens_page import Page

Revealed = Literal["lane", "note"]
TimerTone = Literal["", "plain", "soon", "over", "paused"]


class Showing(Struct, frozen=True):
    """`shown`: (what is revealed, how many), None: everything. `pointer`: in units of the picture."""

    page: Page
    title: str = ""
    pages: str = ""
    spotlight: int | None = None
    shown: tuple[Revealed, int] | None = None
    black: bool = False
    pointer: tuple[float, float] | None = None
    timer: str = ""
    tone: TimerTone = ""
