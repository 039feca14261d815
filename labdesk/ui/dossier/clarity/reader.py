"""One editor read for plain language while its panel is in sight: when the hand rests, never at a key."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from labdesk import places
from labdesk.domain.clarity import Lexicon, Measure, Passage, explained_in, load_lexicon, measure, passages
from labdesk.domain.model import Project
from labdesk.dossier.syllables import syllables
from labdesk.ui.desk import Desk

REST = 500
"""ms without a key before the text is read again."""


class Reader(QObject):
    """What it found stands in `passages` and `measure`, for the text it was found in."""

    read = Signal()

    def __init__(self, desk: Desk, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._desk, self._editor = desk, editor
        self.section, self.text = "", ""
        self.passages: tuple[Passage, ...] = ()
        self.measure: Measure | None = None
        self._watching = False
        self._lexicon: Lexicon | None = None
        self._stamp: tuple[tuple[str, int], ...] = ()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look)
        editor.textChanged.connect(self._later)
        desk.changed.connect(lambda _touched: self._later())
        desk.opened.connect(self._later)

    def watch(self, section: str, *, watching: bool) -> None:
        """The panel of this section is in sight, or is not: then nothing is read at all."""
        if watching and (not self._watching or section != self.section):
            self.section, self._watching = section, True
            self._rest.start(0)
        self.section, self._watching = section, watching
        if not watching:
            self._rest.stop()

    def _later(self) -> None:
        if self._watching:
            self._rest.start(REST)

    def look(self) -> None:
        """Read the text now."""
        self._rest.stop()
        project = self._desk.project
        self.text = self._editor.toPlainText()
        lexicon = self.lexicon()
        self.passages = passages(self.text, lexicon, self.known(project), project.kept, self.section)
        self.measure = measure(self.text, lexicon.long, syllables)
        self.read.emit()

    def known(self, project: Project) -> Mapping[str, str]:
        """The acronyms that the dossier explains: in the list of its acronyms, or in one of its texts."""
        told = {word: row.meaning for word, row in project.acronym.items() if row.meaning}
        return {**explained_in(project.text(name) for name in sorted(project.section)), **told}

    def lexicon(self) -> Lexicon:
        """The lists, read again when the lab has changed its own."""
        own = places.own_clarity()
        stamp = tuple((path.name, path.stat().st_mtime_ns) for path in sorted(own.glob("*.toml")))
        if self._lexicon is None or stamp != self._stamp:
            self._lexicon, self._stamp = load_lexicon(), stamp
            for sentence in self._lexicon.refused:
                self._desk.refused.emit(sentence)
        return self._lexicon

    def stands(self, passage: Passage) -> bool:
        """The editor still holds this passage where it was found."""
        return self._editor.toPlainText()[passage.start : passage.end] == passage.words
