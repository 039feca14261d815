"""The afternoon of a prototype: photos at 14:30, two users at 15:15, a verdict at 15:45; then undo."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.model import Project, state_of
from labdesk.domain.observation import heard, stamp_of
from labdesk.store.session import Session
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.journeys.hands import Hands

TABLES = ("canvas", "answer", "note", "line", "link", "vote", "photo", "canvas_type")


def content(project: Project) -> dict[str, object]:
    """All that stands in a project, to be compared."""
    return {table: dict(project.table(table)) for table in TABLES}


def picture(path: Path, colour: str) -> Path:
    Image.new("RGB", (420, 594), colour).save(path)
    return path


@dataclass
class Table:
    """A team around its prototype: the place one stands in, the card it began, the clock on the wall."""

    hands: Hands
    folder: Path
    card: str = ""
    wall: datetime = datetime(2027, 3, 16, 14)

    @property
    def place(self) -> PrototypesPlace:
        place = self.hands.window.place
        assert isinstance(place, PrototypesPlace)
        return place

    @property
    def project(self) -> Project:
        return self.hands.window.desk.project

    @property
    def kind(self) -> CanvasType:
        return self.hands.window.desk.types.of(self.project, self.card)

    @property
    def state(self) -> str:
        """The pile the card lies on."""
        return state_of(self.project, self.kind, self.card)


def test_from_the_photos_to_the_next_action_and_back(hands: Hands, tmp_path: Path) -> None:
    table = before_the_deck(hands, tmp_path)
    before = content(table.project)
    at_two_a_card_is_begun_from_the_keyboard(table)
    at_half_past_two_its_photos_are_dropped_at_their_places(table)
    the_deck_asks_for_the_criterion_there_and_nowhere_else(table)
    at_quarter_past_three_two_users_are_heard(table)
    at_quarter_to_four_the_verdict_is_asked_for_with_what_proves_it(table)
    the_next_action_is_decided(table)
    the_next_version_is_begun_from_the_deck(table)
    all_of_it_is_in_the_file(table)
    after = content(table.project)
    steps = undone_to_the_first_key(table, before)
    assert content(table.project) == before
    for _step in range(steps):
        table.hands.press("Ctrl+Y")
    assert content(table.project) == after


def before_the_deck(hands: Hands, folder: Path) -> Table:
    """The example, in Prototypes."""
    window = hands.window
    window.home().example()
    hands.until(lambda: window.desk.session is not None)
    hands.rest()
    window.show_place("prototypes")
    hands.rest()
    return Table(hands, folder)


def at_two_a_card_is_begun_from_the_keyboard(table: Table) -> None:
    """On its eight boxes."""
    hands, place = table.hands, table.place
    hands.press("Ins")
    assert place.card.isVisible()
    table.card = place.card.canvas
    assert [z.id for z in table.kind.sheet if z.simple and not z.shown] == [
        "name", "pitch", "challenge", "photos", "how_it_works", "hypothesis", "criterion", "decision",
    ]  # fmt: skip
    hands.type("Convocation en une page")
    hands.press("Tab")
    hands.type("Une page, une date")
    hands.press("Esc")
    assert table.project.words(table.card, "pitch") == "Une page, une date"


def at_half_past_two_its_photos_are_dropped_at_their_places(table: Table) -> None:
    """Before and after; who can be recognised is said."""
    hands, place = table.hands, table.place
    pair = place.card.photos.pair
    assert pair is not None
    files = (("avant.png", "#884422"), ("apres.png", "#228844"))
    for slot, (name, colour) in zip(pair.places, files, strict=True):
        hands.drop(slot, picture(table.folder / name, colour))
        hands.until(lambda slot=slot: slot.full)
        nobody_can_be_recognised(table)
        hands.type(f"La page, {name[:5]}")
    hands.press("Esc")
    assert place.deck.isVisible()
    tile = place.deck.tile(table.card)
    assert tile is not None
    assert [name for name, _photo in tile.card.pair] == ["Avant", "Après"]


def nobody_can_be_recognised(table: Table) -> None:
    """The list that has the keyboard; then the caption has it."""
    forms = table.place.card.photos.forms.values()
    consent = next(form.consent for form in forms if form.consent.hasFocus())
    consent.setCurrentIndex(consent.findData("none"))
    consent.activated.emit(consent.currentIndex())
    table.hands.rest()


def the_deck_asks_for_the_criterion_there_and_nowhere_else(table: Table) -> None:
    """Alt+→."""
    table.place.deck.focus(table.card)
    table.hands.press("Alt+Right")
    table.hands.type("Deux sur deux disent la date")
    table.hands.press("Return")
    assert table.state == "to_test"


def at_quarter_past_three_two_users_are_heard(table: Table) -> None:
    """The clock on the wall is the one of the room."""
    hands, bench = table.hands, table.place.card.bench
    bench.clock.now = lambda: table.wall
    hands.press("Return", "Ctrl+T")
    assert table.place.card.testing
    for minute, tester, lines in (
        (16, 1, ("Lit le titre deux fois", "\"c'est pour quand ?")),
        (24, 2, ("Dit la date en dix secondes", "!La date en gras suffit")),
    ):
        table.wall = table.wall.replace(hour=15, minute=minute)
        hands.press("Alt+Up")
        assert bench.entry.tester.value() == tester
        for line in lines:
            hands.type(line)
            hands.press("Return")
    noted = [(z.id, str(stamp_of(n)), n.text) for z, n in heard(table.project, table.kind, table.card)]
    assert noted == [
        ("observations", "15:16 · testeur 1", "Lit le titre deux fois"),
        ("quotes", "15:16 · testeur 1", "c'est pour quand ?"),
        ("observations", "15:24 · testeur 2", "Dit la date en dix secondes"),
        ("learnings", "15:24 · testeur 2", "La date en gras suffit"),
    ]


def at_quarter_to_four_the_verdict_is_asked_for_with_what_proves_it(table: Table) -> None:
    """On the deck; the date is known."""
    hands, deck = table.hands, table.place.deck
    hands.press("Esc")
    deck.focus(table.card)
    hands.press("Alt+Right")
    form = deck.moves.form
    assert form is not None
    assert [f.zone.id for f in form.fields] == ["testers", "result", "verdict"]
    for answer in ("2", "2 sur 2", "Conf"):  # the last is picked in a list by its first letters
        hands.type(answer)
        hands.press("Return")
    assert table.state == "tested"


def the_next_action_is_decided(table: Table) -> None:
    hands = table.hands
    hands.press("Alt+Right")
    for answer in ("Exp", "Envoyer la page a 50 personnes"):
        hands.type(answer)
        hands.press("Return")
    assert table.state == "decided"
    (action,) = table.project.lines_of(table.card, "next_actions")
    assert table.project.cell(action.id, "what") == "Envoyer la page a 50 personnes"
    assert table.place.deck.tile(table.card) is QApplication.focusWidget()


def the_next_version_is_begun_from_the_deck(table: Table) -> None:
    table.hands.press("Ctrl+Shift+N")
    second = table.place.card.canvas
    assert state_of(table.project, table.kind, second) == "to_test"
    assert table.project.words(second, "iteration") == "2"
    assert table.project.photos_at(second, "before")


def all_of_it_is_in_the_file(table: Table) -> None:
    table.hands.saved()
    path = table.hands.window.desk.path
    assert path is not None
    with closing(Session.open(path, read_only=True)) as seen:
        assert content(seen.project) == content(table.project)


def undone_to_the_first_key(table: Table, before: dict[str, object]) -> int:
    """Ctrl+Z as often as it takes; gives how often."""
    steps = 0
    while content(table.project) != before:
        table.hands.press("Ctrl+Z")
        steps += 1
        assert steps < 60, "undo goes to the start"
    return steps
