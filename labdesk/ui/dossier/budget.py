"""The page Budget in the money form of the profile, a grant or State credits, its balance always in sight."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.funding import bars, credits, plan
from labdesk.domain.model import Project
from labdesk.ui.actions import draw
from labdesk.ui.desk import Target
from labdesk.ui.dossier import columns
from labdesk.ui.dossier.balance import of_credits, of_grant
from labdesk.ui.dossier.balance_band import BalanceBand
from labdesk.ui.dossier.columns import Columns, years_shown
from labdesk.ui.dossier.findings import FindingsPanel
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.rows_panel import RowsPanel
from labdesk.ui.filling.bond import of_project
from labdesk.ui.filling.lines import BoundLine, LabelledField
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

LOW = 400
"""px at 100 % under which the band leaves its room to the tables: F6 goes to the remarks too."""
SIDE_BY_SIDE = 860
"""px at 100 % from which both sides of the contributions in kind stand beside each other."""


class BudgetPage(Page):
    """Expenses by year, resources, contributions in kind, VAT."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look, self._desk = reading, look, reading.desk
        self._added: frozenset[int] = frozenset()
        self.band = BalanceBand(look)
        self.panels: dict[str, RowsPanel] = {}
        self.vat = BoundLine(self._desk, of_project("vat"))
        self._form = ""
        self._last: RowsPanel | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.band)
        self._box.addWidget(self._scroll, 1)
        self._build()

    # -- panels ---------------------------------------------------------------------------------------------
    @property
    def _credits(self) -> bool:
        return self._reading.profile.form == "credits"

    def _expense_columns(self, project: Project) -> Columns:
        years = years_shown(project, self._added)
        return columns.credit_expenses(years) if self._credits else columns.grant_expenses(years)

    def _build(self) -> None:
        desk, look = self._desk, self._look
        expenses = RowsPanel(
            desk,
            look,
            _("Dépenses"),
            "expense",
            self._expense_columns,
            empty=_(
                "Aucune dépense. « Ajouter » (Inser) commence la première ligne. Un tableau copié d’un "
                "tableur se colle ici : un clic, puis Ctrl+V."
            ),
        )
        year = QPushButton(_("Ajouter une année"))
        draw(year, "calendar", look)
        role(year, "quiet")
        year.clicked.connect(self.add_year)
        expenses.add_to_head(year)
        resources = RowsPanel(
            desk,
            look,
            _("Ressources"),
            "resource",
            lambda _project: columns.resources(),
            empty=_("Aucune ressource. Commencez par le fonds visé : c’est lui que nomme la page de garde."),
        )
        self.panels = {"expense": expenses, "resource": resources}
        for side, title in (
            ("expense", _("Valorisation, dépenses")),
            ("resource", _("Valorisation, ressources")),
        ):
            self.panels[f"in_kind/{side}"] = RowsPanel(
                desk,
                look,
                title,
                "in_kind",
                lambda _project: columns.in_kind(_("Apport en nature")),
                empty=_("Temps d’agents, salles, matériel prêtés : le même total des deux côtés."),
                fixed={"side": side},
            )
        self._lay()

    def _lay(self) -> None:
        sheet = QWidget()
        role(sheet, "page")
        self._sheet = QVBoxLayout(sheet)
        self._sheet.addWidget(self.panels["expense"])
        self._sheet.addWidget(self.panels["resource"])
        self._in_kind = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for side in ("expense", "resource"):
            self._in_kind.addWidget(self.panels[f"in_kind/{side}"], 1, Qt.AlignmentFlag.AlignTop)
        self._sheet.addLayout(self._in_kind)
        self._vat = LabelledField(_("TVA"), self.vat, _("Par exemple : TTC, TVA non récupérée"))
        self._sheet.addWidget(self._vat)
        self.findings = FindingsPanel(self._reading, self._look)
        self.band.remarks.clicked.connect(self.go_to_remarks)
        self._sheet.addWidget(self.findings)
        self._sheet.addStretch(1)
        self._scroll.setWidget(sheet)
        for panel in self.panels.values():
            panel.went.connect(lambda rect, panel=panel: self._keep_in_sight(panel, rect))
        self.relook()

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("l")
        self._sheet.setContentsMargins(margin, margin, margin, margin)
        self._sheet.setSpacing(margin)
        self._in_kind.setSpacing(margin)
        for panel in self.panels.values():
            panel.relook()
        self.findings.relook(self._look)
        self.findings.list.setMinimumHeight(self._look.px(150))
        self._say_balance()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Contributions in kind stand one under the other on a narrow window."""
        super().resizeEvent(event)
        self._say_remarks()
        wide = self.width() >= self._look.px(SIDE_BY_SIDE)
        self._in_kind.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def _keep_in_sight(self, panel: RowsPanel, rect: QRect) -> None:
        self._last = panel
        at = panel.pos() + rect.center()
        self._scroll.ensureVisible(at.x(), at.y(), 0, self._look.px(56))

    # -- in step with the project ----------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project or its profile changed: the tables follow by themselves, the rest is said again."""
        form = self._reading.profile.form
        if form != self._form:
            self._form = form
            grant, credited = _("Par exemple : TTC, TVA non récupérée"), _("Vide : toutes taxes comprises")
            self._vat.say(credited if form == "credits" else grant)
            self.panels["expense"].model.refresh()
        self.vat.refresh()
        self._say_balance()
        self._say_remarks()

    def _say_balance(self) -> None:
        project = self._desk.project
        if self._credits:
            paid = plan(project, "cp")
            self.band.say(of_credits(credits(project), paid, plan(project).expenses))
        else:
            self.band.say(of_grant(plan(project), credits(project).total.ae))
        self.band.picture.show_bars(bars(project, self._reading.profile.form))

    def _say_remarks(self) -> None:
        """What the reviewer says of the money stands under the tables; the band counts it and leads there."""
        self.findings.show_sections(("budget", "financing"))
        count = self.findings.count
        self.findings.setVisible(bool(count))
        self.band.remarks.setVisible(bool(count) and self.height() >= self._look.px(LOW))
        self.band.remarks.setText(_("Remarques ({n})").format(n=count))

    def go_to_remarks(self) -> None:
        """The keyboard goes to the reviewer’s remarks, which come into sight."""
        self.findings.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self.findings)

    def add_year(self) -> None:
        """One more year at the right of the expenses; it stays once an amount is typed in it."""
        self._added |= {max(years_shown(self._desk.project, self._added)) + 1}
        self.panels["expense"].model.refresh()

    def show_target(self, target: Target) -> bool:
        """Put the focus on a cell of the budget; False when this table is not here."""
        if (target.table, target.field) == ("project", "vat"):
            self.vat.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        wanted = "expense" if target.table == "expense_year" else target.table
        panels = [panel for name, panel in self.panels.items() if name.partition("/")[0] == wanted]
        for panel in panels:
            if panel.view.reveal(target.row, target.field):
                return True
        if panels:
            panels[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(panels)

    def stops(self) -> tuple[QWidget, ...]:
        """The tables, from the top; the VAT; the remarks, if there are any."""
        remarks = (self.findings,) if self.findings.count else ()
        return (*self.panels.values(), self.vat, *remarks)

    def spot(self) -> tuple[str, tuple[str, ...]]:
        """The line of the table that has the keyboard, or had it last."""
        for name, panel in self.panels.items():
            if panel is self._last:
                section = "budget" if name.partition("/")[0] in ("expense", "in_kind") else "financing"
                return section, panel.view.words_here()
        return "budget", ()

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.vat.leave()
        for panel in self.panels.values():
            panel.settle()
