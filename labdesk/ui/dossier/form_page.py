"""The page Démarche: each section as it is pasted into the web form, its length, what is left to copy."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from labdesk.domain.funding import Profile, Section
from labdesk.domain.model import Project
from labdesk.dossier.compose import Wish
from labdesk.dossier.form import Entry, entries, form_length
from labdesk.ui.desk import Target
from labdesk.ui.dossier.compact import Choice, Strip, fold
from labdesk.ui.dossier.copied import Copied, Mark
from labdesk.ui.dossier.counter import counter, grouped
from labdesk.ui.dossier.form_sheet import FormBand, FormSheet
from labdesk.ui.dossier.form_words import entry_line, sentence
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.dossier.upright import upright
from labdesk.ui.style import Look
from labdesk.words import _

LISTED = 760
"""px at 100 % from which the sections are a list; under it they fold into one line."""


LOW = 420
"""px at 100 % under which what is said twice gives way to the words of the section."""


class FormPage(Page):
    """Enter copies the section one stands on, ↓ goes to the next: two keys for each field of the form."""

    export_wanted = Signal()
    """All of it is wanted as one file."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look, self.desk = reading, look, reading.desk
        self._entries: dict[str, Entry] = {}
        self._known: tuple[Project, Profile] | None = None
        self._marks = Copied("", "")
        self._short: set[str] = set()
        """Sections that are pasted without their canvases told one by one, as the person chose."""
        self._under_way: Iterator[Entry] = iter(())
        self._found: dict[str, Entry] = {}
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._one_more)
        self.sections = _Sections(look, _("Sections à copier dans la démarche"))
        self.sections.entered_row.connect(self._show)
        self.sections.copied.connect(self.copy)
        self.choice = Choice(_("Sections à copier dans la démarche"))
        self.choice.entered_row.connect(self.sections.go_to)
        self.strip = Strip(self.choice)
        self.sheet = FormSheet(look)
        self.sheet.copied.connect(self.copy)
        self.sheet.next_wanted.connect(self.go_to_next)
        self.sheet.source_wanted.connect(self._go_to_source)
        self.sheet.shortened.connect(self._shorten)
        self.band = FormBand(look)
        self.band.forgotten.connect(self._forget)
        self.band.export_wanted.connect(self.export_wanted)
        self._arrange()
        self.relook()

    def _arrange(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.sections)
        self._splitter.addWidget(upright(self.sheet))
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.band)
        box.addWidget(self.strip)
        body = QHBoxLayout()
        body.addWidget(self._splitter)
        box.addLayout(body, 1)
        self.strip.hide()

    def relook(self) -> None:
        """The theme or the text size changed."""
        px = self._look.px
        self.sections.setMinimumWidth(px(220))
        self.sheet.setMinimumWidth(px(280))
        self._splitter.setSizes([px(340), px(900)])
        self.sections.relook()
        self.strip.relook(self._look)
        self.sheet.relook()
        self.band.relook()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the sections fold into one line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        listed = self.width() >= self._look.px(LISTED)
        low = self.height() < self._look.px(LOW)
        self.strip.setVisible(not listed)
        fold(self.sections, self.choice, folded=not listed)
        self.sheet.fit(low=low, named=listed)
        self.band.fit(self.width(), low=low)

    # -- what the project says ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project or its profile changed: tell the sections again, one at a time, the window between."""
        project, profile = self.desk.project, self._reading.profile
        if self._known is not None and self._known[0] is project and self._known[1] == profile:
            if self.ready:
                self._tell()
            return
        self._known, self._found = (project, profile), {}
        self._marks = Copied(self._origin(), profile.id)
        self._under_way = entries(project, self.desk.catalogue, profile, Wish(date.today()))
        self._turn.start()

    def _origin(self) -> str:
        return self.desk.session.origin if self.desk.session is not None else ""

    def _one_more(self) -> None:
        entry = next(self._under_way, None)
        if entry is not None:
            self._found[entry.section.id] = entry
            return
        self._turn.stop()
        self._entries = self._found
        self._tell()

    @property
    def ready(self) -> bool:
        """All sections are told as the project reads now."""
        return self._known is not None and not self._turn.isActive()

    def settle(self) -> None:
        """Nothing is typed here; what is still being told is told now, before anybody copies it."""
        while self._turn.isActive() and self.isVisible():
            self._one_more()

    # -- what is shown --------------------------------------------------------------------------------------
    def _tell(self) -> None:
        told = [(entry, self._mark(entry), self._text(entry)) for entry in self._entries.values()]
        lines: list[tuple[SignLine, object]] = [
            (entry_line(entry, mark, text), entry.section.id) for entry, mark, text in told
        ]
        self.sections.show_lines(lines)
        if self.sections.current() is None and lines:
            self.sections.go_to(lines[0][1])
        self.choice.show_lines(lines, self.sections.current())
        self.band.say(sentence(told), any(mark for _entry, mark, _text in told), bool(told))
        self._show(self.sections.current())

    def _show(self, name: object) -> None:
        entry = self._entries.get(str(name))
        if entry is None:
            return
        self.choice.go_to(entry.section.id)
        short = entry.section.id in self._short
        self.sheet.show_entry(entry, self._text(entry), self._mark(entry), short=short)

    def _text(self, entry: Entry) -> str:
        return entry.short if entry.section.id in self._short else entry.text

    def _mark(self, entry: Entry) -> Mark:
        return self._marks.mark(entry.section.id, entry.text, entry.short)

    # -- what people do -------------------------------------------------------------------------------------
    def copy(self) -> None:
        """The section one stands on goes to the clipboard, and is marked as copied."""
        self.settle()
        self.copy_section(str(self.sections.current() or ""))

    def copy_section(self, name: str) -> bool:
        """Copy a section of the profile; False when there is nothing to copy."""
        entry = self._entries.get(name)
        text = self._text(entry) if entry is not None else ""
        if entry is None or not text:
            self.desk.idle.emit(_("Cette section est vide : il n’y a rien à copier."))
            return False
        QGuiApplication.clipboard().setText(text)
        self._marks.copy(name, text)
        self._tell()
        signs, _tone = counter(form_length(text), 0)
        said = _("« {section} » copiée : {signs}").format(section=entry.section.label, signs=signs)
        if over := entry.over(text):
            more = _("{n} de trop pour le champ").format(n=grouped(over))
            said = _("{said}, {more}. Rien n’est coupé.").format(said=said, more=more)
        self.desk.announce(said)
        return True

    def copy_now(self, section: Section) -> None:
        """Copy a section from elsewhere in the dossier, as the project reads at this moment."""
        self.refresh()
        while self._turn.isActive():
            self._one_more()
        self.copy_section(section.id)

    def go_to_next(self) -> None:
        """The next section that is still to copy, after the one shown, then from the top."""
        names = list(self._entries)
        here = str(self.sections.current() or "")
        at = names.index(here) + 1 if here in names else 0
        for name in (*names[at:], *names[:at]):
            entry = self._entries[name]
            if name != here and self._text(entry) and self._mark(entry) != "copied":
                self.sections.go_to(name)
                self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.desk.idle.emit(_("Tout est copié."))

    def _go_to_source(self) -> None:
        if name := self.sections.current():
            self.desk.go(Target("dossier", table="section", row=str(name), section=str(name)))

    def _shorten(self, short: bool) -> None:
        name = str(self.sections.current() or "")
        (self._short.add if short else self._short.discard)(name)
        self._tell()

    def _forget(self) -> None:
        self._marks.forget()
        self._tell()
        self.desk.announce(_("Toutes les sections sont de nouveau à copier."))

    # -- what the place asks --------------------------------------------------------------------------------
    def stops(self) -> tuple[QWidget, ...]:
        """The sections, the words of one, what is done with it."""
        first = self.choice if self.sections.isHidden() else self.sections
        return (first, self.sheet.text, self.sheet.copy)

    def first(self) -> QWidget:
        """The list; the choice that stands in for it takes its focus."""
        return self.sections


class _Sections(SignList):
    """Enter and Ctrl+C copy; a click only shows, so that nobody copies by mistake."""

    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or walk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.matches(
            QKeySequence.StandardKey.Copy
        ):
            self.copied.emit()
            return
        super().keyPressEvent(event)
