"""Counting the paper dots: a number, Entrée, the next note. It walks through the notes that are shown."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from labdesk.domain.commands import notes
from labdesk.ui.actions import draw
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.keyboard import digit_of, zero_pressed
from labdesk.ui.desk import Desk
from labdesk.ui.filling.lines import undone
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

LOW = 88
"""px at 100 % at the bottom that short sentences of the window and the zoom bar take."""

WIDE, TEXT = 880, 220
"""px at 100 % from which the keys are told too; and for the words of the note."""


class DotLine(QLineEdit):
    """A number. The digits' row counts by its place: on a French keyboard « é » is 2 without Maj."""

    stepped = Signal(int)
    """The note before (−1) or after (1), this one as it is."""
    given_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = 0 if zero_pressed(event) else digit_of(event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif by is not None:
            self.stepped.emit(by)
        elif digit is not None and not held:
            self.insert(str(digit))
        elif not undone(event, self._desk, lambda: None):
            super().keyPressEvent(event)


class Tally(QFrame):
    """Over the bottom of the canvas while one counts. Each number is a gesture of its own to undo."""

    ended = Signal()

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self._look, self._around = board, look, parent
        self._walk: list[str] = []
        self.note = ""
        """The note being counted; empty when nobody counts."""
        self._canvas = ""
        self.spot: Callable[[], QRect] = QRect
        """Where the current note is seen, in the widget around."""
        role(self, "bar")
        self.setAccessibleName(_("Compter les gommettes"))
        row = QHBoxLayout(self)
        pad = look.px(10)
        row.setContentsMargins(pad, look.px(6), look.px(6), look.px(6))
        row.setSpacing(pad)
        self._title = QLabel(_("Gommettes"), self)
        role(self._title, "h3")
        self.line = DotLine(board.desk, self)
        self.line.setValidator(QIntValidator(0, notes.MOST_DOTS, self.line))
        self.line.setFixedWidth(look.px(64))
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.where, self._keys = QLabel(self), QLabel(_("Entrée : la suivante · ↑ ↓ · Échap : fini"), self)
        role(self._keys, "small")
        close = QToolButton(self)
        role(close, "quiet")
        draw(close, "x", look)
        close.setAccessibleName(_("Ne plus compter"))
        close.setToolTip(_("Ne plus compter"))
        close.clicked.connect(self.end)
        self.veiled = QCheckBox(_("Cacher"), self)
        self.veiled.setAccessibleName(_("Cacher les gommettes"))
        self.veiled.setToolTip(_("Ici et à la projection, jusqu’à ce qu’on révèle les voix"))
        self.veiled.clicked.connect(self._veil)
        for widget in (self._title, self.line, self.where, self._keys, self.veiled, close):
            row.addWidget(widget)
        self.line.returnPressed.connect(self._entered)
        self.line.stepped.connect(self._step)
        self.line.given_up.connect(self.end)
        board.planned.connect(self._follow)
        board.moved.connect(self._moved)
        board.desk.settling.connect(self._settle)
        self.hide()

    # -- walking --------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """On the current note, else on the first one shown."""
        board = self.board
        self._walk = self._shown()
        if board.desk.read_only or not self._walk:
            board.desk.announce(
                _("Il n’y a pas encore de note dont compter les gommettes.")
                if not self._walk
                else _("Ce projet est en lecture seule.")
            )
            return
        self._canvas = board.canvas
        current = board.current
        here = current[1] if current and current[1] in self._walk else self._first_of_lane()
        self.show()
        self.raise_()
        self._stand_on(here)

    def _shown(self) -> list[str]:
        """The notes of the arrangement in reading order: those a filter leaves out are not counted."""
        plan = self.board.plan
        return [box.row for part in plan.parts for box in part.boxes if box.kind == "note"] if plan else []

    def _first_of_lane(self) -> str:
        """The first note of the lane one is in."""
        board = self.board
        zone = board.current[2] if board.current else ""
        mine = (row for row in self._walk if board.project.note[row].zone == zone)
        return next(mine, self._walk[0])

    def _stand_on(self, note: str) -> None:
        self.note = note
        self.board.go(self.board.key_of("note", note))
        self._tell()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """The number of this note, unless the dots are hidden; which note it is."""
        board, note = self.board, self.note
        veiled = board.project.votes_veiled(board.canvas)
        self.veiled.setChecked(veiled)
        dots = board.project.votes_on(note)
        self.line.setText(str(dots) if dots and not veiled else "")
        self.line.setPlaceholderText("" if veiled else "0")
        self.line.selectAll()
        text = (board.project.note[note].text or _("vide")).replace("\n", " ")
        rank = _("note {n} sur {of}").format(n=self._walk.index(note) + 1, of=len(self._walk))
        short = self.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, min(self._look.px(TEXT), self._around.width() // 4)
        )
        self.where.setText(f"{rank} · {short}")
        self.line.setAccessibleName(_("Gommettes, {place}").format(place=board.said()))
        self.settle()

    def _veil(self) -> None:
        """What is counted from now on is shown to nobody, or all is shown; the number goes on."""
        board, veiled = self.board, self.veiled.isChecked()
        self._settle()
        board.desk.do(notes.veil_votes(board.project, board.canvas, veiled))
        self._tell()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self) -> None:
        self._settle()
        self._step(1)

    def _settle(self) -> None:
        """What was typed becomes a gesture; a blank leaves the note as it is."""
        if self.isHidden() or not self.line.hasAcceptableInput() or not self.line.isModified():
            return
        self.line.setModified(False)
        board, dots = self.board, int(self.line.text())
        if board.desk.do(notes.count_dots(board.project, self.note, dots)):
            board.desk.announce(several(dots, "{n} gommette", "{n} gommettes"))

    def _step(self, by: int) -> None:
        self._settle()
        standing = [row for row in self._walk if row in self.board.project.note]
        here = self.note
        rank = standing.index(here) + by if here in standing else 0
        if rank >= len(standing):
            self.end()
            self.board.desk.announce(_("Les gommettes de toutes les notes sont comptées."))
        elif rank >= 0:
            self._walk = standing
            self._stand_on(standing[rank])

    def _follow(self) -> None:
        """The canvas changed under the count: notes that are gone are walked past."""
        if self.isHidden():
            return
        rows = self._shown() if self.board.canvas == self._canvas else []
        if not rows:
            self.end()
        elif self.note not in rows:  # the next one that stands after it
            at = self._walk.index(self.note) if self.note in self._walk else 0
            self._walk, after = rows, [row for row in self._walk[at:] if row in rows]
            self._stand_on(after[0] if after else rows[-1])
        else:
            self._walk = rows
            if not self.line.isModified():
                self._tell()

    def _moved(self) -> None:
        """The hand or an undo went elsewhere: the count goes there, or ends where there is no note."""
        current = self.board.current
        row = current[1] if current and current[0] == "note" else ""
        if self.isHidden() or row == self.note:
            return
        self._settle()
        if row in self._walk:
            self.note = row
            self._tell()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.end()

    def end(self) -> None:
        """Back to the canvas; what was typed is kept."""
        self._settle()
        self.note = ""
        self.hide()
        self.ended.emit()

    def settle(self) -> None:
        """Take the size of what is in it and stand over the bottom of the canvas."""
        around = self._around
        self._keys.setVisible(around.width() >= self._look.px(WIDE))
        self.adjustSize()
        left = max(0, (around.width() - self.width()) // 2)
        low = max(0, around.height() - self.height() - self._look.px(LOW))
        self.move(left, low)
        if self.geometry().intersects(self.spot()):  # the note that is counted is never under the bar
            self.move(left, max(0, self.spot().top() - self.height() - self._look.px(12)))
