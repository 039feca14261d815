"""What came back is taken, refused, written otherwise; the keyboard goes on to the next."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from labdesk.domain.commands.dossier import write_section
from labdesk.ui.dossier.corrections import CorrectionsPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from tests.exchange.hierarchy import corrected, instead, sent
from tests.ui.dossier.conftest import SUMMARY, Comes, statuses


def test_one_correction_is_taken_and_the_keyboard_goes_to_the_next(returned: CorrectionsPage) -> None:
    assert statuses(returned) == ["open", "open"]
    returned.review.detail.buttons["accept"].click()
    assert (
        returned.desk.project.text("summary") == "Huit services attendent.\n\nLa réponse vient en 63 jours."
    )
    assert statuses(returned) == ["taken", "open"]
    assert returned.review.list.hasFocus()
    assert returned.review.list.current() == "summary/1/1"


def test_a_refused_correction_changes_nothing_and_can_be_seen_again(returned: CorrectionsPage) -> None:
    returned.review.detail.buttons["refuse"].click()
    assert statuses(returned) == ["refused", "open"]
    assert returned.desk.project.text("summary") == SUMMARY
    returned.review.take_all()
    assert (
        returned.desk.project.text("summary") == "Sept services attendent.\n\nLa réponse vient en 15 jours."
    )
    returned.review.list.go_to("summary/0/0")
    returned.review.detail.buttons["reconsider"].click()
    assert statuses(returned) == ["open", "taken"]


def test_all_are_taken_in_one_gesture(returned: CorrectionsPage) -> None:
    returned.band.all.click()
    assert (
        returned.desk.project.text("summary") == "Huit services attendent.\n\nLa réponse vient en 15 jours."
    )
    returned.desk.undo()
    assert returned.desk.project.text("summary") == SUMMARY


def test_one_writes_something_else_instead_and_it_is_remembered_as_ones_own(
    returned: CorrectionsPage,
) -> None:
    returned.review.rewrite()
    assert returned.review.detail.editor is not None
    assert returned.review.detail.editor.toPlainText() == "Huit services attendent."
    returned.review.detail.editor.setPlainText("Neuf services attendent.")
    returned.review.detail.buttons["keep"].click()
    assert returned.desk.project.text("summary").startswith("Neuf services attendent.")
    assert statuses(returned) == ["rewritten", "open"]
    returned.desk.undo()
    assert statuses(returned) == ["open", "open"]


def test_escape_gives_up_what_is_typed(returned: CorrectionsPage) -> None:
    returned.review.rewrite()
    editor = returned.review.detail.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isHidden()
    assert statuses(returned) == ["open", "open"]


def test_what_is_typed_is_not_lost_when_the_project_changes_meanwhile(returned: CorrectionsPage) -> None:
    returned.review.rewrite()
    editor = returned.review.detail.editor
    assert editor is not None
    editor.setPlainText("Neuf")
    returned.desk.do(write_section(returned.desk.project, "context", "Ailleurs."))
    assert returned.review.detail.editor is editor
    assert editor.toPlainText() == "Neuf"


def test_what_was_written_here_since_is_a_conflict_shown_with_its_three_versions(
    written: DossierPlace, comes: Comes, tmp_path: Path
) -> None:
    path = corrected(sent(written.desk.project, "odt", tmp_path), instead("Sept services", "Huit services"))
    now = SUMMARY.replace("attendent", "espèrent")
    written.desk.do(write_section(written.desk.project, "summary", now))
    page = comes(path)
    assert statuses(page) == ["conflict"]
    page.review.take_all()
    assert written.desk.project.text("summary") == now
    told = " ".join(label.text() for label in page.review.detail.findChildren(type(page.band.sentence)))
    for version in ("Sept services attendent.", "Sept services espèrent.", "Huit services attendent."):
        assert version in told
    page.review.accept()
    assert written.desk.project.text("summary").startswith("Huit services attendent.")


def test_the_keyboard_stays_on_a_button_while_the_review_is_made_again(returned: CorrectionsPage) -> None:
    button = returned.review.detail.buttons["refuse"]
    button.setFocus()
    returned.refresh()
    assert returned.review.detail.buttons["refuse"] is button
    assert button.hasFocus()
