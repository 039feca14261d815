"""Writing a PDF: all of it or nothing, the same bytes for the same document, every word readable."""

import io
import os
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from labdesk.dossier import pdf
from labdesk.dossier.blocks import Block, PageBreak
from labdesk.dossier.documents import Attachment
from labdesk.dossier.text_blocks import Contents, Heading, Paragraph, Run, runs
from labdesk.errors import Refusal
from tests.paper.reading import page_texts, text, tree, written
from tests.paper.samples import document, every_block, photo


class GivenUp(Exception):
    """Somebody pressed Cancel."""


def test_the_same_document_gives_the_same_bytes() -> None:
    first = pdf.write(every_block(), photo).data
    assert pdf.write(every_block(), photo).data == first
    later = replace(every_block(), date=every_block().date.replace(year=2027))
    assert pdf.write(later, photo).data != first


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    words = 'a <img src="file:///etc/passwd"> & <b>x</b> &eacute; </para> \\(1\\) %s {0}'
    assert words in text(written(Paragraph(runs(words)), Heading(1, words), foot=words))


def test_every_word_comes_back_whole_with_french_typography() -> None:
    words = "L'anticonstitutionnellement long traitement des justificatifs : 76 200 € ; « oui » " * 20
    found = text(written(Paragraph(runs(words))))
    assert found.count("anticonstitutionnellement") == 20
    assert found.count("justificatifs : 76 200 € ; « oui »") == 20
    assert "L’" in found


def test_no_break_spaces_come_back_as_they_were() -> None:
    data = written(Paragraph(runs("76 200 €")))
    assert ("P", "76\u202f200\u00a0€") in tree(data)


def test_the_contents_give_the_page_of_each_heading() -> None:
    blocks: list[Block] = [Contents("Sommaire"), PageBreak()]
    for number in range(1, 4):
        blocks += [Heading(1, f"Partie {number}"), Paragraph(runs("mot " * 700)), PageBreak()]
    data = written(*blocks)
    pages = page_texts(data)
    starts = [
        next(n for n, page in enumerate(pages, 1) if n > 1 and f"Partie {k}" in page) for k in (1, 2, 3)
    ]
    assert f"Sommaire Partie 1 {starts[0]} Partie 2 {starts[1]} Partie 3 {starts[2]}" in pages[0]
    assert all(f"page {n} / {len(pages)}" in page for n, page in enumerate(pages, 1))


def test_written_says_on_which_page_each_anchor_is() -> None:
    found = pdf.write(document(Heading(1, "Un", "a"), PageBreak(), Heading(1, "Deux", "b")), photo)
    assert (found.pages, found.anchors["a"], found.anchors["b"]) == (2, 1, 2)


def test_links_lead_somewhere_and_only_there() -> None:
    links = (
        "#b",
        "#nulle-part",
        "https://exemple.fr/é",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@b.fr",
    )
    words = tuple(Run(f"mot{place} ", link=link) for place, link in enumerate(links))
    data = written(Paragraph(words), PageBreak(), Heading(1, "Là-bas", "b"))
    with pikepdf.open(io.BytesIO(data)) as opened:
        annotations: Any = opened.pages[0].obj.Annots
        addresses = [str(one.A.URI) for one in annotations if "/A" in one]
        targets = [one.Dest[0].objgen for one in annotations if "/Dest" in one]
        assert addresses == ["https://exemple.fr/%C3%A9", "mailto:a@b.fr"]
        assert targets == [opened.pages[1].obj.objgen]
        assert str(annotations[0].Contents) == "Aller à «\u00a0Là-bas\u00a0»"


def test_headings_are_bookmarks_in_their_order() -> None:
    data = written(Heading(1, "A"), Heading(2, "B"), Heading(4, "C"), Heading(1, "D"))
    with pikepdf.open(io.BytesIO(data)) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["A", "D"]
        assert [item.title for item in outline.root[0].children] == ["B"]
        assert [item.title for item in outline.root[0].children[0].children] == ["C"]


def test_levels_of_headings_are_never_skipped() -> None:
    data = written(Heading(2, "A"), Heading(4, "B"), Heading(2, "C"), Heading(3, "D"))
    heads = [role for role, _words in tree(data) if role.startswith("H")]
    assert heads == ["H1", "H2", "H1", "H2"]


def test_the_project_travels_inside() -> None:
    data = written(
        attachments=(Attachment("projet.labdesk", "application/vnd.sqlite3", b"tout", "Le projet"),)
    )
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert opened.attachments["projet.labdesk"].get_file().read_bytes() == b"tout"
        assert opened.Root.AF[0].AFRelationship == "/Source"


def test_an_empty_document_is_one_empty_page() -> None:
    assert pdf.write(document(), photo).pages == 1


def test_missing_pictures_are_told() -> None:
    assert pdf.write(every_block(), photo).missing == ("absente",)


# -- on disk
def test_the_file_is_there_once_it_is_whole_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "dossier.pdf"
    found = pdf.write(every_block(), photo, out)
    assert found.path == out
    assert out.read_bytes() == pdf.write(every_block(), photo).data
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.pdf"]


def test_who_gives_up_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "dossier.pdf"
    out.write_bytes(b"ancien")

    def give_up(done: int, _pages: int) -> None:
        if done == 2:
            raise GivenUp

    with pytest.raises(GivenUp):
        pdf.write(every_block(), photo, out, progress=give_up)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"ancien"]


def test_progress_goes_from_the_first_page_to_the_last() -> None:
    told: list[tuple[int, int]] = []
    found = pdf.write(every_block(), photo, progress=lambda done, pages: told.append((done, pages)))
    assert told == [(done, found.pages) for done in range(found.pages + 1)]


def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "dossier.pdf").mkdir()
    places = [tmp_path / "dossier.pdf", tmp_path / "absent" / "dossier.pdf"]
    if os.name == "posix":
        places.append(Path("/dev/full/dossier.pdf"))
    for place in places:
        with pytest.raises(Refusal) as refused:
            pdf.write(document(), photo, place)
        assert "dossier.pdf" in refused.value.sentence
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.pdf"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Refusal):
        pdf.write(document(), photo, tmp_path / "dossier.pdf")
    tmp_path.chmod(0o700)
