"""The top bar: which project, which canvas, whether it is saved; undo, search, drawer, projector."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from labdesk.ui.actions import draw, tell
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, hour

if TYPE_CHECKING:
    from labdesk.store.writer import SaveState

HEIGHT, TITLE = 52, 420
"""px at 100 %: of the bar, of the words of the longest title of a canvas."""
SPELLED, ROOMY = 1080, 720
"""px at 100 % from which buttons keep their words, and the project its title."""
UNBOUND = 16_777_215  # Qt’s own greatest width
PATIENCE = 400
"""ms a save may last before « Enregistrement… » is shown: the pill does not blink at each key."""


class Elided(QLabel):
    """A line that gives way: what does not fit ends with « … », the whole is in the tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        size.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 4)
        return size

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class CanvasTitle(QPushButton):
    """The canvas shown, with a menu of the others; it gives way like the title of the project."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._whole = ""
        role(self, "title")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron follows the words
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, title: str) -> None:
        self._whole = title
        self.setToolTip(title)
        self.setAccessibleName(_("Canevas affiché : {title}").format(title=title))
        draw(self, "chevron-down", self._look)
        self.updateGeometry()
        self._fit()

    def _around(self) -> int:
        """px that are not words: the chevron and the padding."""
        return self._look.px(44)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self._whole) + 2  # a rounded advance cuts no letter
        size.setWidth(min(words, self._look.px(TITLE)) + self._around())
        return size

    def minimumSizeHint(self) -> QSize:
        return QSize(self._around() + self._look.px(40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._around()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class TopBar(QFrame):
    """Shows and asks; the window does."""

    title_menu = Signal(object)
    """QMenu, about to open: the place fills it."""
    pill_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        role(self, "topbar")
        self.setAccessibleName(_("Barre du projet"))
        self.row = QHBoxLayout(self)
        self.project = Elided(self)
        role(self.project, "h3")
        self._chevron = QLabel("›", self)
        role(self._chevron, "muted")
        self.canvas = CanvasTitle(look, self)
        menu = QMenu(self.canvas)
        menu.aboutToShow.connect(lambda: self.title_menu.emit(menu))
        # Emptied again, else the keys of this place would still be heard, and be nobody's, in the next one.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.clear))
        self.canvas.setMenu(menu)
        self.pill = Pill(look, self)
        self.pill.clicked.connect(self.pill_asked)
        for widget in (self.project, self._chevron, self.canvas, self.pill):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self._buttons: list[QPushButton] = []
        self._title = self._table = ""

    def add(self, action: QAction, words: str = "", kind: str = "quiet") -> QPushButton:
        """A button for an action; `words` are beside its icon where the bar is long enough."""
        button = QPushButton(self)
        role(button, kind)
        button.setProperty("words", words)
        draw(button, action.property("drawing"), self._look, "on_primary" if kind == "primary" else "ink2")
        button.clicked.connect(action.trigger)
        button.setCheckable(action.isCheckable())

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setVisible(action.isVisible())
            button.setChecked(action.isChecked())
            tell(button, action.text().replace("&", ""), action.toolTip())

        action.changed.connect(follow)
        follow()
        self.row.addWidget(button)
        self._buttons.append(button)
        return button

    def show_project(self, title: str, table: str = "") -> None:
        """The project's title and the table this laptop sits at; empty: none is open."""
        self._title, self._table = title, table
        self.project.say(f"{table} · {title}" if table else title)
        self.pill.setVisible(bool(title))
        if table:
            self.fit()

    def show_canvas(self, title: str) -> None:
        """The canvas shown now; its menu switches to the others."""
        self.canvas.setVisible(bool(title))
        self._chevron.setVisible(bool(title) and not self.project.isHidden())
        self.canvas.say(title)
        self.fit()

    def fit(self) -> None:
        """Sizes of now: short of room, buttons lose their words, then the project its title."""
        look = self._look
        self.setFixedHeight(look.px(HEIGHT))
        self.row.setContentsMargins(look.px(16), 0, look.px(12), 0)
        self.row.setSpacing(look.px(6))
        room = self.width() / look.scale
        for button in self._buttons:
            words = button.property("words")
            spelled = bool(words) and (room >= SPELLED)
            button.setText(f" {words}" if spelled else "")
            button.setFixedHeight(look.px(34))
            button.setMaximumWidth(UNBOUND)
            button.setFixedWidth(button.sizeHint().width() if spelled else look.px(36))
        whole = room >= ROOMY or self.canvas.isHidden()
        if self._table:  # which table this is stays on the screen, however large the letters
            self.project.say(f"{self._table} · {self._title}" if whole else self._table)
            room_of_it = self.project.fontMetrics().horizontalAdvance(self._table) + 4
            self.project.setMinimumWidth(min(room_of_it, look.px(110)))
        else:
            self.project.setMinimumWidth(0)
        self.project.setVisible(whole or bool(self._table))
        self._chevron.setVisible(not self.project.isHidden() and not self.canvas.isHidden())
        self.pill.shorten(room < ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class Pill(QPushButton):
    """« Enregistré · 10:42 », and what is the matter when it is not."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._short = False
        self._words = ("", "")
        self._trouble = ""
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._say("plain", _("Enregistrement…"), "…"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fresh(read_only=False)

    def show_state(self, state: "SaveState", read_only: bool) -> str:
        """The state of the writer. Gives back the sentence of a trouble that was not said yet."""
        trouble = state.trouble or ""
        news, self._trouble = trouble if trouble != self._trouble else "", trouble
        if read_only:
            self._settle("plain", _("Lecture seule"), _("Lecture seule"))
        elif state.trouble:
            self._settle("warn", _("Gardé sur ce poste"), _("Gardé ici"))
            self.setToolTip(state.trouble)
        elif state.pending:
            if not self._patience.isActive():
                self._patience.start()
        else:
            at = hour(state.at.astimezone() if state.at else datetime.now())
            self._settle("ok", _("Enregistré · {time}").format(time=at), at)
        return news

    def fresh(self, read_only: bool) -> None:
        """A project was just opened: its file holds all there is."""
        words = _("Lecture seule") if read_only else _("Enregistré")
        self._settle("plain" if read_only else "ok", words, words)

    def shorten(self, short: bool) -> None:
        """Only the time, where there is little room."""
        self._short = short
        self.setText(self._words[1] if short else self._words[0])

    def _settle(self, tone: str, words: str, short: str) -> None:
        self._patience.stop()
        self._say(tone, words, short)

    def _say(self, tone: str, words: str, short: str) -> None:
        if (words, short) == self._words and self.property("tone") == tone:
            return
        self._words = (words, short)
        self.setToolTip(_("Tout ce qui est tapé est écrit dans le fichier sans rien demander."))
        self.setAccessibleName(words)
        if self.property("tone") != tone:
            role(self, "pill", tone)
        self.shorten(self._short)
