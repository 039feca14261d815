"""A choice offered without stopping anyone: what was done by default, and another way. It goes by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

SHOWN = 15_000
"""ms before an offer that nobody took goes away."""
TOAST = 88
"""px at 100 % at the bottom that short sentences of the window and the zoom bar take."""
Offer = tuple[str, Callable[[], object]]


class OfferBar(QFrame):
    """One for each page, over the bottom of the canvas."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._around = look, parent
        role(self, "bar")
        self._row = QHBoxLayout(self)
        self._sentence = QLabel(self)
        self._row.addWidget(self._sentence)
        self._buttons: list[QPushButton] = []
        self._clock = QTimer(self, singleShot=True, interval=SHOWN)
        self._clock.timeout.connect(self._over)
        self.hide()

    def offer(self, sentence: str, offers: Sequence[Offer], keep: str = "") -> None:
        """Say what was done and show the other ways; `keep` are the words of the way that changes nothing."""
        for button in self._buttons:
            self._row.removeWidget(button)  # at once: the bar is measured before it is deleted
            button.hide()
            button.deleteLater()
        self._sentence.setText(sentence)
        self._buttons = [self._button(words, deed) for words, deed in offers]
        self._buttons.append(self._button(keep or _("Garder"), lambda: None))
        self.settle()
        self.show()
        self.raise_()
        self._clock.start()

    def tell(self, sentence: str) -> None:
        """Something goes on meanwhile: the sentence says how far it is, the offers stay."""
        self._sentence.setText(sentence)
        self._clock.start()

    def stand_on(self, around: QWidget) -> None:
        """The page shows the same canvas otherwise: what is offered stands over that."""
        self.hide()
        self._around = around
        self.setParent(around)

    def settle(self) -> None:
        """Take the size of what is in it and stand over what the window says at its bottom."""
        around = self._around
        self.adjustSize()
        top = around.height() - self.height() - self._look.px(TOAST)
        self.move((around.width() - self.width()) // 2, max(0, top))

    def come_in(self) -> bool:
        """The keyboard comes to the first offer; False when nothing is offered."""
        if self.isVisible() and self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    @property
    def sentence(self) -> str:
        """What is offered now; empty when nothing is."""
        return self._sentence.text() if self.isVisible() else ""

    def take(self, rank: int) -> None:
        """Take an offer, as a click on its button does."""
        self._buttons[rank].click()

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        role(button, "link")
        button.clicked.connect(lambda: self._done(deed))
        self._row.addWidget(button)
        button.show()  # counted at once when the bar already stands
        return button

    def _done(self, deed: Callable[[], object]) -> None:
        self._back()
        deed()

    def _back(self) -> None:
        """The keyboard goes back to the canvas before the bar goes away."""
        self._around.setFocus()
        self.hide()

    def _over(self) -> None:
        """Whoever stands on an offer is given the time."""
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self._clock.start()
        else:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap leaves things as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)
