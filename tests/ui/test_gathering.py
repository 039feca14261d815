"""Gathering the tables: both versions shown, one chosen or both kept, and the choice can be undone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import write_section
from labdesk.domain.commands.notes import add_note, write_note
from labdesk.store.session import Session
from labdesk.ui.desk import Desk
from labdesk.ui.gathering import choose, disagreements, gather, keep_all, version_words, where


@pytest.fixture
def canvas(desk: Desk) -> str:
    """A problem canvas that every table has."""
    made, gesture = create_canvas(desk.project, desk.catalogue.types["problem"], title="Trop d’attente")
    desk.do(gesture)
    return made


def gathered(desk: Desk, files: list[Path], qtbot: QtBot) -> str:
    told: list[str] = []
    gather(desk, files, lambda report: told.append(report.sentence()), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    return told[0]


def table(desk: Desk, path: Path, author: str) -> Session:
    """A copy of the project on the laptop of a table."""
    assert desk.session is not None
    desk.session.copy_to(path)
    return Session.open(path, author)


def test_two_tables_wrote_the_same_phrase_and_nobody_chooses_for_them(
    desk: Desk, canvas: str, qtbot: QtBot, tmp_path: Path
) -> None:
    note, gesture = add_note(desk.project, canvas, "facts", "Des délais")
    desk.do(gesture)
    other = table(desk, tmp_path / "table.labdesk", "a" * 16)
    other.do(write_note(other.project, note, "63 jours d’attente"))
    other.close()
    desk.do(write_note(desk.project, note, "Neuf semaines d’attente"))
    sentence = gathered(desk, [tmp_path / "table.labdesk"], qtbot)
    assert "1 désaccord" in sentence
    one = disagreements(desk)[0]
    assert where(desk.project, desk.types, one).startswith("Trop d’attente")
    versions = {version_words(desk.project, desk.types, one, v.value) for v in one.versions}
    assert versions == {"63 jours d’attente", "Neuf semaines d’attente"}
    desk.do(choose(one, "63 jours d’attente"))
    assert disagreements(desk) == ()
    assert desk.project.note[note].text == "63 jours d’attente"
    desk.undo()
    assert len(disagreements(desk)) == 1
    desk.do(keep_all(desk.project, disagreements(desk)[0]))
    texts = [n.text for n in desk.project.notes_at(canvas, "facts")]
    assert sorted(str(text) for text in texts) == ["63 jours d’attente", "Neuf semaines d’attente"]
    assert disagreements(desk) == ()


def test_a_text_of_the_dossier_is_named_by_its_section(
    desk: Desk, canvas: str, qtbot: QtBot, tmp_path: Path
) -> None:
    other = table(desk, tmp_path / "table.labdesk", "b" * 16)
    other.do(write_section(other.project, "summary", "Là-bas"))
    other.close()
    desk.do(write_section(desk.project, "summary", "Ici"))
    gathered(desk, [tmp_path / "table.labdesk"], qtbot)
    assert where(desk.project, desk.types, disagreements(desk)[0]) == "Synthèse"


def test_a_file_that_is_no_project_is_named_in_the_report(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    wrong = tmp_path / "photo.labdesk"
    wrong.write_bytes(b"ceci n'est pas un projet")
    assert desk.session is not None
    told: list[tuple[str, ...]] = []
    gather(
        desk, [wrong], lambda report: told.append(report.problems), lambda sentence: told.append((sentence,))
    )
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "photo.labdesk" in told[0][0]


def test_a_version_is_named_by_the_table_that_wrote_it(
    desk: Desk, canvas: str, qtbot: QtBot, tmp_path: Path
) -> None:
    note, gesture = add_note(desk.project, canvas, "facts", "Des délais")
    desk.do(gesture)
    for name, author in (("Table 1", "a" * 16), ("Table 2", "b" * 16)):
        other = table(desk, tmp_path / f"{name}.labdesk", author)
        other.do(write_note(other.project, note, f"vu à la {name}"))
        other.do(add_note(other.project, canvas, "facts", "de plus", author_table=name)[1])
        other.close()
    gathered(desk, [tmp_path / "Table 1.labdesk", tmp_path / "Table 2.labdesk"], qtbot)
    assert desk.session is not None
    assert desk.session.tables_said() == {"a" * 16: "Table 1", "b" * 16: "Table 2"}
    desk.do(add_note(desk.project, canvas, "facts", "au nom de la table 1", author_table="Table 1")[1])
    assert desk.session.author in desk.session.tables_said()
