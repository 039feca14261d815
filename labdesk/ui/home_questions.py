"""The questions of Accueil, inside the page and never in front of it: a title, or a table and its file."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.entities import SHORT
from labdesk.ui.actions import draw
from labdesk.ui.opening import SUFFIX
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

_MAY_BREAK = "\u200b"
"""Nothing to see: a long path may go on to the next line here."""


class Question(QFrame):
    """A card with a field, a place on the disk and a button; Échap gives it up."""

    answered = Signal(str, object)
    """What was typed, the path."""
    given_up = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        role(self, "card")
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        pad = look.px(16)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(8))
        self._words(title, "h3")
        self.path: Path | None = None

    def begin(self) -> None:
        """The keyboard goes into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Say what was typed, if it is enough."""
        typed = " ".join(self.field.text().split())
        if not typed:
            self._complain(self.missing)
            self.field.setFocus()
        elif self.path is None:
            self._complain(_("Choisissez le fichier de votre table."))
        else:
            self.answered.emit(typed, self.path)

    missing = ""
    """What is said when nothing was typed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    # -- parts ----------------------------------------------------------------------------------------------
    def _words(self, text: str, kind: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        role(label, kind)
        self._column.addWidget(label)
        return label

    def _lay_field(self, name: str, hint: str) -> None:
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.field.setMaxLength(SHORT)
        self.field.returnPressed.connect(self.answer)
        self._column.addWidget(self.field)

    def _lay_path(self, words: str, drawing: str) -> None:
        row = QHBoxLayout()
        self._where = QLabel(self)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setWordWrap(True)
        role(self._where, "small")
        choose = QPushButton(f" {words}", self)
        draw(choose, drawing, self.look)
        choose.setAutoDefault(True)
        choose.clicked.connect(self._choose)
        row.addWidget(self._where, 1)
        row.addWidget(choose)
        self._column.addLayout(row)

    def _lay_buttons(self, words: str, leaving: str = "") -> None:
        self._wrong = self._words("", "error")
        self._wrong.hide()
        row = QHBoxLayout()
        go, leave = QPushButton(words, self), QPushButton(leaving or _("Renoncer"), self)
        role(go, "primary")
        role(leave, "quiet")
        for button in (go, leave):
            button.setAutoDefault(True)  # Enter presses it, as Space does
        go.clicked.connect(self.answer)
        leave.clicked.connect(self.given_up)
        row.addWidget(go)
        row.addWidget(leave)
        row.addStretch(1)
        self._column.addLayout(row)

    def _complain(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

    def _choose(self) -> None:
        raise AssertionError("each question chooses its own kind of path")


class TitleQuestion(Question):
    """« Nouveau projet »."""

    def __init__(self, look: Look, folder: Path, parent: QWidget, name: str = "") -> None:
        super().__init__(look, name or _("Nouveau projet"), parent)
        self.missing = _("Donnez un titre : vous pourrez le changer plus tard.")
        self._lay_field(_("Titre du projet"), _("Par exemple : Renouveler sa carte d’identité"))
        self._lay_path(_("Changer de dossier"), "folder-open")
        self._lay_buttons(_("Créer le projet"))
        self._put(folder)
        self._begin: QComboBox | None = None

    @property
    def template(self) -> Path | None:
        """The template to begin with; None: an empty project."""
        chosen = self._begin.currentData() if self._begin is not None else None
        return Path(chosen) if chosen else None

    def offer(self, templates: Sequence[tuple[str, Path]]) -> None:
        """What one can begin with, by name; an empty project stays the first choice."""
        if not templates or self._begin is not None:
            return
        combo = self._begin = QComboBox(self)
        combo.setAccessibleName(_("Commencer avec"))
        combo.addItem(_("Un projet vide"), "")
        for name, path in templates:
            combo.addItem(name, str(path))
        row = QHBoxLayout()
        label = QLabel(_("Commencer avec"), self)
        role(label, "small")
        label.setBuddy(combo)
        row.addWidget(label)
        row.addWidget(combo, 1)
        self._column.insertLayout(2, row)

    def _put(self, folder: Path) -> None:
        self.path = folder
        said = _("Le fichier sera créé dans {folder}")
        self._where.setText(said.format(folder=str(folder).replace(os.sep, os.sep + _MAY_BREAK)))
        self._where.setAccessibleName(said.format(folder=folder))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Dossier du projet"), str(self.path))
        if chosen:
            self._put(Path(chosen))


class AgainQuestion(TitleQuestion):
    """« Refaire la même chose »: the title is proposed, so that Entrée is enough."""

    def __init__(self, look: Look, folder: Path, parent: QWidget, heading: str, title: str) -> None:
        super().__init__(look, folder, parent, heading)
        self.field.setText(title)
        self.kept = self._words("", "muted")
        self._column.insertWidget(1, self.kept)
        self.tell("")

    def tell(self, holds: str) -> None:
        """What the new project begins with, once it is known."""
        gone = _("Sans les notes, réponses, votes, photos, noms, budget ni historique.")
        kept = _("Avec {structure}.").format(structure=holds) if holds else ""
        self.kept.setText(" ".join(part for part in (kept, gone) if part))

    def begin(self) -> None:
        super().begin()
        self.field.selectAll()


class NameQuestion(Question):
    """A new name for something that has one."""

    def __init__(self, look: Look, title: str, name: str, path: Path, parent: QWidget) -> None:
        super().__init__(look, title, parent)
        self.missing = _("Donnez un nom.")
        self.path = path
        self._lay_field(_("Nom"), "")
        self.field.setText(name)
        self._lay_buttons(_("Renommer"))

    def begin(self) -> None:
        super().begin()
        self.field.selectAll()


class TableQuestion(Question):
    """« Je suis à une table »."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Quelle table ?"), parent)
        self.missing = _("Écrivez le numéro ou le nom de votre table.")
        self._lay_field(_("Numéro ou nom de la table"), _("Par exemple : 3"))
        self._lay_path(_("Choisir le fichier"), "folder-open")
        self._where.setText(_("Le fichier .labdesk que l’animateur a préparé pour cette table."))
        self._lay_buttons(_("Commencer"))

    def answer(self) -> None:
        """« 3 » is « Table 3 »."""
        self.field.setText(table_named(self.field.text()))
        super().answer()

    def _choose(self) -> None:
        kinds = f"LabDesk (*{SUFFIX})"
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Fichier de la table"), "", kinds)
        if chosen:
            self.path = Path(chosen)
            self._where.setText(chosen)


class WhichTable(Question):
    """The copy for a table was opened and does not say which: the one question on the screen."""

    def __init__(self, look: Look, path: Path, parent: QWidget) -> None:
        super().__init__(look, _("Quelle table ?"), parent)
        self.missing = _("Écrivez le numéro ou le nom de votre table.")
        self.path = path
        self._words(_("« {name} » est préparé pour une table.").format(name=path.stem), "muted")
        self._lay_field(_("Numéro ou nom de la table"), _("Par exemple : 3"))
        self._lay_buttons(_("Commencer"), _("Pas maintenant"))

    def answer(self) -> None:
        """« 3 » is « Table 3 »."""
        self.field.setText(table_named(self.field.text()))
        super().answer()


def table_named(typed: str) -> str:
    """What a table is called when only its number was typed."""
    bare = " ".join(typed.split())
    return _("Table {number}").format(number=bare) if bare.isdigit() else bare
