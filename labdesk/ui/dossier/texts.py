"""The page Textes: sections at the left, words in the middle, what the reviewer will say at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QWidget

from labdesk.ui.desk import Target
from labdesk.ui.dossier.beside import Beside
from labdesk.ui.dossier.cover import CoverForm
from labdesk.ui.dossier.findings import section_line
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.section_desk import SectionDesk
from labdesk.ui.dossier.signs import SignList
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

WIDE = 940
"""px at 100 % from which the findings stand beside the text; under it they stand below."""


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
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        sheet = QWidget()
        role(sheet, "page")
        self._sheet_box = QHBoxLayout(sheet)
        self._sheet_box.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(sheet)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.section)
        self._middle.addWidget(scroll)
        self.beside = Beside(reading, look)
        self._inner = QSplitter(Qt.Orientation.Vertical)
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
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._outer)
        self.relook()

    def relook(self) -> None:
        """The theme or the text size changed."""
        px = self._look.px
        self.sections.setMinimumWidth(px(190))
        self._middle.setMinimumWidth(px(320))
        self.beside.setMinimumWidth(px(220))
        self._outer.setSizes([px(282), px(900)])
        self._inner.setSizes([px(640), px(300)])
        margin = self._look.space("xl")
        self._sheet_box.setContentsMargins(margin, self._look.space("l"), margin, margin)
        self.sections.relook()
        self.section.relook()
        self.beside.relook(self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the findings go below the text."""
        super().resizeEvent(event)
        wide = self.width() >= self._look.px(WIDE)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._inner.orientation() != wanted:
            self._inner.setOrientation(wanted)
            self._inner.setSizes([self._look.px(640), self._look.px(300 if wide else 220)])

    # -- what is shown --------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project or the review changed: read again."""
        profile, review = self._reading.profile, self._reading.review
        states = review.states if review else {}
        self.sections.show_lines([(section_line(s, states.get(s.id)), s.id) for s in profile.sections])
        if self.sections.current() is None and profile.sections:
            self.sections.go_to(profile.sections[0].id)
        self._show(self.sections.current())

    def _show(self, name: object) -> None:
        section = self._reading.profile.section(str(name))
        if section is None:
            return
        self.beside.show_section(section)
        if section.id == "cover":
            self.section.settle()
            self.cover.refresh()
            self._middle.setCurrentIndex(1)
        else:
            self.section.show_section(section)
            self._middle.setCurrentIndex(0)

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
        section = target.section or (target.row if target.table == "section" else None) or "cover"
        if self._reading.profile.section(section) is None:
            return False
        self.sections.go_to(section)
        self._show(section)
        if section == "cover":
            self.cover.reveal(target.field)
        else:
            self.section.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stops(self) -> tuple[QWidget, ...]:
        """The sections, the words, what stands beside them."""
        words = self.cover if self._middle.currentIndex() else self.section.editor
        return (self.sections, words, self.beside)

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.section.settle()
        self.cover.settle()
