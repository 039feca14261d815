"""« J’ai 35 notes en vrac »: typed without choosing a cell, found, filed by keyboard, counted, merged."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from labdesk.domain.zone import TRAY
from labdesk.store.session import Session
from labdesk.ui.canvas.tray import Tray
from tests.journeys.hands import Hands
from tests.journeys.test_scribe import begun, page_of

NOTES = 35
LETTERS = "ABCEF"


def tray_of(hands: Hands) -> Tray:
    tray = hands.window.place.tray  # type: ignore[attr-defined]
    assert isinstance(tray, Tray)
    return tray


def waiting(hands: Hands) -> list[str]:
    page = page_of(hands)
    return [note.text or "" for note in hands.window.desk.project.notes_at(page.canvas, TRAY)]


def test_thirty_five_notes_are_typed_then_filed_with_at_most_four_keys_each(hands: Hands) -> None:
    scribe = begun(hands)
    for step in range(7):
        scribe.say(f"Étape {step}")
        scribe.press("Tab" if step < 6 else "Esc")
    hands.press("Ctrl+Shift+R")
    tray = tray_of(hands)
    for rank in range(NOTES):
        hands.type(f"Post-it nº {rank}")
        hands.press("Return")
        assert QApplication.focusWidget() is tray.entry
    assert waiting(hands) == [f"Post-it nº {rank}" for rank in range(NOTES)]
    hands.press("Tab")
    for rank in range(NOTES):
        place = f"{LETTERS[rank % 5]}{rank // 5 + 1}"
        hands.type(place)
        hands.press("Return")  # a letter, a digit (with Maj on a French keyboard: two), Entrée: four keys
        assert QApplication.focusWidget() is tray.place
    assert waiting(hands) == []
    project, page = hands.window.desk.project, page_of(hands)
    steps = project.steps_of(page.canvas)
    assert [n.text for n in project.notes_at(page.canvas, "pain_points", steps[2].id)] == ["Post-it nº 13"]
    hands.press("Esc")
    assert page.pane.view.hasFocus()
    hands.press("Ctrl+Z")
    assert waiting(hands) == ["Post-it nº 34"]
    assert QApplication.focusWidget() is not None


def test_a_waiting_note_is_searched_undone_and_announced_before_the_dossier(visiting: Hands) -> None:
    hands = visiting
    hands.press("Ctrl+Shift+R")
    hands.type("Un post-it tombé sous la table")
    hands.press("Return", "Ctrl+Shift+R")
    tray = tray_of(hands)
    assert tray.isHidden()
    hands.press("Ctrl+F")
    hands.type("tombé sous")
    hands.press("Return")
    assert tray.isVisible()
    assert tray.list.hasFocus()
    assert tray.list.currentItem().text() == "Un post-it tombé sous la table"
    assert tray.list.currentItem().isSelected()
    hands.press("F8")
    ready = hands.window.readiness
    ready.ask()
    assert ready.review is not None
    assert [finding.rule for finding in ready.review.findings if "À ranger" in finding.sentence] == ["JOU-08"]


def test_what_waits_at_two_tables_waits_together_once_they_are_gathered(hands: Hands, tmp_path: Path) -> None:
    scribe = begun(hands)
    scribe.say("Première étape")
    scribe.press("Esc")
    hands.saved()
    path = hands.window.desk.path
    assert path is not None
    other = Path(shutil.copy(path, tmp_path / "table 2.labdesk"))
    hands.press("Ctrl+Shift+R")
    hands.type("Dit ici")
    hands.press("Return", "Ctrl+W")
    assert hands.window.opening.open(other)
    hands.press("Ctrl+Shift+R")
    hands.type("Dit à la table 2")
    hands.press("Return", "Ctrl+W")
    session = Session.open(path)
    try:
        session.merge([other])
        texts = {note.text for note in session.project.note.values() if note.zone == TRAY}
    finally:
        session.close()
    assert texts == {"Dit ici", "Dit à la table 2"}
