"""The page Corrections: a document comes, is read, is put away."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import write_section
from labdesk.store.session import Session
from labdesk.ui.dossier.corrections import CorrectionsPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.page_names import PAGES
from labdesk.ui.window import Window
from tests.exchange.hierarchy import corrected, instead, sent, without_marks
from tests.ui.dossier.conftest import ORDERED, SUMMARY, Comes, statuses


def test_the_tab_is_there_once_a_document_came_back_and_goes_when_it_is_over(
    written: DossierPlace, returned: CorrectionsPage
) -> None:
    tab = PAGES.index("corrections")
    assert written.bar.tabs.isTabVisible(tab)
    returned.band.over.click()
    assert not written.bar.tabs.isTabVisible(tab)
    assert written.current == "texts"


def test_one_undo_takes_one_acceptance_back_and_the_page_stays(
    written: DossierPlace, returned: CorrectionsPage
) -> None:
    returned.review.accept()
    returned.review.accept()
    assert statuses(returned) == ["taken", "taken"]
    written.desk.undo()
    assert statuses(returned) == ["taken", "open"]
    assert written.current == "corrections"
    written.desk.redo()
    assert statuses(returned) == ["taken", "taken"]


def test_a_document_without_its_marks_says_that_it_is_compared_with_the_text_of_now(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    path = corrected(sent(written.desk.project, "docx", tmp_path), instead("Sept services", "Huit services"))
    page = comes(corrected(path, without_marks))
    assert statuses(page) == ["open"]
    assert "n’a pas été retrouvé" in page.band.hint.text()


def test_a_document_without_any_correction_says_so(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    page = comes(sent(written.desk.project, "docx", tmp_path))
    assert "aucun texte n’a changé" in page.band.sentence.text()
    assert statuses(page) == []


def test_a_file_that_is_no_document_is_refused_and_what_was_there_stays(
    returned: CorrectionsPage, comes: Comes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bruit.docx"
    path.write_bytes(b"bonjour" * 100)
    with qtbot.waitSignal(returned.desk.refused, timeout=ORDERED) as told:
        comes(path)
    assert "bruit.docx" in told.args[0]
    assert statuses(returned) == ["open", "open"]


def test_the_file_is_asked_for_from_the_menu_and_from_the_exports(written: DossierPlace) -> None:
    written.coming_back.actions.take_back.trigger()
    page = written.pages["corrections"]
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.nameFilters() == ["Documents corrigés (*.docx *.odt)"]
    dialog.close()


def test_the_keys_accept_refuse_and_write_otherwise(returned: CorrectionsPage, written: DossierPlace) -> None:
    actions = {action.text(): action for action in written.coming_back.actions.page_actions}
    assert all(action.isEnabled() for action in actions.values())
    QTest.keyClick(returned.review.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert statuses(returned) == ["taken", "open"]
    QTest.keyClick(returned.review.list, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert statuses(returned) == ["taken", "refused"]
    written.show_page("texts")
    assert not any(action.isVisible() for action in actions.values())


def test_another_project_forgets_the_document(returned: CorrectionsPage, tmp_path: Path) -> None:
    other = tmp_path / "autre.labdesk"
    Session.create(other).close()
    returned.desk.put(Session.open(other))
    assert returned.correcting is None


def test_a_project_that_is_only_read_shows_the_corrections_and_takes_none(
    written: DossierPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = corrected(sent(written.desk.project, "docx", tmp_path), instead("Sept services", "Huit services"))
    file = written.desk.path
    assert file is not None
    written.desk.close()
    written.desk.put(Session.open(file, read_only=True))
    assert written.receive(path)
    page = written.pages["corrections"]
    assert isinstance(page, CorrectionsPage)
    qtbot.waitUntil(lambda: page.correcting is not None, timeout=ORDERED)
    assert statuses(page) == ["open"]
    assert "accept" not in page.review.detail.buttons
    page.review.accept()
    page.review.take_all()
    assert statuses(page) == ["open"]


def test_a_document_let_go_over_the_window_is_taken_back(
    window: Window, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.desk.put(Session.open(project))
    window.desk.do(write_section(window.desk.project, "summary", SUMMARY))
    path = corrected(sent(window.desk.project, "odt", tmp_path), instead("Sept services", "Huit services"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(200, 200)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: "dossier" in window.places)
    place = window.places["dossier"]
    assert isinstance(place, DossierPlace)
    qtbot.waitUntil(lambda: "corrections" in place.pages)
    page = place.pages["corrections"]
    assert isinstance(page, CorrectionsPage)
    qtbot.waitUntil(lambda: page.correcting is not None, timeout=ORDERED)
    assert window.current == "dossier"
    assert statuses(page) == ["open"]
