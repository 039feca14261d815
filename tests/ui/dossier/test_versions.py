"""« Je compare avec la version de mars »: each export is kept, named, compared, recognised, forgotten."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.dossier import add_row, set_project, set_year, write_section
from labdesk.domain.commands.notes import add_note
from labdesk.store.left_out import left_out_of
from labdesk.ui.carried import unpacked
from labdesk.ui.desk import Desk, Target
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.exports import ExportsPage
from labdesk.ui.dossier.versions import VersionsPage
from labdesk.ui.press.outputs import outputs
from tests.ui.dossier.conftest import Type

MADE = 30_000
"""ms a document may take on a busy machine."""


@pytest.fixture
def exports(place: DossierPlace) -> ExportsPage:
    place.show_page("export")
    made = place.pages["export"]
    assert isinstance(made, ExportsPage)
    return made


def export(page: ExportsPage, out: Path, qtbot: QtBot, output: str = "dossier", at: int = 0) -> None:
    form = next(one for one in outputs() if one.name == output).formats[at]
    with qtbot.waitSignal(page.errand.finished, timeout=MADE) as told:
        page.export(form, out)
    assert told.args == [True], page.errand.words


def versions(place: DossierPlace) -> VersionsPage:
    place.go_to_page("versions")
    made = place.pages["versions"]
    assert isinstance(made, VersionsPage)
    return made


def names(page: VersionsPage) -> list[str | None]:
    return [one.name for one in page.desk.project.version.values()]


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def text(page: VersionsPage) -> str:
    return plain(page.sheet.changes.toPlainText())


def test_before_the_first_export_the_page_teaches_and_leads_to_it(place: DossierPlace) -> None:
    page = versions(place)
    assert page.lesson.isVisible()
    assert QApplication.focusWidget() is page.lesson.export
    page.lesson.export.click()
    assert place.current == "export"


def test_each_document_leaves_a_version_and_data_leave_none(
    exports: ExportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    export(exports, tmp_path / "d.pdf", qtbot)
    export(exports, tmp_path / "n.docx", qtbot, "note", 2)
    export(exports, tmp_path / "cr.odt", qtbot, "report", 2)
    export(exports, tmp_path / "p.json", qtbot, "data", 0)
    kept = {(one.what, one.form, one.file) for one in exports.desk.project.version.values()}
    assert kept == {("dossier", "pdf", "d.pdf"), ("note", "docx", "n.docx"), ("report", "odt", "cr.odt")}
    assert not exports.errand.name.isVisible(), "data have no version to name"
    assert all(one.parts for one in exports.desk.project.version.values())


def test_a_version_is_named_right_after_the_export_and_undo_goes_on_from_what_was_typed(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path, keys: Type
) -> None:
    place.desk.wanted.connect(place.reveal)
    place.desk.do(write_section(place.desk.project, "summary", "Une synthèse."))
    export(exports, tmp_path / "d.pdf", qtbot)
    exports.errand.name.click()
    page = place.pages["versions"]
    assert isinstance(page, VersionsPage)
    assert QApplication.focusWidget() is page.sheet.name
    keys(page, "envoyée au SGAR")
    page.settle()
    assert names(page) == ["envoyée au SGAR"]
    place.desk.undo()
    assert names(page) == [None]
    place.desk.undo()
    assert place.desk.project.text("summary") == ""
    assert page.version is not None, "an export is no step of undo"


def test_what_changed_since_march_is_told_in_words_amounts_and_findings(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = place.desk
    row, gesture = add_row(desk.project, "expense", label="Design", kind="service")
    desk.do(gesture)
    desk.do(set_year(desk.project, row, 2027, "amount", 2_800_000))
    desk.do(write_section(desk.project, "summary", "Une réponse en 63 jours."))
    export(exports, tmp_path / "mars.pdf", qtbot)
    page = versions(place)
    qtbot.waitUntil(lambda: "Rien n’a changé" in text(page), timeout=MADE)
    desk.do(set_year(desk.project, row, 2027, "amount", 2_950_000))
    desk.do(write_section(desk.project, "summary", "Une réponse en 58 jours."))
    desk.do(write_section(desk.project, "risks", "Des risques."))
    page.refresh()
    qtbot.waitUntil(lambda: "[−63−][+58+]" in text(page), timeout=MADE)
    said = text(page)
    for words in ("Total des dépenses", "28 000 €", "29 500 €", "+1 500 €", "Dépense : Design"):
        assert words in said
    assert "ajouté" in said
    place.desk.wanted.connect(place.reveal)
    page.sheet.changes.section_wanted.emit("summary")
    assert place.current == "texts"


def test_two_versions_are_compared_with_each_other_too(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = place.desk
    desk.do(write_section(desk.project, "summary", "Version de mars."))
    export(exports, tmp_path / "mars.pdf", qtbot)
    desk.do(write_section(desk.project, "summary", "Version de mai."))
    qtbot.wait(1100)  # the moment of a version is told to the second
    export(exports, tmp_path / "mai.pdf", qtbot)
    desk.do(write_section(desk.project, "summary", "Version de juin."))
    page = versions(place)
    march, may = sorted(desk.project.version.values(), key=lambda one: one.at or "")
    page.list.go_to(march.id)
    assert page.sheet.against.count() == 2
    page.sheet.against.setCurrentIndex(page.sheet.against.findData(may.id))
    page.sheet.turned.emit()
    qtbot.waitUntil(lambda: "[−mars−][+mai+]" in text(page), timeout=MADE)
    page.list.go_to(may.id)
    qtbot.waitUntil(lambda: "[−mai−][+juin+]" in text(page), timeout=MADE)


def test_the_page_of_changes_goes_into_the_next_dossier(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    export(exports, tmp_path / "mars.pdf", qtbot)
    place.desk.do(write_section(place.desk.project, "summary", "Du nouveau."))
    versions(place).sheet.print_page.click()
    assert place.current == "export"
    assert exports.options.version
    export(exports, tmp_path / "avril.pdf", qtbot)
    document = pypdfium2.PdfDocument(tmp_path / "avril.pdf")
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Ce qui a changé depuis" in plain(words)
    assert "[+Du nouveau.+]" in plain(words)


def test_a_file_is_recognised_by_its_bytes(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    export(exports, tmp_path / "d.pdf", qtbot)
    page = versions(place)
    (tmp_path / "renommé.pdf").write_bytes((tmp_path / "d.pdf").read_bytes())
    with qtbot.waitSignal(place.desk.announced) as told:
        page.recognising.recognise(tmp_path / "renommé.pdf")
    assert "est la version du" in told.args[0]
    (tmp_path / "autre.pdf").write_bytes((tmp_path / "d.pdf").read_bytes() + b" ")
    with qtbot.waitSignal(place.desk.refused) as told:
        page.recognising.recognise(tmp_path / "autre.pdf")
    assert "aucune des versions" in told.args[0]


def test_a_forgotten_version_comes_back_on_undo(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    export(exports, tmp_path / "d.pdf", qtbot)
    page = versions(place)
    page.sheet.delete.click()
    assert page.lesson.isVisible()
    assert QApplication.focusWidget() is page.lesson.export
    place.desk.undo()
    assert page.version is not None
    assert page.version.parts


def test_a_project_that_is_only_read_exports_and_says_that_nothing_is_kept(
    exports: ExportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "read_only", property(lambda _desk: True))
    export(exports, tmp_path / "d.pdf", qtbot)
    assert not exports.desk.project.version
    assert "n’est pas gardée" in exports.errand._more.text()
    assert (tmp_path / "d.pdf").exists()


def test_a_version_of_a_project_closed_meanwhile_is_kept_nowhere_else(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    export(exports, tmp_path / "d.pdf", qtbot)
    before = len(place.desk.project.version)
    exports.errand._session = object()
    made = exports.errand.asked
    assert made is not None
    exports.errand._number = 99
    from labdesk.domain.commands.versions import Kept
    from labdesk.ui.press.orders import Made

    exports.errand._made(99, Made(99, 3, str(tmp_path / "d.pdf"), kept=Kept("a", ())))
    assert len(place.desk.project.version) == before


def test_what_is_reserved_is_counted_before_and_after_the_project_goes_into_a_pdf(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = place.desk
    canvas, gesture = create_canvas(desk.project, desk.catalogue.types["journey"], title="Parcours")
    desk.do(gesture)
    desk.do(add_note(desk.project, canvas, "tray", "Zorglub à ranger")[1])
    assert desk.session is not None
    assert desk.session.flush()
    exports.options.embed.setChecked(True)
    assert "ne contient pas 1 élément réservé" in plain(exports.options._said.text())
    assert exports.options.embed.accessibleDescription()
    export(exports, tmp_path / "d.pdf", qtbot)
    assert "À ranger (1)" in plain(exports.errand._more.text())
    again = tmp_path / "encore.labdesk"
    assert "À ranger (1)" in plain(unpacked(tmp_path / "d.pdf", again))
    assert left_out_of(again) == {"À ranger": 1}
    assert "Zorglub" not in again.read_bytes().decode("latin-1")


def test_a_target_leads_to_the_name_of_a_version(
    exports: ExportsPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    place.desk.do(set_project(place.desk.project, "cover_title", "Titre"))
    export(exports, tmp_path / "d.pdf", qtbot)
    (row,) = place.desk.project.version
    place.reveal(Target("dossier", table="version", row=row, field="name"))
    page = place.pages["versions"]
    assert isinstance(page, VersionsPage)
    assert QApplication.focusWidget() is page.sheet.name
