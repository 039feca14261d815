"""Whatever a document holds, its PDF is accessible, archivable, and nothing stands outside the page."""

import io
import os

from hypothesis import given, settings

from labdesk.dossier import pdf
from labdesk.dossier.documents import Document
from tests.paper.archive import archive_faults
from tests.paper.samples import documents, every_block, photo
from tests.paper.ua_checker import check

MANY = 200 if "LABDESK_TORTURE" in os.environ else 20


def faults(document: Document) -> list[object]:
    """Every fault of the PDF of a document."""
    data = pdf.write(document, photo).data
    return [*check(io.BytesIO(data)), *archive_faults(data)]


@settings(max_examples=MANY)
@given(documents)
def test_any_document_is_accessible_and_archivable(document: Document) -> None:
    assert faults(document) == []


def test_a_document_of_every_kind_of_block_is_accessible_and_archivable() -> None:
    assert faults(every_block()) == []
