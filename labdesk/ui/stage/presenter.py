"""The presenter's window: what the room sees, what comes next, notes that are never projected, time, keys."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.actions import retint
from labdesk.ui.sheet import role
from labdesk.ui.stage.brush import Brush
from labdesk.ui.stage.foot import Foot
from labdesk.ui.stage.order_panel import OrderPanel
from labdesk.ui.stage.own_notes import OwnNotes
from labdesk.ui.stage.preview import Preview
from labdesk.ui.stage.showing import Showing
from labdesk.ui.stage.signs import Signs
from labdesk.ui.stage.stage import Stage
from labdesk.ui.stage.timer_row import TimerRow
from labdesk.ui.style import Look
from labdesk.ui.toast import Toast
from labdesk.words import _, decimal

LARGE = 1.75
"""Text scale from which the window gives what is read its room."""
LATER = 60
"""ms after a key before the next picture is laid out: the projector comes first."""


class Presenter(QWidget):
    """It shows and asks; the stage does."""

    pressed = Signal(object)
    closed = Signal()
    clicked = Signal(str)

    def __init__(self, stage: Stage, look: Look, brush: Brush) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.stage, self.look, self.brush = stage, look, brush
        role(self, "page")
        self.setWindowTitle(_("Présentateur · LabDesk"))
        self.setAccessibleName(_("Écran du présentateur"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(720, 420)  # a screen of 1920 × 1080 at 200 % has no more than 960 × 470
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._show_next)
        self._build()
        stage.moved.connect(self.renew)
        stage.repainted.connect(self._repaint)
        stage.told.connect(self.toast.say)
        stage.desk.refused.connect(self._refuse)
        look.changed.connect(self._relook)
        self.renew()

    # -- how it is put together -----------------------------------------------------------------------------
    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.signs = Signs(self.stage, self.look, self)
        column.addWidget(self.signs)
        across = QHBoxLayout()
        across.setContentsMargins(px(12), px(8), px(12), px(8))
        across.setSpacing(px(12))
        across.addLayout(self._left(), 5)
        across.addLayout(self._right(), 3 if self.look.scale < LARGE else 5)
        column.addLayout(across, 1)
        self.foot = Foot(self.look, self)
        self.foot.asked.connect(self.clicked)
        self.foot.pressed.connect(self.pressed)
        column.addWidget(self.foot)
        self.toast = Toast(self.look, self)

    def _left(self) -> QVBoxLayout:
        px, column = self.look.px, QVBoxLayout()
        self.preview = Preview(self.brush, _("Ce qui est projeté"), self)
        self.preview.pointed.connect(self.stage.point_at)
        self.preview.clicked.connect(self.stage.light)
        column.addWidget(self.preview, 3)
        if self.look.scale >= LARGE:
            column.addLayout(self._coming(QHBoxLayout()))
            self.next.setFixedSize(px(94), px(50))
        row = QHBoxLayout()
        self.entry = QLineEdit(self)
        self.entry.setAccessibleName(_("Écrire une note dans la case projetée"))
        self.entry.returnPressed.connect(self._write)
        self.readable = QLabel(self)
        role(self.readable, "pill", "ok")
        row.addWidget(self.entry, 1)
        row.addWidget(self.readable)
        row.addWidget(self._width())
        column.addLayout(row)
        return column

    def _coming(self, where: QBoxLayout) -> QBoxLayout:
        """What comes next, under its name; beside it where the largest letters leave less height."""
        self.after = QLabel(_("Ensuite"), self)
        self.after.setWordWrap(True)
        role(self.after, "caption")
        self.next = Preview(self.brush, _("Ce qui vient ensuite"), self)
        where.addWidget(self.after, 1 if self.look.scale >= LARGE else 0)
        where.addWidget(self.next, 1 if self.look.scale < LARGE else 0)
        return where

    def _width(self) -> QDoubleSpinBox:
        """How wide the image is in this room: asked once, kept on this laptop."""
        box = self.width_box = QDoubleSpinBox(self)
        box.setRange(0, 20)
        box.setSingleStep(0.1)
        box.setDecimals(1)
        box.setSpecialValueText(_("Largeur de l’image ?") if self.look.scale < LARGE else _("? m"))
        box.setSuffix(" m")
        box.lineEdit().setTextMargins(self.look.px(6), 0, 0, 0)
        box.setAccessibleName(_("Largeur de l’image projetée, en mètres"))
        box.setToolTip(_("Mesurez une fois l’image sur le mur : LabDesk dit jusqu’où elle se lit."))
        box.setFixedWidth(self.look.px(150 if self.look.scale < LARGE else 96))
        box.setValue(self.stage.settings.image_width)
        box.valueChanged.connect(self._measured)
        return box

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        if self.look.scale < LARGE:
            column.addLayout(self._coming(QVBoxLayout()), 3)
        self.timer = TimerRow(self.stage, self.look, self)
        self.timer.asked.connect(self.clicked)
        self.timer.pressed.connect(self.pressed)
        column.addWidget(self.timer)
        self.tabs = QTabWidget(self)
        self.notes = OwnNotes(self.stage, self)
        self.order = OrderPanel(self.stage, self.look, self)
        self.order.noted.connect(self.notes.written_elsewhere)
        self.tabs.addTab(self.notes, _("Notes d’animation"))
        self.tabs.addTab(self.order, _("Déroulé"))
        self.tabs.currentChanged.connect(lambda _at: self.order.show_note())
        self.tabs.tabBar().setAccessibleName(_("Notes ou déroulé"))
        column.addWidget(self.tabs, 4)
        return column

    # -- what changed ---------------------------------------------------------------------------------------
    def _repaint(self) -> None:
        stage = self.stage
        edge = "bad" if stage.cover.black else "warn" if stage.cover.frozen else ""
        self.preview.show_picture(stage.showing, edge)

    def renew(self) -> None:
        """Another lens, page or state."""
        self._repaint()
        self.signs.renew()
        self.timer.renew()
        self._later.start()

    def _show_next(self) -> None:
        """What is not in a hurry: the next picture, the notes, the agenda, how far one reads."""
        stage = self.stage
        lens = stage.following
        pages = stage.pages_of(lens) if lens else ()
        more = stage.at_page + 1 < len(stage.pages)
        page = stage.pages[stage.at_page + 1] if more else (pages[0] if pages else None)
        self.next.show_picture(Showing(page) if page else None)
        name = "" if more else stage.named_next
        said = _("Ensuite : {name}").format(name=name) if name else _("Ensuite")
        self.after.setText(said if page else _("Ensuite : rien, c’est la fin"))
        self.notes.renew()
        self._show_reach()
        self.order.renew()
        cell = stage.cell
        self.entry.setEnabled(cell is not None)
        if cell is None:
            told = _("Pour écrire, entrez dans une case (↓) ou une boîte")
        elif stage.cover.frozen or stage.cover.black:
            told = _("Entrée : écrire une note ici, la salle ne la voit pas encore")
        else:
            told = _("Entrée : écrire une note ici, la salle la voit")
        self.entry.setPlaceholderText(told)

    def _show_reach(self) -> None:
        reach = self.stage.readable
        self.readable.setVisible(reach is not None)
        if reach is not None:
            far = decimal(f"{reach:.0f}")
            self.readable.setText(_("Lisible jusqu’à {n} m").format(n=far))

    def _measured(self, width: float) -> None:
        self.stage.settings.image_width = round(width, 2)
        self.stage.settings.save()
        self._show_reach()

    def _relook(self) -> None:
        retint(self, self.look)
        self.timer.tick()

    # -- keys -----------------------------------------------------------------------------------------------
    def begin_typing(self) -> None:
        """Entrée: the line under the picture."""
        if self.entry.isEnabled():
            self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _refuse(self, sentence: str) -> None:
        """What could not be done is said here too: the main window is behind."""
        self.toast.say(sentence, trouble=True)

    def _write(self) -> None:
        if self.stage.write(self.entry.text()):
            self.entry.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the fields stay theirs; Échap gives the keyboard back to the projection."""
        if event.key() == Qt.Key.Key_Escape and self.focusWidget() not in (None, self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
