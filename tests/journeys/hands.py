"""What a person does in front of the window: keys go to whatever has the focus, the mouse to what is seen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
WAIT = 10_000
"""ms for what a busy machine does beside the window."""


class Hands:
    """Ten fingers and a mouse, on one window."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    # -- the keyboard ---------------------------------------------------------------------------------------
    @property
    def focus(self) -> QWidget:
        """Who hears the keys; nobody types into what is not on screen yet."""
        found = QApplication.focusWidget()
        if found is not None and not found.isVisible():
            self.rest()
            found = QApplication.focusWidget()
        assert found is not None, "nobody has the keyboard"
        assert found.isVisible(), f"{found.accessibleName()} has the keyboard and cannot be seen"
        return found

    def type(self, words: str) -> None:
        """Each letter, one key after the other."""
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:  # QTest knows no « é »
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(
                        self.focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    )

    def press(self, *keys: str) -> None:
        """Keys as a menu names them: « Ctrl+N », « Tab », « Alt+Right »."""
        for key in keys:
            QTest.keySequence(self.focus, QKeySequence(key))

    def note(self, *texts: str) -> None:
        """Notes one after the other in the same cell, as fast as they are spoken."""
        for text in texts:
            self.type(text)
            self.press("Return")
        self.press("Esc")

    def paste(self, text: str) -> None:
        """Ctrl+V."""
        QApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    # -- the mouse ------------------------------------------------------------------------------------------
    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """A click on something that is seen and can be clicked."""
        assert widget.isVisible(), f"{widget.accessibleName()} is not seen"
        assert widget.isEnabled(), f"{widget.accessibleName()} cannot be clicked"
        QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())
        self.rest()

    def choose(self, button: QWidget, words: str) -> None:
        """Click on a button that opens a menu, then on the entry with these words."""
        failed: list[str] = []

        def pick() -> None:
            menu = QApplication.activePopupWidget()
            found = [a for a in menu.actions() if words in plain(a.text())] if menu is not None else []
            if menu is None or not found:
                failed.append(
                    f"no entry « {words} » among {[a.text() for a in menu.actions()] if menu else None}"
                )
                for popup in QApplication.topLevelWidgets():
                    if isinstance(popup, QMenu):
                        popup.close()
            elif isinstance(menu, QMenu):
                QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(found[0]).center())

        QTimer.singleShot(0, pick)  # some menus keep the click until they are closed
        self.click(button)
        assert not failed, failed
        self.come_back()

    def come_back(self) -> None:
        """A popup has closed. A desktop gives the keyboard back; Qt’s offscreen one must be asked."""
        if QApplication.activePopupWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)

    def drop(self, widget: QWidget, *files: Path, at: QPoint | None = None) -> None:
        """Files of the desktop let go over something that is seen."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        self.drop_data(widget, data, at)

    def drop_data(self, widget: QWidget, data: QMimeData, at: QPoint | None = None) -> None:
        """Something dragged from another program, let go over something that is seen."""
        place, copy = at or widget.rect().center(), Qt.DropAction.CopyAction
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, copy, data, LEFT, none)
        QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(place), copy, data, LEFT, none))
        self.rest()

    # -- patience -------------------------------------------------------------------------------------------
    def rest(self) -> None:
        """Let the window do what it put off."""
        QApplication.processEvents()

    def until(self, what: object, timeout: int = WAIT) -> None:
        """Wait for something to come true."""
        self.qtbot.waitUntil(what, timeout=timeout)  # type: ignore[arg-type]

    def saved(self) -> None:
        """Wait until the file holds everything, and the pill says so."""
        session = self.window.desk.session
        assert session is None or session.flush()
        self.until(lambda: self.window.top.pill.text().startswith("Enregistré · "))


def plain(text: str) -> str:
    """With plain spaces and apostrophes, as people compare texts."""
    for fine, coarse in (("\u202f", " "), ("\u00a0", " "), ("’", "'"), ("\u2011", "-"), ("\u00ad", "")):
        text = text.replace(fine, coarse)
    return " ".join(text.split())


def missing(texts: Sequence[str], within: str) -> list[str]:
    """The texts that a document does not hold; line ends and hyphenation do not count."""
    close = _close(within)
    return [text for text in texts if _close(text) not in close]


def _close(text: str) -> str:
    for hyphen in ("-", "\ufffe"):  # the second is what a reader of PDF says of one at the end of a line
        text = text.replace(hyphen, "")
    return plain(text).replace(" ", "").casefold()
