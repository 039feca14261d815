"""The afternoon of a prototype: photos at 14:30, two users at 15:15, a verdict at 15:45; then undo."""

from datetime import datetime
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from labdesk.domain.model import Project, state_of
from labdesk.domain.observation import heard, stamp_of
from labdesk.store.session import Session
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands

TABLES = ("canvas", "answer", "note", "line", "link", "vote", "photo", "canvas_type")


def content(project: Project) -> dict[str, object]:
    """All that stands in a project, to be compared."""
    return {table: dict(project.table(table)) for table in TABLES}


def picture(path: Path, colour: str) -> Path:
    Image.new("RGB", (420, 594), colour).save(path)
    return path


def pick(hands: Hands, letters: str) -> None:
    """In the list that has the focus: the option that begins with these letters."""
    hands.type(letters)


def here(hands: Hands) -> PrototypesPlace:
    place = hands.window.place
    assert isinstance(place, PrototypesPlace)
    return place


def test_from_the_photos_to_the_next_action_and_back(sit: Sit, tmp_path: Path) -> None:
    hands = sit()
    window = hands.window
    window.home().example()
    hands.until(lambda: window.desk.session is not None)
    hands.rest()
    desk = window.desk
    before = content(desk.project)
    window.show_place("prototypes")
    hands.rest()
    place = here(hands)

    # 14:00: a card is begun from the keyboard, on its eight boxes.
    hands.press("Ins")
    assert place.card.isVisible()
    card = place.card.canvas
    kind = desk.types.of(desk.project, card)
    assert [z.id for z in kind.sheet if z.simple and not z.shown] == [
        "name", "pitch", "challenge", "photos", "how_it_works", "hypothesis", "criterion", "decision",
    ]  # fmt: skip
    hands.type("Convocation en une page")
    hands.press("Tab")
    hands.type("Une page, une date")
    hands.press("Esc")
    assert desk.project.words(card, "pitch") == "Une page, une date"

    # 14:30: before and after, dropped at their places; who can be recognised is said.
    assert place.card.photos.pair is not None
    for slot, name, colour in zip(
        place.card.photos.pair.places, ("avant.png", "apres.png"), ("#884422", "#228844"), strict=True
    ):
        hands.drop(slot, picture(tmp_path / name, colour))
        hands.until(lambda slot=slot: slot.full)
        consent = next(form.consent for form in place.card.photos.forms.values() if form.consent.hasFocus())
        consent.setCurrentIndex(consent.findData("none"))
        consent.activated.emit(consent.currentIndex())
        hands.rest()
        hands.type(f"La page, {name[:5]}")
    hands.press("Esc")
    assert place.deck.isVisible()
    tile = place.deck.tile(card)
    assert tile is not None
    assert [name for name, _photo in tile.card.pair] == ["Avant", "Après"]

    # The deck: Alt+→ asks for the criterion, there and nowhere else.
    place.deck.focus(card)
    hands.press("Alt+Right")
    hands.type("Deux sur deux disent la date")
    hands.press("Return")
    assert state_of(desk.project, kind, card) == "to_test"

    # 15:15: two users. The clock on the wall is the one of the room.
    wall = [datetime(2027, 3, 16, 15, 15)]
    place.card.bench.clock.now = lambda: wall[0]
    hands.press("Return", "Ctrl+T")
    assert place.card.testing
    for minute, tester, lines in (
        (16, 1, ("Lit le titre deux fois", "\"c'est pour quand ?")),
        (24, 2, ("Dit la date en dix secondes", "!La date en gras suffit")),
    ):
        wall[0] = wall[0].replace(minute=minute)
        hands.press("Alt+Up")
        assert place.card.bench.entry.tester.value() == tester
        for line in lines:
            hands.type(line)
            hands.press("Return")
    noted = [(z.id, str(stamp_of(n)), n.text) for z, n in heard(desk.project, kind, card)]
    assert noted == [
        ("observations", "15:16 · testeur 1", "Lit le titre deux fois"),
        ("quotes", "15:16 · testeur 1", "c'est pour quand ?"),
        ("observations", "15:24 · testeur 2", "Dit la date en dix secondes"),
        ("learnings", "15:24 · testeur 2", "La date en gras suffit"),
    ]

    # 15:45: the verdict is asked for on the deck, with what proves it; the date is known.
    hands.press("Esc")
    place.deck.focus(card)
    hands.press("Alt+Right")
    form = place.deck.moves.form
    assert form is not None
    assert [f.zone.id for f in form.fields] == ["testers", "result", "verdict"]
    hands.type("2")
    hands.press("Return")
    hands.type("2 sur 2")
    hands.press("Return")
    pick(hands, "Conf")
    hands.press("Return")
    assert state_of(desk.project, kind, card) == "tested"
    hands.press("Alt+Right")
    pick(hands, "Exp")
    hands.press("Return")
    hands.type("Envoyer la page a 50 personnes")
    hands.press("Return")
    assert state_of(desk.project, kind, card) == "decided"
    (action,) = desk.project.lines_of(card, "next_actions")
    assert desk.project.cell(action.id, "what") == "Envoyer la page a 50 personnes"
    assert place.deck.tile(card) is QApplication.focusWidget()

    # The next version, from the deck.
    hands.press("Ctrl+Shift+N")
    second = place.card.canvas
    assert state_of(desk.project, kind, second) == "to_test"
    assert desk.project.words(second, "iteration") == "2"
    assert desk.project.photos_at(second, "before")

    # All of it is in the file; and all of it is undone, to the first key.
    hands.saved()
    path = desk.path
    assert path is not None
    after = content(desk.project)
    seen = Session.open(path, read_only=True)
    assert content(seen.project) == after
    seen.close()
    steps = 0
    while content(desk.project) != before:
        hands.press("Ctrl+Z")
        steps += 1
        assert steps < 60, "undo goes to the start"
    for _step in range(steps):
        hands.press("Ctrl+Y")
    assert content(desk.project) == after
