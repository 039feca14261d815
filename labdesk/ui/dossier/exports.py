"""The page Exporter: what leaves, in which format; a refused final shows why and offers the draft."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.completeness import Finding, review
from labdesk.ui.dossier.findings import finding_line
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.press.errand import Errand
from labdesk.ui.press.outputs import Format, Output, asked_zones, file_name, outputs
from labdesk.ui.press.press import Asked, press_of
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.words import _


class ExportsPage(Page):
    """One row a document, its formats as buttons; below, the export under way and its outcome."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look, self.desk = reading, look, reading.desk
        self._folder: Path | None = None
        self.buttons: dict[tuple[str, str, bool], QPushButton] = {}
        self.errand = Errand(self.desk, look)
        self.errand.finished.connect(self._over)
        self.blocking = SignList(look, _("Points bloquants"))
        self.blocking.chosen.connect(self._go)
        self.blocking.hide()
        self._zones: dict[str, QCheckBox] = {}
        self._asking = QFrame()
        role(self._asking, "card")
        self._asking_box = QVBoxLayout(self._asking)
        self._arrange()
        press_of(self.desk).warm()
        self.relook()
        self.refresh()

    def _arrange(self) -> None:
        sheet, scroll = QWidget(), QScrollArea()
        role(sheet, "page")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QVBoxLayout(sheet)
        self._sheet.addWidget(self.errand)
        self._sheet.addWidget(self.blocking)
        for output in outputs():
            self._sheet.addWidget(self._row(output))
        self._sheet.addWidget(self._asking)
        self._sheet.addStretch(1)
        scroll.setWidget(sheet)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)

    def _row(self, output: Output) -> QFrame:
        card, sign = QFrame(), Sign(self._look, output.icon, "primary", 24)
        role(card, "card")
        title, said = QLabel(output.title), QLabel(output.said)
        role(title, "h3")
        role(said, "muted")
        said.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(said)
        row = QHBoxLayout(card)
        row.addWidget(sign)
        row.addLayout(words, 1)
        for form in output.formats:
            row.addWidget(self._button(output, form))
        return card

    def _button(self, output: Output, form: Format) -> QPushButton:
        button = QPushButton(form.label)
        button.setAccessibleName(_("{title}, {form}").format(title=output.title, form=form.label))
        if form.final and output.name == "dossier":
            role(button, "primary")
        button.clicked.connect(self._asker(output, form))
        self.buttons[(output.name, form.form, form.final)] = button
        return button

    def _asker(self, output: Output, form: Format) -> Callable[[], None]:
        return lambda: self.ask_where(output, form)

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("xl")
        self._sheet.setContentsMargins(margin, self._look.space("l"), margin, margin)
        self._sheet.setSpacing(self._look.space("m"))
        self.blocking.relook()

    def refresh(self) -> None:
        """Which zones must be agreed to before they are printed."""
        wanted = asked_zones(self.desk.project, self.desk.types)
        if list(wanted) != list(self._zones):
            while (item := self._asking_box.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            heading = QLabel(_("À imprimer seulement si vous le demandez"))
            role(heading, "strong")
            self._asking_box.addWidget(heading)
            self._zones = {zone: QCheckBox(label) for zone, label in wanted.items()}
            for box in self._zones.values():
                self._asking_box.addWidget(box)
        self._asking.setVisible(bool(wanted))

    def stops(self) -> tuple[QWidget, ...]:
        """The first format of each document."""
        first = {output: button for (output, *_form), button in reversed(self.buttons.items())}
        return tuple(reversed(first.values()))

    def offer(self, name: str) -> None:
        """The focus goes to the first format of a document."""
        button = next(button for (output, *_form), button in self.buttons.items() if output == name)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- exporting ------------------------------------------------------------------------------------------
    def ask_where(self, output: Output, form: Format) -> None:
        """Ask for the file, then export. What is being typed elsewhere was settled when this page came."""
        if self.errand.under_way:
            return
        folder = self._folder or (self.desk.path.parent if self.desk.path else Path.home())
        dialog = QFileDialog(self, output.title, str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"{form.form.upper()} (*.{form.form})")
        dialog.setDefaultSuffix(form.form)
        dialog.selectFile(file_name(self.desk.project, output, form))
        dialog.fileSelected.connect(lambda name: self.export(form, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, form: Format, out: Path) -> None:
        """Export into a file; the outcome is told in the strip."""
        self._folder = out.parent
        self.blocking.hide()
        ask = frozenset(zone for zone, box in self._zones.items() if box.isChecked())
        profile = self._reading.profile
        self.errand.do(Asked(form.what, profile, form.final, out, form.form, form.detail, ask))

    def _over(self, made: bool) -> None:
        """A refused final dossier: what blocks it, and the way to each point."""
        asked = self.errand.asked
        if made or asked is None or not asked.final:
            return
        profile = asked.profile
        found = review(self.desk.project, self.desk.catalogue, profile, date.today()).findings
        blocking = [finding for finding in found if finding.severity == "blocking"]
        lines: list[tuple[SignLine, object]] = [
            (finding_line(finding, profile, with_section=True), finding) for finding in blocking
        ]
        self.blocking.show_lines(lines)
        self.blocking.setVisible(bool(lines))
        self.blocking.setFixedHeight(min(self.blocking.rows_height() + 4, self._look.px(280)))

    def _go(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._reading.go(finding)
