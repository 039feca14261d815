"""A document that was corrected in Word or LibreOffice: its lines, its marks, its remarks."""

from pathlib import Path

from labdesk.domain.corrections.returned import Read
from labdesk.exchange.package import Package


def read_corrected(path: Path) -> Read:
    """All that the file says, tracked changes accepted. A Refusal says why it cannot be read."""
    from labdesk.exchange.corrected_odt import read_odt
    from labdesk.exchange.corrected_word import read_docx

    package = Package(path)
    # Its content says what it is: a name may lie.
    if "content.xml" in package.names:
        return read_odt(package)
    if "word/document.xml" in package.names:
        return read_docx(package)
    raise package.refusal()
