"""A new project file with something in it: whole, its pictures too, or not there at all."""

from pathlib import Path

from labdesk.domain.gesture import Gesture
from labdesk.errors import Refusal
from labdesk.exchange.files import read_bytes
from labdesk.exchange.imported import Imported
from labdesk.store.author import laptop
from labdesk.store.photos import prepare
from labdesk.store.project_file import ProjectFile


def bear(path: Path, content: Imported | Gesture) -> None:
    """Write the file. What is in it at birth cannot be undone; a Refusal leaves nothing behind."""
    document = ProjectFile.create(path, laptop())
    try:
        gesture = content if isinstance(content, Gesture) else _illustrated(document, content)
        document.do(gesture, forever=True)
    except BaseException:
        document.close()
        path.unlink(missing_ok=True)
        raise
    document.close()


def _illustrated(document: ProjectFile, imported: Imported) -> Gesture:
    """The gesture with the pictures that could be read; a picture that is none leaves an empty place."""
    shas: dict[str, str] = {}
    for photo, source in imported.found.items():
        try:
            picture = prepare(read_bytes(source), source.name)
        except Refusal:
            continue
        document.put_picture(picture)
        shas[photo] = picture.sha
    return imported.illustrated(shas)
