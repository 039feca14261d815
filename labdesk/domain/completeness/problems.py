"""PRB, advice only: a statement in its form, no solution in it, a challenge that opens, a root cause."""

from collections.abc import Iterator

from labdesk.domain import wording
from labdesk.domain.completeness.rule import EVERY, Case, Remark, empty, on_note, on_zone, rule
from labdesk.domain.entities import Canvas
from labdesk.domain.model import Project
from labdesk.words import _


@rule("PRB-01", "advice", "problem", forms=EVERY)
def statement_has_its_form(case: Case) -> Iterator[Remark]:
    """« … a besoin de … parce que … » (reviewers’ table, PRB)."""
    yield from _on_statements(case, "form")


@rule("PRB-02", "advice", "problem", forms=EVERY)
def statement_holds_no_solution(case: Case) -> Iterator[Remark]:
    """No solution in the statement (reviewers’ table, PRB)."""
    yield from _on_statements(case, "solution")


@rule("PRB-03", "advice", "problem", forms=EVERY)
def challenge_opens(case: Case) -> Iterator[Remark]:
    """« Comment pourrions-nous / pourrait-on / faire pour … » (reviewers’ table, PRB)."""
    for canvas in case.canvases("problem"):
        for note in case.project.notes_at(canvas.id, "challenge"):
            for advice in wording.on_challenge(note.text or ""):
                if advice.fault == "form":
                    yield on_note(note, advice.sentence, advice.proposal)


@rule("PRB-04", "advice", "problem", forms=EVERY)
def a_root_cause_is_kept(case: Case) -> Iterator[Remark]:
    """A root cause, proposed from the last why (reviewers’ table, PRB)."""
    for canvas in case.canvases("problem"):
        if not case.misses(canvas, "root_causes"):
            continue
        proposed = proposed_root_causes(case.project, canvas.id)
        advice = _("Depuis le dernier pourquoi : « {cause} ».").format(cause=proposed[0]) if proposed else ""
        sentence = _("« {canvas} » : aucune cause racine n’est retenue.")
        yield on_zone(canvas, "root_causes", sentence.format(canvas=case.title(canvas.id)), advice)


@rule("PRB-05", "advice", "problem")
def each_problem_is_stated_and_turned_into_a_challenge(case: Case) -> Iterator[Remark]:
    """A statement and a challenge on each problem canvas (fields « A » of the canvas)."""
    for canvas in case.canvases("problem"):
        for zone in ("statement", "challenge"):
            if case.misses(canvas, zone):
                sentence = _("« {canvas} » : rien dans « {zone} ».")
                said = sentence.format(canvas=case.title(canvas.id), zone=case.label(canvas, zone))
                yield on_zone(canvas, zone, said)


def proposed_root_causes(project: Project, canvas: str) -> tuple[str, ...]:
    """The last why of each chain, as a root cause: what the screen offers in one click."""
    causes = []
    for line in project.lines_of(canvas, "five_whys"):
        whys = [note.text or "" for note in project.chain(line.id) if not empty(note.text)]
        if len(whys) > 1:
            causes.append(wording.root_cause(whys[-1]))
    return tuple(causes)


def _on_statements(case: Case, fault: wording.Fault) -> Iterator[Remark]:
    for canvas in case.canvases("problem"):
        for advice in wording.on_statement(_statement(case, canvas)):
            if advice.fault == fault:
                yield on_zone(canvas, "statement", advice.sentence, advice.proposal)


def _statement(case: Case, canvas: Canvas) -> str:
    return case.project.words(canvas.id, "statement") if case.knows(canvas, "statement") else ""


RULES = (
    statement_has_its_form,
    statement_holds_no_solution,
    challenge_opens,
    a_root_cause_is_kept,
    each_problem_is_stated_and_turned_into_a_challenge,
)
