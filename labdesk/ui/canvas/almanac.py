"""Days to choose from beside a date being typed: arrows go from day to day, Entrée takes one."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)

from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.canvas.aside import Aside
from labdesk.ui.canvas.blanks import parsed
from labdesk.ui.canvas.typist import Typist
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, language

ROW = 30
"""The least height of a week, in design pixels."""
AROUND = 14
"""Days of the months before and after that a page may show."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def as_day(text: str) -> date | None:
    """The day a text says, as people write it; None when it says none."""
    try:
        value = parsed("date", text)
    except Refusal:
        return None
    return date.fromisoformat(str(value)) if value else None


def as_words(day: QDate) -> str:
    """A day as one types it."""
    return str(day.toString("dd/MM/yyyy"))


class Days(QCalendarWidget):
    """A month; weeks begin on Monday. It says which day was taken."""

    taken = Signal(QDate)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        spoken = QLocale.Language.French if language() == "fr" else QLocale.Language.English
        self.setLocale(QLocale(spoken))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setAccessibleName(_("Calendrier"))
        self.table.setAccessibleName(
            _("Jours du mois : les flèches vont d’un jour à l’autre, Entrée le choisit")
        )
        self.clicked.connect(self.taken)
        self.currentPageChanged.connect(lambda _year, _month: self._quieten())
        look.changed.connect(self.relook)
        self.relook()

    @property
    def table(self) -> QTableView:
        """The days; the keyboard stops here."""
        found = self.findChild(QTableView, "qt_calendar_calendarview")
        assert isinstance(found, QTableView)
        return found

    def relook(self) -> None:
        """Saturday and Sunday are not red; every letter follows the size of text."""
        head, rest = QTextCharFormat(), QTextCharFormat()
        head.setForeground(self.look.colour("ink2"))
        head.setBackground(self.look.colour("surface"))
        rest.setForeground(self.look.colour("ink2"))  # as its head
        self.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, rest)
        self._quieten()
        self.setFont(self.look.font(13))
        self.table.setMinimumHeight(self.look.px(7 * ROW))
        self.setMinimumHeight(self.look.px(7 * ROW + 48))
        for name, drawing in (
            ("qt_calendar_prevmonth", "chevron-left"),
            ("qt_calendar_nextmonth", "chevron-right"),
        ):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                draw(button, drawing, self.look)

    def _quieten(self) -> None:
        """The days of the months around lean (the style sheet makes them pale): « 22 » stands twice."""
        around = QTextCharFormat()
        around.setFontItalic(True)
        first = QDate(self.yearShown(), self.monthShown(), 1)
        self.setDateTextFormat(QDate(), QTextCharFormat())  # none keeps what the month before gave it
        for beside in (*range(-AROUND, 0), *range(first.daysInMonth(), first.daysInMonth() + AROUND)):
            self.setDateTextFormat(first.addDays(beside), around)

    def show_day(self, text: str) -> None:
        """Go to the day a text says; today when it says none."""
        day = as_day(text) or date.today()
        self.setSelectedDate(QDate(day.year, day.month, day.day))

    def press(self, event: QKeyEvent) -> bool:
        """Entrée takes the day; Page préc. and Page suiv. turn the month."""
        if event.key() in _ENTER:
            self.taken.emit(self.selectedDate())
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            by = -1 if event.key() == Qt.Key.Key_PageUp else 1
            self.setSelectedDate(self.selectedDate().addMonths(by))
        else:
            return False
        return True


class Almanac(Aside):
    """Beside a date: the days, and today."""

    def __init__(self, typist: Typist, look: Look, parent: QWidget) -> None:
        super().__init__(typist, look, parent)
        self.setAccessibleName(_("Calendrier"))
        self.days = Days(look, self.inside)
        self.today = QPushButton(_("Aujourd’hui"), self.inside)
        role(self.today, "link")
        self.today.clicked.connect(lambda: self._take(QDate.currentDate()))
        told = QLabel(_("↓ : le calendrier · Entrée : choisir"), self.inside)
        role(told, "small")
        foot = QHBoxLayout()
        foot.addWidget(told, 1)
        foot.addWidget(self.today)
        self.column.addWidget(self.days)
        self.column.addLayout(foot)
        self.days.taken.connect(self._take)
        self.hear(self.days.table, self.today)

    def begin(self) -> None:
        self.days.show_day(self.typist.text)

    def follow(self) -> None:
        if as_day(self.typist.text) is not None:
            self.days.show_day(self.typist.text)

    def stops(self) -> list[QWidget]:
        return [self.days.table, self.today]

    def pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        return widget is self.days.table and self.days.press(event)

    def _take(self, day: QDate) -> None:
        self.editor.setPlainText(as_words(day))
        self.typist.leave("enter")
