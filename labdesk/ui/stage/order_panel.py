"""The running order while one presents: prepared, changed live, with a note to oneself for each sequence."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from labdesk.domain.lens_name import written
from labdesk.domain.running_order import (
    COLUMNS,
    Stop,
    add_stop,
    drop_stop,
    move_stop,
    set_stop,
    stops,
    whole_minutes,
)
from labdesk.ui.actions import draw
from labdesk.ui.icons import icon
from labdesk.ui.sheet import role
from labdesk.ui.stage.order_list import LINE, MINUTES, NAME, VIEW, OrderList, line_of
from labdesk.ui.stage.stage import Stage
from labdesk.ui.style import Look
from labdesk.words import _

HERE = "▶ "
WORDS = 1.75
"""Text scale from which the buttons keep their icons only."""


class OrderPanel(QWidget):
    """The list, and what can be done with it."""

    noted = Signal(str)
    """The note to oneself of this sequence changed."""

    def __init__(self, stage: Stage, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage, self._look, self._filling = stage, look, False
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.list = OrderList(look, self)
        column.addWidget(self.list, 1)
        self.note = QLineEdit(self)
        self.note.setAccessibleName(_("Note pour moi, pour la séquence choisie ; jamais projetée"))
        self.note.setPlaceholderText(_("Note pour moi, pour la séquence choisie"))
        self.note.textEdited.connect(self._keep_note)
        column.addWidget(self.note)
        row = QHBoxLayout()
        self.add = self._button("plus", _("Ajouter la vue projetée"), self.add_here)
        self.put = self._button("presentation", _("Mettre ici la vue projetée"), self._put)
        self.up = self._button("arrow-up", _("Monter (Alt+↑)"), lambda: self._shift(-1))
        self.down = self._button("arrow-down", _("Descendre (Alt+↓)"), lambda: self._shift(1))
        self.drop = self._button("trash-2", _("Retirer du déroulé (Suppr)"), self._drop)
        self.add.setText(self.add.toolTip() if look.scale < WORDS else "")
        for button in (self.add, self.put, self.up, self.down, self.drop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.list.itemChanged.connect(self._rewritten)
        self.list.wanted.connect(stage.follow_order)
        self.list.shifted.connect(self._move)
        self.list.dropped_off.connect(lambda line: stage.desk.do(drop_stop(stage.desk.project, line)))
        self.list.currentItemChanged.connect(lambda _now, _before: self.show_note())
        self.renew()

    def _button(self, drawing: str, words: str, deed: object) -> QPushButton:
        button = QPushButton(self)
        role(button, "quiet")
        draw(button, drawing, self._look)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(deed)
        return button

    # -- what is shown --------------------------------------------------------------------------------------
    def renew(self) -> None:
        """The agenda as it is now, on the same line; a line that is being rewritten is left alone."""
        order = stops(self.stage.desk.project, self.stage.desk.types)
        key = (order, self.stage.line)
        if key == self._shown or self.list.editing or self.list.dragged:
            return
        self._shown = key
        here = self._current() or self.stage.line
        self._filling = True
        self.list.clear()
        for stop in order:
            item = self._item(stop)
            self.list.addTopLevelItem(item)
            if stop.line == here:
                self.list.setCurrentItem(item)
        self.list.resizeColumnToContents(MINUTES)
        self._filling = False
        self.show_note()

    def _item(self, stop: Stop) -> QTreeWidgetItem:
        item = QTreeWidgetItem([stop.name, str(stop.minutes or ""), stop.written])
        item.setData(NAME, LINE, stop.line)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(VIEW, stop.written)
        if stop.written and stop.lens is None:
            item.setIcon(VIEW, icon("triangle-alert", self._look, "warn"))
            item.setToolTip(VIEW, _("Rien ne porte ce nom : le déroulé sera projeté à la place."))
        if stop.line == self.stage.line:
            font = item.font(NAME)
            font.setBold(True)
            item.setFont(NAME, font)
            item.setText(NAME, f"{HERE}{stop.name}")
        return item

    def show_note(self) -> None:
        """That of the sequence one is on."""
        line = self._current()
        self.note.setEnabled(bool(line))
        said = self.stage.left.notes.get(line, "") if line else ""
        if self.note.text() != said:
            self.note.setText(said)

    def _keep_note(self, text: str) -> None:
        if line := self._current():
            self.stage.left.notes[line] = text
            self.stage.memory.save()
            self.noted.emit(line)

    # -- what is done ---------------------------------------------------------------------------------------
    def add_here(self) -> None:
        """What is projected now becomes the last sequence."""
        desk, halt = self.stage.desk, self.stage.halt
        desk.do(add_stop(desk.project, desk.types, desk.catalogue, self.stage.title or halt.name, halt.lens))

    def _put(self) -> None:
        """The sequence one is on projects what is projected now."""
        desk = self.stage.desk
        if line := self._current():
            text = written(desk.project, desk.types, self.stage.halt.lens)
            desk.do(set_stop(desk.project, line, COLUMNS[VIEW], text))

    def _current(self) -> str:
        return line_of(self.list.currentItem())

    def _shift(self, by: int) -> None:
        if line := self._current():
            self._move(line, by)

    def _move(self, line: str, by: int) -> None:
        desk = self.stage.desk
        desk.do(move_stop(desk.project, line, by))
        order = stops(desk.project, desk.types)
        at = next((i for i, stop in enumerate(order, 1) if stop.line == line), 0)
        if at:
            said = _("{name} : {n} sur {count}")
            self.stage.say(said.format(name=order[at - 1].name, n=at, count=len(order)))

    def _drop(self) -> None:
        if line := self._current():
            self.stage.desk.do(drop_stop(self.stage.desk.project, line))

    def _rewritten(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling:
            return
        text = item.text(column).removeprefix(HERE).strip()
        value = whole_minutes(text) if column == MINUTES else text
        if text and value is None:
            self.stage.say(_("Un nombre de minutes, par exemple 20."))
        self._shown = ()  # what was typed is read again, also when the project did not change
        QTimer.singleShot(0, self, self.renew)
        self.stage.desk.do(set_stop(self.stage.desk.project, line_of(item), COLUMNS[column], value))
