"""What is done from any page of the dossier: copy a section, make it plainer, quote, export."""

from typing import TYPE_CHECKING, cast

from labdesk.ui.actions import act
from labdesk.ui.dossier.place_of_pages import PlaceOfPages
from labdesk.ui.press.orders import What
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.dossier.exports import ExportsPage
    from labdesk.ui.dossier.form_page import FormPage
    from labdesk.ui.dossier.texts import TextsPage


class PlaceDeeds:
    """Each leads to the page that does it."""

    def __init__(self, place: PlaceOfPages) -> None:
        self._place = place
        for words, deed, drawing, keys, tip in (
            (_("Copier la section pour la démarche"), self.copy_section, "copy", "Ctrl+Shift+C", ""),
            (
                _("Langage clair"),
                self.show_clarity,
                "message-square",
                "Ctrl+Shift+L",
                _("Ce que le texte de la section peut dire plus simplement"),
            ),
            (_("Citer une note, un résultat, un montant…"), self.quote, "quote", "Ctrl+Shift+G", ""),
        ):
            act(place, place.look, words, deed, icon_name=drawing, keys=keys, menu="dossier", tip=tip)

    def copy_section(self) -> None:
        """The section one reads or writes goes to the clipboard as a web form takes it."""
        place = self._place
        place.settle()
        form = cast("FormPage", place.built("form"))
        writing = place.current == "texts"
        section = place.reading.profile.section(self._section()) if writing else None
        if section is not None:
            form.copy_now(section)
        elif place.current == "form":
            form.copy()
        else:
            place.go_to_page("form")

    def _section(self) -> str:
        """The section one was writing."""
        texts = self._place.pages.get("texts")
        return str(cast("TextsPage", texts).sections.current() or "") if texts is not None else ""

    def show_clarity(self) -> None:
        """What the text of the section can say more simply."""
        self._place.show_page("texts")
        cast("TextsPage", self._place.page).show_clarity()

    def quote(self) -> None:
        """Quote something in the section one writes; the cover and the tables quote nothing."""
        texts = cast("TextsPage", self._place.page) if self._place.current == "texts" else None
        if texts is not None and texts.writes:
            texts.section.offer_quotes()
        else:
            said = _("Une citation s’insère dans le texte d’une section : choisissez-en une.")
            self._place.desk.announce(said)

    def offer_export(self, what: What) -> "ExportsPage":
        """The page Exporter, the focus on the formats of this document."""
        self._place.show_page("export")
        page = cast("ExportsPage", self._place.page)
        page.offer(what)
        return page

    def offer_changes(self, version: str) -> None:
        """The page Exporter, the page « Ce qui a changé » since this version asked for."""
        self.offer_export("dossier").want_changes(version)
        self._place.desk.announce(
            _("La page « Ce qui a changé » est demandée : choisissez le format du dossier.")
        )
