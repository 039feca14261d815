"""The window: menu bar, rail, top bar, the place shown, the drawer. It goes where it is asked."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui import regions as regions_
from labdesk.ui.actions import retint
from labdesk.ui.aloud import say_aloud
from labdesk.ui.choices import Choices
from labdesk.ui.desk import Desk, Target
from labdesk.ui.home import Home
from labdesk.ui.menus import Menus
from labdesk.ui.opening import Opening, dropped_project
from labdesk.ui.place import DOORS, Place, build
from labdesk.ui.rail import Rail
from labdesk.ui.readiness import Readiness
from labdesk.ui.settings import Settings
from labdesk.ui.sheet import role
from labdesk.ui.side import Side
from labdesk.ui.style import Look
from labdesk.ui.thumbnail import thumbnail
from labdesk.ui.toast import Toast
from labdesk.ui.topbar import TopBar
from labdesk.ui.window_actions import WindowActions
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.writer import SaveState
    from labdesk.ui.search import Search

RAIL_FROM, DRAWER_FROM, QUIET = 1500, 1640, 1_500
"""Window widths, px at 100 %, from which rail and drawer are open; ms before a project is listed."""


class Window(QMainWindow):
    """One project, or Accueil. Places are built on their first visit."""

    def __init__(self, desk: Desk, look: Look, settings: Settings, opening: Opening) -> None:
        super().__init__()
        self.desk, self.look, self.settings, self.opening = desk, look, settings, opening
        self.readiness = Readiness(desk, self)
        self.places: dict[str, Place] = {}
        self.current = "home"
        self.choices = Choices(look, settings, self)
        self._titles: dict[str, str] = {}
        self.searching: Search | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(lambda: self._remember(wait=False))
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 420)
        self._lay_out()
        self.deeds = WindowActions(self)
        self._wire()
        self.refit()
        self._opened()
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

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
        right = QVBoxLayout()
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
        self.menus = Menus(self.menuBar())

    def _wire(self) -> None:
        desk, deeds = self.desk, self.deeds
        desk.ready.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.saved.connect(self._saved)
        desk.refused.connect(lambda sentence: self.toast.say(sentence, trouble=True))
        desk.announced.connect(self.toast.say)
        desk.wanted.connect(self.go)
        self.readiness.reviewed.connect(self.rail.progress.show_review)
        self.rail.chosen.connect(self.show_place)
        self.rail.projected.connect(deeds.project.trigger)
        self.rail.reviewed.connect(deeds.control.trigger)
        self.rail.settings_asked.connect(deeds.settings.trigger)
        self.rail.toggled.connect(deeds.rail.trigger)
        self.top.title_menu.connect(self._fill_title_menu)
        self.top.pill_asked.connect(self._tell_where)
        self.look.changed.connect(self._restyle)
        self.choices.chosen.connect(self.refit)

    # -- where the person is --------------------------------------------------------------------------------
    @property
    def place(self) -> Place:
        """The place shown."""
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
        place = self.place
        self.stack.setCurrentWidget(place)
        self.rail.mark(name)
        self.menus.welcome(place)
        self.top.show_canvas(self._titles.get(name, ""))
        self.side.offer(place.drawer and self.desk.session is not None)
        self._title()
        if arrives:
            regions_.enter(place, place.regions())  # whoever comes here can type at once

    def _built(self, name: str) -> Place:
        door = next(door for door in DOORS if door.name == name)
        place = (
            Home(self.desk, self.look, self.opening) if name == "home" else build(door, self.desk, self.look)
        )
        place.titled.connect(lambda title: self._titled(name, title))
        place.setAccessibleName(door.title)
        return place

    def _fill_title_menu(self, menu: QMenu) -> None:
        menu.clear()
        self.place.fill_title_menu(menu)

    def go(self, target: Target) -> None:
        """Show a thing where it stands."""
        self.show_place(target.place)
        self.place.reveal(target)

    def home(self) -> Home:
        """Accueil, which knows the ways to begin."""
        self.show_place("home")
        home = self.places["home"]
        assert isinstance(home, Home)
        return home

    def cycle(self, by: int) -> None:
        """F6: the next region of the window, and its name said."""
        regions = (self.rail, self.top, *self.place.regions(), self.side)
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
        """F5: the canvas of this place on the whole screen."""
        scene = self.place.scene()
        if scene is None:
            self.desk.announce(_("Ouvrez un canevas pour le projeter."))
        else:
            from labdesk.ui.projection import Projection

            Projection(scene, self.look, self)

    # -- what happened --------------------------------------------------------------------------------------
    def _opened(self) -> None:
        open_now = self.desk.session is not None
        self.rail.offer(project=open_now, at_table=bool(self.desk.table))
        self.top.setVisible(open_now)
        self.rail.progress.show_review(None)
        self.top.pill.fresh(self.desk.read_only)
        self.deeds.follow()
        self.show_place("journeys" if open_now else "home")
        self._quiet.start()  # listed even if the laptop dies before the project is closed

    def _changed(self, _touched: object) -> None:
        self.deeds.follow()
        self._title()

    def _saved(self, state: "SaveState") -> None:
        trouble = self.top.pill.show_state(state, self.desk.read_only)
        if trouble:
            self.toast.say(trouble, trouble=True)

    def _titled(self, name: str, title: str) -> None:
        self._titles[name] = title
        if name == self.current:
            self.top.show_canvas(title)

    def tell_trouble(self, sentence: str, report: Path | None) -> None:
        """A bug, told calmly; the report can be shown."""
        show = (_("Voir le rapport"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report))))
        self.toast.say(sentence, trouble=True, deed=show if report else None)

    def _title(self) -> None:
        title = ""
        if self.desk.session is not None:
            path = self.desk.path
            title = (self.desk.project.head.title or "").strip() or (path.stem if path else _("Sans titre"))
        self.top.show_project(title, self.desk.table)
        self.setWindowTitle(f"{title} · LabDesk" if title else "LabDesk")

    def _tell_where(self) -> None:
        path = self.desk.path
        if path is not None:
            self.toast.say(
                _("Tout est écrit au fur et à mesure dans {file}").format(file=path),
                deed=(
                    _("Ouvrir le dossier"),
                    lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
                ),
            )

    # -- look and room --------------------------------------------------------------------------------------
    def refit(self) -> None:
        """Rail and drawer as chosen, or as the width allows."""
        room = self.width() / self.look.scale
        chosen = self.settings
        self.rail.show_words(room >= RAIL_FROM if chosen.rail is None else chosen.rail)
        self.side.want(room >= DRAWER_FROM if chosen.drawer is None else chosen.drawer)
        self.deeds.follow()

    def _restyle(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(self.look.qt_palette())
        app.setFont(self.look.font(13))
        app.setStyleSheet(self.look.sheet())
        retint(self, self.look)
        self.refit()
        self.top.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Nothing that is not shown takes the keyboard: a project opened before the window is entered now.
        QTimer.singleShot(0, self, lambda: regions_.enter(self.place, self.place.regions()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    # -- files dropped, and the end -------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_project(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_project(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            # Not inside the drag: the other program waits until this returns.
            QTimer.singleShot(0, self, lambda: self.opening.open(path))

    def close_project(self) -> None:
        """Back to Accueil; everything is written."""
        self._finish()
        self.opening.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._finish()
        self.desk.close()
        self.settings.geometry = self.saveGeometry().toBase64().toStdString()
        self.settings.save()
        super().closeEvent(event)

    def _finish(self) -> None:
        """What is being typed becomes a gesture, and the picture of the project is kept."""
        for place in self.places.values():
            place.leave()
        self._remember(wait=True)

    def _pictured(self) -> QGraphicsScene | None:
        """The canvas that stands for the project: a journey, else the one in sight, else any."""
        places = [self.places.get("journeys"), self.place, *self.places.values()]
        scenes = (place.scene() for place in places if place is not None)
        return next((scene for scene in scenes if scene is not None), None)

    def _remember(self, *, wait: bool) -> None:
        """The project is on the list of Accueil with the picture of its canvas."""
        if self.desk.session is not None:
            scene = self._pictured()
            self.opening.remember(thumbnail(scene, self.look) if scene else None, wait=wait)
