"""The « Note pour décision »: two pages that French services sign, whole sentences only."""

import re
from collections.abc import Sequence
from typing import cast

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.entities import Milestone, Role
from labdesk.domain.funding import Form, Profile, credits, plan
from labdesk.domain.model import Project, Types
from labdesk.dossier.blocks import Block
from labdesk.dossier.compose import Wish
from labdesk.dossier.documents import Document, dated
from labdesk.dossier.labelled_blocks import NoteHead, Signature
from labdesk.dossier.marks import dressed, marks
from labdesk.dossier.money import percent
from labdesk.dossier.reading import Reader
from labdesk.dossier.registers import due, ranked_risks
from labdesk.dossier.text_blocks import Bullets, Heading, Paragraph, Run, Runs, labelled, runs
from labdesk.words import _, day, euros, language, several

PAGES = 2
RISKS, MILESTONES = 3, 4
_OPTION = re.compile(r"(?:(?<=[.!?…] )|(?<=[.!?…]\u00a0)|^)[A-ZÀ-ÖØ-Þ][^.:!?…]{1,40}[ \u00a0\u202f]?:\s+")
"""The name of an option: « Plus petit : »."""
TYPED = ("decision_requested", "context", "options", "sustainability")
"""The sections whose typed text a note may print, whatever the profile."""
WEAK = ("refuted", "inconclusive", "partly", "pending", "")


def decision_note(project: Project, catalogue: Catalogue, wish: Wish, form: Form = "grant") -> Document:
    """Head, seven numbered parts as a decision-maker reads them, the foot to sign; at most two pages.

    `form`: the money form of the profile; the note says the same amounts as the dossier.
    """
    reader = Reader(project, Types(catalogue), wish.today, wish.ask)
    parts = (
        ("decision_requested", _("Décision demandée et échéance"), _typed(reader, "decision_requested")),
        ("problem", _("Problème"), _problem(reader)),
        ("evidence", _("Ce que les tests prouvent, et ne prouvent pas"), _proofs(reader)),
        ("options", _("Options"), _options(reader)),
        ("financing", _("Coût, financement, coût récurrent"), _cost(reader, form)),
        ("risks", _("Points de vigilance"), _watch(reader)),
        ("schedule", _("Suites"), _next(project)),
    )
    blocks: list[Block] = [_head(project, wish)]
    said = [part for part in parts if part[2]]
    for rank, (section, title, body) in enumerate(said, 1):
        blocks += [Heading(2, f"{rank}. {title}", section, in_contents=False), *body]
    blocks.append(_foot())
    title = project.head.cover_title or project.head.title or _("Note pour décision")
    made = Document(
        title=title,
        blocks=tuple(blocks),
        date=dated(wish.today),
        author=project.head.holder or "",
        subject=_("Note pour décision"),
        lang=language(),
        watermark="" if wish.final else _("projet"),
        foot=_("Note pour décision"),
        page_limit=PAGES,
    )
    return dressed(made, wish.lab)


def printed_sections(profile: Profile, *, note: bool) -> frozenset[str]:
    """The sections whose typed text a document may print: those of its profile, and those of a note."""
    return frozenset((*(section.id for section in profile.sections), *(TYPED if note else ())))


def _head(project: Project, wish: Wish) -> NoteHead:
    head = project.head
    roles = cast(Sequence[Role], project.in_order("role"))
    sponsor = next((r.who for r in roles if "commanditaire" in (r.role or "").casefold()), "")
    papers = [getattr(row, "label", "") or "" for row in project.in_order("attachment")]
    lines = (
        (_("À l’attention de"), sponsor or ""),
        (_("Objet"), head.cover_title or head.title or ""),
        (_("Réf."), _("Dossier version {version}").format(version=head.version) if head.version else ""),
        (_("P.J."), ", ".join(paper for paper in papers if paper)),
    )
    when, town = day(head.date or wish.today.isoformat()), wish.lab.town if wish.lab else ""
    made = _("{place}, le {date}").format(place=town, date=when) if town else _("Le {date}").format(date=when)
    said = tuple((a, b) for a, b in lines if b)
    return NoteHead(head.holder or "", made, said, _("Note pour décision"), marks(wish.lab).mark)


def _typed(reader: Reader, section: str) -> tuple[Block, ...]:
    lines = (line for line in reader.typed(section).splitlines() if line.strip())
    return tuple(Paragraph(runs(line, typed=section), spare=section) for line in lines)


def _options(reader: Reader) -> tuple[Block, ...]:
    """A paragraph for each option, its name strong, even where all were typed in one line."""
    found: list[Block] = []
    for line in filter(None, map(str.strip, reader.typed("options").splitlines())):
        names = list(_OPTION.finditer(line))
        starts = [name.start() for name in names] if len(names) > 1 and names[0].start() == 0 else [0]
        for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
            found.append(Paragraph(_named(line[start:end].strip()), spare="options"))
    return tuple(found)


def _named(option: str) -> Runs:
    """« Ne rien faire : … » with its name strong."""
    name = _OPTION.match(option)
    if name is None:
        return runs(option, typed="options")
    return Run(name[0], strong=True, typed="options"), Run(option[name.end() :], typed="options")


def _problem(reader: Reader) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for canvas in reader.canvases("problem"):
        if said := reader.text(canvas.id, "statement"):
            blocks.append(Paragraph(runs(said), spare="problem"))
    return tuple(blocks) or _typed(reader, "context")


def _proofs(reader: Reader) -> tuple[Block, ...]:
    proven: list[Runs] = []
    open_questions: list[Runs] = []
    for canvas in reader.canvases("prototype"):
        verdict = reader.project.words(canvas.id, "verdict")
        testers = reader.text(canvas.id, "testers")
        criterion, result = reader.text(canvas.id, "criterion"), reader.text(canvas.id, "result")
        facts = [
            _("critère : {criterion}").format(criterion=criterion) if criterion else "",
            _("résultat : {result}").format(result=result) if result else _("pas de résultat mesuré"),
            _testers(testers),
        ]
        said = labelled(reader.title(canvas.id), _(" ; ").join(filter(None, facts)) + ".")
        (open_questions if verdict in WEAK else proven).append(said)
    blocks: list[Block] = []
    if proven:
        blocks += [Paragraph(runs(_("Prouvé par un test :"))), Bullets(tuple(proven), spare="evidence")]
    if open_questions:
        blocks += [
            Paragraph(runs(_("Pas encore prouvé :"))),
            Bullets(tuple(open_questions), spare="evidence"),
        ]
    return tuple(blocks)


def _testers(said: str) -> str:
    """« 1 testeur », « 10 testeurs »; what is no number (« 5 usagers, 2 agents ») in its own words."""
    if not said.isdecimal():
        return _("testeurs : {said}").format(said=said) if said else ""
    return several(int(said), "{n} testeur", "{n} testeurs") if int(said) else ""


def _cost(reader: Reader, form: Form) -> tuple[Block, ...]:
    project = reader.project
    money = plan(project, "cp" if form == "credits" else "amount")
    ae = credits(project).total.ae if form == "credits" else 0
    facts: list[str] = []
    if form == "credits" and (ae or money.expenses):
        both = _("Coût total : {ae} en autorisations d’engagement (AE), {cp} en crédits de paiement (CP).")
        facts.append(both.format(ae=euros(ae), cp=euros(money.expenses)))
    elif money.expenses:
        facts.append(_("Coût total : {cost}.").format(cost=euros(money.expenses)))
    if money.asked:
        rate = _(" ({rate} du coût)").format(rate=percent(money.rate)) if money.rate is not None else ""
        facts.append(_("Demandé : {asked}{rate}.").format(asked=euros(money.asked), rate=rate))
    if money.resources:
        facts.append(_("Ressources acquises : {secured}.").format(secured=euros(money.secured)))
    if not facts:
        return ()
    after = reader.typed("sustainability")
    label, _said = labelled(_("Ensuite"), after)
    words = Run(after, typed="sustainability")
    recurring = (Paragraph((label, words), spare="sustainability"),) if after else ()
    return (Paragraph(runs(" ".join(facts))), *recurring)


def _watch(reader: Reader) -> tuple[Block, ...]:
    risks = ranked_risks(reader)[:RISKS]
    items = tuple(labelled(r.label or "", r.answer or _("sans parade à ce jour")) for r in risks)
    return (Bullets(items, spare="risks"),) if items else ()


def _next(project: Project) -> tuple[Block, ...]:
    rows = sorted(cast(Sequence[Milestone], project.in_order("milestone")), key=due)
    items = tuple(labelled(day(m.date, "medium"), m.label or "") for m in rows[:MILESTONES])
    return (Bullets(items, spare="schedule"),) if items else ()


def _foot() -> Signature:
    choices = (_("Accord"), _("Accord sous réserve"), _("Désaccord"), _("À discuter"))
    return Signature(choices, (_("Date"), _("Visa")), _("Décision"))
