"""The strip above a journey: lived or target, who lives it, the personas of the project, one more."""

from functools import cached_property, partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from labdesk.domain.canvas_type import CanvasType, Zone, option_label
from labdesk.domain.commands import canvases
from labdesk.domain.model import title
from labdesk.ui.actions import draw
from labdesk.ui.canvas.board import Board
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class PersonaStrip(QFrame):
    """Made of what the grid's type declares: its first choice, and its first reference to another canvas."""

    opened = Signal(str)
    """The sheet of a persona is wanted."""
    made = Signal(str)
    """One more canvas of this type is wanted."""

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self.look = board, look
        self.setAccessibleName(_("Personas"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._label = QLabel(self)
        role(self._label, "small")
        self._row.addWidget(self._label)
        self.chips: dict[str, QToolButton] = {}
        self.adding = QToolButton(self)
        role(self.adding, "quiet")
        draw(self.adding, "user-plus", look)
        self._row.addWidget(self.adding)
        self._row.addStretch(1)
        self.adding.clicked.connect(lambda: self.made.emit(self._refers()))

        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        self._row.setSpacing(self.look.px(6))

    def spare(self, short: bool) -> None:
        """Where room is short it is for the people themselves, not for what they are called."""
        self._label.setVisible(not short)

    # -- what the type says ---------------------------------------------------------------------------------
    def _zone(self, kind: str) -> Zone | None:
        if not self.board.stands or self.board.kind.layout != "grid":
            return None
        return next((zone for zone in self.board.kind.sheet if zone.kind == kind), None)

    def _refers(self) -> str:
        zone = self._zone("ref")
        return zone.refers or "" if zone is not None else ""

    def _people(self) -> CanvasType | None:
        known = self.board.desk.types.known(self.board.project)
        return known.get(self._refers())

    # -- showing --------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The marker, a chip for each persona, the one who lives this journey first seen."""
        people, project = self._people(), self.board.project
        self.setVisible(people is not None)
        if people is None:
            return
        self._mark()
        zone = self._zone("ref")
        lives = project.words(self.board.canvas, zone.id) if zone is not None else ""
        self._label.setText(str(zone.label) if zone is not None else "")
        standing = [canvas.id for canvas in project.canvases(people.id)]
        for gone in self.chips.keys() - set(standing):
            chip = self.chips.pop(gone)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for rank, canvas in enumerate(standing):
            if canvas not in self.chips:
                self.chips[canvas] = self._chip(canvas)
                self._row.insertWidget(2 + rank, self.chips[canvas])
            self._dress(self.chips[canvas], title(project, people, canvas), canvas == lives)
        words = _("Nouveau : {what}").format(what=people.label)
        self.adding.setAccessibleName(words)
        self.adding.setToolTip(words)

    @cached_property
    def marker(self) -> QPushButton:
        """Lived or target. Made once it is known which: given another role once it stands here, a start would
        wait 20 ms for all the classes of style."""
        made = QPushButton(self)
        made.clicked.connect(self._choose_kind)
        return made

    def _mark(self) -> None:
        zone = self._zone("choice")
        if zone is None:
            self.marker.hide()
            return
        value = self.board.project.value(self.board.canvas, zone.id)
        options = self.board.kind.options(zone.vocabulary)
        said = option_label(options, value).split(" (")[0] or _("Vécu ou cible ?")
        self.marker.setText(said)
        self.marker.setAccessibleName(_("{label} : {text}").format(label=zone.label, text=said))
        first = bool(options) and str(options[0].id) == str(value)
        role(self.marker, "pill", "primary" if first else "ok" if value else "plain")
        if self._row.indexOf(self.marker) < 0:
            self._row.insertWidget(0, self.marker)
        self.marker.show()

    def _chip(self, canvas: str) -> QToolButton:
        chip = QToolButton(self)
        role(chip, "quiet")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(lambda _point: self._menu(canvas))
        chip.clicked.connect(lambda: self._menu(canvas))
        return chip

    def _dress(self, chip: QToolButton, name: str, lives: bool) -> None:
        chip.setText(name)
        draw(chip, "user-check" if lives else "user", self.look, "primary" if lives else "ink2")
        chip.setCheckable(True)
        chip.setChecked(lives)
        said = _("{name}, vit ce parcours") if lives else _("{name}")
        chip.setAccessibleName(said.format(name=name))

    # -- choosing -------------------------------------------------------------------------------------------
    def _menu(self, canvas: str) -> None:
        chip = self.chips[canvas]
        self.refresh()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Ouvrir la fiche"), partial(self.opened.emit, canvas))
        menu.addAction(_("Vit ce parcours"), partial(self.choose, canvas))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def choose(self, canvas: str) -> None:
        """This persona lives the journey."""
        zone, board = self._zone("ref"), self.board
        if zone is not None:
            board.desk.do(
                canvases.answer(board.project, board.canvas, zone.id, canvas, label=_("Choisir qui le vit"))
            )

    def _choose_kind(self) -> None:
        zone = self._zone("choice")
        if zone is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in self.board.kind.options(zone.vocabulary):
            menu.addAction(str(option.label), partial(self.choose_kind, option.id))
        menu.popup(self.marker.mapToGlobal(QPoint(0, self.marker.height())))

    def choose_kind(self, option: str | int) -> None:
        """Lived or target."""
        zone, board = self._zone("choice"), self.board
        if zone is not None:
            board.desk.do(canvases.answer(board.project, board.canvas, zone.id, option, label=_("Choisir")))
