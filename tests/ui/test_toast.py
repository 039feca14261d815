"""The toast: one sentence, read aloud, that goes away by itself."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.style import Look
from labdesk.ui.toast import Toast


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
