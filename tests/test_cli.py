"""The command line as people type it: results on stdout, sentences on stderr, exit codes."""

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import docx
import pikepdf
import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from labdesk.__main__ import main
from labdesk.cli import BLOCKED, DONE, UNUSABLE
from labdesk.domain.commands import dossier, notes
from labdesk.domain.commands.follow_up import add_event
from labdesk.domain.quotes import mark
from labdesk.exchange.json_text import same
from labdesk.store.session import Session

EXAMPLE = Path(__file__).parents[1] / "resources" / "examples" / "example_attractivite.json"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command: its exit code, what it gave, what it said."""

    def typed(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        given, said = capsys.readouterr()
        assert "Traceback" not in said
        return code, given, said

    return typed


@pytest.fixture(scope="session")
def example_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("exemple") / "exemple.labdesk"
    assert main(["example", str(path)]) == DONE
    return path.read_bytes()


@pytest.fixture
def example(tmp_path: Path, example_bytes: bytes) -> Path:
    """The example project, in a folder of this test."""
    path = tmp_path / "exemple.labdesk"
    path.write_bytes(example_bytes)
    return path


def pages_text(path: Path) -> str:
    document = PdfDocument(path)
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(said.split())


def letters(text: str) -> str:
    """A text without spaces and hyphens: lines end where they like."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\u00ad\ufffe")


def listing(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# -- the whole chain ------------------------------------------------------------------------------------
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


def test_one_journey_leaves_as_mermaid(run: Run, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "parcours.mmd"
    code, _given, said = run("export", example, out)
    assert code == UNUSABLE
    assert "--canvas" in said
    assert run("export", example, out, "--canvas", "j_candidate")[0] == DONE
    assert out.read_text("utf-8").startswith("journey\n    title Devenir agent")


def test_a_pdf_that_carries_its_project_gives_it_back_but_for_what_is_reserved(
    run: Run, example: Path, tmp_path: Path
) -> None:
    paper, again = tmp_path / "dossier.pdf", tmp_path / "encore.labdesk"
    agreed = ("--agree", "stakeholders", "--agree", "left_out")
    code, _given, said = run("export", example, paper, "--embed-project", *agreed)
    assert code == DONE
    assert "ne contient pas 12 éléments réservés au laboratoire" in said
    assert "À qui profite la situation" in said
    assert "Textes hors du profil de ce dossier (7)" in said
    code, given, said = run("import", paper, again)
    assert given == f"{again} : 16 canevas, 418 notes, 8 photos\n"
    assert "ne contient pas 12 éléments réservés" in said
    assert run("check", again)[0] == DONE


def test_no_reserved_word_is_in_the_bytes_of_a_pdf_that_carries_its_project(
    run: Run, example: Path, tmp_path: Path
) -> None:
    """Zones that never leave, those nobody agreed to, private notes, former versions, what followed; a quote
    of a note that has moved there since, a text of another profile."""
    session = Session.open(example)
    canvas = session.project.canvases("problem")[0].id
    journey = session.project.canvases("journey")[0].id
    step = session.project.steps_of(journey)[0].id
    for zone, words in (("beneficiaries", "Zorglub-jamais"), ("stakeholders", "Zorglub-demander")):
        session.do(notes.add_note(session.project, canvas, zone, words)[1])
    quoted, gesture = notes.add_note(session.project, canvas, "facts", "Zorglub-cité")
    session.do(gesture)
    said = f"Cocatrix-cite : {mark(f'note:{quoted}', 'Zorglub-cité')}."
    session.do(dossier.write_section(session.project, "sustainability", said, marked=True))
    session.do(notes.move_notes(session.project, (quoted,), "stakeholders"))
    session.do(dossier.write_section(session.project, "options", "Zorglub-autre-profil"))
    session.do(notes.add_note(session.project, journey, "tray", "Zorglub-ranger")[1])
    note, gesture = notes.add_note(session.project, journey, "actions", "Cocatrix-visible", step=step)
    session.do(gesture)
    session.do(notes.set_note(session.project, note, "facilitator_note", "Zorglub-animation"))
    session.do(dossier.write_section(session.project, "summary", "Zorglub-ancien texte de mars"))
    session.close()
    assert run("export", example, tmp_path / "mars.pdf")[0] == DONE
    session = Session.open(example)
    session.do(dossier.write_section(session.project, "summary", "Cocatrix-nouveau texte"))
    session.do(add_event(session.project, "refused", date(2027, 3, 12), said="Zorglub-motif")[1])
    session.close()
    paper = tmp_path / "dossier.pdf"
    assert run("export", example, paper, "--embed-project")[0] == DONE
    whole = everything_in(paper)
    for word in ("Cocatrix-visible", "Cocatrix-nouveau", "Cocatrix-cite"):
        assert word.encode() in whole
    assert b"Zorglub" not in whole
    assert run("export", example, paper, "--embed-project", "--agree", "stakeholders")[0] == DONE
    assert b"Zorglub-demander" in everything_in(paper)
    assert b"Zorglub-jamais" not in everything_in(paper)


def everything_in(paper: Path) -> bytes:
    """The bytes of a PDF and of everything in it, decompressed; what is carried inside too."""
    with pikepdf.open(paper) as document:
        streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        found = [paper.read_bytes()]
        for stream in streams:
            found.append(stream.read_raw_bytes())
            with suppress(pikepdf.PdfError):  # a picture stays as it is
                found.append(stream.read_bytes())
    return b"\n".join(found)


# -- versions -------------------------------------------------------------------------------------------
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


def test_the_project_inside_is_the_same_bytes_too_from_one_process_to_the_next(
    example: Path, tmp_path: Path
) -> None:
    papers = []
    for seed in ("1", "2"):  # sets of names come in another order
        papers.append(tmp_path / f"{seed}.pdf")
        command = [
            sys.executable,
            "-m",
            "labdesk",
            "export",
            str(example),
            str(papers[-1]),
            "--embed-project",
        ]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert papers[0].read_bytes() == papers[1].read_bytes()


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
    assert "La version n’est pas gardée" in said
    assert example.read_bytes() == before


def test_what_was_deleted_does_not_travel_inside_a_pdf(run: Run, example: Path, tmp_path: Path) -> None:
    session = Session.open(example)
    secret = next(iter(session.project.note))
    session.do(notes.write_note(session.project, secret, "Madame Untel m’a dit"))
    session.do(notes.delete_notes(session.project, [secret]))
    session.close()
    paper, again = tmp_path / "dossier.pdf", tmp_path / "encore.labdesk"
    assert run("export", example, paper, "--embed-project")[0] == DONE
    assert run("import", paper, again)[0] == DONE
    assert b"Madame Untel" not in again.read_bytes()


# -- documents ------------------------------------------------------------------------------------------
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


# -- blocking findings ----------------------------------------------------------------------------------
@pytest.fixture
def unbalanced(example: Path) -> Path:
    """The example, one euro short."""
    session = Session.open(example)
    row = session.project.in_order("resource")[0]
    session.do(dossier.set_row(session.project, "resource", row.id, "amount", 3_809_900))
    session.close()
    return example


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


def test_a_check_can_be_read_by_a_program(run: Run, unbalanced: Path) -> None:
    code, given, _said = run("check", unbalanced, "--json")
    answer = json.loads(given)
    assert code == BLOCKED
    assert answer["sound"] is True
    assert answer["blocking"] == sum(finding["severity"] == "blocking" for finding in answer["findings"]) > 0
    assert answer["total"] == len(answer["sections"]) == 17


def test_a_check_tells_each_finding_and_what_to_do(run: Run, example: Path) -> None:
    code, given, _said = run("check", example)
    assert code == DONE
    assert given.startswith("Fichier sain.\n17 sections prêtes sur 17")


# -- gather, recover, search ----------------------------------------------------------------------------
def test_copies_of_a_project_are_gathered(run: Run, example: Path, tmp_path: Path) -> None:
    other = tmp_path / "table2.labdesk"
    other.write_bytes(example.read_bytes())
    session = Session.open(other)
    canvas = session.project.canvases("journey")[0].id
    session.do(notes.add_note(session.project, canvas, "tray", "vu à la table 2")[1])
    session.close()
    code, given, _said = run("merge", example, other)
    assert code == DONE
    assert given.startswith("1 table, 420 notes reçues, dont 1 nouvelle, 420 présentes")
    assert run("search", "table 2", "--in", tmp_path)[1].count("vu à la table 2") == 2


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


# -- bad input ------------------------------------------------------------------------------------------
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


def test_an_existing_project_is_never_overwritten(run: Run, example: Path) -> None:
    before = example.read_bytes()
    for command in (("example", example), ("import", EXAMPLE, example), ("recover", example, example)):
        code, _given, said = run(*command)
        assert code == UNUSABLE
        assert "existe déjà" in said
    assert example.read_bytes() == before


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


# -- usage ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export",), "Il manque : FICHIER, OUT."),
        (("export", "a.labdesk", "b.pdf", "--inconnu"), "Argument inconnu : --inconnu."),
        (("export", "a.labdesk", "b.pdf", "--paper"), "--paper : une valeur est attendue."),
        (("export", "a.labdesk", "b.pdf", "--paper", "A9"), "--paper : « A9 » n’est pas possible ; choix : "),
        (("export", "a.labdesk", "b.pdf", "--note", "--report"), "--report : ne va pas avec --note."),
        (("export", "a.labdesk", "b.rtf"), "LabDesk exporte en .pdf"),
        (("export", "a.labdesk", "b.pdf", "--paper", "A3"), "--paper ne va pas avec cet export."),
        (("export", "a.labdesk", "b.csv", "--final"), "--final ne va pas avec cet export."),
        (("export", "a.labdesk", "b.docx", "--embed-project"), "--embed-project ne va pas avec cet export."),
        (("export", "a.labdesk", "b.pdf", "--profile", "inconnu"), "Le profil « inconnu » n’existe pas ici"),
        (("example", "exemple.zip"), "le nom d’un projet finit par .labdesk"),
        (("search", "mot", "--in", "absent"), "n’est pas un dossier"),
    ],
)
def test_wrong_usage_is_told_in_french(run: Run, words: tuple[str, ...], told: str) -> None:
    code, given, said = run(*words)
    assert (code, given) == (UNUSABLE, "")
    assert told in " ".join(said.split()).replace("\u202f", " ").replace("\u00a0", " ")


def test_help_is_in_french(run: Run) -> None:
    code, given, said = run("--help")
    assert (code, said) == (DONE, "")
    assert "Usage" in given
    for english in ("positional", "options:", "show this", "usage:"):
        assert english not in given
    assert "sans la mention" in " ".join(run("export", "--help")[1].split())


def test_something_unforeseen_leaves_a_report_and_no_trace_on_screen(
    run: Run, example: Path, tmp_path: Path, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "le texte " + "secret".upper()

    def broken(*_a: object, **_k: object) -> None:
        raise ZeroDivisionError(words)

    monkeypatch.setattr("json.dumps", broken)
    code, given, said = run("export", example, tmp_path / "x.json")
    assert (code, given) == (UNUSABLE, "")
    reports = list((own_data_folder / "reports").glob("rapport-*.txt"))
    assert len(reports) == 1
    assert str(reports[0]) in said
    assert "ZeroDivisionError" in reports[0].read_text("utf-8")
    assert "SECRET" not in reports[0].read_text("utf-8") + said


# -- as a program ---------------------------------------------------------------------------------------
def program(*words: object, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "labdesk", *map(str, words)],
        capture_output=True,
        env={**os.environ, **env},
        cwd=EXAMPLE.parents[2],
    )


def test_commands_need_no_window_library(example: Path, tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from labdesk.__main__ import main\n"
        f"code = main(['export', {str(example)!r}, {str(tmp_path / 'n.pdf')!r}, '--note'])\n"
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=EXAMPLE.parents[2])
    assert done.returncode == DONE, done.stderr
    assert (tmp_path / "n.pdf").exists()


def test_a_console_without_accents_does_not_stop_a_command(example: Path) -> None:
    done = program("check", example, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == DONE, done.stderr
    assert b"sections pr?tes" in done.stdout


def test_a_result_can_be_read_by_half(example: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "labdesk", "check", str(example), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=EXAMPLE.parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert io.BytesIO(example.read_bytes()).read(6) == b"SQLite"


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
