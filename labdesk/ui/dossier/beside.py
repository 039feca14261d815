"""What stands beside the text of a section: the reviewer’s findings, or the page as it is printed."""

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from labdesk.domain.funding import Section
from labdesk.ui.dossier.findings import FindingsPanel
from labdesk.ui.dossier.preview import Preview
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.press.press import Asked
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class Beside(QFrame):
    """Two leaves, one shown; the preview is made when it is first wanted and follows the section."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look = reading, look
        self._section = ""
        role(self, "panel")
        self.findings = FindingsPanel(reading, look)
        self.preview: Preview | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.findings)
        segments = QFrame()
        role(segments, "segbox")
        row = QHBoxLayout(segments)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self.leaves: dict[str, QPushButton] = {}
        for name, words in (("findings", _("Remarques")), ("preview", _("Aperçu"))):
            button = QPushButton(words)
            button.setCheckable(True)
            role(button, "seg")
            button.clicked.connect(lambda _checked, name=name: self.show_leaf(name))
            group.addButton(button)
            row.addWidget(button, 1)
            self.leaves[name] = button
        self.leaves["findings"].setChecked(True)
        self._head = QHBoxLayout()
        self._head.addWidget(segments, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head)
        box.addWidget(self._stack, 1)
        self.relook(look)

    def relook(self, look: Look) -> None:
        """The theme or the text size changed."""
        space = look.space("s")
        self._head.setContentsMargins(space, space, space, 0)
        self.findings.relook(look)
        if self.preview is not None:
            self.preview.relook()

    def show_leaf(self, name: str) -> None:
        """The findings, or the printed page."""
        self.leaves[name].setChecked(True)
        if name == "preview" and self.preview is None:
            self.preview = Preview(self._reading.desk, self._look, self._asked, slim=True)
            self._stack.addWidget(self.preview)
        shown = self.preview if name == "preview" else self.findings
        if shown is not None:
            self._stack.setCurrentWidget(shown)
        self._follow()

    def _asked(self) -> Asked:
        return Asked("dossier", self._reading.profile)

    def show_section(self, section: Section) -> None:
        """What is said of this section, and where it is printed."""
        self.findings.show_sections((section.id,))
        if section.id != self._section:
            self._section = section.id
            self._follow()

    def _follow(self) -> None:
        if self.preview is not None:
            self.preview.follow(self._section)
