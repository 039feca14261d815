"""What stands around a grid (persona, trigger, goal, sources, takeaway): a strip that unfolds over it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.layout import View
from labdesk.domain.shown import as_read
from labdesk.ui.actions import draw
from labdesk.ui.canvas.accessible import read_aloud
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.desk import Desk
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

OPEN = 250
"""Height in design px when unfolded."""


class AroundStrip(QFrame):
    """Folded it says in one line what it holds; its pane is built when it is first unfolded."""

    opened = Signal(bool)
    """It was unfolded, or folded."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look
        self.canvas = ""
        self.pane: Pane | None = None
        role(self, "band")
        self._fold = QToolButton(self)
        role(self._fold, "quiet")
        self._fold.setText(_("Fiche du parcours"))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setCheckable(True)
        self._fold.clicked.connect(self.unfold)
        draw(self._fold, "chevron-right", look)
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        role(self._summary, "muted")
        self.head = QWidget(self)
        """The line one folds it by; a place that has its own button hides it."""
        line = QHBoxLayout(self.head)
        line.setContentsMargins(look.px(8), look.px(2), look.px(8), look.px(2))
        line.addWidget(self._fold)
        line.addWidget(self._summary, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        desk.changed.connect(lambda _touched: self._tell())
        self.hide()

    @property
    def unfolded(self) -> bool:
        """What stands around the grid is open."""
        return self._fold.isChecked()

    def _settle(self) -> None:
        self.setVisible(bool(self.canvas) and (self.unfolded or not self.head.isHidden()))

    def show_canvas(self, canvas: str) -> None:
        """The strip of a grid; empty: none."""
        self.canvas = canvas
        self._settle()
        if self.pane is not None:
            self.pane.show_canvas(canvas, View(part="around"))
        self._tell()

    def unfold(self, unfolded: bool) -> None:
        """Open or close it."""
        if unfolded and self.pane is None:
            self.pane = Pane(self.desk, self.look, self)
            self._column.addWidget(self.pane)
            read_aloud(self.pane)
            self.pane.view.setAccessibleName(_("Fiche du parcours"))
        if self.pane is not None:
            self.pane.setVisible(unfolded)
            self.pane.setFixedHeight(self.look.px(OPEN))
            if unfolded:
                self.pane.show_canvas(self.canvas, View(part="around"))
        self._fold.setChecked(unfolded)
        self.opened.emit(unfolded)
        self._tell()
        self._settle()
        draw(self._fold, "chevron-down" if unfolded else "chevron-right", self.look)

    def _tell(self) -> None:
        """« Persona : Inès · Déclencheur : … »."""
        project = self.desk.project
        if self.canvas not in project.canvas:
            return
        kind = self.desk.types.of(project, self.canvas)
        said = []
        for zone in kind.sheet:
            if zone.id != kind.title_zone and not zone.holds_notes:
                text = as_read(project, kind, zone, project.value(self.canvas, zone.id))
                if text:
                    said.append(_("{label} : {text}").format(label=zone.label, text=text))
        folded = not self._fold.isChecked()
        self._summary.setText(" · ".join(said).replace("\n", " ") if folded else "")
