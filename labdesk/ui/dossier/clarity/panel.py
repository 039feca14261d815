"""The leaf « Clarté » beside a section: how it reads, its passages, what can be done about each of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from labdesk.domain.clarity import Passage
from labdesk.domain.commands.clarity import explain, keep_as_is, look_again
from labdesk.domain.entities import Acronym
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.clarity import marks
from labdesk.ui.dossier.clarity.answer import Answer
from labdesk.ui.dossier.clarity.passage_words import passage_line, quoted
from labdesk.ui.dossier.clarity.reader import Reader
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.dossier.upright import upright
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

MOST = 60
"""Passages listed at once: the others follow as these are answered."""


class ClarityPanel(QFrame):
    """It reads `editor` while it is in sight, and says in `counted` how many passages there are."""

    counted = Signal(int)
    text_wanted = Signal()
    """The text is to be shown: on a narrow window it is another leaf."""
    settle_wanted = Signal()
    """What is being typed in the editor must become a gesture."""

    def __init__(self, desk: Desk, look: Look, editor: QPlainTextEdit) -> None:
        super().__init__()
        self._desk, self._look, self._editor = desk, look, editor
        self._section, self._typed = "", True
        role(self, "panel")
        self.reader = Reader(desk, editor)
        self.reader.read.connect(self._tell)
        self._heading, self._measure, self._none = QLabel(_("Langage clair")), QLabel(), QLabel()
        role(self._heading, "h3")
        for label in (self._measure, self._none):
            label.setWordWrap(True)
            role(label, "muted")
        self.list = Passages(look, _("Passages que l’on peut dire plus simplement"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.entered_row.connect(self._speak)
        self.list.gone_to.connect(self._show)
        self.list.kept.connect(self._keep)
        self.answer = Answer(look)
        self.answer.replaced.connect(self._replace)
        self.answer.kept.connect(self._keep)
        self.answer.shown.connect(self._show)
        self.answer.explained.connect(self._explain)
        self.again = QPushButton()
        role(self.again, "quiet")
        draw(self.again, "rotate-cw", look)
        self.again.clicked.connect(self._look_again)
        sheet = QFrame()
        role(sheet, "panel")
        scroll = upright(sheet)  # on a low window the leaf scrolls, nothing is squeezed
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._box = QVBoxLayout(sheet)
        for widget in (self._heading, self._measure, self._none, self.list, self.answer, self.again):
            self._box.addWidget(widget)
        self._box.setStretchFactor(self.list, 1)
        self._box.addStretch(0)
        self.relook(look)

    def relook(self, look: Look) -> None:
        """The theme or the text size changed."""
        space = look.space("m")
        self._box.setContentsMargins(space, space, space, space)
        self.list.setMinimumHeight(look.px(130))
        self.list.relook()
        self.answer.relook()
        if self.isVisible():
            self._underline()

    def show_section(self, section: str, *, typed: bool) -> None:
        """Another section is written, or the same again; one that is not typed has nothing to read."""
        if section != self._section:
            self.settle()
        self._section, self._typed = section, typed
        self.reader.watch(section, watching=self.isVisible() and typed)
        if not typed:
            self._tell()

    @property
    def said(self) -> str:
        """How the section reads, and how many passages are told."""
        count = len(self.reader.passages) if self._typed else 0
        told = several(
            count,
            "{n} passage peut se dire plus simplement.",
            "{n} passages peuvent se dire plus simplement.",
        )
        return " ".join(filter(None, (self._measure.text(), told if count else self._none.text())))

    def settle(self) -> None:
        """What is being typed of an acronym becomes a gesture now."""
        if self.isVisible():
            self.answer.settle()

    # -- what is told ---------------------------------------------------------------------------------------
    def _tell(self) -> None:
        project = self._desk.project
        found = self.reader.passages if self._typed else ()
        lines: list[tuple[SignLine, object]] = [(passage_line(passage), passage) for passage in found[:MOST]]
        if more := len(found) - MOST if len(found) > MOST else 0:
            rest = several(more, "Puis {n} autre passage, plus loin", "Puis {n} autres passages, plus loin")
            lines.append((SignLine(rest, heading=True), None))
        words = [row for row in project.acronym.values() if row.meaning]
        if words:
            lines.append((SignLine(_("Sigles expliqués dans le dossier"), heading=True), None))
            lines += [
                (SignLine(row.id, row.meaning or "", "tag", "ink3"), row) for row in sorted(words, key=_id)
            ]
        at = self.list.currentIndex().row()
        self.list.show_lines(lines)
        if self.list.current() is None and lines:
            self.list.go_to_row(min(max(at, 0), len(lines) - 1))
        measured = self.reader.measure
        self._measure.setText(measured.sentence() if measured and self._typed else "")
        self._measure.setVisible(bool(self._measure.text()))
        self.list.setAccessibleDescription(self._measure.text())
        self._none.setText(
            _("Rien à signaler : ce texte se lit tel quel.")
            if self._typed
            else _("Cette section n’a pas de texte à lire ici.")
        )
        self._none.setVisible(not found)
        self.list.setVisible(bool(lines))
        kept = sum(row.section in (self._section, "*") for row in project.kept.values())
        self.again.setText(
            several(kept, "{n} passage gardé ainsi : revoir", "{n} passages gardés ainsi : revoir")
        )
        self.again.setVisible(kept > 0 and not self._desk.read_only)
        self._speak(self.list.current())
        self.counted.emit(len(found))

    def _speak(self, chosen: object) -> None:
        read_only = self._desk.read_only
        self.answer.setVisible(isinstance(chosen, Passage | Acronym))
        if isinstance(chosen, Passage):
            self.answer.speak_of(chosen, read_only=read_only)
        elif isinstance(chosen, Acronym):
            self.answer.speak_of_word(chosen.id, chosen.meaning or "", read_only=read_only)
        self._underline()

    def _underline(self) -> None:
        seen = self.isVisible() and self._typed and self.reader.text == self._editor.toPlainText()
        current = self.list.current()
        chosen = current if isinstance(current, Passage) and seen else None
        marks.show(self._editor, self._look, self.reader.passages if seen else (), chosen)
        if chosen is not None and not self._editor.hasFocus():
            cursor = marks.Places(self._editor).cursor_on(chosen)
            cursor.setPosition(cursor.selectionStart())
            self._editor.setTextCursor(cursor)  # a long text scrolls to what is spoken of

    # -- what people do -------------------------------------------------------------------------------------
    def _passage(self) -> Passage | None:
        """The passage that is spoken of, if it stands where it was found."""
        chosen = self.list.current()
        if isinstance(chosen, Passage) and self.reader.stands(chosen):
            return chosen
        if isinstance(chosen, Passage):
            self.reader.look()
            self._desk.announce(_("Le texte a changé entre-temps : il vient d’être relu."))
        return None

    def _show(self) -> None:
        if (passage := self._passage()) is not None:
            self.text_wanted.emit()
            self._editor.setTextCursor(marks.Places(self._editor).cursor_on(passage))
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self, words: str) -> None:
        passage = self._passage()
        if passage is None or self._desk.read_only:
            return
        self.settle_wanted.emit()  # what was typed before is a gesture of its own
        marks.Places(self._editor).cursor_on(passage).insertText(words, QTextCharFormat())
        self.settle_wanted.emit()
        self.reader.look()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        said = _("{former} est devenu {words}. Ctrl+Z l’annule.")
        self._desk.announce(said.format(former=quoted(passage.words), words=quoted(words)))

    def _keep(self) -> None:
        passage = self._passage()
        if passage is None or self._desk.read_only:
            return
        self.settle_wanted.emit()
        if self._desk.do(keep_as_is(self._desk.project, self._section, passage)):
            self.reader.look()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._desk.announce(_("{words} : gardé ainsi.").format(words=quoted(passage.words)))

    def _explain(self, word: str, meaning: str) -> None:
        if self._desk.do(explain(self._desk.project, word, meaning)):
            self.reader.look()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            said = (
                _("{word} est expliqué pour tout le dossier.")
                if meaning
                else _("{word} n’est plus expliqué.")
            )
            self._desk.announce(said.format(word=word))

    def _look_again(self) -> None:
        if self._desk.do(look_again(self._desk.project, self._section)):
            self.reader.look()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt -------------------------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        """Someone looks: the text is read."""
        super().showEvent(event)
        self.reader.watch(self._section, watching=self._typed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is read, nothing is underlined."""
        super().hideEvent(event)
        self.reader.watch(self._section, watching=False)
        self._editor.setExtraSelections([])


class Passages(SignList):
    """A click or an arrow chooses; Enter goes to the text, Suppr keeps the passage as it is."""

    gone_to = Signal()
    kept = Signal()

    def go_to_row(self, at: int) -> None:
        """This row, or the first one after it that can be chosen."""
        for row in (*range(at, self.model().rowCount()), *range(at, -1, -1)):
            index = self.model().index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a person wants of the passage."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gone_to.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.kept.emit()
        else:
            super().keyPressEvent(event)


def _id(row: Acronym) -> str:
    return row.id.casefold()
