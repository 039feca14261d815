"""Typing on a canvas: opens the overlay where it is wanted, keeps drafts, makes one gesture of each burst."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtWidgets import QWidget

from labdesk.domain.gesture import Gesture
from labdesk.errors import Refusal
from labdesk.ui.canvas.blanks import Blank
from labdesk.ui.canvas.editor import Editor
from labdesk.ui.desk import Desk
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.spelling.underline import Underline

DRAFT, SILENCE = 1_000, 2_000
"""ms: between two drafts of a burst, and of silence that ends it."""
UP = 8
"""px from the top of the view: an editor that grows beyond its bottom goes up to there, then scrolls."""


class Typist(QObject):
    """The one editor of a view. While `blank` is not None someone is typing."""

    left = Signal(str, object)
    """How the editor was left, and the Blank that was typed in; its text is already a gesture."""
    opened = Signal()
    """Someone begins to type, or stopped."""
    too_long = Signal(object, str)
    """A Blank and more text than it can hold; nothing was cut."""

    def __init__(self, desk: Desk, surface: QWidget) -> None:
        super().__init__(surface)
        self.desk, self._surface = desk, surface
        self.editor = Editor(surface)
        self._underline: Underline | None = None
        self.blank: Blank | None = None
        self._seen: tuple[str, ...] = ()
        self._placing = False
        self._written = self._drafted = ""
        self._place: Callable[[], QRectF] = QRectF
        self._draft = QTimer(self, interval=DRAFT)
        self._draft.timeout.connect(self._keep_draft)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE)
        self._silence.timeout.connect(self._pause)
        self.editor.textChanged.connect(self._typed)
        self.editor.grown.connect(self.replace)
        self.editor.left.connect(self.leave)
        self.editor.took_back.connect(self._take_back)
        desk.settling.connect(self._settle)

    def move_to(self, surface: QWidget) -> None:
        """The editor stands on another surface from now on; what was being typed is kept."""
        if surface is not self._surface:
            self.close()
            self._surface = surface
            self.editor.setParent(surface)

    def open(self, blank: Blank, place: Callable[[], QRectF], typed: str | None = None) -> None:
        """Type into a blank; `place` gives the editor its rectangle on the surface whenever it is asked."""
        if self.blank is not None:
            self.close()
        self.blank, self._place = None, place
        self._seen = self.desk.heads(blank.table, blank.row, blank.field)
        self._written = self._drafted = blank.text
        most = blank.limit if blank.field == "label" else None
        self._underlined()
        self.editor.begin(blank.text, typed, blank.breaks, most)
        self.editor.setAccessibleName(blank.name)
        self.blank = blank
        self.replace()
        self.editor.show()
        self.editor.setFocus()
        self.opened.emit()
        if typed:
            self._typed()

    def _underlined(self) -> None:
        """The dictionary is there with the first word somebody types: the start does without."""
        if self._underline is None:
            from labdesk.ui.spelling.underline import Underline

            self._underline = Underline(self.editor, self.desk.spelling)

    def replace(self) -> None:
        """Put the editor where it belongs now, as high as its text, or as the screen: then it scrolls."""
        if self.blank is None or self._placing:
            return
        self._placing = True
        place, editor, room = self._place(), self.editor, self._surface.height()
        top, wide = round(place.y()), round(place.width())
        editor.setGeometry(round(place.x()), top, wide, editor.height())
        around = editor.height() - editor.viewport().height()
        wanted = max(round(place.height()), editor.text_height(room) + around + 1)
        if 0 <= top < room < top + wanted:
            top = max(min(top, UP), room - wanted)
        high = min(wanted, room - top) if 0 <= top < room else wanted
        editor.setGeometry(round(place.x()), top, wide, high)
        editor.setFixedHeight(high)
        editor.scroll_inside(high < wanted)
        self._placing = False

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self.editor.toPlainText()

    def leave(self, how: str) -> None:
        """The burst ends, the editor goes; who opened it hears how."""
        blank = self.blank
        if blank is None:
            return
        if not self.commit(over=True):
            if how not in ("escape", "settled"):
                return
            self._forget(blank)  # refused and given up: it must not come back when the project is opened
        self._shut()
        self.left.emit(how, blank)

    def _take_back(self, undo: bool) -> None:
        """The burst becomes a gesture, the editor goes, and the project undoes or does again."""
        self.leave("settled")
        (self.desk.undo if undo else self.desk.redo)()

    def _settle(self) -> None:
        """Someone undoes with the mouse, or the project closes: what is typed counts first."""
        self.leave("settled")

    def close(self) -> None:
        """The burst ends and the editor goes, without a word."""
        if self.blank is not None and self.commit(over=True):
            self._shut()

    def _shut(self) -> None:
        self.blank = None
        self._draft.stop()
        self._silence.stop()
        if self.editor.hasFocus():  # what is hidden may keep the keyboard, and every key would be lost
            self._surface.setFocus()
        self.editor.hide()
        self.opened.emit()

    def commit(self, *, over: bool = False) -> bool:
        """What was typed since the last time becomes one gesture; False when it cannot stand as it is.

        Only when typing is `over` does an emptied note go away: one may still be looking for the words.
        """
        blank, text = self.blank, self.text
        self._silence.stop()
        if blank is None or text == self._written or not (over or text.strip()):
            return True
        if len(text) > blank.limit:
            if over:
                self.too_long.emit(blank, text)
            return True  # the draft keeps it meanwhile; nothing is cut
        try:
            gesture = blank.write(self.desk.project, text, self._seen)
        except Refusal as refusal:
            self.desk.refused.emit(refusal.sentence)
            return False
        self._do(blank, gesture)
        self._written = self._drafted = text
        self._seen = self.desk.heads(blank.table, blank.row, blank.field)
        return True

    def _pause(self) -> None:
        self.commit()

    def _do(self, blank: Blank, gesture: Gesture) -> None:
        self._draft.stop()
        if gesture:
            self.desk.do(gesture)
        else:
            self._forget(blank)

    def _forget(self, blank: Blank) -> None:
        for field in (blank.field, *blank.birth):
            self.desk.forget_draft(blank.table, blank.row, field)

    def _typed(self) -> None:
        if self.blank is None:
            return
        self._silence.start()
        if not self._draft.isActive():
            self._draft.start()

    def _keep_draft(self) -> None:
        """Each second of a burst: at most that second is at risk."""
        blank, text = self.blank, self.text
        if blank is None or text == self._drafted:
            return
        if blank.row not in self.desk.project.table(blank.table):
            for field, value in blank.birth.items():
                self.desk.draft(blank.table, blank.row, field, str(value), ())
        self.desk.draft(blank.table, blank.row, blank.field, text, self._seen)
        self._drafted = text


def counted(text: str, limit: int) -> str:
    """« 1 950 caractères sur 2 000 », once the limit comes near; empty before."""
    if len(text) < limit * 0.9:
        return ""
    return _("{n} caractères sur {limit}").format(n=len(text), limit=limit)
