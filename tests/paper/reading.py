"""PDFs read back: their text as people copy it, their tree as a screen reader goes through it."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary

from labdesk.dossier import pdf
from labdesk.dossier.blocks import Block
from tests.paper.samples import document, photo


def written(*blocks: Block, **more: object) -> bytes:
    """The PDF of some blocks."""
    return pdf.write(document(*blocks, **more), photo).data


def page_texts(data: bytes) -> list[str]:
    """The text of each page, inserted hyphens undone, white as single spaces."""
    opened = pypdfium2.PdfDocument(data)
    found = []
    for page in opened:
        text = page.get_textpage().get_text_range()
        found.append(" ".join(re.sub("[\u00ad\ufffe\x02]\\s*", "", text).split()))
    opened.close()
    return found


def text(data: bytes) -> str:
    """The text of the whole document."""
    return " ".join(page_texts(data))


def tree(data: bytes) -> list[tuple[str, str]]:
    """The elements in reading order, each with the words it holds itself."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        words = {page.obj.objgen: _marked(page) for page in opened.pages}
        root: Any = opened.Root.StructTreeRoot.K
        return list(_walk(root, words))


def table(data: bytes) -> list[list[str]]:
    """The rows of the first table: « TH words » or « TD words » for each cell."""
    rows: list[list[str]] = []
    for role, words in tree(data):
        if role == "TR":
            rows.append([])
        elif role in ("TH", "TD"):
            rows[-1].append(f"{role} {words}".strip())
        elif rows and rows[-1] and words:
            rows[-1][-1] += f" {words}"
    return rows


def _walk(element: Any, words: dict[Any, dict[int, str]]) -> Iterator[tuple[str, str]]:
    kids = element.get("/K")
    kids = [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]
    page = element.Pg.objgen if "/Pg" in element else None
    said = []
    for kid in kids:
        if isinstance(kid, int):
            said.append(words[page].get(kid, ""))
        elif kid.get("/Type") == "/MCR":
            said.append(words[kid.Pg.objgen].get(int(kid.MCID), ""))
    yield str(element.S)[1:], "".join(said).strip()
    for kid in kids:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _walk(kid, words)


def _marked(page: Any) -> dict[int, str]:
    """The words of each mark of a page."""
    fonts = {name: _characters(font) for name, font in page.obj.Resources.Font.items()}
    found: dict[int, str] = {}
    stack: list[int | None] = []
    current = ""
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        operands: Any = step.operands
        if operator == "BDC":
            mark = operands[1].get("/MCID")
            stack.append(None if mark is None else int(mark))
        elif operator == "EMC":
            stack.pop()
        elif operator == "Tf":
            current = str(operands[0])
        elif operator == "Tj" and stack and stack[-1] is not None:
            codes = bytes(operands[0])
            pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
            shown = "".join(fonts[current][code] for code in pairs)
            found[stack[-1]] = found.get(stack[-1], "") + shown
    return found


def _characters(font: Any) -> dict[int, str]:
    lines = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(hexa.decode()).decode("utf-16-be") for code, hexa in lines}
