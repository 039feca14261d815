"""« Courbes »: which curves, what they say, their picture or their table. It is built when first opened."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain import curve_telling as telling
from labdesk.domain import curves
from labdesk.domain.commands.counterparts import begin_counterpart
from labdesk.domain.curves import MOST, Course, Overlay
from labdesk.ui.actions import draw
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.sliding import SlidingRow
from labdesk.ui.curves.chart import Chart, picture_of
from labdesk.ui.curves.chips import CurveChips
from labdesk.ui.curves.curve_table import CurveTable
from labdesk.ui.curves.lesson import Lesson
from labdesk.ui.desk import Target
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

WORDS_FROM = 1000
"""px at 100 % from which the buttons of the bar have words."""


class CurvesView(QWidget):
    """It follows the journey of the board; which curves were chosen is kept for each journey."""

    begun = Signal(str)
    """This journey was begun here: it is to be shown."""

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self.look = board, look
        self._chosen: dict[str, tuple[str, ...]] = {}
        self.overlay = Overlay((), (), {})
        self.chart, self.table = Chart(look, self), CurveTable(self)
        self.headline, self.saying = self._words("strong"), self._words("small")
        self._build()
        for holder in (self, self.stack):
            holder.setFocusProxy(self.chart)
        for part in (self.chart, self.table):
            part.went.connect(self._go)
        self.chips.switched.connect(self._switch)
        self.lesson.asked_level.connect(self.note_levels)
        self.lesson.asked_other.connect(self.begin_other)
        self.chart.copied.connect(self.copy)
        self.chart.stood.connect(self._keep_in_sight)
        board.desk.changed.connect(lambda _touched: self._changed())
        look.changed.connect(self._changed)

    # -- what it is made of ---------------------------------------------------------------------------------
    def _words(self, name: str) -> QLabel:
        words = QLabel(self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        role(words, name)
        return words

    def _build(self) -> None:
        bar = QFrame(self)
        role(bar, "topbar")
        self._bar = QHBoxLayout(bar)
        self.chips = CurveChips(self.look, self)
        self._bar.addWidget(SlidingRow(self.chips, self.look, bar), 1)
        self.as_table = self._button(_("Tableau"), "table", self.show_table)
        self.as_table.setCheckable(True)
        self.copying = self._button(_("Copier l’image"), "copy", self.copy)
        self.copying.setToolTip(
            _("Copier l’image des courbes, avec ce qu’elles disent (Ctrl+C sur les courbes)")
        )
        self.saving = self._button(_("Enregistrer l’image…"), "download", self.ask_file)
        self.saving.setToolTip(_("Enregistrer l’image des courbes, à imprimer ou à glisser dans un document"))
        self.lesson = Lesson(self.look, self)
        page = QFrame(self)
        page.setObjectName("curves")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.lesson)
        inside.addWidget(self.headline)
        inside.addWidget(self.chart, 1)
        inside.addWidget(self.saying)
        self.sliding = QScrollArea(self)
        self.sliding.setWidget(page)
        self.sliding.setWidgetResizable(True)
        self.sliding.setFrameShape(QFrame.Shape.NoFrame)
        self.sliding.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.sliding)
        self.stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def _button(self, words: str, drawing: str, run: object) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("words", words)
        button.setAccessibleName(words)
        button.setToolTip(words)
        role(button, "quiet")
        draw(button, drawing, self.look)
        button.clicked.connect(run)
        self._bar.addWidget(button)
        return button

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        """Sizes of now; where there is no room for words the buttons keep their drawing."""
        px = self.look.px
        self._bar.setContentsMargins(px(12), px(4), px(12), px(4))
        self.headline.setContentsMargins(px(16), px(10), px(16), px(2))
        self.saying.setContentsMargins(px(16), px(2), px(16), px(10))
        wide = self.width() >= px(WORDS_FROM)
        for button in (self.as_table, self.copying, self.saving):
            button.setText(button.property("words") if wide else "")
            button.setMinimumSize(px(32), px(32))
        self.sliding.setStyleSheet(f"#curves {{ background: {self.look.hex('surface')}; border: 0; }}")

    # -- which curves ---------------------------------------------------------------------------------------
    @property
    def offered(self) -> tuple[str, ...]:
        """The journeys one can lay over each other."""
        board = self.board
        return curves.comparable(board.project, board.desk.types, board.canvas) if board.stands else ()

    @property
    def _courses(self) -> list[Course]:
        found = [
            curves.course_of(self.board.project, self.board.desk.types, canvas) for canvas in self.offered
        ]
        return [course for course in found if course is not None]

    @property
    def chosen(self) -> tuple[str, ...]:
        """Those that are: what was ticked, else the pair of this journey; lived ones first."""
        board, offered = self.board, self.offered
        kept = self._chosen.get(board.canvas)
        if kept is None and board.stands:
            kept = curves.proposed(board.project, board.desk.types, board.canvas)
        return tuple(canvas for canvas in kept or () if canvas in offered)

    def choose(self, canvases: tuple[str, ...]) -> None:
        """Lay these over each other."""
        known = {course.canvas: course for course in self._courses if course.canvas in canvases}
        order = {canvas: rank for rank, canvas in enumerate(self.offered)}
        self._chosen[self.board.canvas] = tuple(
            sorted(known, key=lambda canvas: (known[canvas].nature == "target", order.get(canvas, 0)))
        )
        self.renew()

    def _switch(self, canvas: str, on: bool) -> None:
        standing = self.chosen
        if on and len(standing) >= MOST:
            self.board.desk.announce(
                _("Six courbes au plus tiennent sur une image : décochez-en une d’abord.")
            )
            self.renew()
            return
        self.choose((*standing, canvas) if on else tuple(one for one in standing if one != canvas))

    # -- showing --------------------------------------------------------------------------------------------
    def _changed(self) -> None:
        if self.isVisible():
            self.renew()

    def renew(self) -> None:
        """Chips, sentences, picture and table as the project is now."""
        self.overlay = curves.overlay(self.board.project, self.board.desk.types, self.chosen)
        every = self._courses
        self.chips.show_courses(every, self.chosen)
        sentences = telling.sentences(self.overlay)
        self.headline.setText(sentences[0] if sentences else "")
        self.saying.setText("\n".join(sentences[1:]))
        for words in (self.headline, self.saying):
            words.setVisible(bool(words.text()))
        read_only = self.board.desk.read_only
        self.lesson.show_for(self.overlay, self.board.canvas, every, read_only=read_only)
        self.chart.show_overlay(self.overlay)
        self.table.show_overlay(self.overlay)
        for button in (self.copying, self.saving):
            button.setEnabled(any(course.known for course in self.overlay.courses))
        self._fit()
        self._order()

    def _order(self) -> None:
        """Tab goes as one reads: which curves, what to do with them, what is missing, the picture."""
        lesson = self.lesson
        stops = [
            *self.chips.chips.values(),
            self.as_table,
            self.copying,
            self.saving,
            lesson.levels,
            lesson.other,
        ]
        for before, after in pairwise([*stops, self.chart, self.table]):
            QWidget.setTabOrder(before, after)

    def _keep_in_sight(self, x: int, y: int) -> None:
        """With large letters the picture is higher than the window: it slides under the keyboard."""
        at = self.chart.mapToParent(QPoint(x, y))
        self.sliding.ensureVisible(at.x(), at.y(), self.look.px(60), self.look.px(90))

    # -- what is missing ------------------------------------------------------------------------------------
    def note_levels(self) -> None:
        """To the curve of the map, on its first step."""
        board = self.board
        zone, steps = curves.score_zone(board.kind), board.project.steps_of(board.canvas)
        first = Target(board.kind.place, board.canvas)
        if zone is not None and steps:
            first = Target(board.kind.place, board.canvas, "step", steps[0].id, field=zone.id)
        board.desk.go(first)

    def begin_other(self) -> None:
        """The target of this journey, or what is lived of this target, is begun and shown."""
        board = self.board
        made, gesture = begin_counterpart(board.project, board.kind, board.canvas)
        board.desk.do(gesture)
        self.begun.emit(made)

    # -- going, giving away ---------------------------------------------------------------------------------
    def _go(self, canvas: str, step: str) -> None:
        if course := next((c for c in self.overlay.courses if c.canvas == canvas), None):
            kind = self.board.desk.types.of(self.board.project, course.canvas)
            zone = curves.score_zone(kind)
            self.board.desk.go(
                Target(kind.place, canvas, "step", step, field=zone.id if zone is not None else None)
            )

    def show_table(self, shown: bool) -> None:
        """The table instead of the picture, or the picture again."""
        self.as_table.setChecked(shown)
        self.stack.setCurrentWidget(self.table if shown else self.sliding)
        for holder in (self, self.stack):
            holder.setFocusProxy(self.table if shown else self.chart)
        (self.table if shown else self.chart).setFocus()

    def copy(self) -> None:
        """The picture, with what there is to say about it, goes to the clipboard."""
        if self.copying.isEnabled():
            QGuiApplication.clipboard().setImage(picture_of(self.overlay))
            self.board.desk.announce(_("L’image des courbes est copiée : collez-la où vous voulez."))

    def ask_file(self) -> None:
        """Where the picture goes."""
        names = (
            _(" et ").join(telling.names(self.overlay)) if len(self.overlay.courses) < 3 else _("comparées")
        )
        dialog = QFileDialog(self, _("Enregistrer l’image des courbes"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setNameFilter(_("Images PNG (*.png)"))
        dialog.selectFile(_file_name(_("Courbes {names}").format(names=names)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the picture as a PNG file."""
        desk = self.board.desk
        if picture_of(self.overlay).save(str(path), "PNG"):  # type: ignore[call-overload]
            desk.announce(_("L’image des courbes est dans {file}.").format(file=path.name))
        else:
            desk.refused.emit(
                _("« {file} » n’a pas pu être écrit : choisissez un autre dossier.").format(file=path.name)
            )


def _file_name(words: str) -> str:
    return "".join(letter for letter in words if letter not in '\\/:*?"<>|') + ".png"
