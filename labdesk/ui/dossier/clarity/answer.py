"""Under the list of passages: why one is told, what can stand in its stead, « Garder ainsi », an acronym."""

import textwrap
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout

from labdesk.domain.clarity import Passage
from labdesk.domain.entities import FIELDS
from labdesk.ui.actions import draw
from labdesk.ui.dossier.clarity.passage_words import quoted, why
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

SHORT = 26
"""Characters of a proposal that its button shows."""
MOST = 3
"""Proposals that have a button."""


class Answer(QFrame):
    """It says what a person wants; it changes nothing."""

    replaced = Signal(str)
    """These words are wanted in the place of the passage."""
    kept = Signal()
    shown = Signal()
    explained = Signal(str, str)
    """Acronym, what it stands for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._word = ""
        self._standing = ""
        role(self, "band")
        self.setAccessibleName(_("Le passage choisi"))
        self._why = QLabel()
        self._why.setWordWrap(True)
        role(self._why, "small")
        self.meaning = QLineEdit()
        self.meaning.setMaxLength(FIELDS["acronym"]["meaning"].limit)
        self.meaning.setPlaceholderText(_("Ce que veut dire le sigle"))
        self.meaning.returnPressed.connect(self.settle)
        self.explain = self._button(_("Expliquer"), "check")
        self.explain.clicked.connect(self.settle)
        self.proposals = [QPushButton() for _place in range(MOST)]
        for button in self.proposals:
            button.clicked.connect(lambda _on, button=button: self.replaced.emit(button.property("words")))
        self.show_it = self._button(_("Montrer"), "arrow-left")
        self.show_it.setAccessibleDescription(_("Va au passage dans le texte"))
        self.show_it.clicked.connect(self.shown)
        self.keep = self._button(_("Garder ainsi"), "check-check")
        self.keep.setAccessibleDescription(_("Ce passage n’est plus signalé ; Ctrl+Z l’annule"))
        self.keep.clicked.connect(self.kept)
        self._arrange()
        self.relook()

    def _button(self, words: str, drawing: str) -> QPushButton:
        button = QPushButton(words)
        draw(button, drawing, self._look)
        return button

    def _arrange(self) -> None:
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._why)
        self._box.addWidget(self.meaning)
        for button in (self.explain, *self.proposals):
            button.setSizePolicy(
                QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
            )  # never wider than the leaf
            self._box.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.show_it)
        row.addStretch(1)
        self._box.addLayout(row)

    def relook(self) -> None:
        """The theme or the text size changed."""
        space = self._look.space("s")
        self._box.setContentsMargins(self._look.space("m"), space, self._look.space("m"), space)
        self._box.setSpacing(space)

    def speak_of(self, passage: Passage, *, read_only: bool) -> None:
        """A passage of the text."""
        self._why.setText(why(passage.kind))
        self._ask_meaning(passage.words if passage.kind == "acronym" else "", "", read_only=read_only)
        self._offer(passage.proposals if not read_only else ())
        if passage.kind == "acronym" and passage.hint:
            self.meaning.setText(passage.proposals[0].removeprefix(f"{passage.words} (").removesuffix(")"))
            self.meaning.setCursorPosition(0)
            self.proposals[0].setText(_("L’écrire aussi dans le texte"))
        for button in (self.keep, self.show_it):
            button.show()
        self.keep.setVisible(not read_only)

    def speak_of_word(self, word: str, meaning: str, *, read_only: bool) -> None:
        """An acronym that is explained already."""
        self._why.setText(_("Expliqué pour tout le dossier. Vider le champ retire l’explication."))
        self._ask_meaning(word, meaning, read_only=read_only)
        self._offer(())
        for button in (self.keep, self.show_it):
            button.hide()

    def _ask_meaning(self, word: str, meaning: str, *, read_only: bool) -> None:
        if word != self._word or not self.meaning.hasFocus():
            self._word, self._standing = word, meaning
            self.meaning.setText(meaning)
            self.meaning.setCursorPosition(0)
        self.meaning.setAccessibleName(_("Ce que veut dire {word}").format(word=word))
        self.meaning.setVisible(bool(word))
        self.meaning.setReadOnly(read_only)
        self.explain.setVisible(bool(word) and not read_only)

    def _offer(self, proposals: Sequence[str]) -> None:
        for rank, button in enumerate(self.proposals):
            words = proposals[rank] if rank < len(proposals) else ""
            button.setProperty("words", words)
            short = textwrap.shorten(words, SHORT, placeholder="…") or words
            button.setText(_("Écrire {words}").format(words=quoted(short)).replace("&", "&&"))
            button.setAccessibleName(_("Remplacer par {words}").format(words=quoted(words)))
            button.setToolTip(_("Remplacer par {words}").format(words=quoted(words)))
            button.setVisible(bool(words))

    def settle(self) -> None:
        """What was typed of an acronym is wanted now."""
        if self._word and self.meaning.text().strip() != self._standing and not self.meaning.isReadOnly():
            self._standing = self.meaning.text().strip()
            self.explained.emit(self._word, self._standing)
