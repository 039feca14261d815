"""From a project to the blocks of its dossier, in reading order. It draws nothing and opens no file."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.funding import Profile, Section, plan
from labdesk.domain.lab import Lab
from labdesk.domain.model import Project, Types
from labdesk.dossier import journey_section, money, prototype_section, registers, sections
from labdesk.dossier.blocks import Block, Keep, PageBreak
from labdesk.dossier.documents import Document, Paper, Tile, dated
from labdesk.dossier.drawn_blocks import SheetMap
from labdesk.dossier.labelled_blocks import Cover, Signature
from labdesk.dossier.maps import canvas_map
from labdesk.dossier.marks import dressed, marks
from labdesk.dossier.reading import Reader
from labdesk.dossier.text_blocks import Callout, Contents, Heading, runs
from labdesk.dossier.typed import prose
from labdesk.errors import Refusal
from labdesk.words import _, day, euros, language

Teller = Callable[[Reader, Profile], tuple[Block, ...]]


class Wish(Struct, frozen=True):
    """What is asked of an export: its day, final or draft, and which zones marked « ask » were agreed to."""

    today: date
    final: bool = False
    ask: frozenset[str] = frozenset()
    lab: Lab | None = None


def dossier(project: Project, catalogue: Catalogue, profile: Profile, wish: Wish) -> Document:
    """The whole dossier: cover, contents, and every section of the profile that says something."""
    reader = Reader(project, Types(catalogue), wish.today, wish.ask)
    told = [
        (section, _told(reader, profile, section)) for section in profile.sections if section.id != "cover"
    ]
    blocks: list[Block] = [cover(reader, wish), PageBreak(), Contents(_("Sommaire")), PageBreak()]
    for section, body in told:
        if body:
            blocks += _headed(section, body)
    if not profile.has("annexes") and (own := sections.own_canvases(reader)):
        blocks += [Heading(1, _("Autres canevas"), "canvases"), *own]
    if told_of := registers.acronyms(reader):
        blocks += [Heading(1, _("Sigles"), "acronyms"), *told_of]
    if profile.has("journeys"):
        blocks += journey_section.journeys_in_sentences(reader)
    return _document(project, wish, tuple(blocks), _("Dossier de financement"))


def _headed(section: Section, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A section under its title; what is signed stays on one page with what is promised."""
    titled = (Heading(1, str(section.label), section.id), *body)
    return (Keep(titled),) if section.id == "commitments" else titled


def _told(reader: Reader, profile: Profile, section: Section) -> tuple[Block, ...]:
    """What was typed in a section, then what the canvases and tables say for it."""
    typed = reader.typed(section.id)
    if section.id == "decision_requested" and typed:
        return (Callout(runs(typed, typed=section.id), "takeaway"),)
    teller = TELLERS.get(section.id)
    return (*prose(typed, section=section.id), *(teller(reader, profile) if teller else ()))


def _commitments(_reader: Reader, _profile: Profile) -> tuple[Block, ...]:
    lines = (_("Nom et qualité"), _("Date"), _("Signature"))
    return (Signature((), lines, _("Visa du responsable")),)


TELLERS: Mapping[str, Teller] = {
    "problem": lambda reader, _profile: sections.problem(reader),
    "approach": lambda reader, _profile: sections.approach(reader),
    "personas": lambda reader, _profile: sections.personas(reader),
    "journeys": lambda reader, _profile: journey_section.journeys(reader),
    "solution": lambda reader, _profile: prototype_section.solution(reader),
    "evidence": lambda reader, _profile: prototype_section.evidence(reader),
    "impacts": lambda reader, _profile: registers.impacts(reader),
    "governance": lambda reader, _profile: registers.governance(reader),
    "schedule": lambda reader, _profile: registers.schedule(reader),
    "budget": lambda reader, profile: money.budget(reader, profile.form),
    "financing": lambda reader, profile: money.financing(reader, profile.form),
    "gains": lambda reader, _profile: registers.gains(reader),
    "risks": lambda reader, _profile: registers.risks(reader),
    "commitments": _commitments,
    "annexes": lambda reader, _profile: sections.annexes(reader),
}
"""What the canvases and the tables say for a section; any other section is its typed text."""


def cover(reader: Reader, wish: Wish) -> Cover:
    """The first page: what the project is called, who asks what of whom."""
    head, pictures = reader.project.head, marks(wish.lab)
    target = plan(reader.project).target  # the cover is drawn from the plan: it cannot say something else
    asked = head.requested if target is None else target
    decision = reader.typed("decision_requested")
    period = _("{start} – {end}").format(start=day(head.start, "medium"), end=day(head.end, "medium"))
    facts = (
        (_("Porteur"), head.holder),
        (_("SIRET"), _spaced_siret(head.siret)),
        (_("Fonds visé"), head.fund),
        (_("Période"), period if head.start and head.end else ""),
        (_("Contact"), head.contact),
        (_("Date"), day(head.date)),
        (_("Version"), head.version),
    )
    return Cover(
        title=head.cover_title or head.title or _("Dossier sans titre"),
        subtitle=(head.title or "") if head.cover_title and head.cover_title != head.title else "",
        kicker=_("Dossier de financement"),
        facts=tuple((label, said) for label, said in facts if said),
        amount=(_("Montant demandé"), euros(asked)) if asked is not None else ("", ""),
        decision=(_("Décision attendue"), decision) if decision else ("", ""),
        status="" if wish.final else _("Projet : version de travail"),
        foot=head.disclaimer or "",
        mark=pictures.mark,
        partners=pictures.partners,
    )


def _spaced_siret(siret: str | None) -> str:
    """14 digits as people read them: 3 3 3 5."""
    digits = (siret or "").replace(" ", "")
    if len(digits) != 14:
        return siret or ""
    return "\u00a0".join((digits[:3], digits[3:6], digits[6:9], digits[9:]))


def _document(project: Project, wish: Wish, blocks: tuple[Block, ...], subject: str) -> Document:
    head = project.head
    title = head.cover_title or head.title or _("Dossier sans titre")
    try:
        when = date.fromisoformat(head.date or "")
    except ValueError:
        when = wish.today
    made = Document(
        title=title,
        blocks=blocks,
        date=dated(when),
        author=head.holder or "",
        subject=subject,
        lang=language(),
        watermark="" if wish.final else _("projet"),
        foot=f"{subject} – {title}",
    )
    return dressed(made, wish.lab)


def canvas(
    project: Project,
    catalogue: Catalogue,
    row: str,
    wish: Wish,
    *,
    paper: Paper = "A4",
    tile: Tile | None = None,
) -> Document:
    """One canvas alone, on the paper asked for, perhaps cut into pieces of a smaller one."""
    reader = Reader(project, Types(catalogue), wish.today, wish.ask)
    title, drawn = reader.title(row), canvas_map(reader, row)
    if not (drawn.boxes if isinstance(drawn, SheetMap) else drawn.steps):
        said = _("« {title} » est vide : rien à imprimer. « Imprimer le mur » donne des canevas vierges.")
        raise Refusal(said.format(title=title))
    blocks = (PageBreak(landscape=True), Heading(1, title), drawn)
    return Document(
        title=title,
        blocks=blocks,
        date=dated(wish.today),
        author=project.head.holder or "",
        subject=str(reader.kind(row).label),
        lang=language(),
        foot=title,
        paper=paper,
        alone=True,
        tile=tile,
        exact=True,
        accent=wish.lab.colour if wish.lab else "",
    )
