"""What an export leaves in the project: the fingerprint of the file, and what the dossier said that day."""

from datetime import date
from hashlib import sha256

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.commands.versions import Kept
from labdesk.domain.contents import parts_of
from labdesk.domain.funding import Profile
from labdesk.domain.model import Project
from labdesk.dossier.contents import content

KEPT = ("dossier", "note", "report")
"""Documents of which a version is kept: those that say where the project stands."""


def fingerprint(data: bytes) -> str:
    """What the bytes of a file are known by, wherever the file goes."""
    return sha256(data).hexdigest()


def kept(
    data: bytes,
    pages: int,
    project: Project,
    catalogue: Catalogue,
    profile: Profile,
    today: date,
    ask: frozenset[str] = frozenset(),
) -> Kept:
    """Of a document that was just written."""
    return Kept(fingerprint(data), parts_of(content(project, catalogue, profile, today, ask)), pages)
