"""Copy, cut and paste on a canvas: notes with all they say, text from elsewhere, pictures."""

import json
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.gesture import Edit, Gesture, together
from labdesk.domain.layout import Box
from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas import deeds
from labdesk.ui.canvas.blanks import Blank
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.clip import MANY, MOST, clean, line_count, lines_of, parted, pieces_of
from labdesk.ui.canvas.offer_bar import Offer, OfferBar
from labdesk.ui.canvas.openers import Openers
from labdesk.ui.canvas.scribe import Scribe
from labdesk.ui.pictures import Found, pictures_in, stranger_in, text_in
from labdesk.ui.target import Target
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.ui.canvas.pouring import Cell, Over, Pouring

MIME = "application/x-labdesk-notes"


class Clipboard:
    """It belongs to a page: what several lines become is offered in its bar."""

    def __init__(self, board: Board, scribe: Scribe, openers: Openers, bar: OfferBar) -> None:
        self.board, self.scribe, self.openers, self.bar = board, scribe, openers, bar
        scribe.typist.editor.pasted.connect(self._pasted_in_note)
        scribe.typist.editor.flooded.connect(self._flooded)
        scribe.typist.editor.pictured.connect(self.take)
        scribe.typist.too_long.connect(self._split)
        scribe.typist.editor.textChanged.connect(self._went_on)
        openers.added = self._ask_what_is_seen
        self._pasted_in: Blank | None = None

    @cached_property
    def pouring(self) -> "Pouring":
        """Notes of many lines, a few at a time."""
        from labdesk.ui.canvas.pouring import Pouring  # a start pastes nothing

        made = Pouring(self.board.desk, self.board)
        made.told = self._pace
        return made

    # -- out ------------------------------------------------------------------------------------------------
    def copy(self) -> None:
        """The selected notes, or the text of the current thing."""
        rows = self.board.picked()
        data = QMimeData()
        if rows:
            held = [self.board.project.note[row] for row in rows]
            data.setText("\n".join(note.text or "" for note in held))
            private = ("facilitator_note",) if self.board.desk.table else ()
            told = [f for f in ("text", *notes.ATTRIBUTES) if f not in private]
            said = [{f: getattr(n, f) for f in told if getattr(n, f)} for n in held]
            data.setData(MIME, QByteArray(json.dumps(said).encode()))
            self.board.desk.announce(several(len(rows), "{n} note copiée", "{n} notes copiées"))
        elif self.board.box is not None:
            data.setText(self.board.box.text)
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy, then delete."""
        self.copy()
        if self.board.picked():
            deeds.remove(self.board)

    # -- in -------------------------------------------------------------------------------------------------
    def paste(self) -> None:
        """What the clipboard holds, where one is."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData | None) -> bool:
        """Notes, pictures or a text, pasted or dropped on the current thing."""
        box, zone = self.board.box, self.board.zone()
        if data is None or box is None or (zone is None and box.kind not in ("phase", "step")):
            return False
        if zone is not None and zone.holds_notes and data.hasFormat(MIME):
            self._paste_notes(json.loads(bytes(data.data(MIME).data())), box, zone)
        elif found := pictures_in(data):
            return self._place(found, box, zone)
        elif sentence := stranger_in(data):  # its address is no note
            self.board.desk.refused.emit(sentence)
            return False
        elif text := text_in(data):
            return self._take_text(text, box, zone)
        return True

    def _take_text(self, text: str, box: Box, zone: Zone | None) -> bool:
        if zone is None or not zone.holds_notes:
            return self.scribe.edit(clean(text))
        if (count := line_count(text)) > MANY:
            self._offer_many(text, count, box, zone)
        else:
            self._paste_text(clean(text), lines_of(clean(text, tabs=True)), box, zone)
        return True

    def _offer_many(self, text: str, count: int, box: Box, zone: Zone) -> None:
        """So many lines may well be a mistake: nothing is done before it is said what they become."""

        def make(texts: Sequence[str], rest: str = "") -> None:
            self.scribe.typist.leave("settled")
            # Stopped half-way, nothing waits for the next paste: the clipboard still holds all of it.
            self._pour(
                texts, box, zone, lambda rows: self._poured(rows, rest if len(rows) == len(texts) else "")
            )

        def each() -> None:
            first, rest = parted(clean(text, tabs=True), MOST)
            make(lines_of(first), rest)

        words = _("{n} notes, une par ligne") if count <= MOST else _("Les {n} premières, une note par ligne")
        offers: list[Offer] = [
            (words.format(n=min(count, MOST)), each),
            (_("Le moins de notes possible"), lambda: make(pieces_of(clean(text)))),
        ]
        said = _("{n} lignes dans le presse-papiers : rien n’est collé pour l’instant").format(n=count)
        self.bar.offer(said, offers, keep=_("Ne rien coller"))
        say_aloud(self.bar, said)  # nothing is done yet: no tick at the bottom of the window

    def _pour(self, texts: Sequence[str], box: Box, zone: Zone, over: "Over") -> None:
        """Notes of many lines, a few at a time: the bar says how many stand, and stops it."""
        cell, begin = self._cell(box, zone)
        self.pouring.pour(texts, cell, over, begin)
        if self.pouring.going:
            said = _("{n} notes arrivent…").format(n=len(texts))
            self.bar.offer(said, [(_("Arrêter là"), self.pouring.stop)], keep=_("Continuer"))
            say_aloud(self.bar, said)

    def _pace(self, done: int, of: int) -> None:
        if self.bar.isVisible():
            self.bar.tell(_("{n} notes sur {of}").format(n=done, of=of))

    def _poured(self, rows: tuple[str, ...], rest: str) -> None:
        """They stand; lines that were too many wait for the next paste."""
        self.bar.hide()
        if not rows:  # why was said
            return
        self._choose(rows[-1:])
        said = several(len(rows), "{n} note collée", "{n} notes collées")
        if rest:
            QGuiApplication.clipboard().setText(rest)
            waiting = several(line_count(rest), "{n} ligne attend", "{n} lignes attendent")
            said = _("{said} ; {waiting} : Ctrl+V colle la suite.").format(said=said, waiting=waiting)
        self.board.desk.announce(said)

    def _choose(self, rows: Sequence[str]) -> None:
        """What was pasted is current, but where one went on meanwhile: to another canvas, or typing."""
        board, row = self.board, self.board.project.note.get(rows[-1]) if rows else None
        if row is not None and row.canvas == board.canvas and not self.scribe.typing:
            board.choose(rows)

    def _paste_notes(self, said: list[dict[str, str]], box: Box, zone: Zone) -> None:
        rows, gesture = self._added([one.get("text", "") for one in said], box, zone)
        beside = [
            Edit("note", row, field, one[field], ())
            for row, one in zip(rows, said, strict=True)
            for field in notes.ATTRIBUTES
            if one.get(field) and field not in self._table()
        ]
        self.board.desk.do(
            Gesture(several(len(rows), "Coller {n} note", "Coller {n} notes"), (*gesture.edits, *beside))
        )
        self.board.choose(rows)

    def _paste_text(self, text: str, texts: Sequence[str], box: Box, zone: Zone) -> None:
        """One note a line; the other way is offered."""
        if texts:
            self._pour(texts, box, zone, lambda rows: self._pasted(rows, text, texts, box, zone))

    def _pasted(self, rows: tuple[str, ...], text: str, texts: Sequence[str], box: Box, zone: Zone) -> None:
        self.bar.hide()
        self._choose(rows)
        if len(texts) > 1 and len(rows) == len(texts):
            whole = pieces_of(text)
            said = several(len(texts), "{n} note collée", "{n} notes collées, une par ligne")
            words = _("Une seule note") if len(whole) == 1 else _("Le moins de notes possible")
            self.bar.offer(said, [(words, lambda: self._instead(rows, whole, box, zone))])
            self.board.desk.announce(said)

    def _added(self, texts: Sequence[str], box: Box, zone: Zone) -> tuple[tuple[str, ...], Gesture]:
        """Notes where one is, as one gesture."""
        cell, begin = self._cell(box, zone)
        project, step, line = self.board.project, cell.step, cell.line
        rows, made = notes.add_notes(
            project, cell.canvas, zone.id, texts, step=step, line=line, **self._table()
        )
        return rows, together(made.label, (begin, made)) if begin else made

    def _cell(self, box: Box, zone: Zone) -> "tuple[Cell, Gesture]":
        """Where one is; on an empty grid, and in an empty chain, with what notes need to stand on."""
        from labdesk.ui.canvas.pouring import Cell  # a start pastes nothing

        project, canvas = self.board.project, self.board.canvas
        step, line, begin = box.step or None, self._line(box), Gesture("", ())
        if step is None and self.board.kind.layout == "grid" and zone.is_lane:
            steps = project.steps_of(canvas)
            if steps:
                step = steps[0].id
            else:
                _phase, step, begin = grid.add_phase(project, canvas, "")
        if line is None and zone.kind == "chain":
            lines = project.lines_of(canvas, zone.id)
            if lines:
                line = lines[-1].id
            else:
                line, begin = canvases.add_line(project, canvas, zone.id)
        return Cell(canvas, zone.id, step, line), begin

    def _table(self) -> dict[str, str]:
        """What a new note says of the table it comes from."""
        return {"author_table": self.board.desk.table} if self.board.desk.table else {}

    def _instead(self, rows: Sequence[str], texts: Sequence[str], box: Box, zone: Zone) -> None:
        """The other way to paste: the notes just made make room for it."""
        made, gesture = self._added(texts, box, zone)
        removal = notes.delete_notes(self.board.project, rows)
        self.board.desk.do(together(_("Coller autrement"), (gesture, removal)))
        self.board.choose(made)

    def _line(self, box: Box) -> str | None:
        if box.kind == "chain":
            return box.row
        return self.board.project.note[box.row].line if box.kind == "note" else None

    def _flooded(self, text: str) -> None:
        """The same while someone types: what is typed stays, and the lines wait for a word."""
        box, zone = self.board.box, self.board.zone()
        blank = self.scribe.typist.blank
        if box is None or zone is None or blank is None or blank.table != "note":
            self.board.desk.refused.emit(
                _("{n} lignes, c’est trop pour un seul champ : rien n’a été collé.").format(
                    n=line_count(text)
                )
            )
            return
        self._offer_many(text, line_count(text), box, zone)

    # -- while typing ---------------------------------------------------------------------------------------
    def _pasted_in_note(self, _text: str) -> None:
        blank = self.scribe.typist.blank
        count = len(lines_of(self.scribe.typist.text))
        if blank is not None and blank.table == "note" and count > 1:
            self._pasted_in = blank
            said = several(count, "{n} ligne collée", "{n} lignes collées dans cette note")
            self.bar.offer(said, [(_("Une note par ligne"), lambda: self._note_each(blank))])

    def _went_on(self) -> None:
        """Who types the next note has decided: Tab leads to the next step again, not to the offer."""
        blank = self.scribe.typist.blank
        typed = blank is not None and blank is not self._pasted_in and bool(self.scribe.typist.text)
        if self.bar.isVisible() and typed:
            self.bar.hide()

    def _note_each(self, blank: Blank) -> None:
        """The lines of the note being typed, or just typed, become notes of their own."""
        typist = self.scribe.typist
        if typist.blank is blank and (texts := lines_of(typist.text)):
            typist.editor.setPlainText(texts[0])
            typist.leave("escape")
            self._follow(blank, texts[1:])
        elif note := self.board.project.note.get(blank.row):
            texts = lines_of(note.text or "")
            self.board.desk.do(blank.write(self.board.project, texts[0] if texts else "", None))
            self._follow(blank, texts[1:])

    def _split(self, blank: Blank, text: str) -> None:
        """More than a note can hold: it goes on in the next notes, nothing is lost."""
        if blank.table != "note":
            self.board.desk.refused.emit(
                _("Ce texte dépasse {n} caractères ; il reste ouvert.").format(n=blank.limit)
            )
            return
        texts = pieces_of(text, blank.limit)
        self.board.desk.do(blank.write(self.board.project, texts[0], None))
        self._follow(blank, texts[1:])
        said = several(len(texts), "Texte gardé dans {n} note", "Texte long : réparti en {n} notes")
        self.board.desk.announce(said)

    def _follow(self, blank: Blank, texts: Sequence[str]) -> None:
        """The rest of a text goes on at the end of the cell."""
        note = self.board.project.note.get(blank.row)
        if note is not None and texts:
            zone = note.zone or ""
            project, canvas = self.board.project, note.canvas or ""
            made = notes.add_notes(
                project, canvas, zone, texts, step=note.step, line=note.line, **self._table()
            )
            self.board.desk.do(made[1])

    # -- pictures -------------------------------------------------------------------------------------------
    def _place(self, found: Sequence[Found], box: Box, zone: Zone | None) -> bool:
        """In the zone of photos one is in, else in the first one of this canvas, in the step one is in."""
        homes = [z for z in self.board.kind.zones if z.kind in ("grid_photos", "photos")]
        home = zone if zone in homes else next(iter(homes), None)
        if home is None:
            self.board.desk.refused.emit(_("Ce canevas n’a pas de place pour les photos."))
            return False
        step = (box.row if box.kind == "step" else box.step) if home.is_lane else None
        if home.is_lane and not step:
            steps = self.board.project.steps_of(self.board.canvas)
            if not steps:
                self.board.desk.refused.emit(
                    _("Une photo se range dans une étape : nommez d’abord la première.")
                )
                return False
            step = steps[0].id
        self.openers.place(found, home, step)
        return True

    def _ask_what_is_seen(self, canvas: str, photos: Sequence[str]) -> None:
        """Photos just arrived; who types goes on typing, and may describe them later."""
        board = self.board
        if canvas != board.canvas or not photos:
            return
        if not self.scribe.typing:
            board.go(board.key_of("photo", photos[0]))
        said = several(
            len(photos), "{n} photo ajoutée : que voit-on ?", "{n} photos ajoutées : que voit-on ?"
        )
        target = Target(board.kind.place, canvas=canvas, table="photo", row=photos[0], field="alt")
        self.bar.offer(
            said, [(_("Décrire pour qui ne la voit pas"), lambda: board.desk.go(target))], keep=_("Plus tard")
        )
