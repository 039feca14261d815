"""The sections of a funding profile: which, in which order, how each is worded, how long, how much needed."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.canvas_type import Label
from labdesk.domain.funding import Section, load_sections
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.dossier.counter import counter
from labdesk.ui.dossier.own_profile import new_section, reworded
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.filling.lines import LabelledField
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

NOT_IN_A_DOSSIER = ("workshop", "photos", "decisions")
"""Sections of the workshop report alone."""


class _Sections(SignList):
    """Alt+↑ and Alt+↓ move the section, Suppr takes it out."""

    moved = Signal(int)
    taken_out = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the tables of the dossier."""
        steps = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[event.key()])
        elif event.key() == Qt.Key.Key_Delete:
            self.taken_out.emit()
        else:
            super().keyPressEvent(event)


class SectionRules(QWidget):
    """The list at the left, the wording of one at the right. `sections()` reads it all, or refuses."""

    def __init__(self, look: Look, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._look, self._sections = look, list(sections)
        self._shown = ""
        self.list = _Sections(look, _("Rubriques du profil, dans l’ordre"))
        self.list.entered_row.connect(self._show)
        self.list.moved.connect(self.move_by)
        self.list.taken_out.connect(self.take_out)
        self.add = QPushButton(_("Ajouter une rubrique"))
        draw(self.add, "plus", look)
        self.add.setMenu(QMenu(self.add))
        self.add.menu().aboutToShow.connect(self._fill)
        self.label, self.guide, self.most, self.need = QLineEdit(), QPlainTextEdit(), QLineEdit(), QComboBox()
        self.label.setMaxLength(120)
        self.field = QLineEdit()
        self.field.setMaxLength(120)
        self.guide.setTabChangesFocus(True)
        self.guide.setFixedHeight(look.px(72))
        self.need.addItem(_("obligatoire : vide, elle bloque l’export définitif"), "B")
        self.need.addItem(_("recommandée : vide, elle est à vérifier"), "W")
        self.need.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._arrange()
        self.relist()
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _arrange(self) -> None:
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        for drawing, name, tip, deed in (
            ("arrow-up", _("Monter"), _("Monter la rubrique (Alt+↑)"), lambda: self.move_by(-1)),
            ("arrow-down", _("Descendre"), _("Descendre la rubrique (Alt+↓)"), lambda: self.move_by(1)),
            ("trash-2", _("Retirer"), _("Retirer la rubrique du profil (Suppr)"), self.take_out),
        ):
            button = QToolButton()
            button.setAccessibleName(name)
            button.setToolTip(tip)
            role(button, "quiet")
            draw(button, drawing, self._look)
            button.clicked.connect(deed)
            row.addWidget(button)
        row.addStretch(1)
        left.addLayout(row)
        for words, field, hint in (
            (_("Titre de la rubrique"), self.label, ""),
            (_("Question posée"), self.guide, _("Ce que l’appel à projets demande d’écrire ici.")),
            (_("Longueur, en signes"), self.most, _("0 ou vide : sans limite")),
            (_("Champ du formulaire en ligne"), self.field, _("Par exemple : 2.1 Résumé")),
            (_("Exigence"), self.need, ""),
        ):
            right.addWidget(LabelledField(words, field, hint))
        right.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(self._look.space("l"))
        whole.addLayout(left, 1)
        whole.addLayout(right, 1)

    # -- what is shown --------------------------------------------------------------------------------------
    def relist(self) -> None:
        """The list says the sections as they are now."""
        lines: list[tuple[SignLine, object]] = []
        for rank, section in enumerate(self._sections, 1):
            need = _("obligatoire") if section.need == "B" else _("recommandée")
            most = counter(section.max_chars, 0)[0] if section.max_chars else ""
            detail = " · ".join(filter(None, (need, most)))
            lines.append((SignLine(f"{rank}. {section.label}", detail), section.id))
        self.list.show_lines(lines)

    def _show(self, name: object) -> None:
        section = next((one for one in self._sections if one.id == name), None)
        if section is None or section.id == self._shown:
            return
        self._keep_quietly()
        self._shown = section.id
        self.label.setText(str(section.label))
        self.guide.setPlainText(str(section.guide))
        self.most.setText(str(section.max_chars or ""))
        self.field.setText(str(section.field))
        self.need.setCurrentIndex(self.need.findData(section.need))

    def _keep_quietly(self) -> None:
        """What was typed about the section that is left; what cannot be is told when all is written."""
        at = self._rank(self._shown)
        if at is None:
            return
        try:
            self._sections[at] = self._typed(self._sections[at])
        except Refusal:
            label = Label(self.label.text().strip(), self.label.text().strip())
            self._sections[at] = replace(self._sections[at], label=label)

    def _typed(self, section: Section) -> Section:
        return reworded(
            section,
            self.label.text(),
            self.guide.toPlainText(),
            self.most.text(),
            str(self.need.currentData()),
            " ".join(self.field.text().split()),
        )

    def _rank(self, name: str) -> int | None:
        return next((at for at, one in enumerate(self._sections) if one.id == name), None)

    def sections(self) -> tuple[Section, ...]:
        """All of them; a Refusal names the first that cannot be."""
        at = self._rank(self._shown)
        if at is not None:
            self._sections[at] = self._typed(self._sections[at])
        if not self._sections:
            raise Refusal(_("Un profil a au moins une rubrique. Rien n’a été enregistré."))
        for section in self._sections:
            if not str(section.label).strip():
                raise Refusal(_("Une rubrique n’a pas de titre. Rien n’a été enregistré."))
        self.relist()
        return tuple(self._sections)

    # -- what is done ---------------------------------------------------------------------------------------
    def move_by(self, by: int) -> None:
        """The chosen section goes up or down."""
        self._keep_quietly()
        at = self._rank(self._shown)
        if at is not None and 0 <= at + by < len(self._sections):
            self._sections.insert(at + by, self._sections.pop(at))
            self.relist()
            self.list.go_to(self._shown)

    def take_out(self) -> None:
        """The chosen section leaves the profile; what was typed in it stays in the project."""
        at = self._rank(self._shown)
        if at is not None:
            del self._sections[at]
            self._shown = ""
            self.relist()
            self.list.setCurrentIndex(self.list.model().index(min(at, len(self._sections) - 1), 0))

    def _fill(self) -> None:
        menu = self.add.menu()
        menu.clear()
        there = {section.id for section in self._sections}
        own = menu.addAction(_("Nouvelle rubrique du laboratoire"))
        own.triggered.connect(lambda: self.put(new_section(there)))
        menu.addSeparator()
        for name, section in load_sections().items():
            if name not in there and name not in NOT_IN_A_DOSSIER:
                entry = menu.addAction(str(section.label))
                entry.triggered.connect(lambda _checked, section=section: self.put(section))

    def put(self, section: Section) -> None:
        """One more section, after the chosen one."""
        self._keep_quietly()
        at = self._rank(self._shown)
        self._sections.insert(len(self._sections) if at is None else at + 1, section)
        self.relist()
        self.list.go_to(section.id)
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.label.selectAll()
