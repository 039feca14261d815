"""The page Textes: sections at the left, words in the middle, what the reviewer will say at the right."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from labdesk.ui.desk import Target
from labdesk.ui.dossier.beside import Beside
from labdesk.ui.dossier.compact import Choice, Strip, fold
from labdesk.ui.dossier.cover import CoverForm
from labdesk.ui.dossier.findings import section_line
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.section_desk import SectionDesk
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.dossier.upright import upright
from labdesk.ui.press.spots import around
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

WIDE = 940
"""px at 100 % from which the findings stand beside the text; under it they are a leaf of their own."""
LISTED = 760
"""px at 100 % from which the sections are a list; under it they fold into one line."""
LOW = 420
"""px at 100 % under which the words of a section take the place of all that says them twice."""
LINE = 1200
"""px at 100 %: the text of a section grows no wider."""
WALK = 150
"""ms after the cursor moved before the preview follows it."""


class TextsPage(Page):
    """Every section of the profile, one at a time."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look = reading, look
        self.sections = SignList(look, _("Sections du dossier"))
        self.sections.entered_row.connect(self._show)
        self.sections.chosen.connect(self._enter)
        self.section = SectionDesk(reading, look)
        self.cover = CoverForm(reading, look)
        self.choice = Choice(_("Sections du dossier"))
        self.choice.entered_row.connect(self.sections.go_to)
        self.strip = Strip(self.choice)
        scroll = upright()
        sheet = QWidget()
        role(sheet, "page")
        self._sheet_box = QHBoxLayout(sheet)
        self._sheet_box.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(sheet)
        self._middle = QStackedWidget()
        desk_scroll = upright()
        desk_scroll.setWidget(self.section)
        self._middle.addWidget(desk_scroll)
        self._middle.addWidget(scroll)
        self.beside = Beside(reading, look, self.section.editor)
        self.beside.turned.connect(self._turned)
        self._walk = QTimer(self, singleShot=True, interval=WALK)
        self._walk.timeout.connect(lambda: self.beside.follow(self.spot()[1]))
        self.section.editor.cursorPositionChanged.connect(self._walk.start)
        for line in self.cover.lines.values():
            line.cursorPositionChanged.connect(lambda _was, _now: self._walk.start())
        self._wide, self._halved = True, False
        self._inner = QSplitter(Qt.Orientation.Horizontal)
        self._inner.addWidget(self._middle)
        self._inner.addWidget(self.beside)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._outer.addWidget(self.sections)
        self._outer.addWidget(self._inner)
        for splitter in (self._inner, self._outer):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._outer.setStretchFactor(1, 1)
        self._inner.setStretchFactor(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self._outer, 1)
        self.strip.hide()
        self.relook()

    def relook(self) -> None:
        """The theme or the text size changed."""
        px = self._look.px
        self.sections.setMinimumWidth(px(190))
        self._middle.setMinimumWidth(px(240))
        self.beside.setMinimumWidth(px(220))
        self._outer.setSizes([px(282), px(900)])
        self._share()
        self.strip.relook(self._look)
        self.sections.relook()
        self.section.relook()
        self.beside.relook(self._look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the findings are a leaf of their own, the sections fold into one line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        wide, listed, low = self.width() >= px(WIDE), self.width() >= px(LISTED), self.height() < px(LOW)
        margin = self._look.space("m" if low else "xl")
        room = self.width() - listed * self.sections.width() - wide * self.beside.width()
        rest = room - margin - px(LINE)  # on a very wide screen a line is no longer than one reads
        self._sheet_box.setContentsMargins(margin, margin, max(margin, rest), margin)
        self.section.fit(low=low, named=listed)
        self.strip.setVisible(not wide)  # first: a hidden choice could not take the focus of the list
        fold(self.sections, self.choice, folded=not listed)
        if wide != self._wide:
            self._wide = wide
            if wide:
                self.beside.widen()
            else:
                self.beside.narrow(self.strip)
            self._turned(self.beside.leaves.current)

    def _turned(self, leaf: str) -> None:
        """The leaf shown stands beside the text, or in its stead."""
        self._middle.setVisible(self._wide or leaf == "text")
        self.beside.setVisible(self._wide or leaf != "text")
        if self._wide and (leaf == "preview") != self._halved:
            self._halved = leaf == "preview"
            self._share()

    def _share(self) -> None:
        """A page to be read takes as much room as the words, remarks take less."""
        px = self._look.px
        self._inner.setSizes([px(500), px(500)] if self._halved else [px(640), px(300)])

    # -- what is shown --------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project or the review changed: read again."""
        profile, review = self._reading.profile, self._reading.review
        states = review.states if review else {}
        lines: list[tuple[SignLine, object]] = [
            (section_line(s, states.get(s.id)), s.id) for s in profile.sections
        ]
        self.sections.show_lines(lines)
        if self.sections.current() is None and profile.sections:
            self.sections.go_to(profile.sections[0].id)
        self.choice.show_lines(lines, self.sections.current())
        self._show(self.sections.current())

    def _show(self, name: object) -> None:
        section = self._reading.profile.section(str(name))
        if section is None:
            return
        self.choice.go_to(section.id)
        self.beside.show_section(section)
        if section.id == "cover":
            self.section.settle()
            self.cover.refresh()
            self._middle.setCurrentIndex(1)
        else:
            if self._middle.currentIndex():
                self.cover.settle()
            self.section.show_section(section)
            self._middle.setCurrentIndex(0)

    @property
    def writes(self) -> bool:
        """A section is on the desk, not the cover."""
        return (
            self._middle.currentIndex() == 0
            and self._reading.profile.section(str(self.sections.current())) is not None
        )

    def _enter(self, _name: object) -> None:
        """Enter on a section: go into its words."""
        self._show(self.sections.current())
        if self._middle.currentIndex() == 1:
            self.cover.reveal("cover_title")
        else:
            self.section.editor.moveCursor(QTextCursor.MoveOperation.End)
            self.section.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_target(self, target: Target) -> bool:
        """Show a section, its words or a field of the cover; False when the profile has no such section."""
        if target.table == "acronym" or (target.table == "kept" and target.section is None):
            target = Target("dossier", table=target.table, section=str(self.sections.current() or "cover"))
        section = target.section or (target.row if target.table == "section" else None) or "cover"
        on_cover = target.table == "project" and (
            target.field == "profile" or target.field in self.cover.lines
        )
        if on_cover and self._reading.profile.section("cover") is not None:
            section = "cover"
        if self._reading.profile.section(section) is None:
            return False
        self.sections.go_to(section)
        self._show(section)
        if not self._wide:
            self.beside.show_leaf("text")
        if target.table in ("acronym", "kept"):
            self.show_clarity()
        elif section == "cover":
            self.cover.reveal(target.field)
        else:
            self.section.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_clarity(self) -> None:
        """How the section reads, the keyboard on its passages."""
        self.beside.show_leaf("clarity")
        panel = self.beside.clarity
        assert panel is not None
        panel.reader.look()
        first = panel.list if panel.list.isVisible() else self.beside.leaves.buttons["clarity"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reading.desk.idle.emit(panel.said)

    def first(self) -> QWidget:
        """The list; the choice that stands in for it takes its focus."""
        return self.sections

    def stops(self) -> tuple[QWidget, ...]:
        """The sections, the words, what stands beside them."""
        words = self.cover if self._middle.currentIndex() else self.section.editor
        first = self.choice if self.sections.isHidden() else self.sections
        return (first, words, self.beside) if self._wide else (first, self.beside.leaves, words)

    def spot(self) -> tuple[str, tuple[str, ...]]:
        """The section on the desk, and the words around the cursor of its text or of its cover."""
        name = str(self.sections.current() or "")
        if self.writes:
            return name, self.section.words_here()
        line = next((line for line in self.cover.lines.values() if line.hasFocus()), None)
        return name, around(line.text(), line.cursorPosition()) if line is not None else ()

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.section.settle()
        self.cover.settle()
        if self.beside.clarity is not None:
            self.beside.clarity.settle()
