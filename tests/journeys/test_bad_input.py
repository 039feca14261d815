"""What should not have been opened, dropped or pasted: a calm sentence, and the project is not hurt."""

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from labdesk.domain.model import Project
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.journeys.conftest import Sit
from tests.journeys.hands import Hands, plain
from tests.journeys.telling import tell_title

Make = Callable[[Path, Path], None]


def a_folder(path: Path, _example: Path) -> None:
    path.mkdir()


def an_empty_file(path: Path, _example: Path) -> None:
    path.touch()


def a_letter(path: Path, _example: Path) -> None:
    path.write_text("Madame, Monsieur,\n" * 40, "utf-8")


def half_a_project(path: Path, example: Path) -> None:
    whole = example.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def another_program_s_database(path: Path, _example: Path) -> None:
    raw = sqlite3.connect(path)
    raw.executescript("create table note (id, text); insert into note values (1, 'à moi');")
    raw.close()


def nothing_at_all(_path: Path, _example: Path) -> None:
    """The key was unplugged meanwhile."""


MAKERS = [a_folder, an_empty_file, a_letter, half_a_project, another_program_s_database, nothing_at_all]


def prints(folder: Path) -> dict[str, str]:
    """Every file of a folder, by its content."""
    files = [path for path in folder.iterdir() if path.is_file()]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_no_project_is_told_and_everything_stays_as_it_was(
    visiting: Hands, example: Path, tmp_path: Path, launched: list[Path], make: Make
) -> None:
    window = visiting.window
    assert window.desk.session is not None
    window.desk.session.flush()
    folder = tmp_path / "clé"
    folder.mkdir()
    wrong = folder / "Projet d’été.labdesk"
    make(wrong, example)
    before, project = prints(folder), window.desk.project
    visiting.drop(window, wrong)
    visiting.until(lambda: wrong.name in window.toast.sentence)
    calm(window.toast.sentence)
    assert prints(folder) == before
    assert window.desk.project is project
    assert window.current == "journeys"
    assert launched == []


def calm(sentence: str) -> None:
    """Words of a person, not of a program."""
    assert sentence.rstrip().endswith((".", ")"))
    for jargon in ("Error", "Traceback", "sqlite", "None", "Errno", "database disk"):
        assert jargon not in sentence


@pytest.mark.parametrize("make", MAKERS)
def test_from_accueil_too(hands: Hands, shipped: Path, tmp_path: Path, make: Make) -> None:
    wrong = tmp_path / "Projet d’été.labdesk"
    make(wrong, shipped)
    hands.drop(hands.window, wrong)
    hands.until(lambda: wrong.name in hands.window.toast.sentence)
    calm(hands.window.toast.sentence)
    assert hands.window.current == "home"
    assert hands.window.desk.session is None


def test_a_json_that_is_none_names_the_line(hands: Hands, tmp_path: Path) -> None:
    wrong = tmp_path / "échange.json"
    wrong.write_text('{\n "project": {\n  "title": "Carte",\n }\n}', "utf-8")
    hands.drop(hands.window, wrong)
    hands.until(lambda: wrong.name in hands.window.toast.sentence)
    assert "ligne 4" in plain(hands.window.toast.sentence)
    assert list(tmp_path.glob("*.labdesk")) == []


def test_a_project_of_a_newer_labdesk_is_read_and_never_written(sit: Sit, example: Path) -> None:
    raw = sqlite3.connect(example)
    raw.execute("pragma user_version = 900")
    raw.close()
    before = sha256(example.read_bytes()).hexdigest()
    hands = sit()
    hands.drop(hands.window, example)
    hands.until(lambda: hands.window.current == "journeys")
    assert hands.window.top.pill.text() == "Lecture seule"
    assert "plus récent" in hands.window.toast.sentence
    project = hands.window.desk.project
    for place in ("Alt+3", "Alt+4", "Alt+5", "Alt+6"):
        hands.press(place)
        hands.type("Essai")
        hands.press("Return", "Ins", "Del", "Ctrl+Z", "Esc")
    assert hands.window.desk.project == project
    hands.window.close()
    assert sha256(example.read_bytes()).hexdigest() == before


# -- pictures
@pytest.fixture
def on_card(visiting: Hands) -> PrototypesPlace:
    """A card of the example, open."""
    visiting.press("Alt+5", "Return")
    place = visiting.window.place
    assert isinstance(place, PrototypesPlace)
    assert place.on_card
    return place


def test_a_picture_that_is_none_adds_nothing(
    visiting: Hands, on_card: PrototypesPlace, tmp_path: Path
) -> None:
    project = visiting.window.desk.project
    for name, content in (("plage.jpg", b"bonjour"), ("vide.png", b""), ("coupe.jpg", JPEG[:200])):
        (tmp_path / name).write_bytes(content)
        visiting.drop(on_card.card.photos, tmp_path / name)
        visiting.until(lambda name=name: name in visiting.window.toast.sentence)
        calm(visiting.window.toast.sentence)
    assert visiting.window.desk.project is project


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + b"\x08" * 300


@pytest.mark.parametrize("name", ["lettre.docx", "photos", "plage.jpg"])
def test_a_file_that_is_no_picture_does_not_leave_its_address_on_a_canvas(
    visiting: Hands, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if "." in name:
        path.write_bytes(b"PK\x03\x04")
    else:
        path.mkdir()
    project = visiting.window.desk.project
    canvas = visiting.window.place.page.pane.view.viewport()  # type: ignore[attr-defined]
    visiting.drop(canvas, path)
    visiting.until(lambda: bool(visiting.window.toast.sentence))
    assert visiting.window.desk.project == project


# -- texts
WORDS = " ".join(f"mot{n}" for n in range(2700))
"""Twenty thousand characters without a line end."""


@pytest.fixture
def on_journey(hands: Hands) -> Hands:
    """An empty journey, ready to be typed in."""
    tell_title(hands)
    hands.click(hands.window.place.new_buttons["journey"])  # type: ignore[attr-defined]
    return hands


def texts(project: Project) -> list[str]:
    """The notes, in order."""
    return [note.text or "" for note in sorted(project.note.values(), key=lambda note: note.place or "")]


@pytest.mark.parametrize("typing", [False, True], ids=["on the cell", "in a note"])
def test_three_pages_of_text_become_notes_and_not_a_word_is_lost(on_journey: Hands, typing: bool) -> None:
    assert len(WORDS) > 20_000
    if typing:
        on_journey.type("Début ")
    on_journey.paste(WORDS)
    on_journey.press("Esc")
    kept = texts(on_journey.window.desk.project)
    assert " ".join(" ".join(kept).split()) == ("Début " if typing else "") + WORDS
    assert max(map(len, kept)) <= 2000
    assert "notes" in on_journey.window.toast.sentence


def test_three_pages_of_text_stand_whole_in_a_section(on_journey: Hands) -> None:
    on_journey.press("Alt+6", "Ctrl+1", "Down", "Return")
    on_journey.paste(WORDS)
    on_journey.press("Ctrl+2")
    assert [section.text for section in on_journey.window.desk.project.section.values()] == [WORDS]


def test_lines_pasted_on_five_whys_stand_in_one_chain(hands: Hands) -> None:
    tell_title(hands)
    hands.press("Alt+4")
    hands.click(hands.window.place.new_buttons["problem"])  # type: ignore[attr-defined]
    hands.press("Ctrl+6")
    hands.paste("Cinq semaines d’attente\nUne seule machine\nElle coûte cher")
    project = hands.window.desk.project
    (chain,) = project.line
    assert [note.line for note in project.note.values()] == [chain] * 3
    shown = [box.text for part in hands.window.place.page.board.plan.parts for box in part.boxes]  # type: ignore[attr-defined]
    assert set(texts(project)) <= set(shown)


def test_a_field_of_one_line_says_that_it_does_not_hold_three_pages(on_journey: Hands) -> None:
    on_journey.press("Alt+6", "Ctrl+1", "Return")
    field = on_journey.focus
    on_journey.paste(WORDS)
    on_journey.rest()
    assert plain(field.accessibleDescription()).startswith("Ce champ tient en 300 caractères")
    on_journey.press("Return")
    assert len(on_journey.window.desk.project.head.cover_title or "") <= 300


DIRTY = "Un\x00 deux\x07 trois\x1b[31m\u2028quatre\x0bcinq\r\nsix"


def test_control_characters_stay_outside(on_journey: Hands) -> None:
    on_journey.type("Avant ")
    on_journey.paste(DIRTY)
    on_journey.press("Esc", "Alt+6", "Ctrl+1", "Down", "Return")
    on_journey.paste(DIRTY)
    on_journey.press("Ctrl+2")
    project = on_journey.window.desk.project
    kept = [*texts(project), *(section.text or "" for section in project.section.values())]
    assert len(kept) > 1
    for text in kept:
        assert all(letter.isprintable() or letter == "\n" for letter in text), repr(text)
        assert text.replace("Avant ", "").startswith("Un")
