"""Where an undo or a redo happened: the place one is led to, and how it is told."""

from collections.abc import Iterable

from labdesk.domain.model import Project, Types
from labdesk.ui.target import Target, target_of
from labdesk.ui.whereabouts import spot_among

ORDER = ("note", "answer", "photo", "line", "step", "phase", "lane", "link", "vote", "canvas")
"""The most precise first."""


def place_of(project: Project, types: Types, touched: Iterable[tuple[str, str]], here: str) -> Target | None:
    """Where the view goes after an undo: to what still stands and is most precise.

    `here`: the canvas one is on; a tie has two ends, and the one here is shown.
    """
    rank = {table: at for at, table in enumerate(ORDER)}
    ordered = sorted(touched, key=lambda item: (rank.get(item[0], len(rank)), item[1]))
    standing = [(table, row) for table, row in ordered if row in project.table(table)]
    if own := _tied_here(project, types, ordered, here):
        return own
    for table, row in [*standing, *ordered]:
        if found := target_of(project, types, table, row):
            return found
    return None


def told_where(
    project: Project, types: Types, target: Target | None, touched: Iterable[tuple[str, str]]
) -> str:
    """« Irritants, étape 7 »; empty where nothing more is known."""
    if target is None or not target.table or not target.row:
        return ""
    return spot_among(project, types, target.table, target.row, touched)


def _tied_here(
    project: Project, types: Types, touched: Iterable[tuple[str, str]], here: str
) -> Target | None:
    """The end on the canvas one is on, when a gesture only tied."""
    for table, row in touched:
        if table != "link":
            return None
        for piece in row.split("/"):
            note = project.note.get(piece)
            if note is not None and note.canvas == here:
                return target_of(project, types, "note", piece)
    return None
