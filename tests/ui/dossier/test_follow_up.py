"""The page Suivi: a click an event, few keys, undo everywhere, words before colours."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import add_row
from labdesk.domain.follow_up import events, stage
from labdesk.ui.desk import Target
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.follow_up import FollowUpPage
from labdesk.ui.dossier.signs import LINE
from labdesk.ui.filling.lines import LabelledField
from tests.ui.dossier.conftest import Type

TODAY = date(2027, 3, 28)


@pytest.fixture
def page(place: DossierPlace) -> FollowUpPage:
    place.go_to_page("follow_up")
    made = place.pages["follow_up"]
    assert isinstance(made, FollowUpPage)
    made.today = made.form._today = lambda: TODAY
    return made


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def words(page: FollowUpPage) -> list[str]:
    """Each line of the list as it is heard."""
    model = page.list.model()
    return [plain(model.index(at, 0).data(LINE).said) for at in range(model.rowCount())]


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def fill(page: FollowUpPage, keys: Type, **words: str) -> None:
    """Type in fields of the event shown; the window brings Entrée from one to the next."""
    for field, text in words.items():
        page.form.fields[field].setFocus()
        keys(page, text)
        page.form.fields[field].settle()


def test_an_empty_page_teaches_and_its_first_button_has_the_keyboard(page: FollowUpPage) -> None:
    assert page.stands.text() == "Le dossier n’est pas encore déposé"
    assert page.lesson.isVisible()
    assert not page.list.isVisible()
    assert not page.form.isVisible()
    assert QApplication.focusWidget() is page.buttons["deposited"]


def test_a_deposit_and_a_request_are_noted_with_the_keyboard_alone(page: FollowUpPage, keys: Type) -> None:
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.form.fields["office"], "the day of today is already there"
    fill(page, keys, office="SGAR", reference="2027-114")
    page.buttons["asked"].setFocus()
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.form.fields["deadline"]
    fill(page, keys, deadline="3/4/2027", said="devis et RIB")
    deposited, asked = events(page.desk.project)
    assert (deposited.date, deposited.office, deposited.reference) == ("2027-03-28", "SGAR", "2027-114")
    assert (asked.deadline, asked.said) == ("2027-04-03", "devis et RIB")
    assert plain(page.stands.text()) == "Déposé le 28 mars · complément attendu avant le 3 avril (J−6)"
    assert words(page) == [
        "28 mars · Déposé. SGAR · n° 2027-114",
        "28 mars · Complément demandé. avant le 3 avril (J−6). devis et RIB",
    ]
    assert not page.lesson.isVisible()


def test_what_was_sent_leaves_the_reminder_and_undo_brings_it_back(page: FollowUpPage, keys: Type) -> None:
    page.add("deposited")
    page.add("asked")
    keys(page, "20/3/2027{Return}")
    assert "8 jours de retard" in page.stands.text()
    page.form.sent.click()
    assert plain(page.stands.text()) == "Déposé le 28 mars"
    assert "envoyé le 28 mars" in words(page)[1]
    page.desk.undo()
    assert "8 jours de retard" in page.stands.text()
    page.form.sent.click()
    page.form.sent.click()
    assert "8 jours de retard" in page.stands.text(), "not sent, after all"


def test_everything_that_was_noted_is_undone_step_by_step(page: FollowUpPage, keys: Type) -> None:
    before = page.desk.project
    page.add("deposited")
    keys(page, "SGAR{Return}")
    page.add("refused")
    page.form.delete.click()
    assert len(page.desk.project.follow_up) == 1
    while page.desk.project.follow_up:
        page.desk.undo()
    assert page.desk.project.follow_up == before.follow_up
    assert page.stands.text() == "Le dossier n’est pas encore déposé"
    page.desk.redo()
    page.desk.redo()
    assert [row.office for row in page.desk.project.follow_up.values()] == ["SGAR"]
    assert len(words(page)) == 1


def test_a_deleted_event_leaves_the_keyboard_on_the_page(page: FollowUpPage) -> None:
    page.add("deposited")
    page.form.delete.setFocus()
    press(Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert page.isAncestorOf(focus)


def test_a_day_that_is_none_is_told_and_changes_nothing(page: FollowUpPage, keys: Type) -> None:
    page.add("asked")
    keys(page, "bientôt{Return}")
    (row,) = page.desk.project.follow_up.values()
    assert row.deadline is None
    cell = page.form.fields["deadline"].parentWidget()
    assert isinstance(cell, LabelledField)
    assert "n’est pas une date" in plain(cell._below.text())


def test_each_kind_shows_its_own_fields(page: FollowUpPage) -> None:
    page.add("granted")
    assert list(page.form.fields) == ["date", "amount", "reference", "said"]
    assert not page.form.sent.isVisible()
    page.add("asked")
    assert list(page.form.fields) == ["date", "deadline", "said", "answered"]
    assert page.form.sent.isVisible()
    for field in page.form.fields.values():
        assert field.accessibleName()


def test_what_an_indicator_reached_is_typed_beside_what_was_promised(
    page: FollowUpPage, place: DossierPlace, keys: Type
) -> None:
    _row, gesture = add_row(
        page.desk.project, "indicator", label="Délai", baseline="63", target="25", unit="jours"
    )
    page.desk.do(gesture)
    page.add("agreement")
    view = page.reached.view
    view.setFocus()
    view.setCurrentIndex(view.rows.index(0, 4))
    keys(view, "44{Tab}15/3/2027{Return}")
    (row,) = page.desk.project.indicator.values()
    assert (row.reached, row.reached_on, row.target) == ("44", "2027-03-15", "25")
    assert plain(str(view.rows.index(0, 6).data())) == "50 % du chemin vers la cible"
    view.setCurrentIndex(view.rows.index(0, 2))
    keys(view, "9")
    assert row.target == "25", "what the dossier promised is not changed here"


def test_undo_from_another_place_comes_back_to_the_event(page: FollowUpPage, place: DossierPlace) -> None:
    page.add("deposited")
    (row,) = page.desk.project.follow_up
    place.show_page("texts")
    place.reveal(Target("dossier", table="follow_up", row=row, field="office"))
    assert place.current == "follow_up"
    assert QApplication.focusWidget() is page.form.fields["office"]


def test_a_project_that_is_only_read_shows_and_notes_nothing(
    page: FollowUpPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.add("deposited")
    monkeypatch.setattr(type(page.desk), "read_only", property(lambda _desk: True))
    page.refresh()
    assert not any(button.isEnabled() for button in page.buttons.values())
    assert not page.form.sent.isEnabled()
    assert not page.form.delete.isEnabled()
    assert all(field.isReadOnly() for field in page.form.fields.values())


def test_two_windows_that_note_at_once_both_stand(page: FollowUpPage, qtbot: QtBot) -> None:
    page.add("deposited")
    (row,) = page.desk.project.follow_up
    page.form.fields["office"].setText("")
    page.desk.do(page.form.fields["office"].bond.write(page.desk.project, "SGAR", None))
    page.refresh()
    assert page.form.fields["office"].text() == "SGAR"
    assert stage(page.desk.project).state == "deposited"
    assert page.list.current() == row
