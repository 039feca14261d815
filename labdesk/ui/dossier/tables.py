"""The page Tableaux: indicators, milestones, roles, risks, gains, attachments; each with its findings."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.completeness.content import TABLE_OF
from labdesk.domain.model import Project
from labdesk.ui.desk import Desk, Target
from labdesk.ui.dossier.columns import SMALL_TABLES, Columns
from labdesk.ui.dossier.compact import Choice, Leaves, Strip, fold
from labdesk.ui.dossier.findings import FindingsPanel
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.rows_panel import RowsPanel
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

SECTION_OF = {table: section for section, table in TABLE_OF.items()} | {"attachment": "annexes"}


def table_words() -> dict[str, tuple[str, str, str]]:
    """Table → (title, icon, what to type first)."""
    return {
        "indicator": (
            _("Indicateurs"),
            "trending-up",
            _("Un indicateur pour les usagers d’abord : valeur de départ, cible, date, source, responsable."),
        ),
        "milestone": (
            _("Jalons"),
            "milestone",
            _("Une date, un livrable, un responsable ; et un point de décision : poursuivre ou arrêter."),
        ),
        "role": (
            _("Gouvernance"),
            "users",
            _("Le commanditaire et le chef de projet, avec leur contact, puis le comité de pilotage."),
        ),
        "risk": (
            _("Risques"),
            "shield",
            _("Trois risques au moins, chacun avec sa parade et son responsable."),
        ),
        "gain": (
            _("Gains"),
            "gauge",
            _("Ce que le projet évite chaque année : heures, courriers, déplacements, euros."),
        ),
        "attachment": (
            _("Pièces jointes"),
            "paperclip",
            _("Une ligne par pièce jointe au dossier : lettre d’engagement, devis, avis…"),
        ),
    }


LISTED = 760
"""px at 100 % from which the tables are a list; under it they fold into one line."""
LOW = 520
"""px at 100 % under which the findings are a leaf of their own, in the stead of the table."""


class TablesPage(Page):
    """The small tables of the dossier."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look = reading, look
        self.tables = SignList(look, _("Tableaux du dossier"))
        self.tables.entered_row.connect(self._show)
        self.tables.chosen.connect(self._enter)
        self.choice = Choice(_("Tableaux du dossier"))
        self.choice.entered_row.connect(self.tables.go_to)
        self.leaves = Leaves()
        self.leaves.add("table", _("Tableau"))
        self.leaves.add("findings", _("Remarques"))
        self.leaves.chosen.connect(lambda _leaf: self._fit())
        self.strip = Strip(self.choice)
        self.strip.take(self.leaves)
        self.panels = _Panels(self._panel)
        self._stack = QStackedWidget()
        self._sheets: dict[str, QScrollArea] = {}
        self._guides: dict[str, QLabel] = {}
        self.findings = FindingsPanel(reading, look)
        self._inner = QSplitter(Qt.Orientation.Vertical)
        self._inner.addWidget(self._stack)
        self._inner.addWidget(self.findings)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._outer.addWidget(self.tables)
        self._outer.addWidget(self._inner)
        for splitter in (self._inner, self._outer):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.setStretchFactor(0, int(splitter is self._inner))
            splitter.setStretchFactor(1, int(splitter is self._outer))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self._outer, 1)
        self.relook()

    def _panel(self, table: str) -> RowsPanel:
        """A table is built when it is first shown."""
        title, _icon, empty = table_words()[table]
        panel = _panel(self._reading.desk, self._look, table, title, empty)
        self._sheets[table] = self._sheet(table, panel)
        self._stack.addWidget(self._sheets[table])
        self._guide(table)
        return panel

    def _guide(self, table: str) -> None:
        section = self._reading.profile.section(SECTION_OF[table])
        self._guides[table].setText(str(section.guide) if section else _not_asked())

    def _sheet(self, table: str, panel: RowsPanel) -> QScrollArea:
        scroll, sheet = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        role(sheet, "page")
        guide = self._guides[table] = QLabel()
        role(guide, "muted")
        guide.setWordWrap(True)
        box = QVBoxLayout(sheet)
        margin = self._look.space("l")
        box.setContentsMargins(margin, margin, margin, margin)
        box.setSpacing(self._look.space("m"))
        for widget in (guide, panel):
            box.addWidget(widget)
        box.addStretch(1)
        scroll.setWidget(sheet)
        panel.went.connect(
            lambda rect: scroll.ensureVisible(0, panel.y() + rect.center().y(), 0, self._look.px(56))
        )
        return scroll

    def relook(self) -> None:
        """The theme or the text size changed."""
        px = self._look.px
        self.tables.setMinimumWidth(px(170))
        self._stack.setMinimumWidth(px(240))
        self._outer.setSizes([px(190), px(1000)])
        self._inner.setSizes([px(520), px(130)])
        for panel in self.panels.values():
            panel.relook()
        self.tables.relook()
        self.findings.relook(self._look)
        self.strip.relook(self._look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the tables fold into one line, on a low one the findings are a leaf."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The findings give their place to the table when they have nothing to say."""
        listed = self.width() >= self._look.px(LISTED)
        low, some = self.height() < self._look.px(LOW), bool(self.findings.count)
        apart = some and low and self.leaves.current == "findings"
        self.leaves.setVisible(some and low)
        self.strip.setVisible(not listed or (some and low))
        fold(self.tables, self.choice, folded=not listed)
        self.findings.setVisible(apart or (some and not low))
        self._stack.setVisible(not apart)

    # -- what is shown --------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """The project or the review changed: counts, guides and findings are said again."""
        project = self._reading.desk.project
        lines: list[tuple[SignLine, object]] = []
        for table, (title, icon, _empty) in table_words().items():
            count = len(project.table(table))
            word = several(count, "{n} ligne", "{n} lignes") if count else _("encore vide")
            lines.append((SignLine(title, word, icon, "primary"), table))
            if table in self._guides:
                self._guide(table)
        self.tables.show_lines(lines)
        if self.tables.current() is None:
            self.tables.go_to(next(iter(table_words())))
        self.choice.show_lines(lines, self.tables.current())
        self._show(self.tables.current())

    def _show(self, table: object) -> None:
        if isinstance(table, str) and table in SECTION_OF:
            self.panels[table].setVisible(True)
            self._stack.setCurrentWidget(self._sheets[table])
            self.choice.go_to(table)
            self.findings.show_sections((SECTION_OF[table],))
            said = _("Remarques ({n})").format(n=self.findings.count)
            self.leaves.buttons["findings"].setText(said)
            self._fit()

    def _enter(self, table: object) -> None:
        self._show(table)
        if isinstance(table, str):
            self.panels[table].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_target(self, target: Target) -> bool:
        """Put the focus on a cell of a table; False when this table is not here."""
        if target.table is None or target.table not in SMALL_TABLES:
            return False
        panel = self.panels[target.table]
        self.tables.go_to(target.table)
        self.leaves.go_to("table")
        self._show(target.table)
        if not panel.view.reveal(target.row, target.field):
            panel.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def spot(self) -> tuple[str, tuple[str, ...]]:
        """The line of the table shown that one was on."""
        table = str(self.tables.current() or "")
        panel = self.panels.get(table)
        return SECTION_OF.get(table, ""), panel.view.words_here() if panel is not None else ()

    def settle(self) -> None:
        """The page is left."""
        for panel in self.panels.values():
            panel.settle()

    def first(self) -> QWidget:
        """The list; the choice that stands in for it takes its focus."""
        return self.tables

    def stops(self) -> tuple[QWidget, ...]:
        """The list of tables, the table shown, its findings."""
        first = self.choice if self.tables.isHidden() else self.tables
        return (first, *(p for p in self.panels.values() if p.isVisible()), self.findings)


class _Panels(dict[str, RowsPanel]):
    """The panels that were built, by table; one that is asked for is built."""

    def __init__(self, build: Callable[[str], RowsPanel]) -> None:
        super().__init__()
        self._build = build

    def __missing__(self, table: str) -> RowsPanel:
        self[table] = self._build(table)
        return self[table]


def _not_asked() -> str:
    return _("Le profil choisi ne demande pas cette section : ce tableau ne sera pas imprimé.")


def _panel(desk: Desk, look: Look, table: str, title: str, empty: str) -> RowsPanel:
    def columns(_project: Project) -> Columns:
        return SMALL_TABLES[table]()

    return RowsPanel(desk, look, title, table, columns, empty=empty)
