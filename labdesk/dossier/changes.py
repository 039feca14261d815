"""« Ce qui a changé depuis la version du 3 mars »: the page that lists sections, amounts and findings.

What went and what came is told by signs around the words, [−so−] and [+so+]: no colour is needed to read it.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from labdesk.domain.canvas_type import Catalogue
from labdesk.domain.changes import AmountChange, Changes, Line, SectionChange, compare
from labdesk.domain.contents import Point, content_of
from labdesk.domain.entities import Version
from labdesk.domain.funding import Profile, load_sections
from labdesk.domain.model import Project
from labdesk.dossier.blocks import Block
from labdesk.dossier.compose import Wish, dossier
from labdesk.dossier.contents import content
from labdesk.dossier.documents import Document
from labdesk.dossier.text_blocks import Bullets, Cell, Heading, Paragraph, Row, Run, Runs, Table, runs
from labdesk.errors import Refusal
from labdesk.words import _, day, euros, several

ANCHOR = "changes"
MOST = 40
"""Lines of one section that are printed; how many more there are is told."""
SIGNS = {"gone": ("[−", "−]"), "new": ("[+", "+]"), "same": ("", "")}


def changed_dossier(
    project: Project, catalogue: Catalogue, profile: Profile, wish: Wish, since: str
) -> Document:
    """The dossier, then what changed since a version (the id of its row).

    A Refusal when that version let out a zone that this export does not: the page would quote it.
    """
    _refuse_more(project, catalogue, wish.ask, since)
    changes = changes_since(project, catalogue, profile, wish.today, since)
    made = dossier(project, catalogue, profile, wish)
    return replace(made, blocks=(*made.blocks, *page(changes, project.version[since])))


def _refuse_more(project: Project, catalogue: Catalogue, agreed: frozenset[str], since: str) -> None:
    version = project.version.get(since)
    more = set(((version.asked or "") if version else "").split()) - agreed
    if more:
        labels = {zone.id: str(zone.label) for kind in catalogue.types.values() for zone in kind.zones}
        sentence = _(
            "Cette version laissait sortir « {zones} », que cet export garde : la page « Ce qui a changé » "
            "le citerait. Donnez le même accord, ou choisissez une autre version."
        )
        raise Refusal(sentence.format(zones=", ".join(labels.get(zone, zone) for zone in sorted(more))))


def changes_since(
    project: Project, catalogue: Catalogue, profile: Profile, today: date, old: str, new: str = ""
) -> Changes:
    """What changed from one version to another, or to now. A Refusal when one kept nothing to compare."""
    first, last = project.version.get(old), project.version.get(new)
    if first is None or (new and last is None):
        raise Refusal(_("Cette version n’est plus dans le projet."))
    before = content_of(project, first)
    asked = frozenset((first.asked or "").split())
    after = content_of(project, last) if last else content(project, catalogue, profile, today, asked)
    if before is None or after is None:
        raise Refusal(_("Cette version n’a rien gardé du dossier : elle ne peut pas être comparée."))
    return compare(before, after)


def called(version: Version) -> str:
    """« la version du 3 mars 2027 (envoyée au SGAR) »."""
    head = _("la version du {day}").format(day=day((version.at or "")[:10]))
    return f"{head} ({version.name})" if version.name else head


def counted(changes: Changes) -> str:
    """« 2 sections, 3 montants, 1 point levé, aucun nouveau », in one line."""
    sections = len(changes.section_ids)
    return " · ".join(
        (
            several(sections, "{n} section changée", "{n} sections changées"),
            several(len(changes.amounts), "{n} montant changé", "{n} montants changés"),
            several(len(changes.solved), "{n} point levé", "{n} points levés"),
            several(len(changes.found), "{n} point nouveau", "{n} points nouveaux"),
        )
    )


def page(changes: Changes, version: Version) -> tuple[Block, ...]:
    """The blocks of the page."""
    blocks: list[Block] = [
        Heading(1, _("Ce qui a changé depuis {version}").format(version=called(version)), ANCHOR)
    ]
    if not changes:
        return (*blocks, Paragraph(runs(_("Rien : le dossier dit la même chose."))))
    blocks.append(Paragraph(runs(counted(changes)), "lead"))
    if changes.amounts:
        blocks += [Heading(2, _("Montants")), _amounts(changes.amounts)]
    if changes.sections:
        blocks.append(Heading(2, _("Textes et canevas")))
        legend = _("Entre [− et −] : ce qui a été retiré. Entre [+ et +] : ce qui a été ajouté.")
        blocks.append(Paragraph(runs(legend), "small"))
        for change in changes.sections:
            blocks += _section(change)
    if changes.solved or changes.found:
        blocks += [Heading(2, _("Contrôle du dossier")), Bullets(tuple(_points(changes)))]
    return tuple(blocks)


def _amounts(changes: tuple[AmountChange, ...]) -> Table:
    rows = []
    for one in changes:
        said = (one.label, *(euros(cents) or "–" for cents in (one.old, one.new)), difference(one))
        rows.append(Row(tuple(Cell(runs(text)) for text in said)))
    head = (_("Montant"), _("Avant"), _("Maintenant"), _("Écart"))
    return Table(head, tuple(rows), (3.4, 1.3, 1.3, 1.3), ("left", "right", "right", "right"))


def difference(change: AmountChange) -> str:
    """« +1 200 € », « −300 € »: the sign is always said."""
    cents = change.difference
    return f"{'+' if cents > 0 else '−' if cents < 0 else ''}{euros(abs(cents))}"


def section_name(section: str) -> str:
    """The name of a section as people read it."""
    known = load_sections().get(section)
    names = {"cover": _("Page de garde"), "canvases": _("Autres canevas")}
    return str(known.label) if known else names.get(section, section)


def headed(change: SectionChange) -> str:
    """« Budget prévisionnel », « Parcours · Devenir agent : ajouté »."""
    name = " · ".join(part for part in (section_name(change.section), change.title) if part)
    words = {"new": _("{name} : ajouté"), "gone": _("{name} : retiré"), "changed": "{name}"}
    return words[change.state].format(name=name)


def _section(change: SectionChange) -> Iterator[Block]:
    yield Heading(3, headed(change), in_contents=False)
    shown = change.lines if len(change.lines) <= MOST else change.lines[: MOST - 1]
    yield Bullets(tuple(_line(line) for line in shown))
    if rest := len(change.lines) - len(shown):
        said = several(rest, "… et {n} autre ligne changée.", "… et {n} autres lignes changées.")
        yield Paragraph(runs(said), "small")


def _line(line: Line) -> Runs:
    return tuple(
        Run(
            marked(piece.mark, piece.text),
            strong=piece.mark == "new",
            emphasis=piece.mark == "gone",
        )
        for piece in line
    )


def marked(mark: str, text: str) -> str:
    """Some words between their signs."""
    return "".join(signed(mark, text))


def signed(mark: str, text: str) -> tuple[str, str, str]:
    """What stands before some words, the words, what stands after; spaces at their ends stay outside."""
    opening, closing = SIGNS[mark]
    bare = text.strip()
    if mark == "same" or not bare:
        return "", text, ""
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{left}{opening}", bare, f"{closing}{right}"


def _points(changes: Changes) -> Iterator[Runs]:
    yield from (_point(_("Levé"), point) for point in changes.solved)
    yield from (_point(_("Nouveau"), point) for point in changes.found)


def _point(state: str, point: Point) -> Runs:
    grave = {"blocking": _("bloquant"), "to_check": _("à vérifier"), "advice": _("conseil")}
    said = _("{state} ({severity}) : ").format(
        state=state, severity=grave.get(point.severity, point.severity)
    )
    return (Run(said, strong=True), Run(f"{section_name(point.section)}. {point.sentence}"))
