"""`kit`: the blank canvases and the sheets to hand out, written into a folder."""

import argparse
from datetime import date
from pathlib import Path

from labdesk.cli.reporting import DONE, say, tell
from labdesk.domain.canvas_type import load_catalogue
from labdesk.words import several, speaking


def kit(given: argparse.Namespace) -> int:
    """Write one PDF a sheet; a name that is taken is replaced, what else the folder holds stays."""
    from labdesk.domain.lab import load_lab
    from labdesk.dossier.kit import KitWish
    from labdesk.dossier.kit_folder import write_kit
    from labdesk.dossier.tiles import sheet_and_tile

    folder: Path = given.folder
    catalogue = load_catalogue()
    paper, tile = sheet_and_tile(given.paper)
    wish = KitWish(date.today(), tuple(catalogue.types), paper, tile, lab=load_lab())
    with speaking(given.lang):
        written = write_kit(catalogue, wish, folder)
        said = several(len(written.names), "{n} feuille PDF", "{n} feuilles PDF")
    tell(*written.refused)
    say(f"{folder} : {said}", *(f"  {name}" for name in written.names))
    return DONE
