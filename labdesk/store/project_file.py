"""One project in one SQLite file: the document on disk, or the working copy of the window in memory."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from labdesk.domain.entities import ENTITIES, Row, Value
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.domain.order import mark_of
from labdesk.errors import Refusal
from labdesk.store import backups, disagreements, drafts, opening, pictures, schema, trouble
from labdesk.store.connection import in_memory, transaction
from labdesk.store.copying import into_memory
from labdesk.store.disagreements import Disagreement
from labdesk.store.drafts import Draft, Key
from labdesk.store.erasure import drafts_on, erasure, quoting
from labdesk.store.gate import CURRENT, Standing, readable_columns, unreadable
from labdesk.store.hashes import HEX, now_after
from labdesk.store.history import FOREVER, Rows, Union, latest, places_of, read_rows, unite
from labdesk.store.left_out import write_left_out
from labdesk.store.parcel import Parcel
from labdesk.store.pictures import Picture, Rendition
from labdesk.store.recording import Recording
from labdesk.store.seats import Seat, read_seat, write_seat
from labdesk.store.state import Place, RowState, from_history, heads_of, refresh, stored
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


class ProjectFile:
    """A project and its whole history. Every write is one transaction; the snapshot follows row by row."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        author: str,
        path: Path | None,
        standing: Standing,
        read_only: bool,
        in_memory: bool = False,
    ) -> None:
        self._connection = connection
        self._standing = standing
        self._in_memory = in_memory
        self._project: Project | None = None
        self._states: dict[Place, RowState] | None = None
        self._line: Line | None = None
        self._origins = Origins(connection)
        self.author = author
        self.path = path
        self.read_only = read_only or standing.newer
        self._latest: str | None = None
        self.reason: str | None = None
        """Why this window may only read, when it is not for what the file is."""
        self.origin = _origin(connection)
        self.seat = read_seat(connection)
        """The table this file is the copy of; None for the project itself."""

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
            copy = ProjectFile(in_memory(), self.author, self.path, standing, read_only=True)
            copy.origin, copy._project = self.origin, self.project
            return copy
        with self._reading():
            memory = into_memory(self._connection, self._on_disk(), self.origin, standing.current)
            self._connection.execute("PRAGMA shrink_memory")  # the pages that were read: the copy has them
        return ProjectFile(memory, self.author, self.path, CURRENT, self.read_only, in_memory=True)

    def _on_disk(self) -> Path | None:
        return None if self._in_memory else self.path

    def repack(self) -> None:
        """Write the file anew, its rows in their order: the same content has the same bytes."""
        self._connection.execute("VACUUM")

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def __del__(self) -> None:
        # A copy in memory ends with its last reader; Python 3.13 warns of connections left open.
        self._connection.close()

    @property
    def notice(self) -> str | None:
        """Why the file is only read, in a sentence; None when it can be written."""
        return self.reason or opening.notice(self._standing, self.read_only)

    @property
    def newer(self) -> bool:
        """Its history has a format of the future: only its readable tables are read."""
        return self._standing.newer

    @property
    def current(self) -> bool:
        """Its readable tables are of this version; else the first write lays them out again."""
        return self._standing.current

    # -- reading --
    @property
    def project(self) -> Project:
        """The snapshot of now."""
        if self._project is None:
            found: dict[str, dict[str, Row | None]]
            with self._reading():
                if self._standing.newer:
                    found = stored(self._connection, readable_columns(self._connection))
                elif self._standing.current:
                    found = stored(self._connection)
                else:
                    found = _by_table(from_history(self._connection))
            self._project = Project.empty(mark_of(self.author)).replaced(found)
        return self._project

    def heads(self, table: str, row: str, field: str) -> tuple[str, ...]:
        """The ids of the changes that stand now: an editor keeps them for `Edit.seen`."""
        if self._standing.newer:
            return ()
        return tuple(head.id for head in heads_of(self._connection, table, row) if head.field == field)

    def former(self, table: str, row: str, field: str) -> tuple[Value, ...]:
        """Every value a field had, the latest first; what was erased is not among them."""
        asked = (
            'SELECT "change".value FROM "change" JOIN gesture ON gesture.id = "change".gesture'
            ' WHERE "change"."table" = ? AND "change"."row" = ? AND "change".field = ?'
            ' AND "change".value IS NOT NULL ORDER BY gesture.at DESC, "change".rowid DESC'
        )
        with self._reading():
            found = self._connection.execute(asked, (table, row, field)).fetchall()
        return tuple(dict.fromkeys(value for (value,) in found))

    def disagreements(self) -> tuple[Disagreement, ...]:
        """The fields whose versions differ, all versions with who wrote them: a human decides."""
        split = ((s.table, s.row, field) for s in self._unsettled().values() for field in s.split)
        with self._reading():
            return tuple(disagreements.read(self._connection, *place) for place in sorted(split))

    def tables_said(self) -> dict[str, str]:
        """The table each laptop wrote for, as its notes tell it."""
        with self._reading():
            return disagreements.tables_said(self._connection)

    def kept_though_removed(self) -> tuple[Place, ...]:
        """Rows that somebody removed without knowing of an edit made elsewhere: they stay, marked."""
        return tuple(sorted(place for place, state in self._unsettled().items() if state.kept))

    def _unsettled(self) -> dict[Place, RowState]:
        if self._states is None:
            with self._reading():
                found = [] if self._standing.newer else disagreements.unsettled(self._connection)
            self._states = {(s.table, s.row): s for s in found if s.split or s.kept}
        return self._states

    # -- writing --
    def do(
        self, gesture: Gesture, *, forever: bool = False, typed: bool = True, going_on: bool = False
    ) -> Done:
        """One gesture, all or nothing; `forever`: it makes the file, no Ctrl+Z takes it back.

        `going_on`: more of the gesture done last, of the same label; one undo takes all of it back.
        Not `typed`: its values come from another project, where a text found after a power cut may be long.
        """
        undoes = FOREVER if forever else None
        more = going_on and gesture.label == self.undo_label
        write: Callable[[Recording], None] = lambda recording: recording.follow(gesture, typed=typed)  # noqa: E731
        return self._record(gesture.label, undoes, write, self._latest if more else None)

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

    def rows(self, beyond: "ProjectFile | None" = None) -> Rows:
        """The whole history, or what `beyond` lacks of it."""
        with self._reading():
            return read_rows(self._connection, beyond._connection if beyond else None)

    def places(self) -> set[Place]:
        """Every row there ever was."""
        return set(self._connection.execute('SELECT DISTINCT "table", "row" FROM change').fetchall())

    def drafts(self) -> list[Draft]:
        """Text that was being typed when the file was last written."""
        return drafts.kept(self._connection)

    def parcel(self) -> Parcel:
        """All there is to unite into another file of the same project."""
        found = (self.whole_picture(sha) for sha in self.picture_names())
        held = tuple(picture for picture in found if picture is not None)
        return Parcel(self.rows(), held, tuple(self.drafts()))

    def absorb(self, rows: Rows) -> Union:
        """Unite a piece of history: from another table, from a backup."""
        return self.receive(Parcel(rows))

    def receive(self, parcel: Parcel) -> Union:
        """Unite what a window or another file hands over, in one transaction."""
        with self._writing():
            union = unite(self._connection, parcel.rows)
            states = refresh(self._connection, union.touched)
            for picture in parcel.pictures:
                pictures.put(self._connection, picture)
            for draft in parcel.drafts:
                drafts.keep(self._connection, draft)
            for key, author in parcel.over:
                drafts.forget(self._connection, key, author)
        if any(gesture.author == self.author for gesture in parcel.rows.gestures):
            self._line = None
        self._latest = None
        self._origins = Origins(self._connection)
        self._settle(states)
        return union

    def erase(
        self, places: Iterable[Place], pictures: Iterable[str] = (), field: str | None = None
    ) -> Parcel:
        """Forget all that these rows ever said (in one field), and these photos; ids and order stay.

        Former versions that quote it forget the stretch in which they do.
        """
        places = list(places)
        rows = erasure(self._connection, places, pictures, field)
        quotes = erasure(self._connection, quoting(self._connection, places, field), ())
        rows = Rows(erased=rows.erased | quotes.erased)
        parcel = Parcel(rows, over=drafts_on(self._connection, places))
        self.receive(parcel)
        return parcel

    def promote_drafts(self) -> Parcel:
        """Text being typed when a laptop died becomes a change; the parcel says so to the document."""
        with self._writing():
            found = self.drafts()
            rows = drafts.promote(self._connection, found)
            states = refresh(self._connection, places_of(rows.changes))
        self._line = self._latest = None
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
            made.label, made.gesture, lambda recording: compensate(recording, made.gesture, self._origins)
        )

    def _record(
        self, label: str, undoes: str | None, write: Callable[[Recording], None], since: str | None = None
    ) -> Done:
        """`since`: when the gesture began that this goes on with: it is known by its time and label."""
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
            states = refresh(self._connection, touched)
        if empty:
            return Done("", label, frozenset(), Rows())
        self._latest = at
        if not since:
            own.follow(recording.gesture.id, recording.gesture.label, undoes)
        self._settle(states)
        return Done(recording.gesture.id, recording.gesture.label, touched, recording.rows)

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
            self._project = self._project.replaced(_by_table(states))
        if self._states is not None:
            for state in states:
                self._states.pop((state.table, state.row), None)
                if state.split or state.kept:
                    self._states[state.table, state.row] = state

    # -- pictures --
    def put_picture(self, picture: Picture) -> None:
        """Keep a prepared picture."""
        self.receive(Parcel(pictures=(picture,)))

    def picture(self, sha: str, rendition: Rendition = "screen") -> bytes:
        """The JPEG bytes of a picture. A Refusal when the file does not hold it."""
        with self._reading():
            found = pictures.rendition(self._connection, sha, rendition)
        if found is None:
            raise Refusal(
                _("Une photo manque dans « {name} ».").format(name=self.path.name if self.path else sha[:8])
            )
        return found

    def whole_picture(self, sha: str) -> Picture | None:
        """A picture with all its renditions."""
        with self._reading():
            return pictures.whole(self._connection, sha)

    def picture_names(self) -> set[str]:
        """The pictures the file holds."""
        with self._reading():
            return pictures.names(self._connection)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What the gate could not see: a text that is none, or longer than SQLite may read."""
        try:
            yield
        except sqlite3.Error as found:
            raise unreadable(found, self.path or Path("LabDesk")) from found

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
        write_left_out(self._connection, left)


def _by_table(states: Iterable[RowState]) -> dict[str, dict[str, Row | None]]:
    found: dict[str, dict[str, Row | None]] = {}
    for state in states:
        if state.table in ENTITIES:
            found.setdefault(state.table, {})[state.row] = state.content
    return found


def _origin(connection: sqlite3.Connection) -> str:
    """The file’s identity; a newer format may keep it elsewhere."""
    try:
        found = connection.execute("SELECT value FROM meta WHERE name = 'origin'").fetchone()
    except sqlite3.OperationalError:
        return ""
    named = found is not None and isinstance(found[0], str) and HEX.fullmatch(found[0])
    return found[0] if named else ""
