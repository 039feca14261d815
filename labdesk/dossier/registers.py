"""The sections that are registers of rows: impacts, governance, schedule, gains, risks."""

from collections.abc import Sequence
from typing import cast

from labdesk.domain.canvas_type import common_vocabularies, option_label
from labdesk.domain.entities import Gain, Indicator, Milestone, Risk, Role
from labdesk.dossier.blocks import Block
from labdesk.dossier.reading import Reader
from labdesk.dossier.text_blocks import Align, Cell, Paragraph, Row, Table, Tone, runs
from labdesk.words import _, day, decimal


def cells(*texts: str | None) -> tuple[Cell, ...]:
    """A row of plain cells; an empty one is a dash, so that a listener hears that nothing is missing."""
    return tuple(Cell(runs(text or "–")) for text in texts)


def choice(vocabulary: str, value: object) -> str:
    """A stored choice of a common vocabulary, in words."""
    return option_label(common_vocabularies()[vocabulary], value)


def impacts(reader: Reader) -> tuple[Block, ...]:
    """Indicators: where we start, where we go, when, measured by whom."""
    rows = cast(Sequence[Indicator], reader.project.in_order("indicator"))
    if not rows:
        return ()
    head = (_("Indicateur"), _("Pour"), _("Départ"), _("Cible"), _("Échéance"), _("Source et responsable"))
    lines = tuple(
        Row(
            cells(
                row.label,
                choice("indicator_kind", row.kind),
                measure(row.baseline, row.unit),
                measure(row.target, row.unit),
                day(row.date, "short"),
                " · ".join(filter(None, (row.source, row.owner))),
            )
        )
        for row in rows
    )
    align: tuple[Align, ...] = ("left", "left", "right", "right", "right", "left")
    return (Table(head, lines, (3.4, 1.4, 1.3, 1.3, 1.6, 2.6), align),)


def measure(value: str | None, unit: str | None) -> str:
    """A value and its unit that no line end can part: « 12 % », « 5,4/10 »."""
    if value is None:
        return ""
    glue = "" if (unit or "").startswith("/") else "\u00a0"
    return f"{decimal(value)}{glue}{unit or ''}".strip()


def governance(reader: Reader) -> tuple[Block, ...]:
    """Who does what."""
    rows = cast(Sequence[Role], reader.project.in_order("role"))
    if not rows:
        return ()
    lines = tuple(Row(cells(row.role, row.who, row.contact)) for row in rows)
    return (Table((_("Rôle"), _("Qui"), _("Contact")), lines, (1.6, 4, 2.4)),)


def schedule(reader: Reader) -> tuple[Block, ...]:
    """The period and its milestones, by date."""
    head = reader.project.head
    period = ""
    if head.start and head.end:
        period = _("Du {start} au {end}").format(start=day(head.start), end=day(head.end))
    rows = sorted(cast(Sequence[Milestone], reader.project.in_order("milestone")), key=due)
    if not rows:
        return (Paragraph(runs(period), "lead"),) if period else ()
    lines = tuple(Row(cells(row.label, day(row.date, "medium"), row.deliverable, row.owner)) for row in rows)
    head_row = (_("Jalon"), _("Échéance"), _("Livrable"), _("Responsable"))
    return (Table(head_row, lines, (3.6, 1.6, 2.4, 1.7), caption=period),)


def due(milestone: Milestone) -> str:
    """Milestones by date, those without a date last."""
    return milestone.date or "9999"


def gains(reader: Reader) -> tuple[Block, ...]:
    """What is saved each year."""
    rows = cast(Sequence[Gain], reader.project.in_order("gain"))
    if not rows:
        return ()
    lines = tuple(Row(cells(row.label, measure(row.per_year, row.unit))) for row in rows)
    return (Table((_("Gain"), _("Par an")), lines, (4, 1.4), ("left", "right")),)


def risks(reader: Reader) -> tuple[Block, ...]:
    """Risks, the gravest first, each with its answer and its owner."""
    rows = ranked_risks(reader)
    if not rows:
        return ()
    lines = []
    for row in rows:
        gravity = Cell(runs(choice("level", row.g) or "–"), tone=_tone(row))
        said = cells(row.label, choice("level", row.p))
        lines.append(Row((*said, gravity, *cells(row.answer, row.owner))))
    head = (_("Risque"), _("Probabilité"), _("Gravité"), _("Parade"), _("Responsable"))
    return (Table(head, tuple(lines), (2.6, 1.3, 1.1, 3.2, 1.6)),)


def acronyms(reader: Reader) -> tuple[Block, ...]:
    """What the acronyms of the dossier stand for, in alphabetical order."""
    known = {row.id: row.meaning for row in reader.project.acronym.values() if row.meaning}
    lines = tuple(Row(cells(word, known[word])) for word in sorted(known, key=str.casefold))
    return (Table((_("Sigle"), _("Ce qu’il veut dire")), lines, (1, 4)),) if lines else ()


def ranked_risks(reader: Reader) -> tuple[Risk, ...]:
    """Risks by probability × gravity, the worst first."""
    rows = cast(Sequence[Risk], reader.project.in_order("risk"))
    return tuple(sorted(rows, key=_weight, reverse=True))


def _weight(risk: Risk) -> int:
    return (risk.p or 0) * (risk.g or 0)


def _tone(risk: Risk) -> Tone:
    return "bad" if _weight(risk) >= 6 else "warning" if _weight(risk) >= 4 else "plain"
