"""A version as a line of a list, and as the facts below its title."""

from datetime import datetime

from labdesk.domain.entities import Version
from labdesk.ui.dossier.signs import SignLine
from labdesk.words import _, day, hour, several

ICONS = {"dossier": "file-text", "note": "file-check", "report": "clipboard-list"}
SHA = 12
"""Digits of a fingerprint that people are shown."""


def moment(version: Version) -> str:
    """« 3 mars 2027 à 10:42 »."""
    try:
        at = datetime.fromisoformat(version.at or "")
    except ValueError:
        return version.at or _("date inconnue")
    return _("{day} à {time}").format(day=day(at.date().isoformat()), time=hour(at))


def named(version: Version) -> str:
    """Its moment, and its name when it has one."""
    return f"{moment(version)} ({version.name})" if version.name else moment(version)


def kind(version: Version) -> str:
    """« Dossier définitif, PDF »."""
    words = {
        ("dossier", 1): _("Dossier définitif"),
        ("dossier", 0): _("Dossier, brouillon"),
        ("note", 1): _("Note définitive"),
        ("note", 0): _("Note, brouillon"),
    }
    what = words.get((version.what or "", int(bool(version.final)))) or _("Compte rendu")
    return f"{what} · {(version.form or '').upper()}"


def version_line(version: Version) -> SignLine:
    """Its name first, when it has one."""
    when = moment(version)
    icon = ICONS.get(version.what or "", "file-text")
    title = version.name or when
    detail = " · ".join(part for part in (when if version.name else "", kind(version)) if part)
    return SignLine(title, detail, icon, "primary" if version.final else "ink2")


def facts(version: Version) -> str:
    """What is known of the document, in one line."""
    pages = several(version.pages, "{n} page", "{n} pages") if version.pages else ""
    sha = _("empreinte {sha}…").format(sha=(version.sha or "")[:SHA]) if version.sha else ""
    return " · ".join(part for part in (kind(version), pages, version.file or "", sha) if part)
