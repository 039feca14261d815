"""A project file as it is read: the snapshot, what disagrees, the history, the photos. It changes nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from labdesk.domain.entities import Value
from labdesk.domain.model import Project
from labdesk.domain.order import mark_of
from labdesk.errors import Refusal
from labdesk.store import disagreements, drafts, opening, pictures
from labdesk.store.disagreements import Disagreement
from labdesk.store.drafts import Draft
from labdesk.store.gate import Standing, readable_columns, unreadable
from labdesk.store.hashes import HEX
from labdesk.store.history import Rows, read_rows
from labdesk.store.parcel import Parcel
from labdesk.store.pictures import Picture, Rendition
from labdesk.store.seats import read_seat
from labdesk.store.state import Place, RowState, from_history, heads_of, stored, tabled
from labdesk.words import _


class ProjectReader:
    """What a project file says, asked as often as one likes; who writes it keeps the snapshot up to date."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        author: str,
        path: Path | None,
        standing: Standing,
        read_only: bool,
        in_memory: bool = False,
        project: Project | None = None,
    ) -> None:
        self._connection = connection
        self._standing = standing
        self._in_memory = in_memory
        self._project = project
        self._lean = project is not None
        """A working copy: the snapshot is all there is to read, no table tells it again."""
        self._states: dict[Place, RowState] | None = None
        self.author = author
        self.path = path
        self.read_only = read_only or standing.newer
        self.reason: str | None = None
        """Why this window may only read, when it is not for what the file is."""
        self.origin = _origin(connection)
        self.seat = read_seat(connection)
        """The table this file is the copy of; None for the project itself."""

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
            with self._reading():
                if self._standing.newer:
                    found = stored(self._connection, readable_columns(self._connection))
                elif self._standing.current:
                    found = stored(self._connection)
                else:
                    found = tabled(from_history(self._connection))
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

    def rows(self, beyond: "ProjectReader | None" = None) -> Rows:
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

    # -- pictures --
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


def _origin(connection: sqlite3.Connection) -> str:
    """The file’s identity; a newer format may keep it elsewhere."""
    try:
        found = connection.execute("SELECT value FROM meta WHERE name = 'origin'").fetchone()
    except sqlite3.OperationalError:
        return ""
    named = found is not None and isinstance(found[0], str) and HEX.fullmatch(found[0])
    return found[0] if named else ""
