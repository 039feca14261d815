"""Copies are gathered, damaged files saved, words found again."""

from pathlib import Path

from labdesk.cli import BLOCKED, DONE, UNUSABLE
from labdesk.domain.commands import dossier, notes
from labdesk.store.session import Session
from tests.cli.conftest import EXAMPLE, Run


def test_copies_of_a_project_are_gathered(run: Run, example: Path, tmp_path: Path) -> None:
    other = tmp_path / "table2.labdesk"
    other.write_bytes(example.read_bytes())
    session = Session.open(other)
    canvas = session.project.canvases("journey")[0].id
    session.do(notes.add_note(session.project, canvas, "tray", "vu à la table 2")[1])
    session.close()
    code, given, _said = run("merge", example, other)
    assert code == DONE
    assert given.startswith("1 table, 1 note nouvelle, 0 désaccord, 420 notes lues, 420 présentes")
    assert run("search", "table 2", "--in", tmp_path)[1].count("vu à la table 2") == 2


def test_a_disagreement_is_told_where_it_stands(run: Run, example: Path, tmp_path: Path) -> None:
    other = tmp_path / "table2.labdesk"
    other.write_bytes(example.read_bytes())
    for path, words in ((example, "Achat de mobilier"), (other, "Location de mobilier")):
        session = Session.open(path)
        row = session.project.in_order("expense")[0]
        session.do(dossier.set_row(session.project, "expense", row.id, "label", words))
        session.close()
    code, given, _said = run("merge", example, other)
    assert code == DONE
    assert "Dépenses\u00a0: «\u00a0" in given.replace(" :", "\u00a0:")
    assert "expense" not in given


def test_a_file_that_is_no_project_is_told_and_the_others_are_gathered(
    run: Run, example: Path, tmp_path: Path
) -> None:
    stranger = tmp_path / "autre.labdesk"
    stranger.write_bytes(b"rien")
    good = tmp_path / "table2.labdesk"
    good.write_bytes(example.read_bytes())
    code, given, said = run("merge", example, stranger, good)
    assert code == UNUSABLE
    assert given.startswith("1 table")
    assert "autre.labdesk" in said


def test_a_damaged_project_is_checked_as_such_and_recovered(run: Run, example: Path, tmp_path: Path) -> None:
    data = bytearray(example.read_bytes())
    data[40_000:44_096] = b"\0" * 4096
    damaged, out = tmp_path / "abime.labdesk", tmp_path / "sauve.labdesk"
    damaged.write_bytes(data)
    assert run("check", damaged)[0] == UNUSABLE
    code, given, _said = run("recover", damaged, out)
    assert code == DONE
    assert "Le fichier abîmé n’a pas été touché." in given
    assert damaged.read_bytes() == data
    assert run("check", out)[0] in (DONE, BLOCKED)


def test_words_are_found_across_the_projects_of_a_folder(run: Run, example: Path, tmp_path: Path) -> None:
    code, given, _said = run("search", "intérim", "--in", tmp_path)
    assert code == DONE
    assert "Agences d’intérim" in given
    assert run("search", "intérim")[:2] == (DONE, "")  # nobody opened it here
    assert run("import", EXAMPLE, tmp_path / "vu.labdesk")[0] == DONE
    assert "Agences d’intérim" in run("search", "interim")[1]
    code, given, said = run("search", "introuvablement", "--in", tmp_path)
    assert (code, given) == (DONE, "")
    assert "Rien trouvé" in said
