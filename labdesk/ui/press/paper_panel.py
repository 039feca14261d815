"""« Un canevas seul »: which canvas, on which paper, into which file."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from labdesk.domain.funding import load_profiles, profile_of
from labdesk.domain.model import title
from labdesk.ui.desk import Desk
from labdesk.ui.press.errand import Errand
from labdesk.ui.press.outputs import canvas_file_name
from labdesk.ui.press.paper_choice import PaperChoice
from labdesk.ui.press.press import Asked
from labdesk.ui.scrolled_panel import ScrolledPanel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

PAPERS = ("A4", "A3", "A2", "A1", "A0")


class PaperPanel(ScrolledPanel):
    """A small window beside the work; what it prints is what the project says when the button is pressed."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Imprimer un canevas seul"), parent)
        self.desk = desk
        self.canvases = QComboBox(self)
        self.canvases.setAccessibleName(_("Canevas"))
        self.canvases.setMinimumContentsLength(36)
        self.canvases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.line(_("Canevas"), "strong").setBuddy(self.canvases)
        self.column.addWidget(self.canvases)
        self.choice = PaperChoice(look, PAPERS, "A3", self)
        self.column.addWidget(self.choice)
        row = QHBoxLayout()
        self.go = QPushButton(_("Exporter en PDF…"), self)
        role(self.go, "primary")
        self.go.clicked.connect(self.ask_where)
        row.addStretch(1)
        row.addWidget(self.go)
        self.column.addStretch(1)
        self.foot.addLayout(row)
        self.errand = Errand(desk, look)
        self.foot.addWidget(self.errand)
        desk.changed.connect(self._refill)
        desk.opened.connect(self.close)
        self._fill()
        self.take(640, 460)

    def _fill(self) -> None:
        project, types = self.desk.project, self.desk.types
        self.canvases.clear()
        for canvas in project.canvases():
            kind = types.of(project, canvas.id)
            name = _("{kind} : {title}").format(kind=kind.label, title=title(project, kind, canvas.id))
            self.canvases.addItem(name, canvas.id)
        self.go.setEnabled(self.canvases.count() > 0)

    def _refill(self, _touched: object) -> None:
        kept = self.canvases.currentData()
        self._fill()
        self.canvases.setCurrentIndex(max(self.canvases.findData(kept), 0))

    def ask_where(self) -> None:
        """Ask for the file, then export."""
        if self.errand.under_way or self.canvases.currentData() is None:
            return
        folder = self.desk.path.parent if self.desk.path else Path.home()
        dialog = QFileDialog(self, _("Imprimer un canevas seul"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(canvas_file_name(self.canvases.currentText(), self.choice.paper))
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, out: Path) -> None:
        """Export into a file; the outcome is told in the strip."""
        profile = profile_of(self.desk.project.head, load_profiles())
        canvas = str(self.canvases.currentData())
        self.errand.do(Asked("canvas", profile, True, out, detail=canvas, paper=self.choice.paper))
