"""The page Suivi: where the dossier stands since it left, what is expected, what was reached."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.commands.follow_up import add_event
from labdesk.domain.follow_up import KINDS, events, kind_words, stage
from labdesk.ui.actions import draw
from labdesk.ui.desk import Target
from labdesk.ui.dossier.event_form import EventForm
from labdesk.ui.dossier.event_lines import event_line
from labdesk.ui.dossier.follow_voice import SIGNS, sign, voice
from labdesk.ui.dossier.follow_words import advice, lesson, measured_words
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reached import reached_columns
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.rows_panel import RowsPanel
from labdesk.ui.dossier.signs import SignList
from labdesk.ui.dossier.upright import upright
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.words import _

ROOMY = 900
"""px at 100 % from which the count of what was measured stands beside the title of its table."""
WIDE = 760
"""px at 100 % from which what happened stands beside the form of one event."""


class FollowUpPage(Page):
    """A band that says where the dossier stands, a button an event, the events, one of them, indicators."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look, self.desk = reading, look, reading.desk
        self.today: Callable[[], date] = date.today
        self._sign = Sign(look, size=24)
        self.stands, self.next = QLabel(), QLabel()
        role(self.stands, "h2")
        role(self.next, "muted")
        for label in (self.stands, self.next):
            label.setWordWrap(True)
        self.buttons = {kind: self._button(kind) for kind in KINDS}
        self.list = SignList(look, _("Ce qui s’est passé depuis le dépôt"))
        self.list.entered_row.connect(self._show)
        self.list.chosen.connect(self._enter)
        self.form = EventForm(self.desk, look, self.today)
        self.form.deleted.connect(self._to_buttons)
        self.reached = RowsPanel(
            self.desk,
            look,
            _("Indicateurs atteints"),
            "indicator",
            lambda _project: reached_columns(),
            empty=_("Aucun indicateur dans le dossier : ils se tapent dans « Tableaux » ou ici."),
        )
        self._measured = QLabel()
        role(self._measured, "small")
        self.reached.add_to_head(self._measured)
        self.reached.went.connect(self._keep_in_sight)
        self._arrange()
        self.relook()
        self.refresh()

    def _button(self, kind: str) -> QPushButton:
        icon, _tone = SIGNS.get(kind, ("circle-question-mark", ""))
        button = QPushButton(kind_words()[kind])
        button.setAccessibleName(_("Noter au suivi : {what}").format(what=kind_words()[kind]))
        draw(button, icon, self._look)
        button.clicked.connect(partial(self.add, kind))
        return button

    def _arrange(self) -> None:
        band = QFrame()
        role(band, "card")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.stands)
        words.addWidget(self.next)
        self._band = QHBoxLayout(band)
        self._band.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._band.addLayout(words, 1)
        self._keys = QGridLayout()
        self.lesson = QLabel(lesson())
        self.lesson.setWordWrap(True)
        role(self.lesson, "muted")
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self.list, 5, Qt.AlignmentFlag.AlignTop)
        self._pair.addWidget(self.form, 4, Qt.AlignmentFlag.AlignTop)
        sheet = QWidget()
        role(sheet, "page")
        self._sheet = QVBoxLayout(sheet)
        self._sheet.addWidget(band)
        self._sheet.addLayout(self._keys)
        self._sheet.addWidget(self.lesson)
        self._sheet.addLayout(self._pair)
        self._sheet.addWidget(self.reached)
        self._sheet.addStretch(1)
        self._scroll = upright(sheet)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)

    # -- room -----------------------------------------------------------------------------------------------
    def relook(self) -> None:
        """The theme or the text size changed."""
        side, space = self._look.space("l"), self._look.space("m")
        self._sheet.setContentsMargins(side, side, side, side)
        self._sheet.setSpacing(side)
        self._band.setContentsMargins(side, space, side, space)
        self._band.setSpacing(space)
        self._keys.setSpacing(self._look.space("s"))
        self._pair.setSpacing(side)
        for part in (self.list, self.form, self.reached):
            part.relook()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window one thing stands under the other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        wide = self.width() >= px(WIDE)
        self._pair.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        room = self.width() - 3 * self._look.space("l")
        letters = QFontMetrics(self._look.font(14, 600))
        widest = max(letters.horizontalAdvance(words) for words in kind_words().values()) + px(62)
        across = min(max(room // (widest + self._look.space("s")), 1), len(KINDS))
        for at, button in enumerate(self.buttons.values()):
            self._keys.removeWidget(button)
            self._keys.addWidget(button, at // across, at % across)
            button.setMinimumHeight(px(32))
        for column in range(len(KINDS)):
            self._keys.setColumnStretch(column, 1 if column < across else 0)
        self._measured.setVisible(self.width() >= px(ROOMY))
        self._size_list()

    def _size_list(self) -> None:
        self.list.doItemsLayout()
        self.list.setFixedHeight(self.list.rows_height() + 4)

    def _keep_in_sight(self, rect: QRect) -> None:
        at = self.reached.pos() + rect.center()
        self._scroll.ensureVisible(at.x(), at.y(), 0, self._look.px(56))

    # -- in step --------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project changed: read again what is shown."""
        project, today = self.desk.project, self.today()
        told, now = events(project), stage(project)
        say = voice(today)
        self._sign.become(*sign(now, today))
        self.stands.setText(now.sentence(today, say) or _("Le dossier n’est pas encore déposé"))
        self.next.setText(advice(now.state, now.waiting, bool(told)))
        for button in self.buttons.values():
            button.setEnabled(not self.desk.read_only)
        role(self.buttons["deposited"], "" if told else "primary")
        draw(self.buttons["deposited"], "file-up", self._look, "ink2" if told else "on_primary")
        self.list.show_lines([(event_line(row, today, say), row.id) for row in told])
        self.list.setVisible(bool(told))
        self.lesson.setVisible(not told)
        if told and self.list.current() is None:
            self.list.go_to(told[-1].id)
        self._size_list()
        self._show(self.list.current() if told else None)
        self.reached.setVisible(bool(told) or any(row.reached for row in project.indicator.values()))
        self._measured.setText(measured_words(project.indicator.values()))

    def _show(self, row: object) -> None:
        self.form.show_event(row if isinstance(row, str) else None)
        self.form.setVisible(isinstance(row, str) and row in self.desk.project.follow_up)

    def _enter(self, row: object) -> None:
        self._show(row)
        self.form.focus_first()

    def add(self, kind: str) -> None:
        """This happened today: the keyboard goes to what else is known of it."""
        row, gesture = add_event(self.desk.project, kind, self.today())
        if not self.desk.do(gesture):
            return
        self.refresh()
        self.list.go_to(row)
        self._show(row)
        self.form.focus_after_date()
        self._scroll.ensureWidgetVisible(self.form)
        self.desk.announce(_("Noté au suivi : {what}").format(what=kind_words()[kind]))

    def _to_buttons(self) -> None:
        """An event went away: the keyboard stays on the page."""
        self.refresh()
        first = self.list if self.list.isVisible() else self.buttons["deposited"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the place asks --------------------------------------------------------------------------------
    def show_target(self, target: Target) -> bool:
        """The event, or the indicator."""
        if target.table == "indicator":
            return self.reached.view.reveal(target.row, target.field)
        if target.table != "follow_up":
            return False
        if target.row in self.desk.project.follow_up:
            self.list.go_to(target.row)
            self.form.show_event(target.row)
            self.form.reveal(target.field)
        else:
            self._to_buttons()
        return True

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.form.settle()
        self.reached.settle()

    def first(self) -> QWidget:
        """What happened once there is something, else the first thing that can."""
        return self.list if self.desk.project.follow_up else self.buttons["deposited"]

    def stops(self) -> tuple[QWidget, ...]:
        """The buttons, what happened, the event shown, the indicators."""
        shown = (self.list, self.form, self.reached)
        return (self.buttons["deposited"], *(part for part in shown if part.isVisibleTo(self)))
