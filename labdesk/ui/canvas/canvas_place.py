"""A place of the rail that shows canvases: which one, its title menu, new, duplicate, delete."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands import canvases
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import title
from labdesk.errors import Refusal
from labdesk.ui.actions import act, draw
from labdesk.ui.canvas.choice import Choice
from labdesk.ui.canvas.entries import add_actions, meant_elsewhere
from labdesk.ui.canvas.invitation import Invitation
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.canvas.portrait import portrait
from labdesk.ui.desk import Desk, Target
from labdesk.ui.icons import icon
from labdesk.ui.place import Place
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class CanvasPlace(Place):
    """`PLACE` is the name canvas types give in their file. Above the page a subclass puts its own strip."""

    PLACE = ""
    drawer = True

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.canvas = ""
        self.page = CanvasPage(desk, look, self)
        self.new_buttons: dict[str, QPushButton] = {}
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.page)
        self.stack.addWidget(self._blank())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.stack, 1)
        self.listing = self._act(_("Vue liste"), self.switch_list, "list", "Ctrl+L", checkable=True)
        self.sifting = self._act(_("Filtrer les notes…"), self.page.sieve.open, "filter", "F3")
        showing = self._act(_("Montrer toutes les notes"), self.page.sieve.clear, "eye", "Shift+F3")
        for action in (self.sifting, showing):
            action.setProperty("inside", _("Filtre"))
        self.entries = add_actions(self, self.page.pane)
        self.new = self._on_whole(_("Nouveau canevas…"), self.ask_kind, "plus", "Ctrl+Shift+N")
        self.whole = self._whole_actions()
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)

    def _act(
        self, words: str, run: Callable[[], object], drawing: str, keys: str, *, checkable: bool = False
    ) -> QAction:
        return act(
            self,
            self.look,
            words,
            # Another page of the place may stand before the canvas: its views are not changed unseen.
            lambda: run() if self.page.isVisibleTo(self) else None,
            icon_name=drawing,
            keys=keys,
            menu="view",
            checkable=checkable,
        )

    def _on_whole(self, words: str, run: object, drawing: str, keys: str) -> QAction:
        return act(self, self.look, words, run, icon_name=drawing, keys=keys)  # type: ignore[arg-type]

    def _whole_actions(self) -> list[QAction]:
        """What one does with the canvas as a whole; in the menus they share one entry."""
        made = self._whole()
        for action in made:
            action.setProperty("inside", _("Ce canevas"))
        self.new.setProperty("apart", True)
        return made

    def _whole(self) -> list[QAction]:
        copy, bare = partial(self.duplicate, content=True), partial(self.duplicate, content=False)
        return [
            self._on_whole(_("Dupliquer le canevas"), copy, "copy", "Ctrl+Shift+D"),
            self._on_whole(_("Dupliquer le canevas sans les contenus"), bare, "copy", "Ctrl+Shift+O"),
            self._on_whole(
                _("Placer le canevas avant"), partial(self.shift, -1), "arrow-up", "Ctrl+Shift+PgUp"
            ),
            self._on_whole(
                _("Placer le canevas après"), partial(self.shift, 1), "arrow-down", "Ctrl+Shift+PgDown"
            ),
            self._on_whole(_("Supprimer ce canevas"), self.delete, "trash-2", "Ctrl+Shift+Del"),
        ]

    # -- which canvases -------------------------------------------------------------------------------------
    def kinds(self) -> list[CanvasType]:
        """The types that stand in this place, grids first; a lab's own type comes with the others."""
        known = self.desk.types.known(self.desk.project).values()
        here = [kind for kind in known if kind.place == self.PLACE]
        return sorted(here, key=lambda kind: kind.layout != "grid")

    def instances(self, kind: CanvasType) -> list[str]:
        """The canvases of a type, in order."""
        return [canvas.id for canvas in self.desk.project.canvases(kind.id)]

    def shown_title(self, canvas: str) -> str:
        """What a canvas is called; empty when its type is not known here."""
        try:
            return title(self.desk.project, self.desk.types.of(self.desk.project, canvas), canvas)
        except Refusal:
            return ""

    def _first(self) -> str:
        return next((c for kind in self.kinds() for c in self.instances(kind)), "")

    def _opened(self) -> None:
        self.canvas = ""
        self.show_canvas(self._first())

    def _changed(self, touched: frozenset[tuple[str, str]]) -> None:
        if self.canvas not in self.desk.project.canvas:
            self.show_canvas(self._first())
        elif any(table in ("canvas", "answer", "note") for table, _row in touched):
            self.titled.emit(self.shown_title(self.canvas))

    def show_canvas(self, canvas: str) -> None:
        """Show one of the canvases of this place; empty: how to begin."""
        self.canvas = canvas
        self.page.show_canvas(canvas)
        self.stack.setCurrentIndex(0 if canvas else 1)
        if not canvas:
            self._offer_new()
        self.setFocusProxy(self.page if canvas else next(iter(self.new_buttons.values()), self.page))
        grid = self.page.board.stands and self.page.board.kind.layout == "grid"
        for action in self.entries:
            action.setVisible(grid or not action.property("grid"))
        for action in self.whole:
            action.setEnabled(bool(canvas) and not self.desk.read_only)
        self.new.setEnabled(self.desk.session is not None and not self.desk.read_only)
        self.titled.emit(self.shown_title(canvas) if canvas else "")
        self.arrived()

    def showEvent(self, event: QShowEvent) -> None:
        """The window hears the title each time the place is shown."""
        super().showEvent(event)
        self.titled.emit(self.shown_title(self.canvas) if self.canvas else "")

    def event(self, event: QEvent) -> bool:
        """A key for what has the keyboard here is not one for the canvas beside it."""
        if event.type() == QEvent.Type.ShortcutOverride and meant_elsewhere(self.page.pane, event):
            event.accept()
            return True
        return super().event(event)

    def arrived(self) -> None:
        """Another canvas is shown: the strip of the place follows."""

    # -- the window asks ------------------------------------------------------------------------------------
    def reveal(self, target: Target) -> None:
        """Show a canvas, or a thing on it."""
        if target.canvas and target.canvas in self.desk.project.canvas:
            if target.canvas != self.canvas:
                self.show_canvas(target.canvas)
            self.page.reveal(target)

    def portrait(self) -> bytes | None:
        """The canvas without the marks of who edits."""
        return portrait(self.page.board)

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        self.page.leave()

    def regions(self) -> tuple[QWidget, ...]:
        """The strip, what stands around the grid, the filter, the canvas."""
        return (self.page.around, self.page.sieve, self.page.stack)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys that are no menu entries."""
        return (
            (_("une lettre"), _("commence une note dans la case")),
            (_("Entrée"), _("modifie ; en tapant : note suivante, même case")),
            (_("Tab, Maj+Tab"), _("étape ou case suivante, précédente ; en tapant aussi")),
            (_("Ctrl+Entrée"), _("en tapant : va à la ligne")),
            (_("Échap"), _("quitte la note ; ce qui est tapé est gardé")),
            ("F7", _("en tapant : mot suivant que le dictionnaire ne connaît pas")),
            (_("flèches"), _("de case en case et de note en note")),
            (_("Maj+flèches"), _("sélectionne plusieurs notes")),
            (
                _("1 à 5"),
                _("sur la courbe : de très difficile à très agréable"),
            ),
            (_("Ctrl+Maj+glisser"), _("tire un trait de la note à ce qui lui répond")),
            (_("Ctrl+1 à Ctrl+9"), _("va à la ligne de ce rang")),
            (_("Ctrl+A"), _("sélectionne toutes les notes de la ligne")),
        )

    def switch_list(self) -> None:
        """The list instead of the map, or the map again."""
        self.page.show_list(self.page.stack.currentWidget() is self.page.pane)
        self.listing.setChecked(self.page.listed)

    # -- the title menu -------------------------------------------------------------------------------------
    def fill_title_menu(self, menu: QMenu) -> None:
        """The canvases one can switch to, then what one can do with this one."""
        for kind in self.kinds():
            menu.addSection(str(kind.plural))
            for canvas in self.instances(kind):
                name = self.shown_title(canvas).replace("&", "&&")
                entry = menu.addAction(icon(kind.icon, self.look), name, partial(self.work_on, canvas))
                entry.setCheckable(True)
                entry.setChecked(canvas == self.canvas)
            self._entry(
                menu, "plus", _("Nouveau : {what}").format(what=kind.label), partial(self.begin, kind)
            )
        if self.canvas:
            menu.addSeparator()
            menu.addActions(self.whole)

    def work_on(self, canvas: str) -> None:
        """Show another canvas, ready to be typed in."""
        self.show_canvas(canvas)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, menu: QMenu, drawing: str, words: str, run: object) -> None:
        menu.addAction(icon(drawing, self.look), words, run)

    def ask_kind(self) -> None:
        """One more canvas: of the only type of this place, or of the one that is chosen."""
        kinds = {kind.id: kind for kind in self.kinds()}
        if len(kinds) == 1:
            self.begin(next(iter(kinds.values())))
            return
        choices = [Choice(name, str(kind.label)) for name, kind in kinds.items()]
        from labdesk.ui.canvas.chooser import Chooser  # a start chooses nothing

        chooser = Chooser(
            self.look, _("Nouveau canevas"), choices, lambda name: self.begin(kinds[name]), self
        )
        chooser.open_at(self.mapToGlobal(self.rect().center()))

    def begin(self, kind: CanvasType, title: str = "", then: Gesture | None = None) -> str:
        """A new blank canvas of a type, shown at once, ready to be typed in."""
        canvas, gesture = canvases.create_canvas(
            self.desk.project, kind, title=title, author_table=self.desk.table or None
        )
        self.desk.do(gesture.and_then(then) if then else gesture)
        self.show_canvas(canvas)
        self.page.pane.view.setFocus()
        return canvas

    def duplicate(self, *, content: bool) -> None:
        """The canvas shown once more, with or without what it holds."""
        canvas, gesture = canvases.duplicate_canvas(self.desk.project, self.canvas, content=content)
        self.desk.do(gesture)
        self.work_on(canvas)

    def shift(self, by: int) -> None:
        """The canvas shown goes before or after its neighbour."""
        self.desk.do(canvases.move_canvas(self.desk.project, self.canvas, by))

    def delete(self) -> None:
        """The canvas shown goes away; undo brings it back."""
        name = self.shown_title(self.canvas)
        self.desk.do(canvases.delete_canvas(self.desk.project, self.canvas, name))
        self.desk.announce(_("« {name} » est supprimé. Ctrl+Z le ramène.").format(name=name))

    # -- nothing yet ----------------------------------------------------------------------------------------
    def _blank(self) -> QWidget:
        """How one begins, when there is no canvas yet."""
        sheet = Invitation(self.look, self.PLACE, self)
        self.invitation, self._buttons = sheet.title, sheet.buttons
        return sheet

    def _offer_new(self) -> None:
        """A button for each type of this place."""
        for kind in self.kinds():
            if kind.id in self.new_buttons:
                continue
            button = QPushButton(_("Nouveau : {what}").format(what=kind.label), self)
            role(button, "primary" if not self.new_buttons else "")
            draw(button, kind.icon, self.look, "on_primary" if not self.new_buttons else "ink2")
            button.setAutoDefault(True)  # Enter presses it, as Space does
            button.clicked.connect(lambda _checked, kind=kind: self.begin(kind))
            self.new_buttons[kind.id] = button
            self._buttons.addWidget(button)
