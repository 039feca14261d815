"""What the program can do about a finding in one gesture, shown before it is done; nothing goes by itself."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.commands import canvases, notes
from labdesk.domain.commands.dossier import add_row, set_project, set_row, write_section
from labdesk.domain.completeness.problems import proposed_root_causes
from labdesk.domain.completeness.review import Finding
from labdesk.domain.funding import Profile, plan
from labdesk.domain.gesture import Gesture, together
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project
from labdesk.domain.quotes import loosened, pieces
from labdesk.words import _, day, euros


class Proposal(Struct, frozen=True):
    """`words` say what would be written, `gesture` writes it; one Ctrl+Z takes it back."""

    words: str
    gesture: Gesture


class _Asked(Struct, frozen=True):
    project: Project
    catalogue: Catalogue
    profile: Profile
    finding: Finding
    today: date


def proposal(
    project: Project, catalogue: Catalogue, profile: Profile, finding: Finding, today: date
) -> Proposal | None:
    """What would answer a finding, or None: only a person knows."""
    maker = _MAKERS.get(finding.rule)
    found = maker(_Asked(project, catalogue, profile, finding, today)) if maker else None
    if found is None or not found.gesture:
        return None
    return replace(found, gesture=Gesture(_("Suivre une proposition"), found.gesture.edits))


def _cover_amount(asked: _Asked) -> Proposal | None:
    target = plan(asked.project, "amount").target
    if target is None:
        return None
    words = _("Reporter {amount} sur la page de garde").format(amount=euros(target))
    return Proposal(words, set_project(asked.project, "requested", target))


def _targeted_fund(asked: _Asked) -> Proposal | None:
    """The line whose name holds the fund of the cover, else the first that is asked for."""
    rows = sorted(asked.project.resource.values(), key=by_place)
    fund = (asked.project.head.fund or "").casefold()
    amount = asked.project.head.requested
    likely = [row for row in rows if fund and fund in (row.label or "").casefold()]
    likely += [row for row in rows if amount and row.amount == amount]
    likely += [row for row in rows if row.status == "requested"]
    if not likely:
        return None
    words = _("Marquer « {label} » comme le fonds visé").format(label=likely[0].label or "…")
    return Proposal(words, set_row(asked.project, "resource", likely[0].id, "target", 1))


def _requested(asked: _Asked) -> Proposal:
    gesture = set_row(asked.project, "resource", asked.finding.row, "status", "requested")
    return Proposal(_("La marquer « sollicitée »"), gesture)


def _in_kind(asked: _Asked) -> Proposal | None:
    """The same contribution on the poorer side."""
    money = plan(asked.project)
    gap = money.in_kind_balance
    side, rich = ("expense", "resource") if gap > 0 else ("resource", "expense")
    rows = [row for row in sorted(asked.project.in_kind.values(), key=by_place) if row.side == rich]
    if not gap or not rows:
        return None
    words = _("Inscrire {amount} de l’autre côté aussi").format(amount=euros(abs(gap)))
    label = rows[-1].label or _("Apport en nature")
    return Proposal(words, add_row(asked.project, "in_kind", side=side, label=label, amount=abs(gap))[1])


def _vat(asked: _Asked) -> Proposal:
    said = _("TTC, TVA non récupérée")
    words = _("Écrire « {words} »").format(words=said)
    return Proposal(words, set_project(asked.project, "vat", said))


def _decision_point(asked: _Asked) -> Proposal:
    """Half-way through the project."""
    label = _("Point de décision (poursuivre ou arrêter)")
    head = asked.project.head
    values = {"label": label, "deliverable": _("Bilan d’étape, avis du comité")}
    try:
        start, end = date.fromisoformat(head.start or ""), date.fromisoformat(head.end or "")
        values["date"] = (start + (end - start) / 2).isoformat()
    except ValueError:
        pass
    lead = next(
        (row.who for row in asked.project.role.values() if row.role and "ommanditaire" in row.role), None
    )
    if lead:
        values["owner"] = lead
    when = day(values["date"]) if "date" in values else ""
    words = _("Ajouter le jalon « {label} »").format(label=label)
    return Proposal(f"{words} ({when})" if when else words, add_row(asked.project, "milestone", **values)[1])


def _role(role: Callable[[], str]) -> Callable[[_Asked], Proposal]:
    def made(asked: _Asked) -> Proposal:
        words = _("Ajouter une ligne « {label} »").format(label=role())
        return Proposal(words, add_row(asked.project, "role", role=role())[1])

    return made


def _indicator(kind: str) -> Callable[[_Asked], Proposal]:
    def made(asked: _Asked) -> Proposal:
        label = {
            "users": _("Délai ressenti par les usagers"),
            "agents": _("Temps passé par les agents"),
            "efficiency": _("Délai de traitement"),
        }[kind]
        words = _("Ajouter l’indicateur « {label} », à chiffrer").format(label=label)
        return Proposal(words, add_row(asked.project, "indicator", label=label, kind=kind)[1])

    return made


def _root_cause(asked: _Asked) -> Proposal | None:
    causes = proposed_root_causes(asked.project, asked.finding.canvas)
    if not causes:
        return None
    words = _("Retenir « {words} »").format(words=causes[0])
    return Proposal(words, notes.add_note(asked.project, asked.finding.canvas, "root_causes", causes[0])[1])


def _statement(asked: _Asked) -> Proposal | None:
    """The wording that the advice gives, put in place of the one that stands."""
    wanted = asked.finding.advice.strip()
    if not wanted or "…" in wanted:
        return None
    words = _("Écrire « {words} »").format(words=wanted)
    if asked.finding.table == "note":
        return Proposal(words, notes.write_note(asked.project, asked.finding.row, wanted))
    found = asked.finding
    return Proposal(words, canvases.answer(asked.project, found.canvas, found.zone, wanted))


def _paper(asked: _Asked) -> Proposal | None:
    paper = next((name for name in asked.profile.attachments if name in asked.finding.sentence), None)
    if paper is None:
        return None
    words = _("Ajouter « {label} » aux pièces jointes").format(label=paper)
    return Proposal(words, add_row(asked.project, "attachment", label=paper)[1])


def _traced(asked: _Asked) -> Proposal | None:
    if asked.finding.field == "date":
        words = _("Dater le dossier d’aujourd’hui, {day}").format(day=day(asked.today.isoformat()))
        return Proposal(words, set_project(asked.project, "date", asked.today.isoformat()))
    if asked.finding.field == "version":
        return Proposal(_("Écrire « {words} »").format(words="1"), set_project(asked.project, "version", "1"))
    return None


def _own_words(asked: _Asked) -> Proposal:
    """The words of quotes whose source is gone become the writer’s own."""
    section = asked.finding.row
    raw = asked.project.raw_text(section)
    for piece in pieces(asked.project, raw):
        if piece.lost:
            raw = loosened(asked.project, raw, piece.ref)
    return Proposal(
        _("Garder ces mots sans la citation"), write_section(asked.project, section, raw, marked=True)
    )


def _title(asked: _Asked) -> Proposal | None:
    if asked.finding.field == "requested" and (target := plan(asked.project).target):
        words = _("Reporter {amount} sur la page de garde").format(amount=euros(target))
        return Proposal(words, set_project(asked.project, "requested", target))
    return None


def _credits_follow(asked: _Asked) -> Proposal | None:
    """Each line commits as much as it pays, the first year it spends."""
    from labdesk.domain.commands.dossier import set_year
    from labdesk.domain.funding import credits

    done = []
    for line in credits(asked.project).lines:
        gap = line.total.cp - line.total.ae
        if gap > 0 and line.years:
            year = min(line.years)
            done.append(set_year(asked.project, line.row.id, year, "ae", line.years[year].ae + gap))
    words = _("Engager (AE) ce qui est payé (CP), la première année de chaque ligne")
    return Proposal(words, together("", done)) if done else None


_MAKERS: Mapping[str, Callable[[_Asked], Proposal | None]] = {
    "FIN-02": _cover_amount,
    "FIN-03": _targeted_fund,
    "FIN-09": _requested,
    "FIN-10": _requested,
    "FIN-11": _in_kind,
    "FIN-12": _vat,
    "FIN-18": _credits_follow,
    "CAL-09": _decision_point,
    "IND-01": _indicator("users"),
    "IND-02": _indicator("agents"),
    "IND-03": _indicator("efficiency"),
    "GOV-01": _role(lambda: _("Commanditaire")),
    "GOV-02": _role(lambda: _("Chef de projet")),
    "PRB-03": _statement,
    "PRB-04": _root_cause,
    "PJ-01": _paper,
    "TXT-05": _title,
    "TXT-06": _traced,
    "COH-02": _own_words,
}
"""Rule → what makes its proposal."""
