"""Where the words of a document come from, when nobody typed them: the canvas, the table, the cover."""

from labdesk.domain.corrections.lines import loose
from labdesk.domain.corrections.outline import FRONT
from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.corrections.returned import SourceBack, Stray
from labdesk.domain.funding.profile_reading import load_sections
from labdesk.domain.model import Project, Types
from labdesk.domain.quotes import source_of
from labdesk.ui.dossier.correcting import Item
from labdesk.ui.target import Target, target_of

FEWEST = 6
"""Characters under which words say too little to be looked for."""
COVER = ("cover_title", "holder", "fund", "version", "contact", "siret", "disclaimer", "title")
PAGES = {"budget": "expense", "financing": "resource", "risks": "risk", "schedule": "milestone"}
"""Sections drawn from a table → that table."""


def leads_to(project: Project, types: Types, item: Item) -> Target | None:
    """Where the words of something that came back are written; None when that is not known."""
    if isinstance(item.what, Proposal):
        return quoted_at(project, types, item.what.quotes[0]) if item.what.quotes else None
    if isinstance(item.what, SourceBack):
        return standing_at(project, types, item.what.part, item.what.before)
    return None if isinstance(item.what, Stray) else standing_at(project, types, item.section, "")


def standing_at(project: Project, types: Types, part: str, words: str) -> Target | None:
    """The very row that says these words, or the canvas or the section that the part tells."""
    if part == FRONT:
        field = next((name for name in COVER if _within(getattr(project.head, name), words)), "cover_title")
        return Target("dossier", table="project", row="project", field=field)
    if found := _row(project, types, words):
        return found
    if part[:2] in ("c-", "s-") and part[2:] in project.canvas:
        return target_of(project, types, "canvas", part[2:])
    if part in PAGES:
        rows = project.in_order(PAGES[part])
        return Target("dossier", table=PAGES[part], row=rows[0].id if rows else None)
    return Target("dossier", section=part) if part in load_sections() else None


def quoted_at(project: Project, types: Types, ref: str) -> Target | None:
    """Where what a text quotes stands."""
    table, row = source_of(ref)
    if not row:  # a sum: the table it is added up from
        rows = project.in_order(table)
        return Target("dossier", table=table, row=rows[0].id if rows else None)
    return target_of(project, types, table, row)


def _row(project: Project, types: Types, words: str) -> Target | None:
    """The longest text of the project that these words hold."""
    said = loose(words)
    if len(said) < FEWEST:
        return None
    best: tuple[int, str, str] = (FEWEST - 1, "", "")
    tables = (
        ("note", "text"),
        ("answer", "value"),
        ("risk", "label"),
        ("milestone", "label"),
        ("expense", "label"),
    )
    for table, field in tables:
        for row in project.table(table).values():
            told = loose(str(getattr(row, field) or ""))
            if len(told) > best[0] and told in said:
                best = (len(told), table, row.id)
    return target_of(project, types, best[1], best[2]) if best[1] else None


def _within(told: object, words: str) -> bool:
    said = loose(str(told or ""))
    return bool(said) and said in loose(words)
