"""The place Problème: simple or complete views of a canvas, advice on its words, dots on its challenges."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from labdesk.domain import wording
from labdesk.domain.canvas_type import Zone
from labdesk.domain.model import filled
from labdesk.ui.actions import act
from labdesk.ui.canvas.canvas_place import CanvasPlace
from labdesk.ui.desk import Desk
from labdesk.ui.problem.ballot_panel import BallotPanel
from labdesk.ui.segments import Segments
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
        self.strip = self._strip()
        self.column.insertWidget(0, self.strip)
        self.switching = self._act(
            _("Vue simple ou complète"), self.switch_view, "layout-grid", "Ctrl+Shift+V"
        )
        self.voting = act(
            self,
            look,
            _("Choisir les défis par gommettes…"),
            self.vote,
            icon_name="vote",
            keys="Ctrl+Shift+Y",
        )
        self.ballot: BallotPanel | None = None
        self._held = 0
        self.page.pane.scribe.on_full = self._full
        desk.changed.connect(lambda _touched: self._renewed())
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
        views = Segments(((SIMPLE, _("Vue simple")), (COMPLETE, _("Vue complète"))), strip)
        views.chosen.connect(self.show_view)
        self.views = views.buttons
        row.addWidget(views)
        look.changed.connect(lambda: views.widen(look))
        views.widen(look)
        return strip

    # -- showing --------------------------------------------------------------------------------------------
    def arrived(self) -> None:
        """A canvas opens on the view one chose for it, else on the one that hides nothing that is filled."""
        board = self.page.board
        has_more = board.stands and any(not zone.simple for zone in board.kind.sheet)
        self.strip.setVisible(board.stands)
        for button in self.views.values():
            button.setVisible(has_more)
        if board.stands:
            self._look(self._chosen.get(self.canvas) or (self._natural() if has_more else COMPLETE))
        self._held = self._count()
        if self.ballot is not None:
            self.ballot.settle_new()
        self._advise()

    # -- three challenges at most ---------------------------------------------------------------------------
    @property
    def _limited(self) -> Zone | None:
        """The box of a canvas that names it and holds a few notes only: the challenges."""
        board = self.page.board
        zone = board.kind.by_id.get(board.kind.title_zone) if board.stands else None
        return zone if zone is not None and zone.holds_notes and (zone.at_most or 0) > 1 else None

    def _count(self) -> int:
        zone = self._limited
        return len(self.desk.project.notes_at(self.canvas, zone.id)) if zone is not None else 0

    def _panel(self) -> BallotPanel:
        if self.ballot is None:
            self.ballot = BallotPanel(self.desk, self.look, self.page)
            self.ballot.closed.connect(self.page.setFocus)
        return self.ballot

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of a sheet, those of chains and of the help beside a sentence."""
        grids = (_("1 à 5"), _("Ctrl+1 à Ctrl+9"))
        return (
            *(line for line in super().shortcuts() if line[0] not in grids),
            (_("Entrée, après le cinquième pourquoi"), _("garde la réponse comme cause racine")),
            (_("↓, en tapant un énoncé ou un défi"), _("va aux blancs et aux conseils")),
            (_("Alt+Entrée, en tapant"), _("écrit la phrase comme le premier conseil le dit")),
        )

    def vote(self) -> None:
        """Dots on the challenges; the first by dots is the one retained."""
        zone, count = self._limited, self._count()
        if zone is None or not count:
            self.desk.idle.emit(_("Il n’y a pas encore de défi : écrivez-en un d’abord."))
            return
        self.leave()
        self._panel().open_on(self.canvas, zone)

    def _full(self, zone: Zone, typed: str) -> bool:
        """A fourth challenge: it waits for a place, and nothing typed is lost."""
        limited = self._limited
        if limited is None or zone.id != limited.id or self.desk.read_only:
            return False
        self._panel().open_on(self.canvas, zone, new=typed)
        self.desk.idle.emit(_("{n} au plus : lequel le nouveau remplace-t-il ?").format(n=zone.at_most))
        return True

    def _renewed(self) -> None:
        """A paste, a drop or another table brought one too many: the table chooses, nothing is refused it."""
        before, self._held = self._held, self._count()
        zone = self._limited
        if zone is not None and self.isVisible() and self._held > max(before, zone.at_most or 0):
            self._panel().open_on(self.canvas, zone, focus=False)
            said = _("{n} défis : {most} au plus. Gommettes, ou Ctrl+Z.")
            self.desk.idle.emit(said.format(n=self._held, most=zone.at_most))
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
