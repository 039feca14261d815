"""What is said of a damaged project, and the copy that can be repaired. Most windows never load this."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from labdesk.store.file_names import free_path
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.opening import Opening
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.work import beside
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.safety import RecoverReport


class DamageNotice(QFrame):
    """A line under the top bar that stays as long as the damaged project is open."""

    mended = Signal(object)
    """RecoverReport: the repaired copy is there."""

    def __init__(self, desk: Desk, look: Look, opening: Opening, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._opening = desk, opening
        role(self, "notice")
        self.words = QLabel(
            _(
                "Ce fichier est abîmé à un endroit. Vous pouvez continuer ; "
                "une copie réparée mettra votre travail à l’abri."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.repair = QPushButton(_("Réparer une copie"), self)
        draw(self.repair, "copy", look)
        self.repair.clicked.connect(self.mend)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(6), look.px(12), look.px(6))
        row.addWidget(self.words, 1)
        row.addWidget(self.repair)
        desk.opened.connect(self.deleteLater)
        say_aloud(self, self.words.text())

    def mend(self) -> None:
        """All that can be proved goes into a new file beside; the damaged one is not touched."""
        session = self._desk.session
        if session is None:
            return
        path = session.path
        folder = path.parent if os.access(path.parent, os.W_OK) else self._opening.settings.project_folder()
        out = free_path(folder, _("{name} réparé").format(name=path.stem))
        self.repair.setEnabled(False)
        self._desk.settling.emit()

        def job() -> "RecoverReport":
            from labdesk.store.safety import recover

            session.flush()
            return recover(path, out, session.author)

        beside(self, job, self.mended.emit, self._refused)

    def _refused(self, sentence: str) -> None:
        self.repair.setEnabled(True)
        self._desk.refused.emit(sentence)
