"""The toast: one sentence, read aloud, that goes away by itself."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.style import Look
from labdesk.ui.toast import LOOK, Toast


def shown(look: Look, qtbot: QtBot) -> Toast:
    around = QWidget()
    around.resize(800, 500)
    qtbot.addWidget(around)
    toast = Toast(look, around)
    around.show()
    return toast


def test_a_sentence_is_shown_inside_the_window(look: Look, qtbot: QtBot) -> None:
    toast = shown(look, qtbot)
    toast.say("Note déplacée vers Irritants, étape 3")
    assert toast.sentence == "Note déplacée vers Irritants, étape 3"
    assert toast.parentWidget().rect().contains(toast.geometry())  # type: ignore[union-attr]


def test_a_long_trouble_is_wrapped_and_never_cut(look: Look, qtbot: QtBot) -> None:
    toast = shown(look, qtbot)
    toast.say("Le support ne répond plus. " * 12, trouble=True)
    assert toast.parentWidget().rect().contains(toast.geometry())  # type: ignore[union-attr]
    words = toast.findChildren(QLabel)[1]
    assert words.height() >= words.heightForWidth(words.width())


def test_its_button_does_what_it_says_once(look: Look, qtbot: QtBot) -> None:
    toast, done = shown(look, qtbot), []
    toast.say("Écrit", deed=("Ouvrir le dossier", lambda: done.append(1)))
    toast.findChildren(QPushButton)[0].click()
    assert done == [1]
    assert toast.sentence == ""


def test_what_was_pasted_is_never_read_as_markup(look: Look, qtbot: QtBot) -> None:
    toast = shown(look, qtbot)
    toast.say('<img src="//serveur/x">')
    assert toast.sentence == '<img src="//serveur/x">'


def test_it_never_lies_on_the_field_one_types_in(look: Look, qtbot: QtBot) -> None:
    toast = shown(look, qtbot)
    around = toast.parentWidget()
    assert around is not None
    fields = [QLineEdit(around) for _each in range(2)]
    for field, top in zip(fields, (440, 70), strict=True):
        field.setGeometry(200, top, 400, 32)
        field.show()
    around.activateWindow()
    fields[0].setFocus()
    toast.say("Note déplacée vers Irritants, étape 3")
    assert not toast.geometry().intersects(fields[0].geometry())
    assert around.rect().contains(toast.geometry())
    fields[1].setFocus()  # one goes on, under the sentence: it gives way
    qtbot.waitUntil(lambda: not toast.geometry().intersects(fields[1].geometry()), timeout=2000)
    assert around.rect().contains(toast.geometry())


def test_it_stands_still_while_its_own_button_or_words_have_the_keyboard(look: Look, qtbot: QtBot) -> None:
    toast = shown(look, qtbot)
    toast.say("Écrit", deed=("Ouvrir le dossier", lambda: None))
    for part in (toast.findChildren(QPushButton)[0], toast.findChildren(QLabel)[1]):
        part.setFocus()
        stood = []
        for _look in range(5):
            qtbot.wait(LOOK)
            stood.append(toast.y())
        assert len(set(stood)) == 1
