"""The window: what is heard from the desk and the screen is told, fitted, and closed without a question."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from labdesk.ui import regions as regions_
from labdesk.ui import tab_order
from labdesk.ui.actions import retint
from labdesk.ui.aloud import say_line
from labdesk.ui.desk import Desk
from labdesk.ui.frame import Frame
from labdesk.ui.opening import Opening, dropped_document, dropped_project
from labdesk.ui.readiness import Readiness
from labdesk.ui.settings import Settings
from labdesk.ui.spring import Spring
from labdesk.ui.style import Look
from labdesk.ui.window_actions import WindowActions
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.domain.completeness import Review
    from labdesk.store.writer import SaveState

RAIL_FROM, DRAWER_FROM, QUIET, SOON = 1500, 1640, 1_500, 400
"""Window widths, px at 100 %, from which rail and drawer are open; ms before a project is listed, before the
countdown is looked for: what is seen first comes first."""


class Window(Frame):
    """The frame with its actions; all that its parts say to one another is connected here."""

    def __init__(self, desk: Desk, look: Look, settings: Settings, opening: Opening) -> None:
        super().__init__(desk, look, settings, opening)
        self.readiness = Readiness(desk, self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._led_to: QAbstractButton | None = None
        self._quiet.timeout.connect(lambda: self.remember(wait=False))
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 420)
        self.deeds = WindowActions(self)
        self._wire()
        self.refit()
        self._settle()
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    def _wire(self) -> None:
        desk, deeds = self.desk, self.deeds
        desk.opened.connect(self.toast.hide)  # what was said of the former project
        desk.ready.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.saved.connect(self._saved)
        desk.refused.connect(lambda sentence: self.toast.say(sentence, trouble=True))
        desk.announced.connect(self.toast.say)
        desk.seated.connect(self._seated)
        desk.idle.connect(lambda sentence: self.toast.say(sentence, done=False))
        desk.wanted.connect(self.go)
        self.readiness.reviewed.connect(self._reviewed)
        desk.links_wanted.connect(self._show_links)
        self.rail.chosen.connect(self.show_place)
        Spring(self.rail)
        self.rail.projected.connect(deeds.project.trigger)
        self.rail.reviewed.connect(deeds.control.trigger)
        self.rail.settings_asked.connect(deeds.settings.trigger)
        self.rail.toggled.connect(deeds.rail.trigger)
        self.top.title_menu.connect(self.fill_title_menu)
        self.top.pill_asked.connect(self._tell_where)
        self.look.changed.connect(self._restyle)
        self.choices.chosen.connect(self.refit)
        self.choices.chosen.connect(self._choose_help)
        self._choose_help()
        desk.hints.over.connect(lambda: self.choices.hints(False))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def show_place(self, name: str) -> None:
        """Go to a place; its drawer can be opened at once."""
        super().show_place(name)
        self.deeds.follow_drawer()

    # -- what happened --------------------------------------------------------------------------------------
    def _opened(self) -> None:
        self._settle()
        self.show_place("journeys" if self.desk.session is not None else "home")
        if self.desk.session is not None and self.desk.table:
            self.guide.arrive()
        self._quiet.start()  # listed even if the laptop dies before the project is closed

    def _settle(self) -> None:
        """Rail, bar and actions are those of the project on the desk, or of none."""
        open_now = self.desk.session is not None
        self.rail.offer(project=open_now, at_table=bool(self.desk.table))
        self.top.setVisible(open_now)
        self.rail.progress.show_review(None)
        self.top.pill.fresh(self.desk.read_only)
        self.deeds.follow()
        if open_now:
            QTimer.singleShot(SOON, self, self.deeds.show_timer)

    def _seated(self) -> None:
        """The laptop is the facilitator’s again: every place, every action; or its table has another name."""
        self.rail.offer(project=self.desk.session is not None, at_table=bool(self.desk.table))
        self.readiness.ask()
        self.deeds.follow()
        self.retitle()
        table = self.desk.table
        self.desk.announce(
            _("Ce poste est à la table « {table} ».").format(table=table)
            if table
            else _("Ce poste montre de nouveau tout le projet.")
        )

    def _changed(self, _touched: object) -> None:
        self.deeds.follow()
        self.retitle()

    def _reviewed(self, review: "Review | None") -> None:
        self.rail.progress.show_review(review, begun=self.readiness.begun)

    def _saved(self, state: "SaveState") -> None:
        trouble = self.top.pill.show_state(state, self.desk.read_only)
        if trouble:
            self.toast.say(trouble, trouble=True)

    def tell_trouble(self, sentence: str, report: Path | None) -> None:
        """A bug, told calmly; the report can be shown."""
        show = (_("Voir le rapport"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report))))
        self.toast.say(sentence, trouble=True, deed=show if report else None)

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

    def _show_links(self, note: str) -> None:
        """The drawer opens on what a note is tied to, and has the keyboard."""
        self.choices.drawer(True)
        self.side.show_links(note)

    # -- the keyboard ---------------------------------------------------------------------------------------
    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab and Maj+Tab, from wherever they come; Qt asks this too when what has the keyboard is hidden."""
        focus = QApplication.focusWidget()
        if focus is not None and not focus.isVisible():
            focus.clearFocus()  # what takes its place has the keyboard next: no other thing is told meanwhile
            return True
        return tab_order.go_on(self, onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée presses the button one is on, on every system: on Windows only Espace would.

        Not the button to which this very key led: « Créer le projet » does not begin a canvas in it too.
        """
        focus = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QAbstractButton) and focus is not self._led_to:
            focus.click()
            return
        super().keyPressEvent(event)

    def _stand(self) -> None:
        """What led to a button is over: the next key is for it."""
        self._led_to = None

    def _enter(self) -> None:
        regions_.enter(self.place, self.place.regions())

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What had the keyboard may have gone with what it showed; others may still mean to take it."""
        if isinstance(new, QAbstractButton):
            self._led_to = new
            QTimer.singleShot(0, self, self._stand)
        if isinstance(new, QAbstractItemView):
            QTimer.singleShot(0, new, partial(say_line, new))
        if QApplication.focusWidget() is None and self.isActiveWindow():
            QTimer.singleShot(0, self, self._enter_if_lost)

    def _enter_if_lost(self) -> None:
        if QApplication.focusWidget() is None and self.isActiveWindow():
            self._enter()

    # -- look and room --------------------------------------------------------------------------------------
    def refit(self) -> None:
        """Rail and drawer as chosen, or as the width allows."""
        room = self.width() / self.look.scale
        chosen = self.settings
        focus = QApplication.focusWidget()
        inside = focus is not None and self.side.isAncestorOf(focus)
        self.rail.show_words(room >= RAIL_FROM if chosen.rail is None else chosen.rail)
        self.side.want(room >= DRAWER_FROM if chosen.drawer is None else chosen.drawer)
        if inside and self.side.isHidden():
            self._enter()
        self.deeds.follow()

    def _choose_help(self) -> None:
        """Spelling help and the first-use guide, as the person wants them."""
        self.desk.spelling.want(self.settings.spelling)
        self.desk.hints.want(self.settings.hints)

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
        if self.current not in self.places:  # no project was opened first
            self.show_place(self.current)
        super().showEvent(event)
        if not event.spontaneous():
            # What is not shown takes no keyboard: a project opened before the window is entered now.
            QTimer.singleShot(0, self, self._enter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    # -- files dropped, and the end -------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if dropped_project(data) is not None or (self._takes_back() and dropped_document(data) is not None):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # Nothing is done inside the drag: the other program waits until this returns.
        data = event.mimeData()
        if (path := dropped_project(data)) is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, partial(self.opening.open, path))
        elif self._takes_back() and (path := dropped_document(data)) is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, partial(self._take_back, path))

    def _takes_back(self) -> bool:
        """A corrected document has a project to come back to, in the hands of the facilitator."""
        return self.desk.session is not None and not self.desk.table

    def _take_back(self, path: Path) -> None:
        self.show_place("dossier")
        self.place.receive(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self.finish()
        except Exception as bug:  # told like any other; but the process ends soon, and the file waits
            sys.excepthook(type(bug), bug, bug.__traceback__)
        if not self.may_leave(self._leave_anyway, self.close):
            event.ignore()
            return
        self.desk.close()
        self.settings.geometry = self.saveGeometry().toBase64().toStdString()
        self.settings.save()
        super().closeEvent(event)

    def _leave_anyway(self) -> None:
        """The question was answered: what could be written nowhere is in a copy, or given up."""
        self.desk.close()
        self.close()
