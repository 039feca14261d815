"""The page Versions: each export with its day and its name, and what changed since one of them."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.changes import Changes
from labdesk.domain.commands.versions import delete_version, in_time, name_version
from labdesk.domain.entities import Value, Version
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.actions import draw
from labdesk.ui.desk import Target
from labdesk.ui.dossier.changes_view import ChangesView
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignList
from labdesk.ui.dossier.upright import upright
from labdesk.ui.dossier.version_lines import facts, moment, version_line
from labdesk.ui.filling.bond import Bond
from labdesk.ui.filling.burst import Seen
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.press.orders import Made
from labdesk.ui.press.press import Asked, press_of
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.work import beside
from labdesk.words import _

REST = 600
"""ms without a gesture before what changed is compared again."""
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
        self._reading, self._look, self.desk = reading, look, reading.desk
        self._press = press_of(self.desk)
        self._press.made.connect(self._made)
        self._press.refused.connect(self._refused)
        self._number = 0
        self._asked: tuple[Project, str, str] | None = None
        """What was compared last: the project, the version, the other one."""
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._compare)
        self.list = SignList(look, _("Versions exportées"))
        self.list.entered_row.connect(self._show)
        self.list.chosen.connect(self._enter)
        self.empty = QFrame()
        role(self.empty, "card")
        self.export = self._button(_("Exporter le dossier…"), "file-down", self.export_wanted.emit)
        self.recognise = self._button(_("Reconnaître un fichier…"), "search", self._ask_file)
        self.recognise.setToolTip(_("Dire de quelle version est un PDF, un DOCX ou un ODT reçu ou retrouvé"))
        self.name = BoundLine(self.desk, _bond(""))
        self._name_field = LabelledField(
            _("Nom de la version"), self.name, _("Par exemple : envoyée au SGAR, relue par la DRH")
        )
        self._title, self._facts = QLabel(), QLabel()
        role(self._title, "h2")
        role(self._facts, "small")
        for label in (self._title, self._facts):
            label.setWordWrap(True)
        self.against = QComboBox()
        self.against.setAccessibleName(_("Comparer avec"))
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.against.setMinimumContentsLength(16)
        self.against.activated.connect(lambda _at: self._turned())
        self.print_page = self._button(_("Exporter avec cette page"), "file-down", self._want_page)
        self.print_page.setToolTip(_("Le dossier, suivi de la page « Ce qui a changé »"))
        self.delete = self._button(_("Oublier"), "trash-2", self._delete)
        self.delete.setToolTip(_("Oublier cette version ; le fichier exporté reste où il est"))
        self.changes = ChangesView(look)
        self.changes.section_wanted.connect(lambda name: self.desk.go(Target("dossier", section=name)))
        self._arrange()
        self.relook()
        self.refresh()

    def _button(self, words: str, icon: str, deed: object) -> QPushButton:
        button = QPushButton(words)
        draw(button, icon, self._look)
        button.clicked.connect(deed)
        return button

    def _arrange(self) -> None:
        self._teach()
        left = QFrame()
        role(left, "panel")
        self._left = QVBoxLayout(left)
        self._left.addWidget(self.list, 1)
        self._left.addWidget(self.recognise)
        self._right = QFrame()
        role(self._right, "page")
        self._deeds = QHBoxLayout()
        self._with = QLabel(_("Ce qui a changé jusqu’à"))
        self._with.setBuddy(self.against)
        self._deeds.addWidget(self._with)
        self._deeds.addWidget(self.against, 1)
        self._more = QHBoxLayout()
        self._more.addWidget(self.print_page)
        self._more.addWidget(self.delete)
        self._more.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addLayout(self._deeds, 1)
        self._line.addLayout(self._more)
        self._box = QVBoxLayout(self._right)
        for widget in (self._title, self._facts, self._name_field):
            self._box.addWidget(widget)
        self._box.addLayout(self._line)
        self._box.addWidget(self.changes, 1)
        scroll = upright(self._right)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(left)
        self._split.addWidget(scroll)
        self._split.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._split, 1)
        self._nothing = QWidget()
        role(self._nothing, "page")
        self._around = QVBoxLayout(self._nothing)
        self._around.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._nothing, 1)

    def _teach(self) -> None:
        """What stands here before the first export."""
        title = QLabel(_("Aucune version pour l’instant"))
        said = QLabel(
            _(
                "Chaque export du dossier, de la note ou du compte rendu en garde une : sa date, l’empreinte "
                "du fichier, et ce que le dossier disait ce jour-là. Vous pourrez la nommer (« envoyée au "
                "SGAR »), la reconnaître, et voir ce qui a changé depuis : sections, montants, contrôle."
            )
        )
        role(title, "h2")
        role(said, "muted")
        said.setWordWrap(True)
        self._lesson = QVBoxLayout(self.empty)
        self._lesson.addWidget(title)
        self._lesson.addWidget(said)
        self._lesson.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)

    # -- room -----------------------------------------------------------------------------------------------
    def relook(self) -> None:
        """The theme or the text size changed."""
        px, space = self._look.px, self._look.space
        self._left.setContentsMargins(space("s"), space("m"), space("s"), space("m"))
        self._left.setSpacing(space("m"))
        self._box.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        self._box.setSpacing(space("s"))
        for line in (self._line, self._deeds, self._more):
            line.setSpacing(space("s"))
        self._around.setContentsMargins(space("l"), space("l"), space("l"), space("l"))
        self._lesson.setContentsMargins(space("l"), space("l"), space("l"), space("l"))
        self._lesson.setSpacing(space("m"))
        for button in (self.recognise, self.print_page, self.delete, self.export):
            button.setMinimumHeight(px(32))
        self.against.setMinimumHeight(px(32))
        self.changes.setMinimumHeight(px(220))
        self._split.setSizes([px(330), px(900)])
        self.list.relook()
        self.changes.relook()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the versions stand above."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide, px = self.width() >= self._look.px(LISTED), self._look.px
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self._split.setSizes([px(330), px(900)] if wide else [px(110), px(500)])
        roomy = self.width() >= self._look.px(LISTED + 340)
        self._line.setDirection(
            QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        )

    # -- in step --------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project changed: the list at once, what changed when the hands rest."""
        found = in_time(self.desk.project)
        self._nothing.setVisible(not found)
        self._split.setVisible(bool(found))
        self.delete.setEnabled(not self.desk.read_only)
        self.list.show_lines([(version_line(version), version.id) for version in found])
        if found and self.list.current() not in self.desk.project.version:
            self.list.go_to(found[0].id)
        self._show(self.list.current() if found else None)

    @property
    def version(self) -> Version | None:
        """The version that is shown."""
        row = self.list.current()
        return self.desk.project.version.get(row) if isinstance(row, str) else None

    def _show(self, row: object) -> None:
        version = self.version
        if version is None:
            self.changes.clear_up()
            return
        if self.name.bond.row != version.id:
            self.name.bind(_bond(version.id))
        self.name.refresh()
        self._title.setText(_("Version du {moment}").format(moment=moment(version)))
        self._facts.setText(facts(version))
        self._offer_others(version)
        self._allow()
        if self.isVisible():
            self._rest.start(0 if self._asked is None or self._asked[1] != version.id else REST)

    def _offer_others(self, version: Version) -> None:
        """Now, or a later version."""
        kept = self.against.currentData()
        known = in_time(self.desk.project)
        later = [one for one in known[: known.index(version)] if one.parts]
        wanted = [(_("maintenant"), "")] + [
            (_("la version du {moment}").format(moment=_named(o)), o.id) for o in later
        ]
        if wanted != [
            (self.against.itemText(i), self.against.itemData(i)) for i in range(self.against.count())
        ]:
            self.against.clear()
            for words, row in wanted:
                self.against.addItem(words, row)
            self.against.setCurrentIndex(max(self.against.findData(kept), 0))

    def _enter(self, _row: object) -> None:
        self.changes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self) -> None:
        """Another version, or now, stands at the other end; what is printed is always now."""
        self._allow()
        self._compare()

    def _allow(self) -> None:
        version = self.version
        self.print_page.setEnabled(
            version is not None and bool(version.parts) and not self.against.currentData()
        )

    # -- comparing ------------------------------------------------------------------------------------------
    def _compare(self) -> None:
        version, other = self.version, str(self.against.currentData() or "")
        if version is None or self.desk.session is None:
            return
        if not version.parts:
            self.changes.say(_("Cette version n’a rien gardé du dossier : elle ne peut pas être comparée."))
            return
        wanted = (self.desk.project, version.id, other)
        if self._asked is not None and all(
            a is b or a == b for a, b in zip(wanted[1:], self._asked[1:], strict=True)
        ):
            if self._asked[0] is wanted[0]:
                return
        elif self._asked is not None:
            self.changes.say(_("Comparaison en cours…"))
        self._asked = wanted
        detail = f"{version.id} {other}".strip()
        self._number = self._press.order(Asked("changes", self._reading.profile, detail=detail))

    def _made(self, number: int, made: Made) -> None:
        if number != self._number or not isinstance(made.changes, Changes):
            return
        self._number = 0
        self.changes.show_changes(made.changes)

    def _refused(self, number: int, sentence: str) -> None:
        if number == self._number:
            self._number = 0
            self._asked = None
            self.changes.say(sentence)

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

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Quel fichier reconnaître ?"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Documents exportés (*.pdf *.docx *.odt)"))
        dialog.fileSelected.connect(lambda name: self.recognise_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def recognise_file(self, path: Path) -> None:
        """Say which version a file is, by its fingerprint."""
        from labdesk.dossier.keeping import fingerprint
        from labdesk.exchange.files import read_bytes

        def told(sha: str) -> None:
            found = [one for one in in_time(self.desk.project) if one.sha == sha]
            if not found:
                said = _(
                    "« {name} » n’est aucune des versions gardées ici : il a été changé, ou vient d’ailleurs."
                )
                self.desk.refused.emit(said.format(name=path.name))
                return
            self.list.go_to(found[-1].id)
            self.desk.announce(
                _("« {name} » est la version du {moment}.").format(name=path.name, moment=_named(found[-1]))
            )

        beside(self, lambda: fingerprint(read_bytes(path, 2**31)), told, self.desk.refused.emit)

    # -- what the place asks --------------------------------------------------------------------------------
    def showEvent(self, event: object) -> None:
        """What changed meanwhile is compared."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._rest.start(0)

    def show_target(self, target: Target) -> bool:
        """The version, and its name."""
        if target.table != "version":
            return False
        self.refresh()
        if target.row in self.desk.project.version:
            self.list.go_to(target.row)
        wanted = self.name if target.field == "name" else self.first()
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.name.leave()

    def first(self) -> QWidget:
        """The versions, once there is one."""
        return self.list if self.desk.project.version else self.export

    def stops(self) -> tuple[QWidget, ...]:
        """The versions, the name of the one shown, what changed."""
        if not self.desk.project.version:
            return (self.export,)
        return (self.list, self.name, self.against, self.changes)


def _named(version: Version) -> str:
    return f"{moment(version)} ({version.name})" if version.name else moment(version)


def _bond(row: str) -> Bond:
    def write(project: Project, value: Value, seen: Seen) -> Gesture:
        return name_version(project, row, None if value is None else str(value), seen)

    return Bond("version", row, "name", write)
