"""Actions: words, icon, keys and menu in one go, keys named as a French keyboard prints them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.actions import act, draw, on_digits, retint, spoken_keys
from labdesk.ui.style import Look


def test_an_action_has_words_icon_keys_and_menu(look: Look) -> None:
    owner = QWidget()
    action = act(owner, look, "Ajouter une phase", lambda: None, icon_name="plus", keys="Ctrl+Shift+A")
    assert not action.icon().isNull()
    assert action.toolTip() == "Ajouter une phase (Ctrl+Maj+A)"
    assert action.property("menu") == "canvas"
    assert action in owner.actions()


def test_the_keys_of_an_action_do_it(look: Look, qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    act(owner, look, "Faire", lambda: done.append("fait"), icon_name="check", keys=on_digits("Alt", 3))
    with qtbot.waitActive(owner):
        owner.show()
        owner.activateWindow()
    QTest.keySequence(owner, QKeySequence("Alt+3"))
    QTest.keyClick(owner, Qt.Key.Key_QuoteDbl, Qt.KeyboardModifier.AltModifier)  # the same key in AZERTY
    assert done == ["fait", "fait"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+Shift+Del", "Ctrl+Maj+Suppr"),
        ("Alt+Up", "Alt+↑"),
        ("Ctrl++", "Ctrl+Plus"),
        ("Return", "Entrée"),
        ("F5", "F5"),
    ],
)
def test_keys_are_named_as_they_are_printed(keys: str, said: str) -> None:
    assert spoken_keys(keys) == said


def test_icons_of_actions_and_buttons_follow_the_theme(look: Look) -> None:
    owner = QWidget()
    action = act(owner, look, "Faire", lambda: None, icon_name="check")
    button = QPushButton(owner)
    draw(button, "house", look, "primary")
    before = action.icon().cacheKey(), button.icon().cacheKey()
    look.become(theme="contrast", scale=2.0)
    retint(owner, look)
    assert (action.icon().cacheKey(), button.icon().cacheKey()) != before
    assert button.iconSize().width() == 36
