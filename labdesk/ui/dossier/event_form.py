"""The form of one event of the follow-up: only the fields that its kind calls for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from labdesk.domain.commands.dossier import set_row
from labdesk.domain.commands.follow_up import answer, delete_event
from labdesk.domain.entities import Value
from labdesk.domain.follow_up import ASKED_OF, kind_words
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import Bond
from labdesk.ui.filling.burst import Seen
from labdesk.ui.filling.entry import Kind
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

KINDS: dict[str, Kind] = {"date": "date", "deadline": "date", "answered": "date", "amount": "money"}
HALF = ("date", "deadline", "answered", "amount")
"""Fields that are short."""


class EventForm(QFrame):
    """One event at a time; another one makes other fields."""

    deleted = Signal()
    """The event shown was deleted from here."""

    def __init__(self, desk: Desk, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._look, self._today = desk, look, today
        self.row: str | None = None
        self._kind = ""
        role(self, "card")
        self._title = QLabel()
        role(self._title, "h3")
        self.sent = QPushButton()
        self.sent.clicked.connect(self._send)
        self.delete = QPushButton(_("Supprimer"))
        draw(self.delete, "trash-2", look)
        role(self.delete, "quiet")
        self.delete.clicked.connect(self._delete)
        self.fields: dict[str, BoundLine] = {}
        self._cells: list[LabelledField] = []
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.delete)
        self._grid = QGridLayout()
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self._box = QVBoxLayout(self)
        self._box.addLayout(head)
        self._box.addLayout(self._grid)
        self._box.addWidget(self.sent, 0, Qt.AlignmentFlag.AlignLeft)

    def relook(self) -> None:
        """The theme or the text size changed."""
        side, space = self._look.space("l"), self._look.space("m")
        self._box.setContentsMargins(side, space, side, space)
        self._box.setSpacing(space)
        self._grid.setHorizontalSpacing(space)
        self._grid.setVerticalSpacing(space)
        self._lay()
        for button in (self.sent, self.delete):
            button.setMinimumHeight(self._look.px(32))

    def show_event(self, row: str | None) -> None:
        """Show this event; the same one again only reads what changed."""
        event = self._desk.project.follow_up.get(row or "")
        if event is None:
            self.row = None
            return
        if (row, event.kind) != (self.row, self._kind):
            self._build(event.id, event.kind or "")
        for line in self.fields.values():
            line.refresh()
        self.sent.setVisible(event.kind == "asked")
        self.sent.setText(_("Pas envoyé, finalement") if event.answered else _("Envoyé aujourd’hui"))
        draw(self.sent, "undo-2" if event.answered else "check-check", self._look)
        for button in (self.sent, self.delete):
            button.setEnabled(not self._desk.read_only)

    def _build(self, row: str, kind: str) -> None:
        self.settle()
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self.row, self._kind = row, kind
        self._title.setText(kind_words().get(kind, kind))
        self.setAccessibleName(_("Suivi : {what}").format(what=kind_words().get(kind, kind)))
        self.fields, self._cells = {}, []
        for field in ASKED_OF.get(kind, ("date", "said")):
            line = BoundLine(self._desk, _bond(row, field))
            label, hint = _words(kind, field)
            cell = LabelledField(label, line, hint)
            self.fields[field] = line
            self._cells.append(cell)
        self._lay()

    def _lay(self) -> None:
        """Days and amounts stand two by two; what is longer, or large letters, take the whole width."""
        two = self._look.scale < 1.5
        row = column = 0
        for name, cell in zip(self.fields, self._cells, strict=True):
            self._grid.removeWidget(cell)
            span = 1 if two and name in HALF else 2
            if column + span > 2:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span

    def focus_first(self) -> None:
        """The keyboard goes to the first field."""
        self._focus(0)

    def focus_after_date(self) -> None:
        """The date of today is right most of the time: the keyboard goes to what follows."""
        self._focus(1)

    def _focus(self, at: int) -> None:
        lines = list(self.fields.values())
        if lines:
            lines[min(at, len(lines) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, field: str | None) -> None:
        """The keyboard goes to this field."""
        wanted = self.fields.get(field or "")
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        for line in self.fields.values():
            line.leave()

    def _send(self) -> None:
        self.settle()
        if self.row is not None:
            gesture = answer(self._desk.project, self.row, self._today())
            if self._desk.do(gesture):
                self._desk.announce(gesture.label)

    def _delete(self) -> None:
        self.settle()
        if self.row is not None and self._desk.do(delete_event(self._desk.project, self.row)):
            self.row = None
            self.deleted.emit()


def _bond(row: str, field: str) -> Bond:
    def write(project: Project, value: Value, seen: Seen) -> Gesture:
        return set_row(project, "follow_up", row, field, value, seen)

    return Bond("follow_up", row, field, write, KINDS.get(field, "text"))


def _words(kind: str, field: str) -> tuple[str, str]:
    """(label, hint) of a field of an event."""
    day = _("jj/mm/aaaa")
    words = {
        "date": (_("Le"), day),
        "deadline": (_("À envoyer avant le"), day),
        "answered": (_("Envoyé le"), _("Vide tant que ce n’est pas parti")),
        "office": (_("Auprès de"), _("Le service instructeur, ou la plateforme")),
        "reference": (_("Référence"), _("Le numéro de dossier donné au dépôt")),
        "amount": (_("Montant"), _("En euros : 38 100 ou 38,1k")),
        "said": (_("Remarque"), ""),
    }
    own = {
        ("deposited", "date"): (_("Déposé le"), day),
        ("asked", "date"): (_("Demandé le"), day),
        ("asked", "said"): (
            _("Ce qui est demandé"),
            _("Par exemple : devis de l’évaluation, RIB, délibération"),
        ),
        ("granted", "date"): (_("Accordé le"), day),
        ("granted", "amount"): (_("Montant accordé"), _("En euros : 38 100 ou 38,1k")),
        ("granted", "reference"): (_("Numéro de la décision"), ""),
        ("granted", "said"): (_("Conditions"), ""),
        ("refused", "date"): (_("Refusé le"), day),
        ("refused", "said"): (_("Motif"), _("Tel qu’il est écrit : il servira au prochain dépôt")),
        ("agreement", "date"): (_("Signée le"), day),
        ("agreement", "reference"): (_("Numéro de la convention"), ""),
        ("agreement", "amount"): (_("Montant de la convention"), _("Vide s’il est celui accordé")),
        ("payment", "date"): (_("Versé le"), day),
        ("payment", "amount"): (_("Montant versé"), _("En euros : 38 100 ou 38,1k")),
        ("payment", "reference"): (_("Référence du versement"), _("Avance, acompte, solde")),
    }
    return own.get((kind, field)) or words[field]
