"""On the very project, where all of it stands in the file: what is not for a table is never shown to it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget

from labdesk.ui.keymap import Keymap
from tests.journeys.conftest import Sit
from tests.journeys.everything_said import cells, spoken, words_of
from tests.journeys.hands import Hands, plain
from tests.journeys.kept_from_tables import ASIDE, FORBIDDEN, SECRET, forbidden, with_secrets

REFUSED = (
    "Alt+1", "Alt+2", "Alt+6", "F5", "F8", "Alt+7", "Ctrl+N", "Ctrl+O", "Ctrl+F2", "Ctrl+F3", "Ctrl+F1",
)  # fmt: skip
"""The keys of what a table does not do."""


def everywhere(hands: Hands, look: Callable[[], None]) -> None:
    """The three places, as map and as list, the drawer open on a note, the search, F1, the right click."""
    window = hands.window
    window.choices.drawer(True)
    for keys in ("Alt+3", "Alt+4", "Alt+5"):
        hands.press(keys)
        hands.rest()
        look()
        if keys != "Alt+5":
            window.place.page.setFocus()  # type: ignore[attr-defined]
            hands.press("Home", "Down")
            hands.rest()
            look()
            hands.press("Ctrl+L")
            hands.rest()
            look()
            hands.press("Ctrl+L")
            hands.rest()


def test_no_text_of_a_tables_window_says_what_is_not_for_it(sit: Sit, example: Path) -> None:
    hands = sit()
    assert hands.window.opening.table("Table 3", with_secrets(example))
    nothing_is_said_in_any_place(hands)
    nothing_is_found(hands)
    nothing_is_named_among_the_keys(hands)
    no_key_leads_out(hands)


def nothing_is_said_in_any_place(hands: Hands) -> None:
    """Not seen, not spoken, not held by a widget that nobody shows."""
    window = hands.window

    def look() -> None:
        assert forbidden(window) == []
        root = QAccessible.queryAccessibleInterface(window)
        assert [text for text in spoken(root, hidden=True) for word in (SECRET, ASIDE) if word in text] == []
        texts = [text for widget in window.findChildren(QWidget) for text in words_of(widget)]
        assert [text for text in texts for word in (SECRET, ASIDE) if word in text] == []

    everywhere(hands, look)


def nothing_is_found(hands: Hands) -> None:
    """By whoever searches for the very words."""
    hands.press("Alt+3")
    for words in (SECRET, ASIDE):
        hands.press("Ctrl+F", "Ctrl+A")
        hands.type(words.lower())
        hands.press("Return")
        hands.rest()
        assert hands.window.searching is not None
        assert hands.window.searching.results.count() == 0
        hands.press("Esc")


def nothing_is_named_among_the_keys(hands: Hands) -> None:
    hands.press("F1")
    keymap = hands.window.findChild(Keymap)
    assert keymap is not None
    told = [plain(text) for text in cells(keymap.table.model(), QModelIndex())]
    assert [text for text in told for word in FORBIDDEN if word in text] == []
    keymap.close()
    hands.come_back()


def no_key_leads_out(hands: Hands) -> None:
    before = hands.window.current
    for key in REFUSED:
        hands.press(key)
        assert hands.window.current == before, key


def test_not_one_pixel_of_a_tables_screen_depends_on_the_facilitators_notes(
    sit: Sit, example: Path, tmp_path: Path
) -> None:
    plainly = tmp_path / "sans.labdesk"
    plainly.write_bytes(example.read_bytes())
    pictures: list[list[QImage]] = []
    for path in (with_secrets(example), with_secrets(plainly, aside=False)):
        hands = sit()
        seen: list[QImage] = []
        assert hands.window.opening.table("Table 3", path)

        def look(hands: Hands = hands, seen: list[QImage] = seen) -> None:
            window = hands.window
            hands.qtbot.wait(60)  # what the drawer puts off is laid out
            seen.extend(part.grab().toImage() for part in (window.rail, window.stack, window.side))

        everywhere(hands, look)
        pictures.append(seen)
        hands.window.close()
    with_notes, without = pictures
    assert len(with_notes) == len(without) > 12
    assert [at for at, (one, other) in enumerate(zip(with_notes, without, strict=True)) if one != other] == []
