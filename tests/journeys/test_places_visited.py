"""Every place visited on the example: nothing flashes, nobody loses the keyboard, everything has a name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.ui.dossier.page_names import KEYS, PAGES
from labdesk.ui.place import DOORS
from tests.journeys.hands import Hands

PLACES = [door.name for door in DOORS]
VISITED = [
    *PLACES,
    *(f"dossier/{page}" for page in PAGES),
    "prototypes/traces",
    "prototypes/card",
    "prototypes/test",
    "journeys/persona",
]


class Flashes(QObject):
    """Hears of every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def go(hands: Hands, where: str) -> None:
    """Go to a place, and to a part of it."""
    place, _slash, part = where.partition("/")
    hands.press(f"Alt+{PLACES.index(place) + 1}")
    assert hands.window.current == place
    if part == "corrections":  # its key asks for a file
        hands.window.place.go_to_page(part)  # type: ignore[attr-defined]
    elif place == "dossier" and part:
        hands.press(KEYS.get(part) or f"Ctrl+{PAGES.index(part) + 1}")
    elif where == "journeys" and hands.window.place.back.isVisible():  # type: ignore[attr-defined]
        hands.click(hands.window.place.back)  # type: ignore[attr-defined]
    elif place == "prototypes" and hands.window.place.traces.shown != (part == "traces"):  # type: ignore[attr-defined]
        hands.press("Ctrl+J")
    if part in ("card", "test") and not hands.window.place.on_card:  # type: ignore[attr-defined]
        hands.press("Return")
    elif part == "persona":
        hands.choose(hands.window.top.canvas, "Inès")
    if part == "test":
        hands.click(hands.window.place.card.bar.views["test"])  # type: ignore[attr-defined]
    hands.rest()


def test_no_part_of_a_place_is_a_window_for_a_moment(visiting: Hands) -> None:
    flashes, app = Flashes(), QApplication.instance()
    assert app is not None
    app.installEventFilter(flashes)
    visiting.press("F4")  # the drawer too
    for where in VISITED:
        go(visiting, where)
        if where != "journeys/persona":
            assert flashes.seen == [], where
    app.removeEventFilter(flashes)
    assert {name.split()[0] for name in flashes.seen} <= {"QMenu"}


def test_whoever_comes_to_a_place_has_the_keyboard_inside_it(visiting: Hands) -> None:
    for where in VISITED:
        go(visiting, where)
        assert visiting.window.place.isAncestorOf(visiting.focus), where


def test_another_canvas_is_typed_in_at_once_however_one_came_to_it(visiting: Hands) -> None:
    place, top = visiting.window.place, visiting.window.top
    board = place.page.board  # type: ignore[attr-defined]
    ways: tuple[Callable[[], None], ...] = (
        lambda: visiting.choose(top.canvas, "Mathieu"),
        lambda: visiting.click(place.back),  # type: ignore[attr-defined]
        lambda: visiting.choose(next(iter(place.personas.chips.values())), "Ouvrir la fiche"),  # type: ignore[attr-defined]
        lambda: visiting.press("Ctrl+Shift+D"),
    )
    for way in ways:
        before = board.canvas
        way()
        assert board.canvas != before
        assert visiting.focus is place.page.pane.view  # type: ignore[attr-defined]


def test_larger_letters_leave_the_keyboard_where_it_was(visiting: Hands) -> None:
    window = visiting.window
    for rank, where in enumerate(("prototypes", "prototypes/card", "journeys", "dossier/budget")):
        go(visiting, where)
        window.look.become(scale=1.0 if rank % 2 else 1.5)
        visiting.rest()
        assert window.place.isAncestorOf(visiting.focus), where
        kept = window.focusWidget()  # who would hear the keys when one comes back from another program
        assert kept is not None
        assert kept.isVisible(), where
