"""The pages of lenses: laid out when something changed, kept as long as nothing did."""

from datetime import datetime

from labdesk.domain.lens import HIGH, Lens
from labdesk.domain.lens_layout import pages_of
from labdesk.domain.lens_page import Page
from labdesk.domain.lens_source import Moment, content_of
from labdesk.ui.desk import Desk
from labdesk.ui.stage.memory import Memory
from labdesk.ui.stage.type import StageType

WIDE = HIGH * 16 / 9


class Leaves:
    """`wide`: of the picture, in its units. `line`: the sequence of now. `votes`: dots may be seen."""

    def __init__(self, desk: Desk, memory: Memory, type_: StageType) -> None:
        self._desk, self._memory, self._type = desk, memory, type_
        self.wide = WIDE
        self._pages: tuple[Page, ...] = ()
        self._key: tuple[object, ...] = ()
        self._held: object = None

    def now(self, lens: Lens, line: str, votes: bool, seen: bool) -> tuple[Page, ...]:
        """The pages of the lens that is shown. `seen`: its dots are, whoever hid them."""
        sieves = tuple(self._desk.sieves.items())
        key = (id(self._desk.project), lens, self.wide, seen, line, sieves)
        if key != self._key:
            self._pages, self._key = self.of(lens, line, votes), key
            self._held = self._desk.project  # its id stays taken as long as it is part of the key
        return self._pages

    def of(self, lens: Lens, line: str, votes: bool) -> tuple[Page, ...]:
        """The pages of any lens."""
        desk = self._desk
        hours = self._memory.of(desk.path).hours(datetime.now())
        moment = Moment(min(hours.values(), default=None), line)
        content = content_of(desk.project, desk.types, lens, moment, votes, desk.sieves)
        return pages_of(content, self.wide, self._type)
