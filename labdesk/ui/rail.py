"""The rail: the places in working order, how far the dossier is, the settings. Narrow, it shows icons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from labdesk.ui.actions import draw, tell
from labdesk.ui.icons import picture
from labdesk.ui.mark import draw_mark
from labdesk.ui.place import DOORS, Door
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.tile import Tile
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.domain.completeness import Review

NARROW, WIDE = 56, 236
"""px at 100 %."""
LOW, LOWEST = 480, 350
"""Heights, px at 100 %, under which the mark, then the progress of the dossier, give way to the places."""


class Rail(QFrame):
    """Says where the person wants to go; goes nowhere itself."""

    chosen = Signal(str)
    """The name of a door."""
    projected = Signal()
    """F5 is wanted."""
    reviewed = Signal()
    """The findings are wanted: Dossier › Contrôle."""
    settings_asked = Signal()
    toggled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.wide = self._offered = False
        role(self, "rail")
        self.setAccessibleName(_("Lieux"))
        self._column = QVBoxLayout(self)
        self.brand = Brand(look, self)
        self._column.addWidget(self.brand)
        self._column.addSpacing(6)
        self._buttons = {door.name: self._door(door) for door in DOORS}
        self._lens = self._entry(_("Projection"), "presentation", _("Projection (F5)"))
        self._lens.clicked.connect(self.projected)
        self._column.addStretch(1)
        self.progress = ReadinessTile(look, self)
        self.progress.clicked.connect(self.reviewed)
        self._column.addWidget(self.progress)
        self._settings = self._entry(_("Réglages"), "settings", _("Réglages (Ctrl+,)"))
        self._settings.clicked.connect(self.settings_asked)
        self._fold = self._entry(_("Replier"), "panel-left-close", "")
        self._fold.clicked.connect(self.toggled)
        self.show_words(False)

    def _door(self, door: Door) -> QPushButton:
        button = self._entry(door.title, door.icon, f"{door.title} (Alt+{door.digit})")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda _checked, name=door.name: self.chosen.emit(name))
        return button

    def _entry(self, words: str, drawing: str, tip: str) -> QPushButton:
        button = QPushButton(self)
        role(button, "nav")
        button.setAutoDefault(True)  # Enter presses it, as Space does
        draw(button, drawing, self._look)
        button.setProperty("words", words)
        tell(button, words, tip or words)
        self._column.addWidget(button)
        return button

    def show_words(self, wide: bool) -> None:
        """Open the rail with words, or narrow it to its icons."""
        self.wide = wide
        look = self._look
        side = look.px(8)
        self.setFixedWidth(look.px(WIDE if wide else NARROW))
        self._column.setContentsMargins(side, look.px(10), side, look.px(10))
        self._column.setSpacing(look.px(2))
        fold = _("Replier") if wide else _("Déplier")
        self._fold.setProperty("words", fold)
        name = _("Replier le rail") if wide else _("Déplier le rail")
        tell(self._fold, name, f"{name} (F9)")
        draw(self._fold, "panel-left-close" if wide else "panel-left-open", look)
        for button in (*self._buttons.values(), self._lens, self._settings, self._fold):
            button.setText(f"  {button.property('words')}" if wide else "")
            draw(button, button.property("drawing"), look)
        self.brand.show_words(wide)
        self.progress.show_words(wide)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Large text on a low screen: first the mark goes, then the gaps; the places always fit."""
        room = self.height() / self._look.scale
        self.brand.setVisible(room >= LOW)
        self.progress.setVisible(self._offered and room >= LOWEST)
        for button in (*self._buttons.values(), self._lens, self._settings, self._fold):
            button.setFixedHeight(self._look.px(36 if room >= LOW else 30))

    def mark(self, name: str) -> None:
        """The person is in this place now."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def offer(self, *, project: bool, at_table: bool) -> None:
        """Without a project only Accueil can be reached; at a table only what a table needs is there."""
        for door in DOORS:
            button = self._buttons[door.name]
            button.setVisible(not at_table or door.at_table)
            button.setEnabled(project or door.name == "home")
        self._lens.setEnabled(project)
        self._lens.setVisible(not at_table)
        self._offered = project and not at_table
        self._fit()


class Brand(QWidget):
    """The mark and, on a wide rail, the name."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._name = QLabel("LabDesk", self)
        role(self._name, "brand")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)

    def show_words(self, wide: bool) -> None:
        look = self._look
        self._name.setVisible(wide)
        self.setFixedHeight(look.px(36))
        self._row.setContentsMargins(look.px(44), 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        draw_mark(painter, QRectF(look.px(6), look.px(4), look.px(28), look.px(28)), look)
        painter.end()


class ReadinessTile(Tile):
    """« 12 sections prêtes sur 17 · 2 points bloquants »; a click goes to the findings."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, "ready")
        self._look = look
        self._title = self.words(_("Dossier"), "caption")
        self._sections = self.words("", "strong", wrap=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign = self.words("", "small")
        self._blocking = self.words("", "small", wrap=True)
        self._short = self.words("", "strong")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sections)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._short, 0, Qt.AlignmentFlag.AlignHCenter)
        self._row = QHBoxLayout()
        self._row.addWidget(self._sign)
        self._row.addWidget(self._blocking, 1)
        self._column.addLayout(self._row)
        self._wide = False
        self._review: Review | None = None
        self._begun = True

    def show_review(self, review: "Review | None", *, begun: bool = True) -> None:
        """What the rules said; calmly, as long as nothing was typed."""
        self._review, self._begun = review, begun
        self._tell()

    def show_words(self, wide: bool) -> None:
        self._wide = wide
        look = self._look
        pad, side = (look.px(10), look.px(12)) if wide else (look.px(6), look.px(2))
        self._column.setContentsMargins(side, pad, side, pad)
        self._column.setSpacing(look.px(5) if wide else look.px(2))
        self._row.setSpacing(look.px(4))
        for part in (self._title, self._sections, self._bar):
            part.setVisible(wide)
        self._short.setVisible(not wide)
        self._tell()

    def _tell(self) -> None:
        review = self._review
        if review is None:
            self._sections.setText(_("Relecture en cours"))
            self.setAccessibleName(_("Dossier : relecture en cours"))
            self._short.setText("–")
            self._blocking.clear()
            self._sign.clear()
            return
        for part in (self._sign, self._blocking):
            part.setVisible(self._begun)
        if not self._begun:
            self._tell_blank()
            return
        stops = review.blocking
        sections, _dot, points = review.sentence().partition(" · ")
        self._sections.setText(sections)
        self._bar.setMaximum(max(review.total, 1))
        self._bar.setValue(review.ready)
        self._short.setText(f"{review.ready}/{review.total}")
        self._blocking.setText(points if self._wide else str(stops))
        tone = "error" if stops else "ok"
        role(self._blocking, tone)
        token, drawing = ("bad", "triangle-alert") if stops else ("ok", "circle-check")
        self._sign.setPixmap(picture(drawing, self._look, token, size=14))
        tell(self, review.sentence(), "\n".join((review.sentence(), _("Voir le contrôle"))))

    def _tell_blank(self) -> None:
        """Nothing is wrong with a project that begins."""
        self._sections.setText(_("À remplir"))
        self._bar.setMaximum(1)
        self._bar.setValue(0)
        self._short.setPixmap(picture("pencil", self._look, "ink3", size=16))
        name = _("Dossier : à remplir")
        tell(self, name, "\n".join((name, _("Voir le contrôle"))))
