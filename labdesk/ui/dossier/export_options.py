"""What goes into a PDF besides its pages: « Ce qui a changé », and the project itself."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from labdesk.domain.commands.versions import in_time
from labdesk.domain.outside import outside, told
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.version_lines import moment
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class ExportOptions(QFrame):
    """Asked once for all PDFs of this page; nothing is added unless it is asked for."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._desk, self._look = reading, reading.desk, look
        self._agreed: frozenset[str] = frozenset()
        role(self, "card")
        heading = QLabel(_("Avec le PDF, si vous le demandez"))
        role(heading, "strong")
        self._label = QLabel(_("Page « Ce qui a changé » du dossier"))
        self.since = QComboBox()
        self.since.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.since.setMinimumContentsLength(18)
        self._label.setBuddy(self.since)
        self.since.setAccessibleName(self._label.text())
        self.embed = QCheckBox(_("Joindre le projet LabDesk : le PDF se rouvrira comme un projet"))
        self.embed.toggled.connect(lambda _on: self._tell())
        self._said = QLabel()
        self._said.setWordWrap(True)
        role(self._said, "small")
        self._row = QHBoxLayout()
        self._row.addWidget(self._label)
        self._row.addWidget(self.since, 1)
        self._box = QVBoxLayout(self)
        self._box.addWidget(heading)
        self._box.addLayout(self._row)
        self._box.addWidget(self.embed)
        self._box.addWidget(self._said)
        self.refresh(frozenset())

    @property
    def version(self) -> str:
        """The version since which changes are told; empty for no such page."""
        return str(self.since.currentData() or "")

    def choose(self, version: str) -> None:
        """The page since this version goes into the next dossier."""
        self.refresh(self._agreed)
        self.since.setCurrentIndex(max(self.since.findData(version), 0))

    def refresh(self, agreed: frozenset[str]) -> None:
        """The project, or what was agreed to, changed."""
        self._agreed = agreed
        chosen, wanted = self.version, [(_("sans cette page"), "")]
        for one in in_time(self._desk.project):
            if one.parts:
                name = f"{moment(one)} ({one.name})" if one.name else moment(one)
                wanted.append((_("depuis la version du {moment}").format(moment=name), one.id))
        if wanted != [(self.since.itemText(at), self.since.itemData(at)) for at in range(self.since.count())]:
            self.since.clear()
            for words, row in wanted:
                self.since.addItem(words, row)
            self.since.setCurrentIndex(max(self.since.findData(chosen), 0))
        for widget in (self._label, self.since):
            widget.setVisible(len(wanted) > 1)
        self._tell()

    def _tell(self) -> None:
        """What of the project would stay in the lab: counted only for who wants it to leave."""
        self._said.setVisible(self.embed.isChecked())
        if self.embed.isChecked():
            sections = [section.id for section in self._reading.profile.sections]
            left = outside(self._desk.project, self._desk.types, self._agreed, sections).left
            self._said.setText(told(left))
            self.embed.setAccessibleDescription(self._said.text())

    def relook(self) -> None:
        """The text size changed."""
        self._box.setSpacing(self._look.space("s"))
        self.since.setMinimumHeight(self._look.px(32))
        self.embed.setMinimumHeight(self._look.px(32))

    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard comes."""
        return (self.embed,)
