"""Which curves are on the picture: a button a journey, with the stroke of its curve where it is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from labdesk.domain import curve_telling as telling
from labdesk.domain.curves import Course, Overlay
from labdesk.ui.curves.strokes import SAMPLE, sample, stroke_of
from labdesk.ui.icons import icon
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

LONGEST = 200
"""px at 100 % of a name in a button; the whole name is in its tooltip."""


class CurveChips(QFrame):
    """It says which journey was switched on or off; it chooses nothing."""

    switched = Signal(str, bool)
    """(journey, shown)."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(_("Parcours à comparer"))
        self.chips: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)

    def show_courses(self, offered: Sequence[Course], chosen: Sequence[str]) -> None:
        """A button for each journey that can be compared; those `chosen` are on, in this order."""
        names = telling.names(Overlay(tuple(offered), (), {}))
        for gone in self.chips.keys() - {course.canvas for course in offered}:
            chip = self.chips.pop(gone)
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._row.setSpacing(self.look.px(6))
        for rank, (course, name) in enumerate(zip(offered, names, strict=True)):
            chip = self.chips.get(course.canvas) or self._chip(course.canvas)
            self._row.insertWidget(rank, chip)
            short = chip.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self.look.px(LONGEST))
            chip.setText(short.replace("&", "&&"))
            chip.setAccessibleName(name)
            chip.setToolTip(course.title if short == name else name)
            chip.setChecked(course.canvas in chosen)
            chip.setMinimumHeight(self.look.px(32))
            chip.setIconSize(QSize(*(self.look.px(side) for side in SAMPLE)))
            chip.setIcon(self._drawn(course, chosen))

    def _drawn(self, course: Course, chosen: Sequence[str]) -> QIcon:
        """The stroke of a curve that is shown; an empty box for one that is not."""
        if course.canvas not in chosen:
            return icon("square", self.look)
        stroke = stroke_of(self.look, chosen.index(course.canvas), hollow=course.nature == "target")
        return QIcon(sample(self.look, stroke, self.devicePixelRatioF()))

    def _chip(self, canvas: str) -> QToolButton:
        chip = self.chips[canvas] = QToolButton(self)
        chip.setCheckable(True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        role(chip, "quiet")
        chip.clicked.connect(lambda on, canvas=canvas: self.switched.emit(canvas, on))
        return chip
