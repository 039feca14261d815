"""Gathering the tables: one history, whatever the order, and a report of what a human should look at."""

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path

from msgspec import Struct

from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.store.adopt import adoption
from labdesk.store.disagreements import Disagreement
from labdesk.store.gate import damaged
from labdesk.store.parcel import Parcel
from labdesk.store.pictures import Picture
from labdesk.store.project_file import ProjectFile
from labdesk.words import _, decimal, several


class MergeReport(Struct, frozen=True):
    """What gathering brought. `received`: living notes in the files; `present`: those still in the result.

    `fresh`: those of the received that were not here before.
    """

    files: int
    received: int
    fresh: int
    present: int
    disagreements: tuple[Disagreement, ...]
    kept: int
    pictures: int
    adopted: int
    added: int
    refused: int
    unknown: int
    problems: tuple[str, ...]

    def sentence(self) -> str:
        """« 4 tables, 87 notes nouvelles, 3 désaccords, 1 012 notes lues, 1 012 présentes »."""
        removed = self.received - self.present
        told = [
            (self.files, several(self.files, "{n} table", "{n} tables")),
            (self.fresh, several(self.fresh, "{n} note nouvelle", "{n} notes nouvelles")),
            (len(self.disagreements), several(len(self.disagreements), "{n} désaccord", "{n} désaccords")),
            (self.received, several(self.received, "{n} note lue", "{n} notes lues")),
            (self.present, several(self.present, "{n} présente", "{n} présentes")),
        ]
        more = [
            (
                removed,
                several(removed, "{n} supprimée par une autre table", "{n} supprimées par d’autres tables"),
            ),
            (
                self.kept,
                several(
                    self.kept,
                    "{n} note conservée bien que supprimée",
                    "{n} notes conservées bien que supprimées",
                ),
            ),
            (self.pictures, several(self.pictures, "{n} photo ajoutée", "{n} photos ajoutées")),
            (
                self.adopted,
                several(
                    self.adopted,
                    "{n} canevas repris d’un autre projet",
                    "{n} canevas repris d’autres projets",
                ),
            ),
            (
                self.unknown,
                several(
                    self.unknown,
                    "{n} élément d’une version plus récente gardé sans être montré",
                    "{n} éléments d’une version plus récente gardés sans être montrés",
                ),
            ),
            (
                self.refused,
                several(self.refused, "{n} élément falsifié refusé", "{n} éléments falsifiés refusés"),
            ),
        ]
        told += [(count, words) for count, words in more if count]
        return ", ".join(words.replace(str(count), decimal(count), 1) for count, words in told)


def merge(target: Path, others: Iterable[Path], author: str) -> MergeReport:
    """Gather `others` into `target`, after a backup. A file that cannot be read is named in `problems`."""
    file = ProjectFile.open(target, author)
    try:
        if file.read_only:
            raise Refusal(file.notice or "")
        file.back_up()
        report, _parcel = gather(file, others)
        return report
    finally:
        file.close()


def gather(
    file: ProjectFile,
    others: Iterable[Path],
    held: set[str] | None = None,
    lock: AbstractContextManager[object] | None = None,
) -> tuple[MergeReport, Parcel]:
    """The same into a file that is open; the parcel is what its document is still owed.

    `held`: the photos of the document behind a working copy, which itself keeps none. `lock`: held only
    while `file` is touched, so that a window goes on while slow keys are read.
    """
    lock = lock or nullcontext()
    gathering = _Gathering(file, held)
    for path in others:
        try:
            with closing(ProjectFile.open(path, file.author, read_only=True)) as other:
                if gathering.reads(other, path):
                    with lock:
                        gathering.take(other, path)
        except Refusal as refusal:
            gathering.problems.append(refusal.sentence)
        except (sqlite3.Error, ValueError):
            # What no gate sees: ids or texts, in the readable tables of another project, that are none.
            gathering.problems.append(damaged(path).sentence)
    with lock:
        return gathering.report(), gathering.parcel


class _Gathering:
    """What was received so far."""

    def __init__(self, file: ProjectFile, held: set[str] | None) -> None:
        self._file = file
        self._stores = held is None
        self._held = file.picture_names() if held is None else set(held)
        self.problems: list[str] = []
        self.parcel = Parcel()
        self._files = self._added = self._refused = self._unknown = self._pictures = self._adopted = 0
        self._notes: set[str] = set()
        self._before = frozenset(file.project.note)

    def reads(self, other: ProjectFile, path: Path) -> bool:
        """The slow part, before anything is united: its photos. False when its format is too new."""
        if other.newer:
            self.problems.append(_("« {file} » : {why}").format(file=path.name, why=other.notice))
            return False
        self._take_pictures(other)
        return True

    def take(self, other: ProjectFile, path: Path) -> None:
        """One more file: the same project, or canvases of another."""
        self._files += 1
        if other.origin == self._file.origin:
            self._unite(other)
        else:
            self._adopt(other, path)

    def _unite(self, other: ProjectFile) -> None:
        drafts = other.drafts()
        received = Parcel(other.rows(beyond=self._file), drafts=tuple(drafts))
        union = self._file.receive(received)
        self.parcel = self.parcel.then(Parcel(received.rows))
        # Text that was being typed when the file was copied: a change now, the same for whoever merges it.
        if drafts:
            self.parcel = self.parcel.then(self._file.promote_drafts())
        self._added += union.added
        self._refused += union.refused
        self._unknown += union.unknown
        self._notes |= other.project.note.keys()

    def _adopt(self, other: ProjectFile, path: Path) -> None:
        label = _("Reprendre les canevas de « {name} »").format(name=path.stem[:200])
        gesture = adoption(label, other.project, other.origin, self._file.project, self._file.places())
        before = len(self._file.project.canvas)
        done = self._file.do(gesture, typed=False)
        self.parcel = self.parcel.then(Parcel(done.rows))
        self._adopted += len(self._file.project.canvas) - before
        self._added += len(done.rows.changes)
        self._notes |= {row for table, row in done.touched if table == "note"}

    def _take_pictures(self, other: ProjectFile) -> None:
        found: list[Picture] = []
        for sha in sorted(other.picture_names() - self._held):
            picture = other.whole_picture(sha)
            if picture is None or not picture.sound:
                continue
            if self._stores:
                self._file.put_picture(picture)
            else:
                found.append(picture)
            self._held.add(sha)
            self._pictures += 1
        self.parcel = self.parcel.then(Parcel(pictures=tuple(found)))

    def report(self) -> MergeReport:
        """The account of it all."""
        now: Project = self._file.project
        kept = sum(table == "note" for table, _row in self._file.kept_though_removed())
        return MergeReport(
            files=self._files,
            received=len(self._notes),
            fresh=len(self._notes - self._before),
            present=len(self._notes & now.note.keys()),
            disagreements=self._file.disagreements(),
            kept=kept,
            pictures=self._pictures,
            adopted=self._adopted,
            added=self._added,
            refused=self._refused,
            unknown=self._unknown,
            problems=tuple(self.problems),
        )
