"""What curves laid over each other say, in sentences: how they are aligned, gaps, low points, each point."""

from collections.abc import Iterable, Sequence

from labdesk.domain.curves import Course, Gap, Mark, Overlay
from labdesk.words import _, several

NAMED = 3
"""The most things named in one sentence; the others are counted."""


def names(overlay: Overlay) -> tuple[str, ...]:
    """What each curve is called: « Inès, vécu »; two that would be called alike have their title too."""
    short = [_short(course) for course in overlay.courses]
    return tuple(
        f"{name} ({course.title})" if short.count(name) > 1 else name
        for name, course in zip(short, overlay.courses, strict=True)
    )


def _short(course: Course) -> str:
    return ", ".join(part for part in (course.who or course.title, nature_of(course)) if part)


def nature_of(course: Course) -> str:
    """« vécu », « cible », or what the type calls it."""
    return {"lived": _("vécu"), "target": _("cible")}.get(course.nature, course.natured.lower())


def spoken(overlay: Overlay, course: int, mark: Mark) -> str:
    """« Inès, vécu, étape 8 sur 12, Attendre la suite : très difficile, « découragée » »."""
    place = _("étape {n} sur {of}").format(n=mark.number, of=len(overlay.courses[course].marks))
    key = _("moment clé") if mark.key else ""
    where = ", ".join(part for part in (names(overlay)[course], place, mark.label, key) if part)
    return _("{label} : {text}").format(label=where, text=felt(overlay, mark))


def felt(overlay: Overlay, mark: Mark) -> str:
    """« très difficile, « seule » »; a step of which nothing was said says so."""
    level = overlay.levels.get(mark.level, "").lower() if mark.level is not None else _("rien noté")
    return ", ".join(part for part in (level, quoted(mark.word)) if part)


def quoted(word: str) -> str:
    """« seule », between quotation marks; nothing for nothing."""
    return _("« {word} »").format(word=word) if word else ""


def aimed(overlay: Overlay, gap: Gap) -> str:
    """What a lived step becomes in the target: « cible : agréable (+3) »."""
    level = overlay.levels.get(gap.target.level or 0, "").lower()
    return _("cible : {level} ({by})").format(level=level, by=signed(gap.by))


def signed(number: int) -> str:
    """« +3 », « −1 », « 0 »."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def numbered(mark: Mark) -> str:
    """« 8. Attendre la suite ★ »: the star is that of a moment of truth."""
    return f"{mark.number}. {mark.label or '…'}{' ★' if mark.key else ''}"


def sentences(overlay: Overlay) -> tuple[str, ...]:
    """All there is to say about the picture, the most important first."""
    found = (
        biggest_gap(overlay),
        worse(overlay),
        hard_together(overlay),
        *low_points(overlay),
        unsaid(overlay),
        alignment(overlay),
    )
    return tuple(sentence for sentence in found if sentence)


def alignment(overlay: Overlay) -> str:
    """Which phases stand together, and what was done with the others."""
    if len(overlay.courses) < 2:
        return ""
    shared = [s for s in overlay.stretches if len(s.members) == len(overlay.courses)]
    some = [s for s in overlay.stretches if len(s.members) > 1]
    if shared and len(shared) == len(overlay.stretches):
        return _("Parcours alignés phase par phase : elles portent les mêmes noms.")
    if some:
        alone = [
            name
            for at, name in enumerate(names(overlay))
            if all(stretch.members == {at} or at not in stretch.members for stretch in overlay.stretches)
        ]
        said = _("Phases alignées par leur nom : {phases}.").format(phases=_listed([s.label for s in some]))
        if alone:
            spread = _("Sans phase du même nom, en proportion du début à la fin : {who}.")
            return f"{said} {spread.format(who=_listed(alone))}"
        return f"{said} " + _("Entre elles, les étapes sont réparties en proportion.")
    spread = _(
        "Aucune phase ne porte le même nom : les étapes sont réparties en proportion, du début à la fin."
    )
    return f"{spread} " + _("Les phases affichées sont celles de {who}.").format(who=names(overlay)[0])


def biggest_gap(overlay: Overlay) -> str:
    """« Le plus grand écart : 8. Attendre la suite, de très difficile à agréable. »"""
    best = [gap for gap in overlay.gaps if gap.by > 0 and gap.by == overlay.gaps[0].by]
    if not best:
        return ""
    if len(best) == 1:
        return _("Le plus grand écart : {gap}.").format(gap=_told(overlay, best))
    return _("Les plus grands écarts : {gap}.").format(gap=_told(overlay, best))


def _told(overlay: Overlay, gaps: Sequence[Gap]) -> str:
    """The steps of one and the same change are named together."""
    changes: dict[tuple[int | None, int | None], list[Mark]] = {}
    for gap in gaps:
        changes.setdefault((gap.lived.level, gap.target.level), []).append(gap.lived)
    said = [
        _("{steps}, de {lived} à {target}").format(
            steps=_listed([_named(mark) for mark in marks]),
            lived=overlay.levels.get(lived or 0, "").lower(),
            target=overlay.levels.get(target or 0, "").lower(),
        )
        for (lived, target), marks in changes.items()
    ]
    return _(" ; ").join(said)


def worse(overlay: Overlay) -> str:
    """Where the target would be harder to live than what is lived today: to be looked at again."""
    found = [gap for gap in overlay.gaps if gap.by < 0]
    if not found:
        return ""
    return _("À revoir, la cible y est moins bonne que le vécu : {gap}.").format(gap=_told(overlay, found))


def hard_together(overlay: Overlay) -> str:
    """A moment that is hard for all, where they are several people."""
    if overlay.pair is not None and len(overlay.courses) == 2:
        return ""
    phases = [stretch.label for stretch in overlay.hard_together]
    return _("Dur pour tous : {phases}.").format(phases=_listed(phases)) if phases else ""


def low_points(overlay: Overlay) -> tuple[str, ...]:
    """The hardest steps of each curve."""
    found = []
    for name, course in zip(names(overlay), overlay.courses, strict=True):
        if lows := course.lows:
            level = overlay.levels.get(lows[0].level or 0, "").lower()
            found.append(
                _("Au plus bas, {who} : {steps} ({level}).").format(
                    who=name, steps=_listed([_named(mark) for mark in lows]), level=level
                )
            )
    return tuple(found)


def unsaid(overlay: Overlay) -> str:
    """Steps without a level: their curve is broken. Whose they are is said where there are several."""
    alone = len(overlay.courses) == 1
    missing = [
        listed if alone else _("{who} ({n})").format(who=name, n=listed)
        for name, course in zip(names(overlay), overlay.courses, strict=True)
        if (listed := _listed([str(mark.number) for mark in course.marks if mark.level is None]))
    ]
    return (
        _("Étapes sans niveau, où la courbe s’arrête : {steps}.").format(steps=_(" ; ").join(missing))
        if missing
        else ""
    )


def _named(mark: Mark) -> str:
    return mark.label or _("étape {n}").format(n=mark.number)


def _listed(things: Iterable[str]) -> str:
    """« a, b et c »; of many only the first are named."""
    every = list(things)
    shown, rest = every[:NAMED], len(every) - NAMED
    if rest > 0:
        return _("{first} et {more}").format(
            first=", ".join(shown), more=several(rest, "{n} autre", "{n} autres")
        )
    if len(shown) < 2:
        return "".join(shown)
    return _("{first} et {last}").format(first=", ".join(shown[:-1]), last=shown[-1])
