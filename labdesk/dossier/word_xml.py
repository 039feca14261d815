"""The pieces of a DOCX that python-docx has no words for: fields, bookmarks, links, contents."""

from collections.abc import Sequence
from typing import Any


def element(tag: str, /, **attributes: str) -> Any:
    """An element of Word, its attributes in Word’s own space."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Any, code: str, shown: str) -> None:
    """A field that Word computes: a page number."""
    field_part(paragraph, "begin")
    field_code(paragraph, code)
    field_part(paragraph, "separate")
    paragraph.add_run(shown)
    field_part(paragraph, "end")


def field_part(paragraph: Any, kind: str) -> None:
    """Where a field begins, shows itself, ends."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))


def field_code(paragraph: Any, code: str) -> None:
    """What a field computes."""
    made = element("w:instrText")
    made.text = f" {code} "
    paragraph.add_run()._r.append(made)


def bookmark(number: int, name: str, first: Any, last: Any) -> None:
    """A bookmark from the first to the last of these; both are runs, or links, or whole paragraphs."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    end = element("w:bookmarkEnd", id=str(number))
    if first.tag.endswith("}p"):
        place = 1 if len(first) and first[0].tag.endswith("}pPr") else 0
        first.insert(place, start)
        last.append(end)
    else:
        first.addprevious(start)
        last.addnext(end)


def contents(held: Sequence[Any]) -> None:
    """These paragraphs are the table of contents as Word makes it, with its button to update it."""
    made, properties, content = element("w:sdt"), element("w:sdtPr"), element("w:sdtContent")
    kind = element("w:docPartObj")
    kind.append(element("w:docPartGallery", val="Table of Contents"))
    kind.append(element("w:docPartUnique"))
    properties.append(kind)
    made.append(properties)
    made.append(content)
    held[0].addprevious(made)
    for one in held:
        content.append(one)


def link(paragraph: Any, target: str, run: Any) -> None:
    """The run leads somewhere: a bookmark of this document (« #name »), or an address."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    made = element("w:hyperlink", history="1")
    if target.startswith("#"):
        made.set(qn("w:anchor"), target[1:])
    else:
        made.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.addprevious(made)
    made.append(run)


def restarted(docx: Any, style: Any) -> int:
    """A numbered list of its own, that begins at 1: its number in the file."""
    numbering = docx.part.numbering_part.element
    standing = style.element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(standing).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def numbered(paragraph: Any, number: int) -> None:
    """The paragraph is of this list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
