"""What leaves the window: drafts always, final dossiers when nothing blocks, and where the file is."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import write_section
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.exports import ExportsPage
from labdesk.ui.press.outputs import Format, outputs

ORDERED = 30_000
"""ms a document may take on a busy machine."""


@pytest.fixture
def page(place: DossierPlace) -> ExportsPage:
    place.show_page("export")
    made = place.pages["export"]
    assert isinstance(made, ExportsPage)
    return made


def words_of(page: ExportsPage) -> str:
    return page.errand.words.replace("\u202f", " ").replace("\u00a0", " ")


def form(output: str, ending: str, *, final: bool) -> Format:
    found = next(o for o in outputs() if o.name == output)
    return next(f for f in found.formats if (f.form, f.final) == (ending, final))


def test_a_refused_final_dossier_shows_what_blocks_it_and_the_draft_is_one_button_away(
    page: ExportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "dossier.pdf"
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED) as told:
        page.export(form("dossier", "pdf", final=True), out)
    assert told.args == [False]
    assert not out.exists()
    assert "point" in words_of(page)
    assert page.blocking.isVisible()
    assert page.blocking.model().rowCount() == words_blocking(page)
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED) as told:
        page.errand.draft.click()
    assert told.args == [True]
    draft = tmp_path / "dossier - brouillon.pdf"
    assert words_of(page).startswith(f"Exporté : {draft}")
    assert len(pypdfium2.PdfDocument(draft)) > 1


def words_blocking(page: ExportsPage) -> int:
    """The number in « L’export définitif attend : 25 points bloquants »."""
    return int("".join(letter for letter in words_of(page) if letter.isdigit()))


@pytest.mark.parametrize(
    ("output", "ending", "start"),
    [
        ("note", "pdf", b"%PDF"),
        ("report", "docx", b"PK"),
        ("dossier", "odt", b"PK"),
        ("data", "json", b"{"),
        ("data", "md", b"#"),
        ("data", "csv", b""),
    ],
)
def test_each_format_lands_where_it_was_asked(
    page: ExportsPage, qtbot: QtBot, tmp_path: Path, output: str, ending: str, start: bytes
) -> None:
    page.desk.do(write_section(page.desk.project, "decision_requested", "Accorder 38 100 €."))
    out = tmp_path / f"sortie.{ending}"
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED) as told:
        page.export(form(output, ending, final=output == "report"), out)
    assert told.args == [True], words_of(page)
    assert out.read_bytes().lstrip(b"\xef\xbb\xbf").startswith(start)
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_place_that_cannot_be_written_is_told_calmly_and_nothing_is_left(
    page: ExportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED) as told:
        page.export(form("dossier", "pdf", final=False), tmp_path / "absent" / "dossier.pdf")
    assert told.args == [False]
    assert "n’a pas pu être écrit" in words_of(page)
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_file_is_asked_beside_the_project_under_a_name_that_says_what_it_is(
    page: ExportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.buttons[("dossier", "pdf", False)].click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    name = Path(dialog.selectedFiles()[0])
    assert name.name == "Renouveler sa carte d’identité - Dossier de financement - brouillon.pdf"
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED):
        dialog.fileSelected.emit(str(tmp_path / name.name))
        dialog.close()
    assert (tmp_path / name.name).stat().st_size > 1000


def test_an_export_that_is_cancelled_leaves_nothing(page: ExportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED) as told:
        page.export(form("dossier", "pdf", final=False), tmp_path / "dossier.pdf")
        page.errand.cancel.click()
    assert told.args == [False]
    assert words_of(page) == "Export annulé. Rien n’a été écrit."
    assert list(tmp_path.glob("*.pdf")) == []
