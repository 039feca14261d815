"""Tags: chosen or made for several notes at once by a key, and typed in the form with those already used."""

import re

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent

from labdesk.domain.commands import notes
from labdesk.domain.sieve import tags_of, tags_of_text, tags_used
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.choice import Choice
from labdesk.ui.canvas.chooser import Chooser, plain
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.desk import Desk
from labdesk.ui.filling.bond import Bond
from labdesk.ui.filling.lines import BoundLine
from labdesk.words import _, several


def choose_tags(board: Board, view: CanvasView, at: QPoint | None = None) -> None:
    """Every tag of the project to tick for the notes selected; a new one is typed. The focus comes back."""
    picked = board.picked()
    if not picked:
        board.desk.announce(_("Placez-vous sur une note, ou sélectionnez-en plusieurs, pour les étiqueter."))
        return
    project = board.project
    held = [set(tags_of(project.note[row])) for row in picked]
    choices = [Choice(tag, f"#{tag}", all(tag in one for one in held)) for tag in tags_used(project)]
    heading = several(len(picked), "Étiquettes de la note", "Étiquettes des {n} notes")

    def pick(tag: str) -> None:
        rows = [row for row in picked if row in board.project.note]
        on = not all(tag in tags_of(board.project.note[row]) for row in rows)
        put(board, rows, tag, on)

    chooser = Chooser(
        board.scene.ink.look,
        heading,
        choices,
        pick,
        view,
        other=lambda typed: put(board, list(picked), typed.lstrip("# "), True),
    )
    box = board.box
    spot = view.on_screen(board.scene.shown(box)).bottomLeft().toPoint() if box else QPoint(40, 40)
    chooser.open_at(at or view.viewport().mapToGlobal(spot))


def put(board: Board, rows: list[str], tag: str, on: bool) -> None:
    """A tag on these notes, or off them, in one gesture; told."""
    gesture = notes.tag_notes(board.project, rows, tag, on)
    if not board.desk.do(gesture):
        return
    count = several(len(rows), "{n} note", "{n} notes")
    said = _("#{tag} posée : {what}") if on else _("#{tag} retirée : {what}")
    board.desk.announce(said.format(tag=tag, what=count))


class TagLine(BoundLine):
    """« délai, numérique »: each word is completed in place with a tag already used.

    What it adds is selected: one types over it, Suppr refuses it, a comma or → goes on after it.
    """

    def __init__(self, desk: Desk, bond: Bond) -> None:
        super().__init__(desk, bond)
        self._added = False
        self.setPlaceholderText(_("délai, numérique…"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter at the end of a word looks for its tag."""
        if self._added and self.hasSelectedText() and event.text() in (",", ";"):
            self.deselect()
            self.end(False)
        before = self.text()
        super().keyPressEvent(event)
        letter = event.text()
        self._added = False
        if letter.isprintable() and letter.strip() and letter not in ",;#" and self.text() != before:
            self._complete()

    def _complete(self) -> None:
        """The rest of the most used tag that begins so, accents and capitals aside."""
        text, at = self.text(), self.cursorPosition()
        word = re.split(r"[,;#]", text[:at])[-1].lstrip()
        if at != len(text) or not word or self._desk.read_only:
            return
        others = {plain(one) for one in tags_of_text(text[: at - len(word)])}
        known = (tag for tag in tags_used(self._desk.project) if plain(tag) not in others)
        found = next((t for t in known if plain(t).startswith(plain(word)) and len(t) > len(word)), "")
        if found:
            self.setText(text[: at - len(word)] + found)
            self.setSelection(at, len(found) - len(word))
            self._added = True
            self.textEdited.emit(self.text())
