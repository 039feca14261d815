"""A new project file with something in it: whole, its pictures too, or not there at all."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from labdesk.domain.gesture import Gesture
from labdesk.errors import Refusal
from labdesk.store.author import laptop
from labdesk.store.photos import prepare
from labdesk.store.project_file import ProjectFile
from labdesk.words import _

Sources: TypeAlias = Mapping[str, tuple[Callable[[], bytes], str]]
"""Photo row → what reads its file (one at a time: a hundred photos never stand in memory), and its name."""


def bear(
    path: Path,
    content: Callable[[Mapping[str, str]], Gesture],
    sources: Sources | None = None,
    *,
    strict: bool = False,
) -> tuple[str, ...]:
    """Write the file; what is in it at birth cannot be undone. `content` learns the picture of each photo.

    A picture that cannot be read leaves its place empty: the sentences given back say which. Strict, it is
    a Refusal, and a Refusal leaves nothing behind.
    """
    document = ProjectFile.create(path, laptop())
    try:
        shas, unread = _pictured(document, sources or {}, strict)
        document.do(content(shas), forever=True)
        document.close()
    except BaseException:
        document.close()
        path.unlink(missing_ok=True)
        raise
    return unread


def _pictured(
    document: ProjectFile, sources: Sources, strict: bool
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    shas, unread = {}, []
    for photo, (read, name) in sources.items():
        try:
            picture = prepare(read(), name)
        except Refusal:
            if strict:
                raise
            unread.append(_("La photo « {name} » n’a pas pu être lue : sa place est vide.").format(name=name))
            continue
        document.put_picture(picture)
        shas[photo] = picture.sha
    return shas, tuple(unread)
