"""The project that a PDF carries: its own file, or its JSON, among the attachments (pypdfium2)."""

from labdesk.domain.canvas_type import Catalogue
from labdesk.errors import Refusal
from labdesk.exchange import project_json
from labdesk.exchange.imported import Imported
from labdesk.words import _

SQLITE = b"SQLite format 3\x00"


def find(data: bytes, source: str, catalogue: Catalogue | None = None) -> bytes | Imported:
    """The bytes of the project file that the PDF carries, else the project of its JSON."""
    held = _attachments(data, source)
    for name, content in held:
        if name.lower().endswith(".labdesk") and content.startswith(SQLITE):
            return content
    for name, content in held:
        if name.lower().endswith(".json"):
            try:
                return project_json.read(content.decode("utf-8-sig"), f"{source}, {name}", catalogue)
            except UnicodeDecodeError:
                continue
    raise Refusal(
        _(
            "« {file} » ne contient pas de projet LabDesk (il s’ajoute à l’export avec --embed-project)."
        ).format(file=source)
    )


def _attachments(data: bytes, source: str) -> list[tuple[str, bytes]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refusal(_("« {file} » n’est pas un PDF lisible.").format(file=source)) from error
    try:
        held = [document.get_attachment(rank) for rank in range(document.count_attachments())]
        return [(one.get_name(), bytes(one.get_data())) for one in held]
    except pypdfium2.PdfiumError as error:
        raise Refusal(_("Les pièces jointes de « {file} » ne se lisent pas.").format(file=source)) from error
    finally:
        document.close()
