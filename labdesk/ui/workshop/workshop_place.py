"""The place Atelier as the window sees it: one sheet, its buttons, and what gathering the tables brought."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGraphicsScene,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.funding import load_profiles
from labdesk.domain.model import title
from labdesk.errors import Refusal
from labdesk.ui.actions import act, draw
from labdesk.ui.canvas.page import CanvasPage
from labdesk.ui.desk import Desk, Target
from labdesk.ui.dossier.errand import Errand
from labdesk.ui.dossier.outputs import file_name, outputs
from labdesk.ui.place import Place
from labdesk.ui.press.press import Asked
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.workshop.tables_report import TablesReport
from labdesk.words import _, several

PLACE = "workshop"


class WorkshopPlace(Place):
    """The sheet of a workshop; several can stand in a project, the menu of the title goes between them."""

    drawer = True

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self._canvas = ""
        self.page = CanvasPage(desk, look, self)
        self.report = TablesReport(desk, look)
        self.errand = Errand(desk, look)
        self._words = QLabel()
        role(self._words, "muted")
        self._make_actions()
        self._arrange()
        desk.opened.connect(self._opened)
        desk.changed.connect(lambda _touched: self._refresh())
        look.changed.connect(self._relook)
        self._refresh()

    def _make_actions(self) -> None:
        self.new = self._act(_("Nouvelle fiche atelier"), self.add, "file-plus", "Ctrl+Shift+N")
        self.gathering = self._act(_("Réunir les tables…"), self.choose_files, "git-merge", "Ctrl+R")
        self.reporting = self._act(_("Compte rendu d’atelier"), self.write_report, "clipboard-list", "Ctrl+E")

    def _act(self, words: str, deed: object, icon: str, keys: str) -> QAction:
        return act(self, self.look, words, deed, icon_name=icon, keys=keys)  # type: ignore[arg-type]

    def _button(self, action: QAction, icon: str, kind: str = "") -> QPushButton:
        button = QPushButton(action.text().replace("&", ""))
        button.setToolTip(action.toolTip())
        draw(button, icon, self.look, "on_primary" if kind == "primary" else "ink2")
        if kind:
            role(button, kind)
        button.clicked.connect(action.trigger)
        return button

    def _arrange(self) -> None:
        bar = QFrame()
        role(bar, "topbar")
        self._bar = QHBoxLayout(bar)
        self._bar.addWidget(self._words, 1)
        self._bar.addWidget(self._button(self.gathering, "git-merge"))
        self._bar.addWidget(self._button(self.reporting, "clipboard-list", "primary"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._blank())
        self._stack.addWidget(self.page)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.report)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self.errand)
        box.addWidget(self._split, 1)
        self._relook()

    def _blank(self) -> QWidget:
        """What to do first, when there is no sheet yet."""
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.addStretch(1)
        words = QLabel(
            _(
                "La fiche atelier dit l’objectif du jour, qui était là (des nombres, pas de noms), les "
                "tables, le déroulé et ce qui a été décidé. Le compte rendu du soir en est tiré, en un clic."
            )
        )
        role(words, "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._teaching = words
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._button(self.new, "file-plus", "primary"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return sheet

    def _relook(self) -> None:
        margin = self.look.space("l")
        self._bar.setContentsMargins(margin, self.look.space("s"), margin, self.look.space("s"))
        self.report.setMinimumWidth(self.look.px(300))
        self.report.relook()
        self._teaching.setFixedWidth(self.look.px(520))
        self._teaching.setMinimumHeight(self._teaching.heightForWidth(self._teaching.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The versions to choose between go below the sheet on a narrow window."""
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(820)
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    # -- which sheet ----------------------------------------------------------------------------------------
    def kinds(self) -> list[CanvasType]:
        """The types that stand in this place."""
        return [kind for kind in self.desk.types.known(self.desk.project).values() if kind.place == PLACE]

    def sheets(self) -> list[str]:
        """The canvases of this place, in order."""
        names = [kind.id for kind in self.kinds()]
        return [canvas.id for canvas in self.desk.project.canvases() if canvas.type in names]

    def _opened(self) -> None:
        self._canvas = ""
        self._refresh()

    def _refresh(self) -> None:
        sheets = self.sheets()
        if self._canvas not in sheets:
            self._canvas = sheets[0] if sheets else ""
            if self._canvas:
                self.page.show_canvas(self._canvas)
        self._stack.setCurrentIndex(1 if self._canvas else 0)
        self.titled.emit(self._title(self._canvas))
        self._words.setText(self._counted())
        for action in (self.new, self.gathering):
            action.setEnabled(self.desk.session is not None and not self.desk.read_only)
        self.reporting.setEnabled(self.desk.session is not None)

    def _title(self, canvas: str) -> str:
        try:
            return title(self.desk.project, self.desk.types.of(self.desk.project, canvas), canvas)
        except Refusal:
            return ""

    def _counted(self) -> str:
        """How many were there: counts only, never names."""
        if not self._canvas:
            return ""
        project = self.desk.project
        counts = [project.cell(line.id, "count") for line in project.lines_of(self._canvas, "attendance")]
        people = sum(count for count in counts if isinstance(count, int))
        tables = len(project.lines_of(self._canvas, "tables"))
        said = [several(people, "{n} participant", "{n} participants")] if people else []
        said += [several(tables, "{n} table", "{n} tables")] if tables else []
        return " · ".join(said)

    def show_sheet(self, canvas: str) -> None:
        """Another workshop."""
        self._canvas = canvas
        self.page.show_canvas(canvas)
        self._refresh()

    def add(self) -> None:
        """A new blank sheet."""
        kinds = self.kinds()
        if kinds and self.desk.session is not None:
            canvas, gesture = create_canvas(self.desk.project, kinds[0])
            self.desk.do(gesture)
            self.show_sheet(canvas)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.errand.do(Asked("report", profile, True, out, detail=self._canvas))

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
        others = [file for file in files if file != self.desk.path]
        self.report.gather(others)

    # -- what the window asks -------------------------------------------------------------------------------
    def reveal(self, target: Target) -> None:
        """Show a sheet, and the thing on it."""
        if target.canvas and target.canvas != self._canvas and target.canvas in self.sheets():
            self.show_sheet(target.canvas)
        self.page.reveal(target)

    def fill_title_menu(self, menu: QMenu) -> None:
        """The workshops of the project."""
        for canvas in self.sheets():
            entry = menu.addAction(self._title(canvas))
            entry.setCheckable(True)
            entry.setChecked(canvas == self._canvas)
            entry.triggered.connect(lambda _checked, canvas=canvas: self.show_sheet(canvas))
        menu.addSeparator()
        menu.addAction(self.new)

    def regions(self) -> tuple[QWidget, ...]:
        """The sheet, then the versions to choose between."""
        return (self.page, self.report) if self.report.isVisible() else (self.page,)

    def scene(self) -> QGraphicsScene | None:
        """What F5 projects."""
        return self.page.scene if self._canvas else None

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        self.page.leave()


def _free(path: Path) -> Path:
    """This path, or the first numbered one beside it that no file has."""
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem} {number}")
        number += 1
    return free
