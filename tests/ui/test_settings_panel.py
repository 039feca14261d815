"""Réglages: shows what is chosen, and each choice takes effect at once."""

from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.choices import Choices
from labdesk.ui.settings import Settings
from labdesk.ui.settings_panel import SettingsPanel
from labdesk.ui.style import Look


def test_each_setting_is_shown_and_chosen(look: Look, qtbot: QtBot) -> None:
    window, settings = QWidget(), Settings()
    qtbot.addWidget(window)
    panel = SettingsPanel(look, settings, Choices(look, settings), window)
    buttons = {button.accessibleName(): button for button in panel.findChildren(QRadioButton)}
    assert len(buttons) == 8
    assert buttons["Thème\u00a0: Clair"].isChecked()
    buttons["Thème\u00a0: Contraste élevé"].setChecked(True)
    assert look.theme == "contrast"
    buttons["Taille du texte\u00a0: 150\u00a0%"].setChecked(True)
    assert look.scale == 1.5
    panel.findChildren(QCheckBox)[0].setChecked(True)
    assert look.reduced_motion


def test_the_largest_letters_leave_the_settings_inside_the_screen(look: Look, qtbot: QtBot) -> None:
    window, settings = QWidget(), Settings()
    qtbot.addWidget(window)
    look.become(scale=2.0)
    panel = SettingsPanel(look, settings, Choices(look, settings), window)
    panel.show()
    qtbot.waitExposed(panel)
    assert panel.height() <= panel.screen().availableSize().height()
    last = panel.findChildren(QPushButton)[-1]
    last.setFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())  # the column follows the keyboard
