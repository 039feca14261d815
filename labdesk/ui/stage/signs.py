"""The head of the presenter's window: where one is, what the room does not see, how late it is, the hour."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from labdesk.ui.sheet import role
from labdesk.ui.stage.stage import Stage
from labdesk.ui.style import Look
from labdesk.ui.topbar import Elided
from labdesk.words import _, hour


class Signs(QFrame):
    """Renewed on every move, and once a second for the clock."""

    def __init__(self, stage: Stage, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = stage
        self.unplugged = False
        role(self, "topbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        row.setSpacing(look.px(8))
        self.rank, self.title = self._label("muted"), Elided(self)
        role(self.title, "h2")
        self.frozen, self.black = self._pill("warn"), self._pill("bad")
        self.others, self.cable = self._pill("primary"), self._pill("bad")
        self.late, self.elapsed, self.hour = self._pill("warn"), self._label("muted"), self._label("h1")
        for widget in (self.rank, self.title, self.frozen, self.black, self.others, self.cable):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.late, self.elapsed, self.hour):
            row.addWidget(widget)
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self.tell_time)
        self._second.start()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        role(label, name)
        return label

    def _pill(self, tone: str) -> QLabel:
        label = QLabel(self)
        role(label, "pill", tone)
        label.hide()
        return label

    def renew(self) -> None:
        """What changed with the last command."""
        stage = self.stage
        tour = stage.tours.tour
        rank = f"{tour.at + 1} / {max(1, len(tour.halts))}"
        if len(stage.pages) > 1:
            page = _("page {page} / {pages}").format(page=stage.at_page + 1, pages=len(stage.pages))
            rank = f"{rank} · {page}"
        self.rank.setText(rank)
        self.title.say(stage.title)
        since = hour(stage.cover.frozen_at) if stage.cover.frozen_at else ""
        _say(
            self.frozen,
            _("FIGÉ depuis {hour} : la salle garde l’ancienne image").format(hour=since),
            stage.cover.frozen,
        )
        _say(self.black, _("ÉCRAN NOIR"), stage.cover.black)
        said = [_("votes cachés")] if not stage.votes else []
        said += [_("révélé {count}").format(count=stage.revealing)] if stage.revealing else []
        said += [_("case éclairée")] if stage.cover.spotlight is not None else []
        _say(self.others, " · ".join(said), bool(said))
        _say(self.cable, _("Vidéoprojecteur débranché : l’image reprendra au rebranchement"), self.unplugged)
        self.tell_time()

    def tell_time(self) -> None:
        """The hour, how long the projection lasts, how late the day is."""
        now = datetime.now()
        self.hour.setText(hour(now))
        minutes = int((now - self.stage.began).total_seconds() // 60)
        self.elapsed.setText(_("depuis {n} min").format(n=minutes))
        late = self.stage.lateness
        role(self.late, "pill", "warn" if late.startswith("+") else "ok")
        _say(self.late, late, bool(late))


def _say(label: QLabel, words: str, shown: bool) -> None:
    label.setText(words if shown else "")
    label.setVisible(shown)
