"""A corrected document under review: what was proposed, what was done with it. It draws nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from labdesk.domain.commands.corrections import stored, take_all, take_proposal
from labdesk.domain.corrections.leaving import Left, left
from labdesk.domain.corrections.lines import lines_of, loose
from labdesk.domain.corrections.proposals import Proposal, proposals
from labdesk.domain.corrections.returned import Back, Remark, SectionBack, SourceBack, Stray
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.domain.quotes import refreshed

Status = Literal["open", "conflict", "taken", "rewritten", "refused", "quoted", "done"]
"""`done`: what cannot be taken here was seen to elsewhere, so the person says."""
TO_SEE: tuple[Status, ...] = ("open", "conflict")
Wait = Literal["see", "source", "place"]
"""A correction to decide on, words to correct at their source, words that have no place yet."""
Former = Callable[[str], Sequence[str]]
"""Section → every wording its text had, the latest first."""


class Item(Struct, frozen=True):
    """One thing to look at: a proposal with where it stands, or something that can only be shown."""

    key: str
    section: str
    what: Proposal | SourceBack | Stray | Remark
    status: Status = "open"

    @property
    def waits(self) -> Wait | None:
        """What is still to be done with it; a remark is only read."""
        if isinstance(self.what, Remark) or self.status in ("taken", "rewritten", "refused", "done"):
            return None
        if isinstance(self.what, Proposal) and self.status in TO_SEE:
            return "see"
        return "place" if isinstance(self.what, Stray) else "source"


@dataclass(slots=True)
class Correcting:
    """One document that came back. What was refused is remembered while it is looked at, and nowhere else."""

    back: Back
    former: Former
    _left: dict[str, Left] = field(default_factory=dict)
    _compared: dict[str, tuple[str | None, tuple[Proposal, ...]]] = field(default_factory=dict)
    _settled: dict[str, tuple[Status, str]] = field(default_factory=dict)

    def begin(self, project: Project) -> None:
        """Find what had left; once, before anything is taken."""
        for one in self.back.sections:
            former = self.former(one.section)
            resolved = [refreshed(project, text) for text in former]  # it left with the words of its quotes
            self._left[one.section] = left(one, stored(project, one.section), (*resolved, *former))

    @property
    def unsure(self) -> bool:
        """A text that had left is not known: it is compared with the text it met here."""
        return any(not one.sure and one.touched for one in self._left.values())

    def touched(self) -> tuple[SectionBack, ...]:
        """The texts that come back otherwise."""
        return tuple(one for one in self.back.sections if self._left[one.section].touched)

    def items(self, project: Project) -> tuple[Item, ...]:
        """Everything to look at: texts first, then remarks, what is drawn, what stands elsewhere."""
        found: list[Item] = []
        for back in self.back.sections:
            found += self._proposed(project, back)
            found += [
                Item(f"remark/{back.section}/{rank}", back.section, remark)
                for rank, remark in enumerate(back.remarks)
            ]
        for rank, (part, remark) in enumerate(self.back.remarks):
            found.append(Item(f"remark/{part}/drawn/{rank}", part, remark))
        found += [self._told(f"source/{rank}", one.part, one) for rank, one in enumerate(self.back.sources)]
        found += [self._told(f"stray/{rank}", "", one) for rank, one in enumerate(self.back.strays)]
        return tuple(found)

    def _told(self, key: str, part: str, what: SourceBack | Stray) -> Item:
        return Item(key, part, what, "done" if key in self._settled else "open")

    def waiting(self, project: Project, wait: Wait) -> tuple[Item, ...]:
        """What nothing was done with yet, of this sort."""
        return tuple(one for one in self.items(project) if one.waits == wait)

    def _proposed(self, project: Project, back: SectionBack) -> list[Item]:
        known = self._left[back.section]
        if not known.touched:
            return []
        text = stored(project, back.section)
        before, found = self._compared.get(back.section, (None, ()))
        if before != text:
            found = proposals(back.section, known.text, text, back.lines)
            self._compared[back.section] = (text, found)
        return [Item(one.key, back.section, one, self._status(one, text)) for one in found]

    def _status(self, one: Proposal, text: str) -> Status:
        settled = self._settled.get(one.key)
        if settled is not None:
            status, words = settled
            if status == "rewritten" and words in {loose(line.words) for line in lines_of(text)}:
                return status
            if status in ("refused", "done") and words == f"{one.state}/{one.now}":
                return status
        return one.state

    # -- deeds --------------------------------------------------------------------------------------
    def take(self, project: Project, one: Proposal, seen: tuple[str, ...] | None) -> Gesture:
        """The proposal as it came."""
        self._settled.pop(one.key, None)
        return take_proposal(project, one, None, seen)

    def rewrite(self, project: Project, one: Proposal, words: str, seen: tuple[str, ...] | None) -> Gesture:
        """Other words in its stead."""
        first = next((loose(line.words) for line in lines_of(words)), "")
        self._settled[one.key] = ("rewritten", first)
        return take_proposal(project, one, words, seen)

    def refuse(self, one: Proposal) -> None:
        """The text of LabDesk stays as it is."""
        self._settled[one.key] = ("refused", f"{one.state}/{one.now}")

    def settle(self, item: Item) -> None:
        """What cannot be taken here was seen to elsewhere."""
        words = f"{item.what.state}/{item.what.now}" if isinstance(item.what, Proposal) else ""
        self._settled[item.key] = ("done", words)

    def reconsider(self, item: Item) -> None:
        """A refusal, or what was said to be done, is taken back."""
        self._settled.pop(item.key, None)

    def take_all(self, project: Project) -> Gesture:
        """Every proposal that is open, none that was refused, none that is a conflict."""
        refused = {one.key for one in self.items(project) if one.status in ("refused", "rewritten")}
        texts = [(back, self._left[back.section].text) for back in self.touched()]
        return take_all(project, texts, refused)
