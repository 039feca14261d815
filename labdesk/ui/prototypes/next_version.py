"""The next iteration of a card: made, and told."""

from collections.abc import Callable

from labdesk.domain.commands.cards import followers_of, former_of, new_version
from labdesk.domain.model import Project
from labdesk.domain.newer_type import newer
from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.words import _


def stands_among_versions(project: Project, canvas: str) -> bool:
    """A card has other versions."""
    return canvas in project.canvas and bool(former_of(project, canvas) or followers_of(project, canvas))


def make_version(desk: Desk, canvas: str, then: Callable[[str], object]) -> None:
    """The next iteration of a card; `then` is called with its canvas."""
    try:
        own = desk.types.of(desk.project, canvas)
    except Refusal as refusal:
        desk.refused.emit(refusal.sentence)
        return
    copy, gesture = new_version(desk.project, newer(own, desk.catalogue), canvas)
    desk.do(gesture)
    if copy in desk.project.canvas:
        then(copy)
        desk.announce(_("Nouvelle version : le contenu est repris, le test et la décision sont vides."))
