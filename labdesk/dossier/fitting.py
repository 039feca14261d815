"""How large a document is printed: as it is, enlarged for easy reading, or as large as a sheet holds."""

from labdesk.dossier.documents import Document
from labdesk.dossier.job import Pictures
from labdesk.dossier.look import EASY
from labdesk.dossier.placing import Placed, arrange

_LARGEST = {"A4": 1.35, "A3": 2.0, "A2": 2.8, "A1": 4.0, "A0": 5.6}
_STEP = 1.03  # two sizes tried one after the other


def arranged(document: Document, picture: Pictures) -> Placed:
    """The document placed at its size. One canvas alone fills one sheet; when even the smallest text needs
    more, it goes on to others."""
    if document.alone:
        return _filling(document, picture)
    return arrange(document, picture, EASY if document.easy else document.scale)


def _filling(document: Document, picture: Pictures) -> Placed:
    best = arrange(document, picture)
    if len(best.pages) > 1:
        return best
    low, high = 1.0, _LARGEST[document.paper]
    while high > low * _STEP:
        middle = (low * high) ** 0.5
        trial = arrange(document, picture, middle)
        if len(trial.pages) == 1:
            best, low = trial, middle
        else:
            high = middle
    return best
