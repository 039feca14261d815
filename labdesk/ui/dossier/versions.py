"""The page Versions: each export with its day and its name, and what changed since one of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from labdesk.domain.commands.versions import delete_version, in_time
from labdesk.domain.entities import Version
from labdesk.ui.desk import Target
from labdesk.ui.dossier.comparing import Comparing
from labdesk.ui.dossier.deed_button import deed_button
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.pair import Pair
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.recognising import Recognising
from labdesk.ui.dossier.signs import SignList
from labdesk.ui.dossier.version_lesson import VersionLesson
from labdesk.ui.dossier.version_lines import version_line
from labdesk.ui.dossier.version_sheet import VersionSheet
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

LISTED = 760
"""px at 100 % from which the versions stand beside what changed."""


class VersionsPage(Page):
    """The versions at the left, the last one first; the one chosen, and what changed since, at the right."""

    page_wanted = Signal(str)
    """The page « Ce qui a changé » since this version is wanted in the next export."""

    export_wanted = Signal()
    """There is no version yet: the page Exporter makes the first one."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._look, self.desk = look, reading.desk
        self.list = SignList(look, _("Versions exportées"))
        self.list.entered_row.connect(self._show)
        self.list.chosen.connect(self._enter)
        self.recognise = deed_button(look, _("Reconnaître un fichier…"), "search")
        self.recognise.setToolTip(_("Dire de quelle version est un PDF, un DOCX ou un ODT reçu ou retrouvé"))
        self.recognising = Recognising(self.desk, self)
        self.recognising.recognised.connect(self.list.go_to)
        self.recognise.clicked.connect(self.recognising.ask)
        self.sheet = VersionSheet(self.desk, look)
        self.sheet.turned.connect(self._turned)
        self.sheet.print_page.clicked.connect(self._want_page)
        self.sheet.delete.clicked.connect(self._delete)
        self.sheet.changes.section_wanted.connect(lambda name: self.desk.go(Target("dossier", section=name)))
        self.comparing = Comparing(reading, self.sheet.changes)
        self.lesson = VersionLesson(look)
        self.lesson.export.clicked.connect(self.export_wanted.emit)
        self._arrange()
        self.relook()
        self.refresh()

    def _arrange(self) -> None:
        left, self._nothing = QFrame(), QWidget()
        role(left, "panel")
        role(self._nothing, "page")
        self._left = QVBoxLayout(left)
        self._left.addWidget(self.list, 1)
        self._left.addWidget(self.recognise)
        self._pair = Pair(left, self.sheet)
        self._around = QVBoxLayout(self._nothing)
        self._around.addWidget(self.lesson, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pair, 1)
        box.addWidget(self._nothing, 1)

    # -- room -----------------------------------------------------------------------------------------------
    def relook(self) -> None:
        """The theme or the text size changed."""
        px, space = self._look.px, self._look.space
        self._left.setContentsMargins(space("s"), space("m"), space("s"), space("m"))
        self._left.setSpacing(space("m"))
        self._around.setContentsMargins(space("l"), space("l"), space("l"), space("l"))
        self.recognise.setMinimumHeight(px(32))
        self._pair.setSizes([px(330), px(900)])
        for part in (self.list, self.sheet, self.lesson):
            part.relook()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the versions stand above."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        beside = self.width() >= px(LISTED)
        self._pair.stand(beside=beside, across=(px(330), px(900)), down=(px(110), px(500)))
        self.sheet.fit(roomy=self.width() >= px(LISTED + 340))

    # -- in step --------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project changed: the list at once, what changed when the hands rest."""
        found = in_time(self.desk.project)
        self._nothing.setVisible(not found)
        self._pair.setVisible(bool(found))
        self.sheet.delete.setEnabled(not self.desk.read_only)
        self.list.show_lines([(version_line(version), version.id) for version in found])
        if found and self.list.current() not in self.desk.project.version:
            self.list.go_to(found[0].id)
        self._show()

    @property
    def version(self) -> Version | None:
        """The version that is shown."""
        row = self.list.current()
        return self.desk.project.version.get(row) if isinstance(row, str) else None

    def _show(self, _row: object = None) -> None:
        version = self.version
        if version is None:
            self.sheet.changes.clear_up()
            self.comparing.wish(None)
            return
        known = in_time(self.desk.project)
        self.sheet.show_version(version, [one for one in known[: known.index(version)] if one.parts])
        if self.isVisible():
            self.comparing.wish(version, self.sheet.other)

    def _enter(self, _row: object) -> None:
        self.sheet.changes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self) -> None:
        if (version := self.version) is not None:
            self.sheet.allow(version)
            self.comparing.wish(version, self.sheet.other)
            self.comparing.compare()

    # -- what people do -------------------------------------------------------------------------------------
    def _want_page(self) -> None:
        if (version := self.version) is not None:
            self.page_wanted.emit(version.id)

    def _delete(self) -> None:
        self.settle()
        if (version := self.version) is not None and self.desk.do(
            delete_version(self.desk.project, version.id)
        ):
            self.desk.announce(_("Version oubliée ; le fichier exporté reste où il est."))
            self.refresh()
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the place asks --------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is compared."""
        super().showEvent(event)
        self._show()
        self.comparing.compare()

    def show_target(self, target: Target) -> bool:
        """The version, and its name."""
        if target.table != "version":
            return False
        self.refresh()
        if target.row in self.desk.project.version:
            self.list.go_to(target.row)
        wanted = self.sheet.name if target.field == "name" else self.first()
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.sheet.name.leave()

    def first(self) -> QWidget:
        """The versions, once there is one."""
        return self.list if self.desk.project.version else self.lesson.export

    def stops(self) -> tuple[QWidget, ...]:
        """The versions, the name of the one shown, what changed."""
        if not self.desk.project.version:
            return (self.lesson.export,)
        return (self.list, self.sheet.name, self.sheet.against, self.sheet.changes)
