"""The menu of a word nobody knows: what may be meant, found beside the window; « un mot à nous »."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from labdesk.ui.work import beside
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.spelling.underline import Underline


def open_menu(editor: QPlainTextEdit, underline: "Underline", event: QContextMenuEvent) -> bool:
    """The usual menu of the editor, with what may be meant on top; False when the word is known."""
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    cursor = editor.textCursor() if by_key else editor.cursorForPosition(event.pos())
    found = underline.word_at(cursor.position())
    if found is None or editor.isReadOnly():
        return False
    place = editor.cursorRect(cursor).bottomLeft() if by_key else event.pos()
    show(editor, underline, found, editor.viewport().mapToGlobal(place))
    return True


def show(editor: QPlainTextEdit, underline: "Underline", found: tuple[int, str], place: QPoint) -> None:
    """The menu of an unknown word at a point of the screen; the editor stays open under it."""
    start, word = found
    menu = editor.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    first = menu.actions()[0] if menu.actions() else None
    waiting = QAction(_("Recherche de propositions…"), menu)
    waiting.setEnabled(False)
    learn = QAction(_("« {word} » est un mot à nous").format(word=word), menu)
    learn.triggered.connect(lambda: underline.learn(word))
    for action in (waiting, learn):
        menu.insertAction(first, action)  # type: ignore[arg-type]  # None: at the end
    menu.insertSeparator(first)  # type: ignore[arg-type]
    menu.popup(place)

    def fill(proposals: tuple[str, ...]) -> None:
        menu.removeAction(waiting)
        for other in proposals or ("",):
            action = QAction(other or _("Aucune proposition"), menu)
            action.setEnabled(bool(other))
            action.triggered.connect(lambda _on, other=other: underline.replace(start, word, other))
            menu.insertAction(learn, action)
        if proposals:
            _choose_first(menu)
        underline.look_again()

    beside(menu, lambda: underline.proposals(word), fill, lambda _sentence: None)


def _choose_first(menu: QMenu) -> None:
    """Entrée takes the likeliest."""
    menu.setActiveAction(menu.actions()[0])
