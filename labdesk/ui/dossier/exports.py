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
from labdesk.domain.model import Project
from labdesk.ui.dossier.export_options import ExportOptions
from labdesk.ui.dossier.findings import finding_line
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.press.errand import Errand
from labdesk.ui.press.outputs import JUDGED, Format, Output, asked_zones, file_name, held_back, outputs
from labdesk.ui.press.paper_row import paper_row
from labdesk.ui.press.press import Asked, press_of
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.ui.target import Target
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
        self.errand.draft_wanted.connect(self._ask_draft)
        self._judged: Project | None = None
        """The project whose final form was refused, while that is told."""
        self.blocking = SignList(look, _("Points bloquants"))
        self.blocking.chosen.connect(self._go)
        self.blocking.hide()
        self._zones: dict[str, QCheckBox] = {}
        self._asking = QFrame()
        role(self._asking, "card")
        self._asking_box = QVBoxLayout(self._asking)
        self.options = ExportOptions(reading, look)
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
        # Below the buttons, never above: nothing moves under the hand that clicked one.
        self._outcome = QVBoxLayout()
        self._outcome.addWidget(self.errand)
        self._outcome.addWidget(self.blocking)
        self.easy = QCheckBox(_("PDF facile à lire : grands caractères, lignes courtes, une seule colonne"))
        self._sheet.addWidget(self.easy, 0, Qt.AlignmentFlag.AlignLeft)
        for output in outputs():
            self._sheet.addWidget(self._row(output))
        self._sheet.addWidget(paper_row(self, self.desk, self._look))
        self._sheet.addWidget(self._return_row())
        self._sheet.addWidget(self._asking)
        self._sheet.addWidget(self.options)
        self._sheet.addStretch(1)
        scroll.setWidget(sheet)
        self._scroll = scroll
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(scroll, 1)
        box.addLayout(self._outcome)

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

    def _return_row(self) -> QFrame:
        """What left as DOCX or ODT comes back corrected."""
        card, sign, words = QFrame(), Sign(self._look, "file-up", "primary", 24), QVBoxLayout()
        role(card, "card")
        title, said = QLabel(_("Un document corrigé revient ?")), QLabel()
        said.setText(_("Word ou ODT : chaque correction est montrée, et prise une par une ou toutes."))
        role(title, "h3")
        role(said, "muted")
        said.setWordWrap(True)
        words.setSpacing(2)
        for label in (title, said):
            words.addWidget(label)
        self.take_back = QPushButton(_("Reprendre…"))
        self.take_back.setAccessibleName(_("Reprendre un document corrigé"))
        self.take_back.clicked.connect(lambda: self.desk.go(Target("dossier", section="corrections")))
        row = QHBoxLayout(card)
        row.addWidget(sign)
        row.addLayout(words, 1)
        row.addWidget(self.take_back)
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
        margin = self._look.space("l")
        self._sheet.setContentsMargins(margin, margin, margin, self._look.space("xl"))
        self._sheet.setSpacing(self._look.space("m"))
        side = self._look.space("m")
        self._outcome.setContentsMargins(side, 0, side, 0)
        self._outcome.setSpacing(self._look.space("s"))
        self.blocking.relook()
        self.options.relook()

    def refresh(self) -> None:
        """Which zones must be agreed to before they are printed; what still blocks, while it is told."""
        self._follow_blocking()
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
                box.toggled.connect(lambda _on: self.options.refresh(self._agreed()))
                self._asking_box.addWidget(box)
        self._asking.setVisible(bool(wanted))
        self.options.refresh(self._agreed())

    def stops(self) -> tuple[QWidget, ...]:
        """The first format of each document."""
        first = {output: button for (output, *_form), button in reversed(self.buttons.items())}
        return tuple(reversed(first.values()))

    def offer(self, name: str) -> None:
        """The focus goes to the first format of a document."""
        button = next(button for (output, *_form), button in self.buttons.items() if output == name)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def want_changes(self, version: str) -> None:
        """The page « Ce qui a changé » since this version is asked for; one sees it."""
        self.options.choose(version)
        self._scroll.ensureWidgetVisible(self.options)

    # -- exporting ------------------------------------------------------------------------------------------
    def ask_where(self, output: Output, form: Format) -> None:
        """Ask for the file, then export. What is being typed elsewhere was settled when this page came.

        A final form that would be refused is refused before anything is asked.
        """
        if self.errand.under_way:
            return
        self._forget()
        if form.final and form.what in JUDGED and (count := len(self._blocking())):
            self.errand.refuse(self._asked(form, None), held_back(count))
            return
        folder = self._folder or (self.desk.path.parent if self.desk.path else Path.home())
        dialog = QFileDialog(self, output.title, str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"{form.form.upper()} (*.{form.form})")
        dialog.setDefaultSuffix(form.form)
        name = file_name(self.desk.project, output, form)
        easy = self.easy.isChecked() and form.form == "pdf"
        dialog.selectFile(_("{name} - facile à lire.pdf").format(name=name[:-4]) if easy else name)
        dialog.fileSelected.connect(lambda name: self.export(form, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, form: Format, out: Path) -> None:
        """Export into a file; the outcome is told in the strip."""
        self._folder = out.parent
        self._forget()
        self.errand.do(self._asked(form, out))

    def _asked(self, form: Format, out: Path | None) -> Asked:
        since = self.options.version if form.what == "dossier" else ""
        return Asked(
            *(form.what, self._reading.profile, form.final, out, form.form, form.detail, self._agreed()),
            easy=self.easy.isChecked() and form.form == "pdf",
            since=since,
            embed=self.options.embed.isChecked() and form.form == "pdf",
        )

    def _agreed(self) -> frozenset[str]:
        return frozenset(zone for zone, box in self._zones.items() if box.isChecked())

    def _ask_draft(self, refused: Asked) -> None:
        """The draft in the stead of a final form: its file is asked like any other."""
        for output in outputs():
            for form in output.formats:
                if (form.what, form.form, form.final) == (refused.what, refused.form, False):
                    self.ask_where(output, form)
                    return

    # -- what blocks ----------------------------------------------------------------------------------------
    def _over(self, made: bool) -> None:
        """A refused final dossier: what blocks it, and the way to each point."""
        asked = self.errand.asked
        if made or asked is None or not asked.final or asked.what not in JUDGED:
            return
        if blocking := self._blocking():
            self._judged = self.desk.project
            self._show_blocking(blocking)

    def _blocking(self) -> list[Finding]:
        project, profile = self.desk.project, self._reading.profile
        found = review(project, self.desk.catalogue, profile, date.today()).findings
        return [finding for finding in found if finding.severity == "blocking"]

    def _show_blocking(self, blocking: list[Finding]) -> None:
        profile = self._reading.profile
        lines: list[tuple[SignLine, object]] = [
            (finding_line(finding, profile, with_section=True), finding) for finding in blocking
        ]
        self.blocking.show_lines(lines)
        self.blocking.setVisible(bool(lines))
        most = min(self._look.px(280), self.height() // 2)
        self.blocking.setFixedHeight(min(self.blocking.rows_height() + 4, most))

    def _follow_blocking(self) -> None:
        """What is told about a refused project is never about another one."""
        if self._judged is None or self._judged is self.desk.project:
            return
        self._judged = self.desk.project
        if blocking := self._blocking():
            self._show_blocking(blocking)
            self.errand.say_again(held_back(len(blocking)))
        else:
            self._forget()
            self.errand.hide()

    def _forget(self) -> None:
        self._judged = None
        self.blocking.hide()

    def _go(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._reading.go(finding)
