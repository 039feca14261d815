"""JOU: a journey lived and one aimed at, whose, with curve, pain points, takeaway; nothing left to sort."""

from collections.abc import Iterator

from labdesk.domain.completeness.rule import EVERY, Case, Remark, called, empty, on_note, on_zone, rule
from labdesk.domain.entities import Canvas, Note
from labdesk.words import _, several

LIVED, AIMED = "as_is", "to_be"


@rule("JOU-01", "blocking", "journeys")
def a_journey_was_lived(case: Case) -> Iterator[Remark]:
    """A lived journey with its steps (reviewers’ table, JOU)."""
    if case.canvases("journey") and not any(case.project.steps_of(c.id) for c in _of_kind(case, LIVED)):
        first = case.canvases("journey")[0]
        advice = _("Décrivez ce qui se passe aujourd’hui, étape par étape, avant ce que l’on souhaite.")
        yield on_zone(first, "kind", _("Aucun parcours vécu n’est décrit."), advice)


@rule("JOU-02", "to_check", "journeys")
def a_journey_is_aimed_at(case: Case) -> Iterator[Remark]:
    """A target journey (reviewers’ table, JOU)."""
    if case.canvases("journey") and not _of_kind(case, AIMED):
        first = case.canvases("journey")[0]
        yield on_zone(first, "kind", _("Aucun parcours cible ne montre ce qui change."))


@rule("JOU-03", "to_check", "journeys")
def each_journey_has_its_persona(case: Case) -> Iterator[Remark]:
    """Persona known (reviewers’ table, JOU)."""
    personas = {canvas.id for canvas in case.project.canvases("persona")}
    for canvas in case.canvases("journey"):
        if case.knows(canvas, "persona") and case.project.words(canvas.id, "persona") not in personas:
            sentence = _("Parcours « {canvas} » : on ne sait pas qui le vit.")
            yield on_zone(canvas, "persona", sentence.format(canvas=case.title(canvas.id)))


@rule("JOU-04", "to_check", "journeys")
def each_curve_is_complete(case: Case) -> Iterator[Remark]:
    """Curve complete: each step has its emotion (reviewers’ table, JOU)."""
    for canvas in case.canvases("journey"):
        if not case.knows(canvas, "emotions"):
            continue
        steps = case.project.steps_of(canvas.id)
        blank = [s for s in steps if case.project.value(canvas.id, "emotions", s.id) in (None, "")]
        if blank:
            missing = several(len(blank), "{n} étape sans émotion", "{n} étapes sans émotion")
            sentence = _("Parcours « {canvas} » : {missing}, à partir de « {step} ».")
            said = sentence.format(canvas=case.title(canvas.id), missing=missing, step=called(blank[0].label))
            yield on_zone(canvas, "emotions", said, step=blank[0].id)


@rule("JOU-05", "to_check", "journeys")
def each_journey_has_its_takeaway(case: Case) -> Iterator[Remark]:
    """Takeaway (reviewers’ table, JOU)."""
    for canvas in case.canvases("journey"):
        if case.misses(canvas, "summary"):
            sentence = _("Parcours « {canvas} » : rien dans « {zone} ».")
            said = sentence.format(canvas=case.title(canvas.id), zone=case.label(canvas, "summary"))
            yield on_zone(canvas, "summary", said, _("Trois phrases suffisent : que dit-il au décideur ?"))


@rule("JOU-06", "to_check", "journeys")
def each_lived_journey_has_pain_points(case: Case) -> Iterator[Remark]:
    """Pain points (reviewers’ table, JOU)."""
    for canvas in _of_kind(case, LIVED):
        if case.knows(canvas, "pain_points") and not _pain_points(case, canvas):
            sentence = _("Parcours « {canvas} » : aucun irritant.")
            yield on_zone(canvas, "pain_points", sentence.format(canvas=case.title(canvas.id)))


@rule("JOU-07", "to_check", "journeys")
def pain_points_are_not_merely_assumed(case: Case) -> Iterator[Remark]:
    """Over half of the quoted pain points merely « supposés »: the problem is not proved."""
    notes = [note for canvas in _of_kind(case, LIVED) for note in _pain_points(case, canvas)]
    assumed = [note for note in notes if note.evidence == "assumed"]
    if len(assumed) * 2 > len(notes):
        sentence = _("{assumed} irritants sur {total} sont seulement supposés.")
        yield on_note(
            assumed[0],
            sentence.format(assumed=len(assumed), total=len(notes)),
            _("Dites ceux qui ont été vécus, observés ou mesurés, ou allez les vérifier."),
        )


@rule("JOU-08", "to_check", "journeys", forms=EVERY)
def nothing_waits_in_the_tray(case: Case) -> Iterator[Remark]:
    """Notes still in the tray are counted before the dossier: they will not be in it."""
    waiting = [n for n in case.project.note.values() if n.zone == "tray" and not empty(n.text)]
    if waiting:
        said = several(
            len(waiting),
            "{n} note attend encore dans « À ranger » : elle ne sera pas dans le dossier.",
            "{n} notes attendent encore dans « À ranger » : elles ne seront pas dans le dossier.",
        )
        yield on_note(min(waiting, key=lambda note: (note.canvas or "", note.place or "", note.id)), said)


@rule("JOU-09", "to_check", "personas", "journeys")
def each_persona_rests_on_something(case: Case) -> Iterator[Remark]:
    """A persona without basis is an invention: interviews, observations, data."""
    for canvas in case.canvases("persona"):
        if case.misses(canvas, "basis"):
            sentence = _("Persona « {canvas} » : on ne sait pas sur quoi il repose.")
            advice = _("Combien d’entretiens, d’observations ?")
            yield on_zone(canvas, "basis", sentence.format(canvas=case.title(canvas.id)), advice)


@rule("JOU-10", "to_check", "journeys")
def each_journey_says_its_sources(case: Case) -> Iterator[Remark]:
    """Interviews, observations, data behind a journey (field « D » of the canvas: asked by the dossier)."""
    for canvas in case.canvases("journey"):
        if case.misses(canvas, "evidence_basis"):
            sentence = _("Parcours « {canvas} » : les sources manquent.")
            yield on_zone(canvas, "evidence_basis", sentence.format(canvas=case.title(canvas.id)))


def _of_kind(case: Case, kind: str) -> list[Canvas]:
    return [c for c in case.canvases("journey") if case.project.value(c.id, "kind") == kind]


def _pain_points(case: Case, canvas: Canvas) -> list[Note]:
    return [n for n in case.project.notes_of(canvas.id) if n.zone == "pain_points" and not empty(n.text)]


RULES = (
    a_journey_was_lived,
    a_journey_is_aimed_at,
    each_journey_has_its_persona,
    each_curve_is_complete,
    each_journey_has_its_takeaway,
    each_lived_journey_has_pain_points,
    pain_points_are_not_merely_assumed,
    nothing_waits_in_the_tray,
    each_persona_rests_on_something,
    each_journey_says_its_sources,
)
