"""The bar over the traces: which journey, what is shown, drawing or table; under it what is answered."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.trace_web import Lack, Shown, Web
from labdesk.domain.trace_words import lack_words
from labdesk.ui.actions import draw
from labdesk.ui.icons import icon
from labdesk.ui.segments import Segments
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

WORDS_FROM, ALL_WORDS_FROM = 820, 960
"""px at 100 % from which the two views, then all buttons of the bar, have words."""


class TracesBar(QWidget):
    """It says what one wants to see; it reads nothing itself."""

    mode_chosen = Signal(str)
    view_chosen = Signal(bool)
    """True: the table."""
    narrowed = Signal()
    journey_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._count = look, 0
        self.sentence, self.broken = QLabel(self), QLabel(self)
        self.alone, self.journey = QPushButton(self), QComboBox(self)
        self._modes = Segments(((mode, words) for mode, (words, _tip) in _modes().items()), self)
        self._views = Segments((("drawing", _("Dessin")), ("table", _("Tableau"))), self)
        self.modes = self._modes.buttons
        for mode, (_words, tip) in _modes().items():
            self.modes[mode].setToolTip(tip)
        self.drawing, self.table = self._views.buttons.values()
        for button in (self.drawing, self.table):
            button.setToolTip(button.text())
        self.modes["linked"].setChecked(True)
        self.drawing.setChecked(True)
        self.row, self._band = QHBoxLayout(), QHBoxLayout()
        self._arrange()
        self._modes.chosen.connect(self.mode_chosen)
        self._views.chosen.connect(lambda name: self.view_chosen.emit(name == "table"))
        self.alone.clicked.connect(lambda _on: self.narrowed.emit())
        self.journey.activated.connect(lambda _at: self.journey_chosen.emit())

    def _arrange(self) -> None:
        top, band = QFrame(self), QFrame(self)
        role(top, "topbar")
        role(band, "band")
        top.setLayout(self.row)
        band.setLayout(self._band)
        self.journey.setAccessibleName(_("Parcours montrés"))
        self.journey.setAccessibleDescription(self.journey.accessibleName())  # Linux: the choice is the name
        self.journey.setMinimumContentsLength(13)
        self.journey.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        role(self.alone, "quiet")
        self.alone.setCheckable(True)
        self.alone.setAccessibleName(_("Seulement cette chaîne"))
        self.alone.setToolTip(_("Seulement la chaîne où l’on est (Espace)"))
        self.row.addStretch(1)
        self.row.addWidget(self.alone)
        self.row.addWidget(self.journey)
        self.row.addWidget(self._modes)
        self.row.addWidget(self._views)
        role(self.sentence, "strong")
        role(self.broken, "error")
        self.broken.setWordWrap(True)
        self._band.addWidget(self.sentence)
        self._band.addWidget(self.broken, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(band)
        self.relook()

    # -- room -----------------------------------------------------------------------------------------------
    def relook(self) -> None:
        """Theme or text size changed."""
        margin, small = self.look.space("l"), self.look.space("s")
        for row, gap in ((self.row, small), (self._band, margin)):
            row.setContentsMargins(margin, small, margin, small)
            row.setSpacing(gap)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters on a small screen: the drawing and the table are chosen by their icons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self.look
        draw(self.alone, "filter", look)
        self.alone.setText(_("Cette chaîne") if self.width() >= look.px(ALL_WORDS_FROM) else "")
        wide = self.width() >= look.px(WORDS_FROM)
        self.journey.setMinimumContentsLength(13 if wide else 6)
        self.journey.setToolTip(self.journey.currentText())
        counted = _("Rompu ({n})").format(n=self._count)
        self.modes["broken"].setText(counted if wide else _("Rompu"))
        self.modes["broken"].setAccessibleName(counted)
        if self.journey.count():
            self.journey.setItemText(0, self._every())
        for button, drawing in ((self.drawing, "git-merge"), (self.table, "table")):
            words = button.toolTip()
            button.setText(words if wide else "")
            button.setAccessibleName(words)
            button.setIconSize(QSize(look.px(16), look.px(16)))
            button.setIcon(QIcon() if wide else icon(drawing, look, on="primary"))

    # -- what it says ---------------------------------------------------------------------------------------
    def tell(self, web: Web) -> None:
        """What is answered, what is broken, which journeys there are."""
        self.sentence.setText(web.summary())
        self.broken.setText(_broken(web))
        self._count = len(web.broken)
        self._fit()
        wanted = [("", self._every()), *web.journeys.items()]
        box = self.journey
        if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != wanted:
            chosen = box.currentData()
            box.clear()
            for canvas, name in wanted:
                box.addItem(name, canvas)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _every(self) -> str:
        wide = self.width() >= self.look.px(WORDS_FROM)
        return _("Tous les parcours") if wide else _("Parcours")

    @property
    def canvas(self) -> str:
        """The journey chosen; empty: all of them."""
        return str(self.journey.currentData() or "")


def _modes() -> dict[Shown, tuple[str, str]]:
    return {
        "linked": (_("Relié"), _("Ce qui est relié ; le reste est compté en tête de colonne")),
        "all": (_("Tout"), _("Tous les irritants et toutes les pistes, étape par étape")),
        "broken": (_("Rompu"), _("Seulement ce qui est rompu, avec sa chaîne")),
    }


def _broken(web: Web) -> str:
    """« Sans réponse : 30 · Sans prototype : 34 · Décidé sans budget : 2 »."""
    counted: dict[Lack, int] = {}
    for row in web.broken:
        for lack in web.knots[row].lacks:
            counted[lack] = counted.get(lack, 0) + 1
    said = _("{label} : {text}")
    return " · ".join(said.format(label=lack_words(lack), text=n) for lack, n in counted.items())
