"""A day at four tables: 08:10 copies on a key, each opened at its table, 12:00 gathered, Monday once more."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from labdesk.domain.commands.dossier import write_section
from labdesk.domain.commands.notes import set_note
from labdesk.domain.entities import Note
from labdesk.domain.gesture import together
from labdesk.store.seats import seat_of
from labdesk.store.session import Session
from labdesk.ui.home_questions import AgainQuestion, WhichTable
from labdesk.ui.keymap import Keymap
from labdesk.ui.window import Window
from labdesk.ui.workshop.found_panel import FoundTables
from labdesk.ui.workshop.prepare_tables import PrepareTables
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, plain

SECRET, ASIDE = "Enveloppe confidentielle", "Laisser parler Inès"
FORBIDDEN = ("Dossier", "Atelier", "Contrôle", "Projeter", "Export", "Accueil", "animation", SECRET, ASIDE)


def with_secrets(path: Path, *, aside: bool = True) -> Path:
    """A text of the dossier, and a private note behind every note of the project."""
    with closing(Session.open(path)) as session:
        project = session.project
        deeds = [write_section(project, "summary", SECRET)]
        if aside:
            deeds += [set_note(project, note, "facilitator_note", ASIDE) for note in project.note]
        session.do(together("Préparer", deeds))
    return path


# -- everything a window says -------------------------------------------------------------------------------
def words_of(widget: QWidget) -> Iterator[str]:
    """What one widget shows, or tells who asks."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from cells(widget.model(), QModelIndex())
        case _:
            pass


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """Every cell of a table or a list."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role) or "") for role in roles)
            yield from cells(model, index)


def spoken(interface: QAccessibleInterface | None, *, hidden: bool = False) -> Iterator[str]:
    """The whole tree that a screen reader walks; `hidden`: what it steps over, too."""
    if interface is None or not interface.isValid() or (interface.state().invisible and not hidden):
        return
    text = QAccessible.Text
    yield from (interface.text(kind) for kind in (text.Name, text.Description, text.Value, text.Help))
    for at in range(interface.childCount()):
        yield from spoken(interface.child(at), hidden=hidden)


def offered(actions: list[QAction]) -> Iterator[str]:
    """The words of the actions one can see."""
    yield from (f"{a.text()} {a.toolTip()}" for a in actions if a.isVisible())


def said(window: Window) -> list[str]:
    """Every text of the window: seen, spoken, offered, or only held by a widget that is on screen."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    found = [window.windowTitle(), *offered(window.menus.actions()), *offered(window.place.actions())]
    found += [text for widget in shown for text in words_of(widget)]
    found += spoken(QAccessible.queryAccessibleInterface(window))
    bar = window.menuBar()
    found += [action.text() for action in bar.actions() if action.isVisible()]
    return [plain(text).replace("&", "") for text in found if text]


def forbidden(window: Window) -> list[str]:
    """What a table must not find, where it stands now. Titles that hold such a word of their own may."""
    held = {plain(str(a.value)) for a in window.desk.project.answer.values() if isinstance(a.value, str)}
    held |= {plain(note.text or "") for note in window.desk.project.note.values()}
    own = [one for one in held if len(one) > 3 and any(word in one for word in FORBIDDEN)]
    texts = [text for text in said(window) if not any(text in one or one in text for one in own)]
    return [text for text in texts for word in FORBIDDEN if word in text]


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
    """On the very project, where all of it stands in the file: it is only never shown."""
    hands = sit()
    window = hands.window
    assert window.opening.table("Table 3", with_secrets(example))

    def look() -> None:
        assert forbidden(window) == []
        root = QAccessible.queryAccessibleInterface(window)
        assert [text for text in spoken(root, hidden=True) for word in (SECRET, ASIDE) if word in text] == []
        texts = [text for widget in window.findChildren(QWidget) for text in words_of(widget)]
        assert [text for text in texts for word in (SECRET, ASIDE) if word in text] == []

    everywhere(hands, look)
    hands.press("Alt+3")
    for words in (SECRET, ASIDE):
        hands.press("Ctrl+F", "Ctrl+A")
        hands.type(words.lower())
        hands.press("Return")
        hands.rest()
        assert window.searching is not None
        assert window.searching.results.count() == 0
        hands.press("Esc")
    hands.press("F1")
    keymap = window.findChild(Keymap)
    assert keymap is not None
    told = [plain(text) for text in cells(keymap.table.model(), QModelIndex())]
    assert [text for text in told for word in FORBIDDEN if word in text] == []
    keymap.close()
    hands.come_back()
    before = window.current
    for key in (
        "Alt+1",
        "Alt+2",
        "Alt+6",
        "F5",
        "F8",
        "Alt+7",
        "Ctrl+N",
        "Ctrl+O",
        "Ctrl+F2",
        "Ctrl+F3",
        "Ctrl+F1",
    ):
        hands.press(key)
        assert window.current == before, key


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


# -- the day ------------------------------------------------------------------------------------------------
def test_four_tables_from_eight_in_the_morning_to_noon(
    sit: Sit, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "clé"
    key.mkdir()
    facilitator = sit()
    window = facilitator.window
    assert window.opening.open(with_secrets(example))
    facilitator.press("Alt+2", "Ctrl+P")  # 08:10
    panel = window.findChild(PrepareTables)
    assert panel is not None
    panel._chosen = True
    panel._put(key)  # what the dialog of the system answers
    facilitator.click(panel.go)
    facilitator.until(lambda: not panel.show_folder.isHidden(), 40_000)
    panel.close()
    facilitator.come_back()
    copies = sorted(key.glob("*.labdesk"))
    assert [path.name.split(" - ")[0] for path in copies] == ["Table 1", "Table 2", "Table 3", "Table 4"]

    for rank, path in enumerate(copies, 1):  # each on a laptop of its own
        monkeypatch.setenv("LABDESK_DATA", str(tmp_path / f"poste{rank}"))
        table = sit()
        assert table.window.opening.open(path)  # the double click
        assert table.window.desk.table == f"Table {rank}"
        assert table.window.current == "journeys"
        assert forbidden(table.window) == []
        assert all(note.facilitator_note is None for note in table.window.desk.project.note.values())
        for number in range(3):
            table.type(f"Dit à la table {rank}, note {number}")
            table.press("Return")
        table.press("Esc")
        table.saved()
        table.window.close()
    monkeypatch.setenv("LABDESK_DATA", str(tmp_path / "poste0"))

    window.activateWindow()
    facilitator.until(window.isActiveWindow)
    facilitator.press("Alt+2", "Ctrl+R")  # 12:00
    found = window.findChild(FoundTables)
    assert found is not None
    facilitator.until(lambda: len(found.ticks) == 4)
    assert all(tick.isChecked() for tick in found.ticks.values())
    assert all("3 notes de cette table" in plain(tick.accessibleName()) for tick in found.ticks.values())
    facilitator.click(found.go)
    facilitator.until(lambda: len(_typed(window)) == 12)
    project = window.desk.project
    assert {note.author_table for note in _typed(window)} == {f"Table {n}" for n in range(1, 5)}
    assert project.text("summary") == SECRET
    assert sum(note.facilitator_note == ASIDE for note in project.note.values()) == len(project.note) - 12
    place = window.place
    view = place.compare_tables()  # type: ignore[attr-defined]  # 13:30
    facilitator.rest()
    assert [plain(label.text()) for label in view.findChildren(QLabel) if label.text().startswith("Table")][
        :4
    ]


def _typed(window: Window) -> list[Note]:
    return [
        note for note in window.desk.project.note.values() if (note.text or "").startswith("Dit à la table")
    ]


def test_a_copy_without_a_name_asks_only_which_table_it_is(sit: Sit, example: Path, tmp_path: Path) -> None:
    from labdesk.store.seats import Seat
    from labdesk.store.table_copies import prepare

    with closing(Session.open(example)) as session:
        copy = prepare(session, tmp_path / "une table.labdesk", Seat("", "2027-03-09T08:10:00+01:00"))
    hands = sit()
    window = hands.window
    window.opening.open(copy)
    assert window.desk.session is None
    question = window.home().findChild(WhichTable)
    assert question is not None
    hands.until(question.field.hasFocus)
    home = window.home()
    assert not [tile for tile in home._tiles if tile.isVisible()]
    assert not home.gallery.isVisible()
    assert not home.templates.isVisible()
    hands.type("3")
    hands.press("Return")
    assert window.desk.table == "Table 3"
    assert window.current == "journeys"
    seat = seat_of(copy)
    assert seat is not None
    assert seat.name == "Table 3"
    window.close()
    again = sit()
    again.window.opening.open(copy)
    assert again.window.desk.table == "Table 3", "asked once"


# -- Monday -------------------------------------------------------------------------------------------------
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
