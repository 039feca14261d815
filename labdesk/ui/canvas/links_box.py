"""What a note is tied to, with a way to each thing; « Relier… », « Délier », the way to its whole chain."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.shown import name_of
from labdesk.domain.ties import Tie, stage_of, ties_of
from labdesk.ui.actions import draw
from labdesk.ui.canvas.tying import Tying
from labdesk.ui.desk import Desk, Target
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import target_of
from labdesk.words import _

SHORT = 46
"""Letters of a name shown on a button."""
SIGNS = {
    "pain": "triangle-alert",
    "opportunity": "lightbulb",
    "challenge": "target",
    "prototype": "flask-conical",
    "euro": "euro",
}


class LinksBox(QWidget):
    """The ties of one note; the nearest to the irritant first."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.look, self.note = desk, look, ""
        self.tying = Tying(desk, look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        head = QHBoxLayout()
        label = QLabel(_("Liée à"), self)
        role(label, "small")
        self.adding = QPushButton(_("Relier…"), self)
        role(self.adding, "link")
        self.adding.setAccessibleName(_("Relier cette note à une autre, à un problème ou à un prototype"))
        self.adding.setToolTip(_("Relier… (Ctrl+K)"))
        self.adding.clicked.connect(self.search)
        head.addWidget(label, 1)
        head.addWidget(self.adding)
        self._column.addLayout(head)
        self.chain = QPushButton(_("Voir sa chaîne"), self)
        role(self.chain, "link")
        draw(self.chain, "git-merge", look, "primary")
        self.chain.setToolTip(_("De l’irritant au résultat, dans les Traces"))
        self.chain.clicked.connect(self._show_chain)
        self._column.addWidget(self.chain)
        self._shown: tuple[str, ...] = ("",)
        self.rows: list[QWidget] = []

    def bind(self, note: str) -> None:
        """The links of this note."""
        self.note = note

    def ties(self) -> tuple[Tie, ...]:
        """What the note is tied to."""
        return ties_of(self.desk.project, self.note)

    def refresh(self) -> None:
        """Show the links as they are now."""
        ties = self.ties()
        names = (str(self.desk.read_only), *(f"{tie} {self._name(tie)}" for tie in ties))
        self.chain.setVisible(bool(ties) and bool(stage_of(self.desk.project, self.note)))
        self.adding.setEnabled(not self.desk.read_only)
        if names == self._shown:
            return
        self._shown = names
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(tie) for tie in ties]
        for rank, row in enumerate(self.rows):
            self._column.insertWidget(1 + rank, row)
            row.show()  # at once: the keyboard may go there

    def enter(self) -> None:
        """The keyboard goes to the first link, else to « Relier… »."""
        first = self.rows[0].findChild(QPushButton) if self.rows else None
        (first or self.adding).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _other(self, tie: Tie) -> str:
        return tie.b if tie.a == self.note else tie.a

    def _name(self, tie: Tie) -> str:
        return name_of(self.desk.project, self._other(tie))

    def _row(self, tie: Tie) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = self._name(tie)
        go = QPushButton(name if len(name) <= SHORT else f"{name[: SHORT - 1]}…", row)
        role(go, "nav")
        draw(go, SIGNS.get(stage_of(self.desk.project, self._other(tie)), "link"), self.look, "primary")
        go.setAccessibleName(_("Aller à « {name} »").format(name=name))
        go.setToolTip(f"{name}\n{_('Par l’étape que la carte reprend')}" if tie.step else name)
        go.clicked.connect(partial(self._go, self._other(tie)))
        line.addWidget(go, 1)
        off = QToolButton(row)
        role(off, "quiet")
        draw(off, "unlink", self.look)
        off.setAccessibleName(_("Délier de « {name} »").format(name=name))
        off.setToolTip(off.accessibleName())
        off.setEnabled(not self.desk.read_only)
        off.clicked.connect(partial(self._part, tie))
        line.addWidget(off)
        return row

    def _go(self, row: str) -> None:
        project, types = self.desk.project, self.desk.types
        table = next((t for t in ("note", "canvas", "step", "expense") if row in project.table(t)), "")
        target = target_of(project, types, table, row) if table else None
        if target is not None:
            self.desk.go(target)

    def _show_chain(self) -> None:
        self.desk.go(Target("prototypes", table="note", row=self.note, section="traces"))

    # -- tying ----------------------------------------------------------------------------------------------
    def search(self) -> None:
        """The list of all one can tie a note to, to search by its words."""
        corner = self.adding.mapToGlobal(QPoint(0, self.adding.height()))
        self.tying.choose([self.note], self, corner)

    def tie(self, row: str) -> None:
        """The note is tied to this now."""
        self.tying.tie([self.note], row)

    def _part(self, tie: Tie) -> None:
        self.tying.part(tie.a, tie.b)
        if self.isVisible():
            self.enter()
