"""One export under way: progress and « Annuler », then where the file is, or why there is none."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Desk, Target
from labdesk.ui.press.keeper import keep
from labdesk.ui.press.orders import Made
from labdesk.ui.press.outputs import JUDGED
from labdesk.ui.press.press import Asked, press_of
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.words import _, several


class Errand(QFrame):
    """A strip that is hidden until something is exported. `do` starts; one export at a time."""

    finished = Signal(bool)
    """The export is over; True when the file is there."""
    draft_wanted = Signal(object)
    """The draft of what was refused is wanted in its stead: the order that was refused."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self._press = press_of(desk)
        self._number = 0
        self.asked: Asked | None = None
        self._path: Path | None = None
        self._session: object = None
        """The project that was exported: another one may be on the desk when the document is made."""
        self._version = ""
        role(self, "well")
        self._sign = Sign(look, size=20)
        self._words, self._more = QLabel(), QLabel()
        for label in (self._words, self._more):
            label.setWordWrap(True)
        role(self._more, "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Avancement de l’export"))
        self.cancel = self._button(_("Annuler l’export"), self._give_up)
        self._folder = self._button(_("Ouvrir le dossier"), lambda: self._open(folder=True))
        self._file = self._button(_("Ouvrir"), lambda: self._open(folder=False))
        self.name = self._button(_("Nommer la version"), self._name)
        self.draft = self._button(_("Exporter un brouillon à la place"), self._draft)
        self._close = QToolButton()
        self._close.setToolTip(_("Fermer"))
        self._close.setAccessibleName(_("Fermer le compte rendu de l’export"))
        role(self._close, "quiet")
        draw(self._close, "x", look)
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout()
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        for button in (self.cancel, self.draft, self.name, self._folder, self._file, self._close):
            self._row.addWidget(button)
        box = QVBoxLayout(self)
        box.addLayout(self._row)
        box.addWidget(self._bar)
        box.addWidget(self._more)
        self._press.progressed.connect(self._progressed)
        self._press.made.connect(self._made)
        self._press.refused.connect(self._refused)
        self._press.given_up.connect(self._given_up)
        self.hide()

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(deed)
        return button

    @property
    def under_way(self) -> bool:
        """An export is being made."""
        return bool(self._number)

    @property
    def words(self) -> str:
        """What is told now."""
        return self._words.text()

    def do(self, asked: Asked) -> None:
        """Export this."""
        self.asked, self._path = asked, asked.out
        self._number, self._session = self._press.order(asked), self._desk.session
        self._bar.setRange(0, 0)
        name = asked.out.name if asked.out else ""
        self._show("clock", "ink2", _("Export en cours : {name}").format(name=name))
        self._offer(self.cancel)
        self._bar.show()

    def _show(self, sign: str, tone: str, words: str, more: str = "") -> None:
        self._sign.become(sign, tone)
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._bar.hide()
        self.show()

    def _offer(self, *buttons: QWidget) -> None:
        for button in (self.cancel, self.draft, self.name, self._folder, self._file):
            button.setVisible(button in buttons)
        self._close.setVisible(self.cancel not in buttons)

    # -- answers of the press -------------------------------------------------------------------------------
    def _progressed(self, number: int, done: int, whole: int) -> None:
        if number == self._number and whole:
            self._bar.setRange(0, whole)
            self._bar.setValue(done)

    def _made(self, number: int, made: Made) -> None:
        if number != self._number:
            return
        self._number = 0
        where = made.path or ""
        self._path = Path(where) if where else None
        pages = several(made.pages, "{n} page", "{n} pages") if made.pages else ""
        said = _("Exporté : {path}").format(path=where)
        here = self.asked is not None and self._session is self._desk.session
        self._version = keep(self._desk, self.asked, made) if here and self.asked is not None else ""
        remarks = list(made.remarks)
        if made.kept is not None and not self._version:
            remarks.append(_("La version n’est pas gardée : ce projet se lit seulement."))
        self._show("circle-check", "ok", f"{said} ({pages})" if pages else said, "\n".join(remarks))
        self._offer(*([self.name] if self._version else []), self._folder, self._file)
        self._desk.announce(_("Exporté : {name}").format(name=self._path.name if self._path else ""))
        self.finished.emit(True)

    def _refused(self, number: int, sentence: str) -> None:
        if number != self._number:
            return
        self._number = 0
        self._tell_refusal(sentence)

    def refuse(self, asked: Asked, sentence: str) -> None:
        """This is not even begun, and why."""
        self.asked = asked
        self._tell_refusal(sentence)

    def say_again(self, sentence: str) -> None:
        """What held it back changed meanwhile."""
        self._words.setText(sentence)

    def _tell_refusal(self, sentence: str) -> None:
        self._show("circle-x", "bad", sentence)
        final = self.asked is not None and self.asked.final
        self._offer(*([self.draft] if final and self.asked and self.asked.what in JUDGED else []))
        if self.isVisible():  # it stands before the eyes: a toast would only cover what it is about
            say_aloud(self, sentence, urgent=True)
        else:
            self._desk.refused.emit(sentence)
        self.finished.emit(False)

    def _given_up(self, number: int) -> None:
        if number != self._number:
            return
        self._number = 0
        self._show("info", "ink2", _("Export annulé. Rien n’a été écrit."))
        self._offer()
        self.finished.emit(False)

    # -- what people do -------------------------------------------------------------------------------------
    def _give_up(self) -> None:
        self._press.cancel(self._number)

    def _draft(self) -> None:
        if self.asked is not None:
            self.draft_wanted.emit(self.asked)

    def _name(self) -> None:
        self._desk.go(Target("dossier", table="version", row=self._version, field="name"))

    def _open(self, *, folder: bool) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent if folder else self._path)))
