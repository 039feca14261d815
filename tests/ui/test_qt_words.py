"""Qt’s own dialogs speak French too, and can be closed while they still read a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from labdesk.ui.actions import spoken_keys
from labdesk.ui.qt_words import translate_qt


@pytest.fixture
def french(qapp: QApplication) -> Iterator[QApplication]:
    """The application in French; as it was for the next test."""
    before = QLocale()
    translate_qt(qapp, "fr")
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_the_dialog_of_files_has_no_english_left(french: QApplication, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "Ouvrir", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = {one.text().replace("&", "") for one in dialog.findChildren(QLabel)}
    words |= {one.text().replace("&", "") for one in dialog.findChildren(QPushButton)}
    assert {"Regarder dans\u00a0:", "Nom de fichier\u00a0:", "Types de fichiers\u00a0:", "Annuler"} <= words
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "Dossier"
    dialog.deleteLater()


def test_it_can_be_given_up_at_once_again_and_again(french: QApplication, tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"dossier {n}").mkdir()
    for _turn in range(4):
        QTimer.singleShot(0, _give_up)
        options = QFileDialog.Option.DontUseNativeDialog
        assert QFileDialog.getOpenFileName(None, "Ouvrir", str(tmp_path), options=options)[0] == ""


def _give_up() -> None:
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QFileDialog):
            one.reject()


def test_the_menus_name_keys_as_the_list_of_keys_does(french: QApplication) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    for keys in ("Ctrl+Shift+Return", "Ctrl+Backspace", "Ctrl+Up", "Alt+Left", "Del", "Ctrl+Space"):
        assert QKeySequence(keys).toString(native) == spoken_keys(keys)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
