"""What leaves the project, as data: each document, its words, and the formats it is offered in."""

import re
import textwrap

from msgspec import Struct

from labdesk.domain.model import Project, Types
from labdesk.errors import Refusal
from labdesk.ui.press.orders import Form, What
from labdesk.words import _, several

NAME = 60
"""Characters of the title in the name of a file."""
JUDGED: tuple[What, ...] = ("dossier", "note")
"""Documents whose final form a reviewer’s rule can hold back."""
_LINKING = re.compile(
    r"(?:[\s,;:.(«–-]|\b(?:à|aux?|avec|chez|dans|des?|du|en|entre|et|les?|la|leurs?|ou|où|par|pour|que|qui|sans|ses?"
    r"|son|sous|sur|une?|vers|a|an|and|at|by|for|from|in|of|on|or|the|to|with|[dlnqs]’))+$",
    re.IGNORECASE,
)
"""Words that call for another one: no name ends with them."""


class Format(Struct, frozen=True):
    """One button: its words, the order behind it, the form (and ending) of the file."""

    label: str
    what: What
    form: Form = "pdf"
    final: bool = False
    detail: str = ""


class Output(Struct, frozen=True):
    """One document that leaves, in one format or several; the first is the usual one."""

    name: str
    title: str
    said: str
    icon: str
    formats: tuple[Format, ...]


def outputs() -> tuple[Output, ...]:
    """Everything that is offered, in the order people ask for it."""
    draft, final = _("Brouillon PDF"), _("Définitif PDF")
    return (
        Output(
            "dossier",
            _("Dossier de financement"),
            _("Toutes les sections du profil, les canevas, le budget. Définitif : zéro point bloquant."),
            "file-text",
            (Format(draft, "dossier"), Format(final, "dossier", final=True), *_corrected("dossier")),
        ),
        Output(
            "note",
            _("Note pour décision"),
            _("Deux pages au plus, à signer : la demande, ce que les tests prouvent, ce que cela coûte."),
            "file-check",
            (Format(draft, "note"), Format(final, "note", final=True), *_corrected("note")),
        ),
        Output(
            "report",
            _("Compte rendu d’atelier"),
            _("Deux à quatre pages, rien à remplir de plus : présents, irritants, défi, décisions."),
            "clipboard-list",
            (Format(_("PDF"), "report", final=True), *_corrected("report")),
        ),
        Output(
            "form",
            _("Textes pour la démarche"),
            _("Chaque section en texte simple, à coller dans le formulaire en ligne de l’appel à projets."),
            "clipboard-paste",
            (Format(_("Texte"), "form", "txt"),),
        ),
        Output(
            "data",
            _("Données du projet"),
            _("Pour reprendre le projet ailleurs : JSON avec ses photos à côté, Markdown, tableau CSV."),
            "file-spreadsheet",
            (
                Format(_("JSON"), "data", "json"),
                Format(_("Markdown"), "data", "md"),
                Format(_("CSV"), "data", "csv"),
            ),
        ),
    )


def _corrected(what: What) -> tuple[Format, Format]:
    """What a hierarchy corrects, with real styles; a report is never a draft."""
    final = what == "report"
    return Format(_("Word"), what, "docx", final), Format(_("ODT"), what, "odt", final)


def held_back(blocking: int) -> str:
    """Why a final document is not made."""
    count = several(blocking, "{n} point bloquant", "{n} points bloquants")
    return _("L’export définitif attend : {count}. Le brouillon reste possible.").format(count=count)


def file_name(project: Project, output: Output, form: Format) -> str:
    """A name for the file: the project, the document, the draft said as such; no character a disk refuses."""
    title = project.head.title or project.head.cover_title or _("Projet sans titre")
    parts = [_cut(title), output.title]
    if form.what in ("dossier", "note") and not form.final:
        parts.append(_("brouillon"))
    clean = re.sub(r'[\\/:*?"<>|\x00-\x1f\u00a0\u202f]+', " ", " - ".join(parts))
    return f"{' '.join(clean.split())}.{form.form}"


def canvas_file_name(name: str, paper: str) -> str:
    """A name for the file of one canvas: « Parcours usager Devenir agent - A0 sur A4.pdf »."""
    sheet, _slash, tile = paper.partition("/")
    size = _("{sheet} sur {tile}").format(sheet=sheet, tile=tile) if tile else sheet
    clean = re.sub(r'[\\/:*?"<>|\x00-\x1f\u00a0\u202f]+', " ", f"{_cut(name)} - {size}")
    return f"{' '.join(clean.split())}.pdf"


def _cut(title: str) -> str:
    """A title short enough for the name of a file, cut after a word that can end it."""
    whole = " ".join(title.split())
    cut = textwrap.shorten(whole, NAME, placeholder="", break_on_hyphens=False)
    return whole if len(whole) <= NAME else _LINKING.sub("", cut) or whole[:NAME]


def asked_zones(project: Project, types: Types) -> dict[str, str]:
    """Zones that are printed only if the person agrees now, and that hold something: id → label."""
    found: dict[str, str] = {}
    for canvas in project.canvases():
        try:
            kind = types.of(project, canvas.id)
        except Refusal:
            continue
        for zone in kind.zones:
            if zone.export == "ask" and _filled(project, canvas.id, zone.id):
                found[zone.id] = str(zone.label)
    return found


def _filled(project: Project, canvas: str, zone: str) -> bool:
    return bool(
        project.notes_at(canvas, zone) or project.words(canvas, zone) or project.lines_of(canvas, zone)
    )
