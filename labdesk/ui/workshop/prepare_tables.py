"""« Préparer les tables »: how many, their names, where; one copy each, told as it is written."""

from datetime import date, datetime, time
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTime, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.entities import SHORT
from labdesk.domain.running_order import stops, workshop_of
from labdesk.domain.table_day import tables_named
from labdesk.store.file_names import free_path
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.home_questions import table_named
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.work import beside
from labdesk.ui.workshop.keys import keys_plugged
from labdesk.words import _, several
from labdesk.words import day as day_words

if TYPE_CHECKING:
    from labdesk.store.seats import Seat

FEW, MANY = 4, 24
"""Tables proposed when the workshop sheet names none; at most."""
MORNING = time(9, 0)


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
        self.names: list[QLineEdit] = []
        self._ask_names()
        self._ask_beginning()
        self._ask_folder()
        self._lay_end()
        self._fit()
        self.count.selectAll()  # what is typed first is the number, not one more digit of it
        desk.opened.connect(self.close)
        beside(self, keys_plugged, self._found_keys, lambda _sentence: None)

    # -- what is asked --------------------------------------------------------------------------------------
    def _ask_names(self) -> None:
        named = list(tables_named(self._desk.project))[:MANY]
        row = QHBoxLayout()
        label = QLabel(_("Nombre de tables"), self)
        role(label, "strong")
        self.count = QSpinBox(self)
        self.count.setRange(1, MANY)
        self.count.setValue(len(named) or FEW)
        self.count.setAccessibleName(_("Nombre de tables"))
        self.count.lineEdit().setTextMargins(self.look.px(6), 0, 0, 0)
        label.setBuddy(self.count)
        self.single = QCheckBox(_("Une seule copie, chaque table dira son nom"), self)
        row.addWidget(label)
        row.addWidget(self.count)
        row.addStretch(1)
        self.column.addLayout(row)
        self._fields = QVBoxLayout()
        self.column.addLayout(self._fields)
        self.column.addWidget(self.single)
        self._named = named
        self._lay_names()
        self.count.valueChanged.connect(self._lay_names)
        self.single.toggled.connect(self._one_for_all)

    def _lay_names(self) -> None:
        """A field for each table, two or three side by side; what was typed stays."""
        typed = [field.text() for field in self.names]
        for field in self.names:
            field.hide()
            field.deleteLater()
        while (former := self._fields.takeAt(0)) is not None:
            del former
        wanted = self.count.value()
        known = typed + self._named[len(typed) :]
        self.names = []
        across = 2 if self.look.scale > 1.4 else 4
        row_ = QHBoxLayout()
        for at in range(wanted):
            if at % across == 0:
                row_ = QHBoxLayout()
                self._fields.addLayout(row_)
            field = QLineEdit(known[at] if at < len(known) else table_named(str(at + 1)), self)
            field.setMaxLength(SHORT)
            field.setAccessibleName(_("Nom de la table {n}").format(n=at + 1))
            field.setToolTip(field.accessibleName())
            field.textChanged.connect(self._complain_no_more)
            row_.addWidget(field)
            field.show()  # a layout only counts it, in `_fit`, once it is shown
            self.names.append(field)
        if hasattr(self, "leave"):
            self._fit()

    def _one_for_all(self, single: bool) -> None:
        for widget in (self.count, *self.names):
            widget.setEnabled(not single)
        self._name_go()

    def _ask_beginning(self) -> None:
        project, types = self._desk.project, self._desk.types
        self.beginning = QTimeEdit(QTime(MORNING.hour, MORNING.minute), self)
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
        self.count.valueChanged.connect(lambda _n: self._name_go())
        self._name_go()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _name_go(self) -> None:
        count = 1 if self.single.isChecked() else self.count.value()
        self.go.setText(several(count, "Préparer {n} copie", "Préparer {n} copies"))

    # -- writing --------------------------------------------------------------------------------------------
    def prepare(self) -> None:
        """Write the copies one after the other, beside the window."""
        from labdesk.store.seats import Seat

        names = [""] if self.single.isChecked() else [table_named(field.text()) for field in self.names]
        if not self._sensible(names) or self._session is None:
            return
        self._desk.settling.emit()
        project = self._desk.project
        head = (project.head.title or "").strip() or (self._desk.path.stem if self._desk.path else "")
        seat = Seat(prepared=datetime.now().astimezone().isoformat(), begins=self._begins())
        short = shorten(head, 44, placeholder="…").rstrip("… ,;:-–") or head[:44]
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

    def _sensible(self, names: list[str]) -> bool:
        twice = len({name.casefold() for name in names}) < len(names)
        if not self.single.isChecked() and not all(names):
            self._complain(_("Chaque table a besoin d’un nom."))
        elif twice:
            self._complain(_("Deux tables ont le même nom : leurs notes ne se distingueraient plus."))
        else:
            return True
        wrong = next((f for f in self.names if not f.text().strip()), self.names[0])
        wrong.setFocus()
        return False

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
        for widget in (self.go, self.count, self.single, self.beginning, *self.names):
            widget.setEnabled(not busy)
        if not busy:
            self._one_for_all(self.single.isChecked())

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

    def _complain_no_more(self) -> None:
        self.wrong.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The copy that is being written is finished; those that were to follow are not."""
        self._left = self._left[:1]
        super().closeEvent(event)
