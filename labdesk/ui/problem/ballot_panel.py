"""The notes of a box that holds three at most: dots on each, which gives way to a new one, which stay."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import ballot, notes
from labdesk.domain.entities import NOTE
from labdesk.domain.model import Project
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.icons import picture
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

WIDE = 680
"""Its width, in design pixels."""


class BallotLine(QFrame):
    """One note: its words, its dots, and the one thing that can happen to it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        role(self, "well")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(10), look.px(6), look.px(8), look.px(6))
        row.setSpacing(look.px(6))
        self.sign = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.fewer = _tool("minus", look, self)
        self.dots = QLabel(self)
        role(self.dots, "strong")
        self.dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dots.setMinimumWidth(look.px(62))
        self.more = _tool("plus", look, self)
        self.deed = QPushButton(self)
        self.deed.setAutoDefault(True)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        for widget in (self.fewer, self.dots, self.more, self.deed):
            row.addWidget(widget)


class BallotPanel(QFrame):
    """It stands over the canvas until one is done. What it does is undone like the rest."""

    closed = Signal()

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look
        self.canvas, self.zone_id, self.most, self.label = "", "", 0, ""
        self.lines: dict[str, BallotLine] = {}
        self._wants_new = False
        role(self, "float")
        self.setAccessibleName(_("Gommettes"))
        self._title, self._said = QLabel(self), QLabel(self)
        role(self._title, "h3")
        role(self._said, "muted")
        self._said.setWordWrap(True)
        self.new = QLineEdit(self)
        self.new.setMaxLength(NOTE)
        self.new.setPlaceholderText(_("Le nouveau, en attente d’une place"))
        self.new.setAccessibleName(_("Le nouveau, en attente d’une place"))
        self.ranking = QPushButton(self)
        role(self.ranking, "primary")
        self.closing = QPushButton(_("Fermer"), self)
        self.closing.clicked.connect(self.shut)
        self.ranking.clicked.connect(self._rank)
        for button in (self.ranking, self.closing):
            button.setAutoDefault(True)
        self._rows = QVBoxLayout()
        self._lay_out()
        self.new.textChanged.connect(lambda _text: self._name_deeds())
        desk.changed.connect(lambda _touched: self.refresh())
        desk.settling.connect(self.settle_new)
        self.hide()
        parent.installEventFilter(self)

    def _lay_out(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(8))
        for widget in (self._title, self._said, self.new):
            column.addWidget(widget)
        self._rows.setSpacing(px(6))
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.closing)
        foot.addWidget(self.ranking)
        column.addLayout(foot)

    # -- showing ---------------------------------------------------------------------------------------------
    def open_on(self, canvas: str, zone: Zone, *, new: str | None = None, focus: bool = True) -> None:
        """Show the notes of a box. `new` (maybe blank) waits for a place; None: there is nothing new."""
        self.canvas, self.zone_id, self.label = canvas, zone.id, str(zone.label)
        self.most, self._wants_new = zone.at_most or 3, new is not None
        self.new.setText(new or "")
        self.new.setVisible(self._wants_new)
        self.show()
        self.refresh()
        self.raise_()
        if focus:
            first = self.new if self._wants_new else next((x.more for x in self.lines.values()), self.closing)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.new.setCursorPosition(len(self.new.text()))
            self.new.deselect()

    def refresh(self) -> None:
        """The notes as they are now; without any, or without their canvas, the panel goes."""
        if not self.isVisible():
            return
        project = self.desk.project
        held = project.notes_at(self.canvas, self.zone_id) if self.canvas in project.canvas else ()
        if not held:
            self.shut()
            return
        for row in self.lines.keys() - {note.id for note in held}:
            gone = self.lines.pop(row)
            if gone.isAncestorOf(QApplication.focusWidget() or self):
                self.closing.setFocus()
            gone.setParent(None)
            gone.deleteLater()
        for rank, note in enumerate(held):
            line = self.lines.get(note.id) or self._born(note.id)
            self._rows.insertWidget(rank, line)
            line.words.setText((note.text or "").strip())
            self._say_dots(line, project, note.id)
        self._name_deeds()
        self._head(len(held))
        self.settle()

    def _say_dots(self, line: BallotLine, project: Project, note: str) -> None:
        votes = project.votes_on(note)
        line.dots.setText(several(votes, "{n} voix", "{n} voix"))
        line.fewer.setEnabled(votes > 0)
        chosen = ballot.retained(project, self.canvas, self.zone_id) == note
        line.sign.setPixmap(
            picture("star" if chosen else "circle", self.look, "ok" if chosen else "border", size=16)
        )
        line.sign.setToolTip(_("retenu") if chosen else "")
        words = line.words.text()
        line.fewer.setAccessibleName(_("Une voix de moins : {text}").format(text=words))
        line.more.setAccessibleName(_("Une voix de plus : {text}").format(text=words))
        line.words.setAccessibleName(f"{words}, {line.dots.text()}{', ' + _('retenu') if chosen else ''}")

    def _born(self, note: str) -> BallotLine:
        line = self.lines[note] = BallotLine(self.look, self)
        line.fewer.clicked.connect(partial(self._vote, note, -1))
        line.more.clicked.connect(partial(self._vote, note, 1))
        line.deed.clicked.connect(partial(self._do, note))
        line.show()
        return line

    def _head(self, count: int) -> None:
        over = count > self.most
        self._title.setText(
            _("{label} : {n} au plus").format(label=self.label, n=self.most)
            if over or self._wants_new
            else _("{label} : gommettes").format(label=self.label)
        )
        if self._wants_new:
            said = _(
                "Écrivez le nouveau, puis choisissez celui qu’il remplace ; ou comptez d’abord les gommettes."
            )
        elif over:
            said = _(
                "Il y en a {n}. Comptez les gommettes, puis gardez les {most} préférés ; Ctrl+Z revient."
            )
        else:
            said = _("Comptez les gommettes de la table ; rangé par voix, le premier est le retenu.")
        self._said.setText(said.format(n=count, most=self.most))
        words = _("Garder les {n} préférés").format(n=self.most) if over else _("Ranger par voix")
        self.ranking.setText(words)
        self.ranking.setVisible(not self._wants_new and count > 1)

    def _name_deeds(self) -> None:
        for line in self.lines.values():
            words = _("Remplacer") if self._wants_new else _("Retirer")
            line.deed.setText(words)
            line.deed.setEnabled(not self._wants_new or bool(self.new.text().strip()))
            line.deed.setAccessibleName(f"{words} : {line.words.text()}")

    def settle(self) -> None:
        """Over the middle of the canvas, inside it."""
        around = self.parentWidget()
        if around is None:
            return
        wide = min(self.look.px(WIDE), around.width() - 2 * self.look.px(12))
        self.setFixedWidth(wide)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        high = max(layout.totalHeightForWidth(wide), layout.totalMinimumSize().height())
        self.setFixedHeight(min(high, around.height() - 2 * self.look.px(8)))
        self.move((around.width() - wide) // 2, max(0, (around.height() - self.height()) // 2))

    # -- deeds -----------------------------------------------------------------------------------------------
    def _vote(self, note: str, by: int) -> None:
        project = self.desk.project
        if note not in project.note:
            return
        self.desk.do(notes.vote(project, note, by))
        said = several(self.desk.project.votes_on(note), "{n} voix", "{n} voix")
        self.desk.announce(f"{(project.note[note].text or '').strip()} : {said}")

    def _do(self, note: str) -> None:
        """The new one takes this one's place, or this one goes."""
        if not self._wants_new:
            self.desk.do(notes.delete_notes(self.desk.project, [note]))
            self.desk.announce(_("Retiré. Ctrl+Z le rend."))
            return
        made, gesture = ballot.replace_note(self.desk.project, note, self.new.text(), self.desk.table)
        if made:
            self._wants_new = False
            self.desk.do(gesture)
            self.desk.announce(_("Remplacé. Ctrl+Z rend l’ancien."))
        self.shut()

    def _rank(self) -> None:
        """The order of the dots; more than the box holds go away."""
        project = self.desk.project
        gesture = ballot.keep_first(project, self.canvas, self.zone_id, self.most)
        if gesture:
            self.desk.do(gesture)
        first = self.desk.project.notes_at(self.canvas, self.zone_id)[:1]
        said = _("Retenu : {text}") if ballot.retained(self.desk.project, self.canvas, self.zone_id) else ""
        if said:
            self.desk.announce(said.format(text=(first[0].text or "").strip()))
        else:
            self.desk.idle.emit(_("Rangé. Aucun n’a plus de gommettes que les autres."))
        self.shut()

    def shut(self) -> None:
        """The panel goes, the keyboard goes back to the canvas."""
        if self.isVisible():
            inside = self.isAncestorOf(QApplication.focusWidget() or self)
            self.hide()
            if inside or QApplication.focusWidget() is None:
                self.closed.emit()

    def settle_new(self) -> None:
        """One leaves without a choice: what was written joins the others, and the table chooses later."""
        text = self.new.text().strip()
        if self.isVisible() and self._wants_new and text and self.canvas in self.desk.project.canvas:
            self._wants_new = False
            _made, gesture = notes.add_notes(
                self.desk.project, self.canvas, self.zone_id, [text], author_table=self.desk.table or None
            )
            self.desk.do(gesture)
        self.shut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap closes; what was written for the new one joins the others, as when one goes elsewhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.settle_new()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return bool(super().eventFilter(watched, event))


def _tool(drawing: str, look: Look, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    draw(button, drawing, look)
    return button
