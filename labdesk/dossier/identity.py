"""Who a PDF says it is: metadata (XMP, for PDF/UA-1 and PDF/A-3a), colour space, files carried inside."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from labdesk import places
from labdesk.dossier.documents import Attachment, Document
from labdesk.dossier.objects import File, Name, Ref, Value
from labdesk.dossier.text import typeset
from labdesk.words import _

PROGRAM = "LabDesk"

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
# PDF/A knows no pdfuaid: the file has to describe it (ISO 19005-3, 6.6.2.3).
_UA_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def metadata(file: File, document: Document) -> Ref:
    """The XMP stream of the document, readable without a PDF library."""
    moment = _iso(document.date)
    lines = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternatives(_title(document))}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{document.lang}</rdf:li></rdf:Bag></dc:language>",
    ]
    if author := _words(document.author):
        lines.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>")
    if subject := _words(document.subject):
        lines.append(f"<dc:description>{_alternatives(subject)}</dc:description>")
    if keywords := _words(document.keywords):
        lines.append(f"<pdf:Keywords>{escape(keywords)}</pdf:Keywords>")
    lines += [
        f"<pdf:Producer>{PROGRAM}</pdf:Producer>",
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>",
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ]
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    packet = "\n".join(
        [
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            f'<rdf:Description rdf:about="" {spaces}>',
            *lines,
            "</rdf:Description>",
            _UA_SCHEMA,
            '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
        ]
    )
    entries: dict[str, Value] = {"Type": Name("Metadata"), "Subtype": Name("XML")}
    return file.stream(packet.encode(), entries, deflate=False)


def information(file: File, document: Document) -> Ref:
    """The information dictionary; it says what the XMP says."""
    moment = _pdf_date(document.date)
    entries: dict[str, Value] = {"Title": _title(document)}
    for key, text in (
        ("Author", document.author),
        ("Subject", document.subject),
        ("Keywords", document.keywords),
    ):
        if words := _words(text):
            entries[key] = words
    entries |= {"Creator": PROGRAM, "Producer": PROGRAM, "CreationDate": moment, "ModDate": moment}
    return file.put(entries)


def colour_space(file: File) -> list[Value]:
    """The output intent: colours are sRGB."""
    profile = (places.resources() / "paper" / "srgb.icc").read_bytes()
    ref = file.stream(profile, {"N": 3})
    intent: dict[str, Value] = {"Type": Name("OutputIntent"), "S": Name("GTS_PDFA1")}
    intent |= {"OutputConditionIdentifier": "sRGB", "Info": "sRGB", "DestOutputProfile": ref}
    return [file.put(intent)]


def carried(file: File, attachments: Sequence[Attachment], moment: datetime) -> dict[str, Value]:
    """The entries of the catalogue for the files carried inside; none when there is no file."""
    names: dict[str, Ref] = {}
    for one in sorted(attachments, key=lambda attachment: attachment.name):
        entries: dict[str, Value] = {"Type": Name("EmbeddedFile"), "Subtype": Name(one.mime)}
        entries["Params"] = {"Size": len(one.data), "ModDate": _pdf_date(moment)}
        data = file.stream(one.data, entries)
        spec: dict[str, Value] = {"Type": Name("Filespec"), "F": one.name, "UF": one.name}
        spec |= {"Desc": one.description, "AFRelationship": Name(one.relation)}
        names[one.name] = file.put({**spec, "EF": {"F": data, "UF": data}})
    if not names:
        return {}
    listed: list[Value] = [part for name, ref in names.items() for part in (name, ref)]
    return {"AF": list(names.values()), "Names": {"EmbeddedFiles": {"Names": listed}}}


def _title(document: Document) -> str:
    return _words(document.title) or _("Document sans titre")


def _words(text: str) -> str:
    return " ".join(typeset(text).split("\n")).strip()


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset() or timedelta()
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _iso(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}{_zone(moment)}"


def _pdf_date(moment: datetime) -> str:
    return f"D:{moment:%Y%m%d%H%M%S}{_zone(moment).replace(':', chr(39))}'"
