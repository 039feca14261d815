"""A project is made of another file, and nothing is when that file is none."""

import json
import sqlite3
from pathlib import Path

import pytest

from labdesk.cli import DONE, UNUSABLE
from labdesk.exchange.json_text import same
from labdesk.store.session import Session
from tests.cli.conftest import EXAMPLE, Run, listing


def test_what_is_imported_from_json_is_exported_the_same(run: Run, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "sortie.json"
    code, given, _said = run("export", example, out)
    assert (code, given) == (DONE, f"{out} : 8 images à côté\n")
    assert same(json.loads(out.read_text("utf-8")), json.loads(EXAMPLE.read_text("utf-8")))
    pictures = sorted((tmp_path / "sortie_photos").iterdir())
    assert len(pictures) == 8
    again = tmp_path / "encore.labdesk"
    assert run("import", out, again)[1] == f"{again} : 16 canevas, 419 notes, 8 photos\n"
    with sqlite3.connect(again) as file:
        assert file.execute("SELECT count(*) FROM photo WHERE picture IS NOT NULL").fetchone() == (8,)


@pytest.mark.parametrize("suffix", ["csv", "md"])
def test_data_come_out_and_go_in_again(run: Run, example: Path, tmp_path: Path, suffix: str) -> None:
    out, again = tmp_path / f"sortie.{suffix}", tmp_path / "encore.labdesk"
    assert run("export", example, out)[0] == DONE
    assert run("import", out, again)[0] == DONE
    session = Session.open(again, read_only=True)
    assert len(session.project.canvases("journey")) == 4
    session.close()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.json", '{"title": "a",}', "ligne 1, colonne 15"),
        ("a.json", '{"nom": 1}', "pas un projet LabDesk"),
        ("a.json", '{"problems": [{"facts": ["' + "mot " * 5000 + '"]}]}', "problems[0].facts[0]"),
        ("a.json", '{"prototypes": [{"photos": [{"file": "faux.jpg"}]}]}', "faux.jpg"),
        ("a.mmd", "graph TD", "aucun parcours mermaid"),
        ("a.csv", "a;b\n1;2", "les colonnes"),
        ("a.pdf", "rien", "n’est pas un PDF"),
        ("a.docx", "rien", "se reprend dans la fenêtre"),
    ],
)
def test_a_source_that_cannot_be_read_leaves_nothing_behind(
    run: Run, tmp_path: Path, name: str, content: str, told: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    (tmp_path / "faux.jpg").write_text("pas une image", "utf-8")
    before = listing(tmp_path)
    code, given, said = run("import", tmp_path / name, tmp_path / "x.labdesk")
    assert (code, given) == (UNUSABLE, "")
    assert told in said
    assert listing(tmp_path) == before


def test_a_picture_that_is_missing_is_told_and_the_rest_is_imported(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    source.write_text('{"prototypes": [{"name": "Kit", "photos": [{"file": "absent.jpg"}]}]}', "utf-8")
    code, given, said = run("import", source, tmp_path / "x.labdesk")
    assert code == DONE
    assert "1 photo" in given
    assert "absent.jpg" in said


def test_unknown_members_are_told_at_import_and_come_back_at_export(run: Run, tmp_path: Path) -> None:
    source, project, out = tmp_path / "a.json", tmp_path / "x.labdesk", tmp_path / "b.json"
    value = {"title": "T", "avis": {"n": [1.5, None]}, "personas": [{"name": "Léa", "clé": True}]}
    source.write_text(json.dumps(value), "utf-8")
    _code, _given, said = run("import", source, project)
    assert "personas[0].clé\u00a0: champ inconnu" in said
    assert run("export", project, out)[0] == DONE
    assert json.loads(out.read_text("utf-8")) == value


def test_control_characters_are_cleaned_before_they_reach_any_file(run: Run, tmp_path: Path) -> None:
    source, project = tmp_path / "a.json", tmp_path / "x.labdesk"
    source.write_text(
        '{"title": "a\\u0007b", "personas": [{"name": "L\\u0000éa", "needs": ["\\ud800x"]}]}', "utf-8"
    )
    code, _given, said = run("import", source, project)
    assert code == DONE
    assert said.startswith("3 caractères de contrôle retirés.")
    for suffix in ("pdf", "docx", "odt", "md", "csv", "json"):
        assert run("export", project, tmp_path / f"sortie.{suffix}")[0] == DONE
