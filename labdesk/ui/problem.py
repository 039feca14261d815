"""The place Problème: problem canvases, simple or complete, with advice on how the statement is worded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from labdesk.domain import wording
from labdesk.domain.model import filled
from labdesk.ui.canvas.canvas_place import CanvasPlace
from labdesk.ui.desk import Desk
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

SIMPLE, COMPLETE = "simple", "complete"


class ProblemPlace(CanvasPlace):
    """Which challenge?"""

    PLACE = "problem"

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.views: dict[str, QPushButton] = {}
        self._chosen: dict[str, str] = {}
        self.advice = QLabel(self)
        self.invitation.setText(_("Quel problème la table va-t-elle regarder ?"))
        self.column.insertWidget(0, self._strip())
        self.switching = self._act(
            _("Vue simple ou complète"), self.switch_view, "layout-grid", "Ctrl+Shift+V"
        )
        desk.changed.connect(lambda _touched: self._advise())
        self._opened()

    def _strip(self) -> QWidget:
        look = self.look
        strip = QFrame(self)
        role(strip, "topbar")
        row = QHBoxLayout(strip)
        row.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        role(self.advice, "muted")
        self.advice.setTextFormat(Qt.TextFormat.PlainText)
        self.advice.setWordWrap(True)
        row.addWidget(self.advice, 1)
        box = QFrame(strip)
        role(box, "segbox")
        line = QHBoxLayout(box)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(0)
        group = QButtonGroup(self)
        for name, words in ((SIMPLE, _("Vue simple")), (COMPLETE, _("Vue complète"))):
            button = QPushButton(words, box)
            button.setCheckable(True)
            role(button, "seg")
            button.clicked.connect(lambda _checked, name=name: self.show_view(name))
            group.addButton(button)
            self.views[name] = button
            line.addWidget(button)
        row.addWidget(box)
        return strip

    # -- showing --------------------------------------------------------------------------------------------
    def arrived(self) -> None:
        """A canvas opens on the view one chose for it, else on the one that hides nothing that is filled."""
        board = self.page.board
        has_more = board.stands and any(not zone.simple for zone in board.kind.sheet)
        for button in self.views.values():
            button.setVisible(has_more)
        if board.stands:
            self._look(self._chosen.get(self.canvas) or (self._natural() if has_more else COMPLETE))
        self._advise()

    def _natural(self) -> str:
        project, kind = self.desk.project, self.page.board.kind
        more = any(filled(project, self.canvas, zone) for zone in kind.sheet if not zone.simple)
        return COMPLETE if more else SIMPLE

    def show_view(self, name: str) -> None:
        """The few boxes one fills at a table, or all of them: the same data."""
        self._chosen[self.canvas] = name
        self._look(name)

    def _look(self, name: str) -> None:
        self.views[name].setChecked(True)
        self.page.simple(name == SIMPLE)

    def switch_view(self) -> None:
        """The other view, if the canvas has one."""
        if self.views[SIMPLE].isVisibleTo(self):
            self.show_view(SIMPLE if self.views[COMPLETE].isChecked() else COMPLETE)

    def _advise(self) -> None:
        """How statement and challenge could be said better; never a reproach while they are blank."""
        if not self.page.board.stands:
            self.advice.clear()
            return
        project = self.desk.project
        said = [*wording.on_statement(project.words(self.canvas, "statement"))]
        for note in project.notes_at(self.canvas, "challenge"):
            said += wording.on_challenge(note.text or "")
        first = said[0] if said else None
        self.advice.setText(f"{first.sentence} {first.proposal}" if first else "")


def make(desk: Desk, look: Look) -> ProblemPlace:
    """The place, for the window."""
    return ProblemPlace(desk, look)
