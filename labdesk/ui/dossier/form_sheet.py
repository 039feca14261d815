"""Around a section to paste: its words as the form gets them, counter and buttons; the band above it all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from labdesk.dossier.form import Entry, form_length
from labdesk.ui.actions import draw
from labdesk.ui.dossier.copied import Mark
from labdesk.ui.dossier.counter import counter
from labdesk.ui.dossier.form_words import counted
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.words import _

ONE_LINE = 900
"""px at 100 % from which the buttons of the band stand beside its sentence."""


class FormSheet(QFrame):
    """One section: read, never typed in. What is to be changed is changed at its source."""

    copied = Signal()
    next_wanted = Signal()
    source_wanted = Signal()
    shortened = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title, self._field, self._counter, self._mark = QLabel(), QLabel(), QLabel(), QLabel()
        role(self._title, "h2")
        role(self._field, "muted")
        role(self._mark, "small")
        for label in (self._title, self._field, self._counter):
            label.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.short = QCheckBox()
        self.short.clicked.connect(self.shortened)
        self.copy = QPushButton(_("Copier"))
        role(self.copy, "primary")
        draw(self.copy, "copy", look, "on_primary")
        self.copy.setToolTip(_("Copier la section (Entrée dans la liste, Ctrl+Maj+C partout)"))
        self.copy.clicked.connect(self.copied)
        self.next = QPushButton(_("Suivante à copier"))
        draw(self.next, "arrow-down", look)
        self.next.clicked.connect(self.next_wanted)
        self.source = QPushButton(_("Modifier à la source"))
        draw(self.source, "pencil", look)
        self.source.clicked.connect(self.source_wanted)
        self._arrange()
        # Until the first section is told there is nothing to do here.
        self.text.setAccessibleName(_("Texte à coller"))
        self.short.hide()
        self.copy.setEnabled(False)

    def _arrange(self) -> None:
        counts = QHBoxLayout()
        counts.addWidget(self._counter, 1)
        counts.addWidget(self._mark)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self.copy, self.next, self.source):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._title)
        self._box.addWidget(self._field)
        self._box.addLayout(counts)
        self._box.addLayout(self._buttons)
        self._box.addWidget(self.short)
        self._box.addWidget(self.text, 1)  # last: on a low window the words scroll, never the buttons

    def relook(self) -> None:
        """The theme or the text size changed."""
        self._box.setSpacing(self._look.space("s"))
        self.text.setFont(self._look.font(14))
        self.text.setMinimumHeight(self._look.px(90))

    def fit(self, *, low: bool, named: bool) -> None:
        """On a low window margins shrink; the title stays when nothing above names the section (`named`)."""
        side, space = self._look.space("m" if low else "xl"), self._look.space("s" if low else "l")
        self._box.setContentsMargins(side, space, side, space)
        self._title.setVisible(named)

    def show_entry(self, entry: Entry, text: str, mark: Mark, *, short: bool) -> None:
        """A section as it would be pasted now."""
        section = entry.section
        field = str(section.field)
        self._title.setText(str(section.label))
        self._field.setText(_("Champ du formulaire : {field}").format(field=field) if field else "")
        self._field.setVisible(bool(field))
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self.text.setAccessibleName(_("{section}, tel qu’il sera collé").format(section=section.label))
        self.text.setPlaceholderText(_("Rien à copier : cette section est vide."))
        sentence, tone = counted(entry, text)
        self._counter.setText(sentence if text else "")
        role(self._counter, tone)
        said = {"copied": _("✓ copiée"), "changed": _("changée depuis la copie"), "": ""}
        self._mark.setText(said[mark])
        self.text.setAccessibleDescription(" ".join(filter(None, (self._counter.text(), said[mark]))))
        essential = _("L’essentiel, sans le détail des canevas ({signs})")
        self.short.setText(essential.format(signs=counter(form_length(entry.short), 0)[0]))
        self.short.setVisible(entry.short not in ("", entry.text))
        self.short.setChecked(short)
        self.copy.setEnabled(bool(text))
        over = entry.over(text)
        self.source.setText(_("Aller raccourcir") if over else _("Modifier à la source"))
        self.source.setAccessibleDescription(
            _("Ouvre la section là où elle s’écrit") if text else _("Ouvre la section là où elle se remplit")
        )

    @property
    def said(self) -> str:
        """What the counter says."""
        return self._counter.text()


class FormBand(QFrame):
    """How far one is, and what concerns all sections."""

    forgotten = Signal()
    export_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        role(self, "band")
        self._sign = Sign(look, "clipboard-paste", "primary", 24)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        role(self._sentence, "h2")
        self._hint = QLabel(_("Entrée copie la section, ↓ passe à la suivante. Rien n’est coupé ni changé."))
        self._hint.setWordWrap(True)
        role(self._hint, "muted")
        self.forget = QPushButton(_("Tout remettre à copier"))
        draw(self.forget, "rotate-cw", look)
        self.forget.clicked.connect(self.forgotten)
        self.export = QPushButton(_("En un fichier texte…"))
        draw(self.export, "file-down", look)
        self.export.clicked.connect(self.export_wanted)
        for button in (self.forget, self.export):
            button.setEnabled(False)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        first, buttons = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._sign)
        first.addLayout(words, 1)
        buttons.addWidget(self.forget)
        buttons.addWidget(self.export)
        buttons.addStretch(0)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addLayout(first, 1)
        self._box.addLayout(buttons)

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("l")
        self._box.setContentsMargins(margin, self._look.space("s"), margin, self._look.space("s"))
        self._box.setSpacing(self._look.space("s"))

    def fit(self, width: int, *, low: bool) -> None:
        """The buttons stand under the sentence on a narrow window; a low one has no hint."""
        self._hint.setVisible(not low)
        wide = width >= self._look.px(ONE_LINE)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def say(self, sentence: str, marked: bool, full: bool) -> None:
        """How far one is; some are marked as copied; there are sections at all."""
        self._sentence.setText(sentence)
        self.forget.setEnabled(marked)
        self.export.setEnabled(full)

    @property
    def said(self) -> str:
        """What the band says."""
        return self._sentence.text()
