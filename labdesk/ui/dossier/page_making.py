"""How each page of the dossier is made, on its first visit: what is not visited is not even imported."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtWidgets import QPushButton

from labdesk.ui.actions import draw
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.page_names import PROOFS
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.press.orders import What
from labdesk.ui.press.press import Asked
from labdesk.ui.style import Look
from labdesk.words import _


class Ways(Struct, frozen=True):
    """Where the buttons of a page lead: to the export of a document, of what changed since a version."""

    export: Callable[[What], object]
    changes: Callable[[str], None]


def made(name: str, reading: Reading, look: Look, ways: Ways) -> Page:
    """The page of this name, new."""
    if name in PROOFS:
        return _proof(PROOFS[name], reading, look, ways)
    makers: dict[str, Callable[[Reading, Look, Ways], Page]] = {
        "texts": _texts,
        "budget": _budget,
        "tables": _tables,
        "control": _control,
        "export": _exports,
        "form": _form,
        "versions": _versions,
        "follow_up": _follow_up,
        "corrections": _corrections,
    }
    return makers[name](reading, look, ways)


def _proof(what: What, reading: Reading, look: Look, ways: Ways) -> Page:
    from labdesk.ui.dossier.preview import Preview

    page = Preview(reading.desk, look, lambda: Asked(what, reading.profile))
    export = QPushButton(_("Exporter…"))
    draw(export, "file-down", look)
    export.clicked.connect(lambda: ways.export(what))
    page.add_to_bar(export)
    return page


def _texts(reading: Reading, look: Look, _ways: Ways) -> Page:
    from labdesk.ui.dossier.texts import TextsPage

    return TextsPage(reading, look)


def _budget(reading: Reading, look: Look, _ways: Ways) -> Page:
    from labdesk.ui.dossier.budget import BudgetPage

    return BudgetPage(reading, look)


def _tables(reading: Reading, look: Look, _ways: Ways) -> Page:
    from labdesk.ui.dossier.tables import TablesPage

    return TablesPage(reading, look)


def _control(reading: Reading, look: Look, _ways: Ways) -> Page:
    from labdesk.ui.dossier.control import ControlPage

    return ControlPage(reading, look)


def _exports(reading: Reading, look: Look, _ways: Ways) -> Page:
    from labdesk.ui.dossier.exports import ExportsPage

    return ExportsPage(reading, look)


def _form(reading: Reading, look: Look, ways: Ways) -> Page:
    from labdesk.ui.dossier.form_page import FormPage

    page = FormPage(reading, look)
    page.export_wanted.connect(lambda: ways.export("form"))
    return page


def _versions(reading: Reading, look: Look, ways: Ways) -> Page:
    from labdesk.ui.dossier.versions import VersionsPage

    page = VersionsPage(reading, look)
    page.page_wanted.connect(ways.changes)
    page.export_wanted.connect(lambda: ways.export("dossier"))
    return page


def _follow_up(reading: Reading, look: Look, _ways: Ways) -> Page:
    from labdesk.ui.dossier.follow_up import FollowUpPage

    return FollowUpPage(reading, look)


def _corrections(reading: Reading, look: Look, _ways: Ways) -> Page:
    from labdesk.ui.dossier.corrections import CorrectionsPage

    return CorrectionsPage(reading, look)
