"""« La même chose pour lundi »: the steps of a workshop in a file of its own, without anybody’s words."""

from contextlib import closing
from pathlib import Path

from labdesk.store.session import Session
from labdesk.ui.home_questions import AgainQuestion
from tests.journeys.conftest import Sit
from tests.journeys.kept_from_tables import ASIDE, SECRET, with_secrets


def test_the_same_for_monday_takes_two_actions_from_the_project(
    sit: Sit, example: Path, launched: list[Path]
) -> None:
    hands = sit()
    window = hands.window
    assert window.opening.open(with_secrets(example))
    actions = 0
    hands.press("Ctrl+F2")
    actions += 1
    assert window.home().findChild(AgainQuestion) is not None
    hands.press("Return")
    actions += 1
    assert actions <= 3
    hands.until(lambda: bool(launched))
    (path,) = launched
    _is_a_mould(path, example)


def test_the_same_for_monday_takes_three_actions_from_its_tile(sit: Sit, example: Path) -> None:
    hands = sit()
    window = hands.window
    assert window.opening.open(with_secrets(example))
    hands.press("Ctrl+W")
    hands.rest()
    card = window.home().gallery.cards[0]
    hands.choose(card.more, "Refaire la même chose")
    actions = 2  # the three dots, the entry
    question = window.home().findChild(AgainQuestion)
    assert question is not None
    hands.until(question.field.hasFocus)
    hands.press("Return")
    actions += 1
    assert actions <= 3
    hands.until(lambda: window.desk.session is not None)
    assert window.desk.path is not None
    assert window.desk.path != example
    assert not window.desk.project.note
    _is_a_mould(window.desk.path, example)


def _is_a_mould(path: Path, source: Path) -> None:
    """The steps are there, the words of nobody are, and the file is one of its own."""
    with (
        closing(Session.open(path, read_only=True)) as made,
        closing(Session.open(source, read_only=True)) as full,
    ):
        assert made.origin != full.origin
        labels = sorted(step.label or "" for step in full.project.step.values())
        assert sorted(step.label or "" for step in made.project.step.values()) == labels
        for table in ("note", "photo", "vote", "section", "expense", "risk", "link"):
            assert not made.project.table(table), table
        assert made.undo_label is None
    content = path.read_bytes().decode("utf-8", "ignore")
    for words in (SECRET, ASIDE, "Inès", "Mathieu", "Voit une affiche"):
        assert words not in content
