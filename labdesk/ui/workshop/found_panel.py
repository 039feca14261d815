"""The copies of the tables found on the keys, each with whose it is and what it brings; then they unite."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.work import beside
from labdesk.ui.workshop.keys import places_to_look
from labdesk.words import _, hour, several

if TYPE_CHECKING:
    from labdesk.store.found_tables import FoundTable


class FoundTables(Panel):
    """Looks beside the window. What is ticked is gathered; other files can be chosen by hand."""

    gathered = Signal(object)
    """The list of Paths."""

    def __init__(
        self, desk: Desk, look: Look, known: Sequence[Path], by_hand: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(look, _("Réunir les tables"), parent)
        self._desk, self._known = desk, tuple(known)
        self.ticks: dict[Path, QCheckBox] = {}
        self.told = self.line(_("Recherche des copies sur les clés…"), "muted", wrap=True)
        self._sheet = QWidget()
        role(self._sheet, "page")
        self._rows = QVBoxLayout(self._sheet)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._sheet)
        self._scroll.hide()
        self.column.addWidget(self._scroll, 1)
        row = QHBoxLayout()
        self.go = QPushButton(_("Réunir"), self)
        role(self.go, "primary")
        draw(self.go, "git-merge", look, "on_primary")
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self.again = QPushButton(_("Chercher encore"), self)
        draw(self.again, "refresh-cw", look)
        self.hand = QPushButton(_("Choisir les fichiers…"), self)
        draw(self.hand, "folder-open", look)
        for button in (self.again, self.hand):
            button.setAutoDefault(True)
        for button in (self.go, self.again, self.hand):
            row.addWidget(button)
        row.addStretch(1)
        self._below = QWidget(self)
        self.column.addWidget(self._below, 1)
        self.column.addLayout(row)
        self.go.clicked.connect(self._gather)
        self.again.clicked.connect(self.look_again)
        self.hand.clicked.connect(lambda: (self.close(), by_hand()))
        self.setMinimumWidth(look.px(520))
        desk.opened.connect(self.close)
        self.look_again()

    def look_again(self) -> None:
        """Keys may have been plugged in since."""
        session = self._desk.session
        if session is None:
            return
        origin, own, known = session.origin, session.path, self._known
        self.again.setEnabled(False)

        def job() -> "tuple[FoundTable, ...]":
            from labdesk.store.found_tables import tables_in

            return tables_in(places_to_look(*known, own.parent), origin, own)

        beside(self, job, self.show_found, self._refused)

    def show_found(self, found: "Sequence[FoundTable]") -> None:
        """One line for each copy. Those nobody opened are not ticked: they bring nothing."""
        self.again.setEnabled(True)
        while (former := self._rows.takeAt(0)) is not None:
            if (widget := former.widget()) is not None:
                widget.deleteLater()
        self.ticks = {}
        for table in found:
            self._rows.addWidget(self._line(table))
        self._rows.addStretch(1)
        self._scroll.setVisible(bool(found))
        self._below.setVisible(not found)
        told = several(len(found), "{n} copie de ce projet est là.", "{n} copies de ce projet sont là.")
        nothing = _(
            "Aucune copie de ce projet sur les clés branchées ni dans les dossiers connus. Branchez la clé "
            "d’une table, puis « Chercher encore » ; ou choisissez les fichiers. « Préparer les tables » "
            "fait ces copies."
        )
        self.told.setText(told if found else nothing)
        say_aloud(self, self.told.text())
        self._count()
        self.take(560, (240 + 64 * min(len(found), 6)) if found else 190)
        (self.go if self.go.isEnabled() else self.hand).setFocus()

    def _line(self, table: "FoundTable") -> QWidget:
        box = QWidget(self._sheet)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, self.look.px(4), 0, self.look.px(4))
        column.setSpacing(0)
        tick = QCheckBox(table.name.replace("&", "&&"), box)
        tick.setChecked(table.opened)
        said = told_of(table)
        tick.setAccessibleName(f"{table.name}, {said}")
        tick.toggled.connect(self._count)
        more = QLabel(f"{said}\n{table.path}", box)
        more.setTextFormat(Qt.TextFormat.PlainText)
        more.setWordWrap(True)
        more.setIndent(self.look.px(30))
        role(more, "small")
        column.addWidget(tick)
        column.addWidget(more)
        self.ticks[table.path] = tick
        return box

    def _count(self) -> None:
        count = sum(tick.isChecked() for tick in self.ticks.values())
        self.go.setEnabled(count > 0)
        self.go.setText(several(count, "Réunir {n} table", "Réunir {n} tables") if count else _("Réunir"))

    def _gather(self) -> None:
        files = [path for path, tick in self.ticks.items() if tick.isChecked()]
        self.close()
        self.gathered.emit(files)

    def _refused(self, sentence: str) -> None:
        self.again.setEnabled(True)
        self.told.setText(sentence)


def told_of(table: "FoundTable") -> str:
    """« 38 notes de cette table · ouverte à 08:42 · écrite à 11:48 »."""
    if not table.opened:
        return _("jamais ouverte : rien à réunir")
    said = [several(table.notes, "{n} note de cette table", "{n} notes de cette table")]
    if table.seat.by and (when := _at(table.seat.opened)):
        said.append(_("ouverte à {time}").format(time=when))
    if table.last is not None:
        said.append(_("écrite à {time}").format(time=hour(table.last)))
    return " · ".join(said)


def _at(moment: str) -> str:
    try:
        return hour(datetime.fromisoformat(moment))
    except ValueError:
        return ""
