"""The lab’s own copy of a funding profile, all of it: rules, sections, papers. What cannot be is told."""

from collections.abc import Callable
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.funding import Form, Profile
from labdesk.errors import Refusal
from labdesk.ui.aloud import say_aloud
from labdesk.ui.dossier.compact import Leaves
from labdesk.ui.dossier.own_profile import FIELDS, completed, keep, papers, words
from labdesk.ui.dossier.section_rules import SectionRules
from labdesk.ui.dossier.upright import upright
from labdesk.ui.filling.entry import typed
from labdesk.ui.filling.lines import LabelledField
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

WHOLE = ("label", "source")
"""Fields that take a whole row."""


class ProfilePanel(Panel):
    """`then` hears the profile once it is written. What cannot be is said; what was typed stays."""

    def __init__(
        self, look: Look, profile: Profile, then: Callable[[Profile], object], parent: QWidget
    ) -> None:
        super().__init__(look, _("Profil de financement du laboratoire"), parent)
        self._profile, self._then = profile, then
        self.line(
            _("Reportez les règles de l’appel à projets. Un champ vide veut dire : non renseigné."),
            "muted",
            wrap=True,
        )
        self.lines = {field: QLineEdit(_shown(profile, field)) for field in FIELDS}
        self.form = QComboBox()
        self.form.addItem(_("Subvention : dépenses, ressources, taux"), "grant")
        self.form.addItem(_("Crédits de l’État : AE, CP, titres, programmes"), "credits")
        self.form.setCurrentIndex(max(0, self.form.findData(profile.form)))
        self.confirmed = QCheckBox(_("Relu avec l’appel à projets en vigueur : ses limites bloquent"), self)
        self.confirmed.setChecked(not profile.to_confirm)
        self.papers = QPlainTextEdit("\n".join(profile.attachments))
        self.papers.setTabChangesFocus(True)
        self.sections = SectionRules(look, profile.sections)
        self._arrange()
        self._wrong = self.line("", "error", wrap=True)
        self._wrong.hide()
        self._buttons()
        self.take(760, 660)
        self.lines["max_rate"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self.leaves = Leaves()
        self._stack = QStackedWidget()
        for name, title, page in (
            ("rules", _("Règles"), self._rules()),
            ("sections", _("Rubriques"), self.sections),
            ("papers", _("Pièces à joindre"), self._papers()),
        ):
            self.leaves.add(name, title)
            self._stack.addWidget(_scrolled(page))
        self.leaves.chosen.connect(self.turn)
        self.column.addWidget(self.leaves)
        self.column.addWidget(self._stack, 1)

    def _rules(self) -> QWidget:
        grid, names, at = QGridLayout(), words(), 0
        hints = {"date": _("jj/mm/aaaa")}
        for field, line in self.lines.items():
            line.setMaxLength(500)
            line.setCursorPosition(0)
            line.textEdited.connect(lambda _text: self._wrong.hide())
            span = 2 if field in WHOLE else 1
            at += at % 2 if span == 2 else 0
            held = LabelledField(names[field], line, hints.get(field, ""))
            if field == "max_rate":
                self._ceiling = held
                line.textChanged.connect(lambda _text: self._tell_ceiling())
            grid.addWidget(held, at // 2, at % 2, 1, span, Qt.AlignmentFlag.AlignTop)
            at += span
            if field == "label":
                grid.addWidget(LabelledField(_("Forme du budget"), self.form), at // 2, 0, 1, 2)
                at += 2
        self._tell_ceiling()
        grid.setHorizontalSpacing(self.look.space("l"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, self.look.space("m"), 0)
        column.addLayout(grid)
        column.addWidget(self.confirmed)
        column.addStretch(1)
        return page

    def _tell_ceiling(self) -> None:
        """A ceiling is taken from the call, never invented."""
        unknown = _("Taux plafond non renseigné : reportez celui de l’appel à projets.")
        self._ceiling.say("" if self.lines["max_rate"].text().strip() else unknown)

    def _papers(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        hint = _("Une pièce par ligne. Chacune est cherchée parmi les pièces jointes du dossier.")
        column.addWidget(LabelledField(_("Pièces que l’appel à projets demande"), self.papers, hint), 1)
        return page

    def turn(self, name: str) -> None:
        """Another leaf: the keyboard goes with it."""
        self.leaves.go_to(name)
        self._stack.setCurrentIndex(list(self.leaves.buttons).index(name))

    def _buttons(self) -> None:
        self.save, cancel = QPushButton(_("Enregistrer et choisir ce profil")), QPushButton(_("Annuler"))
        role(self.save, "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        self.column.addLayout(row)

    @property
    def told(self) -> str:
        """Why it could not be written; empty when all is well."""
        return self._wrong.text() if self._wrong.isVisible() else ""

    def _save(self) -> None:
        said = {field: line.text() for field, line in self.lines.items()}
        leaf = "rules"
        try:
            profile = completed(self._profile, said, confirmed=self.confirmed.isChecked())
            leaf = "sections"
            profile = replace(
                profile,
                form=cast(Form, self.form.currentData()),
                sections=self.sections.sections(),
                attachments=papers(self.papers.toPlainText()),
            )
            keep(profile)
        except Refusal as refusal:
            self.turn(leaf)
            self._wrong.setText(refusal.sentence)
            self._wrong.show()
            say_aloud(self._wrong, refusal.sentence, urgent=True)
            return
        self.accept()
        self._then(profile)


def _scrolled(page: QWidget) -> QScrollArea:
    role(page, "page")
    scroll = upright(page)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    return scroll


def _shown(profile: Profile, field: str) -> str:
    """What stands in the profile, as one would type it."""
    if field == "label":
        return str(profile.label)
    if field in ("source", "date"):
        return typed(FIELDS[field], getattr(profile, field))
    value = getattr(profile.limits, field)
    return typed(FIELDS[field], None if value is None else value if field.endswith("request") else str(value))
