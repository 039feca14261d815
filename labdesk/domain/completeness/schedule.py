"""CAL: a period that can be funded, milestones with owner and deliverable, a point where one may stop."""

import re
from collections.abc import Iterator
from datetime import date
from typing import cast

from labdesk.domain.completeness.rule import Case, Remark, called, empty, iso_day, on_head, on_row, rule
from labdesk.domain.entities import Milestone
from labdesk.words import _, day

SCHEDULE = ("schedule", "cover")
STOP_OR_GO = re.compile(r"décision|poursui|arrêt|go\s*/?\s*no[ -]?go|\brevue\b", re.IGNORECASE)
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
WRITTEN_DAY = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
FIGURE_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


@rule("CAL-01", "blocking", *SCHEDULE, forms=("grant", "credits"))
def period_is_known(case: Case) -> Iterator[Remark]:
    """The project has a first and a last day."""
    if case.start is None:
        yield on_head("start", _("La date de début du projet manque."))
    if case.end is None:
        yield on_head("end", _("La date de fin du projet manque."))


@rule("CAL-02", "blocking", *SCHEDULE)
def period_has_a_length(case: Case) -> Iterator[Remark]:
    """Start < end (reviewers’ table, CAL)."""
    if case.start and case.end and case.start >= case.end:
        sentence = _("Le projet finit le {end}, avant d’avoir commencé le {start}.")
        yield on_head("end", sentence.format(end=_said(case.end), start=_said(case.start)))


@rule("CAL-03", "blocking", *SCHEDULE)
def project_is_not_over(case: Case) -> Iterator[Remark]:
    """A project that is finished is not funded (reviewers’ table, CAL)."""
    if case.end and case.end < case.today:
        sentence = _("Le projet est fini depuis le {end} : un projet terminé n’est plus financé.")
        yield on_head("end", sentence.format(end=_said(case.end)))


@rule("CAL-04", "blocking", *SCHEDULE)
def project_starts_after_the_dossier(case: Case) -> Iterator[Remark]:
    """The project does not start before the decision asked for (reviewers’ table, CAL), nor the dossier."""
    dossier = iso_day(case.project.head.date)
    if case.start and dossier and case.start < dossier:
        sentence = _("Le projet commence le {start}, avant le dossier lui-même, daté du {dossier}.")
        advice = _("Une dépense engagée avant la décision n’est pas financée.")
        yield on_head("start", sentence.format(start=_said(case.start), dossier=_said(dossier)), advice)


@rule("CAL-05", "to_check", *SCHEDULE)
def project_starts_after_the_decision(case: Case) -> Iterator[Remark]:
    """The project does not start before the decision asked for, as its text dates it (same, CAL)."""
    asked = decision_day(case.project.text("decision_requested"))
    if case.start and asked and case.start < asked:
        sentence = _("Le projet commence le {start}, avant la décision attendue pour le {asked}.")
        advice = _("Une dépense engagée avant la décision n’est pas financée.")
        yield on_head("start", sentence.format(start=_said(case.start), asked=_said(asked)), advice)


@rule("CAL-06", "to_check", *SCHEDULE)
def project_has_not_started(case: Case) -> Iterator[Remark]:
    """A start in the past comes before any decision still to be taken (reviewers’ table, CAL)."""
    if case.start and case.end and case.start < case.today <= case.end:
        sentence = _("Le projet devait commencer le {start} : la décision viendrait après.")
        yield on_head("start", sentence.format(start=_said(case.start)), _("Décalez le calendrier."))


@rule("CAL-07", "to_check", "schedule")
def milestones_stand_inside_the_period(case: Case) -> Iterator[Remark]:
    """Milestones inside the period (reviewers’ table, CAL)."""
    if (period := case.period) is None:
        return
    start, end = period
    for row in _milestones(case):
        when = iso_day(row.date)
        if when and not start <= when <= end:
            sentence = _("Jalon « {label} » : le {day} est hors de la période du projet.")
            yield on_row(
                "milestone", row.id, "date", sentence.format(label=called(row.label), day=_said(when))
            )


@rule("CAL-08", "to_check", "schedule")
def milestones_are_dated_owned_and_delivered(case: Case) -> Iterator[Remark]:
    """Milestones with date, owner and deliverable (reviewers’ table, CAL)."""
    for row in _milestones(case):
        label = called(row.label)
        if iso_day(row.date) is None:
            said = _("Jalon « {label} » : la date manque.").format(label=label)
            yield on_row("milestone", row.id, "date", said)
        if empty(row.owner):
            said = _("Jalon « {label} » : le responsable manque.").format(label=label)
            yield on_row("milestone", row.id, "owner", said)
        if empty(row.deliverable):
            said = _("Jalon « {label} » : le livrable manque.").format(label=label)
            yield on_row("milestone", row.id, "deliverable", said)


@rule("CAL-09", "to_check", "schedule")
def one_milestone_decides(case: Case) -> Iterator[Remark]:
    """A decision point: go on or stop (reviewers’ table, CAL)."""
    rows = _milestones(case)
    if rows and not any(STOP_OR_GO.search(f"{row.label} {row.deliverable}") for row in rows):
        yield on_row(
            "milestone",
            rows[-1].id,
            "label",
            _("Aucun jalon ne permet de poursuivre ou d’arrêter."),
            _("Ajoutez un « Point de décision (poursuivre ou arrêter) » à mi-parcours."),
        )


def decision_day(text: str) -> date | None:
    """The earliest day that a text names (« avant le 15 septembre 2027 », « 15/09/2027 »), or None."""
    found = [_day(int(y), MONTHS.index(m.casefold()) + 1, int(d)) for d, m, y in WRITTEN_DAY.findall(text)]
    found += [_day(int(y), int(m), int(d)) for d, m, y in FIGURE_DAY.findall(text)]
    return min((one for one in found if one), default=None)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _said(when: date) -> str:
    return day(when.isoformat())


def _milestones(case: Case) -> tuple[Milestone, ...]:
    return cast(tuple[Milestone, ...], case.project.in_order("milestone"))


RULES = (
    period_is_known,
    period_has_a_length,
    project_is_not_over,
    project_starts_after_the_dossier,
    project_starts_after_the_decision,
    project_has_not_started,
    milestones_stand_inside_the_period,
    milestones_are_dated_owned_and_delivered,
    one_milestone_decides,
)
