"""What a text may quote, found by its words: amounts, results, notes. Entrée quotes what is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from labdesk.domain.quotables import Quotable
from labdesk.ui.aloud import say_aloud
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.filling.entry import plain
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

MOST, SAID = 80, 250
"""Lines shown at most; ms after a key before what is found is said."""
SHOWN = 160
"""Characters of a note in a line of the list."""
SAID_AS = {"amount": "euros"}
"""A word by which people look for what is written with a sign."""
DRAWINGS = {"amount": "euro", "result": "target", "note": "sticky-note"}


class QuotePanel(Panel):
    """Words typed narrow the list; the arrows walk through it while the keyboard stays in the field."""

    def __init__(
        self, look: Look, offered: Sequence[Quotable], then: Callable[[Quotable], object], parent: QWidget
    ) -> None:
        super().__init__(look, _("Citer une note, un résultat, un montant"), parent)
        self._offered, self._then = offered, then
        self._folded = [
            (plain(f"{one.words} {one.where} {SAID_AS.get(one.kind, '')}"), one) for one in offered
        ]
        self.line(_("La citation suit sa source : corrigée là-bas, elle l’est ici."), "muted", wrap=True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Quelques mots de ce que vous citez"))
        self.field.setAccessibleName(_("Mots recherchés"))
        self.field.setClearButtonEnabled(True)
        self.list = SignList(look, _("Ce qui peut être cité"))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column.addWidget(self.field)
        self.count = self.line("", "small")
        self.column.addWidget(self.list, 1)
        self.quote, cancel = QPushButton(_("Citer")), QPushButton(_("Annuler"))
        role(self.quote, "primary")
        self.quote.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.quote)
        self.column.addLayout(row)
        cancel.clicked.connect(self.reject)
        self.quote.clicked.connect(self._quote)
        self.list.chosen.connect(lambda _one: self._quote())
        self._say = QTimer(self, singleShot=True, interval=SAID)
        self._say.timeout.connect(self._tell)
        self.field.textChanged.connect(lambda _text: self._look_up())
        self.field.installEventFilter(self)
        self.take(620, 520)
        self._look_up()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_up(self) -> None:
        wanted = plain(self.field.text()).split()
        found = [one for folded, one in self._folded if all(word in folded for word in wanted)]
        self.list.show_lines([(_line(one), one.ref) for one in found[:MOST]])
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        if found:
            more = several(len(found), "{n} à citer", "{n} à citer")
            shown = _("{n} premiers montrés").format(n=MOST)
            self.count.setText(f"{more} · {shown}" if len(found) > MOST else more)
        else:
            words = self.field.text().strip()
            nothing = _("Rien à citer pour l’instant : ni note, ni résultat, ni montant.")
            self.count.setText(_("Rien ne contient « {words} ».").format(words=words) if words else nothing)
        self.quote.setEnabled(bool(found))
        self._say.start()

    def _tell(self) -> None:
        """The keyboard stays in the field: the line one is on is said."""
        one = self._chosen()
        said = _line(one).said if one else self.count.text()
        if self.isVisible() and (self.field.text() or one is not None):
            say_aloud(self.field, said)

    def _chosen(self) -> Quotable | None:
        ref = self.list.current()
        return next((one for one in self._offered if one.ref == ref), None)

    def _quote(self) -> None:
        one = self._chosen()
        if one is not None:
            self.accept()
            self._then(one)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows of the field walk through the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            walks = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if event.key() in walks:
                QApplication.sendEvent(self.list, event)
                self._say.start()
                return True
        return super().eventFilter(watched, event)


def _line(one: Quotable) -> SignLine:
    words = one.words if len(one.words) <= SHOWN else one.words[:SHOWN].rpartition(" ")[0] + "…"
    return SignLine(words, one.where, DRAWINGS[one.kind], "primary")
