"""What only the presenter reads: the note to oneself of a sequence, and notes behind what is projected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.stage.stage import Stage
from labdesk.words import _

ANYWHERE = "*"
"""The key of the note that belongs to no sequence."""


class OwnNotes(QWidget):
    """Kept on this laptop, never projected."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage, self._line = stage, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.mine = QPlainTextEdit(self)
        self.mine.setAccessibleName(_("Note pour moi, jamais projetée"))
        self.mine.setPlaceholderText(_("Note pour moi, jamais projetée"))
        self.mine.setTabChangesFocus(True)
        self.mine.textChanged.connect(self._keep)
        self.theirs = QLabel(self)
        self.theirs.setWordWrap(True)
        self.theirs.setTextFormat(Qt.TextFormat.PlainText)
        self.theirs.setAlignment(Qt.AlignmentFlag.AlignTop)
        role(self.theirs, "muted")
        scroll = QScrollArea(self)
        scroll.setWidget(self.theirs)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(_("Notes d’animation derrière ce qui est projeté"))
        column.addWidget(self.mine, 1)
        column.addWidget(scroll, 1)

    def renew(self) -> None:
        """Those of the sequence and of the page of now."""
        stage = self._stage
        line = stage.line or ANYWHERE
        if line != self._line:
            self._line = line
            self.mine.blockSignals(True)
            self.mine.setPlainText(stage.left.notes.get(line, ""))
            self.mine.blockSignals(False)
        notes = stage.desk.project.note
        rows = [tile.row for tile in stage.page.tiles if tile.row in notes]
        found = [notes[row] for row in rows if notes[row].facilitator_note]
        said = [f"• {note.text} : {note.facilitator_note}" for note in found]
        self.theirs.setText("\n".join(said) or _("Aucune note d’animation derrière ce qui est projeté."))

    def written_elsewhere(self, line: str) -> None:
        """The note of this sequence was rewritten beside the running order."""
        if line == self._line:
            self._line = ""
            self.renew()

    def _keep(self) -> None:
        self._stage.left.notes[self._line] = self.mine.toPlainText()
        self._stage.memory.save()
