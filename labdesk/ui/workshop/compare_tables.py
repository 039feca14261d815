"""« Comparer les tables »: the same box as two to four tables filled it, column by column."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import Zone, common_vocabularies
from labdesk.domain.lens import Lens
from labdesk.domain.model import title
from labdesk.domain.side_by_side import (
    AT_ONCE,
    Said,
    TableColumn,
    canvases_to_compare,
    columns,
    fullest,
    tables_of,
    zones_to_compare,
)
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.canvas.sliding import SlidingRow
from labdesk.ui.desk import Desk, Target
from labdesk.ui.open_combo import OpenCombo
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.tile import Tile
from labdesk.words import _, several

SPELLED = 760
"""px at 100 % from which the way back has words."""


class CompareTables(QWidget):
    """Reads only. A click on what was said goes to its place."""

    left = Signal()

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self.setAccessibleName(_("Comparer les tables"))
        self._zones: tuple[Zone, ...] = ()
        self.chips: dict[str, QPushButton] = {}
        self.tiles: list[SaidTile] = []
        self._shown: object = None
        self._led = False
        """What is compared was chosen once, by hand or where the tables wrote most: it stays."""
        self._column = QVBoxLayout(self)
        self._head = QFrame(self)
        role(self._head, "topbar")
        self._head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.back = QPushButton(_("Revenir à la fiche"), self._head)
        self.back.setAccessibleName(self.back.text())
        self.back.setToolTip(self.back.text())
        role(self.back, "quiet")
        draw(self.back, "arrow-left", look)
        self.back.clicked.connect(self.left)
        self.canvas = self._choice(_("Canevas"))
        self.zone = self._choice(_("Case"))
        self.step = self._choice(_("Étape"))
        self._first = QHBoxLayout(self._head)
        self._first.addWidget(self.back)
        for combo in (self.canvas, self.zone, self.step):
            self._first.addWidget(combo, 1)
        self.tables = Chips(self)
        self._chips = QHBoxLayout(self.tables)
        self._row = SlidingRow(self.tables, look, self)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        role(self._nothing, "muted")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(self._head)
        self._column.addWidget(self._row)
        self._column.addWidget(self._nothing, 1)
        self._column.addWidget(self._scroll, 1)
        self.setFocusProxy(self.zone)
        desk.changed.connect(lambda _touched: self.refresh())
        desk.opened.connect(self._forget)
        self.relook()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Short of room, the choices come before the words of the way back."""
        super().resizeEvent(event)
        wide = self.width() >= self._look.px(SPELLED)
        self.back.setText(self.back.accessibleName() if wide else "")

    def _choice(self, name: str) -> QComboBox:
        combo = OpenCombo(self._head)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(self._choose)
        return combo

    def _choose(self, _at: int) -> None:
        self._led = True
        self.refresh()

    def relook(self) -> None:
        """The theme or the text size changed."""
        look = self._look
        side = look.space("l")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(10))
        self._first.setContentsMargins(side, look.space("s"), side, look.space("s"))
        self._chips.setContentsMargins(side, 0, side, 0)
        self._shown = None
        self.refresh()

    def _forget(self) -> None:
        self._shown, self._led = None, False
        for combo in (self.canvas, self.zone, self.step):
            combo.clear()
        self.refresh()

    # -- what is compared -----------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Everything again, as the project stands; what was chosen stays chosen."""
        if self.isHidden():
            return
        desk = self._desk
        project, types = desk.project, desk.types
        names = {canvas: self._title(canvas) for canvas in canvases_to_compare(project, types)}
        first = ("", "") if self._led else fullest(project, types)
        self._led = self._led or bool(first[0])
        canvas = _fill(self.canvas, list(names.items()), first[0])
        self._zones = ()
        if canvas:
            kind = types.of(project, canvas)
            self._zones = zones_to_compare(project, kind, canvas)
        named_zones = [(zone.id, self._zone_name(canvas, zone)) for zone in self._zones]
        zone_id = _fill(self.zone, named_zones, first[1])
        zone = next((one for one in self._zones if one.id == zone_id), None)
        steps = project.steps_of(canvas) if zone is not None and canvas and zone.is_lane else ()
        named = [(step.id, f"{at}. {step.label or ''}".strip()) for at, step in enumerate(steps, 1)]
        step = _fill(self.step, [("", _("Toutes les étapes")), *named])
        self.step.setVisible(bool(steps))
        self._offer_tables(tables_of(project))
        chosen = [name for name, chip in self.chips.items() if chip.isChecked()]
        found = columns(project, types, canvas, zone, step, chosen) if zone is not None and canvas else ()
        self._show(found)

    def _title(self, canvas: str) -> str:
        try:
            return title(self._desk.project, self._desk.types.of(self._desk.project, canvas), canvas)
        except Refusal:
            return ""

    def _zone_name(self, canvas: str, zone: Zone) -> str:
        labels = {lane.zone: lane.label for lane in self._desk.project.lanes_of(canvas)}
        return labels.get(zone.id) or str(zone.label)

    def _offer_tables(self, names: tuple[str, ...]) -> None:
        if tuple(self.chips) == names:
            return
        former = {name: chip.isChecked() for name, chip in self.chips.items()}
        for chip in self.chips.values():
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while self._chips.count():
            self._chips.takeAt(0)
        self.chips = {}
        for at, name in enumerate(names):
            chip = QPushButton(name.replace("&", "&&"), self.tables)
            chip.setCheckable(True)
            chip.setChecked(former.get(name, at < AT_ONCE))
            chip.setAccessibleName(_("Montrer {table}").format(table=name))
            chip.clicked.connect(partial(self._chosen, name))
            self.chips[name] = chip
            self._chips.addWidget(chip)
        self._chips.addStretch(1)

    def _chosen(self, name: str) -> None:
        """Four at most: the one that was shown first makes room."""
        shown = [one for one, chip in self.chips.items() if chip.isChecked() and one != name]
        if self.chips[name].isChecked() and len(shown) >= AT_ONCE:
            self.chips[shown[0]].setChecked(False)
        self.refresh()

    def lens(self) -> Lens | None:
        """What F5 projects: the same cell of the same tables; None while nothing is compared."""
        zone = next((one for one in self._zones if one.id == self.zone.currentData()), None)
        tables = tuple(name for name, chip in self.chips.items() if chip.isChecked())
        canvas, step = str(self.canvas.currentData() or ""), str(self.step.currentData() or "")
        if zone is None or not canvas or not tables:
            return None
        steps = (step,) if step and zone.is_lane else ()
        lanes, box = ((zone.id,), "") if zone.is_lane else ((), zone.id)
        return Lens("tables", canvas, steps, lanes, box, tables=tables)

    # -- how it is shown ------------------------------------------------------------------------------------
    def _show(self, found: tuple[TableColumn, ...]) -> None:
        said = any(column.said for column in found)
        if not found or not said:
            self._nothing.setText(self._why(found))
        self._nothing.setVisible(not said)
        self._scroll.setVisible(said)
        if found == self._shown:
            return
        self._shown = found
        sheet = QWidget()
        role(sheet, "page")
        grid = QGridLayout(sheet)
        gap, side = self._look.px(12), self._look.space("l")
        grid.setContentsMargins(side, 0, side, side)
        grid.setSpacing(gap)
        self.tiles = []
        for at, column in enumerate(found):
            grid.addWidget(self._column_of(column), 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        grid.setRowStretch(1, 1)
        self._scroll.setWidget(sheet)

    def _why(self, found: tuple[TableColumn, ...]) -> str:
        if not self.chips:
            return _(
                "Aucune note ne dit encore de quelle table elle vient. Préparez les tables, puis "
                "réunissez-les : leurs réponses à la même case seront ici côte à côte."
            )
        if not found:
            return _("Choisissez deux à quatre tables.")
        return _("Aucune de ces tables n’a rien écrit dans cette case.")

    def _column_of(self, column: TableColumn) -> QWidget:
        box = QFrame()
        role(box, "well")
        inside = QVBoxLayout(box)
        pad = self._look.px(10)
        inside.setContentsMargins(pad, pad, pad, pad)
        inside.setSpacing(self._look.px(6))
        head = QLabel(column.table, box)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        role(head, "h3")
        count = QLabel(several(len(column.said), "{n} réponse", "{n} réponses"), box)
        role(count, "small")
        inside.addWidget(head)
        inside.addWidget(count)
        for said in column.said:
            tile = SaidTile(self._look, said, column.table, box)
            tile.clicked.connect(partial(self._go, said))
            inside.addWidget(tile)
            self.tiles.append(tile)
        inside.addStretch(1)
        return box

    def _go(self, said: Said) -> None:
        try:
            place = self._desk.types.of(self._desk.project, said.canvas).place
        except (Refusal, KeyError):
            return
        row = said.note.id if said.note is not None else None
        table = "note" if row else None
        self._desk.go(Target(place, canvas=said.canvas, table=table, row=row))


class Chips(QWidget):
    """The tables one can show: one button each."""


def _fill(combo: QComboBox, items: list[tuple[str, str]], first: str = "") -> str:
    """These choices, at `first` when it is said; else what was chosen stays, or the top one. Its id."""
    chosen = first or combo.currentData() or ""
    now = [(str(combo.itemData(at)), combo.itemText(at)) for at in range(combo.count())]
    if now != items:
        combo.clear()
        for name, words in items:
            combo.addItem(words, name)
    if now != items or first:
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return str(combo.currentData() or "")


class SaidTile(Tile):
    """What was said, its dots and its evidence; the whole text, never cut."""

    def __init__(self, look: Look, said: Said, table: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = self.words(said.text, "", wrap=True)
        more = _more(said)
        self._more = self.words(more, "small", wrap=True)
        self._more.setVisible(bool(more))
        column = QVBoxLayout(self)
        pad = look.px(8)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.px(2))
        column.addWidget(self._text)
        column.addWidget(self._more)
        self.setAccessibleName(_("{table} : {text}").format(table=table, text=said.text))
        self.setAccessibleDescription(more)
        self.setToolTip(_("Voir à sa place"))


def _more(said: Said) -> str:
    parts = [several(said.votes, "{n} voix", "{n} voix")] if said.votes else []
    evidence = said.note.evidence if said.note is not None else None
    if evidence:
        known = {str(one.id): str(one.label) for one in common_vocabularies()["evidence"]}
        parts.append(known.get(evidence, evidence))
    return " · ".join(parts)
