"""« Je suis à une table »: only what a table needs; its notes carry its name; the dossier is out of reach."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from labdesk.domain.commands.dossier import write_section
from labdesk.domain.commands.notes import set_note
from labdesk.domain.gesture import together
from labdesk.store.session import Session
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, plain
from tests.journeys.test_new_canvas import page_of

SECRET, ASIDE = "Enveloppe confidentielle", "Laisser parler Inès"


def prepared(path: Path) -> Path:
    """The example with a text of the dossier and a note to the facilitator that no table should read."""
    session = Session.open(path)
    project = session.project
    note = next(iter(project.note))
    session.do(
        together(
            "Préparer",
            (
                write_section(project, "summary", SECRET),
                set_note(project, note, "facilitator_note", ASIDE),
            ),
        )
    )
    session.close()
    return path


def sit_down(hands: Hands, path: Path) -> None:
    """Accueil › Je suis à une table › 3 › the file that was prepared."""
    window = hands.window
    hands.press("Ctrl+Shift+T")
    hands.type("3")
    hands.rest()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        hands.press("Return")

    QTimer.singleShot(200, answer)
    choose = [b for b in window.place.findChildren(QPushButton) if "Choisir le fichier" in b.text()]
    hands.click(choose[0])
    hands.come_back()
    start = [b for b in window.place.findChildren(QPushButton) if b.text() == "Commencer"]
    hands.click(start[0])
    assert window.desk.table == "Table 3"


def test_a_table_sees_three_places_and_its_notes_say_where_they_come_from(sit: Sit, example: Path) -> None:
    hands = sit()
    window = hands.window
    sit_down(hands, prepared(example))
    assert window.current == "journeys"
    places = [
        button.accessibleName() for button in window.rail.findChildren(QPushButton) if button.isVisible()
    ]
    assert [p for p in places if "rail" not in p] == ["Parcours", "Problème", "Prototypes", "Réglages"]
    assert not window.rail.progress.isVisible()
    for key in ("Alt+1", "Alt+2", "Alt+6", "F5", "F8", "Alt+7"):
        hands.press(key)
        assert window.current == "journeys", key
    offered = [
        plain(action.text()).replace("&", "") for action in window.menus.actions() if action.isVisible()
    ]
    for word in ("Dossier", "Atelier", "Contrôle", "Projeter", "Export", "Accueil"):
        assert not [text for text in offered if word in text], word
    before = set(window.desk.project.note)
    hands.type("Dit à la table")
    hands.press("Return")
    hands.paste("Collée à la table\nEt aussi celle-ci")
    hands.press("Esc", "Ctrl+Shift+R")
    hands.type("Jetée dans le bac")
    hands.press("Return")
    born = [note for row, note in window.desk.project.note.items() if row not in before]
    assert len(born) >= 3
    assert {note.author_table for note in born} == {"Table 3"}


def test_a_table_finds_no_word_of_the_dossier_nor_of_the_facilitator(sit: Sit, example: Path) -> None:
    hands = sit()
    window = hands.window
    sit_down(hands, prepared(example))
    window.choices.drawer(True)
    for words in (SECRET, ASIDE):
        hands.press("Ctrl+F")
        hands.press("Ctrl+A")
        hands.type(words.lower())
        hands.press("Return")
        assert window.searching is not None
        assert window.searching.results.count() == 0
        assert window.current == "journeys"
        hands.press("Esc")
    page_of(hands).setFocus()
    hands.press("Home", "Down")
    shown = [label for label in window.findChildren(QPushButton) if ASIDE in label.text()]
    assert shown == []


def test_the_laptop_stays_at_its_table_until_the_project_is_closed(sit: Sit, example: Path) -> None:
    hands = sit()
    sit_down(hands, prepared(example))
    hands.window.close()
    again = sit()
    again.window.opening.open(example)
    assert again.window.desk.table == "Table 3"
    again.press("Ctrl+W")
    assert again.window.current == "home"
    assert again.window.desk.table == ""
