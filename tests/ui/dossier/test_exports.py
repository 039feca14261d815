"""What leaves the window: drafts always, final dossiers when nothing blocks, and where the file is."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import add_row, set_project, write_section
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.exports import ExportsPage
from labdesk.ui.press.outputs import Format, file_name, outputs

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
    top = page.buttons[("dossier", "pdf", True)].mapTo(page, QPoint(0, 0))
    page.buttons[("dossier", "pdf", True)].click()
    assert page.findChild(QFileDialog) is None
    assert page.buttons[("dossier", "pdf", True)].mapTo(page, QPoint(0, 0)) == top
    assert "point" in words_of(page)
    assert page.blocking.isVisible()
    assert page.blocking.model().rowCount() == words_blocking(page)
    page.errand.draft.click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    draft = tmp_path / "dossier - brouillon.pdf"
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED) as told:
        dialog.fileSelected.emit(str(draft))
        dialog.close()
    assert told.args == [True]
    assert not page.blocking.isVisible()
    assert words_of(page).startswith(f"Exporté : {draft}")
    assert len(pypdfium2.PdfDocument(draft)) > 1


def test_what_blocks_is_told_again_when_the_project_changes(page: ExportsPage) -> None:
    page.buttons[("dossier", "pdf", True)].click()
    before = words_blocking(page)
    row, gesture = add_row(page.desk.project, "expense", label="Design", kind="service")
    page.desk.do(gesture)
    page.desk.do(write_section(page.desk.project, "summary", "Une réponse en quinze jours. " * 20))
    assert page.desk.project.expense[row]
    assert page.blocking.model().rowCount() == words_blocking(page)
    page.desk.do(set_project(page.desk.project, "profile", "workshop_report"))
    assert (words_blocking(page) if page.blocking.isVisible() else 0) < before


def test_a_final_form_that_the_child_refuses_is_told_the_same_way(
    page: ExportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.errand.finished, timeout=ORDERED) as told:
        page.export(form("dossier", "pdf", final=True), tmp_path / "dossier.pdf")
    assert told.args == [False]
    assert list(tmp_path.glob("*.pdf")) == []
    assert page.blocking.model().rowCount() == words_blocking(page)


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        (
            "Attractivité de la fonction publique en Bourgogne-Franche-Comté",
            "Attractivité de la fonction publique",
        ),
        ("Renouveler sa carte", "Renouveler sa carte"),
        ("Accueillir les personnes qui viennent pour la première fois à la mairie", ""),
    ],
)
def test_the_name_of_a_file_is_never_cut_in_the_middle_of_a_phrase(
    page: ExportsPage, title: str, cut: str
) -> None:
    page.desk.do(set_project(page.desk.project, "title", title))
    output = outputs()[0]
    name = file_name(page.desk.project, output, output.formats[1])
    start = cut or "Accueillir les personnes qui viennent pour la première fois"
    assert name == f"{start} - Dossier de financement.pdf"


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
