"""What a note is tied to: irritant to opportunity, opportunity to prototype. Links are found by words."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.commands import canvases
from labdesk.domain.entities import Link
from labdesk.domain.model import title
from labdesk.domain.shown import name_of
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.canvas.chooser import Choice, Chooser
from labdesk.ui.desk import Desk
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import target_of
from labdesk.words import _

TRACE = "trace"
"""The zone of links that tie one thing to the next."""
SHORT = 46
"""Letters of a name shown on a button."""


class LinksBox(QWidget):
    """The links of one note, from it and to it."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.look, self.note = desk, look, ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        head = QHBoxLayout()
        label = QLabel(_("Liée à"), self)
        role(label, "small")
        self.adding = QPushButton(_("Relier…"), self)
        role(self.adding, "link")
        self.adding.setAccessibleName(_("Relier cette note à une autre, à un problème ou à un prototype"))
        self.adding.clicked.connect(self.search)
        head.addWidget(label, 1)
        head.addWidget(self.adding)
        self._column.addLayout(head)
        self._shown: tuple[str, ...] = ()
        self._rows: list[QWidget] = []

    def bind(self, note: str) -> None:
        """The links of this note."""
        self.note = note

    def links(self) -> tuple[Link, ...]:
        """Links from the note, then to it."""
        project = self.desk.project
        return (*project.links_from(self.note), *project.links_to(self.note))

    def refresh(self) -> None:
        """Show the links as they are now."""
        links = self.links()
        names = tuple(f"{link.id} {self._name(link)}" for link in links)
        if names == self._shown:
            return
        self._shown = names
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(link) for link in links]
        for row in self._rows:
            self._column.addWidget(row)

    def _other(self, link: Link) -> str:
        return (link.target if link.source == self.note else link.source) or ""

    def _name(self, link: Link) -> str:
        return name_of(self.desk.project, self._other(link))

    def _row(self, link: Link) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = self._name(link)
        go = QPushButton(name if len(name) <= SHORT else f"{name[: SHORT - 1]}…", row)
        role(go, "nav")
        draw(go, "link", self.look, "primary")
        go.setToolTip(name)
        go.clicked.connect(partial(self._go, self._other(link)))
        off = QToolButton(row)
        role(off, "quiet")
        draw(off, "unlink", self.look)
        off.setAccessibleName(_("Délier de « {name} »").format(name=name))
        off.setToolTip(off.accessibleName())
        off.clicked.connect(lambda: self.desk.do(canvases.unlink(self.desk.project, link.id)))
        line.addWidget(go, 1)
        line.addWidget(off)
        return row

    def _go(self, row: str) -> None:
        project, types = self.desk.project, self.desk.types
        table = next((t for t in ("note", "canvas", "step") if row in project.table(t)), "")
        target = target_of(project, types, table, row) if table else None
        if target is not None:
            self.desk.go(target)

    # -- adding ---------------------------------------------------------------------------------------------
    def search(self) -> None:
        """The list of all one can tie a note to, to search by its words."""
        chooser = Chooser(self.look, _("Relier à"), self.choices(), self.tie, self)
        chooser.open_at(self.adding.mapToGlobal(QPoint(0, self.adding.height())))

    def choices(self) -> list[Choice]:
        """Canvases, then the other notes, each with where it stands."""
        project, types, found = self.desk.project, self.desk.types, []
        for canvas in project.canvases():
            try:
                kind = types.of(project, canvas.id)
            except Refusal:
                continue
            name = title(project, kind, canvas.id)
            found.append(Choice(canvas.id, f"{kind.label} › {name}"))
        for note in project.note.values():
            if note.id != self.note and note.text and note.canvas in project.canvas:
                found.append(Choice(note.id, note.text))
        return found

    def tie(self, row: str) -> None:
        """The note points to this now."""
        project = self.desk.project
        canvas = project.note[self.note].canvas or ""
        self.desk.do(canvases.link(project, canvas, self.note, TRACE, row))
        self.desk.announce(_("Reliée à « {name} »").format(name=name_of(project, row)))
