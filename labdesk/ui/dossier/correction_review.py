"""The corrections of one document under review: the list, the one in full, what is done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.corrections.returned import SourceBack, Stray
from labdesk.domain.funding.profile_reading import load_sections
from labdesk.domain.gesture import Gesture
from labdesk.ui.aloud import say_aloud
from labdesk.ui.dossier.correcting import TO_SEE, Correcting, Item
from labdesk.ui.dossier.correction_detail import CorrectionDetail
from labdesk.ui.dossier.correction_lines import rows
from labdesk.ui.dossier.correction_sources import leads_to
from labdesk.ui.dossier.correction_words import remaining
from labdesk.ui.dossier.pair import Pair
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignList
from labdesk.ui.style import Look
from labdesk.ui.target import Target
from labdesk.words import _

Seen = tuple[str, ...] | None
Deed = Callable[[Correcting, Proposal, Seen], Gesture]


class CorrectionReview(Pair):
    """Each acceptance is one gesture; then the keyboard is on the next one."""

    went_on = Signal()
    """Something was done: what is told of the whole document is told again."""

    def __init__(self, reading: Reading, look: Look) -> None:
        listed, detail = SignList(look, _("Corrections du document")), CorrectionDetail(look)
        super().__init__(listed, detail)
        self.list, self.detail = listed, detail
        self._reading, self._look, self.desk = reading, look, reading.desk
        self.correcting: Correcting | None = None
        self.list.entered_row.connect(lambda _key: self._show())
        self.list.chosen.connect(lambda _key: self._enter())
        self.detail.on(
            accept=self.accept,
            refuse=self.refuse,
            rewrite=self.rewrite,
            reconsider=self.reconsider,
            keep=self.keep,
            cancel=self._show,
            go=self.go_to_source,
            copy=self._copy,
            done=self.say_done,
            reopen=self.reconsider,
        )

    def relook(self) -> None:
        """The theme or the text size changed."""
        px = self._look.px
        self.list.setMinimumWidth(px(210))
        self.setSizes([px(300), px(800)])
        self.list.relook()
        self.detail.clear()
        self._show()

    def begin(self, correcting: Correcting | None) -> None:
        """Review this document, from its first correction; or none any more."""
        self.correcting = correcting
        self.refresh()
        self.go_to_next(-1)

    # -- what is shown ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project changed: what was taken is seen in it."""
        correcting = self.correcting
        items = correcting.items(self.desk.project) if correcting else ()
        self.list.show_lines(rows(items, correcting.back.missing, self._title_of) if correcting else [])
        if self.list.current() is None and items:
            self.list.go_to(items[0].key)
        if correcting and self.detail.editor is None:
            self._show()

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

    def go_to_next(self, here: int | None = None) -> None:
        """The next correction nobody has seen, after this one (or that rank), then from the top; then what is
        to be done elsewhere."""
        if self.correcting is None:
            return
        items = self.correcting.items(self.desk.project)
        keys, waits = [one.key for one in items], {one.key: one.waits for one in items}
        if here is None:
            here = keys.index(str(self.list.current())) if self.list.current() in keys else -1
        following = [key for key in (*keys[here + 1 :], *keys[: here + 1]) if waits[key]]
        if following:
            self.list.go_to(next((key for key in following if waits[key] == "see"), following[0]))
        self._show()

    # -- deeds --------------------------------------------------------------------------------------
    def accept(self) -> None:
        """The correction as it came, or what was typed in its stead; else it was done elsewhere."""
        if self.detail.editor is not None:
            self.keep()
            return
        one, project = self._proposal(), self.desk.project
        if one is None:
            self.say_done()
        self._take(one, lambda review, one, seen: review.take(project, one, seen), _("Accepté."))

    def keep(self) -> None:
        """What was typed instead becomes the text."""
        item, editor, project = self._item(), self.detail.editor, self.desk.project
        if item is None or editor is None or not isinstance(item.what, Proposal):
            return
        words = editor.toPlainText()
        self.detail.editor = None
        self._take(
            item.what,
            lambda review, one, seen: review.rewrite(project, one, words, seen),
            _("Votre texte est gardé."),
        )

    def refuse(self) -> None:
        """The text of LabDesk stays."""
        one = self._proposal() if self.detail.editor is None else None
        if one is not None and self.correcting is not None:
            self.correcting.refuse(one)
            self._went_on(_("Refusé."))

    def say_done(self) -> None:
        """What cannot be taken here was seen to elsewhere."""
        item = self._item()
        if item is not None and self.correcting is not None and item.waits in ("source", "place"):
            self.correcting.settle(item)
            self._went_on(_("Noté comme fait."))

    def reconsider(self) -> None:
        """A refusal, or what was said to be done, is taken back."""
        item = self._item()
        if item is not None and self.correcting is not None:
            self.correcting.reconsider(item)
            self.refresh()
            self.went_on.emit()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def rewrite(self) -> None:
        """Type other words instead."""
        one = self._proposal()
        if one is not None:
            self.detail.edit(one)
            editor = self.detail.editor
            if editor is not None:  # it gets its place first
                QTimer.singleShot(0, editor, lambda: self.around.ensureWidgetVisible(editor))

    def take_all(self) -> None:
        """Every open correction, as one gesture; conflicts and refusals stay as they are."""
        if self.correcting is not None and not self.desk.read_only:
            self._do(self.correcting.take_all(self.desk.project), _("Toutes les corrections sont acceptées."))

    def _proposal(self) -> Proposal | None:
        """The proposal one is on, if something can be done with it."""
        item = self._item()
        if item is None or self.desk.read_only or item.status not in TO_SEE:
            return None
        return item.what if isinstance(item.what, Proposal) else None

    def _take(self, one: Proposal | None, deed: Deed, said: str) -> None:
        if one is not None and self.correcting is not None:
            self._do(deed(self.correcting, one, self.desk.heads("section", one.section, "text")), said)

    def _do(self, gesture: Gesture, said: str) -> None:
        if not gesture or self.desk.do(gesture):
            self._went_on(said)

    def _went_on(self, said: str) -> None:
        """On to the next; what is left is said."""
        self.refresh()
        self.went_on.emit()
        self.go_to_next()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        left = remaining(self.correcting, self.desk.project)
        say_aloud(self, f"{said} {left}")  # the eye sees the list and the sentence above it

    # -- elsewhere ----------------------------------------------------------------------------------
    def _source(self, item: Item) -> Target | None:
        return leads_to(self.desk.project, self.desk.types, item)

    def go_to_source(self) -> None:
        """Where the words come from."""
        item = self._item()
        if item is not None and (target := self._source(item)) is not None:
            self.desk.go(target)

    def _copy(self) -> None:
        what = item.what if (item := self._item()) is not None else None
        words = what.after if isinstance(what, SourceBack) else what.words if isinstance(what, Stray) else ""
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

    def stops(self) -> tuple[QWidget, ...]:
        """The corrections, and the one in full when it shows a difference."""
        return (self.list, self.detail.difference) if self.detail.difference else (self.list,)
