"""The page Démarche: two keys a section, what is copied stays marked, nothing is ever cut or changed."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from labdesk import places
from labdesk.domain.commands.dossier import set_project, write_section
from labdesk.store.session import Session
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.copied import MOST, Copied
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.exports import ExportsPage
from labdesk.ui.dossier.form_page import FormPage
from labdesk.ui.dossier.page_names import PAGES
from labdesk.ui.dossier.texts import TextsPage
from labdesk.ui.press.outputs import outputs
from labdesk.ui.style import Look


def pasted() -> str:
    return QApplication.clipboard().text()


def shown(place: DossierPlace, qtbot: QtBot) -> FormPage:
    place.go_to_page("form")
    page = place.pages["form"]
    assert isinstance(page, FormPage)
    qtbot.waitUntil(lambda: page.ready)
    return page


@pytest.fixture
def page(place: DossierPlace, qtbot: QtBot) -> FormPage:
    for section, text in (("summary", "Une réponse en 15 jours"), ("holder", "Des guichets\n\nfermés")):
        place.desk.do(write_section(place.desk.project, section, text))
    QApplication.clipboard().clear()
    return shown(place, qtbot)


def words(page: FormPage, name: str) -> str:
    for at in range(page.sections.model().rowCount()):
        index = page.sections.model().index(at, 0)
        if index.data(Qt.ItemDataRole.UserRole + 1) == name:
            return str(index.data(Qt.ItemDataRole.UserRole).said)
    raise AssertionError(name)


def key(page: FormPage, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(page.sections, one)


def test_enter_copies_and_the_down_key_goes_on_so_two_keys_do_a_section(page: FormPage) -> None:
    page.sections.go_to("summary")
    key(page, Qt.Key.Key_Return)
    assert pasted() == "Une réponse en 15 jours"
    seen = []
    for _more in range(page.sections.model().rowCount()):
        key(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
        seen.append(pasted())
    assert "Des guichets\n\nfermés" in seen


def test_what_is_copied_is_said_in_the_list_and_counted_above(page: FormPage) -> None:
    page.sections.go_to("holder")
    key(page, Qt.Key.Key_Return)
    assert "copiée" in words(page, "holder")
    assert "à copier" in words(page, "summary")
    assert page.band.said == "1 section copiée sur 4"


def test_the_mark_is_kept_when_the_program_starts_again_and_falls_when_the_text_changes(
    page: FormPage, place: DossierPlace, look: Look, qtbot: QtBot
) -> None:
    page.sections.go_to("holder")
    key(page, Qt.Key.Key_Return)
    again = DossierPlace(place.desk, look)
    again.show()
    assert "copiée" in words(shown(again, qtbot), "holder")
    place.desk.do(write_section(place.desk.project, "holder", "Des guichets rouverts"))
    qtbot.waitUntil(lambda: page.ready and "changée depuis" in words(page, "holder"))
    again.close()


def test_a_click_shows_a_section_and_copies_nothing(page: FormPage) -> None:
    page.sections.go_to("summary")
    QTest.mouseClick(
        page.sections.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.sections.visualRect(page.sections.currentIndex()).center(),
    )
    assert pasted() == ""


def test_a_section_that_is_too_long_is_copied_whole_and_said_so(
    page: FormPage, place: DossierPlace, qtbot: QtBot
) -> None:
    said: list[str] = []
    place.desk.announced.connect(said.append)
    place.desk.do(write_section(place.desk.project, "summary", "mot " * 499 + "fin"))
    qtbot.waitUntil(lambda: page.ready)
    page.sections.go_to("summary")
    assert (
        page.sheet.said.replace("\u202f", " ") == "1 999 / 1 800 signes\u00a0: 199 de trop. Rien n’est coupé."
    )
    assert page.sheet.source.text() == "Aller raccourcir"
    page.sheet.copy.click()
    assert len(pasted()) == 1999
    assert said[-1].endswith("199 de trop pour le champ. Rien n’est coupé.")
    with qtbot.waitSignal(place.desk.wanted) as going:
        page.sheet.source.click()
    assert going.args is not None
    assert going.args[0].section == "summary"


def test_a_form_that_counts_line_ends_twice_is_thought_of(
    page: FormPage, place: DossierPlace, qtbot: QtBot
) -> None:
    place.desk.do(write_section(place.desk.project, "summary", "\n".join(["a" * 899, "b" * 898, "c"])))
    qtbot.waitUntil(lambda: page.ready)
    page.sections.go_to("summary")
    assert "1\u202f802 si le formulaire compte double" in page.sheet.said


def test_an_empty_section_says_there_is_nothing_to_copy(page: FormPage, place: DossierPlace) -> None:
    said: list[str] = []
    place.desk.idle.connect(said.append)
    page.sections.go_to("sustainability")
    key(page, Qt.Key.Key_Return)
    assert pasted() == ""
    assert said == ["Cette section est vide\u00a0: il n’y a rien à copier."]
    assert not page.sheet.copy.isEnabled()


def test_next_goes_to_what_is_left_and_says_when_nothing_is(page: FormPage, place: DossierPlace) -> None:
    said: list[str] = []
    place.desk.idle.connect(said.append)
    page.sections.go_to("cover")
    for _more in range(4):
        page.sheet.copy.click()
        page.sheet.next.click()
    assert said == ["Tout est copié."]
    page.band.forget.click()
    assert page.band.said == "0 section copiée sur 4"


def test_from_the_page_texts_the_key_copies_what_is_being_typed(
    page: FormPage, place: DossierPlace, qtbot: QtBot
) -> None:
    place.go_to_page("texts")
    texts = place.pages["texts"]
    assert isinstance(texts, TextsPage)
    texts.sections.go_to("summary")
    texts.section.editor.setFocus()
    texts.section.editor.setPlainText("Tout juste tapé")
    QTest.keyClick(
        texts.section.editor,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert pasted() == "Tout juste tapé"
    assert place.current == "texts"


def test_a_read_only_project_is_copied_like_any_other(
    tmp_path: Path, project: Path, empty_desk: Desk, look: Look, qtbot: QtBot
) -> None:
    first = Session.open(project)
    first.do(write_section(first.project, "summary", "Lu seulement"))
    first.close()
    project.chmod(0o444)
    empty_desk.put(Session.open(project, read_only=True))
    place = DossierPlace(empty_desk, look)
    place.show()
    page = shown(place, qtbot)
    page.sections.go_to("summary")
    page.sheet.copy.click()
    assert pasted() == "Lu seulement"
    assert "copiée" in words(page, "summary")
    place.close()


def test_the_name_of_the_field_is_said_where_the_profile_gives_it(
    page: FormPage, place: DossierPlace, qtbot: QtBot
) -> None:
    places.own_funding().mkdir(parents=True)
    toml = 'id = "appel"\nlabel = "Appel"\nsections = ["summary"]\n[section.summary]\nfield = "2.1 Résumé"\n'
    (places.own_funding() / "appel.toml").write_text(toml, "utf-8")
    place.desk.do(set_project(place.desk.project, "profile", "appel"))
    qtbot.waitUntil(lambda: page.ready and page.sections.model().rowCount() == 1)
    assert "2.1 Résumé" in words(page, "summary")
    page.sections.go_to("summary")
    key(page, Qt.Key.Key_Return)
    assert pasted() == "Une réponse en 15 jours"


def test_all_of_it_leaves_as_one_text_file_from_the_page_exporter(
    page: FormPage, place: DossierPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    page.band.export.click()
    exports = place.pages["export"]
    assert isinstance(exports, ExportsPage)
    assert exports.buttons[("form", "txt", False)].hasFocus()
    out = tmp_path / "démarche.txt"
    format_of = next(one for output in outputs() if output.name == "form" for one in output.formats)
    with qtbot.waitSignal(exports.errand.finished, timeout=30_000) as told:
        exports.export(format_of, out)
    assert told.args == [True]
    assert "Une réponse en 15 jours" in out.read_text("utf-8-sig")


def test_every_page_of_the_dossier_is_reached_by_its_key(place: DossierPlace) -> None:
    texts = [action.text() for action in place.actions()]
    assert "Copier pour la démarche" in texts
    assert PAGES.index("form") < 9


# -- the marks of this laptop --
def test_marks_belong_to_one_project_and_one_profile() -> None:
    Copied("a", "small").copy("summary", "texte")
    assert Copied("a", "small").mark("summary", "texte") == "copied"
    assert Copied("a", "small").mark("summary", "autre") == "changed"
    assert Copied("a", "feder").mark("summary", "texte") == ""
    assert Copied("b", "small").mark("summary", "texte") == ""


@pytest.mark.parametrize("garbage", ["", "[]", "{", '{"a/small": 3}', '{"a/small": {"summary": 3}}', "\x00"])
def test_a_file_of_marks_that_makes_no_sense_is_as_good_as_none(garbage: str) -> None:
    (places.data() / "copied.json").write_text(garbage, "utf-8")
    marks = Copied("a", "small")
    assert marks.mark("summary", "texte") == ""
    marks.copy("summary", "texte")
    assert Copied("a", "small").mark("summary", "texte") == "copied"


def test_the_file_of_marks_stays_small() -> None:
    for number in range(MOST + 3):
        Copied(str(number), "small").copy("summary", "texte")
    assert len(json.loads((places.data() / "copied.json").read_text("utf-8"))) == MOST
    assert Copied("0", "small").mark("summary", "texte") == ""
