"""What breaks a correct dossier, one way at a time, and what comes near and is right."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from labdesk.domain.commands import notes
from labdesk.domain.quotes import mark
from tests.domain.dossiers import Change, Dossier


def note(d: Dossier, canvas: str, zone: str, text: str, **said: str) -> Dossier:
    """One more note on a canvas."""
    return d.done(notes.add_note(d.project, d.canvas(canvas), zone, text, **said)[1])


def assumed(d: Dossier, share: float) -> Dossier:
    """So many of the pain points of lived journeys are merely supposed."""
    lived = {c.id for c in d.project.canvases("journey") if d.project.value(c.id, "kind") == "as_is"}
    pains = [n for n in d.project.note.values() if n.zone == "pain_points" and n.canvas in lived]
    for pain in pains[: int(len(pains) * share)]:
        d = d.put("note", pain.id, evidence="assumed")
    return d


def in_order(d: Dossier, names: Iterable[str]) -> Dossier:
    """The profile with these sections first, then its others."""
    names = list(names)
    rest = [s for s in d.profile.sections if s.id not in names]
    first = [s for name in names for s in d.profile.sections if s.id == name]
    return replace(d, profile=replace(d.profile, sections=(*first, *rest)))


def contingency(d: Dossier, euros: int) -> Dossier:
    """The contingency weighs so much; another line gives or takes the difference."""
    line, other = d.nth("expense", 7), d.nth("expense", 0)
    before = d.project.years_of(line)[2028].amount or 0
    room = d.project.years_of(other)[2028].amount or 0
    d = d.put("expense_year", f"{line}/2028", amount=euros * 100)
    return d.put("expense_year", f"{other}/2028", amount=room + before - euros * 100)


def moved(d: Dossier, cents: int, source: int, target: int) -> Dossier:
    """Money goes from one resource to another."""
    for rank, by in ((source, -cents), (target, cents)):
        row = d.project.resource[d.nth("resource", rank)]
        d = d.put("resource", row.id, amount=(row.amount or 0) + by)
    return d


def asked(d: Dossier, cents: int) -> Dossier:
    """The request takes this value, on the cover and in the plan; the texts stop quoting it."""
    row = d.project.resource[d.nth("resource", 0)]
    d = moved(d, (row.amount or 0) - cents, 0, 4).head(requested=cents)
    for section in ("summary", "decision_requested"):
        d = d.text(
            section,
            d.project.text(section)
            .replace("38\u202f100\u00a0€", "un concours")
            .replace("38 100 €", "un concours"),
        )
    return d


def attended(d: Dossier, profile: str, count: int | None) -> Dossier:
    """The workshop sheet counts so many people of a profile (None: no line for it)."""
    for line in d.project.lines_of(d.canvas("workshop"), "attendance"):
        if d.project.cell(line.id, "profile") == profile:
            if count is None:
                return d.drop("line", [line.id])
            return d.put("answer", f"{line.id}/count", value=count)
    raise AssertionError(profile)


def untested(d: Dossier) -> Dossier:
    """Every prototype waits for its test."""
    for card in ("pr_ad", "pr_15days", "pr_kit"):
        d = d.answered(card, "verdict", "pending").answered(card, "decision", "none")
    return d


def late(d: Dossier) -> Dossier:
    """A line is paid the year before it is committed; both totals stay equal."""
    line = d.nth("expense", 0)
    return d.put("expense_year", f"{line}/2027", ae=0).put("expense_year", f"{line}/2028", ae=2_800_000)


def overdue(d: Dossier) -> Dossier:
    """One euro is spent the year after the end."""
    line = d.nth("expense", 0)
    d = d.put("expense_year", f"{line}/2028", amount=2_199_900)
    return d.put("expense_year", f"{line}/2029", expense=line, year=2029, amount=100)


def quoted(d: Dossier, zone: str) -> Dossier:
    """A text quotes a note of this zone of the problem canvas."""
    made, gesture = notes.add_note(d.project, d.canvas("p_silence"), zone, "Le bureau des visas")
    return d.done(gesture).text("evaluation", f"Avec {mark(f'note:{made}', 'le bureau')}, à six mois.")


def in_kind(d: Dossier, cents: int) -> Dossier:
    """One contribution of each side weighs so much more."""
    for side in ("expense", "resource"):
        row = next(row for row in d.project.in_kind.values() if row.side == side)
        d = d.put("in_kind", row.id, amount=(row.amount or 0) + cents)
    return d


def earlier(d: Dossier) -> Dossier:
    """A line is committed whole the first year, and paid as before."""
    line = d.nth("expense", 0)
    return d.put("expense_year", f"{line}/2027", ae=2_800_000).put("expense_year", f"{line}/2028", ae=0)


def one_pain_left(d: Dossier) -> Dossier:
    """A lived journey keeps a single pain point."""
    pains = [n.id for n in d.project.notes_of(d.canvas("j_newcomer")) if n.zone == "pain_points"]
    return d.drop("note", pains[1:])


def one_tested(d: Dossier) -> Dossier:
    """A single prototype keeps its test."""
    for card in ("pr_15days", "pr_kit"):
        d = d.answered(card, "verdict", "pending").answered(card, "decision", "none")
    return d


LONG = "mot " * 500
BROKEN: tuple[tuple[str, Change], ...] = (
    ("FIN-01", lambda d: moved(d, 0, 0, 1).put("resource", d.nth("resource", 1), amount=2_209_900)),
    ("FIN-01", lambda d: d.put("resource", d.nth("resource", 1), amount=2_210_001)),
    ("FIN-02", lambda d: moved(d, 100, 0, 1)),
    ("FIN-03", lambda d: d.each("resource", target=0)),
    ("FIN-04", lambda d: d.limited(max_rate=Decimal("49.99"))),
    ("FIN-05", lambda d: d.limited(max_rate=None)),
    ("FIN-06", lambda d: d.limited(min_self=Decimal(4))),
    ("FIN-07", lambda d: d.limited(min_request=3_810_001)),
    ("FIN-08", lambda d: d.limited(max_request=3_809_999)),
    ("FIN-09", lambda d: d.put("resource", d.nth("resource", 2), status=None)),
    ("FIN-10", lambda d: d.put("resource", d.nth("resource", 1), evidence=" ")),
    ("FIN-11", lambda d: d.put("in_kind", d.nth("in_kind", 0), amount=1_440_001)),
    ("FIN-12", lambda d: d.head(vat="")),
    ("FIN-13", lambda d: moved(d, 900_000, 2, 4)),
    ("FIN-14", lambda d: contingency(d, 7621)),
    ("FIN-15", overdue),
    ("FIN-16", lambda d: d.head(end="2029-12-31")),
    ("FIN-17", lambda d: d.put("expense", d.nth("expense", 0), kind=None)),
    ("FIN-17", lambda d: d.put("expense", "new", label="Traduction", kind="service", place="zz")),
    ("CAL-01", lambda d: d.head(end="")),
    ("CAL-02", lambda d: d.head(start="2028-12-31", end="2028-12-31")),
    ("CAL-03", lambda d: replace(d, today=date(2029, 1, 1))),
    ("CAL-04", lambda d: d.head(date="2027-10-02")),
    ("CAL-05", lambda d: d.text("decision_requested", "Accorder 38 100 € avant le 2 octobre 2027.")),
    ("CAL-06", lambda d: replace(d, today=date(2027, 10, 2))),
    ("CAL-07", lambda d: d.put("milestone", d.nth("milestone", 0), date="2027-09-30")),
    ("CAL-08", lambda d: d.put("milestone", d.nth("milestone", 1), owner=None)),
    ("CAL-08", lambda d: d.put("milestone", d.nth("milestone", 1), deliverable="")),
    ("CAL-08", lambda d: d.put("milestone", d.nth("milestone", 1), date="bientôt")),
    ("CAL-09", lambda d: d.drop("milestone", [d.nth("milestone", 3)])),
    ("IND-01", lambda d: d.drop("indicator", [d.nth("indicator", n) for n in (0, 1, 2)])),
    ("IND-02", lambda d: d.drop("indicator", [d.nth("indicator", n) for n in (3, 4)])),
    ("IND-03", lambda d: d.drop("indicator", [d.nth("indicator", 5)])),
    ("IND-04", lambda d: d.put("indicator", d.nth("indicator", 0), baseline="")),
    ("IND-04", lambda d: d.put("indicator", d.nth("indicator", 0), target=None)),
    ("IND-04", lambda d: d.put("indicator", d.nth("indicator", 0), date="2028")),
    ("IND-04", lambda d: d.put("indicator", d.nth("indicator", 0), source="")),
    ("IND-04", lambda d: d.put("indicator", d.nth("indicator", 0), owner="")),
    ("IND-05", lambda d: d.put("indicator", d.nth("indicator", 0), target="12,0")),
    ("PRB-01", lambda d: d.answered("p_silence", "statement", "Les candidats sont mal informés.")),
    (
        "PRB-02",
        lambda d: d.answered(
            "p_silence", "statement", "Un candidat a besoin d’une application parce qu’il cherche un poste."
        ),
    ),
    ("PRB-03", lambda d: note(d, "p_silence", "challenge", "Informer les candidats")),
    ("PRB-04", lambda d: d.emptied("p_silence", "root_causes")),
    ("PRB-05", lambda d: d.answered("p_silence", "statement", "")),
    ("PRB-05", lambda d: d.emptied("p_silence", "challenge")),
    (
        "JOU-01",
        lambda d: (
            d.answered("j_candidate", "kind", "to_be")
            .answered("j_newcomer", "kind", "to_be")
            .answered("j_recruiter", "kind", None)
        ),
    ),
    (
        "JOU-02",
        lambda d: note(d.answered("j_target", "kind", "as_is"), "j_target", "pain_points", "Trop long"),
    ),
    ("JOU-03", lambda d: d.answered("j_target", "persona", "")),
    ("JOU-03", lambda d: d.answered("j_target", "persona", "gone")),
    ("JOU-04", lambda d: d.answered("j_target", "emotions", None, d.steps("j_target")[2])),
    ("JOU-05", lambda d: d.answered("j_target", "summary", " ")),
    ("JOU-06", lambda d: d.emptied_lane("j_newcomer", "pain_points")),
    ("JOU-07", lambda d: assumed(d, 0.6)),
    ("JOU-08", lambda d: note(d, "j_target", "tray", "Une idée de plus")),
    ("JOU-09", lambda d: d.answered("ines", "basis", "")),
    ("JOU-10", lambda d: d.answered("j_target", "evidence_basis", "")),
    ("PRO-01", untested),
    ("PRO-02", lambda d: d.answered("pr_ad", "testers", None)),
    ("PRO-02", lambda d: d.answered("pr_ad", "result", "")),
    ("PRO-02", lambda d: d.emptied("pr_ad", "test_dates")),
    ("PRO-03", lambda d: d.answered("pr_ad", "criterion", "Les testeurs comprennent")),
    ("PRO-03", lambda d: d.answered("pr_ad", "criterion", "")),
    ("PRO-04", lambda d: d.answered("pr_ad", "decision", "none")),
    ("PRO-05", lambda d: d.answered("pr_15days", "confidence", "low")),
    ("PRO-05", lambda d: d.answered("pr_vismavie", "decision", "deploy")),
    ("PRO-06", lambda d: d.answered("pr_15days", "verdict", "refuted")),
    ("PRO-07", lambda d: d.answered("pr_ad", "hypothesis", "")),
    ("PRO-08", lambda d: d.answered("pr_ad", "challenge", None)),
    ("GOV-01", lambda d: d.drop("role", [d.nth("role", 0)])),
    ("GOV-02", lambda d: d.drop("role", [d.nth("role", 1)])),
    ("GOV-03", lambda d: d.put("role", d.nth("role", 1), contact="")),
    ("GOV-04", lambda d: d.put("role", d.nth("role", 0), who="")),
    ("GOV-05", lambda d: d.put("role", d.nth("role", 2), who="SGAR, DREETS, SGC, Région")),
    ("GOV-06", lambda d: d.put("role", d.nth("role", 0), contact=" ")),
    ("RSK-01", lambda d: d.drop("risk", [d.nth("risk", n) for n in (0, 1, 2)])),
    ("RSK-02", lambda d: d.put("risk", d.nth("risk", 0), answer="")),
    ("RSK-02", lambda d: d.put("risk", d.nth("risk", 0), owner=None)),
    ("RSK-03", lambda d: d.put("risk", d.nth("risk", 0), g=None)),
    ("SUS-01", lambda d: d.text("sustainability", "Le SGC porte le dispositif dès janvier 2029.")),
    ("COD-01", lambda d: attended(d, "user", 0)),
    ("COD-02", lambda d: attended(d, "decider", 0)),
    ("COD-02", lambda d: attended(d, "agent", None)),
    ("RGP-01", lambda d: note(d, "awa", "traits", "Suivie par Mme Durand")),
    ("RGP-01", lambda d: d.answered("awa", "story", "Camille Durand a signé un contrat d’un an.")),
    ("RGP-01", lambda d: d.each("photo", caption="Mme Durand à l’accueil")),
    ("RGP-02", lambda d: d.answered("awa", "story", "Écrire à awa.d@exemple.fr pour la suite.")),
    ("RGP-03", lambda d: d.answered("awa", "story", "Joignable au 06 12 34 56 78 le soir.")),
    ("RGP-03", lambda d: d.answered("awa", "story", "Joignable au +33 6 12 34 56 78.")),
    ("RGP-04", lambda d: d.each("photo", consent="unknown")),
    ("RGP-04", lambda d: d.each("photo", consent=None)),
    ("RGP-05", lambda d: d.answered("workshop", "erasure_date", "")),
    ("TXT-01", lambda d: d.text("summary", " ")),
    ("TXT-01", lambda d: d.drop("risk")),
    ("TXT-02", lambda d: d.text("innovation", "")),
    ("TXT-03", lambda d: d.text("evaluation", LONG * 2)),
    ("TXT-04", lambda d: d.text("evaluation", "Évaluation externe à 6 mois, méthode à compléter.")),
    ("TXT-04", lambda d: d.text("evaluation", "Évaluation par [nom du cabinet], à 6 mois.")),
    ("TXT-04", lambda d: d.text("evaluation", "Lorem ipsum dolor sit amet")),
    ("TXT-05", lambda d: d.head(holder="")),
    ("TXT-05", lambda d: d.head(fund=" ")),
    ("TXT-05", lambda d: d.head(requested=None)),
    ("TXT-05", lambda d: d.head(cover_title="", title=None)),
    ("TXT-06", lambda d: d.head(version="")),
    ("TXT-06", lambda d: d.head(siret="1234")),
    ("TXT-07", lambda d: in_order(d, ("cover", "solution"))),
    ("TXT-07", lambda d: in_order(d, ("summary",))),
    ("COH-01", lambda d: d.text("evaluation", "Évaluation externe pour 7 500 €.")),
    ("COH-01", lambda d: d.text("evaluation", "Évaluation externe pour 7,5 k€.")),
    ("COH-02", lambda d: d.text("evaluation", f"On vise {mark('note:gone', 'moins d’attente')}.")),
    ("COH-02", lambda d: d.text("context", f"Il en coûte {mark('expense:gone', '7 000 €')}.")),
    ("COH-03", lambda d: quoted(d, "beneficiaries")),
    ("COH-03", lambda d: quoted(d, "stakeholders")),
    ("PJ-01", lambda d: d.drop("attachment", [d.nth("attachment", 3)])),
    ("ACC-01", lambda d: d.each("photo", alt=None)),
    ("ACC-02", lambda d: d.each("photo", alt="IMG_2041.JPG")),
    ("ACC-02", lambda d: d.each("photo", alt="annonce.jpg")),
)
"""(rule, change that breaks the correct dossier in that way and in no other)."""

BROKEN_CREDITS: tuple[tuple[str, Change], ...] = (
    ("FIN-18", lambda d: d.put("expense_year", f"{d.nth('expense', 0)}/2028", ae=2_200_100)),
    ("FIN-19", lambda d: d.put("expense", d.nth("expense", 0), titre=None)),
    ("FIN-20", lambda d: d.put("expense", d.nth("expense", 0), programme="")),
    ("FIN-21", lambda d: d.put("expense", d.nth("expense", 0), titre="t2")),
    ("FIN-21", lambda d: d.put("expense", d.nth("expense", 0), etpt="un mi-temps")),
    ("FIN-22", late),
)


HARMLESS: tuple[tuple[str, Change], ...] = (
    ("FIN-02", lambda d: d.head(requested=3_810_000)),
    ("FIN-04", lambda d: d.limited(max_rate=Decimal(50))),
    ("FIN-06", lambda d: d.limited(min_self=Decimal("3.93"))),
    ("FIN-07", lambda d: d.limited(min_request=3_810_000)),
    ("FIN-08", lambda d: d.limited(max_request=3_810_000)),
    ("FIN-10", lambda d: d.put("resource", d.nth("resource", 1), status="requested", evidence="")),
    ("FIN-13", lambda d: d.put("expense_year", f"{d.nth('expense', 5)}/2027", amount=0)),
    ("FIN-14", lambda d: contingency(d, 7620)),
    ("FIN-15", lambda d: d.put("expense_year", "late", expense=d.nth("expense", 0), year=2029, amount=0)),
    ("FIN-16", lambda d: d.head(end="2029-03-31")),
    ("CAL-03", lambda d: replace(d, today=date(2026, 11, 22))),
    ("CAL-04", lambda d: d.head(date="2027-10-01")),
    ("CAL-05", lambda d: d.text("decision_requested", "Accorder 38 100 € avant le 1er octobre 2027.")),
    ("CAL-06", lambda d: replace(d, today=date(2027, 10, 1))),
    ("CAL-07", lambda d: d.put("milestone", d.nth("milestone", 0), date="2027-10-01")),
    ("CAL-09", lambda d: d.put("milestone", d.nth("milestone", 3), label="Revue de mi-parcours")),
    ("IND-05", lambda d: d.put("indicator", d.nth("indicator", 0), target="12,1")),
    (
        "PRB-01",
        lambda d: d.answered("p_silence", "statement", "Inès a besoin d'une date car elle doit vivre."),
    ),
    (
        "PRB-02",
        lambda d: d.answered(
            "p_silence", "statement", "Inès a besoin d’une date parce que le site internet n’en dit rien."
        ),
    ),
    ("PRB-03", lambda d: note(d, "p_silence", "challenge", "Comment pourrait-on répondre à chacun ?")),
    ("PRB-03", lambda d: note(d, "p_silence", "challenge", "Comment faire pour que chacun ait une date ?")),
    ("JOU-07", lambda d: assumed(d, 0.5)),
    ("PRO-03", lambda d: d.answered("pr_ad", "criterion", "Au moins huit testeurs sur dix")),
    (
        "PRO-05",
        lambda d: d.answered("pr_15days", "decision", "pilot").answered("pr_15days", "confidence", "low"),
    ),
    (
        "PRO-06",
        lambda d: d.answered("pr_15days", "verdict", "refuted").answered("pr_15days", "decision", "stop"),
    ),
    ("GOV-02", lambda d: d.put("role", d.nth("role", 1), role="Cheffe de projet")),
    ("GOV-02", lambda d: d.put("role", d.nth("role", 1), role="RESPONSABLE DU PROJET")),
    ("RSK-01", lambda d: d.drop("risk", [d.nth("risk", n) for n in (0, 1)])),
    ("SUS-01", lambda d: d.text("sustainability", "Aucun coût récurrent : le SGC l’intègre à son activité.")),
    ("COD-01", lambda d: attended(d, "user", 0).text("approach", "Six usagers ont relu les annonces.")),
    (
        "RGP-01",
        lambda d: d.answered("awa", "story", "Vue par Madame la préfète, rue Pierre Semard, à Dijon."),
    ),
    ("RGP-02", lambda d: d.answered("awa", "story", "La boîte contact@ est relevée une fois par semaine.")),
    ("RGP-03", lambda d: d.answered("awa", "story", "Dossier 2027 0612345678901, 15 jours, 01/02/2027.")),
    ("RGP-04", lambda d: d.each("photo", consent="agreed")),
    ("RGP-04", lambda d: d.each("photo", consent="refused")),
    ("TXT-03", lambda d: d.text("evaluation", "x y " * 625)),
    ("TXT-04", lambda d: d.text("evaluation", "Évaluation [1] externe, à 6 mois.")),
    ("COH-01", lambda d: d.text("evaluation", "Évaluation externe pour 7 000 €, environ 9 % des 76,2 k€.")),
    ("COH-01", lambda d: d.text("evaluation", "Environ 30 000 € partout ailleurs.")),
    ("PJ-01", lambda d: d.put("attachment", d.nth("attachment", 0), label="LETTRE D'ENGAGEMENT signée")),
    ("ACC-02", lambda d: d.each("photo", alt="Photo de l’annonce sur une table")),
    ("FIN-01", lambda d: moved(d, 100, 2, 4)),
    ("FIN-03", lambda d: d.put("resource", d.nth("resource", 2), target=1).head(requested=4_610_000)),
    ("FIN-05", lambda d: d.limited(max_rate=Decimal(100))),
    ("FIN-09", lambda d: d.put("resource", d.nth("resource", 1), status="requested")),
    ("FIN-11", lambda d: in_kind(d, 100)),
    ("FIN-12", lambda d: d.head(vat="HT")),
    ("FIN-17", lambda d: d.put("expense", d.nth("expense", 0), kind="other")),
    ("CAL-01", lambda d: d.head(end="2029-01-01")),
    ("CAL-02", lambda d: d.head(end="2028-12-30")),
    ("CAL-08", lambda d: d.put("milestone", d.nth("milestone", 1), date=" 2027-11-30 ")),
    ("IND-01", lambda d: d.drop("indicator", [d.nth("indicator", n) for n in (0, 1)])),
    ("IND-02", lambda d: d.drop("indicator", [d.nth("indicator", 3)])),
    ("IND-03", lambda d: d.put("indicator", d.nth("indicator", 5), label="Heures d’instruction")),
    ("IND-04", lambda d: d.put("indicator", d.nth("indicator", 0), baseline="0")),
    ("PRB-04", lambda d: note(d.emptied("p_silence", "root_causes"), "p_silence", "root_causes", "L’usage")),
    (
        "PRB-05",
        lambda d: note(
            d.emptied("p_silence", "challenge"), "p_silence", "challenge", "Comment pourrait-on répondre ?"
        ),
    ),
    ("JOU-01", lambda d: d.answered("j_candidate", "kind", "to_be")),
    ("JOU-02", lambda d: d.answered("j_target", "title", "Un autre nom")),
    ("JOU-03", lambda d: d.answered("j_target", "persona", d.canvas("awa"))),
    ("JOU-04", lambda d: d.answered("j_target", "emotions", 0, d.steps("j_target")[2])),
    ("JOU-05", lambda d: d.answered("j_target", "summary", "Trois règles.")),
    ("JOU-06", one_pain_left),
    ("JOU-08", lambda d: d.put("note", "blank", canvas=d.canvas("j_target"), zone="tray", text=" ")),
    ("JOU-09", lambda d: d.answered("ines", "basis", "Deux entretiens")),
    ("JOU-10", lambda d: d.answered("j_target", "evidence_basis", "Deux entretiens")),
    ("PRO-01", one_tested),
    ("PRO-02", lambda d: d.answered("pr_ad", "testers", 1)),
    ("PRO-04", lambda d: d.answered("pr_ad", "decision", "stop")),
    ("PRO-07", lambda d: d.answered("pr_ad", "hypothesis", "Nous croyons qu’une page suffit.")),
    ("PRO-08", lambda d: d.answered("pr_ad", "challenge", d.project.canvases("problem")[-1].id)),
    ("GOV-01", lambda d: d.put("role", d.nth("role", 0), role="COMMANDITAIRE du projet")),
    ("GOV-03", lambda d: d.put("role", d.nth("role", 1), contact="poste 12 34")),
    ("GOV-04", lambda d: d.put("role", d.nth("role", 0), who="La secrétaire générale")),
    ("GOV-05", lambda d: d.put("role", d.nth("role", 2), who="SGAR, SGC, une habitante")),
    ("GOV-06", lambda d: d.put("role", d.nth("role", 0), contact="secrétariat, poste 12 34")),
    ("RSK-02", lambda d: d.put("risk", d.nth("risk", 0), answer="Accepté en comité")),
    ("RSK-03", lambda d: d.put("risk", d.nth("risk", 0), p=1, g=1)),
    ("COD-02", lambda d: attended(d, "agent", 1)),
    ("RGP-05", lambda d: d.answered("workshop", "erasure_date", "2028-06-30")),
    ("TXT-01", lambda d: d.text("summary", "Une page suffit.")),
    ("TXT-02", lambda d: d.text("innovation", "Rien de tel ailleurs.")),
    ("TXT-05", lambda d: d.head(cover_title="")),
    ("TXT-06", lambda d: d.head(siret="130 012 345 67890")),
    ("TXT-07", lambda d: in_order(d, ("cover", "context", "problem", "solution"))),
    ("COH-02", lambda d: d.text("evaluation", f"Pour {mark('sum:asked', '?')}, à six mois.")),
    ("COH-03", lambda d: quoted(d, "facts")),
    ("ACC-01", lambda d: d.each("photo", alt="Une table")),
)
"""(rule, change that comes near to what the rule refuses and is right)."""


HARMLESS_CREDITS: tuple[tuple[str, Change], ...] = (
    ("FIN-18", earlier),
    ("FIN-19", lambda d: d.put("expense", d.nth("expense", 0), titre="t2", etpt="0,3")),
    ("FIN-20", lambda d: d.put("expense", d.nth("expense", 0), programme="148")),
    ("FIN-21", lambda d: d.put("expense", d.nth("expense", 0), titre="t2", etpt="0.3 ETPT")),
    ("FIN-22", earlier),
)
"""The same for State credits."""
