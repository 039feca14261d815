"""Which paper: the sheet, whether it is cut, and a small picture of the pieces. It prints nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from labdesk.dossier.tiles import TILES, Tiling, sheet_size, tiled
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

HIGH = 120
"""px at 100 %: the picture of the pieces."""


class PaperChoice(QWidget):
    """Two lists and what they mean."""

    chosen = Signal(str)
    """« A0/A4 »"""

    def __init__(self, look: Look, papers: Sequence[str], first: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.papers, self.cut = QComboBox(self), QComboBox(self)
        for paper in papers:
            width, height = sheet_size(paper)  # type: ignore[arg-type]
            self.papers.addItem(
                _("{paper} ({width} × {height} mm)").format(paper=paper, width=width, height=height), paper
            )
        self.papers.setCurrentIndex(list(papers).index(first))
        self.papers.setAccessibleName(_("Papier"))
        self.cut.setAccessibleName(_("Découpe"))
        self.picture = TilingPicture(look, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        role(self.told, "muted")
        row: QBoxLayout = QHBoxLayout() if look.scale < 1.5 else QVBoxLayout()
        for label, box in ((_("Papier"), self.papers), (_("Découpe"), self.cut)):
            words = QLabel(label, self)
            words.setBuddy(box)
            row.addWidget(words)
            row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.picture)
        self.papers.currentIndexChanged.connect(self._offer_cuts)
        self.cut.currentIndexChanged.connect(self._tell)
        self._offer_cuts()

    @property
    def paper(self) -> str:
        """« A0 » in one piece, « A0/A4 » cut."""
        sheet, tile = self.papers.currentData(), self.cut.currentData()
        return f"{sheet}/{tile}" if tile else str(sheet)

    def _offer_cuts(self) -> None:
        """A sheet is cut on a paper that is smaller than it."""
        kept = self.cut.currentData()
        sheet = self.papers.currentData()
        self.cut.blockSignals(True)
        self.cut.clear()
        self.cut.addItem(_("en une feuille"), "")
        for tile in TILES:
            if sheet_size(tile) < sheet_size(sheet):  # type: ignore[arg-type]
                self.cut.addItem(_("sur des feuilles {tile}").format(tile=tile), tile)
        self.cut.setCurrentIndex(max(self.cut.findData(kept), 0))
        self.cut.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        sheet, tile = self.papers.currentData(), self.cut.currentData()
        width, height = sheet_size(sheet)
        if tile:
            tiling = tiled(width, height, tile)
            count = tiling.columns * tiling.rows
            sheets = several(count, "{n} feuille", "{n} feuilles")
            said = _(
                "{sheets} {tile}, avec repères de coupe, bande de collage de 10 mm et plan d’assemblage."
            )
            self.told.setText(said.format(sheets=sheets, tile=tile))
            self.picture.show_tiling(tiling)
        else:
            self.told.setText(_("Pour un traceur, ou un imprimeur : à 100 %, sans ajuster à la page."))
            self.picture.show_tiling(Tiling(width, height, width, height, 1, 1))
        self.chosen.emit(self.paper)


class TilingPicture(QWidget):
    """The sheet small, its pieces drawn with their names; words beside it say the same."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._tiling: Tiling | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(HIGH))

    def show_tiling(self, tiling: Tiling) -> None:
        """Another sheet."""
        self._tiling = tiling
        names = ", ".join(piece.name for piece in tiling.pieces()) if tiling.columns * tiling.rows > 1 else ""
        self.setAccessibleName(
            _("Plan des feuilles : {names}").format(names=names) if names else _("Une seule feuille")
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tiling, look = self._tiling, self._look
        if tiling is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = min((self.width() - 4) / tiling.width, (self.height() - 4) / tiling.height)
        sheet = QRectF(2, 2, tiling.width * small, tiling.height * small)
        painter.fillRect(sheet, look.colour("surface"))
        painter.setPen(QPen(look.colour("border"), 1))
        painter.drawRect(sheet)
        if tiling.columns * tiling.rows < 2:
            return
        painter.setPen(QPen(look.colour("primary"), 1))
        for piece in tiling.pieces():
            across = (
                min(tiling.step[0], tiling.width - piece.left)
                if piece.column + 1 < tiling.columns
                else piece.width
            )
            down = (
                min(tiling.step[1], tiling.height - piece.top)
                if piece.row + 1 < tiling.rows
                else piece.height
            )
            cell = QRectF(2 + piece.left * small, 2 + piece.top * small, across * small, down * small)
            painter.drawRect(cell)
            if cell.height() > painter.fontMetrics().height() and cell.width() > look.px(18):
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, piece.name)
