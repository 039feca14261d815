"""One version: when and what it is, its name, and what changed from it to now or to a later one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from labdesk.domain.commands.versions import name_version
from labdesk.domain.entities import Value, Version
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.changes_view import ChangesView
from labdesk.ui.dossier.deed_button import deed_button
from labdesk.ui.dossier.version_lines import facts, moment, named
from labdesk.ui.filling.bond import Bond
from labdesk.ui.filling.burst import Seen
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class VersionSheet(QFrame):
    """The page connects the deeds; what changed is put into `changes` by who compares."""

    turned = Signal()
    """Another version, or now, stands at the other end."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._look = look
        role(self, "page")
        self.name = BoundLine(desk, _bond(""))
        self._title, self._facts = QLabel(), QLabel()
        role(self._title, "h2")
        role(self._facts, "small")
        for label in (self._title, self._facts):
            label.setWordWrap(True)
        self.against = QComboBox()
        self.against.setAccessibleName(_("Comparer avec"))
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.against.setMinimumContentsLength(16)
        self.against.activated.connect(lambda _at: self.turned.emit())
        self.print_page = deed_button(look, _("Exporter avec cette page"), "file-down")
        self.print_page.setToolTip(_("Le dossier, suivi de la page « Ce qui a changé »"))
        self.delete = deed_button(look, _("Oublier"), "trash-2")
        self.delete.setToolTip(_("Oublier cette version ; le fichier exporté reste où il est"))
        self.changes = ChangesView(look)
        self._arrange()

    def _arrange(self) -> None:
        field = LabelledField(
            _("Nom de la version"), self.name, _("Par exemple : envoyée au SGAR, relue par la DRH")
        )
        until = QLabel(_("Ce qui a changé jusqu’à"))
        until.setBuddy(self.against)
        self._ends, self._more = QHBoxLayout(), QHBoxLayout()
        self._ends.addWidget(until)
        self._ends.addWidget(self.against, 1)
        self._more.addWidget(self.print_page)
        self._more.addWidget(self.delete)
        self._more.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addLayout(self._ends, 1)
        self._line.addLayout(self._more)
        self._box = QVBoxLayout(self)
        for widget in (self._title, self._facts, field):
            self._box.addWidget(widget)
        self._box.addLayout(self._line)
        self._box.addWidget(self.changes, 1)

    def relook(self) -> None:
        """The theme or the text size changed."""
        px, space = self._look.px, self._look.space
        self._box.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        self._box.setSpacing(space("s"))
        for line in (self._line, self._ends, self._more):
            line.setSpacing(space("s"))
        for widget in (self.print_page, self.delete, self.against):
            widget.setMinimumHeight(px(32))
        self.changes.setMinimumHeight(px(220))
        self.changes.relook()

    def fit(self, *, roomy: bool) -> None:
        """The deeds stand beside the choice of the other end where there is room."""
        self._line.setDirection(
            QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        )

    # -- what is shown ----------------------------------------------------------------------------------
    @property
    def other(self) -> str:
        """The version at the other end; empty: now."""
        return str(self.against.currentData() or "")

    def show_version(self, version: Version, later: Sequence[Version]) -> None:
        """This one; `later`: those it can be compared with, besides now."""
        if self.name.bond.row != version.id:
            self.name.bind(_bond(version.id))
        self.name.refresh()
        self._title.setText(_("Version du {moment}").format(moment=moment(version)))
        self._facts.setText(facts(version))
        self._offer(later)
        self.allow(version)

    def allow(self, version: Version) -> None:
        """What is printed is always what changed until now."""
        self.print_page.setEnabled(bool(version.parts) and not self.other)

    def _offer(self, later: Sequence[Version]) -> None:
        kept = self.against.currentData()
        wanted = [(_("maintenant"), "")] + [
            (_("la version du {moment}").format(moment=named(one)), one.id) for one in later
        ]
        box = self.against
        if wanted != [(box.itemText(at), box.itemData(at)) for at in range(box.count())]:
            box.clear()
            for words, row in wanted:
                box.addItem(words, row)
            box.setCurrentIndex(max(box.findData(kept), 0))


def _bond(row: str) -> Bond:
    def write(project: Project, value: Value, seen: Seen) -> Gesture:
        return name_version(project, row, None if value is None else str(value), seen)

    return Bond("version", row, "name", write)
