"""The project that a PDF carries is found again; a PDF without one says so."""

import io
import json
from pathlib import Path

import pypdfium2
import pytest

from labdesk.errors import Refusal
from labdesk.exchange import pdf_project
from labdesk.exchange.imported import Imported, built


def pdf_with(**attachments: bytes) -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    for name, data in attachments.items():
        document.new_attachment(name.replace("_", ".")).set_data(data)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def test_the_project_file_is_handed_back_as_it_was() -> None:
    data = pdf_project.SQLITE + b"x" * 100
    assert pdf_project.find(pdf_with(note_txt=b"rien", projet_labdesk=data), "dossier.pdf") == data


def test_the_json_of_a_project_is_read() -> None:
    found = pdf_project.find(pdf_with(projet_json=json.dumps({"title": "T"}).encode()), "dossier.pdf")
    assert isinstance(found, Imported)
    assert built(found.gesture).head.title == "T"


@pytest.mark.parametrize(
    "data", [pdf_with(), pdf_with(note_txt=b"rien"), pdf_with(faux_labdesk=b"pas un projet")]
)
def test_a_pdf_without_a_project_says_how_to_add_one(data: bytes) -> None:
    with pytest.raises(Refusal, match="ne contient pas de projet"):
        pdf_project.find(data, "dossier.pdf")


@pytest.mark.parametrize("data", [b"", b"pas un PDF", b"%PDF-1.7\nabc"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="dossier"):
        pdf_project.find(data, "dossier.pdf")


def test_a_truncated_pdf_does_not_stop_the_program(tmp_path: Path) -> None:
    whole = pdf_with(projet_json=b'{"title": "T"}')
    for end in range(10, len(whole), max(1, len(whole) // 12)):
        try:
            pdf_project.find(whole[:end], "dossier.pdf")
        except Refusal as refusal:
            assert "dossier.pdf" in refusal.sentence  # noqa: PT017  some cuts still hold the project
