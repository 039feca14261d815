"""« À ranger »: notes typed or pasted without choosing a cell, filed later by hand or by « C7 »."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.commands import notes
from labdesk.domain.filing import Spot, spots_of
from labdesk.domain.gesture import together
from labdesk.domain.zone import TRAY
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.clip import MANY, MOST, clean, line_count, lines_of, parted
from labdesk.ui.canvas.heads_item import LETTERS
from labdesk.ui.canvas.pouring import Cell, Pouring
from labdesk.ui.canvas.tray_parts import TrayEntry, TrayList, TrayPlace, TrayQuestion
from labdesk.ui.canvas.tying import short
from labdesk.ui.pictures import offered_by
from labdesk.ui.sheet import role
from labdesk.ui.spelling.underline import Underline
from labdesk.ui.style import Look
from labdesk.words import _, several

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class Tray(QFrame):
    """A panel beside a grid."""

    closed = Signal()
    left = Signal()
    """Échap: the keyboard goes back to the canvas."""
    pictured = Signal(object)
    """QMimeData with pictures: they have no tray, they go to the step one is in."""

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self.look = board, look
        role(self, "drawer")
        self.setAccessibleName(_("À ranger"))
        self.setAcceptDrops(True)
        self.setFixedWidth(look.px(264))
        self._title, self._where = QLabel(self), QLabel(self)
        role(self._title, "h3")
        self.entry, self.place, self.list = TrayEntry(self), TrayPlace(self), TrayList(look, self)
        self.question = TrayQuestion(self)
        self.pouring, self._rest = Pouring(board.desk, self), ""
        self.underline = Underline(self.entry, board.desk.spelling)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        look = self.look
        close = QToolButton(self)
        role(close, "quiet")
        draw(close, "x", look)
        close.setAccessibleName(_("Fermer « À ranger »"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self.entry.setPlaceholderText(_("Une note, puis Entrée"))
        self.entry.setAccessibleName(_("Nouvelle note à ranger"))
        self.entry.setMinimumHeight(look.px(34))
        self.entry.setMaximumHeight(look.px(58))
        self.entry.setTabChangesFocus(True)
        self.place.setAccessibleName(_("Lettre de la ligne et numéro de l’étape"))
        role(self._where, "small")
        self._where.setWordWrap(True)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list.setAccessibleName(_("Notes à ranger"))
        self.list.setMinimumHeight(look.px(40))
        column = QVBoxLayout(self)
        margin = look.space("m")
        column.setContentsMargins(margin, margin, margin, margin)
        column.addLayout(head)
        for widget in (self.entry, self.question, self.place, self._where):
            column.addWidget(widget)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        desk, entry, place, waiting = self.board.desk, self.entry, self.place, self.list
        desk.changed.connect(lambda _touched: self.refresh())
        desk.settling.connect(self.settle)
        self.board.planned.connect(self._tell_where)
        self.look.changed.connect(self._relook)
        entry.given.connect(self.add)
        self.question.answered.connect(self._answered)
        entry.pictured.connect(self.pictured)
        entry.went_down.connect(lambda: waiting.setFocus(Qt.FocusReason.OtherFocusReason))
        for field in (entry, place, waiting):
            field.left.connect(self.left)
        for field in (entry, place):
            field.took_back.connect(lambda undo: (desk.undo if undo else desk.redo)())
        place.returnPressed.connect(lambda: self.file(place.text()))
        place.textChanged.connect(self._tell_where)
        place.moved.connect(self._choose_next)
        place.came.connect(waiting.show_chosen)
        waiting.itemSelectionChanged.connect(self._tell_where)
        waiting.deleted.connect(self.delete)
        waiting.began.connect(self._begin_place)
        waiting.rewritten.connect(self._write)

    def _relook(self) -> None:
        self.setFixedWidth(self.look.px(264))
        self.entry.setMinimumHeight(self.look.px(34))
        self.entry.setMaximumHeight(self.look.px(58))
        self._where.setMinimumHeight(0)
        self.list.clear()
        self.refresh()

    # -- what is in it --------------------------------------------------------------------------------------
    def count(self) -> int:
        """Notes that wait."""
        return len(self.board.project.notes_at(self.board.canvas, TRAY)) if self.board.stands else 0

    def refresh(self) -> None:
        """The notes as they are now; the selection stays, or goes to the next one."""
        waiting = self.board.project.notes_at(self.board.canvas, TRAY) if self.board.stands else ()
        self._title.setText(_("À ranger ({n})").format(n=len(waiting)))
        self.list.show_notes(waiting)
        self._tell_where()

    def reveal(self, note: str) -> bool:
        """A note that waits is looked for: it is chosen; False when it does not wait here."""
        self.refresh()
        rows = [row for row in range(self.list.count()) if self.list.id(self.list.item(row)) == note]
        if rows:
            self.list.setCurrentRow(rows[0], _ALONE)
            self.list.scrollToItem(self.list.item(rows[0]))
        return bool(rows)

    # -- typing ---------------------------------------------------------------------------------------------
    def add(self, text: str) -> None:
        """One note a line; more than a few pages of them only when someone says so."""
        if not self.board.stands:  # its journey was deleted meanwhile: what was typed waits for the next one
            return
        self.entry.clear()
        count = line_count(text)
        if count > MANY:
            first, self._rest = parted(clean(text, tabs=True), MOST)
            self.question.ask(lines_of(first), count)
            self.board.desk.announce(self.question.words.text())
        else:
            self._add(lines_of(text))

    def _answered(self, texts: Sequence[str]) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.question.hide()
        rest, self._rest = self._rest, ""
        self._add(texts, rest)

    def _add(self, texts: Sequence[str], rest: str = "") -> None:
        if texts and self.board.stands:
            cell = Cell(self.board.canvas, TRAY)
            self.pouring.pour(
                texts, cell, lambda rows: self._added(rows, rest if len(rows) == len(texts) else "")
            )

    def _added(self, rows: tuple[str, ...], rest: str) -> None:
        """They wait; lines that were too many wait for the next paste."""
        if rows and rest:
            QGuiApplication.clipboard().setText(rest)
            waiting = several(line_count(rest), "{n} ligne attend", "{n} lignes attendent")
            said = _("{said} ; {waiting} : Ctrl+V colle la suite.")
            self.board.desk.announce(said.format(said=self._title.text(), waiting=waiting))
        elif rows:
            say_aloud(self, self._title.text())
        QTimer.singleShot(0, self.list, self.list.scrollToBottom)  # once the new rows have their height

    def settle(self) -> None:
        """What was typed and not given yet is a note now."""
        self.list.settle()
        if text := self.entry.toPlainText():
            self.add(text)
        self.pouring.finish()

    def _write(self, note: str, text: str) -> None:
        desk, words = self.board.desk, text.strip()
        if note not in desk.project.note:
            return
        if words:
            desk.do(notes.write_note(desk.project, note, words))
        else:  # not while the list still holds the line whose words it gives back
            QTimer.singleShot(0, self, lambda: desk.do(notes.delete_notes(desk.project, [note])))

    def delete(self) -> None:
        """The selected notes go away."""
        picked = self.list.chosen() if self.list.selectedItems() else []
        self.board.desk.do(notes.delete_notes(self.board.project, picked))
        if picked:
            said = several(len(picked), "{n} note supprimée", "{n} notes supprimées")
            self.board.desk.announce(said)

    # -- filing ---------------------------------------------------------------------------------------------
    def file(self, typed: str) -> None:
        """« C7 »: the chosen notes go to lane C, step 7. « C7 E2 », « C7-9 »: one note to each, in order."""
        spots = spots_of(typed)
        cells = [self._cell(spot) for spot in spots]
        chosen = self.list.chosen()
        if not spots or None in cells:
            sentence = _("« {place} » n’est pas une case ; exemple : {example}, ligne C, étape {n}.")
            last = self._last()
            self._not_filed(sentence.format(place=typed, example=f"C{last}", n=last))
            return
        if len(spots) > 1 and len(chosen) < 2:
            chosen = self.list.from_chosen()
        if not chosen or (len(spots) > 1 and len(spots) > len(chosen)):
            sentence = _("{spots} cases pour {n} notes : rien n’a été rangé.")
            self._not_filed(sentence.format(spots=len(spots), n=len(chosen)))
            return
        going: dict[tuple[str, str], list[str]] = {}
        for note, cell in zip(chosen, cells * len(chosen) if len(cells) == 1 else cells, strict=False):
            assert cell is not None
            going.setdefault(cell, []).append(note)
        project = self.board.project
        words = project.note[chosen[0]].text or ""
        made = [notes.move_notes(project, rows, zone, step=step) for (zone, step), rows in going.items()]
        filed = sum(map(len, going.values()))
        said = several(filed, "{n} note rangée", "{n} notes rangées")
        self.board.desk.do(together(several(filed, "Ranger {n} note", "Ranger {n} notes"), made))
        where = self._named(spots[0]) if len(spots) == 1 else ", ".join(f"{a}{n}" for a, n in spots)
        if filed == 1 and words:  # who does not see the list hears which one went
            said = _("{what}, « {words} »").format(what=said, words=short(words))
        self.board.desk.announce(_("{what} : {where}").format(what=said, where=where))
        self.place.clear()

    def _not_filed(self, sentence: str) -> None:
        """Say why; what was typed is ready to be typed over."""
        self.board.desk.refused.emit(sentence)
        self.place.selectAll()

    def _cell(self, spot: Spot) -> tuple[str, str] | None:
        """The lane and the step a spot names; None when no note can stand there."""
        zone = self._zone(spot[0])
        steps = [step.id for step in self.board.project.steps_of(self.board.canvas)]
        return (zone, steps[spot[1] - 1]) if zone is not None and 1 <= spot[1] <= len(steps) else None

    def _zone(self, letter: str) -> str | None:
        plan = self.board.plan
        heads = [b for part in plan.parts for b in part.boxes if b.kind == "lane"] if plan else []
        found = next((b.zone for b in heads if LETTERS[b.index % len(LETTERS)] == letter), None)
        zone = self.board.zone(found) if found else None
        return found if zone is not None and zone.holds_notes else None

    def _named(self, spot: Spot) -> str:
        lane = self.board.label(self._zone(spot[0]) or "")
        step = self.board.project.steps_of(self.board.canvas)[spot[1] - 1]
        return _("{lane}, étape {n} {label}").format(lane=lane, n=spot[1], label=step.label or "").strip()

    def _tell_where(self) -> None:
        """Where the chosen notes would go, before Entrée; what to type when nothing is typed yet."""
        typed, count = self.place.text(), len(self.list.selectedItems())
        spots = spots_of(typed)
        if not self.list.count():
            said = _("Tapez ou collez des notes : elles attendent ici leur case ; rien n’en est imprimé.")
        elif not typed.strip():
            said = _(
                "La lettre de la ligne, le numéro de l’étape, Entrée. Plusieurs notes, une par case : "
                "C1 E2, ou C1-3."
            )
        elif spots and all(self._cell(spot) for spot in spots):
            where = self._named(spots[0]) if len(spots) == 1 else several(len(spots), "{n} case", "{n} cases")
            what = several(max(1, count if len(spots) == 1 else len(spots)), "{n} note", "{n} notes")
            said = _("{what} → {where}").format(what=what, where=where)
        else:
            said = _("Pas encore une case : ligne {lanes}, étape 1 à {steps}").format(
                lanes=self._letters(), steps=len(self.board.project.steps_of(self.board.canvas))
            )
        self._where.setText(said)
        inside = self.width() - 2 * self.look.space("m")
        high = max(self._where.minimumHeight(), self._where.heightForWidth(inside))
        self._where.setMinimumHeight(high)  # the room of the longest hint: the notes do not jump at each key
        first = self.list.selectedItems()[:1]
        self.place.setAccessibleDescription(" ".join((*(line.text() for line in first), said)))
        self.place.setPlaceholderText(_("Ranger en : C{n}").format(n=self._last()))

    def _last(self) -> int:
        """The step that examples name: one that is there."""
        steps = self.board.project.steps_of(self.board.canvas) if self.board.stands else ()
        return min(7, max(1, len(steps)))

    def _letters(self) -> str:
        return ", ".join(letter for letter in LETTERS if self._zone(letter))

    def _choose_next(self, by: int) -> None:
        if self.list.count():
            row = min(max(self.list.currentRow() + by, 0), self.list.count() - 1)
            self.list.setCurrentRow(row, _ALONE)  # else the one before goes with it
            say_aloud(self.place, self.list.currentItem().text())

    def _begin_place(self, letter: str) -> None:
        """A letter typed on the list: the place of the notes that are selected."""
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        if letter:
            self.place.setText(letter)

    # -- dropped here ---------------------------------------------------------------------------------------
    def over(self, place: QPoint) -> bool:
        """A point of the screen is over this tray."""
        return self.isVisible() and QRect(QPoint(), self.size()).contains(self.mapFromGlobal(place))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Texts are notes; pictures go beside the notes of the step one is in."""
        data = event.mimeData()
        if offered_by(data) or (data.hasText() and not data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def take(self, data: QMimeData) -> None:
        """What was dropped on the tray."""
        if offered_by(data):
            self.pictured.emit(data)
        else:
            self.entry.insertFromMimeData(data)
