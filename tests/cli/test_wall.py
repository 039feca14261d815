"""The kit for the wall."""

from pathlib import Path

from labdesk.cli import DONE, UNUSABLE
from tests.cli.conftest import Run


def test_the_wall_kit_is_written_without_a_project(run: Run, tmp_path: Path) -> None:
    code, given, _said = run("kit", tmp_path / "mur", "--paper", "A2")
    assert code == DONE
    assert "10 feuilles PDF" in given
    assert len(list((tmp_path / "mur").glob("*.pdf"))) == 10
    code, _given, said = run("kit", tmp_path / "mur", "--paper", "A4")
    assert code == UNUSABLE
    (tmp_path / "pris").write_text("x")
    code, _given, said = run("kit", tmp_path / "pris")
    assert code == UNUSABLE
    assert "est un fichier" in said
