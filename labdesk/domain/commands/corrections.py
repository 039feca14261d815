"""What a person does with a corrected document: take a proposal, take it in their own words, take all."""

from collections.abc import Collection, Sequence

from labdesk.domain.commands.dossier import write_section
from labdesk.domain.corrections.proposals import Proposal, take, take_open
from labdesk.domain.corrections.returned import SectionBack
from labdesk.domain.gesture import Gesture, together
from labdesk.domain.model import Project
from labdesk.domain.quotes import refreshed
from labdesk.words import _

Seen = tuple[str, ...] | None


def stored(project: Project, section: str) -> str:
    """The text of a section, quotes and all, each with the words its source has now: those that left."""
    return refreshed(project, project.raw_text(section))


def take_proposal(
    project: Project, proposal: Proposal, words: str | None = None, seen: Seen = None
) -> Gesture:
    """A proposal goes into the text, as it came or in other words."""
    made = take(stored(project, proposal.section), proposal, words)
    gesture = write_section(project, proposal.section, made.text, seen)
    return Gesture(_("Reprendre une correction"), gesture.edits)


def take_all(
    project: Project, texts: Sequence[tuple[SectionBack, str]], but: Collection[str] = ()
) -> Gesture:
    """Every proposal that meets nothing written since; `texts`: each with the text that had left. `but`: the
    keys of those that were refused."""
    gestures = []
    for back, left in texts:
        text = take_open(back.section, left, stored(project, back.section), back.lines, but)
        gestures.append(write_section(project, back.section, text))
    return together(_("Reprendre toutes les corrections"), gestures)
