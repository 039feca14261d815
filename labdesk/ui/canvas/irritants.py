"""« Irritants »: every pain point of a grid, phase by phase, the heaviest first. The same notes."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QWidget

from labdesk.domain.commands import notes
from labdesk.domain.entities import Note
from labdesk.domain.pains import by_phase, pain_zone
from labdesk.domain.sieve import tags_of
from labdesk.ui.canvas import deeds
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.keyboard import WAYS
from labdesk.ui.canvas.moves import Way
from labdesk.ui.canvas.names import option_in_short
from labdesk.ui.desk import Selection, Target
from labdesk.ui.reading_tree import ReadingTree
from labdesk.ui.style import Look
from labdesk.words import _, several

DOTS = 12


class Irritants(ReadingTree):
    """Entrée goes to the note on the map, F2 edits it here, Ctrl+↑ and Ctrl+↓ vote, Suppr deletes."""

    went = Signal()
    """A note is wanted on the map."""

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.board = board
        self.setAccessibleName(_("Irritants par phase et par poids"))
        self.setHeaderLabels([_("Irritant"), _("Étape"), _("Voix"), _("Preuve"), _("Table, étiquettes")])
        self.setRootIsDecorated(False)
        self.setIndentation(look.px(14))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.itemChanged.connect(self._rewritten)
        self.itemDoubleClicked.connect(lambda item, _column: self._go(item))
        self.currentItemChanged.connect(self._stood_on)
        self.itemSelectionChanged.connect(self._chose)
        self._renewing = False
        self._bare = False
        board.planned.connect(self._planned)
        board.moved.connect(self._follow)

    def _planned(self) -> None:
        if self.isVisible() and not self._renewing:
            self.renew()

    def renew(self) -> None:
        """The pain points as they are now, on the same one."""
        here, at = self._note(self.currentItem()), self._rank()
        self._renewing = True
        self.blockSignals(True)
        self.clear()
        zone = pain_zone(self.board.kind) if self.board.stands else ""
        for rank, (phase, held) in enumerate(self._found(zone)):
            self._add_phase(rank, phase, held)
        tops = filter(None, (self.topLevelItem(at) for at in range(self.topLevelItemCount())))
        self._bare = not any(top.childCount() for top in tops)
        self.setAccessibleDescription(" ".join(_lesson()) if self._bare else "")
        self.expandAll()
        self.blockSignals(False)
        self.fit()
        self._stand_on(here, at)
        self._renewing = False
        current = self.board.current
        if self.hasFocus() and (current is None or current[1] != self._note(self.currentItem())):
            self._stood_on(self.currentItem())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines; where there is none yet, what will stand here."""
        super().paintEvent(event)
        if not self._bare:
            return
        look, room = self.look, self.viewport().rect()
        wide = min(look.px(520), room.width() - look.px(32))
        phases = self.topLevelItem(self.topLevelItemCount() - 1)
        above = self.visualItemRect(phases).bottom() + look.px(40) if phases is not None else 0
        top = max(room.height() // 4, above)
        place = QRect((room.width() - wide) // 2, top, wide, room.height())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter = QPainter(self.viewport())
        for words, font, ink in zip(
            _lesson(), (look.font(18, 600), look.font(13)), ("ink", "ink2"), strict=True
        ):
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            drawn = painter.drawText(place, flags, words)
            place.setTop(drawn.bottom() + look.px(8))
        painter.end()

    def _found(self, zone: str) -> list[tuple[str, list[Note]]]:
        board = self.board
        return by_phase(board.project, board.canvas, zone, board.view)

    def _add_phase(self, rank: int, phase: str, held: list[Note]) -> None:
        project = self.board.project
        row = project.phase[phase]
        votes = sum(project.votes_seen(note.id) for note in held)
        said = several(len(held), "{n} irritant", "{n} irritants")
        of = sum(
            n.zone == pain_zone(self.board.kind)
            for n in project.notes_of(self.board.canvas)
            if n.step in {s.id for s in project.steps_in(phase)}
        )
        if of > len(held):  # a filter leaves some out
            said = _("{some} sur {n}").format(some=said, n=of)
        top = QTreeWidgetItem([f"{rank + 1}. {row.label or '…'} · {said}", "", _weight(votes), "", ""])
        for column in range(5):
            top.setBackground(column, self.look.phase_tint(rank))
            top.setForeground(column, self.look.phase(rank))
            top.setFont(column, self.look.font(14, 600))
        self.addTopLevelItem(top)
        steps = [step.id for step in project.steps_of(self.board.canvas)]
        for note in held:
            step = project.step.get(note.step or "")
            number = steps.index(step.id) + 1 if step and step.id in steps else 0
            line = QTreeWidgetItem(
                [
                    note.text or "",
                    f"{number}. {step.label or ''}" if step else "",
                    _weight(project.votes_seen(note.id)),
                    option_in_short(self.board.kind, "evidence", note.evidence or ""),
                    " · ".join(x for x in (note.author_table, *(f"#{t}" for t in tags_of(note))) if x),
                ]
            )
            line.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._said(line, held.index(note), len(held)))
            line.setData(0, Qt.ItemDataRole.UserRole, note.id)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsEditable)
            top.addChild(line)

    def _said(self, line: QTreeWidgetItem, rank: int, of: int) -> str:
        """A line in one go: its words, its rank by weight in its phase, then what stands in its columns."""
        place = _("irritant {n} sur {of}").format(n=rank + 1, of=of)
        weight = line.text(2).strip("● ")
        votes = several(int(weight), "{n} voix", "{n} voix") if weight else ""
        return ", ".join(
            x for x in (line.text(0), place, line.text(1), votes, line.text(3), line.text(4)) if x
        )

    def _stood_on(self, item: QTreeWidgetItem | None) -> None:
        """The note of this line is current on the map and in the drawer too: the keys of notes act on it."""
        note = self._note(item)
        if not note or self._renewing or not self.isVisible():
            return
        self._renewing = True  # the map may let go of a note it spared, and ask to be shown again
        key = self.board.key_of("note", note)
        if key is not None:
            self.board.go(key)
        else:  # its lane is folded or not shown: keys and drawer are about it all the same
            self.board.choose([note])
            self.board.desk.select(Selection(self.board.canvas, table="note", row=note))
        self._renewing = False

    def _chose(self) -> None:
        """Several lines are several notes: what is done is done to all of them."""
        rows = self.tied_rows()
        if len(rows) > 1 and not self._renewing and self.isVisible():
            self._renewing = True
            self.board.choose(rows)
            self._renewing = False

    def _follow(self) -> None:
        """Dots are counted from note to note, or an undo went to one: its line is current here too."""
        current = self.board.current
        if self._renewing or not self.isVisible() or current is None or current[0] != "note":
            return
        if current[1] != self._note(self.currentItem()):
            self._renewing = True
            found = next((line for line in self._lines() if self._note(line) == current[1]), None)
            if found is not None:
                self.setCurrentItem(found)
            self._renewing = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes in stands on a note: the drawer and the keys of notes know which."""
        super().focusInEvent(event)
        self._stood_on(self.currentItem())

    def _note(self, item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, Qt.ItemDataRole.UserRole) or "") if item else ""

    def _lines(self) -> list[QTreeWidgetItem]:
        """The lines of notes, in reading order."""
        tops = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return [line for top in tops if top for at in range(top.childCount()) if (line := top.child(at))]

    def _rank(self) -> int:
        """Which of the lines one is on; the first when one is on none."""
        here = self._note(self.currentItem())
        return next((at for at, line in enumerate(self._lines()) if self._note(line) == here), 0)

    def _stand_on(self, note: str, rank: int) -> None:
        """On this note; it went away: on what took its rank."""
        lines = self._lines()
        near = lines[min(rank, len(lines) - 1)] if lines else None
        found = next((line for line in lines if self._note(line) == note), near)
        if found is not None:
            self.setCurrentItem(found)
        if len(self.board.chosen) > 1:
            for line in lines:
                line.setSelected(self._note(line) in self.board.chosen)

    def _go(self, item: QTreeWidgetItem) -> None:
        if note := self._note(item):
            self.went.emit()
            place = self.board.kind.place
            self.board.desk.go(Target(place, self.board.canvas, "note", note))

    def _rewritten(self, item: QTreeWidgetItem, column: int) -> None:
        note = self._note(item)
        if note and column == 0 and item.text(0).strip():
            self.board.desk.do(notes.write_note(self.board.project, note, item.text(0).strip()))

    def tied_rows(self) -> list[str]:
        """The selected notes, in reading order: what « Relier… » is about."""
        chosen = {self._note(item) for item in self.selectedItems()} - {""}
        return [note for line in self._lines() if (note := self._note(line)) in chosen]

    def beside(self) -> QPoint:
        """Under the current line, on the screen of the computer."""
        item = self.currentItem()
        rect = self.visualItemRect(item) if item is not None else self.rect()
        return self.viewport().mapToGlobal(rect.bottomLeft())

    def event(self, event: QEvent) -> bool:
        """F2 edits the line one sees, whatever the menus say."""
        over = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if over and event.key() == Qt.Key.Key_F2 and not event.modifiers():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note, item = self._note(self.currentItem()), self.currentItem()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if note and control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            deeds.vote(self.board, 1 if event.key() == Qt.Key.Key_Up else -1)
        elif note and event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in WAYS:
            self._move(WAYS[event.key()])
        elif note and event.key() == Qt.Key.Key_Delete:
            deeds.remove(self.board)
        elif note and item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(item)
        else:
            super().keyPressEvent(event)

    def _move(self, way: Way) -> None:
        """Alt and an arrow: to the next step, or the next lane, as on the map."""
        from labdesk.ui.canvas import moving  # a start moves nothing

        if self.board.picked() and self.board.box is not None:
            moving.move(self.board, way)
        else:
            self.board.desk.refused.emit(
                _("La carte ne montre pas cette note : dépliez sa ligne pour la déplacer.")
            )


def _weight(votes: int) -> str:
    """« ●●● 3 »: dots and their number."""
    return f"{'●' * min(votes, DOTS)} {votes}" if votes else ""


def _lesson() -> tuple[str, str]:
    return (
        _("Aucun irritant à lire ici pour l’instant"),
        _(
            "Sur la carte, la ligne « Irritants » reçoit ce qui bloque, agace ou fait perdre du temps, étape "
            "par étape. Tout se lira ici, phase par phase, le plus lourd d’abord."
        ),
    )
