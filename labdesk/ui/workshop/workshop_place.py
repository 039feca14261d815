"""The place Atelier as the window sees it: the sheet of the day, its report, the tables gathered."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QWidget

from labdesk.domain.funding import load_profiles
from labdesk.ui.actions import act, draw
from labdesk.ui.canvas.canvas_place import CanvasPlace
from labdesk.ui.desk import Desk
from labdesk.ui.press.errand import Errand
from labdesk.ui.press.outputs import file_name, outputs
from labdesk.ui.press.press import Asked
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.work import reachable
from labdesk.ui.workshop.prepared_folder import keep_prepared_folder, prepared_folder
from labdesk.ui.workshop.tables_report import TablesReport
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.domain.lens import Lens
    from labdesk.ui.workshop.compare_tables import CompareTables
    from labdesk.ui.workshop.found_panel import FoundTables
    from labdesk.ui.workshop.prepare_tables import PrepareTables

SIDE_BY_SIDE = 820
"""px at 100 % from which the versions to choose between stand beside the sheet."""


class WorkshopPlace(CanvasPlace):
    """Run the day. Several workshops can stand in a project: the menu of the title goes between them."""

    PLACE = "workshop"

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.report = TablesReport(desk, look)
        self.errand = Errand(desk, look)
        self._words = QLabel()
        role(self._words, "muted")
        self.comparison: CompareTables | None = None
        self.preparing = self._deed(_("Préparer les tables…"), self.prepare_tables, "users", "Ctrl+P")
        self.gathering = self._deed(_("Réunir les tables…"), self.find_tables, "git-merge", "Ctrl+R")
        self.comparing = self._deed(
            _("Comparer les tables"), self.compare_tables, "columns-3", "Ctrl+Shift+C"
        )
        self.invitation.setText(_("Que se passe-t-il aujourd’hui ?"))
        self.reporting = self._deed(
            _("Compte rendu d’atelier"), self.write_report, "clipboard-list", "Ctrl+E"
        )
        self._arrange()
        desk.changed.connect(lambda _touched: self._count())
        look.changed.connect(self._relook)
        self._opened()

    def _deed(self, words: str, deed: object, icon: str, keys: str) -> QAction:
        return act(self, self.look, words, deed, icon_name=icon, keys=keys)  # type: ignore[arg-type]

    def _button(self, action: QAction, icon: str, kind: str = "") -> QPushButton:
        button = QPushButton(action.text().replace("&", ""))
        button.setToolTip(action.toolTip())
        button.setAccessibleName(button.text())
        draw(button, icon, self.look, "on_primary" if kind == "primary" else "ink2")
        if kind:
            role(button, kind)
        button.clicked.connect(action.trigger)
        self._spelled.append(button)
        return button

    def _arrange(self) -> None:
        self._spelled: list[QPushButton] = []
        bar = QFrame()
        role(bar, "topbar")
        self._bar = QHBoxLayout(bar)
        self._bar.addWidget(self._words, 1)
        self._bar.addWidget(self._button(self.preparing, "users"))
        self._bar.addWidget(self._button(self.gathering, "git-merge"))
        self._bar.addWidget(self._button(self.comparing, "columns-3"))
        self._report_button = self._button(self.reporting, "clipboard-list", "primary")
        self._bar.addWidget(self._report_button)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.stack)
        self._split.addWidget(self.report)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self.column.addWidget(bar)
        self.column.addWidget(self.errand)
        self.column.addWidget(self._split, 1)
        self._relook()

    def _relook(self) -> None:
        margin = self.look.space("l")
        self._bar.setContentsMargins(margin, self.look.space("s"), margin, self.look.space("s"))
        self.report.setMinimumWidth(self.look.px(340))
        self._split.setSizes([self.look.px(860), self.look.px(430)])
        self.report.relook()
        self._spell()
        if self.comparison is not None:
            self.comparison.relook()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The versions to choose between go below the sheet on a narrow window."""
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(SIDE_BY_SIDE)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._spell()

    def _spell(self) -> None:
        """Short of room, buttons keep their icons and no word is cut; the report keeps its words longest."""
        for button in self._spelled:
            self._say(button, "")
        taken = [self._words, *self._spelled]
        margins = self._bar.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._bar.spacing() * (len(taken) - 1)
        room -= sum(one.sizeHint().width() for one in taken)
        for button in reversed(self._spelled):
            bare = button.sizeHint().width()
            self._say(button, button.accessibleName())
            room -= button.sizeHint().width() - bare
            if room < 0:
                self._say(button, "")
                break

    def _say(self, button: QPushButton, words: str) -> None:
        button.setText(words)
        draw(button, button.property("drawing"), self.look, button.property("ink"))

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of a sheet, and of dates and decisions."""
        grids = (_("1 à 5"), _("Ctrl+1 à Ctrl+9"))
        return (
            *(line for line in super().shortcuts() if line[0] not in grids),
            (_("↓, en tapant une date ou une décision"), _("va au calendrier, aux blancs")),
        )

    def arrived(self) -> None:
        """Another sheet is shown."""
        self._count()

    def _count(self) -> None:
        """How many were there: counts only, never names."""
        project = self.desk.project
        counts = [project.cell(line.id, "count") for line in project.lines_of(self.canvas, "attendance")]
        people = sum(count for count in counts if isinstance(count, int))
        tables = len(project.lines_of(self.canvas, "tables"))
        said = [several(people, "{n} participant", "{n} participants")] if people else []
        said += [several(tables, "{n} table", "{n} tables")] if tables else []
        self._words.setText(" · ".join(said))
        self._spell()
        self.gathering.setEnabled(self.desk.session is not None and not self.desk.read_only)
        for deed in (self.preparing, self.comparing):
            deed.setEnabled(self.desk.session is not None)
        self.reporting.setEnabled(self.desk.session is not None and bool(self.canvas))
        self._report_button.setEnabled(self.reporting.isEnabled())

    # -- the day’s end --------------------------------------------------------------------------------------
    def write_report(self) -> None:
        """One click: the report lies beside the project, under a name that was free."""
        path = self.desk.path
        if path is None or self.errand.under_way:
            return
        self.leave()
        output = next(output for output in outputs() if output.name == "report")
        out = _free(path.parent / file_name(self.desk.project, output, output.formats[0]))
        profile = load_profiles().named("workshop_report")
        self.errand.do(Asked("report", profile, True, out, detail=self.canvas))

    # -- the tables -----------------------------------------------------------------------------------------
    def prepare_tables(self) -> "PrepareTables":
        """One copy of the project for each table."""
        from labdesk.ui.workshop.prepare_tables import PrepareTables

        self.leave()
        folder = self._prepared() or (self.desk.path.parent if self.desk.path else Path.home())
        panel = PrepareTables(self.desk, self.look, folder, self)
        panel.prepared.connect(lambda folder: keep_prepared_folder(self.desk.path, folder))
        panel.show()
        return panel

    def _prepared(self) -> Path | None:
        """The folder the copies were prepared in, if it is there: a key may be out."""
        folder = prepared_folder(self.desk.path)
        return folder if folder is not None and reachable(folder) and folder.is_dir() else None

    def find_tables(self) -> "FoundTables":
        """The copies on the keys and in the folders known; those that are ticked unite."""
        from labdesk.ui.workshop.found_panel import FoundTables

        self.leave()
        prepared = self._prepared()
        known = [prepared] if prepared else []
        panel = FoundTables(self.desk, self.look, known, self.choose_files, self)
        panel.gathered.connect(self.gather)
        panel.show()
        return panel

    def compare_tables(self) -> "CompareTables":
        """The same box, table by table, instead of the sheet; once more: the sheet again."""
        from labdesk.ui.workshop.compare_tables import CompareTables

        if self.comparison is None:
            self.comparison = CompareTables(self.desk, self.look, self)
            self.comparison.left.connect(self.leave_comparison)
            self.stack.addWidget(self.comparison)
        if self.stack.currentWidget() is self.comparison:
            self.leave_comparison()
        else:
            self.leave()
            self.stack.setCurrentWidget(self.comparison)
            self.comparison.refresh()
            self.comparison.setFocus()
        return self.comparison

    def projected(self) -> "Lens | None":
        """The tables compared, side by side, while they are on the screen."""
        comparing = self.comparison is not None and self.comparison.isVisible()
        return self.comparison.lens() if comparing and self.comparison is not None else None

    def leave_comparison(self) -> None:
        """The sheet of the day again."""
        self.work_on(self.canvas)

    def choose_files(self) -> None:
        """Ask for the copies of the tables."""
        folder = self.desk.path.parent if self.desk.path else Path.home()
        dialog = QFileDialog(self, _("Réunir les tables"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_("Projets LabDesk (*.labdesk)"))
        dialog.filesSelected.connect(lambda names: self.gather([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def gather(self, files: list[Path]) -> None:
        """Unite these copies with the project; the file of the project itself is left out."""
        self.leave()
        self.report.gather([file for file in files if file != self.desk.path])

    # -- what the window asks -------------------------------------------------------------------------------
    def regions(self) -> tuple[QWidget, ...]:
        """The sheet, then the versions to choose between."""
        here = self.comparison if self.comparison and self.comparison.isVisible() else self.page.stack
        return (here, self.report) if self.report.isVisible() else (here,)


def _free(path: Path) -> Path:
    """This path, or the first numbered one beside it that no file has."""
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem} {number}")
        number += 1
    return free
