"""Puts the windows of the projection on the screens, and keeps them there when cables come and go."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from labdesk.domain.lens import Lens
from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk
from labdesk.ui.settings import Settings
from labdesk.ui.stage.asides import Asides
from labdesk.ui.stage.bar import Bar
from labdesk.ui.stage.brush import Brush
from labdesk.ui.stage.clicker import PATTERN, Clicker
from labdesk.ui.stage.commands import Name, command_of
from labdesk.ui.stage.line import ProjectedLine
from labdesk.ui.stage.presenter import Presenter
from labdesk.ui.stage.projector import Projector
from labdesk.ui.stage.scene import Mark
from labdesk.ui.stage.screens import fill, seats, show_in_a_window
from labdesk.ui.stage.stage import Stage
from labdesk.ui.stage.timing import Timing
from labdesk.ui.stage.voice import Voice
from labdesk.ui.style import Look
from labdesk.words import _

CLICKER: tuple[tuple[Qt.Key, Name], ...] = ((Qt.Key.Key_PageDown, "next"), (Qt.Key.Key_PageUp, "previous"))


def canvas_in(place: QWidget) -> str:
    """The canvas shown in a place; empty when there is none."""
    pages = [page for page in place.findChildren(CanvasPage) if page.isVisible()]
    return pages[0].board.canvas if pages else ""


class Theatre(QObject):
    """One for the window; it lives as long as the window, the projection comes and goes."""

    left = Signal()

    def __init__(self, desk: Desk, look: Look, settings: Settings, timing: Timing, window: QWidget) -> None:
        super().__init__(window)
        self.desk, self.look, self.settings, self.window = desk, look, settings, window
        self.memory, self.clock = timing.memory, timing.clock
        self.stage: Stage | None = None
        self.projector: Projector | None = None
        self.presenter: Presenter | None = None
        self.swapped = self.windowed = False
        self.asides = Asides(desk, look, lambda: self.front)
        self._marks: list[Mark] = []
        self._heard: list[QShortcut] = []
        self._untold = ""
        self._preferred = ""
        self._cables = QTimer(self, singleShot=True, interval=0)
        self._cables.timeout.connect(self.seat)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(lambda _screen: self._cables.start())
        app.screenRemoved.connect(lambda _screen: self._cables.start())
        desk.opened.connect(self.leave)

    @property
    def live(self) -> bool:
        """Something is projected."""
        return self.stage is not None

    # -- beginning and end ----------------------------------------------------------------------------------
    def project(self, canvas: str = "", *, order: bool = False, lens: Lens | None = None) -> None:
        """Show a canvas, the running order, or first of all a lens; what is there comes to the front."""
        if self.stage is not None:
            if lens is not None:
                self.stage.show_lens(lens)
            self.come_back()
            return
        own = Look(self.settings.projection_theme, 1.0, self.look.reduced_motion)
        stage = self.stage = Stage(self.desk, self.settings, self.memory, self.clock, own)
        brush = Brush(own, stage.type, lambda sha: self.desk.picture(sha, "screen"))
        self.projector = projector = Projector(stage, brush)
        self._bar = Bar(self.look, projector)
        self._line = ProjectedLine(projector)
        self._line.written.connect(stage.write)
        self._line.closed.connect(projector.setFocus)
        self._clicker = Clicker(self)
        self._connect(stage, projector)
        order = order or self.memory.of(self.desk.path).under_way(datetime.now())
        if not (order and stage.follow_order()):
            stage.walk_through(canvas)
        if lens is not None:
            stage.show_lens(lens)
        self.seat()
        if self._untold:
            stage.told.emit(self._untold)
            self._untold = ""

    def _connect(self, stage: Stage, projector: Projector) -> None:
        projector.pressed.connect(self.press)
        projector.closed.connect(self.leave)
        projector.stirred.connect(self._stirred)
        self._bar.chosen.connect(self.run)
        self._bar.needed.connect(self._make_room)
        self._clicker.lit.connect(self._show_clicker)
        self._clicker.chosen.connect(self._click)
        stage.asked.connect(self._ask)
        stage.told.connect(self._tell)
        self._listen(self.window)
        Voice(stage, projector, lambda: self.front)

    def come_back(self) -> None:
        """The presenter, else the picture, in front of the window."""
        front = self.presenter or self.projector
        if front is not None:
            front.show()
            front.raise_()
            front.activateWindow()
            front.setFocus()

    def leave(self) -> None:
        """No projection any more; where it was is remembered, the timer goes on."""
        if self.stage is None:
            return
        stage, self.stage = self.stage, None
        if stage.tours.order is None and self.desk.path:
            stage.left.line = ""
        elif stage.tours.order is not None:
            stage.left.page = stage.tours.order.page
        self.memory.save()
        self._clicker.close()
        for heard in self._heard:
            if isValid(heard):  # those of a presenter's window went with it
                heard.setEnabled(False)
                heard.deleteLater()
        self._heard = []
        for widget in (self.projector, self.presenter):
            if widget is not None:
                widget.blockSignals(True)
                widget.close()
                widget.deleteLater()
        self.projector = self.presenter = None
        stage.end()
        stage.deleteLater()
        self.window.activateWindow()
        self.left.emit()

    # -- screens --------------------------------------------------------------------------------------------
    def seat(self) -> None:
        """Every window on its screen, with the screens of now."""
        if self.projector is None or self.stage is None:
            return
        home = self.window.screen() or QGuiApplication.primaryScreen()
        places = seats(QGuiApplication.screens(), home, self._preferred, self.swapped)
        lost = places.alone and self.presenter is not None and not self.windowed
        if not places.alone:
            self._preferred = places.presenter.name() if self.swapped else places.room.name()
        if self.windowed:
            show_in_a_window(self.projector, places.room)
        elif lost:  # the cable came off: the presenter stays in front, the picture waits
            self.projector.hide()
        else:
            fill(self.projector, places.room)
        if not places.alone or self.windowed or lost:
            self._present(places.presenter, lost=lost)
        else:
            self.projector.setFocus()
        self._bar.lie_on(self.front)

    def _present(self, screen: QScreen, *, lost: bool) -> None:
        if self.presenter is None:
            assert self.stage is not None
            assert self.projector is not None
            self.presenter = Presenter(self.stage, self.look, self.projector.brush)
            self.presenter.pressed.connect(self.press)
            self.presenter.clicked.connect(self.run)
            self.presenter.closed.connect(self.leave)
            self._listen(self.presenter)
        presenter = self.presenter
        presenter.signs.unplugged = lost
        presenter.signs.renew()
        if presenter.screen() is not screen or not presenter.isVisible():
            presenter.setScreen(screen)
            presenter.setGeometry(screen.availableGeometry())
            presenter.showMaximized()
        presenter.activateWindow()
        presenter.setFocus()

    # -- keys -----------------------------------------------------------------------------------------------
    def press(self, event: QKeyEvent) -> None:
        """A key of the picture or of the presenter's window."""
        command = command_of(event)
        if command is None:
            event.ignore()
            return
        if command.name in ("next", "previous") and not event.isAutoRepeat():
            self._walk(command.name)
            return
        if self._clicker.at is not None and command.name == "back":
            self._clicker.close()
            return
        self.run(command.name)

    def _walk(self, name: Name) -> None:
        """Suite or retour, from a key or the clicker, whichever window has the keyboard."""
        if self.stage is None:
            return
        closed = self._clicker.at is None
        self._marks = [*self._marks[1 - len(PATTERN) :], self.stage.mark()]
        if not self._clicker.press(name):
            self.run(name)
        elif closed:  # what opened the bar moved nothing
            self.stage.come_back_to(self._marks[0])

    def _listen(self, window: QWidget) -> None:
        """The clicker is heard whatever has the keyboard in this window: a note being typed, a list."""
        for key, name in CLICKER:
            heard = QShortcut(QKeySequence(key), window)
            heard.activated.connect(partial(self._walk, name))
            self._heard.append(heard)

    def run(self, name: Name) -> None:
        """A command, whoever asked."""
        if self.stage is not None:
            self.stage.run(name)

    def _ask(self, name: str) -> None:
        """Commands that are windows."""
        assert self.stage is not None
        deeds: dict[str, Callable[[], object]] = {
            "leave": self.leave,
            "swap": self._swap,
            "windowed": self._window,
            "keys": self.asides.keys,
            "lens": partial(self.asides.lens, self.stage),
            "compare": partial(self.asides.compare, self.stage),
            "type": self._type,
            "work": self._work,
        }
        deeds[name]()

    def _swap(self) -> None:
        self.swapped = not self.swapped
        self.seat()

    def _window(self) -> None:
        self.windowed = not self.windowed
        if not self.windowed and self.presenter is not None and len(QGuiApplication.screens()) == 1:
            assert self.projector is not None
            self._bar.lie_on(self.projector)
            self.presenter.blockSignals(True)
            self.presenter.close()
            self.presenter.deleteLater()
            self.presenter = None
        self.seat()
        if self.windowed and self.stage is not None and len(QGuiApplication.screens()) == 1:
            self.stage.say(_("L’image est dans une fenêtre derrière celle-ci : « Projection · LabDesk »."))

    @property
    def front(self) -> QWidget:
        """The window the presenter looks at."""
        return self.presenter or self.projector or self.window

    def _click(self, name: Name) -> None:
        """Chosen with the clicker: what opens is led by its two buttons too."""
        with self.asides.led_by_clicker():
            self.run(name)

    def _tell(self, sentence: str) -> None:
        """Where the presenter looks: the presenter's window says it itself."""
        if self.projector is None or not self.projector.isVisible():
            self._untold = sentence  # no window stands yet
        elif self.presenter is None:
            self._bar.tell(sentence)
            say_aloud(self.projector, sentence)

    def _type(self) -> None:
        if self.presenter is not None:
            self.presenter.begin_typing()
        elif self.stage is not None and self.stage.cell is None:
            self.stage.say(_("Pour écrire, entrez dans une case (↓) ou une boîte."))
        else:
            self._line.open()

    def _work(self) -> None:
        """The canvas in front, to be typed in; the room goes on seeing the picture."""
        self.window.showNormal() if self.window.isMinimized() else self.window.raise_()
        self.window.activateWindow()

    def _stirred(self) -> None:
        if self.presenter is None and self._clicker.at is None:
            self._bar.stir()

    def _make_room(self, foot: int) -> None:
        """Nothing of the picture lies under the bar; with two screens it lies on the presenter's."""
        if self.projector is not None:
            self.projector.make_room(foot if self.presenter is None else 0)

    def _show_clicker(self) -> None:
        """With two screens the room sees nothing of it."""
        self._bar.light(self._clicker.at)

    def show_lens(self, lens: Lens) -> None:
        """Project this, from anywhere."""
        if self.stage is None:
            self.project(lens.canvas)
        assert self.stage is not None
        self.stage.show_lens(lens)
