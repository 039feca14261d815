"""A file that is no project, or may not be written, is told and left as it was."""

import sqlite3
from pathlib import Path

from labdesk.cli import UNUSABLE
from tests.cli.conftest import EXAMPLE, Run, listing


def test_what_is_no_project_is_told_in_a_sentence_and_nothing_changes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "texte.labdesk").write_text("ceci est un texte", "utf-8")
    (tmp_path / "vide.labdesk").write_bytes(b"")
    (tmp_path / "dossier.labdesk").mkdir()
    with sqlite3.connect(tmp_path / "base.labdesk") as other:
        other.execute("CREATE TABLE a (b)")
    before = listing(tmp_path)
    for name in ("texte", "vide", "dossier", "base", "absent"):
        path = tmp_path / f"{name}.labdesk"
        for command in (("check", path), ("export", path, tmp_path / "x.pdf"), ("merge", path, path)):
            code, given, said = run(*command)
            assert (code, given) == (UNUSABLE, ""), (name, command)
            assert said.strip()
    assert listing(tmp_path) == before


def test_the_folder_one_stands_in_is_called_by_its_path(run: Run) -> None:
    code, _given, said = run("check", ".")
    assert (code, said) == (UNUSABLE, "«\u00a0.\u00a0» est un dossier, pas un projet LabDesk.\n")


def test_a_truncated_project_is_refused_and_left_as_it_is(run: Run, example: Path, tmp_path: Path) -> None:
    cut = tmp_path / "coupe.labdesk"
    cut.write_bytes(example.read_bytes()[: 100 * 1024])
    code, _given, said = run("export", cut, tmp_path / "x.pdf")
    assert code == UNUSABLE
    assert "coupe.labdesk" in said
    assert not (tmp_path / "x.pdf").exists()


def test_a_project_of_a_newer_version_is_never_written(run: Run, example: Path, tmp_path: Path) -> None:
    with sqlite3.connect(example) as file:
        file.execute("PRAGMA user_version = 99")
    before = example.read_bytes()
    assert run("merge", example, example)[0] == UNUSABLE
    code, _given, said = run("check", example)
    assert code == UNUSABLE
    assert "version plus récente" in said
    assert example.read_bytes() == before


def test_an_existing_project_is_never_overwritten(run: Run, example: Path) -> None:
    before = example.read_bytes()
    for command in (("example", example), ("import", EXAMPLE, example), ("recover", example, example)):
        code, _given, said = run(*command)
        assert code == UNUSABLE
        assert "existe déjà" in said
    assert example.read_bytes() == before
