"""The « Compte rendu d’atelier »: what the room made and decided, the same evening, with no funding field."""

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.model import Project, Types
from labdesk.domain.running_order import ZONE, whole_minutes
from labdesk.dossier.blocks import Block
from labdesk.dossier.compose import Wish
from labdesk.dossier.documents import Document, dated
from labdesk.dossier.drawn_blocks import Curve, Gallery, Picture
from labdesk.dossier.journey_section import worst_pain_points
from labdesk.dossier.maps import bullets, feelings
from labdesk.dossier.marks import dressed
from labdesk.dossier.reading import Reader
from labdesk.dossier.registers import cells
from labdesk.dossier.sections import attendance
from labdesk.dossier.text_blocks import Bullets, Callout, Heading, Paragraph, Row, Table, labelled, runs
from labdesk.words import _, language

PAGES = 4
PHOTOS = 6
TOP = 3


def workshop_report(
    project: Project, catalogue: Catalogue, wish: Wish, *, workshop: str | None = None
) -> Document:
    """Objective, attendance, the day, journeys, challenges, prototypes with photos, decisions, thanks."""
    reader = Reader(project, Types(catalogue), wish.today, wish.ask)
    sheet = workshop or next((c.id for c in reader.canvases("workshop")), None)
    title = reader.title(sheet) if sheet else project.head.title or _("Compte rendu d’atelier")
    parts = (
        ("approach", _("Participants"), attendance(reader, sheet) if sheet else ()),
        ("day", _("Déroulé de la journée"), _day(reader, sheet) if sheet else ()),
        ("journeys", _("Ce que vivent les usagers"), _journeys(reader)),
        ("problem", _("Problèmes et défis"), _challenges(reader)),
        ("evidence", _("Prototypes"), _prototypes(reader)),
        ("decisions", _("Décisions et suites"), _decisions(reader, sheet)),
    )
    blocks: list[Block] = [Heading(1, title, in_contents=False), *_opening(reader, sheet)]
    for anchor, name, body in parts:
        if body:
            blocks += [Heading(2, name, anchor), *body]
    blocks.append(
        Callout(
            runs(_("Merci à toutes les personnes qui ont donné leur temps et leur expérience.")), "takeaway"
        )
    )
    made = Document(
        title=title,
        blocks=tuple(blocks),
        date=dated(wish.today),
        author=project.head.holder or "",
        subject=_("Compte rendu d’atelier"),
        lang=language(),
        foot=_("Compte rendu d’atelier – {title}").format(title=title),
        page_limit=PAGES,
    )
    return dressed(made, wish.lab)


def _opening(reader: Reader, sheet: str | None) -> tuple[Block, ...]:
    if sheet is None:
        return (Paragraph(runs(_("Compte rendu d’atelier")), "lead"),)
    when = ", ".join(filter(None, (reader.text(sheet, "date"), reader.text(sheet, "place"))))
    said = " · ".join(filter(None, (_("Compte rendu d’atelier"), when)))
    blocks: list[Block] = [Paragraph(runs(said), "lead")]
    if objective := reader.text(sheet, "objective"):
        blocks.append(Callout(runs(objective), "takeaway", _("Objectif")))
    return tuple(blocks)


def _day(reader: Reader, sheet: str) -> tuple[Block, ...]:
    """The sequences in a breath, with their minutes: what was done, not when."""
    project = reader.project
    told = []
    for line in project.lines_of(sheet, ZONE):
        name = str(project.cell(line.id, "sequence") or "").strip()
        minutes = whole_minutes(project.cell(line.id, "minutes"))
        if name:
            told.append(_("{name} ({n}\u00a0min)").format(name=name, n=minutes) if minutes else name)
    return (Paragraph(runs(" · ".join(told))),) if told else ()


def _journeys(reader: Reader) -> tuple[Block, ...]:
    blocks: list[Block] = []
    lived = [c for c in reader.canvases("journey") if reader.project.words(c.id, "kind") != "to_be"]
    for canvas in lived or reader.canvases("journey"):
        blocks.append(Heading(3, reader.title(canvas.id), in_contents=False))
        if curve := _curve(reader, canvas.id):
            blocks.append(curve)
        blocks += bullets(tuple(reader.item(n) for n in worst_pain_points(reader, canvas.id, TOP)))
    return tuple(blocks)


def _curve(reader: Reader, canvas: str) -> Curve | None:
    steps = reader.project.steps_of(canvas)
    felt = feelings(reader, canvas, "emotions")
    if not any(f.value is not None for f in felt):
        return None
    return Curve(tuple(s.label or "" for s in steps), felt, height=34)


def _challenges(reader: Reader) -> tuple[Block, ...]:
    items = []
    for canvas in reader.canvases("problem"):
        where = canvas.author_table or reader.title(canvas.id)
        items += [labelled(where, n.text or "") for n in reader.notes(canvas.id, "challenge")]
    return (Bullets(tuple(items)),) if items else ()


def _prototypes(reader: Reader) -> tuple[Block, ...]:
    items, pictures = [], list[Picture]()
    for canvas in reader.canvases("prototype"):
        result = reader.text(canvas.id, "result")
        said = [
            reader.text(canvas.id, "pitch"),
            _("Résultat : {result}.").format(result=result) if result else "",
        ]
        items.append(labelled(reader.title(canvas.id), " ".join(filter(None, said))))
        pictures += [*reader.pair(canvas.id), *reader.pictures(canvas.id, "photos", width=80)]
    gallery = (Gallery(tuple(pictures[:PHOTOS]), 3),) if pictures else ()
    return (Bullets(tuple(items)), *gallery) if items else ()


def _decisions(reader: Reader, sheet: str | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if sheet and (notes := reader.notes(sheet, "decisions")):
        blocks.append(Bullets(tuple(runs(n.text or "") for n in notes)))
    rows = []
    for canvas in reader.canvases("prototype"):
        zone = reader.kind(canvas.id).by_id.get("next_actions")
        rows += list(reader.lines(canvas.id, zone)) if zone else []
    if rows:
        head = (_("Quoi"), _("Qui"), _("Pour quand"))
        blocks.append(Table(head, tuple(Row(cells(*row)) for row in rows), (4, 1.6, 1.6)))
    return tuple(blocks)
