"""The bar over an open card: back, its title, its version, its views, the next version, the test."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from labdesk.ui.actions import draw, reword
from labdesk.ui.segments import Segments
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.topbar import Elided
from labdesk.words import _

SIMPLE, COMPLETE, TEST = "simple", "complete", "test"
TIGHT, TIGHTER = 1180, 800
"""px at 100 % under which the bar says less."""


class CardBar(QFrame):
    """It is told what stands; who owns it listens to its buttons."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        role(self, "topbar")
        self._look = look
        self.title = Elided(self)
        role(self.title, "h3")
        self.back = self._button("arrow-left", _("Toutes les cartes"), "quiet")
        self.version = self._button("layers", "", "quiet")
        self.version.setToolTip(_("Les autres versions, et ce qui a changé"))
        self.version.setCheckable(True)
        names = ((SIMPLE, _("Vue simple")), (COMPLETE, _("Vue complète")), (TEST, _("Test")))
        self.segments = Segments(names, self)
        self.views = self.segments.buttons
        self.views[TEST].setToolTip(_("Ce que nous attendions, ce que nous voyons"))
        self.again = self._button("copy", _("Nouvelle version"), "quiet")
        self.again.setToolTip(_("La carte suivante : le contenu est repris, le test est vide"))
        self.test = self._button("flask-conical", _("Commencer le test"), "primary")
        self.test.setToolTip(_("Inscrit la date du jour : les zones du test apparaissent"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        for widget in (self.version, self.segments, self.again, self.test):
            self._row.addWidget(widget)

    def _button(self, icon: str, words: str, kind: str) -> QPushButton:
        button = QPushButton(words, self)
        role(button, kind)
        draw(button, icon, self._look, "on_primary" if kind == "primary" else "ink2")
        return button

    def say_version(self, number: int) -> None:
        """Which version this card is."""
        reword(self.version, _("v{n}").format(n=number), self._look)
        self.version.setAccessibleName(_("Version {n} : voir les autres et ce qui change").format(n=number))

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin, thin = self._look.space("m"), self._look.space("xs")
        self._row.setContentsMargins(margin, thin, margin, thin)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fewer words where the bar is short. What a button does is still told."""
        room = self.width() / self._look.scale
        tight, tighter = room < TIGHT, room < TIGHTER
        for button, words, short in (
            (self.back, _("Toutes les cartes"), tighter),
            (self.again, _("Nouvelle version"), tight),
        ):
            reword(button, "" if short else words, self._look)
            button.setAccessibleName(words)
        self.title.setVisible(not tighter)  # the top bar of the window says it too
        self.test.setText(_("Tester") if tighter else _("Commencer le test"))
        self.views[SIMPLE].setText(_("Simple") if tighter else _("Vue simple"))
        self.views[COMPLETE].setText(_("Complète") if tighter else _("Vue complète"))
