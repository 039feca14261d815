"""Large letters on a small screen: words keep their room, what stands beside them becomes a leaf."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from labdesk.ui.desk import Target
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.section_desk import LINES
from labdesk.ui.dossier.tables import TablesPage
from labdesk.ui.dossier.texts import TextsPage
from labdesk.ui.style import Look


def shown_at(place: DossierPlace, look: Look, scale: float) -> None:
    """The place as a screen of 1366 × 768 shows it at this text size."""
    look.become(scale=scale)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet(look.sheet())
    application.setFont(look.font(13))
    place.resize(int(1366 - 56 * scale), int(748 - 84 * scale))
    QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_editor_keeps_six_lines_and_nothing_scrolls_sideways(
    place: DossierPlace, look: Look, scale: float
) -> None:
    shown_at(place, look, scale)
    page = place.pages["texts"]
    assert isinstance(page, TextsPage)
    page.show_target(Target("dossier", section="summary"))
    QApplication.processEvents()
    editor = page.section.editor
    assert editor.viewport().height() >= LINES * editor.fontMetrics().lineSpacing()
    assert page.section.editor.mapTo(page, editor.rect().bottomLeft()).y() <= page.height()
    page.show_target(Target("dossier", section="cover"))
    QApplication.processEvents()
    assert all(
        s.horizontalScrollBar().maximum() == 0 for s in page.findChildren(QScrollArea) if s.isVisible()
    )


def test_sections_fold_into_a_line_that_takes_the_focus_and_the_remarks_are_a_leaf(
    place: DossierPlace, look: Look
) -> None:
    shown_at(place, look, 2.0)
    page = place.pages["texts"]
    assert isinstance(page, TextsPage)
    place.go_to_page("texts")
    assert page.choice.hasFocus()
    assert not page.sections.isVisible()
    page.choice.entered_row.emit("summary")
    assert page.sections.current() == "summary"
    assert page.section.editor.isVisible()
    page.beside.leaves.buttons["findings"].click()
    assert page.beside.isVisible()
    assert not page.section.editor.isVisible()
    place.reveal(Target("dossier", section="problem"))
    assert page.section.editor.hasFocus()
    shown_at(place, look, 1.0)
    assert page.sections.isVisible()
    assert page.beside.isVisible()


def test_a_table_has_the_whole_page_on_a_low_window(place: DossierPlace, look: Look) -> None:
    place.show_page("tables")
    shown_at(place, look, 2.0)
    page = place.pages["tables"]
    assert isinstance(page, TablesPage)
    page.choice.entered_row.emit("risk")
    QApplication.processEvents()
    assert page.tables.current() == "risk"
    assert page.panels["risk"].isVisible()
    assert not page.findings.isVisible()
    if page.findings.count:
        page.leaves.buttons["findings"].click()
        assert page.findings.isVisible()
        assert not page.panels["risk"].isVisible()
