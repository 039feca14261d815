"""A PDF that carries its project: what comes out of it again, and what never went in."""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pikepdf

from labdesk.cli import DONE
from labdesk.domain.commands import dossier, notes
from labdesk.domain.commands.follow_up import add_event
from labdesk.domain.quotes import mark
from labdesk.store.session import Session
from tests.cli.conftest import Run


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
