"""What stands beside the text of a section: the reviewer’s findings, or the page as it is printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from labdesk.domain.funding import Section
from labdesk.ui.dossier.compact import Leaves, Strip
from labdesk.ui.dossier.findings import FindingsPanel
from labdesk.ui.dossier.preview import Preview
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.press.press import Asked
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.dossier.clarity.panel import ClarityPanel
    from labdesk.ui.filling.texts import BoundText


class Beside(QFrame):
    """Three leaves, one shown; clarity and preview are made when first wanted and follow the section."""

    turned = Signal(str)
    """The leaf shown: « text » stands on the page, not here."""

    def __init__(self, reading: Reading, look: Look, editor: "BoundText") -> None:
        super().__init__()
        self._reading, self._look, self._editor = reading, look, editor
        self._section = ""
        self._words: tuple[str, ...] = ()
        role(self, "panel")
        self.findings = FindingsPanel(reading, look)
        self.preview: Preview | None = None
        self.clarity: ClarityPanel | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.findings)
        self.leaves = Leaves()
        self.leaves.add("text", _("Texte"))
        self.leaves.add("findings", _("Remarques"))
        self.leaves.add("clarity", _("Clarté"))
        self.leaves.add("preview", _("Aperçu"))
        self.leaves.chosen.connect(self.show_leaf)
        self._head = QHBoxLayout()
        self._head.addWidget(self.leaves, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head)
        box.addWidget(self._stack, 1)
        self.widen()
        self.relook(look)

    def widen(self) -> None:
        """There is room beside the text: the leaves stand above what they show."""
        self.leaves.buttons["text"].hide()
        self._head.addWidget(self.leaves, 1)
        if self.leaves.current == "text":
            self.show_leaf("findings")

    def narrow(self, strip: Strip) -> None:
        """There is none: the leaves stand in a strip, the text is one of them and comes first."""
        self.leaves.buttons["text"].show()
        strip.take(self.leaves)
        self.show_leaf("text")

    def relook(self, look: Look) -> None:
        """The theme or the text size changed."""
        space = look.space("s")
        self._head.setContentsMargins(space, space, space, 0)
        self.findings.relook(look)
        if self.preview is not None:
            self.preview.relook()
        if self.clarity is not None:
            self.clarity.relook(look)

    def show_leaf(self, name: str) -> None:
        """The findings, or the printed page; or neither, on a narrow window."""
        self.leaves.go_to(name)
        if name == "preview" and self.preview is None:
            self.preview = Preview(self._reading.desk, self._look, self._asked, slim=True)
            self._stack.addWidget(self.preview)
        if name == "clarity" and self.clarity is None:
            self.clarity = self._made_clarity()
            self._stack.addWidget(self.clarity)
        shown = {"preview": self.preview, "clarity": self.clarity}.get(name, self.findings)
        if shown is not None:
            self._stack.setCurrentWidget(shown)
        self.turned.emit(name)
        self._follow()

    def _made_clarity(self) -> "ClarityPanel":
        from labdesk.ui.dossier.clarity.panel import ClarityPanel

        made = ClarityPanel(self._reading.desk, self._look, self._editor)
        made.counted.connect(self._count_clarity)
        made.settle_wanted.connect(self._editor.settle)
        made.text_wanted.connect(self._go_to_text)
        made.show_section(self._section, typed=self._section != "cover")
        return made

    def _count_clarity(self, count: int) -> None:
        words = _("Clarté ({n})").format(n=count) if count else _("Clarté")
        self.leaves.buttons["clarity"].setText(words)

    def _go_to_text(self) -> None:
        """On a narrow window the text is a leaf of its own."""
        if self.leaves.buttons["text"].isVisible():
            self.show_leaf("text")

    def _asked(self) -> Asked:
        return Asked("dossier", self._reading.profile)

    def show_section(self, section: Section) -> None:
        """What is said of this section, and where it is printed."""
        self.findings.show_sections((section.id,))
        count = self.findings.count
        words = _("Remarques ({n})").format(n=count) if count else _("Remarques")
        self.leaves.buttons["findings"].setText(words)
        if self.clarity is not None:
            self.clarity.show_section(section.id, typed=section.id != "cover")
        if section.id != self._section:
            self._section, self._words = section.id, ()
            self._follow()

    def follow(self, words: tuple[str, ...]) -> None:
        """The cursor is among these words of the section."""
        self._words = words
        self._follow()

    def _follow(self) -> None:
        if self.preview is not None and self.preview.isVisible():
            self.preview.follow(self._section, self._words)
