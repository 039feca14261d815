"""Steps, lanes, boxes, and what stands side by side with them, ticked in a small window."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.lens import SIDE_BY_SIDE, Lens
from labdesk.domain.lens_reading import Reading
from labdesk.domain.model import filled, title
from labdesk.domain.side_by_side import tables_of
from labdesk.domain.walk import like
from labdesk.ui.desk import Desk
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

Lines = list[tuple[str, str]]
PADDING = 24
"""px of a line that its words do not have."""


class _Whole(QStyledItemDelegate):
    """As high as its words need: Qt forgets the padding of the style sheet and cuts what nearly fits."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        option.rect.adjust(0, 0, -PADDING, 0)
        return super().sizeHint(option, index)


class PartsPanel(Panel):
    """What is ticked is projected; nothing ticked in a list: all of it."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, look: Look, canvas: str, now: Lens, parent: QWidget) -> None:
        kind = desk.types.of(desk.project, canvas)
        grid = kind.layout == "grid"
        heading = _("Étapes, lignes, côte à côte") if grid else _("Boîtes côte à côte")
        super().__init__(look, heading, parent)
        self.desk, self.canvas, self.grid = desk, canvas, grid
        here = now if now.canvas == canvas else Lens("overview", canvas)
        self._row = QHBoxLayout()
        project = desk.project
        if grid:
            reading = Reading(project, desk.types, kind, canvas, votes=True)
            steps = [(s.id, f"{i}. {s.label or '…'}") for i, s in enumerate(project.steps_of(canvas), 1)]
            lanes = [(zone.id, reading.label(zone)) for zone in reading.lanes(())]
        else:
            held = [z for z in kind.sheet if z.export != "never" and filled(project, canvas, z)]
            steps, lanes = [], [(zone.id, str(zone.label)) for zone in held]
        self.steps = self._list(_("Étapes"), steps, here.steps)
        self.lanes = self._list(_("Lignes") if grid else _("Boîte"), lanes, (*here.lanes, here.zone))
        names = [(one, title(project, kind, one)) for one in like(project, desk.types, canvas)]
        self.others = self._list(_("À côté : d’autres fiches"), names, here.others)
        self.tables = self._list(_("À côté : les tables"), [(t, t) for t in tables_of(project)], here.tables)
        self.column.addLayout(self._row, 1)
        self._limit(self.others, SIDE_BY_SIDE - 1, self.tables)
        self._limit(self.tables, SIDE_BY_SIDE, self.others)
        if not grid:
            self._limit(self.lanes, 1)
        self.why = self.line(
            _("Sans coche : tout. Côte à côte : quatre colonnes au plus."), "muted", wrap=True
        )
        go = QPushButton(_("Projeter"), self)
        role(go, "primary")
        go.setDefault(True)
        go.clicked.connect(self._go)
        self.column.addWidget(go, 0, Qt.AlignmentFlag.AlignRight)
        self.take(980 if grid else 720, 460)

    def _list(self, name: str, lines: Lines, ticked_now: tuple[str, ...]) -> QListWidget:
        """A list under its name; one that offers nothing is not shown."""
        found = QListWidget(self)
        found.setAccessibleName(name)
        found.setItemDelegate(_Whole(found))
        found.setWordWrap(True)  # the end of a title is where two journeys differ
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setResizeMode(QListWidget.ResizeMode.Adjust)
        for row, words in lines:
            item = QListWidgetItem(words, found)
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setToolTip(words)
            item.setCheckState(Qt.CheckState.Checked if row in ticked_now else Qt.CheckState.Unchecked)
        found.setCurrentRow(0)
        label = QLabel(name, self)
        role(label, "strong")
        label.setBuddy(found)
        for widget in (label, found):
            widget.setVisible(bool(lines))
        if lines:
            column = QVBoxLayout()
            column.addWidget(label)
            column.addWidget(found, 1)
            self._row.addLayout(column, 1)
        return found

    def _limit(self, listed: QListWidget, most: int, instead: QListWidget | None = None) -> None:
        """At most so many ticks, the last ones stay; a tick here takes off those `instead`."""

        def ticked_one(item: QListWidgetItem) -> None:
            if item.checkState() != Qt.CheckState.Checked:
                return
            others = [i for i in items(listed) if i is not item and i.checkState() == Qt.CheckState.Checked]
            gone = others[: max(0, len(others) + 1 - most)] + (items(instead) if instead else [])
            for one in gone:
                one.setCheckState(Qt.CheckState.Unchecked)

        listed.itemChanged.connect(ticked_one)

    def lens(self) -> Lens | None:
        """What is ticked; None when side by side needs one lane or one box more."""
        steps, lanes = ticked(self.steps), ticked(self.lanes)
        others, tables = ticked(self.others), ticked(self.tables)
        zone = "" if self.grid or not lanes else lanes[0]
        if tables:
            wanted = Lens(
                "tables", self.canvas, steps[:1], lanes[:1] if self.grid else (), zone, tables=tables
            )
            return wanted if lanes else None
        if others and self.grid:
            return Lens("beside", self.canvas, steps, lanes, others=others)
        if others:
            return Lens("beside", self.canvas, zone=zone, others=others) if zone else None
        if self.grid:
            return Lens("grid", self.canvas, steps, lanes)
        return Lens("box", self.canvas, zone=zone) if zone else Lens("sheet", self.canvas)

    def _go(self) -> None:
        lens = self.lens()
        if lens is None:
            role(self.why, "warn")
            self.why.setText(
                _("Cochez aussi une ligne : les tables se comparent ligne par ligne.")
                if self.grid
                else _("Cochez aussi une boîte : elle se compare d’une fiche à l’autre.")
            )
            self.lanes.setFocus()
            return
        self.chosen.emit(lens)
        self.close()


def items(listed: QListWidget) -> list[QListWidgetItem]:
    """Every line."""
    return [listed.item(at) for at in range(listed.count())]


def ticked(listed: QListWidget) -> tuple[str, ...]:
    """The rows that are ticked, in order."""
    found = [item for item in items(listed) if item.checkState() == Qt.CheckState.Checked]
    return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in found)
