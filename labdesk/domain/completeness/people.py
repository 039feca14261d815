"""GOV RSK SUS COD: who carries it, what could go wrong, who pays afterwards, were users in the room."""

import re
import unicodedata
from collections.abc import Iterator
from typing import cast

from labdesk.domain.completeness.rule import Case, Remark, called, empty, on_row, on_zone, rule, whole
from labdesk.domain.entities import Risk, Role
from labdesk.words import _, several

SPONSOR = re.compile(r"commanditaire|sponsor|donneuse? d.ordre|maitre d.ouvrage|maitrise d.ouvrage")
LEAD = re.compile(
    r"chef(?:fe)? de projet|(?:responsable|direct\w+|charge\w*) (?:de |du )?projet|\bpilote\b|coordinat"
)
USERS = re.compile(r"usag|citoyen|habitant|beneficiaire|candidat|patient")
MONEY = re.compile(r"\d[\d\u00a0\u202f ]*(?:[,.]\d+)?\s*(?:k\s*)?(?:€|euros?)", re.IGNORECASE)
NO_COST = re.compile(r"\b(?:aucun|sans|pas de|nul)\b.{0,30}\b(?:coût|surcoût|dépense|frais)", re.IGNORECASE)
ENOUGH_RISKS = 3


@rule("GOV-01", "blocking", "governance")
def a_sponsor_is_named(case: Case) -> Iterator[Remark]:
    """A commanditaire (reviewers’ table, GOV)."""
    rows = _roles(case)
    if rows and not _held(rows, SPONSOR):
        yield on_row("role", rows[0].id, "role", _("Le commanditaire n’est pas nommé."))


@rule("GOV-02", "blocking", "governance")
def a_lead_is_named(case: Case) -> Iterator[Remark]:
    """A project lead (reviewers’ table, GOV)."""
    rows = _roles(case)
    if rows and not _held(rows, LEAD):
        yield on_row("role", rows[0].id, "role", _("Le ou la chef·fe de projet n’est pas nommé·e."))


@rule("GOV-03", "to_check", "governance")
def the_lead_can_be_reached(case: Case) -> Iterator[Remark]:
    """Project lead with contact (reviewers’ table, GOV)."""
    lead = _held(_roles(case), LEAD)
    if lead and all(empty(row.contact) for row in lead):
        yield on_row("role", lead[0].id, "contact", _("Comment joindre le ou la chef·fe de projet ?"))


@rule("GOV-04", "to_check", "governance")
def each_role_is_held(case: Case) -> Iterator[Remark]:
    """A role without anybody is no governance."""
    for row in _roles(case):
        if empty(row.who):
            sentence = _("Rôle « {role} » : personne n’est nommé.")
            yield on_row("role", row.id, "who", sentence.format(role=called(row.role)))


@rule("GOV-05", "advice", "governance")
def users_take_part_in_the_governance(case: Case) -> Iterator[Remark]:
    """« Usagers dans la gouvernance » (guiding question of the section)."""
    rows = _roles(case)
    if rows and not any(USERS.search(_folded(f"{row.role} {row.who}")) for row in rows):
        yield on_row("role", rows[-1].id, "who", _("Aucun usager ne siège dans la gouvernance."))


@rule("GOV-06", "advice", "governance")
def the_sponsor_can_be_reached(case: Case) -> Iterator[Remark]:
    """Commanditaire with contact (reviewers’ table, GOV)."""
    sponsors = _held(_roles(case), SPONSOR)
    if sponsors and all(empty(row.contact) for row in sponsors):
        yield on_row("role", sponsors[0].id, "contact", _("Comment joindre le commanditaire ?"))


@rule("RSK-01", "to_check", "risks")
def three_risks_are_seen(case: Case) -> Iterator[Remark]:
    """3 risks (reviewers’ table, RSK)."""
    rows = _risks(case)
    if 0 < len(rows) < ENOUGH_RISKS:
        said = several(
            len(rows),
            "{n} risque décrit : trois sont attendus.",
            "{n} risques décrits : trois sont attendus.",
        )
        yield on_row("risk", rows[-1].id, "label", said)


@rule("RSK-02", "to_check", "risks")
def each_risk_has_its_answer_and_owner(case: Case) -> Iterator[Remark]:
    """Each risk with its answer and its owner (reviewers’ table, RSK)."""
    for row in _risks(case):
        label = called(row.label)
        if empty(row.answer):
            yield on_row(
                "risk", row.id, "answer", _("Risque « {label} » : la parade manque.").format(label=label)
            )
        if empty(row.owner):
            said = _("Risque « {label} » : le responsable manque.").format(label=label)
            yield on_row("risk", row.id, "owner", said)


@rule("RSK-03", "advice", "risks")
def each_risk_is_weighed(case: Case) -> Iterator[Remark]:
    """Likelihood and severity (guiding question of the section)."""
    for row in _risks(case):
        for field in ("p", "g"):
            if not getattr(row, field):
                said = _("Risque « {label} » : probabilité ou gravité à estimer.").format(
                    label=called(row.label)
                )
                yield on_row("risk", row.id, field, said)
                break


@rule("SUS-01", "to_check", "sustainability")
def the_recurring_cost_is_said(case: Case) -> Iterator[Remark]:
    """The recurring cost (reviewers’ table, SUS)."""
    text = case.project.text("sustainability")
    if not empty(text) and not MONEY.search(text) and not NO_COST.search(text):
        yield on_row(
            "section",
            "sustainability",
            "text",
            _("Le coût annuel récurrent n’est pas chiffré."),
            _("Combien par an après le financement, et sur quel budget ?"),
        )


@rule("COD-01", "to_check", "approach")
def users_were_in_the_room(case: Case) -> Iterator[Remark]:
    """Users in the room (reviewers’ table, COD): counted on the workshop sheets, or told in the text."""
    sheets = case.canvases("workshop")
    if not sheets or attendance(case).get("user") or USERS.search(_folded(case.project.text("approach"))):
        return
    said = _("Aucun usager n’est compté parmi les participants.")
    yield on_zone(sheets[0], "attendance", said, _("Des nombres par profil, pas de noms."))


@rule("COD-02", "advice", "approach")
def staff_and_deciders_were_in_the_room(case: Case) -> Iterator[Remark]:
    """« Agents, décideurs et usagers »: the three are associated."""
    sheets = case.canvases("workshop")
    there = attendance(case)
    said = {
        "agent": _("Aucun agent n’est compté parmi les participants."),
        "decider": _("Aucun décideur n’est compté parmi les participants."),
    }
    for profile, sentence in said.items():
        if sheets and not there.get(profile):
            yield on_zone(sheets[0], "attendance", sentence)


def attendance(case: Case) -> dict[str, int]:
    """Participants by profile, over all workshop sheets."""
    counts: dict[str, int] = {}
    for sheet in case.canvases("workshop"):
        for line in case.project.lines_of(sheet.id, "attendance"):
            profile = str(case.project.cell(line.id, "profile") or "")
            counts[profile] = counts.get(profile, 0) + whole(case.project.cell(line.id, "count"))
    return counts


def _folded(text: str) -> str:
    """Without capitals nor accents: what patterns are matched against."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _held(rows: tuple[Role, ...], pattern: re.Pattern[str]) -> list[Role]:
    return [row for row in rows if pattern.search(_folded(row.role or ""))]


def _roles(case: Case) -> tuple[Role, ...]:
    return cast(tuple[Role, ...], case.project.in_order("role"))


def _risks(case: Case) -> tuple[Risk, ...]:
    return cast(tuple[Risk, ...], case.project.in_order("risk"))


RULES = (
    a_sponsor_is_named,
    a_lead_is_named,
    the_lead_can_be_reached,
    each_role_is_held,
    users_take_part_in_the_governance,
    the_sponsor_can_be_reached,
    three_risks_are_seen,
    each_risk_has_its_answer_and_owner,
    each_risk_is_weighed,
    the_recurring_cost_is_said,
    users_were_in_the_room,
    staff_and_deciders_were_in_the_room,
)
