"""The dossier as a web form takes it: one plain text a section, and its length as forms count it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.funding import Profile, Section
from labdesk.domain.model import Project, Types
from labdesk.dossier.blocks import Block, Keep, PageBreak, Retold
from labdesk.dossier.compose import TELLERS, Wish, cover
from labdesk.dossier.drawn_blocks import CurveLane, Gallery, JourneyMap, Lane, Picture, SheetMap
from labdesk.dossier.flat import felt, flattened, item_runs
from labdesk.dossier.labelled_blocks import Card, Cover, Signature
from labdesk.dossier.reading import Reader
from labdesk.dossier.text_blocks import Bullets, Callout, Contents, Heading, Paragraph, Runs, Table
from labdesk.errors import Refusal
from labdesk.words import _, typeset

BMP = 0xFFFF
"""The last character that a form counts once; an emoji counts twice."""
_SEVERAL_BLANKS = re.compile(r"\n{3,}")
_UNHEARD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NOTHING = ("", "–", "-")


class Entry(Struct, frozen=True):
    """A section as it is pasted into its field of the form. An empty text: nothing to paste.

    `short`: the same without the canvases told one by one; equal to `text` when there are none.
    """

    section: Section
    text: str
    short: str

    def over(self, text: str) -> int:
        """How many characters of a text are too many for the field; 0 when it fits or has no limit."""
        return max(form_length(text) - self.section.max_chars, 0) if self.section.max_chars else 0


def form_length(text: str) -> int:
    """Characters as the field of a web form counts them: UTF-16 code units, spaces too, a line end is one.

    HTML living standard, « maxlength » of a textarea: the length of its API value.
    """
    return sum(2 if ord(sign) > BMP else 1 for sign in text)


def longest_length(text: str) -> int:
    """The same for a form whose server counts a line end as two (CRLF), as it is sent."""
    return form_length(text) + text.count("\n")


def entries(project: Project, catalogue: Catalogue, profile: Profile, wish: Wish) -> Iterator[Entry]:
    """The sections of the profile in its order, one at a time: who shows them may rest in between."""
    reader = Reader(project, Types(catalogue), wish.today, wish.ask)
    for section in profile.sections:
        yield _entry(reader, profile, section, wish)


def _entry(reader: Reader, profile: Profile, section: Section, wish: Wish) -> Entry:
    """What was typed, then what canvases and tables say."""
    if section.id == "cover":
        text = plain((cover(reader, wish),))
        return Entry(section, text, text)
    teller = TELLERS.get(section.id)
    try:
        blocks = teller(reader, profile) if teller else ()
    except Refusal:  # a canvas of a type that this laptop does not know: its export says so
        blocks = ()
    typed = _as_typed(reader.typed(section.id))
    whole, short = plain(blocks), plain(tuple(_without_canvases(blocks)))
    return Entry(section, *("\n\n".join(filter(None, (typed, drawn))) for drawn in (whole, short)))


def _without_canvases(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Keep):
            yield from _without_canvases(block.blocks)
        elif not isinstance(block, JourneyMap | SheetMap | Card | Retold):
            yield block


def whole(found: Sequence[Entry]) -> str:
    """All sections under their titles: a file one can keep beside the form."""
    parts = []
    for entry in found:
        title = str(entry.section.label)
        name = str(entry.section.field)
        head = f"{title} ({name})" if name and name != title else title
        parts.append(f"{head}\n{'=' * len(head)}\n\n{entry.text or _('(rien à reporter)')}")
    return "\n\n\n".join(parts) + "\n"


def _as_typed(text: str) -> str:
    """What a person typed, their blank lines kept, in French typography."""
    lines = (typeset(line.rstrip()) for line in _UNHEARD.sub(" ", text).strip().split("\n"))
    return _SEVERAL_BLANKS.sub("\n\n", "\n".join(lines)).strip()


def plain(blocks: Sequence[Block]) -> str:
    """Blocks as lines of text; pictures and lines to sign have no place in a form."""
    lines: list[str] = []
    for block in _heard(blocks):
        if isinstance(block, Heading) and block.text in lines:  # a canvas called like what was just quoted
            continue
        told = list(_journey(block)) if isinstance(block, JourneyMap) else list(_told(block))
        if told and lines and isinstance(block, Heading | JourneyMap | Table | Cover):
            lines.append("")
        lines += (typeset(line) for line in told)
    return _SEVERAL_BLANKS.sub("\n\n", "\n".join(lines)).strip()


def _heard(blocks: Sequence[Block]) -> Iterator[Block]:
    """What can be told in words, drawings flattened but for journeys, which are told step by step."""
    for block in blocks:
        if isinstance(block, Keep):
            yield from _heard(block.blocks)
        elif isinstance(block, JourneyMap):
            yield block
        elif not isinstance(block, Signature | Gallery | Retold):
            yield from flattened((block,))


def _told(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield _words(block.text)
    elif isinstance(block, Paragraph | Callout):
        if all(run.link.startswith("#") for run in block.runs):  # « voir la carte » leads nowhere in a form
            return
        yield from filter(None, map(str.strip, _said(block.runs).split("\n")))
    elif isinstance(block, Bullets):
        for rank, item in enumerate(block.items, 1):
            yield f"{rank}. {_line(item)}" if block.ordered else f"- {_line(item)}"
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Cover):
        yield from _cover(block)
    else:
        assert isinstance(block, Picture | PageBreak | Contents), block


def _cover(block: Cover) -> Iterator[str]:
    facts = ((_("Intitulé"), block.title), *block.facts, block.amount, block.decision)
    for label, said in facts:
        if said:
            yield _labelled(label, _words(said))


def _table(block: Table) -> Iterator[str]:
    """A line for each row: its name, then each value under the name of its column."""
    if block.caption:
        yield _words(block.caption)
    for row in block.rows:
        said = [_line(cell.runs) for cell in row.cells]
        name, values = (said[0], said[1:]) if said else ("", [])
        heads = [*block.head[1:], *("" for _value in values)]
        pairs = [(h, v) for h, v in zip(heads, values, strict=False) if v.strip() not in _NOTHING]
        if len(block.head) == 2 and pairs:
            yield f"- {_labelled(name, pairs[0][1])}"
        elif pairs or name.strip() not in _NOTHING:
            told = " ; ".join(_labelled(head, value) if head else value for head, value in pairs)
            yield f"- {' – '.join(part for part in (name, told) if part)}"
    if block.note:
        yield _words(block.note)


def _journey(block: JourneyMap) -> Iterator[str]:
    """A journey step by step, as one tells it: what a table of many columns never is in a form."""
    yield _words(block.title)
    first = 0
    for phase in block.phases:
        yield ""
        yield _words(phase.label)
        for step in range(first, first + phase.steps):
            key = _("(moment clé)") if step in block.key else ""
            label = block.steps[step] if step < len(block.steps) else ""
            yield " ".join(part for part in (f"{step + 1}.", _words(label), key) if part)
            for lane in block.lanes:
                if said := _cell(lane, step):
                    yield f"- {_labelled(lane.label, said)}"
        first += phase.steps


def _cell(lane: Lane | CurveLane, step: int) -> str:
    if isinstance(lane, CurveLane):
        return felt(lane.feelings[step]) if step < len(lane.feelings) else ""
    items = lane.cells[step] if step < len(lane.cells) else ()
    return " ; ".join(_line(item_runs(item)) for item in items)


def _labelled(label: str, said: str) -> str:
    return _("{label} : ").format(label=label) + said


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _words(text: str) -> str:
    return " ".join(text.split(" ")).replace("\n", " ").strip()


def _line(runs: Runs) -> str:
    """Runs on one line: the lines of a cell follow one another."""
    return " ; ".join(filter(None, (part.strip() for part in _said(runs).split("\n"))))
