"""The corrected document as a file: asked for, then read beside the window by the press."""

import pickle
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from labdesk.ui.dossier.reading import Reading
from labdesk.ui.press.orders import Made
from labdesk.ui.press.press import Asked, press_of
from labdesk.words import _


class CorrectedFile(QObject):
    """One file at a time: who asks for another gives the former up."""

    read = Signal(object)
    """This came back, a `Back`."""
    turned = Signal()
    """A file is being read, or no longer is."""

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading, self._desk, self._page = reading, reading.desk, parent
        self._press = press_of(self._desk)
        self._number = 0
        self._folder: Path | None = None
        self.name = ""
        """The file that is being read; empty when none is."""
        self._press.made.connect(self._made)
        self._press.refused.connect(self._refused)
        self._press.given_up.connect(self._given_up)

    def choose(self) -> None:
        """Ask for the file; it is read beside the window."""
        folder = self._folder or (self._desk.path.parent if self._desk.path else Path.home())
        dialog = QFileDialog(self._page, _("Reprendre un document corrigé"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Documents corrigés (*.docx *.odt)"))
        dialog.fileSelected.connect(lambda name: self.order(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def order(self, path: Path) -> None:
        """Have this document read."""
        if self._desk.session is None:
            return
        self._folder, self.name = path.parent, path.name
        self._number = self._press.order(Asked("corrected", self._reading.profile, detail=str(path)))
        self.turned.emit()

    def forget(self) -> None:
        """What is being read is wanted no more."""
        self._number, self.name = 0, ""

    def _made(self, number: int, made: Made) -> None:
        if self._over(number):
            self.read.emit(pickle.loads(made.data))  # from our own child process

    def _refused(self, number: int, sentence: str) -> None:
        if self._over(number):
            self.turned.emit()
            self._desk.refused.emit(sentence)

    def _given_up(self, number: int) -> None:
        if self._over(number):
            self.turned.emit()

    def _over(self, number: int) -> bool:
        """It was this file: it is not being read any more."""
        if not self._number or number != self._number:
            return False
        self.forget()
        return True
