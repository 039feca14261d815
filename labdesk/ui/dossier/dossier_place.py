"""The place Dossier as the window sees it: its keys, what is done in it, which page a target stands on."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from labdesk.ui.actions import act, on_digits
from labdesk.ui.desk import Desk, Target
from labdesk.ui.dossier.coming_back import ComingBack
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.page_making import Ways, made
from labdesk.ui.dossier.page_names import CORRECTIONS, KEYS, page_of, titles
from labdesk.ui.dossier.place_deeds import PlaceDeeds
from labdesk.ui.dossier.place_of_pages import PlaceOfPages
from labdesk.ui.style import Look
from labdesk.words import _


class DossierPlace(PlaceOfPages):
    """A bar of pages over the page shown."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(desk, look, parent)
        self._add_keys()
        self.deeds = PlaceDeeds(self)
        self.bar.show_tab(CORRECTIONS, shown=False)  # until a document comes back
        former = desk.stays
        desk.stays = lambda touched, target: self.coming_back.shows(touched) or former(touched, target)
        self.show_page("texts")

    def _add_keys(self) -> None:
        """Each page has a key that goes there; that of a corrected document has its own actions."""
        for at, (name, (title, drawing)) in enumerate(titles().items()):
            if name == CORRECTIONS:
                self.coming_back = ComingBack(self)
                continue
            act(
                self,
                self.look,
                _("Copier pour la démarche") if name == "form" else title,
                partial(self.go_to_page, name),
                icon_name=drawing,
                keys=KEYS.get(name) or on_digits("Ctrl", at + 1),
                menu="dossier",
            )

    def make_page(self, name: str) -> Page:
        """A page, new; its buttons lead where the deeds do."""
        page = made(name, self.reading, self.look, Ways(self.deeds.offer_export, self.deeds.offer_changes))
        if name == CORRECTIONS:
            self.coming_back.hear(page)
        return page

    # -- what the window asks -------------------------------------------------------------------------------
    def receive(self, path: Path) -> bool:
        """A corrected document was let go over the window."""
        return self.coming_back.receive(path)

    def reveal(self, target: Target) -> None:
        """Show the page of a section, of a cell of a table, of a field of the cover, or « control »."""
        if target.section in KEYS:
            self.go_to_page(str(target.section))
            return
        if target.section == CORRECTIONS:
            self.coming_back.take_back()
            return
        if target.section == "control" or (target.table is None and target.section is None):
            self.show_page("control" if target.section else self.current)
            return
        for name in (page_of(target), "texts"):
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
