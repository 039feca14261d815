"""One project in one SQLite file: the document on disk, or the working copy of the window in memory."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.domain.order import mark_of
from labdesk.errors import Refusal
from labdesk.store import backups, drafts, opening, pictures, schema, trouble
from labdesk.store.connection import in_memory, transaction
from labdesk.store.copying import into_memory
from labdesk.store.drafts import Draft, Key
from labdesk.store.entry import clean_label
from labdesk.store.gate import CURRENT
from labdesk.store.hashes import now_after
from labdesk.store.history import FOREVER, GestureRow, Rows, Union, latest, places_of, unite
from labdesk.store.parcel import Parcel
from labdesk.store.pictures import Picture
from labdesk.store.project_reader import ProjectReader
from labdesk.store.recording import Recording
from labdesk.store.seats import Seat, write_seat
from labdesk.store.state import Place, RowState, refresh, states_of, tabled
from labdesk.store.undo import Line, Made, Origins, compensate, line_of
from labdesk.words import _


class Done(Struct, frozen=True):
    """A gesture that was done, undone or redone: what it touched, and the history rows for the writer."""

    gesture: str
    label: str
    touched: frozenset[Place]
    rows: Rows

    def __bool__(self) -> bool:
        return bool(self.touched)


class ProjectFile(ProjectReader):
    """A project and its whole history. Every write is one transaction; the snapshot follows row by row."""

    _line: Line | None = None
    """What this laptop may undo; None: to be read."""
    _latest: str | None = None
    """The greatest moment of the history; None: to be read."""
    _last: GestureRow | None = None
    """What a person did last, as long as more of it may follow."""

    @cached_property
    def _origins(self) -> Origins:
        return Origins(self._connection)

    # -- birth and opening --
    @classmethod
    def create(cls, path: Path, author: str, origin: str | None = None) -> "ProjectFile":
        """A new empty project. A Refusal when the file exists or the place cannot be written."""
        return cls(opening.born(path, origin), author, path, CURRENT, read_only=False)

    @classmethod
    def blank(cls, author: str, origin: str | None = None) -> "ProjectFile":
        """A new empty project in memory."""
        memory = in_memory()
        with transaction(memory):
            schema.lay_history(memory, origin)
            schema.lay_state(memory)
        return cls(memory, author, None, CURRENT, read_only=False, in_memory=True)

    @classmethod
    def open(cls, path: Path, author: str, *, read_only: bool = False) -> "ProjectFile":
        """An existing project, through the strict gate. A Refusal leaves the file untouched.

        A file of a newer format, or one that may not be written, opens read-only.
        """
        connection, standing, read_only = opening.opened(path, read_only)
        return cls(connection, author, path, standing, read_only)

    def working_copy(self) -> "ProjectFile":
        """The same project in memory, without the bytes of the pictures."""
        standing = self._standing
        if standing.newer:
            copy = ProjectFile(
                in_memory(), self.author, self.path, standing, read_only=True, project=self.project
            )
            copy.origin = self.origin
            return copy
        with self._reading():
            self._connection.execute("PRAGMA shrink_memory")  # the pages that were read: the copy has them
            memory, found = into_memory(self._connection, self._on_disk(), self.origin, standing.current)
        return ProjectFile(
            memory,
            self.author,
            self.path,
            CURRENT,
            self.read_only,
            in_memory=True,
            project=Project.empty(mark_of(self.author)).replaced(found),
        )

    def _on_disk(self) -> Path | None:
        return None if self._in_memory else self.path

    def repack(self) -> None:
        """Write the file anew, its rows in their order: the same content has the same bytes."""
        self._connection.execute("VACUUM")

    # -- writing --
    def do(
        self, gesture: Gesture, *, forever: bool = False, typed: bool = True, going_on: bool = False
    ) -> Done:
        """One gesture, all or nothing; `forever`: it makes the file, no Ctrl+Z takes it back.

        `going_on`: more of the gesture done last, of the same label; one undo takes all of it back. When a
        person did something else meanwhile, or a merge came, it is a gesture of its own.
        Not `typed`: its values come from another project, where a text found after a power cut may be long.
        """
        undoes = FOREVER if forever else None
        last = self._last
        more = going_on and last is not None and last.label == clean_label(gesture.label)
        write: Callable[[Recording], None] = lambda recording: recording.follow(gesture, typed=typed)  # noqa: E731
        return self._record(gesture.label, undoes, write, last.at if more and last else None)

    def undo(self) -> Done | None:
        """Take back this laptop’s last gesture, but where others wrote since. None: nothing to undo."""
        return self._take_back(self._own_line().undoable)

    def redo(self) -> Done | None:
        """Take back the last undo."""
        return self._take_back(self._own_line().redoable)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back."""
        line = self._own_line().undoable
        return line[-1].label if line else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again."""
        line = self._own_line().redoable
        return line[-1].label if line else None

    def absorb(self, rows: Rows) -> Union:
        """Unite a piece of history: from another table, from a backup."""
        return self.receive(Parcel(rows))

    def receive(self, parcel: Parcel) -> Union:
        """Unite what a window or another file hands over, in one transaction."""
        with self._writing():
            union = unite(self._connection, parcel.rows)
            states = self._refreshed(union.touched)
            for picture in parcel.pictures:
                pictures.put(self._connection, picture)
            for draft in parcel.drafts:
                drafts.keep(self._connection, draft)
            for key, author in parcel.over:
                drafts.forget(self._connection, key, author)
        if any(gesture.author == self.author for gesture in parcel.rows.gestures):
            self._line = None
        self._latest = self._last = None
        self._origins = Origins(self._connection)
        self._settle(states)
        return union

    def erase(
        self, places: Iterable[Place], pictures: Iterable[str] = (), field: str | None = None
    ) -> Parcel:
        """Forget all that these rows ever said (in one field), and these photos; ids and order stay.

        Former versions that quote it forget the stretch in which they do; texts that quote it say « […] ».
        """
        from labdesk.store import erasure  # asked once in a project’s life: no start waits for it

        places = list(places)
        refs = erasure.quoted(places, field)
        emptied = self._record(_("Effacer"), FOREVER, lambda recording: erasure.empty_quotes(recording, refs))
        found = (
            erasure.erasure(self._connection, places, pictures, field),
            erasure.erasure(self._connection, erasure.retelling(self._connection, places, field), ()),
            erasure.quotes(self._connection, refs),
        )
        erased = Rows(erased=frozenset().union(*(rows.erased for rows in found)))
        parcel = Parcel(emptied.rows + erased, over=erasure.drafts_on(self._connection, places, refs))
        self.receive(parcel)
        return parcel

    def promote_drafts(self) -> Parcel:
        """Text being typed when a laptop died becomes a change; the parcel says so to the document."""
        with self._writing():
            found = self.drafts()
            rows = drafts.promote(self._connection, found)
            states = self._refreshed(places_of(rows.changes))
        self._line = self._latest = self._last = None
        self._settle(states)
        return Parcel(rows, over=tuple((draft.key, draft.author) for draft in found))

    def begin_draft(self, key: Key, text: str, seen: Iterable[str]) -> Draft:
        """The first second of a burst of typing, dated after all that was seen."""
        return drafts.begin(key, self.author, self._now(), _("Écrire"), text, seen)

    def _take_back(self, line: list[Made]) -> Done | None:
        if not line:
            return None
        made = line[-1]
        return self._record(
            made.label, made.gesture, lambda recording: compensate(recording, made, self._origins)
        )

    def _record(
        self, label: str, undoes: str | None, write: Callable[[Recording], None], since: str | None = None
    ) -> Done:
        """`since`: when the gesture began that this goes on with: it is known by its time and label.

        What the program notes by itself between two turns (FOREVER) parts nothing.
        """
        own = self._own_line()
        with self._writing():
            at = since or self._now()
            recording = Recording(self._connection, self.author, at, label, undoes)
            write(recording)
            # An undo that found nothing to take back still moves the line.
            empty = not recording.changes and not undoes
            if empty:
                recording.withdraw()
            touched = places_of(recording.changes)
            states = self._refreshed(touched)
        if empty:
            return Done("", label, frozenset(), Rows())
        self._latest = max(at, self._latest or "")
        if undoes != FOREVER:
            self._last = recording.gesture if undoes is None else None
        if not since:
            own.follow(recording.gesture.id, recording.gesture.label, undoes, recording.since)
        self._settle(states)
        return Done(recording.gesture.id, recording.gesture.label, touched, recording.rows)

    def _refreshed(self, places: Iterable[Place]) -> list[RowState]:
        """These rows computed again, in the readable tables too where there are any."""
        return (states_of if self._lean else refresh)(self._connection, places)

    def _now(self) -> str:
        if self._latest is None:
            self._latest = latest(self._connection)
        return now_after(self._latest)

    def _own_line(self) -> Line:
        if self._line is None:
            with self._reading():
                self._line = Line() if self._standing.newer else line_of(self._connection, self.author)
        return self._line

    def _settle(self, states: Iterable[RowState]) -> None:
        states = list(states)
        if self._project is not None:
            self._project = self._project.replaced(tabled(states))
        if self._states is not None:
            for state in states:
                self._states.pop((state.table, state.row), None)
                if state.split or state.kept:
                    self._states[state.table, state.row] = state

    # -- pictures --
    def put_picture(self, picture: Picture) -> None:
        """Keep a prepared picture."""
        self.receive(Parcel(pictures=(picture,)))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise Refusal(self.notice or "")
        try:
            if not self._standing.current:
                self.back_up()
            with transaction(self._connection):
                if not self._standing.current:
                    from labdesk.store.migrations import bring_up_to_date

                    bring_up_to_date(self._connection)
                yield
            self._standing = CURRENT
        except (sqlite3.Error, OSError) as found:
            raise trouble.refusal(found, self.path.name if self.path else "LabDesk") from found

    def back_up(self) -> Path | None:
        """A backup of the document, unless the newest one holds as much. OSError or sqlite3.Error."""
        assert self.path is not None
        # A table’s copy holds less: among the backups of the project it would push whole ones out.
        kept_as = backups.of_a_table(self.origin) if self.seat else self.origin
        return backups.keep(self._connection, self.path, kept_as, self._standing.current)

    def sit_down(self) -> None:
        """The first laptop that opens the copy of a table says so in it: which one, and when."""
        seat = self.seat
        if seat is not None and not seat.by and not self.read_only:
            at = datetime.now().isoformat(timespec="minutes")
            with suppress(Refusal):  # a mark, no work: the work says its own trouble
                self.take_seat(replace(seat, opened=at, by=self.author))

    def take_seat(self, seat: Seat) -> None:
        """This file is the copy of that table; the project it holds does not change."""
        try:
            write_seat(self._connection, seat)
        except sqlite3.Error as found:
            raise trouble.refusal(found, self.path.name if self.path else "LabDesk") from found
        self.seat = seat

    def note_left_out(self, left: Mapping[str, int]) -> None:
        """This copy says what of its project stayed in the lab, by its name."""
        from labdesk.store.left_out import write_left_out  # for a copy that leaves, not for a start

        write_left_out(self._connection, left)
