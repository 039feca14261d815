"""The versions of a card: the one before, those after, and field by field what changed since."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from labdesk.domain.commands.cards import (
    emptied_by_a_version,
    followers_of,
    former_of,
    version_of,
)
from labdesk.domain.model import title
from labdesk.domain.told import Difference, differences
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.prototypes.piles import in_a_list
from labdesk.ui.scrolled import show_inside
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several


class VersionsPanel(QFrame):
    """Beside a card: from a version to the others."""

    wanted = Signal(str)
    """The canvas of the version to open."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self._canvas = ""
        self.buttons: list[QPushButton] = []
        role(self, "drawer")
        self.setAccessibleName(_("Versions"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(_("Versions de la carte"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_card(self, canvas: str) -> None:
        """The versions of this card."""
        self._canvas = canvas
        self.refresh()

    def refresh(self) -> None:
        """Read the project again."""
        sheet = QWidget()
        role(sheet, "page")
        column = QVBoxLayout(sheet)
        space = self._look.space("m")
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(self._look.space("s"))
        self.buttons = []
        if self._canvas in self._desk.project.canvas:
            self._fill(column)
        column.addStretch(1)
        show_inside(self._scroll, sheet)

    def _fill(self, column: QVBoxLayout) -> None:
        project, canvas = self._desk.project, self._canvas
        _add(column, _("Version {n}").format(n=version_of(project, canvas)), "h3")
        former = former_of(project, canvas)
        if former:
            _add(column, _("Elle fait suite à :"), "small")
            self._door(column, former, "arrow-left")
        for rank, follower in enumerate(followers_of(project, canvas)):
            if not rank:
                _add(column, _("Elle est suivie de :"), "small")
            self._door(column, follower, "arrow-right")
        if former:
            self._compare(column, former)
        elif not self.buttons:
            _add(column, _("C’est la seule version de cette carte."), "muted")

    def _door(self, column: QVBoxLayout, canvas: str, icon: str) -> None:
        version = version_of(self._desk.project, canvas)
        name = self._name(canvas)
        button = QPushButton(_("Version {n}").format(n=version))
        button.setAccessibleName(_("Ouvrir la version {n} : {name}").format(n=version, name=name))
        button.setToolTip(name)
        draw(button, icon, self._look)
        button.clicked.connect(lambda: self.wanted.emit(canvas))
        self.buttons.append(button)
        column.addWidget(button)

    def _name(self, canvas: str) -> str:
        try:
            return title(self._desk.project, self._desk.types.of(self._desk.project, canvas), canvas)
        except Refusal:
            return canvas

    def _compare(self, column: QVBoxLayout, former: str) -> None:
        project, types = self._desk.project, self._desk.types
        try:
            old, now = types.of(project, former), types.of(project, self._canvas)
        except Refusal:
            return
        found = differences(project, (old, former), (now, self._canvas))
        again = {zone.id for zone in emptied_by_a_version(now)}
        waiting = [one.zone for one in found if one.zone.id in again and not one.after]
        changed = [one for one in found if one.zone not in waiting]
        since = version_of(project, former)
        count = several(
            len(changed), "{n} case a changé depuis la version", "{n} cases ont changé depuis la version"
        )
        nothing = _("Rien n’a changé depuis la version {n}.").format(n=since)
        _add(column, f"{count} {since}" if changed else nothing, "strong")
        for difference in changed:
            column.addWidget(_told(difference))
        if waiting:
            told = _("Le test est à refaire. Rempli avant, vide ici : {what}.")
            _add(column, told.format(what=in_a_list(waiting)), "muted")


def _told(difference: Difference) -> QFrame:
    """A field before and now, in words and not by colour alone."""
    frame = QFrame()
    role(frame, "card")
    column = QVBoxLayout(frame)
    column.setSpacing(2)
    _add(column, str(difference.zone.label), "caption")
    nothing = _("vide")
    _add(column, _("Avant : {text}").format(text=difference.before or nothing), "muted")
    _add(column, _("Maintenant : {text}").format(text=difference.after or nothing), "")
    return frame


def _add(column: QVBoxLayout, text: str, kind: str) -> None:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    role(label, kind)
    column.addWidget(label)
