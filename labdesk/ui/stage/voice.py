"""What a command of the projection did, told to who presents without seeing it. The room hears nothing."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from labdesk.domain.countdown import Countdown
from labdesk.domain.lens_page import Tile
from labdesk.ui.aloud import say_aloud
from labdesk.ui.stage.brush import is_shown
from labdesk.ui.stage.stage import Stage
from labdesk.words import _

LATER = 60
"""ms after a command: the picture comes first, and one command is told in one breath."""
State = dict[str, object]


class Voice(QObject):
    """Compares what is shown with what was told last, and says what differs. `front`: where one looks."""

    def __init__(self, stage: Stage, projector: QWidget, front: Callable[[], QWidget]) -> None:
        super().__init__(projector)
        self._stage, self._projector, self._front = stage, projector, front
        self._told: State = {}
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.tell)
        self._counted = stage.clock.countdown
        stage.moved.connect(self._later.start)
        stage.clock.ticked.connect(self._ticked)
        stage.clock.ended.connect(self._ended)

    def tell(self) -> None:
        """One sentence on what the last commands changed; the words of the picture can be read at leisure."""
        before, now = self._told, self._now()
        self._told = now
        changed = {key for key, value in now.items() if before.get(key) != value}
        if not before:  # what it began with is no news, where one is is
            changed = {"place"} | {key for key in changed if key != "place" and now[key]}
        # A frozen picture is read as it is seen: what is typed meanwhile is not there.
        if (
            not self._stage.cover.frozen
            and (words := self._words()) != self._projector.accessibleDescription()
        ):
            self._projector.setAccessibleDescription(words)
        if said := " · ".join(self._changes(changed, began=not before)):
            say_aloud(self._front(), said)

    def _now(self) -> State:
        stage, cover = self._stage, self._stage.cover
        return {
            "place": (stage.halt.lens, stage.title, stage.at_page, len(stage.pages)),
            "black": cover.black,
            "frozen": cover.frozen,
            "lit": cover.spotlight,
            "revealed": stage.revealing,
            "veiled": not stage.votes,
            "pointing": cover.pointing,
        }

    def _changes(self, changed: set[str], *, began: bool) -> Iterator[str]:
        stage, cover = self._stage, self._stage.cover
        if "place" in changed:
            yield stage.title
            if stage.halt.lens.kind in ("beside", "tables"):
                yield _("côte à côte")
            if len(stage.pages) > 1:
                yield _("page {page} / {pages}").format(page=stage.at_page + 1, pages=len(stage.pages))
        if "black" in changed:
            yield _("écran noir") if cover.black else _("écran noir levé")
        if "frozen" in changed:
            yield _("image figée pour la salle") if cover.frozen else _("image de nouveau en direct")
        if "lit" in changed and (cover.spotlight is not None or "place" not in changed):
            yield (
                _("case éclairée : {words}").format(words=self._lit())
                if (cover.spotlight is not None)
                else _("plus de case éclairée")
            )
        if "revealed" in changed and (stage.revealing or "place" not in changed):
            yield (
                _("révélé {count}").format(count=stage.revealing) if stage.revealing else _("tout est montré")
            )
        if "veiled" in changed and not (began and stage.votes):
            yield _("votes montrés") if stage.votes else _("votes cachés")
        if "pointing" in changed:
            yield _("pointeur montré") if cover.pointing else _("pointeur retiré")

    def _words(self) -> str:
        """What the room can read: nothing of what is kept back."""
        if self._stage.cover.black:
            return _("écran noir")
        return "\n".join(tile.text for tile in self._seen())

    def _lit(self) -> str:
        lit = self._stage.cover.spotlight
        return ", ".join(tile.text for tile in self._seen() if tile.cell == lit) or _("vide")

    def _seen(self) -> Iterator[Tile]:
        showing = self._stage.showing
        return (tile for tile in showing.page.tiles if tile.text and is_shown(tile, showing))

    # -- the timer ------------------------------------------------------------------------------------------
    def _ticked(self) -> None:
        """Every second: only what somebody did to it is told."""
        clock = self._stage.clock
        if clock.countdown == self._counted:
            return
        self._counted = clock.countdown
        say_aloud(self._front(), self._timer(clock.countdown, clock.told))

    def _timer(self, countdown: Countdown, left: str) -> str:
        if not countdown.stands:
            return _("Minuteur retiré")
        state = _("en marche") if countdown.running else _("en pause")
        return _("Minuteur : {left}, {state}").format(left=left, state=state)

    def _ended(self) -> None:
        say_aloud(self._front(), _("Minuteur : c’est fini"))
