"""Exports are kept in the project, named, compared with now."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from labdesk.cli import DONE, UNUSABLE
from labdesk.domain.commands import dossier
from labdesk.store.session import Session
from tests.cli.conftest import Run, pages_text


def test_each_export_is_kept_with_its_name_and_compared_with_now(
    run: Run, example: Path, tmp_path: Path
) -> None:
    first = tmp_path / "mars.pdf"
    code, given, _said = run("export", example, first, "--keep-as", "envoyée au SGAR")
    assert code == DONE
    assert "Version gardée" in given
    assert "envoyée au SGAR" in given
    session = Session.open(example)
    project = session.project
    expense = project.in_order("expense")[0].id
    session.do(dossier.set_year(project, expense, 2028, "amount", 2_350_000))
    session.do(dossier.write_section(project, "summary", project.text("summary").replace("63", "58")))
    session.close()
    code, given, _said = run("versions", example, "--since", "envoyée au SGAR")
    said = given.replace("\u202f", " ").replace("\u00a0", " ")
    assert code == DONE
    assert "Total des dépenses : 76 200 € → 77 700 € (+1 500 €)" in said
    assert "[−63−][+58+]" in said
    assert "Nouveau : " in said, "resources do not add up any more"
    paper = tmp_path / "avril.pdf"
    assert run("export", example, paper, "--changes-since", "last")[0] == DONE
    told = pages_text(paper).replace("\u202f", " ").replace("\u00a0", " ")
    assert "Ce qui a changé depuis la version du" in told
    assert "(envoyée au SGAR)" in told
    assert "+1 500 €" in told
    code, given, _said = run("versions", example)
    assert [line.split(" · ")[-1] for line in given.splitlines()] == ["avril.pdf", "mars.pdf"]
    session = Session.open(example, read_only=True)
    kept = {version.file: version.sha for version in session.project.version.values()}
    session.close()
    assert kept["mars.pdf"] == hashlib.sha256(first.read_bytes()).hexdigest()


def test_the_same_content_exported_twice_gives_the_same_bytes(
    run: Run, example: Path, tmp_path: Path
) -> None:
    one, other = tmp_path / "un.pdf", tmp_path / "deux.pdf"
    assert run("export", example, tmp_path / "avant.pdf", "--keep-as", "avant")[0] == DONE
    for paper in (one, other):
        assert run("export", example, paper, "--changes-since", "avant")[0] == DONE
    assert one.read_bytes() == other.read_bytes()
    session = Session.open(example, read_only=True)
    versions = session.project.version.values()
    assert len({version.parts for version in versions}) == 1, "what is the same is kept once"
    session.close()


def test_a_version_nobody_kept_is_told_with_those_there_are(run: Run, example: Path, tmp_path: Path) -> None:
    assert "Aucune version" in run("versions", example)[2]
    code, given, said = run("export", example, tmp_path / "x.pdf", "--changes-since", "mars")
    assert (code, given) == (UNUSABLE, "")
    assert "aucune version" in said
    assert run("export", example, tmp_path / "x.docx")[0] == DONE
    assert "x.docx" in run("versions", example, "--since", "mars")[2]
    assert "ne va pas" in run("export", example, tmp_path / "x.json", "--keep-as", "a")[2]
    assert "ne va pas" in run("export", example, tmp_path / "x.pdf", "--note", "--changes-since", "last")[2]


def test_a_project_that_cannot_be_written_exports_all_the_same(
    run: Run, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = sqlite3.connect(example)
    raw.execute("PRAGMA user_version = 99")  # a file of the future is only read, even by the super-user
    raw.commit()
    raw.close()
    before = example.read_bytes()
    code, given, said = run("export", example, tmp_path / "x.pdf")
    assert code == DONE
    assert given.endswith(" pages\n")
    assert said == (
        "Le document est écrit\u202f; la version n’est pas gardée dans le projet. "
        "«\u00a0exemple.labdesk\u00a0» ne peut qu’être lu d’ici.\n"
    )
    assert example.read_bytes() == before


def test_a_project_open_in_a_window_keeps_the_version_of_an_export_beside(
    run: Run, example: Path, tmp_path: Path
) -> None:
    window = Session.open_alone(example)
    try:
        code, given, said = run("export", example, tmp_path / "note.pdf", "--note", "--keep-as", "à côté")
        assert (code, said) == (DONE, "")
        assert "Version gardée" in given
        window.do(dossier.write_section(window.project, "summary", "Écrit pendant ce temps."))
    finally:
        window.close()
    after = Session.open(example, read_only=True)
    assert [version.name for version in after.project.version.values()] == ["à côté"]
    assert after.project.text("summary") == "Écrit pendant ce temps."
    after.close()


def test_a_project_that_another_program_writes_exports_and_says_that_nothing_is_kept(
    run: Run, example: Path, tmp_path: Path
) -> None:
    other = sqlite3.connect(example, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    code, given, said = run("export", example, tmp_path / "note.pdf", "--note")
    other.close()
    assert code == DONE
    assert given.endswith(" pages\n")
    assert said.startswith("Le document est écrit")
    assert "occupé par un autre programme" in said
