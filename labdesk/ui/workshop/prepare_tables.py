"""« Préparer les tables »: how many, their names, where; one copy each, told as it is written."""

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTime, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTimeEdit,
    QWidget,
)

from labdesk.domain.running_order import stops, workshop_of
from labdesk.domain.table_day import tables_named
from labdesk.store.file_names import free_path, shortened
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.work import beside
from labdesk.ui.workshop.keys import keys_plugged
from labdesk.ui.workshop.table_names import TableNames
from labdesk.words import _, several
from labdesk.words import day as day_words

if TYPE_CHECKING:
    from labdesk.store.seats import Seat

MORNING = time(9, 0)


class _Hour(QTimeEdit):
    def focusNextPrevChild(self, onward: bool) -> bool:
        """One stop of Tab: Qt makes the minutes another, and tells no reader. → goes to them."""
        return QAbstractSpinBox.focusNextPrevChild(self, onward)


class PrepareTables(Panel):
    """Asks once, then writes copy after copy. Each is whole or not there; a key that is pulled is told."""

    prepared = Signal(object)
    """The folder, once every copy is there."""

    def __init__(self, desk: Desk, look: Look, folder: Path, parent: QWidget) -> None:
        super().__init__(look, _("Préparer les tables"), parent)
        self._desk, self.folder = desk, folder
        self._left: list[tuple[str, Seat]] = []
        self._made: list[Path] = []
        self._session = desk.session
        self._chosen = False
        self.line(
            _(
                "Une copie du projet par table : elle s’ouvre directement à sa table, sans les notes "
                "d’animation ni le dossier, qui restent dans ce fichier. « Réunir les tables » "
                "les rassemble."
            ),
            "muted",
            wrap=True,
        )
        self.tables = TableNames(look, tables_named(desk.project), self)
        self.column.addWidget(self.tables)
        self._ask_beginning()
        self._ask_folder()
        self._lay_end()
        self._fit()
        self.tables.changed.connect(self._asked_otherwise)
        self.tables.count.selectAll()  # what is typed first is the number, not one more digit of it
        desk.opened.connect(self.close)
        beside(self, keys_plugged, self._found_keys, lambda _sentence: None)

    # -- what is asked --------------------------------------------------------------------------------------
    def _ask_beginning(self) -> None:
        project, types = self._desk.project, self._desk.types
        self.beginning = _Hour(QTime(MORNING.hour, MORNING.minute), self)
        self.beginning.setDisplayFormat("HH:mm")
        self.beginning.lineEdit().setTextMargins(self.look.px(6), 0, 0, 0)
        self.beginning.setAccessibleName(_("Heure de début de la journée"))
        self._minuted = any(stop.minutes for stop in stops(project, types))
        row = QHBoxLayout()
        when = _("La journée du {day} commence à").format(day=day_words(self._day().isoformat()))
        label = QLabel(when, self)
        label.setWordWrap(True)
        role(label, "strong")
        label.setBuddy(self.beginning)
        row.addWidget(label, 1)
        row.addWidget(self.beginning)
        said = _(
            "Chaque table s’ouvre sur le canevas de la séquence en cours ; la suivante lui est proposée."
        )
        why = QLabel(said, self)
        why.setWordWrap(True)
        role(why, "small")
        self._when = (label, self.beginning, why)
        for part in self._when:
            part.setVisible(self._minuted)
        self.column.addLayout(row)
        self.column.addWidget(why)
        if not self._minuted:
            self.line(
                _("Le déroulé n’a pas de durées : chaque table s’ouvre sur son premier canevas."),
                "small",
                wrap=True,
            )

    def _ask_folder(self) -> None:
        row = QHBoxLayout()
        self.where = QLabel(self)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setWordWrap(True)
        choose = QPushButton(f" {_('Choisir le dossier…')}", self)
        draw(choose, "folder-open", self.look)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row.addWidget(self.where, 1)
        row.addWidget(choose)
        self.column.addLayout(row)
        self._put(self.folder)

    def _found_keys(self, keys: tuple[Path, ...]) -> None:
        """A key that is plugged in is what people mean, as long as they said nothing else."""
        if keys and not self._chosen:
            self._put(keys[0])

    def _put(self, folder: Path) -> None:
        self.folder = folder
        self.where.setText(_("Dans {folder}").format(folder=str(folder).replace("/", "/\u200b")))
        self.where.setAccessibleName(_("Dans {folder}").format(folder=folder))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Dossier des copies"), str(self.folder))
        if chosen:
            self._chosen = True
            self._put(Path(chosen))

    def _lay_end(self) -> None:
        self.wrong = self.line("", "error", wrap=True)
        self.wrong.hide()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Copies faites"))
        self.bar.hide()
        self.column.addWidget(self.bar)
        self.told = self.line("", "", wrap=True)
        self.told.hide()
        row = QHBoxLayout()
        self.go, self.show_folder = QPushButton(self), QPushButton(_("Ouvrir le dossier"), self)
        role(self.go, "primary")
        self.go.setDefault(True)
        self.show_folder.setAutoDefault(True)
        self.show_folder.hide()
        self.leave = QPushButton(_("Fermer"), self)
        role(self.leave, "quiet")
        self.leave.setAutoDefault(False)
        for button in (self.go, self.show_folder, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.go.clicked.connect(self.prepare)
        self.show_folder.clicked.connect(self._open_folder)
        self.leave.clicked.connect(self.close)
        self._name_go()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _name_go(self) -> None:
        self.go.setText(several(len(self.tables.said()), "Préparer {n} copie", "Préparer {n} copies"))

    def _asked_otherwise(self) -> None:
        """Other names, or another number of them: what was wrong may not be so any more."""
        self.wrong.hide()
        self._name_go()
        self._fit()

    # -- writing --------------------------------------------------------------------------------------------
    def prepare(self) -> None:
        """Write the copies one after the other, beside the window."""
        from labdesk.store.seats import Seat

        names = self.tables.said()
        if wrong := self.tables.wrong():
            self._complain(wrong)
            self.tables.stand_where_wrong()
            return
        if self._session is None:
            return
        self._desk.settling.emit()
        project = self._desk.project
        head = (project.head.title or "").strip() or (self._desk.path.stem if self._desk.path else "")
        seat = Seat(prepared=datetime.now().astimezone().isoformat(), begins=self._begins())
        short = shortened(head, 44)
        self._made, self._left = [], []
        for name in names:
            stem = _("{table} - {project}").format(project=short, table=name or _("Une table"))
            self._left.append((stem, replace(seat, name=name)))
        self.bar.setRange(0, len(names))
        self.bar.setValue(0)
        self.bar.show()
        self.show_folder.hide()
        self._busy(True)
        self._next()

    def _begins(self) -> str:
        """The day of the workshop at the hour that was said."""
        if not self._minuted:
            return ""
        at = self.beginning.time()
        return datetime.combine(self._day(), time(at.hour(), at.minute())).isoformat()

    def _day(self) -> date:
        """The day of the workshop sheet; without one, or when it is over, today."""
        project, today = self._desk.project, datetime.now().date()
        workshop = workshop_of(project)
        said = project.words(workshop, "date") if workshop else ""
        try:
            return max(datetime.fromisoformat(said[:10]).date(), today)
        except ValueError:
            return today

    def _next(self) -> None:
        session = self._session
        if not self._left or session is None:
            self._done()
            return
        stem, seat = self._left[0]
        folder = self.folder

        def job() -> Path:
            from labdesk.store.table_copies import prepare

            return prepare(session, free_path(folder, stem), seat)

        said = _("Copie pour {table}…").format(table=seat.name) if seat.name else _("Copie…")
        self._tell(said)
        beside(self, job, self._wrote, self._refused)

    def _wrote(self, path: Path) -> None:
        self._made.append(path)
        self._left.pop(0)
        self.bar.setValue(len(self._made))
        self._next()

    def _done(self) -> None:
        count = len(self._made)
        names = ", ".join(path.stem.split(" - ")[0] for path in self._made)
        said = several(count, "{n} copie est prête", "{n} copies sont prêtes")
        self._tell(_("{label} : {text}").format(label=said, text=names))
        say_aloud(self, self.told.text())
        self._busy(False)
        self.show_folder.show()
        self.show_folder.setFocus()
        self.prepared.emit(self.folder)

    def _refused(self, sentence: str) -> None:
        """What is there is whole; the rest can be asked for again."""
        done = several(len(self._made), "{n} copie est prête.", "{n} copies sont prêtes.")
        self.told.hide()
        self.bar.hide()
        self._left = []
        self._busy(False)
        self._complain(f"{sentence} {done}" if self._made else sentence)

    def _busy(self, busy: bool) -> None:
        for widget in (self.go, self.tables, self.beginning):
            widget.setEnabled(not busy)

    def _fit(self) -> None:
        """As wide as it reads well, as high as its lines need at that width."""
        width = min(self.look.px(600), self.screen().availableSize().width() - self.look.px(24))
        self.column.activate()
        self.setMinimumSize(width, self.column.totalHeightForWidth(width))
        self.resize(self.minimumSize())

    def _tell(self, sentence: str) -> None:
        self.wrong.hide()
        self.told.setText(sentence)
        self.told.show()
        self._fit()

    def _complain(self, sentence: str) -> None:
        self.told.hide()
        self.wrong.setText(sentence)
        self.wrong.show()
        self._fit()
        say_aloud(self.wrong, sentence, urgent=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The copy that is being written is finished; those that were to follow are not."""
        self._left = self._left[:1]
        super().closeEvent(event)
