"""What a note says beside its text: evidence, voice, source, dots, table, links, a private note."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import common_vocabularies
from labdesk.domain.commands import notes
from labdesk.domain.entities import Note, Value
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.domain.sieve import tagged, tags_of_text
from labdesk.ui.actions import draw
from labdesk.ui.canvas.links_box import LinksBox
from labdesk.ui.canvas.marks import EVIDENCE, UNKNOWN, VOICE
from labdesk.ui.canvas.tagging import TagLine
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import Bond
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.filling.texts import BoundText
from labdesk.ui.icons import icon
from labdesk.ui.open_combo import OpenCombo
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

Seen = tuple[str, ...] | None


def of_note(note: str, field: str) -> Bond:
    """A field of a note; nothing when it was deleted while someone typed."""

    def write(project: Project, value: Value, seen: Seen) -> Gesture:
        if note not in project.note:
            return Gesture("", ())
        if field == "tag":
            value = tagged(tags_of_text(str(value or "")))
        return notes.set_note(project, note, field, value, seen, _("Écrire") if field == "text" else None)

    return Bond("note", note, field, write, "raw" if field == "text" else "text")


class NoteForm(QWidget):
    """One form, bound to one note after another."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.look, self.note = desk, look, ""
        self.text = BoundText(desk)
        self.source = BoundLine(desk, self._bond("source"))
        self.table = BoundLine(desk, self._bond("author_table"))
        self.tags = TagLine(desk, self._bond("tag"))
        self.facilitator = BoundText(desk)
        self._tint: tuple[str, float] | None = None
        """Theme and text size the signs were drawn for."""
        self.evidence = self._options("evidence")
        self.voice = self._options("voice")
        self.links = LinksBox(desk, look, self)
        self._said = QLabel(self)
        self._lay_out()

    def _bond(self, field: str) -> Bond:
        """What a line writes: always the note of the moment; a line keeps its first way to write."""

        def write(project: Project, value: Value, seen: Seen) -> Gesture:
            return of_note(self.note, field).write(project, value, seen)

        return Bond("note", "", field, write)

    def _options(self, vocabulary: str) -> QComboBox:
        combo = OpenCombo(self)
        combo.addItem(_("Non précisé"), None)
        for option in common_vocabularies()[vocabulary]:
            combo.addItem(str(option.label), str(option.id))
        combo.setMinimumContentsLength(12)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(lambda _at: self._say(vocabulary, combo.currentData()))
        return combo

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space("s"))
        self.text.setFixedHeight(self.look.px(84))
        column.addWidget(LabelledField(_("Texte"), self.text))
        column.addWidget(LabelledField(_("Voix de la table (gommettes)"), self._votes()))
        column.addWidget(LabelledField(_("Niveau de preuve"), self.evidence))
        column.addWidget(LabelledField(_("Source"), self.source))
        column.addWidget(LabelledField(_("Qui le dit"), self.voice))
        column.addWidget(LabelledField(_("Étiquettes"), self.tags))
        column.addWidget(LabelledField(_("Table"), self.table))
        column.addWidget(self.links)
        self.facilitator.setFixedHeight(self.look.px(72))
        self._private = LabelledField(_("Note d’animation (non projetée)"), self.facilitator)
        self._dress()
        column.addWidget(self._private)

    def _votes(self) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        self.fewer = self._vote_button("minus", _("Une voix de moins"), -1)
        self.more = self._vote_button("plus", _("Une voix de plus"), 1)
        role(self._said, "h3")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(self.fewer)
        line.addWidget(self._said, 1)
        line.addWidget(self.more)
        return row

    def _vote_button(self, drawing: str, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        draw(button, drawing, self.look)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: self.desk.do(notes.vote(self.desk.project, self.note, by)))
        return button

    def _dress(self) -> None:
        ground, edge = self.look.hex("warn_soft"), self.look.hex("warn")
        self.facilitator.setStyleSheet(f"background: {ground}; border: 1px dashed {edge};")
        side, tint = self.look.px(18), (self.look.theme, self.look.scale)
        if tint == self._tint:
            return
        self._tint = tint
        for combo, signs in ((self.evidence, EVIDENCE), (self.voice, VOICE)):
            combo.setIconSize(QSize(side, side))
            for row in range(1, combo.count()):
                combo.setItemIcon(row, icon(signs.get(str(combo.itemData(row)), UNKNOWN), self.look))

    # -- one note after another -----------------------------------------------------------------------------
    def bind(self, note: str) -> None:
        """This note now; what was being typed about the other one becomes a gesture."""
        if note != self.note:
            self.settle()
            self.note = note
            self.text.bind(of_note(note, "text"))
            self._bind_private()
            self.source.bond, self.table.bond = of_note(note, "source"), of_note(note, "author_table")
            self.tags.bond = of_note(note, "tag")
            self.links.bind(note)
        self.refresh()

    def _bind_private(self) -> None:
        """At a table the private note is not even read: who walks the hidden widgets would hear it."""
        if self.desk.table:
            self.facilitator.settle()
            self.facilitator.bond = None
            self.facilitator.refresh()
        else:
            self.facilitator.bind(of_note(self.note, "facilitator_note"))

    @property
    def row(self) -> Note | None:
        """The note as it stands now."""
        return self.desk.project.note.get(self.note)

    def refresh(self) -> None:
        """Read the note again."""
        row = self.row
        if row is None:
            return
        if bool(self.desk.table) != (self.facilitator.bond is None):  # the laptop sat down, or left
            self._bind_private()
        for field in (self.text, self.facilitator, self.source, self.table, self.tags):
            field.refresh()
        self.evidence.setCurrentIndex(max(0, self.evidence.findData(row.evidence)))
        self.voice.setCurrentIndex(max(0, self.voice.findData(row.voice)))
        votes, veiled = (
            self.desk.project.votes_on(self.note),
            self.desk.project.votes_veiled(row.canvas or ""),
        )
        self._said.setText(_("Cachées") if veiled else several(votes, "{n} voix", "{n} voix"))
        self.fewer.setEnabled(veiled or votes > 0)
        self._private.setVisible(not self.desk.table)
        self.links.refresh()
        self._dress()

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        for field in (self.text, self.facilitator, self.source, self.table, self.tags):
            field.settle()

    def _say(self, field: str, value: str | None) -> None:
        self.desk.do(notes.set_note(self.desk.project, self.note, field, value))


def push(words: str, drawing: str, look: Look, parent: QWidget) -> QPushButton:
    """A quiet button with a drawing."""
    button = QPushButton(words, parent)
    role(button, "quiet")
    draw(button, drawing, look)
    return button
