"""The wall kit written into a folder: all of its files, or none of those that were new."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from labdesk.domain.canvas_type import Catalogue
from labdesk.dossier import pdf
from labdesk.dossier.handouts import load_handouts
from labdesk.dossier.kit import KitWish, kit
from labdesk.errors import Refusal
from labdesk.words import _


class KitWritten(Struct, frozen=True):
    """The names of the files, how many pages they have together, the sentences about sheets refused."""

    names: tuple[str, ...]
    pages: int
    refused: tuple[str, ...] = ()


def write_kit(
    catalogue: Catalogue, wish: KitWish, folder: Path, tell: Callable[[int, int], None] = lambda _a, _b: None
) -> KitWritten:
    """Write every sheet into a folder, made when missing. They are made beside it first: when one fails
    nothing of the folder has changed. `tell(files done, files)` may raise to give up."""
    if folder.is_file():
        raise Refusal(_("« {name} » est un fichier : donnez un dossier.").format(name=folder.name))
    documents = list(kit(catalogue, wish))
    pages, new = 0, not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".kit-", dir=folder) as beside:
            for done, (name, document) in enumerate(documents):
                tell(done, len(documents))
                pages += pdf.write(document, _none, Path(beside) / f"{name}.pdf").pages
            for name, _document in documents:
                (Path(beside) / f"{name}.pdf").replace(folder / f"{name}.pdf")
    except OSError as trouble:
        raise pdf.refused(folder, trouble) from trouble
    finally:
        if new:
            with suppress(OSError):  # it holds the sheets: it stays
                folder.rmdir()
    tell(len(documents), len(documents))
    names = tuple(f"{name}.pdf" for name, _document in documents)
    return KitWritten(names, pages, load_handouts().refused)


def _none(name: str) -> bytes:
    raise KeyError(name)
