"""The PDF/A check of pikepdf, and what a PDF/A-3a file that is PDF/UA too may have beyond PDF/A-3b."""

import io
from pathlib import Path

from pikepdf import pdfa

# pikepdf knows level B and no extension schema: our level is A, and PDF/UA needs its schema described.
_EXPECTED = {
    ("ISO_19005_3:6.6.2.3.1-1", "XMP namespace pdfaExtension=http://www.aiim.org/pdfa/ns/extension/"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP namespace pdfaSchema=http://www.aiim.org/pdfa/ns/schema#"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP namespace pdfaProperty=http://www.aiim.org/pdfa/ns/property#"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfuaid:part"),
    ("ISO_19005_3:6.6.2.3.1-1", "XMP property pdfaExtension:schemas"),
    ("ISO_19005_3:6.6.4-3", "pdfaid:conformance"),
}


def archive_faults(source: Path | bytes) -> list[str]:
    """Why a PDF is not PDF/A-3; nothing for one that is."""
    opened = io.BytesIO(source) if isinstance(source, bytes) else source
    report = pdfa.validate_written(opened, pdfa.Flavour.PDFA_3B)
    return [str(finding) for finding in report.findings if not _is_expected(finding.rule, finding.message)]


def _is_expected(rule: str, message: str) -> bool:
    said = message.removesuffix(" is not permitted").split(" is ")[0]
    return (rule, said) in _EXPECTED
