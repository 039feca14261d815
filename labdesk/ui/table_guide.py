"""At a table: the canvas of the sequence of now, the next one offered in its time, the way out."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from labdesk.domain.entities import SHORT
from labdesk.domain.model import title
from labdesk.domain.table_day import Timed, canvas_for, current, first_canvas, of_table
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk, Target
from labdesk.ui.home_questions import table_named
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, hour

EACH = 10_000
"""ms between two looks at the clock."""


class TableGuide(QObject):
    """Knows where the day is. It moves nothing by itself but at the opening: later it only offers."""

    def __init__(self, desk: Desk, bar: "SequenceBar", shown: Callable[[], str]) -> None:
        super().__init__(desk)
        self._desk, self.bar, self._shown = desk, bar, shown
        self.now: Callable[[], datetime] = datetime.now
        self._told = ""
        self._clock = QTimer(self, interval=EACH)
        self._clock.timeout.connect(self.look)
        bar.taken.connect(self.go)
        desk.seated.connect(self._seated)
        desk.opened.connect(self.rest)

    # -- where the day is -----------------------------------------------------------------------------------
    def sequence(self) -> Timed | None:
        """The sequence of now, among those that lead this table somewhere."""
        desk = self._desk
        session = desk.session
        begins = session.seat.starts() if session is not None and session.seat else None
        return current(of_table(desk.project, desk.types, desk.table, begins), self.now())

    def canvas(self) -> str:
        """The canvas of now; empty when neither the running order nor the sheet says one."""
        desk, timed = self._desk, self.sequence()
        if timed is None:
            return first_canvas(desk.project, desk.types, desk.table)
        return canvas_for(desk.project, desk.types, timed.stop, desk.table)

    # -- going there ----------------------------------------------------------------------------------------
    def arrive(self) -> None:
        """The project was opened at a table: work begins on the canvas of now."""
        self.go()
        self._clock.start()

    def go(self) -> None:
        """Go to the canvas of now; nothing says where: stay."""
        desk, timed, canvas = self._desk, self.sequence(), self.canvas()
        self._told = timed.stop.line if timed else ""
        self.bar.hide()
        if canvas and (place := _place(desk, canvas)):
            desk.go(Target(place, canvas=canvas))

    def look(self) -> None:
        """Offer the next sequence when its time has come. The keyboard stays where it is."""
        desk, timed = self._desk, self.sequence()
        if not desk.table or timed is None or timed.at is None or timed.stop.line == self._told:
            return
        self._told = timed.stop.line
        canvas = self.canvas()
        if canvas == self._shown():
            self.bar.hide()
            return
        self.bar.offer(
            _("{time} · {sequence}. La suite est sur « {canvas} ».").format(
                time=hour(timed.at), sequence=timed.stop.name, canvas=_title(desk, canvas)
            )
        )

    def _seated(self) -> None:
        self.rest()
        if self._desk.table:  # it only has another name, and perhaps another canvas
            self._clock.start()

    def rest(self) -> None:
        """No table any more, or another project."""
        self._clock.stop()
        self.bar.hide()
        self._told = ""


def _place(desk: Desk, canvas: str) -> str:
    try:
        return desk.types.of(desk.project, canvas).place
    except Refusal:
        return ""


def _title(desk: Desk, canvas: str) -> str:
    try:
        return title(desk.project, desk.types.of(desk.project, canvas), canvas)
    except Refusal:
        return ""


class SequenceBar(QFrame):
    """Below the canvas, so that nothing moves under the hands. A click here takes no keyboard away."""

    taken = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        role(self, "band")
        self.setAccessibleName(_("Séquence suivante"))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        role(self.words, "strong")
        self.take = self._button(_("Y aller"), "arrow-right", self.taken.emit)
        self.take.setToolTip(_("Y aller (Ctrl+F7)"))
        self.later = self._button(_("Rester ici"), "check", self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.take)
        self._row.addWidget(self.later)
        self.hide()

    def _button(self, words: str, drawing: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        draw(button, drawing, self._look)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        button.clicked.connect(deed)
        return button

    def offer(self, sentence: str) -> None:
        """Say what comes next, and wait."""
        look = self._look
        self._row.setContentsMargins(look.px(16), look.px(6), look.px(12), look.px(6))
        self.words.setText(sentence)
        self.show()
        say_aloud(self, _("{sentence} Ctrl+F7 y va.").format(sentence=sentence))


class LeaveTable(Panel):
    """The one question before a laptop shows everything: whoever came here by accident presses Entrée."""

    def __init__(
        self,
        look: Look,
        table: str,
        leave: Callable[[], object],
        rename: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(look, _("Quitter le poste de table"), parent)
        self.setModal(True)
        self.setMinimumWidth(look.px(440))
        self.line(
            _(
                "L’animateur le fait pour reprendre ce poste : Accueil, Atelier, Dossier et notes "
                "d’animation y seront visibles. Ce qui a été tapé reste signé « {table} »."
            ).format(table=table),
            "",
            wrap=True,
        )
        row = QHBoxLayout()
        self.stay = QPushButton(_("Rester à la table"), self)
        self.leave = QPushButton(_("Quitter le poste de table"), self)
        role(self.stay, "primary")
        for button in (self.stay, self.leave):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self._ask_name(table, rename)
        self.stay.clicked.connect(self.close)
        self.leave.clicked.connect(lambda: (self.close(), leave()))
        self.stay.setFocus()

    def _ask_name(self, table: str, rename: Callable[[str], object]) -> None:
        """Who typed the wrong number at the beginning need not leave."""
        self.line(_("Ou le nom de la table n’est pas le bon :"), "muted")
        row = QHBoxLayout()
        self.name = QLineEdit(table, self)
        self.name.setMaxLength(SHORT)
        self.name.setAccessibleName(_("Numéro ou nom de la table"))
        correct = QPushButton(_("Corriger le nom"), self)
        correct.setAutoDefault(True)
        row.addWidget(self.name, 1)
        row.addWidget(correct)
        self.column.addLayout(row)
        self.line(_("Les notes déjà tapées gardent le nom sous lequel elles l’ont été."), "small", wrap=True)

        def renamed() -> None:
            if name := table_named(self.name.text()):
                self.close()
                rename(name)

        correct.clicked.connect(renamed)
        self.name.returnPressed.connect(renamed)
