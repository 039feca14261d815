"""COH, what texts quote: a source that is gone, words that may not leave the lab."""

from collections.abc import Iterator

from labdesk.domain.completeness.rule import EVERY, Case, Remark, called, rule
from labdesk.domain.funding import Section
from labdesk.domain.quotables import held_back
from labdesk.domain.quotes import pieces
from labdesk.words import _


@rule("COH-02", "to_check")
def each_quote_has_its_source(case: Case) -> Iterator[Remark]:
    """A text quotes something that is no longer in the project: its words stay, nothing proves them."""
    for section in case.profile.sections:
        said = set[str]()
        for piece in pieces(case.project, case.project.raw_text(section.id)):
            if piece.lost and piece.ref not in said:
                said.add(piece.ref)
                sentence = _("« {section} » : la source de « {words} » n’est plus dans le projet.")
                advice = _("Les mots sont restés : citez autre chose, ou gardez-les comme les vôtres.")
                yield _on(section, sentence.format(section=section.label, words=called(piece.text)), advice)


@rule("COH-03", "blocking", forms=EVERY)
def no_quote_says_what_may_not_leave(case: Case) -> Iterator[Remark]:
    """Fields marked « export: never / ask » obey, in a text that quotes them too (design of the dossier)."""
    for section in case.profile.sections:
        for piece in pieces(case.project, case.project.raw_text(section.id)):
            if piece.ref and held_back(case.project, case.types, piece.ref):
                sentence = _("« {section} » cite « {words} », d’une case qui ne sort pas du laboratoire.")
                advice = _("Retirez la citation : qui bloque et qui gagne ne se publie pas par mégarde.")
                yield _on(section, sentence.format(section=section.label, words=called(piece.text)), advice)


def _on(section: Section, sentence: str, advice: str) -> Remark:
    return Remark(sentence, advice, "section", section.id, "text", sections=(section.id,))


RULES = (each_quote_has_its_source, no_quote_says_what_may_not_leave)
