"""Leaving a project that could be written nowhere: the one question of the window, and its three answers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk
from labdesk.ui.opening import SUFFIX, free_path
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several


class Leaving(Panel):
    """Shown over the window, which stays open with its project until an answer lets it go.

    `leave` closes what was to be closed; `again` asks for it once more. Échap stays in the project.
    """

    def __init__(
        self,
        desk: Desk,
        look: Look,
        parent: QWidget,
        lost: int,
        leave: Callable[[], object],
        again: Callable[[], object],
    ) -> None:
        for former in parent.findChildren(Leaving):
            former.close()  # the system may ask the window to close while it asks already
        super().__init__(look, _("Rien n’a pu être enregistré"), parent)
        self._desk, self._leave = desk, leave
        self.setModal(True)
        self.setMinimumWidth(look.px(460))
        session = desk.session
        trouble = (session.saved.trouble if session else None) or ""
        self.words = self.line(trouble, "", wrap=True)
        self.words.setVisible(bool(trouble))
        self.line(_("Le projet reste ouvert : rien n’est perdu tant que LabDesk tourne."), "muted", wrap=True)
        self.wrong = self.line("", "error", wrap=True)
        self.wrong.hide()
        self.copy = self._answer(_("Enregistrer une copie ailleurs…"), "save", "primary", self.choose)
        self.retry = self._answer(_("Réessayer"), "refresh-cw", "", lambda: self._then(again))
        self.lose = self._answer(
            several(lost, "Fermer en perdant {n} changement", "Fermer en perdant {n} changements"),
            "x",
            "quiet",
            lambda: self._then(leave),
        )
        self.copy.setFocus()

    def _answer(self, words: str, drawing: str, kind: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(f" {words}", self)
        role(button, kind)
        draw(button, drawing, self.look, "on_primary" if kind == "primary" else "ink2")
        button.setAutoDefault(True)  # Enter presses the one that has the keyboard
        button.clicked.connect(deed)
        self.column.addWidget(button)
        return button

    def _then(self, deed: Callable[[], object]) -> None:
        self.close()
        deed()

    def choose(self) -> None:
        """The dialog of the system, then the copy."""
        path = self._desk.path
        name = path.stem if path else _("Projet")
        proposed = free_path(Path.home(), name)
        kinds = _("Projets LabDesk (*.labdesk)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Enregistrer une copie ailleurs"), str(proposed), kinds
        )
        if chosen:
            self.save_copy(Path(chosen))

    def save_copy(self, out: Path) -> bool:
        """Everything into a new file; once it is there, the project can be left."""
        out = out if out.suffix.lower() == SUFFIX else out.with_name(out.name + SUFFIX)
        if out.exists():
            out = free_path(out.parent, out.stem)  # nothing that exists is ever overwritten
        session = self._desk.session
        assert session is not None
        try:
            session.copy_to(out)
        except (Refusal, OSError) as why:
            sentence = why.sentence if isinstance(why, Refusal) else str(why)
            self.wrong.setText(sentence)
            self.wrong.show()
            say_aloud(self.wrong, sentence, urgent=True)
            return False
        self._then(self._leave)
        return True
