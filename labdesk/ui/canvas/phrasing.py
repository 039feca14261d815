"""Help beside a sentence being typed: blanks that write it live, advice, ways to say it better.

Everything is offered: one may type on and never look at it. What a blank says is written in the real field,
as if it had been typed there: drafts, bursts and undo know nothing of blanks.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.sentence_form import Form, Proposal
from labdesk.ui.actions import draw, spoken_keys
from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas.almanac import Days, as_words
from labdesk.ui.canvas.aside import Aside
from labdesk.ui.canvas.typist import Typist
from labdesk.ui.icons import picture
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

PAUSE, SAID = 700, 1_800
"""ms of silence before advice is shown, and before it is said to a screen reader."""
SHOWN = 2
"""The most pieces of advice at a time."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AdviceLine(QFrame):
    """One piece of advice; `take` says it so, when there is a way to."""

    def __init__(
        self, proposal: Proposal, first: bool, take: Callable[[], None], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        role(self, "well")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        column.setSpacing(look.px(4))
        head = QHBoxLayout()
        sign = QLabel(self)
        sign.setPixmap(picture("lightbulb", look, "warn", size=16))
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(_label(proposal.sentence, "", self), 1)
        column.addLayout(head)
        self.button: QPushButton | None = None
        if proposal.text:
            column.addWidget(_label(f"« {proposal.text} »", "strong", self))
            self.button = QPushButton(_("Écrire ainsi"), self)
            role(self.button, "link")
            draw(self.button, "check", look, "primary")
            if first:
                self.button.setText(f"{self.button.text()} ({spoken_keys('Alt+Return')})")
            self.button.setAccessibleName(_("Écrire ainsi : {text}").format(text=proposal.text))
            self.button.clicked.connect(take)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class Phrasing(Aside):
    """One for each form of sentence of a view."""

    def __init__(self, form: Form, typist: Typist, look: Look, parent: QWidget) -> None:
        super().__init__(typist, look, parent)
        self.form = form
        self.lines: list[QLineEdit] = []
        self.days: Days | None = None
        self.proposals: tuple[Proposal, ...] = ()
        self.advice: list[AdviceLine] = []
        self._writing = False
        self._told = ""
        self.setAccessibleName(form.name)
        self._labels: list[QLabel] = []
        self._grid, self._across = QGridLayout(), 0
        self._grid.setColumnStretch(1, 1)
        self._advice = QVBoxLayout()
        self._good = _label("", "ok", self.inside)
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._advise)
        self._say = QTimer(self, singleShot=True, interval=SAID)
        self._say.timeout.connect(self._tell)

    # -- laying out ------------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(_label(self.form.name, "h3", self.inside), 1)
        keys = _label(_("↓ : y aller · Échap : quitter"), "small", self.inside)
        keys.setWordWrap(False)
        head.addWidget(keys)
        self.column.addLayout(head)
        for blank in self.form.blanks:
            line = QLineEdit(self.inside)
            line.setPlaceholderText(blank.question)
            line.setAccessibleName(f"{self.form.name}, {blank.label}")
            line.setAccessibleDescription(blank.question)
            line.setToolTip(blank.question)
            line.textEdited.connect(self._write)
            label = _label(blank.label, "strong", self.inside)
            label.setWordWrap(False)
            label.setBuddy(line)
            self._labels.append(label)
            self.lines.append(line)
        self.column.addLayout(self._grid)
        self.spread(False)
        if any(blank.day for blank in self.form.blanks):
            self.days = Days(self.look, self.inside)
            self.days.taken.connect(self._take_day)
            self.column.addWidget(self.days)
            self.hear(self.days.table)
        self.column.addWidget(self._good)
        self.column.addLayout(self._advice)
        self.column.addStretch(1)
        self.hear(*self.lines)

    def spread(self, broad: bool) -> None:
        across = 2 if broad else 1
        if self._across == across:
            return
        self._across, right = across, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.setColumnStretch(3, across - 1)
        for rank, (label, line) in enumerate(zip(self._labels, self.lines, strict=True)):
            row, column = divmod(rank, across)
            self._grid.addWidget(label, row, 2 * column, right)
            self._grid.addWidget(line, row, 2 * column + 1)

    # -- the text and its blanks -----------------------------------------------------------------------------
    def begin(self) -> None:
        self._told = ""
        if self.days is not None:
            self.days.hide()
        say_aloud(self.editor, _("{name} : ↓ y mène.").format(name=self.form.name))
        self._fill()
        self._advise()

    def entered(self, widget: QWidget) -> None:
        """The days are there while one stands where a day goes."""
        if self.days is not None:
            there = widget in (self.lines[-1], self.days.table)
            if there != self.days.isVisibleTo(self):
                self.days.setVisible(there)
                self.place()

    def follow(self) -> None:
        if not self._writing:
            self._fill()
        self._pause.start()
        self._say.start()

    def _fill(self) -> None:
        """The blanks as the text says them."""
        for line, words in zip(self.lines, self.form.read(self.typist.text), strict=True):
            if line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)
        if self.days is not None:
            self.days.show_day(self.lines[-1].text())

    def _write(self) -> None:
        """The text as the blanks say it."""
        self._writing = True
        self.editor.setPlainText(self.form.write(tuple(line.text() for line in self.lines)))
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self._writing = False

    def _take_day(self, day: object) -> None:
        line = self.lines[-1]
        line.setText(as_words(day))  # type: ignore[arg-type]
        self._write()
        line.setFocus()

    # -- advice ----------------------------------------------------------------------------------------------
    def _advise(self) -> None:
        """What could be said better, once the hands rest; what is said already stays where it is."""
        text = self.typist.text
        found = tuple(self.form.advise(text))[:SHOWN]
        whole = not self.form.blanks[-1].day and self.form.is_whole(text)
        self._good.setText(_("La phrase a sa forme.") if whole else "")
        self._good.setVisible(bool(self._good.text()))
        if found != self.proposals:
            self._show(found)
        self.place()

    def _show(self, found: Sequence[Proposal]) -> None:
        held = self.focusWidget()
        for line in self.advice:
            if held is not None and line.isAncestorOf(held):
                self.editor.setFocus()
            line.setParent(None)
            line.deleteLater()
        self.proposals = tuple(found)
        self.advice = []
        with_text = [proposal for proposal in found if proposal.text]
        for proposal in found:
            first = bool(with_text) and proposal is with_text[0]
            line = AdviceLine(proposal, first, partial(self.take, proposal.text), self.look, self.inside)
            self._advice.addWidget(line)
            line.show()  # else it has no height before the next turn of the loop
            self.advice.append(line)
            if line.button is not None:
                self.hear(line.button)

    def take(self, text: str) -> None:
        """Say it so: one gesture of its own, and back to the text."""
        self.typist.commit()
        self.editor.setPlainText(text)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.typist.commit()
        self.editor.setFocus()
        self._advise()
        say_aloud(self.editor, _("Écrit : {text}").format(text=text))

    def _tell(self) -> None:
        """A screen reader hears new advice after what it is saying."""
        said = " ".join(one.sentence for one in self.proposals)
        if any(one.text for one in self.proposals):
            said += " " + _("Alt+Entrée l’écrit mieux, flèche bas montre les blancs.")
        if said and said != self._told and self.typist.blank is not None:
            say_aloud(self.editor, said)
        self._told = said

    # -- keys ------------------------------------------------------------------------------------------------
    def stops(self) -> list[QWidget]:
        days: list[QWidget] = [self.days.table] if self.days is not None else []
        return [*self.lines, *days, *(line.button for line in self.advice if line.button is not None)]

    def pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in _ENTER and alt:
            self._advise()
            better = next((one.text for one in self.proposals if one.text), "")
            if better:
                self.take(better)
            return bool(better)
        if widget is self.editor:
            return False
        if self.days is not None and widget is self.days.table:
            return self.days.press(event)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go(widget, 1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and widget is self.lines[-1]:
            self.typist.leave("enter")
        elif key in _ENTER and isinstance(widget, QLineEdit):
            self.go(widget, 1)
        elif key in _ENTER and isinstance(widget, QPushButton):
            widget.click()
        else:
            return False
        return True


def _label(words: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if name:
        role(label, name)
    return label
