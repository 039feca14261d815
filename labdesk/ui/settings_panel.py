"""Réglages: theme, text size, language, movement. Each takes effect as it is chosen; nothing to confirm."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QRadioButton, QWidget

from labdesk.ui.choices import Choices
from labdesk.ui.scrolled_panel import ScrolledPanel
from labdesk.ui.settings import Settings
from labdesk.ui.style import SCALES, Look, ThemeName
from labdesk.words import NBSP, Language, _

T = TypeVar("T")


class SettingsPanel(ScrolledPanel):
    """Shows what is chosen now and says what is chosen next."""

    def __init__(
        self, look: Look, settings: Settings, choices: Choices, parent: QWidget, *, at_table: bool = False
    ) -> None:
        super().__init__(look, _("Réglages"), parent)
        themes: tuple[tuple[ThemeName, str], ...] = (
            ("light", _("Clair")),
            ("contrast", _("Contraste élevé")),
        )
        self._ask(_("Thème"), themes, settings.theme, choices.theme)
        sizes = tuple((scale, f"{round(scale * 100)}{NBSP}%") for scale in SCALES)
        self._ask(_("Taille du texte"), sizes, look.scale, choices.scale)
        languages: tuple[tuple[Language, str], ...] = (("fr", "Français"), ("en", "English"))
        self._ask(_("Langue"), languages, settings.language, choices.language)
        self.line(_("La langue change au prochain démarrage."), "small")
        calm = QCheckBox(_("Réduire les animations"), self)
        calm.setChecked(look.reduced_motion)
        calm.toggled.connect(choices.reduced_motion)
        self.column.addWidget(calm)
        spelling = QCheckBox(_("Souligner les mots que le dictionnaire de ce poste ne connaît pas"), self)
        spelling.setChecked(settings.spelling)
        spelling.toggled.connect(choices.spelling)
        self.column.addWidget(spelling)
        hints = QCheckBox(_("Guide des premiers pas sur les canevas"), self)
        hints.setChecked(settings.hints)
        hints.toggled.connect(choices.hints)
        self.column.addWidget(hints)
        self.lab = QPushButton(_("Identité du laboratoire…"), self)
        self.lab.setToolTip(_("Son nom, ses contacts, sa couleur et ses logos, pour tous les documents"))
        self.lab.setAutoDefault(False)
        self.lab.clicked.connect(lambda: self._lab(parent))
        self.lab.setVisible(not at_table)
        row = QHBoxLayout()
        row.addWidget(self.lab)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.take(500, 520)

    def _lab(self, parent: QWidget) -> None:
        from labdesk.ui.lab_panel import LabPanel

        LabPanel(self.look, parent).show()

    def _ask(
        self, question: str, answers: Sequence[tuple[T, str]], chosen: T, say: Callable[[T], object]
    ) -> None:
        self.line(question, "strong")
        row = QHBoxLayout()
        group = QButtonGroup(self)
        for value, words in answers:
            button = QRadioButton(words, self)
            button.setAccessibleName(_("{label} : {text}").format(label=question, text=words))
            button.setChecked(value == chosen)
            button.toggled.connect(lambda on, value=value: say(value) if on else None)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
