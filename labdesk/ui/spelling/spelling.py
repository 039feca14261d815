"""Whether spelling is looked at, and the speller: it is read on a worker, when someone comes to type."""

from PySide6.QtCore import QObject, Signal

from labdesk.ui.spelling.speller import Speller, find
from labdesk.ui.work import beside
from labdesk.words import language


class Spelling(QObject):
    """One for each desk. Editors ask for `speller` and look again when it `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wanted = False
        """The window switches it on, as the settings say."""
        self._found: Speller | None = None
        self._looked = False

    @property
    def speller(self) -> Speller | None:
        """The speller; None while it is off, being read, or missing on this laptop."""
        return self._found if self.wanted else None

    @property
    def missing(self) -> bool:
        """This laptop was looked at, and has no dictionary."""
        return self._looked and self._found is None

    def want(self, wanted: bool) -> None:
        """On or off, from now on."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    def begin(self) -> None:
        """Someone types: the dictionary is looked for, once, without making anyone wait."""
        if self.wanted and not self._looked:
            self._looked = True
            spoken = language()
            beside(self, lambda: find(spoken), self.become, lambda _sentence: None)

    def become(self, speller: Speller | None) -> None:
        """This is the speller now."""
        self._looked, self._found = True, speller
        self.changed.emit()

    def learn(self, word: str) -> None:
        """The lab has this word; it is underlined nowhere any more."""
        if self._found is not None:
            self._found.learn(word)
            self.changed.emit()
