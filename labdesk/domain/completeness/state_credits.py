"""FIN for State credits: AE = CP over the period, titre, programme, posts, nothing paid before committed."""

from collections.abc import Iterator

from labdesk.domain.completeness.rule import Case, Remark, called, empty, on_row, rule
from labdesk.domain.funding import CreditLine
from labdesk.words import _, euros

CREDITS = ("budget", "financing")
STAFF = "t2"


@rule("FIN-18", "blocking", *CREDITS, forms=("credits",))
def commitments_equal_payments(case: Case) -> Iterator[Remark]:
    """Sum of AE = sum of CP over the period (LOLF, article 8: AE are the limit of what may be committed)."""
    total = case.credits.total
    if total.ae != total.cp:
        sentence = _("Autorisations d’engagement {ae}, crédits de paiement {cp} : les deux totaux diffèrent.")
        uneven = next(line for line in case.credits.lines if line.total.ae != line.total.cp)
        yield on_row(
            "expense_year",
            f"{uneven.row.id}/{max(uneven.years)}",
            "ae",
            sentence.format(ae=euros(total.ae), cp=euros(total.cp)),
            _("Sur toute la période, ce qui est engagé est ce qui est payé."),
        )


@rule("FIN-19", "to_check", *CREDITS, forms=("credits",))
def each_line_says_its_titre(case: Case) -> Iterator[Remark]:
    """Titre 2 (staff) or not (LOLF, article 5)."""
    for line in case.credits.lines:
        if empty(line.row.titre):
            sentence = _("Dépense « {label} » : titre 2 ou hors titre 2 ?")
            yield on_row("expense", line.row.id, "titre", sentence.format(label=_label(line)))


@rule("FIN-20", "to_check", *CREDITS, forms=("credits",))
def each_line_says_its_programme(case: Case) -> Iterator[Remark]:
    """Programme, BOP and UO of each line (LOLF, article 7: credits are specialised by programme)."""
    for line in case.credits.lines:
        if empty(line.row.programme):
            sentence = _("Dépense « {label} » : le programme, le BOP et l’UO manquent.")
            yield on_row("expense", line.row.id, "programme", sentence.format(label=_label(line)))


@rule("FIN-21", "to_check", *CREDITS, forms=("credits",))
def staff_lines_say_their_posts(case: Case) -> Iterator[Remark]:
    """A titre 2 line carries its full-time posts (ETPT), as a number (LOLF, article 7: ceilings of posts)."""
    for line in case.credits.lines:
        wanted = line.row.titre == STAFF or not empty(line.row.etpt)
        if wanted and (line.etpt is None or line.etpt < 0):
            sentence = _("Dépense « {label} » : le nombre d’ETPT manque ou n’est pas un nombre.")
            yield on_row("expense", line.row.id, "etpt", sentence.format(label=_label(line)))


@rule("FIN-22", "to_check", *CREDITS, forms=("credits",))
def nothing_is_paid_before_it_is_committed(case: Case) -> Iterator[Remark]:
    """Totals by year: what is paid by the end of a year was committed by then (LOLF, article 8)."""
    for year in case.credits.paid_too_early[:1]:
        sentence = _("Fin {year}, les crédits de paiement cumulés dépassent les autorisations d’engagement.")
        line = case.credits.lines[0]
        yield on_row("expense_year", f"{line.row.id}/{year}", "cp", sentence.format(year=year))


def _label(line: CreditLine) -> str:
    return called(line.row.label)


RULES = (
    commitments_equal_payments,
    each_line_says_its_titre,
    each_line_says_its_programme,
    staff_lines_say_their_posts,
    nothing_is_paid_before_it_is_committed,
)
