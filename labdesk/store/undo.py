"""Undo and redo: a gesture that compensates another, applied only where nobody else wrote since."""

import sqlite3
from collections.abc import Iterable
from typing import cast

from msgspec import Struct, field

from labdesk.domain.entities import Value
from labdesk.store.history import FOREVER
from labdesk.store.recording import Recording
from labdesk.store.state import LIVING, Head, Place, heads_of


class Made(Struct, frozen=True):
    """A gesture of this laptop: its id, its label for the menu, the last change written before it."""

    gesture: str
    label: str
    since: int = 0


class Line(Struct):
    """The line of undo of one laptop in one project, told by the history itself."""

    undoable: list[Made] = field(default_factory=list)
    redoable: list[Made] = field(default_factory=list)

    def follow(self, gesture: str, label: str, undoes: str | None, since: int = 0) -> None:
        """The next gesture of this laptop. A redo is the undo of an undo."""
        if undoes == FOREVER:
            return
        done = Made(gesture, label, since)
        if undoes is None:
            self.undoable.append(done)
            self.redoable.clear()
        elif (index := _index(self.undoable, undoes)) is not None:
            del self.undoable[index]
            self.redoable.append(done)
        elif (index := _index(self.redoable, undoes)) is not None:
            del self.redoable[index]
            self.undoable.append(done)


def _index(line: list[Made], gesture: str) -> int | None:
    return next((i for i in range(len(line) - 1, -1, -1) if line[i].gesture == gesture), None)


def line_of(connection: sqlite3.Connection, author: str) -> Line:
    """The line as it was left, however long ago."""
    line = Line()
    for found in connection.execute(
        "SELECT id, label, undoes FROM gesture WHERE author = ? ORDER BY at, id", (author,)
    ):
        line.follow(*found)
    return line


def compensate(recording: Recording, made: Made, origins: "Origins") -> None:
    """Write into `recording` what takes `made` back."""
    rows: dict[Place, dict[str, list[str]]] = {}
    for name, table, row, part in recording.connection.execute(
        'SELECT id, "table", "row", field FROM change WHERE gesture = ? AND rowid > ? ORDER BY rowid',
        (made.gesture, made.since),
    ):
        rows.setdefault((table, row), {}).setdefault(part, []).append(name)
    for (table, row), parts in rows.items():
        _Reversal(recording, origins, table, row, parts).apply()


class _Reversal:
    """What takes back the changes that one gesture made to one row."""

    def __init__(
        self, recording: Recording, origins: "Origins", table: str, row: str, parts: dict[str, list[str]]
    ) -> None:
        self._recording = recording
        self._origins = origins.of
        self._connection = recording.connection
        self._table, self._row, self._parts = table, row, parts
        self._before = len(recording.changes)

    def apply(self) -> None:
        living = self._parts.get(LIVING, [])
        born = bool(living) and not _seen(self._connection, living[:1])
        if not born:
            for part, own in self._parts.items():
                if part != LIVING:
                    self._restore(part, own)
        if living:
            if self._was_living(living):
                self._bring_back(living)
            elif not born or self._value(living[-1]) == 1:
                self._hide(living, born)

    def _restore(self, part: str, own: list[str]) -> None:
        """The values that stood before come back: several when they were a disagreement."""
        heads = [head.id for head in self._heads() if head.field == part]
        olds = _earlier(self._connection, own, part)
        if self._written_since(heads, own) or any(erased for _, _, erased in olds):
            return
        # The one that was shown is the last, and is shown again.
        values = list(dict.fromkeys(value for _, value, _ in reversed(olds)))[::-1] or [None]
        self._recording.write_versions(self._table, self._row, part, values, heads)

    def _bring_back(self, own: list[str]) -> None:
        """A removal is taken back: the row returns, or stays, as a whole."""
        heads = self._heads()
        if not self._written_since([head.id for head in heads if head.field == LIVING], own):
            self._recording.write(self._table, self._row, LIVING, 1, (head.id for head in heads))

    def _hide(self, own: list[str], born: bool) -> None:
        """A birth, or a return, is taken back: the row goes as a whole, unless somebody wrote in it since."""
        heads = self._heads()
        if self._written_since([head.id for head in heads if head.field == LIVING], own):
            return
        written = {change.id for change in self._recording.changes[self._before :]}
        known = _seen(self._connection, own) | written
        known.update(name for names in self._parts.values() for name in names)
        allowed = self._origins(known)
        if any(not self._origins([head.id]) <= allowed for head in heads):
            return
        covered = {head.id for head in heads} if born else self._covered(heads, own) | written
        seen = (head.id for head in heads if head.field == LIVING or head.id in covered)
        self._recording.write(self._table, self._row, LIVING, 0, seen)

    def _was_living(self, own: list[str]) -> bool:
        """Before the gesture; where some said it lived and some not, the gesture turned it round."""
        earlier = {value for _, value, _ in _earlier(self._connection, own, LIVING)}
        return earlier == {1} or (len(earlier) > 1 and self._value(own[0]) == 0)

    def _value(self, change: str) -> Value:
        found = self._connection.execute("SELECT value FROM change WHERE id = ?", (change,)).fetchone()
        return cast(Value, found[0])

    def _covered(self, heads: list[Head], own: list[str]) -> set[str]:
        """What the removals before had seen: an edit unknown to them keeps the row, as it did then."""
        removals = [name for name, value, _ in _earlier(self._connection, own, LIVING) if value == 0]
        before = self._origins(_seen(self._connection, removals))
        return {head.id for head in heads if self._origins([head.id]) <= before}

    def _heads(self) -> list[Head]:
        return heads_of(self._connection, self._table, self._row)

    def _written_since(self, heads: list[str], own: list[str]) -> bool:
        """Somebody else wrote here: what stands is neither the gesture’s own nor what stands for it."""
        tips = set(own) - _seen(self._connection, own)
        return self._origins(heads) != self._origins(tips)


def _seen(connection: sqlite3.Connection, changes: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for change in changes:
        found.update(
            o for (o,) in connection.execute('SELECT old FROM replaces WHERE "change" = ?', (change,))
        )
    return found


def _earlier(connection: sqlite3.Connection, own: list[str], part: str) -> list[tuple[str, Value, bool]]:
    """(id, value, erased) of the changes of the same field that `own` replaced, oldest first."""
    found = []
    for old in _seen(connection, own) - set(own):
        line = connection.execute(
            "SELECT c.id, c.value, c.salt IS NULL, g.at FROM change c JOIN gesture g ON g.id = c.gesture"
            " WHERE c.id = ? AND c.field = ?",
            (old, part),
        ).fetchone()
        if line is not None:
            found.append(line)
    found.sort(key=lambda line: (line[3], line[0]))
    return [(name, value, bool(erased)) for name, value, erased, _ in found]


class Origins:
    """The changes that changes stand for; remembers what it found, so it is to be dropped after a merge.

    A change that undo or redo wrote stands for the one whose value it brought back; where the field
    was empty before, for nothing.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._found: dict[str, frozenset[str]] = {}

    def of(self, changes: Iterable[str]) -> frozenset[str]:
        """What all these stand for."""
        return frozenset().union(*(self._of_one(change) for change in changes))

    def _of_one(self, change: str) -> frozenset[str]:
        pending, met, found = [change], set[str](), set[str]()
        while pending:
            name = pending.pop()
            if name in self._found:
                found |= self._found[name]
            elif name not in met:
                met.add(name)
                stood_for = _brought_back(self._connection, name)
                if stood_for is None:
                    found.add(name)
                else:
                    pending.extend(stood_for)
        return self._found.setdefault(change, frozenset(found))


def _brought_back(connection: sqlite3.Connection, change: str) -> list[str] | None:
    line = connection.execute(
        'SELECT c."table", c."row", c.field, c.value, g.undoes FROM change c'
        " JOIN gesture g ON g.id = c.gesture WHERE c.id = ? AND g.undoes <> ''",
        (change,),
    ).fetchone()
    if line is None:
        return None
    table, row, part, value, undone = line
    own = [
        name
        for (name,) in connection.execute(
            'SELECT id FROM change WHERE "table" = ? AND "row" = ? AND field = ? AND gesture = ?',
            (table, row, part, undone),
        )
    ]
    if not own:
        return None
    olds = _earlier(connection, own, part)
    if not olds:
        return []
    return [name for name, old, _ in olds if old == value] or None
