"""The frame of the window: rail, top bar, the place shown, the drawer; going from one place to another."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import (
    QApplication,
    QGraphicsView,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui import regions as regions_
from labdesk.ui.aloud import say_aloud
from labdesk.ui.checkup import Checkup
from labdesk.ui.choices import Choices
from labdesk.ui.desk import Desk, Target
from labdesk.ui.menus import Menus
from labdesk.ui.opening import Opening
from labdesk.ui.place import DOORS, Place, build, opens
from labdesk.ui.rail import Rail
from labdesk.ui.saving import Saving
from labdesk.ui.settings import Settings
from labdesk.ui.sheet import role
from labdesk.ui.side import Side
from labdesk.ui.style import Look
from labdesk.ui.toast import Toast
from labdesk.ui.topbar import TopBar
from labdesk.ui.work import beside
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.safety import RecoverReport
    from labdesk.ui.home import Home
    from labdesk.ui.search import Search
    from labdesk.ui.stage.theatre import Theatre
    from labdesk.ui.stage.timing import Timing
    from labdesk.ui.table_guide import TableGuide


class Frame(QMainWindow):
    """One project, or Accueil. Places are built on their first visit."""

    def __init__(self, desk: Desk, look: Look, settings: Settings, opening: Opening) -> None:
        super().__init__()
        self.desk, self.look, self.settings, self.opening = desk, look, settings, opening
        self.choices = Choices(look, settings, self)
        self.places: dict[str, Place] = {}
        self.current = "home"
        self._titles: dict[str, str] = {}
        self.searching: Search | None = None
        self.theatre: Theatre | None = None
        self._timing: Timing | None = None
        self._guide: TableGuide | None = None
        self._lay_out()
        self.checkup = Checkup(desk)
        self.checkup.damaged.connect(self._damaged)
        # A copy without a name may be all that is opened: Accueil, which asks, is built for it.
        opening.which_table = lambda path: self.home().ask_which(path)

    def _lay_out(self) -> None:
        page = self.page = QWidget(self)
        role(page, "page")
        self.rail = Rail(self.look, page)
        self.top = TopBar(self.look, page)
        self.stack = QStackedWidget(page)
        self.side = Side(self.desk, self.look, page)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.stack, 1)
        below.addWidget(self.side)
        right = self._right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addLayout(below, 1)
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self.setCentralWidget(page)
        self.toast = Toast(self.look, page)
        self.saving = Saving(self.desk, self.top)
        self.menus = Menus(self.menuBar(), self.look)

    # -- where the person is --------------------------------------------------------------------------------
    @property
    def place(self) -> Place:
        """The place shown: Accueil, before any other was wanted."""
        if self.current not in self.places:
            self.show_place(self.current)
        return self.places[self.current]

    def show_place(self, name: str) -> None:
        """Go to a place; it is built when it is visited for the first time."""
        arrives = name != self.current or name not in self.places
        if self.current in self.places and name != self.current:
            self.place.leave()
            self.desk.select(None)  # what is selected there is not on screen any more
        if name not in self.places:
            self.places[name] = self._built(name)
            self.stack.addWidget(self.places[name])
        self.current = name
        place = self.places[name]
        self.stack.setCurrentWidget(place)
        self.rail.mark(name)
        self.menus.welcome(place)
        self.top.show_canvas(self._titles.get(name, ""))
        self.side.offer(place.drawer and self.desk.session is not None)
        self.retitle()
        if arrives:
            regions_.enter(place, place.regions())  # whoever comes here can type at once

    def come_to(self, name: str) -> None:
        """Alt and its digit: the place, and the keyboard in it, from wherever it was."""
        self.show_place(name)
        focus = QApplication.focusWidget()
        if focus is None or not self.place.isAncestorOf(focus):
            regions_.enter(self.place, self.place.regions())

    def _built(self, name: str) -> Place:
        door = next(door for door in DOORS if door.name == name)
        place = self._home() if name == "home" else build(door, self.desk, self.look)
        place.titled.connect(lambda title: self._titled(name, title))
        place.setAccessibleName(door.title)
        return place

    def _home(self) -> "Home":
        from labdesk.ui.home import Home

        return Home(self.desk, self.look, self.opening)

    def fill_title_menu(self, menu: QMenu) -> None:
        """The canvases one can switch to, as the place knows them."""
        menu.clear()
        self.place.fill_title_menu(menu)

    def go(self, target: Target) -> None:
        """Show a thing where it stands, if one may go there."""
        if opens(target.place, self.desk.table):
            self.show_place(target.place)
            self.place.reveal(target)
            if target.table == "photo" and target.field and self.place.drawer:
                self.describe_photo(target.row or "", target.field)

    def describe_photo(self, photo: str, field: str) -> None:
        """A field of a photo is looked for: the drawer opens on it, unless the place shows it itself."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QGraphicsView) or focus is None:
            self.choices.drawer(True)
            self.side.describe(photo, field)

    def home(self) -> "Home":
        """Accueil, which knows the ways to begin."""
        self.show_place("home")
        return cast("Home", self.places["home"])

    def cycle(self, by: int) -> None:
        """F6: the next region of the window, and its name said."""
        bars = () if self._guide is None else (self._guide.bar,)
        regions = (self.rail, self.top, *self.place.regions(), *bars, self.side)
        region = regions_.cycle(regions, by)
        if region is not None and region.accessibleName():
            say_aloud(region, region.accessibleName())

    def find_words(self) -> None:
        """Ctrl+F: the search over the window, built when it is first asked for."""
        if self.searching is None:
            from labdesk.ui.search import Search

            self.searching = Search(self.desk, self.look, self.page)
        self.searching.begin()

    def project_canvas(self) -> None:
        """F5: the canvas of this place, laid out again for the room; in Atelier the running order."""
        from labdesk.ui.stage.theatre import Theatre, canvas_in

        if self.theatre is None:
            self.theatre = Theatre(self.desk, self.look, self.settings, self.timing, self)
        self.place.leave()
        lens = self.place.projected()
        self.theatre.project(canvas_in(self.place), order=self.current == "workshop", lens=lens)

    def project_selected(self) -> None:
        """Maj+F5: the cell, lane, phase, box or photo one is on; without any, what F5 projects."""
        from labdesk.ui.stage.pointed import lens_at

        selected = self.desk.selection
        lens = lens_at(self.desk.project, self.desk.types, selected) if selected is not None else None
        self.project_canvas()
        if lens is not None and self.theatre is not None:
            self.theatre.show_lens(lens)

    @property
    def timing(self) -> "Timing":
        """The countdown of the day; built after the first paint, for it may run since before this start."""
        if self._timing is None:
            from labdesk.ui.stage.timing import Timing

            self._timing = Timing(self.desk, self.settings, self)
        return self._timing

    def _titled(self, name: str, title: str) -> None:
        self._titles[name] = title
        if name == self.current:
            self.top.show_canvas(title)

    def shown_title(self) -> str:
        """What the open project is called; empty when none is open."""
        if self.desk.session is None:
            return ""
        path = self.desk.path
        return (self.desk.project.head.title or "").strip() or (path.stem if path else _("Sans titre"))

    def retitle(self) -> None:
        """The title of the project, in the bar and in the frame of the system."""
        title = self.shown_title()
        self.top.show_project(title, self.desk.table)
        named = (self.desk.table, title, "LabDesk") if title else ("LabDesk",)
        self.setWindowTitle(" · ".join(name for name in named if name))

    # -- the same once more ---------------------------------------------------------------------------------
    def do_again(self) -> None:
        """« Refaire la même chose »: the structure of the open project, without content, as a new one."""
        self.place.leave()
        self.home().ask_again(None, self.shown_title())

    def keep_template(self) -> None:
        """The structure of the open project joins the templates of the lab."""
        from labdesk.store import templates

        self.place.leave()
        project, name = self.desk.project, self.shown_title()
        told = _("Modèle « {name} » ajouté : Accueil le propose, sans rien de ce qui a été dit.")
        beside(
            self,
            lambda: templates.add(project, name),
            lambda path: self.desk.announce(told.format(name=path.stem)),
            self.desk.refused.emit,
        )

    # -- at a table -----------------------------------------------------------------------------------------
    @property
    def guide(self) -> "TableGuide":
        """Knows the sequence of now; built when the first table sits down."""
        if self._guide is None:
            from labdesk.ui.table_guide import SequenceBar, TableGuide

            bar = SequenceBar(self.look, self.page)
            self._right.addWidget(bar)
            self._guide = TableGuide(self.desk, bar, lambda: getattr(self.place, "canvas", ""))
        return self._guide

    def go_to_sequence(self) -> None:
        """The canvas of the sequence of now."""
        if self.desk.table:
            self.guide.go()

    def ask_to_leave_table(self) -> None:
        """Everything is shown again, if that is what is meant."""
        from labdesk.ui.table_guide import LeaveTable

        path, opening = self.desk.path, self.opening
        if path is not None:
            rename = partial(_renamed, opening, path)
            LeaveTable(self.look, self.desk.table, opening.leave_table, rename, self).open()

    # -- leaving a project ----------------------------------------------------------------------------------
    def close_project(self) -> None:
        """Back to Accueil; everything is written."""
        self.finish()
        if self.may_leave(self.opening.close, self.close_project):
            self.opening.close()

    def may_leave(self, leave: Callable[[], object], again: Callable[[], object]) -> bool:
        """All is in the document or its mirror. If it is nowhere, the one question of the window is asked."""
        lost = self.desk.adrift()
        if lost:
            from labdesk.ui.leaving import Leaving

            Leaving(self.desk, self.look, self, lost, leave, again).open()
        else:
            self.checkup.stop()
        return not lost

    def _damaged(self) -> None:
        """Told under the top bar for as long as this project is open."""
        from labdesk.ui.damage_notice import DamageNotice

        notice = DamageNotice(self.desk, self.look, self.opening, self.page)
        notice.mended.connect(self._mended)
        self._right.insertWidget(1, notice)
        notice.show()

    def _mended(self, report: "RecoverReport") -> None:
        """The repaired copy takes the place of the damaged project."""
        self.close_project()
        if self.desk.session is None and self.opening.open(report.out):
            self.desk.announce(report.sentence())

    def finish(self) -> None:
        """What is being typed becomes a gesture, and the picture of the project is kept."""
        if self.theatre is not None:
            self.theatre.leave()
        for place in self.places.values():
            place.leave()
        self.remember(wait=True)

    def _portrait(self) -> bytes | None:
        """The canvas that stands for the project: a journey, else the one in sight, else any."""
        places = [self.places.get("journeys"), self.place, *self.places.values()]
        portraits = (place.portrait() for place in places if place is not None)
        return next((picture for picture in portraits if picture is not None), None)

    def remember(self, *, wait: bool) -> None:
        """The project is on the list of Accueil with the picture of its canvas."""
        if self.desk.session is not None:
            self.opening.remember(self._portrait(), wait=wait)


def _renamed(opening: Opening, path: Path, name: str) -> None:
    opening.table(name, path)
