"""The place Dossier as the window sees it: its pages, which one a target stands on, its keys."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.actions import act, draw, on_digits
from labdesk.ui.desk import Desk, Target
from labdesk.ui.dossier.all_pages import AllPages
from labdesk.ui.dossier.budget import BudgetPage
from labdesk.ui.dossier.columns import SMALL_TABLES
from labdesk.ui.dossier.control import ControlPage
from labdesk.ui.dossier.correction_actions import CORRECTED, CORRECTIONS, CorrectionActions
from labdesk.ui.dossier.exports import ExportsPage
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.preview import Preview
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.tables import TablesPage
from labdesk.ui.dossier.texts import TextsPage
from labdesk.ui.place import Place
from labdesk.ui.press.orders import What
from labdesk.ui.press.press import Asked
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.dossier.corrections import CorrectionsPage

PAGES = (
    *("texts", "budget", "tables", "control", "preview", "note", "report", "export", "form"),
    *("versions", "follow_up", "corrections"),
)
PROOFS: dict[str, What] = {"preview": "dossier", "note": "note", "report": "report"}
"""Pages that show a document as it is printed."""
KEYS = {"versions": "Shift+F8", "follow_up": "Ctrl+F8"}
"""Pages whose keys are no digit: those that come once the dossier has left."""
MONEY = ("expense", "expense_year", "resource", "in_kind")
"""Tables of the page Budget."""


class DossierPlace(Place):
    """A bar of pages over the page shown. A page is built on its first visit."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self.reading = Reading(desk, self)
        self.pages: dict[str, Page] = {}
        self._spot: tuple[str, tuple[str, ...]] = ("", ())
        """Where one worked last: the preview opens there."""
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(_("Pages du dossier"))
        self.all_pages = AllPages(look, self.tabs, lambda at: self.go_to_page(PAGES[at]))
        self._far = QLabel()
        role(self._far, "muted")
        bar = QFrame()
        role(bar, "topbar")
        self._bar = QHBoxLayout(bar)
        self._bar.addWidget(self.tabs, 1)
        self._bar.addWidget(self.all_pages)
        self._bar.addWidget(self._far)
        self._pad()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self._stack, 1)
        self._add_pages()
        self._add_deeds()
        self.tabs.setTabVisible(PAGES.index(CORRECTIONS), False)  # until a document comes back
        self.tabs.currentChanged.connect(lambda at: self.show_page(PAGES[at]))
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        self.reading.reviewed.connect(self._refresh)
        look.changed.connect(self._relook)
        former = desk.stays
        desk.stays = lambda touched, target: self._stays(touched) or former(touched, target)
        self.show_page("texts")

    def _add_pages(self) -> None:
        """A tab for each page, and the key that goes there."""
        for at, (name, (title, drawing)) in enumerate(_titles().items()):
            self.tabs.addTab(title)
            if name == CORRECTIONS:
                self.correction_actions = CorrectionActions(
                    self, self.look, self._shown_review, self.take_back
                )
                continue
            act(
                self,
                self.look,
                _("Copier pour la démarche") if name == "form" else title,
                self._opener(name),
                icon_name=drawing,
                keys=KEYS.get(name) or on_digits("Ctrl", at + 1),
                menu="dossier",
            )

    def _add_deeds(self) -> None:
        """What is done from any page: copy, make plainer, quote."""
        act(
            self,
            self.look,
            _("Copier la section pour la démarche"),
            self.copy_section,
            icon_name="copy",
            keys="Ctrl+Shift+C",
            menu="dossier",
        )
        act(
            self,
            self.look,
            _("Langage clair"),
            self.show_clarity,
            icon_name="message-square",
            keys="Ctrl+Shift+L",
            menu="dossier",
            tip=_("Ce que le texte de la section peut dire plus simplement"),
        )
        act(
            self,
            self.look,
            _("Citer une note, un résultat, un montant…"),
            self.quote,
            icon_name="quote",
            keys="Ctrl+Shift+G",
            menu="dossier",
        )

    def _pad(self) -> None:
        self._bar.setContentsMargins(self.look.space("s"), 0, self.look.space("l"), 0)

    def _opener(self, name: str) -> Callable[[], None]:
        return lambda: self.go_to_page(name)

    # -- pages ----------------------------------------------------------------------------------------------
    @property
    def current(self) -> str:
        """The name of the page shown."""
        shown = self._stack.currentWidget()  # not the tab: a click turns the bar before the page is there
        return next((name for name, page in self.pages.items() if page is shown), PAGES[0])

    def show_page(self, name: str) -> None:
        """Show a page; it is built the first time."""
        self._settle()
        if self.pages and (spot := self._page().spot())[0]:
            self._spot = spot
        page = self._made(name)
        said = self.tabs.blockSignals(True)  # the page is shown here, not once more when the bar tells
        self.tabs.setTabVisible(PAGES.index(name), True)
        self.tabs.setCurrentIndex(PAGES.index(name))
        self.tabs.blockSignals(said)
        self._stack.setCurrentWidget(page)
        if name == "preview" and isinstance(page, Preview):
            page.follow(*self._spot)
        if self.reading.review is None and self.desk.session is not None:
            self.reading.ask()
        else:
            self._refresh()
        self.correction_actions.follow()
        self.setFocusProxy(page.first())  # whoever comes here works on the page

    def go_to_page(self, name: str) -> None:
        """Show a page, the focus where one works on it."""
        self.show_page(name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, name: str) -> Page:
        """A page; it is built the first time."""
        if name not in self.pages:
            self.pages[name] = self._built(name)
            self._stack.addWidget(self.pages[name])
            if name == CORRECTIONS:
                review = cast("CorrectionsPage", self.pages[name])
                review.finished.connect(self._put_away)
                review.reviewed.connect(self._reviewed)
        return self.pages[name]

    def _built(self, name: str) -> Page:
        if name in PROOFS:
            return self._preview(PROOFS[name])
        if name == "form":
            return self._form()
        makers: dict[str, Callable[[Reading, Look], Page]] = {
            "texts": TextsPage,
            "budget": BudgetPage,
            "tables": TablesPage,
            "control": ControlPage,
            "export": ExportsPage,
            "versions": self._versions,
            "follow_up": _follow_up,
            CORRECTIONS: _corrections,
        }
        return makers[name](self.reading, self.look)

    def _preview(self, what: What) -> Preview:
        made = Preview(self.desk, self.look, self._asker(what))
        export = QPushButton(_("Exporter…"))
        draw(export, "file-down", self.look)
        export.clicked.connect(lambda: self.offer_export(what))
        made.add_to_bar(export)
        return made

    def _form(self) -> Page:
        from labdesk.ui.dossier.form_page import FormPage

        made = FormPage(self.reading, self.look)
        made.export_wanted.connect(lambda: self.offer_export("form"))
        return made

    def copy_section(self) -> None:
        """The section one reads or writes goes to the clipboard as a web form takes it."""
        from labdesk.ui.dossier.form_page import FormPage

        self._settle()
        page = self._made("form")
        assert isinstance(page, FormPage)
        section = self.reading.profile.section(self._section()) if self.current == "texts" else None
        if section is not None:
            page.copy_now(section)
        elif self.current == "form":
            page.copy()
        else:
            self.go_to_page("form")

    def show_clarity(self) -> None:
        """What the text of the section can say more simply."""
        self.show_page("texts")
        page = self.pages["texts"]
        assert isinstance(page, TextsPage)
        page.show_clarity()

    def _versions(self, reading: Reading, look: Look) -> Page:
        from labdesk.ui.dossier.versions import VersionsPage

        made = VersionsPage(reading, look)
        made.page_wanted.connect(self._offer_changes)
        made.export_wanted.connect(lambda: self.offer_export("dossier"))
        return made

    def _offer_changes(self, version: str) -> None:
        """The page Exporter, the page « Ce qui a changé » since this version asked for."""
        self.offer_export("dossier")
        page = self.pages["export"]
        assert isinstance(page, ExportsPage)
        page.want_changes(version)
        self.desk.announce(_("La page « Ce qui a changé » est demandée : choisissez le format du dossier."))

    def offer_export(self, what: What) -> None:
        """The page Exporter, the focus on the formats of this document."""
        self.show_page("export")
        page = self.pages["export"]
        assert isinstance(page, ExportsPage)
        page.offer(what)

    def quote(self) -> None:
        """Quote something in the section one writes; the cover and the tables quote nothing."""
        page = self._page()
        if isinstance(page, TextsPage) and page.writes:
            page.section.offer_quotes()
        else:
            self.desk.announce(_("Une citation s’insère dans le texte d’une section : choisissez-en une."))

    def _asker(self, what: What) -> Callable[[], Asked]:
        return lambda: Asked(what, self.reading.profile)

    def _section(self) -> str:
        """The section one was writing."""
        texts = self.pages.get("texts")
        return str(texts.sections.current() or "") if isinstance(texts, TextsPage) else ""

    def _page(self) -> Page:
        return self.pages[self.current]

    # -- a document that comes back -------------------------------------------------------------------------
    def take_back(self) -> None:
        """The page Corrections; the first time, the file is asked for."""
        page = self._corrections()
        if page.correcting is None:
            page.file.choose()

    def receive(self, path: Path) -> bool:
        """A corrected document was let go over the window."""
        if path.suffix.lower() not in CORRECTED:
            return False
        self._corrections().file.order(path)
        return True

    def _corrections(self) -> "CorrectionsPage":
        self.go_to_page(CORRECTIONS)
        return cast("CorrectionsPage", self.pages[CORRECTIONS])

    def _shown_review(self) -> "CorrectionsPage | None":
        page = self.pages.get(CORRECTIONS)
        return cast("CorrectionsPage", page) if page is not None and self.current == CORRECTIONS else None

    def _reviewed(self) -> None:
        """A document was read, or put away: other things can be done, the keyboard goes elsewhere."""
        self.correction_actions.follow()
        if (page := self._shown_review()) is not None:
            self.setFocusProxy(page.first())

    def _put_away(self) -> None:
        """The review of a document is over: its page goes, the texts come."""
        self.go_to_page("texts")
        self.tabs.setTabVisible(PAGES.index(CORRECTIONS), False)

    def _stays(self, touched: frozenset[tuple[str, str]]) -> bool:
        """What is undone while a document is under review is seen in its list."""
        page = self.pages.get(CORRECTIONS)
        return page is not None and self.isVisible() and cast("CorrectionsPage", page).shows(touched)

    # -- in step --------------------------------------------------------------------------------------------
    def _opened(self) -> None:
        if self.desk.session is not None and self.isVisible():
            self.reading.ask()

    def _changed(self, _touched: object) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._page().refresh()
        self.correction_actions.follow()
        self._tell()

    def _tell(self) -> None:
        """How far the dossier is, beside the bar of pages."""
        review = self.reading.review
        self._far.setText(review.sentence() if review else "")
        self._fit()

    def _fit(self) -> None:
        """The rail says it too: the pages come first when there is little room."""
        room = self.width() - self.look.px(60)
        self._far.setVisible(self.tabs.sizeHint().width() + self._far.sizeHint().width() < room)
        margins = self._bar.contentsMargins()
        self.all_pages.setVisible(
            self.tabs.sizeHint().width() > self.width() - margins.left() - margins.right()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said beside the bar of pages gives way to it."""
        super().resizeEvent(event)
        self._fit()

    def _relook(self) -> None:
        for page in self.pages.values():
            page.relook()
        self._pad()

    def showEvent(self, event: QShowEvent) -> None:
        """The place is shown again: the project may have changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def _settle(self) -> None:
        for page in self.pages.values():
            page.settle()

    # -- what the window asks -------------------------------------------------------------------------------
    def reveal(self, target: Target) -> None:
        """Show the page of a section, of a cell of a table, of a field of the cover, or « control »."""
        if target.section in KEYS:
            self.go_to_page(str(target.section))
            return
        if target.section == CORRECTIONS:
            self.take_back()
            return
        if target.section == "control" or (target.table is None and target.section is None):
            self.show_page("control" if target.section else self.current)
            return
        for name in (_page_of(target), "texts"):
            self.show_page(name)
            if self.pages[name].show_target(target):
                return

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of tables and lists."""
        return (
            ("Entrée", _("modifier la case, puis descendre")),
            ("Tab", _("case suivante ; après la dernière, une nouvelle ligne")),
            ("Ins", _("ajouter une ligne (ou Ctrl+Entrée)")),
            ("Alt+↑ Alt+↓", _("monter ou descendre la ligne")),
            ("Del", _("vider les cases choisies")),
            ("Ctrl+Del", _("supprimer la ligne")),
            ("Ctrl+V", _("coller un tableau copié d’un tableur")),
            ("Entrée", _("dans Démarche : copier la section ; dans Clarté : aller au passage")),
            ("Del", _("dans Clarté : garder le passage ainsi")),
            ("Ctrl+Return", _("dans un texte, au bord d’une citation : aller à sa source")),
        )

    def regions(self) -> tuple[QWidget, ...]:
        """The bar of pages, then the lists and editors of the page."""
        return (self.tabs, *self._page().stops())

    def leave(self) -> None:
        """What is being typed becomes a gesture."""
        self._settle()


def _titles() -> dict[str, tuple[str, str]]:
    return {
        "texts": (_("Textes"), "file-text"),
        "budget": (_("Budget"), "euro"),
        "tables": (_("Tableaux"), "table"),
        "control": (_("Contrôle"), "list-checks"),
        "preview": (_("Aperçu"), "eye"),
        "note": (_("Note"), "file-check"),
        "report": (_("Compte rendu"), "clipboard-list"),
        "export": (_("Exporter"), "file-down"),
        "form": (_("Démarche"), "clipboard-paste"),
        "versions": (_("Versions"), "history"),
        "follow_up": (_("Suivi"), "milestone"),
        CORRECTIONS: (_("Corrections"), "file-up"),
    }


def _follow_up(reading: Reading, look: Look) -> Page:
    from labdesk.ui.dossier.follow_up import FollowUpPage

    return FollowUpPage(reading, look)


def _corrections(reading: Reading, look: Look) -> Page:
    from labdesk.ui.dossier.corrections import CorrectionsPage

    return CorrectionsPage(reading, look)


def _page_of(target: Target) -> str:
    """The page on which a target stands."""
    if target.table in ("follow_up", "version"):
        return "follow_up" if target.table == "follow_up" else "versions"
    if target.table == "indicator" and target.field in ("reached", "reached_on"):
        return "follow_up"
    if target.table in MONEY or (target.table, target.field) == ("project", "vat"):
        return "budget"
    return "tables" if target.table in SMALL_TABLES else "texts"
