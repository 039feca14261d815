"""The menu of a word nobody knows: what may be meant, found beside the window; « un mot à nous »."""

from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from labdesk.ui.work import beside
from labdesk.words import _


class Words(Protocol):
    """The words of one editor."""

    def word_at(self, position: int) -> tuple[int, str] | None: ...

    def proposals(self, word: str) -> tuple[str, ...]: ...

    def replace(self, start: int, word: str, other: str) -> None: ...

    def learn(self, word: str) -> None: ...

    def look_again(self) -> None: ...


def open_menu(editor: QPlainTextEdit, words: Words, event: QContextMenuEvent) -> bool:
    """The usual menu of the editor, with what may be meant on top; False when the word is known."""
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    cursor = editor.textCursor() if by_key else editor.cursorForPosition(event.pos())
    found = words.word_at(cursor.position())
    if found is None or editor.isReadOnly():
        return False
    place = editor.cursorRect(cursor).bottomLeft() if by_key else event.pos()
    show(editor, words, found, editor.viewport().mapToGlobal(place))
    return True


def show(editor: QPlainTextEdit, words: Words, found: tuple[int, str], place: QPoint) -> None:
    """The menu of an unknown word at a point of the screen; the editor stays open under it."""
    start, word = found
    menu = editor.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    first = menu.actions()[0] if menu.actions() else None
    waiting = QAction(_("Recherche de propositions…"), menu)
    waiting.setEnabled(False)
    learn = QAction(_("« {word} » est un mot à nous").format(word=word), menu)
    learn.triggered.connect(lambda: words.learn(word))
    for action in (waiting, learn):
        menu.insertAction(first, action)  # type: ignore[arg-type]  # None: at the end
    menu.insertSeparator(first)  # type: ignore[arg-type]
    menu.popup(place)

    def fill(proposals: tuple[str, ...]) -> None:
        menu.removeAction(waiting)
        for other in proposals or ("",):
            action = QAction(other or _("Aucune proposition"), menu)
            action.setEnabled(bool(other))
            action.triggered.connect(lambda _on, other=other: words.replace(start, word, other))
            menu.insertAction(learn, action)
        if proposals:
            _choose_first(menu)
        words.look_again()

    beside(menu, lambda: words.proposals(word), fill, lambda _sentence: None)


def _choose_first(menu: QMenu) -> None:
    """Entrée takes the likeliest."""
    menu.setActiveAction(menu.actions()[0])
