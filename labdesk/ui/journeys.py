"""The place Parcours: the strip of personas, the map, its list, irritants and curves, the tray."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from labdesk.domain.commands import notes
from labdesk.domain.curves import score_zone
from labdesk.domain.lens import Lens
from labdesk.domain.pains import pain_zone
from labdesk.domain.zone import TRAY
from labdesk.ui.actions import draw, reword, with_keys
from labdesk.ui.canvas.canvas_place import CanvasPlace
from labdesk.ui.canvas.personas import PersonaStrip
from labdesk.ui.canvas.sliding import SlidingRow
from labdesk.ui.desk import Desk, Target
from labdesk.ui.segments import Segments
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.ui.canvas.irritants import Irritants
    from labdesk.ui.canvas.tray import Tray
    from labdesk.ui.curves.curves_view import CurvesView

MAP, LIST, IRRITANTS, CURVES = "map", "list", "irritants", "curves"
VIEW_ICONS = {MAP: "layout-grid", LIST: "list", IRRITANTS: "triangle-alert", CURVES: "chart-line"}
WORDS_FROM, VIEWS_FROM = 1080, 600
"""px at 100 % from which all buttons of the strip have words, and from which the views have theirs."""


class JourneysPlace(CanvasPlace):
    """What do people live?"""

    PLACE = "journeys"

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self._grid = ""
        self._waiting = 0
        board = self.page.board
        self.personas = PersonaStrip(board, look, self)
        self.curves: CurvesView | None = None
        self.invitation.setText(_("Quel parcours la table va-t-elle raconter ?"))
        self.views: dict[str, QPushButton] = {}
        self.back = QPushButton(_("Revenir au parcours"), self)
        self.column.insertWidget(0, self._strip())
        self._across = QHBoxLayout()
        self._across.setSpacing(0)
        self.column.removeWidget(self.stack)
        self._across.addWidget(self.stack, 1)
        self.column.addLayout(self._across, 1)
        self._connect()
        self._opened()

    def _strip(self) -> QWidget:
        """Who lives it on the left, how one looks at it on the right."""
        look = self.look
        strip = QFrame(self)
        role(strip, "topbar")
        row = self._row = QHBoxLayout(strip)
        role(self.back, "quiet")
        draw(self.back, "arrow-left", look)
        row.addWidget(self.back)
        row.addWidget(SlidingRow(self.personas, look, strip), 1)
        self.sheet = QPushButton(self)
        self.sheet.setAccessibleName(_("Fiche"))
        self.sheet.setToolTip(_("Persona, déclencheur, objectif, sources, ce qu’il faut retenir"))
        role(self.sheet, "quiet")
        draw(self.sheet, "clipboard-list", look)
        self.sheet.setCheckable(True)
        self.page.around.head.hide()
        row.addWidget(self.sheet)
        self.filtering = QPushButton(self)
        self.filtering.setAccessibleName(_("Filtrer les notes"))
        self.filtering.setToolTip(with_keys(_("Filtrer les notes"), self.sifting))
        role(self.filtering, "quiet")
        draw(self.filtering, "filter", look)
        self.filtering.clicked.connect(self.page.sieve.open)
        row.addWidget(self.filtering)
        self.sorting = QPushButton(self)
        role(self.sorting, "quiet")
        draw(self.sorting, "inbox", look)
        self.sorting.setCheckable(True)
        row.addWidget(self.sorting)
        names = (MAP, _("Carte")), (LIST, _("Liste")), (IRRITANTS, _("Irritants")), (CURVES, _("Courbes"))
        views = Segments(names, strip)
        views.chosen.connect(self.show_view)
        self.views = views.buttons
        for button in self.views.values():
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
        row.addWidget(views)
        return strip

    def _connect(self) -> None:
        self.personas.opened.connect(self.work_on)
        self.personas.made.connect(self._new_persona)
        self.back.clicked.connect(lambda: self.work_on(self._grid))
        self.look.changed.connect(self._fit)
        self.page.pane.pointer.elsewhere = self._let_go_elsewhere
        self.sorting.clicked.connect(self.show_tray)
        self.sheet.clicked.connect(self.show_sheet)
        self.page.around.opened.connect(self.sheet.setChecked)
        self.page.stack.currentChanged.connect(lambda _rank: self._mark_view())
        self.desk.changed.connect(self._follow)
        self.sort = self._act(_("À ranger"), self.switch_tray, "inbox", "Ctrl+Shift+R")
        self._act(
            _("Fiche du parcours"),
            lambda: self.show_sheet(not self.page.around.unfolded),
            "clipboard-list",
            "Ctrl+Shift+F",
        )
        self._act(_("Vue irritants"), lambda: self.show_view(IRRITANTS), "triangle-alert", "Ctrl+Shift+I")
        self._act(_("Vue courbes"), lambda: self.show_view(CURVES), "chart-line", "Ctrl+Shift+C")
        self.putting = self._act(_("Remettre dans « À ranger »"), self.put_back, "archive", "Ctrl+Shift+B")
        self.putting.setProperty("menu", "canvas")  # it is a note that goes somewhere
        self.putting.setProperty("inside", _("Déplacer"))

    # -- room -----------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who lives the journey comes before the words of two buttons."""
        super().resizeEvent(event)
        self._fit()

    def _follow(self, _touched: object) -> None:
        self.personas.refresh()
        self._count()

    def _count(self) -> None:
        """The button of « À ranger » says how many notes wait, whether or not one looks at them."""
        board = self.page.board
        waiting = len(board.project.notes_at(board.canvas, TRAY)) if board.stands else 0
        if waiting != self._waiting:
            self._waiting = waiting
            self._fit()

    def _fit(self) -> None:
        look = self.look
        self._row.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        wide = self.width() >= look.px(WORDS_FROM)
        reword(self.sheet, _("Fiche") if wide else "", look)
        self.personas.spare(not wide)
        words = _("À ranger ({n})").format(n=self._waiting)
        reword(self.sorting, words if wide else str(self._waiting), look)
        self.sorting.setAccessibleName(words)
        self.sorting.setToolTip(words)
        narrow = self.width() < look.px(VIEWS_FROM)
        for name, button in self.views.items():  # crushed, words go first and leave four empty buttons
            button.setText("" if narrow else button.accessibleName())
            if narrow:
                draw(button, VIEW_ICONS[name], look)
            else:
                button.setIcon(QIcon())
                button.setProperty("drawing", None)

    # -- showing --------------------------------------------------------------------------------------------
    def arrived(self) -> None:
        """The strip says who lives this journey; a persona's sheet has only its way back."""
        stands = self.page.board.stands
        grid = stands and self.page.board.kind.layout == "grid"
        if grid:
            self._grid = self.canvas
        self.back.setVisible(stands and not grid and self._grid in self.desk.project.canvas)
        self.personas.refresh()
        self.sorting.setVisible(grid)
        self.sheet.setVisible(grid)
        self.filtering.setVisible(grid)
        self.sheet.setChecked(self.page.around.unfolded)
        self.views[IRRITANTS].setVisible(grid and bool(pain_zone(self.page.board.kind)))
        self.views[CURVES].setVisible(grid and score_zone(self.page.board.kind) is not None)
        self._count()
        if self._tray_stands:
            self.tray.refresh()
            if not grid:
                self.tray.hide()
        self.show_view(MAP)

    @cached_property
    def tray(self) -> "Tray":
        """« À ranger », beside the map; built when it is first wanted."""
        from labdesk.ui.canvas.tray import Tray

        made = Tray(self.page.board, self.look, self)
        made.left.connect(self._back_from_tray)
        made.pictured.connect(self.page.pane.clipboard.take)
        made.closed.connect(lambda: self.show_tray(False))
        made.refresh()
        made.hide()
        self._across.insertWidget(0, made)
        return made

    @property
    def _tray_stands(self) -> bool:
        return "tray" in self.__dict__

    @cached_property
    def irritants(self) -> "Irritants":
        """By phase and by weight; built when they are first wanted."""
        from labdesk.ui.canvas.irritants import Irritants

        made = Irritants(self.page.board, self.look, self)
        made.went.connect(lambda: self.show_view(MAP))
        self.page.stack.addWidget(made)
        return made

    @property
    def shown_view(self) -> str:
        """The view one sees; those that were never wanted are not built to find out."""
        page = self.page
        if page.in_sight is page.pane or page.listed:
            return LIST if page.listed else MAP
        return CURVES if page.in_sight is self.curves else IRRITANTS

    def show_view(self, name: str) -> None:
        """Map, list, irritants or curves of the same canvas."""
        page = self.page
        if name == CURVES and self.views[CURVES].isHidden():
            return
        self.views[name].setChecked(True)
        self.listing.setChecked(name == LIST)
        if name == IRRITANTS:
            page.leave()
            page.stack.setCurrentWidget(self.irritants)
            page.zoom.hide()
            self.irritants.renew()
            self.irritants.setFocus()
        elif name == CURVES:
            self._show_curves()
        elif self.shown_view != name:
            page.show_list(name == LIST)
        shown = page.stack.currentWidget()
        if self.canvas and shown is not None:  # who comes back to this place comes back to what it shows
            self.setFocusProxy(page if shown is page.pane else shown)

    def _show_curves(self) -> None:
        """They are built when first wanted: a start does not pay for them."""
        page = self.page
        page.leave()
        if self.curves is None:
            from labdesk.ui.curves.curves_view import CurvesView

            self.curves = CurvesView(page.board, self.look, self)
            self.curves.begun.connect(self.work_on)
            page.stack.addWidget(self.curves)
        self.curves.renew()
        page.stack.setCurrentWidget(self.curves)
        page.zoom.hide()
        self.curves.setFocus()

    def reveal(self, target: Target) -> None:
        """On the map, or in the view one looks at when it is there too; curves hold nothing one changes."""
        shown = self.shown_view
        if shown == CURVES or (shown == IRRITANTS and not self._is_pain(target)):
            self.show_view(MAP)
        super().reveal(target)
        note = self.desk.project.note.get(target.row or "") if target.table == "note" else None
        if note is not None and note.zone == TRAY and target.canvas == self.canvas:
            self._reveal_in_tray(note.id)

    def _reveal_in_tray(self, note: str) -> None:
        """A note that waits is shown where it waits; who types there goes on typing."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.tray.isAncestorOf(focus)
        self.tray.show()
        self.sorting.setChecked(True)
        if self.tray.reveal(note) and not inside:
            self.tray.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_pain(self, target: Target) -> bool:
        """A note that the irritants of this journey show."""
        note = self.desk.project.note.get(target.row or "") if target.table == "note" else None
        pain = pain_zone(self.page.board.kind) if self.page.board.stands else None
        return note is not None and note.canvas == self.canvas and note.zone == pain

    def _mark_view(self) -> None:
        """The buttons say what is shown, whoever showed it."""
        name = self.shown_view
        self.views[name].setChecked(True)
        self.listing.setChecked(name == LIST)
        for action in (*self.entries, self.putting):  # nobody sees, on the curves, which note that would be
            action.setEnabled(name != CURVES)

    def show_sheet(self, shown: bool) -> None:
        """Open or close what stands around the grid."""
        if not self.page.around.canvas:
            self.sheet.setChecked(False)
            self.desk.announce(_("Ici, toute la fiche est déjà à l’écran."))
            return
        self.page.around.unfold(shown)
        around = self.page.around.pane
        if shown and around is not None:
            around.view.setFocus()
        else:
            self.page.setFocus()

    def switch_list(self) -> None:
        """Ctrl+L: the list, or the map again."""
        self.show_view(MAP if self.page.listed else LIST)

    def show_tray(self, shown: bool) -> None:
        """Open or close « À ranger »; opened, one can type at once. Only a grid has one."""
        if shown and not self.page.around.canvas:
            self.sorting.setChecked(False)
            self.desk.announce(_("« À ranger » sert aux parcours : ouvrez-en un."))
            return
        self.tray.setVisible(shown)
        self.sorting.setChecked(shown)
        if shown:
            self.tray.refresh()
            self.tray.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.setFocus()

    def switch_tray(self) -> None:
        """The key of « À ranger »: into it; from inside, it closes."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.tray.isAncestorOf(focus)
        self.show_tray(self.tray.isHidden() or not inside)

    def _let_go_elsewhere(self, place: QPoint) -> bool:
        """Notes of the map let go over the tray wait there again."""
        if not self._tray_stands or not self.tray.over(place):
            return False
        self.put_back()
        return True

    def _back_from_tray(self) -> None:
        self.tray.settle()
        self.page.setFocus()

    def show_canvas(self, canvas: str) -> None:
        """What was typed for this journey's tray stays with this journey."""
        self._settle_tray()
        super().show_canvas(canvas)

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        super().leave()
        self._settle_tray()

    def _settle_tray(self) -> None:
        if self._tray_stands:
            self.tray.settle()

    def projected(self) -> Lens | None:
        """The curves that are on the screen."""
        if self.curves is None or self.shown_view != CURVES:
            return None
        first, *others = self.curves.chosen or (self.canvas,)
        return Lens("curve", first, others=tuple(others))

    def put_back(self) -> None:
        """The selected notes leave their cells for the tray."""
        board = self.page.board
        if picked := board.picked():
            self.desk.do(notes.move_notes(self.desk.project, picked, TRAY))
            said = several(len(picked), "{n} note remise", "{n} notes remises")
            self.desk.announce(_("{what} dans « À ranger »").format(what=said))

    def _new_persona(self, type_id: str) -> None:
        kind = self.desk.types.known(self.desk.project).get(type_id)
        if kind is not None:
            self.begin(kind)

    def regions(self) -> tuple[QWidget, ...]:
        """The strip, the tray, what stands around the grid, the filter, the canvas."""
        around, sieve, canvas = super().regions()
        shown: tuple[QWidget, ...] = (canvas,)
        if self.curves is not None and self.curves.isVisible():
            shown = (self.curves.chips, self.curves.stack)
        tray = (self.tray,) if self._tray_stands else ()
        return (self.personas, *tray, around, sieve, *shown)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Those of a canvas, of « À ranger » and of the curves."""
        ways = _(
            "sur les courbes : d’étape en étape et de courbe en courbe ; Entrée montre l’étape sur la carte"
        )
        tray = _("dans « À ranger » : la note va ligne C, étape 7 ; C7 E2 ou C7-9 : une note par case")
        return (*super().shortcuts(), (_("C7, Entrée"), tray), (_("flèches, Entrée"), ways))


def make(desk: Desk, look: Look) -> JourneysPlace:
    """The place, for the window."""
    return JourneysPlace(desk, look)
