"""What one can do with the current thing, as the menu of the right button. Loaded when it is first asked."""

from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from labdesk.domain.commands import notes
from labdesk.domain.gesture import together
from labdesk.ui.canvas.entries import entries
from labdesk.ui.canvas.names import option_in_short
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.icons import icon
from labdesk.words import _


def context_menu(pane: Pane, parent: QWidget) -> QMenu:
    """What one can do with the current thing."""
    menu = QMenu(parent)
    box = pane.board.box
    if box is None:
        return menu
    for entry in entries(pane):
        if entry.fits(box):
            action = menu.addAction(icon(entry.icon, pane.look), entry.words, entry.run)
            if entry.keys:
                action.setShortcut(QKeySequence(entry.keys[0]))
                action.setShortcutVisibleInContextMenu(True)
    if box.kind == "note":
        menu.addSeparator()
        _said_of_notes(pane, menu.addMenu(_("Preuve")), "evidence")
        _said_of_notes(pane, menu.addMenu(_("Qui le dit")), "voice")
    zone = pane.board.zone()
    if zone is not None and zone.kind == "chain":
        menu.addAction(icon("plus", pane.look), _("Ajouter une chaîne"), pane.scribe.add_line)
    return menu


def _said_of_notes(pane: Pane, menu: QMenu, field: str) -> None:
    for option in pane.board.kind.options(field):
        label = option_in_short(pane.board.kind, field, str(option.id))
        menu.addAction(label, partial(say_of_notes, pane, field, str(option.id)))
    menu.addAction(_("Sans réponse"), partial(say_of_notes, pane, field, None))


def say_of_notes(pane: Pane, field: str, value: str | None) -> None:
    """Evidence or voice of every selected note, in one gesture."""
    board = pane.board
    made = [notes.set_note(board.project, row, field, value) for row in board.picked()]
    board.desk.do(together(_("Préciser une note"), made))
