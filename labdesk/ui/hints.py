"""What someone new was shown already: five small things, learnt by doing them. It shows nothing itself."""

from typing import Literal

from PySide6.QtCore import QObject, Signal

Hint = Literal["type", "next", "step", "lane", "undo"]
ALL: tuple[Hint, ...] = ("type", "next", "step", "lane", "undo")


class Hints(QObject):
    """One for each desk. The window says whether the guide is wanted and hears when it is `over`."""

    changed = Signal()
    over = Signal()
    """Everything was done, or the person has seen enough: never again, unless asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wanted = False
        self._done: set[Hint] = set()

    def want(self, wanted: bool) -> None:
        """The guide is shown, from its beginning, or no more."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._done.clear()
            self.changed.emit()

    def next_of(self, known: tuple[Hint, ...]) -> Hint | None:
        """The first thing not done yet, of those that make sense on a canvas."""
        return next((hint for hint in known if hint not in self._done), None) if self.wanted else None

    def did(self, *hints: Hint) -> None:
        """Someone did this, shown or not."""
        if self.wanted and not self._done.issuperset(hints):
            self._done.update(hints)
            self.changed.emit()
            if self._done.issuperset(ALL):
                self.over.emit()
