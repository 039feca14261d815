"""A dossier, a note, a report, a canvas leave a project, in the format the name asks for."""

import sqlite3
from pathlib import Path

import docx
import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from labdesk.cli import BLOCKED, DONE, UNUSABLE
from tests.cli.conftest import EXAMPLE, Run, letters, pages_text


def test_a_json_project_becomes_a_final_dossier_that_checks(run: Run, tmp_path: Path) -> None:
    project, paper = tmp_path / "x.labdesk", tmp_path / "dossier.pdf"
    code, given, _said = run("import", EXAMPLE, project)
    assert (code, given) == (DONE, f"{project} : 16 canevas, 419 notes, 8 photos\n")
    assert run("export", project, paper, "--final")[0] == DONE
    assert run("check", project)[0] == DONE
    text = pages_text(paper)
    assert "76 200 €" in text
    with sqlite3.connect(project) as file:
        assert file.execute("SELECT count(*) FROM note").fetchone() == (419,)
        journeys = file.execute(
            "SELECT text FROM note JOIN canvas c ON c.id = canvas WHERE c.type = 'journey'"
        )
        missing = [note for (note,) in journeys if letters(note) not in letters(text)]
    assert missing == []


def test_one_journey_leaves_as_mermaid(run: Run, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "parcours.mmd"
    code, _given, said = run("export", example, out)
    assert code == UNUSABLE
    assert "--canvas" in said
    assert run("export", example, out, "--canvas", "j_candidate")[0] == DONE
    assert out.read_text("utf-8").startswith("journey\n    title Devenir agent")


def test_note_and_report_leave_as_pdf_and_word(run: Run, example: Path, tmp_path: Path) -> None:
    assert run("export", example, tmp_path / "note.pdf", "--note")[1].endswith("note.pdf : 2 pages\n")
    code, given, _said = run("export", example, tmp_path / "cr.pdf", "--report")
    assert code == DONE
    assert 2 <= int(given.split()[-2]) <= 4
    assert run("export", example, tmp_path / "note.docx", "--note")[0] == DONE
    assert run("export", example, tmp_path / "cr.odt", "--report")[0] == DONE
    words = " ".join(p.text for p in docx.Document(str(tmp_path / "note.docx")).paragraphs)
    assert "Points de vigilance" in words


def test_a_dossier_leaves_as_word_with_all_its_sections(run: Run, example: Path, tmp_path: Path) -> None:
    assert run("export", example, tmp_path / "dossier.docx")[0] == DONE
    document = docx.Document(str(tmp_path / "dossier.docx"))
    titles = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert "Plan de financement" in titles
    assert len(document.inline_shapes) >= 8


def test_what_a_web_form_takes_leaves_as_one_text(run: Run, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "démarche.txt"
    assert run("export", example, out, "--profile", "small")[0] == DONE
    text = out.read_text("utf-8-sig")
    assert "Synthèse\n========" in text
    assert "76\u202f200\u00a0€" in text


def test_pages_leave_as_pictures(run: Run, example: Path, tmp_path: Path) -> None:
    code, given, _said = run("export", example, tmp_path / "note.png", "--note")
    assert (code, given) == (DONE, f"{tmp_path / 'note.png'} : 2 images\n")
    for name in ("note-01.png", "note-02.png"):
        with Image.open(tmp_path / name) as picture:
            assert picture.width == 1600


def test_one_canvas_leaves_alone_on_its_paper(run: Run, example: Path, tmp_path: Path) -> None:
    paper = tmp_path / "parcours.pdf"
    assert run("export", example, paper, "--canvas", "j_candidate", "--paper", "A3")[0] == DONE
    document = PdfDocument(paper)
    assert round(max(document[0].get_size()) / 72 * 25.4) == 420
    document.close()
    assert "Trois transferts puis coupure" in pages_text(paper)


def test_an_unknown_canvas_is_refused_with_the_known_ones(run: Run, example: Path, tmp_path: Path) -> None:
    code, _given, said = run("export", example, tmp_path / "x.pdf", "--canvas", "j_autre")
    assert code == UNUSABLE
    assert "j_candidate · Devenir agent" in said


def test_a_document_can_speak_english(run: Run, example: Path, tmp_path: Path) -> None:
    assert run("export", example, tmp_path / "d.csv", "--lang", "en")[0] == DONE
    assert ";Pain points;" in (tmp_path / "d.csv").read_text("utf-8-sig")
    assert run("export", example, tmp_path / "d.pdf", "--lang", "en", "--profile", "small")[0] == DONE


def test_a_final_export_one_euro_short_is_refused_and_the_draft_offered(
    run: Run, unbalanced: Path, tmp_path: Path
) -> None:
    out = tmp_path / "dossier.pdf"
    out.write_bytes(b"le dossier d'hier")
    code, given, said = run("export", unbalanced, out, "--final")
    assert (code, given) == (BLOCKED, "")
    assert said.startswith("Export final refusé")
    assert "FIN-01" in said
    assert "sans --final" in said
    assert out.read_bytes() == b"le dossier d'hier"
    assert run("export", unbalanced, out)[0] == DONE
    assert run("check", unbalanced)[0] == BLOCKED


@pytest.mark.parametrize("suffix", ["pdf", "docx", "odt", "json", "md", "csv", "png"])
def test_a_place_that_cannot_be_written_is_told(run: Run, example: Path, tmp_path: Path, suffix: str) -> None:
    note = ("--note",) if suffix in ("pdf", "docx", "odt", "png") else ()
    code, given, said = run("export", example, tmp_path / "absent" / f"x.{suffix}", *note)
    assert (code, given) == (UNUSABLE, "")
    assert "n’existe pas" in said
    assert not (tmp_path / "absent").exists()


def test_an_export_that_keeps_no_version_never_touches_the_project(
    run: Run, example: Path, tmp_path: Path
) -> None:
    before = example.read_bytes()
    for suffix in ("pdf", "docx"):
        assert run("export", example, tmp_path / f"x.{suffix}", "--no-keep")[0] == DONE
    for suffix in ("json", "csv", "md"):
        assert run("export", example, tmp_path / f"x.{suffix}")[0] == DONE
    run("export", example, tmp_path / "x.png", "--note")
    run("versions", example)
    run("check", example)
    run("search", "visas", "--in", tmp_path)
    assert example.read_bytes() == before
    assert not list(tmp_path.glob("*-journal"))


def test_a_canvas_leaves_as_a_poster_cut_on_small_paper(run: Run, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "affiche.pdf"
    code, given, _said = run("export", example, out, "--canvas", "j_candidate", "--paper", "A0/A4")
    assert code == DONE
    assert "26 pages" in given
    assert "Plan d’assemblage" in pages_text(out)
    code, _given, said = run(
        "export", example, tmp_path / "a.png", "--canvas", "j_candidate", "--paper", "A0/A4"
    )
    assert code == UNUSABLE
    assert "--paper A0/A4" in said
    code, _given, said = run("export", example, out, "--canvas", "j_candidate", "--paper", "A5")
    assert code == UNUSABLE
    assert "A5" in said


def test_a_document_leaves_easy_to_read(run: Run, example: Path, tmp_path: Path) -> None:
    usual, easy = tmp_path / "note.pdf", tmp_path / "facile.pdf"
    assert run("export", example, usual, "--note")[0] == DONE
    assert run("export", example, easy, "--note", "--easy")[0] == DONE
    assert b"AtkinsonHyperlegible" not in usual.read_bytes()
    assert len(PdfDocument(easy)) <= 4
    code, _given, said = run("export", example, tmp_path / "note.docx", "--note", "--easy")
    assert code == UNUSABLE
    assert "--easy" in said


def test_an_agreement_to_a_field_that_asks_for_none_is_refused_with_those_that_do(
    run: Run, example: Path, tmp_path: Path
) -> None:
    code, given, said = run("export", example, tmp_path / "x.pdf", "--agree", "verbatim_s")
    assert (code, given) == (UNUSABLE, "")
    assert "verbatim_s" in said
    assert "choix" in said
    assert not (tmp_path / "x.pdf").exists()


def test_a_report_is_neither_a_draft_nor_final(run: Run, example: Path, tmp_path: Path) -> None:
    assert run("export", example, tmp_path / "cr.pdf", "--report")[0] == DONE
    (line,) = run("versions", example)[1].splitlines()
    assert "définitif" not in line
    assert "brouillon" not in line
