"""The cover of the dossier as a form: who asks, of which fund, how much, when, under which profile."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from labdesk.domain.commands.dossier import choose_profile
from labdesk.domain.funding import Profile, plan
from labdesk.ui.actions import draw
from labdesk.ui.dossier.own_profile import copied, is_own
from labdesk.ui.dossier.profile_files import ProfileFiles
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.filling.bond import of_project
from labdesk.ui.filling.entry import Kind
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import Target
from labdesk.words import _, day, euros

TWO_COLUMNS = 560
"""px at 100 % from which the form has two columns."""


def _fields() -> tuple[tuple[str, Kind, str, str, bool], ...]:
    """(field, kind, label, hint, takes a whole row)"""
    return (
        ("cover_title", "text", _("Intitulé du dossier"), "", True),
        ("holder", "text", _("Porteur"), "", True),
        ("fund", "text", _("Fonds visé"), "", False),
        ("requested", "money", _("Montant demandé"), _("En euros : 38 100 ou 38,1k"), False),
        ("siret", "text", _("SIRET"), _("14 chiffres"), False),
        ("contact", "text", _("Contact"), _("Fonction, adresse électronique"), False),
        ("start", "date", _("Début du projet"), _("jj/mm/aaaa"), False),
        ("end", "date", _("Fin du projet"), _("jj/mm/aaaa"), False),
        ("date", "date", _("Date du dossier"), _("jj/mm/aaaa"), False),
        ("version", "text", _("Version"), "", False),
    )


class CoverForm(QWidget):
    """All fields of the cover, in one column or two."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look = reading, look
        self._desk = reading.desk
        self._profile = QComboBox()
        self._profile.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._profile.setMinimumContentsLength(12)
        self._profile.activated.connect(self._choose)
        self._profile_field = LabelledField(_("Profil de financement"), self._profile)
        self.own = QPushButton()
        self.own.clicked.connect(self.complete_profile)
        own = QWidget()
        own_row = QHBoxLayout(own)
        own_row.setContentsMargins(0, 0, 0, 0)
        own_row.addWidget(self.own)
        self.files = ProfileFiles(reading, look, self._completed)
        own_row.addWidget(self.files)
        own_row.addStretch(1)
        self.lines = {name: BoundLine(self._desk, of_project(name, kind)) for name, kind, *_rest in _fields()}
        self._cells: list[tuple[QWidget, bool]] = [(self._profile_field, True), (own, True)]
        self.source = QPushButton(_("Modifier à la source"))
        self.source.setAccessibleDescription(_("Va à la ligne du fonds visé, dans le budget"))
        role(self.source, "quiet")
        draw(self.source, "arrow-right", look)
        self.source.clicked.connect(self._go_to_fund)
        for name, _kind, label, hint, whole in _fields():
            field = LabelledField(label, self.lines[name], hint)
            if name == "requested":
                self._amount, self._amount_hint = field, hint
                field.add(self.source)
            self._cells.append((field, whole))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self._offered: dict[str, str] = {}
        self._lay(2)
        self.refresh()

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setHorizontalSpacing(self._look.space("l"))
        self._grid.setVerticalSpacing(self._look.space("m"))
        row = column = 0
        for cell, whole in self._cells:
            span = columns if whole else 1
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when it is narrow."""
        super().resizeEvent(event)
        self._lay(2 if self.width() >= self._look.px(TWO_COLUMNS) else 1)

    def refresh(self) -> None:
        """Read the project again."""
        for line in self.lines.values():
            line.refresh()
        self._draw_amount()
        profiles = self._reading.profiles
        offered = {name: str(p.label) for name, p in profiles.items() if p.form != "report"}
        offered.setdefault(
            self._reading.profile.id, str(self._reading.profile.label)
        )  # it came with the project
        if offered != self._offered:
            self._offered = offered
            self._profile.clear()
            for name, label in offered.items():
                self._profile.addItem(label, name)
        chosen = self._reading.profile
        self.own.setVisible(chosen.form in ("grant", "credits"))
        own = is_own(chosen)
        self.own.setText(_("Compléter ce profil") if own else _("Copier ce profil pour le compléter"))
        self.own.setEnabled(not self._desk.read_only)
        self._profile.setCurrentIndex(self._profile.findData(chosen.id))
        self._profile.setEnabled(not self._desk.read_only)
        said = _source(chosen.date, chosen.source, chosen.to_confirm)
        if self.files.newer() is not None:
            said += " " + _("Ce poste en a une autre version : voyez « Échanger ».")
        self._profile_field.say(said)

    def _draw_amount(self) -> None:
        """Once a line of the plan is the targeted fund, the cover says its amount, changed over there."""
        target = plan(self._desk.project).target
        drawn = target is not None
        line = self.lines["requested"]
        line.drawn = euros(target) if drawn else ""
        line.refresh()
        said = _("Tiré du plan de financement : la ligne du fonds visé.") if drawn else self._amount_hint
        self._amount.say(said)
        self.source.setVisible(drawn)

    def _go_to_fund(self) -> None:
        rows = [row.id for row in self._desk.project.in_order("resource") if getattr(row, "target", None)]
        self._desk.go(Target("dossier", table="resource", row=rows[0] if rows else None, field="amount"))

    def _choose(self, _at: int) -> None:
        chosen = self._reading.profiles.get(str(self._profile.currentData()))
        if chosen is not None and chosen.id != self._reading.profile.id:
            self._desk.do(choose_profile(self._desk.project, chosen))

    def complete_profile(self) -> None:
        """The lab’s own copy of the profile, in a panel: its limits, its source, its date."""
        from labdesk.ui.dossier.profile_panel import ProfilePanel

        profile = copied(self._reading.profile, self._reading.profiles)
        ProfilePanel(self._look, profile, self._completed, self).open()

    def _completed(self, profile: Profile) -> None:
        """It is written: the project follows it, and every review reads it."""
        self._desk.do(choose_profile(self._desk.project, profile))
        self.refresh()
        self._profile.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.announce(_("Profil choisi : {label}").format(label=profile.label))

    def settle(self) -> None:
        """The cover is left: what is being typed becomes a gesture now, what was not understood goes."""
        for line in self.lines.values():
            line.leave()

    def reveal(self, field: str | None) -> None:
        """Put the focus on a field."""
        profile = self._reading.profile
        unknown = profile.form == "grant" and profile.limits.max_rate is None
        lead = self.own if field == "profile" and unknown else self._profile
        wanted: QWidget = self.lines.get(field or "", lead)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)


def _source(date: str, source: str, to_confirm: bool) -> str:
    """Where the rules of a profile come from, and whether somebody read them against the call in force."""
    said = [source if source.endswith((".", "!", "?", "…")) else f"{source}."] if source else []
    if date:
        said.append(_("Relu le {day}.").format(day=day(date, "long")))
    if to_confirm:
        said.append(_("À confirmer avec l’appel à projets en vigueur : ses plafonds ne bloquent rien."))
    return " ".join(said)
