"""What a person does with plain language: explain an acronym for the dossier, keep a passage as it is."""

from labdesk.domain.clarity.passage import EVERYWHERE, Passage
from labdesk.domain.entities import SHORT
from labdesk.domain.gesture import Edit, Gesture, Removal, born
from labdesk.domain.model import Project
from labdesk.words import _


def explain(project: Project, acronym: str, meaning: str, seen: tuple[str, ...] | None = None) -> Gesture:
    """What an acronym stands for, in the whole dossier; blank, it is explained no more."""
    said = " ".join(meaning.split())[:SHORT]
    standing = project.acronym.get(acronym)
    if said == ((standing.meaning or "") if standing else "") or not acronym.strip():
        return Gesture("", ())
    if not said:
        return Gesture(_("Ne plus expliquer « {word} »").format(word=acronym), (Removal("acronym", acronym),))
    return Gesture(
        _("Expliquer « {word} »").format(word=acronym), (Edit("acronym", acronym, "meaning", said, seen),)
    )


def keep_as_is(project: Project, section: str, passage: Passage) -> Gesture:
    """These words stay as they are: nothing is said of them any more in this section."""
    row = passage.mark(section)
    if row in project.kept:
        return Gesture("", ())
    scope = EVERYWHERE if passage.kind == "acronym" else section
    return Gesture(
        _("Garder ainsi"), born("kept", row, section=scope, kind=passage.kind, words=passage.words)
    )


def look_again(project: Project, section: str) -> Gesture:
    """All that was kept as it is in a section, and its acronyms, is looked at again."""
    rows = [row.id for row in project.kept.values() if row.section in (section, EVERYWHERE)]
    return Gesture(_("Revoir ce qui était gardé"), tuple(Removal("kept", row) for row in sorted(rows)))
