"""TXT COH PJ: sections empty, too long or unfinished, the cover, amounts found nowhere else, papers."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from labdesk.domain.completeness.content import source_of
from labdesk.domain.completeness.rule import EVERY, Case, Remark, Severity, empty, on_head, rule
from labdesk.domain.funding import Section
from labdesk.words import NBSP, NNBSP, _

UNFINISHED = re.compile(
    r"\b(?:à (?:compléter|préciser|rédiger|remplir|chiffrer|venir)|lorem ipsum|to ?do|tbd|tbc)\b"
    r"|x{3,}|\?{3,}|\[(?:…|\.{3}|\s*|[^\]\d]{1,40})\]|_{4,}|<[^<>]{1,40}>",
    re.IGNORECASE,
)
"""What people leave in a text that is not finished: « à compléter », « xxx », « [montant] »."""
AMOUNT = re.compile(
    rf"(?P<about>\b(?:environ|près de|plus de|moins de|autour de|quelque)\s+)?(?<![\w,.])"
    rf"(?P<number>\d{{1,3}}(?:[ .{NBSP}{NNBSP}]\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?)[ {NBSP}{NNBSP}]*"
    rf"(?P<unit>€|euros?\b|k€|M€|millions? d’euros)",
    re.IGNORECASE,
)
UNITS = {"€": 100, "euro": 100, "euros": 100, "k€": 100_000, "m€": 100_000_000}
NOT_IN_THE_PLAN = ("sustainability", "context", "gains")
"""Sections that speak of other money: what it costs afterwards, what a policy costs, what is saved."""
BEFORE = (("problem", "solution"), ("problem", "evidence"), ("budget", "financing"))
"""What a reader must have read before: (first, then)."""
SIRET_DIGITS = 14


@rule("TXT-01", "blocking")
def no_needed_section_is_empty(case: Case) -> Iterator[Remark]:
    """Need B: empty = blocking (reviewers’ table)."""
    yield from _empty(case, "B")


@rule("TXT-02", "to_check")
def no_wanted_section_is_empty(case: Case) -> Iterator[Remark]:
    """Need W: empty = to check (reviewers’ table)."""
    yield from _empty(case, "W")


@rule("TXT-03", "to_check")
def no_section_is_too_long(case: Case) -> Iterator[Remark]:
    """Too long for the call (reviewers’ table, TXT; the limit is the profile’s)."""
    for section in case.profile.sections:
        over = len(case.project.text(section.id).strip()) - section.max_chars
        if section.max_chars and over > 0:
            sentence = _("« {section} » : {over} caractères de trop ({most} au plus).")
            said = sentence.format(section=section.label, over=over, most=section.max_chars)
            yield _on_section(section, said)


@rule("TXT-04", "blocking", forms=EVERY)
def nothing_is_left_to_write(case: Case) -> Iterator[Remark]:
    """A placeholder: « à compléter », « xxx », « [montant] » (reviewers’ table, TXT)."""
    for section in case.profile.sections:
        if found := UNFINISHED.search(case.project.text(section.id)):
            sentence = _("« {section} » : il reste « {words} ».")
            yield _on_section(section, sentence.format(section=section.label, words=found.group(0).strip()))


@rule("TXT-05", "blocking", "cover")
def the_cover_is_complete(case: Case) -> Iterator[Remark]:
    """The cover says title, lead organisation, fund and amount (guiding question of the section)."""
    head = case.project.head
    if empty(head.cover_title) and empty(head.title):
        yield on_head("cover_title", _("Page de garde : l’intitulé du projet manque."))
    if empty(head.holder):
        yield on_head("holder", _("Page de garde : le porteur manque."))
    if case.profile.money and empty(head.fund):
        yield on_head("fund", _("Page de garde : le fonds visé manque."))
    if case.profile.money and not head.requested:
        yield on_head("requested", _("Page de garde : le montant demandé manque."))


@rule("TXT-06", "to_check", "cover")
def the_cover_can_be_traced(case: Case) -> Iterator[Remark]:
    """The cover says date, version, contact and a SIRET of 14 digits (guiding question of the section)."""
    head = case.project.head
    said = {
        "date": _("Page de garde : la date du dossier manque."),
        "version": _("Page de garde : la version du dossier manque."),
        "contact": _("Page de garde : le contact manque."),
    }
    for field, sentence in said.items():
        if empty(getattr(head, field)):
            yield on_head(field, sentence)
    digits = re.sub(r"\s", "", head.siret or "")
    if len(digits) != SIRET_DIGITS or not digits.isdigit():
        yield on_head("siret", _("Page de garde : un numéro SIRET a 14 chiffres."))


@rule("TXT-07", "advice")
def sections_stand_in_a_reader_s_order(case: Case) -> Iterator[Remark]:
    """Section order: cover first, annexes last, problem before solution, expenses before resources."""
    order = [section.id for section in case.profile.sections]
    wrong = [
        then for first, then in BEFORE if {first, then} <= {*order} and order.index(then) < order.index(first)
    ]
    if "cover" in order[1:]:
        wrong.append("cover")
    if "annexes" in order[:-1]:
        wrong.append("annexes")
    for name in wrong:
        section = case.profile.section(name)
        if section is not None:
            said = _("« {section} » n’est pas à sa place dans ce profil.").format(section=section.label)
            advice = _("Le problème vient avant la solution, les dépenses avant les ressources.")
            yield Remark(said, advice, "project", "project", "profile", sections=(name,))


@rule("COH-01", "to_check")
def each_amount_quoted_is_in_the_tables(case: Case) -> Iterator[Remark]:
    """An amount quoted in a text but absent from the tables (reviewers’ table, COH)."""
    known = known_amounts(case)
    for section in case.profile.sections:
        if section.id in NOT_IN_THE_PLAN:
            continue
        said: set[str] = set()
        for words, low, high in amounts_in(case.project.text(section.id)):
            if words not in said and not any(low <= cents <= high for cents in known):
                said.add(words)
                sentence = _("« {section} » : {words} ne se retrouve dans aucun tableau.")
                advice = _("Corrigez le texte ou le budget : un relecteur compare.")
                yield _on_section(section, sentence.format(section=section.label, words=words), advice)


@rule("PJ-01", "blocking", "annexes", "commitments", "cover")
def each_paper_is_joined(case: Case) -> Iterator[Remark]:
    """Attachments the call asks for (reviewers’ table, PJ; the list is the profile’s)."""
    joined = [_folded(row.label or "") for row in case.project.attachment.values()]
    firm: Severity = "to_check" if case.profile.to_confirm else "blocking"
    for paper in case.profile.attachments:
        if not any(_folded(paper) in label for label in joined):
            said = _("Pièce jointe à fournir : {paper}.").format(paper=paper)
            yield Remark(said, "", "attachment", "", "label", severity=firm)


def amounts_in(text: str) -> Iterator[tuple[str, int, int]]:
    """The amounts a text states: the words, and the cents between which each lies (« 38 k€ » is rounded).

    What is said to be about so much (« environ 30 000 € ») is not an amount to check.
    """
    for hit in AMOUNT.finditer(text):
        if hit["about"]:
            continue
        unit = UNITS.get(hit["unit"].casefold(), UNITS["m€"])
        number = re.sub(rf"[ .{NBSP}{NNBSP}]", "", hit["number"]).replace(",", ".")
        decimals = len(number.partition(".")[2])
        cents = int(Decimal(number) * unit)
        slack = 0 if unit == UNITS["€"] else unit // 10**decimals // 2
        yield hit.group(0).strip(), cents - slack, cents + slack


def known_amounts(case: Case) -> frozenset[int]:
    """Every amount of the tables, in cents: lines, years, kinds, totals, credits, in kind, tests."""
    plan, credit = case.plan, case.credits
    found = {plan.expenses, plan.resources, plan.asked, plan.requested or 0, plan.own, plan.secured}
    found |= {plan.in_kind_expenses, plan.in_kind_resources, plan.expenses + plan.in_kind_expenses}
    found |= {plan.resources - plan.asked, *plan.by_year.values(), *plan.by_kind.values()}
    for line in plan.lines:
        found |= {line.total, *line.years.values()}
    for sums in (credit.by_year, credit.by_titre, credit.by_programme):
        for amounts in sums.values():
            found |= {*amounts}
    found |= {*credit.total}
    for line_of in credit.lines:
        found |= {*line_of.total}
    found |= {row.amount or 0 for row in case.project.resource.values()}
    found |= {row.amount or 0 for row in case.project.in_kind.values()}
    for card in case.project.canvases("prototype"):
        cost = case.project.value(card.id, "cost")
        found |= {cost} if isinstance(cost, int) else set()
    return frozenset(found)


def _empty(case: Case, need: str) -> Iterator[Remark]:
    """A cover is left to its own rules: they say one by one what it lacks."""
    for section in case.profile.sections:
        if section.need == need and section.id != "cover" and not source_of(case, section.id):
            said = _("« {section} » est vide.").format(section=section.label)
            yield _on_section(section, said, str(section.guide))


def _on_section(section: Section, sentence: str, advice: str = "") -> Remark:
    return Remark(sentence, advice, "section", section.id, "text", sections=(section.id,))


def _folded(text: str) -> str:
    """Without capitals, accents nor the two apostrophes: how papers are compared."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).strip()


RULES = (
    no_needed_section_is_empty,
    no_wanted_section_is_empty,
    no_section_is_too_long,
    nothing_is_left_to_write,
    the_cover_is_complete,
    the_cover_can_be_traced,
    sections_stand_in_a_reader_s_order,
    each_amount_quoted_is_in_the_tables,
    each_paper_is_joined,
)
