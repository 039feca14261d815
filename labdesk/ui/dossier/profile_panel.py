"""The lab’s own copy of a funding profile, filled in beside the cover: limits, source, date."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.funding import Profile
from labdesk.errors import Refusal
from labdesk.ui.aloud import say_aloud
from labdesk.ui.dossier.own_profile import FIELDS, completed, keep, words
from labdesk.ui.filling.entry import typed
from labdesk.ui.filling.lines import LabelledField
from labdesk.ui.panel import Panel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

WHOLE = ("label", "source")
"""Fields that take a whole row."""
AROUND = 200
"""px at 100 % of what stands around the fields: title, sentence, refusal, buttons."""


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
        self.confirmed = QCheckBox(_("Relu avec l’appel à projets en vigueur : ses limites bloquent"), self)
        self.confirmed.setChecked(not profile.to_confirm)
        self._arrange()
        self._wrong = self.line("", "error", wrap=True)
        self._wrong.hide()
        self._buttons()
        self.setMinimumWidth(min(look.px(520), self.screen().availableSize().width() - look.px(40)))
        room = self.screen().availableSize().height() - self.look.px(60)
        self.resize(self.minimumWidth(), min(self._form.sizeHint().height() + self.look.px(AROUND), room))
        self.lines["max_rate"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        grid, names, at = QGridLayout(), words(), 0
        hints = {"date": _("jj/mm/aaaa")}
        for field, line in self.lines.items():
            line.setMaxLength(500)
            line.setCursorPosition(0)
            line.textEdited.connect(lambda _text: self._wrong.hide())
            span = 2 if field in WHOLE else 1
            at += at % 2 if span == 2 else 0
            grid.addWidget(LabelledField(names[field], line, hints.get(field, "")), at // 2, at % 2, 1, span)
            at += span
        grid.setHorizontalSpacing(self.look.space("l"))
        form, scroll = QWidget(), QScrollArea()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, self.look.space("m"), 0)
        column.addLayout(grid)
        column.addWidget(self.confirmed)
        role(form, "page")
        scroll.setWidget(form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(self.look.px(90))  # it gives way to the sentence of a refusal
        self.column.addWidget(scroll, 1)
        self._form = form

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
        try:
            profile = completed(self._profile, said, confirmed=self.confirmed.isChecked())
            keep(profile)
        except Refusal as refusal:
            self._wrong.setText(refusal.sentence)
            self._wrong.show()
            say_aloud(self._wrong, refusal.sentence, urgent=True)
            return
        self.accept()
        self._then(profile)


def _shown(profile: Profile, field: str) -> str:
    """What stands in the profile, as one would type it."""
    if field == "label":
        return str(profile.label)
    if field in ("source", "date"):
        return typed(FIELDS[field], getattr(profile, field))
    value = getattr(profile.limits, field)
    return typed(FIELDS[field], None if value is None else value if field.endswith("request") else str(value))
