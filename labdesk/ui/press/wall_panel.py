"""« Imprimer le mur »: blank canvases, sheets to hand out, votes, table signs. No project needed."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from labdesk.domain.funding import load_profiles
from labdesk.domain.lab import load_lab
from labdesk.dossier.handouts import load_handouts
from labdesk.ui.desk import Desk
from labdesk.ui.press.errand import Errand
from labdesk.ui.press.paper_choice import PaperChoice
from labdesk.ui.press.press import Asked
from labdesk.ui.scrolled_panel import ScrolledPanel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

PAPERS = ("A3", "A2", "A1", "A0")


class WallPanel(ScrolledPanel):
    """What is wanted on the left of a tick; one button prints it all."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Imprimer le mur"), parent)
        self.desk = desk
        self.ticks: dict[str, QCheckBox] = {}
        self.line(_("Canevas vierges, une place de 76 mm par note"), "strong")
        self._tick([(name, str(kind.label)) for name, kind in desk.catalogue.types.items()])
        self.choice = PaperChoice(look, PAPERS, "A0", self)
        self.column.addWidget(self.choice)
        self.line(_("Feuilles A4"), "strong")
        handouts = [(name, str(sheet.title)) for name, sheet in load_handouts().sheets.items()]
        self._tick([*handouts, ("dots", _("Gommettes")), ("tables", _("Chevalets de table"))])
        self.tables = QSpinBox(self)
        self.tables.setRange(1, 40)
        self.tables.setValue(6)
        self.tables.setAccessibleName(_("Nombre de tables"))
        self.ticks["tables"].toggled.connect(self.tables.setEnabled)
        words = QLabel(_("Nombre de tables"), self)
        words.setBuddy(self.tables)
        row = QHBoxLayout()
        row.addWidget(words)
        row.addWidget(self.tables)
        row.addStretch(1)
        self.column.addLayout(row)
        self._lab_line()
        self._buttons()
        self.errand = Errand(desk, look)
        self.foot.addWidget(self.errand)
        self._follow()
        self.take(820, 700)

    def _tick(self, named: list[tuple[str, str]]) -> None:
        grid = QGridLayout()
        across = 2 if self.look.scale < 1.5 else 1
        for at, (name, words) in enumerate(named):
            box = self.ticks[name] = QCheckBox(words, self)
            box.setChecked(True)
            box.toggled.connect(self._follow)
            grid.addWidget(box, at // across, at % across)
        self.column.addLayout(grid)

    def _lab_line(self) -> None:
        """In whose name the sheets are printed, and the way to change it."""
        self._lab = self.line("", "muted", wrap=True)
        self._tell_lab()

    def _tell_lab(self) -> None:
        name = load_lab().name
        told = (
            _("Au nom de : {name}").format(name=name)
            if name
            else _("Le nom et les contacts seront à remplir à la main.")
        )
        self._lab.setText(told)

    def _buttons(self) -> None:
        row = QHBoxLayout()
        lab, self.go = (
            QPushButton(_("Identité du laboratoire…"), self),
            QPushButton(_("Imprimer en PDF…"), self),
        )
        lab.setAutoDefault(False)
        lab.clicked.connect(self._ask_lab)
        role(self.go, "primary")
        self.go.clicked.connect(self.ask_where)
        row.addWidget(lab)
        row.addStretch(1)
        row.addWidget(self.go)
        self.foot.addLayout(row)

    def _ask_lab(self) -> None:
        from labdesk.ui.lab_panel import LabPanel

        panel = LabPanel(self.look, self)
        panel.kept.connect(self._tell_lab)
        panel.show()

    def _follow(self) -> None:
        """Nothing ticked: nothing to print."""
        if hasattr(self, "go"):
            self.go.setEnabled(any(box.isChecked() for box in self.ticks.values()))

    def ask_where(self) -> None:
        """Ask for the folder, then print into it."""
        if self.errand.under_way:
            return
        folder = self.desk.path.parent if self.desk.path else Path.home()
        dialog = QFileDialog(self, _("Dans quel dossier ?"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, folder: Path) -> None:
        """Print into a folder; the outcome is told in the strip."""
        parts = tuple(name for name, box in self.ticks.items() if box.isChecked())
        profile = load_profiles().named(None)
        out = folder / _("Kit mural")
        self.errand.do(
            Asked("kit", profile, True, out, paper=self.choice.paper, parts=parts, count=self.tables.value())
        )
