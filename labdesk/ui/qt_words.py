"""The words of Qt’s own dialogs: its translation, and the French it lacks."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from labdesk.words import Language

LACKING = {
    "&Look in:": "&Regarder dans\u00a0:",
    "Files of &type:": "&Types de fichiers\u00a0:",
    "Alias": "Alias",
    "Computer": "Ordinateur",
    "Drive": "Lecteur",
    "File": "Fichier",
    "Folder": "Dossier",
    "Shortcut": "Raccourci",
    "Unknown": "Inconnu",
    "%1 File": "Fichier %1",
}
"""Seen in English in the dialogs of Qt 6 although qtbase_fr is loaded."""


KEYS = {
    "Return": "Entrée",
    "Enter": "Entrée",
    "Backspace": "Retour arrière",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}
"""Qt says « Retour » for Entrée and « Effacement » for Retour arrière; menus say them as F1 does."""


class Keys(QTranslator):
    """Asked first, for the names of keys only."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return KEYS.get(source) if context == "QShortcut" else None  # type: ignore[return-value]  # None: ask on


class French(QTranslator):
    """Asked last, for what Qt does not know how to say in French."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return LACKING.get(source, source)


def translate_qt(app: QApplication, language: Language) -> None:
    """Dates, numbers and dialogs of Qt in this language."""
    QLocale.setDefault(QLocale(language))
    if language == "fr":
        app.installTranslator(French(app))  # Qt asks the last one installed first
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    if language == "fr":
        app.installTranslator(Keys(app))
