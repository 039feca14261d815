"""What gathering the tables brought, and the versions to choose between, side by side."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.entities import Value
from labdesk.ui import laptops
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.gathering import (
    can_keep_all,
    choose,
    disagreements,
    gather,
    keep_all,
    version_words,
    where,
)
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import target_of
from labdesk.ui.workshop.whose_laptop import WhoseLaptop
from labdesk.words import _, hour, several

if TYPE_CHECKING:
    from labdesk.store.disagreements import Disagreement, Version
    from labdesk.store.merge import MergeReport

MOST = 40
"""Disagreements shown at once: the next ones come as these are settled."""


class TablesReport(QFrame):
    """Hidden while there is nothing to say. Every choice is a gesture: Ctrl+Z brings the versions back."""

    closed = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk, self._look = desk, look
        self._open: tuple[Disagreement, ...] = ()
        self._tables: dict[str, str] = {}
        """What people call the laptops that wrote the versions: « Table 2 »."""
        self.unnamed: list[WhoseLaptop] = []
        """Where a laptop nobody named yet can be given a name."""
        self.choices: list[QPushButton] = []
        role(self, "drawer")
        self.setAccessibleName(_("Tables réunies"))
        self._sentence, self._problems, self._left = QLabel(), QLabel(), QLabel()
        for label, kind in ((self._sentence, "strong"), (self._problems, "warn"), (self._left, "muted")):
            role(label, kind)
            label.setWordWrap(True)
        close = QPushButton(_("Fermer"))
        role(close, "quiet")
        close.clicked.connect(self._close)
        title = QLabel(_("Tables réunies"))
        role(title, "h3")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for widget in (self._sentence, self._problems, self._left):
            self._column.addWidget(widget)
        self._column.addWidget(self._scroll, 1)
        desk.changed.connect(lambda _touched: self.refresh())
        desk.opened.connect(self._forget)
        self.relook()
        self.hide()

    def relook(self) -> None:
        """The theme or the text size changed."""
        space = self._look.space("m")
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(self._look.space("s"))

    # -- gathering ------------------------------------------------------------------------------------------
    def gather(self, files: list[Path]) -> None:
        """Unite these copies with the project, then tell what came of it."""
        if files:
            self._say(several(len(files), "Réunion de {n} table…", "Réunion de {n} tables…"))
            gather(self._desk, files, self._told, self._refused)

    def _say(self, sentence: str, problems: str = "") -> None:
        self._sentence.setText(sentence)
        self._problems.setText(problems)
        self._problems.setVisible(bool(problems))
        self.show()

    def _told(self, report: "MergeReport") -> None:
        self._say(f"{report.sentence()}.", "\n".join(report.problems))
        self._desk.announce(report.sentence())
        self.refresh()

    def _refused(self, sentence: str) -> None:
        self._say(sentence)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _forget(self) -> None:
        self._sentence.clear()
        self.hide()

    # -- disagreements --------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The versions nobody chose between, as they stand now."""
        if self.isHidden():
            return
        now = disagreements(self._desk)
        left = several(len(now), "{n} désaccord à trancher", "{n} désaccords à trancher")
        self._left.setText(left if now else _("Rien à trancher : les tables sont d’accord."))
        if now == self._open and self._scroll.widget() is not None:
            return
        self._open = now
        said = self._desk.session.tables_said() if self._desk.session is not None else {}
        self._tables = said | laptops.names()
        sheet = QWidget()
        role(sheet, "page")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space("m"))
        self.choices, self.unnamed = [], []
        for one in now[:MOST]:
            column.addWidget(self._card(one))
        column.addStretch(1)
        self._scroll.setWidget(sheet)

    def _card(self, one: "Disagreement") -> QFrame:
        project, types = self._desk.project, self._desk.types
        card, name, see = QFrame(), QLabel(where(project, types, one)), QToolButton()
        role(card, "card")
        role(name, "strong")
        role(see, "quiet")
        name.setWordWrap(True)
        name.setTextFormat(Qt.TextFormat.PlainText)
        draw(see, "corner-down-right", self._look)
        see.setToolTip(_("Voir à sa place"))
        see.setAccessibleName(_("Voir à sa place : {name}").format(name=name.text()))
        see.clicked.connect(partial(self._go, one))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(see, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(card)
        box.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(self._look.space("l"))
        for version in one.versions:
            row.addLayout(self._version(one, version), 1)
        box.addLayout(row)
        if can_keep_all(project, one):
            every = QPushButton(_("Garder les deux") if len(one.versions) == 2 else _("Tout garder"))
            role(every, "quiet")
            every.clicked.connect(partial(self._keep_all, one))
            self.choices.append(every)
            box.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _version(self, one: "Disagreement", version: "Version") -> QVBoxLayout:
        said = version_words(self._desk.project, self._desk.types, one, version.value)
        words, keep = QLabel(said), QPushButton(_("Choisir"))
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        keep.setAccessibleName(_("Choisir « {words} »").format(words=said[:120]))
        keep.clicked.connect(partial(self._choose, one, version.value))
        self.choices.append(keep)
        column = QVBoxLayout()
        column.addWidget(self._written_by(version))
        column.addWidget(words, 1)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _written_by(self, version: "Version") -> QWidget:
        """Which laptop, and when; one that has no name yet can be given one right here."""
        session = self._desk.session
        here = session is not None and version.author == session.author
        when = _local_hour(version.at)
        known = _("ce poste") if here else self._tables.get(version.author, "")
        if known:
            who = QLabel(f"{known} · {when}" if when else known)
            role(who, "small")
            who.setTextFormat(Qt.TextFormat.PlainText)
            return who
        asking = WhoseLaptop(version.author, when)
        asking.named.connect(self._named)
        self.unnamed.append(asking)
        return asking

    def _named(self, author: str, name: str) -> None:
        laptops.keep({author: name})
        self._desk.announce(_("Ce poste s’appelle « {name} ».").format(name=name))
        self._open = ()  # every card that names it is written again
        QTimer.singleShot(0, self, self.refresh)  # the field that said it is one of them

    def _choose(self, one: "Disagreement", value: Value) -> None:
        self._desk.do(choose(one, value))

    def _keep_all(self, one: "Disagreement") -> None:
        self._desk.do(keep_all(self._desk.project, one))

    def _go(self, one: "Disagreement") -> None:
        target = target_of(self._desk.project, self._desk.types, one.table, one.row, one.field)
        if target is not None:
            self._desk.go(target)


def _local_hour(stamp: str) -> str:
    """The history keeps universal time; people read their own clock."""
    try:
        return hour(datetime.fromisoformat(stamp).astimezone())
    except ValueError:
        return ""
