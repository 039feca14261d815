"""The page Corrections: a document corrected in Word or LibreOffice comes back, one change at a time."""

import pickle
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.corrections.returned import Back, SourceBack, Stray
from labdesk.domain.funding.profile_reading import load_sections
from labdesk.domain.gesture import Gesture
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.dossier.correcting import Correcting, Item
from labdesk.ui.dossier.correction_detail import CorrectionDetail
from labdesk.ui.dossier.correction_lines import rows
from labdesk.ui.dossier.correction_sources import quoted_at, standing_at
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignList
from labdesk.ui.dossier.upright import upright
from labdesk.ui.press.orders import Made
from labdesk.ui.press.press import Asked, press_of
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import Target
from labdesk.words import _, several

WIDE = 860
"""px at 100 % from which the correction stands beside the list; under it, below."""
LOW = 480
"""px at 100 % under which what is said twice goes, and the correction stands beside the list after all."""


class CorrectionsPage(Page):
    """A list of what was corrected, the correction in full beside it. Each acceptance is one gesture."""

    finished = Signal()
    """Nobody reviews a document any more."""
    reviewed = Signal()
    """A document was read, or put away: other things can be done."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look, self.desk = reading, look, reading.desk
        self.correcting: Correcting | None = None
        self._press = press_of(self.desk)
        self._number = 0
        self._file = ""
        self._folder: Path | None = None
        self._sentence, self._hint = QLabel(), QLabel()
        role(self._sentence, "h2")
        role(self._hint, "muted")
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
        self.all = self._button(_("Tout accepter"), "check-check", self.take_all)
        role(self.all, "primary")
        self.over = self._button(_("Terminer"), "x", self.finish)
        self.choose_button = self._button(_("Reprendre un document corrigé…"), "file-up", self.choose)
        self.list = SignList(look, _("Corrections du document"))
        self.list.entered_row.connect(lambda _key: self._show())
        self.list.chosen.connect(lambda _key: self._enter())
        self.detail = CorrectionDetail(look)
        self.detail.on(
            accept=self.accept,
            refuse=self.refuse,
            rewrite=self.rewrite,
            reconsider=self.reconsider,
            keep=self.keep,
            cancel=self._show,
            go=self.go_to_source,
            copy=self._copy,
        )
        self._arrange()
        self._press.made.connect(self._made)
        self._press.refused.connect(self._refused)
        self._press.given_up.connect(self._given_up)
        self.desk.opened.connect(self._forget)
        self.relook()
        self.refresh()

    def _button(self, words: str, drawing: str, deed: object) -> QPushButton:
        button = QPushButton(words)
        draw(button, drawing, self._look, "on_primary" if drawing == "check-check" else "ink2")
        button.clicked.connect(deed)
        return button

    def _arrange(self) -> None:
        band = QFrame()
        role(band, "band")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, band)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all)
        buttons.addWidget(self.over)
        buttons.addWidget(self.choose_button)
        self._head.addLayout(words, 1)
        self._head.addLayout(buttons)
        scroll = self._scroll = upright(self.detail)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.addWidget(self.list)
        self._parts.addWidget(scroll)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(1)
        self._parts.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(band)
        box.addWidget(self._parts, 1)
        self._rest = QWidget()  # what is left of the page while there is nothing to review
        box.addWidget(self._rest, 1)

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin, px = self._look.space("l"), self._look.px
        self._head.setContentsMargins(margin, self._look.space("m"), margin, self._look.space("m"))
        self._head.setSpacing(self._look.space("m"))
        self.list.setMinimumWidth(px(210))
        self._parts.setSizes([px(300), px(800)])
        self.list.relook()
        self._fit()
        self.detail.clear()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the correction stands under the list, the buttons under the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        wide, low = self.width() >= px(WIDE), self.height() < px(LOW)
        beside = wide or low
        self._parts.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._hint.setVisible(bool(self._hint.text()) and not (low and self.correcting))
        self.choose_button.setVisible(not (low and self.correcting))

    # -- reading ------------------------------------------------------------------------------------
    def choose(self) -> None:
        """Ask for the file; it is read beside the window."""
        folder = self._folder or (self.desk.path.parent if self.desk.path else Path.home())
        dialog = QFileDialog(self, _("Reprendre un document corrigé"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Documents corrigés (*.docx *.odt)"))
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path) -> None:
        """Read this document; what was under review before goes away once it is read."""
        if self.desk.session is None:
            return
        self._folder, self._file = path.parent, path.name
        self._number = self._press.order(Asked("corrected", self._reading.profile, detail=str(path)))
        self.refresh()

    def _made(self, number: int, made: Made) -> None:
        if number != self._number:
            return
        self._number = 0
        back: Back = pickle.loads(made.data)  # from our own child process
        self.correcting = Correcting(back, lambda section: self.desk.former("section", section, "text"))
        self.correcting.begin(self.desk.project)
        self.reviewed.emit()
        self.refresh()
        self._next(-1)
        say_aloud(self, self._sentence.text())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, number: int, sentence: str) -> None:
        if number != self._number:
            return
        self._number = 0
        self.refresh()
        self.desk.refused.emit(sentence)

    def _given_up(self, number: int) -> None:
        if number == self._number:
            self._number = 0
            self.refresh()

    def _forget(self) -> None:
        """Another project: this document is not of it."""
        self.correcting, self._number = None, 0
        self.reviewed.emit()
        self.refresh()

    def finish(self) -> None:
        """The document is put away; what was not taken is not in the project."""
        self._forget()
        self.finished.emit()

    # -- what is shown ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project changed: what was taken is seen in it."""
        correcting = self.correcting
        editing = self.detail.editor is not None
        self._sentence.setText(self._told())
        self._hint.setText(self._hinted())
        self._parts.setVisible(correcting is not None)
        self._rest.setVisible(correcting is None)
        self.over.setVisible(correcting is not None)
        if correcting is None:
            self.all.hide()
            self.list.show_lines([])
            self._fit()
            return
        waiting = [one for one in correcting.to_see(self.desk.project) if one.status == "open"]
        self.all.setVisible(bool(waiting))
        self.all.setText(_("Tout accepter ({n})").format(n=len(waiting)))
        self.all.setEnabled(not self.desk.read_only)
        items = correcting.items(self.desk.project)
        self.list.show_lines(rows(items, correcting.back.missing, self._title_of))
        if self.list.current() is None and items:
            self.list.go_to(items[0].key)
        if not editing:
            self._show()
        self._fit()

    def _told(self) -> str:
        """Where one is, in one sentence."""
        if self._number:
            return _("Lecture de « {file} »…").format(file=self._file)
        if self.correcting is None:
            return _("Aucun document corrigé n’est ouvert.")
        name = self.correcting.back.file
        items = self.correcting.to_see(self.desk.project)
        if not any(isinstance(one.what, Proposal) for one in self.correcting.items(self.desk.project)):
            return self._none_told(name)
        if not items:
            return _("« {file} » : toutes les corrections sont vues.").format(file=name)
        said = several(len(items), "{n} correction à voir", "{n} corrections à voir")
        return _("« {file} » : {said}").format(file=name, said=said)

    def _none_told(self, name: str) -> str:
        """No typed text changed; what was changed in words that come from elsewhere is not passed over."""
        sources = len(self.correcting.back.sources) if self.correcting else 0
        if not sources:
            return _("« {file} » : aucun texte n’a changé.").format(file=name)
        said = several(sources, "{n} passage à corriger à la source", "{n} passages à corriger à la source")
        return _("« {file} » : {said}").format(file=name, said=said)

    def _hinted(self) -> str:
        if self.correcting is None:
            return _(
                "Un dossier ou une note partis en DOCX ou en ODT reviennent ici, texte par texte. Déposez le "
                "fichier sur la fenêtre, ou choisissez-le."
            )
        back = self.correcting.back
        said = []
        if back.tracked:
            said.append(
                several(
                    back.tracked,
                    "{n} modification suivie est lue comme acceptée.",
                    "{n} modifications suivies sont lues comme acceptées.",
                )
            )
        if self.correcting.unsure:
            said.append(
                _("Le texte parti n’a pas été retrouvé : la comparaison se fait avec celui d’aujourd’hui.")
            )
        return " ".join(said)

    def _title_of(self, section: str) -> str:
        known = self._reading.profile.section(section) or load_sections().get(section)
        return str(known.label) if known else section

    def _item(self) -> Item | None:
        if self.correcting is None:
            return None
        key = self.list.current()
        return next((one for one in self.correcting.items(self.desk.project) if one.key == key), None)

    def _show(self) -> None:
        item = self._item()
        if item is None or self.correcting is None:
            self.detail.clear(_("Choisissez une correction dans la liste.") if self.correcting else "")
            return
        remarks = next(
            (one.remarks for one in self.correcting.back.sections if one.section == item.section), ()
        )
        title = self._title_of(item.section) if item.section else ""
        leads = self._source(item) is not None
        self.detail.show_item(item, title, remarks, can=not self.desk.read_only, leads=leads)

    def _enter(self) -> None:
        """Enter on a row: the keyboard goes to what can be done."""
        first = next(iter(self.detail.buttons.values()), None) or self.detail.difference
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self, here: int | None = None) -> None:
        """The next correction nobody has seen, after this one (or that rank), then from the top."""
        if self.correcting is None:
            return
        keys = [one.key for one in self.correcting.items(self.desk.project)]
        waiting = {one.key for one in self.correcting.to_see(self.desk.project)}
        if here is None:
            here = keys.index(str(self.list.current())) if self.list.current() in keys else -1
        following = [key for key in (*keys[here + 1 :], *keys[: here + 1]) if key in waiting]
        if following:
            self.list.go_to(following[0])
        self._show()

    # -- deeds --------------------------------------------------------------------------------------
    def accept(self) -> None:
        """The correction as it came; what was typed in its stead, while one types."""
        if self.detail.editor is not None:
            self.keep()
            return
        item = self._proposal()
        if item is not None and self.correcting is not None and isinstance(item.what, Proposal):
            seen = self.desk.heads("section", item.section, "text")
            self._do(self.correcting.take(self.desk.project, item.what, seen), _("Accepté."))

    def refuse(self) -> None:
        """The text of LabDesk stays."""
        item = self._proposal() if self.detail.editor is None else None
        if item is not None and self.correcting is not None and isinstance(item.what, Proposal):
            self.correcting.refuse(item.what)
            self._went_on(_("Refusé."))

    def reconsider(self) -> None:
        """A refusal is taken back."""
        item = self._item()
        if item is not None and self.correcting is not None and isinstance(item.what, Proposal):
            self.correcting.reconsider(item.what)
            self.refresh()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def rewrite(self) -> None:
        """Type other words instead."""
        item = self._proposal()
        if item is not None and isinstance(item.what, Proposal):
            self.detail.edit(item.what)
            editor = self.detail.editor
            if editor is not None:  # it gets its place first
                QTimer.singleShot(0, editor, lambda: self._scroll.ensureWidgetVisible(editor))

    def keep(self) -> None:
        """What was typed instead becomes the text."""
        item, editor = self._item(), self.detail.editor
        if item is None or editor is None or self.correcting is None or not isinstance(item.what, Proposal):
            return
        words = editor.toPlainText()
        self.detail.editor = None
        seen = self.desk.heads("section", item.section, "text")
        self._do(
            self.correcting.rewrite(self.desk.project, item.what, words, seen), _("Votre texte est gardé.")
        )

    def take_all(self) -> None:
        """Every open correction, as one gesture; conflicts and refusals stay as they are."""
        if self.correcting is not None and not self.desk.read_only:
            self._do(self.correcting.take_all(self.desk.project), _("Toutes les corrections sont acceptées."))

    def _proposal(self) -> Item | None:
        """The proposal one is on, if something can be done with it."""
        item = self._item()
        if item is None or self.desk.read_only or item.status not in ("open", "conflict"):
            return None
        return item if isinstance(item.what, Proposal) else None

    def _do(self, gesture: Gesture, said: str) -> None:
        if not gesture or self.desk.do(gesture):
            self._went_on(said)

    def _went_on(self, said: str) -> None:
        """On to the next; what is left is said."""
        self.refresh()
        self._next()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        left = len(self.correcting.to_see(self.desk.project)) if self.correcting else 0
        remaining = (
            several(left, "Il reste {n} correction à voir.", "Il reste {n} corrections à voir.")
            if left
            else _("Toutes les corrections sont vues.")
        )
        say_aloud(self, f"{said} {remaining}")  # the eye sees the list and the sentence above it

    def _source(self, item: Item) -> Target | None:
        project, types = self.desk.project, self.desk.types
        if isinstance(item.what, Proposal):
            return quoted_at(project, types, item.what.quotes[0]) if item.what.quotes else None
        if isinstance(item.what, SourceBack):
            return standing_at(project, types, item.what.part, item.what.before)
        return None if isinstance(item.what, Stray) else standing_at(project, types, item.section, "")

    def go_to_source(self) -> None:
        """Where the words come from."""
        item = self._item()
        if item is not None and (target := self._source(item)) is not None:
            self.desk.go(target)

    def _copy(self) -> None:
        item = self._item()
        words = ""
        if item is not None and isinstance(item.what, SourceBack):
            words = item.what.after
        elif item is not None and isinstance(item.what, Stray):
            words = item.what.words
        if words:
            QGuiApplication.clipboard().setText(words)
            self.desk.announce(_("Copié."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap gives up what is being typed, then goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._show()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    # -- the place ----------------------------------------------------------------------------------
    def shows(self, touched: frozenset[tuple[str, str]]) -> bool:
        """What an undo touched is seen here: the window does not leave."""
        if self.correcting is None or not self.isVisible():
            return False
        sections = {one.section for one in self.correcting.back.sections}
        return any(table == "section" and row in sections for table, row in touched)

    def settle(self) -> None:
        """What is typed instead of a correction waits for a button: nothing to settle."""

    def first(self) -> QWidget:
        """The list once a document is there; until then the way to open one."""
        return self.list if self.correcting is not None else self.choose_button

    def stops(self) -> tuple[QWidget, ...]:
        """The corrections, the one in full; or the way to open a document."""
        if self.correcting is None:
            return (self.choose_button,)
        return (self.list, self.detail.difference or self.over, self.over)

    def show_target(self, target: Target) -> bool:
        """Nothing stands here by itself."""
        return False
