"""The filter of a canvas: a line of pills that say what is left out, and how many notes are hidden."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from labdesk.domain.commands.notes import veil_votes
from labdesk.domain.sieve import EVERYTHING, NONE, Sieve, counted
from labdesk.domain.sieve_words import FACETS, facet_label, facet_told
from labdesk.ui.actions import draw
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.sliding import SlidingRow
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.ui.canvas.pills import Facets, Pill

ICONS = {
    "lanes": "rows-3",
    "evidence": "eye",
    "voices": "message-square",
    "tables": "users",
    "tags": "tag",
    "least": "vote",
}
ONE_LINE, ONE_LINE_OF_FEW = 1240, 560
"""px at 100 % from which facets and count stand in one line: all of them, or only what is filtered."""


class SieveBar(QFrame):
    """Closed and without a filter it is not there; with one, what is filtered is always in sight.

    Each canvas keeps its filter as long as the project is open; nothing of it is stored.
    """

    left = Signal()
    """Back to the canvas."""

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self.look = board, look
        self.pills: dict[str, Pill] = {}
        self._crosses: dict[str, QToolButton] = {}
        self._opened = False
        self._kept: dict[str, tuple[Sieve, bool]] = {}
        role(self, "band")
        self.setAccessibleName(_("Filtre"))
        self.hide()
        board.desk.opened.connect(self._kept.clear)
        board.planned.connect(self.tell)

    # -- made when it is first wanted -----------------------------------------------------------------------
    def _build(self) -> None:
        look = self.look
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(look.px(12), look.px(3), look.px(12), look.px(3))
        self._lines.setSpacing(look.px(6))
        row = QHBoxLayout()
        self.veil, self.count = QLabel(_("Gommettes cachées"), self), QLabel(self)
        role(self.veil, "pill", "warn")
        role(self.count, "strong")
        self.reveal = self._button(_("Révéler les voix"), "eye", self.unveil)
        self.projected = QCheckBox(_("Projeter aussi"), self)
        self.projected.setToolTip(_("Sans cette case, la salle voit toutes les notes"))
        self.projected.clicked.connect(self._project)
        self.all = self._button(_("Tout montrer"), "x", self.clear)
        self._close = self._cross(self, "chevron-up", self.close_up)
        self._close.setAccessibleName(_("Refermer la barre du filtre"))
        self._close.setToolTip(_("Refermer ; le filtre reste"))
        row.addWidget(self.veil)
        row.addWidget(self.reveal)
        row.addStretch(1)
        for widget in (self.count, self.projected, self.all, self._close):
            row.addWidget(widget)
        self._sliding = SlidingRow(self._facets(), look, self)
        self._lines.addWidget(self._sliding, 1)
        self._lines.addLayout(row)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where one line has no room for both, how much is hidden stands under what hides it."""
        if self.pills:
            alone = not self.sieve or not self._opened
            wide = self.width() >= self.look.px(ONE_LINE_OF_FEW if alone else ONE_LINE)
            ways = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._lines.setDirection(ways[0] if wide else ways[1])

    def _facets(self) -> "Facets":
        """A pill for each facet, and a cross beside it that empties it."""
        from labdesk.ui.canvas.pills import Facets, Pill  # a start filters nothing

        line, look = Facets(self), self.look
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        self._sign = QLabel(_("Filtrer :"), line)
        role(self._sign, "small")
        row.addWidget(self._sign)
        for facet in FACETS:
            self.pills[facet] = pill = Pill(line)
            draw(pill, ICONS[facet], look)
            pill.clicked.connect(lambda _checked, facet=facet: self.choose(facet))
            pill.emptied.connect(partial(self.ask_nothing, facet))
            self._crosses[facet] = self._cross(line, "x", partial(self.ask_nothing, facet))
            row.addWidget(pill)
            row.addWidget(self._crosses[facet])
        row.addStretch(1)
        return line

    def _button(self, words: str, drawing: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        role(button, "quiet")
        draw(button, drawing, self.look)
        button.clicked.connect(lambda _checked: run())
        return button

    def _cross(self, parent: QWidget, drawing: str, run: Callable[[], object]) -> QToolButton:
        cross = QToolButton(parent)
        role(cross, "quiet")
        draw(cross, drawing, self.look)
        cross.clicked.connect(lambda _checked: run())
        return cross

    # -- what is filtered -----------------------------------------------------------------------------------
    @property
    def sieve(self) -> Sieve:
        """The filter of the canvas shown."""
        return self.board.view.sieve

    def of(self, canvas: str) -> Sieve:
        """The filter a canvas was left with."""
        return self._kept.get(canvas, (EVERYTHING, False))[0]

    def take(self, sieve: Sieve) -> None:
        """This is the filter now; how much it hides is said."""
        board = self.board
        if not board.stands:
            return
        if not self.pills:
            self._build()
        projected = bool(sieve) and self.projected.isChecked()
        self._kept[board.canvas] = sieve, projected
        board.sift(sieve)
        board.desk.project_sieve(board.canvas, sieve if projected else None)
        self.tell()
        board.desk.announce(self.told() if sieve else _("Toutes les notes sont montrées."))

    def clear(self) -> None:
        """Nothing is filtered any more."""
        if self.sieve:
            self.take(EVERYTHING)
        if self.isAncestorOf(self._focused()):
            self.left.emit()

    def _asking(self, facet: str, values: frozenset[str]) -> Sieve:
        return replace(self.sieve, least=0) if facet == "least" else self.sieve.asking(facet, values)

    def ask_nothing(self, facet: str) -> None:
        """One facet less."""
        self.take(self._asking(facet, NONE))
        self.pills[facet].setFocus() if self.pills[facet].isVisible() else self.left.emit()

    def _project(self) -> None:
        board, sieve = self.board, self.sieve
        on = self.projected.isChecked()
        self._kept[board.canvas] = sieve, on
        board.desk.project_sieve(board.canvas, sieve if on and sieve else None)
        board.desk.announce(
            _("La projection suit le filtre.") if on else _("La projection montre toutes les notes.")
        )

    # -- showing --------------------------------------------------------------------------------------------
    def open(self) -> None:
        """Every facet is offered, the keyboard on the first; once more: it closes."""
        if not self.board.stands:
            return
        if not self.pills:
            self._build()
        if self._opened and self.isAncestorOf(self._focused()):
            self.close_up()
            return
        self._opened = True
        self.tell()
        next(pill for pill in self.pills.values() if pill.isVisibleTo(self)).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def unveil(self) -> None:
        """The dots that were counted are shown, here and to the room; undo hides them again."""
        board = self.board
        if board.desk.do(veil_votes(board.project, board.canvas, False)):
            board.desk.announce(_("Voix révélées, ici et à la projection."))
        self.left.emit()

    def close_up(self) -> None:
        """Only what is filtered stays in sight."""
        self._opened = False
        self.tell()
        self.left.emit()

    def told(self) -> str:
        """« 23 notes sur 141 »."""
        board = self.board
        kept, every = counted(board.project, board.kind, board.canvas, self.sieve)
        said = _("{some} sur {n}").format(some=several(kept, "{n} note", "{n} notes"), n=every)
        spared = len(board.view.spared)
        more = several(spared, "{n} hors filtre", "{n} hors filtre") if spared else ""
        return f"{said} · {more}" if more else said

    def tell(self) -> None:
        """Pills, count and buttons as they are now; nothing is filtered and nobody asks: no bar."""
        board = self.board
        if not board.stands:
            self.hide()
            return
        sieve, veiled = self.sieve, board.project.votes_veiled(board.canvas)
        wanted = self._opened or bool(sieve) or veiled
        if wanted and not self.pills:
            self._build()
        self.setVisible(wanted)
        if not wanted:
            return
        self.veil.setVisible(veiled)
        self.reveal.setVisible(veiled)
        self.reveal.setEnabled(not board.desk.read_only)
        self._sliding.setVisible(self._opened or bool(sieve))
        for facet, pill in self.pills.items():
            said = facet_told(board.project, board.kind, board.canvas, sieve, facet)
            label = facet_label(board.kind, facet)
            pill.say(said or label, bool(said))
            pill.setAccessibleName(_("{what}, filtre posé").format(what=said) if said else label)
            pill.setVisible(self._opened or bool(said))
            blind = facet == "least" and veiled
            pill.setEnabled(not blind)
            pill.setToolTip(_("Les gommettes sont cachées : révélez-les d’abord.") if blind else "")
            cross = self._crosses[facet]
            cross.setVisible(bool(said))
            cross.setAccessibleName(_("Ne plus filtrer : {what}").format(what=said or label))
            cross.setToolTip(cross.accessibleName())
        self.count.setText(self.told() if sieve else "")
        for widget in (self.count, self.projected, self.all):
            widget.setVisible(bool(sieve))
        self._fit()
        self._close.setVisible(self._opened)
        self.projected.setChecked(board.canvas in board.desk.sieves)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self.window()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap goes back to the canvas; the filter stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    # -- choosing -------------------------------------------------------------------------------------------
    def choose(self, facet: str) -> None:
        """The values of a facet that stand in the notes, with how many notes each has; ticked when wanted."""
        from labdesk.ui.canvas.chooser import Chooser  # a start filters nothing
        from labdesk.ui.canvas.facet_choices import values, weights

        pill, board = self.pills[facet], self.board
        choices = weights(board) if facet == "least" else values(board, self.sieve, facet)
        chooser = Chooser(
            self.look, facet_label(board.kind, facet), choices, partial(self._pick, facet), pill
        )
        chooser.open_at(pill.mapToGlobal(QPoint(0, pill.height() + 2)))

    def _pick(self, facet: str, chosen: str) -> None:
        if facet == "least":
            self.take(replace(self.sieve, least=int(chosen)))
            return
        value, now = "" if chosen == "\0" else chosen, getattr(self.sieve, facet)
        self.take(self._asking(facet, now - {value} if value in now else now | {value}))
